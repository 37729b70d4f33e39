"""Dates as newspapers and exports write them, with the characters that say so; never a guess, never today's date.

=============  ==================================================================================================
rule           what it reads
=============  ==================================================================================================
``written``    ``12 شباط/فبراير 2025``, ``الثاني عشر من فبراير 2025``, ``Wednesday, Feb. 12th, 2025``
``iso``        ``2025-02-12``, ``2025/2/12``, ``20250212T140500Z``
``slashed``    ``25/02/2025``; ``03/02/2025`` only where its weekday or a Hijri date beside it proves the order
``hijri``      ``12 شعبان 1446 هـ`` by the calendar of Umm al-Qura, where no Gregorian date stands beside it
``yearless``   ``الأربعاء 12 شباط``: the nearest such day to the page's date, if that is known
``relative``   ``أمس``, ``الأربعاء الماضي``, ``قبل يومين``, ``3 hours ago``: from the page's date, if that is known
=============  ==================================================================================================
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.beside import Stated, settled
from workbench.text.dateforms import DateForms, Side, Window, date_forms
from workbench.text.fold import Folded, fold
from workbench.text.hijri import HIJRI_YEARS, hijri_day, hijri_year
from workbench.text.relative import nearest, relative_days

__all__ = ["FoundDate", "Order", "dates"]

Order = Literal["dmy", "mdy"]
"""Which of two numbers is the day."""
YEARS = range(1583, dt.MAXYEAR + 1)
"""The years of the Gregorian calendar."""
YEAR = re.compile(r"\d{4}")
SHORT = re.compile(r"\d\D{1,9}\d\d(?!\d)")
BASIC = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?=t\d{4})")
LATEST = 2089
"""The last year that two digits can mean; the first is 99 years before it."""


class FoundDate(NamedTuple):
    """A date, the span ``text[start:end]`` that states it, and the rule that read it."""

    start: int
    end: int
    date: dt.date
    rule: str = "written"


def dates(text: str, pack: LanguagePack, *, page: dt.date | None = None, order: Order | None = None) -> list[FoundDate]:
    """The days that a text states, in order; offsets count in the text.

    Parameters
    ----------
    page: the page's own date or moment, from which days without a year and relative days are told; without it they
        are none.
    order: ``dmy`` or ``mdy``, where it is known from elsewhere: then ``03/02/2025`` and ``12-Feb-25`` are dates, too.

    >>> from workbench.languages import pack
    >>> dates("موسكو - 12 فبراير 2025", pack("ar"))[0].date
    datetime.date(2025, 2, 12)
    >>> dates("موسكو أمس", pack("ar")), dates("أمس", pack("ar"), page=dt.date(2025, 2, 13))[0].date
    ([], datetime.date(2025, 2, 12))
    """
    if page is None and not YEAR.search(text) and not (order and SHORT.search(text)):
        return []
    folded = pack.fold(text)
    forms = date_forms(pack)
    windows = forms.windows(folded, relative=page is not None)
    if not windows:
        return []
    whole = fold(text, pack)
    read = _Reading(text, whole, forms, page, order)
    kept = settled([one for window in windows for one in read.everything(window)], whole.text, forms)
    return [FoundDate(*_span(text, whole, one), one.days[0], one.rule) for one in kept]


def _span(text: str, folded: Folded, stated: Stated) -> tuple[int, int]:
    """The span in the text, with the vowel marks and the stretching that the last letter carries (``هـ``, ``غداً``)."""
    start, end = folded.span(stated.start, stated.end)
    following = folded.positions[stated.end] if stated.end < len(folded.positions) else len(text)
    while end < following and unicodedata.category(text[end]) in ("Mn", "Lm"):
        end += 1
    return start, end


class _Reading(NamedTuple):
    """One text, what it is read with, and the days that the patterns find in it; offsets count in the folded text."""

    text: str
    folded: Folded
    forms: DateForms
    page: dt.date | None
    order: Order | None

    def everything(self, window: Window) -> Iterator[Stated]:
        """Whatever states a day in a part of the text, resolved or not, overlaps and all."""
        yield from self._in_words(window)
        yield from self._in_numbers(window)
        for start, end, day in relative_days(self.folded.text, self.forms.pack, self.page, window) if self.page else ():
            yield Stated(start, end, (day,) if day else (), "relative")

    def _in_words(self, window: Window) -> Iterator[Stated]:
        text, forms = self.folded.text, self.forms
        for match in forms.day_first.finditer(text, *window):
            yield self._named(match)
        for match in forms.month_first.finditer(text, *window):
            if match["y"] or self._month_before_day(match):
                yield self._named(match)
        for match in forms.hijri.finditer(text, *window):
            yield self._hijri(match)
        for match in forms.joined_year_first.finditer(text, *window):
            yield self._full(match, int(match["y"]))
        for match in forms.joined_short.finditer(text, *window) if self.order else ():
            yield self._full(match, _century(int(match["y"])))

    def _in_numbers(self, window: Window) -> Iterator[Stated]:
        text, forms = self.folded.text, self.forms
        for match in (*forms.year_first.finditer(text, *window), *BASIC.finditer(text, *window)):
            yield self._year_first(match)
        for match in forms.year_last.finditer(text, *window):
            if self.order or len(match["y"]) == 4:
                yield self._year_last(match)

    def _month_before_day(self, match: re.Match[str]) -> bool:
        """Whether the number after the name of a month can be its day where no year says so."""
        before = self.folded.text[max(0, match.start("m") - 20) : match.start("m")]
        word = before.split()[-1:]
        if before.rstrip(" -/.")[-1:].isdigit() or (word and word[0] in self.forms.words("month_only")):
            return False
        return self.forms.pack.month_first or bool(match["w"])

    def _named(self, match: re.Match[str]) -> Stated:
        """A Gregorian day with the name of its month, with or without its year."""
        if match["y"]:
            return self._full(match, int(match["y"]))
        parts = self._day_and_month(match, self.forms.months)
        stated = Stated(*match.span(), (), "yearless")
        if parts is None or not self._capital(match.start("m")):
            return stated
        found = self._told(match, *parts)
        agrees = found is not None and self._agrees(found, match)
        return stated._replace(days=(found,) if found and agrees else (), parts=parts if not match["q"] else None)

    def _full(self, match: re.Match[str], year: int) -> Stated:
        parts = self._day_and_month(match, self.forms.months)
        era = match.groupdict().get("h")
        day = _day(year, parts[1], parts[0]) if parts and not era else None
        return Stated(*match.span(), (day,) if day else (), "written", whole=True)

    def _hijri(self, match: re.Match[str]) -> Stated:
        """A day with the name of its Hijri month; one without a year is the nearest to the page's date."""
        parts = self._day_and_month(match, self.forms.hijri_months)
        stated = Stated(*match.span(), (), "hijri", whole=bool(match["y"]), hijri=True)
        if parts is None:
            return stated
        if match["y"]:
            found = hijri_day(int(match["y"]), parts[1], parts[0])
        elif " ".join(match["m"].split()) in self.forms.doubtful_months and not match["w"]:
            found = None
        else:
            found = self._nearest_hijri(*parts) if not (match["q"] or match["yq"]) else None
        return stated._replace(days=(found,) if found and self._agrees(found, match) else ())

    def _nearest_hijri(self, day: int, month: int) -> dt.date | None:
        year = hijri_year(self.page) if self.page else None
        if self.page is None or year is None:
            return None
        page = self.page.toordinal()
        found = [one for near in (year - 1, year, year + 1) if (one := hijri_day(near, month, day))]
        return min(found, key=lambda one: abs(one.toordinal() - page), default=None)

    def _year_first(self, match: re.Match[str]) -> Stated:
        year, month, day = (int(match[part]) for part in "ymd")
        stated = Stated(*match.span(), (), "iso", whole=True)
        if match.groupdict().get("h"):
            found = hijri_day(year, month, day)
            days = (found,) if found and self._agrees(found, match) else ()
            return stated._replace(days=days, rule="hijri", hijri=True)
        found = _day(year, month, day)
        return stated._replace(days=(found,) if found else ())

    def _year_last(self, match: re.Match[str]) -> Stated:
        """A day in numbers: every day that it can mean, fewer where the weekday or the known order tells."""
        a, b, year = (int(match[part]) for part in "aby")
        year = year if len(match["y"]) == 4 else _century(year)
        read = hijri_day if match["h"] else _day
        numbers: dict[Order, tuple[int, int]] = {"dmy": (a, b), "mdy": (b, a)}
        able = {order: one for order, (d, m) in numbers.items() if (one := read(year, m, d))}
        agreeing = {order: one for order, one in able.items() if self._agrees(one, match)}
        if match["h"] or (agreeing and len({*able.values()}) > 1):
            able = agreeing
        days = (able[self.order],) if self.order and self.order in able else tuple(sorted({*able.values()}))
        rule = "hijri" if match["h"] else "slashed"
        return Stated(*match.span(), days, rule, whole=True, hijri=bool(match["h"]))

    def _day_and_month(self, match: re.Match[str], names: dict[str, int]) -> tuple[int, int] | None:
        """The day and the month; None where two names of months mean two."""
        groups = match.groupdict()
        month, second = (names[" ".join(name.split())] if name else 0 for name in (groups["m"], groups.get("m2")))
        word = groups.get("dw")
        if word is not None and self.forms.no_day_before.search(
            self.folded.text[max(0, match.start("dw") - 30) : match.start("dw")]
        ):
            return None
        day = int(groups["d"]) if word is None else self.forms.day_words[" ".join(word.split())]
        return None if second and second != month else (day, month)

    def _told(self, match: re.Match[str], day: int, month: int) -> dt.date | None:
        """The day of a month told from the page's date."""
        if self.page is None:
            return None
        page, side = dt.date.fromordinal(self.page.toordinal()), None
        if match["yq"]:
            return _day(page.year + self.forms.years[" ".join(match["yq"].split())], month, day)
        if match["q"]:
            side = self.forms.sides[match["q"]]
        return _on_side(day, month, page, side)

    def _agrees(self, day: dt.date, match: re.Match[str]) -> bool:
        groups = match.groupdict()
        stated = groups.get("w") or groups.get("w2")
        return not stated or self.forms.weekdays[" ".join(stated.split())] == day.isoweekday()

    def _capital(self, start: int) -> bool:
        """Whether what starts here is spelled as a name of a month is: ``5 may appeal`` holds none."""
        return not self.forms.pack.capitals or self.text[self.folded.positions[start]].isupper()


def _on_side(day: int, month: int, page: dt.date, side: Side | None) -> dt.date | None:
    """The day of that name on one side of the page's day, in the page's month, or the nearest."""
    if side is None:
        return nearest(day, month, page)
    if side == "this":
        return _day(page.year, month, day) if month == page.month else None
    years = (page.year, page.year - 1) if side == "past" else (page.year, page.year + 1)
    found = (_day(year, month, day) for year in years)
    return next((one for one in found if one and (one < page if side == "past" else one > page)), None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The day of the Gregorian calendar; None where it has none such, or the year must be of another calendar."""
    if year not in YEARS or not 1 <= month <= 12 or year in HIJRI_YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _century(year: int) -> int:
    """The year that two digits mean."""
    return LATEST - (LATEST - year) % 100
