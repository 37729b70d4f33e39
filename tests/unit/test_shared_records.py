"""What the heatmap is told: who was first, how passages differ word by word, orders and boilerplate."""

from __future__ import annotations

import pytest

from tests.browser.stories import article
from tests.browser.versions import FOOTER, versions
from tests.unit import handmade
from workbench.corpus import Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.overlap import overlap
from workbench.widgets.answers.overlap import pieces
from workbench.widgets.story import tell
from workbench.widgets.telling import shared


@pytest.fixture(scope="module")
def told():
    of = versions().corpus
    return of, tell(of, overlap=overlap(of)).story


def under(story, mark):
    """The text under a mark, as the browser walks it."""
    segments = [s for record in story["articles"] for block in record["blocks"] for s in block["segments"]]
    return "".join(segment["text"] for segment in segments if mark in segment["marks"])


def test_the_pieces_of_a_side_are_the_text_under_its_mark(told):
    _, story = told
    differing = [passage for passage in story["passages"] if passage["pieces_a"]]
    assert differing
    for passage in differing:
        assert passage["differs"]
        for side in "ab":
            text = "".join(piece["text"] for piece in passage[f"pieces_{side}"])
            assert text == under(story, passage[f"mark_{side}"])


def test_a_changed_word_is_told_on_both_sides(told):
    _, story = told
    pieces = [(piece["op"], piece["text"], piece["other"]) for p in story["passages"] for piece in p["pieces_a"]]
    assert ("changed", "أسبوعين", "شهرين") in pieces
    assert ("only", "", "أمس") in pieces


def test_a_passage_that_is_the_same_is_not_told_in_pieces(told):
    _, story = told
    alike = [passage for passage in story["passages"] if not passage["differs"]]
    assert alike
    assert all(passage["pieces_a"] == passage["pieces_b"] == [] for passage in alike)


def test_a_pair_says_who_was_first_and_by_what(told):
    _, story = told
    dated = [pair for pair in story["pairs"] if pair["first_by"] == "date"]
    assert dated
    assert all(pair["first"] in (pair["a"], pair["b"]) for pair in dated)


def test_boilerplate_comes_as_a_list_of_its_own(told):
    _, story = told
    assert FOOTER in [row["text"] for row in story["shares"]["boilerplate"]]
    assert any(passage["boilerplate"] for passage in story["passages"])


def test_the_orders_hold_every_line_once(told):
    of, story = told
    assert sorted(story["shares"]["article_clusters"]["order"]) == list(range(len(of)))
    assert sorted(story["shares"]["source_clusters"]["order"]) == list(range(len(of.sources)))


def test_of_a_large_story_the_differences_are_told_when_they_are_asked_for(monkeypatch):
    monkeypatch.setattr(shared, "COMPARED", 0)
    of = versions().corpus
    found = overlap(of)
    story = tell(of, overlap=found).story
    (chosen, *_) = [passage for passage in story["passages"] if passage["differs"] and not passage["boilerplate"]]
    assert chosen["pieces_a"] == []

    class Viewed:
        overlap = found

    a, b = pieces(Viewed(), passage=chosen["id"])
    assert {piece["op"] for piece in a} > {"same"}
    assert "".join(piece["text"] for piece in b) == under(story, chosen["mark_b"])
    with pytest.raises(UnknownNameError):
        pieces(Viewed(), passage="none")
    Viewed.overlap = None
    with pytest.raises(WorkbenchError, match="OverlapHeatmap"):
        pieces(Viewed(), passage="p1")


def test_a_story_without_overlap_has_no_orders_and_one_is_told_once():
    of = handmade.corpus()
    assert tell(of).story["shares"] == shared.no_shares()
    found = handmade.shared(of)
    assert tell(of, overlap=found).story["shares"] is tell(of, overlap=found).story["shares"]


def test_text_that_no_block_shows_is_in_no_piece():
    first = "ميناء الواحة يعود إلى العمل صباح الأحد بعد توقف دام أسبوعين كاملين بسبب العاصفة الأخيرة"
    of = Corpus(
        [article("a", "أ", ["عنوان", first]), article("b", "ب", ["آخر", first.replace("كاملين", "كاملين تقريبا")])]
    )
    story = tell(of, overlap=overlap(of)).story
    (passage,) = story["passages"]
    assert [piece["op"] for piece in passage["pieces_b"]] == ["same", "only", "same"]
    assert [piece["text"] for piece in passage["pieces_a"]][1] == ""
