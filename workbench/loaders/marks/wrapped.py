"""Lines broken at a fixed width: which of them run on in the next, so that a paragraph is one again.

Programs that wrap text put into a line what fits. So a line runs on where the first word of the next would not have
fitted into it, in the text's own width; that is believed where nearly all long lines of a group are so, there are
three such places at least, and most of them stand inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["FEWEST", "WIDTHS", "runs_on"]

WIDTHS = range(40, 121)
"""The widths, in characters, at which programs break lines."""
FEWEST = 4
"""How many broken lines a text has to have before one is joined."""
TWO = 2
"""How many full lines a group must have to show that its text was broken: with one, any line of some length is."""
LOOSE = 3
"""By how many characters a width is not exact: the first line of a paragraph may be counted with its indent."""
LONG = 0.5
"""The share of the width from which a line counts as long."""
NEARLY = 0.8
"""The share of the width from which a full line runs on wherever it stands, once the text is known to be broken."""
SHARE = 0.7
"""The share of a group's long lines that must be full."""
INSIDE = 0.5
"""The share of full lines that must end inside a sentence."""
STOPPED = re.compile(r"[.!?؟۔…:][»”\"’')\]]*$")
WORDED = re.compile(r"[^\W\d_]")
DATELINE = 12
"""The most words of a line with a year or a clock time that a line above it does not run on in."""
DATED = re.compile(r"(?<!\d)(?:1[89]|20|١[٨٩]|٢٠)\d\d(?!\d)|\d{1,2}:\d{2}")
BULLET = re.compile(r"\s*(?:[-–—*•·▪●◦>#]|\d{1,2}[.)]\s)")
TRIES = 3


def runs_on(lines: Sequence[str], together: Sequence[bool]) -> list[bool]:
    """For each line whether it runs on in the next.

    Parameters
    ----------
    lines: as they stand, with the white space at their heads.
    together: for each line whether the next stands directly below it and may belong to it.
    """
    near = [
        both and WORDED.search(lines[place]) is not None and not _new(lines, place)
        for place, both in enumerate(together)
    ]
    pairs = [place for place, both in enumerate(near) if both and len(lines[place].rstrip()) in WIDTHS]
    none = [False] * len(lines)
    if len(pairs) < FEWEST:
        return none
    lengths = [len(line.rstrip()) for line in lines]
    best: set[int] = set()
    full: set[int] = set()
    groups = [group for group in _groups(near) if len(group) > TWO]
    for width in sorted({lengths[place] for place in pairs}, reverse=True)[:TRIES]:
        tried = {place for place in pairs if _full(lines, lengths, place, width)}
        if len(tried) <= len(best):
            continue
        kept = {place for group in groups for place in _believed(group, tried, lengths, width)}
        if len(kept) > len(best):
            best, full = kept, {place for place in tried if lengths[place] >= NEARLY * width}
    if not best:
        return none
    best |= {place for place in full if not STOPPED.search(lines[place].rstrip())}
    inside = sum(not STOPPED.search(lines[place].rstrip()) for place in best)
    if len(best) < FEWEST or inside < INSIDE * len(best):
        return none
    return [place in best for place in range(len(lines))]


def _new(lines: Sequence[str], place: int) -> bool:
    """Whether the next line begins a paragraph by itself: with a bullet, or further in."""
    following = lines[place + 1]
    return bool(BULLET.match(following)) or _indent(following) > _indent(lines[place]) + 1


def _full(lines: Sequence[str], lengths: Sequence[int], place: int, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    if lines[place].strip() == lines[place + 1].strip():  # a caption or headline that is printed twice
        return False
    word = lines[place + 1].split(maxsplit=1)[0]
    if not word[0].islower() and DATED.search(lines[place + 1]) and len(lines[place + 1].split()) <= DATELINE:
        return False
    return LONG * width <= lengths[place] <= width < lengths[place] + 1 + len(word) + LOOSE


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _groups(together: Sequence[bool]) -> list[range]:
    """The places of lines that stand directly below each other."""
    groups, start = [], 0
    for place, near in enumerate(together):
        if not near:
            groups.append(range(start, place + 1))
            start = place + 1
    return groups


def _believed(group: range, full: set[int], lengths: Sequence[int], width: int) -> list[int]:
    """The full lines of a group, where nearly all of its long lines are full and none is longer than the width."""
    long = [place for place in group[:-1] if lengths[place] >= LONG * width]
    found = [place for place in long if place in full]
    if any(lengths[place] > width for place in group) or len(found) < max(TWO, SHARE * len(long)):
        return []
    return found
