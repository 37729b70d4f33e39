"""A progress bar for long work, and none for short work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

__all__ = ["steps"]

Item = TypeVar("Item")


def steps(items: Iterable[Item], what: str, *, show: bool = True, many: int = 200, expected: int = 0) -> Iterator[Item]:
    """The items, with a bar named ``what`` as soon as there are more than ``many`` of them and ``show`` is true.

    ``expected`` is how many there are at the least, where the items themselves do not say.
    """
    if isinstance(items, Sized):
        expected = len(items)
    bar = None
    try:
        for number, item in enumerate(items, start=1):
            if bar is None and show and max(number, expected) > many:
                from tqdm.auto import tqdm

                bar = tqdm(total=expected if expected >= number else None, initial=number - 1, desc=what)
            if bar is not None:
                bar.update()
            yield item
    finally:
        if bar is not None:
            bar.close()
