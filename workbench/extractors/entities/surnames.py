"""Surnames that stand alone: of somebody named in full in the article, or of the only one so called in the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from workbench.extractors.entities.fullnames import bare, core, kunyas
from workbench.extractors.entities.lexicon import UNLIKE, lexicon
from workbench.extractors.entities.people import Parts, People, Person
from workbench.extractors.entities.roles import Reader
from workbench.extractors.entities.rolewords import words_of
from workbench.extractors.entities.spellings import function_words
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.extractors.entities.variants import borne
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Peeling, cores, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["Alone", "SurnameFinder"]


LONG = 7  # the fewest letters of a surname that is known by its sound alone
FAMILY = 5  # the least grade of a family name with the article that only other articles have in full
SURE = 7  # the grade of its letters


class Alone(NamedTuple):
    """A surname that stands alone: its span, the people who are called so, and whether the article names them."""

    start: int
    end: int
    people: tuple[Person, ...]
    here: bool


class SurnameFinder:
    """Finds surnames that stand alone in one article, outside the mentions already found.

    Parameters
    ----------
    reader: the words of the article.
    named: the full names in the article, folded, each with its person.
    people: everybody in the corpus.
    """

    def __init__(self, reader: Reader, named: Sequence[tuple[Parts, Person]], people: People) -> None:
        self.reader = reader
        self.language: LanguagePack = reader.language
        self.lexicon = lexicon(self.language)
        self.people = people
        self._alone: dict[str, list[tuple[Parts, Person]]] = {}
        alone: dict[str, dict[tuple[Parts, Person], None]] = defaultdict(dict)
        for parts, person in dict.fromkeys(named):
            for words in bare(parts):
                for first in self._spellings(words[0]):
                    alone[first][words, person] = None
        for first, sequences in alone.items():
            self._alone[first] = sorted(sequences, key=lambda one: -len(one[0]))
        self._called = {person: rank for rank, person in enumerate(dict.fromkeys(person for _, person in named))}

    def _spellings(self, first: str) -> list[str]:
        """How the first word of a surname may be spelled: with the article, without it, a kunya in any case."""
        if kunyas(first):
            return sorted(kunyas(first))
        article = self.language.article
        plain = core(first)
        return [plain, article + plain] if article and (plain != first or len(plain) > 3) else [first]

    def all(self, taken: Spans) -> Iterator[Alone]:
        """The surnames that stand alone, in order, outside the spans that are taken."""
        end = 0
        for index, word in enumerate(self.reader.words):
            begins = self.people.begins.get(word.folded)
            if begins is None:
                begins = self.people.may_begin(word.folded, self.language) or self._foreign(word.folded)
                self.people.begins[word.folded] = begins
            if not (begins or self._particle(word)) or word.start < end or taken.meets(word.start, word.end):
                continue
            if not self.language.capitals and word.text in function_words(self.language):
                continue
            found = self._here(index) or self._elsewhere(index) or self._heard(index)
            if found is not None and not taken.meets(found.start, found.end):
                end = found.end
                yield found

    def _here(self, index: int) -> Alone | None:
        """The surname at a word of somebody whom the article names in full."""
        word = self.reader.words[index]
        if self.language.capitals and (not self._upper(index) or (self._hyphened(word) and not self._particle(word))):
            return None
        for peeling in peelings(word.folded, self.language):
            sequences = self._alone.get(peeling.core, ())
            fits = [(words, person) for words, person in sequences if self._follows(words, index, peeling)]
            if not fits:
                continue
            longest = len(fits[0][0])
            if longest == 1 and (self._adjective(peeling.core) or self._unannounced(peeling, index)):
                continue
            start = unfolded(word, peeling.front, self.language)
            last = self.reader.words[index + longest - 1]
            end = last.end - (peeling.back if longest == 1 else self._back(last))
            own = tuple(dict.fromkeys(person for words, person in fits if len(words) == longest))
            return Alone(start, end, own, here=True)
        return self._spelled_otherwise(index)

    def _particle(self, word: Token) -> bool:
        """Whether a word without a capital may begin a surname: ``al-Fahdawi``."""
        return self.language.capitals and word.folded in self.lexicon.particles and word.folded in self._alone

    def _upper(self, index: int) -> bool:
        """Whether a word is written with a capital, or is a particle before one that is: ``al-Fahdawi``."""
        words = self.reader.words
        if words[index].text[:1].isupper():
            return True
        behind = index + 1 < len(words) and words[index].folded in self.lexicon.particles
        return behind and words[index + 1].text[:1].isupper() and self.reader.joined(index, index + 1)

    def _hyphened(self, word: Token) -> bool:
        """Whether a hyphen binds a word to another one (``Nwosu-Grant``)."""
        text = self.reader.article.text
        return text[word.start - 1 : word.start] == "-" or text[word.end : word.end + 1] == "-"

    def _follows(self, words: Parts, index: int, peeling: Peeling) -> bool:
        """Whether the words of a surname behind its first one stand behind a word."""
        span = self.reader.words[index + 1 : index + len(words)]
        if len(span) < len(words) - 1 or (peeling.back and len(words) > 1):
            return False
        same = all(self._equal(token, word) for token, word in zip(span, words[1:], strict=True))
        joined = len(words) == 1 or self.reader.block_of[index] == self.reader.block_of[index + len(words) - 1]
        return same and joined

    def _equal(self, token: Token, word: str) -> bool:
        return any(one.core == word for one in peelings(token.folded, self.language) if not one.front)

    def _back(self, last: Token) -> int:
        """How many letters a possessive ending takes at the end of a surname."""
        return next((one.back for one in peelings(last.folded, self.language) if one.back), 0)

    def _spelled_otherwise(self, index: int) -> Alone | None:
        """A surname in another spelling than the article's full name: only a word that no language knows otherwise."""
        word = self.reader.words[index]
        if not self._called or len(word.folded) < 4:
            return None
        for peeling in peelings(word.folded, self.language):
            if not self.people.known_surname(peeling.core):
                continue
            near = self.people.called((core(peeling.core),), self._called)
            gathered = gazetteers(self.language).classes(peeling.core)
            native = bool(self.language.article) and core(peeling.core) != peeling.core
            if near and not native and not gathered.ordinary and peeling.core not in self.lexicon.stops:
                start = unfolded(word, peeling.front, self.language)
                return Alone(start, word.end - peeling.back, near, here=True)
        return None

    def _elsewhere(self, index: int) -> Alone | None:
        """The surname at a word of somebody whom only other articles name in full."""
        word = self.reader.words[index]
        if self.language.capitals and not word.text[:1].isupper():
            return None
        several = self._several(index)
        if several is not None:
            return several
        for peeling in peelings(word.folded, self.language):
            if not self.people.known_surname(peeling.core):
                continue
            called = self.people.called((core(peeling.core),))
            if called and not self._adjective(peeling.core) and self._safe(peeling, index):
                start = unfolded(word, peeling.front, self.language)
                return Alone(start, word.end - peeling.back, called, here=False)
        return None

    def _several(self, index: int) -> Alone | None:
        """A surname of several words at a word, of somebody whom only other articles name in full."""
        word = self.reader.words[index]
        if index + 1 == len(self.reader.words):
            return None
        following = peelings(self.reader.words[index + 1].folded, self.language)
        seconds = dict.fromkeys(one.core for one in following if not one.front)
        for peeling in peelings(word.folded, self.language):
            keys = [(peeling.core, second) for second in seconds]
            sequences = [one for key in keys for one in self.people.several.get(key, ())]
            fits = [(words, person) for words, person in sequences if self._follows(words, index, peeling)]
            longest = max((len(words) for words, _ in fits), default=0)
            own = tuple(dict.fromkeys(person for words, person in fits if len(words) == longest))
            last = index + longest - 1
            if own and not self._beside_name(index, last):
                start = unfolded(word, peeling.front, self.language)
                end = self.reader.words[last].end - self._back(self.reader.words[last])
                return Alone(start, end, own, here=False)
        return None

    def _foreign(self, word: str) -> bool:
        """Whether a word is a foreign name by its letters and sounds like somebody's surname."""
        letters = likeness(self.language)
        if letters is None or len(word) < LONG or not self.people.heard(word):
            return False
        known = gazetteers(self.language).classes(word)
        return letters.grade(word) >= SURE and not known.person and known.place < 0 and word not in self.lexicon.stops

    def _heard(self, index: int) -> Alone | None:
        """A foreign surname that no article spells so: of the only one whose surname sounds like it."""
        word = self.reader.words[index]
        if not self._foreign(word.folded):
            return None
        called = self.people.called((word.folded,), self._called) or self.people.called((word.folded,))
        return Alone(word.start, word.end, called, here=False) if len(called) == 1 else None

    def _adjective(self, word: str) -> bool:
        """Whether a surname is an adjective of place too (``الأميركي``), so that alone it says nothing."""
        article = self.language.article
        return bool(article) and word.startswith(article) and word in self.lexicon.demonyms

    def _unannounced(self, peeling: Peeling, index: int) -> bool:
        """Whether a surname that is an ordinary word too stands where nothing says that it is a name.

        What only looks like an ordinary word is a name wherever it stands, once the article has announced it as one.
        """
        if not self._ordinary(peeling) or self._announced(index):
            return False
        listed = gazetteers(self.language).classes(peeling.core).ordinary or peeling.core in self.lexicon.stops
        return listed or self.language.capitals or peeling.core not in self._told

    @cached_property
    def _told(self) -> frozenset[str]:
        """The surnames of the article's people that a title or a verb of saying announces somewhere in it."""
        article = self.language.article
        places = (at for at, word in enumerate(self.reader.words) if word.folded in self._alone)
        found = (self.reader.words[at].folded for at in places if self._announced(at))
        return frozenset(word for word in found if article and word.startswith(article))

    def _ordinary(self, peeling: Peeling) -> bool:
        if self.language.capitals:
            return peeling.core in self.lexicon.links
        word = peeling.core
        if word in self.lexicon.stops:
            return bool(peeling.proclitics) or word in self.lexicon.links or word not in self.lexicon.surnames
        if word in self.lexicon.surnames or word in self.lexicon.surnames_ambiguous or word in self.lexicon.given:
            return False
        letters = likeness(self.language)
        unlike = letters is not None and letters.grade(word) <= UNLIKE
        return unlike or gazetteers(self.language).classes(word).ordinary

    def _announced(self, index: int) -> bool:
        """Whether a title, a verb of saying or a word for a source stands right before a word."""
        if index == 0 or self.reader.block_of[index - 1] != self.reader.block_of[index]:
            return False
        before = self.reader.words[index - 1]
        readings = cores(before.folded, self.language)
        speaking = (self.lexicon.says, words_of("reply", self.language), _sources(self.language))
        if not all(some.isdisjoint(readings) for some in speaking):
            return True
        return self.lexicon.titles.at(index - 1, self.reader.words, self.reader.article.text) is not None

    def _safe(self, peeling: Peeling, index: int) -> bool:
        """Whether a surname of somebody named in another article may be trusted here.

        Not where it is a word that no list of names knows or an ordinary word too, unless what stands before it is a
        title or the head of a body (``قوات الأسد``).
        """
        known, word = self.lexicon, peeling.core
        listed = word in known.surnames or gazetteers(self.language).classes(word).person in ("last", "both", "name")
        foreign = len(word) > 4 and not borne(word) and core(word) == word and not self.language.capitals
        if (listed or foreign) and word not in known.surnames_ambiguous and not self._ordinary(peeling):
            return not self._beside_name(index)
        if self._family(word) and len(self.people.called((core(word),))) == 1:
            return True
        if index == 0:
            return False
        before = self.reader.words[index - 1].folded
        heads = before in known.party_heads or self.language.article + before in known.party_heads
        return heads or known.titles.at(index - 1, self.reader.words, self.reader.article.text) is not None

    def _family(self, word: str) -> bool:
        """Whether a word with the article is a family name by its ending and its letters, and nothing else."""
        letters, bare = likeness(self.language), core(word)
        if letters is None or bare == word or not bare.endswith(self.language.clitics("nisba")):
            return False
        known = gazetteers(self.language).classes(bare)
        listed = word in self.lexicon.demonyms or bare in self.lexicon.demonyms or word in self.lexicon.stops
        return letters.grade(bare) >= FAMILY and not known.ordinary and not listed

    def _beside_name(self, index: int, last: int = -1) -> bool:
        """Whether words stand beside another that may be part of one name with them (capitals only)."""
        last = max(index, last)
        if not self.language.capitals:
            return False
        words, text = self.reader.words, self.reader.article.text
        beside = [(index - 1, index)] if index else []
        beside += [(last, last + 1)] if last + 1 < len(words) else []
        return any(
            text[words[a].end : words[b].start] in (" ", "-") and words[a if b == index else b].text[:1].isupper()
            for a, b in beside
        )


@cache
def _sources(language: LanguagePack) -> frozenset[str]:
    """The last words of the phrases that name a source (``بحسب``, ``according to``), folded."""
    return frozenset(language.fold(row["phrase"]).split()[-1] for row in language.rows("sources"))
