"""What the overlap costs and finds: ``python -m tests.benchmarks.overlap [--articles N] [--peers] [--large]``.

The corpus is made from a seed (``overlap_corpus.py``), with passages planted, edited and taken again, so that the truth
is known: recall by length and by the share of words kept, precision of pairs, exact offsets. Time is a ratio to hashing
every byte of the text once in the same process (64-bit FNV-1a over the UTF-8, compiled, one thread); it grows
as N to a power. Memory is the peak of a child process for each size. Five pages are timed in processes of their own.
With ``--peers`` it measures scikit-learn, rensa, datasketch and passim on the same texts (``overlap_peers.py``), with
``--engine files`` or ``--engine dask`` those (``overlap_engines.py``).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import numba
import numpy as np

from tests.benchmarks.overlap_corpus import Made, Maker, Planted
from workbench.corpus import Article, Block, Corpus
from workbench.extractors.overlap import Overlap, overlap
from workbench.extractors.overlap.boilerplate import OUTLET
from workbench.extractors.overlap.extract import ready
from workbench.languages import pack
from workbench.text.tokens import tokens

CLASSES = ((">=30 words, >=85% kept", 30, 121, 0.85, 1.01), (">=30 words, 75-85%", 30, 121, 0.75, 0.85))
CLASSES += (("15-30 words, >=85%", 15, 30, 0.85, 1.01), ("15-30 words, 75-85%", 15, 30, 0.75, 0.85))
FOUND = 0.5
"""The least part of a planted passage's kept words that the passages found must hold on both sides."""
FEW = 5


@numba.njit(cache=True)
def fnv(data: np.ndarray) -> int:
    """64-bit FNV-1a of every byte, one after the other."""
    state = np.uint64(14695981039346656037)
    for byte in data:
        state = (state ^ np.uint64(byte)) * np.uint64(1099511628211)
    return state


