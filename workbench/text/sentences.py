"""Sentences with their offsets.

A sentence ends at a full stop, question or exclamation mark (Arabic ones too) that white space
follows, at an ellipsis likewise, and at the end of a line; never inside paired quotation marks, after
an initial, or after a word that the pack lists with a full stop (``Mr.``). A run of more than 3,000
characters without any of these is cut at a comma or a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.marks import Marked, marked
from workbench.text.spans import Spans

__all__ = ["Sentence", "sentences"]

STOP = re.compile(r"[.!?؟۔…]+[»”\"’)\]]*(?=\s|$)|\n+")
LONGEST = 3000  # characters: a longer run is cut at a comma or a space, so that no page takes time by its square
ABBREVIATED = 60  # the most characters of a word that a full stop may belong to
INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$|(?:[A-Z]\.){2,}$")


class Sentence(NamedTuple):
    """``text[start:end]``, with no white space at its ends."""

    start: int
    end: int


def sentences(
    text: str, pack: LanguagePack, *, start: int = 0, end: int | None = None, marks: Iterable[Marked] | None = None
) -> list[Sentence]:
    """The sentences of ``text[start:end]``, in order.

    ``marks``: what stands between quotation marks there, where that is known already.

    >>> from workbench.languages import pack
    >>> text = "قال: «نعم. نعم». ثم مضى."
    >>> [text[s.start:s.end] for s in sentences(text, pack("ar"))]
    ['قال: «نعم. نعم».', 'ثم مضى.']
    """
    stop = len(text) if end is None else end
    pairs = marked(text, pack, start=start, end=stop) if marks is None else marks
    inside = [(pair.start, pair.end) for pair in pairs if pair.closed]
    within = Spans(inside)
    found: list[Sentence] = []
    begin = start
    for match in STOP.finditer(text, start, stop):
        if text[match.start()] != "\n":
            if within.covers(match.start()) and not _begins(text, match.end(), pack):
                continue
            if text[match.start()] == "." and _abbreviates(text, begin, match.start(), pack):
                continue
        found.extend(_trimmed(text, begin, match.end()))
        begin = match.end()
    found.extend(_trimmed(text, begin, stop))
    return [piece for one in found for piece in _cut(text, one, inside)]


def _cut(text: str, sentence: Sentence, inside: list[tuple[int, int]]) -> Iterator[Sentence]:
    """A sentence, or its pieces where it is so long that it can only be text without full stops."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        limit = start + LONGEST
        limit = next((closed + 1 for opened, closed in inside if opened <= limit <= closed), limit)
        breaks = (text.rfind(mark, start + 1, limit) for mark in ("،", ",", "؛", ";", " "))
        position = limit if limit > start + LONGEST else next((one + 1 for one in breaks if one > start), limit)
        yield from _trimmed(text, start, min(position, sentence.end))
        start = position
    yield from _trimmed(text, start, sentence.end)


def _begins(text: str, position: int, pack: LanguagePack) -> bool:
    """Whether a new sentence plainly begins behind closing marks: with a capital, in a script that has them."""
    rest = text[position : position + 2].strip()
    closed = position > 0 and text[position - 1] not in ".!?؟۔…"
    return closed and (not rest or (pack.capitals and rest[:1].isupper()))


def _trimmed(text: str, start: int, end: int) -> list[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Sentence(start, end)] if start < end else []


def _abbreviates(text: str, begin: int, stop: int, pack: LanguagePack) -> bool:
    """Whether the full stop at a place ends an initial or a word that is written with one; no sentence is read anew."""
    before = text[max(begin, stop - ABBREVIATED) : stop + 1]
    if before[-2:-1].isupper() and INITIAL.search(before):
        return True
    words = before.rsplit(None, 1)
    return bool(words) and words[-1].lstrip('(«“"').casefold() in _abbreviations(pack)


@cache
def _abbreviations(pack: LanguagePack) -> frozenset[str]:
    return frozenset(row["title"].casefold() for row in pack.rows("titles") if row["title"].endswith("."))
