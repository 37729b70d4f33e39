"""The names that a sentence states, as they sound, so that they can be compared across scripts.

No tagger: a word is a name where the packs' lists know it as one, or where its language writes names with capitals
and it has one inside the sentence. Places of one country count as one name: a capital often stands for it.
"""

from __future__ import annotations

from functools import cache

from workbench.extractors.entities.variants import sounds
from workbench.extractors.quotes.wordings import Wording
from workbench.languages import pack
from workbench.languages.gazetteers import gazetteers

__all__ = ["Names", "names", "strangers"]

Names = tuple[frozenset[str], ...]
SHORTEST = 2  # consonants by which a name is known


def names(one: Wording) -> Names:
    """What each name of a wording may sound like, and the country that it is or lies in.

    >>> from workbench.extractors.quotes.wordings import wording
    >>> texts = (("استقبل بوتين الوفد", "ar"), ("Putin left", "en"))
    >>> arabic, english = (names(wording(text, pack(code))) for text, code in texts)
    >>> strangers(arabic, english)
    False
    """
    capitals = pack(one.language).capitals
    found = []
    for place, (word, written) in enumerate(zip(one.words, one.written, strict=True)):
        listed = _listed(word, one.language)
        if (written[0].isupper() and (place > 0 or bool(listed))) if capitals else listed:
            found.append(listed or _heard(word))
    return tuple(name for name in found if name)


def strangers(one: Names, other: Names) -> bool:
    """Whether both sides have names, and not one in common."""
    return bool(one and other) and not any(a & b for a in one for b in other)


@cache
def _listed(word: str, code: str) -> frozenset[str]:
    """What a word stands for that a pack lists as a name: its sounds and, of a place, its country."""
    lists = gazetteers(pack(code))
    known = lists.classes(word)
    if known.ordinary or not (known.person or known.place >= 0):
        return frozenset()
    found = lists.places_at(0, (word,)) if known.place >= 0 else None
    country = found[1].country if found else ""
    return _heard(word) | (frozenset((f"in {country}",)) if country else frozenset())


def _heard(word: str) -> frozenset[str]:
    return frozenset(sound for sound in sounds(word) if len(sound) >= SHORTEST)
