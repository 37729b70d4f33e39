"""A stop by hand ends the work as one, also where the code it met makes something else of it."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.unit.test_overlap_engine import pages
from workbench.extractors.overlap import overlap, stages
from workbench.stops import heard

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a process sends itself the signal of Ctrl-C")


def stop_made_into(error: type[Exception] | None) -> None:
    """Be stopped in code that clears the stop, and goes on or fails with an error of its own."""
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(10)
    except KeyboardInterrupt:
        pass
    if error is not None:
        raise error("made of a stop")


def test_an_error_that_a_stop_was_made_into_is_a_stop() -> None:
    with pytest.raises(KeyboardInterrupt) as told, heard():
        stop_made_into(TypeError)
    assert isinstance(told.value.__cause__, TypeError)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_without_a_stop_stays_what_it_is() -> None:
    with pytest.raises(TypeError, match="of its own"), heard() as stop:
        raise TypeError("of its own")
    assert not stop.asked


def test_a_program_that_takes_the_signal_itself_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: taken.append(number))
    try:
        with heard() as stop:
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert taken == [signal.SIGINT]
    assert not stop.asked


def test_outside_the_main_thread_nothing_is_changed() -> None:
    seen: list[object] = []

    def work() -> None:
        with heard():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


@pytest.mark.parametrize("error", [None, TypeError, SystemError], ids=str)
def test_the_overlap_over_files_ends_with_a_stop_that_a_task_cleared(
    error: type[Exception] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    task = stages.passages_of

    def passages_of(path: str, number: int) -> None:
        begun.append(number)
        stop_made_into(error)
        task(path, number)

    monkeypatch.setattr(stages, "passages_of", passages_of)
    with pytest.raises(KeyboardInterrupt):
        overlap(pages(40), workspace=tmp_path)
    assert len(begun) == 1
    monkeypatch.undo()
    assert len(overlap(pages(40), workspace=tmp_path).passages) == len(overlap(pages(40)).passages)
