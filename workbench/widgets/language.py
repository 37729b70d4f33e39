"""The language of the labels: of the views, the figures and the page; never of the articles."""

from __future__ import annotations

from workbench.languages import pack
from workbench.widgets.records import Labels

__all__ = ["labels", "language"]

_CURRENT = {"language": "en"}


def language(code: str | None = None) -> str:
    """The language in which views are labelled from now on; with a code, it is changed first.

    Parameters
    ----------
    code: "ar", "en" or the code of another language pack; None only asks.

    Raises
    ------
    UnknownLanguageError: no pack has that code; nothing is changed.

    >>> language("ar")
    'ar'
    >>> language("en")
    'en'
    """
    if code is not None:
        _CURRENT["language"] = pack(code).code
    return _CURRENT["language"]


def labels(code: str | None = None) -> Labels:
    """The words of the views in a language; in the one that :func:`language` names where none is given."""
    chosen = pack(code or language())
    return {"language": chosen.code, "direction": chosen.direction, "sections": chosen.ui}
