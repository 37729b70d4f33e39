"""A progress bar for long work, and none for short work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

__all__ = ["steps"]

Item = TypeVar("Item")


def steps(items: Iterable[Item], what: str, *, show: bool = True, many: int = 200) -> Iterator[Item]:
    """The items, with a bar named ``what`` when there are more than ``many`` of them and ``show`` is true."""
    if not show or not isinstance(items, Sized) or len(items) <= many:
        yield from items
        return
    from tqdm.auto import tqdm

    yield from tqdm(items, desc=what)
