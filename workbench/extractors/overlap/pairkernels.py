"""What two articles share: kernels from pairs of articles to passages, and to the shingles that stand in both.

Each is a pure function of arrays. Pairs come sorted, so that the table of the first article's shingles serves all
that it is laid beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.overlap.seedkernels import kept, longer, longest, rolled, wider
from workbench.text.align import behind, lay, ordered
from workbench.text.compiled import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Shape = tuple[int, bool, int]
    Given = tuple[Hashes, Numbers, int, Numbers]
    Table = tuple[Hashes, Numbers, Numbers, Numbers, int]
    Corpus = tuple[Hashes, Numbers, Numbers, Numbers, Numbers]

__all__ = ["between", "common", "distinct", "told"]

REPEATS, HITS = 32, 1 << 32
"""Places of one shingle in one article from which alignments start; the others are reached from these."""
HALF, LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


@kernel
def _room(words: int) -> int:
    """The places of a table that holds so many shingles: a power of two, half of them free."""
    room = 16
    while room < 2 * words:
        room *= 2
    return room


@kernel
def _slot(key: np.uint64, table: Hashes, heads: Numbers, room: int) -> int:
    """Where a shingle stands in a table, or where it would."""
    slot = int(np.int64(key & np.uint64(room - 1)))
    while heads[slot] >= 0 and table[slot] != key:
        slot = (slot + 1) & (room - 1)
    return slot


@kernel
def _indexed(keys: Hashes, count: int, table: Hashes, heads: Numbers, following: Numbers) -> int:
    """Put shingles into a table: of each the first, and for each the next that is equal, or -1; the table's room."""
    room = _room(count)
    heads[:room] = -1
    for number in range(count - 1, -1, -1):
        slot = _slot(keys[number], table, heads, room)
        table[slot], following[number] = keys[number], heads[slot]
        heads[slot] = number
    return room


@kernel
def _matched(given: Given, table: Table, matches: Numbers, shape: Shape) -> tuple[Numbers, int]:
    """Where shingles of two articles are equal, as diagonal and place in one number; how many.

    Parameters
    ----------
    given: the second article's shingles, their words from its first on, how many; hits by slot.
    table: the first article's shingles by slot, the heads, who follows, their words; the room.
    shape: what is added to a diagonal, whether the second article stands before the first, and a number above all
        that the hits hold.
    """
    keys, places, size, hits = given
    slots, heads, following, words, room = table
    count = 0
    for number in range(size):
        slot = _slot(keys[number], slots, heads, room)
        if heads[slot] < 0:
            continue
        hits[slot] = max(hits[slot], shape[2]) + 1
        if hits[slot] > shape[2] + REPEATS:
            continue
        at, left = heads[slot], REPEATS
        while at >= 0 and left:
            if count == len(matches):
                matches = longer(matches)
            i, j = words[at], places[number]
            if shape[1]:
                i, j = j, i
            matches[count] = ((j - i + shape[0]) << 32) | i
            count, at, left = count + 1, following[at], left - 1
    return matches, count


@kernel
def _seeds(matches: Numbers, k: int, most: int, boxes: tuple[Numbers, Numbers], out: Numbers) -> int:
    """Runs of matches on one diagonal as ``lay`` takes them, written to ``out``; how many.

    Parameters
    ----------
    most: what was added to a diagonal.
    boxes: the first word of each sequence of either article from its first word on, and the end.
    """
    count, last = 0, -2
    order = ordered(matches, np.empty(len(matches), np.int64), np.empty(len(matches), np.int64))
    for number in range(len(matches)):
        match = matches[order[number]]
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


@kernel
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
def between(words: Corpus, pairs: Hashes, limits: Numbers) -> tuple[Numbers, Numbers]:
    """The passages that pairs of articles share: pair, first run, stretch's words; runs of equal words: a, b, length.

    Parameters
    ----------
    words: hashes, the first word of each article, of each sequence, the first sequence of each article, the pieces.
    pairs: the earlier article in the upper half, the later one in the lower; sorted.
    limits: as ``lay`` takes them, the words of a seed first.
    """
    hashes, bounds, runs, article_runs, pieces = words
    most = longest(bounds)
    keys, places = np.empty(most, np.uint64), np.empty(most, np.int64)
    table = (np.empty(_room(most), np.uint64), np.empty(_room(most), np.int64), np.empty(most, np.int64))
    own, hits = np.empty(most, np.int64), np.zeros(_room(most), np.int64)
    matches, given = np.empty(1 << 10, np.int64), np.empty((1 << 10, 7), np.int64)
    stamps = np.full((2, most), -1)
    scratch, laid = np.empty((4, 2 * most), np.int64), np.empty((2 * most, 4), np.int64)
    out, size = (np.empty((1 << 10, 3), np.int64), np.empty((1 << 12, 3), np.int64)), np.zeros(2, np.int64)
    last, room = -1, 0
    for number in range(len(pairs)):
        a, b = int(np.int64(pairs[number] >> HALF)), int(np.int64(pairs[number] & LOW))
        x, y = bounds[a], bounds[b]
        boxes = runs[article_runs[a] : article_runs[a + 1] + 1], runs[article_runs[b] : article_runs[b + 1] + 1]
        if a != last:
            count = rolled(hashes, boxes[0], limits[0], keys, own)
            own[:count] -= x
            room, last = _indexed(keys, count, table[0], table[1], table[2]), a
        sizes = (bounds[a + 1] - x, bounds[b + 1] - y)
        turned = _before(hashes, x, y, sizes)
        count = rolled(hashes, boxes[1], limits[0], keys, places)
        places[:count] -= y
        matches, count = _matched(
            (keys, places, count, hits),
            (table[0], table[1], table[2], own, room),
            matches,
            (most, turned, number * HITS),
        )
        if count > len(given):
            given = np.empty((2 * count, 7), np.int64)
        one, other = hashes[x : bounds[a + 1]], hashes[y : bounds[b + 1]]
        board = (other, one, stamps[0], stamps[1]) if turned else (one, other, stamps[0], stamps[1])
        edges = (boxes[1] - y, boxes[0] - x) if turned else (boxes[0] - x, boxes[1] - y)
        count = _seeds(matches[:count], limits[0], most, edges, given)
        count = lay(board, number, given[:count], limits, scratch, laid)
        out = _cut(laid[:count], (number, x, y, turned), pieces, out, size)
    return out[0][: size[0]].copy(), out[1][: size[1]].copy()


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


