"""When two spellings are one name: of a word, in one script or in two, and of a full name.

Arabic transliterates foreign names with long vowels that come and go (``بوتين``, ``بوتن``) or move (``ديمتري``,
``دميتري``) and with one of several consonants (``غالانوف``, ``جالانوف``). Native names differ by just that and are
two names (``حسن``, ``حسين``; ``قاسم``, ``جاسم``): a word that many bear is no spelling of another one that many bear.
Which consonants letters stand for is told by the packs (``sounds.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.kept import kept
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack, packs
from workbench.languages.schema import items

__all__ = ["VOWELS", "alike", "borne", "same_person_name", "script", "skeleton", "sounds", "variant"]

VOWELS = frozenset("اويyaeiouw")
SHORTEST_DROPPED = 4
SHORTEST_MOVED = 5
MOST_SOUNDS = 8
PLAIN = "kfbc"  # what stands for one sound alone in native names
HARD = frozenset("ق")  # but this one is heard otherwise in names of one script too
MAQSURA = "ى"
SILENT = re.compile(
    r"(?:[cghklnrtv]es|[gq]ues|[a-z]{3}ins|[aeo]ux|oi[stx]|au[dt]|ault)$"
)  # their last consonants may be silent
SLAVIC = re.compile(r"[a-z]{2}ic$")  # a last consonant that loses its accent: ``Stokić``
FEMININE = "اه"  # an ending that is heard, folded: ``نجاة``
AGREEING = {"ا": "aeo", "و": "ouw", "ي": "iey"}
CLASSES = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u", "w": "u", "ا": "a", "و": "u", "ي": "i"}


@kept
def script(word: str) -> str:
    """The code of the pack whose script a folded word is written in: ASCII letters or the other one."""
    latin = word[:1].isascii()
    return next(pack.code for pack in packs() if pack.capitals is latin)


@kept
def _pack(word: str) -> LanguagePack:
    code = script(word)
    return next(pack for pack in packs() if pack.code == code)


@kept
def borne(word: str) -> bool:
    """Whether several people of the word's own language are known to bear it as a name."""
    known = gazetteers(_pack(word)).classes(word)
    return bool(known.person) and known.weight > 1 and not known.foreign


@kept
def variant(a: str, b: str) -> bool:
    """Whether two folded words of one script are one name spelled two ways.

    >>> variant("بوتين", "بوتن"), variant("ديمتري", "دميتري"), variant("حسن", "حسين"), variant("سالم", "سليم")
    (True, True, False, False)
    >>> variant("غالانوف", "جالانوف"), variant("قاسم", "جاسم")
    (True, False)
    """
    if a == b:
        return True
    if not a or not b or _pack(a).capitals != _pack(b).capitals:
        return False
    if _pack(a).capitals:
        return _latin(a, b)
    if borne(a) and borne(b):
        return False
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) == 1 and len(a) >= SHORTEST_DROPPED:
        if any(b[i] in VOWELS and b[:i] + b[i + 1 :] == a for i in range(1, len(b))):
            return True
    elif len(a) == len(b) >= SHORTEST_MOVED and _moved(a, b):
        return True
    return len(a) >= SHORTEST_DROPPED and _other_consonants(a, b) and not _hard(a, b)


def _hard(a: str, b: str) -> bool:
    """Whether one of two words of one script is a native name with a letter that the other one has not."""
    return any((letter in a) != (letter in b) and (borne(a) or borne(b)) for letter in HARD)


def _latin(a: str, b: str) -> bool:
    """Whether two words of a script with vowels are one: the same consonants, vowels that agree."""
    if min(len(a), len(b)) < SHORTEST_DROPPED or not sounds(a) & sounds(b):
        return False
    wrong = _disagreeing(a, b)
    return wrong == 0 or (wrong == 1 and not (borne(a) and borne(b)) and len(a) > SHORTEST_MOVED)


