"""A statement that a page gives in full: whom it speaks to, and who signs it, where and when.

It opens with whom it speaks to, in lines that end in a comma, and closes with short lines under its last sentence: the
body that signs, its office, the place and the day. They are the statement's, as its points are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.loaders.marks.lines import Line

__all__ = ["addressed", "signed"]

COMMAS = ("،", ",")
SPOKEN_TO = 16
"""The most words of a line that says whom a statement speaks to."""
SAID = 6
"""The words of a sentence that belongs to the text like a paragraph."""
POINT = re.compile(r"(?:[-–—*•▪●■]|\d{1,2}\s?[.)/-]|\S+[:：])\s?\S")
POINTS = 2
"""How many points make a text a statement."""
SIGNERS = 4
"""The most lines of those who sign a statement."""
NAME = (3, 9)
"""The fewest and the most words of the body that signs."""
SIGNED = 8
"""The most words of a line among them."""


def addressed(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark the lines right above the first paragraph that end in a comma: no headline and no button does."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    stop = lines.index(headline) if headline is not None else -1
    for place in range(first - 1, stop, -1):
        line = lines[place]
        if not (line.open and not line.section and line.words <= SPOKEN_TO and line.text.endswith(COMMAS)):
            return
        line.mark("body", "spoken_to")


def signed(lines: Sequence[Line]) -> None:
    """Mark the short lines under the last sentence of a statement: who signs it, where and when.

    What signs is named word for word in the text, or a date of its own stands under it while the page has another.
    """
    spoken = any(line.rule == "spoken_to" for line in lines)
    texts = [place for place, line in enumerate(lines) if line.running]
    said = [place for place, line in enumerate(lines) if _said(line)]
    if len(texts) < 2 or not said:
        return
    points = sum(bool(POINT.match(lines[place].text)) for place in said)
    last = max(place for place in said if place <= texts[-1] or _follows(lines, texts[-1], place))
    end = next((place for place in range(last + 1, len(lines)) if not _short(lines[place])), len(lines))
    start = next((place for place in range(last + 1, end) if not lines[place].sentence), end)  # Long live work.
    if not (points >= POINTS or spoken) or not start < end:
        return
    dated = any(line.kind == "dateline" for line in lines[: texts[0]])
    stop = _signers(lines, start, end, [lines[place] for place in texts], dated=dated)
    for line in lines[last + 1 : stop]:
        line.kind, line.rule = "body", "signs_the_statement"


def _said(line: Line) -> bool:
    return line.running or (line.open and line.sentence and not line.section and line.hint.main is not False)


def _follows(lines: Sequence[Line], last: int, place: int) -> bool:
    """Whether nothing but open lines stands between the last paragraph and a sentence."""
    return all(line.open and not line.section for line in lines[last + 1 : place])


def _short(line: Line) -> bool:
    """Whether a line can be one of those who sign: short, and nothing or a date said of it."""
    dated = line.kind == "dateline" and line.rule == "place_and_date"
    return (line.open or dated) and not line.section and line.words <= max(SIGNED, NAME[1]) and not line.paragraph


def _signers(lines: Sequence[Line], start: int, end: int, texts: Sequence[Line], *, dated: bool) -> int:
    """Where the lines of those who sign end; 0 where nothing shows that they do."""
    near = range(start, min(end, start + SIGNERS))
    days = [place for place in near if dated and (lines[place].kind == "dateline" or _ends_in_year(lines[place]))]
    if days:
        return days[0] + 1
    text = " ".join(line.folded for line in texts)
    named = [
        place
        for place in near
        if lines[place].open
        and NAME[0] <= lines[place].words <= NAME[1]
        and not lines[place].sentence
        and lines[place].key in text
    ]
    return named[-1] + 1 if named and end - start <= SIGNERS else 0


def _ends_in_year(line: Line) -> bool:
    """Whether a line names a place and a day: ``... in 30 April 2021``."""
    last = line.text.split()[-1].strip(".")
    return line.open and last.isdigit() and len(last) == 4 and sum(map(str.isdigit, line.text)) > 4
