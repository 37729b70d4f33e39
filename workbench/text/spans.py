"""Spans kept in order, so that asking whether anything stands at a place does not walk through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

__all__ = ["Placed", "Spans"]

Item = TypeVar("Item")


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


class Placed(Generic[Item]):
    """Things with the spans in which they stand, which may overlap: those that meet a span, in the order given.

    >>> placed = Placed([((5, 9), "later"), ((0, 6), "first")])
    >>> placed.meeting(5, 6), placed.meeting(6, 7), placed.meeting(9, 12)
    (['later', 'first'], ['later'], [])
    """

    def __init__(self, items: Iterable[tuple[tuple[int, int], Item]] = ()) -> None:
        ordered = sorted(((*span, number, item) for number, (span, item) in enumerate(items)), key=lambda one: one[:3])
        self._items = ordered
        self._starts = [one[0] for one in ordered]
        self._reach = list(accumulate((one[1] for one in ordered), max))

    def meeting(self, start: int, end: int) -> list[Item]:
        """The things of which any character stands from ``start`` to ``end``."""
        own = self._items[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        own = [one for one in own if one[1] > start]
        return [one[3] for one in sorted(own, key=lambda one: one[2])]
