"""CSV and TSV: whichever of comma, semicolon, tab or bar separates the cells; read as a stream, however large."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.loaders.files import File
from workbench.loaders.records import Refusal, Unreadable
from workbench.loaders.tables.known import headerless
from workbench.loaders.tables.reading import Record, Table, named, reader
from workbench.loaders.tables.separated import Row, rows
from workbench.loaders.tables.streamed import characters

__all__ = ["read", "tables"]


def tables(file: File) -> Iterator[Table | Refusal]:
    """The table that a file of separated cells is."""
    text, notes = characters(file)
    table = rows(text)
    header = next(table, Row(1, ()))
    if header.problem:
        raise Unreadable(header.problem)
    names = headerless(header.cells)
    before = (header,) if names else ()
    columns = named(names or header.cells)
    yield Table(file.origin, columns, _records(file, columns, before, table), file, notes)


def _records(file: File, columns: tuple[str, ...], before: tuple[Row, ...], table: Iterator[Row]) -> Iterator[Record]:
    number = 0
    for rest in (iter(before), table):
        for row in rest:
            number += 1
            name, origin = f"{file.stem}-{number}", f"{file.origin} row {number}"
            problem = row.problem or row.too_many(len(columns))
            if problem:
                yield Record(name, origin, {}, f"line {row.line}: {problem}")
                continue
            missing = len(columns) - len(row.cells)
            short = f"the row has {len(row.cells)} of {len(columns)} cells" if missing > 0 else ""
            cells = dict(zip(columns, row.filled(len(columns)), strict=True))
            yield Record(name, origin, cells, notes=tuple(filter(None, (row.note, short))))


read = reader(tables)
