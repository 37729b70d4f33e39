"""A corpus that is kept on disk while it is loaded: what it holds already is not read again.

What was read goes to the folder in parts, as it is read, so that even a machine that is switched off costs only the
last of them. A file is taken from there when it has the size and the time of change that it had when it was read,
and the corpus was made by this version with the same options; an address, when it was fetched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from workbench.corpus import Article, Corpus, ReportRow
from workbench.corpus.saved import Part, Store, unwritable
from workbench.errors import LoadError
from workbench.loaders.crew import Done
from workbench.loaders.making import Made, Outcome
from workbench.loaders.records import Refusal

__all__ = ["Keeper", "keeping"]

PIECES = 2_000
"""Articles and refusals that are read between one writing and the next: a file may hold one, or thousands."""


class Keeper:
    """The folder in which a corpus is kept while it is loaded.

    Raises
    ------
    WorkbenchError: the folder holds something else.
    LoadError: the corpus in it cannot be read.
    """

    def __init__(self, folder: Path, options: Mapping[str, Any]) -> None:
        self.folder = folder
        self.options = dict(options)
        self._store = Store(folder)
        self._known: dict[str, Done] = {}
        self._read = Part([], [], [])
        self._reading: dict[str, Part] = {}
        if self._store.made_with(self.options):
            for part in self._store.parts():
                self._remember(part)
        else:
            self._store.forget()

    def _remember(self, part: Part) -> None:
        articles = {article.id: article for article in part.articles}
        outcomes: dict[str, list[Outcome]] = {file.file: [] for file in part.files}
        for row in part.rows:
            if row.input in outcomes:
                outcomes[row.input].append(_outcome(row, articles))
        for file in part.files:
            if len(outcomes[file.file]) == file.rows:
                self._known[file.path] = Done(tuple(outcomes[file.file]), file, file.file)

    def known(self, path: str) -> Done | None:
        """What became of a file or address, where it is as it was when it was read."""
        done = self._known.get(path)
        return done if done is not None and done.file is not None and done.file.state == "same" else None

    def add(self, articles: Sequence[Article], rows: Sequence[ReportRow], done: Done) -> None:
        """Take in what was read of a file; write now and then, always whole files."""
        if not done.input or (done.file is not None and done.file.path in self._known):
            return  # a frame is read anew each time, and what is known is there
        reading = self._reading.setdefault(done.input, Part([], [], []))
        reading.articles.extend(articles)
        reading.rows.extend(rows)
        if done.file is None:
            return
        self._read.articles.extend(reading.articles)
        self._read.rows.extend(reading.rows)
        self._read.files.append(done.file)
        del self._reading[done.input]
        if len(self._read.rows) >= PIECES:
            self.write()

    def write(self) -> None:
        """Write the files that have not been written yet.

        Raises
        ------
        WorkbenchError: they cannot be written; what was written before stays.
        """
        if self._read.files:
            try:
                self._store.append(self._read, options=self.options)
            except OSError as error:
                raise unwritable(self.folder, error) from error
            self._read = Part([], [], [])

    def finish(self, corpus: Corpus) -> None:
        """Write the whole corpus in place of its parts; nothing where it is there already.

        Raises
        ------
        WorkbenchError: it cannot be written; its parts stay.
        """
        done = self._store.manifest
        if not (done["complete"] and done["digest"] == corpus.digest and done["rows"] == len(corpus.report)):
            part = Part(list(corpus), corpus.report.rows, corpus.report.files)
            try:
                self._store.replace(part, options=self.options, digest=corpus.digest)
            except OSError as error:
                raise unwritable(self.folder, error) from error


@contextmanager
def keeping(folder: str | os.PathLike[str] | None, options: Mapping[str, Any]) -> Iterator[Keeper | None]:
    """The keeper of a folder in which no other load keeps its corpus meanwhile; None where none is asked for.

    Raises
    ------
    WorkbenchError: the folder holds something else, or cannot be written to.
    LoadError: another load keeps its corpus there, or the corpus in it cannot be read.
    """
    if folder is None:
        yield None
        return
    path = Path(folder).expanduser()
    Store(path)  # whether it may be used at all, before it is made
    try:
        made = not path.exists()
        path.mkdir(parents=True, exist_ok=True)
        handle = _alone(path)
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
    try:
        yield Keeper(path, options)
    finally:
        if handle is not None:
            os.close(handle)
        if made:
            with suppress(OSError):
                path.rmdir()  # where nothing was kept


def _alone(folder: Path) -> int | None:
    """What holds a folder until it is closed; it goes with its process, however that ends. None where none is known.

    Raises
    ------
    LoadError: another load holds it.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise LoadError(
            f"another load is keeping its corpus in {str(folder)!r}.", hint="wait for its end, or name another folder."
        ) from error
    except OSError:  # a file system that holds nothing for anybody
        os.close(handle)
        return None
    return handle


def _outcome(row: ReportRow, articles: Mapping[str, Article]) -> Outcome:
    if not row.article:
        return Refusal(row.file, row.reason)
    return Made(articles[row.article], row.status == "marked", row.reason)
