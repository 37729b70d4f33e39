"""People of whom a page tells no more than one name: ``a carpenter named [Moses]``, ``رجل يدعى [صنهاج]``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from workbench.extractors.entities.kinds import FOREIGN_LETTERS
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Phrases, adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["goes_on", "only_names", "withheld"]

LEAST = 3  # the fewest letters of a name
BACK = 3  # the most words from a naming phrase back to the noun that says that it is a person's


@cache
def _naming(language: LanguagePack) -> Phrases[str]:
    return Phrases([(phrase, phrase) for phrase in language.listed("naming")], language)


@cache
def _withholding(language: LanguagePack) -> frozenset[str]:
    """What stands right before somebody's name where he wants it kept back: ``طلب عدم [ذكر] اسمه``."""
    naming = language.listed("naming")
    lines = (language.fold(line).split() for line in language.lines("anonymity"))
    return frozenset(words[-2] for words in lines if len(words) > 1 and words[-1] in naming)


def withheld(words: Sequence[Token], index: int, language: LanguagePack) -> bool:
    """Whether a word for somebody's name stands where he wants it kept back, so that no name follows."""
    if not index or words[index].folded not in language.listed("naming"):
        return False
    return words[index - 1].folded in _withholding(language)


def only_names(text: str, blocks: Sequence[Sequence[Token]], language: LanguagePack) -> set[str]:
    """The words, folded, that a naming phrase announces as somebody's only name.

    Parameters
    ----------
    text: the page.
    blocks: the words of each of its blocks.
    language: the pack of the page.
    """
    return {word.folded for words in blocks for word in _announced(words, text, language)}


def _announced(words: Sequence[Token], text: str, language: LanguagePack) -> Iterator[Token]:
    """The words that are somebody's only name, right behind a naming phrase."""
    naming = _naming(language)
    for index in naming.places(words):
        hit = naming.at(index, words, text)
        at = hit.last + 1 if hit is not None else len(words)
        if at >= len(words) or withheld(words, index, language) or not _of_person(index, words, text, language):
            continue
        if adjacent(text, words[at - 1], words[at]) and _names(at, words, text, language):
            yield words[at]


def _names(at: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a word behind a naming phrase is a name, and all of it."""
    known, word = lexicon(language), words[at].folded
    if word in known.stops or len(word) < LEAST or known.gazetteer.at(at, words, text) is not None:
        return False
    return _alone(at, words, text, language) and (language.capitals or _like_name(word, language))


def _like_name(word: str, language: LanguagePack) -> bool:
    """Whether a word in a script without capitals may be a name: a listed one, or strange and no other word."""
    known, letters = lexicon(language), likeness(language)
    if word in known.given:
        return True
    if word.startswith(language.article) or gazetteers(language).classes(word).ordinary:
        return False
    if any(one.core in known.says for one in peelings(word, language)):
        return False
    return letters is not None and letters.grade(word) >= FOREIGN_LETTERS


def _alone(at: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a name has one word: no name's letters, or no word at all, behind it."""
    last = at + 1 >= len(words) or not adjacent(text, words[at], words[at + 1])
    if language.capitals:
        return words[at].text[:1].isupper() and not words[at].text.isupper() and (last or words[at + 1].text.islower())
    return last or not goes_on(words[at + 1].folded, language)


def _of_person(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a noun before a naming phrase, or the pronoun in it, is a person's: ``a [boy] who was called``."""
    nouns, things = language.listed("anybody"), language.listed("things")
    ahead = {word.folded for word in words[max(0, index - BACK) : index - 1]}
    passive = index > 0 and words[index - 1].folded in language.listed("finite_verbs")
    if not passive and not ahead.isdisjoint(language.listed("definite")):  # ``the president [called] Macron``
        return False
    for at in range(index - 1, max(-1, index - 1 - (BACK if language.capitals else 1)), -1):
        word = words[at].folded
        if word in things or word in lexicon(language).heads:
            return False
        if word in nouns:
            return True
        title = lexicon(language).titles.at(at, words, text, peel=False)
        if title is not None and title.last == at and title.value.kind in ("role", "honorific"):
            return True
    return False


def goes_on(word: str, language: LanguagePack) -> bool:
    """Whether a word behind a given name may be of one name with it, in a script without capitals."""
    known, letters = lexicon(language), likeness(language)
    if word in known.particles or word in known.given or word in known.surnames:
        return True
    if word in known.stops:
        return False
    if word.startswith(language.article):
        return word.endswith(language.clitics("nisba"))
    return word in known.given_ambiguous or (letters is not None and letters.grade(word) >= FOREIGN_LETTERS)
