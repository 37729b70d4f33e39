"""The frames of an overlap, and what they were counted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from workbench.corpus import Corpus
from workbench.extractors.overlap.boilerplate import Boilerplate, boilerplate
from workbench.extractors.overlap.order import Order
from workbench.extractors.overlap.result import (
    BOILERPLATE_COLUMNS,
    CAPPED_COLUMNS,
    PAIR_COLUMNS,
    PASSAGE_COLUMNS,
    Frames,
    frame,
)
from workbench.extractors.overlap.sharing import (
    HALF,
    PAIRS,
    Limits,
    Shared,
    Stretches,
    arrays,
    at_once,
    holders,
    outlets,
    together,
)
from workbench.extractors.overlap.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Index", "frames"]


@dataclass(frozen=True)
class Index:
    """What the frames are counted from, kept for the matrix and the flow.

    Parameters
    ----------
    corpus, words, limits: the articles, their words, what was asked for.
    found: all passages, whatever their length.
    capped: rows of a word that begins a shingle over the cap, and in how many articles it is.
    counting: what counts the shingles of pairs and articles where this process does not.
    """

    corpus: Corpus
    words: Words
    limits: Limits
    found: Stretches
    capped: Numbers
    counting: Callable[[NDArray[np.uint64], NDArray[np.bool_]], tuple[Numbers, Numbers]] | None = None

    @cached_property
    def sides(self) -> tuple[Numbers, Numbers]:
        """The numbers of the articles of each pair."""
        pairs = self.found.pairs
        return (pairs >> HALF).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)

    @cached_property
    def long(self) -> Stretches:
        """The passages that have as many words as were asked for."""
        return self.found.chosen(np.flatnonzero(self.found.words >= self.limits.min_words))

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What is told apart from copying."""
        told = self.told(self.found)
        return boilerplate(self.corpus, self.words, self.long, told, self.capped, seed=self.limits.seed)

    def told(self, passages: Stretches) -> Numbers:
        """How many words each pair has in these passages, each once."""
        from workbench.extractors.overlap import pairkernels

        numbers = np.arange(len(passages.pairs) + 1)
        firsts = passages.firsts[np.searchsorted(passages.pair, numbers)]
        return pairkernels.told(passages.runs, firsts, passages.pairs, self.words.bounds)

    @cached_property
    def counts(self) -> tuple[Numbers, Numbers]:
        """How many distinct shingles each pair shares and each article has, boilerplate apart."""
        from workbench.extractors.overlap.pairkernels import common, distinct

        pairs, apart = self.found.pairs, self.boilerplate.words
        if self.counting is not None:
            return self.counting(pairs, apart)
        words, k = arrays(self.words), self.limits.k
        portions = [pairs[first : first + PAIRS] for first in range(0, len(pairs), PAIRS)]
        both = at_once(lambda some: common(words, some, k, apart), portions, threads=2 if len(portions) > 1 else 1)
        return np.concatenate([np.zeros(0, np.int64), *both]), distinct(words, k, apart)

    @property
    def both(self) -> Numbers:
        """How many distinct shingles each pair shares, boilerplate apart."""
        return self.counts[0]

    @property
    def sizes(self) -> Numbers:
        """How many distinct shingles each article has, boilerplate apart."""
        return self.counts[1]

    def by_source(self) -> tuple[list[str], Shared]:
        """The outlets, how many distinct shingles each has and each two share, boilerplate apart."""
        names = self.corpus.sources
        apart = self.boilerplate.words
        tasks = holders(self.words, self.limits.k, outlets(self.corpus), apart)
        return names, together([task() for task in tasks])


def frames(index: Index) -> Frames:
    """The frames of pairs, passages, boilerplate and capped shingles, in the order of the corpus."""
    return Frames(_pairs(index), _passages(index), frame(index.boilerplate.rows, BOILERPLATE_COLUMNS), _capped(index))


def _pairs(index: Index) -> pd.DataFrame:
    a, b = index.sides
    sizes, both = index.sizes, index.both
    apart = index.boilerplate.passages
    words = index.told(index.long.chosen(np.flatnonzero(~apart)))
    order, articles = Order(index.corpus), list(index.corpus)
    told = [order.between(articles[x], articles[y]) for x, y in zip(a.tolist(), b.tolist(), strict=True)]
    with np.errstate(invalid="ignore"):
        shares = (both / sizes[a], both / sizes[b], both / (sizes[a] + sizes[b] - both))
    columns = (
        *(_ids(index, a), _ids(index, b), words),
        *(np.nan_to_num(shares[0]), np.nan_to_num(shares[1])),
        [one.first for one in told],
        np.nan_to_num(shares[2]),
        [one.by for one in told],
        [one.likely if count else "" for one, count in zip(told, words.tolist(), strict=True)],
    )
    return _frame(columns, PAIR_COLUMNS)


def _passages(index: Index) -> pd.DataFrame:
    found, words = index.long, index.words
    spans, equal = found.spans, found.equal
    a, b = (side[found.pair] for side in index.sides)
    longer = np.maximum(spans[:, 1] - spans[:, 0], spans[:, 3] - spans[:, 2])
    columns = (
        [f"p{number}" for number in range(1, len(equal) + 1)],
        *(_ids(index, a), words.starts[spans[:, 0]], words.ends[spans[:, 1] - 1]),
        *(_ids(index, b), words.starts[spans[:, 2]], words.ends[spans[:, 3] - 1]),
        *(equal, equal / longer, index.boilerplate.passages),
    )
    return _frame(columns, PASSAGE_COLUMNS)


def _ids(index: Index, numbers: Numbers) -> NDArray[np.object_]:
    ids = np.empty(len(index.corpus), dtype=object)
    ids[:] = [article.id for article in index.corpus]
    return ids[numbers]


def _frame(values: Sequence[object], columns: dict[str, str]) -> pd.DataFrame:
    """A frame of whole columns, each of its dtype even where it is empty."""
    return pd.DataFrame(dict(zip(columns, values, strict=True))).astype(columns)


def _capped(index: Index) -> pd.DataFrame:
    """The capped shingles as they first stand, in most articles first."""
    words, seed = index.words, index.limits.seed
    articles = np.searchsorted(words.bounds, index.capped[:, 0], side="right") - 1
    rows: list[tuple[object, ...]] = []
    for (place, count), article in zip(index.capped.tolist(), articles.tolist(), strict=True):
        text = index.corpus[article].text
        spans = zip(words.starts[place : place + seed], words.ends[place : place + seed], strict=True)
        rows.append((" ".join(text[start:end] for start, end in spans), count))
    return frame(sorted(rows, key=lambda row: (-int(str(row[1])), str(row[0]))), CAPPED_COLUMNS)
