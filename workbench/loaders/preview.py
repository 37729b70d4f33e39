"""What would be loaded, before it is: which column of a table is taken for which field and why, and the first rows.

Of pages that are no table, the first ones are shown with how they would be marked.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.corpus import BLOCK_KINDS, Corpus, frame_html
from workbench.corpus.saved import is_saved
from workbench.corpus.saved import open as open_corpus
from workbench.errors import LoadError, UnknownNameError
from workbench.languages.pack import packs
from workbench.loaders import formats
from workbench.loaders.crew import Done, Job
from workbench.loaders.files import File
from workbench.loaders.making import Made, Outcome, make
from workbench.loaders.plan import plan
from workbench.loaders.published import read_published
from workbench.loaders.records import FIELDS, Address, Page, Refusal, Unreadable, printable
from workbench.loaders.tables import cells, delimited, json_records, parquet, spreadsheets
from workbench.loaders.tables import columns as column_names
from workbench.loaders.tables.columns import NONE
from workbench.loaders.tables.mapping import Choice, understand
from workbench.loaders.tables.reading import Record, Rows, Table, Tables, first, from_frame

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FIELD_NAMES", "PAGE_COLUMNS", "ROWS", "TABLE_COLUMNS", "Preview"]

FIELD_NAMES = ("text", "html", "title", "source", "published", "author", "url", "language", "id")
"""The fields that a column can be, in the order in which they are asked for."""
TABLE_COLUMNS = ("source", "title", "published", "author", "url", "language", "text", "reason")
PAGE_COLUMNS = ("file", "source", "title", "published", "author", "url", "language", "blocks", "reason")
ROWS = 3
"""The rows or pages that are shown."""
START = 160
"""Characters of a text that are shown."""
TABLES: dict[str, Tables] = {
    "CSV": delimited.tables,
    "JSON": json_records.tables,
    "JSON Lines": json_records.line_tables,
    "XLSX": spreadsheets.tables,
    "Parquet": parquet.tables,
}
"""The formats that hold tables, by their names in ``formats.FORMATS``."""

RAW_COLUMNS = 12
"""The most columns that are shown of a table as it stands."""

Shown = dict[str, object]
"""A row as it is shown: column to value, ``blocks`` to a count by kind."""


class Preview:
    """The mapping of a table's columns and its first rows, or the first pages of what is no table.

    Attributes
    ----------
    names: the table's columns; empty where there is no table.
    columns: field to the column that is taken for it.
    reasons: field to why.
    problem: why nothing could be loaded so; empty where it can.
    doubts: field to the columns that could each be it, where it is not clear which.
    table: the first three rows as they would be loaded, or the first three pages with their blocks counted.

    Raises
    ------
    LoadError: there is nothing by that name, it cannot be read, or ``columns`` names no field or no column.
    """

    def __init__(self, what: Any, *, columns: Mapping[str, str | None] | None = None) -> None:
        several = isinstance(what, Iterable) and not isinstance(what, (str, bytes, os.PathLike, Mapping))
        self._what = list(what) if several and not hasattr(what, "itertuples") else what
        self._chosen = column_names.check(columns)
        self._tables = [(table, first(table)[0]) for table in _tables(self._what)]
        self.names: tuple[str, ...] = ()
        self.rows: list[Shown] = []
        self.reasons: dict[str, str] = {}
        self.doubts: dict[str, tuple[str, ...]] = {}
        self.problem = ""
        self._choices: dict[str, Choice] = {}
        self._notes: tuple[str, ...] = ()
        if self._tables:
            self.names = tuple(dict.fromkeys(name for table, _ in self._tables for name in table.columns))
            self._understand()
        else:
            self.rows = _pages(self._what, self._chosen)

    @property
    def columns(self) -> dict[str, str]:
        """Field to the column that is taken for it."""
        return {name: choice.column for name, choice in self._choices.items()}

    @property
    def hows(self) -> dict[str, str]:
        """Field to how its column is known: said, export, name, markup or contents."""
        return {name: choice.how for name, choice in self._choices.items()}

    @property
    def brief(self) -> list[Shown]:
        """The rows, with those reasons alone that hold for a row and not for the whole table."""
        return [{**row, "reason": _without(str(row.get("reason", "")), self._notes)} for row in self.rows]

    @property
    def raw(self) -> list[Shown]:
        """The first rows as they stand in the table, where it isn't known which column is the text."""
        names = self.names[:RAW_COLUMNS] if self.problem else ()
        head = self._tables[0][1][:ROWS] if names else []
        return [{name: _start(str(cells.value(record.cells.get(name)))) for name in names} for record in head]

    @property
    def table(self) -> pd.DataFrame:
        """The rows that are shown, as a frame."""
        import pandas as pd

        shown = [{**row, "blocks": _counted(row.get("blocks"))} for row in self.rows]
        columns = TABLE_COLUMNS if self.names else PAGE_COLUMNS
        return pd.DataFrame([[row.get(name) for name in columns] for row in shown], columns=list(columns))

    def choose(self, field: str, column: str | None) -> None:
        """Take another column for a field; None for none. ``load`` will do so, too.

        Raises
        ------
        LoadError: there is no such field.
        UnknownNameError: there is no such column.
        """
        chosen = column_names.check({field: column})
        if column is not None and chosen[field] not in self.names:
            raise UnknownNameError(f"there is no column {column!r}.", hint=f"there are {', '.join(self.names)}.")
        before = self._chosen
        self._chosen = {**before, **chosen}
        try:
            self._understand()
        except LoadError:
            self._chosen = before
            raise

    def load(self, **options: Any) -> Corpus:
        """The corpus, with the columns that were chosen; options as those of ``wb.load``."""
        from workbench.loaders.load import load

        chosen = {name: None if column == NONE else column for name, column in self._chosen.items()}
        return load(self._what, **{**options, "columns": {**chosen, **(options.get("columns") or {})}})

    def _understand(self) -> None:
        """Decide what the columns are, of the first of several tables that is one of articles, and make the rows."""
        self.rows = []
        self.problem = ""
        mapped = None
        for table, head in self._tables:
            try:
                rows = Rows(table, head, self._chosen)
            except Unreadable as problem:
                self.problem = self.problem or str(problem)
                continue
            mapped = mapped or rows.mapped
            left = ROWS - len(self.rows)
            self.rows += [_row(make(rows.piece(record), {})) for record in head[:left]]
        if mapped is None:
            mapped = self._as_it_is()
        else:
            self.problem = ""
        self._choices = dict(mapped.fields)
        self._notes = (self.problem,) if self.problem else mapped.notes
        self.reasons, self.doubts = mapped.reasons, dict(mapped.doubts)

    def _as_it_is(self) -> Any:
        """What the columns of a table without a text are."""
        table, head = self._tables[0]
        self.rows = [_refused(record, self.problem) for record in head[:ROWS]]
        try:
            return understand(table.columns, [record.cells for record in head], self._chosen, content=False)
        except Unreadable as problem:
            names = ", ".join(repr(name) for name in self.names[:20])
            raise LoadError(f"{problem}.", hint=f"its columns are {names}.") from None

    def __repr__(self) -> str:
        if not self.names:
            return f"Preview of {len(self.rows)} pages:\n{self.table.to_string(index=False, max_colwidth=40)}"
        lines = [f"  {name}: {self.reasons[name]}" for name in FIELD_NAMES if name in self.reasons]
        problem = [f"  {self.problem}"] if self.problem else []
        return "\n".join(["Preview of a table:", *lines, *problem, self.table.to_string(index=False, max_colwidth=40)])

    def _repr_html_(self) -> str:
        return frame_html(self.table)


