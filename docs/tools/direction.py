"""Pages in Arabic run from right to left: those below ``ar/`` and ``notebooks/ar/``.

And Arabic words that are set as code in a text keep letters that can be read: they are words, not code.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

__all__ = ["setup"]

ARABIC, LATIN = re.compile("[\u0620-\u06ff]"), re.compile("[A-Za-z]")
FOLDERS = ("ar/", "notebooks/ar/")
WORDS = {
    "Search": "بحث",
    "On this page": "في هذه الصفحة",
    "Contents": "المحتويات",
    "Next": "التالي",
    "Previous": "السابق",
    "Home": "البداية",
    "Back to top": "إلى أعلى الصفحة",
    "Skip to content": "إلى المحتوى",
    "Toggle site navigation sidebar": "إظهار قائمة الموقع أو إخفاؤها",
    "Toggle table of contents sidebar": "إظهار محتويات الصفحة أو إخفاؤها",
    "Toggle Light / Dark / Auto color theme": "الألوان: فاتحة أو داكنة أو حسب الجهاز",
}
"""What the theme says around a page, in Arabic; what is missing here stays English."""


def _turned(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    """The language of a page, and its direction behind it: the theme writes both into the ``html`` element."""
    if page.startswith(FOLDERS):
        context["language"] = 'ar" dir="rtl'
        context["_"] = context["gettext"] = lambda words: WORDS.get(words, words)


def _words(app: Sphinx, tree: nodes.document) -> None:
    """Mark what is set as code and has Arabic letters and no Latin ones."""
    for literal in tree.findall(nodes.literal):
        text = literal.astext()
        if ARABIC.search(text) and not LATIN.search(text):
            literal["classes"].append("words")


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("html-page-context", _turned)
    app.connect("doctree-read", _words)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
