"""The evidence tray, as far as only Python can tell: its file, a document for a word processor, a notebook cell."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.widgets.again import corpora
from workbench.widgets.answers.refusals import refusal
from workbench.widgets.evidence import sliced

if TYPE_CHECKING:
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]


def state(view: View) -> dict[str, Any]:
    """Where the tray is kept (``path``, empty: in no file), and why it could not be read or written (``error``)."""
    file = getattr(view, "tray_file", None)
    failure = file and file.failure
    return {"path": str(file.path) if file else "", "error": refusal(failure) if failure else None}


def reload(view: View) -> dict[str, Any]:
    """Take in what other windows have put into the tray's file."""
    if getattr(view, "tray_file", None) is not None:
        view.reload_tray()
    return state(view)


def docx(view: View) -> str:
    """The tray as a document for a word processor: the bytes of a DOCX file in base64."""
    from workbench.widgets.exports.document import docx as written

    return base64.b64encode(written(sliced(view.tray, corpora(view)), view.labels["language"])).decode()


def cell(view: View) -> str:
    """Code for a notebook that shows the same words again."""
    from workbench.widgets.exports.cell import cell as written

    return written(sliced(view.tray, corpora(view)), corpora(view))


ANSWERS: dict[str, Callable[..., Any]] = {function.__name__: function for function in (state, reload, docx, cell)}
