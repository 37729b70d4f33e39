"""What is compared when two wordings are: content words without clitics, numbers, negation; and how much a word tells.

Words are compared by their beginnings, else by their character grams, so that ``بنّاءة`` and ``بنّاء`` agree, and
``اتفاق`` with ``اتفقا`` in part. How much a word tells is how rare it is among the wordings of the corpus (inverse
document frequency, Spärck Jones 1972, "A statistical interpretation of term specificity"), so that the words of a
story's subject join nothing; names tell less than other words. What words are about (``concepts.py``) is compared too,
so that wordings in two languages, or in other words, have something to share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, fsum, log1p
from typing import NamedTuple

from workbench.extractors.quotes.concepts import concepts
from workbench.extractors.quotes.particles import core
from workbench.languages.pack import LanguagePack
from workbench.text.quantities import Quantities, denies, number_of, quantities
from workbench.text.tokens import Token, tokens

__all__ = ["Cover", "Weights", "Wording", "core", "stem", "wording"]

STEM = {True: 4, False: 5}  # letters of a stem, where the article is written in one word with its noun, and elsewhere
ALIKE = 0.62  # of the grams of two words, from which they count as related
NAME = 0.4  # what a name tells, as a share of another word as rare


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it is compared.

    Parameters
    ----------
    text, language: as it stands, and the code of its language.
    words: its content words, folded, without clitics, in order.
    stems: what the inflections of those share, in the same order.
    written: the same words as they are written.
    about: what each of them is about, where the packs know.
    quantities: the numbers that it states.
    days: the days of the week and the months that it names, by their numbers, the same in every language.
    denials: how many of its words negate.
    """

    text: str
    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    written: tuple[str, ...]
    about: tuple[frozenset[str], ...]
    quantities: Quantities
    days: frozenset[str]
    denials: int

    @property
    def distinct(self) -> frozenset[str]:
        """Its stems, each once."""
        return frozenset(self.stems)

    @property
    def concepts(self) -> frozenset[str]:
        """What its words are about, each once."""
        return frozenset().union(*self.about)


def wording(text: str, language: LanguagePack, words: Sequence[Token] | None = None) -> Wording:
    """A text as it is compared; ``words`` are its tokens, where the caller has them.

    What consists of common words alone is compared by these: ``بنّاء`` is one, as in ``بناء على``.
    """
    found = tokens(text, language) if words is None else words
    read = [(token, _read(token.folded, language)) for token in found]
    content = [(token, seen) for token, seen in read if seen.core] or [
        (token, seen) for token in found if (seen := _read(token.folded, language, every=True)).core
    ]
    return Wording(
        text,
        language.code,
        tuple(seen.core for _, seen in content),
        tuple(seen.stem for _, seen in content),
        tuple(token.text for token, _ in content),
        tuple(seen.about for _, seen in content),
        quantities(text, language, found),
        frozenset(seen.day for token, seen in read if seen.day and not token.text[0].islower()),
        sum(seen.denies for _, seen in read),
    )


class _Read(NamedTuple):
    """What a folded word is: without clitics (empty where it has no content), its stem, what it is about, its day."""

    core: str
    stem: str
    about: frozenset[str]
    day: str
    denies: bool


@lru_cache(maxsize=1 << 17)
def _read(folded: str, language: LanguagePack, *, every: bool = False) -> _Read:
    common = language.words("stopwords")
    bare = core(folded, language)
    own = "" if not every and folded in common and bare in common else bare
    day = _day(folded, language)
    return _Read(own, stem(own, language), _about(own, folded, day, language), day, denies(folded, language))


def _about(own: str, folded: str, day: str, language: LanguagePack) -> frozenset[str]:
    """What a word is about: a number or a day itself, else what the pack tells."""
    number = number_of(folded, language) if own else ""
    if number.startswith("0"):  # a group of three behind a comma
        return frozenset()
    if number or day:
        return frozenset([f"number {number}" if number else day])
    return concepts(own, language) if own else frozenset()


def _day(word: str, language: LanguagePack) -> str:
    """The day of the week or the month that a folded word names, particles before it aside."""
    known = _days(language)
    fronts = (*language.clitics("conjunction"), *language.clitics("preposition"))
    return known.get(word) or next((known[word[len(f) :]] for f in fronts if f and word[len(f) :] in known), "")


@cache
def _days(language: LanguagePack) -> dict[str, str]:
    days = {language.fold(row["name"]): f"day {row['day']}" for row in language.rows("weekdays")}
    return days | {language.fold(row["name"]): f"month {row['month']}" for row in language.rows("months")}


def stem(word: str, language: LanguagePack) -> str:
    """What the inflections of a word without clitics share."""
    return word[: STEM[bool(language.article)]]


_BITS: dict[str, int] = {}
"""A bit for each pair of letters that was met."""


@lru_cache(maxsize=1 << 17)
def _grams(word: str) -> int:
    """The pairs of letters of a word, as bits."""
    padded = f"_{word}_"
    grams = 0
    for at in range(len(padded) - 1):
        grams |= 1 << _BITS.setdefault(padded[at : at + 2], len(_BITS))
    return grams


class Cover(NamedTuple):
    """What two wordings share: of the lighter and of the heavier one, from 0 to 1, and how much that weighs."""

    short: float
    long: float
    weight: float


