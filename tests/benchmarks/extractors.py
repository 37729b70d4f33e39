"""What names and quotations cost: ``python -m tests.benchmarks.extractors [--articles 2000]``.

Times are ratios within one run: to tokenising the same articles once, and of a corpus to one four times as large. Then
how many articles a second are read for quotations once their names are known, by one process and by two, with the start
of the two and once they stand: the processor's time is what other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter, process_time

from workbench import samples
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes
from workbench.extractors.quotes.named import Named
from workbench.extractors.quotes.rows import all_read
from workbench.languages import pack
from workbench.text.tokens import tokens

SIZES = (150, 600)


def corpus_of(size: int) -> Corpus:
    """The sample's pages over and over, each with an id of its own."""
    pages = list(samples.phone_call())
    return Corpus(replace(pages[n % len(pages)], id=f"a{n}", source=f"s{n % 20}") for n in range(size))


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def reading(articles: int) -> None:
    """Print how many articles a second are read for quotations."""
    corpus = corpus_of(articles)
    words = sum(len(tokens(one.text, pack(one.language))) for one in corpus)
    named = Named(entities(corpus, progress=False))
    print(f"{articles:,} articles of {words / articles:.0f} words")
    for processes in (1, 2):
        first = seconds(lambda n=processes: list(all_read(corpus, named, processes=n)))
        start, used = perf_counter(), process_time()
        rows = sum(len(found) for found, _ in all_read(corpus, named, processes=processes))
        took, used = perf_counter() - start, process_time() - used
        note = f", {articles / used:.0f} a second of the processor" if processes == 1 else ""
        begun = f"; {articles / first:.0f} with their start" if processes > 1 else ""
        print(
            f"  {processes} process{'es' if processes > 1 else ''}: {articles / took:.0f} a second{note}{begun}"
            f" ({rows} rows)"
        )


def main() -> None:
    """Print the ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=2000, help="how many are read for quotations")
    given = options.parse_args()
    entities(corpus_of(10))  # lexicons are built once
    took: dict[str, list[float]] = {"tokens": [], "entities": [], "quotes": []}
    for size in SIZES:
        corpus = corpus_of(size)
        named = entities(corpus, progress=False)
        took["tokens"].append(seconds(lambda c=corpus: [tokens(a.text, pack(a.language)) for a in c]))
        took["entities"].append(seconds(lambda c=corpus: entities(c, progress=False)))
        took["quotes"].append(seconds(lambda c=corpus, n=named: quotes(c, n, progress=False)))
    for name, (small, large) in took.items():
        print(
            f"{name:<9} {large / took['tokens'][1]:6.1f} x tokenising; "
            f"{SIZES[1] / SIZES[0]:.0f} x the articles take {large / small:.1f} x the time"
        )
    reading(given.articles)


if __name__ == "__main__":
    main()
