"""A stop by hand (Ctrl-C, the stop button of a notebook) in the middle of the overlap over files, in real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.test_overlap_engine import pages
from tests.unit.test_overlap_folder import sign
from workbench.corpus import Corpus
from workbench.extractors.overlap import folder, overlap, sharing

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc")

SCRIPT = """
import sys
from tests.unit import test_overlap_stops as given

if __name__ == "__main__":
    given.worked(*sys.argv[1:])
"""
WAIT = 90
"""Seconds for what takes two or three."""


def corpus_in_many_tasks() -> Corpus:
    """Articles whose work is cut into so many tasks that a stop after the first one of a stage is in its middle."""
    sharing.FEW, sharing.PART, sharing.RANGES = 10, 900, 7
    folder.BATCH, folder.STEP, folder.RANGES = 6_000, 9, 100
    return pages(640)


def worked(engine: str, workspace: str) -> None:
    """In a process of its own: the overlap by an engine, in a folder."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    corpus = corpus_in_many_tasks()
    if engine == "processes":
        # A worker of Python's pool that a stop ends while it waits for work may keep its queue locked, so that the
        # pool never ends, whatever is done with it. The workers leave a stop to the process that began them.
        leave = {"initializer": signal.signal, "initargs": (signal.SIGINT, signal.SIG_IGN)}
        with ProcessPoolExecutor(2, mp_context=get_context("spawn"), **leave) as pool:
            overlap(corpus, engine=pool, workspace=workspace)
    else:
        overlap(corpus, engine="dask" if engine == "dask" else None, workspace=workspace)
    sys.stdout.write("ended")


def of_session(leader: int) -> list[str]:
    """The processes that are left of a session, by their command lines."""
    left = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
            if int(fields[3]) == leader and fields[0] != "Z":
                left.append((status.parent / "cmdline").read_text(encoding="utf-8").replace("\0", " "))
        except OSError:
            continue
    return left


def stopped(engine: str, stage: str, place: Path) -> tuple[int, str]:
    """Begin it, stop all its processes when a stage is announced: how the first one ended, and what it said."""
    script, said = place / "script.py", place / "said"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), engine, str(place / "work")]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    environment.pop("TQDM_DISABLE", None)
    with said.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, cwd=root, env=environment, start_new_session=True
        )
    until = time.monotonic() + WAIT
    try:
        while f"\r{stage}: ".encode() not in said.read_bytes() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(WAIT)
        while of_session(process.pid) and time.monotonic() < until:
            time.sleep(0.05)  # what multiprocessing began to clean up behind it ends a moment later
        left = of_session(process.pid)
    finally:
        if of_session(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
    assert left == []
    return process.returncode, said.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("engine", "stage"),
    [
        ("files", "texts"),
        ("files", "words"),
        ("files", "pairs"),
        ("files", "shares"),
        ("processes", "shared words"),
        ("dask", "words"),
        ("dask", "pairs"),
    ],
)
def test_a_stop_ends_all_processes_and_leaves_nothing_half_done(
    engine: str, stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine == "dask":
        pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    ended, said = stopped(engine, stage, tmp_path)
    assert ended == -signal.SIGINT, said[-3000:]
    assert "KeyboardInterrupt" in said
    assert "ended" not in said
    assert not list((tmp_path / "work").rglob("*.part")) or engine != "files"
    for module, name in ((sharing, "FEW"), (sharing, "PART"), (sharing, "RANGES")):
        monkeypatch.setattr(module, name, getattr(module, name))
    for name in ("BATCH", "STEP", "RANGES"):
        monkeypatch.setattr(folder, name, getattr(folder, name))
    corpus = corpus_in_many_tasks()
    assert sign(overlap(corpus, workspace=tmp_path / "work")) == sign(overlap(corpus))
    (made,) = (tmp_path / "work").iterdir()  # the second run went on in the folder of the first one
    assert not list(made.glob("*.part"))
