"""What two articles share: kernels from pairs of articles to passages, and to the runs of shingles in both.

Each is a pure function of arrays. Pairs come sorted, so that the table of the first article's shingles serves all
that it is laid beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.overlap.seedkernels import longer, longest, rolled, wider
from workbench.extractors.overlap.setkernels import indexed, room_for, slot_of
from workbench.text.align import behind, lay, ordered
from workbench.text.compiled import kernel, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Heads = NDArray[np.int32]
    Shape = tuple[int, bool, int, int]
    Given = tuple[Hashes, Numbers, Hashes, Numbers]
    Table = tuple[Hashes, Heads, Heads, Heads, int]
    Corpus = tuple[Hashes, Numbers, Numbers, Numbers, Numbers]

__all__ = ["between", "told"]

REPEATS, HITS = 32, 1 << 32
"""Places of one shingle in one article from which alignments start; the others are reached from these."""
RUNS = 64
"""Runs of equal shingles of one pair that are kept; where there are more, the shingles are counted anew."""
HALF, LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


@kernel
def _matched(given: Given, table: Table, matches: Numbers, shape: Shape) -> tuple[Numbers, int, bool]:
    """Where shingles of two articles are equal, as diagonal and place in one number; how many; whether these are all.

    Parameters
    ----------
    given: hashes of words, the sequences of the second article, a sequence's shingles are written to; hits by slot.
    table: the first article's shingles, the heads, who follows, their words from its first on; the room.
    shape: what is added to a diagonal, whether the second article stands before the first, a number above all that
        the hits hold, and the words of a shingle.
    """
    hashes, boxes, keys, hits = given
    own, heads, following, words, room = table
    count, whole = 0, True
    for box in range(len(boxes) - 1):
        for n in range(rolled(hashes, boxes[box : box + 2], shape[3], keys)):
            slot = slot_of(keys[n], own, heads, room)
            at = heads[slot]
            if at < 0:
                continue
            hits[slot] = max(hits[slot], shape[2]) + 1
            if hits[slot] > shape[2] + REPEATS:
                whole = False
                continue
            left = REPEATS
            while at >= 0 and left:
                if count == len(matches):
                    matches = longer(matches)
                i, j = np.int64(words[at]), boxes[box] - boxes[0] + n
                if shape[1]:
                    i, j = j, i
                matches[count] = ((j - i + shape[0]) << 32) | i
                count, at, left = count + 1, following[at], left - 1
            whole &= at < 0
    return matches, count, whole


@lent
def _seeds(
    matches: Numbers, k: int, most: int, boxes: tuple[Numbers, Numbers], outs: tuple[Numbers, Numbers, Numbers]
) -> int:
    """Runs of matches on one diagonal as ``lay`` takes them; how many.

    Parameters
    ----------
    most: what was added to a diagonal.
    boxes: the first word of each sequence of either article from its first word on, and the end.
    outs: what is written to, and room for twice the places of the matches.
    """
    count, last, out = 0, -2, outs[0]
    ordered(matches, outs[1], outs[2])
    for number in range(len(matches)):
        match = matches[outs[1][number]]
        if match == last + 1:
            out[count - 1, 2] += 1
        else:
            i = match & 0xFFFFFFFF
            j = (match >> 32) - most + i
            left, right = behind(boxes[0], i), behind(boxes[1], j)
            out[count, 0], out[count, 1], out[count, 2] = i, j, k
            out[count, 3], out[count, 4] = boxes[0][left - 1], boxes[0][left]
            out[count, 5], out[count, 6] = boxes[1][right - 1], boxes[1][right]
            count += 1
        last = match
    return count


@lent
def _before(hashes: Hashes, a: int, b: int, sizes: tuple[int, int]) -> bool:
    """Whether the second article stands before the first in the order of their hashes."""
    for place in range(min(sizes)):
        if hashes[a + place] != hashes[b + place]:
            return bool(hashes[b + place] < hashes[a + place])
    return sizes[1] < sizes[0]


@kernel
def _cut(
    runs: Numbers, origin: tuple[int, int, int, bool], pieces: Numbers, out: tuple[Numbers, Numbers], size: Numbers
) -> tuple[Numbers, Numbers]:
    """Add the stretches of a pair to the passages, cut where something that is no content stands inside them.

    Parameters
    ----------
    origin: the pair's number, the first words of both articles, whether they were turned round.
    out: passages (pair, first run, words of the whole stretch) and runs (a, b, length).
    size: how many of both there are.
    """
    passages, found = out
    last, words = (-1, -1, -1), 0
    for run in range(len(runs)):
        if runs[run, 0] != last[0]:
            words, at = 0, run
            while at < len(runs) and runs[at, 0] == runs[run, 0]:
                words, at = words + runs[at, 3], at + 1
        i, j, left = runs[run, 1], runs[run, 2], runs[run, 3]
        if origin[3]:
            i, j = j, i
        i, j = i + origin[1], j + origin[2]
        while left:
            one, other = behind(pieces, i), behind(pieces, j)
            length = min(left, pieces[one] - i, pieces[other] - j)
            if size[0] == len(passages):
                passages = wider(passages)
            if size[1] == len(found):
                found = wider(found)
            if last != (runs[run, 0], one, other):
                passages[size[0], 0], passages[size[0], 1], passages[size[0], 2] = origin[0], size[1], words
                size[0] += 1
            last = (runs[run, 0], one, other)
            found[size[1], 0], found[size[1], 1], found[size[1], 2] = i, j, length
            size[1] += 1
            i, j, left = i + length, j + length, left - length
    return passages, found


@kernel
def _noted(
    given: Numbers, asked: tuple[int, bool], origin: tuple[int, int, int, bool], out: Numbers, size: int
) -> tuple[Numbers, int]:
    """Add to the equal shingles of all pairs those of one, as runs; how many runs there are now.

    Parameters
    ----------
    given: what ``_seeds`` wrote.
    asked: the words of a shingle; whether all are there: a pair of which some are not, or too many, has one row.
    origin: as for ``_cut``.
    """
    first, (least, whole), wanted = size, asked, 0
    for run in range(len(given)):
        wanted += given[run, 2] >= least
    for run in range(len(given)):
        if given[run, 2] < least and whole:
            continue
        if size == len(out):
            out = wider(out)
        i, j = given[run, 0], given[run, 1]
        if origin[3]:
            i, j = j, i
        out[size, 0], out[size, 1], out[size, 2] = origin[0], i + origin[1], j + origin[2]
        out[size, 3] = given[run, 2] - least + 1
        size += 1
        if not whole or wanted > RUNS:
            out[first, 1] = -1
            break
    return out, size


@kernel
def between(words: Corpus, pairs: Hashes, limits: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The passages that pairs of articles share, and the shingles.

    Parameters
    ----------
    words: hashes, the first word of each article, of each sequence, the first sequence of each article, the pieces.
    pairs: the earlier article in the upper half, the later one in the lower; sorted.
    limits: as ``lay`` takes them, the words of a seed first.

    Returns
    -------
    Passages (pair, first run, words of the whole stretch); runs of equal words (a, b, length); runs of equal shingles
    of as many words as a stretch must hold (pair, a, b, how many; a is -1 in the one row of a pair that has too many).
    """
    hashes, bounds, runs, article_runs, pieces = words
    most = longest(bounds)
    keys, own, places = np.empty(most, np.uint64), np.empty(most, np.uint64), np.empty(most, np.int32)
    heads, following = np.empty(room_for(most), np.int32), np.empty(most, np.int32)
    hits = np.zeros(room_for(most), np.int64)
    matches, given = np.empty(1 << 10, np.int64), np.empty((1 << 10, 7), np.int64)
    spare = np.empty((2, 1 << 10), np.int64)
    stamps = np.full((2, most), -1)
    scratch, laid = np.empty((4, 2 * most), np.int64), np.empty((2 * most, 4), np.int64)
    out, size = (np.empty((1 << 10, 3), np.int64), np.empty((1 << 12, 3), np.int64)), np.zeros(2, np.int64)
    shared, noted = np.empty((1 << 10, 4), np.int64), 0
    last, room, held = -1, 0, 0
    for number in range(len(pairs)):
        a, b = int(np.int64(pairs[number] >> HALF)), int(np.int64(pairs[number] & LOW))
        x, y = bounds[a], bounds[b]
        boxes = runs[article_runs[a] : article_runs[a + 1] + 1], runs[article_runs[b] : article_runs[b + 1] + 1]
        if a != last:
            held = rolled(hashes, boxes[0], limits[0], own)
            _placed(boxes[0], limits[0], places)
            room, last = indexed(own[:held], heads, following), a
        turned = _before(hashes, x, y, (bounds[a + 1] - x, bounds[b + 1] - y))
        matches, count, whole = _matched(
            (hashes, boxes[1], keys, hits),
            (own[:held], heads, following, places, room),
            matches,
            (most, turned, number * HITS, limits[0]),
        )
        if count > len(given):
            given, spare = np.empty((2 * count, 7), np.int64), np.empty((2, 2 * count), np.int64)
        one, other = hashes[x : bounds[a + 1]], hashes[y : bounds[b + 1]]
        board = (other, one, stamps[0], stamps[1]) if turned else (one, other, stamps[0], stamps[1])
        edges = (boxes[1] - y, boxes[0] - x) if turned else (boxes[0] - x, boxes[1] - y)
        count = _seeds(matches[:count], limits[0], most, edges, (given, spare[0], spare[1]))
        shared, noted = _noted(given[:count], (limits[1], whole), (number, x, y, turned), shared, noted)
        count = lay(board, number, given[:count], limits, scratch, laid)
        out = _cut(laid[:count], (number, x, y, turned), pieces, out, size)
    return out[0][: size[0]].copy(), out[1][: size[1]].copy(), shared[:noted].copy()


