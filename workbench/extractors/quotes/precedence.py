"""Which outlet had a statement first, as far as the pages tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from workbench.corpus import Article
from workbench.languages.pack import pack

__all__ = ["first_articles", "first_reason", "first_source"]

CREDITS = ("dateline", "byline")


def first_source(articles: Sequence[Article]) -> str:
    """The outlet that had it first; empty where nothing tells, or nothing tells two outlets apart."""
    sources = {article.source for article in first_articles(articles)}
    return sources.pop() if len(sources) == 1 else ""


def first_articles(articles: Sequence[Article]) -> list[Article]:
    """The articles before which none of the others is known to stand; empty where one of them has no date.

    An article that credits another outlet of these for its text, as its agency or in its dateline or byline, comes
    after it. Of the rest the earliest published is first: to the minute where all have a time of day and all or none
    of them a time zone, else to the day.
    """
    outlets = {article.source for article in articles}
    own = [article for article in articles if not _credits(article, outlets)]
    when = [article.published for article in own]
    if len({article.source for article in own}) == 1:
        return own
    dated = [one for one in when if one is not None]
    if not own or len(dated) < len(own):
        return []
    timed = all(isinstance(one, dt.datetime) for one in dated)
    zoned = {isinstance(one, dt.datetime) and one.utcoffset() is not None for one in dated}
    exact = timed and len(zoned) == 1
    moments = [one if exact else _day(one) for one in dated]
    earliest = min(moments)
    return [article for article, moment in zip(own, moments, strict=True) if moment == earliest]


def first_reason(articles: Sequence[Article]) -> str:
    """Why the first articles are it: ``credited`` by all others, ``published`` before them; empty: nothing tells.

    ``together``: several outlets published before the others, and nothing tells these apart.
    """
    first = {article.source for article in first_articles(articles)}
    outlets = {article.source for article in articles}
    if not first or first == outlets:
        return ""
    others = {article.source for article in articles if not _credits(article, outlets)} - first
    if len(first) > 1:
        return "together"
    return "published" if others else "credited"


def _day(published: dt.date) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published


def _credits(article: Article, outlets: set[str]) -> bool:
    """Whether an article credits another of these outlets."""
    language = pack(article.language)
    lines = [article.agency, *(article.slice(block) for block in article.blocks if block.kind in CREDITS)]
    told = [f" {' '.join(language.fold(line).split())} " for line in lines if line]
    own = language.fold(article.source)
    names = [language.fold(name) for name in outlets if name]
    return any(f" {name} " in line for name in names if name != own and name not in own for line in told)
