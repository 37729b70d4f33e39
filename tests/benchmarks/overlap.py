"""What the overlap costs, as ratios: ``python -m tests.benchmarks.overlap``.

One run measures both sides on one machine: the standard library's ``difflib.SequenceMatcher`` over the words of all
pairs against ``overlap`` on the same articles, from raw text; then how time and memory grow from 500 to 5,000 articles.
The articles are made here from a seed: 400 words each out of a vocabulary with the long tail of real text, every
tenth one holding a passage of an earlier one.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import time
import tracemalloc
from difflib import SequenceMatcher

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.overlap import Overlap, overlap

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VOCABULARY = 30_000
WORDS = 400
COPIED = 60


def made(articles: int, *, seed: int = 7) -> Corpus:
    """A corpus of made-up articles in which every tenth one copies from an earlier one."""
    dice = random.Random(seed)
    vocabulary = ["".join(dice.choices(LETTERS, k=dice.randint(2, 8))) for _ in range(VOCABULARY)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    texts: list[list[str]] = []
    for number in range(articles):
        words = dice.choices(vocabulary, cum_weights=weights, k=WORDS)
        if number and number % 10 == 0:
            source, place = texts[dice.randrange(number)], dice.randrange(WORDS - COPIED)
            words[place : place + COPIED] = source[place : place + COPIED]
        texts.append(words)
    return Corpus(page(number, " ".join(words)) for number, words in enumerate(texts))


def page(number: int, text: str) -> Article:
    """One article, all of it body."""
    block = (Block(0, len(text), "body"),)
    return Article(f"a{number}", f"s{number % 20}", "", None, "", "", "ar", text, block, f"a{number}")


def timed(corpus: Corpus) -> tuple[float, Overlap]:
    """The seconds that the overlap of a corpus takes, and what it found."""
    began = time.perf_counter()
    found = overlap(corpus)
    return time.perf_counter() - began, found


def by_difflib(corpus: Corpus) -> tuple[float, int]:
    """The seconds that all pairs take with difflib, and in how many pairs it sees a block of eight words."""
    began = time.perf_counter()
    texts, shared = [article.text.split() for article in corpus], 0
    for a, b in itertools.combinations(texts, 2):
        blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        shared += any(block.size >= 8 for block in blocks)
    return time.perf_counter() - began, shared


def main() -> None:
    """Print the ratio to difflib and the growth."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--difflib", type=int, default=120, help="articles for the comparison with difflib")
    options.add_argument(
        "--sizes", type=int, nargs="+", default=[500, 1000, 2000, 5000], help="articles for the growth"
    )
    given = options.parse_args()

    overlap(made(20))  # imports and caches
    corpus = made(given.difflib)
    ours, found = timed(corpus)
    theirs, pairs = by_difflib(corpus)
    sharing = int((found.pairs["words"] > 0).sum())
    print(f"{given.difflib} articles: overlap {ours:.3f} s ({sharing} pairs), difflib {theirs:.2f} s ({pairs} pairs)")
    print(f"  ratio {theirs / ours:.0f}x")

    times = []
    print(f"{'articles':>9} {'seconds':>8} {'ms/article':>11} {'pairs':>7} {'passages':>9}")
    for size in given.sizes:
        seconds, found = timed(made(size))
        times.append(seconds)
        print(f"{size:9,} {seconds:8.2f} {1000 * seconds / size:11.2f} {len(found):7,} {len(found.passages):9,}")
    power = math.log(times[-1] / times[0]) / math.log(given.sizes[-1] / given.sizes[0])
    print(f"time grows as N^{power:.2f} from {given.sizes[0]:,} to {given.sizes[-1]:,}")

    corpus = made(given.sizes[-1])
    tracemalloc.start()
    overlap(corpus)
    print(
        f"peak memory {tracemalloc.get_traced_memory()[1] / given.sizes[-1] / 1024:.0f} KB an article beyond the texts"
    )


if __name__ == "__main__":
    main()
