"""Corrections made in the reader: their answers, what becomes of what was made before, and of the selection."""

from __future__ import annotations

import pytest

from tests.unit import handmade
from workbench.corpus import Article, Block, Corpus, marks
from workbench.errors import WorkbenchError
from workbench.extractors.entities import entities as find_entities
from workbench.extractors.overlap import overlap as find_overlap
from workbench.extractors.quotes import quotes as find_quotes
from workbench.widgets import base
from workbench.widgets.answers import answer
from workbench.widgets.network import EntityNetwork
from workbench.widgets.reader import Reader
from workbench.widgets.records import EMPTY_SELECTION

HEAD = "العمدة سليم الزاهر يفتتح المكتبة"
FIRST = "قال العمدة سليم الزاهر: «المكتبة لكل الناس 📚 من اليوم»."
SECOND = "أكد الوزير نادر الشامي أن المكتبة «لكل الناس من اليوم»."


@pytest.fixture(autouse=True)
def unbuilt(monkeypatch):
    monkeypatch.setattr(base, "bundle", lambda _: ("", ""))


def corpus():
    text = f"{HEAD}\n{FIRST}\n{SECOND}"
    cuts = [0, len(HEAD) + 1, len(HEAD) + len(FIRST) + 2]
    blocks = tuple(
        Block(start, start + len(words), kind, "hand")
        for start, words, kind in zip(cuts, (HEAD, FIRST, SECOND), ("title", "body", "body"), strict=True)
    )
    return Corpus([Article("p", "الواحة", HEAD, None, "", "", "ar", text, blocks, "p.txt")])


def ask(view, what, **given):
    reply = answer(view, {"ask": what, "id": "1", "given": given})
    assert "error" not in reply, reply
    return reply["value"]


def refused(view, what, **given):
    return answer(view, {"ask": what, "id": "1", "given": given})["error"]


def kinds(view):
    return [block["kind"] for block in view.told.story["articles"][0]["blocks"]]


def place(of, words):
    start = of["p"].text.index(words)
    return {"article": "p", "start": start, "end": start + len(words)}


def test_segments_say_where_they_begin_in_code_points():
    of = corpus()
    view = Reader(of, entities=find_entities(of), quotes=find_quotes(of))
    for block in view.told.story["articles"][0]["blocks"]:
        assert block["segments"][0]["start"] == block["start"]
        for segment in block["segments"]:
            start, text = segment["start"], segment["text"]
            assert of["p"].text[start : start + len(text)] == text
        assert segment["start"] + len(segment["text"]) == block["end"]


def test_a_block_gets_another_kind_and_its_own_again(tmp_path):
    of = corpus()
    of.home = tmp_path
    view = Reader(of)
    ask(view, "pages.mark", **place(of, SECOND), kind="caption")
    assert kinds(view) == ["title", "body", "caption"]
    assert [one.kind for one, _ in marks.read(tmp_path)] == ["caption"]
    ask(view, "pages.mark", **place(of, "سليم"), kind="furniture")
    assert kinds(view) == ["title", "furniture", "title", "body", "caption"]
    ask(view, "pages.undo")
    ask(view, "pages.undo")
    assert kinds(view) == ["title", "body", "body"]
    assert marks.read(tmp_path) == []
    assert "no mark" in refused(view, "pages.undo")["message"]


def test_marking_a_page_leaves_the_digest_that_views_share():
    of = corpus()
    view, alone = Reader(of), find_entities(of)
    before = view.told.story["digest"]
    ask(view, "pages.mark", **place(of, SECOND), kind="caption")
    assert view.told.story["digest"] == before == EntityNetwork(alone).told.story["digest"]
    assert of.digest != before


def test_what_was_made_before_says_so_until_it_is_made_again():
    of = corpus()
    entities = find_entities(of)
    view = Reader(of, entities=entities, quotes=find_quotes(of, entities), overlap=find_overlap(of))
    other = EntityNetwork(entities)
    assert view.told.story["stale"] == []
    ask(view, "pages.mark", **place(of, SECOND), kind="furniture")
    assert view.told.story["stale"] == ["entities", "quotes", "overlap"]
    assert len(view.quotes.table) == 2
    ask(view, "pages.again")
    assert view.told.story["stale"] == other.told.story["stale"] == []
    assert len(view.quotes.table) == 1
    assert other.entities is view.entities is view.quotes.entities is not entities
    ask(view, "pages.undo")
    assert view.told.story["stale"] == ["entities", "quotes", "overlap"]


def test_corrections_outlive_that_results_are_made_again():
    of = corpus()
    view = Reader(of, entities=find_entities(of))
    ask(view, "entities.add", **place(of, "المكتبة"), entity="مكتبة الواحة", type="ORG")
    ask(view, "pages.mark", **place(of, SECOND), kind="furniture")
    ask(view, "pages.again")
    assert "مكتبة الواحة" in set(view.entities.table["name"])


def test_the_selection_moves_to_the_same_words_or_lets_go():
    of = corpus()
    entities = find_entities(of)
    view = Reader(of, entities=entities, quotes=find_quotes(of, entities))
    first, second = (f"q:{quote}" for quote in view.quotes.table["quote"])
    ask(view, "pages.mark", **place(of, FIRST), kind="furniture")
    view.selected = {**EMPTY_SELECTION, "article": "p", "mark": second, "quote": second[2:]}
    before = view.selection["text"].tolist()
    ask(view, "pages.again")
    assert view.selection["text"].tolist() == before
    ask(view, "pages.mark", **place(of, SECOND), kind="furniture")
    ask(view, "pages.again")
    assert view.selected == {**EMPTY_SELECTION, "article": "p"}
    assert first


def test_one_mention_is_dropped_and_comes_back():
    of = corpus()
    view = Reader(of, entities=find_entities(of))
    entity = view.entities.mentions["entity"][0]
    rows = view.entities.of(entity)
    assert len(rows) == 2
    row = rows.iloc[0]
    here = {"article": "p", "start": int(row["start"]), "end": int(row["end"])}
    times = ask(view, "entities.unname", entity=entity, **here, name="لا أحد ✗")
    assert len(view.entities.of(entity)) == 1
    for _ in range(times):
        ask(view, "entities.undo")
    assert len(view.entities.of(entity)) == 2


def test_the_only_mention_of_an_entity_takes_it_along():
    of = corpus()
    view = Reader(of, entities=find_entities(of))
    ask(view, "entities.add", **place(of, "المكتبة"), entity="مكتبة الواحة", type="ORG")
    assert ask(view, "entities.unname", entity="مكتبة الواحة", **place(of, "المكتبة"), name="✗") == 1
    assert "مكتبة الواحة" not in set(view.entities.table["entity"])


def test_a_mention_keeps_its_id_when_another_is_added():
    of = corpus()
    view = Reader(of, entities=find_entities(of))
    before = {mark["id"]: mark["text"] for mark in view.told.story["marks"]}
    ask(view, "entities.add", **place(of, "المكتبة"), entity="مكتبة الواحة", type="ORG")
    after = {mark["id"]: mark["text"] for mark in view.told.story["marks"]}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_what_cannot_be_marked_is_refused_with_a_hint():
    view = Reader(handmade.corpus())
    assert "kind" in refused(view, "pages.mark", article="p1", start=0, end=4, kind="menu")["message"]
    with pytest.raises(WorkbenchError, match="no mark"):
        handmade.corpus().unmark()
