"""When an article was published, from what a table or a page states: a date, a datetime, or nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from numbers import Real

from workbench.languages.pack import LanguagePack, packs
from workbench.text.dates import FoundDate, Order, dates

__all__ = ["days", "numeric_order", "read_published"]

ONLY_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-?\d{2}-?\d{2}[T ]\s*\d")
ZONE = re.compile(r"\s*(?:(Z|UTC|GMT)|([+-]\d{2}:?\d{2}))$")
NUMBER = re.compile(r"(\d{8,14})(?:\.0+)?")
TWO_NUMBERS = re.compile(r"\s*(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?!\d)(?![-/.]\d)")
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))
"""Marks of direction and the like, which spreadsheets put around dates."""
YEAR = re.compile(r"\d{4}")
SINCE_1970 = {10: 1, 13: 1000}
"""Digits of a count from 1970 on to how many of it make a second."""
YEARS = range(1990, 2101)
"""The years in which a number is a date; any other number is none."""


def read_published(value: object, pack: LanguagePack, *, order: Order | None = None) -> dt.date | dt.datetime | None:
    """The date or datetime that a value states, None where it states none or could mean two.

    A date stays a date and a time zone stays as written. Understood: date objects, ISO 8601 (``20250212`` too),
    RFC 2822, seconds and milliseconds since 1970 (a datetime in UTC), and the written dates of ``text/dates.py``
    with the names of months of any language pack. ``03/02/2025`` and ``12-Feb-25`` mean two days and are none, unless
    the order of such values is known.

    Parameters
    ----------
    order: ``dmy`` or ``mdy``, such as `numeric_order` finds it in the other values of a column.

    >>> from workbench.languages import pack
    >>> read_published("الأربعاء 12 شباط 2025", pack("ar"))
    datetime.date(2025, 2, 12)
    >>> read_published("03/02/2025", pack("ar"), order="dmy")
    datetime.date(2025, 2, 3)
    """
    if isinstance(value, dt.datetime):
        plain = getattr(value, "to_pydatetime", None)  # a pandas Timestamp counts nanoseconds, and warns of them
        moment = plain(warn=False) if plain else value
        return moment if isinstance(moment, dt.datetime) else None
    if isinstance(value, dt.date):
        return value
    if isinstance(value, Real) and not isinstance(value, bool):
        return _number(str(value))
    if not isinstance(value, str):
        return None
    text = value.translate(UNSEEN).strip()
    return _number(text) or _iso(text) or _mail(text) or _written(text[:200], pack, order)


def numeric_order(values: Iterable[object]) -> Order | None:
    """The order of day and month that the numeric dates of a column share; None where none proves one, or two differ.

    A value proves the order where only one reads as a day: ``25/02/2025`` the day first, ``02/25/2025`` the month.

    >>> numeric_order(["03/02/2025", "25/02/2025", ""]), numeric_order(["25/02/2025", "02/25/2025"])
    ('dmy', None)
    """
    proved: set[Order] = set()
    for value in values:
        match = TWO_NUMBERS.match(value.translate(UNSEEN)) if isinstance(value, str) else None
        if match:
            proved.update(_orders(int(match[1]), int(match[3]), match[4]))
        if len(proved) > 1:
            return None
    return next(iter(proved), None)


def _orders(first: int, second: int, year: str) -> tuple[Order, ...]:
    """The only order in which two numbers and a year are a day; none where both are, or neither."""
    several = len(year) == 2 and first > 12 and int(year) <= 31  # 13/02/25 may also begin with its year
    days: dict[Order, tuple[int, int]] = {"dmy": (first, second), "mdy": (second, first)}
    years = 2000 if len(year) == 2 else int(year)  # a leap year, as a short year may be
    able = tuple(order for order, (day, month) in days.items() if _is_day(years, month, day))
    return able if len(able) == 1 and not several else ()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(dt.date(year, month, day))
    except ValueError:
        return False


def _number(text: str) -> dt.date | dt.datetime | None:
    """The day of ``20250212``, the moment of ``20250212140500`` or of a count since 1970."""
    match = NUMBER.fullmatch(text)
    if match is None:
        return None
    digits = match[1]
    try:
        if len(digits) in SINCE_1970:
            since = dt.timedelta(seconds=int(digits) / SINCE_1970[len(digits)])
            found: dt.date = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + since
        elif len(digits) == 14:
            found = dt.datetime.strptime(digits, "%Y%m%d%H%M%S")
        else:
            found = dt.date.fromisoformat(digits) if len(digits) == 8 else dt.date.min
    except (ValueError, OverflowError):
        return None
    return found if found.year in YEARS else None


def _iso(text: str) -> dt.date | dt.datetime | None:
    try:
        if ONLY_DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
        zoned = ZONE.sub(lambda zone: "+00:00" if zone[1] else zone[2], text)
        return dt.datetime.fromisoformat(zoned) if MOMENT.match(text) else None
    except ValueError:
        return None


def _mail(text: str) -> dt.datetime | None:
    if not re.search(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None


def _written(text: str, pack: LanguagePack, order: Order | None) -> dt.date | None:
    """The day that a text states, in whatever languages; None where it states two."""
    stated = {found.date for one in {pack, *packs()} for found in dates(text, one, order=order)}
    return stated.pop() if len(stated) == 1 else None


def days(text: str, pack: LanguagePack, *, page: dt.date | None = None) -> list[FoundDate]:
    """The dates that a short text states in words of the language, or where it states none so, of another.

    Parameters
    ----------
    page: the page's own date, from which days without a year and relative days are told, if it is known.

    >>> from workbench.languages import pack
    >>> [found.date for found in days("القاهرة، Feb 12, 2025", pack("ar"))]
    [datetime.date(2025, 2, 12)]
    """
    if page is None and not YEAR.search(text):
        return []
    for one in (pack, *(other for other in packs() if other != pack)):
        found = dates(text, one, page=page)
        if found:
            return found
    return []
