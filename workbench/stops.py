"""A stop by hand (Ctrl-C, the stop button of a notebook) that is told as one, whatever code it met."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Stop", "heard"]


class Stop:
    """Whether a stop was asked for."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Take the signal, and end what runs as Python does."""
        self.asked = True
        signal.default_int_handler(number, frame)

    def check(self) -> None:
        """End what runs where it was asked to and went on.

        Raises
        ------
        KeyboardInterrupt
        """
        if self.asked:
            raise KeyboardInterrupt


@contextmanager
def heard() -> Iterator[Stop]:
    """Have a stop in the middle of the work end it with a ``KeyboardInterrupt``, and nothing else.

    Code in C that a stop meets may clear the exception and go on, or raise another one in its place: reading a file of
    numpy's does so (``TypeError``), and parsing Python in 3.11 (``SystemError``). Worker processes that the same stop
    ended make errors of their own. Outside the main thread, and where the program has a way of its own to take the
    signal, nothing changes.
    """
    stop = Stop()
    own = threading.current_thread() is threading.main_thread()
    if not own or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield stop
        return
    signal.signal(signal.SIGINT, stop)
    try:
        yield stop
    except Exception as error:
        if stop.asked:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
