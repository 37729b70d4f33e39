"""Speakers with names that are alike: ``Ilker Yazgan`` and ``إلكر يازغان``, ``بن شيخون`` and ``مراد بن شيخون``.

Entities are joined only where that is certain. Whether two statements are one asks less: their words decide, and alike
names let them be compared. Words of names agree by their spelling, by their sound in another script, and, in names of
bodies, by what they are about (``Port Authority``, ``هيئة الميناء``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from workbench.extractors.entities.fullnames import core
from workbench.extractors.entities.variants import alike, script, skeleton
from workbench.extractors.quotes.concepts import concepts
from workbench.extractors.quotes.particles import core as bare
from workbench.languages.pack import packs

__all__ = ["alike_names"]

CONSONANTS = 3  # of a word, from which its sound tells
SPREAD = 30  # names that a word may stand in and still lead to others
MOST = 2 / 3  # of the words of the shorter name, which agree


class _Word(NamedTuple):
    """A word of a name: its spellings with and without the article, their sounds, what it is about."""

    forms: tuple[str, ...]
    sounds: frozenset[str]
    about: frozenset[str]

    @property
    def keys(self) -> Iterator[str]:
        """What words that agree with it may share."""
        yield from self.forms
        yield from (f"~{sound}" for sound in self.sounds)
        yield from (f"={concept}" for concept in self.about)


def alike_names(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of speakers, by their ids, who share a name in whatever script or length; ``names`` has those of each."""
    known = {one: [words for name in called if (words := _words(name))] for one, called in sorted(names.items())}
    places: dict[str, set[str]] = defaultdict(set)
    for one, called in known.items():
        for words in called:
            for word in words:
                for key in word.keys:
                    places[key].add(one)
    pairs = {pair for own in places.values() if len(own) <= SPREAD for pair in combinations(sorted(own), 2)}
    for one, other in sorted(pairs):
        if any(_agree(a, b) for a in known[one] for b in known[other]):
            yield one, other


def _agree(a: tuple[_Word, ...], b: tuple[_Word, ...]) -> bool:
    """Whether most words of the shorter name stand in the other one, not by what they are about alone."""
    shorter, longer = sorted((a, b), key=len)
    left = list(longer)
    named = meant = 0
    for word in shorter:
        same = next((one for one in left if _named_alike(word, one)), None)
        about = same or next((one for one in left if word.about & one.about), None)
        if about is not None:
            left.remove(about)
            named += same is not None
            meant += same is None
    both = named + meant
    return bool(named or meant > 1) and (both == len(shorter) or (both > 1 and both >= MOST * len(shorter)))


def _named_alike(a: _Word, b: _Word) -> bool:
    if set(a.forms) & set(b.forms) or a.sounds & b.sounds:
        return True
    return any(alike(one, other) for one in a.forms for other in b.forms if script(one) != script(other))


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[_Word, ...]:
    """The words of a name that tell, titles in brackets and particles aside."""
    found = []
    for written in name.partition("(")[0].replace("-", " ").split():
        language = next(one for one in packs() if one.capitals is written[:1].isascii())
        folded = language.fold(written)
        plain = core(folded) if folded else ""
        if len(plain) < 3 or folded in language.words("stopwords"):
            continue
        forms = tuple(dict.fromkeys((folded, plain)))
        sounds = frozenset(sound for form in forms if len(sound := skeleton(form)) >= CONSONANTS)
        about = concepts(bare(folded, language) or folded, language)
        found.append(_Word(forms, sounds, about))
    return tuple(found)
