"""Which lines of an HTML page are its main text: by the elements that sites keep for it, else as trafilatura finds it.

Where the markup says it itself (``itemprop="articleBody"``, a class such as ``entry-content``, an ``<article>`` that
holds most of the text) there is nothing to find out. On other pages trafilatura is asked; where it fails, or the page
is too large or too strange for it, nothing is said and the rules of ``marking.py`` stand alone.
"""

from __future__ import annotations

import logging
import re
from itertools import accumulate

from workbench.loaders.pages.visible import Region, Visible

__all__ = ["main_lines"]

DEEPEST = 200
"""Nesting from which trafilatura, which recurses, is not asked."""
LARGEST = 5_000_000
"""Characters from which it is not asked either: no article is that long."""
RUNNING = 8
"""Words from which a line that is no link counts as text."""
LEAST = (0.25, 0.3, 0.5)
"""By the rank of a region, the share of the page's text that it must hold to be the main text."""
BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)", re.MULTILINE)
"""What trafilatura writes between the cells of a table."""
PARAGRAPH = 12
"""Words from which a line is surely of the text and not of what stands above it."""
TRUSTED = 0.25
"""The share of the page's text from which an extraction is believed to have found the article."""
ANY = 3
HOLDING = 0.7
"""The share of the page's text that an element without a telling name must hold to be the main text."""
OWN = 0.5
"""The share of that which it must hold by itself, or one element deep."""
HEAD = 12
"""How many lines above a main text without a headline aren't given up: the headline may be one of them."""
LONGEST = 20
"""Words from which a line above the main text is no headline."""
WORDS = 25
"""The fewest words of a main text."""
NEARLY = 0.8
"""The share of an element's text from which an element inside of it is as good."""


def main_lines(seen: Visible, markup: str, headline: int | None) -> tuple[list[bool | None], tuple[str, ...]]:
    """For each line whether it is main text, None where that isn't known; and notes for the report.

    Parameters
    ----------
    headline: the place of the headline among the lines; what stands between it and the main text isn't known.
    """
    notes: tuple[str, ...] = ()
    inside = by_elements(seen)
    if inside is None:
        inside = by_density(seen)
    if inside is None:
        inside, notes = by_extraction(seen, markup)
    if inside is None:
        return [None] * len(seen.lines), notes
    said: list[bool | None] = list(inside)
    if headline is None:
        first = inside.index(True)
        for place in range(max(0, first - HEAD), first):
            said[place] = False if len(seen.lines[place].split()) >= LONGEST else None
    else:
        for place in range(headline, len(said)):
            if said[place] and len(seen.lines[place].split()) >= PARAGRAPH:
                break
            said[place] = said[place] or None
    return said, notes


def by_elements(seen: Visible) -> list[bool] | None:
    """For each line whether it stands in the element of the article; None where no element is plainly that."""
    if not seen.regions:
        return None
    sums = [0, *accumulate(_sizes(seen))]
    tops = [place for place, level in seen.headings if level == 1]
    for rank, least in enumerate(LEAST):
        chosen = _together([one for one in seen.regions if one.rank == rank], sums, tops)
        words = sum(_words(one, sums) for one in chosen)
        if words >= max(WORDS, least * sums[-1]):
            inside = [False] * len(seen.lines)
            for one in chosen:
                inside[one.first : one.last] = [True] * (one.last - one.first)
            return inside
    return None


def _sizes(seen: Visible) -> list[int]:
    """The words of each line that counts as text: no link, nothing that an element calls furniture."""
    sizes = (
        len(line.split()) if hint.kind is None and not hint.link else 0
        for line, hint in zip(seen.lines, seen.hints.values(), strict=True)
    )
    return [size if size >= RUNNING else 0 for size in sizes]


def _words(region: Region, sums: list[int]) -> int:
    return sums[region.last] - sums[region.first]


def _together(regions: list[Region], sums: list[int], tops: list[int]) -> list[Region]:
    """The first of the regions that hold much text, narrowed to its core, with its continuations below."""
    most = max((_words(one, sums) for one in regions), default=0)
    if not most:
        return []
    outer = min((one for one in regions if _words(one, sums) >= 0.5 * most), key=lambda one: (one.first, -one.last))
    inner = [one for one in regions if outer.first <= one.first and one.last <= outer.last]
    core = min(
        (one for one in inner if _words(one, sums) >= NEARLY * _words(outer, sums)),
        key=lambda one: one.last - one.first,
    )
    chosen = [core]
    for one in sorted(regions, key=lambda one: one.first):
        last = chosen[-1].last
        if one.first >= last and _words(one, sums) and not any(last <= place < one.last for place in tops):
            chosen.append(one)
    return chosen


def by_density(seen: Visible) -> list[bool] | None:
    """For each line whether it stands in the element that holds most text by itself; None where none holds enough."""
    sizes = _sizes(seen)
    sums = [0, *accumulate(sizes)]
    best = max(
        (
            one
            for one in seen.regions
            if one.rank == ANY and one.words >= WORDS and HOLDING * sums[-1] <= _words(one, sums) <= one.words / OWN
        ),
        key=lambda one: (one.words, one.first - one.last),
        default=None,
    )
    if best is None:
        return None
    return [best.first <= place < best.last for place in range(len(sizes))]


def by_extraction(seen: Visible, markup: str) -> tuple[list[bool] | None, tuple[str, ...]]:
    """For each line whether trafilatura has it in the main text; None where it has nothing to say, with a note."""
    if len(markup) > LARGEST or seen.depth > DEEPEST:
        return None, ()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages that we report
    try:
        from trafilatura import extract

        text = extract(markup, include_comments=False, include_tables=True, favor_recall=True, fast=True)
    except Exception as error:  # the extraction is advice: without it, or on a page too strange for it, the page loads
        return None, (f"marked without trafilatura, which failed ({type(error).__name__}: {str(error)[:80]})",)
    main = " ".join(BAR.sub(" ", text or "").split())
    inside = [" ".join(BAR.sub(" ", line).split()) in main for line in seen.lines]
    sizes = _sizes(seen)
    found = sum(size for size, here in zip(sizes, inside, strict=True) if here)
    return (inside if len(main) >= 80 and any(inside) and found >= TRUSTED * sum(sizes) else None), ()
