"""Bodies that nothing but what they do makes names: they speak.

``طالبت [تنسيقية عائلات الضحايا] بـ``, ``أعلنت [النيابة العامة]``, ``[the election commission] said``: what kind of
body it is and ordinary words behind or before it are a name where a verb of saying or a phrase that names a source
stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from workbench.extractors.entities.headed import Headed
from workbench.extractors.entities.headwords import FEMININE, OverTokens, Surroundings
from workbench.extractors.entities.lexicon import Title
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.sayers import cited
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, Phrases, adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["SPEAKING", "SpeakingBefore", "SpeakingBehind"]

SPEAKING = "speaking"
"""The rule of a body that only its speaking makes a name."""

WORDS = 3  # the most ordinary words behind or before what kind of body it is
APOSTROPHES = ("' ", "’ ")
"""What ends the plural of those whose something is, before it."""
ADJECTIVES = 2  # the most adjectives that end its name


@cache
def _offices(language: LanguagePack) -> Phrases[str]:
    """What speaks for the body that it belongs to, and is none itself: ``المكتب الإعلامي``."""
    rows = (row for row in language.rows("statements") if row["kind"] == "office")
    return Phrases([(row["phrase"], row["kind"]) for row in rows], language)


def _cited(index: int, reader: OverTokens) -> bool:
    """Whether a phrase that names a source ends right before a token."""
    return cited(index, reader.words, reader.text, reader.language)


class SpeakingBehind(Surroundings):
    """Bodies behind a verb of saying, where the verb stands first: the head and the words that it owns.

    Parameters
    ----------
    names: the reader of people's names over the same tokens.
    inner: what reads the name that begins at a token by its head, if one does.
    """

    def __init__(self, names: NameReader, inner: Callable[[int], Headed | None]) -> None:
        super().__init__(names)
        self.inner = inner
        self.topics = self.language.listed("topics")
        self.general = self.language.listed("general_adjectives")
        self.helpers = self.language.listed("before_verbs")

    def at(self, hit: Hit[Title], *, definite: bool) -> Headed | None:
        """The body whose head stands right behind what makes it speak; None where there is none."""
        if "outside" in hit.value.of or not self.speaks(hit) or self._listed(hit.last + 1, "ORG"):
            return None
        last = self._adjectives(hit.last, hit.peeling.core) if definite else self._owned_by(hit)
        if definite and self._office(hit.first) >= last:
            return None
        return (
            None
            if last == hit.last
            else Headed(hit.first, last, hit.start, "ORG", hit.peeling.core, sure=True, rule=SPEAKING)
        )

    def party(self, hit: Hit[str]) -> bool:
        """Whether a body without its country speaks: no office of another one."""
        return (self.speaks(hit) or self._goes_on(hit)) and self._office(hit.first) < hit.last

    def _goes_on(self, hit: Hit[str]) -> bool:
        """Whether a verb of saying follows what begins a clause: ``[النيابة العامة] أكدت``, ``كانت [...] قد اتهمت``."""
        before = self.words[hit.first - 1].folded if hit.first else ""
        begins = hit.first == 0 or any(one.core in self.helpers for one in peelings(before, self.language))
        following = hit.last + 1
        while following < len(self.words) and self.words[following].folded in self.helpers:
            following += 1
        if hit.peeling.front or not begins or not self.touches(following) or not self.touches(hit.last + 1):
            return False
        return any(
            one.core in self.lexicon.says and not one.back and not one.front
            for one in peelings(self.words[following].folded, self.language)
        )

    def speaks(self, hit: Hit[Any]) -> bool:
        """Whether a verb of saying or a phrase that names a source stands right before what a phrase says."""
        if hit.peeling.front or not self.touches(hit.first):
            return False
        before = peelings(self.words[hit.first - 1].folded, self.language)
        says = any(one.core in self.lexicon.says for one in before if not one.back)
        topic = self.words[hit.first - 1].folded in self.topics
        return says or topic or _cited(hit.first, self) or (self._led(hit.first) and not self._listed(hit.last + 1))

    def _listed(self, index: int, *types: str) -> bool:
        """Whether a place or body of a list begins at a token, which is a name of its own (``رئيس بعثة [مصر]``)."""
        if index >= len(self.words):
            return False
        hit = self.lexicon.gazetteer.at(index, self.words, self.text, peel=False)
        return hit is not None and (not types or hit.value.type in types)

    def _led(self, index: int) -> bool:
        """Whether the title of somebody who leads or speaks for a body stands right before a token."""
        titles = (self.lexicon.titles.at(at, self.words, self.text) for at in range(max(0, index - 3), index))
        return any(title and "org" in title.value.of and title.last in (index - 1, index) for title in titles)

    def _office(self, index: int) -> int:
        """The last token of an office that speaks for another body; -1 where none begins at a token."""
        hit = _offices(self.language).at(index, self.words, self.text)
        return -1 if hit is None else hit.last

    def _owned_by(self, hit: Hit[Title]) -> int:
        """The last token of what belongs to a head: ordinary words up to one with the article and its adjectives."""
        last = hit.last
        while last - hit.last < WORDS and self.touches(last + 1):
            index = last + 1
            folded = self.words[index].folded
            inner = self.inner(index)
            if inner is not None and inner.first == index:
                return inner.last
            place = self.place(index)
            if place is not None:
                return self._adjectives(place, hit.peeling.core)
            if last == hit.last and "place" in hit.value.of and self.stranger(index) and self._reports(index + 1):
                return index  # ``قالت حكومة [زقاطة] إن``
            if self.names.definite(folded):
                known = self.described(index) or self.noun(index)
                return self.joined_noun(self._adjectives(index, hit.peeling.core)) if known else hit.last
            if not self.plain(index) or self._opens(self.words[index]):
                return last if "org" in hit.value.of and last == hit.last + 1 else hit.last
            last = index
        ends = last + 1 >= len(self.words) or not self.touches(last + 1)
        if ends and last == hit.last + 2 and self.stranger(last):
            return last
        return last if ends and "org" in hit.value.of and last == hit.last + 1 else hit.last

    def _reports(self, index: int) -> bool:
        """Whether what is reported begins at a token: nothing belongs to the one before."""
        return index >= len(self.words) or not self.touches(index) or self.words[index].folded in self.lexicon.openers

    def _opens(self, word: Token) -> bool:
        """Whether a word may open what is reported or carries a preposition."""
        opens = self.lexicon.openers
        return any(
            one.core in opens or one.proclitics for one in peelings(word.folded, self.language) if one.front
        ) or (word.folded in opens)

    def _adjectives(self, last: int, head: str) -> int:
        """The last of the adjectives behind a noun with the article that agree with it or with the head."""
        heads = (head, self.words[last].folded)
        end = last
        while end - last < ADJECTIVES and self.touches(end + 1):
            word = self.words[end + 1].folded
            if not self.described(end + 1) or not self._adjective(word):
                break
            if word.endswith(FEMININE) and not any(one.endswith(FEMININE) for one in heads):
                break
            end += 1
        return end

    def _adjective(self, word: str) -> bool:
        return word in self.general or self.origin(word)


class SpeakingBefore(OverTokens):
    """Bodies before a verb of saying, where the subject stands first: what stands before the head, without capitals."""

    def __init__(self, names: NameReader) -> None:
        super().__init__(names)
        self.joints = self.language.listed("joins_names")
        self.before_things = self.language.listed("before_things")
        self.plural = tuple(one.strip("'’") for one in self.language.clitics("possessive") if len(one) > 1)

    def at(self, hit: Hit[Title]) -> Headed | None:
        """The body whose head stands right before a verb of saying, or ends a phrase that names a source."""
        owner = self._owner(hit.first)
        first = self._first(hit.first) or owner
        if first is None and self._articled(hit.first) and (last := self._owned(hit.last)) is not None:
            return Headed(hit.first, last, hit.start, "ORG", self.words[hit.first].folded, sure=True, rule=SPEAKING)
        if first is not None and self.lexicon.gazetteer.at(first, self.words, self.text) is not None:
            return None  # an office of a body of its own: ``the Kremlin's press office``
        if first is None or not (owner is not None or self._acts(hit) or _cited(first - 1, self)):
            return None
        return Headed(
            first, hit.last, self.words[first].start, "ORG", self.words[first].folded, sure=True, rule=SPEAKING
        )

    def party(self, hit: Hit[str]) -> bool:
        """Whether a verb of saying stands right behind what a phrase says behind its article."""
        begins = hit.first == 0 or self.text[hit.start].isupper()
        return (begins or self._articled(hit.first)) and (self._says(hit.last + 1) or _cited(hit.first - 1, self))

    def _articled(self, index: int) -> bool:
        return index > 0 and self.words[index - 1].folded in self.before_things

    def _acts(self, hit: Hit[Title]) -> bool:
        """Whether what a body's head ends speaks, or somebody is told to be of it: ``the commission's chairman``."""
        if self._says(hit.last + 1):
            return True
        following = hit.last + 1
        if not hit.peeling.back or following >= len(self.words) or not self._beside(following):
            return False
        title = self.lexicon.titles.at(following, self.words, self.text)
        return title is not None and title.value.kind == "role"

    def _owner(self, index: int) -> int | None:
        """The first token of the people whose body a head names: ``Egypt's [museum guards'] union``."""
        owner = index - 1
        if owner < 0 or self.text[self.words[owner].end : self.words[index].start] not in APOSTROPHES:
            return None
        if not self.words[owner].text.islower():
            return None
        before = owner - 1
        further = before > 0 and self.words[before].text.islower() and self._beside(owner) and self._beside(before)
        whose = further and bool(self.words[before - 1].folded.endswith(self.language.clitics("possessive")))
        return before if whose else owner

    def _owned(self, last: int) -> int | None:
        """The last token of the people whom a body is of and who speaks: ``the union [of bus drivers] said``."""
        joint = last + 1
        if not self._near(joint) or self.words[joint].folded not in self.language.listed("before_bodies"):
            return None
        end = joint
        while end - joint < WORDS and self._near(end + 1) and self.words[end + 1].text.islower():
            if self._says(end + 1) or self.words[end + 1].folded in self.lexicon.links:
                break
            end += 1
        people = end > joint and self.words[end].folded.endswith(self.plural)
        return end if people and self._says(end + 1) else None

    def _near(self, index: int) -> bool:
        """Whether there is a token, and only a space between it and the one before."""
        return 0 < index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index])

    def _first(self, index: int) -> int | None:
        """The first of the ordinary words before a head, behind an article; None where only the article is there."""
        first = index
        while first > 0 and index - first <= WORDS and self._beside(first):
            before = self.words[first - 1].folded
            if before in self.before_things:
                return first if first < index else None
            if (before in self.lexicon.links and before not in self.joints) or before in self.lexicon.says:
                return None
            first -= 1
        return None

    def _beside(self, index: int) -> bool:
        """Whether a token belongs to the one before it: a space, or the apostrophe of a plural's owner."""
        gap = self.text[self.words[index - 1].end : self.words[index].start]
        return gap in APOSTROPHES or adjacent(self.text, self.words[index - 1], self.words[index])

    def _says(self, index: int) -> bool:
        return self._near(index) and self.words[index].folded in self.lexicon.says
