"""Datelines and bylines by what they are made of: places, agencies, dates, and the separators between."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues
from workbench.loaders.marks.lines import Line, count, key
from workbench.loaders.published import days
from workbench.text.dates import FoundDate

__all__ = [
    "either",
    "is_dated_name",
    "is_dateline",
    "is_desk",
    "is_name",
    "is_updated",
    "opening",
    "settled",
    "stated",
    "with_date",
]

REACH = 140
"""How many characters of a paragraph can hold its dateline."""
SEPARATOR = re.compile(r"(?<=\s)[-–—−ـ]+(?=\s)|[-–—−ـ]+(?=\s)|(?<=\s)[-–—−]+|(?<=\))\s*[-–—−ـ]+|[:：](?!\d)|\)(?=\s)")
PIECES = re.compile(r"[-–—−ـ/|,،:;؛()\[\]«»\"“”•·]+|\t|\s{2,}")
DESKS = re.compile(r"\s+[-–—−ـ+]+\s+|[/|،,]")
AGENCY = re.compile(r"[(\[][^()\[\]\d]{2,40}[)\]]\s*[-–—−ـ:：]+\s*$")
NUMBERED = re.compile(
    r"[^\d()\[\]]{2,30}\s[-–—/]\s*\d{1,2}\s*[-–—/]\s*\d{1,2}\s*[(\[][^()\[\]\d]{2,40}[)\]]\s*[-–—−ـ:：]+(?=\s)"
)
"""A place, day and month in digits, an agency in brackets: ``المنامة - 12 - 5 (بنا) --``."""
WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}")
HALF = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
SIDES = re.compile(r"\t|\s+[|·•]\s+")
EITHER = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)")
PLACES = 7
"""The most words of a line that says where, by places and agencies alone."""
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?")
MAX_UNKNOWN = 3
UPDATED = 24
"""The most words of a line that says when a page was published and when updated."""


class Pieces(NamedTuple):
    """What a stretch is made of: how many pieces are places, agencies, dates, and how long the unknown ones are.

    ``numbered`` counts the words of unknown ones that are a word and a number: ``Page 3A``, ``العدد 9418``.
    """

    places: int
    agencies: int
    dates: int
    dated: bool
    unknown: tuple[int, ...]
    numbered: int = 0

    @property
    def known(self) -> int:
        return self.places + self.agencies + self.dates


def opening(text: str, pack: LanguagePack, *, sure: bool = False) -> int:
    """How many characters at the head of a paragraph are its dateline, up to and with the separator; 0: none.

    Parameters
    ----------
    sure: only a dateline of two known pieces, such as a place and an agency, counts.

    >>> from workbench.languages import pack
    >>> opening("موسكو - (رويترز): قال الرئيس إن الاتصال كان مفيدا", pack("ar"))
    17
    """
    numbered = NUMBERED.match(text)
    if numbered:
        return numbered.end()
    ends = [match.end() for match in SEPARATOR.finditer(text[:REACH]) if match.end() < len(text)]
    for end in reversed(ends):
        head = text[:end]
        pieces = analyse(head, pack)
        named = AGENCY.search(head)
        capitals = pack.capitals and head.split()[0].strip(",").isupper()
        sayings = {"bracketed": named is not None, "capitals": capitals}
        known = pieces.known + (named is not None and (pieces.dated or capitals))
        if count(head) <= 16 and _opens(pieces, head.rstrip()[-1], **sayings) and known >= 1 + sure:
            return end
    return 0


def _opens(pieces: Pieces, separator: str, *, bracketed: bool, capitals: bool) -> bool:
    """Whether the pieces before a separator make a dateline, not a speaker (``روسيا:``) or a topic."""
    strangers = len(pieces.unknown) == 0 or (len(pieces.unknown) == 1 and pieces.unknown[0] <= MAX_UNKNOWN)
    if bracketed and pieces.places and len(pieces.unknown) <= 2 and max(pieces.unknown, default=0) <= MAX_UNKNOWN:
        return True
    if bracketed and len(pieces.unknown) == 2 and (pieces.dated or max(pieces.unknown) <= MAX_UNKNOWN):  # place, agency
        return pieces.dated or capitals
    if not strangers or not pieces.known:
        return False
    if pieces.known + len(pieces.unknown) == 1:
        return separator in "-–—−ـ" and (pieces.places == 1 or pieces.dated)
    if separator == ")":
        return bool(pieces.places and (pieces.agencies or pieces.unknown))
    return bool(pieces.places or (pieces.dates and pieces.dated) or (pieces.agencies and not pieces.unknown))


def is_dateline(line: Line, pack: LanguagePack) -> bool:
    """Whether a whole line says when or where, and nothing else (``دمشق-سانا``, ``12 شباط 2025 | 09:10``)."""
    if line.words > 14 or (line.stopped and not HALF.search(line.text)):
        return False
    if not any(map(str.isdigit, line.text)):
        first = WORD.search(line.key)
        if line.words > PLACES or first is None or first[0] not in _openers(pack):
            return False
    cells = SIDES.split(line.text)
    if len(cells) == 2 and any(_is_date(cell, pack) and _beside(other, pack) for cell, other in (cells, cells[::-1])):
        return True
    pieces = analyse(line.text, pack)
    strange = sum(pieces.unknown) - pieces.numbered
    if (pieces.dates and pieces.dated) or DAY.search(line.text):
        return strange <= MAX_UNKNOWN
    return not strange and pieces.places >= 1 and pieces.agencies + pieces.dates >= 1


@cache
def _openers(pack: LanguagePack) -> frozenset[str]:
    """The first words of places, agencies and dates: a line without a digit that begins with none is no dateline."""
    names = (*cues.places(pack), *cues.agencies(pack), *cues.date_words(pack))
    return frozenset(first[0] for name in names if (first := WORD.search(name)))


def settled(text: str, pack: LanguagePack) -> list[FoundDate]:
    """The day that digits in either order state where a day and month in words on the same line settle it.

    >>> from workbench.languages import pack
    >>> [found.date for found in settled("2/12/2023 - السبت 2 كانون الأول", pack("ar"))]
    [datetime.date(2023, 12, 2)]
    """
    match = EITHER.search(text)
    if match is None:
        return []
    one, other, year = map(int, match.groups())
    rest = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    for month, day in ((one, other), (other, one)):
        if _exists(year, month, day):
            stated = dt.date(year, month, day)
            if any(found.date == stated for found in days(rest, pack, page=stated)):
                return [FoundDate(match.start(), match.end(), stated)]
    return []


def either(text: str) -> list[dt.date]:
    """The two days that digits state whose order is open; empty where a text has no such digits, or one day only."""
    match = EITHER.search(text)
    if match is None:
        return []
    one, other, year = map(int, match.groups())
    found = {dt.date(year, *pair) for pair in ((one, other), (other, one)) if _exists(year, *pair)}
    return sorted(found) if len(found) > 1 else []


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def with_date(line: Line, pack: LanguagePack) -> bool:
    """Whether a line states a full date beside other words."""
    return bool(stated(line.text, pack)) if any(map(str.isdigit, line.text)) else False


def dateless(text: str, pack: LanguagePack) -> str:
    """What of a line stands before the first date in it; the text where there is none."""
    found = stated(text, pack) if any(map(str.isdigit, text)) else ()
    if not found:
        return text
    before = text[: found[0].start].rstrip(" -–—|،,").split()
    while before and key(before[-1], pack) in cues.date_words(pack):
        before.pop()
    if before and text[: found[0].start][-1:].strip():  # no space between: two elements of a page
        before[-1] = _unglued(before[-1], pack)
    return " ".join(before)


def _unglued(word: str, pack: LanguagePack) -> str:
    """A word without the name of a day that is written together with it."""
    folded = key(word, pack)
    day = next((day for day in cues.date_words(pack) if len(day) > MAX_UNKNOWN and folded.endswith(day)), "")
    return word[: -len(day)] if day and len(folded) == len(word) > len(day) + MAX_UNKNOWN else word


def is_updated(line: Line, pack: LanguagePack) -> bool:
    """Whether a line states two days: ``Updated 12 February 2023, first published 11 February 2023``."""
    if line.words > UPDATED or sum(map(str.isdigit, line.text)) < 6:
        return False
    return len({found.date for found in stated(line.text, pack)}) > 1


def is_dated_name(line: Line, pack: LanguagePack) -> bool:
    """Whether a short line is a name with a date, as stands over or under a reader's words."""
    if not any(map(str.isdigit, line.text)) or line.stopped:
        return False
    pieces = analyse(line.text, pack)
    dated = pieces.dated or DAY.search(line.text) is not None
    return dated and 1 <= len([size for size in pieces.unknown if size]) <= 2