@kernel
def common(words: Corpus, pairs: Hashes, k: int, left_out: NDArray[np.bool_]) -> Numbers:
    """How many distinct shingles of ``k`` words both articles of each pair hold.

    Parameters
    ----------
    words, pairs: as for ``between``.
    left_out: the words whose shingles do not count where all words of one are such; empty where there are none.
    """
    hashes, bounds, runs, article_runs, _ = words
    most = longest(bounds)
    keys, places = np.empty(most, np.uint64), np.empty(most, np.int64)
    table, heads = np.empty(_room(most), np.uint64), np.empty(_room(most), np.int64)
    following, hits = np.empty(most, np.int64), np.full(_room(most), -1)
    both = np.zeros(len(pairs), np.int64)
    last, room = -1, 0
    for number in range(len(pairs)):
        for side, article in enumerate((pairs[number] >> HALF, pairs[number] & LOW)):
            one = int(np.int64(article))
            if side == 0 and one == last:
                continue
            own = runs[article_runs[one] : article_runs[one + 1] + 1]
            count = kept(keys, places, rolled(hashes, own, k, keys, places), k, left_out)
            if side == 0:
                room, last = _indexed(keys, count, table, heads, following), one
                hits[:room] = -1
                continue
            for n in range(count):
                slot = _slot(keys[n], table, heads, room)
                if heads[slot] >= 0 and hits[slot] != number:
                    hits[slot] = number
                    both[number] += 1
    return both


@kernel
def distinct(words: Corpus, k: int, left_out: NDArray[np.bool_]) -> Numbers:
    """How many distinct shingles of ``k`` words each article has; ``left_out`` as for ``common``."""
    hashes, bounds, runs, article_runs, _ = words
    most = longest(bounds)
    keys, places = np.empty(most, np.uint64), np.empty(most, np.int64)
    table, heads = np.empty(_room(most), np.uint64), np.empty(_room(most), np.int64)
    sizes = np.zeros(len(bounds) - 1, np.int64)
    for article in range(len(sizes)):
        own = runs[article_runs[article] : article_runs[article + 1] + 1]
        count = kept(keys, places, rolled(hashes, own, k, keys, places), k, left_out)
        room = _room(count)
        heads[:room] = -1
        for number in range(count):
            slot = _slot(keys[number], table, heads, room)
            sizes[article] += heads[slot] < 0
            table[slot], heads[slot] = keys[number], number
    return sizes


@kernel
def begun(words: Corpus, examples: Numbers, k: int) -> NDArray[np.bool_]:
    """Of each word whether it stands in a shingle of ``k`` words that begins at one of some examples, anywhere.

    Parameters
    ----------
    examples: words at which such shingles begin.
    """
    hashes, bounds, runs, article_runs, _ = words
    most = max(longest(bounds), len(examples))
    keys, places = np.empty(most, np.uint64), np.empty(most, np.int64)
    table, heads = np.empty(_room(most), np.uint64), np.empty(_room(most), np.int64)
    one = np.empty(2, np.int64)
    asked = np.empty(len(examples), np.uint64)
    for number in range(len(examples)):
        one[0], one[1] = examples[number], examples[number] + k
        rolled(hashes, one, k, keys, places)
        asked[number] = keys[0]
    room = _indexed(asked, len(asked), table, heads, places.copy())
    found = np.zeros(len(hashes), np.bool_)
    for article in range(len(bounds) - 1):
        own = runs[article_runs[article] : article_runs[article + 1] + 1]
        for n in range(rolled(hashes, own, k, keys, places)):
            if heads[_slot(keys[n], table, heads, room)] >= 0:
                found[places[n] : places[n] + k] = True
    return found
