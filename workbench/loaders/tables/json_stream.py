"""The records of a JSON file one after another, without the file in memory: a list of articles, wherever it stands.

The standard library's parser reads each value from a stretch of the text that grows until the value is whole, so
that every character is kept as it stands, halves of characters too. Where the text breaks off or is no JSON, the
records before that place have been read, and the place is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.loaders.records import Unreadable

__all__ = ["Other", "Twice", "Wanted", "decoder", "list_of"]

BLANK = re.compile(r"[ \t\r\n]*")
GROW = 2**20
"""Characters by which the stretch grows at the least."""
LARGEST = 2**25
"""Characters of the largest value."""
DEEPEST = 3
"""How deep in objects a list of articles is looked for."""
DIGITS = 4_000
"""Digits of the longest number that is one; a longer one is kept as it is written."""
END = 16
"""Characters from the end of a stretch in which a fault may be only that the value goes on."""


class Twice(dict[str, Any]):
    """An object in which a name stands twice, so that it cannot be told which one is meant."""

    name = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    names: set[str] = set()
    doubled = Twice(record)
    doubled.name = next(name for name, _ in pairs if name in names or names.add(name))  # type: ignore[func-returns-value]
    return doubled


def decoder() -> json.JSONDecoder:
    """A parser that tells where a name stands twice, and that no number is too long for."""
    return json.JSONDecoder(object_pairs_hook=_object, parse_int=_number)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= DIGITS else digits


Wanted = Callable[[str, Any], bool]
"""Whether a list is that of the articles, by its name and its first item."""
Other = Callable[[str, list[Any]], None]
"""Is told every other list, by its name."""


def list_of(text: Iterable[str], wanted: Wanted, other: Other) -> Iterator[Any]:
    """The items of the list that a JSON text is, or of the list of articles inside it.

    Parameters
    ----------
    text: the JSON, in stretches.

    Raises
    ------
    Unreadable: the text breaks off or is no JSON; the items before that have been given.
    """
    source = _Source(iter(text))
    if source.next() == "[":
        yield from _items(source)
    elif source.next() == "{":
        yield from _inside(source, wanted, other, 0)
    else:
        raise source.fault("it begins with no list and no object")
    if source.next():
        raise source.fault("something stands behind its end")


def _items(source: _Source) -> Iterator[Any]:
    source.take("[")
    if source.next() == "]":
        source.take("]")
        return
    while True:
        yield source.value()
        if source.take(",]") == "]":
            return


def _inside(source: _Source, wanted: Wanted, other: Other, depth: int) -> Iterator[Any]:
    source.take("{")
    if source.next() == "}":
        source.take("}")
        return
    while True:
        name = str(source.value())
        source.take(":")
        if source.next() == "[":
            yield from _list(source, name, wanted, other)
        elif source.next() == "{" and depth < DEEPEST:
            yield from _inside(source, wanted, other, depth + 1)
        else:
            source.value()
        if source.take(",}") == "}":
            return


def _list(source: _Source, name: str, wanted: Wanted, other: Other) -> Iterator[Any]:
    items = _items(source)
    first = next(items, None)
    if wanted(name, first):
        yield first
        yield from items
    else:
        rest = list(items)
        other(name, [] if first is None else [first, *rest])


class _Source:
    """The text, as far as it is needed."""

    def __init__(self, stretches: Iterator[str]) -> None:
        self._stretches = stretches
        self._decoder = decoder()
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1

    def next(self) -> str:
        """The next character that is not blank, which stays; empty at the end."""
        while True:
            match = BLANK.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(GROW):
                return ""

    def take(self, wanted: str) -> str:
        """Pass over one of these characters, which is returned."""
        found = self.next()
        if not found:
            raise self.fault("it breaks off")
        if found not in wanted:
            raise self.fault(f"{' or '.join(wanted)} is missing")
        self._at += 1
        return found

    def value(self) -> Any:
        """The next value, whole."""
        self.next()
        grow = GROW
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if "Unterminated" not in error.msg and error.pos < len(self._text) - END:
                    self._at = error.pos
                    raise self.fault(error.msg) from error
            except (ValueError, RecursionError) as error:
                deep = isinstance(error, RecursionError)
                raise self.fault("its values are nested too deep" if deep else str(error)) from error
            else:
                if end < len(self._text) or not self._more(grow):
                    self._at = end
                    return found
                grow *= 2  # a number may go on in what comes
                continue
            if len(self._text) - self._at > LARGEST:
                raise self.fault(f"a value of it has more than {LARGEST} characters")
            if not self._more(grow):
                self._at = len(self._text)
                raise self.fault("it breaks off")
            grow *= 2

    def fault(self, why: str) -> Unreadable:
        """A word on the line and column at which the text is no JSON."""
        self._pass(self._at)
        return Unreadable(
            f"it is no JSON from line {self._line} column {self._column} on: {why}; nothing was read from there on"
        )

    def _more(self, size: int) -> bool:
        """Whether there is more of the text; what was passed is forgotten."""
        parts: list[str] = []
        for stretch in self._stretches:
            parts.append(stretch)
            size -= len(stretch)
            if size <= 0:
                break
        if not any(parts):
            return False
        self._pass(self._at)
        self._text = "".join([self._text[self._at :], *parts])
        self._at = 0
        return True

    def _pass(self, end: int) -> None:
        """Count the lines of what was passed."""
        count = self._text.count("\n", 0, end)
        self._line += count
        self._column = end - self._text.rfind("\n", 0, end) if count else self._column + end
