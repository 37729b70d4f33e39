"""Corrections of who is named, made in a view: the same as in ``entities.merge`` and its fellows, in the same file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def _of(view: View) -> Entities:
    if view.entities is None:
        raise WorkbenchError(
            "this view shows no entities.", hint="wb.EntityNetwork(entities) or wb.Workbench(corpus).", code="not_shown"
        )
    return view.entities


def merge(view: View, *, entities: Sequence[str], name: str | None = None, type: str | None = None) -> None:  # noqa: A002 - as in entities.merge
    """Make several entities one: the first stays."""
    _of(view).merge(*entities, name=name, type=type)


def rename(view: View, *, entity: str, name: str) -> None:
    """Give an entity another name."""
    _of(view).rename(entity, name)


def retype(view: View, *, entity: str, type: str) -> None:  # noqa: A002 - as in entities.retype
    """Say that an entity is a person, a place or an organisation."""
    _of(view).retype(entity, type)


def drop(view: View, *, entity: str) -> None:
    """Say that an entity is none."""
    _of(view).drop(entity)


def add(view: View, *, article: str, start: int, end: int, entity: str, type: str | None = None) -> None:  # noqa: A002
    """Say that some words name an entity: one that is there, by its id, or a new one, by its name and type."""
    _of(view).add(article, start, end, entity, type)


def unname(view: View, *, entity: str, article: str, start: int, end: int, name: str) -> int:
    """Say that one mention of an entity names nobody; how many corrections that took, to be taken back.

    ``name``: what the mention is called among the dropped, where the entity has others, which stay.
    """
    entities = _of(view)
    if len(entities.of(entity)) < 2:
        entities.drop(entity)
        return 1
    here = (article, start, end)
    entities.split(entity, lambda row: (row["article"], row["start"], row["end"]) == here, name=name)
    entities.drop(name)
    return 2


def undo(view: View) -> None:
    """Take back the last correction."""
    _of(view).undo()


def redo(view: View) -> None:
    """Make the correction again that was taken back last."""
    _of(view).redo()


def history(view: View) -> dict[str, int]:
    """How many corrections can be taken back, and how many made again."""
    done, undone = _of(view).history
    return {"undo": done, "redo": undone}


ANSWERS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (merge, rename, retype, drop, add, unname, undo, redo, history)
}
