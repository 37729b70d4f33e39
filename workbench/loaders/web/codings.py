"""What a server says of a body, and what it did to it on its way: its kind, its chunks, its compression; all bounded.

A body that ends before its own end is told, not shown as if it were whole: half of an article reads like one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from workbench.loaders.files import LARGEST, size_of
from workbench.loaders.records import Unreadable

__all__ = ["kind_of", "plain", "unchunked"]

PIECE = 2**16
"""Bytes that are unpacked at once."""
LONGEST_LINE = 4096
"""Bytes of the line that tells a chunk's length."""


def kind_of(content_type: str) -> tuple[str, str]:
    """The kind of a content, in small letters, and its encoding.

    >>> kind_of('Text/HTML; charset="windows-1256"')
    ('text/html', 'windows-1256')
    """
    kind, *parameters = content_type.lower().split(";")
    charset = next((one.split("=", 1)[1] for one in parameters if one.strip().startswith("charset=")), "")
    return kind.strip(), charset.strip("\"' ")


def plain(pieces: Iterable[bytes], coding: str, *, most: int = LARGEST) -> bytes:
    """A body without its ``Content-Encoding``.

    Parameters
    ----------
    pieces: the body as it came.
    coding: the header's value, such as ``gzip``; empty for none, several with commas between them.
    most: bytes of the body before it is packed, and at every step of its unpacking.

    Raises
    ------
    Unreadable: it is packed in a way that is not known, broken, cut off, or larger than ``most`` bytes.

    >>> plain([zlib.compress("قال".encode())], "deflate").decode()
    'قال'
    """
    names = [name for name in (part.strip().lower() for part in coding.split(",")) if name not in ("", "identity")]
    if len(names) > 3:
        raise Unreadable(f"it is packed {len(names)} times over, as no page is")
    for name in reversed(names):
        pieces = _unpacked(_bounded(pieces, most), name)
    return b"".join(_bounded(pieces, most))


def _bounded(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            raise Unreadable(f"it is larger than {size_of(most)}, and no page is")
        yield piece


class _Unpacker(Protocol):
    """Unpacks a stream piece by piece, never more than about ``PIECE`` bytes at once."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""
        ...

    def whole(self) -> bool:
        """Whether the packed stream has come to its own end."""
        ...


def _unpacked(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    unpacker = _unpacker(name)
    for piece in pieces:
        yield from unpacker.feed(piece)
    if not unpacker.whole():
        raise Unreadable(f"it is packed with {name} and was cut off")


def _unpacker(name: str) -> _Unpacker:
    if name in ("gzip", "x-gzip", "deflate"):
        return _Zlib(name)
    if name == "br":
        return _Brotli()
    raise Unreadable(f"it is packed with {name[:40]!r}, which cannot be unpacked")


class _Zlib:
    """gzip with any number of members, and both things that servers call deflate."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bits = zlib.MAX_WBITS + 16 if name != "deflate" else zlib.MAX_WBITS
        self._state = zlib.decompressobj(self._bits)
        self._begun = self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._ended:
                if not data.startswith(b"\x1f\x8b") or self._name == "deflate":
                    return  # servers pad; what isn't packed is no part of the body
                self._state, self._ended = zlib.decompressobj(self._bits), False
            try:
                out = self._state.decompress(data, PIECE)
            except zlib.error as error:
                if self._begun or self._name != "deflate":
                    raise Unreadable(f"it is packed with {self._name} and broken") from error
                self._state = zlib.decompressobj(-zlib.MAX_WBITS)
                self._begun = True
                continue
            self._begun = True
            if out:
                yield out
            self._ended = self._state.eof
            data = self._state.unused_data if self._ended else self._state.unconsumed_tail
            if not out and not data and not self._ended:
                return

    def whole(self) -> bool:
        return self._ended or not self._begun


class _Brotli:
    def __init__(self) -> None:
        try:
            import brotli
        except ImportError:
            raise Unreadable("it is packed with brotli; to read it: pip install brotli") from None
        self._error: type[Exception] = brotli.error
        self._state: Any = brotli.Decompressor()
        if not hasattr(self._state, "can_accept_more_data"):
            raise Unreadable("it is packed with brotli; to read it safely: pip install 'brotli>=1.2'")

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            out = self._state.process(data, output_buffer_limit=PIECE)
            while out:
                yield out
                out = b"" if self._state.is_finished() else self._state.process(b"", output_buffer_limit=PIECE)
        except self._error as error:
            raise Unreadable("it is packed with br and broken") from error

    def whole(self) -> bool:
        return bool(self._state.is_finished())


def unchunked(body: bytes) -> bytes:
    r"""A body without the lengths of ``Transfer-Encoding: chunked``; as it is where an archive has taken them out.

    Raises
    ------
    Unreadable: it begins as chunks and does not end as such.

    >>> unchunked(b"4\r\nnews\r\n0\r\n\r\n"), unchunked(b"<html>")
    (b'news', b'<html>')
    """
    parts: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place, place + LONGEST_LINE)
        size = _size(body[place:end]) if end >= 0 else None
        if size is None:
            if not parts:
                return body
            raise Unreadable("it came in chunks and was cut off")
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        place = end + 2 + size
        if len(parts[-1]) < size or body[place : place + 2] != b"\r\n":
            raise Unreadable("it came in chunks and was cut off")
        place += 2


def _size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    if not digits or len(digits) > 16 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)
