"""Articles in tables: one row, line or record an article, whichever format the table is in.

A format gives its ``Table``: the names of its columns and its records, read as they are asked for. What the columns
are is decided here for all of them (``mapping.py``) on the first records. A record without a text or an address, or
whose cells cannot be told apart, is refused with its number; the others load. A cell is the article's text exactly
as it stands, a formula's characters too: it is never run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from workbench.loaders.files import File
from workbench.loaders.pages import html
from workbench.loaders.records import FIELDS, Address, Meta, Page, Piece, Reader, Refusal, Unreadable, broke
from workbench.loaders.tables import cells
from workbench.loaders.tables.attached import Attachments
from workbench.loaders.tables.columns import CONTENT_FIELDS, NONE
from workbench.loaders.tables.contents import ROWS
from workbench.loaders.tables.mapping import Choice, Mapped, understand

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Record", "Table", "Tables", "first", "from_frame", "named", "pieces", "read_frame", "reader"]

MOST = 2_000_000
"""The most records of a table: what becomes of each is a row of the report, and those are held in memory."""
MAPPINGS = 1_000
"""Sets of columns of one table whose mapping is remembered."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table.

    Parameters
    ----------
    name: what the id of its article is made of.
    origin: the file and the row.
    cells: column to cell.
    problem: why it is refused, where it is.
    notes: what the report should tell.
    """

    name: str
    origin: str
    cells: Mapping[str, object]
    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of any format.

    Parameters
    ----------
    origin: the file, and its part where it has several tables.
    columns: their names, each as it stands.
    records: its rows, read as they are asked for; ``Unreadable`` ends them.
    file: the file it is in, beside which the texts may be.
    notes: what every article of it tells, such as the encoding.
    own: whether each record has columns of its own.
    guessing: whether contents may tell what its columns are; not where another table in the file is known by names.
    """

    origin: str
    columns: tuple[str, ...]
    records: Iterator[Record]
    file: File | None = None
    notes: tuple[str, ...] = ()
    own: bool = False
    guessing: bool = True


Tables = Callable[[File], Iterator[Table | Refusal]]
"""The tables in a file of one format, and what in it is none."""


def reader(tables: Tables) -> Reader:
    """The reader of a format whose tables are known."""

    def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
        for table in tables(file):
            if isinstance(table, Refusal):
                yield table
            else:
                yield from pieces(table, columns)

    read.__doc__ = tables.__doc__
    return read


