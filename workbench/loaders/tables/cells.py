"""What stands in a cell of a table, whichever library read it: text, a list, a date, or one of many sorts of none."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["empty", "text", "value"]

EMPTY = ("nat", "<na>", "nan")


def text(cell: object) -> str:
    """A cell that is text; one that is a list of texts has a line for each; bytes are text where they are UTF-8."""
    if isinstance(cell, bytes):
        try:
            return cell.decode("utf-8")
        except UnicodeDecodeError:
            return ""
    found = "" if isinstance(cell, Mapping) else value(cell, "\n")
    return found if isinstance(found, str) else ""


def value(cell: object, between: str = "; ") -> object:
    """A cell; the many ways of leaving it empty are the empty string, a list or array is joined."""
    several = getattr(cell, "tolist", None)  # arrays and scalars of numpy
    if several is not None:
        cell = several()
    if isinstance(cell, bytes):
        return text(cell)
    if isinstance(cell, (list, tuple, set, frozenset)):
        return between.join(said for one in cell if (said := str(value(one))))
    if isinstance(cell, Mapping):
        return value(cell["name"]) if "name" in cell else str(dict(cell))
    if cell is None or (not isinstance(cell, str) and str(cell).lower() in EMPTY):
        return ""
    return cell


def empty(cell: object) -> bool:
    """Whether nothing stands in it, or nothing but white space."""
    found = cell if isinstance(cell, bytes) else value(cell)
    return isinstance(found, (str, bytes)) and not found.strip()
