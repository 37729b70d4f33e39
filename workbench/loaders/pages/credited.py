"""Whom an HTML page's metadata name as author, and how far that is believed.

What fills that field is as often the account of whoever put the page online, the site itself, or an agency. A name
that the page shows too is the author; one that it does not show counts only where no byline names another.
"""

from __future__ import annotations

import re

from workbench.loaders.pages.visible import Visible
from workbench.loaders.records import Meta

__all__ = ["settle"]

ACCOUNT = re.compile(r"[\w.\-]+")
"""One word, with a dot or a hyphen in it perhaps: the name of an account."""
INITIALS = re.compile(r"[A-Z]{2,6}")
ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|www\.\S+", re.IGNORECASE)
SEVERAL = re.compile(r"\s*[;؛|]\s*")
JOINED = re.compile(r"\s(?:&|and)\s|[,،;؛&]", re.IGNORECASE)
ROW = 20
"""The most words of a line that shows who wrote a page."""


def settle(meta: Meta, seen: Visible) -> None:
    """Keep as ``author`` whom the page shows, as ``credited`` another name; accounts, sites and addresses are dropped.

    Where the line that shows a name joins it with others, the line says more than the metadata.
    """
    outlet = _plain(str(meta.get("source", "")))
    stated = [_name(part) for part in SEVERAL.split(str(meta.pop("author", "")))]
    names = [name for name in stated if name and _plain(name) != outlet and _plain(name) not in _sites(meta)]
    if not names:
        return
    whole = "; ".join(names)
    rows = [_plain(line) for line in seen.lines if len(line.split()) <= ROW]
    shown = [next((row for row in rows if _plain(name) in row), "") for name in names]
    alone = len(names) == 1 and bool(JOINED.search(shown[0].replace(_plain(names[0]), "~")))
    meta["credited" if not all(shown) or alone else "author"] = whole


def _name(part: str) -> str:
    """A name without the addresses beside it; nothing of an account's name."""
    name = " ".join(ADDRESS.sub(" ", part).split()).strip("()[]<> ,")
    single = ACCOUNT.fullmatch(name) is not None and name.isascii()
    return "" if single or INITIALS.fullmatch(name) else name


def _sites(meta: Meta) -> set[str]:
    """The site's names in the title of the window, and its host, as they may stand in the place of an author."""
    parts = re.split(r"\s+[|–—\-·:]\s+|\s*\|\s*|:\s", str(meta.get("window", "")))
    return {_plain(part) for part in parts if len(part.split()) <= ROW} if len(parts) > 1 else set()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
