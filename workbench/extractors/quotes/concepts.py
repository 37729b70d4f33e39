"""What words are about, the same in every language: ``استقال``, ``استقالة``, "resigned" and "quit" are one concept.

The packs list common words of the news with what they are about (``concepts.tsv``) and the letters with which words
are inflected (``inflections.tsv``). A word may be about several things; what no pack lists is about nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from workbench.extractors.quotes.particles import core
from workbench.languages.pack import LanguagePack

__all__ = ["concepts"]

LEAST = 3  # letters that have to remain of a word without its ending
VERB = "~"  # before what remains of a verb without the letter that tells its person


@lru_cache(maxsize=1 << 17)
def concepts(word: str, language: LanguagePack) -> frozenset[str]:
    """What a folded word without clitics is about.

    >>> from workbench.languages import pack
    >>> sorted(concepts("استقاله", pack("ar")) & concepts("resigned", pack("en")))
    ['resign']
    """
    known = _listed(language)
    ends = _parts(language, "ending")
    forms = set(_forms(word, ends, language))
    for front in _fronts(language):
        if word.startswith(front) and len(word) > len(front) + 1:
            forms.update(VERB + form for form in _forms(word[len(front) :], ends, language))
    found = frozenset().union(*(known.get(form, ()) for form in forms))
    return found or _behind(word, language)


def _behind(word: str, language: LanguagePack) -> frozenset[str]:
    """What a word is about behind the letters of a preposition or a person, where it is not listed with these.

    So ``لزيارة`` is about what ``زيارة`` is, ``نرسل`` and ``سينتظر`` about what the past forms are that a pack lists.
    """
    known, ends = _listed(language), _parts(language, "ending")
    forms: set[str] = set()
    for front in (*language.clitics("preposition"), *_fronts(language)):
        if word.startswith(front) and len(word) - len(front) >= LEAST:
            rest = word[len(front) :]
            forms.update(_forms(rest, ends, language))
            if front in _fronts(language):
                forms.update(form for lost in _parts(language, "lost") for form in _forms(lost + rest, ends, language))
    return frozenset().union(*(known.get(form, ()) for form in forms))


def _forms(word: str, ends: tuple[str, ...], language: LanguagePack) -> Iterator[str]:
    """A word, and what remains of it without each of the endings that it may have."""
    yield _plain(word, language)
    for end in ends:
        if word.endswith(end) and len(word) - len(end) >= LEAST:
            yield _plain(word[: -len(end)], language)


def _plain(word: str, language: LanguagePack) -> str:
    """A word without a last letter that endings replace, or that is doubled before them."""
    silent = len(word) > LEAST and word[-1] in _parts(language, "silent")
    doubled = len(word) > LEAST + 1 and word[-1] == word[-2]
    return word[:-1] if silent or doubled else word


@cache
def _listed(language: LanguagePack) -> dict[str, frozenset[str]]:
    """What the words of a pack are about, by their forms."""
    known: dict[str, set[str]] = defaultdict(set)
    cited = _parts(language, "cited")
    for row in language.rows("concepts"):
        folded = language.fold(row["word"])
        for word in {folded, core(folded, language) or folded}:
            known[_plain(word, language)].add(row["meaning"])
        for front in cited:
            if folded.startswith(front) and len(folded) > len(front) + 2:
                known[VERB + _plain(folded[len(front) :], language)].add(row["meaning"])
    return {form: frozenset(meanings) for form, meanings in known.items()}


@cache
def _parts(language: LanguagePack, kind: str) -> tuple[str, ...]:
    return tuple(language.fold(row["part"]) for row in language.rows("inflections") if row["kind"] == kind)


@cache
def _fronts(language: LanguagePack) -> tuple[str, ...]:
    """The letters before a verb that tell its person, with and without the particle of the future before them."""
    persons = _parts(language, "person")
    return (*persons, *(future + person for future in language.clitics("future") for person in persons))
