"""Who does the tasks of a folder: threads of this process, worker processes, Dask."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Executor, as_completed
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import MissingExtraError, WorkbenchError
from workbench.extractors.overlap.sharing import at_once
from workbench.stops import Stop, heard

if TYPE_CHECKING:
    from workbench.extractors.overlap.stages import Each

__all__ = ["cluster", "place", "working"]

PROCESSES = 64
"""The most processes that a cluster of our own has."""


@contextmanager
def place(workspace: str | os.PathLike[str] | None) -> Iterator[Path]:
    """The folder for the work; where none is given one among the temporary files, which is removed at the end."""
    if workspace is not None:
        yield Path(workspace).absolute()
        return
    folder = Path(tempfile.mkdtemp(prefix="riwaya-overlap-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def working(engine: object, *, threads: int) -> Iterator[Each]:
    """What does the tasks; a stop leaves none waiting, and ends the processes that were started here.

    Parameters
    ----------
    engine: None for ``threads`` of this process, "dask" for a cluster of worker processes on this machine, a Dask
        Client, or any executor of ``concurrent.futures``.

    Raises
    ------
    MissingExtraError: "dask", and it is not installed.
    WorkbenchError: anything else.
    """
    with heard() as stop:
        if engine is None:
            yield partial(_checked, stop, partial(at_once, threads=threads))
        elif engine == "dask":
            from workbench.workers import cores

            with cluster(cores(PROCESSES)) as client:
                yield partial(_checked, stop, partial(_submitted, client.get_executor()))
        else:
            yield partial(_checked, stop, partial(_submitted, _executor(engine)))


def _executor(engine: object) -> Executor:
    if isinstance(engine, Executor):
        return engine
    if hasattr(engine, "get_executor"):
        found: Executor = engine.get_executor()
        return found
    raise WorkbenchError(
        f"engine={engine!r} is not known.",
        hint='engine is None, "dask", a dask.distributed.Client or an executor of concurrent.futures.',
    )


def _checked(stop: Stop, each: Each, task: Callable[[int], None], numbers: list[int], /) -> Generator[None, None, None]:
    """Each task done, and none more after a stop that the code it met did not pass on."""
    with closing(each(task, numbers)) as made:
        for _ in made:
            stop.check()
            yield


@contextmanager
def cluster(processes: int) -> Iterator[Any]:
    """A client of worker processes on this machine, which end with the work."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise MissingExtraError('engine="dask" needs Dask.', hint='pip install "riwaya[dask]"') from None
    # Dask serves a port in any case: a free one, seen from here alone, where a cluster that runs beside it is not met.
    port = {"dashboard_address": "localhost:0", "scheduler_kwargs": {"dashboard": False}}
    options = {"processes": True, "threads_per_worker": 1, **port}
    with (
        dask.config.set({"distributed.worker.profile.enabled": False}),  # it stops the work a hundred times a second
        LocalCluster(n_workers=processes, silence_logs=logging.CRITICAL, **options) as started,
        Client(started) as client,
    ):
        yield client


def _submitted(pool: Executor, task: Callable[[int], None], numbers: list[int], /) -> Generator[None, None, None]:
    """Each task done by one of a pool."""
    waiting = [pool.submit(task, number) for number in numbers]
    try:
        for done in as_completed(waiting):
            yield done.result()
    except FileNotFoundError as error:
        raise WorkbenchError(
            f"A worker does not find {error.filename}.",
            hint="workspace= names a folder that every worker sees under the same path, for one run at a time.",
        ) from error
    finally:
        for one in waiting:
            one.cancel()
