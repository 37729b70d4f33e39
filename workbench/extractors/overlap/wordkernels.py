"""Words straight out of UTF-8 bytes: kernels that find, fold, hash and compare them without making strings.

They are ``workbench.text.tokens`` again, character by character, with the rules in a table (``characters.py``);
a property test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.overlap import characters as rules
from workbench.text.compiled import inlined, kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Rows = NDArray[np.uint32]
    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Side = tuple[Bytes, Rows, Numbers, Numbers]
    Short = NDArray[np.int32]
    Out = tuple[Hashes, Short, Short, Short]

__all__ = ["split", "verified"]

FOLDED = np.uint32(rules.FOLDED)
MANY, START, WORD, CONT = (np.uint32(bit) for bit in (rules.MANY, rules.START, rules.WORD, rules.CONT))
UNSEEN, APOSTROPHE, LETTER = (np.uint32(bit) for bit in (rules.SEEN_NOT, rules.APOSTROPHE, rules.LETTER))
STOP, CAPITAL, PLAIN = np.uint32(rules.STOP), np.uint32(rules.CAPITAL), np.uint32(rules.PLAIN)
BEGIN, STEP, MIX = np.uint64(0x243F6A8885A308D3), np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
HALF = np.uint64(32)
LAST = rules.SIZE - 1
BETWEEN = UNSEEN | APOSTROPHE | STOP | CONT
NOTHING = np.uint64(((0x243F6A8885A308D3 ^ (0x243F6A8885A308D3 >> 32)) * 0xD6E8FEB86659FD93) % (1 << 64))
"""What the hash of no letters at all is mixed to."""


@inlined
def _point(data: Bytes, at: int) -> int:
    """The code point of the character at a byte; of those that the table does not hold, its last."""
    first = int(np.int64(data[at]))
    if first < 0x80:
        return first
    second = int(np.int64(data[at + 1])) & 0x3F
    if first < 0xE0:
        return ((first & 0x1F) << 6) | second
    third = int(np.int64(data[at + 2])) & 0x3F
    if first < 0xF0:
        return ((first & 0x0F) << 12) | (second << 6) | third
    return min(((first & 0x07) << 18) | (second << 12) | (third << 6) | (int(np.int64(data[at + 3])) & 0x3F), LAST)


@inlined
def _size(byte: np.uint8) -> int:
    """How many bytes the character has that begins with this one."""
    return 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4


@inlined
def _rule(row: Rows, data: Bytes, at: int) -> np.uint32:
    """What the character at a byte is folded to and may do."""
    return np.uint32(row[_point(data, at)])


@kernel
def _joined(row: Rows, data: Bytes, at: int, left: int, here: int) -> int:
    """How many characters from ``at`` on belong to the word before them, with what they need behind them; -1: none.

    Parameters
    ----------
    at: the byte of a letter that is not folded to one, an apostrophe, a full stop or an unseen character.
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
    if not row[data[at - 1]] & CAPITAL or data[at - 1] >= 0x80 or not following & CAPITAL:
        return -1
    if here > 1 and _rule(row, data, _back(data, at - 1)) & WORD:
        return -1
    return -1 if left > 2 and _rule(row, data, after + 1) & WORD else 2


@inlined
def _back(data: Bytes, at: int) -> int:
    """The byte of the character before the one at a byte."""
    at -= 1
    while data[at] & 0xC0 == 0x80:
        at -= 1
    return at


@kernel
def _fed(text: Side, at: int, characters: int, state: np.uint64) -> tuple[np.uint64, int]:
    """The hash with so many more characters, and the byte behind them."""
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
def _moved(data: Bytes, at: int, characters: int) -> int:
    """The byte that many characters further."""
    for _ in range(characters):
        at += _size(data[at])
    return at


