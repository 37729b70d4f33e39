"""What is compared when two wordings are: content words without clitics, character grams, numbers, negation.

Words are compared by their beginnings and by their grams, so that ``بنّاءة`` and ``بنّاء`` agree. How much a word tells
is how rare it is among the wordings of the corpus (inverse document frequency, Spärck Jones 1972, "A statistical
interpretation of term specificity"), so that the words of a story's subject join nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p

from workbench.languages.pack import LanguagePack
from workbench.text.quantities import Quantities, denies, quantities
from workbench.text.tokens import tokens

__all__ = ["Weights", "Wording", "core", "wording"]

STEM = {True: 4, False: 5}  # letters of a stem, where the article is written in one word with its noun, and elsewhere
GRAM = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it is compared.

    Parameters
    ----------
    text, language: as it stands, and the code of its language.
    words: its content words, folded, without clitics, in order.
    stems: what the inflections of those share, in the same order.
    grams: the character grams of the content words.
    quantities: the numbers that it states.
    denials: how many of its words negate.
    """

    text: str
    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    grams: frozenset[str]
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
    cores = [core(token.folded, language) for token in found if token.folded not in common]
    words = tuple(word for word in cores if word and word not in common)
    stem = STEM[bool(language.article)]
    grams = frozenset(
        padded[i : i + GRAM] for word in words for padded in [f"_{word}_"] for i in range(len(padded) - 2)
    )
    return Wording(
        text,
        language.code,
        words,
        tuple(word[:stem] for word in words),
        grams,
        quantities(text, language, found),
        sum(denies(token.folded, language) for token in found),
    )


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


class Weights:
    """How much each stem tells in a corpus, from 0 (in every wording) to 1 (in one)."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._spread: Counter[str] = Counter(stem for one in wordings for stem in one.distinct)
        self._most = max(len(wordings), 1)

    def of(self, stem: str) -> float:
        """The weight of one stem."""
        return log1p(self._most / max(self._spread[stem], 1)) / log1p(self._most)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several."""
        return sum(map(self.of, stems))
