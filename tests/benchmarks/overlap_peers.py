"""The overlap beside other tools: ``python -m tests.benchmarks.overlap --peers [--articles N] [--passim COMMAND]``.

All read the same raw texts (without footers, which a product of counts would square), each in a process of its own,
ours and theirs by turns, ``ROUNDS`` times; the least of each is taken, by the clock and by the processor's, which other
work on the machine disturbs less, and the load is printed. A tool that is not installed is skipped, and says so (extra
``compare``). Ours goes from texts to pairs, shares, passages, boilerplate and who was first, all frames made; kernels
are compiled before, libraries imported. What the others do:

``scikit-learn``: ``CountVectorizer`` of five words in a row (``\\w+``, case folded, present or not), then the sparse
    product of its matrix with itself. Exact: the same pairs. No passages.
``rensa``, ``datasketch``: what somebody writes who wants these pairs of them. Marks and variants of letters are folded
    with ``str.replace`` and one regular expression, words are ``\\w+``, shingles five of them joined by ``zip``. A
    MinHash of 128 permutations of each article by the call for many at once (``RMinHash.from_token_sets``, on all
    cores; ``MinHash.bulk``); an index of 128 bands of one row, because passages of 15 to 120 words in articles of 400
    have a resemblance of .01 to .2, and fewer bands find fewer; all articles asked for, and the candidates compared
    exactly by their sets of shingles (containment both ways, Jaccard). No passages, and no pair that the index misses.
    (rensa's ``rho`` sketches are faster but look at some places of a text alone, so that a passage that stands
    elsewhere in the other text is not seen; its own page advises against them here.)
``passim``: by a command of yours to which ``--pairwise INPUT OUTPUT`` is put, its defaults for the rest, such as
    ``--passim "spark-submit passim/seriatim.py"`` with PySpark, Java and a clone of its sources (what PyPI has under
    this name is something else; it was not run where this was written). Its time is also told without what it takes for
    five articles, which is Spark's start.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tests.benchmarks.overlap_corpus import Maker
from workbench.corpus import Article, Block, Corpus
from workbench.extractors.overlap import overlap
from workbench.extractors.overlap.sharing import NO_MASK

__all__ = ["peers"]

PEERS = ("scikit-learn", "rensa", "datasketch")
ROUNDS = 3
GRAM = 5
PERMUTATIONS = 128
BANDS = 128
LEAST = 0.005
"""The resemblance from which rensa is asked to look; its bands alone decide what it finds."""
FEW = 5
MARKS = re.compile("[\u0640\u064b-\u065f\u0670]+")
LETTERS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ة", "ه"))
WORDS = re.compile(r"\w+")

Pairs = Iterable[tuple[int, int]]


class Took(NamedTuple):
    """What some work took, by the clock and of the processor, all threads together."""

    seconds: float
    processor: float


def timed(work: Callable[[], Any]) -> tuple[Took, Any]:
    """What some work takes, and what it gives."""
    began, used = time.perf_counter(), time.process_time()
    made = work()
    return Took(time.perf_counter() - began, time.process_time() - used), made


def ours(texts: list[str]) -> tuple[Took, Pairs]:
    """The seconds of the overlap, and the pairs that share five words, boilerplate too, which the others keep."""
    overlap(Maker(30).made().corpus)
    pages = [
        Article(f"a{n}", f"s{n % 40}", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), f"a{n}")
        for n, text in enumerate(texts)
    ]
    took, found = timed(lambda: overlap(Corpus(pages), k=GRAM))
    a, b = found._index.sides
    sharing = found._index.shared(NO_MASK) > 0
    return took, zip(a[sharing].tolist(), b[sharing].tolist(), strict=True)


def scikit(texts: list[str]) -> tuple[Took, Pairs]:
    """5-gram counts and a sparse product."""
    from sklearn.feature_extraction.text import CountVectorizer

    def work() -> Pairs:
        counts = CountVectorizer(ngram_range=(GRAM, GRAM), token_pattern=r"\w+", binary=True, dtype=np.int32)
        grams = counts.fit_transform(texts)
        product = (grams @ grams.T).tocoo()
        above = product.row < product.col
        return zip(product.row[above].tolist(), product.col[above].tolist(), strict=True)

    return timed(work)


def shingles(text: str) -> list[str]:
    """The shingles of a text, folded."""
    text = MARKS.sub("", text).lower()
    for letter, folded in LETTERS:
        text = text.replace(letter, folded)
    words = WORDS.findall(text)
    return list(map(" ".join, zip(*(words[n:] for n in range(GRAM)), strict=False)))


def exact(candidates: Pairs, every: list[list[str]]) -> Iterator[tuple[int, int, float, float, float]]:
    """Of some pairs those that share shingles: both containments and the Jaccard coefficient."""
    sets: dict[int, set[str]] = {}
    for a, b in candidates:
        for one in (a, b):
            if one not in sets:
                sets[one] = set(every[one])
        both = len(sets[a] & sets[b])
        if both:
            one, other = len(sets[a]), len(sets[b])
            yield a, b, both / one, both / other, both / (one + other - both)


def rensa(texts: list[str]) -> tuple[Took, Pairs]:
    """rensa's MinHash and its index."""
    from rensa import RMinHash, RMinHashLSH

    def work() -> list[tuple[int, int, float, float, float]]:
        every = [shingles(text) for text in texts]
        hashes = RMinHash.from_token_sets(every, num_perm=PERMUTATIONS, seed=1)
        index = RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS)
        index.insert_many(hashes)
        near = enumerate(index.query_all(hashes))
        return list(exact(((a, b) for a, some in near for b in sorted(some) if a < b), every))

    took, found = timed(work)
    return took, (row[:2] for row in found)


