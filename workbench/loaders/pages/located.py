"""What the address of a page tells about it: its host, and a name that a person can read."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from workbench.loaders.records import Page, printable

__all__ = ["host_of", "located", "name_of"]

LONGEST = 100
"""Characters of a name."""
ENDING = re.compile(r"\.(?:x?html?|php|aspx?|jsp|amp)$", re.IGNORECASE)
BETWEEN = re.compile(r"[^\w.]+")


def host_of(url: str) -> str:
    """The host of an address without ``www.``; empty where it has none.

    >>> host_of("https://www.daffa.example:443/news/1")
    'daffa.example'
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def name_of(url: str) -> str:
    """A name for the page at an address: its path, in letters; its host, where it is the first page there.

    >>> name_of("https://daffa.example/news/%D9%85%D8%A7%D8%A1/12.html"), name_of("https://www.daffa.example/?p=7")
    ('news-ماء-12', 'daffa.example-p-7')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page"
    path = ENDING.sub("", unquote(parts.path, errors="replace").rstrip("/"))
    told = [part for part in (path, unquote(parts.query, errors="replace")) if part.strip("/")]
    if not path.strip("/"):
        told.insert(0, host_of(url))
    name = "-".join(BETWEEN.sub("-", printable(part)).strip("-.") for part in told)
    return name[:LONGEST].strip("-.") or "page"


def located(page: Page, url: str) -> Page:
    """The page with the address that it was taken from, and with its host as source where it names none itself."""
    if not url:
        return page
    meta = {**page.meta, "url": url}
    if not meta.get("source") and host_of(url):
        meta["source"] = host_of(url)
    return replace(page, meta=meta)
