"""Places and bodies that are named by a head and what stands beside it, in languages with capital letters.

``Halden Institute for Conflict Studies``, ``Sidra Prison``, ``University of Homs`` are one name each: the words with
capitals before a head, and those behind it that ``of`` or ``for`` joins to it. A head without a capital is no part of
a name, but tells what follows it (``the town of Abu Rayhan``, ``the company Gidrovest``) or stands before it
(``Anbar province``). The column ``of`` of ``titles.tsv`` is read as in ``heads.py``.
"""

from __future__ import annotations

from functools import cache

from workbench.extractors.entities.headed import Headed
from workbench.extractors.entities.headwords import OverTokens
from workbench.extractors.entities.lexicon import Title
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.speaking import SpeakingBefore
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, adjacent

__all__ = ["CapitalReader"]

LONGEST = 6  # the most words before or behind a head
HEADLINE = 0.8  # a block with a larger share of words in capitals is set as a headline
APART = 5  # the most words between a comma and the head that tells what stands before it
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


class CapitalReader(OverTokens):
    """Reads names by their heads out of one block's tokens."""

    def __init__(self, names: NameReader) -> None:
        super().__init__(names)
        self.speaking = SpeakingBefore(names)
        self.joins = _joins(self.language)
        self.possessives = _possessives(self.language)
        self.things = self.language.listed("before_things")
        self.joints = self.language.listed("joins_names")
        self.plural = tuple(one.strip("'’") for one in self.possessives if len(one) > 1)
        capital = sum(self._capital(index) for index in range(len(self.words)))
        self.headline = capital > HEADLINE * len(self.words)

    def at(self, index: int) -> Headed | None:
        """The place or body whose head begins at a token; None where there is none."""
        hit = self.lexicon.heads.at(index, self.words, self.text, peel=False)
        if hit is None or self.headline:
            return None if self.headline else self._firm(index) or self._led(index) or self._owning(index)
        if not self._capital(hit.first):
            return self._announced(hit) or (self.speaking.at(hit) if hit.value.kind == "org" else None)
        first, last = self._before(hit.first), self._behind(hit.last)
        if first == hit.first and last == hit.last:
            end = self._run(last + 1) if "word" in hit.value.of and self._begins(last + 1) else None
            kind = "ORG" if hit.value.kind == "org" else "LOC"
            return self._led(index) if end is None else self._found(first, end, kind)
        if hit.value.kind == "place" and last == hit.last and self._surname(first, hit.first):
            return None
        if hit.value.kind == "place" and "org" not in hit.value.of:
            return self._outside(hit, first, last)
        return self._found(first, last, "ORG" if hit.value.kind == "org" else "LOC")

    def _surname(self, first: int, head: int) -> bool:
        """Whether a head is the surname of somebody whose given name stands before it: ``Alan Hill``."""
        begins, own = self.words[first].folded, self.words[head].folded
        named = begins in self.lexicon.given or begins in self.lexicon.particles
        return first < head and named and (own in self.lexicon.surnames or own in self.lexicon.surnames_ambiguous)

    def _owning(self, index: int) -> Headed | None:
        """A body without capitals of which somebody is told to be: ``the [election commission]'s chairman``."""
        hit = self.lexicon.heads.at(index, self.words, self.text)
        if hit is None or hit.value.kind != "org" or self._capital(index):
            return None
        return self.speaking.at(hit)

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
            return self._found(first, hit.first - 1, "LOC") if known else self._apposed(hit)
        if hit.value.kind == "org" and "place" in hit.value.of and (first := self._seat(hit.first)) < hit.first:
            return self._found(first, hit.last, "ORG")
        if hit.value.kind == "org" and "org" in hit.value.of and self._begins(following) and self._named(following):
            last = self._run(following)
            return None if last is None else self._found(following, last, "ORG")
        return self._apposed(hit)

    def _seat(self, index: int) -> int:
        """The first token of a place that no list knows before a body without capitals: ``[Tell Warda] police``."""
        first = self._before(index)
        if first == index or self._known(first) or self._person(first) or self._role(first):
            return index
        return first if self._touches(first) or index - first > 1 else index

    def _apposed(self, hit: Hit[Title]) -> Headed | None:
        """A name between commas beside what it is: ``her company, Cedar Logistics,``, ``Dunmore, a small town``."""
        following = hit.last + 1
        if hit.value.kind == "org":
            if not self._comma(following) or not self._capital(following) or not self._named(following):
                return None
            last = self._run(following)
            return None if last is None or not self._closed(last) else self._found(following, last, "ORG")
        article = next((at for at in range(hit.first - 1, max(0, hit.first - APART), -1) if self._comma(at)), 0)
        if not article or self.words[article].folded not in self.things or not self._capital(article - 1):
            return None
        between = range(article + 1, hit.first)
        if any(self.words[at].folded in self.lexicon.links or self._role(at) for at in between):
            return None
        first = article - 1
        while first and self._touches(first) and self._capital(first - 1) and self._plain(first - 1):
            first -= 1
        return self._found(first, article - 1, "LOC") if self._plain(first) else None

    def _comma(self, index: int) -> bool:
        """Whether just a comma stands between a token and the one before it."""
        if not 0 < index < len(self.words):
            return False
        return self.text[self.words[index - 1].end : self.words[index].start].strip() == ","

    def _closed(self, last: int) -> bool:
        """Whether a mark ends an apposition behind a token, and no second name of a list."""
        if last + 1 == len(self.words):
            return True
        return not self._touches(last + 1) and not (self._comma(last + 1) and self._capital(last + 1))

    def _led(self, index: int) -> Headed | None:
        """The body that somebody leads or speaks for (``head of the River Falcons``), the place that one governs."""
        if not self._capital(index) or not self._begins(index):
            return None
        before = index - 1
        articled = self.words[before].folded in self.things
        before -= articled
        if before < 1 or not self._touches(before + 1) or self.words[before].folded not in self.joins:
            return None
        titles = (self.lexicon.titles.at(at, self.words, self.text) for at in range(max(0, before - 3), before))
        title = next((one for one in titles if one and one.last == before - 1 and one.value.kind == "role"), None)
        if title is None or not self._touches(before) or not self._named(index) or self._known(index):
            return None
        last = self._run(index)
        if last is None or self._person(index):
            return None
        if title.value.of == ("place",) and not articled:
            return self._found(index, last, "LOC")
        led = articled or (bool({"org"} & set(title.value.of)) and not self._owner(index))
        return self._found(index, last, "ORG") if led and last > index else None

    def _owner(self, index: int) -> bool:
        """Whether a name may be a place's or a person's, so that nothing says that it is a body's."""
        word = self.words[index]
        known = self.names.gathered.classes(word.folded)
        return bool(known.person) or known.place >= 0 or known.first or word.folded in self.lexicon.particles

    def _known(self, index: int) -> bool:
        """Whether a list has a place or body, or the adjective of a place, that begins at a token."""
        look = (index, self.words, self.text)
        folded = [word.folded for word in self.words[index : index + LONGEST]]
        listed = self.lexicon.gazetteer.at(*look) or self.lexicon.demonyms.at(*look)
        return listed is not None or self.names.gathered.places_at(0, folded) is not None

    def _person(self, index: int) -> bool:
        name = self.names.at(index)
        return name is not None and name.given

    def _role(self, index: int) -> bool:
        return self.lexicon.titles.at(index, self.words, self.text) is not None

    def _begins(self, index: int) -> bool:
        return self._touches(index) and self._capital(index) and self._plain(index)

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
        while first and index - first < LONGEST and (self._touches(first) or self._owned(first)):
            before = first - 1
            if self._paired(before):
                before -= 1
            particle = self.words[before].folded in self.lexicon.particles
            if not (self._capital(before) or particle) or self._possessive(before):
                break
            first = before
        while first < index and not self._plain(first) and not (self._titled(first) and first + 1 < index):
            first += 1
        return first

    def _paired(self, index: int) -> bool:
        """Whether a token joins two words with capitals that may be one name: ``Roads [and] Bridges Authority``."""
        if index < 1 or self.words[index].folded not in self.joints or not self._touches(index):
            return False
        first = index - 1
        return self._capital(first) and self._plain(first) and not self._known(first) and not self._person(first)

    def _owned(self, index: int) -> bool:
        """Whether an apostrophe that ends a plural stands before a token: ``Port Workers' Union``."""
        gap = self.text[self.words[index - 1].end : self.words[index].start]
        return gap in ("' ", "’ ") and self.words[index - 1].folded.endswith(self.plural)

    def _titled(self, index: int) -> bool:
        """Whether an article with a capital within a sentence belongs to a name: ``told The Morning Ledger``."""
        return self._touches(index) and self.words[index].folded in self.things

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
            last = self._joined(end)
        return last

    def _joined(self, last: int) -> int:
        """The last token where a conjunction joins a further word to what a body is for: ``for Trade and Reform``."""
        second = last + 2
        if second >= len(self.words) or self.words[last + 1].folded not in self.joints or self._known(last):
            return last
        if not self._touches(last + 1) or not self._begins(second) or self._known(second) or self._person(second):
            return last
        if self._touches(second + 1) and self._capital(second + 1):
            return last
        head = self.lexicon.heads.at(second, self.words, self.text)
        return last if head is not None or self._person(last) else second

    def _run(self, index: int) -> int | None:
        """The last of the words with capitals that begin at a token."""
        last = None
        at = index
        while at < len(self.words) and at - index < LONGEST and (at == index or self._touches(at)):
            if self._capital(at) and (self._plain(at) or self.words[at].folded not in self.things):
                last = at + 1 if self._partner(at + 1) else at
                if last > at:
                    at += 1
            elif self.words[at].folded not in self.lexicon.particles:
                break
            if self._possessive(at):
                break
            at += 1
        return last

    def _firm(self, index: int) -> Headed | None:
        """The firm of two names that begins at a token."""
        if not self._partner(index + 1) or not self._capital(index) or not self._plain(index):
            return None
        first = index
        while first and self._touches(first) and self._capital(first - 1) and self._named(first - 1):
            first -= 1
        last = self._run(index)
        return None if last is None or first < index else self._found(index, last, "ORG")

    def _partner(self, index: int) -> bool:
        """Whether a token is the other name of a firm: ``Moss & Hale``."""
        if not 0 < index < len(self.words) or not self._capital(index):
            return False
        return self.text[self.words[index - 1].end : self.words[index].start] == " & "

    def _touches(self, index: int) -> bool:
        return 0 < index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index])

    def _capital(self, index: int) -> bool:
        return self.words[index].text[:1].isupper()

    def _possessive(self, index: int) -> bool:
        return self.words[index].folded.endswith(self.possessives)

    def _plain(self, index: int) -> bool:
        """Whether a word with a capital is more than a function word at the beginning of a sentence."""
        word = self.words[index]
        if word.folded in self.lexicon.particles or (self._begins_places(word.folded) and self._followed(index)):
            return True
        return word.folded not in self.lexicon.links and word.folded not in self.lexicon.says

    def _begins_places(self, word: str) -> bool:
        return word not in self.lexicon.links and self.names.gathered.classes(word).first

    def _followed(self, index: int) -> bool:
        """Whether another word with a capital stands right behind a token."""
        return self._touches(index + 1) and self._capital(index + 1)

    def _adjective(self, first: int, last: int) -> bool:
        """Whether words are an adjective of a place, so that they name none."""
        owner = self.lexicon.demonyms.at(first, self.words, self.text, peel=False)
        return owner is not None and owner.last == last

    def _found(self, first: int, last: int, kind: str) -> Headed:
        return Headed(first, last, self.words[first].start, kind, self.words[first].folded, sure=True)
