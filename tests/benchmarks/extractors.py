"""What names and quotations cost: ``python -m tests.benchmarks.extractors``.

Times are ratios within one run: to tokenising the same articles once, and of a corpus to one four times as large.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from workbench import samples
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes
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


def main() -> None:
    """Print the ratios."""
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


if __name__ == "__main__":
    main()
