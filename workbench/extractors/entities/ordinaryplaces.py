"""Ordinary words that a tagger takes for places, in a script without capitals."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import UNLIKE
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["ordinary_place"]

CERTAIN = 0.95
"""The score from which on a place of one ordinary word is one all the same."""
BIG = 3
"""The size from which on a place is known to everybody, even one that is spelled like something else."""


def ordinary_place(word: Token, core: str, score: float, names: NameReader) -> bool:
    """Whether a place of one word is an ordinary word by its ending, its letters or the lists, and the tagger unsure.

    Parameters
    ----------
    word: as it stands. core: its folded letters without what is joined to it.
    score: how sure the tagger is, from 0 to 1.
    names: the reader of names over the block.
    """
    letters = likeness(names.pack)
    if letters is None:
        return False
    if word.text.endswith(ADVERB) or _somebodys(word.folded, names):
        return True
    place = names.gathered.places.get(core)
    if _respelled(word, core, place.name if place is not None else "", names.pack):
        return True
    if score >= CERTAIN:
        return False
    doubtful = place is None or place.ambiguous
    return doubtful and core not in names.lexicon.gazetteer and letters.grade(core) <= UNLIKE


def _somebodys(word: str, names: NameReader) -> bool:
    """Whether a word is a common noun with a possessive ending, which no name of a place has: ``بيانه``."""
    nouns = (word.removesuffix(one) for one in names.pack.clitics("enclitic") if one and word.endswith(one))
    return names.gathered.classes(word).place < BIG and any(names.gathered.classes(noun).ordinary for noun in nouns)


def _respelled(word: Token, core: str, name: str, language: LanguagePack) -> bool:
    """Whether only folding makes a word the name of a place, which is spelled without its hamza: ``فأس``."""
    written, fold = word.text[-len(core) :], language.fold
    if len(written) != len(name) or fold(written) != fold(name):
        return False
    within = zip(written[:-1], name[:-1], strict=True)
    return any(one != other and fold(one) != one and fold(other) == other for one, other in within)
