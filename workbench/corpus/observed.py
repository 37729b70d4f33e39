"""A result that can be corrected tells those who show it that it has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, WeakMethod, ref

__all__ = ["Observed"]

Watchers = list["WeakMethod[Any] | ref[Any]"]
WATCHERS: WeakKeyDictionary[Observed, Watchers] = WeakKeyDictionary()
"""Kept apart from the results, which are copied and sent to other processes."""


class Observed:
    """Calls back whoever watches it after each change; who is gone is forgotten."""

    def watch(self, told: Callable[[], Any]) -> None:
        """Call a function or a method after every change, as long as it, or the object of the method, lives.

        >>> class Counted(Observed):
        ...     def add(self):
        ...         self._changed()
        >>> class Shown:
        ...     def draw(self):
        ...         print("drawn")
        >>> counted, shown = Counted(), Shown()
        >>> counted.watch(shown.draw)
        >>> counted.add()
        drawn
        >>> del shown
        >>> counted.add()
        """
        WATCHERS.setdefault(self, []).append(WeakMethod(told) if hasattr(told, "__self__") else ref(told))

    def _changed(self) -> None:
        """Tell all who watch."""
        watchers = WATCHERS.get(self, [])
        for watcher in list(watchers):
            told = watcher()
            if told is None:
                watchers.remove(watcher)
            else:
                told()
