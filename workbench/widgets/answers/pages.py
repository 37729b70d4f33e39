"""Corrections of what on a page is what, made in a view: the same as ``corpus.mark``, in the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.corpus import BlockKind
from workbench.widgets.again import made_again

if TYPE_CHECKING:
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def mark(view: View, *, article: str, start: int, end: int, kind: BlockKind) -> None:
    """Say what some words of a page are: title, body, furniture."""
    view.corpus.mark(article, start, end, kind)


def undo(view: View) -> None:
    """Take back the last mark."""
    view.corpus.unmark()


def again(view: View) -> None:
    """Make what is shown again on the pages as they are marked now, for all views that show the same."""
    made_again(view)


ANSWERS: dict[str, Callable[..., Any]] = {function.__name__: function for function in (mark, undo, again)}
