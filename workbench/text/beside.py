"""Dates beside each other: which of two that overlap counts, and what a Hijri date tells of the Gregorian beside it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.dateforms import DateForms, date_forms, either

__all__ = ["Stated", "settled"]

SIGHTED = 2
"""How many days a Hijri date that follows the sighted moon may be off the calendar of Umm al-Qura."""


class Stated(NamedTuple):
    """What a span of the folded text may mean: one day, several between which it doesn't tell, or none."""

    start: int
    end: int
    days: tuple[dt.date, ...]
    rule: str
    whole: bool = False
    hijri: bool = False
    parts: tuple[int, int] | None = None

    @property
    def rank(self) -> int:
        """0 where it states its year, 1 where it lacks one, 2 where it is relative."""
        return 2 if self.rule == "relative" else 1 - self.whole


def settled(stated: Iterable[Stated], folded: str, forms: DateForms) -> list[Stated]:
    """What states exactly one day, in order, without overlaps and without a second calendar.

    Parameters
    ----------
    stated: what the patterns found; a span without a day still keeps others from being read out of it.
    folded: the text that the spans count in.
    """
    kept: list[Stated] = []
    for one in sorted(stated, key=lambda one: (one.rank, one.start, -one.end)):
        place = bisect_left(kept, one.start, key=lambda other: other.start)
        if (place == 0 or kept[place - 1].end <= one.start) and (place == len(kept) or one.end <= kept[place].start):
            kept.insert(place, one)
    dropped: set[int] = set()
    for place, (first, second) in enumerate(pairwise(kept)):
        between = folded[first.end : second.start]
        if first.hijri != second.hijri and _beside(forms.pack).fullmatch(between):
            hijri = place if first.hijri else place + 1
            other = 2 * place + 1 - hijri
            kept[other] = _told(kept[other], kept[hijri])
            if len(kept[other].days) == 1:
                dropped.add(hijri)
        elif first.rank == 2 and second.rank < 2 and second.days and not between.strip(" ،,"):
            dropped.add(place)
    return [one for place, one in enumerate(kept) if place not in dropped and len(one.days) == 1]


@cache
def _beside(pack: LanguagePack) -> re.Pattern[str]:
    forms = date_forms(pack)
    marks = r"[\s,،:()\[\]/|–-]{0,4}"
    return re.compile(rf"{marks}(?:{either(forms.words('corresponding'))}{marks})?(?:{either(forms.weekdays)}{marks})?")


def _told(stated: Stated, hijri: Stated) -> Stated:
    """A Gregorian date with what the Hijri one beside it tells: its year, or which number is the day."""
    options: set[dt.date] = set(stated.days)
    if stated.parts:
        day, month = stated.parts
        for year in {one.year + step for one in hijri.days for step in (-1, 0, 1)}:
            with suppress(ValueError):
                options.add(dt.date(year, month, day))
    near = [day for day in options if any(abs((day - one).days) <= SIGHTED for one in hijri.days)]
    return stated._replace(days=(near[0],)) if len(near) == 1 else stated