@kernel
def _block(text: Side, place: tuple[int, int, int, int], out: Out, count: int) -> tuple[int, int]:
    """The words of one block, written behind the ``count`` first; their number now, and the byte behind the block.

    The way of a plain letter is written out, short: nearly all time is spent there.

    Parameters
    ----------
    place: the article's first byte, the block's, that character's number, the number of the one behind the block.
    """
    data, row, _, _ = text
    hashes, starts, ends, offsets = out
    base, at, here, stop = place
    while here < stop:
        rule = _rule(row, data, at)
        if not rule & START:
            at, here = at + _size(data[at]), here + 1
            continue
        state, start, first, joined = BEGIN, here, at - base, 0 if rule & PLAIN else 1
        while joined >= 0:
            if joined:
                state, at = _fed(text, at, joined, state)
                here += joined
            while here < stop:
                byte = data[at]
                if byte < 0x80:
                    rule, size = row[byte], 1
                elif byte < 0xE0:
                    rule, size = row[((np.int64(byte) & 0x1F) << 6) | (np.int64(data[at + 1]) & 0x3F)], 2
                else:
                    rule, size = _rule(row, data, at), _size(byte)
                if not rule & PLAIN:
                    break
                at, here = at + size, here + 1
                state = (state ^ np.uint64(rule & FOLDED)) * STEP
            joined = _joined(row, data, at, stop - here, here) if here < stop and rule & BETWEEN else -1
        state = (state ^ (state >> HALF)) * MIX
        hashes[count] = state ^ (state >> HALF)
        starts[count], ends[count], offsets[count] = start, here, first
        count += state != NOTHING  # a word of which folding leaves nothing is none
    return count, at


@kernel
def split(
    data: Bytes,
    articles: tuple[Numbers, Numbers, Numbers],
    blocks: tuple[Numbers, Numbers],
    table: tuple[Rows, Numbers, Numbers],
) -> tuple[Out, Numbers]:
    """The words of some articles' blocks: hash, characters, first byte; and how many words each block has.

    Parameters
    ----------
    data: the articles' UTF-8, one behind the other.
    articles: the byte at which each begins, its first block, the row of its language; the first two with an end.
    blocks: the first character of each block in its article and the one behind it.
    table: the rules of all languages.
    """
    most = len(blocks[0]) + 1  # a word has a character, and one stands between two
    for block in range(len(blocks[0])):
        most += (blocks[1][block] - blocks[0][block]) // 2
    hashes, starts = np.empty(most, np.uint64), np.empty(most, np.int32)
    ends, offsets = np.empty(most, np.int32), np.empty(most, np.int32)
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
            text, place = (data, row, table[1], table[2]), (articles[0][article], at, start, stop)
            found, at = _block(text, place, (hashes, starts, ends, offsets), found)
            here = stop
            counts[block] = found - before
    words = (hashes[:found].copy(), starts[:found].copy(), ends[:found].copy(), offsets[:found].copy())
    return words, counts


@kernel
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


@kernel
def _alike(data: Bytes, at: int, other: int, characters: int) -> bool:
    """Whether so many characters are the same bytes in two places."""
    for _ in range(characters):
        size = _size(data[at])
        for step in range(size):
            if data[at + step] != data[other + step]:
                return False
        at, other = at + size, other + size
    return True


@kernel
def verified(
    data: Bytes,
    articles: tuple[Numbers, Numbers],
    words: tuple[Short, Short, Short],
    runs: tuple[Numbers, Numbers, Numbers, Numbers, Numbers],
    table: tuple[Rows, Numbers, Numbers],
) -> NDArray[np.bool_]:
    """For each run of equal hashes whether its words are equal too, once folded.

    Parameters
    ----------
    data, table: as for ``split``.
    articles: the byte at which each article begins, the row of its language.
    words: the first character of each word of the corpus, the one behind it, its first byte.
    runs: the articles of both sides, their first words, how many words.
    """
    same = np.ones(len(runs[0]), np.bool_)
    longest = 1
    for number in range(len(runs[0])):
        for step in range(runs[4][number]):
            longest = max(longest, words[1][runs[2][number] + step] - words[0][runs[2][number] + step])
            longest = max(longest, words[1][runs[3][number] + step] - words[0][runs[3][number] + step])
    widest = 1
    for number in range(len(table[1]) - 1):
        widest = max(widest, table[1][number + 1] - table[1][number])
    left, right = np.empty(longest * widest, np.int32), np.empty(longest * widest, np.int32)
    for number in range(len(runs[0])):
        a, b = runs[0][number], runs[1][number]
        one = (data, table[0][articles[1][a]], table[1], table[2])
        other = (data, table[0][articles[1][b]], table[1], table[2])
        for step in range(runs[4][number]):
            i, j = runs[2][number] + step, runs[3][number] + step
            size = words[1][i] - words[0][i]
            places = (articles[0][a] + words[2][i], articles[0][b] + words[2][j])
            same_length = size == words[1][j] - words[0][j] and articles[1][a] == articles[1][b]
            if same_length and _alike(data, places[0], places[1], size):
                continue
            size = _letters(one, places[0], words[1][i] - words[0][i], left)
            length = _letters(other, places[1], words[1][j] - words[0][j], right)
            if size != length or not np.array_equal(left[:size], right[:size]):
                same[number] = False
                break
    return same
