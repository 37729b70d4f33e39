"""Web archives: WARC files, packed or not, and the WACZ files that hold them.

Every capture of an HTML page is a piece: the page, or the reason why it is none. What else a crawler keeps (pictures,
scripts, redirects, requests) is told in one row a file, with counts. The date of a capture is not the date of an
article. The files are read in a stream, by ``captures.py``: the known libraries take a file that breaks off for one
that ends, and a reader of archives has to tell the two apart.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from workbench.loaders.files import LARGEST, File
from workbench.loaders.pages.html import page_of
from workbench.loaders.pages.located import located, name_of
from workbench.loaders.records import Page, Piece, Refusal, Unreadable, broke
from workbench.loaders.web.captures import Record, Records
from workbench.loaders.web.codings import kind_of, plain, unchunked

__all__ = ["SIGNATURE", "pieces", "read"]

SIGNATURE = re.compile(rb"WARC/[01]\.\d")
HTTP_HEAD = 2**16
"""Bytes of the longest head of an answer."""
MARKUP = ("text/html", "application/xhtml+xml")
LOOKS_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
HEAD_END = re.compile(rb"\r?\n\r?\n")
OTHERS = {
    "request": "requests",
    "metadata": "notes of the crawler",
    "warcinfo": "descriptions of the crawl",
    "revisit": "pages that had not changed since they were last captured",
    "conversion": "conversions",
    "continuation": "continuations of other records",
}
KINDS = (
    ("image/", "images"),
    ("video/", "sound and video"),
    ("audio/", "sound and video"),
    ("font/", "fonts"),
    ("application/font", "fonts"),
    ("application/x-font", "fonts"),
    ("text/css", "styles"),
    ("text/javascript", "scripts"),
    ("application/javascript", "scripts"),
    ("application/x-javascript", "scripts"),
    ("application/ecmascript", "scripts"),
    ("application/json", "data"),
    ("application/pdf", "PDF files"),
    ("text/plain", "plain texts"),
    ("text/dns", "names of hosts"),
)


class Answer(NamedTuple):
    """What a server answered: its status (0 where there was no server), its head, and the head's length in bytes."""

    status: int
    headers: dict[str, str]
    kind: str
    charset: str


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The captured pages of a WARC file, and one refusal that counts what else is in it.

    Raises
    ------
    Unreadable: it cannot be opened, or there is no record in it.
    """
    yield from pieces(file)


def pieces(file: File, titles: Mapping[str, str] | None = None) -> Iterator[Piece]:
    """As ``read``; ``titles`` by address are used where a page has none itself."""
    captured = Captured(file, titles or {})
    with file.open() as stream:
        for record in Records(stream):
            yield from captured.piece(record)
    if not captured.records:
        raise Unreadable("it holds no WARC record")
    yield from captured.rest()


class Captured:
    """Makes pieces of records, and counts the records of which it makes none."""

    def __init__(self, file: File, titles: Mapping[str, str]) -> None:
        self._file = file
        self._titles = titles
        self._seen: dict[str, set[bytes]] = {}
        self._others: Counter[str] = Counter()
        self.records = 0
        self.addresses: set[str] = set()

    def piece(self, record: Record) -> Iterator[Piece]:
        """The page of a record, or why it has none; nothing where it is no page and was counted."""
        origin = f"{self._file.origin} record {record.number}"
        found: Piece | str
        try:
            found = self._page(record, origin)
        except Unreadable as problem:
            found = Refusal(origin, str(problem))
        except Exception as error:  # one page that breaks a parser does not end the archive
            found = Refusal(origin, broke(error))
        wrong = record.finish()
        self.records += bool(record.headers)
        if wrong:
            found = Refusal(origin, wrong)
        if isinstance(found, str):
            self._others[found] += 1
        else:
            yield found

    def rest(self) -> Iterator[Refusal]:
        """One row for all records that are no pages."""
        if self._others:
            counts = ", ".join(f"{name} {count}" for name, count in self._others.most_common())
            total = sum(self._others.values())
            yield Refusal(f"{self._file.origin} (what is no page)", f"other records, {total} in all: {counts}")

    def _page(self, record: Record, origin: str) -> Page | Refusal | str:
        """The page of a record, a refusal, or the name of what it is counted as."""
        if record.problem:
            raise Unreadable(record.problem)
        if record.kind not in ("response", "resource"):
            return OTHERS.get(record.kind, "records of unknown kinds")
        url = record.headers.get("warc-target-uri", "").strip("<> ")
        answer, body = _answer(record)
        other = _other(answer, url, body)
        if other:
            return other
        if record.headers.get("warc-segment-number", "1") != "1" or "warc-segment-total-length" in record.headers:
            raise Unreadable("it is a part of a page that was split over several records")
        body += record.read(LARGEST + 1 - len(body))
        if record.finish():
            raise Unreadable(record.problem)
        if len(body) > LARGEST:
            raise Unreadable("it is larger than any page is")
        return self._captured(_unpacked(body, answer), answer, record, url, origin)

    def _captured(self, body: bytes, answer: Answer, record: Record, url: str, origin: str) -> Page | Refusal:
        self.addresses.add(url)
        digest = hashlib.blake2b(body, digest_size=16).digest()
        before = self._seen.setdefault(url, set())
        if digest in before:
            return Refusal(origin, f"the same capture again, of {url}" if url else "the same page again")
        moment = "".join(filter(str.isdigit, record.headers.get("warc-date", "")))[:14]
        name = name_of(url) if url else f"{self._file.stem}-{record.number}"
        if before and moment:
            name = f"{name}-{moment}"
        before.add(digest)
        found = page_of(body, name, origin, declared=answer.charset)
        cut = record.headers.get("warc-truncated", "")
        if cut:
            found = replace(found, notes=(*found.notes, f"the crawler cut it off ({cut[:20]})"))
        if not found.meta.get("title") and self._titles.get(url):
            found = replace(found, meta={**found.meta, "title": self._titles[url]})
        return located(found, url)


def _answer(record: Record) -> tuple[Answer, bytes]:
    """The head of what was captured, and the bytes behind it that were read with it."""
    declared = record.headers.get("content-type", "")
    if record.kind == "resource" or not declared.lower().startswith("application/http"):
        return Answer(0, {}, *kind_of(declared)), b""
    data = record.read(HTTP_HEAD)
    status = STATUS.match(data)
    end = HEAD_END.search(data)
    if record.problem:
        raise Unreadable(record.problem)
    if status is None or end is None:
        raise Unreadable("what the server answered is no HTTP")
    headers: dict[str, str] = {}
    for line in data[: end.start()].decode("latin-1").split("\n")[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return Answer(int(status[1]), headers, *kind_of(headers.get("content-type", ""))), data[end.end() :]


def _other(answer: Answer, url: str, body: bytes) -> str:
    """What something that is no page is counted as; empty for a page."""
    if answer.status and not 200 <= answer.status < 300:
        return "redirects" if 300 <= answer.status < 400 else f"answers without a page (HTTP {answer.status})"
    try:
        if urlsplit(url).path == "/robots.txt":
            return "robots.txt"
    except ValueError:
        pass
    if answer.kind in MARKUP or (not answer.kind and LOOKS_HTML.match(body)):
        return ""
    for start, name in KINDS:
        if answer.kind.startswith(start):
            return name
    return "feeds and other XML" if answer.kind.endswith("xml") else "other contents"


def _unpacked(body: bytes, answer: Answer) -> bytes:
    """The page's own bytes; some archives have unpacked them already and left the head as it was."""
    if answer.headers.get("transfer-encoding", "").lower() == "chunked":
        body = unchunked(body)
    coding = answer.headers.get("content-encoding", "")
    if coding and not LOOKS_HTML.match(body):
        body = plain([body], coding)
    if not body.strip():
        raise Unreadable("the page is empty")
    return body
