"""Words without the particles that are written in one with them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings

__all__ = ["core", "definite"]


@lru_cache(maxsize=1 << 17)
def core(word: str, language: LanguagePack) -> str:
    """A folded word without the particles written before it and the pronoun written behind it.

    >>> from workbench.languages import pack
    >>> [core(word, pack("ar")) for word in ("وبالاتفاق", "للحوار", "مخزوننا")]
    ['اتفاق', 'حوار', 'مخزون']
    """
    owners = language.clitics("possessive")
    word = next((word.removesuffix(end) for end in owners if word.endswith(end)), word)
    word = _without(word, language.clitics("conjunction"))
    article = language.article
    if article:
        joined = [front + article for front in language.clitics("preposition")]
        bare = _without(word, [*joined, *language.clitics("preposition_article"), article])
        if bare != word:
            return bare
    ends = sorted(language.clitics("enclitic"), key=len, reverse=True)
    return next((word.removesuffix(end) for end in ends if word.endswith(end) and len(word) > len(end) + 3), word)


@lru_cache(maxsize=1 << 17)
def definite(word: str, language: LanguagePack) -> tuple[str, int]:
    """What a folded word with the article is without it, and how many letters are joined before it; else nothing.

    >>> from workbench.languages import pack
    >>> definite("والنقابه", pack("ar"))
    ('نقابه', 1)
    """
    known = [one for one in peelings(word, language) if one.core.startswith(language.article)]
    return (known[-1].core.removeprefix(language.article), known[-1].front) if known else ("", 0)


def _without(word: str, fronts: Iterable[str]) -> str:
    return next((word.removeprefix(f) for f in fronts if word.startswith(f) and len(word) > len(f) + 2), word)