def _other_consonants(a: str, b: str) -> bool:
    """Whether two words differ in letters for one consonant, and by one long vowel at most."""
    if not sounds(a) & sounds(b):
        return False
    long = [[letter for letter in word.rstrip("هاي") if letter in VOWELS] for word in (a, b)]
    if long[0] == long[1]:
        return True
    shorter, longer = sorted(long, key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


@kept
def skeleton(word: str) -> str:
    """The likeliest consonants of a folded word: what its spellings share in every script."""
    return "".join(next(iter(reading), "") for reading in _read(word)[0]).removesuffix("h")


def _moved(a: str, b: str) -> bool:
    """Whether one vowel stands elsewhere in the other word, all else being equal and in order."""
    for i, letter in enumerate(a):
        if letter in VOWELS and i > 0:
            rest = a[:i] + a[i + 1 :]
            if any(rest[:j] + letter + rest[j:] == b for j in range(1, len(rest)) if abs(i - j) <= 2):
                return True
    return False


@cache
def _sound_table(pack: LanguagePack) -> dict[str, tuple[str, ...]]:
    return {pack.fold(row["letters"]): tuple(items(row["sound"])) for row in pack.rows("sounds")}


@kept
def _read(word: str) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The consonants of a word, each with its possible sounds, and the vowels before each and at the end."""
    table = _sound_table(_pack(word))
    native = borne(word)
    found: list[tuple[str, ...]] = []
    gaps = [""]
    position = 0
    while position < len(word):
        width = next((w for w in (3, 2, 1) if word[position : position + w] in table), 1)
        letters = word[position : position + width]
        position += width
        heard = table.get(letters, ())
        if not heard:
            gaps[-1] += letters if letters[0] in CLASSES else ""
            continue
        heard = heard[:1] if native and heard[0] in PLAIN and letters not in HARD and not word[0].isascii() else heard
        tail = "".join(letter for letter in letters[1:] if letter in CLASSES)
        if found and found[-1][0] == heard[0]:
            gaps[-1] += tail
            continue
        found.append(heard)
        gaps.append(tail)
    return tuple(found), tuple(gaps)


@kept
def sounds(word: str) -> frozenset[str]:
    """The consonants that a folded word may stand for, in any script; the silent ending of feminine names left out.

    >>> bool(sounds("بوتين") & sounds("putin")), bool(sounds("كمال") & sounds("jamal"))
    (True, False)
    """
    heard = _heard(word)
    return heard | {key[1:] for key in heard if len(key) > 1} if word[:1] == "j" else heard  # ``Johanna``, ``يوهانا``


@kept
def _heard(word: str) -> frozenset[str]:
    """The same, as the word is written: none of its consonants is heard as a vowel."""
    keys = [""]
    for heard in _read(word)[0]:
        some = heard if len(keys) * len(heard) <= MOST_SOUNDS else heard[:1]
        keys = [key + one for key in keys for one in some]
    if len(word) >= SHORTEST_DROPPED and SILENT.search(word) is not None:
        keys += [key[:-1].removesuffix("l") if word.endswith("ault") else key[:-1] for key in keys if len(key) > 1]
    if word[-1:] == "s" and word.isascii():
        keys += [f"{key[:-1]}z" for key in keys if key.endswith("s") and len(key) > 1]
    keys += [f"{key}c" for key in _heard(word[:-2])] if word.isascii() and SLAVIC.search(word) is not None else []
    if word.endswith(FEMININE) and len(word) >= SHORTEST_DROPPED:
        keys += [f"{key.removesuffix('h') if len(key) > 1 else key}t" for key in keys]
    return frozenset(key.removesuffix("h") if len(key) > 1 else key for key in keys)


@kept
def alike(a: str, b: str) -> bool:
    """Whether two folded words are one name, in one script or in two.

    >>> alike("سالم", "salem"), alike("سليم", "salam"), alike("جمال", "kamal")
    (True, False, False)
    """
    if a == b:
        return True
    if a[:1].isascii() == b[:1].isascii():
        return variant(a, b)
    arabic, latin = (b, a) if a[:1].isascii() else (a, b)
    if latin[:1] == "j" and arabic[:1] == "ي":
        latin = f"y{latin[1:]}"
    if not _heard(arabic) & _heard(latin):
        return False
    return _unwritten(arabic, latin) <= (0 if borne(arabic) and len(skeleton(arabic)) < 4 else 1)


def _unwritten(arabic: str, latin: str) -> int:
    """How many long vowels of a word have no vowel like them at that place of the other."""
    (_, own), (_, other) = _read(arabic), _read(latin)
    if len(own) != len(other):
        return 0
    wrong = 0
    for place, (long, vowels) in enumerate(zip(own, other, strict=True)):
        heard = long[1:] if place == 0 and long[:1] == "ا" else long
        if place == len(own) - 1 and arabic in _ending_in_a(_pack(arabic)):
            other_vowels = f"{vowels}iey" if vowels[-1:] == "a" else vowels
        else:
            other_vowels = vowels
        wrong += any(not set(AGREEING[one]) & set(other_vowels) for one in heard if one in AGREEING)
    return wrong


@cache
def _ending_in_a(pack: LanguagePack) -> frozenset[str]:
    """The given names, folded, that are spelled with a letter at the end which is read as a, and folded to another."""
    listed = (row["name"] for row in pack.rows("given_names"))
    return frozenset(pack.fold(name) for name in listed if name.endswith(MAQSURA))


def _disagreeing(a: str, b: str) -> int:
    """At how many places two words of one script with vowels have vowels that do not agree."""
    (_, own), (_, other) = _read(a), _read(b)
    if len(own) != len(other):
        return 0
    wrong = 0
    for one, two in zip(own, other, strict=True):
        first, second = ({kind for letter in gap for kind in CLASSES.get(letter, "")} for gap in (one, two))
        wrong += bool(one) != bool(two) or (bool(one) and not first & second)
    last = [next(iter(CLASSES.get(gap[-1:], "")), "") for gap in (own[-1], other[-1])]
    return wrong + (all(last) and last[0] != last[1] and wrong == 0)


def same_person_name(a: Sequence[str], b: Sequence[str]) -> str:
    """Why two full names are one person's (empty: they are not): ``same``, ``spelling`` or ``shorter form``.

    Parameters
    ----------
    a, b: the folded components of each name, at least two, in any script.
    """
    if tuple(a) == tuple(b):
        return "same"
    if len(a) == len(b):
        return "spelling" if all(alike(x, y) for x, y in zip(a, b, strict=True)) else ""
    if len(a) > len(b):
        a, b = b, a
    if len(a) >= 2 and alike(a[0], b[0]) and alike(a[-1], b[-1]):
        rest = iter(b)
        if all(any(alike(part, other) for other in rest) for part in a):
            return "shorter form"
    return ""
