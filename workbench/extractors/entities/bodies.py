"""Places and bodies in one block: named by what they are and whose they are, in marks, or by the gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from workbench.corpus import Article, Block
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import Gazetted, Lexicon, Title, lexicon
from workbench.languages.pack import LanguagePack
from workbench.text.marks import marked
from workbench.text.phrases import Hit, adjacent
from workbench.text.tokens import Token

__all__ = ["SKIPPED", "BodyFinder"]

SKIPPED = 4  # the most words that no list knows among them


class BodyFinder:
    """The places and bodies of one block."""

    def __init__(self, article: Article, block: Block, words: list[Token], language: LanguagePack) -> None:
        self.article = article
        self.block = block
        self.text = article.text
        self.words = words
        self.language = language
        self.lexicon: Lexicon = lexicon(language)

    def bodies(self) -> Iterator[Candidate]:
        """Bodies that are named by what they are and whose they are: ``الرئاسة السورية``, ``وزارة الدفاع الروسية``."""
        for index in range(len(self.words)):
            party = self.lexicon.parties.at(index, self.words, self.text)
            if party is not None:
                yield from self._party(party)
                continue
            head = self.lexicon.heads.at(index, self.words, self.text)
            if head is not None and head.value.kind == "org":
                yield from self._headed(head)

    def marked_names(self) -> Iterator[Candidate]:
        """Bodies whose name stands in quotation marks behind what they are: ``صحيفة «المساء»``, ``حزب "المراكب"``."""
        starts = [word.start for word in self.words]
        for pair in marked(self.text, self.language, start=self.block.start, end=self.block.end):
            first, after = bisect_left(starts, pair.start), bisect_left(starts, pair.end)
            if not pair.closed or not 0 < after - first <= SKIPPED or first == 0:
                continue
            heads = (self.lexicon.heads.at(at, self.words, self.text) for at in range(max(0, first - 2), first))
            announced = any(head and head.value.kind == "org" and head.last == first - 1 for head in heads)
            if announced and not self.text[self.words[first - 1].end : pair.start - 1].strip():
                name = " ".join(word.folded for word in self.words[first:after])
                yield self._body((pair.start, pair.end), "ORG", name, "marked name")

    def _party(self, hit: Hit[str]) -> Iterator[Candidate]:
        index = hit.last + 1
        before = self.owner_before(hit.first)
        if before is not None:
            span, of = (before[0], hit.end), before[1]
            name = f"{self.language.fold(of)} {self.language.fold(self.text[hit.start : hit.end])}"
        elif index < len(self.words) and adjacent(self.text, self.words[hit.last], self.words[index]):
            owner = self._owner(index)
            if owner is None:
                return
            span, of = (hit.start, owner.end), owner.value
            rest = " ".join(word.folded for word in self.words[hit.first + 1 : owner.last + 1])
            name = f"{hit.peeling.core} {rest}"
        else:
            return
        kind, name = ("LOC", of) if hit.value == "same" else ("ORG", name)
        yield self._body(span, kind, name, "party")

    def _headed(self, hit: Hit[Title]) -> Iterator[Candidate]:
        index, owned = hit.last + 1, False
        while index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index]):
            office = self.lexicon.offices.at(index, self.words, self.text, peel=False)
            owner = self._owner(index)
            nearest = office or owner
            if nearest is None:
                break
            index, owned = nearest.last + 1, True
        if owned:
            phrase = " ".join(word.folded for word in self.words[hit.first + 1 : index])
            span = (hit.start, self.words[index - 1].end)
            yield self._body(span, "ORG", f"{hit.peeling.core} {phrase}", "head")

    def _owner(self, index: int) -> Hit[str] | None:
        """The adjective of place that says whose a body is: definite, where the language has an article for it."""
        owner = self.lexicon.demonyms.at(index, self.words, self.text, peel=False)
        definite = not self.language.article or self.words[index].folded.startswith(self.language.article)
        return owner if definite else None

    def _body(self, span: tuple[int, int], kind: str, name: str, rule: str) -> Candidate:
        identity = self.lexicon.identities.get(name, "")
        return Candidate(self.article.id, *span, kind, rule, *span, name=name, identity=identity)

    def gazetted(self) -> Iterator[Candidate]:
        """The places and bodies that the gazetteer lists."""
        index = 0
        while index < len(self.words):
            hit = self.lexicon.gazetteer.at(index, self.words, self.text)
            if hit is None or not self._capital(hit) or self._credit(hit) or self._adjective(hit):
                index += 1
                continue
            yield self._body((hit.start, hit.end), hit.value.type, hit.value.name, "gazetteer")
            index = hit.last + 1

    def _capital(self, hit: Hit[Gazetted]) -> bool:
        return not self.language.capitals or self.text[hit.start].isupper()

    def _adjective(self, hit: Hit[Gazetted]) -> bool:
        """Whether a word that is a place and its adjective too (``سورية``) describes the noun before it."""
        index = hit.first
        if (
            self.language.capitals
            or index == 0
            or hit.peeling.front
            or self.words[index].folded not in self.lexicon.demonyms
        ):
            return False
        before = self.words[index - 1]
        return adjacent(self.text, before, self.words[index]) and before.folded not in self.lexicon.links

    def _credit(self, hit: Hit[Gazetted]) -> bool:
        """Whether brackets hold just this name: an agency that is credited, not a body in the story."""
        before, after = self.text[: hit.start].rstrip(), self.text[hit.end :].lstrip()
        bracketed = before.endswith("(") and after.startswith(")")
        return bracketed and self.lexicon.credits.at(hit.first, self.words, self.text) is not None

    def owner_before(self, index: int) -> tuple[int, str] | None:
        """The place or body that stands before a head it belongs to (``Russian President``): where, and which."""
        if not self.language.capitals or index == 0:
            return None
        if not adjacent(self.text, self.words[index - 1], self.words[index]):
            return None
        demonym = self.lexicon.demonyms.at(index - 1, self.words, self.text, peel=False)
        if demonym is not None:
            return demonym.start, demonym.value
        for first in range(max(0, index - 3), index):
            place = self.lexicon.gazetteer.at(first, self.words, self.text)
            if place is not None and place.last == index - 1 and self._capital(place):
                of = place.value.of if place.value.type == "LOC" else place.value.name
                return self.words[first].start, of
        return None
