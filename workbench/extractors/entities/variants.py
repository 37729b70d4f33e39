"""When two spellings are one name.

Arabic transliterates foreign names with long vowels that come and go (``بوتين``, ``بوتن``) or move
(``ديمتري``, ``دميتري``). Two words are variants when they differ only by that, are long enough that native names
(``حسن``, ``حسين``) are not confused, and neither carries the article. Exchanging one vowel for another is no variant:
``سالم`` and ``سليم`` are two names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.languages.pack import packs

__all__ = ["same_person_name", "skeleton", "sounds", "variant"]

VOWELS = frozenset("اويyaeiou")
SHORTEST_DROPPED = 4
SHORTEST_MOVED = 5


@cache
def variant(a: str, b: str) -> bool:
    """Whether two folded words are one name spelled two ways.

    >>> variant("بوتين", "بوتن"), variant("ديمتري", "دميتري"), variant("حسن", "حسين"), variant("سالم", "سليم")
    (True, True, False, False)
    """
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) == 1:
        return len(a) >= SHORTEST_DROPPED and any(b[i] in VOWELS and b[:i] + b[i + 1 :] == a for i in range(1, len(b)))
    return len(a) == len(b) >= SHORTEST_MOVED and _moved(a, b)


@cache
def skeleton(word: str) -> str:
    """A folded word without its long vowels: all variants of a word have the same."""
    return "".join(letter for letter in word if letter not in VOWELS)


def _moved(a: str, b: str) -> bool:
    """Whether one vowel stands elsewhere in the other word, all else being equal and in order."""
    for i, letter in enumerate(a):
        if letter in VOWELS and i > 0:
            rest = a[:i] + a[i + 1 :]
            if any(rest[:j] + letter + rest[j:] == b for j in range(1, len(rest)) if abs(i - j) <= 2):
                return True
    return False


def same_person_name(a: Sequence[str], b: Sequence[str]) -> str:
    """Why two full names are one person's (empty: they are not): ``same``, ``spelling`` or ``shorter form``.

    Parameters
    ----------
    a, b: the folded components of each name, at least two.
    """
    if tuple(a) == tuple(b):
        return "same"
    if len(a) == len(b) and all(variant(x, y) for x, y in zip(a, b, strict=True)):
        return "spelling"
    if len(a) > len(b):
        a, b = b, a
    if len(a) >= 2 and variant(a[0], b[0]) and variant(a[-1], b[-1]):
        rest = iter(b)
        if all(any(variant(part, other) for other in rest) for part in a):
            return "shorter form"
    return ""


@cache
def _sound_table() -> dict[str, str]:
    return {pack.fold(row["letters"]): row["sound"] for pack in packs() for row in pack.rows("sounds")}


@cache
def sounds(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The consonants of a full name, the same in every script; empty where they are too few to tell.

    Articles and particles joined to a name do not count, nor do doubled consonants.

    >>> sounds(("فلاديمير", "بوتين")) == sounds(("vladimir", "putin"))
    True
    >>> sounds(("احمد", "الشرع")) == sounds(("ahmed", "al sharaa"))
    True
    """
    key = tuple(_consonants(part) for part in parts)
    return key if len(key) > 1 and all(len(one) > 1 for one in key) else ()


def _consonants(part: str) -> str:
    table = _sound_table()
    articles = {pack.article for pack in packs() if pack.article}
    word = part.rsplit(" ", maxsplit=1)[-1]
    for article in articles:
        word = word.removeprefix(article)
    found: list[str] = []
    position = 0
    while position < len(word):
        width = next((w for w in (3, 2, 1) if word[position : position + w] in table), 1)
        sound = table.get(word[position : position + width], "")
        if sound and (not found or found[-1] != sound):
            found.append(sound)
        position += width
    return "".join(found).removesuffix("h")  # the silent ending of a feminine name
