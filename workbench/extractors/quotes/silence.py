"""Which outlets carry the speaker of a statement, or name him in its days, and do not carry the statement."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Corpus
from workbench.extractors.quotes.statements import day_of

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["Silences", "Silent"]

LATER = 1  # days around those of a statement on which an outlet that names the speaker might have carried it


class Silent(NamedTuple):
    """An outlet, what it carries of the speaker (``quotes`` or ``names``), how often, and in which articles."""

    source: str
    carries: str
    quotes: int
    mentions: int
    articles: list[str]


class Silences:
    """Who is quoted and named where: made once, asked for any number of statements.

    Parameters
    ----------
    corpus, entities, table: the quotations, and who is named.
    """

    def __init__(self, corpus: Corpus, entities: Entities, table: pd.DataFrame) -> None:
        self._sources = {article.id: article.source for article in corpus}
        self._rank = {name: number for number, name in enumerate(self._sources)}
        self._order = {source: number for number, source in enumerate(corpus.sources)}
        self._days = {article.id: day_of(article) for article in corpus}
        self._quoted = _articles_of(table["speaker"], table["article"])
        self._named = _articles_of(entities.mentions["entity"], entities.mentions["article"])

    def of(self, speakers: Iterable[str], articles: Iterable[str]) -> list[Silent]:
        """The silent outlets of a statement, in the order of the corpus.

        Parameters
        ----------
        speakers: who says it; none: no outlet can be silent about nobody.
        articles: those that carry it.
        """
        carrying = list(articles)
        told = {self._sources[article] for article in carrying}
        days = [day for article in carrying if (day := self._days[article]) is not None]
        spoken: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for speaker in speakers:
            for article in self._quoted.get(speaker, ()):
                spoken[self._sources[article]].append(article)
            for article in self._named.get(speaker, ()):
                if _near(self._days[article], days):
                    named[self._sources[article]].append(article)
        found = []
        for source in sorted((spoken.keys() | named.keys()) - told, key=self._order.__getitem__):
            where = sorted({*spoken.get(source, ()), *named.get(source, ())}, key=self._rank.__getitem__)
            quotes, mentions = len(spoken.get(source, ())), len(named.get(source, ()))
            found.append(Silent(source, "quotes" if quotes else "names", quotes, mentions, where))
        return found


def _articles_of(who: pd.Series, articles: pd.Series) -> dict[str, list[str]]:
    """For each speaker or name the articles where he stands, one for each time."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, article in zip(who.tolist(), articles.tolist(), strict=True):
        if one:
            found[str(one)].append(str(article))
    return found


def _near(day: dt.date | None, days: list[dt.date]) -> bool:
    """Whether an article is of the days of a statement, or either has no date."""
    if day is None or not days:
        return True
    return (min(days) - day).days <= LATER and (day - max(days)).days <= LATER
