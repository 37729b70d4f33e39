"""Which of two articles was first, as far as their dates and credits tell, and which agency both may have it from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.corpus import Article, Corpus
from workbench.languages import pack, packs
from workbench.languages.pack import LanguagePack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

__all__ = ["Order", "first"]

CREDITS = ("dateline", "byline")
WORDS = re.compile(r"[^\W_]+")
LONGEST = 6
"""The most words of a credit."""


class Told(NamedTuple):
    """The article that was first, by what that is known (``date`` or ``credit``), and who else may be the source."""

    first: str
    by: str
    likely: str


UNTOLD = Told("", "", "")


def first(a: Article, b: Article) -> str:
    """The id of the article that was published first; empty unless both dates are known and tell.

    Times of day are compared where both have one and both or neither says its time zone; else the days.
    """
    one, other = a.published, b.published
    if one is None or other is None:
        return ""
    if not (_timed(one) and _timed(other) and _zoned(one) == _zoned(other)):
        one, other = _day(one), _day(other)
    return a.id if one < other else b.id if other < one else ""


class Order:
    """Tells which of two articles of a corpus was first.

    An article that credits an agency, or an outlet of the corpus, in its dateline or byline or as its agency, is later
    than that one's own page. A date goes before a credit.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._names = _names(corpus.sources)
        self._own = {source: self._named(source) for source in corpus.sources}
        self._articles = list(corpus)
        self._credited = {article.id: self._credits(article) for article in corpus if _credits(article)}
        self._there = set().union(*self._own.values()) if self._own else set()

    def between(self, a: Article, b: Article) -> Told:
        """Which of two articles was first, and the credited agencies that have no page in the corpus."""
        ours, theirs = self._credited.get(a.id, {}), self._credited.get(b.id, {})
        dated = first(a, b)
        if not ours and not theirs:
            return Told(dated, "date", "") if dated else UNTOLD
        likely = self._likely(ours, theirs)
        if dated:
            return Told(dated, "date", likely)
        a_later, b_later = bool(self._own[b.source] & ours.keys()), bool(self._own[a.source] & theirs.keys())
        if a_later == b_later:
            return Told("", "", likely)
        return Told(b.id if a_later else a.id, "credit", likely)

    def of_pairs(self, a: Numbers, b: Numbers) -> tuple[Numbers, list[str], list[str]]:
        """For pairs of articles, by number: which was first, or -1; by what; who else may be the source.

        Pages without credits whose dates have no time zone are compared all at once.
        """
        days, times, slow = _dates(self._articles)
        slow |= np.array([article.id in self._credited for article in self._articles], dtype=bool)
        timed = (times[a] >= 0) & (times[b] >= 0)
        one, other = np.where(timed, times[a], days[a]), np.where(timed, times[b], days[b])
        dated = (days[a] > 0) & (days[b] > 0) & (one != other)
        found = np.where(dated, np.where(one < other, a, b), -1)
        by, likely = np.where(dated, "date", "").tolist(), [""] * len(a)
        for pair in np.flatnonzero(slow[a] | slow[b]).tolist():
            sides = self._articles[a[pair]], self._articles[b[pair]]
            told = self.between(*sides)
            found[pair] = -1 if not told.first else a[pair] if told.first == sides[0].id else b[pair]
            by[pair], likely[pair] = told.by, told.likely
        return found, by, likely

    def _likely(self, ours: dict[str, str], theirs: dict[str, str]) -> str:
        """The agencies that both credit and that have no page here; where there is none, those that one credits."""
        names = {**theirs, **ours}
        chosen = (ours.keys() & theirs.keys()) - self._there or names.keys() - self._there
        return ", ".join(sorted({names[one] for one in chosen}))

    def _named(self, name: str) -> set[str]:
        """What stands for an outlet: itself, and the agency that its name credits."""
        own = _key(name, packs()[0])
        return {self._names[one] for one in _keys(name) if one in self._names} | ({own} if own else set())

    def _credits(self, article: Article) -> dict[str, str]:
        """The agencies and outlets that an article credits, with the names by which its language calls them."""
        language = pack(article.language)
        found: dict[str, str] = {}
        lines = [article.slice(block) for block in article.blocks if block.kind in CREDITS]
        for line in lines:
            for credit in self._inside(line, language):
                found.setdefault(self._names[credit], _agencies(language).get(credit) or _usual(credit))
        agency = _key(article.agency, language)
        if agency:
            found.setdefault(self._names.get(agency, agency), article.agency)
        for own in self._own[article.source]:
            found.pop(own, None)
        return found

    def _inside(self, line: str, language: LanguagePack) -> list[str]:
        """The credits and outlets whose names stand in a line, longest first, none inside another."""
        words = WORDS.findall(language.fold(line))
        found, at = [], 0
        while at < len(words):
            sizes = range(min(LONGEST, len(words) - at), 0, -1)
            size = next((n for n in sizes if " ".join(words[at : at + n]) in self._names), 0)
            if size:
                found.append(" ".join(words[at : at + size]))
            at += size or 1
        return found


def _credits(article: Article) -> bool:
    """Whether an article may credit anybody."""
    if article.agency:
        return True
    for block in article.blocks:  # noqa: SIM110  any() would take most of the time of a corpus without credits
        if block.kind in CREDITS:
            return True
    return False


def _dates(articles: Sequence[Article]) -> tuple[Numbers, Numbers, Mask]:
    """The day of each article, 0 where it has none; its microsecond, or -1; whether it has a time zone."""
    days, times = np.zeros(len(articles), np.int64), np.full(len(articles), -1)
    zoned = np.zeros(len(articles), bool)
    for number, article in enumerate(articles):
        when = article.published
        if when is None:
            continue
        days[number] = when.toordinal()
        if isinstance(when, dt.datetime):
            times[number] = (when.replace(tzinfo=None) - dt.datetime.min) // dt.timedelta(microseconds=1)
            zoned[number] = when.tzinfo is not None
    return days, times, zoned


def _key(text: str, language: LanguagePack) -> str:
    """A name as its folded words."""
    return " ".join(WORDS.findall(language.fold(text)))


def _keys(text: str) -> set[str]:
    return {_key(text, language) for language in packs()} - {""}


@cache
def _agencies(language: LanguagePack) -> dict[str, str]:
    """The credits of a pack, as keys, to the agencies' usual names."""
    return {_key(row["credit"], language): row["agency"] for row in language.rows("credits")}


def _usual(credit: str) -> str:
    """The usual name of an agency in the first language that knows it; an outlet's own key where none does."""
    return next((_agencies(one)[credit] for one in packs() if credit in _agencies(one)), credit)


@cache
def _known() -> dict[str, str]:
    """What stands for an agency by every credit of every pack: names that share a credit are one agency."""
    stands: dict[str, str] = {}
    for language in packs():
        for credit, agency in _agencies(language).items():
            names = [credit, _key(agency, language)]
            shared = next((stands[name] for name in names if name in stands), names[1])
            for name in names:
                old = stands.setdefault(name, shared)
                if old != shared:
                    stands.update({other: shared for other, one in stands.items() if one == old})
    return stands


def _names(sources: Sequence[str] | Iterable[str]) -> dict[str, str]:
    """Every name that a credit may have: those of the packs, and the outlets' own."""
    found = dict(_known())
    for source in sources:
        own = _key(source, packs()[0])
        for name in _keys(source):
            found.setdefault(name, own)
    return found


def _timed(published: dt.date) -> bool:
    return isinstance(published, dt.datetime)


def _zoned(published: dt.date) -> bool:
    return isinstance(published, dt.datetime) and published.utcoffset() is not None


def _day(published: dt.date) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published
