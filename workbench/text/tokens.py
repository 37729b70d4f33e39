"""Words with their offsets: the one tokenizer that everything uses.

A token is a run of letters and digits with the combining marks on them, so that a vowelled Arabic
word is one token; tatweel lengthens a word and does not end it, nor does a character within it that
is not seen (a soft hyphen, a mark of direction). An apostrophe between letters
belongs to the word (``don't``), as does the full stop of an initialism (``U.S``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack

__all__ = ["Token", "tokens"]

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0300-\u036f"
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WITHIN = rf"[{UNSEEN}]+(?=[^\W_])|['’](?=[^\W\d_])|(?<=\b[A-Z])\.(?=[A-Z]\b)"
WORD = re.compile(rf"[^\W_][\w{MARKS}]*+(?:(?:{WITHIN})[\w{MARKS}]*+)*+")
MOST = 1 << 18
"""Spellings of one language whose folding is kept."""


class _Folded(dict[str, str]):
    """The folding of each spelling, worked out at the first asking."""

    def __init__(self, pack: LanguagePack) -> None:
        super().__init__()
        self._pack = pack

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST:
            self.clear()
        folded = self[word] = self._pack.fold(word)
        return folded


@cache
def _folding(pack: LanguagePack) -> _Folded:
    return _Folded(pack)


class Token(NamedTuple):
    """A word: ``text[start:end] == text``; ``folded`` is its spelling folded by the pack."""

    start: int
    end: int
    text: str
    folded: str


def tokens(text: str, pack: LanguagePack, *, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of ``text[start:end]`` in order, offsets counted in the whole text.

    >>> from workbench.languages import pack
    >>> [token.folded for token in tokens("أكّد «الكرملين»", pack("ar"))]
    ['اكد', 'الكرملين']
    """
    stop, folded, made = len(text) if end is None else end, _folding(pack), tuple.__new__
    return [  # every article's every word: a named tuple's own constructor would cost as much as all the rest
        made(Token, (match.start(), match.end(), word := match.group(), folded[word]))
        for match in WORD.finditer(text, start, stop)
    ]
