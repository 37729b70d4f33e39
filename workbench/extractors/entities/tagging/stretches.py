"""Blocks cut to what a model can read at once, and spans of its offsets put on the words of a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from workbench.extractors.entities.tagging.protocol import Tagged
from workbench.languages.pack import LanguagePack
from workbench.text.sentences import sentences
from workbench.text.tokens import Token

__all__ = ["AROUND", "Unit", "extent", "lengths", "on_words", "parted", "stretches", "units"]

MARK = re.compile(r"[^\w\s]")
AFTER = re.compile(r"[^\w\s]{0,8}")
BEFORE = re.compile(r"[^\w\s]{0,8}\Z")
AROUND = 16
"""The most characters that `extent` adds to some words."""


class Unit(NamedTuple):
    """A word or a punctuation mark of a text."""

    start: int
    end: int
    text: str


def extent(text: str, words: Sequence[Token]) -> tuple[int, int]:
    """Where some words begin and end with the marks that stand right before and after them."""
    first, last = words[0].start, words[-1].end
    before, after = BEFORE.search(text, max(0, first - 8), first), AFTER.match(text, last)
    return (before.start() if before else first), (after.end() if after else last)


def units(text: str, words: Sequence[Token]) -> list[Unit]:
    """The words and the marks between and around them, in order: what taggers of single words read.

    >>> from workbench.languages import pack
    >>> from workbench.text.tokens import tokens
    >>> text = "«الكرملين»، اليوم"
    >>> [one.text for one in units(text, tokens(text, pack("ar")))]
    ['«', 'الكرملين', '»', '،', 'اليوم']
    """
    found: list[Unit] = []
    position, stop = extent(text, words)
    for word in words:
        found += (Unit(mark.start(), mark.end(), mark[0]) for mark in MARK.finditer(text, position, word.start))
        found.append(Unit(word.start, word.end, word.text))
        position = word.end
    found += (Unit(mark.start(), mark.end(), mark[0]) for mark in MARK.finditer(text, position, stop))
    return found


def lengths(words: Sequence[Token]) -> list[int]:
    """The characters of each word with what stands between it and the word before."""
    between = (word.end - before.end for before, word in pairwise(words))
    return [word.end - word.start for word in words[:1]] + list(between)


def parted(text: str, words: Sequence[Token], language: LanguagePack) -> list[Sequence[Token]]:
    """The words of a block sentence by sentence."""
    ends = [one.end for one in sentences(text, language, start=words[0].start, end=words[-1].end)]
    found: dict[int, list[Token]] = {}
    for word in words:
        found.setdefault(bisect_right(ends, word.start), []).append(word)
    return list(found.values())


def stretches(
    text: str, parts: Sequence[Sequence[Token]], costs: Sequence[int], *, room: int, joined: bool = True
) -> Iterator[Sequence[Token]]:
    """The words of a block in stretches that a model can read at once.

    Parameters
    ----------
    text: what the offsets of the words count in.
    parts: the words sentence by sentence.
    costs: what each word takes of the room.
    room: the most that a stretch may take. A sentence that takes more is cut, behind a mark where there is one; a
        single word that takes more is left out.
    joined: whether sentences that fit go together.
    """
    sums = [0, *accumulate(costs)]
    held: list[Token] = []
    used = done = 0
    for part in parts:
        own = costs[done : done + len(part)]
        cost = sums[done + len(part)] - sums[done]
        done += len(part)
        if held and (not joined or used + cost > room):
            yield held
            held, used = [], 0
        if cost <= room:
            held, used = [*held, *part], used + cost
        else:
            yield from _cut(text, part, own, room)
    if held:
        yield held


def _cut(text: str, words: Sequence[Token], costs: Sequence[int], room: int) -> Iterator[Sequence[Token]]:
    """A sentence that is too long, in pieces."""
    begin = 0
    while begin < len(words):
        stop, used = begin, 0
        while stop < len(words) and used + costs[stop] <= room:
            used += costs[stop]
            stop += 1
        if stop == begin:
            begin += 1
            continue
        if stop < len(words):
            half = begin + (stop - begin) // 2
            marked = (at for at in range(stop, half, -1) if MARK.search(text, words[at - 1].end, words[at].start))
            stop = next(marked, stop)
        yield words[begin:stop]
        begin = stop


def on_words(text: str, words: Sequence[Token], found: Iterable[Tagged]) -> list[Tagged]:
    """Spans widened to whole words, in order and apart: of two that share a word, the longer one stands.

    A span that runs over the end of a line is parted there; one without a word is left out.

    >>> from workbench.languages import pack
    >>> from workbench.text.tokens import tokens
    >>> text = "زار «الكرملين» أمس"
    >>> on_words(text, tokens(text, pack("ar")), [Tagged(4, 8, "ORG", 1.0)])
    [Tagged(start=5, end=13, type='ORG', score=1.0)]
    """
    starts, ends = [word.start for word in words], [word.end for word in words]
    lines: list[tuple[int, int, Tagged]] = []
    for one in found:
        first = bisect_right(ends, one.start)
        stop = bisect_right(starts, one.end - 1) if one.start < one.end else first
        for at in range(first + 1, stop + 1):
            if at == stop or "\n" in text[ends[at - 1] : starts[at]]:
                lines.append((first, at, one))
                first = at
    taken: set[int] = set()
    kept: list[Tagged] = []
    for first, stop, one in sorted(lines, key=lambda line: (starts[line[0]] - ends[line[1] - 1], line[0])):
        if taken.isdisjoint(range(first, stop)):
            taken.update(range(first, stop))
            kept.append(Tagged(starts[first], ends[stop - 1], one.type, one.score))
    return sorted(kept)