def _beside(text: str, pack: LanguagePack) -> bool:
    """Whether a text can stand beside a date: a few words, or a cue."""
    return count(text) <= MAX_UNKNOWN or cues.says(text, pack) in ("dateline", "furniture", "byline")


def _is_date(text: str, pack: LanguagePack) -> bool:
    pieces = analyse(text, pack)
    return bool(DAY.fullmatch(text.strip())) or (pieces.dated and sum(pieces.unknown) <= MAX_UNKNOWN)


def is_desk(line: Line, pack: LanguagePack) -> bool:
    """Whether a short line names who wrote it by desk, agency or place: ``سراج الميناء / قسم الأخبار``."""
    parts = [part for raw in DESKS.split(line.text) if (part := key(raw, pack))]
    if line.words > 8 or line.sentence or any(count(part) > 4 for part in parts):
        return False
    return any(part in cues.agencies(pack) or cues.whole(part, pack) == "byline" for part in parts)


def is_name(line: Line, pack: LanguagePack) -> bool:
    """Whether a short line is a person's name, alone or after a word and a colon or a place."""
    if line.words > 7 or line.sentence:
        return False
    parts = [key(part, pack).split() for part in PIECES.split(line.text) if key(part, pack)]
    names = [part for part in parts if 2 <= len(part) <= 4 and part[0] in cues.given_names(pack)]
    rest = [part for part in parts if part not in names]
    return bool(names) and all(len(part) == 1 or " ".join(part) in cues.places(pack) for part in rest)


