"""A file to read: on disk or inside an archive, whole or as a stream, never more of it than is safe."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from workbench.loaders.records import Unreadable

__all__ = ["LARGEST", "File", "bounded", "size_of"]

LARGEST = 128 * 2**20
"""Bytes from which a file is not read whole: no page is that long. Tables and archives are read piece by piece."""
CHUNK = 2**20


class File:
    """A file, its name in the report, and its bytes when they are asked for.

    Parameters
    ----------
    origin: its name in the report.
    path: where it is on disk; None inside an archive.
    data: its bytes, where they are at hand already.
    member: opens it anew inside its archive, where it is in one.
    name: its own name with its ending, where neither path nor origin tells.
    """

    def __init__(
        self,
        origin: str,
        path: Path | None = None,
        *,
        data: bytes | None = None,
        member: Callable[[], BinaryIO] | None = None,
        name: str = "",
    ) -> None:
        self.origin = origin
        self.path = path
        self.name = name or (path.name if path is not None else PurePosixPath(origin).name)
        self._data = data
        self._member = member

    @property
    def stem(self) -> str:
        """Its name without the last ending: what an article's id is made of."""
        return PurePosixPath(self.name).stem or self.name

    @property
    def suffix(self) -> str:
        """Its last ending, in small letters, with the dot."""
        return PurePosixPath(self.name).suffix.lower()

    def open(self) -> BinaryIO:
        """Its bytes as a stream, from the start. The caller closes it.

        Raises
        ------
        Unreadable: it cannot be opened.
        """
        try:
            if self._data is not None:
                return io.BytesIO(self._data)
            if self._member is not None:
                return self._member()
            if self.path is None:
                raise Unreadable("it is nowhere to be read")
            return _opened(self.path)
        except OSError as error:
            raise Unreadable(f"it cannot be opened: {error.strerror or error}") from error

    def data(self, *, most: int = LARGEST) -> bytes:
        """All of its bytes.

        Raises
        ------
        Unreadable: it cannot be opened, is empty, or has more than ``most`` bytes.
        """
        with self.open() as stream:
            try:
                data = bounded(stream, most)
            except OSError as error:
                raise Unreadable(f"it cannot be read: {error.strerror or error}") from error
        if not data.strip():
            raise Unreadable("it is empty")
        return data

    def head(self, size: int = 4096) -> bytes:
        """Its first bytes; none where it cannot be opened."""
        try:
            with self.open() as stream:
                return stream.read(size)
        except (OSError, Unreadable):
            return b""

    def digest(self) -> str:
        """The SHA-256 of its bytes, in hex."""
        state = hashlib.sha256()
        with self.open() as stream:
            while chunk := stream.read(CHUNK):
                state.update(chunk)
        return state.hexdigest()


def _opened(path: Path) -> BinaryIO:
    """The stream of a file of data; a pipe may never begin, and a device never end."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unreadable("it is no file with a content of its own: a folder, a pipe or a device")
    return os.fdopen(handle, "rb")


def bounded(stream: BinaryIO, most: int = LARGEST) -> bytes:
    """All that a stream gives, however little its header promised.

    Raises
    ------
    Unreadable: it gives more than ``most`` bytes.
    """
    parts: list[bytes] = []
    total = 0
    while chunk := stream.read(CHUNK):
        parts.append(chunk)
        total += len(chunk)
        if total > most:
            raise Unreadable(f"it is larger than {size_of(most)}, and no page is")
    return b"".join(parts)


def size_of(count: int) -> str:
    """Bytes in words.

    >>> size_of(128 * 2**20), size_of(900)
    ('128 MB', '900 bytes')
    """
    for unit, size in (("GB", 2**30), ("MB", 2**20), ("kB", 2**10)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} bytes"
