"""Short lines that are the article's though no paragraph stands below them: results, line-ups, figures.

What stands below the last paragraph is mostly labels and links. A list of the article's own is told from them by two
things together: its lines have a form that links have not (a label before a colon, several numbers), and they speak of
what the paragraphs speak of. And a short line that stands among known links, is shaped like them and lies outside the
article, or in a box of them, is one more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.languages.pack import LanguagePack
from workbench.languages.schema import items
from workbench.loaders.marks import cues
from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import EDGES, Line

__all__ = ["among_links", "continues", "of_the_story"]

ROWS = 3
"""The fewest rows of a list."""
MOSTLY = 0.6
"""The share of a list's lines that are rows, from its first to its last."""
TOLD = 0.5
"""The share of a list's rows that name something the paragraphs name."""
WIDEST = 20
"""The most words of a row."""
LABELLED = re.compile(r"[^:：.]{1,30}[:：]\s\S")
NUMBERS = re.compile(r"(?<![\d:.,/])\d+(?![\d:/])")
ITEM = re.compile(r"(?:[-–—*•▪●■]|\d{1,2}[.)-])\s")
RANKED = re.compile(r"\d{1,2}\s+[^\d]+\s\d+")
"""A row of a table of ranks: ``1 Millbrook 47``."""
BOX = 6
"""The most lines of a box of links inside the article."""
SAID = 6
"""The words of a sentence that belongs to the text like a paragraph."""
LINKS = frozenset(["furniture", "related"])
SIGNS = ("weighed", "related_block", "link", "below_the_text", "below_the_end", "among_links")
"""How the rules begin by which a line of words, not a button, is known as a link."""


def of_the_story(lines: Sequence[Line]) -> None:
    """Mark the article's own list below a paragraph, where no further one follows."""
    texts = [place for place, line in enumerate(lines) if line.running]
    if len(texts) < 2:
        return
    paragraphs = [lines[place] for place in texts]
    place = texts[1]
    while place < len(lines):
        end = next((other for other in range(place + 1, len(lines)) if not _loose(lines[other])), len(lines))
        if end > place + 1 and (lines[place].running or _said(lines[place])) and not _text(lines, end):
            listed = _listed(lines, place + 1, end, paragraphs)
            for line in lines[place + 1 : listed]:
                line.mark("body", "list_of_the_story")
        place = max(end, place + 1)


def _text(lines: Sequence[Line], place: int) -> bool:
    return place < len(lines) and lines[place].running


def _said(line: Line) -> bool:
    return line.open and line.stopped and line.words >= SAID and not line.section


def _loose(line: Line) -> bool:
    return line.open and not line.section and not line.paragraph and not _said(line) and line.hint.main is not False


def _listed(lines: Sequence[Line], start: int, end: int, paragraphs: Sequence[Line]) -> int:
    """Where a list ends that begins at a place, with or without a heading; 0 where there is none."""
    rows = [place for place in range(start, end) if _is_row(lines[place])]
    if len(rows) < ROWS or rows[0] > start + 1 or len(rows) < MOSTLY * (rows[-1] + 1 - start):
        return 0
    above = lines[start - 1 if rows[0] == start else start]
    if all(RANKED.fullmatch(lines[place].text) for place in rows) and not above.text.endswith((":", "：")):
        return 0  # a table of ranks that no line of the article introduces: the outlet's
    named = {stem for line in paragraphs for stem in stems(line)}
    told = sum(not named.isdisjoint(stems(lines[place])) for place in rows)
    return rows[-1] + 1 if told >= TOLD * len(rows) else 0


def _is_row(line: Line) -> bool:
    """Whether a line is a row of results or of names: with a label, or with several numbers."""
    if line.words > WIDEST:
        return False
    return bool(LABELLED.match(line.text)) or len(NUMBERS.findall(ITEM.sub("", line.text, count=1))) > 1


def among_links(lines: Sequence[Line]) -> None:
    """Mark a headline-like line that has links right above and below it, below the article or in a box inside it."""
    texts = [place for place, line in enumerate(lines) if line.running or _said(line)]
    if not texts:
        return
    for place in range(texts[0] + 1, len(lines) - 1):
        line = lines[place]
        if not line.open or line.stopped or line.paragraph or line.section or line.hint.main:
            continue
        above, below = lines[place - 1], lines[place + 1]
        if place < texts[-1]:
            boxed = _is_link(above) and _is_link(below) and line.headline
        else:
            boxed = above.kind in LINKS and below.kind in LINKS and line.headline and _is_link(above)
        if boxed:
            line.mark("furniture", "among_links")


def _is_link(line: Line) -> bool:
    return line.kind in LINKS and line.headline and line.rule.startswith(SIGNS)


def continues(line: Line) -> bool:
    """Whether a paragraph opens as one does that goes on with a story: ``وقالت ...``, ``من جهته ...``."""
    pack = line.pack
    words = line.folded.split(maxsplit=4)[:4]
    plain = [word.strip(EDGES) for word in words]
    if not plain:
        return False
    bare = [plain[0][len(mark) :] for mark in cues.conjunctions(pack) if plain[0].startswith(mark)]
    if any(word in _saying(pack) for word in bare):
        return True
    heads = {" ".join((first, *plain[1:size])).strip() for first in (plain[0], *bare) for size in range(1, 5)}
    return not heads.isdisjoint(pack.words("connectives"))


@cache
def _saying(pack: LanguagePack) -> frozenset[str]:
    """The forms of verbs of saying, folded."""
    rows = pack.rows("speech_verbs")
    forms = (form.split("/")[0].strip() for row in rows for form in (row["verb"], *items(row["forms"])))
    return frozenset(pack.fold(form) for form in forms if form)
