"""Corrections of what on a page is what, made in a view: the same as ``corpus.mark``, in the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.corpus import BlockKind

if TYPE_CHECKING:
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def mark(view: View, *, article: str, start: int, end: int, kind: BlockKind) -> None:
    """Say what some words of a page are: title, body, furniture."""
    view.corpus.mark(article, start, end, kind)


ANSWERS: dict[str, Callable[..., Any]] = {function.__name__: function for function in (mark,)}
