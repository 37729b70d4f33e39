"""What is counted quickly is what counting one by one gives: shared shingles, stretches, who was first."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.overlap import sharing, spans
from workbench.extractors.overlap.countkernels import begun, common, distinct
from workbench.extractors.overlap.order import Order
from workbench.extractors.overlap.words import Words, read

UNTIMED = settings(deadline=None, max_examples=150)
PAGES = st.lists(st.lists(st.sampled_from("ابتث"), max_size=90), min_size=2, max_size=4)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12)
WHEN = st.one_of(
    st.none(),
    st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 3)),
    st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2024, 1, 3)),
    st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2024, 1, 3), timezones=st.sampled_from([dt.UTC])),
)


def article(number: int, text: str, published: dt.date | None = None, agency: str = "") -> Article:
    block = (Block(0, len(text), "body"),)
    return Article(f"p{number}", f"s{number % 3}", "", published, "", "", "ar", text, block, "", agency)


def shingles(words: Words, number: int, k: int, left_out: np.ndarray) -> set[tuple[int, ...]]:
    """The shingles of an article that do not lie whole in words that are left out."""
    first, end = words.bounds[number : number + 2].tolist()
    places = [n for n in range(first, end - k + 1) if not (len(left_out) and left_out[n : n + k].all())]
    return {tuple(words.hashes[n : n + k].tolist()) for n in places}


@UNTIMED
@given(PAGES, st.integers(1, 6), st.data())
def test_shingles_are_counted_as_sets_of_them_are(pages: list[list[str]], k: int, data: st.DataObject) -> None:
    """Pages of four words repeat so much that alignments begin at some places only; the counts hold all the same."""
    words = read([article(n, " ".join(page)) for n, page in enumerate(pages)])
    count = len(words.hashes)
    marks = data.draw(st.one_of(st.just([]), st.lists(st.booleans(), min_size=count, max_size=count)))
    left_out = np.array(marks, dtype=np.bool_)
    numbers = range(len(pages))
    pairs = np.array([(a << 32) | b for a in numbers for b in numbers if a < b], dtype=np.uint64)
    rows = sharing.stretches(words, pairs, sharing.Limits(k, 3, k, 200)).shared
    firsts = np.searchsorted(rows[:, 0], np.arange(len(pairs) + 1))
    both = common(sharing.arrays(words), pairs, (rows, firsts), k, left_out)
    own = [shingles(words, number, k, left_out) for number in numbers]
    assert both.tolist() == [len(own[a] & own[b]) for a in numbers for b in numbers if a < b]
    assert distinct(sharing.arrays(words), np.arange(len(pages)), k, left_out).tolist() == list(map(len, own))


@UNTIMED
@given(PAGES, st.integers(1, 4), st.data())
def test_words_in_given_shingles_are_found_everywhere(pages: list[list[str]], k: int, data: st.DataObject) -> None:
    words = read([article(n, " ".join(page)) for n, page in enumerate(pages)])
    every = [
        (number, tuple(words.hashes[n : n + k].tolist()))
        for first, end in zip(words.bounds[:-1].tolist(), words.bounds[1:].tolist(), strict=True)
        for number, n in enumerate(range(first, end - k + 1), start=first)
    ]
    if not every:
        return
    examples = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=3))
    asked = {shingle for _, shingle in examples}
    low, high = begun(sharing.arrays(words), (0, len(pages)), np.array([n for n, _ in examples]), k).T
    held = {word for place, shingle in every if shingle in asked for word in range(place, place + k)}
    assert set(spans.each((low, high)).tolist()) == held


@given(SPANS, st.integers(1, 4), st.integers(0, 45))
def test_stretches_swept_are_those_of_words_counted_one_by_one(
    given_spans: list[tuple[int, int]], least: int, place: int
) -> None:
    low, high = (
        np.array(side, dtype=np.int64) for side in ([a for a, _ in given_spans], [a + n for a, n in given_spans])
    )
    depth = np.zeros(60, np.int64)
    for first, end in zip(low, high, strict=True):
        depth[first:end] += 1
    found = spans.swept((low, high), least)
    assert spans.each(found).tolist() == np.flatnonzero(depth >= least).tolist()
    assert (found[0][1:] > found[1][:-1]).all()
    assert spans.within(found, np.array([place])).tolist() == [int((depth[:place] >= least).sum())]


@UNTIMED
@given(st.lists(st.tuples(WHEN, st.sampled_from(["", "", "", "رويترز", "s1"])), min_size=2, max_size=6))
def test_pairs_at_once_are_told_as_one_by_one(told: list[tuple[dt.date | None, str]]) -> None:
    corpus = Corpus(article(n, "خبر", when, agency) for n, (when, agency) in enumerate(told))
    order, numbers = Order(corpus), range(len(corpus))
    a, b = (np.array(side) for side in zip(*[(x, y) for x in numbers for y in numbers if x < y], strict=True))
    first, by, likely = order.of_pairs(a, b)
    for x, y, *found in zip(a.tolist(), b.tolist(), first.tolist(), by, likely, strict=True):
        one = order.between(corpus[x], corpus[y])
        assert found == [-1 if not one.first else int(one.first[1:]), one.by, one.likely]
