"""What is worked out once for each word and kept: of the words asked for lately, so that memory has a bound.

The words of a language have no end: names, numbers and misprints come with every article. Those that are frequent are
among the last ``MOST``, those that are not are cheaper to work out again than to keep.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

__all__ = ["MOST", "kept"]

Result = TypeVar("Result")

MOST = 1 << 16
"""How many results of one function are kept."""


def kept(work: Callable[..., Result]) -> _lru_cache_wrapper[Result]:
    """A function of words that keeps its latest results."""
    return lru_cache(maxsize=MOST)(work)
