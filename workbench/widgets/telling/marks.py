"""The marks of a story: what is marked where, for the browser as records, for Python as places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.corpus import Corpus
from workbench.widgets.records import Layer, MarkRecord, ReasonRecord
from workbench.widgets.segments import Span, snippet, whole
from workbench.widgets.telling.why import why_named

__all__ = ["SHARED", "Marked", "Marks", "Place"]

LAYERS: tuple[Layer, ...] = ("passage", "reworded", "rejected", "quote", "speaker", "cue", "entity")
"""Of marks with the same span, which lies outside: the first named."""
SHARED: tuple[Layer, ...] = ("passage", "reworded")
"""What two articles have in common, by which ``passage`` of a selection finds it."""
RANK = {layer: number for number, layer in enumerate(LAYERS)}


class Place(NamedTuple):
    """Where a mark lies and what it shows: ``corpus[article].text[start:end]``."""

    article: str
    start: int
    end: int
    layer: Layer
    ref: str


class _Page(NamedTuple):
    """What marking an article asks for again and again: its text, and where its blocks begin and end."""

    text: str
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the blocks that a span lies in."""
        starts, ends = self.starts, self.ends
        if not starts:
            return start, end
        low = starts[max(0, bisect_right(starts, start) - 1)]
        high = ends[min(len(ends) - 1, bisect_left(ends, end))]
        return min(low, start), max(high, end)


class Marked(NamedTuple):
    """Marks as they were collected so far, to be taken over by another story."""

    records: list[MarkRecord]
    places: dict[str, Place]
    reasons: list[list[ReasonRecord]]
    of: dict[str, list[tuple[int, int, int, int]]]


@dataclass
class Marks:
    """The marks of a story as they are collected: their records, and their places by id."""

    corpus: Corpus
    records: list[MarkRecord] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    reasons: list[list[ReasonRecord]] = field(default_factory=list)
    _whys: dict[str, int] = field(default_factory=dict)
    _pages: dict[str, _Page] = field(default_factory=dict)
    _of: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, place: Place, kind: str = "", rule: str = "", why: int = -1) -> int:
        """The position of a new mark; ``name`` is its id, the same in every widget on the same results."""
        article, start, end, layer, ref = place
        page = self._pages.get(article) or self._page(article)
        before, after = snippet(page.text, start, end, within=page.within(start, end))
        position = len(self.records)
        self.records.append(
            {
                "id": name,
                "article": article,
                "layer": layer,
                "ref": ref,
                "type": kind,
                "rule": rule,
                "why": why,
                "start": start,
                "end": end,
                "before": before,
                "text": page.text[start:end],
                "after": after,
            }
        )
        self.places[name] = place
        self._of[article].append((start, -end, RANK[layer], position))
        return position

    def reason(self, phrase: str) -> int:
        """The position of why a mention is an entity's, which is told once; -1 where there is nothing to tell."""
        if not phrase:
            return -1
        if phrase not in self._whys:
            self._whys[phrase] = len(self.reasons)
            self.reasons.append(list(why_named(phrase)))
        return self._whys[phrase]

    def taken(self) -> Marked:
        """The marks so far."""
        of = {article: list(own) for article, own in self._of.items()}
        return Marked(list(self.records), dict(self.places), list(self.reasons), of)

    def take(self, marked: Marked) -> None:
        """Begin with marks that were collected before, on the same pages."""
        self.records += marked.records
        self.places |= marked.places
        self.reasons += marked.reasons
        for article, own in marked.of.items():
            self._of[article] += own

    def spans(self, article: str) -> list[Span]:
        """The spans on an article in the order in which they begin, outer ones first."""
        return [Span(start, -end, position) for start, end, _, position in sorted(self._of[article])]

    def _page(self, article: str) -> _Page:
        blocks = list(whole(self.corpus[article]))
        page = _Page(self.corpus[article].text, [block.start for block in blocks], [block.end for block in blocks])
        self._pages[article] = page
        return page
