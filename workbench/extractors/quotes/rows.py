"""The rows of the tables, article by article; large corpora are read by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from workbench.corpus import Article
from workbench.extractors.entities.sharing import BATCH, size
from workbench.extractors.quotes.named import Named
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.reading import Found, Reader
from workbench.languages.pack import packs
from workbench.workers import shared

__all__ = ["Rows", "all_read"]

Rows = tuple[list[tuple[object, ...]], list[tuple[object, ...]]]
"""The quotations of an article without their ids, and what it has in marks that is none."""
Share = tuple[Article, list[Speaker]]


def all_read(articles: Iterable[Article], named: Named, *, processes: int = 1) -> Iterator[Rows]:
    """The rows of each article, in the order of the articles.

    Parameters
    ----------
    articles: what is read.
    named: who is named in them.
    processes: how many read at once.
    """
    shares = ((article, named.of(article)) for article in articles)
    work = partial(_several, places=_of_adjectives(named.places))
    found = shared(shares, work, processes=processes, weigh=lambda share: size(share[0]), batch=BATCH)
    return (rows for _, rows in found)


def _of_adjectives(places: Mapping[str, str]) -> dict[str, str]:
    """The places that an adjective stands for: no others are looked up, and these go with every batch."""
    known = {row["place"] for language in packs() for row in language.rows("demonyms")}
    return {name: entity for name, entity in places.items() if name in known}


def _several(shares: list[Share], *, places: Mapping[str, str]) -> list[Rows]:
    return [_of_article(article, named, places) for article, named in shares]


def _of_article(article: Article, named: list[Speaker], places: Mapping[str, str]) -> Rows:
    reader = Reader(article, named, places)
    reader.read()
    left_out = [(article.id, m.start, m.end, article.text[m.start : m.end], why) for m, why in reader.rejected]
    return [_row(article, found) for found in reader.found], list[tuple[object, ...]](left_out)


def _row(article: Article, found: Found) -> tuple[object, ...]:
    cue, speaker = found.cue, found.cue.subject
    entity, via = speaker.entity if speaker else "", cue.via.entity if cue.via else ""
    flags = set(found.flags) | cue.flags
    if speaker is not None and speaker.flag:
        flags.add(speaker.flag)
    if speaker is None:
        flags.add("no-speaker")
    named = (-1, -1) if speaker is None or "carried" in flags else (speaker.name_start, speaker.name_end)
    return (
        article.id,
        found.start,
        found.end,
        article.text[found.start : found.end],
        found.kind,
        entity,
        article.text[named[0] : named[1]] if named[0] >= 0 else "",
        *named,
        article.text[cue.start : cue.end] if cue.start >= 0 else "",
        cue.start,
        cue.end,
        cue.stance,
        cue.rule,
        " ".join(sorted(flags)),
        *found.clause,
        via if via != entity else "",
    )
