"""What every character does to a word, as numbers: the tokenizer's and the folding's rules in one table.

A row of the table belongs to one language pack, a column to one code point. The low bits hold what the character is
folded to, the bits above them what it may do in a word (``workbench.text.tokens`` is where those rules are written).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import MARKS, UNSEEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SIZE", "Table", "table"]

SIZE = 0x34000
"""Code points that the table holds: no letter or digit stands beyond."""
FOLDED = (1 << 21) - 1
MANY, START, WORD, CONT, SEEN_NOT, APOSTROPHE, LETTER, STOP, CAPITAL, PLAIN = (1 << bit for bit in range(21, 31))
"""Folded to none or several (the low bits say which); begins a word; is ``\\w``; goes on in one; unseen; an
apostrophe; a letter; a full stop; a capital of A-Z; goes on in a word and is folded to one."""
CHUNK = 256


class Table(NamedTuple):
    """The table of some languages.

    Parameters
    ----------
    rows: for each language and code point what it is folded to and what it may do.
    firsts, letters: where no or several characters come of one: its number ``n`` in ``rows`` leads to
        ``letters[firsts[n]:firsts[n + 1]]``.
    codes: the languages, in the order of the rows.
    """

    rows: NDArray[np.uint32]
    firsts: NDArray[np.int64]
    letters: NDArray[np.int64]
    codes: tuple[str, ...]


def table(codes: Iterable[str]) -> Table:
    """The table of these languages; the same languages get the same table again."""
    return _table(tuple(sorted(set(codes))))


@cache
def _table(codes: tuple[str, ...]) -> Table:
    import numpy as np

    rows = np.zeros((max(len(codes), 1), SIZE), dtype=np.uint32)
    several: dict[str, int] = {}
    for row, code in zip(rows, codes, strict=False):
        row[:] = _rules() | np.arange(SIZE, dtype=np.uint32)
        for character, folded in _changed(pack(code)):
            point = ord(character)
            if len(folded) == 1:
                row[point] = (int(row[point]) & ~FOLDED) | ord(folded)
            else:
                row[point] = (int(row[point]) & ~FOLDED) | MANY | several.setdefault(folded, len(several))
        row[(row & (CONT | MANY)) == CONT] |= PLAIN
        row[-1] = 0  # stands for every character beyond
    letters = [ord(letter) for folded in several for letter in folded]
    firsts = np.cumsum([0, *map(len, several)], dtype=np.int64)
    return Table(rows, firsts, np.array(letters, dtype=np.int64), codes)


def _changed(language: LanguagePack) -> Iterator[tuple[str, str]]:
    """The characters that folding changes, with what comes of them."""
    for character in sorted({*_cased(), *map(chr, language.fold_table)}):  # every process makes the same table
        folded = language.fold(character)
        if folded != character and ord(character) < SIZE - 1:
            yield character, folded


@cache
def _characters() -> str:
    """All characters of the table, in order."""
    import numpy as np

    return np.arange(SIZE, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _cased() -> tuple[str, ...]:
    """The characters whose case is folded."""
    every = _characters()
    chunks = (every[first : first + CHUNK] for first in range(0, SIZE, CHUNK))
    return tuple(one for chunk in chunks if chunk.casefold() != chunk for one in chunk if one.casefold() != one)


@cache
def _rules() -> NDArray[np.uint32]:
    """What each character may do in a word, whatever the language."""
    import numpy as np

    found = np.zeros(SIZE, dtype=np.uint32)
    classes: dict[str, int] = {
        r"[^\W_]+": START | WORD | CONT,
        "_+": WORD | CONT,
        f"[{MARKS}]+": CONT,
        f"[{UNSEEN}]+": SEEN_NOT,
        "['’]": APOSTROPHE,
        r"[^\W\d_]+": LETTER,
        r"\.": STOP,
        "[A-Z]+": CAPITAL,
    }
    for pattern, bits in classes.items():
        for start, end in _runs(re.compile(pattern).finditer):
            found[start:end] |= bits
    return found


def _runs(find: Callable[[str], Iterable[re.Match[str]]]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in find(_characters()))
