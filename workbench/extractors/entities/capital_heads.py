"""Places and bodies that are named by a head and what stands beside it, in languages with capital letters.

``Halden Institute for Conflict Studies``, ``Sidra Prison``, ``University of Homs`` are one name each: the words with
capitals before a head, and those behind it that ``of`` or ``for`` joins to it. A head without a capital is no part of
a name, but tells what follows it (``the town of Abu Rayhan``, ``the company Gidrovest``) or stands before it
(``Anbar province``). The column ``of`` of ``titles.tsv`` is read as in ``heads.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.extractors.entities.heads import Headed
from workbench.extractors.entities.lexicon import Lexicon, Title
from workbench.extractors.entities.names import NameReader
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, adjacent
from workbench.text.tokens import Token

__all__ = ["CapitalReader"]

LONGEST = 6  # the most words before or behind a head
HEADLINE = 0.8  # a block with a larger share of words in capitals is set as a headline
STEM = 4  # the fewest letters that an unknown adjective of place shares with its place


@cache
def _joins(language: LanguagePack) -> frozenset[str]:
    """The words that join a head to what follows: the last words of the heads that end in a function word."""
    links = language.words("stopwords")
    heads = (language.fold(row["title"]) for row in language.rows("titles") if row["kind"] in ("org", "place"))
    ends = (head.split()[-1] for head in heads if " " in head)
    return frozenset(word for word in ends if word in links)


@cache
def _possessives(language: LanguagePack) -> tuple[str, ...]:
    return language.clitics("possessive") or ("\0",)


class CapitalReader:
    """Reads names by their heads out of one block's tokens.

    Parameters
    ----------
    names: the reader of people's names over the same tokens.
    """

    def __init__(self, names: NameReader) -> None:
        self.names = names
        self.text = names.text
        self.words: Sequence[Token] = names.words
        self.language = names.pack
        self.lexicon: Lexicon = names.lexicon
        self.joins = _joins(self.language)
        self.possessives = _possessives(self.language)
        capital = sum(self._capital(index) for index in range(len(self.words)))
        self.headline = capital > HEADLINE * len(self.words)

    def at(self, index: int) -> Headed | None:
        """The place or body whose head begins at a token; None where there is none."""
        hit = self.lexicon.heads.at(index, self.words, self.text, peel=False)
        if hit is None or self.headline:
            return None
        if not self._capital(hit.first):
            return self._announced(hit)
        first, last = self._before(hit.first), self._behind(hit.last)
        if first == hit.first and last == hit.last:
            return None
        if hit.value.kind == "place" and "org" not in hit.value.of:
            return self._outside(hit, first, last)
        return self._found(first, last, "ORG" if hit.value.kind == "org" else "LOC")

    def demonym(self, index: int) -> int | None:
        """The token before another, where it is an adjective made of a place that the article names."""
        if index == 0 or not self._capital(index - 1) or not self._touches(index):
            return None
        word = self.words[index - 1]
        if word.folded in self.lexicon.stops or len(word.text) <= STEM or "'" in word.text or "’" in word.text:
            return None
        stem = word.text[: max(STEM, len(word.text) - 2)]
        at = self.text.find(stem)
        while at >= 0:
            if self.text[at : at + len(word.text)] != word.text and not self.text[at - 1 : at].isalpha():
                return index - 1
            at = self.text.find(stem, at + 1)
        return None

    def grade(self, word: str) -> int:  # noqa: ARG002
        """Letters tell little where capitals tell all: always -1."""
        return -1

    def _outside(self, hit: Hit[Title], first: int, last: int) -> Headed | None:
        """The place beside a head that is no part of its name: ``Homs Province``, ``City of Homs``."""
        if "place" not in hit.value.of:
            return None
        if last > hit.last:
            return self._found(self._inner(hit.last + 1), last, "LOC")
        return None if self._adjective(first, hit.first - 1) else self._found(first, hit.first - 1, "LOC")

    def _announced(self, hit: Hit[Title]) -> Headed | None:
        """What a head without a capital tells of the words beside it."""
        following = hit.last + 1
        if hit.value.kind == "place" and hit.value.of == ("place",):
            if self.words[hit.last].folded in self.joins:
                inner = self._inner(following)
                last = self._run(inner) if inner < len(self.words) and self._touches(inner) else None
                return None if last is None else self._found(inner, last, "LOC")
            first = self._before(hit.first)
            known = first < hit.first and not self._adjective(first, hit.first - 1)
            return self._found(first, hit.first - 1, "LOC") if known else None
        if hit.value.kind == "org" and "org" in hit.value.of and self._touches(following) and self._named(following):
            last = self._run(following)
            return None if last is None else self._found(following, last, "ORG")
        return None

    def _named(self, index: int) -> bool:
        """Whether a word may begin the name of a body: no title, no name of a person."""
        name = self.names.at(index)
        title = self.lexicon.titles.at(index, self.words, self.text)
        person = name is not None and name.given and len(name.parts) > 1
        return title is None and not person and self._plain(index)

    def _inner(self, index: int) -> int:
        """The token at which a name begins behind a joining word: after its article."""
        if index < len(self.words) and not self._capital(index) and self.words[index].folded in self.lexicon.links:
            return index + 1
        return index

    def _before(self, index: int) -> int:
        """The first of the words with capitals that stand before a head."""
        first = index
        while first and index - first < LONGEST and self._touches(first):
            before = first - 1
            particle = self.words[before].folded in self.lexicon.particles
            if not (self._capital(before) or particle) or self._possessive(before):
                break
            first = before
        while first < index and not self._plain(first):
            first += 1
        return first

    def _behind(self, index: int) -> int:
        """The last of the words that are joined to a head."""
        last = index
        while last + 1 < len(self.words):
            joined = last == index and self.words[last].folded in self.joins
            following = last + 1
            if not joined:
                if not self._touches(following) or self.words[following].folded not in self.joins:
                    break
                following += 1
            following = self._inner(following)
            if following >= len(self.words) or not self._touches(following):
                break
            end = self._run(following)
            if end is None:
                break
            last = end
        return last

    def _run(self, index: int) -> int | None:
        """The last of the words with capitals that begin at a token."""
        last = None
        at = index
        while at < len(self.words) and at - index < LONGEST and (at == index or self._touches(at)):
            if self._capital(at) and self._plain(at):
                last = at
            elif self.words[at].folded not in self.lexicon.particles:
                break
            if self._possessive(at):
                break
            at += 1
        return last

    def _touches(self, index: int) -> bool:
        return 0 < index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index])

    def _capital(self, index: int) -> bool:
        return self.words[index].text[:1].isupper()

    def _possessive(self, index: int) -> bool:
        return self.words[index].folded.endswith(self.possessives)

    def _plain(self, index: int) -> bool:
        """Whether a word with a capital is more than a function word at the beginning of a sentence."""
        word = self.words[index]
        if word.folded in self.lexicon.particles:
            return True
        return word.folded not in self.lexicon.links and word.folded not in self.lexicon.says

    def _adjective(self, first: int, last: int) -> bool:
        """Whether words are an adjective of a place, so that they name none."""
        owner = self.lexicon.demonyms.at(first, self.words, self.text, peel=False)
        return owner is not None and owner.last == last

    def _found(self, first: int, last: int, kind: str) -> Headed:
        return Headed(first, last, self.words[first].start, kind, self.words[first].folded, sure=True)
