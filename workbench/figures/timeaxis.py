"""The ticks of a time axis, with the month names of a language pack: the same on paper and on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workbench.languages import LanguagePack

__all__ = ["day", "month_names", "ticks"]

MOST = 6
HOURS = (1, 2, 3, 6, 12)
DAYS = (1, 2, 3, 7, 14)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def month_names(pack: LanguagePack) -> dict[int, str]:
    """The names of the twelve months, short where the language has a short form."""
    names: dict[str, dict[int, str]] = {"gregorian": {}, "abbrev": {}}
    for row in pack.rows("months"):
        if row["calendar"] in names:
            names[row["calendar"]].setdefault(int(row["month"]), row["name"])
    return {number: names["abbrev"].get(number, name) for number, name in names["gregorian"].items()}


def day(moment: dt.datetime, pack: LanguagePack) -> str:
    """A day with its year, as the language writes it.

    >>> from workbench.languages import pack
    >>> day(dt.datetime(2025, 2, 12), pack("ar"))
    '12 فبراير 2025'
    """
    return f"{moment.day} {month_names(pack)[moment.month]} {moment.year}"


def ticks(first: dt.datetime, last: dt.datetime, pack: LanguagePack) -> list[tuple[dt.datetime, str]]:
    """At most seven moments from ``first`` to ``last``, each with its label; the year stands where it begins."""
    names = month_names(pack)
    moments, unit = _moments(first, last)
    labelled: list[tuple[dt.datetime, str]] = []
    before: dt.datetime | None = None
    for moment in moments:
        new_year = before is None or before.year != moment.year
        new_day = before is None or before.date() != moment.date()
        if unit == "month":
            lines = [names[moment.month]]
        else:
            lines = [f"{moment.day} {names[moment.month]}"] if new_day else []
            lines = [f"{moment:%H:%M}", *lines] if unit == "hour" else lines
        labelled.append((moment, "\n".join([*lines, str(moment.year)] if new_year else lines)))
        before = moment
    return labelled


def _moments(first: dt.datetime, last: dt.datetime) -> tuple[list[dt.datetime], str]:
    span = last - first
    for hours in HOURS:
        if span <= dt.timedelta(hours=hours) * MOST:
            return list(_stepped(first, last, dt.timedelta(hours=hours))), "hour"
    for days in DAYS:
        if span <= dt.timedelta(days=days) * MOST:
            return list(_stepped(first, last, dt.timedelta(days=days))), "day"
    months = next((step for step in MONTHS if span.days <= step * 30.4 * MOST), MONTHS[-1])
    return list(_months(first, last, months)), "month"


def _stepped(first: dt.datetime, last: dt.datetime, step: dt.timedelta) -> Iterator[dt.datetime]:
    """Moments from the first midnight on, a step apart, that lie between the two."""
    moment = first.replace(hour=0, minute=0, second=0, microsecond=0)
    while moment <= last:
        if moment >= first:
            yield moment
        if last - moment < step:  # one step more may lie behind the last day of the calendar
            return
        moment += step


def _months(first: dt.datetime, last: dt.datetime, step: int) -> Iterator[dt.datetime]:
    year = first.year - first.year % max(1, step // 12)
    number = max(12, year * 12)
    while number // 12 <= last.year:
        moment = dt.datetime(number // 12, number % 12 + 1, 1)
        if first <= moment <= last:
            yield moment
        number += step
