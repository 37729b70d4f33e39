"""Which outlets carry the speaker of a statement, or name him in its days, and do not carry the statement."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Corpus
from workbench.extractors.quotes.statements import day_of

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["Silences", "Silent"]

BySource = dict[str, list[str]]
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
        self._spoken: dict[str, BySource] = {}
        self._dated: dict[str, _Dated] = {}

    def of(self, speakers: Iterable[str], articles: Iterable[str]) -> list[Silent]:
        """The silent outlets of a statement, in the order of the corpus.

        Parameters
        ----------
        speakers: who says it; none: no outlet can be silent about nobody.
        articles: those that carry it.
        """
        carrying = list(articles)
        told = {self._sources[article] for article in carrying}
        days = [day.toordinal() for article in carrying if (day := self._days[article]) is not None]
        spoken: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for speaker in speakers:
            for source, own in self._spoken_by(speaker).items():
                if source not in told:
                    spoken[source] += own
            for article in self._names_of(speaker).near(days):
                named[self._sources[article]].append(article)
        found = []
        for source in sorted((spoken.keys() | named.keys()) - told, key=self._order.__getitem__):
            where = sorted({*spoken.get(source, ()), *named.get(source, ())}, key=self._rank.__getitem__)
            quotes, mentions = len(spoken.get(source, ())), len(named.get(source, ()))
            found.append(Silent(source, "quotes" if quotes else "names", quotes, mentions, where))
        return found

    def _spoken_by(self, speaker: str) -> BySource:
        """The articles that quote a speaker, one for each time, by their outlets."""
        if speaker not in self._spoken:
            own: BySource = defaultdict(list)
            for article in self._quoted.get(speaker, ()):
                own[self._sources[article]].append(article)
            self._spoken[speaker] = own
        return self._spoken[speaker]

    def _names_of(self, speaker: str) -> _Dated:
        if speaker not in self._dated:
            self._dated[speaker] = _Dated((article, self._days[article]) for article in self._named.get(speaker, ()))
        return self._dated[speaker]


class _Dated:
    """Articles in the order of their days, so that those of a few days are found without looking at the others."""

    def __init__(self, articles: Iterable[tuple[str, dt.date | None]]) -> None:
        known = list(articles)
        self._undated = [article for article, day in known if day is None]
        dated = sorted((day.toordinal(), article) for article, day in known if day is not None)
        self._days = [day for day, _ in dated]
        self._articles = [article for _, article in dated]

    def near(self, days: list[int]) -> Iterator[str]:
        """Those of the days of a statement, and where either has no date."""
        if not days:
            return chain(self._articles, self._undated)
        first, end = bisect_left(self._days, min(days) - LATER), bisect_right(self._days, max(days) + LATER)
        return chain(self._articles[first:end], self._undated)


def _articles_of(who: pd.Series, articles: pd.Series) -> dict[str, list[str]]:
    """For each speaker or name the articles where he stands, one for each time."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, article in zip(who.tolist(), articles.tolist(), strict=True):
        if one:
            found[str(one)].append(str(article))
    return found
