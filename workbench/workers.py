"""Worker processes that share long work, and end with the process that asked them."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor

__all__ = ["cores", "started"]

ALIVE = 1.0
"""Seconds between two looks of a worker at whether it is still needed."""
IDLE = 60
"""Seconds after which a worker without work ends."""


def cores(most: int) -> int:
    """How many processes this machine has room for, ``most`` at most."""
    from loky import cpu_count

    return int(min(cpu_count(), most))


def started(processes: int) -> ProcessPoolExecutor:
    """A pool of worker processes; a stop by hand reaches the process that asked, which ends them."""
    from loky import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, timeout=IDLE, initializer=_begin, initargs=(os.getpid(),))


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
