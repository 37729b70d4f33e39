"""Pages saved as one MIME file, ``.mht`` and ``.mhtml``: by Chrome and Edge, Internet Explorer, Word and Outlook.

The part that is the page itself is read, as ``html.py`` reads any page; its pictures, styles and frames are not. The
date in the file's head is that on which the page was saved, and says nothing about the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.loaders.files import File
from workbench.loaders.pages.html import page_of
from workbench.loaders.pages.located import located
from workbench.loaders.records import Page, Piece, Unreadable

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["SIGNATURE", "read"]

MOST_PARTS = 20_000
DEEPEST = 40
"""Parts within parts: a saved page has two, a forwarded message some more."""
MARKUP = ("text/html", "application/xhtml+xml")
SIGNATURE = re.compile(
    rb"From:[^\n]{0,40}<?Saved by (?:Blink|WebKit|(?:Windows|Microsoft) Internet Explorer)", re.IGNORECASE
)
"""How the files of browsers begin, whatever they are named."""
WEB = re.compile(r"https?://\S+", re.IGNORECASE)
END = re.compile(rb"</html\s*>", re.IGNORECASE)
BOUNDARY = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that a saved MIME file is.

    Raises
    ------
    Unreadable: it is no such file, holds no page, or the page in it is cut off or cannot be unpacked.
    """
    data = file.data()
    if len(BOUNDARY.findall(data)) > DEEPEST:
        raise Unreadable("its parts are nested too deep for any page that was saved")
    message = _parsed(data)
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in MARKUP]
    root = _start(message, parts) or next(iter(pages), None)
    if root is None:
        raise Unreadable(f"it holds no HTML page ({_kinds(parts)})")
    markup = _payload(root)
    cut = any(
        type(defect).__name__ == "CloseBoundaryNotFoundDefect" for one in message.walk() for defect in one.defects
    )
    if cut and root is parts[-1] and not END.search(markup[-4096:]):
        raise Unreadable("it was cut off in the middle of the page")
    found = page_of(markup, file.stem, file.origin, declared=root.get_content_charset() or "")
    notes = found.notes
    if cut:
        notes = (*notes, "the file was cut off behind the page")
    if str(message.epilogue or "").strip():
        notes = (*notes, "what stands behind its last part is not read")
    if len(pages) > 1:
        notes = (*notes, f"frames in it that are not read: {len(pages) - 1}")
    yield located(replace(_titled(found, message), notes=notes), _address(message, root))


def _parsed(data: bytes) -> Message:
    """The parts of the file, by the older of email's two policies: the newer parses headers, at length, as it goes."""
    from email import message_from_bytes
    from email.policy import compat32

    message = message_from_bytes(data.lstrip(), policy=compat32)
    if not message.get("Content-Type"):
        raise Unreadable("it is no MIME file: its head names no kind of content")
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        raise Unreadable(f"it has more than {MOST_PARTS} parts, as no saved page has")
    return message


def _start(message: Message, parts: list[Message]) -> Message | None:
    """The part that ``start=`` of multipart/related names, where it is a page."""
    wanted = message.get_param("start")
    if message.get_content_type() != "multipart/related" or not isinstance(wanted, str):
        return None
    same = (part for part in parts if _header(part, "Content-ID").strip("<> ") == wanted.strip("<> "))
    return next((part for part in same if part.get_content_type() in MARKUP), None)


def _cut(part: Message) -> bool:
    """Whether a part of parts ends before its last boundary."""
    return any(type(defect).__name__ == "CloseBoundaryNotFoundDefect" for defect in part.defects)


def _payload(part: Message) -> bytes:
    """The bytes of a part, unpacked."""
    payload = part.get_payload(decode=True)
    wrong = [type(defect).__name__ for defect in part.defects if "Base64" in type(defect).__name__]
    if wrong or not isinstance(payload, bytes):
        raise Unreadable("the page in it is broken: it is no base64, as it says it is")
    if not payload.strip():
        raise Unreadable("the page in it is empty")
    return payload


def _address(message: Message, root: Message) -> str:
    """Where the page stood on the web, as the part or the file says; empty where it came from a disk."""
    said = (_header(root, "Content-Location"), _header(message, "Snapshot-Content-Location"))
    told = (*said, _header(message, "Content-Location"), _header(message, "Content-Base"))
    return next((one for one in told if WEB.fullmatch(one)), "")


def _titled(page: Page, message: Message) -> Page:
    """The page, with the file's subject as title where it has none itself."""
    from email.header import decode_header, make_header

    if page.meta.get("title"):
        return page
    try:
        subject = str(make_header(decode_header(_header(message, "Subject")[:2000])))
    except (LookupError, ValueError):
        return page
    return replace(page, meta={**page.meta, "title": subject}) if subject.strip() else page


def _header(part: Message, name: str) -> str:
    """A header's value on one line, its folded parts joined as they were: addresses have no spaces."""
    value = str(part.get(name, ""))
    return re.sub(r"\r?\n[ \t]*", " " if name == "Subject" else "", value).strip()


def _kinds(parts: list[Message]) -> str:
    kinds = sorted({part.get_content_type() for part in parts})
    return ", ".join(kinds[:4]) + (" ..." if len(kinds) > 4 else "")