def hashing(data: np.ndarray) -> float:
    """The seconds that hashing every byte takes: the least of five."""
    fnv(data[:1])
    return min(timed(lambda: fnv(data))[0] for _ in range(5))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds that something takes, and what it gives."""
    began = time.perf_counter()
    made = work()
    return time.perf_counter() - began, made


class Truth:
    """What was planted, by article, against what was found."""

    def __init__(self, made: Made, found: Overlap) -> None:
        self.made, self.found = made, found
        own = found.passages[~found.passages["boilerplate"]]
        self.rows = list(own.itertuples(index=False, name=None))
        self.places = [[token[:2] for token in self.words(n)] for n in range(len(made.corpus))]
        self.held: dict[tuple[int, int], list[tuple[set[int], set[int]]]] = defaultdict(list)
        for _, a, a_start, a_end, b, b_start, b_end, *_ in self.rows:
            x, y = int(a[1:]), int(b[1:])
            self.held[x, y].append((self.numbers(x, a_start, a_end), self.numbers(y, b_start, b_end)))

    def words(self, number: int) -> list[tuple[int, int, str]]:
        """The words of an article, without its footer."""
        article = self.made.corpus[number]
        found = tokens(article.text.split("\n")[0], pack(article.language))
        return [(token.start, token.end, token.folded) for token in found]

    def numbers(self, article: int, start: int, end: int) -> set[int]:
        """The numbers of the words within a span."""
        origins = self.made.origins[article]
        return {
            int(origins[n]) for n, (first, last) in enumerate(self.places[article]) if start <= first and last <= end
        }

    def recall(self) -> dict[str, tuple[int, int]]:
        """How many planted passages were found, and how many there are, by class."""
        counts = {name: (0, 0) for name, *_ in CLASSES}
        for one in self.made.planted:
            if self.repeated(one):
                continue
            a, b = sorted((one.source, one.copy))
            kept = set(one.kept.tolist())
            covered = set().union(*(left & right for left, right in self.held[a, b])) & kept
            for name, low, high, least, most in CLASSES:
                if low <= one.length < high and least <= round(one.share, 6) < most:
                    found, every = counts[name]
                    counts[name] = found + (len(covered) >= FOUND * len(kept)), every + 1
        return counts

    def repeated(self, one: Planted) -> bool:
        """Whether a passage stands in so many articles of one outlet that it is boilerplate by definition."""
        kept = one.kept.tolist()
        holders = Counter(article for number in kept for article in self.holders[number])
        most = Counter(self.made.corpus[n].source for n, count in holders.items() if count >= FOUND * len(kept))
        return max(most.values()) >= OUTLET

    @cached_property
    def holders(self) -> dict[int, list[int]]:
        """The articles that hold each word that was taken, by its number."""
        taken = {int(number) for one in self.made.planted for number in one.kept}
        found: dict[int, list[int]] = defaultdict(list)
        for article, origins in enumerate(self.made.origins):
            for number in set(origins.tolist()) & taken:
                found[number].append(article)
        return found

    def pairs(self) -> tuple[int, int]:
        """How many pairs that share words do so because one took them, and how many there are."""
        sharing = self.found.pairs[self.found.pairs["words"] > 0]
        sets = [set(origins.tolist()) for origins in self.made.origins]
        right = [bool(sets[int(a[1:])] & sets[int(b[1:])]) for a, b in zip(sharing["a"], sharing["b"], strict=True)]
        return sum(right), len(right)

    def exact(self) -> tuple[int, int]:
        """How many passages begin and end with a word that is the same in both articles, and how many there are."""
        good = 0
        for _, a, a_start, a_end, b, b_start, b_end, *_ in self.rows:
            one = tokens(self.found.corpus[a].text[a_start:a_end], pack("ar"))
            other = tokens(self.found.corpus[b].text[b_start:b_end], pack("ar"))
            whole = one[0].start == other[0].start == 0 and one[-1].end == a_end - a_start
            good += whole and one[0].folded == other[0].folded and one[-1].folded == other[-1].folded
        return good, len(self.rows)


def quality(made: Made, found: Overlap) -> None:
    """Print what was found of what was planted."""
    truth = Truth(made, found)
    for name, (right, every) in truth.recall().items():
        print(f"  recall, {name:<24} {right:5} of {every:5}  {right / max(every, 1):.4f}")
    for name, (right, every) in (("precision of pairs", truth.pairs()), ("exact offsets", truth.exact())):
        print(f"  {name:<32} {right:5} of {every:5}  {right / max(every, 1):.4f}")
    kinds = Counter(found.boilerplate["reason"])
    print(f"  boilerplate: {int(found.passages['boilerplate'].sum())} passages, listed {dict(kinds)}")


def peak() -> int:
    """The peak of this process so far in KB; on Linux without its parent's, which getrusage holds too."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0])
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


def child(task: str, articles: int, module: str = "overlap") -> dict[str, Any]:
    """What a task measures in a process of its own."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", "--task", task, "--articles", str(articles)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "TQDM_DISABLE": "1"})
    if done.returncode:
        return {"why": (done.stderr.strip().splitlines() or ["it ended"])[-1]}
    return json.loads(done.stdout.splitlines()[-1])


def written(articles: int, path: str) -> None:
    """Write a corpus to a file, a line an article."""
    with Path(path).open("w", encoding="utf-8") as file:
        for article in Maker(articles).made().corpus:
            file.write(json.dumps([article.id, article.source, article.text]) + "\n")


def apart(articles: int) -> Corpus:
    """A corpus that another process made, whose memory is not ours."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        subprocess.run(
            [sys.executable, "-c", f"from tests.benchmarks.overlap import written; written({articles}, {str(path)!r})"],
            check=True,
        )
        with path.open(encoding="utf-8") as file:
            rows = (json.loads(line) for line in file)
            return Corpus(
                Article(one, source, "", None, "", "", "ar", text, (Block(0, len(text), "body"),), one)
                for one, source, text in rows
            )


