"""The marks of a story: what is marked where, for the browser as records, for Python as places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.corpus import Corpus
from workbench.widgets.records import Layer, MarkRecord
from workbench.widgets.segments import Span, snippet, whole

__all__ = ["Marks", "Place"]

LAYERS: tuple[Layer, ...] = ("passage", "quote", "speaker", "cue", "entity")
"""Of marks with the same span, which lies outside: the first named."""


class Place(NamedTuple):
    """Where a mark lies and what it shows: ``corpus[article].text[start:end]``."""

    article: str
    start: int
    end: int
    layer: Layer
    ref: str


@dataclass
class Marks:
    """The marks of a story as they are collected: their records, and their places by id."""

    corpus: Corpus
    records: list[MarkRecord] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    _bounds: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)
    _of: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, place: Place, kind: str = "", rule: str = "") -> int:
        """The position of a new mark; ``name`` is its id, the same in every widget on the same results."""
        article, start, end, layer, ref = place
        text = self.corpus[article].text
        before, after = snippet(text, start, end, within=self._within(article, start, end))
        position = len(self.records)
        self.records.append(
            {
                "id": name,
                "article": article,
                "layer": layer,
                "ref": ref,
                "type": kind,
                "rule": rule,
                "start": start,
                "end": end,
                "before": before,
                "text": text[start:end],
                "after": after,
            }
        )
        self.places[name] = place
        self._of[article].append(Span(start, end, position))
        return position

    def spans(self, article: str) -> list[Span]:
        """The spans on an article in the order in which they begin, outer ones first."""
        rank = {layer: number for number, layer in enumerate(LAYERS)}
        return sorted(
            self._of[article], key=lambda span: (span.start, -span.end, rank[self.records[span.mark]["layer"]])
        )

    def _within(self, article: str, start: int, end: int) -> tuple[int, int]:
        """The bounds of the blocks that a span lies in."""
        if article not in self._bounds:
            blocks = list(whole(self.corpus[article]))
            self._bounds[article] = ([block.start for block in blocks], [block.end for block in blocks])
        starts, ends = self._bounds[article]
        low = starts[max(0, bisect_right(starts, start) - 1)] if starts else start
        high = ends[min(len(ends) - 1, bisect_left(ends, end))] if ends else end
        return min(low, start), max(high, end)
