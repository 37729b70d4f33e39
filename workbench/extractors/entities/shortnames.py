"""What bodies are called that a head announces: their full names, and the short ones that other pages have.

``نادي الشعلة`` is ``الشعلة``, ``شركة الصواري للشحن`` is ``الصواري``, ``Wadi Football Association`` is
``Wadi FA``. A name of one word is short for what is named by it alone: a club, a firm with its trade.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.outlets import OUTLET
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token, tokens

__all__ = ["body_names"]

ANNOUNCED = frozenset({"head", "speaking", "marked name", OUTLET})
Entry = tuple[tuple[str, ...], Candidate]


def body_names(bodies: Iterable[Candidate], borne: Iterable[str], language: LanguagePack) -> Iterator[Entry]:
    """The words of each name of bodies that heads announce, each once, with its candidate.

    Parameters
    ----------
    bodies: the candidates of bodies in one language.
    borne: the surnames of the people of the corpus, which are no short name.
    language: that language.
    """
    seen: set[tuple[str, ...]] = set()
    surnames = frozenset(borne)
    for one in bodies:
        if one.rule not in ANNOUNCED:
            continue
        words = tokens(one.name, language)
        folded = tuple(word.folded for word in words)
        for name in [folded, *_shorter(one, words, language)]:
            if name in seen or not (len(name) > 1 or _distinct(name, folded, surnames, language)):
                continue
            seen.add(name)
            yield name, one


def _shorter(one: Candidate, words: Sequence[Token], language: LanguagePack) -> Iterator[tuple[str, ...]]:
    """The shorter names of a body."""
    folded = tuple(word.folded for word in words)
    if language.capitals:
        if len(folded) > 2:
            yield folded[0], "".join(word[0] for word in folded[1:])
        return
    head = lexicon(language).heads.at(0, words, one.name)
    if head is None or head.last + 1 >= len(words):
        return
    bare = folded[head.last + 1 :]
    if len(bare) == 1 and head.value.title in language.listed("single_heads"):
        yield bare
    if head.value.title not in language.listed("short_heads"):
        return
    if len(bare) == 2 and _purpose(bare[1], language):
        yield from (bare, bare[:1])
    elif len(bare) > 1 and not any(word.startswith(language.article) for word in bare[1:]):
        yield bare


def _purpose(word: str, language: LanguagePack) -> bool:
    """Whether a word says what a body is for: ``للملاحة``."""
    return word.startswith(language.clitics("preposition_article"))


def _distinct(name: tuple[str, ...], whole: tuple[str, ...], borne: frozenset[str], language: LanguagePack) -> bool:
    """Whether a word alone may be a body's short name: no surname, place, demonym or function word."""
    word, known = name[0] if name else "", lexicon(language)
    if len(word) < 4 or name == whole or word in borne or word in known.stops or word in known.given:
        return False
    look = (0, tokens(word, language), word)
    tables = (known.gazetteer, known.demonyms, known.offices, known.heads, known.titles)
    return not any(table.at(*look) for table in tables) and gazetteers(language).classes(word).place < 0
