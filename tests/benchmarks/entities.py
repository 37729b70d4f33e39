"""What names cost: ``python -m tests.benchmarks.entities [--articles 10000] [--processes 2]``.

First words a second of processor time on one core, for finding alone and for all, and as ratios to tokenising the
same text: in articles of twelve sentences, drawn from ANERcorp where it stands beside the project (each person's name
swapped for another, so that vocabulary grows as it does in life), else from the sample pages. Then whether several
processes have the same result. At last a corpus of made-up stories that name thousands of people
(`entities_corpus.py`) and a quarter of it, each read in a process of its own: words a second, the most memory that it
and its workers took at once (PSS: what they share is counted once), and how fast both grow.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from math import log
from multiprocessing import get_context
from os import getloadavg, getpid, sysconf
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time
from typing import NamedTuple

from tests.benchmarks.entities_corpus import Maker
from tests.build import article_of
from tests.eval import newswire
from workbench import samples
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities, sharing
from workbench.extractors.entities.tagging.swapping import Swapper
from workbench.extractors.entities.tagging.train import labelled, read
from workbench.languages import pack
from workbench.text.tokens import tokens

SENTENCES = 12
SAMPLE = 400
"""Articles that the one core reads for the ratios."""
SEVERAL = 300
"""Articles that one process and several read."""
TARGET = 2_048
"""The most memory that ten thousand articles may take, in MB."""


def sentences() -> Iterator[str]:
    """Sentences without end, each person's name another's each time."""
    language = pack("ar")
    if not newswire.DATA.exists():
        lines = [line for page in samples.phone_call() for line in page.text.split("\n") if len(line) > 60]
        while True:
            yield from lines
    known = [labelled(one, language) for one in read(newswire.DATA)]
    swapper, draw = Swapper(language, 1), random.Random(1)
    while True:
        one = draw.choice(known)
        yield (swapper.swapped(one) or one).text


def corpus_of(size: int) -> Corpus:
    """A corpus of so many articles."""
    source = sentences()
    return Corpus(
        article_of("\n".join(next(source) for _ in range(SENTENCES)), name=f"a{n}", source=f"s{n % 20}")
        for n in range(size)
    )


def took(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    """How long a piece of work takes."""
    start = clock()
    work()
    return clock() - start


def main() -> None:
    """Print speed, ratios, agreement and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    small = corpus_of(SAMPLE)
    words = sum(len(tokens(one.text, pack("ar"))) for one in small)
    entities(small, progress=False, edits=False)  # lists are laid out and words looked up once
    plain = took(lambda: [tokens(one.text, pack("ar")) for one in small])
    for name, work in {
        "finding, rules only": lambda: list(sharing.all_candidates(small, tagger=False)),
        "finding, with the tagger": lambda: list(sharing.all_candidates(small, tagger=True)),
        "all": lambda: entities(small, progress=False, edits=False),
    }.items():
        time = took(work)
        print(f"{name:<25} {words / time:9,.0f} words a second, {time / plain:5.1f} x tokenising")
    several = Maker(sentences()).made(SEVERAL)
    results: list[Entities] = []
    times = []
    for large_from, processes in ((1 << 60, 1), (0, given.processes)):
        sharing.LARGE, sharing.cores = large_from, lambda most, n=processes: min(n, most)
        entities(small, progress=False, edits=False)  # the processes have begun and laid the lists out
        times.append(took(lambda: results.append(entities(several, progress=False, edits=False)), perf_counter))
    same = results[0].mentions.equals(results[1].mentions) and results[0].table.equals(results[1].table)
    print(
        f"{SEVERAL:,} articles: {len(results[0].mentions):,} mentions; {given.processes} processes take "
        f"{times[1] / times[0]:.2f} x the time of one; same result: {same}"
    )
    told = [grown(size, given.processes) for size in (given.articles // 4, given.articles)]
    print(f"from {given.articles // 4:,} to {given.articles:,} articles: {_exponents(*told)}")


class Grown(NamedTuple):
    """What one size took: seconds of all processors, those of finding left out, and the most memory in MB."""

    words: int
    all: float
    joining: float
    memory: float


def grown(size: int, processes: int) -> Grown:
    """Read a corpus of made-up stories in a process of its own, and print what it took."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        told, line = pool.submit(_grown, size, processes).result()
    print(line, flush=True)
    return told


def _grown(size: int, processes: int) -> tuple[Grown, str]:
    corpus = Maker(sentences()).made(size)
    words = sum(len(tokens(one.text, pack(one.language))) for one in corpus)
    sharing.LARGE, sharing.cores = 0, lambda most: min(processes, most)
    memory = Memory()
    memory.start()
    start, own = perf_counter(), process_time()
    result = entities(corpus, progress=False, edits=False)
    joining = process_time() - own
    time = perf_counter() - start
    most, worked = memory.most(), memory.worked
    people = int((result.table["type"] == "PER").sum())
    line = (
        f"{size:,} articles, {words:,} words: {people:,} people, {len(result.mentions):,} mentions; "
        f"{words / (joining + worked):,.0f} words a second of the processors, {words / time:,.0f} by the clock; "
        f"at most {most:,.0f} MB of {TARGET:,} MB; load of the machine {getloadavg()[0]:.1f}"
    )
    return Grown(words, joining + worked, joining, most), line


def _exponents(small: Grown, large: Grown) -> str:
    """How fast time and memory grow with words: 1 is in step with them."""
    times = log(large.words / small.words)
    return (
        f"all the work grows with the power {log(large.all / small.all) / times:.2f} of the words, "
        f"the joining with {log(large.joining / small.joining) / times:.2f}, "
        f"memory with {log(large.memory / small.memory) / times:.2f}"
    )


class Memory(Thread):
    """Looks once a second at how much memory this process and its workers take, and how long these have worked."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._most, self.worked = 0.0, 0.0
        self._done = Event()

    def run(self) -> None:
        """Look until somebody asks for the most; where there is no ``/proc``, nothing is known."""
        seconds: dict[str, float] = {}
        while not self._done.wait(1):
            total = 0
            for process, parent in family(str(getpid())):
                try:
                    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
                    ticks = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                except OSError:  # it has ended
                    continue
                total += int(next(line for line in told.splitlines() if line.startswith("Pss:")).split()[1])
                if parent:
                    seconds[process] = (int(ticks[11]) + int(ticks[12])) / sysconf("SC_CLK_TCK")
            self._most, self.worked = max(self._most, total / 1024), sum(seconds.values())

    def most(self) -> float:
        """The most memory, in MB; nothing is looked at any more."""
        self._done.set()
        self.join()
        return self._most


def family(process: str) -> Iterator[tuple[str, str]]:
    """A process and all that it began, each with the one that began it; that of the first is not told."""
    below: dict[str, list[str]] = defaultdict(list)
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            below[one.read_text(encoding="utf-8").rpartition(")")[2].split()[1]].append(one.parent.name)
        except OSError:
            continue
    waiting = [(process, "")]
    while waiting:
        own, parent = waiting.pop()
        yield own, parent
        waiting += [(child, own) for child in below[own]]


if __name__ == "__main__":
    main()
