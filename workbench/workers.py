"""Worker processes that share long work, and end with the process that asked them.

To start a worker takes longer than to read hundreds of articles: it imports the package and lays the lists of the
language packs out. So workers whose work is done wait for more of it for a while.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from loky import ProcessPoolExecutor

__all__ = ["cores", "shared", "started"]

Item = TypeVar("Item")
Result = TypeVar("Result")

ALIVE = 1.0
"""Seconds between two looks of a worker at whether it is still needed."""
IDLE = 60
"""Seconds after which a worker without work ends."""
_waiting_for_work: dict[tuple[int, int], ProcessPoolExecutor] = {}
"""Pools whose work is done, by the process that began them and how many work in them."""


def cores(most: int) -> int:
    """How many processes this machine has room for, ``most`` at most."""
    from loky import cpu_count

    return int(min(cpu_count(), most))


def started(processes: int) -> ProcessPoolExecutor:
    """A pool of worker processes; a stop by hand reaches the process that asked, which ends them."""
    from loky import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, timeout=IDLE, initializer=_begin, initargs=(os.getpid(),))


def shared(
    items: Iterable[Item],
    work: Callable[[list[Item]], list[Result]],
    *,
    processes: int,
    weigh: Callable[[Item], int],
    batch: int,
) -> Iterator[tuple[Item, Result]]:
    """Each item with its result, in the order of the items, the work being shared among processes in batches.

    What a worker cannot do (it was killed, memory ran out) is done again in this process.

    Parameters
    ----------
    items: what is worked on; picklable, as are the results.
    work: a function of a module, or a partial of one: the results of some items, in their order.
    processes: how many work at once; with fewer than two the work is done here, item by item.
    weigh: how heavy an item is; ``batch``: from which weight a batch is full.
    """
    if processes < 2:
        yield from ((item, work([item])[0]) for item in items)
        return
    team = _Team(processes, work)
    try:
        waiting: deque[tuple[list[Item], Future[list[Result]] | None]] = deque()
        for some in _batches(items, weigh, batch):
            waiting.append((some, team.asked(some)))
            if len(waiting) > 2 * processes:
                yield from team.done(*waiting.popleft())
        while waiting:
            yield from team.done(*waiting.popleft())
        team.finished = True
    finally:
        team.leave()


class _Team(Generic[Item, Result]):
    """Workers that do one piece of work together: those that wait for some, or new ones."""

    def __init__(self, processes: int, work: Callable[[list[Item]], list[Result]]) -> None:
        self._key = (os.getpid(), processes)
        self._pool = _waiting_for_work.pop(self._key, None) or started(processes)
        self._work = work
        self._broken = False
        self.finished = False

    def leave(self) -> None:
        """Wait for other work, or end where this was stopped or a worker is lost."""
        if self.finished and not self._broken and self._key not in _waiting_for_work:
            _waiting_for_work[self._key] = self._pool
        else:
            self._pool.shutdown(wait=True, kill_workers=True)

    def asked(self, some: list[Item]) -> Future[list[Result]] | None:
        """Hand a batch to whoever is free."""
        try:
            asked: Future[list[Result]] = self._pool.submit(self._work, some)
        except RuntimeError:  # the pool is broken
            self._broken = True
            return None
        return asked

    def done(self, some: list[Item], asked: Future[list[Result]] | None) -> Iterator[tuple[Item, Result]]:
        """What became of a batch; done here where no worker did it."""
        found = None
        if asked is not None:
            try:
                found = asked.result()
            except RuntimeError:  # a worker was killed: loky's and concurrent.futures' errors are RuntimeErrors
                self._broken = True
        yield from zip(some, self._work(some) if found is None else found, strict=True)


def _batches(items: Iterable[Item], weigh: Callable[[Item], int], full: int) -> Iterator[list[Item]]:
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if weight >= full:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _begin(asker: int) -> None:
    """In a worker: a stop by hand reaches the process that asked, which ends its workers; and none outlives it."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":  # elsewhere a process keeps the number of the one that began it
        Thread(target=_end_with, args=(asker,), daemon=True).start()


def _end_with(asker: int) -> None:
    """End this process when the one that asked has been ended without a word, as by a machine short of memory."""
    while os.getppid() == asker:
        time.sleep(ALIVE)
    os._exit(1)
