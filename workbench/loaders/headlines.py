"""Titles and subtitles of pages saved as text: by shape, position and repetition."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from workbench.languages.pack import LanguagePack
from workbench.loaders.lines import Line, key

__all__ = ["again", "subtitles", "title"]

LABEL = 2
"""Up to so many words a line above a longer one is the name of a section."""
MENU = 7
"""From so many short lines above the text, most of them are a menu."""


def title(lines: Sequence[Line], pack: LanguagePack, *, known: str = "") -> Line | None:
    """The headline's line, marked; None where the page has none.

    Parameters
    ----------
    known: the headline as the page's metadata or its table has it.
    """
    marked = next((line for line in lines if line.kind == "title"), None)
    if marked is not None:
        return marked
    head = _head(lines)
    found = _same(head, key(known, pack)) if known else None
    rule = "known_title"
    if found is None:
        found, rule = _by_shape(head, lines), "headline_at_head"
    if found is None:
        return None
    for line in head[: head.index(found)]:
        line.mark("furniture", "above_title")
    found.mark("title", rule)
    return found


def _head(lines: Sequence[Line]) -> list[Line]:
    """The lines above the first paragraph of which nothing is known yet."""
    head: list[Line] = []
    for line in lines:
        if line.running:
            return head
        if line.open and line.hint.main is not False:
            head.append(line)
    return head


def _same(head: Sequence[Line], wanted: str) -> Line | None:
    for line in head:
        if wanted and (line.key == wanted or SequenceMatcher(None, line.key, wanted).ratio() > 0.9):
            return line
    return None


def _by_shape(head: Sequence[Line], lines: Sequence[Line]) -> Line | None:
    candidates = [line for line in head if line.headline]
    if not candidates or not head[0].headline or candidates[0] is lines[-1]:
        return None
    if len(candidates) < MENU:
        longer = [line for line in candidates if line.words > LABEL + 1]
        return candidates[0] if candidates[0].words > LABEL or not longer else longer[0]
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.key] = counts.get(line.key, 0) + 1
    twice = [line for line in candidates if counts[line.key] == 2 and line.words >= 4]
    return twice[0] if twice else max(candidates[-4:], key=lambda line: line.words)


def again(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark every further printing of the headline as furniture."""
    if headline is not None:
        for line in lines:
            if line is not headline and line.open and line.key == headline.key:
                line.mark("furniture", "title_again")


def subtitles(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark the headline-like lines between the title and the first paragraph, three at most."""
    if headline is None:
        return
    count = 0
    for line in lines[lines.index(headline) + 1 :]:
        if line.running:
            return
        if line.open and line.headline and count < 3:
            if line.words <= LABEL:
                line.mark("furniture", "section_label")
            else:
                line.mark("subtitle", "below_title")
                count += 1
