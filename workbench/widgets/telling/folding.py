"""The spelling in which the views search: that of all language packs together, and without the particles of words."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from workbench.languages import LanguagePack, packs
from workbench.text.phrases import peelings
from workbench.text.tokens import tokens
from workbench.widgets.records import ParticlesRecord

__all__ = ["fold_table", "folded", "particles", "searched"]

SHORTEST = 3
"""Letters of a word that is searched without its particles; what is shorter stands in too many words."""


def folded(*texts: str) -> str:
    """Texts in the spelling that searches compare, joined by spaces."""
    return " ".join(texts).translate(_codes()).lower()


@lru_cache(maxsize=1 << 16)
def searched(language: LanguagePack, *texts: str) -> str:
    """What a search looks in: the texts folded, then the words that particles hide in them, each between spaces.

    >>> from workbench.languages import pack
    >>> searched(pack("ar"), "وللسفينة")
    ' وللسفينه للسفينه لسفينه السفينه سفينه '
    """
    whole = f" {folded(*texts)} "
    hidden = dict.fromkeys(
        form for text in texts for word in tokens(text, language) for form in _forms(word[3], language)
    )
    return whole + "".join(f"{form} " for form in hidden if f" {form} " not in whole)


@lru_cache(maxsize=1 << 16)
def _forms(word: str, language: LanguagePack) -> tuple[str, ...]:
    """A folded word, and what is left of it without particles, in the spelling of all packs."""
    article = language.article
    bare = [one.core for one in peelings(word, language)]
    forms = [*bare, *(one.removeprefix(article) for one in bare)]
    return tuple(dict.fromkeys(folded(form) for form in forms if len(form) >= SHORTEST))


@cache
def particles() -> ParticlesRecord:
    """What may be written in one with a word, of all packs, the longest first."""
    before, after = set(), set()
    for one in packs():
        article = one.clitics("article")
        fronts = [
            *map("".join, product(("", *one.clitics("preposition")), ("", *article))),
            *one.clitics("preposition_article"),
        ]
        before |= {a + b for a, b in product(("", *one.clitics("conjunction")), fronts)}
        after |= set(one.clitics("possessive"))
    return {"before": _longest_first(before), "after": _longest_first(after), "shortest": SHORTEST}


def _longest_first(forms: set[str]) -> list[str]:
    return sorted({folded(form) for form in forms if form}, key=lambda form: (-len(form), form))


@cache
def fold_table() -> dict[str, str]:
    """Character to folded form, of all packs together: a query may be in any language."""
    return {chr(code): replacement for code, replacement in _codes().items()}


@cache
def _codes() -> dict[int, str]:
    table: dict[int, str] = {}
    for one in packs():
        for code, replacement in one.fold_table.items():
            table.setdefault(code, replacement)
    return table
