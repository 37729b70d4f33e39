"""The rows of the tables, article by article; large corpora are read by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from workbench.corpus import Article
from workbench.extractors.entities.extract import HALF
from workbench.extractors.entities.sharing import BATCH, size
from workbench.extractors.quotes.named import Named
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.reading import Found, Reader
from workbench.languages.pack import pack, packs
from workbench.text.tokens import tokens
from workbench.workers import shared

__all__ = ["Rows", "all_read"]

Rows = tuple[list[tuple[object, ...]], list[tuple[object, ...]]]
"""The quotations of an article without their ids, and what it has in marks that is none."""
UNKNOWN = ("role", "anonymous", "unknown-name")
"""Why a speaker has no entity, where he may be a body that the page names by what it is alone."""
Bodies = Mapping[tuple[str, str], str]
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
    work = partial(_several, places=_of_adjectives(named.places), bodies=named.bodies)
    found = shared(shares, work, processes=processes, weigh=lambda share: size(share[0]), batch=BATCH)
    return (rows for _, rows in found)


def _of_adjectives(places: Mapping[str, str]) -> dict[str, str]:
    """The places that an adjective stands for: no others are looked up, and these go with every batch."""
    known = {row["place"] for language in packs() for row in language.rows("demonyms")}
    return {name: entity for name, entity in places.items() if name in known}


def _several(shares: list[Share], *, places: Mapping[str, str], bodies: Bodies) -> list[Rows]:
    return [_of_article(article, named, places, bodies) for article, named in shares]


def _of_article(article: Article, named: list[Speaker], places: Mapping[str, str], bodies: Bodies) -> Rows:
    reader = Reader(article, named, places)
    reader.read()
    text = HALF.sub("\ufffd", article.text)  # of the same length; no table can hold half of a character
    left_out = [(article.id, m.start, m.end, text[m.start : m.end], why) for m, why in reader.rejected]
    for found in reader.found:
        found.cue.subject = _only(found.cue.subject, article, bodies)
    return [_row(article, text, found) for found in reader.found], list[tuple[object, ...]](left_out)


def _only(who: Speaker | None, article: Article, bodies: Bodies) -> Speaker | None:
    """A speaker who is called by what a body is, and nothing more, as the only such body of the corpus."""
    if who is None or who.entity or who.flag not in UNKNOWN:
        return who
    language = pack(article.language)
    words = tokens(article.text, language, start=who.name_start, end=who.name_end)
    if language.article:
        head = definite(words[0].folded, language)[0] if len(words) == 1 else ""
    else:
        known = len(words) == 2 and words[0].folded in language.settings["definite"]
        head = words[1].folded if known else ""
    entity = bodies.get((article.language, head), "")
    return replace(who, entity=entity, kind="body", flag="") if entity else who


def _row(article: Article, text: str, found: Found) -> tuple[object, ...]:
    """The row of a quotation; ``text``: the article's, as a table can hold it."""
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
        text[found.start : found.end],
        found.kind,
        entity,
        text[named[0] : named[1]] if named[0] >= 0 else "",
        *named,
        text[cue.start : cue.end] if cue.start >= 0 else "",
        cue.start,
        cue.end,
        cue.stance,
        cue.rule,
        " ".join(sorted(flags)),
        *found.clause,
        via if via != entity else "",
    )
