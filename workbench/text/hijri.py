"""Days of the Hijri calendar as days of the Gregorian one, by the calendar of Umm al-Qura."""

from __future__ import annotations

import datetime as dt

__all__ = ["HIJRI_YEARS", "hijri_day", "hijri_year"]

HIJRI_YEARS = range(1343, 1501)
"""The Hijri years that the calendar of Umm al-Qura is known for; none of them is a Gregorian year of the press."""


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Hijri one; None where the calendar has no such day.

    Parameters
    ----------
    year, month, day: as the calendar counts them, from 1; years of `HIJRI_YEARS`.

    >>> hijri_day(1446, 8, 12)
    datetime.date(2025, 2, 11)
    >>> hijri_day(1446, 8, 31) is None
    True
    """
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(found.year, found.month, found.day)


def hijri_year(day: dt.date) -> int | None:
    """The Hijri year in which a Gregorian day falls; None where the calendar isn't known for it.

    >>> hijri_year(dt.date(2025, 2, 11))
    1446
    """
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
