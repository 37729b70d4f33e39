"""The overlap as files in a folder: the same from one process, several, and Dask, whatever is stopped or killed."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.unit.test_overlap import SAID, page
from tests.unit.test_overlap_engine import pages
from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.overlap import Overlap, folder, overlap, sharing, stages
from workbench.extractors.overlap.engines import cluster

TABLES = ("pairs", "passages", "capped", "boilerplate")


def sign(found: Overlap) -> str:
    """A SHA-256 of all tables, row by row as they stand."""
    made = hashlib.sha256()
    for name in TABLES:
        made.update(getattr(found, name).to_csv(index=False).encode())
    return made.hexdigest()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A corpus whose work is cut into many tasks, with a line over the cap, a caption, an empty page, two languages."""
    for module, name, value in ((sharing, "FEW", 10), (sharing, "PART", 900), (folder, "BATCH", 2_500)):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(folder, "STEP", 9)
    said = [page(f"q{n}", SAID, ("caption", "صورة"), f"ص{n} {SAID}", source=f"s{n % 2}") for n in range(12)]
    words = "the two presidents agreed to continue their contacts in the near future"
    english = [page(f"e{n}", words, source="s9", language="en") for n in range(2)]
    return Corpus([page("none"), *pages(80), *said, *english])


def tasks(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The tasks that are done from now on."""
    done: list[tuple[str, int]] = []
    for name in stages.NAMES:
        task = getattr(stages, name)

        def noted(path: str, number: int, task: Any = task) -> None:
            done.append((task.__name__, number))
            task(path, number)

        noted.__name__ = name
        monkeypatch.setattr(stages, name, noted)
    return done


def test_files_give_what_memory_gives(small: Corpus, tmp_path: Path) -> None:
    whole, found = overlap(small, cap=8), overlap(small, cap=8, workspace=tmp_path)
    (made,) = tmp_path.iterdir()
    assert folder.Folder(made).ranges > 2
    assert folder.Folder(made).portions > 5
    assert len(whole.capped)
    assert len(whole.passages) > 15
    for name in TABLES:
        assert getattr(whole, name).equals(getattr(found, name)), name
    for by in ("source", "article"):
        assert whole.matrix(by=by).equals(found.matrix(by=by))
    assert whole.flow().equals(found.flow())
    assert whole.unique("s1").equals(found.unique("s1"))


@pytest.mark.parametrize("corpus", [Corpus([]), Corpus([page("a")]), Corpus([page("a", SAID)])])
def test_a_corpus_without_anything_to_share_has_a_folder_too(corpus: Corpus, tmp_path: Path) -> None:
    assert overlap(corpus, workspace=tmp_path).pairs.equals(overlap(corpus).pairs)


def test_what_is_done_is_not_done_again(small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = tasks(monkeypatch)
    first = sign(overlap(small, workspace=tmp_path))
    assert {name for name, _ in done} == set(stages.NAMES)
    assert len(done) == len(set(done))
    done.clear()
    assert sign(overlap(small, workspace=tmp_path)) == first
    assert done == []
    overlap(small, workspace=tmp_path, k=3)
    assert done
    done.clear()
    monkeypatch.setattr(folder, "_source", lambda: {"stages.py": 1})
    assert sign(overlap(small, workspace=tmp_path)) == first
    assert done
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("last", range(0, 45, 4))
def test_a_run_that_was_stopped_goes_on(last: int, small: Corpus, tmp_path: Path) -> None:
    """Stopped after any number of files, it leaves whole files only, and the next run does what is left."""
    written, replace = 0, Path.replace

    def stopping(self: Path, target: Path) -> Path:
        nonlocal written
        written += 1
        if written > last + 11:  # the texts and what is known of them
            raise KeyboardInterrupt
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", stopping)
        with pytest.raises(KeyboardInterrupt):
            overlap(small, workspace=tmp_path)
    assert not list(tmp_path.rglob("*.part"))
    assert not list(tmp_path.glob("reading-*"))
    with pytest.MonkeyPatch.context() as patch:
        done = tasks(patch)
        assert sign(overlap(small, workspace=tmp_path)) == sign(overlap(small))
    (made,) = tmp_path.iterdir()
    assert done
    assert ("words_of", 0) not in done or last < 4
    assert not list(made.glob("postings-*"))


def test_without_a_folder_nothing_is_left(small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    with pool:
        found = overlap(small, engine=pool)
    assert not list(tmp_path.iterdir())
    assert len(found.matrix())  # words are at hand although the folder is not
    monkeypatch.setattr(stages, "pairs_of", interrupted)
    with ThreadPoolExecutor(2) as threads, pytest.raises(KeyboardInterrupt):
        overlap(small, engine=threads)
    assert not list(tmp_path.iterdir())


def interrupted(_path: str, _number: int) -> None:
    raise KeyboardInterrupt


interrupted.__name__ = "pairs_of"


def test_two_processes_give_the_same(small: Corpus, tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert sign(overlap(small, engine=pool)) == sign(overlap(small))
        assert sign(overlap(small, engine=pool, workspace=tmp_path)) == sign(overlap(small))


def test_what_is_no_engine_says_so(small: Corpus) -> None:
    with pytest.raises(WorkbenchError, match=r"engine='spark' is not known. Hint: engine is None"):
        overlap(small, engine="spark")  # type: ignore[arg-type]


class Deadly(Executor):
    """Sends every task to a pool; in each stage the worker that has the second task is killed over it, once."""

    def __init__(self, pool: Executor, flags: Path) -> None:
        self.pool, self.flags = pool, flags

    def submit(self, task: Any, /, *given: Any, **_: Any) -> Future[Any]:
        return self.pool.submit(deadly, task, given[0], str(self.flags))


def deadly(task: Any, number: int, flags: str) -> None:
    path, name = Path(task.args[0]), task.func.__name__
    if number == 1 and not (Path(flags) / name).exists():
        (Path(flags) / name).touch()
        (path / f"{name}-1.half.part").write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    task(number)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system knows no SIGKILL")
def test_dask_gives_the_same_with_a_worker_killed_too(small: Corpus, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    options = {"threads_per_worker": 1, "dashboard_address": "localhost:0", "silence_logs": 50}
    whole = sign(overlap(small))
    with distributed.LocalCluster(n_workers=2, **options) as cluster, distributed.Client(cluster) as client:
        assert sign(overlap(small, engine=client)) == whole
        before = {worker.pid for worker in cluster.workers.values()}
        (tmp_path / "flags").mkdir()
        found = overlap(small, engine=Deadly(client.get_executor(), tmp_path / "flags"), workspace=tmp_path / "work")
        assert sign(found) == whole
        assert {flag.name for flag in (tmp_path / "flags").iterdir()} == set(stages.NAMES)
        assert before != {worker.pid for worker in cluster.workers.values()}


def test_dask_by_name_ends_its_processes(small: Corpus) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    before = set(multiprocessing.active_children())
    assert sign(overlap(small, engine="dask")) == sign(overlap(small))
    assert set(multiprocessing.active_children()) <= before


def test_two_clusters_do_not_meet() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    with cluster(1) as one, cluster(1) as other:  # a port that is taken warns, which is an error in these tests
        assert one.submit(abs, -1).result() == other.submit(abs, -1).result() == 1


@pytest.mark.parametrize("often", [1, 4])
def test_a_parser_that_fails_now_and_then_is_asked_again(
    often: int, small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sign(overlap(small))
    reading, failed = folder.np.load, dict.fromkeys(range(3), 0)

    def load(file, **how):
        kind = 0 if how else 1 + (file.tell() > 0)
        if failed[kind] < often:
            failed[kind] += 1
            if not how:
                file.read(3)
            raise SystemError("AST constructor recursion depth mismatch")
        return reading(file, **how)

    monkeypatch.setattr(folder.np, "load", load)
    assert sign(overlap(small, workspace=tmp_path)) == whole
    assert set(failed.values()) == {often}


def test_a_parser_that_always_fails_is_told(small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(file, **how):
        raise SystemError("AST constructor recursion depth mismatch")

    monkeypatch.setattr(folder.np, "load", load)
    with pytest.raises(SystemError, match="depth mismatch"):
        overlap(small, workspace=tmp_path)
