"""Which articles share a run of words: kernels over the hashes of words, by ranges of the hashes of shingles.

Each is a pure function of arrays over the words of some articles, so that the ranges can be worked on one after
another, at once, or apart from each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.text.compiled import kernel, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Part = tuple[int, int]

__all__ = [
    "collected",
    "expanded",
    "found_again",
    "kept",
    "longer",
    "longest",
    "parted",
    "repeated",
    "rolled",
    "wider",
]

STEP, MIX = np.uint64(0xD1342543DE82EF95), np.uint64(0xA0761D6478BD642F)
HALF, ONE, TWO = np.uint64(32), np.uint64(1), np.uint64(2)


@lent
def rolled(hashes: Hashes, runs: Numbers, k: int, keys: Hashes) -> int:
    """The hashes of all shingles of ``k`` words, in their order; how many there are.

    Parameters
    ----------
    hashes: of the words of all articles.
    runs: the first word of each sequence to be read, and the end.
    keys: what is written to, as long as these sequences.
    """
    oldest = np.uint64(1)
    for _ in range(k - 1):
        oldest *= STEP
    count = 0
    for run in range(len(runs) - 1):
        own = hashes[runs[run] : runs[run + 1]]
        state = np.uint64(0)
        for word in range(min(k - 1, len(own))):
            state = state * STEP + own[word]
        for word in range(len(own) - k + 1):
            state = state * STEP + own[word + k - 1]
            mixed = (state ^ (state >> HALF)) * MIX
            keys[count + word] = mixed ^ (mixed >> HALF)
            state -= own[word] * oldest
        count += max(0, len(own) - k + 1)
    return count


@kernel
def longer(numbers: Any) -> Any:
    """The same numbers with as much room again behind them."""
    room = np.empty(2 * len(numbers), numbers.dtype)
    for place in range(len(numbers)):
        room[place] = numbers[place]
    return room


@kernel
def wider(rows: Numbers) -> Numbers:
    """The same rows with as much room again behind them."""
    room = np.empty((2 * rows.shape[0], rows.shape[1]), np.int64)
    for row in range(rows.shape[0]):
        for column in range(rows.shape[1]):
            room[row, column] = rows[row, column]
    return room


@lent
def longest(bounds: Numbers) -> int:
    """The most words that an article has."""
    most = 0
    for article in range(len(bounds) - 1):
        most = max(most, bounds[article + 1] - bounds[article])
    return most


@kernel
def collected(
    words: tuple[Hashes, Numbers, Numbers],
    k: int,
    part: Part,
    labels: tuple[Numbers, int],
    left_out: NDArray[np.bool_],
) -> Hashes:
    """Who holds the shingles of one range: the hash above and who it is below, in one number each.

    Parameters
    ----------
    words: their hashes, the first of each sequence, the first sequence of each article.
    part: by how many of its first bits a hash is put into a range, and the number of the range.
    labels: for each article the number that stands for it, and the bits that such a number takes.
    left_out: the words whose shingles are not given where all words of one are such; empty where there are none.
    """
    hashes, runs, article_runs = words
    keys = np.empty(longest(runs), np.uint64)
    found, count = np.empty(1 << 12, np.uint64), 0
    lift, number = np.uint64(part[0]), np.uint64(part[1])
    low = (ONE << np.uint64(labels[1])) - ONE
    for article in range(len(article_runs) - 1):
        for run in range(article_runs[article], article_runs[article + 1]):
            rolled(hashes, runs[run : run + 2], k, keys)
            for n in range(kept(keys, runs[run : run + 2], k, left_out)):
                key = keys[n]
                if lift and key >> (np.uint64(64) - lift) != number:
                    continue
                if count == len(found):
                    found = longer(found)
                found[count] = ((key << lift) & ~low) | np.uint64(labels[0][article])
                count += 1
    return found[:count].copy()


@kernel
def parted(
    words: tuple[Hashes, Numbers, Numbers], k: int, lift: int, labels: tuple[int, int]
) -> tuple[Hashes, Numbers]:
    """Who holds the shingles of some articles, as ``collected`` tells it, range after range; where each one begins.

    Parameters
    ----------
    words: as for ``collected``, of these articles alone; few enough that all of it stays near the processor.
    lift: by how many of its first bits a hash is put into a range.
    labels: the number of the first of the articles, and the bits that such a number takes.
    """
    hashes, runs, article_runs = words
    keys, holders = np.empty(len(hashes), np.uint64), np.empty(len(hashes), np.uint32)
    sizes, count = np.zeros(1 << lift, np.int64), 0
    up, down, low = np.uint64(lift), np.uint64(63 - lift), (ONE << np.uint64(labels[1])) - ONE
    for article in range(len(article_runs) - 1):
        for run in range(article_runs[article], article_runs[article + 1]):
            size = rolled(hashes, runs[run : run + 2], k, keys[count:])
            holders[count : count + size] = labels[0] + article
            count += size
    for n in range(count):
        sizes[(keys[n] >> ONE) >> down] += 1
    firsts = np.zeros(len(sizes) + 1, np.int64)
    firsts[1:] = np.cumsum(sizes)
    found, free = np.empty(count, np.uint64), firsts[:-1].astype(np.uint64)
    for n in range(count):
        part = (keys[n] >> ONE) >> down
        found[free[part]] = ((keys[n] << up) & ~low) | np.uint64(holders[n])
        free[part] += ONE
    return found, firsts


@lent
def repeated(keys: Hashes, table: Hashes) -> int:
    """Move the keys whose shingle may come more than once to the front; how many.

    Parameters
    ----------
    table: zeros, two bits a place, a power of two of places: never seen, seen, seen again.
    """
    drop = np.uint64(64) - np.uint64(np.log2(len(table) * 32))
    for n in range(len(keys)):
        place = keys[n] >> drop
        shift = (place & np.uint64(31)) * TWO
        seen = table[place >> np.uint64(5)]
        table[place >> np.uint64(5)] = seen | ((((seen >> shift) & ONE) + ONE) << shift)
    count = np.uint64(0)
    for n in range(len(keys)):
        key = keys[n]
        place = key >> drop
        keys[count] = key
        count += (table[place >> np.uint64(5)] >> ((place & np.uint64(31)) * TWO + ONE)) & ONE
    return int(np.int64(count))


@lent
def kept(keys: Hashes, runs: Numbers, k: int, left_out: NDArray[np.bool_]) -> int:
    """Of the shingles of some sequences those that do not lie whole in words that are left out; how many.

    Parameters
    ----------
    keys: what ``rolled`` wrote; those that are kept come first, in their order.
    runs, k: as for ``rolled``.
    left_out: of each word whether it is; empty where none is.
    """
    count = size = 0
    for run in range(len(runs) - 1):
        if not len(left_out):
            size += max(0, runs[run + 1] - runs[run] - k + 1)
            continue
        inside = 0
        for word in range(runs[run], runs[run + 1]):
            inside = inside + 1 if left_out[word] else 0
            if word >= runs[run] + k - 1:
                keys[size] = keys[count]
                size, count = size + (inside < k), count + 1
    return size


@lent
def _paired(
    members: Hashes, caps: tuple[int, int, int], outlets: Numbers, tally: Numbers, pairs: Hashes, count: int
) -> int:
    """Write the pairs of a group behind the ``count`` first; their number now.

    Parameters
    ----------
    tally: a zero for each outlet, put back.
    """
    for member in members:
        tally[outlets[member]] += 1
    for i in range(len(members)):
        own = outlets[members[i]]
        near = caps[1] if tally[own] <= caps[1] else caps[2]
        for j in range(i + 1, len(members)):
            same = outlets[members[j]] == own
            if near or not same:
                pairs[count] = (members[i] << HALF) | members[j]
                count += 1
                near -= same
    for member in members:
        tally[outlets[member]] = 0
    return count


@kernel
def expanded(
    keys: Hashes, bits: int, caps: tuple[int, int, int], outlets: Numbers, begin: int, room: int
) -> tuple[Hashes, Numbers, int]:
    """The pairs of articles that the groups of equal hashes lead to, the groups over the cap, and where it stopped.

    Parameters
    ----------
    keys: what ``collected`` found, sorted.
    bits: those that an article's number takes.
    caps: the most articles of a group that leads to pairs; the most of one outlet of which each is paired with each;
        with how many that follow it each is paired where there are more.
    outlets: of each article the number of its outlet.
    begin: the key to begin with, the first of its group.
    room: how many pairs are enough for one call.

    Returns
    -------
    Pairs, the earlier article in the upper half; rows of first key and number of articles; the key to go on with.
    """
    low, cap = (ONE << np.uint64(bits)) - ONE, caps[0]
    pairs, size = np.empty(room + cap * cap, np.uint64), np.zeros(2, np.int64)
    capped = np.empty((16, 2), np.int64)
    members, tally = np.empty(cap + 1, np.uint64), np.zeros(len(outlets), np.int64)
    while begin < len(keys) and size[0] < room:
        if size[1] == len(capped):
            capped = wider(capped)
        begin = _grouped(keys, (low, room, begin), caps, (outlets, tally, members), (pairs, capped), size)
    return pairs[: size[0]].copy(), capped[: size[1]].copy(), begin


@lent
def _grouped(
    keys: Hashes,
    asked: tuple[np.uint64, int, int],
    caps: tuple[int, int, int],
    given: tuple[Numbers, Numbers, Hashes],
    outs: tuple[Hashes, Numbers],
    size: Numbers,
) -> int:
    """The part of ``expanded`` that makes no array; the key to go on with, once pairs are enough or capped is full.

    Parameters
    ----------
    asked: the bits of an article's number, as ones; how many pairs are enough; the key to begin with.
    given: the outlets; a zero for each, put back; room for the members of a group.
    outs, size: pairs and groups over the cap, what is written to; how many of both there are.
    """
    low, room, begin = asked
    outlets, tally, members = given
    pairs, capped = outs
    cap = caps[0]
    while begin < len(keys) and size[0] < room and size[1] < len(capped):
        if begin + 1 == len(keys) or (keys[begin] ^ keys[begin + 1]) > low:
            begin += 1
            continue
        end, held, last = begin, 0, low + ONE
        while end < len(keys) and (keys[end] ^ keys[begin]) <= low:
            member = keys[end] & low
            if member != last:
                if held <= cap:
                    members[held] = member
                held, last = held + 1, member
            end += 1
        if held > cap:
            capped[size[1], 0], capped[size[1], 1] = begin, held
            size[1] += 1
        elif held > 1:
            size[0] = _paired(members[:held], caps, outlets, tally, pairs, size[0])
        begin = end
    return begin


@kernel
def found_again(
    hashes: Hashes, runs: Numbers, article_runs: Numbers, k: int, asked: tuple[Numbers, Hashes, int, int]
) -> Numbers:
    """The words at which some shingles begin, first of those that the article has.

    Parameters
    ----------
    asked: articles; their shingles as far as the hash is known; by how many bits it is moved up, how many are unknown.
    """
    articles, wanted, lift, bits = asked
    keys = np.empty(longest(runs), np.uint64)
    low = (ONE << np.uint64(bits)) - ONE
    found = np.full(len(articles), -1)
    for number in range(len(articles)):
        for run in range(article_runs[articles[number]], article_runs[articles[number] + 1]):
            for n in range(rolled(hashes, runs[run : run + 2], k, keys)):
                if found[number] < 0 and (keys[n] << np.uint64(lift)) & ~low == wanted[number]:
                    found[number] = runs[run] + n
    return found
