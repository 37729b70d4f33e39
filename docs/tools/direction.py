"""Pages in Arabic run from right to left: those below ``ar/`` and ``notebooks/ar/``."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

__all__ = ["setup"]

FOLDERS = ("ar/", "notebooks/ar/")


def _turned(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    """The language of a page, and its direction behind it: the theme writes both into the ``html`` element."""
    if page.startswith(FOLDERS):
        context["language"] = 'ar" dir="rtl'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", _turned)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
