"""Titles and subtitles: by markup and metadata, else by where they stand: above the date, the byline and the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import titles
from workbench.loaders.marks.captions import in_brackets
from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import Line, key

__all__ = ["above", "again", "subtitles", "title"]

LABEL = 2
"""Up to so many words a line above a longer one is the name of a section."""
NAME = 4
"""The most words of a line beside the date that can be a name."""
FULL = 4
"""Words from which a line above the date or the text can only be a headline or what goes with it."""
LEAD = 4
"""How many paragraphs tell what the article is about."""
TOLD = 0.4
"""The share of a headline's content words that the first paragraphs use, where it stands above key points."""
GROUP = 3
"""The most lines of a headline with what stands over and under it."""
NUMBERED = re.compile(r"[^:：]{2,30}[:：]\s*[^a-zA-Z\u0620-\u064a]*")
"""A label and a number: ``Ref: 55-3108``."""
CLOCK_FIRST = re.compile(r"\d{1,2}:\d{2}\s")


def title(lines: Sequence[Line], pack: LanguagePack, *, known: str = "") -> Line | None:
    """The headline's line, marked; None where the page has none.

    Parameters
    ----------
    known: the headline as the page's metadata or its table has it.
    """
    marked = next((line for line in lines if line.kind == "title"), None)
    if marked is not None:
        return marked
    texts = [place for place, line in enumerate(lines) if line.running]
    head = list(lines[: texts[0]] if texts else lines)
    found = _same(head, key(known, pack)) if known else None
    rule = "known_title"
    if found is None:
        found, rule = _by_place(head, lines), "headline_at_head"
        higher = _told_of(head, found, [lines[place] for place in texts[:LEAD]]) if found is not None else None
        weighed = higher or titles.choose(lines, found, _can_be, pack)
        if weighed is not found:
            found, rule = weighed, "headline_of_the_text"
    if found is not None:
        found.mark("title", rule)
    return found


def above(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark what stands above the headline and is not known as anything else; a paragraph is, under a heading."""
    if headline is not None:
        shown = headline.rule in ("known_title", "headline_at_head")
        for line in lines[: lines.index(headline)]:
            if not line.section and (shown or not line.paragraph):
                line.mark("furniture", "above_title")


def _same(head: Sequence[Line], wanted: str) -> Line | None:
    for line in head:
        if not (line.open and line.hint.main is not False and wanted):
            continue
        if line.key == wanted or SequenceMatcher(None, line.key, wanted).ratio() > 0.9:
            return line
    return None


def _by_place(head: Sequence[Line], lines: Sequence[Line]) -> Line | None:
    """The headline among the lines above the text: printed twice, else right above the date, else above the text."""
    if len(head) == len(lines):
        head = head[:-1]  # of a page without a paragraph the last line is no headline: nothing would stand below it
    twice = Counter(line.key for line in head if _can_be(line) and line.words >= FULL)
    again = next((line for line in head if twice[line.key] == 2 and _can_be(line)), None)
    if again is not None:
        return again
    dated = [place for place, line in enumerate(head) if line.kind == "dateline"]
    for anchor in (dated[-1:] and _cluster(head, dated[-1])) or []:
        found = _upwards(head, anchor)
        if found is not None:
            return found
    if dated:
        below = [line for line in head[dated[-1] + 1 :] if _can_be(line) and line.words > LABEL]
        if below:
            return below[0]
    return _upwards(head, len(head))


def _told_of(head: Sequence[Line], found: Line, lead: Sequence[Line]) -> Line | None:
    """A line right above the group that the headline was found in, if its words too are those of the first paragraphs.

    Key points stand between such a headline and the text, under a label; nothing that says when or who is above them.
    """
    place = head.index(found)
    if any(line.kind in ("dateline", "byline") for line in head[:place]):
        return None
    said = {stem for line in lead for stem in stems(line)}
    for below, line in enumerate(reversed(head[:place])):
        if _can_be(line) and line.words >= FULL:
            words = set(stems(line))
            return line if len(words & said) >= max(2, TOLD * len(words)) else None
        if below or line.words > LABEL or line.kind not in (None, "furniture"):
            return None
    return None


def _cluster(head: Sequence[Line], anchor: int) -> list[int]:
    """The first place of the datelines and bylines that stand together with a dateline."""
    place = anchor
    while place > 0 and head[place - 1].kind in ("dateline", "byline"):
        place -= 1
    return [place]


def _can_be(line: Line) -> bool:
    return (
        line.open
        and line.headline
        and not line.section
        and line.hint.main is not False
        and not in_brackets(line)
        and not CLOCK_FIRST.match(line.text)
        and "\t" not in line.text
        and not NUMBERED.fullmatch(line.text)
    )


def _upwards(head: Sequence[Line], below: int) -> Line | None:
    """The headline above a place: the top of the lines of some length there, past names, captions and buttons."""
    place, short = below - 1, []
    while place >= 0 and not (_can_be(head[place]) and head[place].words >= FULL):
        line = head[place]
        if (line.section and line.section != "comments") or line.rule in STOPS:
            break
        if _can_be(line):
            short.append(line)
        if len(short) > GROUP - 1:
            break
        place -= 1
    group: list[Line] = []
    while place >= 0 and len(group) < GROUP and _can_be(head[place]) and head[place].words >= FULL:
        group.append(head[place])
        place -= 1
    if group:
        return group[-1]
    named = [line for line in short if line.words > LABEL]
    return named[-1] if named else None


STOPS = frozenset(["breadcrumb", "bars", "rule_line"])
"""Rules of lines above which no headline stands."""


def again(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark every further printing of the headline as furniture."""
    if headline is not None:
        for line in lines:
            if line is not headline and line.open and line.key == headline.key:
                line.mark("furniture", "title_again")


def subtitles(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark the headline-like lines between the title and the first paragraph, three at most."""
    if headline is None or headline not in lines:
        return
    count, dated = 0, False
    shown = lines[lines.index(headline) + 1 :]
    for place, line in enumerate(shown):
        if line.running:
            return
        dated |= line.kind in ("dateline", "byline", "caption")
        if line.open and line.headline and count < GROUP and not CLOCK_FIRST.match(line.text):
            if line.words <= LABEL:
                if not (dated and line.hint.main):
                    line.mark("furniture", "section_label")
            elif dated and line.hint.main is None and _alone(place, shown):
                line.mark("caption", "alone_below_the_date")
            else:
                line.mark("subtitle", "below_title")
                count += 1


def _alone(place: int, lines: Sequence[Line]) -> bool:
    """Whether a line of some length is no key point among others: right above and below stands nothing like it."""
    near = [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    return lines[place].words > FULL and not any(
        line.rule == "below_title" or (line.open and line.headline and line.words > LABEL) for line in near
    )