@lru_cache(maxsize=20_000)
def stated(text: str, pack: LanguagePack) -> tuple[FoundDate, ...]:
    """The dates that a short text states, as ``days`` gives them, kept: outlets print the same lines on many pages."""
    return tuple(days(text, pack))


@lru_cache(maxsize=20_000)
def analyse(text: str, pack: LanguagePack) -> Pieces:
    """What the pieces of a text between separators are."""
    places = agencies = numbered = 0
    unknown: list[int] = []
    found = stated(text, pack)
    times, dated = len(found), bool(found)
    timeless = text
    for date in reversed(found):
        timeless = f"{timeless[: date.start]} | {timeless[date.end :]}"
    timeless = CLOCK.sub(" ", timeless)
    for raw in PIECES.split(timeless):
        piece = key(raw, pack)
        if not piece:
            continue
        kinds = _kinds(piece, pack)
        if kinds is None:
            words = [word for word in piece.split() if len(word) > 1 and not _dated(word, pack) and not word.isdigit()]
            if words:
                lettered = [word for word in words if not word[0].isdigit()]
                numbered += len(words) if len(lettered) == 1 and any(map(str.isdigit, piece)) else 0
                unknown.append(99 if any(word in pack.words("stopwords") for word in words) else len(words))
            continue
        places, agencies, times = places + kinds[0], agencies + kinds[1], times + kinds[2]
        dated |= any(_dated(word, pack) for word in piece.split()) and any(map(str.isdigit, piece))
    return Pieces(places, agencies, times, dated, tuple(unknown), numbered)


def _kinds(piece: str, pack: LanguagePack) -> tuple[int, int, int] | None:
    """(1, 0, 0) for a place, (0, 1, 0) for an agency, (0, 0, 1) for a date, sums for several; None: unknown."""
    if piece in cues.places(pack):
        return 1, 0, 0
    if piece in cues.agencies(pack):
        return 0, 1, 0
    words = piece.split()
    if all(word.isdigit() or _dated(word, pack) for word in words):
        return 0, 0, 1
    conjunctions = cues.conjunctions(pack)
    for size in range(len(words) - 1, 0, -1):  # «دمشق وموسكو», «موسكو 12 شباط»
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        for tail in (rest, *(rest[len(mark) :].strip() for mark in conjunctions if rest.startswith(mark))):
            if first in cues.places(pack) and (kinds := _kinds(tail, pack)):
                return 1 + kinds[0], kinds[1], kinds[2]
    return None


def _dated(word: str, pack: LanguagePack) -> bool:
    known = cues.date_words(pack)
    return word.rstrip(".") in known or bool(re.fullmatch(r"\d{1,4}[^\W\d_]{1,2}|[ap]\.?m\.?|gmt|utc", word))
