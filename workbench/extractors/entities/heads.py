"""Places and bodies that are named by a head and what follows it, in languages without capital letters.

``مؤسسة نصر الحلبي للتنمية``, ``وزارة الدفاع القرطانية``, ``سجن السدرة`` are one name each, whatever stands inside
them. The column ``of`` of the heads in ``titles.tsv`` says what may follow: for a body an ``office``, a ``place``, a
name of its own (``org``); for a place ``org`` where the head belongs to the name (``شارع``), ``place`` where it only
tells that a place follows (``بلدة``) and stays outside.
"""

from __future__ import annotations

from functools import cache

from workbench.extractors.entities.headed import Headed
from workbench.extractors.entities.headwords import FEMININE, PLAIN, SURELY, Surroundings
from workbench.extractors.entities.lexicon import Title
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.speaking import SpeakingBehind
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, cores, peelings

__all__ = ["FEMININE", "HeadReader"]

ADJECTIVES = 2  # the most words with the article between a head and what it is for


@cache
def _sources(language: LanguagePack) -> frozenset[str]:
    """The last words of the phrases that name a source (``بحسب``), folded."""
    return frozenset(language.fold(row["phrase"]).split()[-1] for row in language.rows("sources"))


@cache
def _told(language: LanguagePack) -> frozenset[str]:
    """The words for what somebody says (``تصريح``), folded, with which an outlet may be told who heard it."""
    return frozenset(language.fold(row["phrase"]).split()[-1] for row in language.rows("statements"))


