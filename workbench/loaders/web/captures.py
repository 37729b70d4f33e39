"""The records of a WARC file, one after the other, however large or broken the file is.

What a record says of its own length is checked against what follows it. A record that lies, is cut off or cannot be
unpacked is told as such, and the reading goes on at the next place where a record begins.
"""

from __future__ import annotations

import itertools
import re
import zlib
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from workbench.loaders.files import size_of
from workbench.loaders.records import Unreadable

__all__ = ["Damaged", "Record", "Records"]

PIECE = 2**16
"""Bytes that are read, or unpacked, at once."""
LONGEST_LINE = 2**16
MOST_LINES = 1000
BOMB = 500, 2**30
"""What unpacks to so many times its size, and to so many bytes, is made to fill a machine."""
MOST_RETURNS = 20
"""How often the reading goes back behind a record that lied about its length; then it only goes on."""
MEMBER = b"\x1f\x8b\x08"
START = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n")
INSIDE = re.compile(rb"\nWARC/[01]\.\d{1,2}[ \t]*\r?\n")
LONGEST_START = 32


class Damaged(Exception):  # noqa: N818
    """The file's bytes cannot be unpacked from here on; ``last`` where there is no use in looking for more."""

    def __init__(self, reason: str, *, last: bool = False) -> None:
        self.last = last
        super().__init__(reason)


