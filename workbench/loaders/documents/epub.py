"""Electronic books and magazines, ``.epub``: one page a chapter, in reading order, each read as the HTML that it is.

What the package says, its title, language and date, is said of each chapter that doesn't say it itself: the title of
the book is the source of its chapters. The page of contents is refused as none; a chapter that cannot be read, or is
locked by digital rights management, is refused alone.

Source: W3C, EPUB 3.3 (package document, section 5; container, section 4).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from workbench.loaders.documents import zips
from workbench.loaders.documents.docx import name_of, value_of, xml
from workbench.loaders.documents.zips import Allowance
from workbench.loaders.files import File
from workbench.loaders.pages import html
from workbench.loaders.records import Meta, Page, Piece, Refusal, Unreadable, broke, printable

__all__ = ["read"]

CONTAINER = "META-INF/container.xml"
LOCKS = "META-INF/encryption.xml"
PAGES = ("application/xhtml+xml", "text/html", "application/xml")
FIELDS = {"title": "source", "creator": "author", "language": "language", "date": "published"}
"""Field of the package to field of an article."""


@dataclass
class Book:
    """What the package says: where each chapter stands, what is said of all, and which file is the contents page."""

    chapters: list[tuple[str, str]] = field(default_factory=list)  # place and media type
    meta: Meta = field(default_factory=dict)
    contents: str = ""


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The chapters of a book."""
    allowance = Allowance()
    with zips.opened(file) as archive:
        book = _book(archive, allowance)
        locked = _locked(archive, allowance)
        if not book.chapters:
            raise Unreadable("it is a book without chapters: its package names none")
        if all(place in locked for place, _ in book.chapters):
            raise Unreadable("it is locked by digital rights management (DRM)")
        for number, (place, kind) in enumerate(book.chapters, start=1):
            origin = printable(f"{file.origin}/{place}")
            try:
                if place in locked:
                    raise Unreadable("it is locked by digital rights management (DRM)")
                if place == book.contents:
                    raise Unreadable("it is the book's table of contents")
                page = _chapter(archive, place, kind, allowance)
            except Unreadable as problem:
                yield Refusal(origin, str(problem))
            except Exception as error:  # one odd chapter does not stop the book
                yield Refusal(origin, broke(error))
            else:
                said = {key: value for key, value in page.meta.items() if value not in ("", None) and key != "source"}
                yield replace(page, name=f"{file.stem}-{number}", origin=origin, meta={**book.meta, **said})


def _chapter(archive: zipfile.ZipFile, place: str, kind: str, allowance: Allowance) -> Page:
    if kind not in PAGES:
        raise Unreadable(f"it is a chapter of the kind {kind or 'unknown'}, which holds no text")
    data = zips.unpacked(archive, place, allowance)
    if data is None:
        raise Unreadable("the book names this chapter, and it is not in the file")
    return html.page_of(data, PurePosixPath(place).stem, place)


def _book(archive: zipfile.ZipFile, allowance: Allowance) -> Book:
    """What the package document says.

    Raises
    ------
    Unreadable: there is none.
    """
    data = zips.unpacked(archive, CONTAINER, allowance)
    named = [value_of(one, "full-path") for one in xml(data).iter() if name_of(one) == "rootfile"] if data else []
    packages = named or [name for name in archive.namelist() if name.endswith(".opf")]
    package = zips.unpacked(archive, packages[0], allowance) if packages else None
    if package is None:
        raise Unreadable("it is no book: it has no package that names its chapters")
    root = xml(package)
    folder = posixpath.dirname(packages[0])
    book = Book()
    items: dict[str, tuple[str, str]] = {}
    order: list[str] = []
    for one in root.iter():
        name = name_of(one)
        if name == "item":
            place = posixpath.normpath(posixpath.join(folder, unquote(value_of(one, "href")).partition("#")[0]))
            items.setdefault(value_of(one, "id"), (place, value_of(one, "media-type").lower()))
            if "nav" in value_of(one, "properties").split():
                book.contents = place
        elif name == "itemref":
            order.append(value_of(one, "idref"))
        elif name in FIELDS and _in_metadata(one) and (one.text or "").strip():
            book.meta.setdefault(FIELDS[name], " ".join(one.text.split()))
    book.chapters = [items.get(one, (one or "?", "")) for one in order]
    return book


def _in_metadata(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and name_of(parent) in ("metadata", "dc-metadata")


def _locked(archive: zipfile.ZipFile, allowance: Allowance) -> frozenset[str]:
    """The files that are encrypted; fonts often are in books that are free."""
    data = zips.unpacked(archive, LOCKS, allowance)
    if data is None:
        return frozenset()
    found = (unquote(value_of(one, "URI")) for one in xml(data).iter() if name_of(one) == "CipherReference")
    return frozenset(posixpath.normpath(place) for place in found if place)
