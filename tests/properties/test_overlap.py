from __future__ import annotations

import string
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.corpus import Article, Block, BlockKind, Corpus
from workbench.extractors.overlap import Overlap, overlap
from workbench.languages import pack
from workbench.text.align import Limits, align
from workbench.text.tokens import Token, tokens

WORDS = ("قال", "إنّ", "الرئيس", "في", "سوريا", "أمس", "ٱليوم", "وفد", "the", "call", "of", "ـ", "٢٠٢٥")
GAPS = (" ", " ", " ", "، ", "\n", " «", "» ")
KINDS: tuple[BlockKind, ...] = ("title", "subtitle", "body", "body", "body", "caption", "furniture")
UNTIMED = settings(deadline=None)  # the first call imports pandas
SMALL: dict[str, Any] = {"k": 3, "min_words": 3, "gap": 2}


@st.composite
def pages(draw: st.DrawFn) -> list[Article]:
    """A few articles out of few words, in blocks of all kinds, so that much is shared."""
    part = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=14)
    found = []
    for number in range(draw(st.integers(0, 4))):
        text, blocks = "", []
        for words in draw(st.lists(part, max_size=4)):
            content = "".join(word + gap for word, gap in words)
            blocks.append(Block(len(text), len(text) + len(content), draw(st.sampled_from(KINDS))))
            text += content + draw(st.sampled_from(("", "\n", "\n stray \n")))
        language = draw(st.sampled_from(("ar", "en")))
        found.append(Article(f"a{number}", f"s{number % 2}", "", None, "", "", language, text, tuple(blocks), ""))
    return found


def body(name: str, text: str) -> Article:
    return Article(name, name, "", None, "", "", "ar", text, (Block(0, len(text), "body"),), name)


def distinct(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Words that are all different from one another."""
    word = st.text(string.ascii_lowercase, min_size=3, max_size=8)
    return st.lists(word, min_size=least, max_size=most, unique=True)


def sides(found: Overlap) -> list[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    return [((row.a, row.a_start, row.a_end), (row.b, row.b_start, row.b_end)) for row in found.passages.itertuples()]


@UNTIMED
@given(pages())
def test_every_span_begins_and_ends_with_a_word_and_holds_content_alone(articles: list[Article]) -> None:
    found = overlap(Corpus(articles), **SMALL)
    for side in sides(found):
        for name, start, end in side:
            article = found.corpus[name]
            words = tokens(article.text, pack(article.language))
            assert start in {word.start for word in words}
            assert end in {word.end for word in words}
            other = [one for one in article.blocks if one.kind not in ("title", "subtitle", "body")]
            assert not any(one.start < end and start < one.end and one.start < one.end for one in other)
            assert "stray" not in article.text[start:end]


@UNTIMED
@given(pages())
def test_shares_stand_between_nothing_and_all(articles: list[Article]) -> None:
    found = overlap(Corpus(articles), **SMALL)
    assert ((found.pairs[["a_in_b", "b_in_a"]] > 0) & (found.pairs[["a_in_b", "b_in_a"]] <= 1)).all(axis=None)
    assert found.passages["similarity"].between(0, 1, inclusive="right").all()
    for matrix in (found.matrix(), found.matrix(by="article")):
        assert (matrix.isna() | ((matrix >= 0) & (matrix <= 1))).all(axis=None)
    assert set(found.passages["a"]) | set(found.passages["b"]) <= set(found.pairs["a"]) | set(found.pairs["b"])


@UNTIMED
@given(pages())
def test_turning_the_corpus_round_turns_the_answer_round(articles: list[Article]) -> None:
    found, turned = (overlap(Corpus(order), **SMALL) for order in (articles, articles[::-1]))
    assert {frozenset(pair) for pair in sides(found)} == {frozenset(pair) for pair in sides(turned)}
    columns = ["b", "a", "words", "b_in_a", "a_in_b", "first", "jaccard", "first_by", "likely_source"]
    assert set(turned.pairs[columns].itertuples(index=False, name=None)) == set(
        found.pairs.itertuples(index=False, name=None)
    )
    straight = found.matrix(by="article")
    assert straight.equals(turned.matrix(by="article").loc[straight.index, straight.columns])


@UNTIMED
@given(pages())
def test_a_diff_tells_every_word_of_both_articles_once(articles: list[Article]) -> None:
    found = overlap(Corpus(articles), **SMALL)
    for a, b in pairwise(articles):
        told = found.diff(a.id, b.id)
        for side, article in (("a", a), ("b", b)):
            rows = told[[f"{side}_start", f"{side}_end", f"{side}_text"]].itertuples(index=False, name=None)
            spans = sorted((start, end, text) for start, end, text in rows if text)
            assert all(article.text[start:end] == text for start, end, text in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            inside = {place for start, end, _ in spans for place in range(start, end)}
            words = [word for block in article.content for word in words_in(article, block)]
            assert inside.issuperset(place for word in words for place in range(word.start, word.end))
            assert "stray" not in "".join(told[f"{side}_text"])


def words_in(article: Article, block: Block) -> list[Token]:
    return tokens(article.text, pack(article.language), start=block.start, end=block.end)


@UNTIMED
@given(distinct(5, 40), st.data())
def test_what_stands_whole_in_another_is_contained(words: list[str], data: st.DataObject) -> None:
    before, after = (data.draw(st.lists(st.sampled_from(WORDS), max_size=12)) for _ in range(2))
    found = overlap(Corpus([body("a", " ".join([*before, *words, *after])), body("b", " ".join(words))]))
    assert found.pairs.loc[0, "b_in_a"] == 1.0
    assert found.matrix(by="article").loc["b", "a"] == 1.0


@UNTIMED
@given(distinct(13, 40), st.data())
def test_a_word_put_into_a_copy_leaves_one_passage(words: list[str], data: st.DataObject) -> None:
    *words, added = words
    place = data.draw(st.integers(2, len(words) - 2))
    edited = [*words[:place], added, *words[place:]]
    found = overlap(Corpus([body("a", " ".join(words)), body("b", " ".join(edited))]))
    (row,) = found.passages.to_dict("records")
    assert (row["a_end"], row["b_end"]) == (len(" ".join(words)), len(" ".join(edited)))
    assert row["words"] == len(words)
    assert row["similarity"] == pytest.approx(len(words) / len(edited)) != 1.0


@given(*[st.lists(st.integers(0, 3), max_size=40)] * 2, st.integers(1, 4), st.integers(0, 3))
def test_an_alignment_rises_on_both_sides_and_its_words_agree(a: list[int], b: list[int], k: int, gap: int) -> None:
    limits = Limits(k=k, gap=gap, min_words=k)
    found = align(a, b, limits)
    for one in found:
        assert all(a[i] == b[j] for i, j in one.pairs)
        assert one.words >= k
        for (i, j), (further_i, further_j) in zip(one.pairs, one.pairs[1:], strict=False):
            assert 0 < further_i - i <= gap + 1
            assert 0 < further_j - j <= gap + 1
    turned = sorted(tuple((i, j) for j, i in one.pairs) for one in align(b, a, limits))
    assert turned == [one.pairs for one in found]


@given(*[st.lists(st.integers(0, 5), max_size=40)] * 2, st.integers(1, 4))
def test_there_is_a_passage_exactly_where_a_shingle_is_shared(a: list[int], b: list[int], k: int) -> None:
    grams = [{tuple(text[n : n + k]) for n in range(len(text) - k + 1)} for text in (a, b)]
    assert bool(grams[0] & grams[1]) == bool(align(a, b, Limits(k=k, gap=2, min_words=k)))
