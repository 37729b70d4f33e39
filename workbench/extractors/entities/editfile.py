"""The file of corrections: rows that people can read and change, in whatever form a spreadsheet has saved them.

``entity-edits.csv`` is UTF-8 with BOM and has a row for each thing that was said; rows of one number were said at
once::

    n, action, entity, to, type     what was done: merge, split, rename, retype, drop or add
    article, start, end, text       the mention that is meant; for merge, rename, retype and drop one by which the
                                    entity is found again
    when                            ISO 8601, UTC
    entity_names, to_names          the type and the spellings that the entity had then, by which it is found again
    page                            a fingerprint of the article's text
    corpus                          which of the corpora in one folder it was said of

Only action and entity must be there, and what the action needs; columns of one's own stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.corpus import sheets
from workbench.corpus.sheets import UnreadableError, whole
from workbench.extractors.entities.tables import TYPES

__all__ = ["ACTIONS", "Edit", "Step", "UnreadableError", "dumped", "parsed", "without_steps"]

ACTIONS = ("merge", "split", "rename", "retype", "drop", "add")
COLUMNS = (
    *("n", "action", "entity", "to", "type", "article", "start", "end", "text", "when"),
    *("entity_names", "to_names", "page", "corpus"),
)
NEEDED = {"merge": ("to",), "rename": ("to",), "retype": ("type",), "split": ("to",), "add": ("article", "start")}
WHAT = "corrections"


@dataclass(frozen=True, slots=True)
class Edit:
    """One row: what was said, or why it cannot be read (``wrong``); ``cells`` are those that it was read from."""

    action: str
    entity: str = ""
    to: str = ""
    type: str = ""
    article: str = ""
    start: int = -1
    end: int = -1
    text: str = ""
    when: str = ""
    entity_names: tuple[str, ...] = ()
    to_names: tuple[str, ...] = ()
    page: str = ""
    corpus: str = ""
    wrong: str = ""
    cells: tuple[tuple[str, str], ...] = ()


Step = tuple[Edit, ...]
"""What was said at once."""


def parsed(content: bytes | None) -> list[Step]:
    """The steps in a file, in their order; a row that cannot be read says why.

    Raises
    ------
    UnreadableError: it is no file of corrections at all.
    """
    names, table = sheets.rows(content, what=WHAT, needed=("action", "entity"))
    rows = [_row(names, cells, number) for number, cells in table]
    return [tuple(one for _, one in step) for _, step in groupby(rows, key=lambda row: row[0])]


def dumped(steps: Iterable[Step]) -> bytes | None:
    """The file with these steps, numbered in their order; None where there are none."""
    numbered = [(number, edit) for number, step in enumerate(steps, start=1) for edit in step]
    if not numbered:
        return None
    own = dict.fromkeys(name for _, edit in numbered for name, _ in edit.cells if name not in COLUMNS)
    names = [*COLUMNS, *own]
    table = []
    for number, edit in numbered:
        cells = dict(edit.cells) if edit.cells else _cells(edit)
        cells["n"] = str(number)
        table.append([cells.get(name, "") for name in names])
    return sheets.content(names, table)


def without_steps() -> bytes:
    """The file as it is before anything was said."""
    return sheets.content(COLUMNS, [])


def _row(names: Sequence[str], values: Sequence[str], number: int) -> tuple[tuple[str, int], Edit]:
    """A row, and the number of the step that it belongs to (its own where it has none)."""
    surplus = [value for value in values[len(names) :] if value]
    cells = dict(zip(names, [*values, *[""] * len(names)], strict=False))
    step = cells.get("n", "").strip()
    kept = tuple((name, value) for name, value in cells.items() if name)
    said = {name: " ".join(cells.get(name, "").split()) for name in COLUMNS if name not in ("start", "end")}
    edit = Edit(
        said["action"].lower(),
        cells.get("entity", "").strip(),
        cells.get("to", "").strip(),
        said["type"].upper(),
        cells.get("article", "").strip(),
        text=said["text"],
        when=said["when"],
        entity_names=_names(said["entity_names"]),
        to_names=_names(said["to_names"]),
        page=said["page"],
        corpus=said["corpus"],
        cells=kept,
    )
    try:
        if surplus:
            raise ValueError(f"{len(surplus)} cells stand behind the last column")
        edit = replace(edit, start=whole(cells, "start"), end=whole(cells, "end"))
        _check(edit)
    except ValueError as error:
        rest = tuple((f"cell {place}", value) for place, value in enumerate(surplus, start=len(names) + 1))
        edit = replace(edit, wrong=f"row {number}: {error}", cells=(*kept, *rest))
    return (step, 0 if step else number), edit


def _check(edit: Edit) -> None:
    """Raises ValueError where a row does not say what its action needs."""
    if edit.action not in ACTIONS:
        raise ValueError(f"{edit.action!r} is no action; one of {', '.join(ACTIONS)}")
    if edit.type and edit.type not in TYPES:
        raise ValueError(f"{edit.type!r} is no type; one of {', '.join(TYPES)}")
    placed = edit.start >= 0 or edit.end >= 0
    if placed and not (0 <= edit.start < edit.end and edit.article):
        raise ValueError(f"start {edit.start} and end {edit.end} are no span of an article")
    said: Mapping[str, bool] = {
        "to": bool(edit.to),
        "type": bool(edit.type),
        "article": bool(edit.article),
        "start": placed,
    }
    missing = [name for name in NEEDED.get(edit.action, ()) if not said[name]]
    if not edit.entity and not (edit.action == "split" and placed):
        missing.insert(0, "entity")
    if missing:
        raise ValueError(f"{edit.action} needs {' and '.join(missing)}")


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(" | ") if name.strip())


def _cells(edit: Edit) -> dict[str, str]:
    cells = {name: getattr(edit, name) for name in COLUMNS if name not in ("n", "entity_names", "to_names")}
    cells |= {name: " | ".join(getattr(edit, name)) for name in ("entity_names", "to_names")}
    cells |= {name: "" if cells[name] < 0 else str(cells[name]) for name in ("start", "end")}
    return cells
