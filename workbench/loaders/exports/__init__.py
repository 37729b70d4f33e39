"""Exports of press archives that are text: many articles in one, told apart by each archive's own marks.

A plain-text file, and the text of an RTF or Word file, is asked of each export in turn. To add one, write a module
with ``recognises`` and ``articles`` and name it in ``EXPORTS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from workbench.loaders.exports import factiva, nexis, proquest
from workbench.loaders.records import Piece

__all__ = ["EXPORTS", "Export", "articles"]


class Export(NamedTuple):
    """One archive's way of writing articles into a text.

    Parameters
    ----------
    name: the archive, as the report says it.
    recognises: whether a text is such an export; quick, and sure.
    articles: its articles and refusals in order, of (text, stem, origin, notes); each page's text is a stretch
        of the text as it stands.
    """

    name: str
    recognises: Callable[[str], bool]
    articles: Callable[[str, str, str, tuple[str, ...]], Iterator[Piece]]


EXPORTS: tuple[Export, ...] = (
    Export("Nexis Uni", nexis.recognises, nexis.articles),
    Export("Factiva", factiva.recognises, factiva.articles),
    Export("ProQuest", proquest.recognises, proquest.articles),
)


def articles(text: str, name: str, origin: str, notes: tuple[str, ...] = ()) -> Iterator[Piece] | None:
    """The articles of a text that is an archive's export; None where it is none, and so one page."""
    for export in EXPORTS:
        if export.recognises(text):
            return export.articles(text, name, origin, notes)
    return None
