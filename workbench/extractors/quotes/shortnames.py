"""Bodies that are named by what they are alone, after their full name: ``النقابة``, ``the board``, ``the company``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.speaker import OPENING, Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent, unfolded
from workbench.text.tokens import Token

__all__ = ["ShortNames"]


BEFORE = 12  # the most characters of the word before a name that are read


class ShortNames:
    """The bodies that an article has named so far, and the words that call them alone.

    Parameters
    ----------
    article: whose blocks are read in order.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._language = pack(article.language)
        self._bodies: dict[str, Speaker] = {}
        self._companies: list[Speaker] = []

    def add(self, speakers: list[Speaker], words: list[Token]) -> None:
        """Remember the bodies that a block names."""
        self._bodies.update(self._heads(speakers, words))
        self._companies += [one for one in speakers if one.kind == "body" and one.entity and self._trades(one)]

    def _heads(self, speakers: list[Speaker], words: list[Token]) -> Iterator[tuple[str, Speaker]]:
        """Bodies, each by the word that says what it is: the first or, with capitals, the last (or before ``of``)."""
        language = self._language
        heads = lexicon(language).heads
        for one in speakers:
            if one.kind == "body" and one.entity:
                own = self._own(one)
                if len(own) > 1:
                    led = language.capitals and own[1] in speech_lexicon(language).prepositions
                    yield (own[-1] if language.capitals and not led else own[0].removeprefix(language.article)), one
                before = bisect_left(words, one.name_start, key=lambda word: word.start) - 1
                head = None if before < 0 else heads.at(before, words, self._article.text)
                gap = self._article.text[words[before].end : one.name_start].strip(" \u00a0")
                if head is not None and gap in OPENING and head.value.kind == "org":
                    yield head.value.title.removeprefix(language.article), one

    def _own(self, one: Speaker) -> list[str]:
        return self._language.fold(self._article.text[one.name_start : one.name_end]).split()

    def _trades(self, one: Speaker) -> bool:
        """Whether nothing in a body's name says that it is no company."""
        return not self._language.listed("public_bodies") & {word.strip(".,'’") for word in self._own(one)}

    def called(self, words: list[Token]) -> Iterator[Speaker]:
        """The places in a block where a body is called by what it is alone."""
        language = self._language
        articles = language.settings["definite"]
        for index, word in enumerate(words if self._bodies or self._companies else ()):
            if language.article:
                head, front = definite(word.folded, language)
            else:
                head, front = word.folded if index > 0 and words[index - 1].folded in articles else "", 0
            body = self._bodies.get(head) if head else None
            start = words[index - 1].start if articles else word.start
            if body is None and language.capitals and (company := self._company(index, words)) is not None:
                body, start = company
            if body is None and language.capitals and (first := self._first_word(index, words)) is not None:
                yield replace(first, start=word.start, end=word.end, name_start=word.start, name_end=word.end)
            if body is not None and (not language.capitals or word.text.islower()):
                if language.article:
                    start = unfolded(word, front, language)
                yield replace(body, start=start, end=word.end, name_start=start, name_end=word.end)

    def _company(self, index: int, words: list[Token]) -> tuple[Speaker, int] | None:
        """The company named last before a word for any: ``[the company]``, ``[the Graz-based firm]``; and its start."""
        language, text, first = self._language, self._article.text, index - 1
        if words[index].folded not in language.listed("companies") or first < 0:
            return None
        origin = lexicon(language).demonyms.at(first, words, text, peel=False)
        if origin is not None and origin.last == index - 1:
            first -= 1
        while first > 0 and text[words[first - 1].end : words[first].start] == "-":
            first -= 1
        first -= first < index - 1 and text[words[first].end : words[first + 1].start] == "-"
        begins = first >= 0 and words[first].folded in language.settings["definite"][:1]
        if not begins or text[words[index - 1].end : words[index].start] != " " or self._goes_on(index, words):
            return None
        if (
            first > 0
            and words[first - 1].text[:1].isupper()
            and text[words[first - 1].end : words[first].start] == ", "
        ):
            return None
        named = [one for one in self._companies if one.end <= words[first].start]
        told = [one for one in named if not self._led(one)] or named
        return (told[-1], words[first].start) if told else None

    def _first_word(self, index: int, words: list[Token]) -> Speaker | None:
        """The company whose name begins with a word that stands alone: ``[Corvell]`` for ``Corvell Pharma``."""
        language, text, word = self._language, self._article.text, words[index]
        beside = [words[at] for at in (index - 1, index + 1) if 0 <= at < len(words)]
        joined = (
            adjacent(text, *sorted((one, word))) and one.text[:1].isupper() and one is not words[0] for one in beside
        )
        if not word.text[:1].isupper() or any(joined):
            return None
        table = lexicon(language)
        known = any(word.folded in words for words in (language.words("stopwords"), table.given, table.surnames))
        listed = table.gazetteer.at(index, words, text) or table.demonyms.at(index, words, text)
        named = [one for one in self._companies if one.end <= word.start and self._own(one)[:1] == [word.folded]]
        several = {one.entity for one in named}
        return named[-1] if len(several) == 1 and not known and not listed else None

    def _led(self, one: Speaker) -> bool:
        """Whether a body is only named as that of which somebody is: ``an analyst [at] the bank``."""
        before = self._language.fold(self._article.text[max(0, one.start - BEFORE) : one.start]).split()
        return bool(before) and before[-1] in self._language.settings["before_bodies"]

    def _goes_on(self, index: int, words: list[Token]) -> bool:
        """Whether what follows a word says which is meant: a title (``company [director]``), ``that owns the site``."""
        if index + 1 >= len(words) or not adjacent(self._article.text, words[index], words[index + 1]):
            return False
        known, following = speech_lexicon(self._language), words[index + 1].folded
        that = known.openers.at(index + 1, words, self._article.text, peel=False)
        if following in self._language.listed("relatives") or (
            that is not None and following not in known.prepositions
        ):
            return True
        found = lexicon(self._language).titles.at(index + 1, words, self._article.text, peel=False)
        return found is not None and found.value.kind == "role"
