"""Captions: short lines that end in a credit in brackets, or that a page prints twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.languages.pack import LanguagePack
from workbench.loaders import cues
from workbench.loaders.lines import FINAL_STOP, Line, count

__all__ = ["credited", "printed_twice", "shown_between"]

BRACKETED = re.compile(r"[(\[（]\s*([^()\[\]（）]{1,90})\s*[)\]）]\W*$")
TRAILING = re.compile(r"(?:\s+[-–—]|\s*[|/©])\s*([^-–—|/©]{2,40})$")
LONGEST = 45
"""The most words of a caption."""


def credited(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark captions that end in the credit of an agency: ``... (أ.ب)``, ``... | Reuters``."""
    last = max((i for i, line in enumerate(lines) if line.paragraph), default=-1)
    for place, line in enumerate(lines):
        if not line.open or line.words > LONGEST:
            continue
        match = BRACKETED.search(line.text)
        if match and count(line.text[: match.start()]) >= 2 and cues.is_credit(match.group(1), pack):
            stopped = bool(FINAL_STOP.search(line.text[: match.start()].rstrip()))
            if not (stopped and place >= last):  # the last paragraph may be signed by an agency
                line.mark("caption", "credit_in_brackets")
            continue
        match = TRAILING.search(line.text)
        if match and line.words >= 4 and not line.sentence and match.start() > 12 and cues.is_credit(match[1], pack):
            line.mark("caption", "credit_at_end")


def shown_between(lines: Sequence[Line]) -> None:
    """Mark short lines inside the article that end in some other source in brackets and in no full stop."""
    texts = [i for i, line in enumerate(lines) if line.running]
    if not texts:
        return
    for line in lines[texts[0] : texts[-1]]:
        match = BRACKETED.search(line.text)
        if not (line.open and match) or line.paragraph or line.words < 4 or count(match[1]) > 6:
            continue
        if not FINAL_STOP.search(line.text[: match.start()].rstrip()):
            line.mark("caption", "source_in_brackets")


def printed_twice(lines: Sequence[Line]) -> None:
    """Mark lines that stand twice in a row and are no sentence: pictures print their captions so."""
    for line, following in pairwise(lines):
        same = line.key == following.key and line.key
        if same and line.headline and not line.paragraph and {line.kind, following.kind} <= {None, "caption"}:
            line.mark("caption", "printed_twice")
            following.mark("caption", "printed_twice")
