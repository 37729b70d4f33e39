"""The rows of CSV and its kin, as they stand or with what is wrong with them: none is guessed at.

Spreadsheets, databases and archives write the first lines differently: blank lines and Excel's ``sep=;`` are
passed over, and what separates the cells is counted outside quotation marks. Quotation marks are read strictly:
one that is never closed would take the rows below it into one cell. Its row is refused where it begins, and
below it only rows with as many cells as the header has are taken, with a note.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Row", "rows"]

DELIMITERS = ",;\t|"
SAID = re.compile(r"""\s*"?sep=([^\s\w"]|\t)"?\s*""", re.IGNORECASE)
QUOTED = re.compile(r'"(?:[^"]|"")*"')
BROKEN = "its quotation marks do not close: one is missing, or one inside a cell is not doubled"
FAULTS = 1_000
"""Rows with broken quotation marks from which a table is given up."""


class Row(NamedTuple):
    """One row: the line that it begins in, counted from 1, and its cells; a ``problem`` refuses it, a ``note`` not."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""
    note: str = ""

    def too_many(self, columns: int) -> str:
        """What is wrong where it has more cells than the table has columns; nothing where the rest is empty."""
        if not any(cell.strip() for cell in self.cells[columns:]):
            return ""
        return (
            f"the row has {len(self.cells)} cells and the table {columns} columns: "
            "a cell with the separator in it must stand in quotation marks"
        )

    def filled(self, columns: int) -> list[str]:
        """As many cells as the table has columns."""
        return [*self.cells[:columns], *[""] * (columns - len(self.cells))]


def rows(text: str) -> Iterator[Row]:
    """The header and the rows of a table that are not blank; cells keep their line ends, however long they are."""
    lines = list(io.StringIO(text, newline=""))
    start, delimiter = _opening(lines)
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield from _rows(lines, start, delimiter)
    finally:
        csv.field_size_limit(limit)


def _opening(lines: Sequence[str]) -> tuple[int, str]:
    """Where the header is, and what separates the cells: as a first line says, or what the header has most of."""
    start = _next(lines, 0)
    said = SAID.fullmatch(lines[start].rstrip("\r\n")) if start < len(lines) else None
    if said:
        return _next(lines, start + 1), said[1]
    end = start + 1
    while end < len(lines) and "".join(lines[start:end]).count('"') % 2:
        end += 1
    header = QUOTED.sub("", "".join(lines[start:end]))
    return start, max(DELIMITERS, key=header.count)


def _next(lines: Sequence[str], place: int) -> int:
    """The first line from a place on that is not blank."""
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row]:
    columns = faults = 0
    while start < len(lines):
        reader = csv.reader((lines[n] for n in range(start, len(lines))), delimiter=delimiter, strict=True)
        first = start
        try:
            for cells in reader:
                row = Row(first + 1, tuple(cells))
                first = start + reader.line_num
                if not any(cell.strip() for cell in cells):
                    continue
                columns = columns or len(cells)
                yield _doubted(row, columns) if faults else row
        except csv.Error as error:
            faults += 1
            yield Row(first + 1, (), f"{BROKEN} ({error})")
            if faults == FAULTS:
                yield Row(first + 2, (), "the table is broken in too many places; the rest of it was not read")
                return
            start = first + 1
        else:
            return


def _doubted(row: Row, columns: int) -> Row:
    """A row below a broken one: perhaps a line from the middle of a cell."""
    if len(row.cells) == columns > 1:
        return row._replace(note="it stands below a row with broken quotation marks")
    return row._replace(
        problem=f"it stands below a row with broken quotation marks and has {len(row.cells)} cells, not {columns}"
    )
