"""Articles in tables: CSV, TSV, JSON Lines and pandas frames; one row an article.

Columns are known by their names in Arabic and English (``columns.py``), or as the user says. A row without a
text is refused with its number; the others load. A cell is the article's text exactly as it stands.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.loaders import html
from workbench.loaders.columns import guess
from workbench.loaders.encoding import decode
from workbench.loaders.records import FIELDS, Page, Piece, Refusal, Unreadable
from workbench.loaders.text import encoding_note, read_bytes

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_csv", "read_frame", "read_jsonl", "read_table"]

DELIMITERS = ",;\t|"


def read_csv(path: Path, origin: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The rows of a table of characters, whichever of comma, semicolon, tab or bar separates its cells."""
    text, notes = _decoded(path)
    rows = read_table(text)
    header = next(rows, [])
    fields = guess(header, columns)
    records = (_record(header, row) for row in rows if any(cell.strip() for cell in row))
    yield from _pieces(records, fields, path.stem, origin, notes)


def read_table(text: str) -> Iterator[list[str]]:
    """The rows of a CSV text; cells keep their line ends. Cells may be longer than Python's limit."""
    first = text[: (text.find("\n") + 1) or len(text)]
    delimiter = max(DELIMITERS, key=first.count)
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Unreadable(f"it is broken as a table: {error}") from error
    finally:
        csv.field_size_limit(limit)


def _record(header: list[str], row: list[str]) -> dict[str, object]:
    return dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=False))


def read_jsonl(path: Path, origin: str, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The records of a JSON Lines file, each with its own columns; a broken line is refused alone."""
    text, notes = _decoded(path)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{origin} line {number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Refusal(place, f"it is no JSON: {error}")
            continue
        if not isinstance(record, dict):
            yield Refusal(place, "it is no JSON object with named fields")
            continue
        try:
            fields = guess(record, columns)
        except Unreadable as problem:
            yield Refusal(place, str(problem))
            continue
        yield _piece(record, fields, f"{path.stem}-{number}", place, notes)


def read_frame(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The rows of a pandas frame; a row's name in the report is its position, counted from 1."""
    names = [str(name) for name in frame.columns]
    fields = guess(names, columns)
    rows = (dict(zip(names, row, strict=True)) for row in frame.itertuples(index=False, name=None))
    yield from _pieces(rows, fields, "row", "DataFrame", ())


def _pieces(
    records: Iterable[Mapping[str, object]], fields: Mapping[str, str], stem: str, origin: str, notes: tuple[str, ...]
) -> Iterator[Piece]:
    for number, record in enumerate(records, start=1):
        yield _piece(record, fields, f"{stem}-{number}", f"{origin} row {number}", notes)


def _piece(
    record: Mapping[str, object], fields: Mapping[str, str], name: str, origin: str, notes: tuple[str, ...]
) -> Piece:
    meta = {field: _value(record.get(fields[field])) for field in FIELDS if field in fields}
    text = _value(record.get(fields.get("text", ""))) if "text" in fields else ""
    markup = _value(record.get(fields.get("html", ""))) if "html" in fields else ""
    if isinstance(text, str) and text.strip():
        return Page(name, origin, text, meta, notes=notes)
    if isinstance(markup, str) and markup.strip():
        try:
            page = html.page(markup, name, origin)
        except Unreadable as problem:
            return Refusal(origin, str(problem))
        said = {field: value for field, value in meta.items() if value not in ("", None)}
        return Page(name, origin, page.text, {**page.meta, **said}, page.hints, (*notes, *page.notes))
    return Refusal(origin, "the row has no text")


def _value(cell: object) -> object:
    """A cell; the many ways of leaving it empty are the empty string, a list is joined."""
    if cell is None or cell != cell or str(cell) in ("NaT", "<NA>"):  # noqa: PLR0124 - NaN is not itself
        return ""
    if isinstance(cell, (list, tuple)):
        return ", ".join(str(one) for one in cell)
    return cell


def _decoded(path: Path) -> tuple[str, tuple[str, ...]]:
    decoded = decode(read_bytes(path))
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    return decoded.text, encoding_note(decoded.encoding)
