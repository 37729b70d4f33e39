"""Words that a tagger takes for a person's name and that are none by their form."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extractors.entities.lexicon import COMMON
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.text.phrases import peelings
from workbench.text.tokens import Token

__all__ = ["verbal"]

FEW = 2
"""The weight of a gathered name up to which few bear it."""


def verbal(words: Sequence[Token], names: NameReader) -> bool:
    """Whether words are no name: an adverb, a verb of saying, or words that call somebody.

    ``ديناراً``; ``فيرى``, with a particle joined to it; ``ناداني يا سيدي``; ``تسليم الكأس``.
    """
    if len(words) == 2 and _deed(words, names):
        return True
    if len(words) > 1:
        return not names.pack.listed("vocatives").isdisjoint(one.folded for one in words)
    joined = (one.core for one in peelings(words[0].folded, names.pack) if one.front)
    says = not names.lexicon.says.isdisjoint(joined) and words[0].folded not in names.lexicon.given
    return says or words[0].text.endswith(ADVERB)


def _deed(words: Sequence[Token], names: NameReader) -> bool:
    """Whether a noun with the article stands behind a word that few are called: ``تسليم الكأس``."""
    first, last = (word.folded for word in words)
    if not names.definite(last) or names.nisba(last) or first in names.lexicon.given_own:
        return False
    known, family = names.gathered.classes(first), names.gathered.classes(last)
    return bool(known.person) and known.weight <= FEW and family.weight < COMMON
