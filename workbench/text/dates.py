"""Dates as newspapers write them, with the characters that say so; never a guess.

``12 فبراير 2025``, ``12 شباط (فبراير) 2025``, ``12 شباط/فبراير 2025``, ``February 12, 2025``,
``12 February 2025``, ``2025-02-12`` (ISO 8601) and ``25/02/2025``. A day and month that could be
either (``03/02/2025``) and a day without a year are no date.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.fold import fold

__all__ = ["FoundDate", "dates"]

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
SLASHED = re.compile(r"(?<![\d/])(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?![\d/])")


class FoundDate(NamedTuple):
    """A date and the span ``text[start:end]`` that states it."""

    start: int
    end: int
    date: dt.date


def dates(text: str, pack: LanguagePack) -> list[FoundDate]:
    """The full dates that a text states, in order; offsets count in the text.

    >>> from workbench.languages import pack
    >>> dates("موسكو - 12 فبراير 2025", pack("ar"))[0].date
    datetime.date(2025, 2, 12)
    """
    folded = fold(text, pack)
    found: list[FoundDate] = []
    for pattern, order in _patterns(pack):
        for match in pattern.finditer(folded.text):
            date = _date(match, order, pack)
            if date is not None:
                found.append(FoundDate(*folded.span(match.start(), match.end()), date))
    return sorted(set(found))


def _date(match: re.Match[str], order: str, pack: LanguagePack) -> dt.date | None:
    parts = dict(zip(order, match.groups(), strict=True))
    try:
        if "n" in parts:
            return dt.date(int(parts["y"]), _months(pack)[parts["n"]], int(parts["d"]))
        day, month, year = int(parts["d"]), int(parts["m"]), int(parts["y"])
        if order == "dmy" and day <= 12 and day != month and month <= 12:
            return None  # 03/02/2025 is the third of February here and the second of March there
        if order == "dmy" and month > 12:
            day, month = month, day
        return dt.date(year, month, day)
    except ValueError:
        return None


@cache
def _months(pack: LanguagePack) -> dict[str, int]:
    return {pack.fold(row["name"]): int(row["month"]) for row in pack.rows("months")}


@cache
def _patterns(pack: LanguagePack) -> tuple[tuple[re.Pattern[str], str], ...]:
    names = "|".join(sorted(map(re.escape, _months(pack)), key=len, reverse=True))
    second = rf"(?:\s*[/(]\s*(?:{names})\)?)?"
    ordinal, link = r"[^\W\d_]{0,2}", r"(?:[^\W\d_]{1,3}\s+)?"  # 12th; 12 of May, 12 من مايو, عام 2025
    day_first = rf"(?<!\d)(\d{{1,2}}){ordinal}\s+{link}({names})\.?{second},?\s+{link}(\d{{4}})(?!\d)"
    month_first = rf"(?<!\w)({names})\.?\s+(\d{{1,2}}){ordinal},?\s+(\d{{4}})(?!\d)"
    return (
        (re.compile(day_first), "dny"),
        (re.compile(month_first), "ndy"),
        (ISO, "ymd"),
        (SLASHED, "dmy"),
    )
