"""What repetition across the pages of one outlet tells: lines that stand on many of them are no part of any article.

One page alone cannot say whether «تابعوا آخر الأخبار عبر قناتنا» or a line on the outlet's principles is part of
the story; three pages that share nothing else can. Versions of one article, and articles loaded twice, share most of
their text and count once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.corpus import Article, Block

__all__ = ["across"]

RULE = "repeated_across_pages"
PAGES = 3
"""The fewest pages, different from each other, on which a line has to stand."""
SHORT = 12
"""The most words of a line that is taken as furniture wherever it stands; a longer one only at head or end."""
SHARE = 0.5
"""The share of an outlet's pages on which a longer line has to stand."""
SAME = 0.6
"""The share of its words from which a page is another version of a page."""
LOOKED_AT = 40
"""How many of the pages that hold a line are compared, at most."""


class Shown(NamedTuple):
    """A block of subtitle or body, or one that was found to repeat before: its place, its wording by hash, its words."""

    place: int
    wording: int
    words: int


def across(articles: Sequence[Article]) -> list[Article]:
    """The articles, with the lines marked as furniture that repeat across the pages of one source.

    A line of up to 12 words has to stand on three pages that differ, a longer one on half of the source's pages too
    and at the head or the end of its article. Only blocks of kind subtitle and body are looked at; an article of
    which nothing would be left stays as it is.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        groups[article.source].append(place)
    made = list(articles)
    for places in groups.values():
        if len(places) >= PAGES:
            for place, furniture in _furniture([articles[place] for place in places], places):
                marked = _marked(articles[place], furniture)
                if marked != articles[place]:
                    made[place] = marked
    return made


def _furniture(pages: Sequence[Article], places: Sequence[int]) -> Iterable[tuple[int, set[int]]]:
    """For the pages of one source that change: their place, and the places of blocks that are furniture."""
    shown = [_shown(page) for page in pages]
    counts = Counter(wording for lines in shown for wording in {line.wording for line in lines})
    often = {wording for wording, count in counts.items() if count >= PAGES}
    if not often:
        return
    holders: dict[int, list[int]] = defaultdict(list)
    for number, lines in enumerate(shown):
        for wording in {line.wording for line in lines} & often:
            holders[wording].append(number)
    common = {wording for wording, numbers in holders.items() if _differ(numbers, shown)}
    for place, lines in zip(places, shown, strict=True):
        furniture = _chosen(lines, common, counts, len(pages))
        if furniture and len(furniture) < len(lines):
            yield place, furniture


def _shown(page: Article) -> list[Shown]:
    lines = []
    for place, block in enumerate(page.blocks):
        if block.kind in ("subtitle", "body") or block.rule == RULE:
            words = page.text[block.start : block.end].split()
            lines.append(Shown(place, hash(" ".join(words)), len(words)))
    return lines


def _differ(numbers: Sequence[int], shown: Sequence[list[Shown]]) -> bool:
    """Whether three of the pages differ from each other in most of their words."""
    different: list[int] = []
    for number in numbers[:LOOKED_AT]:
        if not any(_same(shown[number], shown[other]) for other in different):
            different.append(number)
            if len(different) == PAGES:
                return True
    return False


def _same(one: Sequence[Shown], other: Sequence[Shown]) -> bool:
    shorter, longer = sorted((one, other), key=lambda lines: sum(line.words for line in lines))
    known = {line.wording for line in longer}
    shared = sum(line.words for line in shorter if line.wording in known)
    return shared >= SAME * sum(line.words for line in shorter)


def _chosen(lines: Sequence[Shown], common: set[int], counts: Counter[int], pages: int) -> set[int]:
    """The places of a page's blocks that are furniture: short ones anywhere, longer ones at its head and end."""
    often = [line.wording in common for line in lines]
    head = next((i for i, one in enumerate(often) if not one), len(lines))
    end = next((i for i, one in reversed(list(enumerate(often))) if not one), -1)
    return {
        line.place
        for i, line in enumerate(lines)
        if often[i] and (line.words <= SHORT or ((i < head or i > end) and counts[line.wording] >= SHARE * pages))
    }


def _marked(article: Article, furniture: set[int]) -> Article:
    blocks = (
        Block(block.start, block.end, "furniture", RULE) if place in furniture else block
        for place, block in enumerate(article.blocks)
    )
    return replace(article, blocks=tuple(blocks))
