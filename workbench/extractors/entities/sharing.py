"""The finding of names shared among processes, with the same result in the same order.

Articles are independent until names are resolved, so that large corpora are read by worker processes in batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.find import candidates
from workbench.extractors.entities.tagging.crf import default_tagger
from workbench.extractors.entities.tagging.protocol import Tagger
from workbench.languages import pack
from workbench.workers import cores, shared

__all__ = ["BATCH", "all_candidates", "processes_for", "size"]

LARGE = 1_000_000
"""Characters of text from which the work is shared: fewer are read before a second process has started."""
BATCH = 60_000
"""Characters from which a batch is full: a third of a second's work, so that nobody waits long for the last one."""
MOST = 8
"""The most processes: names are resolved in one, which sets the pace beyond that."""


def size(article: Article) -> int:
    """How heavy an article is: its characters."""
    return len(article.text)


def processes_for(articles: Iterable[Article]) -> int:
    """How many processes find the names of some articles: one for few, else one a core."""
    return cores(MOST) if sum(map(size, articles)) >= LARGE else 1


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
    several = processes if isinstance(tagger, bool) else 1
    yield from shared(articles, partial(_several, tagger=tagger), processes=several, weigh=size, batch=BATCH)


def _several(batch: list[Article], *, tagger: Tagger | bool) -> list[list[Candidate]]:
    return [_one(article, tagger=tagger) for article in batch]


def _one(article: Article, *, tagger: Tagger | bool) -> list[Candidate]:
    if isinstance(tagger, bool):
        return candidates(article, default_tagger(pack(article.language)) if tagger else None)
    return candidates(article, tagger)
