"""Zip files opened with care: what is packed in them comes out piece by piece, and never more of it than is safe.

A zip file says itself how long its list of members is, how many bytes each unpacks to and where it starts. All of
that can be a lie, so it is checked before it is believed, and what comes out is counted as it comes. Markup of a
hundred similar lines packs well (20:1 is common), and nothing that is written for readers comes near 200:1.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from workbench.loaders.files import LARGEST, File, bounded, size_of
from workbench.loaders.records import Unreadable

__all__ = ["MEMBERS", "TOTAL", "Allowance", "guarded", "member", "opened", "unpacked"]

MEMBERS = 200_000
"""The most members of an archive, those of the archives in it included."""
TOTAL = 4 * 2**30
"""The most bytes that come out of an archive and the archives in it."""
LIST = 64 * 2**20
"""The most bytes of a list of members."""
HONEST = 32 * 2**20
"""Bytes up to which nobody asks how well a member was packed."""
RATIO = 200
"""Beyond those, how many times its packed size it may unpack to."""
END = b"PK\x05\x06"
END_64 = b"PK\x06\x06"
FIRST_WORDS = 4096
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    NotImplementedError,
)


class Allowance:
    """What may still come out of an archive and of the archives in it, however often they are opened."""

    def __init__(self, *, total: int = TOTAL, members: int = MEMBERS) -> None:
        self.left = total
        self.members = members

    def spend(self, count: int) -> None:
        """Count bytes that came out.

        Raises
        ------
        Unreadable: it is more than is left.
        """
        self.left -= count
        if self.left < 0:
            raise Unreadable(f"more than {size_of(TOTAL)} come out of its archive; unpack that into a folder")


class Guarded(io.RawIOBase):
    """A stream of unpacked bytes that stops where its archive turns out damaged, or a bomb."""

    def __init__(self, inner: Any, packed: Callable[[], int], allowance: Allowance, below: BinaryIO | None) -> None:
        super().__init__()
        self._inner = inner
        self._below = below
        self._packed = packed
        self._allowance = allowance
        self._given = 0

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True: going back unpacks again from the start."""
        return True

    def tell(self) -> int:
        """Where it is."""
        return int(self._inner.tell())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go somewhere else."""
        try:
            return int(self._inner.seek(offset, whence))
        except DAMAGE as error:
            raise Unreadable(_damaged(error)) from error

    def readinto(self, buffer: Any, /) -> int:
        """The next bytes, into a buffer, and how many."""
        try:
            data = self._inner.read(len(buffer))
        except DAMAGE as error:
            raise Unreadable(_damaged(error)) from error
        self._given += len(data)
        self._allowance.spend(len(data))
        if self._given > HONEST and self._given > RATIO * max(1, self._packed()):
            raise Unreadable(
                f"it unpacks to more than {RATIO} times its size, as nothing does that is meant to be read"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close it, and what it reads from."""
        if not self.closed:
            self._inner.close()
            if self._below is not None:
                self._below.close()
        super().close()


def guarded(inner: Any, packed: Callable[[], int], allowance: Allowance, *, below: BinaryIO | None = None) -> BinaryIO:
    """A stream that unpacks as its archive allows.

    Parameters
    ----------
    inner: gives the unpacked bytes.
    packed: tells how many packed bytes went into it so far.
    below: what the packed bytes come from, where it is to be closed with the stream.
    """
    return cast("BinaryIO", io.BufferedReader(Guarded(inner, packed, allowance, below), 2**16))


class Opened(zipfile.ZipFile):
    """A zip file that closes the stream that it reads from."""

    def __init__(self, stream: BinaryIO) -> None:
        self._below = stream
        super().__init__(stream)

    def close(self) -> None:
        """Close it, and its stream."""
        super().close()
        self._below.close()


class Zip(zipfile.ZipFile):
    """A zip file that closes the stream that it is read from with itself."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        super().__init__(stream)

    def close(self) -> None:
        """Close it, and the stream."""
        super().close()
        self._stream.close()


def opened(file: File) -> zipfile.ZipFile:
    """A zip file, its list of members read. The caller closes it.

    Raises
    ------
    Unreadable: it is none, is damaged or cut short, or lists more members than is safe.
    """
    stream = file.open()
    try:
        _check_list(stream)
        archive = Zip(stream)
    except DAMAGE as error:
        stream.close()
        raise Unreadable(f"it is a zip file that is damaged or cut short ({error})") from error
    except Unreadable:
        stream.close()
        raise
    if len(archive.filelist) > MEMBERS:
        archive.close()
        raise Unreadable(_too_many(len(archive.filelist)))
    return archive


def _check_list(stream: BinaryIO) -> None:
    """Refuse a list of members that would fill the memory, before zipfile reads it."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 2**16 - 200))
    tail = stream.read()
    stream.seek(0)
    place = tail.rfind(END)
    if place < 0 or len(tail) < place + 22:
        return
    length = struct.unpack_from("<I", tail, place + 12)[0]
    place_64 = tail.rfind(END_64, 0, place)
    if length == 0xFFFFFFFF and place_64 >= 0 and len(tail) >= place_64 + 56:
        length = struct.unpack_from("<Q", tail, place_64 + 40)[0]
    if LIST < length < size:
        raise Unreadable(f"its list of members alone has {size_of(length)}; no archive of pages needs that")


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> BinaryIO:
    """One member of a zip file as a stream.

    Raises
    ------
    Unreadable: it needs a password, or is packed in a way that is not known here, or is damaged.
    """
    if info.flag_bits & 0x41:
        raise Unreadable("it is encrypted; unpack the archive with its password and load the folder")
    try:
        inner = archive.open(info)
    except NotImplementedError as error:
        raise Unreadable(f"it is packed in a way that is not known here ({error})") from error
    except DAMAGE as error:
        raise Unreadable(_damaged(error)) from error
    return guarded(inner, lambda: info.compress_size, allowance)


def unpacked(archive: zipfile.ZipFile, name: str, allowance: Allowance, *, most: int = LARGEST) -> bytes | None:
    """All bytes of the member of this name; None where there is none.

    Raises
    ------
    Unreadable: it cannot be unpacked, or unpacks to more than ``most`` bytes.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    with member(archive, info, allowance) as stream:
        return bounded(stream, most)


def _damaged(error: Exception) -> str:
    return f"it is damaged inside its archive ({error or type(error).__name__})"


def _too_many(count: int) -> str:
    return f"it has {count:,} members, and {MEMBERS:,} are the most that are read; unpack it into folders"
