"""Days that are told from the page's own date: ``أمس``, ``الأربعاء الماضي``, ``قبل يومين``, ``3 hours ago``."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, cached_property

from workbench.languages.pack import LanguagePack
from workbench.text.dateforms import DateForms, Window, date_forms, either

__all__ = ["nearest", "relative_days"]

Told = tuple[int, int, dt.date | None]
"""Start and end in the folded text, and the day; None for words that only look like one."""
HALF_A_YEAR = 183


def relative_days(folded: str, pack: LanguagePack, page: dt.date, window: Window | None = None) -> list[Told]:
    """The days that a folded text tells from the page's date, by where they stand.

    Parameters
    ----------
    folded: the text as the pack folds it.
    page: the page's own date, or its moment: hours and minutes need one.
    window: the part of the text to look at; all of it where none is given.

    >>> from workbench.languages import pack
    >>> relative_days(pack("ar").fold("عاد أمس"), pack("ar"), dt.date(2025, 2, 13))
    [(4, 7, datetime.date(2025, 2, 12))]
    """
    words = _words(pack)
    found: list[Told] = []
    for pattern, read in ((words.named, _named), (words.counted, _counted), (words.weekdays, _weekday)):
        for match in pattern.finditer(folded, *(window or ())):
            try:
                told = read(match, words, page)
            except (OverflowError, ValueError):  # the calendar ends
                continue
            if told:
                found.append(told)
    return found


def nearest(day: int, month: int, page: dt.date) -> dt.date | None:
    """The day of that name that is nearest to the page's; None where two are as near, or none within half a year.

    >>> nearest(31, 12, dt.date(2025, 1, 2))
    datetime.date(2024, 12, 31)
    """
    apart: dict[int, list[dt.date]] = {}
    for year in (page.year - 1, page.year, page.year + 1):
        try:
            one = dt.date(year, month, day)
        except ValueError:
            continue
        apart.setdefault(abs((one - _day(page)).days), []).append(one)
    if not apart or min(apart) > HALF_A_YEAR or len(apart[min(apart)]) > 1:
        return None
    return apart[min(apart)][0]


def _day(page: dt.date) -> dt.date:
    return page.date() if isinstance(page, dt.datetime) else page


class _Words:
    """The patterns of one pack."""

    def __init__(self, forms: DateForms) -> None:
        self.forms = forms
        self.days = {word: int(value) for word, value in forms.relative("day").items()}
        self.numbers = {word: int(value) for word, value in forms.relative("number").items()}
        self.units = {
            kind: {word: int(value or 0) for word, value in forms.relative(kind).items()}
            for kind in ("days", "hours", "minutes")
        }
        self.side = forms.sides

    @cached_property
    def joined(self) -> str:
        """What may be written together with the word after it."""
        return f"(?<!\\w){either(self.forms.pack.clitics('conjunction'))}?"

    @cached_property
    def named(self) -> re.Pattern[str]:
        forms = self.forms
        name = rf"(?P<name>{either(forms.relative('name'))})(?!\w)"
        first = rf"(?:(?P<first>{either(forms.relative('not_first'))})\s+)?"
        weekday = rf"(?:[\s,،]{{0,2}}\s?\(?(?<!\w)(?P<w>{either(forms.weekdays)})(?!\w)\)?)?"
        then = rf"(?P<then>\s+{either(forms.relative('not_then'))}(?!\w))?"
        day = rf"(?P<day>{either(self.days)})(?!\w)"
        return re.compile(rf"(?<!\w){name}|(?<!\w){first}{self.joined}{day}{weekday}{then}")

    @cached_property
    def counted(self) -> re.Pattern[str]:
        forms = self.forms
        units = either(word for units in self.units.values() for word in units)
        number = rf"\d{{1,3}}|{either(self.numbers)}"
        not_event = rf"(?!\s+{either(forms.relative('from_event'))}(?!\w))"
        first, last = either(forms.relative("before")), either(forms.relative("after"))
        before = rf"{first}\s+(?:(?P<n>{number})\s+)?(?P<unit>{units})(?!\w){not_event}"
        after = rf"(?P<n2>{number})\s+(?P<unit2>{units})\s+{last}(?!\w)"
        return re.compile(rf"{self.joined}(?P<all>{before}|{after})")

    @cached_property
    def weekdays(self) -> re.Pattern[str]:
        weekday = either(self.forms.weekdays)
        first = rf"{either(self.forms.relative('past_first'))}\s+(?P<w>{weekday})(?!\w)"
        side = rf"(?P<w2>{weekday})\s+(?P<side>{either(self.side)})(?!\w)"
        return re.compile(rf"{self.joined}(?P<all>{first}|{side})")


@cache
def _words(pack: LanguagePack) -> _Words:
    return _Words(date_forms(pack))


def _named(match: re.Match[str], words: _Words, page: dt.date) -> Told | None:
    """``أمس``, ``اليوم الأربعاء``, ``the day before yesterday``; a weekday beside it must agree."""
    if match["name"]:
        return None
    day = _day(page) + dt.timedelta(days=words.days[" ".join(match["day"].split())])
    weekday = words.forms.weekdays.get(" ".join((match["w"] or "").split()))
    wrong = match["first"] or match["then"] or (weekday and weekday != day.isoweekday())
    return match.start("day"), match.end(), None if wrong else day


def _counted(match: re.Match[str], words: _Words, page: dt.date) -> Told | None:
    """``قبل يومين``, ``منذ 3 ساعات``, ``two days ago``."""
    unit, number = match["unit"] or match["unit2"], match["n"] or match["n2"]
    unit = " ".join(unit.split())
    kind = next(kind for kind, units in words.units.items() if unit in units)
    count = words.units[kind][unit] if number is None else _count(number, words)
    return (*match.span("all"), _before(page, dt.timedelta(**{kind: count}))) if count else None


def _count(number: str, words: _Words) -> int:
    return int(number) if number.isdigit() else words.numbers[" ".join(number.split())]


def _before(page: dt.date, time: dt.timedelta) -> dt.date | None:
    """The day so much before the page; None where its moment is not known and would decide."""
    if isinstance(page, dt.datetime):
        return (page - time).date()
    first, last = (dt.datetime.combine(page, at) - time for at in (dt.time.min, dt.time.max))
    return first.date() if first.date() == last.date() else None


def _weekday(match: re.Match[str], words: _Words, page: dt.date) -> Told | None:
    """``الأربعاء الماضي``, ``الجمعة المقبل``, ``last Wednesday``: the one before or after the page's day."""
    weekday = words.forms.weekdays[" ".join((match["w"] or match["w2"]).split())]
    side = words.side[" ".join(match["side"].split())] if match["side"] else "past"
    day = _day(page)
    if side == "past":
        return *match.span("all"), day - dt.timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)
    if side == "coming":
        return *match.span("all"), day + dt.timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)
    return None
