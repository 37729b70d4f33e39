"""The frames of an overlap, and what they were counted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

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
    Mask = NDArray[np.bool_]

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
        pairs, apart = self.found.pairs, self.boilerplate.words
        if self.counting is not None:
            return self.counting(pairs, apart)
        return self.both, self.sizes_of(np.arange(len(self.corpus)))

    @cached_property
    def both(self) -> Numbers:
        """How many distinct shingles each pair shares, boilerplate apart."""
        return self.counts[0] if self.counting else self.shared(self.boilerplate.words)

    def shared(self, apart: Mask) -> Numbers:
        """How many distinct shingles each pair shares, without those that lie whole in words that are told apart."""
        from workbench.extractors.overlap.countkernels import common

        words, pairs, k = arrays(self.words), self.found.pairs, self.limits.k
        rows = self.found.shared
        firsts = np.searchsorted(rows[:, 0], np.arange(len(pairs) + 1))

        def some(first: int) -> Numbers:
            end = first + PAIRS
            return common(words, pairs[first:end], (rows, firsts[first : end + 1]), k, apart)

        return _in_portions(some, len(pairs))

    @cached_property
    def names(self) -> _Names:
        """The ids of the articles."""
        return _Names(self.corpus)

    @property
    def sizes(self) -> Numbers:
        """How many distinct shingles each article has, boilerplate apart."""
        return self.counts[1]

    def sizes_of(self, articles: Numbers) -> Numbers:
        """How many distinct shingles some articles have, boilerplate apart."""
        from workbench.extractors.overlap.countkernels import distinct

        if self.counting is not None:
            return self.sizes[articles]
        words, k, apart = arrays(self.words), self.limits.k, self.boilerplate.words
        return _in_portions(lambda first: distinct(words, articles[first : first + PAIRS], k, apart), len(articles))

    def by_source(self) -> tuple[list[str], Shared]:
        """The outlets, how many distinct shingles each has and each two share, boilerplate apart."""
        names = self.corpus.sources
        apart = self.boilerplate.words
        tasks = holders(self.words, self.limits.k, outlets(self.corpus), apart)
        return names, together([task() for task in tasks])


def frames(index: Index) -> Frames:
    """The frames of pairs, passages, boilerplate and capped shingles, in the order of the corpus."""
    return Frames(_pairs(index), _passages(index), frame(index.boilerplate.rows, BOILERPLATE_COLUMNS), _capped(index))


def _in_portions(work: Callable[[int], Numbers], count: int) -> Numbers:
    """What comes of items in portions, given the first of each, on two threads where there are several."""
    portions = range(0, count, PAIRS)
    return np.concatenate([np.zeros(0, np.int64), *at_once(work, portions, threads=min(2, len(portions)))])


def _pairs(index: Index) -> pd.DataFrame:
    a, b = index.sides
    both = index.both
    articles, places = np.unique(np.concatenate(index.sides), return_inverse=True)
    one, other = index.sizes_of(articles)[places].reshape(2, -1)
    apart = index.boilerplate.passages
    words = index.told(index.long.chosen(np.flatnonzero(~apart)))
    order, names = Order(index.corpus), index.names
    first, by, likely = order.of_pairs(a, b)
    with np.errstate(invalid="ignore"):
        shares = (both / one, both / other, both / (one + other - both))
    columns = (
        *(names.of(a), names.of(b), words),
        *(np.nan_to_num(shares[0]), np.nan_to_num(shares[1])),
        names.of(first),
        np.nan_to_num(shares[2]),
        _strings(by),
        _strings([one if count else "" for one, count in zip(likely, words.tolist(), strict=True)]),
    )
    return _frame(columns, PAIR_COLUMNS)


def _passages(index: Index) -> pd.DataFrame:
    found, words = index.long, index.words
    spans, equal = found.spans, found.equal
    a, b = (side[found.pair] for side in index.sides)
    longer = np.maximum(spans[:, 1] - spans[:, 0], spans[:, 3] - spans[:, 2])
    names = index.names
    columns = (
        _strings([f"p{number}" for number in range(1, len(equal) + 1)]),
        *(names.of(a), words.starts[spans[:, 0]], words.ends[spans[:, 1] - 1]),
        *(names.of(b), words.starts[spans[:, 2]], words.ends[spans[:, 3] - 1]),
        *(equal, equal / longer, index.boilerplate.passages),
    )
    return _frame(columns, PASSAGE_COLUMNS)


class _Names:
    """The ids of a corpus, looked up by number without making a string for each row."""

    def __init__(self, corpus: Corpus) -> None:
        import pyarrow as pa

        self._ids = pa.array([*(article.id for article in corpus), ""], pa.large_string())

    def of(self, numbers: Numbers) -> Any:
        """The ids of articles; of -1 the empty string."""
        return pd.array(self._ids.take(np.where(numbers < 0, len(self._ids) - 1, numbers)), dtype="str")


def _strings(values: list[str]) -> Any:
    """A column of strings."""
    import pyarrow as pa

    return pd.array(pa.array(values, pa.large_string()), dtype="str")


def _frame(values: Sequence[Any], columns: dict[str, str]) -> pd.DataFrame:
    """A frame of whole columns, each of its dtype even where it is empty."""
    made = {name: pd.Series(one, dtype=kind) for (name, kind), one in zip(columns.items(), values, strict=True)}
    return pd.DataFrame(made, copy=False)


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
