"""What the quote finder is told: words that a search finds, wordings with their differences, what was rejected."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit import handmade
from workbench.corpus import Article
from workbench.extractors.quotes.precedence import first_reason
from workbench.languages import pack
from workbench.widgets.answers.quotes import ANSWERS
from workbench.widgets.story import tell
from workbench.widgets.telling.folding import folded, particles, searched
from workbench.widgets.telling.lineages import pieces


def holds(text: str, query: str) -> bool:
    """As the browser searches: the query anywhere, or without its particles as a word of its own."""
    stored, typed = searched(pack("ar"), text), folded(query)
    known = particles()
    rests = [typed[len(front) :] for front in known["before"] if typed.startswith(front)]
    return typed in stored or any(f" {rest} " in stored for rest in rests if len(rest) >= known["shortest"])


@pytest.mark.parametrize("written", ["السفينة", "والسفينة", "للسفينة", "وبالسفينة،", "سفينة", "«السَّفينة»"])
@pytest.mark.parametrize("typed", ["سفينة", "السفينة", "والسفينة", "للسفينة", "بسفينه"])
def test_no_particle_hides_a_word(written, typed):
    assert holds(f"قال {written} أمس", typed)


def test_a_rest_of_a_word_is_no_word():
    assert not holds("جاء خالد أمس", "ولد")
    assert not holds("جرت انتخابات أمس", "كانت")


def told(fullest: str, wording: str) -> list[tuple[str, str]]:
    return [(one["op"], one["text"]) for one in pieces(fullest, wording, "ar")]


def test_what_was_cut_stands_where_it_stood():
    assert told("وأكد أن الحوار مستمر", "أكد أن الحوار مستمر") == [("cut", "و"), ("same", "أكد أن الحوار مستمر")]
    assert told("نعم ستعود المياه غدا", "ستعود المياه") == [
        ("cut", "نعم "),
        ("same", "ستعود المياه"),
        ("cut", " غدا"),
    ]


def test_other_words_stand_behind_those_they_replace():
    assert told("عادت المياه أمس", "عادت الكهرباء أمس") == [
        ("same", "عادت "),
        ("cut", "المياه"),
        ("changed", " الكهرباء"),
        ("same", " أمس"),
    ]


SAMPLED = ["قال", "وقال", "المدينة", "للمدينة", "عاد،", "أمس.", "كلها", "بنّاءة", "«نعم»"]
WORDS = st.lists(st.sampled_from(SAMPLED), max_size=9).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_no_letter_of_a_wording_is_lost(fullest, wording):
    kept = [text for op, text in told(fullest, wording) if op != "cut"]
    assert "".join("".join(kept).split()) == "".join(wording.split())


def test_a_statement_has_its_wordings_in_order_and_who_is_silent():
    of = handmade.corpus()
    story = tell(of, quotes=handmade.quotes(of)).story
    (lineage,) = story["lineages"]
    assert lineage["speaker_name"] == "سامر النجار"
    assert [one["quote"] for one in lineage["wordings"]] == ["q1", "q2"]
    assert [bool(one["pieces"]) for one in lineage["wordings"]] == [True, False]
    assert lineage["reasons"] == [{"a": "q1", "b": "q2", "why": [{"code": "words", "values": {"share": "80%"}}]}]
    assert lineage["silent"] == []


def test_an_outlet_that_names_the_speaker_is_silent():
    of = handmade.corpus()
    quotes = handmade.quotes(of).reject("q2")
    (silent,) = (one["silent"] for one in tell(of, quotes=quotes).story["lineages"])
    assert [(one["source"], one["carries"], one["mentions"], one["articles"]) for one in silent] == [
        ("المرفأ", "names", 1, ["p2"])
    ]
    frame = quotes.silent(quotes.table["lineage"][0])
    assert frame.to_dict("records") == silent


def test_what_was_rejected_keeps_its_id_and_its_coder():
    of = handmade.corpus()
    quotes = handmade.quotes(of).reject("q1", "عنوان", coder="ليلى").accept("q2", coder="عمر")
    story = tell(of, quotes=quotes).story
    (rejected,) = story["rejected"]
    assert (rejected["quote"], rejected["coders"]) == ("q1", ["ليلى"])
    assert rejected["reason"] == {"code": "said", "values": {"words": "عنوان"}}
    assert story["marks"][rejected["mark"]]["layer"] == "rejected"
    assert [(one["id"], one["coders"]) for one in story["quotes"]] == [("q2", ["عمر"])]
    assert quotes.accept(rejected["quote"]).table["quote"].tolist() == ["q1", "q2"]


class View:
    """As much of a view as an answer needs."""

    def __init__(self, quotes):
        self.quotes, self.corpus = quotes, quotes.corpus


def test_the_words_around_a_quotation_slice_back():
    quotes = handmade.quotes()
    said = ANSWERS["words"](View(quotes), quote="q1")
    text = quotes.corpus["p1"].text
    assert [text[one["start"] : one["end"]] for one in said["words"]] == [one["text"] for one in said["words"]]
    joined = "".join(one["gap"] + one["text"] for one in said["words"]) + said["rest"]
    assert joined == quotes.corpus["p1"].slice(quotes.corpus["p1"].blocks[1])
    assert text[slice(*said["cue"])] == "قال"
    assert text[slice(*said["speaker"])] == "سامر النجار"
    assert said["people"] == [{"id": "e1", "name": "سامر النجار", "here": True}]


def test_the_agreement_of_two_coders_is_told_without_nan():
    quotes = handmade.quotes().accept("q1", coder="a").reject("q1", coder="b").accept("q2", coder="a")
    quotes.accept("q2", coder="b")
    rows = ANSWERS["agreement"](View(quotes))
    (span,) = (row for row in rows if row["part"] == "span")
    assert (span["a"], span["b"], span["items"], span["observed"]) == ("a", "b", 2, 0.5)
    assert all(value is None or value == value for row in rows for value in row.values())  # noqa: PLR0124  NaN


def article(name: str, source: str, day: str, **known: object) -> Article:
    published = pd.Timestamp(day).date() if day else None
    return Article(name, source, "", published, "", "", "en", "Text.", (), "", **known)  # type: ignore[arg-type]


def test_why_an_outlet_is_first():
    early, late = article("a", "Daffa", "2025-01-01"), article("b", "Sahil", "2025-01-02")
    same = article("c", "Jabal", "2025-01-01")
    credited = article("d", "Sahil", "", agency="Daffa")
    assert first_reason([early, late]) == "published"
    assert first_reason([early, credited]) == "credited"
    assert first_reason([early, same, late]) == "together"
    assert first_reason([early]) == first_reason([early, article("e", "Jabal", "")]) == ""
