"""The finding of names shared among processes, with the same result in the same order.

Articles are independent until names are resolved, so that large corpora are read by worker processes (loky) in batches.
What a worker cannot do (it was killed, memory ran out) is done again in this process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.find import candidates
from workbench.extractors.entities.tagging.crf import default_tagger
from workbench.extractors.entities.tagging.protocol import Tagger
from workbench.languages import pack
from workbench.workers import cores, started

if TYPE_CHECKING:
    from concurrent.futures import Future

    from loky import ProcessPoolExecutor

__all__ = ["all_candidates", "processes_for"]

LARGE = 3_000_000
"""Characters of text from which the work is shared."""
BATCH = 150_000
"""Characters from which a batch is full."""
MOST = 8
"""The most processes: names are resolved in one, which sets the pace beyond that."""


def processes_for(articles: Iterable[Article]) -> int:
    """How many processes find the names of some articles: one for few, else one a core."""
    return cores(MOST) if sum(len(article.text) for article in articles) >= LARGE else 1


def all_candidates(
    articles: Iterable[Article], *, tagger: Tagger | bool, processes: int = 1
) -> Iterator[tuple[Article, list[Candidate]]]:
    """Each article with its candidates, in the order of the articles.

    Parameters
    ----------
    articles: what is read.
    tagger: True for the one of each language, False for none, or one for all; only the first two are shared among
        processes, as nobody knows whether another's can be.
    processes: how many read at once.
    """
    if processes < 2 or not isinstance(tagger, bool):
        yield from ((article, _one(article, tagger=tagger)) for article in articles)
        return
    pool = started(processes)
    try:
        waiting: deque[tuple[list[Article], Future[list[list[Candidate]]] | None]] = deque()
        for batch in _batches(articles):
            waiting.append((batch, _asked(pool, batch, tagger=tagger)))
            if len(waiting) > 2 * processes:
                yield from _done(*waiting.popleft(), tagger=tagger)
        while waiting:
            yield from _done(*waiting.popleft(), tagger=tagger)
    finally:
        pool.shutdown(wait=True, kill_workers=True)


def _asked(pool: ProcessPoolExecutor, batch: list[Article], *, tagger: bool) -> Future[list[list[Candidate]]] | None:
    try:
        asked: Future[list[list[Candidate]]] = pool.submit(_several, batch, tagger=tagger)
    except RuntimeError:  # the pool is broken
        return None
    return asked


def _done(
    batch: list[Article], asked: Future[list[list[Candidate]]] | None, *, tagger: bool
) -> Iterator[tuple[Article, list[Candidate]]]:
    """What became of a batch; done here where no worker did it."""
    found = None
    if asked is not None:
        try:
            found = asked.result()
        except RuntimeError:  # a worker was killed: loky's and concurrent.futures' errors are RuntimeErrors
            found = None
    yield from zip(batch, _several(batch, tagger=tagger) if found is None else found, strict=True)


def _several(batch: list[Article], *, tagger: bool) -> list[list[Candidate]]:
    return [_one(article, tagger=tagger) for article in batch]


def _one(article: Article, *, tagger: Tagger | bool) -> list[Candidate]:
    if isinstance(tagger, bool):
        return candidates(article, default_tagger(pack(article.language)) if tagger else None)
    return candidates(article, tagger)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
