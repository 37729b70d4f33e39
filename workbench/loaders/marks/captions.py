"""Captions: short lines that end in a credit, in brackets or after a word for it, or that a page prints twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues
from workbench.loaders.marks.lines import FINAL_STOP, Line, count, key

__all__ = ["credit_lines", "credited", "credited_to", "in_brackets", "printed_twice", "shown_between"]

BRACKETED = re.compile(r"[(\[（]\s*([^()\[\]（）]{1,90})\s*[)\]）]\W*$")
WHOLE = re.compile(r"[\[(]\s*([^\[\]()]{2,40}:.*)[\])]$", re.DOTALL)
TRAILING = re.compile(r"(?:\s+[-–—]|\s*[|/©])\s*([^-–—|/©]{2,40})$")
SLASHED = re.compile(r"(?<![\w/])[A-Z]{2,}/[A-Z][^\s/]+(?: [^\s/]+){0,3}$")
NEEDED = {BRACKETED: re.compile(r"[)\]）]"), TRAILING: re.compile("[-–—|/©]"), SLASHED: re.compile("/")}
"""Of which characters a line has one where a pattern can match."""
TAIL = 400
"""Characters from the end of a line in which a credit stands: a look for it takes no longer on a longer line."""
NAME_SLASH = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,3}?[A-Z][\w'’.-]+\s*/\s*[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}")
NAME_COMMA = re.compile(r"(?:[A-Z][A-Z'’.-]+ ){1,3}[A-Z][A-Z'’.-]+, [A-Z]\w+(?: \w+){0,3}")
"""A name in capitals and whose it is, as stands below a caption that is a sentence: ``KAY BRANDT, Herald``."""
ITEM = re.compile(r"[-–—*•▪●■]\s")
LONGEST = 45
"""The most words of a caption."""
SOURCE = 6
"""The most words of a source in brackets, or of a name after a word such as ``Photo:``."""
STOPPED = 25
"""The most words of a caption that ends in a full stop before its source in brackets."""


def credited(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark captions that end in the credit of an agency or a photographer: ``... (أ.ب)``, ``... | Reuters``."""
    last = max((i for i, line in enumerate(lines) if line.paragraph), default=-1)
    for place, line in enumerate(lines):
        if not line.open or line.words > LONGEST or line.hint.kind is not None:
            continue
        match = _at_end(BRACKETED, line)
        if match and count(line.text[: match.start()]) >= 2 and _credits(match.group(1), pack):
            stopped = bool(FINAL_STOP.search(line.text[: match.start()].rstrip()))
            if not (stopped and place >= last):  # the last paragraph may be signed by an agency
                line.mark("caption", "credit_in_brackets")
            continue
        match = _at_end(TRAILING, line)
        if (
            match and line.words >= 4 and not line.sentence and match.start() > 12 and cues.is_credit(match[1], pack)
        ) or (_at_end(SLASHED, line) and line.words >= 4):
            line.mark("caption", "credit_at_end")
        elif not line.stopped and cues.ends_in_credit(line.folded, pack, most=SOURCE):
            line.mark("caption", "name_at_end")
        elif (match := WHOLE.match(line.text)) and cues.says(match[1], pack) == "caption":
            line.mark("caption", "all_in_brackets")


def credited_to(lines: Sequence[Line], headline: Line | None, outlet: str, pack: LanguagePack) -> None:
    """Mark lines between headline and text that end in a dash and the outlet, or whom the byline names alone."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    start = lines.index(headline) + 1 if headline is not None else first
    bylines = [cues.cue_words(line.text, pack, "byline") for line in lines[start:first] if line.kind == "byline"]
    names = {key(name, pack) for name in (outlet, *bylines)} - {""}
    for line in lines[start:first] if names else ():
        match = _at_end(TRAILING, line) if line.open and line.words >= 4 and line.hint.kind is None else None
        if match and key(match[1], pack) in names:
            line.mark("caption", "credit_of_the_page")


def _at_end(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    if not NEEDED[pattern].search(line.text):
        return None
    return pattern.search(line.text, max(0, len(line.text) - TAIL))


def credit_lines(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark a credit that has a line of its own, and the line right above it, as a caption."""
    head = next((place for place, line in enumerate(lines) if line.running), -1) + 1
    for place, (above, line) in enumerate(pairwise(lines), 1):
        if line.words > 8 or line.sentence or line.kind not in (None, "caption") or line.hint.kind is not None:
            continue
        named = bool(NAME_SLASH.fullmatch(line.text)) or cues.says(line.text, pack) == "caption"
        named = named or (place <= head and above.sentence and bool(NAME_COMMA.fullmatch(line.text)))
        if named and not line.apart and above.open and above.words <= LONGEST and above.hint.kind is None:
            line.mark("caption", "credit_line")
            above.mark("caption", "above_a_credit")


def _credits(text: str, pack: LanguagePack) -> bool:
    return cues.is_credit(text, pack) or cues.says(text, pack) == "caption"


def in_brackets(line: Line) -> bool:
    """Whether a short line ends in some source in brackets, behind which and before which no full stop stands."""
    match = _at_end(BRACKETED, line)
    if match is None or line.paragraph or line.words < 4 or count(match[1]) > SOURCE:
        return False
    before = line.text[: match.start()].rstrip()
    if line.stopped and any(map(str.isdigit, match[1])):  # Sent off: Lee (88).
        return False
    return bool(before) and not FINAL_STOP.search(before)


def shown_between(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark short lines below the headline, inside the article, that end in some other source in brackets."""
    texts = [i for i, line in enumerate(lines) if line.running]
    if not texts:
        return
    first = lines.index(headline) + 1 if headline is not None else texts[0]
    for line in lines[min(first, texts[0]) : texts[-1]]:
        if not line.open or line.hint.kind is not None:
            continue
        if in_brackets(line) or _stopped_before(line):
            line.mark("caption", "source_in_brackets")


def _stopped_before(line: Line) -> bool:
    """Whether a line is a sentence or two with a source in brackets behind the full stop."""
    match = _at_end(BRACKETED, line)
    if match is None or line.words > STOPPED or count(match[1]) > 3 or line.text.endswith(".") or ITEM.match(line.text):
        return False
    return bool(FINAL_STOP.search(line.text[: match.start()].rstrip())) and match[1].strip()[:1].isalpha()


def printed_twice(lines: Sequence[Line]) -> None:
    """Mark lines that stand twice in a row and are no sentence: pictures print their captions so."""
    for line, following in pairwise(lines):
        if line.words > LONGEST or line.words != following.words:
            continue
        same = line.key == following.key and line.key
        if same and line.headline and not line.paragraph and {line.kind, following.kind} <= {None, "caption"}:
            line.mark("caption", "printed_twice")
            following.mark("caption", "printed_twice")
