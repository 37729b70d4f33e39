"""What the views are told of sentences in other words: marks of their own, pieces, pairs, and what Python selects."""

from __future__ import annotations

import pytest

from tests.unit.encoding import Things
from tests.unit.test_overlap import SAID, page
from tests.unit.test_overlap_reworded import BRIDGE, CROP, SPAN, dated, english
from tests.unit.test_shared_records import under
from workbench.app.exports.methods import methods
from workbench.app.exports.results import gathered
from workbench.corpus import Corpus
from workbench.extractors.overlap import Overlap, overlap
from workbench.languages import pack
from workbench.widgets.excerpts import excerpts
from workbench.widgets.heatmap import OverlapHeatmap
from workbench.widgets.story import tell

RETOLD = "قرر وزير النقل أن أغلق جسرا قديما في وجه الشاحنات."


@pytest.fixture(scope="module")
def found() -> Overlap:
    pages = [
        dated(page("a", SAID, BRIDGE, source="الضفة"), 1),
        dated(page("b", SAID, RETOLD, source="الساحل"), 0),
        english("c", SPAN, CROP, source="Coast"),
    ]
    return overlap(Corpus(pages), meaning=Things())


def test_they_are_records_and_marks_of_their_own(found: Overlap):
    story = tell(found.corpus, overlap=found).story
    assert story["meaning"]
    assert {(one["a"], one["b"], one["languages"]) for one in story["reworded"]} == {
        ("a", "b", "ar"),
        ("a", "c", "ar-en"),
        ("b", "c", "ar-en"),
    }
    for one in story["reworded"]:
        marks = [story["marks"][one[side]] for side in ("mark_a", "mark_b")]
        assert [mark["layer"] for mark in marks] == ["reworded", "reworded"]
        assert [mark["article"] for mark in marks] == [one["a"], one["b"]]
    layers = {mark["layer"] for one in story["passages"] for mark in (story["marks"][one["mark_a"]],)}
    assert layers == {"passage"}


def test_two_of_one_language_are_told_word_by_word(found: Overlap):
    story = tell(found.corpus, overlap=found).story
    for one in story["reworded"]:
        for side in "ab":
            pieces = "".join(piece["text"] for piece in one[f"pieces_{side}"])
            assert pieces == (under(story, one[f"mark_{side}"]) if one["languages"] == "ar" else "")


def test_their_pairs_and_shares_stand_beside_those_of_copies(found: Overlap):
    story = tell(found.corpus, overlap=found).story
    (own,) = [one for one in story["reworded_pairs"] if (one["a"], one["b"]) == ("a", "b")]
    words = len(f"{SAID} {BRIDGE}".split())
    assert own["sentences"] == 1
    assert own["a_in_b"] == pytest.approx(len(BRIDGE.split()) / words)
    assert (own["first"], own["first_by"]) == ("b", "date")
    at = {name: place for place, name in enumerate(story["sources"])}
    assert story["shares"]["reworded"][at["الضفة"]][at["الساحل"]] == pytest.approx(own["a_in_b"])
    assert story["shares"]["source"] == tell(found.corpus, overlap=overlap(found.corpus)).story["shares"]["source"]


def test_nothing_is_told_where_nobody_looked(found: Overlap):
    story = tell(found.corpus, overlap=overlap(found.corpus)).story
    assert (story["meaning"], story["reworded"], story["reworded_pairs"]) == (False, [], [])
    assert story["shares"]["reworded"] == []


def test_a_selection_is_the_words_of_both(found: Overlap):
    view = OverlapHeatmap(found)
    name = found.reworded.loc[found.reworded["languages"] == "ar", "rewording"].iloc[0]
    view.selected = {"passage": name}
    assert view.selection[["article", "text", "layer", "ref"]].to_numpy().tolist() == [
        ["a", BRIDGE, "reworded", name],
        ["b", RETOLD, "reworded", name],
    ]
    view.selected = {"pair": ["الضفة", "الساحل"]}
    assert set(view.selection["layer"]) == {"passage", "reworded"}


def test_a_story_without_full_texts_keeps_few_words_of_them(found: Overlap):
    long = " ".join([BRIDGE.rstrip("."), *(f"كلمة{n}" for n in range(30))]) + "."
    told = overlap(Corpus([page("a", long), english("b", SPAN)]), meaning=Things())
    assert len(told.reworded) == 1
    story = excerpts(tell(told.corpus, overlap=told).story, told.corpus)
    (one,) = story["reworded"]
    assert story["marks"][one["mark_a"]]["text"].endswith(" …")
    assert "كلمة29" not in str(story)


def test_they_are_tables_of_their_own(found: Overlap):
    tables = dict(gathered(found).frames())
    assert len(tables["overlap-reworded"]) == len(found.reworded)
    assert len(tables["overlap-passages"]) == len(found.passages)
    assert "overlap-reworded" not in dict(gathered(overlap(found.corpus)).frames())
    assert str(len(found.reworded)) in methods(gathered(found), pack("en")).split("other words", 1)[1]
