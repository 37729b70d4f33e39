"""Entities and mentions found again, after articles were added, have changed or have another id.

An entity is found by its id, by its name, by its spellings; of several that are called the same, the one of the same
type, or that of the mention that was seen when the correction was made. A mention is found by its place and text; in
a text that has changed, by its text, where that stands there once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from workbench.corpus import Article, Corpus
from workbench.corpus.marks import fingerprint
from workbench.extractors.entities.editfile import Edit
from workbench.extractors.entities.tables import TYPES, Known
from workbench.languages.pack import packs

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["WEAK", "MisfitError", "Pages", "Standing", "content_span", "folded", "one_line"]

WEAK = frozenset({"role", "surname"})
"""Rules whose mentions do not tell one entity from another."""
SPELLINGS = 8


class MisfitError(Exception):
    """Why a correction does not fit what was extracted."""


def one_line(text: str) -> str:
    """A text with single spaces for all its white space."""
    return " ".join(text.split())


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A spelling as it is compared, whatever its language."""
    for pack in packs():
        text = pack.fold(text)
    return one_line(text)


def content_span(article: Article, start: int, end: int) -> bool:
    """Whether a span lies in one block of the content."""
    return any(block.start <= start and end <= block.end for block in article.content)


class Pages:
    """What the articles of a corpus are known by when their ids have changed: their texts."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """The articles of each fingerprint: a report that several outlets print has several."""
        ids: dict[str, list[str]] = defaultdict(list)
        for article in self.corpus:
            ids[self.of(article.id)].append(article.id)
        return ids

    def has(self, article: str) -> bool:
        """Whether there is an article of an id."""
        return self.corpus.__contains__(article)

    def of(self, article: str) -> str:
        """The fingerprint of an article."""
        return fingerprint(self.corpus[article].text.encode("utf-8", "replace").decode())

    def now(self, article: str, page: str) -> str:
        """The id that an article has now, by the one that it had and its fingerprint then (empty: unknown).

        Raises
        ------
        MisfitError: it is gone.
        """
        own = self.has(article)
        if own and (not page or self.of(article) == page):
            return article
        same = self.ids.get(page, [])
        if len(same) == 1 or (own and not same):
            return same[0] if same else article
        if same:
            raise MisfitError(f"{article!r} may be one of {', '.join(same)}, whose text is the same")
        raise MisfitError(f"there is no article {article!r} now")


class Standing:
    """Mentions and entities as they stand between one correction and the next.

    ``known`` has the entities there are, ``former`` which one stands in the place of one that was merged, ``gone``
    those that were dropped.
    """

    def __init__(self, pages: Pages, mentions: pd.DataFrame, table: pd.DataFrame) -> None:
        self.pages, self.corpus = pages, pages.corpus
        self.places = list(zip(*(mentions[column].tolist() for column in ("article", "start", "end")), strict=True))
        self.texts: list[str] = mentions["text"].tolist()
        self.entities: list[str] = mentions["entity"].tolist()
        self.types: list[str] = mentions["type"].tolist()
        self.rules: list[str] = mentions["rule"].tolist()
        self.reasons: list[str] = mentions["reason"].tolist() if "reason" in mentions else [""] * len(self.texts)
        self.known = {
            entity: Known(name, kind)
            for entity, name, kind in zip(table["entity"], table["name"], table["type"], strict=True)
        }
        self.former: dict[str, str] = {}
        self.gone: dict[str, Known] = {}
        self._found_by = list(self.rules)

    @cached_property
    def rows(self) -> dict[str, list[int]]:
        """The rows of each entity."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row, entity in enumerate(self.entities):
            rows[entity].append(row)
        return rows

    @cached_property
    def row_at(self) -> dict[tuple[str, int, int], int]:
        """The row of a mention by its article, start and end."""
        return {place: row for row, place in enumerate(self.places)}

    @cached_property
    def _in_article(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, (article, _, _) in enumerate(self.places):
            rows[article].append(row)
        return rows

    @cached_property
    def _written(self) -> dict[str, list[int]]:
        """The rows of each spelling, folded."""
        plain: dict[str, list[int]] = defaultdict(list)
        for row, text in enumerate(self.texts):
            plain[text].append(row)
        rows: dict[str, list[int]] = defaultdict(list)
        for text, own in plain.items():
            rows[folded(text)] += own
        return rows

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The ids of the entities of each name, folded."""
        ids: dict[str, set[str]] = defaultdict(set)
        for entity, known in self.known.items():
            ids[folded(known.name)].add(entity)
        return ids

    def is_on_page(self, edit: Edit) -> bool:
        """Whether the article that a correction was made on is there under its id, as it was or changed since."""
        if not self.pages.has(edit.article):
            return False
        as_it_was = bool(edit.page) and self.pages.of(edit.article) == edit.page
        return as_it_was or (bool(edit.text) and bool(self._standing(edit.article, edit.text)))

    def names_of(self, entity: str) -> tuple[str, ...]:
        """The type of an entity, its name and its most frequent spellings: what it is found again by."""
        known = self.known[entity]
        telling = (row for row in self.rows[entity] if self._found_by[row] not in WEAK)
        spellings = Counter(one_line(self.texts[row]) for row in telling)
        others = [name for name, _ in known.also] + [name for name, _ in spellings.most_common()]
        unique = {folded(name): name for name in reversed([known.name, *others]) if folded(name)}
        return (known.type, *list(reversed(unique.values()))[:SPELLINGS])

    def first_row(self, entity: str) -> int:
        """The first mention of an entity that names it, if any does."""
        return min(self.rows[entity], key=lambda row: (self._found_by[row] in WEAK, row))

    def namesakes(self, name: str, *, kind: str = "") -> set[str]:
        """The entities of a name, spellings folded; those of one type, where that is given."""
        called = self._named.get(folded(name), ()) if folded(name) else ()
        return {entity for entity in called if kind in ("", self.known[entity].type)}

    def now(self, entity: str) -> str:
        """The id under which an entity is there now: its own, or that of the one it was merged with; else empty."""
        seen = set()
        while entity not in self.known and entity in self.former and entity not in seen:
            seen.add(entity)
            entity = self.former[entity]
        return entity if entity in self.known else ""

    def find(self, entity: str, names: Sequence[str] = (), seen: Edit | None = None) -> str:
        """The id that an entity has now.

        Raises
        ------
        MisfitError: there is none, or several could be meant.
        """
        kind = names[0] if names and names[0] in TYPES else ""
        spellings = [entity, *(names[1:] if kind else names)]
        exact = self.now(entity)
        called = {found for name in spellings[:2] for found in self.namesakes(name)}
        found = self._one({*called, *([exact] if exact else ())}, kind, exact, seen)
        if found:
            return found
        votes = Counter(one for name in {*map(folded, spellings)} - {""} for one in self._only(name))
        best = [one for one, count in votes.items() if count == max(votes.values())]
        found = self._one(set(best), kind, "", seen)
        if found:
            return found
        if entity in self.gone:
            raise MisfitError(f"{entity!r} was dropped")
        raise MisfitError(f"no entity is called {entity!r} now")

    def _one(self, candidates: set[str], kind: str, exact: str, seen: Edit | None) -> str:
        """The one of some entities that is meant; empty where there is none."""
        alike = {one for one in candidates if self.known[one].type == kind} or candidates
        if len(alike) > 1 and seen is not None and seen.start >= 0:
            row = self.row_at.get((seen.article, seen.start, seen.end), -1)
            there = {self.entities[row]} if row >= 0 and one_line(self.texts[row]) == seen.text else set()
            alike = (alike & there) or alike
        if len(alike) > 1 and exact in alike:
            return exact
        if len(alike) > 1:
            raise MisfitError(f"several could be meant: {', '.join(sorted(alike))}")
        return next(iter(alike), "")

    def _only(self, spelling: str) -> Iterator[str]:
        """The entity that a folded spelling stands for, where it is one only."""
        rows = self._written.get(spelling, ())
        called = {self.entities[row] for row in rows if self._found_by[row] not in WEAK} - {""}
        called |= self._named.get(spelling, set())
        if len(called) == 1:
            yield from called

    def article(self, edit: Edit) -> str:
        """The id that the article of a correction has now.

        Raises
        ------
        MisfitError: it is gone.
        """
        return self.pages.now(edit.article, edit.page)

    def place(self, edit: Edit) -> tuple[str, int, int]:
        """Where the mention of a correction stands now.

        Raises
        ------
        MisfitError: its article is gone, or its text stands there no more, or more than once.
        """
        article = self.article(edit)
        text = self.corpus[article].text
        if edit.end <= len(text) and edit.text in ("", one_line(text[edit.start : edit.end])):
            return article, edit.start, edit.end
        if not edit.text:
            raise MisfitError(f"{article!r} has no {edit.start}-{edit.end} now")
        standing = self._standing(article, edit.text)
        if len(standing) == 1:
            return (article, *standing[0])
        times = f"{len(standing)} times elsewhere" if standing else "no more"
        raise MisfitError(f"{article!r} has changed: {edit.text!r} stands there {times}")

    def _standing(self, article: str, text: str) -> list[tuple[int, int]]:
        """Where a text stands in the content of an article, as a word or as a mention."""
        found = self.corpus[article]
        spaced = r"\s+".join(map(re.escape, text.split()))
        words = {match.span() for match in re.finditer(rf"(?<!\w){spaced}(?!\w)", found.text)} if spaced else set()
        mentions = {self.places[row][1:] for row in self._in_article[article] if one_line(self.texts[row]) == text}
        return sorted(span for span in words | mentions if content_span(found, *span))
