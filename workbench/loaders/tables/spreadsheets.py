"""Excel's XLSX: the tables in its sheets, with the values that the file stores; no formula is ever worked out.

A sheet may begin with a title or a header over several columns: its table begins at the row whose cells are the
names of columns. A sheet without a text or an address is told, and so is a formula whose value isn't stored.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, BinaryIO, NamedTuple

from workbench.loaders.files import File, size_of
from workbench.loaders.records import Refusal, Unreadable
from workbench.loaders.tables.columns import CONTENT_FIELDS, by_name
from workbench.loaders.tables.reading import Record, Table, reader

__all__ = ["read", "tables"]

LAST_ROW = 2**20
"""The number of a sheet's last row."""
UNPACKED = 2**30
"""The most bytes of a workbook, unpacked."""
RATIO = 200
"""How many times its packed size a large workbook may have: more is a bomb."""
LARGE = 2**26
PARTS = 10_000
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")
"""How a workbook writes a control character, such as a line's end, into a text."""
HEAD = 20
"""The first rows, one of which is the header."""


class Cells(NamedTuple):
    """A row of a sheet: its number, its cells by column, and what is odd about some of them."""

    number: int
    cells: dict[int, object]
    notes: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A sheet whose first rows have been read."""

    title: str
    hidden: bool
    head: list[Cells]
    rest: Iterator[Cells]
    problem: str

    @property
    def header(self) -> int:
        """The place among the first rows of the one that names the columns: by known names, else the first full one."""
        for place, row in enumerate(self.head):
            if _names_text(row):
                return place
        widest = max((len(row.cells) for row in self.head), default=0)
        full = (place for place, row in enumerate(self.head) if len(row.cells) == widest and _all_text(row))
        return next(full, 0)


def tables(file: File) -> Iterator[Table | Refusal]:
    """The tables in the sheets of a workbook."""
    with _stream(file) as stream:
        _check(stream)
        book = _opened(stream)
        sheets = [_sheet(book, sheet) for sheet in book.worksheets]
        filled = [sheet for sheet in sheets if sheet.head or sheet.problem]
        if not filled:
            raise Unreadable("its sheets are empty")
        told = [bool(sheet.head) and _names_text(sheet.head[sheet.header]) for sheet in filled]
        for sheet, own in zip(filled, told, strict=True):
            yield _table(file, sheet, several=len(filled) > 1, guessing=own or not any(told))


read = reader(tables)


def _stream(file: File) -> BinaryIO:
    return file.open() if file.path is not None else io.BytesIO(file.data())


def _check(stream: BinaryIO) -> None:
    """Raises Unreadable where a workbook is none, or unpacks to more than any has."""
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
            size, small = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
            if len(parts) > PARTS or size > UNPACKED or (size > LARGE and size > RATIO * max(small, 1)):
                raise Unreadable(f"it unpacks to {len(parts)} parts of {size_of(size)}, and no workbook does")
            for part in parts:
                with packed.open(part) as opened:
                    if DECLARES.search(opened.read(4096)):
                        raise Unreadable("it declares entities of its own, which no workbook does")
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, NotImplementedError) as error:
        raise Unreadable(f"it is no whole workbook: {_said(error)}") from error
    stream.seek(0)


def _opened(stream: BinaryIO) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which no cell depends on
            return load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever a broken workbook does to the library
        raise Unreadable(f"it is no whole workbook: {_said(error)}") from error


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {(str(error).splitlines() or [''])[0][:100]}"


def _sheet(book: Any, sheet: Any) -> Sheet:
    rows = _rows(book, sheet)
    head: list[Cells] = []
    problem = ""
    try:
        for row in islice(rows, HEAD):
            head.append(row)  # noqa: PERF402 - those before a fault are kept
    except Unreadable as error:
        problem = str(error)
    return Sheet(sheet.title, sheet.sheet_state != "visible", head, rows, problem)


@cache
def _parser() -> Any:
    """The parser of sheets that openpyxl has, told to keep every row as it comes and to say which cells are formulas.

    Its read-only sheets pass over a row whose number was there before, fill up gaps of any size, and trip over
    settings that no cell depends on.
    """
    from openpyxl.worksheet._reader import FORMULA_TAG, ROW_TAG, WorkSheetParser
    from openpyxl.xml.functions import iterparse

    class Parser(WorkSheetParser):  # type: ignore[misc]
        def parse_cell(self, element: Any) -> dict[str, Any]:
            cell: dict[str, Any] = super().parse_cell(element)
            cell["formula"] = element.find(FORMULA_TAG) is not None
            return cell

        def rows(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
            for _, element in iterparse(self.source):
                if element.tag == ROW_TAG:
                    yield self.parse_row(element)
                    element.clear()

    return Parser


def _rows(book: Any, sheet: Any) -> Iterator[Cells]:
    """The rows of a sheet that are not empty."""
    number = 0
    try:
        with sheet._get_source() as source:
            parser = _parser()(
                source,
                sheet._shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            rows = parser.rows()
            while True:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # of days that are none, whose cells are told as faults
                    row = next(rows, None)
                if row is None:
                    return
                number = row[0]
                if number > LAST_ROW:
                    raise Unreadable(f"it has a row {number}, which no sheet has; nothing was read from there on")
                found = _cells(sheet, number, row[1])
                if found.cells or found.notes:
                    yield found
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken sheet does to the library
        raise Unreadable(f"the sheet is broken below row {number}: {_said(error)}") from error


def _cells(sheet: Any, number: int, row: list[dict[str, Any]]) -> Cells:
    from openpyxl.utils import get_column_letter

    cells: dict[int, object] = {}
    notes = []
    for cell in row:
        formula = cell.pop("formula")
        value = cell["value"]
        place = f"{get_column_letter(cell['column'])}{number}"
        if cell["data_type"] == "e":
            notes.append(f"cell {place} holds the fault {str(value)[:20]}")
        elif value is None and formula:
            notes.append(f"cell {place} is a formula whose value is not stored: save the workbook in a spreadsheet")
        elif value is not None and value != "":
            cells[cell["column"]] = _value(sheet, cell)
    return Cells(number, cells, tuple(notes))


def _value(sheet: Any, cell: dict[str, Any]) -> object:
    """A cell's value: days without a time of day where they are written so."""
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.styles.numbers import is_datetime

    value = cell["value"]
    if isinstance(value, str):
        return ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        shown = ReadOnlyCell(sheet, **cell).number_format
        return value.date() if is_datetime(shown) == "date" else value
    return str(value) if isinstance(value, (dt.time, dt.timedelta)) else value


