"""The characters of a large file, a stretch at a time: its encoding is decided on its first bytes, then held to.

A small file is decoded whole. In a large one, a byte that does not fit the encoding ends the text there: what stood
before it has been read, and the reason says from which byte on nothing was.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator

from workbench.loaders.encoding import Decoded, decode
from workbench.loaders.files import File, size_of
from workbench.loaders.pages.text import encoding_note
from workbench.loaders.records import Unreadable

__all__ = ["LONGEST", "characters", "lines"]

FIRST = 4 * 2**20
"""Bytes on which the encoding is decided; a file of no more is decoded whole."""
CHUNK = 2**20
MOST = 2**32
"""Bytes of the largest table."""
LONGEST = 2**27
"""Characters of the longest line or row."""


def characters(file: File) -> tuple[Iterator[str], tuple[str, ...]]:
    """The text of a file in stretches, as they are asked for, and what the report says of its encoding.

    Raises
    ------
    Unreadable: the file is empty, cannot be opened, or its first bytes are no text. Once the stretches are under
        way: a byte belongs to no character, or there are too many of them.
    """
    head = _head(file)
    if not head.strip():
        raise Unreadable("it is empty")
    if len(head) <= FIRST:
        decoded = decode(head)
        if decoded.text is None:
            raise Unreadable(decoded.problem)
        return iter((decoded.text,)), encoding_note(decoded)
    decoded = _first(head[:FIRST])
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    marked = head.startswith(codecs.BOM_UTF8)
    return _stretches(file, "utf-8-sig" if marked else decoded.encoding), encoding_note(decoded)


def _head(file: File) -> bytes:
    with file.open() as stream:
        try:
            return stream.read(FIRST + 1)
        except OSError as error:
            raise Unreadable(f"it cannot be read: {error.strerror or error}") from error


def _first(head: bytes) -> Decoded:
    """The first bytes decoded; a character that is cut off at their end is no reason to doubt them."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        found = decode(head)
        return found if found.text is not None else decode(head[:-2])  # in UTF-16, half of a pair
    whole = len(head) - len(decoder.getstate()[0])
    return decode(head[:whole])


def _stretches(file: File, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    place = 0
    with file.open() as stream:
        while True:
            try:
                chunk = stream.read(CHUNK)
            except OSError as error:
                raise Unreadable(f"it cannot be read from byte {place} on: {error.strerror or error}") from error
            state = decoder.getstate()
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                good = error.start - len(state[0])
                decoder.setstate(state)
                yield decoder.decode(chunk[: max(good, 0)])
                bad = place + good
                raise Unreadable(
                    f"its first bytes are {encoding} and the byte at {bad} is not; nothing was read from there on"
                ) from error
            if text:
                yield text
            if not chunk:
                return
            place += len(chunk)
            if place > MOST:
                raise Unreadable(f"it is larger than {size_of(MOST)}; the rest of it was not read")


def lines(stretches: Iterable[str], *, end: str = "") -> Iterator[str]:
    r"""The lines of a text that comes in stretches, each with its end as it stands.

    Parameters
    ----------
    end: what ends a line; ``\n``, ``\r`` and ``\r\n`` where nothing is said.

    >>> list(lines(["a\r", "\nb", "c\n"])), list(lines(["a\rb\n"], end="\n"))
    (['a\r\n', 'bc\n'], ['a\rb\n'])

    Raises
    ------
    Unreadable: a line is too long; when the stretches are broken off, the line that was begun is lost with them.
    """
    begun: list[str] = []
    length = 0
    for stretch in stretches:
        if "\n" not in stretch and (end or ("\r" not in stretch and not _returned(begun))):
            begun.append(stretch)
            length += len(stretch)
            if length > LONGEST:
                raise Unreadable(f"a line of it is longer than {LONGEST} characters; nothing was read from there on")
            continue
        found = list(io.StringIO("".join([*begun, stretch]), newline=end))
        yield from found[:-1]
        begun, length = [found[-1]], len(found[-1])  # perhaps half of a line, or half of a line's end
    if begun and (last := "".join(begun)):
        yield from io.StringIO(last, newline=end)


def _returned(begun: list[str]) -> bool:
    return bool(begun) and begun[-1].endswith("\r")
