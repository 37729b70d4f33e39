"""Judgements of quotations made in a view: the same as in ``quotes.accept`` and its fellows, in the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def _of(view: View) -> Quotes:
    if view.quotes is None:
        raise WorkbenchError("this view shows no quotations.", hint="wb.QuoteFinder(quotes) or wb.Workbench(corpus).")
    return view.quotes


def accept(view: View, *, quote: str, coder: str | None = None) -> None:
    """Say that a quotation is right."""
    _of(view).accept(quote, coder=coder)


def reject(view: View, *, quote: str, reason: str = "", coder: str | None = None) -> None:
    """Say that a quotation is none."""
    _of(view).reject(quote, reason, coder=coder)


def correct(view: View, *, quote: str, **said: Any) -> None:
    """Say what is wrong in a quotation."""
    _of(view).correct(quote, **said)


def add(view: View, *, article: str, start: int, end: int, **said: Any) -> None:
    """Say that some words are a quotation that was missed."""
    _of(view).add(article, start, end, **said)


def undo(view: View) -> None:
    """Take back the last judgement."""
    _of(view).undo()


def redo(view: View) -> None:
    """Make the judgement again that was taken back last."""
    _of(view).redo()


ANSWERS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (accept, reject, correct, add, undo, redo)
}