@lent
def _placed(boxes: Numbers, k: int, places: Heads) -> None:
    """Write the words at which the shingles of an article begin, from its first word on."""
    count = 0
    for box in range(len(boxes) - 1):
        for word in range(boxes[box], boxes[box + 1] - k + 1):
            places[count] = word - boxes[0]
            count += 1


@kernel
def told(runs: Numbers, firsts: Numbers, pairs: Hashes, bounds: Numbers) -> Numbers:
    """How many words of each pair stand in its passages, each once: the lesser of the two articles' numbers.

    Parameters
    ----------
    runs: of equal words, of the passages of one pair after those of the other: a, b, length.
    firsts: the first run of each pair, and the end.
    pairs, bounds: as for ``between``.
    """
    stamps = np.full((2, longest(bounds)), -1)
    found = np.zeros(len(pairs), np.int64)
    for pair in range(len(pairs)):
        x = bounds[int(np.int64(pairs[pair] >> HALF))]
        y = bounds[int(np.int64(pairs[pair] & LOW))]
        one = other = 0
        for run in range(firsts[pair], firsts[pair + 1]):
            for step in range(runs[run, 2]):
                i, j = runs[run, 0] + step - x, runs[run, 1] + step - y
                one, other = one + (stamps[0, i] != pair), other + (stamps[1, j] != pair)
                stamps[0, i] = stamps[1, j] = pair
        found[pair] = min(one, other)
    return found
