"""Words of several styles set on lines: broken where the room ends, in the order in which the eye meets them.

A line that is drawn piece by piece needs its pieces in visual order. Words are grouped by direction and groups against
the direction of the line are turned round (rule L2 of the Unicode Bidirectional Algorithm, UAX 9, on whole words);
numbers go with the word before them. Within a piece the drawing library orders the letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from workbench.figures.labels import ELLIPSIS, clean, fit, right_to_left
from workbench.figures.stretches import JOINER, Stretch, Word

__all__ = ["Piece", "broken", "cleaned", "pieces"]

Width = Callable[[str], float]


class Piece(NamedTuple):
    """Words of one style and direction; ``gap`` says whether a space parts them from the piece before."""

    op: str
    text: str
    gap: bool


class _Item(NamedTuple):
    op: str
    text: str
    gap: bool
    rtl: bool


def cleaned(words: Sequence[Word]) -> list[Word]:
    """The words without control characters; a word of which nothing is left goes."""
    done = []
    for word in words:
        kept = tuple(one._replace(text=text) for one in word if (text := clean(one.text, otherwise="")).strip(JOINER))
        if kept:
            done.append(kept)
    return done


def broken(words: Sequence[Word], room: float, width: Width, *, lines: int) -> list[list[Word]]:
    """The words on at most ``lines`` lines no wider than ``room``; what does not fit ends in an ellipsis."""
    done: list[list[Word]] = []
    used = room + 1
    space = width("n n") - 2 * width("n")
    for word in words:
        wide = sum(width(one.text) for one in word)
        if wide > room:
            word = (Stretch(word[0].op, fit("".join(one.text for one in word), room, width), *word[0][2:]),)  # noqa: PLW2901
            wide = room
        if used + space + wide > room:
            if len(done) == lines:
                _end(done[-1], room, width)
                break
            done.append([])
            used = -space
        done[-1].append(word)
        used += space + wide
    return done


def _end(line: list[Word], room: float, width: Width) -> None:
    """An ellipsis behind the line, in the room of the words that it takes."""
    rest = (Stretch("same", ELLIPSIS, 0, 0),)
    while len(line) > 1 and width(" ".join("".join(one.text for one in word) for word in line) + " " + ELLIPSIS) > room:
        line.pop()
    line.append(rest)


def pieces(line: Sequence[Word], *, rtl: bool) -> list[Piece]:
    """The pieces of a line from the side where it begins; neighbours of one style and direction are one piece."""
    items = _items(line, rtl=rtl)
    done: list[Piece] = []
    for direction, group in groupby(items, key=lambda one: one.rtl):
        merged = _merged(list(group))
        if direction == rtl:
            done += merged
            continue
        gaps = [merged[0].gap, *(one.gap for one in merged[:0:-1])]
        done += [one._replace(gap=gap) for one, gap in zip(merged[::-1], gaps, strict=True)]
    return done


def _items(line: Sequence[Word], *, rtl: bool) -> list[_Item]:
    items: list[_Item] = []
    direction = rtl
    for word in line:
        for number, one in enumerate(word):
            if right_to_left(one.text):
                direction = True
            elif any(unicodedata.bidirectional(letter) == "L" for letter in one.text):
                direction = False
            elif not any(map(str.isalnum, one.text)):
                direction = rtl if number == 0 else direction
            items.append(_Item(one.op, one.text, number == 0 and bool(items), direction))
    return items


def _merged(group: Sequence[_Item]) -> list[Piece]:
    done: list[Piece] = []
    for one in group:
        if done and done[-1].op == one.op:
            between = " " if one.gap else ""
            done[-1] = done[-1]._replace(text=f"{done[-1].text}{between}{one.text}")
        else:
            done.append(Piece(one.op, one.text, one.gap))
    return done
