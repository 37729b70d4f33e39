"""The numbers that a text states, in digits or in words, so that ``اثنتان وأربعون`` and ``42`` are one number.

Units, tens and hundreds that follow one another are added (``sixty-one``, ``مئتان وثلاثون``), and what stands before a
thousand or a million is multiplied by it (``أربعين ألفاً``, ``$310m``). A stretch of time is one number however
it is counted: ``72 ساعة`` and ``three days``, ``يومين`` and ``48 hours``. Shares (``half``, ``3 quarters``) are kept
apart from counts, those added to a count aside (``two and a half years``, ``ثلاثة ملايين ونصف``). Ordinals and the word
for one are no numbers here: they stand in any sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import gcd
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token, tokens

__all__ = ["Quantities", "denies", "number_of", "quantities"]

SEPARATORS = (",", "٬", "،", "\u00a0", "\u202f")
POINTS = (".", "٫")
TENS = frozenset(str(ten) for ten in range(10, 100, 10))
SPELLED = ("number", "part", "scale", "scales")
YEARS = " y"
ALONE = {"unit": "1", "period": "1", "pair": "2"}  # how many of its unit a word for a stretch of time tells by itself
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
    counts: set[str] = set()
    shares: set[str] = set()
    place = 0
    while place < len(found):
        share, taken = _share(text, found, place, pack)
        if share:
            shares.add(share)
            place += taken
            continue
        number, taken = _number(text, found, place, pack)
        lasts, more = _time(number, text, found, place + taken, pack)
        if lasts or number not in ("", "0", "1"):
            counts.add(lasts or number)
        place += max(taken + more, 1)
    return Quantities(frozenset(counts), frozenset(shares))


def _share(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[str, int]:
    """The share that begins at a word, empty where none does, and how many words tell it (``three quarters``)."""
    kind, value = _meaning(words[place].folded, pack) or ("", "")
    if kind == "fraction":
        return value, 1
    behind = place + 1
    many = kind == "number" and behind < len(words) and _follows(text, words, behind)
    following, parts = (_meaning(words[behind].folded, pack) if many else None) or ("", "")
    return (f"{value}/{parts}", 2) if following == "parts" and gcd(int(value), int(parts)) == 1 else ("", 0)


def _number(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[str, int]:
    """The number that begins at a word, empty where it is none, and how many words are read with it."""
    ordinal = _ordinal(text, words, place, pack)
    if ordinal:
        return "", ordinal
    number, taken = _digits(text, words, place, pack)
    if taken:
        number, taken = _scaled(number, taken, text, words, place, pack)
    else:
        value, taken = _spelled(text, words, place, pack)
        number = str(value or 1) if taken and not _shared(words, place, pack) else ""
    if not number:
        return "", taken
    behind = place + taken
    share, more = _added(text, words, behind, pack)
    if not more:
        return number, taken
    kind, size = _meaning(words[behind - 1].folded, pack) or ("", "")
    scale = int(size) if kind in ("scale", "scales") else 1
    number = _written(Decimal(number) + share * scale)
    return _scaled(number, taken + more, text, words, place, pack) if scale == 1 else (number, taken + more)


def _added(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[Decimal, int]:
    """The share that is added to what stands before a word (``and a half``, ``ونصف``), and how many words tell it."""
    at = place
    while at < len(words) and _follows(text, words, at) and _kind(words[at], pack) == "joins":
        at += 1
    kind, value = (_meaning(words[at].folded, pack) if at < len(words) else None) or ("", "")
    if kind != "fraction" or not _follows(text, words, at):
        return Decimal(0), 0
    if at == place and not any(f and words[at].folded.startswith(f) for f in pack.clitics("conjunction")):
        return Decimal(0), 0
    part, whole = value.split("/")
    return Decimal(part) / Decimal(whole), at + 1 - place


def _kind(word: Token, pack: LanguagePack) -> str:
    known = _meaning(word.folded, pack)
    return known[0] if known is not None else ""


def _written(number: Decimal) -> str:
    return f"{number.normalize():f}"


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
    many = Decimal(ALONE.get(kind, "0") if number in ("", "1") else number if kind == "unit" else "0")
    if not many or (number and not _follows(text, words, place)):
        return "", 0
    share, more = _added(text, words, place + 1, pack)
    return (_lasting(many + share, value), 1 + more) if kind != "unit" or many != 1 or more else ("", 0)


def _lasting(many: Decimal, unit: str) -> str:
    """So many units of time, in the largest unit of which there is a whole number: ``48 h`` as ``2 d``."""
    each, name = unit.split()
    whole = many * int(each)
    larger, size = LARGER[name]
    found, name = (whole / size, larger) if whole % size == 0 else (whole, name)
    return f"{_written(found)} {name}"


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
    """Whether each has a number that the other has not, an age told without its unit (``is 22``) being one number."""
    left, right = one - _without_unit(other), other - _without_unit(one)
    return bool(left - right) and bool(right - left)


def _without_unit(numbers: frozenset[str]) -> frozenset[str]:
    """Numbers of years as they stand without the word for years, and the other way round."""
    return frozenset(number.removesuffix(YEARS) if number.endswith(YEARS) else number + YEARS for number in numbers)


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
    return whole if scale == 1 else _written(Decimal(whole) * scale), taken


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
    return _written(Decimal(number) * int(value)), taken + 1


def _spelled(text: str, words: Sequence[Token], place: int, pack: LanguagePack) -> tuple[int, int]:
    """A number in words that begins at a word, and how many words it takes."""
    parts: list[tuple[str, int]] = []
    taken = 0
    for index in range(place, len(words)):
        meaning = _meaning(words[index].folded, pack)
        if meaning is None or (parts and not _follows(text, words, index)):
            break
        if _leads_on(text, words, index, parts, pack):
            continue
        if meaning[0] not in SPELLED:
            break
        part = (meaning[0], int(meaning[1]))
        if parts and (_begins(words[index].folded, pack) or _anew(parts, part)):
            break
        parts.append(part)
        taken = index + 1 - place
    return _sum(parts), taken


def _leads_on(
    text: str, words: Sequence[Token], index: int, parts: Sequence[tuple[str, int]], pack: LanguagePack
) -> bool:
    """Whether a word joins a smaller number to a hundred or thousand: ``hundred and twenty``, not ``and two hundred``.

    What follows it may have a scale of its own only where that is the larger (``two hundred and ten thousand``).
    """
    if not parts or parts[-1][0] != "scale" or _kind(words[index], pack) != "joins":
        return False
    following = [_meaning(word.folded, pack) or ("", "") for word in words[index + 1 : index + 4]]
    if not following or following[0][0] != "number" or not _follows(text, words, index + 1):
        return False
    scales = [int(value) for kind, value in following if kind == "scale"]
    return int(following[0][1]) < parts[-1][1] and all(scale > parts[-1][1] for scale in scales)


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
