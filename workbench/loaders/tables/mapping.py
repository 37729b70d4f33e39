"""What each column of a table is taken for, and why: as the user says, a known export, the names, the contents.

In this order: a column that the user names, one that a known program's header means, a name that tells, contents
that do. The last is a guess, and every article made by it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from workbench.languages.pack import packs
from workbench.loaders.published import numeric_order, read_published
from workbench.loaders.records import FIELDS, Unreadable
from workbench.loaders.tables import cells, contents
from workbench.loaders.tables.columns import CONTENT_FIELDS, NONE, by_name, is_number, no_text, once, plain
from workbench.loaders.tables.known import Export, known
from workbench.text.dates import Order

__all__ = ["Choice", "How", "Mapped", "understand"]

How = Literal["said", "export", "name", "markup", "contents"]
CALLED = {
    "text": "the text",
    "html": "the markup",
    "url": "the address",
    "published": "the date",
    "language": "the language",
    "source": "the outlet",
    "title": "the title",
}


class Choice(NamedTuple):
    """The column that is a field, how that is known, and the columns that stand in where its cell is empty."""

    column: str
    how: How
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mapped:
    """What the columns of a table are.

    Parameters
    ----------
    fields: field to the column that it is in.
    export: the program that wrote the table, where it is known.
    doubts: by field, the columns that could each be it.
    order: the order of day and month that the dates of the first rows prove.
    """

    fields: Mapping[str, Choice] = field(default_factory=dict)
    export: Export | None = None
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: Order | None = None

    def cell(self, record: Mapping[str, object], name: str) -> object:
        """What a record has in a field: nothing where it has no such column."""
        choice = self.fields.get(name)
        for column in (choice.column, *choice.others) if choice else ():
            cell = record.get(column)
            if not self._nothing(cell):
                return cell
        return None

    def value(self, record: Mapping[str, object], name: str) -> object:
        """What a record says of a field: as written, or for a date whose order the column proves, the date."""
        found = cells.value(self.cell(record, name))
        if name == "published" and self.order is not None and isinstance(found, str):
            return read_published(found, packs()[0], order=self.order) or found
        return found

    def _nothing(self, cell: object) -> bool:
        return cells.empty(cell) or (self.export is not None and self.export.nothing == cell)

    def attached(self, record: Mapping[str, object]) -> str:
        """The file beside the table that a record names as its text; empty where it names none."""
        names = self.export.attached if self.export is not None else ()
        stated = (cells.text(cell).strip() for name, cell in record.items() if plain(name) in names)
        return next(filter(None, stated), "")

    def told(self, record: Mapping[str, object]) -> Iterator[str]:
        """What the report tells of a record that its program says."""
        words = self.export.told if self.export is not None else {}
        for name, cell in record.items():
            if plain(name) in words and not self._nothing(cell):
                yield words[plain(name)].format(str(cells.value(cell))[:80])

    @property
    def notes(self) -> tuple[str, ...]:
        """What every article of the table tells."""
        notes = [f"{self.export.name} export"] if self.export is not None else []
        for name, choice in self.fields.items():
            if choice.how == "contents":
                notes.append(f"column {choice.column[:40]!r} taken for {CALLED[name]} by its contents")
            elif choice.how == "markup":
                notes.append(f"column {choice.column[:40]!r} is read as HTML, which its contents are")
        doubts = [
            f"{_all(them)} could each be {CALLED[name]}: name one with columns=" for name, them in self.doubts.items()
        ]
        return (*notes, *doubts)

    @property
    def reasons(self) -> dict[str, str]:
        """Field to a sentence that says why a column was taken for it, or why none was."""
        program = self.export.name if self.export is not None else ""
        words = {
            "said": "you named it",
            "export": f"so {program} names it",
            "name": "its name says so",
            "markup": "its name says a text, its contents are HTML",
            "contents": "its contents look like it",
        }
        why = {name: f"column {choice.column!r}: {words[choice.how]}" for name, choice in self.fields.items()}
        return {**why, **{name: f"{_all(names)} could each be it: name one" for name, names in self.doubts.items()}}


def _all(names: Sequence[str]) -> str:
    """The first of several columns, for a message."""
    return " and ".join(repr(name[:40]) for name in names[:4])


def understand(
    names: Sequence[str],
    records: Sequence[Mapping[str, object]],
    chosen: Mapping[str, str],
    *,
    content: bool = True,
    guessing: bool = True,
) -> Mapped:
    """What the columns of a table are.

    Parameters
    ----------
    names: of the columns.
    records: the first rows.
    chosen: the columns that the user names, ``columns.NONE`` for a field that is to have none.
    content: whether a table without a text and without an address is an error.
    guessing: whether contents may tell what names do not.

    Raises
    ------
    Unreadable: a chosen column is missing; a column that is used is there twice; nothing holds a text or an address.
    """
    fields = {name: Choice(column, "said") for name, column in chosen.items() if column != NONE}
    named = by_name(names, chosen)
    export = known(names)
    if export is not None:
        fields.update(_of_export(export, names, {*chosen}, {one.column for one in fields.values()}))
    taken = {one.column for one in fields.values()}
    for name, column in named.items():
        if name not in fields and column not in taken and _fits(name, export):
            fields[name] = Choice(column, "name")
    columns = contents.sample(records, names)
    _markup(fields, columns)
    _numbers(fields, columns, records)
    doubts = _by_contents(fields, columns, chosen, export) if guessing else {}
    if content and not (fields.keys() & {*CONTENT_FIELDS, "url"} or (export is not None and export.attached)):
        raise Unreadable(no_text(names))
    once((one.column for one in fields.values()), names)
    ordered = {name: fields[name] for name in (*CONTENT_FIELDS, *FIELDS) if name in fields}
    published = columns.get(fields["published"].column) if "published" in fields else None
    order = numeric_order(published.texts) if published is not None else None
    return Mapped(ordered, export, doubts, order)


def _of_export(export: Export, names: Sequence[str], chosen: set[str], taken: set[str]) -> Iterator[tuple[str, Choice]]:
    present: dict[str, str] = {}
    for name in names:
        present.setdefault(plain(name), name)
    for field_name, wanted in export.fields.items():
        there = [present[one] for one in wanted if one in present and present[one] not in taken]
        if there and field_name not in chosen:
            yield field_name, Choice(there[0], "export", tuple(there[1:]))


def _fits(name: str, export: Export | None) -> bool:
    """Whether a field may be found by its name: a known program has no other dates and outlets than it says."""
    return export is None or name in (*CONTENT_FIELDS, "url", "author", "language")


def _markup(fields: dict[str, Choice], columns: Mapping[str, contents.Column]) -> None:
    """A column that is named like a text and holds HTML is the page."""
    text = fields.get("text")
    if text is None or text.how == "said" or "html" in fields or text.column not in columns:
        return
    if contents.is_markup(columns[text.column]):
        del fields["text"]
        fields["html"] = Choice(text.column, "markup")


def _numbers(
    fields: dict[str, Choice], columns: Mapping[str, contents.Column], records: Sequence[Mapping[str, object]]
) -> None:
    """A column that is named ``page`` and holds no HTML has the numbers of pages in print."""
    page = fields.get("html")
    if page is None or page.how != "name" or not is_number(page.column):
        return
    packed = any(isinstance(record.get(page.column), bytes) for record in records)  # in whatever encoding
    if not packed and not (page.column in columns and contents.is_markup(columns[page.column])):
        del fields["html"]


def _by_contents(
    fields: dict[str, Choice],
    columns: Mapping[str, contents.Column],
    chosen: Mapping[str, str],
    export: Export | None,
) -> dict[str, tuple[str, ...]]:
    """Adds what contents tell; the doubts by field."""
    open_fields = [name for name in CALLED if name not in fields and name not in chosen]
    if fields.keys() & {*CONTENT_FIELDS}:
        open_fields = [name for name in open_fields if name not in CONTENT_FIELDS]
    if export is not None:
        open_fields = [name for name in open_fields if name in CONTENT_FIELDS]
    taken = {column for one in fields.values() for column in (one.column, *one.others)}
    free = {name: column for name, column in columns.items() if name not in taken}
    doubts: dict[str, tuple[str, ...]] = {}
    for name, found in contents.by_contents(free, open_fields, address="url" in fields).items():
        if found.column:
            fields[name] = Choice(found.column, "contents")
        else:
            doubts[name] = found.doubt
    return doubts
