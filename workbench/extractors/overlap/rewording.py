"""Sentences that say the same in other words, across languages too: a layer of its own beside exact overlap.

Sentences become vectors (``workbench.extractors.encoder``); those that point the same way are candidates, and these are
weighed by more than the vectors (``saying.py``). In every two articles a sentence is laid beside one other at most.
What both share word for word, boilerplate and what is too short to say something is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from workbench.errors import WorkbenchError
from workbench.extractors.encoder import Encoder, encoded, plain, scaled
from workbench.extractors.overlap.order import Order
from workbench.extractors.overlap.result import REWORDED_COLUMNS, Overlap, frame
from workbench.extractors.overlap.saying import Sayings
from workbench.languages import pack
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from workbench.extractors.overlap.tables import Index

    Vectors = NDArray[np.float32]

__all__ = ["Compared", "Copied", "Place", "compared", "nearest", "reworded"]

SHORTEST = 4  # words of a sentence that says something by itself
COPIED = 0.5  # of a sentence's words in passages that both articles share, from which it is no rewording
MOST = 300_000  # different sentences; every two of them are compared
NEAR = 0.3  # cosine of a candidate
KEPT = 20  # candidates of one sentence
ROWS, COLUMNS = 1024, 8192  # of the cosines that are in memory at once
LEAST = 0.5  # of a score; chosen on the tuning part of the gold (python -m tests.eval.reworded)
DIGITS = 3  # of a score


class Place(NamedTuple):
    """Where a sentence stands: the article's number, which of its sentences it is, its span."""

    article: int
    ordinal: int
    start: int
    end: int


class Pair(NamedTuple):
    """Two sentences of two articles, the one of the earlier article of the corpus first."""

    score: float
    a: Place
    b: Place


class Compared(NamedTuple):
    """The different sentences of a corpus, where each stands, which are near, and how they are weighed."""

    places: list[list[Place]]
    near: list[tuple[int, int]]
    sayings: Sayings


def reworded(overlap: Overlap, index: Index, by: Encoder) -> pd.DataFrame:
    """The table ``Overlap.reworded``; raises WorkbenchError where there are more than ``MOST`` different sentences."""
    found = compared(overlap, index, by)
    alike = [(i, j, round(score, DIGITS)) for i, j, score in found.sayings.alike(found.near, LEAST)]
    return _frame(overlap, list(_aligned(alike, found.places, Copied(overlap, index))))


def compared(overlap: Overlap, index: Index, by: Encoder) -> Compared:
    """The sentences of a corpus with all that is needed to compare them."""
    texts, places = _texts(overlap, index)
    if len(texts) > MOST:
        raise WorkbenchError(
            f"rewording compares every two sentences, and the corpus has {len(texts):,} different ones: "
            f"more than {MOST:,}.",
            hint="take the articles of one period or story: wb.overlap(corpus.part(ids), meaning=True).",
        )
    codes = [overlap.corpus[own[0].article].language for own in places]
    plainly = [plain(text) or code for text, code in zip(texts, codes, strict=True)]
    vectors = scaled(encoded(plainly, by, what="meaning"))
    return Compared(places, nearest(vectors), Sayings(texts, codes, vectors, by))


def _texts(overlap: Overlap, index: Index) -> tuple[list[str], list[list[Place]]]:
    """The different sentences that are compared, and where each stands."""
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    texts: dict[tuple[str, str], str] = {}
    for number, article in enumerate(overlap.corpus):
        language, ordinal = pack(article.language), 0
        words, marked = _words(index, number)
        for block in article.content:
            for one in sentences(article.text, language, start=block.start, end=block.end):
                ordinal += 1
                first, last = np.searchsorted(words, [one.start, one.end])
                if last - first < SHORTEST or marked[first:last].sum() * 2 >= last - first:
                    continue
                text = article.text[one.start : one.end]
                key = (article.language, language.fold(text))
                texts.setdefault(key, text)
                places[key].append(Place(number, ordinal, one.start, one.end))
    return list(texts.values()), list(places.values())


