"""The file of corrections: rows that people can read and change, in whatever form a spreadsheet has saved them.

``entity-edits.csv`` is UTF-8 with BOM and has a row for each thing that was said; rows of one number were said at once.

n, action, entity, to, type     what was done: merge, split, rename, retype, drop or add
article, start, end, text       the mention that is meant; for merge, rename, retype and drop one by which the entity
                                is found again
when                            ISO 8601, UTC
entity_names, to_names          the type and the spellings that the entity had then, by which it is found again
page                            a fingerprint of the article's text
corpus                          which of the corpora in one folder it was said of

Only action and entity must be there, and what the action needs; columns of one's own stay as they are.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.errors import WorkbenchError
from workbench.extractors.entities.tables import TYPES

__all__ = ["ACTIONS", "Edit", "Step", "UnreadableError", "dumped", "parsed", "without_steps"]

ACTIONS = ("merge", "split", "rename", "retype", "drop", "add")
COLUMNS = (
    *("n", "action", "entity", "to", "type", "article", "start", "end", "text", "when"),
    *("entity_names", "to_names", "page", "corpus"),
)
NEEDED = {"merge": ("to",), "rename": ("to",), "retype": ("type",), "split": ("to",), "add": ("article", "start")}
DEFUSED = re.compile(r"'*[=+\-@\t\r]")
HINT = "mend the file or move it away: it is never overwritten in this state."


class UnreadableError(WorkbenchError):
    """A file holds no corrections."""


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
    if content is None or not content.strip():
        return []
    try:
        table = list(csv.reader(io.StringIO(_text(content), newline=""), delimiter=_delimiter(content), strict=True))
    except csv.Error as error:
        raise UnreadableError(f"the corrections cannot be read: {error}.", hint=HINT) from error
    names = [name.strip().lower() for name in table[0]]
    missing = [name for name in ("action", "entity") if name not in names]
    if missing or len({*names}) < len([name for name in names if name]) + ("" in names):
        said = f"they have no column {' and no column '.join(missing)}" if missing else "two columns have one name"
        raise UnreadableError(f"the corrections cannot be read: {said}.", hint=HINT)
    rows = [
        _row(names, [_plain(cell) for cell in cells], number)
        for number, cells in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    return [tuple(one for _, one in step) for _, step in groupby(rows, key=lambda row: row[0])]


def dumped(steps: Iterable[Step]) -> bytes | None:
    """The file with these steps, numbered in their order; None where there are none."""
    numbered = [(number, edit) for number, step in enumerate(steps, start=1) for edit in step]
    if not numbered:
        return None
    own = dict.fromkeys(name for _, edit in numbered for name, _ in edit.cells if name not in COLUMNS)
    names = [*COLUMNS, *own]
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(names)
    for number, edit in numbered:
        cells = dict(edit.cells) if edit.cells else _cells(edit)
        cells["n"] = str(number)
        table.writerow([_safe(cells.get(name, "")) for name in names])
    return codecs.BOM_UTF8 + stream.getvalue().encode("utf-8", "surrogatepass")


def without_steps() -> bytes:
    """The file as it is before anything was said."""
    return codecs.BOM_UTF8 + ",".join(COLUMNS).encode() + b"\r\n"


def _text(content: bytes) -> str:
    """The text of a file; what Excel calls Unicode text is UTF-16."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = (
            content.decode("utf-16") if wide else content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogatepass")
        )
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "the corrections cannot be read: they are not in UTF-8.", hint="save the file as “CSV UTF-8”."
        ) from error
    return re.sub(r"\Asep=.\r?\n", "", text)


def _delimiter(content: bytes) -> str:
    """What stands between the cells of the first row: a comma, a semicolon or a tab."""
    head = _text(content).split("\n", 1)[0]
    return max(",;\t", key=head.count)


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
        edit = replace(edit, start=_whole(cells, "start"), end=_whole(cells, "end"))
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


def _whole(cells: Mapping[str, str], name: str) -> int:
    """A number that a spreadsheet may have written with a decimal point; -1 where there is none."""
    value = cells.get(name, "").strip()
    if value in ("", "-1"):
        return -1
    if not re.fullmatch(r"\d{1,15}(?:[.,]0+)?", value):
        raise ValueError(f"{name} is {value[:40]!r} and no number")
    return int(re.split("[.,]", value)[0])


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(" | ") if name.strip())


def _cells(edit: Edit) -> dict[str, str]:
    cells = {name: getattr(edit, name) for name in COLUMNS if name not in ("n", "entity_names", "to_names")}
    cells |= {name: " | ".join(getattr(edit, name)) for name in ("entity_names", "to_names")}
    cells |= {name: "" if cells[name] < 0 else str(cells[name]) for name in ("start", "end")}
    return cells


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if DEFUSED.match(cell) else cell


def _plain(cell: str) -> str:
    """A cell as it was before it was made safe."""
    return cell[1:] if cell.startswith("'") and DEFUSED.match(cell) else cell
