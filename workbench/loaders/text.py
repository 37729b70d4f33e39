"""Pages saved as plain text: ``.txt`` and ``.md``. The article's text is the decoded file, line ends and all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.loaders.encoding import Decoded, decode
from workbench.loaders.records import Page, Piece, Unreadable

__all__ = ["encoding_note", "read", "read_bytes"]


def read(path: Path, origin: str, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that a text file is."""
    decoded = decode(read_bytes(path))
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    yield Page(path.stem, origin, decoded.text, notes=encoding_note(decoded))


def read_bytes(path: Path) -> bytes:
    """A file's bytes, or the reason why it has none to give."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"it cannot be opened: {error.strerror or error}") from error
    if not data.strip():
        raise Unreadable("it is empty")
    return data


def encoding_note(decoded: Decoded) -> tuple[str, ...]:
    """What the report says of an encoding: nothing for UTF-8."""
    if decoded.encoding == "utf-8":
        return ()
    return (f"read as {decoded.encoding}" + (", which is a guess: look at its letters" if decoded.guess else ""),)