def _words(index: Index, number: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Where the content words of an article begin, in order, and which of them are boilerplate."""
    own = slice(int(index.words.bounds[number]), int(index.words.bounds[number + 1]))
    starts, apart = index.words.starts[own], index.boilerplate.words[own]
    order = np.argsort(starts, kind="stable")
    return starts[order], apart[order] if len(apart) else np.zeros(len(starts), bool)


def nearest(vectors: Vectors) -> list[tuple[int, int]]:
    """The pairs of rows that point the same way, the likest of each row; memory is that of a block of cosines."""
    found: set[tuple[int, int]] = set()
    for begin in range(0, len(vectors), ROWS):
        rows = np.arange(begin, min(begin + ROWS, len(vectors)))
        cosines: Vectors = np.zeros((len(rows), 0), np.float32)
        places: NDArray[np.int64] = np.zeros((len(rows), 0), np.int64)
        for left in range(0, len(vectors), COLUMNS):
            own = np.arange(left, min(left + COLUMNS, len(vectors)))
            block = vectors[rows] @ vectors[own].T
            block[rows[:, None] == own] = -1.0
            likest = _likest(block)
            cosines = np.hstack([cosines, np.take_along_axis(block, likest, axis=1)])
            places = np.hstack([places, own[likest]])
            likest = _likest(cosines)
            cosines = np.take_along_axis(cosines, likest, axis=1)
            places = np.take_along_axis(places, likest, axis=1)
        near, which = np.nonzero(cosines >= NEAR)
        pairs = np.sort(np.column_stack([rows[near], places[near, which]]), axis=1)
        found.update(map(tuple, pairs.tolist()))
    return sorted(found)


def _likest(cosines: Vectors) -> NDArray[np.int64]:
    """The columns of the largest cosines of each row, in no order."""
    width = cosines.shape[1]
    first = max(width - KEPT, 0)
    found: NDArray[np.int64] = np.argpartition(cosines, first, axis=1)[:, first:]
    return found


class Copied:
    """Tells how much of a sentence two articles share word for word."""

    def __init__(self, overlap: Overlap, index: Index) -> None:
        self._index = index
        self._spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        self._ids = [article.id for article in overlap.corpus]
        for _, a, a_start, a_end, b, b_start, b_end, *_ in overlap.passages.itertuples(index=False, name=None):
            self._spans[a, b].append((a_start, a_end))
            self._spans[b, a].append((b_start, b_end))

    def mostly(self, place: Place, other: int) -> bool:
        """Whether at least half of a sentence's words stand in passages that its article shares with another."""
        spans = self._spans.get((self._ids[place.article], self._ids[other]), ())
        if not any(start < place.end and place.start < end for start, end in spans):
            return False
        words, _ = _words(self._index, place.article)
        own = words[(words >= place.start) & (words < place.end)]
        inside = np.zeros(len(own), bool)
        for start, end in spans:
            inside |= (start <= own) & (own < end)
        return float(inside.mean()) >= COPIED


def _aligned(
    alike: Sequence[tuple[int, int, float]], places: Sequence[Sequence[Place]], copied: Copied
) -> Iterator[Pair]:
    """The pairs that are kept: of every two articles the likest first, each sentence once."""
    by_pair: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for i, j, score in alike:
        for one in places[i]:
            for other in places[j]:
                a, b = sorted((one, other))
                if a.article != b.article:
                    by_pair[a.article, b.article].append(Pair(score, a, b))
    for (first, second), pairs in sorted(by_pair.items()):
        taken: set[Place] = set()
        kept: list[Pair] = []
        for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b)):
            if pair.a in taken or pair.b in taken:
                continue
            if copied.mostly(pair.a, second) or copied.mostly(pair.b, first):
                continue
            taken |= {pair.a, pair.b}
            kept.append(pair)
        yield from sorted(kept, key=lambda pair: pair.a)


def _frame(overlap: Overlap, pairs: Sequence[Pair]) -> pd.DataFrame:
    """The table, row by row; a stretch goes on where the next sentences of both articles are a pair too."""
    order, articles = Order(overlap.corpus), list(overlap.corpus)
    rows: list[tuple[Any, ...]] = []
    stretch, before = 0, None
    for number, pair in enumerate(pairs, start=1):
        a, b = articles[pair.a.article], articles[pair.b.article]
        if before is None or not _goes_on(before, pair):
            stretch += 1
        before = pair
        told = order.between(a, b)
        spans = (pair.a.start, pair.a.end), (pair.b.start, pair.b.end)
        rows.append(
            (
                *(f"r{number}", a.id, *spans[0], b.id, *spans[1]),
                *(pair.score, "-".join(sorted({a.language, b.language})), told.first, told.by, f"s{stretch}"),
                *(a.text[slice(*spans[0])], b.text[slice(*spans[1])]),
            )
        )
    return frame(rows, REWORDED_COLUMNS)


def _goes_on(before: Pair, pair: Pair) -> bool:
    """Whether two pairs of the same articles follow each other on both sides."""
    same = (before.a.article, before.b.article) == (pair.a.article, pair.b.article)
    return same and pair.a.ordinal - before.a.ordinal == 1 == pair.b.ordinal - before.b.ordinal