def ours(articles: int) -> dict[str, Any]:
    """The overlap of a corpus of so many articles: seconds, the ratio, KB an article, the pairs that share a 5-gram."""
    overlap(Maker(30).made().corpus)
    corpus = apart(articles)
    before = peak()
    seconds, found = timed(lambda: overlap(corpus))
    most = peak()
    hashed = hashing(np.frombuffer("".join(article.text for article in corpus).encode(), dtype=np.uint8))
    return {
        "seconds": seconds,
        "hashing": hashed,
        "kb": (most - before) / articles,
        "whole": most / articles,
        "pairs": len(found),
        "passages": len(found.passages),
    }


def few(articles: int) -> dict[str, Any]:
    """A handful of pages in a new process: the seconds until kernels are loaded, of the first answer, of later ones."""
    corpus = Maker(articles).made().corpus
    start = timed(ready)[0]
    answers = [timed(lambda: overlap(corpus))[0] for _ in range(5)]
    return {"start": start, "seconds": answers[0], "later": min(answers)}


def pages() -> None:
    """Print how soon five pages are answered, kernels being compiled: the middle one of five processes."""
    got = sorted((child("few", FEW) for _ in range(5)), key=lambda one: one["seconds"])[2]
    print(
        f"{FEW} pages in a new process: kernels loaded in {got['start']:.2f} s, first answer in "
        f"{got['seconds']:.3f} s, later ones in {got['later']:.3f} s"
    )


def growth(sizes: list[int]) -> None:
    """Print time and memory by size, and the power by which time grows."""
    print(
        f"{'articles':>9} {'s':>7} {'x hashing':>10} {'KB/article':>11} {'with texts':>11} {'pairs':>9} {'passages':>9}"
    )
    times = []
    for size in sizes:
        got = child("ours", size)
        if "why" in got:
            print(f"{size:9,} {got['why']}")
            return
        times.append(got["seconds"])
        ratio = got["seconds"] / got["hashing"]
        print(
            f"{size:9,} {got['seconds']:7.2f} {ratio:9.1f}x {got['kb']:11.1f} {got['whole']:11.1f} "
            f"{got['pairs']:9,} {got['passages']:9,}"
        )
    if len(sizes) > 1:
        power = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
        print(f"time grows as N^{power:.2f} from {sizes[0]:,} to {sizes[-1]:,}")


TASKS: dict[str, Callable[[int], dict[str, Any]]] = {
    "ours": ours,
    "few": few,
}


def main() -> None:
    """Print quality, speed, growth and, where asked for, the peers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000, help="of the corpus whose truth is compared")
    options.add_argument("--sizes", type=int, nargs="*", default=[10_000, 20_000, 40_000], help="for the growth")
    options.add_argument("--large", action="store_true", help="the growth goes on to 100,000")
    options.add_argument("--peers", action="store_true", help="scikit-learn, rensa, datasketch instead")
    options.add_argument("--passim", metavar="COMMAND", help="passim too, by this command (overlap_peers.py)")
    options.add_argument("--engine", choices=("files", "dask"), help="out of core, beside memory alone")
    options.add_argument("--task", choices=TASKS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.task:
        print(json.dumps(TASKS[given.task](given.articles)))
        return
    if given.engine:
        from tests.benchmarks.overlap_engines import beyond

        beyond(given.engine, [10_000, 100_000, 200_000] if given.large else [given.articles])
        return
    if given.peers:
        from tests.benchmarks.overlap_peers import peers

        peers(given.articles, given.passim)
        return
    made = Maker(given.articles).made()
    print(f"{given.articles:,} articles, {len(made.planted):,} passages planted")
    quality(made, overlap(made.corpus))
    pages()
    growth([*given.sizes, 100_000] if given.large else given.sizes)


if __name__ == "__main__":
    main()
