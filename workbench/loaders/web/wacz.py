"""Web archives packed with their lists, ``.wacz``: a zip file with WARC files and a list of pages in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial

from workbench.loaders.documents import zips
from workbench.loaders.documents.zips import Allowance
from workbench.loaders.files import File, bounded
from workbench.loaders.records import Page, Piece, Refusal, Unreadable
from workbench.loaders.web import warc

__all__ = ["read"]

ARCHIVE = re.compile(r"archive/[^/\x00]+\.warc(?:\.gz)?", re.IGNORECASE)
LISTS = re.compile(r"pages/(?:pages|extraPages)\.jsonl", re.IGNORECASE)
MOST = 2**40
"""Bytes that come out of a file at most. Archives of the web are large; what is packed into itself is told apart."""
LARGEST_LIST = 64 * 2**20
TOLD = 3
"""How many of the missing pages are named."""


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The captured pages of all archives in the file, what else is in each, and which pages of its list are missing.

    Raises
    ------
    Unreadable: it is no zip file, or there is no archive in it.
    """
    with zips.opened(file) as packed:
        members = packed.infolist()
        archives = [member for member in members if ARCHIVE.fullmatch(member.filename)]
        if not archives:
            raise Unreadable("there is no archive/*.warc.gz in it")
        allowance = Allowance(total=MOST)
        listed: dict[str, str] = {}
        for member in members:
            if LISTS.fullmatch(member.filename):
                place = f"{file.origin}/{member.filename}"
                try:
                    with zips.member(packed, member, allowance) as stream:
                        listed.update(_titles(bounded(stream, LARGEST_LIST)))
                except Unreadable as problem:
                    yield Refusal(place, f"the list of its pages cannot be read: {problem}")
        found: set[str] = set()
        for member in archives:
            archive = File(f"{file.origin}/{member.filename}", member=partial(zips.member, packed, member, allowance))
            for piece in _pieces(archive, listed):
                if isinstance(piece, Page):
                    found.add(str(piece.meta.get("url", "")))
                yield piece
    yield from _missing(listed, found, file.origin)


def _pieces(archive: File, titles: Mapping[str, str]) -> Iterator[Piece]:
    try:
        yield from warc.pieces(archive, titles)
    except Unreadable as problem:
        yield Refusal(archive.origin, str(problem))


def _titles(data: bytes) -> dict[str, str]:
    """The titles in a list of pages, by address; lines that are broken name none."""
    titles: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").split("\n"):
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            title = entry.get("title")
            titles.setdefault(entry["url"], title if isinstance(title, str) else "")
    return titles


def _missing(listed: Mapping[str, str], found: set[str], origin: str) -> Iterator[Refusal]:
    missing = [url for url in listed if url not in found]
    if missing:
        names = ", ".join(missing[:TOLD]) + (" ..." if len(missing) > TOLD else "")
        reason = f"pages that its list names, and of which it gave no text: {len(missing)} of {len(listed)}: {names}"
        yield Refusal(f"{origin} (pages not in it)", reason)