class Unpacked:
    """The bytes of a WARC file, out of its gzip members where it has such, with a look ahead.

    A member that begins with a record is a border: nothing is read beyond it until ``cross`` is called.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._raw = stream.read(PIECE)
        self.packed = self._raw.startswith(MEMBER[:2])
        self._state: zlib._Decompress | None = None
        self._ready = bytearray() if self.packed else bytearray(self._raw)
        self._place = 0
        self._borders: deque[int] = deque()
        self._read = len(self._raw)
        self._given = 0
        self._fault: Damaged | None = None

    @property
    def place(self) -> int:
        """How many unpacked bytes were taken."""
        return self._place

    def peek(self, size: int) -> bytes:
        """The next bytes, up to ``size`` of them; fewer before a border, at the end, or before a fault."""
        while len(self._ready) < size and self._fault is None and not self._border_within(size):
            if not self._fill():
                break
        if self._border_within(size):
            size = self._borders[0] - self._place
        return bytes(self._ready[:size])

    def take(self, size: int) -> bytes:
        """As ``peek``, and they are gone; raises ``Damaged`` where a fault is all that is left."""
        data = self.peek(size)
        if not data and size and self._fault is not None and not self._border_within(size):
            raise self._fault
        del self._ready[: len(data)]
        self._place += len(data)
        return data

    def cross(self) -> None:
        """Step over the border that was reached."""
        while self._borders and self._borders[0] <= self._place:
            self._borders.popleft()

    def _border_within(self, size: int) -> bool:
        return bool(self._borders) and self._borders[0] < self._place + size

    def line(self) -> bytes:
        """The next line, end and all; raises ``Damaged`` where a fault is all that is left, or the line has no end."""
        size = 1024
        while True:
            data = self.peek(size)
            end = data.find(b"\n") + 1
            if end or len(data) < size:
                return self.take(end or len(data) or 1)
            if size >= LONGEST_LINE:
                raise Damaged("a line of its head is longer than any that is meant")
            size *= 2

    def _fill(self) -> bool:
        """More bytes to be ready; False where there are none."""
        try:
            if self.packed:
                return self._unpack()
            data = self._stream.read(PIECE)
        except Damaged as fault:
            self._fault = fault
            return False
        except Unreadable as problem:
            self._fault = Damaged(str(problem), last=True)
            return False
        except Exception as error:  # whatever a stream out of an archive says when it is broken
            self._fault = Damaged(f"it cannot be read further ({type(error).__name__})", last=True)
            return False
        self._ready += data
        return bool(data)

    def _more(self) -> bool:
        data = self._stream.read(PIECE)
        self._raw += data
        self._read += len(data)
        return bool(data)

    def _unpack(self) -> bool:
        """The next piece out of the members; True also where a member ended without giving any."""
        if self._state is None:
            return self._open()
        if not self._raw and not self._more():
            raise Damaged("the file was cut off in the middle of a record", last=True)
        try:
            out = self._state.decompress(self._raw, PIECE)
        except zlib.error as error:
            raise Damaged("its packed bytes are broken") from error
        self._raw = self._state.unused_data if self._state.eof else self._state.unconsumed_tail
        if self._state.eof:
            self._state = None
        self._ready += out
        self._given += len(out)
        if self._given > BOMB[1] and self._given > BOMB[0] * self._read:
            raise Damaged(f"it unpacks to {size_of(self._given)} and more, {BOMB[0]} times what it takes", last=True)
        return True

    def _open(self) -> bool:
        """The next member; False at the end of the file."""
        while not self._raw.strip(b"\x00"):  # padding
            self._raw = b""
            if not self._more():
                return False
        self._raw = self._raw.lstrip(b"\x00")
        while len(self._raw) < 3 and self._more():
            pass
        if not self._raw.startswith(MEMBER):
            raise Damaged("something stands between its records that is none")
        if self._begins():
            self._borders.append(self._place + len(self._ready))
        self._state = zlib.decompressobj(zlib.MAX_WBITS + 16)
        return True

    def _begins(self) -> bool:
        """Whether the member at hand begins with a record."""
        if len(self._raw) < 1024:
            self._more()
        try:
            return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(self._raw[:4096], 5) == b"WARC/"
        except zlib.error:
            return False

    def recover(self) -> bool:
        """Go on behind a fault, at the next member that begins with a record; False where there is none."""
        if self._fault is None or self._fault.last or not self.packed:
            return False
        self._place += len(self._ready)
        self._ready.clear()
        self._borders.clear()
        self._state = None
        start = 1
        while True:
            found = self._raw.find(MEMBER, start)
            if found >= 0:
                self._raw, start = self._raw[found:], 1
                if self._begins():
                    self._fault = None
                    return True
            else:
                self._raw, start = self._raw[-2:], 0
                if not self._more():
                    return False

    def go_back(self, place: int) -> bool:
        """Go back to a place that was passed, where the file lets itself be read twice."""
        if self.packed or not self._stream.seekable():
            return False
        self._stream.seek(place)
        self._ready.clear()
        self._place, self._fault = place, None
        return True

    def find_record(self) -> bool:
        """Pass over what is no record, up to where one begins; False where there is none."""
        self.cross()
        first = True
        while True:
            data = self.peek(PIECE)
            found = INSIDE.search(data)
            if first and START.match(data):
                return True
            if found:
                self.take(found.start() + 1)
                return True
            if self.at_border(len(data)):
                self.take(len(data))
                self.cross()
                return True
            if len(data) < PIECE:
                self._place += len(data)
                self._ready.clear()
                return self.recover()
            self.take(len(data) - LONGEST_START)
            first = False

    def at_border(self, ahead: int = 0) -> bool:
        """Whether a member that begins with a record begins here, or so many bytes from here."""
        return bool(self._borders) and self._borders[0] == self._place + ahead


class Record:
    """One record: what its head says, and its block, to be read once.

    Parameters
    ----------
    number: its place in the file, counted from 1.
    headers: the fields of its head, their names in small letters.
    problem: why it cannot be trusted, known for good once ``finish`` was called.
    """

    def __init__(self, number: int, source: Unpacked, *, problem: str = "") -> None:
        self.number = number
        self.headers: dict[str, str] = {}
        self.problem = problem
        self._source = source
        self.place = source.place
        self._length = self._left = 0

    @property
    def kind(self) -> str:
        """``response``, ``request``, ``revisit`` and so on."""
        return self.headers.get("warc-type", "").lower()

    def open(self, headers: dict[str, str]) -> Record:
        """The record, its head read and its block next."""
        self.headers = headers
        self.place = self._source.place
        stated = headers.get("content-length", "")
        if stated.isascii() and stated.isdigit() and len(stated) < 16:
            self._length = self._left = int(stated)
        else:
            self.problem = "its head does not say how long it is"
        return self

    def read(self, most: int) -> bytes:
        """Up to ``most`` bytes of the block that were not read yet; fewer where there are no more."""
        parts: list[bytes] = []
        try:
            while most > 0 and not self.problem and (data := self._source.take(min(PIECE, self._left, most))):
                parts.append(data)
                self._left -= len(data)
                most -= len(data)
        except Damaged as fault:
            self.problem = str(fault)
        return b"".join(parts)

    def finish(self) -> str:
        """Pass over the rest of the block; what is wrong with the record, if anything is."""
        while self._left and self.read(PIECE):
            pass
        if not self.problem and self._left:
            self.problem = f"{self._left} of its {self._length} bytes are missing: it was cut off, or lies"
        if not self.problem:
            behind = self._source.peek(64).lstrip(b"\r\n\t ")
            if behind and not START.match(behind):
                self.problem = "it is not as long as it says"
        return self.problem


class Records:
    """The records of a stream, in order. Each must be done with before the next is asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._source = Unpacked(stream)
        self._returns = 0

    def __iter__(self) -> Iterator[Record]:
        for number in itertools.count(1):
            record = self._next(number)
            if record is None:
                return
            yield record
            if record.finish() and not self._go_on(record):
                return

    def _go_on(self, record: Record) -> bool:
        """Find the next record behind one that is broken, or inside it, where it swallowed what came after it."""
        if record.headers and self._returns < MOST_RETURNS and self._source.go_back(record.place):
            self._returns += 1
        return self._source.find_record()

    def _next(self, number: int) -> Record | None:
        source = self._source
        try:
            line = self._first_line()
            if not line:
                return None
            record = Record(number, source)
            if not START.match(line):
                record.problem = f"it is no record: it begins with {line[:40]!r}"
                return record
            headers = self._headers()
            if headers is None:
                record.problem = "it was cut off in its head"
                return record
            return record.open(headers)
        except Damaged as fault:
            return Record(number, source, problem=str(fault))

    def _first_line(self) -> bytes:
        while True:
            self._source.cross()
            line = self._source.line()
            if line.strip():
                return line
            if not line and not self._source.at_border():
                return b""

    def _headers(self) -> dict[str, str] | None:
        """The fields of a head; None where it has no end."""
        fields: list[list[str]] = []
        for _ in range(MOST_LINES):
            raw = self._source.line()
            if not raw.strip():
                return {parts[0]: " ".join(parts[1:]).strip() for parts in reversed(fields)} if raw else None
            line = raw.decode("utf-8", "replace")
            if line[0] in " \t" and fields:
                fields[-1].append(line.strip())
            else:
                name, _, value = line.partition(":")
                fields.append([name.strip().lower(), value.strip()])
        raise Damaged("its head has more lines than any that is meant")
