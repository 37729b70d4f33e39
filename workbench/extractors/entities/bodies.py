"""Places and bodies in one block: named by what they are and whose they are, in marks, or by the gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from workbench.corpus import Article, Block
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.capital_heads import CapitalReader
from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.headed import Headed
from workbench.extractors.entities.heads import FEMININE, HeadReader
from workbench.extractors.entities.headwords import SURELY
from workbench.extractors.entities.lexicon import Gazetted, Lexicon, lexicon
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.extractors.entities.predicates import predicate
from workbench.extractors.entities.speaking import SPEAKING
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.marks import marked
from workbench.text.phrases import Hit, Peeling, adjacent, peelings, unfolded
from workbench.text.tokens import Token

__all__ = ["SKIPPED", "BodyFinder"]

REACH = 5  # the most words of a gathered place
LARGE = 3  # from this size on a gathered place needs no preposition
SKIPPED = 4  # the most words that no list knows among them


@cache
def _ministry(language: LanguagePack) -> str:
    """The head that offices follow (``وزارة``), folded: the first of the pack."""
    heads = (row["title"] for row in language.rows("titles") if row["kind"] == "org" and "office" in row["of"])
    return language.fold(next(heads, ""))


@cache
def _possessives(language: LanguagePack) -> tuple[str, ...]:
    return language.clitics("possessive")


@lru_cache(maxsize=1 << 17)
def _placelike(word: str, language: LanguagePack) -> tuple[Peeling, ...]:
    """The readings of a folded word with which a gathered place may begin that nothing else is called like."""
    known, stops = gazetteers(language), lexicon(language).stops
    readings = ((one, known.classes(one.core)) for one in peelings(word, language) if not one.back)
    named = ((one, its) for one, its in readings if (its.place >= 0 or its.first) and not its.person)
    return tuple(one for one, _ in named if one.core not in stops)


class BodyFinder:
    """The places and bodies of one block."""

    def __init__(self, article: Article, block: Block, words: list[Token], language: LanguagePack) -> None:
        self.article = article
        self.block = block
        self.text = article.text
        self.words = words
        self.language = language
        self.lexicon: Lexicon = lexicon(language)
        self.places = gazetteers(language)
        self.conjunctions = language.clitics("conjunction")
        self.joints = language.listed("joins_names")
        self.names = NameReader(article.text, words, language)
        self.heads: HeadReader | CapitalReader = (
            CapitalReader(self.names) if language.capitals else HeadReader(self.names)
        )

    def bodies(self) -> Iterator[Candidate]:
        """Places and bodies that are named by what they are and whose they are, in order.

        ``الرئاسة السورية``, ``وزارة الدفاع الروسية``, ``مستشفى جمال عثمان``, ``سد الرمان``: whatever name stands in
        one of them is no mention of its own.
        """
        after = 0
        kept: Candidate | None = None
        for index in range(len(self.words)):
            if index < after:
                continue
            headed = self.heads.at(index)
            party = self.lexicon.parties.at(index, self.words, self.text)
            found = self._party(party) if party is not None else None
            if headed is not None and (found is None or self._longer(headed, found[0])):
                found = self._headed(headed), headed.last
            if found is None:
                continue
            if kept is not None and found[0].start >= kept.end:
                yield kept
            elif kept is not None and kept.end - kept.start > found[0].end - found[0].start:
                continue
            kept, after = found[0], found[1] + 1
        if kept is not None:
            yield kept

    def _longer(self, headed: Headed, party: Candidate) -> bool:
        return self.words[headed.last].end - headed.start >= party.end - party.start

    def marked_names(self) -> Iterator[Candidate]:
        """Bodies whose name stands in quotation marks behind what they are: ``صحيفة «المساء»``, ``حزب "المراكب"``."""
        starts = [word.start for word in self.words]
        for pair in marked(self.text, self.language, start=self.block.start, end=self.block.end):
            first, after = bisect_left(starts, pair.start), bisect_left(starts, pair.end)
            if not pair.closed or not 0 < after - first <= SKIPPED or first == 0:
                continue
            heads = (self.lexicon.heads.at(at, self.words, self.text) for at in range(max(0, first - 2), first))
            announced = any(head and head.value.kind == "org" and head.last == first - 1 for head in heads)
            beside = not self.text[self.words[first - 1].end : pair.start - 1].strip()
            definite = (self.language.article or "\0", *self.language.clitics("preposition_article"))
            if after - first > 1 and self.words[first - 1].folded.startswith(definite):
                continue  # ``إن الحكومة «ورثت قطاعا منهارا»``, ``القرض الممنوح للمجموعة «لم يتأثر»``
            if announced and beside and not predicate(self.words[first - 1], self.words[first:after], self.language):
                name = " ".join(word.folded for word in self.words[first:after])
                yield self._body((pair.start, pair.end), "ORG", name, "marked name")

    def _party(self, hit: Hit[str]) -> tuple[Candidate, int] | None:
        """A body and the adjective of the place it belongs to, with the last of its tokens."""
        index, last = hit.last + 1, hit.last
        before = self.owner_before(hit.first)
        if before is None and (owned := self._owned_party(hit)) is not None:
            return owned
        if before is not None:
            span, of = (before[0], hit.end), before[1]
            name = f"{self.language.fold(of)} {self.language.fold(self.text[hit.start : hit.end])}"
        elif not self.language.capitals and (end := self.heads.demonym(index)) is not None:
            if not self._agreeing(hit.first, end):
                return None
            owner = self.lexicon.demonyms.at(index, self.words, self.text, peel=False)
            rest = " ".join(word.folded for word in self.words[hit.first + 1 : end + 1])
            span, name, last = (hit.start, self.words[end].end), f"{hit.peeling.core} {rest}", end
            of = self.words[end].folded if owner is None else owner.value
            if hit.value == "same" and owner is None:
                return None
        elif self.language.capitals and hit.value != "same" and (first := self.heads.demonym(hit.first)) is not None:
            span, of = (self.words[first].start, hit.end), self.words[first].folded
            name = f"{of} {self.language.fold(self.text[hit.start : hit.end])}"
        elif hit.last > hit.first and hit.value == "org" and self.heads.speaking.party(hit):
            return self._body((hit.start, hit.end), "ORG", self._full(hit.peeling.core, hit), SPEAKING), last
        else:
            return None
        kind, name = ("LOC", of) if hit.value == "same" else ("ORG", self._full(name, hit))
        return self._body(span, kind, name, "party" if hit.value == "org" else "side"), last

    def _owned_party(self, hit: Hit[str]) -> tuple[Candidate, int] | None:
        """A body of a place that stands behind it (``the government of Syria``), or of one that no list has and that
        owns it (``[Talma's] foreign ministry``).
        """
        if not self.language.capitals or hit.value != "org":
            return None
        words, behind, phrase = self.words, hit.last + 2, self.language.fold(self.text[hit.start : hit.end])
        leads = behind < len(words) and words[behind - 1].folded in self.language.listed("before_bodies")
        place = self.lexicon.gazetteer.at(behind, words, self.text) if leads else None
        if place is not None and place.value.type == "LOC" and words[behind].text[:1].isupper():
            name = f"{self.language.fold(place.value.name)} {phrase}"
            return self._body((hit.start, place.end), "ORG", name, "party"), place.last
        owner = words[hit.first - 1] if hit.first and hit.last > hit.first else None
        back = next((len(one) for one in _possessives(self.language) if owner and owner.folded.endswith(one)), 0)
        if owner is None or not back or not owner.text[:1].isupper():
            return None
        bare = owner.folded[:-back]
        if bare in self.lexicon.given or bare in self.lexicon.surnames or bare in self.lexicon.stops:
            return None
        return self._body((owner.start, hit.end), "ORG", f"{bare} {phrase}", "party"), hit.last

    def _agreeing(self, first: int, last: int) -> bool:
        """Whether an adjective may describe a head: not a man's one a feminine head (``رئيس الحكومة اللبناني``)."""
        head, adjective = self.words[first].text, self.words[last].text
        return not head.endswith(FEMININE) or adjective.endswith(FEMININE)

    def _full(self, name: str, hit: Hit[str]) -> str:
        """The name of a ministry whose office alone is said, with its head: ``وزارة الخارجية الروسية``."""
        office = self.lexicon.offices.at(hit.first, self.words, self.text)
        if self.language.capitals or office is None or office.first != hit.first or office.last != hit.last:
            return name
        head = _ministry(self.language)
        return f"{head} {name}" if head else name

    def _headed(self, headed: Headed) -> Candidate:
        headed = headed._replace(last=self._untitled(headed))
        name = " ".join([headed.core, *(word.folded for word in self.words[headed.first + 1 : headed.last + 1])])
        span = (headed.start, self._end(headed.last))
        body = self._body(span, headed.type, name, headed.rule)
        return body if headed.sure else replace(body, sure=False)

    def _untitled(self, headed: Headed) -> int:
        """Where a body's name ends before the title of whoever is named behind it: ``اللجنة العليا [القاضي فلان]``."""
        last = headed.last
        if last + 1 >= len(self.words) or self.words[last].folded not in kinds(self.language, "honour"):
            return last
        return last - 1 if last - 1 > headed.first else last

    def _end(self, last: int) -> int:
        """Where a name ends that ends at a token: before a possessive ending."""
        word = self.words[last]
        return word.end - next((len(one) for one in _possessives(self.language) if word.folded.endswith(one)), 0)

    def _body(self, span: tuple[int, int], kind: str, name: str, rule: str) -> Candidate:
        identity = self.lexicon.identities.get(name, "")
        return Candidate(self.article.id, *span, kind, rule, *span, name=name, identity=identity)

    def gazetted(self) -> list[Candidate]:
        """The places and bodies that the gazetteer lists, and the places that stand in a list with them."""
        found = list(self._gazetted())
        starts = [word.start for word in self.words] if any(one.type == "LOC" for one in found) else []
        taken = {one.start for one in found}
        for one in [one for one in found if starts and one.type == "LOC"]:
            last = bisect_left(starts, one.end) - 1
            while (further := self._further(last + 1)) is not None:
                place, last = further
                if place.start in taken:
                    break
                taken.add(place.start)
                found.append(place)
        return found

    def _further(self, index: int) -> tuple[Candidate, int] | None:
        """A gathered place, common word or not, that a list goes on with (``تعز وإب``), and its last token."""
        if not 0 < index < len(self.words):
            return None
        word, gap = self.words[index], self.text[self.words[index - 1].end : self.words[index].start]
        if gap.strip() not in ("", "،", ","):
            return None
        joint = gap.isspace() and word.folded in self.joints
        if joint:
            index, word = index + 1, self.words[min(index + 1, len(self.words) - 1)]
        for peeling in peelings(word.folded, self.language):
            joined = (
                joint
                or (gap.isspace() and peeling.proclitics in self.conjunctions)
                or (gap.strip() and not peeling.front)
            )
            known = self.places.classes(peeling.core)
            if (
                not joined
                or peeling.back
                or known.place < 0
                or known.person
                or not self._only_place(index, peeling.core)
            ):
                continue
            found = self.places.places_at(
                0, [one.folded for one in self.words[index : index + REACH]], first=peeling.core
            )
            if found is not None:
                last = index + found[0] - 1
                span = (unfolded(word, peeling.front, self.language), self._end(last))
                return self._body(span, "LOC", found[1].name, "gathered"), last
        return None

    def _only_place(self, index: int, core: str) -> bool:
        """Whether a word is nothing else that a list goes on with: no function word, title or adjective."""
        look, word = (index, self.words, self.text), self.words[index]
        if self.language.capitals and not word.text[:1].isupper():
            return False
        tables = (self.lexicon.titles, self.lexicon.demonyms, self.lexicon.offices, self.lexicon.heads)
        return core not in self.lexicon.stops and not any(table.at(*look) for table in tables)

    def _gazetted(self) -> Iterator[Candidate]:
        """The places and bodies that the gazetteer lists."""
        index = 0
        while index < len(self.words):
            hit = self.lexicon.gazetteer.at(index, self.words, self.text)
            if (
                hit is None
                or not self._capital(hit)
                or self._credit(hit)
                or self._adjective(hit)
                or self._respelled(hit)
            ):
                place = self._gathered(index) if hit is None else None
                if place is not None:
                    yield place[0]
                index = index + 1 if place is None else place[1]
                continue
            start = self._announced(hit)
            rule = "head" if hit.value.type == "LOC" and self._governed(hit) else "gazetteer"
            yield self._body((start, hit.end), hit.value.type, hit.value.name, rule)
            index = hit.last + 1

    def _respelled(self, hit: Hit[Gazetted]) -> bool:
        """Whether only folding makes a listed name of a word: ``فأس`` is no ``فاس``, ``بابها`` no ``أبها``."""
        if self.language.capitals or hit.last > hit.first:
            return False
        written, name, fold = self.text[hit.start : hit.end], hit.value.name, self.language.fold
        if self.words[hit.first].text.endswith(ADVERB):  # ``باباً``
            return True
        if len(written) != len(name):
            return False
        within = zip(written[:-1], name[:-1], strict=True)  # the last letter is spelled either way by many
        unlike = [(fold(one) != one, fold(other) != other) for one, other in within if one != other]
        owned = hit.peeling.front and hit.peeling.core.endswith(self.language.clitics("possessed"))
        return any(one and not other for one, other in unlike) or bool(owned and any(other for _, other in unlike))

    def _governed(self, hit: Hit[Gazetted]) -> bool:
        """Whether a listed place stands right behind the title of who governs or represents it: ``محافظ الأنبار``."""
        if self.language.capitals or hit.peeling.front or not hit.first:
            return False
        if not adjacent(self.text, self.words[hit.first - 1], self.words[hit.first]):
            return False
        titles = (self.lexicon.titles.at(at, self.words, self.text) for at in range(max(0, hit.first - 3), hit.first))
        return any(title and title.last == hit.first - 1 and title.value.of == ("place",) for title in titles)

    def _gathered(self, index: int) -> tuple[Candidate, int] | None:
        """A gathered place that nothing else is called like, and the token after it."""
        word = self.words[index]
        if self.language.capitals and not word.text[:1].isupper():
            return None
        for peeling in _placelike(word.folded, self.language):
            core = peeling.core
            found = self.places.places_at(0, [one.folded for one in self.words[index : index + REACH]], first=core)
            adverb = found is not None and found[0] == 1 and word.text.endswith(ADVERB)
            if found is None or adverb or found[1].ambiguous or not self._trusted(index, found[1].size, peeling.front):
                continue
            last = index + found[0] - 1
            if all(adjacent(self.text, self.words[at - 1], self.words[at]) for at in range(index + 1, last + 1)):
                span = (unfolded(word, peeling.front, self.language), self._end(last))
                return self._body(span, "LOC", found[1].name, "gathered"), last + 1
        return None

    def _trusted(self, index: int, size: int, front: int) -> bool:
        """Whether a preposition of place stands before a place, or it is large and written like a name."""
        before = self.words[index - 1].folded if index and not front else ""
        named = self.language.capitals or (not front and self.heads.grade(self.words[index].folded) > SURELY)
        return before in self.language.listed("before_places") or (named and size >= LARGE)

    def _announced(self, hit: Hit[Gazetted]) -> int:
        """Where a listed place begins: behind a head that is no part of its name (``مدينة مشهد``)."""
        head = self.lexicon.heads.at(hit.first, self.words, self.text) if hit.last > hit.first else None
        if head is None or head.value.kind != "place" or "org" in head.value.of or head.last >= hit.last:
            return hit.start
        if head.last == hit.first and head.peeling.core.startswith(self.language.article or "\0"):
            return hit.start
        place = self.lexicon.gazetteer.at(head.last + 1, self.words, self.text, peel=False)
        inner = place is not None and place.last == hit.last and place.value.type == hit.value.type
        return place.start if inner and place is not None else hit.start

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
