"""Two word sequences laid beside each other: the stretches that both hold, small edits allowed.

Seed and extend: every run of matching words that holds a whole shingle is a seed; the longest seeds go first.
From both its ends a seed follows the equal words, and steps over an edit of at most ``gap`` words on either side
when at least as many words agree behind it as it steps over, and never fewer than two. A word pair that longer
passages already explain on *both* sides is not told again, so a sentence that stands once here and twice there
gives two passages, and a repetitive text does not give thousands.

The method is that of sequence search by seeds (Altschul et al. 1990, "Basic local alignment search tool",
J. Mol. Biol. 215), on words and exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from workbench.text.compiled import inlined, kernel, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Board = tuple[Hashes, Hashes, Numbers, Numbers]
    Box = tuple[int, int, int, int]

__all__ = ["Aligned", "Limits", "Seed", "align", "behind", "lay", "ordered", "seeds"]

W = TypeVar("W", bound=Hashable)
LOOK = 8  # how many words behind an edit are compared to choose among ways over it


class Limits(NamedTuple):
    """What counts as a shared stretch.

    Parameters
    ----------
    k: the words of a shingle; a stretch must hold one shingle unchanged.
    gap: the words that an edit may have on either side.
    min_words: stretches with fewer equal words are left out.
    """

    k: int = 5
    gap: int = 3
    min_words: int = 8


DEFAULT = Limits()


class Seed(NamedTuple):
    """A run of equal words: ``a[i:i + length] == b[j:j + length]``."""

    i: int
    j: int
    length: int


class Aligned(NamedTuple):
    """A stretch that both sequences hold: the positions ``(i, j)`` of its equal words, both rising."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def a(self) -> tuple[int, int]:
        """Where it stands in the first sequence, half-open."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def b(self) -> tuple[int, int]:
        """Where it stands in the second sequence, half-open."""
        return self.pairs[0][1], self.pairs[-1][1] + 1

    @property
    def words(self) -> int:
        """How many words agree."""
        return len(self.pairs)

    @property
    def similarity(self) -> float:
        """The words that agree as a share of the longer side: 1 for a copy word for word."""
        (a_start, a_end), (b_start, b_end) = self.a, self.b
        return len(self.pairs) / max(a_end - a_start, b_end - b_start)


def align(a: Sequence[W], b: Sequence[W], limits: Limits = DEFAULT) -> list[Aligned]:
    """The stretches that two word sequences share, in the order of the first.

    The answer for ``(b, a)`` is that for ``(a, b)`` turned round: the pair is laid in one order before it is worked on,
    which needs words that can be compared with ``<``.

    Parameters
    ----------
    a, b: words, folded; or numbers that stand for them.
    limits: the words of a shingle, of an edit and of the shortest stretch.

    >>> old = "أكد الرئيس في بيان أن بلاده تدعم وحدة سوريا".split()
    >>> new = "وقد أكد الرئيس في بيان رسمي أن بلاده تدعم وحدة سوريا اليوم".split()
    >>> [(" ".join(old[slice(*found.a)]), found.words, found.similarity) for found in align(old, new, Limits(k=4))]
    [('أكد الرئيس في بيان أن بلاده تدعم وحدة سوريا', 9, 0.9)]
    """
    if list(b) < list(a):
        return sorted(Aligned(tuple((i, j) for j, i in found.pairs)) for found in align(b, a, limits))
    given = seeds(a, b, limits.k)
    if not given:
        return []
    numbers = {word: number for number, word in enumerate(dict.fromkeys([*a, *b]))}
    left, right = (np.array([numbers[word] for word in side], dtype=np.uint64) for side in (a, b))
    rows = np.array([(*seed, 0, len(a), 0, len(b)) for seed in given], dtype=np.int64)
    board = (left, right, np.zeros(len(a), dtype=np.int64), np.zeros(len(b), dtype=np.int64))
    runs = np.empty((len(a) + len(b), 4), dtype=np.int64)
    asked = np.array([limits.k, limits.k, limits.gap, limits.min_words, limits.min_words], dtype=np.int64)
    count = lay(board, 1, rows, asked, np.empty((4, len(a) + len(b)), dtype=np.int64), runs)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, i, j, length in runs[:count].tolist():
        found[number].extend((i + step, j + step) for step in range(length))
    return sorted(Aligned(tuple(pairs)) for pairs in found.values())


def seeds(a: Sequence[W], b: Sequence[W], k: int) -> list[Seed]:
    """The longest runs of equal words that hold at least one shingle of ``k`` words.

    >>> seeds("x b c d y".split(), "b c d".split(), 2)
    [Seed(i=1, j=0, length=3)]
    """
    places: dict[tuple[W, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - k + 1):
        places[tuple(b[j : j + k])].append(j)
    matches = [(j - i, i) for i in range(len(a) - k + 1) for j in places.get(tuple(a[i : i + k]), ())]
    runs: list[Seed] = []
    for diagonal, i in sorted(matches):
        last = runs[-1] if runs else Seed(-1, -1, 0)
        if last.length and last.j - last.i == diagonal and last.i + last.length - k + 1 == i:
            runs[-1] = last._replace(length=last.length + 1)
        else:
            runs.append(Seed(i, i + diagonal, k))
    return runs


@lent
def ordered(keys: Numbers, order: Numbers, spare: Numbers) -> None:
    """Write the places of keys from the least to the greatest, equal ones as they come: merged from runs, maybe long.

    Parameters
    ----------
    keys: what is sorted by.
    order: what is written to.
    spare: room for as many places.
    """
    size = len(keys)
    for place in range(len(keys)):
        order[place] = place
        if place and keys[place] < keys[place - 1]:
            size = 1
    while size < len(keys):
        for first in range(0, len(keys), 2 * size):
            middle, end = min(first + size, len(keys)), min(first + 2 * size, len(keys))
            i, j = first, middle
            for place in range(first, end):
                if i < middle and (j >= end or keys[order[i]] <= keys[order[j]]):
                    spare[place] = order[i]
                    i += 1
                else:
                    spare[place] = order[j]
                    j += 1
        for place in range(len(keys)):
            order[place] = spare[place]
        size *= 2


@lent
def behind(edges: Numbers, place: int) -> int:
    """The number of the first edge behind a place, of edges that rise."""
    low, high = 0, len(edges)
    while low < high:
        middle = (low + high) // 2
        if edges[middle] > place:
            high = middle
        else:
            low = middle + 1
    return low


@inlined
def _agree(board: Board, stamp: int, box: Box, i: int, j: int) -> bool:
    """Whether both words exist, are equal, and are not told by longer passages on both sides."""
    inside = box[0] <= i < box[1] and box[2] <= j < box[3]
    return inside and board[0][i] == board[1][j] and not (board[2][i] == stamp and board[3][j] == stamp)


@inlined
def _run(board: Board, stamp: int, box: Box, place: tuple[int, int, int], limit: int) -> int:
    """How many words agree from a place on in the direction of its step, at most ``limit``."""
    i, j, step = place
    length = 0
    while length < limit and _agree(board, stamp, box, i + step * length, j + step * length):
        length += 1
    return length


@inlined
def _jump(board: Board, stamp: int, box: Box, place: tuple[int, int, int], gap: int) -> tuple[int, int]:
    """The words to step over on each side of an edit: those behind which most words agree; (-1, -1): too few do."""
    i, j, step = place
    best, way = (-1 << 40, 0, 0), (-1, -1)
    for di in range(gap + 1):
        for dj in range(gap + 1):
            if not _agree(board, stamp, box, i + step * di, j + step * dj):
                continue
            length = _run(board, stamp, box, (i + step * di, j + step * dj, step), max(LOOK, gap))
            score = (length - di - dj, -di - dj, -abs(di - dj))
            if length >= max(2, di, dj) and score > best:
                best, way = score, (di, dj)
    return way


@lent
def _onward(board: Board, stamp: int, box: Box, place: tuple[int, int, int], gap: int, out: Numbers) -> int:
    """How many words agree from a place on in one direction, over small edits; they are written to ``out``."""
    i, j, step = place
    count = 0
    while True:
        while _agree(board, stamp, box, i, j):
            out[0, count], out[1, count] = i, j
            count += 1
            i, j = i + step, j + step
        di, dj = _jump(board, stamp, box, (i, j, step), gap)
        if di < 0:
            return count
        following = 0
        for one in range(di):  # the single words that agree inside the edit
            for other in range(following, dj):
                if _agree(board, stamp, box, i + step * one, j + step * other):
                    out[0, count], out[1, count] = i + step * one, j + step * other
                    count += 1
                    following = other + 1
                    break
        i, j = i + step * di, j + step * dj


@lent
def _written(
    pairs: tuple[Numbers, Numbers], sizes: tuple[int, int], seed: tuple[int, int, int], runs: Numbers, first: int
) -> tuple[int, int, int]:
    """A stretch as runs of equal words, behind the ``first`` ones; their number now, the words, the longest run.

    Parameters
    ----------
    pairs, sizes: what agrees before the seed, backwards, and behind it; how many words that is.
    seed: where it begins on both sides, and its length.
    """
    before, behind = pairs
    last, longest = first - 1, 0
    words = sizes[0] + seed[2] + sizes[1]
    for number in range(words):
        if number < sizes[0]:
            i, j = before[0, sizes[0] - 1 - number], before[1, sizes[0] - 1 - number]
        elif number < sizes[0] + seed[2]:
            i, j = seed[0] + number - sizes[0], seed[1] + number - sizes[0]
        else:
            i, j = behind[0, number - sizes[0] - seed[2]], behind[1, number - sizes[0] - seed[2]]
        if last >= first and runs[last, 1] + runs[last, 3] == i and runs[last, 2] + runs[last, 3] == j:
            runs[last, 3] += 1
        else:
            last += 1
            runs[last, 1], runs[last, 2], runs[last, 3] = i, j, 1
        longest = max(longest, runs[last, 3])
    return last + 1, words, longest


@kernel
def lay(board: Board, stamp: int, given: Numbers, limits: Numbers, scratch: Numbers, runs: Numbers) -> int:
    """The stretches that two sequences share as runs of equal words, written to ``runs``; how many runs those are.

    Parameters
    ----------
    board: the words of both; for each word the stamp of the last pair of sequences in which it was told.
    stamp: a number that no pair of sequences on this board had before.
    given: the seeds: i, j, length, and the words between which each may grow: first and end in either sequence.
    limits: the words of a seed; of the run that a stretch must hold; of an edit; the least words of a stretch; and of
        one without such a run, of which six words in ten must agree.
    scratch: four rows, as long as both sequences together.
    runs: the number of the stretch, i, j, length; as many rows as both sequences have words.
    """
    room = np.empty((3, len(given)), np.int64)
    for seed in range(len(given)):
        room[0, seed] = given[seed, 0] - (given[seed, 2] << 32)
    ordered(room[0], room[1], room[2])
    return _laid(board, stamp, given, room[1], limits, scratch, runs)


@lent
def _laid(
    board: Board, stamp: int, given: Numbers, order: Numbers, limits: Numbers, scratch: Numbers, runs: Numbers
) -> int:
    """``lay``, once the seeds are in order: the longest first."""
    k, hold, gap, least, edited = limits
    count = told = 0
    for seed in order:
        length = given[seed, 2]
        box = (given[seed, 3], given[seed, 4], given[seed, 5], given[seed, 6])
        offset = 0
        while offset <= length - k:
            i, j = given[seed, 0] + offset, given[seed, 1] + offset
            size = _run(board, stamp, box, (i, j, 1), length - offset)
            offset += size + 1
            if size < k:
                continue
            before = _onward(board, stamp, box, (i - 1, j - 1, -1), gap, scratch[:2])
            behind = _onward(board, stamp, box, (i + size, j + size, 1), gap, scratch[2:])
            sizes = (before, behind)
            end, words, longest = _written((scratch[:2], scratch[2:]), sizes, (i, j, size), runs, count)
            a_span = runs[end - 1, 1] + runs[end - 1, 3] - runs[count, 1]
            b_span = runs[end - 1, 2] + runs[end - 1, 3] - runs[count, 2]
            if words < least or (longest < hold and (words < edited or 10 * words < 6 * max(a_span, b_span))):
                continue
            for run in range(count, end):
                runs[run, 0] = told
                for step in range(runs[run, 3]):
                    board[2][runs[run, 1] + step] = board[3][runs[run, 2] + step] = stamp
            count, told = end, told + 1
    return count
