"""Tokens, folding, marks, sentences and phrases, each on what real pages do."""

from __future__ import annotations

import pytest

from workbench.languages import detect, pack
from workbench.text.fold import fold
from workbench.text.marks import marked
from workbench.text.phrases import Phrases, peelings
from workbench.text.sentences import sentences
from workbench.text.tokens import tokens

AR, EN = pack("ar"), pack("en")


def words(text: str, language=AR) -> list[str]:
    return [token.text for token in tokens(text, language)]


def inside(text: str, language=AR) -> list[str]:
    return [text[m.start : m.end] for m in marked(text, language)]


def test_vowelled_and_lengthened_words_are_one_token():
    assert words("أكَّدَ الـرئيس") == ["أكَّدَ", "الـرئيس"]
    assert [token.folded for token in tokens("أكَّدَ الـرئيس", AR)] == ["اكد", AR.fold("الرئيس")]


def test_english_apostrophes_and_initials_belong_to_their_word():
    assert words("Putin's U.S. visit, don't", EN) == ["Putin's", "U.S", "visit", "don't"]


def test_folding_keeps_the_way_back():
    folded = fold("قالَ: بُوتين", AR)
    start = folded.text.index("بوتين")
    assert "قالَ: بُوتين"[slice(*folded.span(start, start + 5))] == "بُوتين"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«نعم»", ["نعم"]),
        ("“نعم”", ["نعم"]),
        ('"نعم"', ["نعم"]),
        ("‘نعم’ قال", ["نعم"]),
        ("»نعم«", ["نعم"]),
        ('قال "نعم" ثم "لا".', ["نعم", "لا"]),
        ("قال «ما قاله “هو” أمس»", ["ما قاله “هو” أمس", "هو"]),
        ("قال «لم يغلق\nفقرة", ["لم يغلق"]),
        ('وصفه بـ"مهم" جداً', ["مهم"]),
    ],
)
def test_marks_pair_by_kind(text: str, expected: list[str]):
    assert inside(text) == expected


def test_apostrophes_are_no_marks():
    assert inside("the players’ union and Putin's visit, rock 'n roll", EN) == []


def test_an_unclosed_mark_says_so():
    (one,) = marked("قال «لم يغلق", AR)
    assert not one.closed


def test_sentences_do_not_end_inside_marks_or_after_titles():
    assert _sentences("قال: «نعم. كلا.» ومضى. عاد؟ لا", AR) == ["قال: «نعم. كلا.» ومضى.", "عاد؟", "لا"]
    assert _sentences("Mr. Smith met J. Doe. They left.", EN) == ["Mr. Smith met J. Doe.", "They left."]


def _sentences(text: str, language) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, language)]


def test_clitics_come_off_in_every_order():
    assert {p.core for p in peelings("ولبوتين", AR)} == {"ولبوتين", "لبوتين", "بوتين"}
    assert "الشرع" in {p.core for p in peelings("وللشرع", AR)}
    assert "putin" in {p.core for p in peelings("putin's", EN)}


def test_phrases_prefer_the_longest_and_leave_clitics_out_of_the_span():
    table = Phrases([("وزير", 1), ("وزير الخارجية", 2)], AR, article=True)
    text = "وبوزير الخارجيّة السوري"
    hit = table.at(0, tokens(text, AR), text)
    assert hit is not None
    assert (hit.value, text[hit.start : hit.end]) == (2, "وزير الخارجيّة")


def test_language_is_told_by_script():
    assert detect("قال Putin إن الحوار مستمر") == "ar"
    assert detect("He said الحوار was on") == "en"
