"""A given name alone by which a page introduces somebody: ``سعاد، وهي أم``, ``رامي، 22 عاما،``, ``زوجته منى``."""

from __future__ import annotations

import re
from functools import cache

from workbench.extractors.entities.names import NameReader
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings

__all__ = ["introduced"]

AGED = re.compile(r"\s*[،,(]\s*\(?\d{1,2}\s+\w+\s*[،,).]")
"""A sign, a number and one word before another sign: how old somebody is."""
APART = ("،", ",")


@cache
def _pronouns(language: LanguagePack) -> frozenset[str]:
    return frozenset(language.fold(row["word"]) for row in language.rows("genders") if row["kind"] == "pronoun")


def introduced(names: NameReader, index: int, last: int) -> bool:
    """Whether a name that ends at a token is followed by somebody's age, or by a pronoun and what he is.

    ``index``: where it begins; a relative of somebody may stand before it.
    """
    text, words, language = names.text, names.words, names.pack
    if words[index].folded in language.listed("kin"):  # ``جار المتحف، وهو``
        return False
    if AGED.match(text, words[last].end):
        return True
    following = last + 1
    if names.definite(words[index].folded):  # ``أما البئر، وهي`` is no ``ألبير``
        return False
    comma = following < len(words) and text[words[last].end : words[following].start].lstrip(" ")[:1] in APART
    joined = language.clitics("conjunction")
    if comma and any(
        one.core in _pronouns(language) and one.proclitics in joined
        for one in peelings(words[following].folded, language)
    ):
        return True
    return _kin(names, index)


def _kin(names: NameReader, index: int) -> bool:
    """Whether a relative with a pronoun stands right before a name: ``زوجته دانا``, ``ابنها الأكبر رامي``."""
    words, language = names.words, names.pack
    at = index - 1
    kin, ends = language.listed("kin"), language.clitics("enclitic")
    if (
        at > 0
        and words[at].folded.startswith(language.article or "\0")
        and adjacent(names.text, words[at], words[index])
    ):
        at -= 1
    if at < 0 or not all(adjacent(names.text, words[one], words[one + 1]) for one in range(at, index)):
        return False
    for one in peelings(words[at].folded, language):
        for end in ends:
            stem = one.core.removesuffix(end)
            if one.core.endswith(end) and (stem in kin or (stem.endswith("ت") and stem[:-1] + "ه" in kin)):
                return True
    return False
