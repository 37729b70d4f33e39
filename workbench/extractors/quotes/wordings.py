"""What is compared when two wordings are: content words without clitics, numbers, negation; and how much a word tells.

Words are compared by their beginnings, else by their character grams, so that ``بنّاءة`` and ``بنّاء`` agree, and
``اتفاق`` with ``اتفقا`` in part. How much a word tells is how rare it is among the wordings of the corpus (inverse
document frequency, Spärck Jones 1972, "A statistical interpretation of term specificity"), so that the words of a
story's subject join nothing; names tell less than other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log1p
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.quantities import Quantities, denies, quantities
from workbench.text.tokens import tokens

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
    quantities: the numbers that it states.
    denials: how many of its words negate.
    """

    text: str
    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    quantities: Quantities
    denials: int

    @property
    def distinct(self) -> frozenset[str]:
        """Its stems, each once."""
        return frozenset(self.stems)


def wording(text: str, language: LanguagePack) -> Wording:
    """A text as it is compared."""
    found = tokens(text, language)
    common = language.words("stopwords")
    cores = [(core(token.folded, language), token.folded in common) for token in found]
    words = tuple(word for word, function in cores if word and not (function and word in common))
    return Wording(
        text,
        language.code,
        words,
        tuple(stem(word, language) for word in words),
        quantities(text, language, found),
        sum(denies(token.folded, language) for token in found),
    )


def stem(word: str, language: LanguagePack) -> str:
    """What the inflections of a word without clitics share."""
    return word[: STEM[bool(language.article)]]


@lru_cache(maxsize=1 << 17)
def core(word: str, language: LanguagePack) -> str:
    """A folded word without the particles written before it and the pronoun written behind it.

    >>> from workbench.languages import pack
    >>> [core(word, pack("ar")) for word in ("وبالاتفاق", "للحوار", "مخزوننا")]
    ['اتفاق', 'حوار', 'مخزون']
    """
    for kind in ("possessive",):
        word = next((word.removesuffix(end) for end in language.clitics(kind) if word.endswith(end)), word)
    word = _without(word, language.clitics("conjunction"))
    article = language.article
    if article:
        joined = [front + article for front in language.clitics("preposition")]
        bare = _without(word, [*joined, *language.clitics("preposition_article"), article])
        if bare != word:
            return bare
    ends = sorted(language.clitics("enclitic"), key=len, reverse=True)
    return next((word.removesuffix(end) for end in ends if word.endswith(end) and len(word) > len(end) + 3), word)


def _without(word: str, fronts: Iterable[str]) -> str:
    return next((word.removeprefix(f) for f in fronts if word.startswith(f) and len(word) > len(f) + 2), word)


@lru_cache(maxsize=1 << 17)
def _grams(word: str) -> frozenset[str]:
    padded = f"_{word}_"
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


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

    def of(self, stem: str) -> float:
        """The weight of one stem."""
        return self._known.get(stem, 1.0)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several."""
        return fsum(map(self.of, stems))

    def cover(self, one: Wording, other: Wording) -> Cover:
        """How much of each of two wordings the other holds, by weight."""
        (held, whole), (back, all_back) = sorted(
            [self._held(one, other), self._held(other, one)], key=lambda shares: (shares[1], shares[0])
        )
        return Cover(held / whole if whole else 0.0, back / all_back if all_back else 0.0, min(held, back))

    def _held(self, one: Wording, other: Wording) -> tuple[float, float]:
        """The weight of what another wording holds of one, and of all of it."""
        there = other.distinct
        words = dict(zip(one.stems, one.words, strict=True))
        weights = {stem: self.of(stem) for stem in words}
        credit = [
            weights[stem] * (1.0 if stem in there else _related(word, other.words)) for stem, word in words.items()
        ]
        return fsum(credit), fsum(weights.values())


def _related(word: str, others: Sequence[str]) -> float:
    """How alike a word is to the likest of some others: Dice's coefficient of their grams, 0 below a least."""
    own, best = _grams(word), 0.0
    for other in others:
        grams = _grams(other)
        both = len(own & grams)
        if both > 1 and (alike := 2 * both / (len(own) + len(grams))) > best:
            best = alike
    return best if best >= ALIKE else 0.0
