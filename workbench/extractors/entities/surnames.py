"""Surnames that stand alone: of somebody named in full in the article, or of the only one so called in the corpus."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import pack
from workbench.text.phrases import Peeling, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

if TYPE_CHECKING:
    from workbench.extractors.entities.resolve import People, Person

__all__ = ["Surname", "surnames"]


class Surname(NamedTuple):
    """A surname found: the person, the span of the words, and why it is that person."""

    person: Person
    start: int
    end: int
    reason: str


def surnames(article: Article, own: Sequence[Candidate], people: People) -> Iterator[Surname]:
    """The surnames that stand alone in the content of an article, outside the mentions already found."""
    finder = _Finder(article, own, people)
    taken = Spans((c.start, c.end) for c in own)
    for block in article.content:
        words = tokens(article.text, finder.language, start=block.start, end=block.end)
        for index, word in enumerate(words):
            if taken.meets(word.start, word.end):
                continue
            found = finder.at(index, words)
            if found is not None and not taken.meets(found.start, found.end):
                yield found


class _Finder:
    """Looks surnames up in one article."""

    def __init__(self, article: Article, own: Sequence[Candidate], people: People) -> None:
        self.article = article
        self.language = pack(article.language)
        self.lexicon = lexicon(self.language)
        self.people = people
        self.here = people.by_article[article.id]
        named = [(c.start, person) for c in own if c.parts and (person := people.named(c.parts))]
        self.named_at = [start for start, _ in named]
        self.named = [person for _, person in named]

    def at(self, index: int, words: Sequence[Token]) -> Surname | None:
        """The person whose surname stands at a token, or None."""
        word = words[index]
        joined = self._joined(index, words)
        if joined is not None or (self.language.capitals and not word.text[:1].isupper()):
            return joined
        for peeling in peelings(word.folded, self.language):
            called = self.people.called(peeling.core)
            if not called:
                continue
            if self._adjective(peeling.core):
                return None
            near = [person for person in self.here if person in called]
            if self._ordinary(peeling) and not self._announced(index, words):
                continue
            return self._chosen(near, called, peeling, index, words)
        return None

    def _chosen(
        self, near: list[Person], called: list[Person], peeling: Peeling, index: int, words: Sequence[Token]
    ) -> Surname | None:
        """Which of the people of that surname is meant: of those in the article the last named, else the only one."""
        word = words[index]
        start, end = unfolded(word, peeling.front, self.language), word.end - peeling.back
        if len(near) == 1:
            return Surname(near[0], start, end, "named in full in the article")
        if near:
            before = self.named[: bisect_left(self.named_at, word.start)]
            last = next((person for person in reversed(before) if person in near), None)
            return Surname(last, start, end, "the last of that name before it") if last else None
        if len(called) == 1 and self._safe(peeling.core, index, words):
            return Surname(called[0], start, end, "the only one of that surname")
        return None

    def _joined(self, index: int, words: Sequence[Token]) -> Surname | None:
        """The same for a surname of several words (``أبو قصرة``), of somebody named in full in the article."""
        for peeling in peelings(words[index].folded, self.language):
            for person, parts in self.people.of_joined.get(peeling.core, ()):
                span = words[index : index + len(parts)]
                if person in self.here and tuple(word.folded for word in span[1:]) == parts[1:]:
                    start = unfolded(span[0], peeling.front, self.language)
                    return Surname(person, start, span[-1].end, "named in full in the article")
        return None

    def _adjective(self, core: str) -> bool:
        """Whether a surname is an adjective of place too (``الأميركي``), so that alone it says nothing."""
        article = self.language.article
        return bool(article) and core.startswith(article) and core in self.lexicon.demonyms

    def _ordinary(self, peeling: Peeling) -> bool:
        """Whether a surname is an ordinary word too, so that alone it says nothing."""
        core = peeling.core
        if core in self.lexicon.stops:
            return bool(peeling.proclitics) or core in self.lexicon.links or core not in self.lexicon.surnames
        gathered = gazetteers(self.language).classes(core)
        return gathered.ordinary and core not in self.lexicon.surnames

    def _announced(self, index: int, words: Sequence[Token]) -> bool:
        """Whether a title or a verb of saying stands right before a word."""
        if index == 0:
            return False
        known, before = self.lexicon, words[index - 1]
        says = any(one.core in known.says for one in peelings(before.folded, self.language))
        return says or known.titles.at(index - 1, words, self.article.text) is not None

    def _safe(self, surname: str, index: int, words: Sequence[Token]) -> bool:
        """Whether a surname of somebody named in another article may be trusted here.

        Not where it is a word that no list of names knows or an ordinary word too, unless what stands before it is a
        title or the head of a body (``قوات الأسد``).
        """
        known = self.lexicon
        if surname in known.surnames and surname not in known.surnames_ambiguous:
            return True
        if index == 0:
            return False
        before = words[index - 1].folded
        heads = before in known.party_heads or self.language.article + before in known.party_heads
        return heads or known.titles.at(index - 1, words, self.article.text) is not None
