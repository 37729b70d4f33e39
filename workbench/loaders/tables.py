"""Articles in tables: CSV, TSV, JSON Lines and pandas frames; one row an article.

Columns are known by their names in Arabic and English (``columns.py``), or as the user says. A row without a
text, or whose cells cannot be told apart, is refused with its number; the others load. A cell is the article's
text exactly as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench.loaders import html
from workbench.loaders.columns import CONTENT_FIELDS, guess
from workbench.loaders.encoding import decode
from workbench.loaders.files import File
from workbench.loaders.records import FIELDS, Page, Piece, Refusal, Unreadable, broke
from workbench.loaders.separated import Row, rows
from workbench.loaders.text import encoding_note

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_csv", "read_frame", "read_jsonl"]

MOST = 2**31
"""Bytes of the largest table."""
EMPTY = ("nat", "<na>", "nan")


def read_csv(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The rows of a table of characters, whichever of comma, semicolon, tab or bar separates its cells."""
    text, notes = _decoded(file)
    table = rows(text)
    header = next(table, Row(1, ()))
    if header.problem:
        raise Unreadable(header.problem)
    fields = guess(header.cells, columns)
    for number, row in enumerate(table, start=1):
        place = f"{file.origin} row {number}"
        problem = row.problem or row.too_many(len(header.cells))
        if problem:
            yield Refusal(place, f"line {row.line}: {problem}")
            continue
        record = dict(zip(header.cells, row.filled(len(header.cells)), strict=True))
        missing = len(header.cells) - len(row.cells)
        short = f"the row has {len(row.cells)} of {len(header.cells)} cells" if missing > 0 else ""
        told = (note for note in (*notes, row.note, short) if note)
        yield _piece(record, fields, f"{file.stem}-{number}", place, tuple(told))


def read_jsonl(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The records of a JSON Lines file, each with its own columns; a broken line is refused alone."""
    text, notes = _decoded(file)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{file.origin} line {number}"
        try:
            record = json.loads(line, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            yield Refusal(place, f"it is no JSON: {error}")
            continue
        except Unreadable as problem:
            yield Refusal(place, str(problem))
            continue
        if not isinstance(record, dict):
            yield Refusal(place, "it is no JSON object with named fields")
            continue
        try:
            fields = guess(record, columns)
        except Unreadable as problem:
            yield Refusal(place, str(problem))
            continue
        yield _piece(record, fields, f"{file.stem}-{number}", place, notes)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, of which no name stands twice."""
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"two of its fields are named {twice[:40]!r}, so that it cannot be told which one is meant")
    return record


def read_frame(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The rows of a pandas frame; a row's name in the report is its position, counted from 1."""
    names = [str(name) for name in frame.columns]
    fields = guess(names, columns)
    for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
        record = dict(zip(names, row, strict=True))
        yield _piece(record, fields, f"row-{number}", f"DataFrame row {number}", ())


def _piece(
    record: Mapping[str, object], fields: Mapping[str, str], name: str, origin: str, notes: tuple[str, ...]
) -> Piece:
    """The page of a record; an odd cell refuses its own row, and no other."""
    try:
        return _page(record, fields, name, origin, notes)
    except Unreadable as problem:
        return Refusal(origin, str(problem))
    except Exception as error:  # whatever an odd cell does, the other rows load
        return Refusal(origin, broke(error))


def _page(
    record: Mapping[str, object], fields: Mapping[str, str], name: str, origin: str, notes: tuple[str, ...]
) -> Page:
    meta = {field: _value(record.get(fields[field])) for field in FIELDS if field in fields}
    text, markup = (_text(record.get(fields[field])) if field in fields else "" for field in CONTENT_FIELDS)
    if text.strip():
        return Page(name, origin, text, meta, notes=notes)
    if markup.strip():
        page = html.page(markup, name, origin)
        said = {field: value for field, value in meta.items() if value not in ("", None)}
        return Page(name, origin, page.text, {**page.meta, **said}, page.hints, (*notes, *page.notes))
    raise Unreadable("the row has no text")


def _text(cell: object) -> str:
    """A cell that is text; one that is a list of texts has a line for each."""
    text = "" if isinstance(cell, Mapping) else _value(cell, "\n")
    return text if isinstance(text, str) else ""


def _value(cell: object, between: str = "; ") -> object:
    """A cell; the many ways of leaving it empty are the empty string, a list or array is joined."""
    several = getattr(cell, "tolist", None)  # arrays and scalars of numpy
    if several is not None:
        cell = several()
    if isinstance(cell, (list, tuple, set, frozenset)):
        return between.join(said for one in cell if (said := str(_value(one))))
    if isinstance(cell, Mapping):
        return _value(cell["name"]) if "name" in cell else str(dict(cell))
    if cell is None or (not isinstance(cell, str) and str(cell).lower() in EMPTY):
        return ""
    return cell


def _decoded(file: File) -> tuple[str, tuple[str, ...]]:
    decoded = decode(file.data(most=MOST))
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    return decoded.text, encoding_note(decoded)
