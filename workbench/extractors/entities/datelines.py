"""The places of a dateline: where a report was written, beside its outlet and its date.

``وكالة تماس - عمّان - 3 آذار``, ``DAMASCUS, April 19``: a part between two separators that is a place as a whole. A
place that no list knows is told by what else stands there: the outlet and the date, or the name again in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from workbench.corpus import Article, Block
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import Lexicon, lexicon
from workbench.extractors.entities.names import NameReader
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings, unfolded
from workbench.text.tokens import Token, tokens

__all__ = ["dateline_places"]

PARTED = re.compile(r"[|/\\،,;؛:()\[\]{}\n•·]|\s[-–—−]+|[-–—−]+\s|[–—]")
LONGEST = 3  # the most words of a place that no list knows


@cache
def _dated(language: LanguagePack) -> frozenset[str]:
    """The words of dates and the function words that may stand beside a place."""
    files = ("weekdays", "months", "hijri_months")
    dates = {language.fold(word) for file in files for row in language.rows(file) for word in row["name"].split()}
    return frozenset(dates | language.words("stopwords"))


def dateline_places(article: Article, language: LanguagePack) -> Iterator[Candidate]:
    """The places that an article's datelines name.

    Parameters
    ----------
    article: the page.
    language: its pack.
    """
    for block in article.blocks:
        if block.kind == "dateline":
            yield from _Dateline(article, block, language).places()


class _Dateline:
    """One dateline, part by part."""

    def __init__(self, article: Article, block: Block, language: LanguagePack) -> None:
        self.article = article
        self.text = article.text
        self.block = block
        self.language = language
        self.lexicon: Lexicon = lexicon(language)
        self.gathered = gazetteers(language)
        self.outlet = [word.folded for word in tokens(article.source, language)]

    def places(self) -> Iterator[Candidate]:
        """The places of the line, in order."""
        parts = [words for words in self._parts() if words]
        strangers: list[list[Token]] = []
        known = False
        for words in parts:
            own = list(self._listed(words))
            known = known or bool(own)
            yield from own
            if not own and self._stranger(words):
                strangers.append(words)
        if not known:
            yield from (self._place(words, 0, "") for words in strangers[:2] if self._told(words, strangers, parts))

    def _parts(self) -> Iterator[list[Token]]:
        """The words between two separators, without dates and function words at their ends."""
        at = self.block.start
        ends = [match.span() for match in PARTED.finditer(self.text, self.block.start, self.block.end)]
        for start, end in [*ends, (self.block.end, self.block.end)]:
            words = tokens(self.text, self.language, start=at, end=start)
            while words and self._beside(words[0]):
                words.pop(0)
            while words and self._beside(words[-1]):
                words.pop()
            yield words
            at = end

    def _beside(self, word: Token) -> bool:
        return word.text[:1].isdigit() or word.folded in _dated(self.language)

    def _listed(self, words: Sequence[Token]) -> Iterator[Candidate]:
        """The places that lists know and that fill a part: one, or several joined by a conjunction."""
        found: list[Candidate] = []
        index = 0
        while index < len(words):
            one = self._at(index, words)
            if one is None:
                return
            found.append(one[0])
            index = one[1]
            while index < len(words) and words[index].folded in self.language.words("stopwords"):
                index += 1
        yield from found

    def _at(self, index: int, words: Sequence[Token]) -> tuple[Candidate, int] | None:
        hit = self.lexicon.gazetteer.at(index, words, self.text)
        if hit is not None:
            if hit.value.type != "LOC":
                return None
            own = words[index : hit.last + 1]
            return self._place(own, hit.start - own[0].start, hit.value.name, "gazetteer"), hit.last + 1
        for peeling in peelings(words[index].folded, self.language):
            folded = [peeling.core, *(word.folded for word in words[index + 1 :])]
            found = self.gathered.places_at(0, folded, first=peeling.core)
            if found is not None and not peeling.back:
                own = words[index : index + found[0]]
                front = unfolded(own[0], peeling.front, self.language) - own[0].start
                return self._place(own, front, found[1].name, "gathered"), index + found[0]
        return None

    def _stranger(self, words: Sequence[Token]) -> bool:
        """Whether a part may be a place that no list knows: no outlet, agency, person or title."""
        if len(words) > LONGEST or [word.folded for word in words] == self.outlet:
            return False
        if self.language.capitals and not all(word.text[:1].isupper() or "-" in word.text for word in words):
            return False
        head = self.lexicon.heads.at(0, words, self.text)
        if head is not None and head.value.kind == "org":
            return False
        tables = (self.lexicon.credits, self.lexicon.titles)
        if any(table.at(index, words, self.text) for table in tables for index in range(len(words))):
            return False
        name = NameReader(self.text, list(words), self.language).at(0)
        return name is None or not name.given

    def _told(self, words: Sequence[Token], strangers: Sequence[Sequence[Token]], parts: Sequence[object]) -> bool:
        """Whether something tells that a part is the place: it is the only one beside the outlet, or stands again."""
        phrase = self.text[words[0].start : words[-1].end]
        if self.language.capitals and phrase.isupper():
            return True
        again = sum(self.text.count(one, self.block.end) for one in {phrase, phrase.title()})
        if len(strangers) == 1:
            return bool(again) or (bool(self.outlet) and len(parts) > 1)
        most = max(strangers, key=lambda one: self.text.count(self.text[one[0].start : one[-1].end], self.block.end))
        return bool(again) and most is words

    def _place(self, words: Sequence[Token], front: int, name: str, rule: str = "dateline") -> Candidate:
        start, end = words[0].start + front, words[-1].end
        name = name or " ".join(word.folded for word in words)
        return Candidate(self.article.id, start, end, "LOC", rule, start, end, name=name)
