"""The story: what goes to the browser, and what stays in Python."""

from __future__ import annotations

import gc
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit import handmade
from tests.unit.unpacking import explicit, unpacked
from workbench.corpus import Article, Block, Corpus
from workbench.languages import packs
from workbench.widgets.segments import Span, block_records, snippet
from workbench.widgets.story import keeping, packed, tell
from workbench.widgets.telling.folding import fold_table, folded
from workbench.widgets.telling.marks import Marks, Place


def page(text, *blocks):
    return Article("p", "", "", None, "", "", "ar", text, blocks, "")


def joined(record):
    return "".join(segment["text"] for segment in record["segments"])


def test_segments_of_a_block_are_its_text():
    of = handmade.corpus()
    story, _ = tell(of, entities=handmade.entities(of), quotes=handmade.quotes(of), overlap=handmade.shared(of))
    for article, record in zip(of, story["articles"], strict=True):
        assert [joined(block) for block in record["blocks"]] == [article.slice(block) for block in article.blocks]
        assert [block["kind"] for block in record["blocks"]] == [block.kind for block in article.blocks]


@st.composite
def marked_pages(draw):
    text = draw(st.text(alphabet="ابت 👩‍👩‍👧ّ\n«»x", max_size=60))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    blocks = [Block(a, b, "body") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    pairs = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    ordered = sorted((min(pair), max(pair)) for pair in pairs)
    return page(text, *blocks), [Span(start, end, number) for number, (start, end) in enumerate(ordered)]


@given(marked_pages())
def test_cutting_keeps_every_character_and_every_mark(case):
    article, spans = case
    records = block_records(article, spans)
    whole = [record for record in records if record["rule"] != "" or record["kind"] == "body"]
    assert [joined(record) for record in whole] == [article.slice(block) for block in article.blocks]
    assert "".join("".join(joined(r).split()) for r in records) == "".join(article.text.split())
    covered = [(block.start, block.end) for block in article.blocks]
    for span in spans:
        shown = "".join(s["text"] for r in whole for s in r["segments"] if span.mark in s["marks"])
        inside = "".join(article.text[max(a, span.start) : max(a, span.start, min(b, span.end))] for a, b in covered)
        assert shown == inside


def test_marks_that_cross_lie_on_the_characters_they_share():
    (block,) = block_records(page("abcdef", Block(0, 6, "body")), [Span(0, 4, 0), Span(2, 6, 1)])
    assert [(s["text"], s["marks"]) for s in block["segments"]] == [("ab", [0]), ("cd", [0, 1]), ("ef", [1])]


def test_text_that_no_block_covers_is_shown_as_furniture():
    records = block_records(page("قبل متن بعد", Block(4, 7, "body")), [])
    assert [(r["kind"], joined(r)) for r in records] == [("furniture", "قبل "), ("body", "متن"), ("furniture", " بعد")]


def test_many_marks_are_cut_in_one_pass():
    text = "كلمة " * 20_000
    spans = [Span(5 * i, 5 * i + 4, i) for i in range(20_000)]
    (block,) = block_records(page(text, Block(0, len(text), "body")), spans)
    assert len(block["segments"]) == 40_000
    assert joined(block) == text


def test_every_mark_slices_back_to_its_text_and_context():
    of = handmade.corpus()
    story, places = tell(of, entities=handmade.entities(of), quotes=handmade.quotes(of), overlap=handmade.shared(of))
    assert {mark["layer"] for mark in story["marks"]} == {"entity", "quote", "speaker", "cue", "passage"}
    assert len(places) == len(story["marks"])
    for mark in story["marks"]:
        place = places[mark["id"]]
        text = of[place.article].text
        assert text[place.start : place.end] == mark["text"]
        assert mark["article"] == place.article
        assert text[: place.start].endswith(mark["before"].removeprefix("… "))
        assert text[place.end :].startswith(mark["after"].removesuffix(" …"))


def test_each_result_alone_brings_its_own_layers():
    of = handmade.corpus()
    assert not tell(of).story["marks"]
    alone = tell(of, entities=handmade.entities(of)).story
    assert {mark["layer"] for mark in alone["marks"]} == {"entity"}
    assert (alone["quotes"], alone["passages"], alone["shares"]["source"]) == ([], [], [])
    alone = tell(of, quotes=handmade.quotes(of)).story
    assert {mark["layer"] for mark in alone["marks"]} == {"quote", "speaker", "cue"}
    assert alone["entities"] == []


def test_a_mark_has_the_same_id_in_every_widget():
    of = handmade.corpus()
    alone = tell(of, quotes=handmade.quotes(of)).places
    together = tell(of, entities=handmade.entities(of), quotes=handmade.quotes(of), overlap=handmade.shared(of)).places
    assert alone.items() <= together.items()


def test_entities_and_edges_lead_to_their_mentions():
    story, _ = tell(handmade.corpus(), entities=handmade.entities())
    first, second = story["entities"]
    assert [story["marks"][mark]["text"] for mark in first["marks"]] == ["سامر النجار", "النجّار"]
    assert first["sources"] == ["الضفة", "المرفأ"]
    assert 0 <= second["x"] <= 1
    (edge,) = story["edges"]
    assert edge["weight"] == len(edge["units"]) == 2
    assert sorted(mark for unit in edge["units"] for mark in unit) == [0, 1, 2, 3]
    for unit in edge["units"]:
        assert {story["marks"][mark]["ref"] for mark in unit} == {edge["a"], edge["b"]}


def test_shares_are_null_on_the_diagonal():
    story, _ = tell(handmade.corpus(), overlap=handmade.shared())
    by_source = story["shares"]["source"]
    assert by_source[0][0] is None
    assert by_source[0][1] == pytest.approx(story["pairs"][0]["a_in_b"])


def test_a_story_is_plain_json():
    of = handmade.corpus()
    story, _ = tell(of, entities=handmade.entities(of), quotes=handmade.quotes(of), overlap=handmade.shared(of))
    assert json.loads(json.dumps(story, allow_nan=False)) == story


def test_searches_fold_as_the_packs_do():
    assert folded("النجّار") == folded("النجار")
    assert folded("أكَّدَ") == packs()[0].fold("أكَّدَ")
    assert folded("Résumé", "B") == "".join(fold_table().get(c, c).lower() for c in "Résumé B")


def test_a_snippet_keeps_to_whole_words_and_to_its_block():
    text = "كلمة " * 40 + "هنا" + " كلمة" * 40
    start = text.index("هنا")
    before, after = snippet(text, start, start + 3, within=(0, len(text)))
    assert before.startswith("… كلمة ")
    assert after.endswith(" كلمة …")
    assert snippet(text, start, start + 3, within=(start, start + 3)) == ("", "")


def test_a_packed_story_is_whole_again():
    of = handmade.corpus()
    story, _ = tell(of, entities=handmade.entities(of), quotes=handmade.quotes(of), overlap=handmade.shared(of))
    assert unpacked(packed(story)) == story
    assert explicit(packed(story)) == []
    assert packed(story) == packed(story)


@given(marked_pages())
def test_a_packed_story_is_whole_again_whatever_is_marked(case):
    article, spans = case
    of = Corpus([article])
    marks = Marks(of)
    for number, span in enumerate(spans):
        marks.add(f"m{number}", Place("p", span.start, span.end, "entity", "e"))
    story = tell(of).story
    story["marks"] = marks.records
    story["articles"][0]["blocks"] = block_records(article, marks.spans("p"))
    assert unpacked(packed(story)) == story


def test_a_snippet_over_line_ends_travels_as_a_place_and_one_over_blocks_as_it_is():
    text = "أول السطر\nثم اسم هنا\n\nوبعده فقرة"
    one = page(text, Block(0, 20, "body"), Block(22, len(text), "body"))
    of = Corpus([one])
    marks = Marks(of)
    for number, words in enumerate(("اسم", "هنا\n\nوبعده")):
        start = text.index(words)
        marks.add(f"m{number}", Place("p", start, start + len(words), "entity", "e"))
    story = tell(of).story
    story["marks"] = marks.records
    story["articles"][0]["blocks"] = block_records(one, marks.spans("p"))
    assert unpacked(packed(story)) == story
    assert explicit(packed(story)) == [1]


def test_records_are_made_without_stopping_for_garbage_and_the_collector_goes_on():
    assert gc.isenabled()
    with keeping():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_counts_in_the_browser_are_those_of_the_difference():
    of = handmade.corpus()
    found = handmade.entities(of)
    story, _ = tell(of, entities=found)
    difference = found.difference("الضفة", "المرفأ")
    assert story["sentences"] == [difference.units_a, difference.units_b]
    weights = difference.nodes.set_index("entity")["weight_a"] + difference.nodes.set_index("entity")["weight_b"]
    assert {entity["id"]: len(entity["units"]) for entity in story["entities"]} == weights.to_dict()
    for entity in story["entities"]:
        assert set(entity["units"]) <= set(entity["marks"])
    assert tell(of).story["sentences"] == []
