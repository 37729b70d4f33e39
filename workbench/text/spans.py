"""Spans kept in order, so that asking whether anything stands at a place does not walk through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

__all__ = ["Spans"]


class Spans:
    """A set of half-open spans that may overlap, asked by place.

    >>> spans = Spans([(0, 3), (5, 9)])
    >>> spans.meets(3, 5), spans.meets(2, 4), spans.covers(8)
    (False, True, True)
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._merged and start < self._merged[-1][1]:
                self._merged[-1] = (self._merged[-1][0], max(end, self._merged[-1][1]))
            else:
                self._merged.append((start, end))

    def add(self, start: int, end: int) -> None:
        """Add a span that meets none of those that are there."""
        insort(self._merged, (start, end))

    def meets(self, start: int, end: int) -> bool:
        """Whether any span shares a character with ``start`` to ``end``."""
        after = bisect_left(self._merged, (end, -1))
        return after > 0 and self._merged[after - 1][1] > start

    def covers(self, position: int) -> bool:
        """Whether a character stands inside a span."""
        after = bisect_right(self._merged, (position, float("inf")))
        return after > 0 and self._merged[after - 1][1] > position
