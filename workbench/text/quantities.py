"""The numbers that a text states, in digits or in words, so that ``اثنتان وأربعون`` and ``42`` are one number.

Units, tens and hundreds that follow one another are added (``sixty-one``, ``مئتان وثلاثون``), and what stands before a
thousand or a million is multiplied by it (``أربعين ألفاً``, ``$310m``). A stretch of time is one number however
it is counted: ``72 ساعة`` and ``three days``, ``يومين`` and ``48 hours``. Shares (``half``, ``ثلث``) are kept apart
from counts. Ordinals and the word for one are no numbers here: they stand in any sentence.
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
TENS = frozenset(str(ten) for ten in range(10, 100, 10))
SPELLED = ("number", "part", "scale", "scales")
LARGER = {"h": ("d", 24), "m": ("y", 12)}  # the unit of time above hours and above months, and how many it holds


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
    if not any(
        word.folded[:1].isdecimal() or word.folded[-1:].isdecimal() or _meaning(word.folded, pack) for word in found
    ):
        return Quantities(frozenset(), frozenset())
    shares = frozenset(kind[1] for word in found if (kind := _meaning(word.folded, pack)) and kind[0] == "fraction")
    counts: set[str] = set()
    place = 0
    while place < len(found):
        number, taken = _number(text, found, place, pack)
        lasts, more = _time(number, text, found, place + taken, pack)
        if lasts or number not in ("", "0", "1"):
            counts.add(lasts or number)
        place += max(taken + more, 1)
    return Quantities(frozenset(counts), shares)


def _number(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[str, int]:
    """The number that begins at a word, empty where it is none, and how many words are read with it."""
    ordinal = _ordinal(text, words, place, pack)
    if ordinal:
        return "", ordinal
    number, taken = _digits(text, words, place, pack)
    if taken:
        return _scaled(number, taken, text, words, place, pack)
    value, taken = _spelled(text, words, place, pack)
    return (str(value) if taken and not _shared(words, place, pack) else ""), taken


def _ordinal(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> int:
    """How many words an ordinal takes that begins at a word: ``الحادية عشرة`` and ``الحادي والعشرين`` are no counts."""
    kind, _ = _meaning(words[place].folded, pack) or ("", "")
    if kind != "ordinal":
        return 0
    behind = place + 1
    tens = _meaning(words[behind].folded, pack) if behind < len(words) and _follows(text, words, behind) else None
    return 1 + int(tens is not None and tens[0] == "number" and tens[1] in TENS)


def _time(number: str, text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[str, int]:
    """How long a number of hours, days or years lasts, or a word that tells it alone, and whether that word is read."""
    kind, value = (_meaning(words[place].folded, pack) if place < len(words) else None) or ("", "")
    if kind == "period" and not number:
        return _lasting(1, value), 1
    if kind != "unit" or not number or number == "1" or not _follows(text, words, place):
        return "", 0
    return _lasting(Decimal(number), value), 1


def _lasting(many: Decimal | int, unit: str) -> str:
    """So many units of time, in the largest unit of which there is a whole number: ``48 h`` as ``2 d``."""
    each, name = unit.split()
    whole = Decimal(many) * int(each)
    larger, size = LARGER[name]
    found, name = (whole / size, larger) if whole % size == 0 else (whole, name)
    return f"{found.normalize():f} {name}"


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
    first, scale = _cut(words[place].folded, pack)
    if not first:
        return "", 0
    whole, taken = first, 1
    while place + taken < len(words) and scale == 1:
        before, following = words[place + taken - 1], words[place + taken]
        between = text[before.end : following.start]
        more, scale = _cut(following.folded, pack) if following.folded[:1].isdecimal() else ("", 1)
        if more and between in SEPARATORS and len(more) == 3 and len(first) <= 3 and len(whole) <= 12:
            whole += more
        elif more and between in POINTS and "." not in whole and len(more) <= 4:
            whole += "." + more
        else:
            scale = 1
            break
        taken += 1
    whole = whole.lstrip("0") or "0"
    return whole if scale == 1 else f"{(Decimal(whole) * scale).normalize():f}", taken


def _cut(word: str, pack: LanguagePack) -> tuple[str, int]:
    """The digits of a folded word, particles before them aside, and the scale behind them (``310m``); else nothing."""
    for form in _bare(word, pack):
        digits = form.rstrip(_letters(pack))
        scale = _words(pack).get(form[len(digits) :], ("", ""))
        if digits.isdecimal() and (form == digits or scale[0] == "suffix"):
            return digits, int(scale[1]) if form != digits else 1
    return "", 1


@cache
def _letters(pack: LanguagePack) -> str:
    """The letters of the scales that are written in one with digits."""
    return "".join(sorted({letter for word, (kind, _) in _words(pack).items() if kind == "suffix" for letter in word}))


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
        if meaning is None or meaning[0] not in SPELLED or (parts and not _follows(text, words, index)):
            break
        part = (meaning[0], int(meaning[1]))
        if parts and (_begins(words[index].folded, pack) or _anew(parts, part)):
            break
        parts.append(part)
    return _sum(parts), len(parts)


def _begins(word: str, pack: LanguagePack) -> bool:
    """Whether a word of a number has a preposition before it, so that another number begins (``أربعة لاثنتي عشرة``)."""
    known = _words(pack)
    fronts = [front for front in pack.clitics("preposition") if front]
    return word not in known and any(word.startswith(front) and word[len(front) :] in known for front in fronts)


def _anew(parts: Sequence[tuple[str, int]], part: tuple[str, int]) -> bool:
    """Whether a word of a number cannot be added to those before it: ``أربعة وخمسة`` are two numbers."""
    if part[0] != "number":
        return False
    scaled = any(kind in ("scale", "scales") for kind, _ in parts)
    return not scaled and any(kind == "number" and len(str(value)) == len(str(part[1])) for kind, value in parts)


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
