"""A name that is found by what kind of place or body it is."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Headed"]


class Headed(NamedTuple):
    """A name found by its head: tokens ``first`` to ``last``, its type, whether it is sure alone, the rule."""

    first: int
    last: int
    start: int
    type: str
    core: str
    sure: bool
    rule: str = "head"