class Weights:
    """How much each stem tells in a corpus, from 0 (in every wording) to 1 (in one).

    Parameters
    ----------
    wordings: those of the corpus.
    names: the stems of names.
    """

    def __init__(self, wordings: Sequence[Wording], names: frozenset[str] = frozenset()) -> None:
        spread_of = Counter(stem for one in wordings for stem in one.distinct)
        most = max(len(wordings), 1)
        self._known = {
            stem: log1p(most / spread) / log1p(most) * (NAME if stem in names else 1.0)
            for stem, spread in spread_of.items()
        }
        self._wordings: dict[tuple[str, tuple[str, ...]], _Weighed] = {}
        concepts_of = Counter(concept for one in wordings for concept in one.concepts)
        self._concepts = {concept: log1p(most / spread) / log1p(most) for concept, spread in concepts_of.items()}

    def of(self, stem: str) -> float:
        """The weight of one stem."""
        return self._known.get(stem, 1.0)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several."""
        return fsum(map(self.of, stems))

    def concept(self, concept: str) -> float:
        """The weight of one concept."""
        return self._concepts.get(concept, 1.0)

    def told(self, one: Wording, other: Wording) -> Cover:
        """How much of what each of two wordings is about the other is about too, in whatever language.

        Words of which no pack knows what they are about count where both wordings, in one language, have their stem.
        """
        own, others = self._weighed(one), self._weighed(other)
        both = own.concepts & others.concepts
        stems = own.there & others.there if one.language == other.language else frozenset()
        if not both and not stems:
            return Cover(0.0, 0.0, 0.0)
        held, back = self._about(own, both, stems), self._about(others, both, stems)
        shares = [got / weighed.told if weighed.told else 0.0 for got, weighed in ((held, own), (back, others))]
        return Cover(max(shares), min(shares), min(held, back))

    def _about(self, one: _Weighed, both: frozenset[str], stems: frozenset[str]) -> float:
        """How much of what a wording's words are about is among some concepts and stems."""
        held = []
        for about, stem, weight in one.about:
            if not about:
                held += [weight] if stem in stems else []
            elif not both.isdisjoint(about):
                held.append(weight if len(about) == 1 else self._most(about & both))
        return fsum(held)

    def _most(self, about: Iterable[str]) -> float:
        return max(map(self.concept, about), default=0.0)

    def cover(self, one: Wording, other: Wording) -> Cover:
        """How much of each of two wordings the other holds, by weight."""
        (held, whole), (back, all_back) = sorted(
            [self._held(one, other), self._held(other, one)], key=lambda shares: (shares[1], shares[0])
        )
        return Cover(held / whole if whole else 0.0, back / all_back if all_back else 0.0, min(held, back))

    def _held(self, one: Wording, other: Wording) -> tuple[float, float]:
        """The weight of what another wording holds of one, and of all of it."""
        own, others = self._weighed(one), self._weighed(other)
        there = others.there
        credit = [
            weight if stem in there else weight * _related(grams, least, others.grams)
            for stem, grams, least, weight in own.stems
            if stem in there or (grams & others.together).bit_count() >= least
        ]
        return fsum(credit), own.whole

    def _weighed(self, one: Wording) -> _Weighed:
        """A wording with the weights of its stems."""
        key = (one.language, one.words)
        known = self._wordings.get(key)
        if known is None:
            known = self._wordings[key] = self._weigh(one)
        return known

    def _weigh(self, one: Wording) -> _Weighed:
        stems = []
        for stem, word in dict(zip(one.stems, one.words, strict=True)).items():
            grams = _grams(word)
            stems.append((stem, grams, max(2, ceil(grams.bit_count() * ALIKE / (2 - ALIKE))), self.of(stem)))
        every = [_grams(word) for word in dict.fromkeys(one.words)]
        together = 0
        for grams in every:
            together |= grams
        about = [
            (about, stem, self._most(about) if about else self.of(stem))
            for about, stem in zip(one.about, one.stems, strict=True)
        ]
        whole, told = fsum(row[3] for row in stems), fsum(row[2] for row in about)
        return _Weighed(stems, one.distinct, whole, every, together, about, one.concepts, told)


class _Weighed(NamedTuple):
    """A wording as its words are weighed.

    ``stems`` each with its grams, how many of them a related word shares at least, and its weight; ``there`` the
    stems alone; ``whole`` the weight of all; ``grams`` of every word; ``together`` of all words;
    ``about`` what each is about, its stem, and what that weighs; ``concepts`` of all, ``told`` the weight of all.
    """

    stems: list[tuple[str, int, int, float]]
    there: frozenset[str]
    whole: float
    grams: list[int]
    together: int
    about: list[tuple[frozenset[str], str, float]]
    concepts: frozenset[str]
    told: float


def _related(own: int, least: int, others: Sequence[int]) -> float:
    """How alike a word is to the likest of some others: Dice's coefficient of their grams, 0 below ``ALIKE``."""
    length, best = own.bit_count(), 0.0
    for grams in others:
        both = (own & grams).bit_count()
        if both >= least and (alike := 2 * both / (length + grams.bit_count())) > best:
            best = alike
    return best if best >= ALIKE else 0.0
