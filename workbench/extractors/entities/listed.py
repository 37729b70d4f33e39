"""Names of several words that the gazetteer lists, of which no word is somebody's name."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import NameReader

__all__ = ["ends_listed"]

REACH = 3  # the most words of such a name before its last


def ends_listed(names: NameReader, index: int) -> bool:
    """Whether a word belongs to a listed name of several words that begins before it: ``United [Nations]``."""
    table = lexicon(names.pack).gazetteer
    for first in range(max(0, index - REACH), index):
        hit = table.at(first, names.words, names.text)
        if hit is not None and hit.last >= index and names.words[first].text[:1].isupper():
            return True
    return False
