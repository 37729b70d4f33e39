"""The articles as their pages were: the reader."""

from __future__ import annotations

from typing import ClassVar

from workbench.widgets.base import View

__all__ = ["Reader"]


class Reader(View):
    """The articles of a corpus, page furniture greyed, with names, quotations and passages as layers where given.

    Parameters
    ----------
    corpus: the articles.
    entities, quotes, overlap: results on that corpus, each a layer that can be switched; none is needed.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.
    """

    bundle: ClassVar[str] = "reader"