def _names_text(row: Cells) -> bool:
    """Whether a row names columns of texts or addresses."""
    names = [value for value in row.cells.values() if isinstance(value, str) and len(value) < 60]
    return bool(by_name(names, {}).keys() & {*CONTENT_FIELDS, "url"}) and _all_text(row)


def _all_text(row: Cells) -> bool:
    return all(isinstance(value, str) for value in row.cells.values())


def _table(file: File, sheet: Sheet, *, several: bool, guessing: bool) -> Table | Refusal:
    from openpyxl.utils import get_column_letter

    origin = f"{file.origin} sheet {sheet.title!r}"
    if not sheet.head:
        return Refusal(origin, sheet.problem)
    header = sheet.head[sheet.header]
    columns = sorted({column for row in sheet.head[sheet.header :] for column in row.cells})
    names = {column: str(header.cells.get(column, "")).strip() for column in columns}
    names = {column: name or f"column {get_column_letter(column)}" for column, name in names.items()}
    stem = f"{file.stem}-{sheet.title}" if several else file.stem
    notes = ("the sheet is hidden",) if sheet.hidden else ()
    return Table(origin, tuple(names.values()), _records(sheet, names, stem, origin), file, notes, guessing=guessing)


def _records(sheet: Sheet, names: dict[int, str], stem: str, origin: str) -> Iterator[Record]:
    above = sheet.header
    passed = sheet.head[above].number
    for row in chain(sheet.head[above + 1 :], sheet.rest):
        cells = {name: row.cells.get(column) for column, name in names.items()}
        notes = (f"what stands above the header in row {passed} is not read",) if above else ()
        above = 0
        yield Record(f"{stem}-{row.number}", f"{origin} row {row.number}", cells, notes=(*notes, *row.notes))
    if sheet.problem:
        raise Unreadable(sheet.problem)
