"""The numbers that a text states, in digits or in words, so that ``اثنتان وأربعون`` and ``42`` are one number.

Units, tens and hundreds that follow one another are added (``sixty-one``, ``مئتان وثلاثون``), and what stands before a
thousand or a million is multiplied by it (``أربعين ألفاً``). Shares (``half``, ``ثلث``) are kept apart from counts.
Ordinals and the word for one are no numbers here: they stand in any sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token, tokens

__all__ = ["Quantities", "denies", "number_of", "quantities"]

SEPARATORS = (",", "٬", "،", "\u00a0", "\u202f")
POINTS = (".", "٫")


class Quantities(NamedTuple):
    """The numbers of a text: ``counts`` as decimals without a trailing point, ``shares`` as ``1/2``."""

    counts: frozenset[str]
    shares: frozenset[str]

    def differ(self, other: Quantities) -> bool:
        """Whether each text states a number that the other one does not have."""
        return _apart(self.counts, other.counts) or _apart(self.shares, other.shares)

    def shared(self, other: Quantities) -> int:
        """How many numbers both state."""
        return len(self.counts & other.counts) + len(self.shares & other.shares)


def quantities(text: str, pack: LanguagePack, words: Sequence[Token] | None = None) -> Quantities:
    """The numbers that a text states; ``words`` are its tokens, where the caller has them.

    >>> from workbench.languages import pack
    >>> sorted(quantities("اثنتان وأربعون وثيقة ونصف مليون", pack("ar")).counts)
    ['42']
    >>> sorted(quantities("sixty-one of 1,200 patients", pack("en")).counts)
    ['1200', '61']
    """
    found = tokens(text, pack) if words is None else words
    if not any(word.folded[-1:].isdecimal() or _meaning(word.folded, pack) for word in found):
        return Quantities(frozenset(), frozenset())
    shares = frozenset(kind[1] for word in found if (kind := _meaning(word.folded, pack)) and kind[0] == "fraction")
    counts: set[str] = set()
    place = 0
    while place < len(found):
        number, taken = _digits(text, found, place, pack)
        if taken:
            number, taken = _scaled(number, taken, text, found, place, pack)
        else:
            value, taken = _spelled(text, found, place, pack)
            number = str(value) if not _shared(found, place, pack) else ""
        if number and taken and number not in ("0", "1"):
            counts.add(number)
        place += max(taken, 1)
    return Quantities(frozenset(counts), shares)


def denies(word: str, pack: LanguagePack) -> bool:
    """Whether a folded word, a conjunction before it aside, says that something is not so."""
    known = _denying(pack)
    heads = (head for head in pack.clitics("conjunction") if word.startswith(head))
    return word in known or any(word[len(head) :] in known for head in heads)


def _shared(words: Sequence[Token], place: int, pack: LanguagePack) -> bool:
    """Whether a share stands before a word (``نصف مليون``), so that what follows it is no number of its own."""
    before = _meaning(words[place - 1].folded, pack) if place else None
    return before is not None and before[0] == "fraction"


@cache
def _denying(pack: LanguagePack) -> frozenset[str]:
    none = (pack.fold(row["word"]) for row in pack.rows("quantities") if row["kind"] == "none")
    return frozenset([*(word for word in pack.words("negations") if " " not in word), *none])


@cache
def _words(pack: LanguagePack) -> dict[str, tuple[str, str]]:
    """Folded words to their kind and value."""
    return {pack.fold(row["word"]): (row["kind"], row["value"]) for row in pack.rows("quantities")}


@lru_cache(maxsize=1 << 17)
def _meaning(word: str, pack: LanguagePack) -> tuple[str, str] | None:
    known = _words(pack)
    bare = next((form for form in _bare(word, pack) if form in known), None)
    return known[bare] if bare is not None else None


def _bare(word: str, pack: LanguagePack) -> Iterator[str]:
    """A word, and what may remain of it without a particle and the article before it."""
    yield word
    fronts = (*pack.clitics("conjunction"), *pack.clitics("preposition"))
    joined = [*(front + pack.article for front in fronts), *pack.clitics("preposition_article"), pack.article]
    for front in (*fronts, *(joined if pack.article else ())):
        if front and word.startswith(front):
            yield word[len(front) :]


def number_of(word: str, pack: LanguagePack) -> str:
    """The number that one folded word states, in digits or as a word, particles before it aside; empty where none.

    >>> from workbench.languages import pack
    >>> [number_of(word, pack("ar")) for word in ("الاربعين", "43", "مدرسه")]
    ['40', '43', '']
    """
    if word[-1:].isdecimal():
        return next((form for form in _bare(word, pack) if form.isdecimal()), "")
    kind, value = _meaning(word, pack) or ("", "")
    return value if kind == "number" else ""


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not (one <= other or other <= one)


def _digits(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[str, int]:
    """A number in digits that begins at a word, its groups of three joined, and how many words it takes."""
    first = words[place].folded
    if not first[-1:].isdecimal():
        return "", 0
    first = next((form for form in _bare(first, pack) if form.isdecimal()), "")
    if not first:
        return "", 0
    whole, taken = first, 1
    while place + taken < len(words):
        before, following = words[place + taken - 1], words[place + taken]
        between = text[before.end : following.start]
        if not following.folded.isdecimal():
            break
        if between in SEPARATORS and len(following.folded) == 3 and len(first) <= 3 and len(whole) <= 12:
            whole += following.folded
        elif between in POINTS and "." not in whole and len(following.folded) <= 4:
            whole += "." + following.folded
        else:
            break
        taken += 1
    return whole.lstrip("0") or "0", taken


def _scaled(
    number: str, taken: int, text: str, words: Sequence[Token], place: int, pack: LanguagePack
) -> tuple[str, int]:
    """A number in digits times the thousand or million that stands behind it (``3.5 million``)."""
    behind = place + taken
    if behind >= len(words) or not _follows(text, words, behind):
        return number, taken
    kind, value = _meaning(words[behind].folded, pack) or ("", "")
    if kind not in ("scale", "scales"):
        return number, taken
    return f"{(Decimal(number) * int(value)).normalize():f}", taken + 1


def _spelled(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[int, int]:
    """A number in words that begins at a word, and how many words it takes."""
    parts: list[tuple[str, int]] = []
    for index in range(place, len(words)):
        meaning = _meaning(words[index].folded, pack)
        if meaning is None or meaning[0] in ("fraction", "none") or (parts and not _follows(text, words, index)):
            break
        parts.append((meaning[0], int(meaning[1])))
    return _sum(parts), len(parts)


def _sum(parts: Sequence[tuple[str, int]]) -> int:
    total = current = 0
    for place, (kind, value) in enumerate(parts):
        if kind in ("scale", "scales"):
            current = max(current, int(kind == "scale")) * value
            total, current = (total + current, 0) if value >= 1000 else (total, current)
        elif kind == "number" or _beside_ten(parts, place):
            current += value
    return total + current


def _beside_ten(parts: Sequence[tuple[str, int]], place: int) -> bool:
    """Whether a ten stands before a part or behind it."""
    beside = [*parts[max(place - 1, 0) : place], *parts[place + 1 : place + 2]]
    return any(kind == "number" and value % 10 == 0 and value < 100 for kind, value in beside)


def _follows(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether nothing but a space or hyphen stands between a word and the one before it."""
    return text[words[index - 1].end : words[index].start].strip(" \u00a0-–") == ""
