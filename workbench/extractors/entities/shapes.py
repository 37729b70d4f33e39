"""Personal names that their capitals show, weighed by what speaks for a person and against one.

No list knows every name. Where the script has capitals, a run of two or more capitalised words is weighed: known given
names and surnames, initials and particles speak for a person; so do an age, ``who`` or a role behind it, a verb of
saying beside it, and its last word standing alone elsewhere. An article before it, a preposition of place, the head of
a body behind it and ordinary words in it speak against one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.corpus import Block
from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.lexicon import COMMON
from workbench.extractors.entities.names import Name, NameReader
from workbench.extractors.entities.sayers import labels, sourced
from workbench.extractors.entities.spellings import days
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["Page", "Shapes", "headed", "headline"]

SURE, UNSURE = 3.0, 1.5
TITLE_LENGTH = 4  # the most tokens of a role before a comma
APPOSITION = 7  # the most tokens between a name and the role that follows it
AGE = re.compile(r"\s*(?:,\s*\d{1,3}\b(?!,\d)|\(\d{1,3}\))")
QUOTES = "\"“”‘'«»"
MARKS = tuple(QUOTES)
ENDS = ".!?:;\n"
KIND = {"given": 3.0, "ambiguous": 2.5, "initial": 2.5, "joined": 2.0, "surname": 1.5, "unknown": 0.5}
LATER = {"given": 1.0, "ambiguous": 0.5, "initial": 1.0, "joined": 2.0, "surname": 1.5, "unknown": 0.5}
LONG_WORD, TITLE_WORDS, TITLE_SHARE = 4, 4, 0.75


@dataclass
class Page:
    """What an article's words tell of its names.

    ``common``: the words that stand in it without a capital. ``bound``: those with one that stand beside another such
    word. ``alone``: how often a capitalised word stands by itself;
    ``speakers``: those that a verb of saying or a title stands beside. ``lasts``: the last parts of the names found.
    ``things``: names that a word for a thing tells to be no person's.
    """

    common: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    alone: Counter[str] = field(default_factory=Counter)
    speakers: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    things: set[tuple[str, ...]] = field(default_factory=set)

    def read(self, reader: NameReader) -> None:
        """Take in the words of one block."""
        words, lexicon = reader.words, reader.lexicon
        for index, word in enumerate(words):
            if not word.text[:1].isupper():
                self.common.add(word.folded)
                continue
            begin = index
            while (
                begin
                and reader.near(begin - 1)
                and (words[begin - 1].folded in lexicon.particles or reader.hyphen(begin))
            ):
                begin -= 1
            before = words[begin - 1] if begin and reader.near(begin - 1) else None
            after = words[index + 1] if index + 1 < len(words) and reader.near(index) else None
            titled = before is not None and before.folded in lexicon.titles
            if (before and before.text[:1].isupper() and not titled and before.folded not in lexicon.links) or (
                after and after.text[:1].isupper()
            ):
                self.bound.add(reader.bare(index))
                continue
            bare = reader.bare(index)
            self.alone[bare] += 1
            if titled or any(one and one.folded in lexicon.says for one in (before, after)):
                self.speakers.add(bare)


def headline(block: Block, words: Sequence[Token], language: LanguagePack) -> bool:
    """Whether a block is written as headlines are, nearly each of its words with a capital."""
    if not language.capitals or len(words) > 30:
        return False
    long = [word for word in words[1:] if len(word.text) >= LONG_WORD and word.text.isalpha()]
    capital = sum(word.text[:1].isupper() for word in long)
    return block.kind != "body" and len(long) >= TITLE_WORDS and capital >= TITLE_SHARE * len(long)


def headed(reader: NameReader, name: Name) -> bool:
    """Whether what follows a name shows that it is a body's or a place's: ``Naim Kashto Street``."""
    following = name.last + 1
    if following < len(reader.words) and reader.upper(following):
        between = reader.text[reader.words[name.last].end : reader.words[following].start]
        if between == " & ":
            return True
    if following >= len(reader.words) or not reader.near(name.last) or reader.possessive(name.last):
        return False
    word = reader.words[following]
    if not word.text[:1].isupper():
        return False
    if reader.lexicon.heads.at(following, reader.words, reader.text) is not None:
        return True
    if len(word.text) == 1 or word.folded in reader.lexicon.links or word.folded in days(reader.pack):
        return False
    return word.folded in reader.lexicon.stops and word.folded not in reader.lexicon.says


class Shapes:
    """Finds the names of one block that no title announces.

    Parameters
    ----------
    reader: the reader of names over the block's words.
    page: what the words of the whole article tell.
    listed: whether nearly all words of the block have capitals, so that only names that occur elsewhere count.
    """

    def __init__(self, reader: NameReader, page: Page, *, listed: bool = False) -> None:
        self.reader = reader
        self.words = reader.words
        self.lexicon = reader.lexicon
        self.text = reader.text
        self.page = page
        self.listed = listed
        self.things: list[tuple[int, int]] = []
        """Where names stand that are no person's."""
        self.previous = -1
        """The last token of the sure name found before, -1 for none: names in a list support each other."""
        self._and, self._of = reader.pack.listed("joins_names"), reader.pack.listed("before_bodies")

    def at(self, index: int) -> tuple[Name, bool] | None:
        """The name that begins at a token and whether it is sure; None where there is none."""
        word = self.words[index]
        if not self.reader.upper(index) and word.folded not in self.lexicon.particles:
            return None
        name = self.reader.at(index, shape=True)
        if name is None or self._continued(index):
            return None
        if self.listed:
            return self._known(name)
        if headed(self.reader, name) or self._place(name):
            return None
        if len(name.parts) == 1:
            return self._single(name)
        points = self._own(name) + self._around(name)
        return (name, points >= SURE) if points >= UNSURE else None

    def known(self, name: Name) -> Name | None:
        """A name of a headline, cut where a name that occurs elsewhere ends; None where there is none."""
        found = self._known(name)
        return found[0] if found else None

    def _known(self, name: Name) -> tuple[Name, bool] | None:
        index, found = name.first, None
        for count, part in enumerate(name.parts, start=1):
            index += len(part.split(" "))
            if part in self.page.lasts:
                kinds = name.kinds[:count]
                found = Name(name.first, index - 1, name.parts[:count], name.given, name.known, kinds), count > 1
        return found

    def _continued(self, index: int) -> bool:
        """Whether a capitalised word right before a name belongs to it, so that it is no name of a person's."""
        if index == 0 or not self.reader.near(index - 1) or self.reader.possessive(index - 1):
            return False
        before = self.words[index - 1]
        return (
            before.text[:1].isupper()
            and not self._starts(index - 1)
            and self.reader.kind(index - 1, self.reader.bare(index - 1))[0] in ("unknown", "place")
        )

    def _starts(self, index: int) -> bool:
        """Whether a sentence starts at a token."""
        before = self.text[: self.words[index].start].rstrip(" \u00a0")
        before = before.rstrip(QUOTES)
        return not before or before[-1:] in ENDS or before.rstrip(" \u00a0")[-1:] in ENDS

    def _place(self, name: Name) -> bool:
        """Whether the words of a name are a known place's or body's."""
        hit = self.lexicon.gazetteer.at(name.first, self.words, self.text)
        if hit is not None and hit.last >= name.last:
            return True
        folded = [word.folded for word in self.words[name.first : name.last + 1]]
        if name.kinds[0] == "initial" or len(folded) < 2:
            return False
        gathered = self.reader.gathered
        begins = gathered.classes(folded[0])
        if begins.first and begins.weight < COMMON and folded[1].partition("-")[0] in kinds(self.reader.pack, "family"):
            return True  # ``Tal al-Zayzafoun``
        body = gathered.organisations_at(0, folded)
        place = gathered.places_at(0, folded) if name.kinds[0] != "given" else None
        return any(one is not None and one[0] == len(folded) for one in (body, place))

    def _single(self, name: Name) -> tuple[Name, bool] | None:
        """A word alone: a nickname, or a surname of somebody who may be named in full elsewhere."""
        kind, words = name.kinds[0], name.parts[0].split(" ")
        if self._before(name, "before_places") or self._before(name, "before_things"):
            return None
        lexicon = self.lexicon
        kunya = kind == "joined" and (words[-1] in lexicon.given or words[-1] in lexicon.given_ambiguous)
        if kunya and name.first == name.last - len(words) + 1 and not self._article(words[0]):
            return name, True
        if kind in ("given", "ambiguous", "unknown", "surname") and AGE.match(self.text[self.words[name.last].end :]):
            return name, kind == "given"
        if kind in ("given", "unknown", "surname") and self._announced(name) and self._closed(name):
            return name, True
        if kind == "joined" and not self._article(words[0]):
            return name, False
        if kind == "given" and name.first == name.last and (self._paired(name) or self._again(name)):
            return name, True
        says = self._beside(name)
        return (name, False) if says and kind in ("unknown", "surname", "joined") else None

    def _paired(self, name: Name) -> bool:
        """Whether a given name has the surname of the one joined to it: ``[Tom] and Linda Baker``."""
        joint = name.last + 1
        if joint + 1 >= len(self.words) or not self.reader.near(name.last) or not self.reader.near(joint):
            return False
        if self.words[joint].folded not in self._and or not self.reader.upper(joint + 1):
            return False
        other = self.reader.at(joint + 1)
        if other is None or other.kinds[0] != "given" or len(other.parts) < 2:
            return False
        return not headed(self.reader, other)

    def _again(self, name: Name) -> bool:
        """Whether a given name that many bear stands alone several times on the page, and never in a longer name."""
        word = name.parts[0]
        known = self.reader.gathered.classes(word)
        return self.page.alone[word] > 1 and word not in self.page.bound and known.weight >= COMMON and known.place < 0

    def _joined(self, name: Name) -> bool:
        """Whether nothing but a conjunction or a comma stands between a name and the sure one before it."""
        if self.previous < 0:
            return False
        between = self.text[self.words[self.previous].end : self.words[name.first].start].strip(" ,\u00a0")
        words = self.words[self.previous + 1 : name.first]
        return len(words) <= 1 and between in ("", *(word.text for word in words if word.folded in self._and))

    def _closed(self, name: Name) -> bool:
        """Whether a comma or the end of a sentence follows a name, so that nothing else goes on from it."""
        return self.text[self.words[name.last].end :][:1] in (",", ".", ";", "")

    def _article(self, particle: str) -> bool:
        """Whether a particle only stands for an article, so that a word with it is a surname and no nickname."""
        return len(particle) <= 2

    def _own(self, name: Name) -> float:
        """What the parts of a name say."""
        points = KIND.get(name.kinds[0], 0.0) + sum(LATER.get(kind, 0.0) for kind in name.kinds[1:])
        weak = [part for part, kind in zip(name.parts, name.kinds, strict=True) if kind == "unknown"]
        points -= 1.5 * sum(self._ordinary(part) for part in weak)
        doubtful = [part for part, kind in zip(name.parts, name.kinds, strict=True) if kind == "ambiguous"]
        points -= 0.5 * sum(self._ordinary(part) for part in doubtful)
        points -= 1.0 * sum(kind in ("place", "demonym") for kind in name.kinds)
        return points - 1.0 * sum(self._placed(part) for part in weak)

    def _ordinary(self, part: str) -> bool:
        """Whether a part is an ordinary word too."""
        return part in self.page.common or part in self.lexicon.stops or self.reader.gathered.classes(part).ordinary

    def _placed(self, part: str) -> bool:
        """Whether a part is a place's name, or begins one, and nobody's."""
        found = self.reader.gathered.classes(part)
        return (found.place >= 2 or found.first) and not found.person

    def _around(self, name: Name) -> float:
        """What stands around a name says."""
        points = 0.0
        tail = self.text[self.reader.words[name.last].end :]
        last = name.parts[-1].rpartition(" ")[2]
        if AGE.match(tail) or self._relative(name):
            points += 3.0
        elif self._apposed(name) or self._announced(name):
            points += 2.5
        elif self._joined(name):
            points += 2.0
        if self._beside(name) or self._from(name):
            points += 2.0
        if last in self.page.speakers:
            points += 2.0
        elif self.page.alone[last] and not self._ordinary(last):
            points += 1.5
        if self._before(name, "before_things"):
            points -= 3.0
        if self._before(name, "before_places"):
            points -= 2.0
        if self._quoted(name) or self._thing(name):
            self.things.append((self.words[name.first].start, self.words[name.last].end))
            points -= 4.0
        return points

    def _quoted(self, name: Name) -> bool:
        """Whether just a name stands between quotation marks, as those of ships do: ``called “Fath al-Khair”``."""
        start, end = self.words[name.first].start, self.words[name.last].end
        return self.text[start - 1 : start] in MARKS and self.text[end : end + 1] in MARKS

    def _thing(self, name: Name) -> bool:
        """Whether a word for a thing tells of a name, here or on the page before: ``the local paper Naqus``."""
        told = name.parts in self.page.things or self._before(name, "things") or self._apposed_thing(name)
        if told and len(name.parts) > 1:
            self.page.things.add(name.parts)
        return told

    def _apposed_thing(self, name: Name) -> bool:
        """Whether a word for a thing stands in apposition behind a name: ``Naqus, a local paper``."""
        if not self._comma(name) or self.words[name.last + 1].folded not in self.reader.pack.listed("before_things"):
            return False
        pack, last = self.reader.pack, name.last + 2
        things, joins = pack.listed("things") | pack.listed("companies"), tuple(pack.listed("finite_endings"))
        while last < len(self.words) and last - name.last < APPOSITION and self.words[last].text.islower():
            following = last + 1
            ends = following == len(self.words) or not self.reader.near(last)
            if ends or self.words[following].folded in self.lexicon.links:
                return self.words[last].folded in things
            if self.words[last].folded in things and self.words[following].folded.endswith(joins or ("\0",)):
                return True  # ``Atlas Horizon, an agency [owned] by``
            last = following
        return False

    def _before(self, name: Name, key: str) -> bool:
        """Whether a word that the pack's settings list under a key stands right before a name."""
        if name.first == 0 or not self.reader.near(name.first - 1):
            return False
        return self.words[name.first - 1].folded in self.reader.pack.listed(key)

    def _beside(self, name: Name) -> bool:
        """Whether a verb of saying stands right before or behind a name, or what else introduces somebody's words."""
        reader, says = self.reader, self.lexicon.says
        if reader.possessive(name.last):
            return False
        after = name.last + 1 < len(self.words) and reader.near(name.last) and self.words[name.last + 1].folded in says
        if len(name.parts) > 1 and (sourced(reader, name) or labels(reader, name)):
            return True
        return after or (name.first > 0 and reader.near(name.first - 1) and self.words[name.first - 1].folded in says)

    def _from(self, name: Name) -> bool:
        """Whether somebody is said to be of a body and speaks: ``Ada Nwosu-Grant of the World Bank said``."""
        index = name.last + 1
        if index + 2 >= len(self.words) or self.reader.possessive(name.last) or not self.reader.near(name.last):
            return False
        if self.words[index].folded not in self._of:
            return False
        speaks = name.first > 0 and self.words[name.first - 1].folded in self.lexicon.says
        for at in range(index + 1, min(index + APPOSITION + 1, len(self.words))):
            if not self.reader.near(at - 1):
                return False
            word = self.words[at]
            if speaks or word.folded in self.lexicon.says:
                return True
            if not word.text[:1].isupper() and word.folded not in self.lexicon.links:
                return False
        return False

    def _comma(self, name: Name) -> bool:
        """Whether a comma and a word follow a name."""
        following = name.last + 1
        if following >= len(self.words) or self.reader.possessive(name.last):
            return False
        return self.text[self.words[name.last].end : self.words[following].start].strip() == ","

    def _relative(self, name: Name) -> bool:
        """Whether a word that only people take follows a name: ``, who``."""
        people = self.reader.pack.listed("people_relatives")
        return self._comma(name) and self.words[name.last + 1].folded in people

    def _announced(self, name: Name) -> bool:
        """Whether a role and a comma stand before a name: ``The captain, Luka Petrović, scored``."""
        before = name.first - 1
        if before < 0 or self.text[self.words[before].end : self.words[name.first].start].strip() != ",":
            return False
        for first in range(before, max(-1, before - TITLE_LENGTH), -1):
            hit = self.lexicon.titles.at(first, self.words, self.text)
            if hit is not None and hit.last == before:
                return self.words[first].text[:1].islower() or self._starts(first)
            if first and not self.reader.near(first - 1):
                return False
        return False

    def _apposed(self, name: Name) -> bool:
        """Whether a role follows a name: ``, the governor of``; ``, Iraq's water minister``."""
        if not self._comma(name):
            return False
        start = name.last + 1
        for index in range(start, min(start + APPOSITION, len(self.words))):
            if index > start and not self.reader.near(index - 1):
                return False
            if self.words[index].folded in self.lexicon.says:
                return False
            if self.lexicon.titles.at(index, self.words, self.text) is not None:
                return True
        return False
