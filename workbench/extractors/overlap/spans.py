"""Stretches of a corpus's words as where they begin and end: work that grows with their number, not with the words'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Spans = tuple[Numbers, Numbers]

__all__ = ["Spans", "each", "joined", "swept", "within"]


def joined(*parts: Spans) -> Spans:
    """All stretches of some lists, one list behind the other."""
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *(part[0] for part in parts)]), np.concatenate([none, *(part[1] for part in parts)])


def swept(spans: Spans, least: int) -> Spans:
    """Where at least so many of some stretches lie over one another: as few stretches as can be, in order."""
    places = np.concatenate(spans)
    if not len(places):
        return spans
    order = np.argsort(places, kind="stable")
    steps = np.repeat(np.array([1, -1]), len(spans[0]))[order]
    places = places[order]
    first = np.flatnonzero(np.concatenate([[True], places[1:] != places[:-1]]))
    inside = np.cumsum(np.add.reduceat(steps, first)) >= least
    edges = places[first[np.flatnonzero(inside != np.concatenate([[False], inside[:-1]]))]]
    return edges[::2], edges[1::2]


def within(spans: Spans, places: Numbers) -> Numbers:
    """How many words before each place lie in stretches, which are in order and do not meet."""
    low, high = spans
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(high - low)])
    before = np.searchsorted(low, places, side="right")
    behind = np.concatenate([np.zeros(1, np.int64), high])[before]
    inside: Numbers = sums[before] - np.maximum(behind - places, 0)
    return inside


def each(spans: Spans) -> Numbers:
    """Every word of some stretches, stretch by stretch."""
    low, high = spans
    sizes = high - low
    every: Numbers = np.repeat(low - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    return every
