"""The articles as their pages were: the reader."""

from __future__ import annotations

from typing import ClassVar

from workbench.widgets.base import View

__all__ = ["Reader"]


class Reader(View):
    """The articles of a corpus, page furniture greyed, with names, quotations and passages as layers where given.

    What is wrong can be put right in it: what a block is (``corpus.mark``), a name that was missed or is none
    (``entities.add``, ``entities.split``), a quotation, its span or its speaker (``quotes.add``, ``quotes.correct``,
    ``quotes.reject``). It is kept in the same files, and can be taken back. A page that is marked anew keeps its text:
    what is selected, in this view and those that are linked with it, and what was pinned stay as they are. Names,
    quotations and passages were then made before the correction; the view says so and makes them again, for all views
    that show the same, and ``view.entities``, ``view.quotes`` and ``view.overlap`` are the new ones.

    Parameters
    ----------
    corpus: the articles.
    entities, quotes, overlap: results on that corpus, each a layer that can be switched; none is needed.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.
    """

    bundle: ClassVar[str] = "reader"
