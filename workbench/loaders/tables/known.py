"""Exports that are known by their header: what their columns mean, which their names alone do not tell.

What is known of them is published: the columns of Media Cloud's story lists, of GDELT's DOC 2.0 lists, of minet's
``fetch`` and ``extract``, of trafilatura's CSV and JSON, and of Zotero's CSV. To add one, add it to ``EXPORTS``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.loaders.tables.columns import plain

__all__ = ["EXPORTS", "TRAFILATURA", "Export", "headerless", "known"]


@dataclass(frozen=True)
class Export:
    """A program's way of writing articles into a table. All names of columns are plain (``columns.plain``).

    Parameters
    ----------
    name: the program, as the report says it.
    needs: the columns by which it is known: all of one of these sets.
    fields: the columns that are a field, in the order in which they are asked: the first that isn't empty counts.
    told: columns that the report tells of, with the words for them.
    attached: the columns that name a file beside the table which holds the text.
    folders: where such files are, as seen from the table.
    nothing: what stands in a cell that is empty.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    fields: Mapping[str, tuple[str, ...]]
    told: Mapping[str, str] = field(default_factory=dict)
    attached: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    nothing: str = ""


def _set(*names: str) -> frozenset[str]:
    return frozenset(names)


TRAFILATURA = (
    *("url", "id", "fingerprint", "hostname", "title", "image"),
    *("date", "text", "comments", "license", "pagetype"),
)
"""The columns of trafilatura's CSV, which has tabs between them and no header."""

EXPORTS: tuple[Export, ...] = (
    Export(
        "Zotero",
        needs=(_set("key", "item type", "publication title", "file attachments"),),
        fields={
            "id": ("key",),
            "title": ("title",),
            "source": ("publication title",),
            "published": ("date",),
            "author": ("author",),
            "url": ("url",),
            "language": ("language",),
        },
        attached=("file attachments",),
        folders=("storage", "files", "."),
    ),
    Export(
        "Media Cloud",
        needs=(_set("indexed date", "media name", "publish date", "url"),),
        fields={
            "id": ("id",),
            "source": ("media name", "media url"),
            "title": ("title",),
            "published": ("publish date",),
            "url": ("url",),
            "language": ("language",),
        },
    ),
    Export(
        "GDELT",
        needs=(_set("url", "seendate", "domain"),),
        fields={"source": ("domain",), "title": ("title",), "url": ("url",), "language": ("language",)},
        told={"seendate": "GDELT saw the page at {}, which need not be its date"},
    ),
    Export(
        "minet",
        needs=(
            _set("http status", "resolved url"),
            _set("http status", "fetch error"),
            _set("extract error", "canonical url"),
            _set("extract error", "content"),
        ),
        fields={
            "text": ("content", "text"),
            "html": ("body", "raw contents", "raw content"),
            "source": ("sitename",),
            "title": ("title",),
            "published": ("date",),
            "author": ("author",),
            "url": ("canonical url", "resolved url", "url"),
        },
        told={"fetch error": "minet could not fetch it: {}", "extract error": "minet found no text: {}"},
        attached=("path", "filename"),
        folders=("downloaded", "content", "."),
    ),
    Export(
        "trafilatura",
        needs=(
            _set("fingerprint", "hostname", "text", "pagetype"),
            _set("fingerprint", "host", "text", "pagetype"),
            _set("source hostname", "fingerprint", "text"),
        ),
        fields={
            "text": ("text", "raw text"),
            "source": ("source hostname", "hostname", "host"),
            "title": ("title",),
            "published": ("date",),
            "author": ("author",),
            "url": ("url", "source"),
            "language": ("language",),
        },
        nothing="null",
    ),
)
ADDRESS = re.compile(r"https?://\S+|null")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|null")


def known(names: Sequence[str]) -> Export | None:
    """The program that writes tables with such a header, None where none is known.

    >>> known(["url", "url_mobile", "title", "seendate", "domain", "language", "sourcecountry"]).name
    'GDELT'
    """
    present = {plain(name) for name in names}
    return next((one for one in EXPORTS if any(needed <= present for needed in one.needs)), None)


def headerless(cells: Sequence[str]) -> tuple[str, ...] | None:
    """The names of the columns where a first row is no header but the first article of a known program.

    >>> headerless(["https://daffa.example/1", *["null"] * 5, "2025-02-12", "نص", *["null"] * 3])[7]
    'text'
    """
    if len(cells) != len(TRAFILATURA):
        return None
    row = dict(zip(TRAFILATURA, cells, strict=True))
    fits = ADDRESS.fullmatch(row["url"]) and DAY.fullmatch(row["date"]) and "null" in cells
    return TRAFILATURA if fits else None
