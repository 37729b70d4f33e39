"""Small tables that people read and change: CSV out, and whatever form a spreadsheet has saved it in back in.

Written as UTF-8 with BOM, so that a spreadsheet shows Arabic; cells that it would run as formulas begin with ``'``.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from workbench.errors import WorkbenchError

__all__ = ["UnreadableError", "content", "rows", "whole"]

DEFUSED = re.compile(r"'*[=+\-@\t\r]")
HINT = "mend the file or move it away: it is never overwritten in this state."


class UnreadableError(WorkbenchError):
    """A file does not hold what it should."""


def rows(content: bytes | None, *, what: str, needed: Sequence[str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The names of the columns of a file, and its rows with their numbers; empty rows are left out.

    Parameters
    ----------
    content: the file; None or white space for one without rows.
    what: what it holds, to be named in errors (``corrections``).
    needed: the columns that must be there.

    Raises
    ------
    UnreadableError: it is no such file at all.
    """
    if content is None or not content.strip():
        return [], []
    text = _text(content, what)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise UnreadableError(f"the {what} cannot be read: {error}.", hint=HINT) from error
    names = [name.strip().lower() for name in table[0]]
    missing = [name for name in needed if name not in names]
    if missing or len({*names}) < len([name for name in names if name]) + ("" in names):
        said = f"they have no column {' and no column '.join(missing)}" if missing else "two columns have one name"
        raise UnreadableError(f"the {what} cannot be read: {said}.", hint=HINT)
    told = [
        (number, [_plain(cell) for cell in cells])
        for number, cells in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    return names, told


def content(names: Sequence[str], table: Iterable[Sequence[str]]) -> bytes:
    """A file of such rows."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(names)
    writer.writerows([_safe(cell) for cell in cells] for cells in table)
    return codecs.BOM_UTF8 + stream.getvalue().encode("utf-8", "surrogatepass")


def whole(cells: Mapping[str, str], name: str) -> int:
    """A number that a spreadsheet may have written with a decimal point; -1 where there is none.

    Raises
    ------
    ValueError: it is no number.

    >>> whole({"start": "12,0"}, "start"), whole({}, "start")
    (12, -1)
    """
    value = cells.get(name, "").strip()
    if value in ("", "-1"):
        return -1
    if not re.fullmatch(r"\d{1,15}(?:[.,]0+)?", value):
        raise ValueError(f"{name} is {value[:40]!r} and no number")
    return int(re.split("[.,]", value)[0])


def _text(content: bytes, what: str) -> str:
    """The text of a file; what Excel calls Unicode text is UTF-16."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = (
            content.decode("utf-16") if wide else content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogatepass")
        )
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the {what} cannot be read: they are not in UTF-8.", hint="save the file as “CSV UTF-8”."
        ) from error
    return re.sub(r"\Asep=.\r?\n", "", text)


def _delimiter(text: str) -> str:
    """What stands between the cells of the first row: a comma, a semicolon or a tab."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if DEFUSED.match(cell) else cell


def _plain(cell: str) -> str:
    """A cell as it was before it was made safe."""
    return cell[1:] if cell.startswith("'") and DEFUSED.match(cell) else cell
