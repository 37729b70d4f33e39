"""Names that are nobody's: of several words that the gazetteer lists, of things called after somebody."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import NameReader

__all__ = ["ends_listed", "of_thing"]

REACH = 3  # the most words of such a name before its last


def ends_listed(names: NameReader, index: int) -> bool:
    """Whether a word belongs to a listed name of several words that begins before it: ``United [Nations]``."""
    table = lexicon(names.pack).gazetteer
    for first in range(max(0, index - REACH), index):
        hit = table.at(first, names.words, names.text)
        if hit is not None and hit.last >= index and names.words[first].text[:1].isupper():
            return True
    return False


def of_thing(names: NameReader, index: int) -> bool:
    """Whether a name is that of a thing called after somebody, by the word right before it: ``باخرة [سمير حداد]``."""
    return index > 0 and names.near(index - 1) and names.words[index - 1].folded in names.pack.listed("things")
