"""How many shingles articles have and share: kernels over the runs of shingles that two articles have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.overlap.seedkernels import kept, longest, rolled, wider
from workbench.extractors.overlap.setkernels import different, indexed, room_for, slot_of
from workbench.text.compiled import kernel, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Mask = NDArray[np.bool_]
    Corpus = tuple[Hashes, Numbers, Numbers, Numbers, Numbers]

__all__ = ["begun", "common", "distinct"]

HALF, LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


@kernel
def common(words: Corpus, pairs: Hashes, given: tuple[Numbers, Numbers], k: int, left_out: Mask) -> Numbers:
    """How many distinct shingles of ``k`` words both articles of each pair hold.

    Parameters
    ----------
    words, pairs: as for ``between``.
    given: the runs of equal shingles that ``between`` found, and the first of each pair, with the end.
    left_out: the words whose shingles do not count where all words of one are such; empty where there are none.
    """
    hashes, rows, firsts = words[0], given[0], given[1]
    keys, heads = np.empty(1 << 10, np.uint64), np.empty(room_for(1 << 10), np.int32)
    side, both = np.empty(2, np.int64), np.zeros(len(pairs), np.int64)
    for pair in range(len(pairs)):
        count = 0
        for row in range(firsts[pair], firsts[pair + 1]):
            count += rows[row, 3]
        if count > len(keys):
            keys, heads = np.empty(2 * count, np.uint64), np.empty(room_for(2 * count), np.int32)
        count = 0
        for row in range(firsts[pair], firsts[pair + 1]):
            if rows[row, 1] < 0:
                continue
            side[0], side[1] = rows[row, 1], rows[row, 1] + rows[row, 3] + k - 1
            size = rolled(hashes, side, k, keys[count:])
            count += _told_apart(keys[count : count + size], rows[row], k, left_out)
        both[pair] = different(keys[:count], heads)
        if firsts[pair] < firsts[pair + 1] and rows[firsts[pair], 1] < 0:
            both[pair] = _counted(words, pairs[pair], k, left_out)
    return both


@lent
def _told_apart(keys: Hashes, row: Numbers, k: int, left_out: Mask) -> int:
    """Of a run of shingles that two articles share those that count in both, moved to the front; how many."""
    if not len(left_out):
        return len(keys)
    size = one = other = 0
    for word in range(len(keys) + k - 1):
        one = one + 1 if left_out[row[1] + word] else 0
        other = other + 1 if left_out[row[2] + word] else 0
        if word >= k - 1:
            keys[size] = keys[word - k + 1]
            size += one < k and other < k
    return size


@kernel
def _counted(words: Corpus, pair: np.uint64, k: int, left_out: Mask) -> int:
    """How many distinct shingles two articles share, counted from all that either has."""
    hashes, bounds, runs, article_runs, _ = words
    a, b = int(np.int64(pair >> HALF)), int(np.int64(pair & LOW))
    boxes = runs[article_runs[a] : article_runs[a + 1] + 1], runs[article_runs[b] : article_runs[b + 1] + 1]
    own, keys = np.empty(bounds[a + 1] - bounds[a], np.uint64), np.empty(bounds[b + 1] - bounds[b], np.uint64)
    rolled(hashes, boxes[0], k, own)
    rolled(hashes, boxes[1], k, keys)
    own, keys = own[: kept(own, boxes[0], k, left_out)], keys[: kept(keys, boxes[1], k, left_out)]
    heads, seen, count = np.empty(room_for(len(own)), np.int32), np.zeros(len(own), np.bool_), 0
    room = indexed(own, heads, np.empty(len(own), np.int32))
    for n in range(len(keys)):
        at = heads[slot_of(keys[n], own, heads, room)]
        if at >= 0 and not seen[at]:
            seen[at] = True
            count += 1
    return count


@kernel
def distinct(words: Corpus, articles: Numbers, k: int, left_out: Mask) -> Numbers:
    """How many distinct shingles of ``k`` words each of some articles has; ``left_out`` as for ``common``."""
    hashes, bounds, runs, article_runs, _ = words
    most = longest(bounds)
    keys, heads = np.empty(most, np.uint64), np.empty(room_for(most), np.int32)
    sizes = np.zeros(len(articles), np.int64)
    for number in range(len(articles)):
        own = runs[article_runs[articles[number]] : article_runs[articles[number] + 1] + 1]
        rolled(hashes, own, k, keys)
        sizes[number] = different(keys[: kept(keys, own, k, left_out)], heads)
    return sizes


@kernel
def begun(words: Corpus, articles: tuple[int, int], examples: Numbers, k: int) -> Numbers:
    """Where the words begin and end that stand in a shingle of ``k`` words that begins at one of some examples too.

    Parameters
    ----------
    articles: those that are looked at, half-open.
    examples: words at which such shingles begin.
    """
    hashes, bounds, runs, article_runs, _ = words
    most = max(longest(bounds), len(examples))
    keys, asked = np.empty(most, np.uint64), np.empty(len(examples), np.uint64)
    one = np.empty(2, np.int64)
    for number in range(len(examples)):
        one[0], one[1] = examples[number], examples[number] + k
        rolled(hashes, one, k, asked[number:])
    heads = np.empty(room_for(len(asked)), np.int32)
    room = indexed(asked, heads, np.empty(len(asked), np.int32))
    found, count = np.empty((1 << 10, 2), np.int64), 0
    for run in range(article_runs[articles[0]], article_runs[articles[1]]):
        for n in range(rolled(hashes, runs[run : run + 2], k, keys)):
            if heads[slot_of(keys[n], asked, heads, room)] < 0:
                continue
            word = runs[run] + n
            if count and found[count - 1, 1] >= word:
                found[count - 1, 1] = word + k
                continue
            if count == len(found):
                found = wider(found)
            found[count, 0], found[count, 1] = word, word + k
            count += 1
    return found[:count].copy()