def read_frame(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The rows of a pandas frame; a row's name in the report is its position, counted from 1."""
    return pieces(from_frame(frame), columns)


def from_frame(frame: pd.DataFrame) -> Table:
    """A pandas frame as a table."""
    names = named(str(name) for name in frame.columns)

    def records() -> Iterator[Record]:
        for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
            yield Record(f"row-{number}", f"DataFrame row {number}", dict(zip(names, row, strict=True)))

    return Table("DataFrame", names, records())


def named(names: Iterable[str]) -> tuple[str, ...]:
    """The names of columns; one without a name is called by its place.

    >>> named(["", "النص"])
    ('column 1', 'النص')
    """
    return tuple(name if name.strip() else f"column {place}" for place, name in enumerate(names, start=1))


def first(table: Table, most: int = ROWS) -> tuple[list[Record], str]:
    """The first records of a table that are no refusals, with those between them, and why there are no more."""
    found: list[Record] = []
    good = 0
    try:
        while good < most and len(found) < 10 * most and (record := next(table.records, None)) is not None:
            found.append(record)
            good += not record.problem
    except Unreadable as problem:
        return found, str(problem)
    return found, ""


def pieces(table: Table, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The articles, addresses and refusals of a table: one a record, and one where its records break off."""
    head, problem = first(table)
    if not head:
        yield Refusal(table.origin, problem or "the table has no rows")
        return
    try:
        rows = Rows(table, head, columns)
    except Unreadable as unclear:
        yield Refusal(table.origin, str(unclear))
        return
    try:
        for number, record in enumerate(chain(head, () if problem else table.records)):
            if number == MOST:
                raise Unreadable(f"it has more than {MOST:,} records, and those below were not read: cut it into parts")
            yield rows.piece(record)
    except Unreadable as broken:
        problem = str(broken)
    if problem:
        yield Refusal(table.origin, problem)


@dataclass
class Rows:
    """Makes pieces of the records of a table.

    Parameters
    ----------
    table, head: the table and its first records.
    columns: the columns that the user named.

    Raises
    ------
    Unreadable: it cannot be told what the columns are.
    """

    table: Table
    head: list[Record]
    columns: Mapping[str, str]
    mapped: Mapped = field(init=False)

    def __post_init__(self) -> None:
        table = self.table
        self._sample = [record.cells for record in self.head if not record.problem]
        self.mapped = understand(
            table.columns, self._sample, self.columns, content=not table.own, guessing=table.guessing
        )
        export = self.mapped.export
        file = self.table.file
        self._attachments = Attachments(file, export.folders) if export and export.attached and file else None
        self._remembered: dict[tuple[str, ...], Mapped] = {}

    def piece(self, record: Record) -> Piece:
        """The page, the address or the refusal that a record is; an odd cell refuses its own row, and no other."""
        if record.problem:
            return Refusal(record.origin, record.problem)
        try:
            return self._piece(record)
        except Unreadable as problem:
            return Refusal(record.origin, str(problem))
        except Exception as error:  # whatever an odd cell does, the other rows load
            return Refusal(record.origin, broke(error))

    def of(self, record: Record) -> Mapped:
        """What the columns of a record are: those of its table, or its own.

        Raises
        ------
        Unreadable: it has columns of its own, and none of them holds a text or an address.
        """
        if not self.table.own:
            return self.mapped
        names = tuple(record.cells)
        if names not in self._remembered:
            if len(self._remembered) == MAPPINGS:
                self._remembered.clear()
            self._remembered[names] = self._understood(names)
        return self._remembered[names]

    def _understood(self, names: tuple[str, ...]) -> Mapped:
        """What the table's columns are, for a record that has some of them; else what those of records like it are."""
        found = understand(names, [], self._chosen(names), content=False)
        if not found.fields.keys() & {*CONTENT_FIELDS, "url"}:
            alike = [cells for cells in self._sample if tuple(cells) == names]
            chosen = {name: column if column in names else NONE for name, column in self.columns.items()}
            return understand(names, alike, chosen)
        fields = {name: self._known(name, choice) for name, choice in found.fields.items()}
        return replace(self.mapped, fields=fields, export=found.export)

    def _chosen(self, names: tuple[str, ...]) -> dict[str, str]:
        """What the table's columns are, of those that a record has; a column that the user named has no stand-in."""
        chosen = {name: column if column in names else NONE for name, column in self.columns.items()}
        known = {name: choice.column for name, choice in self.mapped.fields.items() if choice.column in names}
        return {**chosen, **known}

    def _known(self, name: str, choice: Choice) -> Choice:
        known = self.mapped.fields.get(name)
        return known if known is not None and known.column == choice.column else choice

    def _piece(self, record: Record) -> Page | Address:
        mapped = self.of(record)
        meta: Meta = {name: mapped.value(record.cells, name) for name in FIELDS if name in mapped.fields}
        notes = tuple(dict.fromkeys((*mapped.notes, *self.table.notes, *record.notes, *mapped.told(record.cells))))
        text = cells.text(mapped.cell(record.cells, "text"))
        if text.strip():
            return Page(record.name, record.origin, text, meta, notes=notes)
        markup = mapped.cell(record.cells, "html")
        if isinstance(markup, bytes) and markup.strip():
            return _with(html.page_of(markup, record.name, record.origin), meta, notes)
        if (written := cells.text(markup)).strip():
            return _with(html.page(written, record.name, record.origin), meta, notes)
        return self._elsewhere(mapped, record, meta, notes)

    def _elsewhere(self, mapped: Mapped, record: Record, meta: Meta, notes: tuple[str, ...]) -> Page | Address:
        """The page of a record whose text is not in the table: in a file beside it, or at an address."""
        stated = mapped.attached(record.cells) if self._attachments is not None else ""
        missing = ""
        if stated and self._attachments is not None:
            try:
                return _with(self._attachments.page(stated, record.name, record.origin), meta, notes)
            except Unreadable as problem:
                missing = str(problem)
        url = str(meta.get("url") or "").strip()
        if url.lower().startswith(("http://", "https://")):
            told = (*notes, missing) if missing else notes
            return Address(record.name, record.origin, url, meta, told)
        raise Unreadable("; ".join(filter(None, ("the row has no text", missing, *record.notes))))


def _with(page: Page, meta: Meta, notes: tuple[str, ...]) -> Page:
    """A page, with what its row says about it, which wins over what it says itself."""
    said = {name: value for name, value in meta.items() if value not in ("", None)}
    return replace(page, meta={**page.meta, **said}, notes=(*notes, *page.notes))