class HeadReader(Surroundings):
    """Reads names by their heads out of one block's tokens.

    Parameters
    ----------
    names: the reader of people's names over the same tokens.
    """

    def __init__(self, names: NameReader) -> None:
        super().__init__(names)
        self.speaking = SpeakingBehind(names, self.at)

    def at(self, index: int) -> Headed | None:
        """The place or body whose head begins at a token; None where there is none."""
        hit = self.lexicon.heads.at(index, self.words, self.text)
        if hit is None or not self.touches(hit.last + 1):
            return None
        definite = hit.peeling.core != hit.value.title.split(" ")[0]
        if hit.value.kind == "org":
            found = self._general(hit) if definite else self._body(hit)
            return found or self.speaking.at(hit, definite=definite)
        if definite or not hit.value.of:
            return None
        return self._place(hit) if "org" in hit.value.of else self._announced(hit)

    # bodies

    def _body(self, hit: Hit[Title]) -> Headed | None:
        """A body whose head says whose it is: an office, a place, a name of its own."""
        first, of = hit.last + 1, hit.value.of
        if "outside" in of:
            whole = self.lexicon.gazetteer.at(hit.first, self.words, self.text)
            canal = whole is not None and whole.last > hit.last and whole.value.type == "LOC"
            return None if canal else self._titled(hit, first)
        office = self.lexicon.offices.at(first, self.words, self.text, peel=False) if "office" in of else None
        if office is not None:
            office = office._replace(last=self.further_office(office.last))
            owner = self.demonym(office.last + 1)
            longer = office.last > office.first and owner is None
            return self._found(hit, office.last if owner is None else owner, "ORG", sure=longer or owner is not None)
        if "office" in of and self.described(first) and (owner := self.demonym(first + 1)) is not None:
            return self._found(hit, owner, "ORG")
        if "place" in of and (place := self._seat(hit, first)) is not None:
            return self._found(hit, self._purpose(place + 1, place), "ORG")
        if "org" not in of and "phrase" not in of:
            return self._found(hit, first, "ORG") if "place" in of and self._seated(hit, first) else None
        inner = self._inner_place(first)
        if inner is not None:
            return self._found(hit, inner, "ORG")
        name = self._called_after(first, bearer="phrase" not in of or {"place", "word"} <= set(of))
        name = self.strangers(first) if name is None else name
        if name is not None:
            return self._found(hit, self._purpose(name + 1, name), "ORG")
        last = self._described_by(hit, first)
        last = None if last is None else self.joined_noun(last)
        if last is None and self.stranger(first) and self.grade(self.words[first].folded) > PLAIN:
            last = first if self._repeated(first, first) and self.plain(first) else None
        return None if last is None else self._found(hit, last, "ORG")

    def _seat(self, hit: Hit[Title], first: int) -> int | None:
        """The last token of the place that a body is of: one that a list knows, or that is one by what stands there."""
        for reader in (self.place, self.named, self._inner_place):
            last = reader(first)
            if last is not None:
                return last
        only = hit.last > hit.first and hit.value.of == ("place",)
        unknown = only and self.plain(first) and not self.names.definite(self.words[first].folded)
        if not unknown or self.noun(first):
            return None
        phrase = None if self._likely(first) else self._phrase(first)
        return first if phrase is None or self.origin(self.words[phrase].folded) else phrase

    def _inner_place(self, first: int) -> int | None:
        """The last token of a place that is named by a head of its own: ``(شرطة) [وادي الصفصاف]``."""
        inner = self.at(first)
        return inner.last if inner is not None and inner.type == "LOC" and inner.first == first else None

    def _called_after(self, first: int, *, bearer: bool) -> int | None:
        """The last token of the person whom a body is called after.

        ``bearer``: it may be called after somebody with an office; what belongs to somebody (``حزب الرئيس ...``) is
        not, but for one whose purpose follows (``مؤسسة الرئيس فلان للثقافة``).
        """
        name = self.person(first, bearer=bearer)
        if name is not None or bearer:
            return name
        other = self.person(first)
        return other if other is not None and self._purpose(other + 1, other) > other else None

    def _titled(self, hit: Hit[Title], first: int) -> Headed | None:
        """The name of what is only announced by its head: ``صحيفة [المساء]``, ``مجلة [نهر العرب]``."""
        last, sure = self.strangers(first), True
        if (
            last is None
            and (last := self._phrase(first)) is None
            and self.described(first)
            and (not self.noun(first) or self._led(hit))
        ):
            second = self._definite(hit, first)
            last, sure = second or first, second is not None or self._led(hit)
        if last is None:
            return None
        if last > first and self.demonym(last) is not None:
            last -= 1
        return Headed(first, last, self.words[first].start, "ORG", self.words[first].folded, sure)

    def _described_by(self, hit: Hit[Title], first: int) -> int | None:
        """The last token of the ordinary words that name a body: a phrase, what it is for, where it sits."""
        free = "phrase" in hit.value.of
        phrase = self._phrase(first)
        if phrase is not None:
            known = free or self._repeated(first, phrase) or self._led(hit)
            if not known:
                return None
            last = self.with_adjective(phrase)
            last = last if self.origin(self.words[last].folded) else phrase
            return self._purpose(last + 1, last)
        if not free:
            return None
        if self.described(first):
            end = self._definite(hit, first)
            return first if end is None and "word" in hit.value.of and not self.noun(first) else end
        if not self.plain(first) or self.names.definite(self.words[first].folded):
            return None
        if "place" in hit.value.of and self.touches(first + 1):
            place = self.place(first + 1) or self._inner_place(first + 1)
            if place is not None:
                return place
        last = self._purpose(first + 1, first)
        return last if last > first and self._own_name(hit, first) else None

    def _led(self, hit: Hit[Title]) -> bool:
        """Whether somebody is said to lead or speak for what a head names, or it speaks itself."""
        outside = "outside" in hit.value.of and self.place(hit.last + 1) is None
        if not self.touches(hit.first):
            return False
        before = self.words[hit.first - 1]
        if hit.peeling.front and self._contracted(hit.peeling.proclitics):
            told = not (self.lexicon.says | _told(self.language)).isdisjoint(cores(before.folded, self.language))
            return outside and told
        if outside and before.folded in self.language.listed("before_media"):
            return True
        readings = cores(before.folded, self.language)
        if not (self.lexicon.says.isdisjoint(readings) and _sources(self.language).isdisjoint(readings)):
            return True
        body = self.lexicon.heads.at(hit.first - 1, self.words, self.text)
        if body is not None and body.value.kind == "org" and not self.names.definite(before.folded):
            return True
        titles = (self.lexicon.titles.at(at, self.words, self.text) for at in range(max(0, hit.first - 3), hit.first))
        return any(title and title.last == hit.first - 1 and "org" in title.value.of for title in titles)

    def _definite(self, hit: Hit[Title], first: int) -> int | None:
        """The last token of a name of words with the article: ``الرابطة الساحلية``, ``الحرية والعدالة``."""
        second = first + 1
        if not self.touches(second):
            return None
        if self.described(second) and not self.noun(second) and self._agrees(hit, first, second):
            return self._purpose(second + 1, second)
        joined = (
            one.core for one in peelings(self.words[second].folded, self.language) if one.proclitics in self.joints
        )
        another = self.lexicon.heads.at(second, self.words, self.text) is not None
        if not another and any(self.names.definite(core) for core in joined):
            return second
        end = self._purpose(second, first)
        return end if end > first else None

    def _agrees(self, hit: Hit[Title], first: int, second: int) -> bool:
        """Whether a word with the article may be the adjective of the one before it or of the head."""
        adjective = self.words[second].folded
        if not adjective.endswith(FEMININE) or adjective[:-1].endswith(self.nisbas):
            return True
        return any(word.endswith(FEMININE) for word in (self.words[first].folded, hit.peeling.core))

    def _own_name(self, hit: Hit[Title], index: int) -> bool:
        """Whether a word behind a head is no adjective of it: it does not agree with it, or looks like a name."""
        word = self.words[index].folded
        agrees = hit.peeling.core.endswith(FEMININE) == word.endswith(FEMININE)
        return (not agrees and not word.endswith(FEMININE)) or self.grade(word) >= PLAIN

    def _general(self, hit: Hit[Title]) -> Headed | None:
        """A body with the article, an adjective and what it is for: ``المؤسسة العامة لسد الرمان``."""
        if hit.peeling.core in self.lexicon.parties:
            return None
        last = hit.last
        while last - hit.last < ADJECTIVES and self.touches(last + 1) and self.described(last + 1):
            last += 1
        if last == hit.last:
            return None
        if (
            hit.value.of
            and last - hit.last == ADJECTIVES
            and self.words[last].folded in self.language.listed("body_adjectives")
        ):
            return self._found(hit, last, "ORG")
        end = self._purpose(last + 1, last, free=True)
        owner = self.lexicon.gazetteer.at(last + 1, self.words, self.text) if end > last and not hit.value.of else None
        if end == last or owner is not None:
            return None
        return self._found(hit, end, "ORG")

    def _purpose(self, index: int, last: int, *, free: bool = False) -> int:
        """The last token of what a body is for (``للتنمية``, ``لحقوق الإنسان``); ``last`` where nothing tells it.

        ``free``: any noun may follow the preposition, not only those that the pack lists as fields.
        """
        if not self.touches(index) or self.words[index].folded in self.lexicon.given:  # ``ليلى`` is no ``لِـ``
            return last
        readings = peelings(self.words[index].folded, self.language)
        for peeling in sorted(readings, key=lambda one: one.proclitics not in self.melted):
            if peeling.proclitics in self.melted:
                listed = self.lexicon.gazetteer.at(index, self.words, self.text)
                if listed is not None and listed.last > index:
                    return listed.last
                return (
                    self.joined_noun(self.with_adjective(index))
                    if free or peeling.core in self.lexicon.offices
                    else last
                )
            if not peeling.proclitics or not self._contracted(peeling.proclitics):
                continue
            office = self.lexicon.offices.at(index, self.words, self.text)
            if office is not None and office.last > index:
                return office.last
            known = free or peeling.core in self.lexicon.offices
            if known and len(peeling.core) > 1 and self.touches(index + 1) and self.described(index + 1):
                return self.joined_noun(self.with_adjective(index + 1))
        return last

    def _contracted(self, proclitics: str) -> bool:
        """Whether a preposition is one that melts with the article: the one that tells what something is for."""
        return any(one.startswith(proclitics) for one in self.melted)

    def _phrase(self, first: int) -> int | None:
        """The last token of a definite phrase of two words or more: ``فجر الجنوب``, ``نهر اليشم``."""
        if not (self.plain(first) or self._said_before(first)) or self.names.definite(self.words[first].folded):
            return None
        second = first + 1
        if not self.touches(second) or not self.described(second):
            return None
        return second

    def _seated(self, hit: Hit[Title], first: int) -> bool:
        """Whether an unknown place, with the article, is whose body speaks or is led: ``رئيس بلدية السنديان``."""
        return self.described(first) and not self.noun(first) and self._led(hit)

    def _said_before(self, first: int) -> bool:
        """Whether a verb of saying stands before the head, so that a word like one is none: ``قالت لجنة [أسر] ...``."""
        if self.words[first].folded not in self.lexicon.says or first < 2 or not self.touches(first - 1):
            return False
        return not self.lexicon.says.isdisjoint(cores(self.words[first - 2].folded, self.language))

    def _repeated(self, first: int, last: int) -> bool:
        """Whether a phrase stands elsewhere in the article, or ends in a word that only names have."""
        phrase = self.text[self.words[first].start : self.words[last].end]
        return self.text.count(phrase) > 1 or self.grade(self.words[last].folded) > SURELY

    # places

    def _place(self, hit: Hit[Title]) -> Headed | None:
        """A place whose head belongs to its name: ``شارع صبحي الدباغ``, ``سد الرمان``."""
        first = hit.last + 1
        for reader in (self.person, self.place, self.strangers):
            last = reader(first)
            if last is not None:
                return self._found(hit, self._shorter(hit, first, last), "LOC")
        title = self.lexicon.titles.at(first, self.words, self.text, peel=False)
        if title is not None and title.last == first and self.touches(first + 1) and self._bearer(first + 1):
            return self._found(hit, first + 1, "LOC")
        alone = self.text[hit.start : self.words[first].end]
        again = self.plain(first) and not self.names.definite(self.words[first].folded) and self.text.count(alone) > 1
        named = again or self.words[first].folded in self.lexicon.given_own
        return self._found(hit, first, "LOC") if named or (self.described(first) and not self.noun(first)) else None

    def _shorter(self, hit: Hit[Title], first: int, last: int) -> int:
        """The end of a place's name that runs on into who leads it: ``(رئيس جامعة) تل ريحان [نزيه عرنوق]``.

        The place stands elsewhere in the article with the first of the words alone.
        """
        if last - first < ADJECTIVES:
            return last
        alone = self.text[hit.start : self.words[first].end]
        whole = self.text[hit.start : self.words[first + 1].end]
        return first if self.text.count(alone) > self.text.count(whole) else last

    def _bearer(self, index: int) -> bool:
        """Whether a word behind a title may be the name of who bore it: ``(مطار) الإمام الخميني``."""
        return self.names.at(index, titled=True) is not None or self.described(index)

    def _announced(self, hit: Hit[Title]) -> Headed | None:
        """A place that a head outside its name announces: ``بلدة راوة``, ``محافظة تل الأقحوان``."""
        first = hit.last + 1
        word = self.words[first]
        last = self.place(first)
        if last is None:
            last = self.joined(first)
        if last is None and self.plain(first):
            phrase = self._phrase(first)
            definite = self.names.definite(word.folded) and self.described(first) and not self.noun(first)
            last = phrase if phrase is not None else first if definite else self.strangers(first)
        if last is None:
            return None
        return Headed(first, last, word.start, "LOC", word.folded, sure=True)

    def _found(self, hit: Hit[Title], last: int, kind: str, *, sure: bool = True) -> Headed:
        return Headed(hit.first, last, hit.start, kind, hit.peeling.core, sure)
