"""Articles in JSON: a list of objects, an object with such a list inside, one article, or JSON Lines.

Read too are the ways in which pandas writes a table as JSON. Each record has its own columns. A list may break off:
the records before that place are read and the place is told with its line and column.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from workbench.loaders.files import File
from workbench.loaders.records import Refusal, Unreadable
from workbench.loaders.tables import cells
from workbench.loaders.tables.columns import CONTENT_FIELDS, by_name, listed, plain
from workbench.loaders.tables.contents import ROWS
from workbench.loaders.tables.json_stream import Twice, decoder, list_of
from workbench.loaders.tables.reading import Record, Table, reader
from workbench.loaders.tables.streamed import characters, lines

__all__ = ["line_tables", "read", "read_lines", "tables"]

WHOLE = 50 * 2**20
"""Characters up to which a file is read whole, so that its shape can be seen."""
LISTS = frozenset(
    [
        *(
            "articles",
            "article",
            "data",
            "items",
            "results",
            "records",
            "documents",
            "docs",
            "hits",
            "entries",
            "pages",
        ),
        *("stories", "story", "posts", "pages", "rows", "news", "response", "value", "values"),
        *("المقالات", "مقالات", "الاخبار", "اخبار", "البيانات", "النتائج"),
    ]
)
"""Plain names of lists of articles."""
DEEPEST = 3
HEAD = 2**22
"""Characters in which lines are looked for."""


def line_tables(file: File) -> Iterator[Table | Refusal]:
    """The records of a JSON Lines file, each with its own columns; a broken line is refused alone."""
    text, notes = characters(file)
    start = next(text, "")
    if start.lstrip("\ufeff \t\r\n").startswith("[") and not _is_value(start.split("\n", 1)[0]):
        yield from tables(file)  # a list under the ending of JSON Lines
        return
    yield _table(file, _line_records(file, lines(chain([start], text), end="\n")), notes)


def tables(file: File) -> Iterator[Table | Refusal]:
    """The articles of a JSON file."""
    text, notes = characters(file)
    start = next(text, "")
    if _is_lines(start):
        yield _table(file, _line_records(file, lines(chain([start], text), end="\n")), notes)
        return
    parts = [start]
    size = len(start)
    while size <= WHOLE and (part := next(text, "")):
        parts.append(part)
        size += len(part)
    others: list[Refusal] = []
    found: Iterable[Any] | None = None
    if size <= WHOLE:
        with suppress(ValueError, RecursionError):  # what is no JSON is read as far as it goes
            found = _whole("".join(parts), file, others)
    if found is None:
        found = _streamed(chain(parts, text), file, others)
    yield _table(file, _records(file, found), notes)
    yield from others


read = reader(tables)
read_lines = reader(line_tables)


def _table(file: File, records: Iterator[Record], notes: tuple[str, ...]) -> Table:
    """A table of records that each have their own columns: its columns are those of the first records."""
    head: list[Record] = []
    problem: Unreadable | None = None
    try:
        for record in islice(records, ROWS):
            head.append(record)  # noqa: PERF402 - those before a fault are kept
    except Unreadable as error:
        problem = error
    names = dict.fromkeys(name for record in head for name in record.cells)
    return Table(file.origin, tuple(names), _then(head, records, problem), file, notes, own=True)


def _then(head: list[Record], records: Iterator[Record], problem: Unreadable | None) -> Iterator[Record]:
    yield from head
    if problem is not None:
        raise problem
    yield from records


def _line_records(file: File, found: Iterable[str]) -> Iterator[Record]:
    parser = decoder()
    for number, line in enumerate(found, start=1):
        if not line.strip():
            continue
        name, origin = f"{file.stem}-{number}", f"{file.origin} line {number}"
        try:
            value = parser.decode(line.strip().removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            yield Record(name, origin, {}, _no_json(error))
            continue
        yield _record(name, origin, value)


def _no_json(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON: {error.msg} at column {error.colno}"
    return f"it is no JSON: {'its values are nested too deep' if isinstance(error, RecursionError) else error}"


def _records(file: File, found: Iterable[Any]) -> Iterator[Record]:
    for number, value in enumerate(found, start=1):
        yield _record(f"{file.stem}-{number}", f"{file.origin} record {number}", value)


def _record(name: str, origin: str, value: Any) -> Record:
    if isinstance(value, Twice):
        return Record(
            name,
            origin,
            {},
            f"two of its fields are named {value.name[:40]!r}, so that it cannot be told which one is meant",
        )
    if isinstance(value, dict):
        return Record(name, origin, value)
    if isinstance(value, str):
        return Record(name, origin, {"value": value})  # a list of texts, or of addresses
    return Record(name, origin, {}, "it is no JSON object with named fields")


def _is_value(line: str) -> bool:
    try:
        decoder().decode(line.strip().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def _is_lines(start: str) -> bool:
    """Whether a text is JSON Lines: two of its first lines are objects, each on its own."""
    head = start[:HEAD].split("\n", 40)
    whole = head if len(start) <= HEAD and len(head) <= 40 else head[:-1]
    objects = (line.lstrip("\ufeff \t").startswith("{") and _is_value(line) for line in whole if line.strip())
    return sum(islice(objects, 20)) > 1


def _whole(text: str, file: File, others: list[Refusal]) -> list[Any]:
    """The records of a file that is whole.

    Raises
    ------
    ValueError, RecursionError: it is no JSON.
    Unreadable: there is no article in it.
    """
    value = decoder().decode(text.strip().removeprefix("\ufeff"))
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        raise Unreadable("it is JSON that holds no list and no object")
    if isinstance(value, Twice) or _is_article(value):
        return [value]
    lists = list(_lists(value, 0))
    wanted = [one for one in lists if _is_wanted(*one)] or lists
    sure = bool(wanted) and _is_wanted(*wanted[0])
    found = wanted[0][1] if sure else _of_pandas(value) or (wanted[0][1] if len(wanted) == 1 else None)
    if found is not None:
        others += [_not_read(file, *one) for one in wanted if one[1] is not found and _articles(one[1])]
        return found
    if wanted:
        raise Unreadable(
            f"it has several lists, and none is named like one of articles: {listed([n for n, _ in wanted])}"
        )
    if not cells.empty(value.get(by_name(list(value), {}).get("url", ""))):
        return [value]
    raise Unreadable(f"it holds no article and no list of articles; its names are {listed(list(value))}")


def _streamed(text: Iterable[str], file: File, others: list[Refusal]) -> Iterator[Any]:
    """The records of a file that is large, or that breaks off."""
    found = False
    kept: list[list[Any]] = []

    def wanted(name: str, first: Any) -> bool:
        nonlocal found
        fits = not found and isinstance(first, dict) and _is_wanted(name, [first])
        found = found or fits
        return fits

    def other(name: str, items: list[Any]) -> None:
        if found and _articles(items):
            others.append(_not_read(file, name, items))
        elif items and isinstance(items[0], dict):
            kept.append(items)

    count = 0
    for value in list_of(text, wanted, other):
        count += 1
        yield value
    if not count and len(kept) == 1:
        yield from kept[0]


def _not_read(file: File, name: str, items: list[Any]) -> Refusal:
    return Refusal(
        f"{file.origin} list {name[:40]!r}",
        f"its {len(items)} records were not read: another list is that of the articles",
    )


def _content(value: Mapping[str, Any]) -> list[Any]:
    """What stands in the fields of an object that are named like a text."""
    fields = by_name(list(value), {})
    return [value[fields[name]] for name in CONTENT_FIELDS if name in fields]


def _is_article(value: Mapping[str, Any]) -> bool:
    return any(isinstance(cell, str) and cell.strip() for cell in _content(value))


def _articles(items: list[Any]) -> bool:
    """Whether a list looks like one of articles, by the names in its first item."""
    return bool(items) and isinstance(items[0], dict) and bool(_content(items[0]))


def _is_wanted(name: str, items: list[Any]) -> bool:
    return plain(name) in LISTS or _articles(items)


def _lists(value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects inside an object."""
    for name, item in value.items():
        if isinstance(item, list) and item and isinstance(item[0], dict):
            yield name, item
        elif isinstance(item, dict) and depth < DEEPEST:
            yield from _lists(item, depth + 1)


def _of_pandas(value: Mapping[str, Any]) -> list[Any] | None:
    """The rows of a table as pandas writes it: split into columns and data, by row, or by column."""
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        names = [str(name) for name in columns]
        return [dict(zip(names, row, strict=False)) if len(row) == len(names) else row for row in data]
    inner = list(value.values())
    if not inner or not all(isinstance(one, dict) for one in inner):
        return None
    if any(_is_article(one) for one in inner):
        return inner
    rows = list(inner[0])
    if _content(value) and all(list(one) == rows for one in inner):
        return [{name: one[row] for name, one in value.items()} for row in rows]
    return None
