"""Asides: what a site puts between the parts of an article, told by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.loaders.marks.lines import Line
from workbench.loaders.marks.resuming import ENTRY

__all__ = ["between_entries"]

ENTRIES = 3
"""The fewest entries of live coverage, each a sentence or several behind the time of day."""
BOX = 6
"""The most lines of a box between two of them."""


def between_entries(lines: Sequence[Line]) -> None:
    """Mark two lines or more between two entries of live coverage that are no sentences and no entry."""
    entries = [place for place, line in enumerate(lines) if line.open and line.stopped and ENTRY.match(line.text)]
    if len(entries) < ENTRIES:
        return
    for one, other in pairwise(entries):
        box = lines[one + 1 : other]
        if 2 <= len(box) <= BOX and all(line.open and line.headline and not _told(line) for line in box):
            for line in box:
                line.mark("related", "between_entries")


def _told(line: Line) -> bool:
    return line.sentence or ENTRY.match(line.text) is not None or line.hint.main is True
