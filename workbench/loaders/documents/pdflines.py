"""The lines of a page of a PDF file: its glyphs put in the order in which they are read.

A PDF file has no text, only glyphs with places. Arabic mostly stands in it from left to right, as it is drawn, and
parts of a line in any order. So a line is read as an eye reads it: from right to left where its letters are Arabic or
Hebrew, numbers and Latin words inside it from left to right. This is the Unicode Bidirectional Algorithm backwards.
Brackets that are stored by their shape are turned back, where that makes more pairs of them over the whole file.

Source: Unicode Standard Annex 9, Unicode Bidirectional Algorithm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from workbench.loaders.documents.pdfglyphs import Glyph

__all__ = ["Line", "lines", "read_line", "turned"]

SAME_LINE = 0.4
"""How far glyphs of one line stand from its base at most, in sizes of a letter."""
GAP = 0.2
"""From how many sizes of a letter a gap between glyphs is a space."""
WIDE = 3.0
"""From how many it parts cells or columns."""
DOUBLED = 0.1
"""How near the same glyph stands again that makes a letter bold."""
BRACKETS = dict(zip("()[]{}«»‹›<>", ")(][}{»«›‹><", strict=True))
BRACKET = re.compile("[][(){}«»‹›]")
OPENING = "([{«‹"
FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufdf2\ufe70-\ufefc]")
"""Letters by their shape, and the one sign of a whole word that fonts make of its letters."""
JOINED = re.compile("[.,:/'٫٬٪]|")
"""What stands inside a number that is written with digits on both sides of it."""


@dataclass(slots=True)
class Unit:
    """A letter with its marks, as it is drawn: letters, place, and which way they run (``R L N``, or neither)."""

    text: str
    start: float
    end: float
    way: str


@dataclass(slots=True)
class Line:
    """A line of a page: its text, the size of its letters, and whether the file says that it is no text."""

    text: str
    size: float = 0.0
    artifact: bool = False


def lines(glyphs: Iterable[Glyph], *, right_to_left: bool, turn: bool = True) -> list[Line]:
    """The lines of a page in the order of the file, each read as an eye reads it.

    Parameters
    ----------
    right_to_left: whether most letters of the file run so; a line of which a fifth does is read that way.
    turn: whether the brackets of what runs from right to left are stored by their shape.
    """
    found = []
    for parts in _parted(glyphs):
        text = read_line(_units(parts), right_to_left=right_to_left, turn=turn)
        if text.strip():
            size = sorted(glyph.size for glyph in parts)[len(parts) // 2]
            found.append(Line(text.strip(), size, all(glyph.artifact for glyph in parts if glyph.text.strip())))
    return found


def turned(text: str) -> int:
    """How many more brackets of a text stand as they should, at the near side of a word, than the other way round.

    >>> turned("قال (العمدة) «نعم»."), turned("قال )العمدة(")
    (4, -2)
    """
    right = 0
    for match in BRACKET.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        opens, closes = before.isalnum() < after.isalnum(), before.isalnum() > after.isalnum()
        if opens or closes:
            right += 1 if (match.group() in OPENING) == opens else -1
    return right


def _parted(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """The glyphs by line: those that follow each other in the file at one height."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not _same(line[-1], line[0], glyph):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _same(last: Glyph, first: Glyph, glyph: Glyph) -> bool:
    near = SAME_LINE * max(last.size, glyph.size, 1.0)
    return glyph.angle == last.angle and (
        abs(glyph.base - last.base) <= near or (abs(glyph.base - first.base) <= near and _is_mark(last.text))
    )


def _again(before: Unit, unit: Unit, size: float) -> bool:
    """Whether a letter is the one before, drawn twice to look bold."""
    near = DOUBLED * size
    return before.text == unit.text and unit.start - before.start < near and unit.end - unit.start > 2 * near


def _units(glyphs: Sequence[Glyph]) -> list[Unit]:
    """The letters of a line from left to right, marks with the letter that they stand on."""
    drawn = _rising(glyphs)
    found: list[Unit] = []
    waiting: list[Glyph] = []  # marks that stand before their letter, the last one first
    for glyph in glyphs:
        text = _letters(glyph.text)
        if _is_mark(text) and drawn:
            waiting.insert(0, glyph)
        elif _is_mark(text) and found:
            _put_on(found[-1], [glyph])
        elif text:
            found.append(Unit(text, glyph.start, glyph.end, way(text)))
            _put_on(found[-1], waiting)
            waiting = []
    if found:
        _put_on(found[-1], waiting)
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    found.sort(key=lambda unit: unit.start)
    once = [unit for before, unit in pairwise([None, *found]) if not (before and unit and _again(before, unit, size))]
    return _spaced([unit for unit in once if unit], size)


