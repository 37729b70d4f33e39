"""Small files beside a corpus: in its folder, or with the corpus itself as long as that has no folder.

A file is changed by one at a time, whole or not at all: two notebooks on one folder wait for each other.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.errors import WorkbenchError

__all__ = ["EDITS", "EVIDENCE", "FILES", "JUDGEMENTS", "change", "read", "write"]

EDITS = "entity-edits.csv"
"""What a researcher has corrected in the entities."""
JUDGEMENTS = "quote-judgements.csv"
"""What coders have said of the quotations."""
EVIDENCE = "riwaya-evidence.json"
"""What was pinned in the views: in the folder of the notebook, which may be that of the pages."""
FILES = (EDITS, JUDGEMENTS)
"""All that a saved corpus takes along."""
WAIT = 5.0
"""Seconds that one waits for another who changes a file in the same folder."""

Change = Callable[[bytes | None], bytes | None]


def read(path: Path) -> bytes | None:
    """What is in a file; None where there is none.

    Raises
    ------
    WorkbenchError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorkbenchError(
            f"{str(path)!r} cannot be read: {error.strerror or error}.",
            code="not_read",
            file=path.name,
            why=str(error.strerror or error),
        ) from error


def change(path: Path, made: Change) -> None:
    """Put in place of what is in a file (None: there is none) what ``made`` makes of it, with nobody in between.

    Raises
    ------
    WorkbenchError: it cannot be written, or somebody else has been writing there for too long; the file is as it was.
    """
    try:
        with _alone(path.parent):
            old = read(path)
            new = made(old)
            if new != old:
                write(path, new)
    except (OSError, ValueError) as error:
        why = str(getattr(error, "strerror", None) or error)
        raise WorkbenchError(
            f"{str(path)!r} cannot be written: {why}.",
            hint="name another file.",
            code="not_written",
            file=path.name,
            why=why,
        ) from error


def write(path: Path, content: bytes | None) -> None:
    """Write a file in one step, over what is there; None: there is none any more."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)  # noqa: PTH105 - one step, over what is there
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While nobody else changes a file in a folder; where no file system tells, as if nobody did.

    Raises
    ------
    WorkbenchError: somebody else has held it for too long.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        last = time.monotonic() + WAIT
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > last:
                    raise WorkbenchError(
                        f"something else is writing to {str(folder)!r}.",
                        hint="wait for its end, then do it again.",
                        code="busy",
                        folder=folder.name,
                    ) from error
                time.sleep(0.05)
            except OSError:  # a file system that holds nothing for anybody
                break
        yield
    finally:
        with suppress(OSError):
            os.close(handle)
