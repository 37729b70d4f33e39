"""What the overlap costs out of core and on Dask: ``python -m tests.benchmarks.overlap --engine files|dask [--large]``.

The work as files in a folder, by this process and by a Dask cluster of processes on this machine: time as a ratio to
the same corpus in memory, memory of this process beside the texts, and whether the SHA-256 of pairs and passages is the
same; of Dask once more with a worker killed half-way. ``--large`` goes on to 100,000 and 200,000 articles, and tells
what a million would take if it grew as from the one to the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tests.benchmarks.overlap import apart, child, timed
from tests.benchmarks.overlap_corpus import Maker
from workbench.extractors.overlap import Overlap, overlap

__all__ = ["beyond"]


def signed(found: Overlap) -> str:
    """The SHA-256 of the passages and pairs, as they stand."""
    sign = hashlib.sha256()
    for table in (found.passages, found.pairs):
        for name in table.columns:
            values = table[name].to_numpy()
            flat = "\n".join(map(str, values)).encode() if values.dtype == object else values.tobytes()
            sign.update(name.encode() + flat)
    return sign.hexdigest()


def by(engine: str, articles: int) -> dict[str, Any]:
    """The overlap of a corpus by one engine: seconds without its start, KB an article, the passages' SHA-256."""
    overlap(Maker(30).made().corpus)
    corpus = apart(articles)
    length = sum(int(article.text.count(" ")) + 1 for article in corpus)
    with tempfile.TemporaryDirectory() as folder, started(engine, Path(folder)) as options:
        with Anonymous() as memory:
            seconds, found = timed(lambda: overlap(corpus, **options))
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
        return {
            "seconds": seconds,
            "kb": memory.most / articles,
            "words": length,
            "disk": size / length,
            "sign": signed(found),
            "passages": len(found.passages),
        }


@contextmanager
def started(engine: str, folder: Path) -> Iterator[dict[str, Any]]:
    """The options of an engine, once its processes stand ready."""
    if engine in ("memory", "files"):
        yield {} if engine == "memory" else {"workspace": folder}
        return
    from workbench.extractors.overlap.engines import cluster

    with cluster(2) as client:  # as engine="dask" starts it
        client.run(lambda: overlap(Maker(30).made().corpus).k)
        killer = threading.Thread(target=kill, args=(client.cluster, folder), daemon=True)
        if engine == "killed":
            killer.start()
        yield {"engine": client, "workspace": folder}
        if engine == "killed":
            killer.join(timeout=1)
            if killer.is_alive():
                raise RuntimeError("no worker was killed: the work was over before")


def kill(cluster: Any, folder: Path) -> None:
    """Kill a worker as soon as the first pairs are there."""
    while not list(folder.glob("overlap-*/pairs-*.npy")):
        time.sleep(0.002)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)


class Anonymous:
    """The most memory, in KB, that a process took beyond what it had, without pages of files that it only looked at."""

    def __enter__(self) -> Self:
        self.before = self.most = self.now()
        self.over = threading.Event()
        self.watch = threading.Thread(target=self.look)
        self.watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.watch.join()
        self.most -= self.before

    def look(self) -> None:
        while not self.over.wait(0.02):
            self.most = max(self.most, self.now())

    def now(self) -> int:
        status = Path("/proc/self/status")
        if not status.exists():
            return 0
        return int(status.read_text(encoding="ascii").split("RssAnon:")[1].split()[0])


def beyond(engine: str, sizes: list[int]) -> None:
    """Print what an engine takes beside this process's memory alone, and that it finds the same."""
    rows = []
    print(f"{'articles':>9} {'engine':>7} {'s':>7} {'x memory':>9} {'KB/article':>11} {'disk B/word':>12}  passages")
    for size in sizes:
        whole: dict[str, Any] = {}
        for name in ("memory", engine, *(["killed"] if engine == "dask" else [])):
            got = child(name, size, "overlap_engines")
            if "why" in got:
                print(f"{size:9,} {name:>7} {got['why']}")
                continue
            whole = whole or got
            same = "the same" if got["sign"] == whole["sign"] else "NOT THE SAME"
            ratio = got["seconds"] / whole["seconds"]
            print(
                f"{size:9,} {name:>7} {got['seconds']:7.2f} {ratio:8.2f}x {got['kb']:11.1f} {got['disk']:12.0f}  "
                f"{got['passages']:,}, SHA-256 {got['sign'][:16]} {same}",
                flush=True,
            )
            if name == engine:
                rows.append((size, got, whole))
    if len(rows) > 1:
        (small, first, _), (large, last, whole) = rows[-2:]
        power = math.log(last["seconds"] / first["seconds"]) / math.log(large / small)
        million = last["seconds"] * (1_000_000 / large) ** power
        print(
            f"{engine}: time grows as N^{power:.2f} from {small:,} to {large:,}; a million would take {million:,.0f} s,"
        )
        ratio = (million / 1_000_000) / (whole["seconds"] / large)
        memory = last["kb"] * 1e6 / 2**20
        print(f"{ratio:.2f}x the time in memory an article at {large:,}, and {memory:.1f} GB beside the texts")


def main() -> None:
    """Print what one engine measures, for the process that asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--task", choices=("memory", "files", "dask", "killed"), required=True)
    options.add_argument("--articles", type=int, default=10_000)
    given = options.parse_args()
    print(json.dumps(by(given.task, given.articles)))


if __name__ == "__main__":
    main()