def _put_on(unit: Unit, marks: Sequence[Glyph]) -> None:
    """Marks on their letter, which is as wide as all of them."""
    for mark in marks:
        unit.text += _letters(mark.text)
        if mark.start <= unit.end and mark.end >= unit.start:
            unit.start, unit.end = min(unit.start, mark.start), max(unit.end, mark.end)


def _rising(glyphs: Sequence[Glyph]) -> bool:
    """Whether letters that run from right to left stand in the file as they are drawn, from left to right."""
    starts = [glyph.start for glyph in glyphs if way(glyph.text) == "R"]
    steps = [after - before for before, after in pairwise(starts)]
    return sum(step > 0 for step in steps) > sum(step < 0 for step in steps)


def _spaced(units: list[Unit], size: float) -> list[Unit]:
    """The units with a space in each gap that has none, a tab in one as wide as between cells, and no space twice."""
    found: list[Unit] = []
    reach = 0.0
    for unit in units:
        blank = unit.text.isspace()
        before = found[-1] if found else None
        if before is not None:
            gap = unit.start - reach
            if gap > WIDE * size:
                found = found[:-1] if before.text.isspace() else found
                found.append(Unit("\t", reach, unit.start, ""))
            elif gap > GAP * size and not blank and not before.text.isspace():
                found.append(Unit(" ", reach, unit.start, ""))
        reach = max(reach, unit.end) if found else unit.end
        if not (blank and (not found or found[-1].text.isspace())):
            found.append(unit)
    return found


def read_line(units: Sequence[Unit], *, right_to_left: bool, turn: bool = True) -> str:
    """The text of units that stand from left to right, in the order in which they are read."""
    right = sum(unit.way == "R" for unit in units)
    left = sum(unit.way == "L" for unit in units)
    if right_to_left:
        from_right = right > 0 and 5 * right >= right + left
    else:
        from_right = (left == 0 and right > 0) or 5 * left < right + left
    if from_right:
        return _from_right(units, turn=turn)
    found = []
    place = 0
    while place < len(units):
        end = _stretch(units, place, "R", "RN") if units[place].way == "R" else place
        found.append(_from_right(units[place:end], turn=turn) if end > place else units[place].text)
        place = max(end, place + 1)
    return "".join(found)


def _from_right(units: Sequence[Unit], *, turn: bool) -> str:
    """Read from right to left, the numbers and words in it that run the other way from left to right."""
    parts: list[str] = []
    place = 0
    while place < len(units):
        unit = units[place]
        if unit.way in ("L", "N"):
            end = _run(units, place)
            parts.append("".join(one.text for one in units[place:end]))
            place = end
            continue
        parts.append(BRACKETS.get(unit.text, unit.text) if turn else unit.text)
        place += 1
    return "".join(reversed(parts))


def _run(units: Sequence[Unit], place: int) -> int:
    """Where the words and numbers end that begin here and run from left to right."""
    end = place + 1
    while True:
        nearest = next((i for i in range(end, min(end + 40, len(units))) if units[i].way), None)
        if nearest is None or units[nearest].way == "R":
            return end
        between = "".join(unit.text for unit in units[end:nearest])
        numbers = units[end - 1].way == units[nearest].way == "N"
        if "\t" in between or (numbers and not JOINED.fullmatch(between)):
            return end
        end = nearest + 1


def _stretch(units: Sequence[Unit], place: int, last: str, ways: str) -> int:
    """Where a stretch ends that begins here, holds these ways and what has none, and ends in ``last``."""
    end = place
    for i in range(place, len(units)):
        if units[i].way and units[i].way not in ways:
            break
        if units[i].way == last:
            end = i + 1
    return end


@lru_cache(maxsize=20_000)
def way(text: str) -> str:
    """Which way letters run: ``R`` from right to left, ``L`` the other way, ``N`` for digits; empty for the rest."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "R"
        if kind == "L":
            return "L"
        if kind in ("EN", "AN"):
            return "N"
    return ""


@lru_cache(maxsize=20_000)
def _letters(text: str) -> str:
    """Letters for their shapes; white space as a space; no control character."""
    if FORMS.search(text):
        text = FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()).replace(" ", ""), text)
    text = re.sub(r"\s+", " ", text)
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cc")


@lru_cache(maxsize=20_000)
def _is_mark(text: str) -> bool:
    return bool(text) and all(unicodedata.category(letter) == "Mn" for letter in text)
