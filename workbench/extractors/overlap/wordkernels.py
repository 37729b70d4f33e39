"""Words straight out of UTF-16: kernels that find, fold, hash and compare them without making strings.

Nearly every character is one unit of it, so that a word is found again by the number of its first character; Python
makes UTF-16 of its strings faster than UTF-8.

They are ``workbench.text.tokens`` again, character by character, with the rules in a table (``characters.py``);
a property test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.overlap import characters as rules
from workbench.text.compiled import inlined, kernel, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Units = NDArray[np.uint16]
    Rows = NDArray[np.uint32]
    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Side = tuple[Units, Rows, Numbers, Numbers]
    Short = NDArray[np.int32]
    Out = tuple[Hashes, Short, Short]

__all__ = ["looked_at", "split", "verified"]

FOLDED = np.uint32(rules.FOLDED)
MANY, START, WORD, CONT = (np.uint32(bit) for bit in (rules.MANY, rules.START, rules.WORD, rules.CONT))
UNSEEN, APOSTROPHE, LETTER = (np.uint32(bit) for bit in (rules.SEEN_NOT, rules.APOSTROPHE, rules.LETTER))
STOP, CAPITAL, PLAIN = np.uint32(rules.STOP), np.uint32(rules.CAPITAL), np.uint32(rules.PLAIN)
BEGIN, STEP, MIX = np.uint64(0x243F6A8885A308D3), np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
HALF, ONE = np.uint64(32), np.uint64(1)
LAST = rules.SIZE - 1
BETWEEN = UNSEEN | APOSTROPHE | STOP | CONT
NOTHING = np.uint64(((0x243F6A8885A308D3 ^ (0x243F6A8885A308D3 >> 32)) * 0xD6E8FEB86659FD93) % (1 << 64))
"""What the hash of no letters at all is mixed to."""


@inlined
def _point(data: Units, at: int) -> int:
    """The code point of the character at a unit; of those that the table does not hold, its last."""
    first = int(np.int64(data[at]))
    if first & 0xFC00 != 0xD800:
        return first
    return min(0x10000 + ((first & 0x3FF) << 10) + (int(np.int64(data[at + 1])) & 0x3FF), LAST)


@inlined
def _size(unit: np.uint16) -> int:
    """How many units the character has that begins with this one."""
    return 2 if unit & 0xFC00 == 0xD800 else 1


@inlined
def _rule(row: Rows, data: Units, at: int) -> np.uint32:
    """What the character at a unit is folded to and may do."""
    return np.uint32(row[_point(data, at)])


@lent
def _joined(row: Rows, data: Units, at: int, left: int, here: int) -> int:
    """How many characters from ``at`` on belong to the word before them, with what they need behind them; -1: none.

    Parameters
    ----------
    at: the unit of a letter that is not folded to one, an apostrophe, a full stop or an unseen character.
    left: how many characters the block has from here.
    here: how many the text has before.
    """
    rule = _rule(row, data, at)
    if rule & CONT:
        return 1
    if left < 2:
        return -1
    after = at + _size(data[at])
    following = _rule(row, data, after)
    if rule & APOSTROPHE:
        return 2 if following & LETTER else -1
    if rule & UNSEEN:
        count = 1
        while following & UNSEEN and count + 1 < left:
            after += _size(data[after])
            following = _rule(row, data, after)
            count += 1
        return count + 1 if following & START else -1
    if not row[data[at - 1]] & CAPITAL or not following & CAPITAL:
        return -1
    if here > 1 and _rule(row, data, _back(data, at - 1)) & WORD:
        return -1
    return -1 if left > 2 and _rule(row, data, after + 1) & WORD else 2


@inlined
def _back(data: Units, at: int) -> int:
    """The unit of the character before the one at a unit."""
    return at - 2 if data[at - 1] & 0xFC00 == 0xDC00 else at - 1


@lent
def _fed(text: Side, at: int, characters: int, state: np.uint64) -> tuple[np.uint64, int]:
    """The hash with so many more characters, and the unit behind them."""
    data, row, firsts, letters = text
    for _ in range(characters):
        rule = _rule(row, data, at)
        at += _size(data[at])
        folded = np.int64(rule & FOLDED)
        if rule & MANY:
            for place in range(firsts[folded], firsts[folded + 1]):
                state = (state ^ np.uint64(letters[place])) * STEP
        else:
            state = (state ^ np.uint64(folded)) * STEP
    return state, at


@inlined
def _moved(data: Units, at: int, characters: int) -> int:
    """The unit that many characters further."""
    for _ in range(characters):
        at += _size(data[at])
    return at


@lent
def _block(text: Side, place: tuple[int, int, int], out: Out, count: int) -> tuple[int, int]:
    """The words of one block, written behind the ``count`` first; their number now, and the unit behind the block.

    The way of a plain letter is written out, short: nearly all time is spent there.

    Parameters
    ----------
    place: the block's first unit, that character's number, the number of the one behind the block.
    """
    data, row, _, _ = text
    hashes, starts, ends = out
    at, here, stop = place
    while here < stop:
        rule = row[data[at]]
        if not rule & START:
            if data[at] & 0xFC00 != 0xD800:
                at, here = at + 1, here + 1
                continue
            rule = _rule(row, data, at)
            if not rule & START:
                at, here = at + 2, here + 1
                continue
        state, start, joined = BEGIN, here, 0 if rule & PLAIN else 1
        while joined >= 0:
            if joined:
                state, at = _fed(text, at, joined, state)
                here += joined
            unit, behind = np.uint64(at), np.uint64(at + stop - here)
            while unit < behind:
                rule = row[data[unit]]
                if not rule & PLAIN:
                    break
                state = (state ^ np.uint64(rule & FOLDED)) * STEP
                unit += ONE
            here, at = here + int(np.int64(unit)) - at, int(np.int64(unit))
            left = stop - here
            if left > 0 and data[at] & 0xFC00 == 0xD800:
                rule = _rule(row, data, at)
            joined = _joined(row, data, at, left, here) if left > 0 and rule & BETWEEN else -1
        state = (state ^ (state >> HALF)) * MIX
        hashes[count] = state ^ (state >> HALF)
        starts[count], ends[count] = start, here
        count += state != NOTHING  # a word of which folding leaves nothing is none
    return count, at


@kernel
def split(
    data: Units,
    articles: tuple[Numbers, Numbers, Numbers],
    blocks: tuple[Numbers, Numbers],
    table: tuple[Rows, Numbers, Numbers],
) -> tuple[Out, Numbers]:
    """The words of some articles' blocks: hash and characters; and how many words each block has.

    Parameters
    ----------
    data: the articles' UTF-16, one behind the other.
    articles: the unit at which each begins, its first block, the row of its language; the first two with an end.
    blocks: the first character of each block in its article and the one behind it.
    table: the rules of all languages.
    """
    most = len(blocks[0]) + 1  # a word has a character, and one stands between two
    for block in range(len(blocks[0])):
        most += (blocks[1][block] - blocks[0][block]) // 2
    hashes, starts, ends = np.empty(most, np.uint64), np.empty(most, np.int32), np.empty(most, np.int32)
    counts = np.zeros(len(blocks[0]), np.int64)
    found = 0
    for article in range(len(articles[2])):
        row = table[0][articles[2][article]]
        at, here = articles[0][article], 0
        for block in range(articles[1][article], articles[1][article + 1]):
            start, stop = blocks[0][block], blocks[1][block]
            if start < here:
                at, here = articles[0][article], 0
            at = _moved(data, at, start - here)
            before = found
            text = (data, row, table[1], table[2])
            found, at = _block(text, (at, start, stop), (hashes, starts, ends), found)
            here = stop
            counts[block] = found - before
    return (hashes[:found], starts[:found], ends[:found]), counts


@lent
def _letters(text: Side, at: int, characters: int, out: Short) -> int:
    """How many letters a word is folded to; they are written to ``out``."""
    data, row, firsts, letters = text
    count = 0
    for _ in range(characters):
        rule = _rule(row, data, at)
        at += _size(data[at])
        folded = rule & FOLDED
        if not rule & MANY:
            out[count] = folded
            count += 1
            continue
        for place in range(firsts[folded], firsts[folded + 1]):
            out[count] = letters[place]
            count += 1
    return count


@lent
def _alike(data: Units, at: int, other: int, units: int) -> bool:
    """Whether so many units are the same in two places."""
    step = 0
    while step < units and data[at + step] == data[other + step]:
        step += 1
    return step == units


@inlined
def _unit(data: Units, articles: tuple[Numbers, Numbers, Numbers, Numbers], article: int, character: int) -> int:
    """The unit of a character of an article."""
    behind = character - articles[3][article]
    if articles[2][article]:
        return _moved(data, articles[0][article], behind)
    return int(articles[0][article] + behind)


@lent
def _equal(
    sides: tuple[Side, Side], places: tuple[int, int], sizes: tuple[int, int], room: tuple[Short, Short]
) -> bool:
    """Whether two words, so many characters from a unit on, have the same letters once folded."""
    size = _letters(sides[0], places[0], sizes[0], room[0])
    length = _letters(sides[1], places[1], sizes[1], room[1])
    step = 0
    while size == length and step < size and room[0][step] == room[1][step]:
        step += 1
    return size == length and step == size


@lent
def _widest(words: tuple[Short, Short], runs: tuple[Numbers, Numbers, Numbers], firsts: Numbers) -> int:
    """How many letters a word of some runs may have once folded.

    Parameters
    ----------
    runs: the first words of both sides, how many words.
    firsts: where the letters of each character begin of which no or several come.
    """
    longest = widest = 1
    for number in range(len(runs[0])):
        for side in range(2):
            for word in range(runs[side][number], runs[side][number] + runs[2][number]):
                longest = max(longest, words[1][word] - words[0][word])
    for number in range(len(firsts) - 1):
        widest = max(widest, firsts[number + 1] - firsts[number])
    return longest * widest


@kernel
def looked_at(words: tuple[Short, Short], runs: Numbers, sides: Numbers, count: int) -> Numbers:
    """Of each article the first character that a run has there, and the one behind the last; a row of each.

    Parameters
    ----------
    words: as for ``verified``.
    runs, sides: the first word of each run in either article and how many; the places of both articles.
    count: of the articles.
    """
    parts = np.zeros((2, count), np.int64)
    for side in range(2):
        for run in range(len(runs)):
            first, last = runs[run, side], runs[run, side] + runs[run, 2] - 1
            place = sides[side, run]
            if not parts[1, place] or words[0][first] < parts[0, place]:
                parts[0, place] = words[0][first]
            parts[1, place] = max(parts[1, place], words[1][last])
    return parts


@kernel
def verified(
    data: Units,
    articles: tuple[Numbers, Numbers, Numbers, Numbers],
    words: tuple[Short, Short],
    runs: tuple[Numbers, Numbers, Numbers, Numbers, Numbers],
    table: tuple[Rows, Numbers, Numbers],
) -> NDArray[np.bool_]:
    """For each run of equal hashes whether its words are equal too, once folded.

    Parameters
    ----------
    data, table: as for ``split``.
    articles: the unit at which each article begins, the row of its language, whether a character of it has two units,
        the number of the first of its characters that is there.
    words: the first character of each word of the corpus, the one behind it.
    runs: the articles of both sides, their first words, how many words.
    """
    same = np.ones(len(runs[0]), np.bool_)
    widest = _widest(words, (runs[2], runs[3], runs[4]), table[1])
    room = np.empty(widest, np.int32), np.empty(widest, np.int32)
    for number in range(len(runs[0])):
        a, b, i, j = runs[0][number], runs[1][number], runs[2][number], runs[3][number]
        last = runs[4][number] - 1
        places = _unit(data, articles, a, words[0][i]), _unit(data, articles, b, words[0][j])
        size = _unit(data, articles, a, words[1][i + last]) - places[0]
        length = _unit(data, articles, b, words[1][j + last]) - places[1]
        if size == length and articles[1][a] == articles[1][b] and _alike(data, places[0], places[1], size):
            continue
        one = (data, table[0][articles[1][a]], table[1], table[2])
        other = (data, table[0][articles[1][b]], table[1], table[2])
        for step in range(last + 1):
            places = _unit(data, articles, a, words[0][i + step]), _unit(data, articles, b, words[0][j + step])
            sizes = words[1][i + step] - words[0][i + step], words[1][j + step] - words[0][j + step]
            if not _equal((one, other), places, sizes, room):
                same[number] = False
                break
    return same
