"""Pages saved as plain text, ``.txt`` and ``.md``, and the exports of archives that are text too (``exports``).

A page's text is the decoded file, line ends and all; an exported article's is its own stretch of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.loaders import exports
from workbench.loaders.encoding import Decoded, decode
from workbench.loaders.files import File
from workbench.loaders.records import Page, Piece, Unreadable

__all__ = ["encoding_note", "read"]


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that a text file is, or the articles of an export."""
    decoded = decode(file.data())
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    notes = encoding_note(decoded)
    exported = exports.articles(decoded.text, file.stem, file.origin, notes)
    if exported is None:
        yield Page(file.stem, file.origin, decoded.text, notes=notes)
    else:
        yield from exported


def encoding_note(decoded: Decoded) -> tuple[str, ...]:
    """What the report says of an encoding: nothing for UTF-8."""
    if decoded.encoding == "utf-8":
        return ()
    return (f"read as {decoded.encoding}" + (", which is a guess: look at its letters" if decoded.guess else ""),)
