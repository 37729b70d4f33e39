"""``.doc`` and ``.xls``: what newer programs wrote under these old endings, and the refusal of the old formats.

Press archives and web forms call RTF, HTML and tables of text ``.doc`` and ``.xls``, since Word and Excel open them.
These are read as what they are. The real formats of before 2007 are refused: no small library reads them well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workbench.loaders.files import File
from workbench.loaders.records import Piece, Unreadable

__all__ = ["SIGNATURE", "read"]

SIGNATURE = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""The first bytes of the files of Office before 2007, and of Office files with a password."""
MAIL = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:MIME-Version|From|Content-Type):", re.IGNORECASE)
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b.{0,400}?<\?mso-application", re.IGNORECASE | re.DOTALL)
LOCKED = "EncryptedPackage".encode("utf-16-le")
INSIDE = (
    (LOCKED, "it needs a password; open it in Office and save it without one"),
    ("WordDocument".encode("utf-16-le"), "it is a Word file of before 2007; open it in Word and save it as .docx"),
    ("Workbook".encode("utf-16-le"), "it is an Excel file of before 2007; open it in Excel and save it as .xlsx"),
    ("PowerPoint".encode("utf-16-le"), "it is a presentation of before 2007, and no article; save its text as .docx"),
)


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of what the file really is.

    Raises
    ------
    Unreadable: it is a file of Office before 2007, or nothing that is read here.
    """
    from workbench.loaders import formats
    from workbench.loaders.pages import html

    head = file.head()
    if SIGNATURE.match(head):
        data = file.data()
        raise Unreadable(
            next((why for name, why in INSIDE if name in data), "it is a file of Office before 2007; save it as .docx")
        )
    if XML.match(head):
        raise Unreadable("it is XML of Office 2003; open it in Office and save it as .docx or .xlsx")
    if formats.HTML_HEAD.match(head):
        yield from html.read(file, columns)
        return
    other = ".mht" if MAIL.match(head) else {".xls": ".csv"}.get(file.suffix, ".txt")
    reader = formats.READERS.get(other)
    if reader is None:
        raise Unreadable(f"it is a file of the kind {other}, which no loader reads")
    yield from reader(file, columns)
