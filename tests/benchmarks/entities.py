"""What names cost: ``python -m tests.benchmarks.entities [--articles 10000] [--processes 2]``.

Articles of twelve sentences, drawn from ANERcorp where it stands beside the project (each person's name swapped for
another, so that vocabulary grows as it does in life), else from the sample pages. Prints words a second of processor
time on one core, for finding alone and for all, and as ratios to tokenising the same text; then the same corpus by
several processes, whether their result is the same, and the most memory that this process took.
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Callable, Iterator
from time import perf_counter, process_time

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
    large = corpus_of(given.articles)
    results: list[Entities] = []
    times = []
    for large_from, processes in ((1 << 60, 1), (0, given.processes)):
        sharing.LARGE, sharing.cores = large_from, lambda most, n=processes: min(n, most)
        entities(small, progress=False, edits=False)  # the processes have begun and laid the lists out
        times.append(took(lambda: results.append(entities(large, progress=False, edits=False)), perf_counter))
    same = results[0].mentions.equals(results[1].mentions) and results[0].table.equals(results[1].table)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{given.articles:,} articles: {len(results[0].mentions):,} mentions; {given.processes} processes take "
        f"{times[1] / times[0]:.2f} x the time of one; same result: {same}; most memory {memory:,.0f} MB"
    )


if __name__ == "__main__":
    main()
