"""What is asked about shared text: how the two sides of a passage differ, where the story was too large to tell it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.errors import UnknownNameError, WorkbenchError
from workbench.widgets.records import PieceRecord
from workbench.widgets.telling.differing import pieces_of
from workbench.widgets.telling.frames import rows

if TYPE_CHECKING:
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def pieces(view: View, *, passage: str) -> tuple[list[PieceRecord], list[PieceRecord]]:
    """Both sides of a passage, word by word."""
    if view.overlap is None:
        raise WorkbenchError(
            "this view shows no shared text.", hint="OverlapHeatmap and Workbench do.", code="not_shown"
        )
    found = view.overlap.passages
    chosen = found[found["passage"] == passage]
    if chosen.empty:
        raise UnknownNameError(
            f"no passage has the id {passage!r}.", hint="overlap.passages lists them.", code="no_passage"
        )
    return pieces_of(view.overlap.corpus, rows(chosen)[0])


ANSWERS: dict[str, Callable[..., Any]] = {function.__name__: function for function in (pieces,)}
