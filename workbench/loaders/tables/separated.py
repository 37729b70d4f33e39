"""The rows of CSV and its kin, as they stand or with what is wrong with them: none is guessed at.

Spreadsheets, databases and archives write the first lines differently: blank lines and Excel's ``sep=;`` are
passed over, and what separates the cells is counted outside quotation marks. Quotation marks are read strictly:
one that is never closed would take the rows below it into one cell. Its row is refused where it begins, and
below it only rows with as many cells as the header has are taken, with a note. Lines are read as they are needed:
no more of a table is held than the row that is being read.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.loaders.tables.streamed import LONGEST, lines

__all__ = ["Row", "rows"]

DELIMITERS = ",;\t|"
SAID = re.compile(r"""\s*"?sep=([^\s\w"]|\t)"?\s*""", re.IGNORECASE)
QUOTED = re.compile(r'"(?:[^"]|"")*"')
BROKEN = "its quotation marks do not close: one is missing, or one inside a cell is not doubled"
FAULTS = 1_000
"""Rows with broken quotation marks from which a table is given up."""
HEADER = 200
"""The most lines of a header, whose cells may hold line ends."""


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


def rows(text: str | Iterable[str]) -> Iterator[Row]:
    """The header and the rows of a table that are not blank; cells keep their line ends, however long they are.

    Parameters
    ----------
    text: the table, whole or in stretches.
    """
    table = _Lines(lines([text] if isinstance(text, str) else text))
    delimiter = _opening(table)
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield from _rows(table, delimiter)
    finally:
        csv.field_size_limit(limit)


class _Lines:
    """The lines of a table: those ahead can be looked at, and those of a row that broke come again."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._ahead: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 1
        """The line in which the row that is being read begins."""

    def ahead(self, place: int) -> str:
        """A line from here on, counted from 0; empty where there is none."""
        while len(self._ahead) <= place:
            line = next(self._source, "")
            if not line:
                return ""
            self._ahead.append(line)
        return self._ahead[place]

    def __iter__(self) -> Iterator[str]:
        """The lines, remembered until their row is whole."""
        length = 0
        while line := self.ahead(0):
            self._taken.append(self._ahead.popleft())
            length = length + len(line) if len(self._taken) > 1 else len(line)
            if length > LONGEST:
                raise csv.Error(f"it runs on for more than {LONGEST} characters")
            yield line

    def done(self) -> None:
        """The row is whole: its lines are not needed again."""
        self.number += len(self._taken)
        self._taken.clear()

    def skip(self) -> None:
        """The row is broken: its first line is given up, the others come again."""
        self._ahead.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]
        self.done()


def _opening(table: _Lines) -> str:
    """What separates the cells, as a first line says, or what the header has most of; the header comes next."""
    _pass_blank(table)
    said = SAID.fullmatch(table.ahead(0).rstrip("\r\n"))
    if said:
        next(iter(table))
        table.done()
        _pass_blank(table)
        return said[1]
    header = table.ahead(0)
    for place in range(1, HEADER):
        if header.count('"') % 2 == 0 or not (line := table.ahead(place)):
            break
        header += line
    return max(DELIMITERS, key=QUOTED.sub("", header).count)


def _pass_blank(table: _Lines) -> None:
    while (line := table.ahead(0)) and not line.strip():
        next(iter(table))
        table.done()


def _rows(table: _Lines, delimiter: str) -> Iterator[Row]:
    columns = faults = 0
    while True:
        reader = csv.reader(iter(table), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                row = Row(table.number, tuple(cells))
                table.done()
                if not any(cell.strip() for cell in cells):
                    continue
                columns = columns or len(cells)
                yield _doubted(row, columns) if faults else row
        except csv.Error as error:
            faults += 1
            yield Row(table.number, (), f"{BROKEN} ({error})")
            if faults == FAULTS:
                yield Row(table.number + 1, (), "the table is broken in too many places; the rest of it was not read")
                return
            table.skip()
        else:
            return


def _doubted(row: Row, columns: int) -> Row:
    """A row below a broken one: perhaps a line from the middle of a cell."""
    if len(row.cells) == columns > 1:
        return row._replace(note="it stands below a row with broken quotation marks")
    return row._replace(
        problem=f"it stands below a row with broken quotation marks and has {len(row.cells)} cells, not {columns}"
    )
