"""The shared passages of pairs of articles: from shingles in common to aligned characters in both originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workbench.extractors.overlap.shingles import Words
from workbench.text.align import Aligned, Limits, Seed, align

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["Finder", "Passage"]

HELD = 2_000  # sequences of words kept as lists
REPEATS = 32  # places of one shingle in one article from which alignments start; the others are reached from these


class Passage(NamedTuple):
    """A stretch that two articles share, in characters of each, its equal words counted."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int
    similarity: float


class Finder:
    """Finds the passages of any pair of articles; made once for a corpus.

    Parameters
    ----------
    words: the content words of the corpus.
    shingle: for each word the shingle that it begins, or -1.
    limits: the words of a shingle, of an edit and of the shortest passage.
    """

    def __init__(self, words: Words, shingle: Numbers, limits: Limits) -> None:
        import numpy as np

        self.words = words
        self.limits = limits
        numbers, where, spread = np.unique(shingle, return_inverse=True, return_counts=True)
        places = np.flatnonzero((numbers[where] >= 0) & (spread[where] > 1))  # a shingle that comes once meets none
        owners = words.owners()[places]
        order = np.lexsort((places, shingle[places], owners))
        places, owners, found = places[order], owners[order], shingle[places][order]
        few = np.ones(len(places), dtype=bool)
        few[REPEATS:] = (found[REPEATS:] != found[:-REPEATS]) | (owners[REPEATS:] != owners[:-REPEATS])
        self._places, self._shingles = places[few], found[few]
        self._firsts = np.searchsorted(words.runs, words.runs[self._places])
        self._bounds = np.searchsorted(owners[few], np.arange(len(words.bounds)))
        self._spoken = lru_cache(maxsize=HELD)(self._sequence)

    def between(self, a: int, b: int) -> tuple[list[Passage], int]:
        """The passages that two articles share, by their place in ``a``, and how many words they hold in all.

        A word counts once however many passages it stands in: the lesser of the two articles' counts is given.
        """
        found: list[Passage] = []
        a_words: set[int] = set()
        b_words: set[int] = set()
        for a_first, b_first, known in self._seeds(a, b):
            for whole in align(self._spoken(a_first), self._spoken(b_first), self.limits, known=known):
                a_words.update(a_first + i for i, _ in whole.pairs)
                b_words.update(b_first + j for _, j in whole.pairs)
                found.extend(self._pieces(whole, a_first, b_first))
        return sorted(found), min(len(a_words), len(b_words))

    def _sequence(self, first: int) -> list[int]:
        """The words of the sequence that begins with word ``first``."""
        import numpy as np

        end = int(np.searchsorted(self.words.runs, self.words.runs[first], side="right"))
        numbers: list[int] = self.words.ids[first:end].tolist()
        return numbers

    def _seeds(self, a: int, b: int) -> Iterator[tuple[int, int, list[Seed]]]:
        """The runs of equal words, by the sequences that they stand in: each with the first word of either."""
        for (a_first, b_first), rows in groupby(self._matches(a, b), key=lambda row: row[:2]):
            runs: list[Seed] = []
            last = (0, -1)  # the diagonal and place of the match before
            for _, _, diagonal, place in rows:
                if last == (diagonal, place - 1):
                    runs[-1] = runs[-1]._replace(length=runs[-1].length + 1)
                else:
                    runs.append(Seed(place - a_first, place + diagonal - b_first, self.limits.k))
                last = diagonal, place
            yield a_first, b_first, runs

    def _matches(self, a: int, b: int) -> list[tuple[int, int, int, int]]:
        """Every two places where one shingle begins: the first words of their sequences, how far apart, and a's."""
        import numpy as np

        (a_from, a_to), (b_from, b_to) = self._bounds[a : a + 2], self._bounds[b : b + 2]
        ours, theirs = self._shingles[a_from:a_to], self._shingles[b_from:b_to]
        low, high = theirs.searchsorted(ours), theirs.searchsorted(ours, side="right")
        times = high - low
        i = a_from + np.repeat(np.arange(len(ours)), times)
        j = b_from + np.repeat(low - times.cumsum() + times, times) + np.arange(len(i))
        places, firsts = self._places, self._firsts
        columns = (firsts[i], firsts[j], places[j] - places[i], places[i])
        return sorted(zip(*(column.tolist() for column in columns), strict=True))

    def _pieces(self, whole: Aligned, a_first: int, b_first: int) -> Iterator[Passage]:
        """A passage cut where, in either article, something that is no content stands inside it."""
        parts: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        words = self.words
        for i, j in whole.pairs:
            parts[int(words.pieces[a_first + i]), int(words.pieces[b_first + j])].append((i, j))
        for pairs in parts.values():
            part = Aligned(tuple(pairs))
            (a_begin, a_end), (b_begin, b_end) = part.a, part.b
            yield Passage(
                int(words.starts[a_first + a_begin]),
                int(words.ends[a_first + a_end - 1]),
                int(words.starts[b_first + b_begin]),
                int(words.ends[b_first + b_end - 1]),
                part.words,
                part.similarity,
            )