def _tables(what: Any) -> Iterator[Table]:
    """The tables in a file or a frame; none where it is something else."""
    if hasattr(what, "itertuples"):
        yield from_frame(what)
        return
    if not isinstance(what, (str, os.PathLike)):
        return
    path = Path(what).expanduser()
    with suppress(OSError, ValueError):  # a name that is none; the plan says so
        if not path.is_file():
            return
        file = File(path.name, path)
        tables = TABLES.get(formats.name(file))
        if tables is None:
            return
        try:
            yield from (table for table in tables(file) if isinstance(table, Table))
        except Unreadable as problem:
            raise LoadError(f"{str(path)!r}: {problem}.", hint="save it anew, or give another file.") from None


def _pages(what: Any, chosen: Mapping[str, str]) -> list[Shown]:
    """The first pages, as they would be marked."""
    if isinstance(what, (str, os.PathLike)) and is_saved(what):
        articles = islice(open_corpus(Path(what)), ROWS)
        return [_page(Made(article, marked=False, reason="")) for article in articles]
    outcomes: Iterator[Outcome] = (one for item in plan(what, chosen).items for one in _outcomes(item, chosen))
    return [_page(outcome) for outcome in islice(outcomes, ROWS)]


def _outcomes(item: Job | Done, chosen: Mapping[str, str]) -> Iterator[Outcome]:
    """The pages of one job, made as they are asked for."""
    if isinstance(item, Done):
        yield from item.outcomes
        return
    pieces = item.pieces if item.pieces is not None else formats.read(item.file, chosen) if item.file else ()
    for piece in pieces:
        if isinstance(piece, Page) and item.said:
            yield make(replace(piece, meta={**piece.meta, **item.said}), {})
        else:
            yield make(piece, {})


def _row(outcome: Outcome) -> Shown:
    """A row of a table as it would be loaded."""
    if isinstance(outcome, Made):
        return {**_about(outcome), "text": _start(outcome.article.text), "reason": outcome.reason}
    if isinstance(outcome, Address):
        said = {name: outcome.meta.get(name) or "" for name in FIELDS}
        said["published"] = read_published(said["published"], packs()[0]) or said["published"]
        told = "; ".join(("it is an address without a text: its page can be fetched", *outcome.notes))
        return {**said, "url": outcome.url, "text": "", "reason": told}
    return {**dict.fromkeys(TABLE_COLUMNS, ""), "published": None, "reason": outcome.reason}


def _without(reason: str, notes: tuple[str, ...]) -> str:
    """A reason without the notes that are in it."""
    said = printable("; ".join(notes))
    return reason.replace(f"{said}; ", "", 1).removesuffix(said).removesuffix("; ") if said else reason


def _refused(record: Record, problem: str) -> Shown:
    return _row(Refusal(record.origin, record.problem or problem))


def _page(outcome: Outcome) -> Shown:
    """A page and the count of its blocks."""
    shown = {**_row(outcome), "file": outcome.article.origin if isinstance(outcome, Made) else outcome.origin}
    if isinstance(outcome, Made):
        counts = Counter(block.kind for block in outcome.article.blocks)
        shown["blocks"] = {kind: counts[kind] for kind in BLOCK_KINDS if counts[kind]}
    return shown


def _about(made: Made) -> Shown:
    return {name: getattr(made.article, name) for name in FIELDS}


def _start(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text[: 2 * START].split())
    return words if len(words) <= START and len(text) <= 2 * START else words[: START - 1] + "…"


def _counted(blocks: object) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in blocks.items()) if isinstance(blocks, dict) else ""
