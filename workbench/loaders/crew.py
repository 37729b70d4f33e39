"""The work of loading, one file after another or in several processes, with the same result in the same order.

Files are read and marked in batches by worker processes (loky); what they return is taken in the order in which it
was asked for. A file that ends the process it is read in becomes a row of the report: its batch is done again, one
file at a time, and only the one that does it again is refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench.corpus import InputFile
from workbench.loaders import formats
from workbench.loaders.files import File
from workbench.loaders.making import Made, Outcome, make
from workbench.loaders.records import Meta, Piece, Refusal, printable
from workbench.workers import cores, started

__all__ = ["Asked", "Done", "Job", "processes_for", "run"]

FILES = 48
"""The most files of a batch."""
BYTES = 4 * 2**20
"""Bytes from which a batch is full."""
MANY = 300
"""Files from which the work is shared."""
LARGE = 32 * 2**20
"""Bytes from which it is, however few the files are."""
MOST = 8
"""The most processes: more than that wait for the disk and for the one that puts the corpus together."""


class Asked(NamedTuple):
    """What the user asked for, the same for all files: columns by field, and fields by value."""

    columns: Mapping[str, str]
    fixed: Mapping[str, str]


@dataclass(frozen=True)
class Job:
    """A file to be read, or pieces of one that are to be made into articles.

    Parameters
    ----------
    file: what is read; with ``pieces``, the file that they were read from, where they are its last.
    pieces: what was read already; None to read it.
    said: what an ``outlets.csv`` says about its pages.
    before: how many pieces of the file went before these.
    size: its bytes, about.
    input: the file's name in the report, or the address; empty where the pieces come from no file.
    """

    file: File | None = None
    pieces: tuple[Piece, ...] | None = None
    said: Meta = field(default_factory=dict)
    before: int = 0
    size: int = 0
    input: str = ""


class Done(NamedTuple):
    """What became of a job: an outcome a piece, and the file, once it has been read to its end.

    ``input`` is the name of the file, before its end too.
    """

    outcomes: tuple[Outcome, ...]
    file: InputFile | None = None
    input: str = ""


def run(items: Iterable[Job | Done], asked: Asked, *, processes: int = 1) -> Iterator[Done]:
    """What becomes of jobs, in their order; what is done already is passed on in its place."""
    crew = _crew(asked, processes) if processes > 1 else None
    if crew is None:
        for item in items:
            yield item if isinstance(item, Done) else do(item, asked)
        return
    try:
        yield from crew.run(_batches(items))
    finally:
        crew.stop()


def _crew(asked: Asked, processes: int) -> Crew | None:
    """Worker processes; None on a machine that lets nobody start any."""
    try:
        return Crew(asked, processes)
    except (ImportError, OSError, NotImplementedError):
        return None


def do(job: Job, asked: Asked) -> Done:
    """A job, done. Never raises."""
    before = _stat(job.file) if job.file is not None else None
    if job.pieces is not None:
        pieces: Iterable[Piece] = job.pieces
    else:
        assert job.file is not None
        pieces = formats.read(job.file, asked.columns)
    outcomes = tuple(make(_described(piece, job.said), asked.fixed) for piece in pieces)
    if job.file is None or before is None:
        return Done(outcomes, input=job.input)
    apart = any(isinstance(one, Made) and one.attached for one in outcomes)
    return Done(outcomes, _input(job.file, before, -1 if apart else job.before + len(outcomes)), job.input)


def _described(piece: Piece, said: Meta) -> Piece:
    return piece if not said or isinstance(piece, Refusal) else replace(piece, meta={**piece.meta, **said})


def _stat(file: File) -> tuple[int, int] | None:
    try:
        said = file.path.stat() if file.path is not None else None
    except (OSError, ValueError):
        return None
    return (said.st_size, said.st_mtime_ns) if said is not None else None


def _input(file: File, before: tuple[int, int], rows: int) -> InputFile | None:
    try:
        path = printable(file.path.absolute().as_posix()) if file.path is not None else ""
        return InputFile(printable(file.origin), path, *before, file.digest(), formats.name(file), rows)
    except Exception:  # it was there a moment ago; its row tells what became of it
        return None


def do_all(jobs: list[Job], asked: Asked) -> list[Done]:
    """A batch of jobs, done."""
    return [do(job, asked) for job in jobs]


def _batches(items: Iterable[Job | Done]) -> Iterator[list[Job] | Done]:
    batch: list[Job] = []
    size = 0
    for item in items:
        if isinstance(item, Done):
            if batch:
                yield batch
                batch, size = [], 0
            yield item
            continue
        batch.append(item)
        size += item.size
        if len(batch) == FILES or size >= BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Crew:
    """Worker processes, and what they have been asked and not answered yet."""

    def __init__(self, asked: Asked, processes: int) -> None:
        self.asked = asked
        self.processes = processes
        self._pool = started(self.processes)
        self._waiting: deque[tuple[list[Job], Future[list[Done]]] | Done] = deque()

    def stop(self) -> None:
        """End the processes, whatever they are at."""
        self._pool.shutdown(wait=True, kill_workers=True)

    def run(self, batches: Iterator[list[Job] | Done]) -> Iterator[Done]:
        """What becomes of the batches, in order; no more of them are read ahead than keeps the crew busy."""
        for batch in batches:
            self._waiting.append(batch if isinstance(batch, Done) else self._asked_for(batch))
            while len(self._waiting) > 2 * self.processes:
                yield from self._next()
        while self._waiting:
            yield from self._next()

    def _asked_for(self, jobs: list[Job]) -> tuple[list[Job], Future[list[Done]]]:
        return jobs, self._pool.submit(do_all, jobs, self.asked)

    def _next(self) -> list[Done]:
        from loky.process_executor import BrokenProcessPool

        first = self._waiting.popleft()
        if isinstance(first, Done):
            return [first]
        jobs, future = first
        try:
            return future.result()
        except BrokenProcessPool:
            return self._one_by_one(jobs)

    def _one_by_one(self, jobs: list[Job]) -> list[Done]:
        """A batch whose process has ended, done again with nothing beside it; then everybody goes on."""
        from loky.process_executor import BrokenProcessPool

        waiting = [item if isinstance(item, Done) else item[0] for item in self._waiting]
        self._waiting.clear()
        self._begin_again()
        done: list[Done] = []
        for job in jobs:
            for _ in range(2):  # a process may be ended for another's sake, as by a machine short of memory
                try:
                    done.extend(self._pool.submit(do_all, [job], self.asked).result())
                    break
                except BrokenProcessPool:
                    self._begin_again()
            else:
                done.append(_fatal(job))
        self._waiting.extend(item if isinstance(item, Done) else self._asked_for(item) for item in waiting)
        return done

    def _begin_again(self) -> None:
        self.stop()
        self._pool = started(self.processes)


def _fatal(job: Job) -> Done:
    origin = job.file.origin if job.file is not None else (job.pieces or (Refusal("", ""),))[0].origin
    reason = "reading it ended the process that read it: its parser broke, or memory ran out"
    return Done((Refusal(origin, reason),), input=job.input)


def processes_for(files: int, size: int) -> int:
    """How many processes are worth their start for so many files and bytes."""
    if files < MANY and size < LARGE:
        return 1
    return cores(MOST)
