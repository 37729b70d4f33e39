"""Words that a tagger takes for a person's name and that are none by their form."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.text.phrases import peelings
from workbench.text.tokens import Token

__all__ = ["verbal"]


def verbal(words: Sequence[Token], names: NameReader) -> bool:
    """Whether words are no name: an adverb, a verb of saying, or words that call somebody.

    ``ديناراً``; ``فيرى``, with a particle joined to it; ``ناداني يا سيدي``.
    """
    if len(words) > 1:
        return not names.pack.listed("vocatives").isdisjoint(one.folded for one in words)
    joined = (one.core for one in peelings(words[0].folded, names.pack) if one.front)
    says = not names.lexicon.says.isdisjoint(joined) and words[0].folded not in names.lexicon.given
    return says or words[0].text.endswith(ADVERB)
