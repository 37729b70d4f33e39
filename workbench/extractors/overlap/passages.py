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
        self._bounds = np.searchsorted(owners[few], np.arange(len(words.bounds)))
        self._spoken = lru_cache(maxsize=256)(self._sequence)

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
        import numpy as np

        i, j = self._matches(a, b)
        i_first = np.searchsorted(self.words.runs, self.words.runs[i])
        j_first = np.searchsorted(self.words.runs, self.words.runs[j])
        order = np.lexsort((i, j - i, j_first, i_first))
        i, j, i_first, j_first = i[order], j[order], i_first[order], j_first[order]
        fresh = np.ones(len(i), dtype=bool)
        fresh[1:] = (np.diff(i) != 1) | (np.diff(j) != 1) | (np.diff(i_first) != 0) | (np.diff(j_first) != 0)
        begins = np.flatnonzero(fresh)
        lengths = np.diff(np.append(begins, len(i))) + self.limits.k - 1
        a_first, b_first = i_first[begins], j_first[begins]
        columns = (a_first, b_first, i[begins] - a_first, j[begins] - b_first, lengths)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        for (x, y), group in groupby(rows, key=lambda row: row[:2]):
            yield x, y, [Seed(*row[2:]) for row in group]

    def _matches(self, a: int, b: int) -> tuple[Numbers, Numbers]:
        """Every two places, one in each article, where one shingle begins."""
        import numpy as np

        (a_from, a_to), (b_from, b_to) = self._bounds[a : a + 2], self._bounds[b : b + 2]
        ours, theirs = self._shingles[a_from:a_to], self._shingles[b_from:b_to]
        low, high = np.searchsorted(theirs, ours), np.searchsorted(theirs, ours, side="right")
        times = high - low
        i = np.repeat(self._places[a_from:a_to], times)
        within = np.arange(len(i)) - np.repeat(np.cumsum(times) - times, times)
        return i, self._places[b_from:b_to][np.repeat(low, times) + within]

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
