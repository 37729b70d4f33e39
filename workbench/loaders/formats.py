"""Which reader reads which file: the one place where a new format is added.

A reader takes a ``File`` and the columns that the user named, and yields a ``Page``, an ``Address`` or a ``Refusal``
for each article in the file; it raises ``Unreadable`` where the whole file has nothing to give. A format is known by
its ending, and where a file's first bytes say more than its ending, by those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.loaders.documents import archives, docx, epub, old, pdf, rtf
from workbench.loaders.files import File
from workbench.loaders.pages import html, mht, text
from workbench.loaders.records import Piece, Reader, Refusal, Unreadable, broke
from workbench.loaders.tables import delimited, json_records, parquet, spreadsheets
from workbench.loaders.web import feeds, wacz, warc

__all__ = ["FORMATS", "READERS", "Format", "format_of", "name", "read"]


class Format(NamedTuple):
    """A kind of file.

    Parameters
    ----------
    name: what the report and the documentation call it.
    endings: of its files, in small letters.
    read: its reader.
    signature: what its first bytes match, where nothing else does; it wins over the ending.
    """

    name: str
    endings: tuple[str, ...]
    read: Reader
    signature: re.Pattern[bytes] | None = None


FORMATS: tuple[Format, ...] = (
    Format("plain text", (".txt", ".md"), text.read),
    Format("HTML", (".html", ".htm", ".xhtml"), html.read),
    Format("MHT", (".mht", ".mhtml"), mht.read, mht.SIGNATURE),
    Format("WARC", (".warc",), warc.read, warc.SIGNATURE),
    Format("WACZ", (".wacz",), wacz.read),
    Format("RSS and Atom", (".rss", ".atom", ".xml"), feeds.read, feeds.SIGNATURE),
    Format("CSV", (".csv", ".tsv"), delimited.read),
    Format("JSON", (".json",), json_records.read),
    Format("JSON Lines", (".jsonl", ".ndjson"), json_records.read_lines),
    Format("XLSX", (".xlsx", ".xlsm"), spreadsheets.read),
    Format("Parquet", (".parquet", ".pq"), parquet.read, parquet.SIGNATURE),
    Format("DOCX", (".docx", ".docm"), docx.read),
    Format("RTF", (".rtf",), rtf.read, rtf.SIGNATURE),
    Format("PDF", (".pdf",), pdf.read, pdf.SIGNATURE),
    Format("EPUB", (".epub",), epub.read),
    Format("Word and Excel before 2007", (".doc", ".xls"), old.read, old.SIGNATURE),
    Format("ZIP", (".zip",), archives.read_zip, archives.ZIPPED),
    Format("GZIP", (".gz",), archives.read_gzip, archives.GZIPPED),
)
READERS: dict[str, Reader] = {ending: one.read for one in FORMATS for ending in one.endings}
"""File name ending, in small letters, to the function that reads such a file."""
HTML_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
SIGNATURE = 4096
"""The first bytes that are looked at."""


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of a file of any format, a refusal for what cannot be read; never raises."""
    try:
        yield from format_of(file).read(file, columns)
    except Unreadable as problem:
        yield Refusal(file.origin, str(problem))
    except Exception as error:  # a page that breaks a parser is a row of the report, not the end of the corpus
        yield Refusal(file.origin, broke(error))


def format_of(file: File) -> Format:
    """The format of a file, by its first bytes or its ending.

    Raises
    ------
    Unreadable: no loader reads such a file.
    """
    head = file.head(SIGNATURE)
    for one in FORMATS:
        if one.signature is not None and one.signature.match(head):
            return one
    for one in FORMATS:
        if file.suffix in one.endings:
            return one
    if HTML_HEAD.match(head):  # saved by a crawler under an address without an ending
        return next(one for one in FORMATS if one.read is html.read)
    ending = file.suffix or "no ending"
    raise Unreadable(f"no loader reads such a file ({ending}); these are read: {' '.join(READERS)}")


def name(file: File) -> str:
    """The name of a file's format; empty where no loader reads it."""
    try:
        found = format_of(file)
        ending = archives.ending(file) if found.read is archives.read_zip else ""
    except Unreadable:
        return ""
    return next((one.name for one in FORMATS if ending in one.endings), found.name)
