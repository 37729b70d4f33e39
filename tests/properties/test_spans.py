"""For every span that any table holds: ``article.text[start:end] == text``, whatever the page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import corpus_of
from tests.eval.gold import SEEDS
from workbench import samples
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes import quotes
from workbench.languages import pack
from workbench.loaders import load
from workbench.text.fold import fold
from workbench.text.marks import marked
from workbench.text.sentences import sentences
from workbench.text.tokens import tokens

WORDS = """
قال وأكد إن أن إلى على بأن مشيراً بحسب وفقاً الرئيس الروسي فلاديمير بوتين ولبوتين للكرملين وزير الدفاع مرهف أبو قصرة
مصدر بيان سوريا « » “ ” " ' ‘ ’ : ، . ؟ ـ ً ( ) 12 said President Vladimir Putin's that according to ﷲ
"""
PIECES = [*WORDS.split(), "\n", "\u200f", "\x00", "\U0001f600"]
pages = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def check(corpus: Corpus) -> None:
    """Every span of every table slices to its text and lies inside the content."""
    named = entities(corpus)
    said = quotes(corpus, named)
    slices(corpus, named.mentions, ("start", "end", "text"))
    slices(corpus, named.unresolved, ("start", "end", "text"))
    slices(corpus, said.table, ("start", "end", "text"))
    slices(corpus, said.table[said.table["speaker_start"] >= 0], ("speaker_start", "speaker_end", "speaker_text"))
    slices(corpus, said.table[said.table["cue_start"] >= 0], ("cue_start", "cue_end", "cue"))
    assert set(said.table[said.table["cue_start"] < 0]["cue"]) <= {""}
    slices(corpus, said.rejected, ("start", "end", "text"))
    assert set(said.table["speaker"]) - {""} <= set(named.table["entity"])
    assert set(named.mentions["entity"]) == set(named.table["entity"])
    assert set(said.table["lineage"]) == set(said.lineages["lineage"])
    for row in overlap(corpus).passages.itertuples():
        assert corpus[row.a].text[row.a_start : row.a_end].strip()
        assert corpus[row.b].text[row.b_start : row.b_end].strip()


def slices(corpus: Corpus, table: pd.DataFrame, columns: tuple[str, str, str]) -> None:
    for article, start, end, text in zip(table["article"], *(table[column] for column in columns), strict=True):
        assert corpus[article].text[start:end] == text
        assert any(block.start <= start and end <= block.end for block in corpus[article].content)


def test_sample():
    check(samples.phone_call())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not on this machine")
def test_seeds():
    corpus = load(str(SEEDS))
    check(corpus)
    for article in corpus:
        assert article.text == (SEEDS / Path(article.origin).name).read_bytes().decode("utf-8")


@given(st.lists(pages, min_size=1, max_size=3), st.sampled_from(["ar", "en"]))
@settings(max_examples=150, deadline=None)
def test_any_page(texts: list[str], language: str):
    check(corpus_of(*texts, language=language))


@given(st.text(max_size=200))
@settings(deadline=None)
def test_text_functions_keep_to_the_text(text: str):
    for language in (pack("ar"), pack("en")):
        assert all(text[t.start : t.end] == t.text for t in tokens(text, language))
        folded = fold(text, language)
        assert folded.text == "".join(language.fold(c) for c in text)
        spans = sentences(text, language)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(0 < m.start <= m.end <= len(text) for m in marked(text, language))
