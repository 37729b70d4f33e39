"""Whether the overlap goes beyond memory: ``python -m tests.benchmarks.overlap_scale --articles 100000 200000 400000``.

Articles are made one by one (``overlap_corpus.Stream``) into a saved corpus, which is Parquet, by a process of its own.
Each run is a process too: it opens the corpus and asks for the overlap, in memory (``--memory N``, a size that fits)
and over files, by this process (``--engine files``) or by Dask. Told are the seconds, the nanoseconds a word beside
those in memory, by the clock and by the processor (which other programs disturb less), the most memory that the process
and its children took for the overlap alone and with the corpus, and the most that stood on the disk; at the size that
fits also whether the SHA-256 of all passages and pairs is the same as in memory. From the last two sizes follows what a
million articles would take. Bars tell the stages.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from itertools import islice
from pathlib import Path
from typing import Any, Self

import workbench as wb
from tests.benchmarks.overlap import timed
from tests.benchmarks.overlap_corpus import Maker, Stream
from tests.benchmarks.overlap_engines import signed, started
from workbench.corpus.report import ReportRow
from workbench.corpus.saved import Part, Store
from workbench.extractors.overlap import overlap
from workbench.progress import steps

PART = 10_000
"""Articles of one part of the saved corpus."""
MILLION = 1_000_000


def made(articles: int, folder: Path) -> dict[str, Any]:
    """Write so many articles into a saved corpus, part by part; seconds, and bytes of Parquet."""
    began, store, stream = time.perf_counter(), Store(folder), Stream(articles).articles_of()
    for _ in steps(range(0, articles, PART), f"making {articles:,} articles", many=1):
        part = list(islice(stream, PART))
        store.append(Part(part, [ReportRow(a.origin, "read", "", a.id) for a in part], []), options={})
    parquet = sum(file.stat().st_size for file in folder.glob("*.parquet"))
    return {"seconds": time.perf_counter() - began, "bytes": parquet}


def run(engine: str, folder: Path) -> dict[str, Any]:
    """The overlap of a saved corpus by one engine."""
    import warnings

    overlap(Maker(30).made().corpus)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a corpus made part by part is none that was loaded to its end
        opening, corpus = timed(lambda: wb.open(folder))
    words = sum(article.text.count(" ") + 1 for article in corpus)
    with tempfile.TemporaryDirectory(dir=folder.parent) as work, started(engine, Path(work)) as options:
        with Family(Path(work)) as family:
            before = _processor()
            seconds, found = timed(lambda: overlap(corpus, **options))
            processor = _processor() - before
        return {
            "opening": opening,
            "seconds": seconds,
            "processor": processor,
            "words": words,
            "own": family.most - family.before,
            "whole": family.most,
            "disk": family.disk,
            "sign": signed(found),
            "passages": len(found.passages),
        }


class Family:
    """A process and its children: the most memory, in KB, behind which no file stands; the size of their folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.disk = folder, 0

    def __enter__(self) -> Self:
        self.before = self.most = sum(map(_anonymous, _family("self")))
        self.over = threading.Event()
        self.watch = threading.Thread(target=self.look)
        self.watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.watch.join()

    def look(self) -> None:
        while not self.over.wait(0.1):
            self.most = max(self.most, sum(map(_anonymous, _family("self"))))
            self.disk = max(self.disk, sum(map(_size, self.folder.rglob("*"))))


def _family(process: str) -> list[str]:
    """A process and all that it began, by their numbers."""
    try:
        own = [file.read_text(encoding="ascii").split() for file in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return [process]
    return [process, *(one for numbers in own for number in numbers for one in _family(number))]


def _anonymous(process: str) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        return int(status.split("RssAnon:")[1].split()[0])
    except (OSError, IndexError):  # it has ended
        return 0


def _processor() -> float:
    """The seconds of processors that this process and its children took so far."""
    found = 0
    for process in _family("self"):
        try:
            stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
        except OSError:
            continue
        found += sum(map(int, stat.rsplit(")", 1)[1].split()[11:13]))
    return found / os.sysconf("SC_CLK_TCK")


def _size(file: Path) -> int:
    try:
        return file.stat().st_blocks * 512 if file.is_file() else 0
    except OSError:
        return 0


def child(task: str, articles: int, folder: Path) -> dict[str, Any]:
    """What a task measures in a process of its own, whose bars are seen."""
    command = [sys.executable, "-m", "tests.benchmarks.overlap_scale", "--task", task, "--folder", str(folder)]
    done = subprocess.run([*command, "--articles", str(articles)], stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def scaled(engine: str, sizes: list[int], fits: int, place: Path) -> None:
    """Print what an engine takes at each size, beside memory alone at the size that fits."""
    print(" articles  engine       s  ns/word   beside memory   GB own  GB all  GB disk")
    rows: list[tuple[int, dict[str, Any]]] = []
    whole: dict[str, Any] = {}
    for size in [fits, *(one for one in sizes if one != fits)]:
        with tempfile.TemporaryDirectory(prefix="scale-", dir=place) as folder:
            corpus = Path(folder) / "corpus"
            child("make", size, corpus)
            for name in ("memory", engine) if size == fits else (engine,):
                got = child(name, size, corpus)
                whole = whole or got
                told(size, name, got, whole)
        rows.append((size, got))
    if len(rows) > 1:
        million(rows, whole)


def told(size: int, name: str, got: dict[str, Any], whole: dict[str, Any]) -> None:
    """Print one run."""
    a_word = got["seconds"] / got["words"] * 1e9
    clock, processor = (got[one] / got["words"] / (whole[one] / whole["words"]) for one in ("seconds", "processor"))
    same = "" if got["words"] != whole["words"] else "same" if got["sign"] == whole["sign"] else "NOT THE SAME"
    own, every, disk = got["own"] / 2**20, got["whole"] / 2**20, got["disk"] / 2**30
    print(
        f"{size:9,} {name:>7} {got['seconds']:7.1f} {a_word:8.0f} {clock:6.2f}x {processor:6.2f}x "
        f"{own:7.2f} {every:7.2f} {disk:8.2f}  "
        f"{got['passages']:,} passages {same}, corpus opened in {got['opening']:.0f} s",
        flush=True,
    )


def million(rows: list[tuple[int, dict[str, Any]]], whole: dict[str, Any]) -> None:
    """Print what a million articles would take if it went on as from the last size but one to the last."""
    (small, first), (large, last) = rows[-2:]
    more, name = MILLION / large, "processor"
    power = math.log(last[name] / first[name]) / math.log(large / small)
    ratio = last[name] * more**power / (last["words"] * more) / (whole[name] / whole["words"])
    memory, disk = (
        (last[one] + (last[one] - first[one]) / (large - small) * (MILLION - large)) / 2**bits
        for one, bits in (("whole", 20), ("disk", 30))
    )
    print(
        f"processor time grows as N^{power:.2f} from {small:,} to {large:,}; so a million would take {ratio:.2f}x the "
        f"time in memory a word, {memory:.1f} GB of memory and {disk:.0f} GB of disk"
    )


def main() -> None:
    """Print it, or what one task measures for the process that asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, nargs="+", default=[100_000, 200_000])
    options.add_argument("--memory", type=int, default=100_000, help="so many articles fit in memory")
    options.add_argument("--engine", choices=("files", "dask"), default="files")
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where there is room")
    options.add_argument("--task", choices=("make", "memory", "files", "dask"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.task:
        task = made(given.articles[0], given.folder) if given.task == "make" else run(given.task, given.folder)
        print(json.dumps(task))
        return
    scaled(given.engine, given.articles, given.memory, given.folder)


if __name__ == "__main__":
    main()