def datasketch(texts: list[str]) -> tuple[Took, Pairs]:
    """datasketch's MinHash and its index."""
    from datasketch import MinHash, MinHashLSH

    def work() -> list[tuple[int, int, float, float, float]]:
        every = [shingles(text) for text in texts]
        given = ([one.encode() for one in some] for some in every)
        hashes = MinHash.bulk(given, num_perm=PERMUTATIONS, seed=1)
        index = MinHashLSH(params=(BANDS, PERMUTATIONS // BANDS), num_perm=PERMUTATIONS)
        for number, one in enumerate(hashes):
            index.insert(number, one)
        near = ((a, index.query(one)) for a, one in enumerate(hashes))
        return list(exact(((a, b) for a, some in near for b in sorted(some) if a < b), every))

    took, found = timed(work)
    return took, (row[:2] for row in found)


TASKS: dict[str, Callable[[list[str]], tuple[Took, Pairs]]] = {
    "ours": ours,
    "scikit-learn": scikit,
    "rensa": rensa,
    "datasketch": datasketch,
}


def child(task: str, path: Path) -> dict[str, Any]:
    """What a task takes and finds in a process of its own: the seconds, and the pairs; or why it could not."""
    command = [sys.executable, "-m", "tests.benchmarks.overlap_peers", "--task", task, "--texts", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "TQDM_DISABLE": "1"})
    if done.returncode:
        return {"why": (done.stderr.strip().splitlines() or ["it ended"])[-1]}
    return json.loads(done.stdout.splitlines()[-1])


def by_turns(name: str, path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Ours and a peer's, one after the other, several times: what both found, and the least that they took."""
    own, other = [], []
    for _ in range(ROUNDS):
        own.append(child("ours", path))
        other.append(child(name, path))
        if "why" in other[-1]:
            return own[-1], other[-1]
    return least(own), least(other)


def least(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """A run with the least seconds that any of these took."""
    return {**runs[0], **{how: min(one[how] for one in runs) for how in ("seconds", "processor")}}


def peers(articles: int, passim: str | None = None) -> None:
    """Print what the others take and find on the same texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        texts = [article.text for article in Maker(articles, footers=False).made().corpus]
        path.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        print(f"{articles:,} articles without footers, least of {ROUNDS} runs by turns; {load()}", flush=True)
        for name in PEERS:
            own, other = by_turns(name, path)
            if "why" in other:
                print(f"  {name}: skipped, {other['why']}", flush=True)
            else:
                print(f"  {name}: {told(own, other)}; {load()}", flush=True)
        if passim:
            print(f"  passim: {aligned(passim, texts, path, Path(folder))}; {load()}", flush=True)


def told(own: dict[str, Any], other: dict[str, Any]) -> str:
    """How both compare, in words."""
    mine, theirs = ({tuple(pair) for pair in one["pairs"]} for one in (own, other))
    found = f"{len(mine & theirs):,} of the {len(mine):,} pairs and {len(theirs - mine):,} more"
    clock, processor = (f"{other[how] / own[how]:.1f}x" for how in ("seconds", "processor"))
    return (
        f"{other['seconds']:.2f} s, overlap {own['seconds']:.3f} s: {clock} as fast by the clock, {processor} by the "
        f"processor; {'the same pairs' if mine == theirs else found}"
    )


def aligned(command: str, texts: list[str], path: Path, folder: Path) -> str:
    """What passim takes for the texts, and for a few; how much ours is faster."""
    try:
        start, whole = (by_passim(command, some, folder / f"{len(some)}") for some in (texts[:FEW], texts))
    except (OSError, subprocess.CalledProcessError) as error:
        return f"skipped, {error}"
    own = min(child("ours", path)["seconds"] for _ in range(ROUNDS))
    return (
        f"{whole:.1f} s, {start:.1f} s of it for {FEW} articles too; overlap {own:.3f} s: "
        f"{whole / own:.0f}x as fast, {(whole - start) / own:.0f}x without the start"
    )


def by_passim(command: str, texts: list[str], folder: Path) -> float:
    """The seconds that passim takes."""
    folder.mkdir()
    given = folder / "texts.json"
    rows = [json.dumps({"id": f"a{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(texts)]
    given.write_text("\n".join(rows), encoding="utf-8")
    asked = [*shlex.split(command), "--pairwise", str(given), str(folder / "out")]
    return timed(lambda: subprocess.run(asked, capture_output=True, check=True))[0].seconds


def load() -> str:
    """How many wanted the processor in the last minute, and how many can have it."""
    waiting = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return f"load {waiting} on {os.cpu_count()} cores"


def main() -> None:
    """Print what one task takes and finds, for the process that asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--task", choices=TASKS, required=True)
    options.add_argument("--texts", type=Path, required=True)
    given = options.parse_args()
    took, pairs = TASKS[given.task](json.loads(given.texts.read_text(encoding="utf-8")))
    print(json.dumps({**took._asdict(), "pairs": list(pairs)}))


if __name__ == "__main__":
    main()
