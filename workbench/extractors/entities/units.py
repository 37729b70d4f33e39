"""The sentences, paragraphs or articles of a chosen part of a corpus, each with the entities that it names."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args
from weakref import WeakKeyDictionary

from workbench.corpus import Article, Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.languages import pack
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Day", "Part", "Span", "Unit", "UnitKind", "Units", "sentence_counts", "units"]

UnitKind = Literal["sentence", "paragraph", "article"]
Day = dt.date | str | None
Span = tuple[int, int]
Bounds = tuple["array[int]", "array[int]"]

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True)
class Part:
    """Which part of a corpus is looked at, and what counts as standing together; checked by ``Part.of``."""

    unit: UnitKind = "sentence"
    sources: frozenset[str] | None = None
    types: frozenset[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        *,
        unit: str = "sentence",
        sources: str | Iterable[str] | None = None,
        types: str | Iterable[str] | None = None,
        since: Day = None,
        until: Day = None,
    ) -> Part:
        """The part that a researcher described.

        Raises
        ------
        UnknownNameError: the corpus has no such outlet.
        WorkbenchError: no such unit or type, or a day that is none.
        """
        for kind in get_args(UnitKind):
            if unit == kind:
                break
        else:
            raise WorkbenchError(f"{unit!r} is no unit.", hint="one of sentence, paragraph, article.")
        outlets, kinds = _names(sources), _names(types)
        for outlet in sorted(outlets or ()):
            if outlet not in corpus.sources:
                raise UnknownNameError(f"no article is from {outlet!r}.", hint="corpus.sources lists the outlets.")
        if kinds is not None and not kinds <= {"PER", "LOC", "ORG"}:
            unknown = sorted(kinds - {"PER", "LOC", "ORG"})[0]
            raise WorkbenchError(f"{unknown!r} is no type of entity.", hint="types are PER, LOC and ORG.")
        first, last = _day(since), _day(until)
        if first and last and first > last:
            raise WorkbenchError(f"the part ends on {last}, before it begins on {first}.", hint="swap since and until.")
        return cls(kind, outlets, kinds, first, last)

    def articles(self, corpus: Corpus) -> tuple[list[Article], int]:
        """Its articles in the order of the corpus, and how many were left out because they carry no date."""
        dated = self.since is not None or self.until is not None
        chosen, undated = [], 0
        for article in corpus:
            if self.sources is not None and article.source not in self.sources:
                continue
            if dated and article.published is None:
                undated += 1
            elif not dated or self._within(article):
                chosen.append(article)
        return chosen, undated

    def _within(self, article: Article) -> bool:
        day = article.published.date() if isinstance(article.published, dt.datetime) else article.published
        return day is not None and (self.since or day) <= day <= (self.until or day)


def _names(names: str | Iterable[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset([names] if isinstance(names, str) else names)


def _day(day: Day) -> dt.date | None:
    """The day that was meant; a moment's day is the one that it states."""
    if isinstance(day, dt.datetime):
        return day.date()
    if day is None or isinstance(day, dt.date):
        return day
    try:
        return dt.datetime.fromisoformat(day).date()
    except (TypeError, ValueError):
        raise WorkbenchError(f"{day!r} is no day.", hint='write it as "2025-01-31", or give a date.') from None


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch of text, ``corpus[article].text[start:end]``, and the spans of the entities named in it, by id."""

    article: str
    start: int
    end: int
    spans: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True)
class Units:
    """The units of a part of a corpus that name an entity, in order, and how many units it has in all."""

    part: Part
    named: list[Unit]
    total: int
    articles: int
    undated: int


def units(corpus: Corpus, mentions: pd.DataFrame, table: pd.DataFrame, part: Part) -> Units:
    """The units of a part, each with the entities of the chosen types that it names.

    A unit is a sentence, a paragraph (a block, parted at blank lines) or the whole article; only content is cut into
    sentences and paragraphs. A name that a researcher marked elsewhere, as in a caption, counts in its block.
    """
    kept = {entity for entity, kind in zip(table["entity"], table["type"], strict=True) if _fits(kind, part.types)}
    by_article: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, entity in zip(*(mentions[c] for c in ("article", "start", "end", "entity")), strict=True):
        if entity in kept:
            by_article[article].append((int(start), int(end), str(entity)))
    articles, undated = part.articles(corpus)
    cache = CUT.setdefault(corpus, {})
    named: list[Unit] = []
    total = 0
    for article in articles:
        bounds = _bounds(article, part.unit, cache)
        total += len(bounds[0])
        if article.id in by_article:
            named.extend(_filled(article, bounds, sorted(by_article[article.id])))
    return Units(part, named, total, len(articles), undated)


def _fits(kind: str, types: frozenset[str] | None) -> bool:
    return types is None or kind in types


def _filled(article: Article, bounds: Bounds, mentions: list[tuple[int, int, str]]) -> Iterator[Unit]:
    """The units of one article that name somebody, in order."""
    begins, ends = bounds
    found: dict[Span, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for start, end, entity in mentions:
        position = bisect_right(begins, start) - 1
        inside = position >= 0 and start < ends[position]
        place = (begins[position], ends[position]) if inside else _elsewhere(article, start, end)
        found[place][entity].append((start, end))
    for (start, end), spans in sorted(found.items()):
        yield Unit(article.id, start, end, {entity: tuple(own) for entity, own in spans.items()})


def _elsewhere(article: Article, start: int, end: int) -> Span:
    return next(((b.start, b.end) for b in article.blocks if b.start <= start < b.end), (start, end))


CUT: WeakKeyDictionary[Corpus, dict[tuple[str, UnitKind], tuple[Article, Bounds]]] = WeakKeyDictionary()
"""Where the units of each article begin and end: cut once, whatever is asked of the same corpus later."""


def _bounds(article: Article, unit: UnitKind, cache: dict[tuple[str, UnitKind], tuple[Article, Bounds]]) -> Bounds:
    known = cache.get((article.id, unit))
    if known is not None and known[0] is article:
        return known[1]
    spans = list(CUTTERS[unit](article))
    bounds = array("q", (start for start, _ in spans)), array("q", (end for _, end in spans))
    cache[article.id, unit] = article, bounds
    return bounds


def sentence_counts(corpus: Corpus) -> list[int]:
    """How many sentences each article has, in the order of the corpus: what the shares of ``difference`` are of."""
    cache = CUT.setdefault(corpus, {})
    return [len(_bounds(article, "sentence", cache)[0]) for article in corpus]


def _sentences(article: Article) -> Iterator[Span]:
    language = pack(article.language)
    for block in article.content:
        for one in sentences(article.text, language, start=block.start, end=block.end):
            yield one.start, one.end


def _paragraphs(article: Article) -> Iterator[Span]:
    for block in article.content:
        start = block.start
        for gap in (*BLANK_LINE.finditer(article.text, block.start, block.end), None):
            end = gap.start() if gap else block.end
            if article.text[start:end].strip():
                yield start, end
            start = gap.end() if gap else end


def _whole(article: Article) -> Iterator[Span]:
    if article.content:
        yield 0, len(article.text)


CUTTERS = {"sentence": _sentences, "paragraph": _paragraphs, "article": _whole}
