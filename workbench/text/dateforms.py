"""What written dates look like in a language: patterns over folded text, made of the words of its pack.

The groups of a pattern are named after what they hold: ``d`` a day in digits and ``dw`` in words, ``m`` and ``m2`` the
names of the month, ``y`` the year, ``yq`` words for a year (of last year), ``q`` what side of the page's date is meant
(past, coming), ``w`` and ``w2`` the weekday before and after, ``h`` the mark of the Hijri era.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Literal

from workbench.languages.pack import LanguagePack

__all__ = ["DateForms", "Side", "Window", "date_forms", "either"]

Side = Literal["past", "coming", "this"]
Window = tuple[int, int]
"""A stretch of a folded text in which a date may stand."""
REACH = 80
"""How many characters a date reaches to either side of the word or number that it is found by."""
WORD = re.compile(r"[^\W\d_]+")
NUMBERS = re.compile(r"\d\s?[-/.]\s?\d|\d{8}t")
NEVER = r"(?!)"
GAP = r"[\s,،:/–-]{1,3}"
DAY = r"(?<!\d)(?:(?<![\d٫][-–/.,:])|(?<=\d:\d\d[-–]))(?P<d>\d{1,2})"
END = r"(?![^\W\d_])"
CLOCK = r"\d\d?:\d\d(?::\d\d)?(?:\s+(?:[+-]\d{4}|[a-z]{3,4}))?"
NO_YEAR = r"(?![-–/.,:٫]?\d)(?!\s*%)(?!\s+'?\d\d(?![\d:.]))"


def either(words: Iterable[str]) -> str:
    """A pattern for one of several folded phrases, the longest first; for none it matches nothing."""
    spaced = sorted({r"\s+".join(map(re.escape, word.split())) for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(spaced)})" if spaced else NEVER


class DateForms:
    """The words of a pack that dates are written with, folded, and the patterns made of them."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack

    def _table(self, file: str, kind: str) -> dict[str, str]:
        fold = self.pack.fold
        return {fold(row["word"]): row["value"] for row in self.pack.rows(file) if row["kind"] == kind}

    def words(self, kind: str) -> dict[str, str]:
        """The words of one kind of ``date_words.tsv`` and their values."""
        return self._table("date_words", kind)

    def relative(self, kind: str) -> dict[str, str]:
        """The words of one kind of ``relative_days.tsv`` and their values."""
        return self._table("relative_days", kind)

    @cached_property
    def months(self) -> dict[str, int]:
        """Names of Gregorian months to their numbers."""
        return {self.key(row["name"]): int(row["month"]) for row in self.pack.rows("months")}

    @cached_property
    def hijri_months(self) -> dict[str, int]:
        """Names of Hijri months to their numbers."""
        return {self.key(row["name"]): int(row["month"]) for row in self.pack.rows("hijri_months")}

    @cached_property
    def doubtful_months(self) -> frozenset[str]:
        """Names of Hijri months that are everyday words."""
        return frozenset(self.key(row["name"]) for row in self.pack.rows("hijri_months") if row["ambiguous"])

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Names of weekdays to their numbers, 1 for Monday."""
        more = {word: int(value) for word, value in self.words("weekday").items()}
        return {self.key(row["name"]): int(row["day"]) for row in self.pack.rows("weekdays")} | more

    @cached_property
    def day_words(self) -> dict[str, int]:
        """Days of the month in words to their numbers."""
        return {word: int(value) for word, value in self.words("day").items()}

    @cached_property
    def years(self) -> dict[str, int]:
        """Words for a year to how many years it is from the page's."""
        return {word: int(value) for word, value in self.relative("year").items()}

    @cached_property
    def sides(self) -> dict[str, Side]:
        """Words after a day to the side of the page's date that they mean."""
        kinds: tuple[Side, ...] = ("past", "coming", "this")
        return {word: kind for kind in kinds for word in self.relative(kind)}

    def key(self, text: str) -> str:
        """The text folded, with single spaces: as the words of this class are spelled."""
        return " ".join(self.pack.fold(text).split())

    @cached_property
    def weekday_before(self) -> str:
        """A weekday that stands before a date, and what may stand between them."""
        past = rf"(?:(?<!\w){either(self.relative('past_first'))}\s+)?"
        side = rf"(?:\s+{either(self.sides)})?"
        between = rf"(?:{either(self.words('corresponding'))}\s*)*"
        return rf"(?:{past}(?<!\w)(?P<w>{either(self.weekdays)})(?!\w)\.?{side}{GAP}{between})?"

    @cached_property
    def weekday_after(self) -> str:
        """A weekday that stands after a date which none stands before."""
        return rf"(?(w)|(?:[\s,،]{{1,2}}\(?(?P<w2>{either(self.weekdays)})(?!\w)\)?)?)"

    @cached_property
    def eras(self) -> str:
        """The mark of an era, where one follows."""
        hijri, gregorian = either(self.words("hijri_era")), either(self.words("gregorian_era"))
        return rf"(?:\s*(?:(?P<h>{hijri})|{gregorian})(?!\w))?"

    @cached_property
    def no_day_before(self) -> re.Pattern[str]:
        """What before a day in words makes it something else: a noun with its article (the second week of March)."""
        joined = rf"{either(self.pack.clitics('conjunction'))}?{either(self.pack.clitics('preposition'))}?"
        article = (
            rf"(?:{joined}{either(self.pack.clitics('article'))}|{either(self.pack.clitics('preposition_article'))})"
        )
        names = {name.split()[0] for name in (*self.months, *self.hijri_months) if " " in name}
        return re.compile(
            rf"(?:(?!{either([*self.relative('day'), *self.weekdays])}\s){article}\w+|{either(names)})\s+$"
        )

    def _day_and_joint(self) -> str:
        """A day, in digits or words, and what stands between it and its month."""
        endings = rf"(?:{either(self.words('day_ending'))}(?!\w))?"
        link = rf"{either(self.words('link'))}\s+"
        words = rf"(?<!\w)(?P<dw>{either(self.day_words)})\s+(?:{link})+"
        return rf"(?:{DAY}{endings}(?:\s*[-–/.]\s*|\s*)(?:{link})*|{words})"

    def _month(self, names: Iterable[str]) -> str:
        one = either(names)
        second = rf"(?:\s*(?:(?P<o2>[(«])|[-–/])?\s*(?P<m2>{one}){END}(?(o2)\s*[)»]))?"
        return rf"(?P<o>\()?(?P<m>{one}){END}(?(o)\)){second}"

    def _year(self) -> str:
        link = rf"(?:{either(self.words('link'))}\s*)"
        short = rf"(?!\s*[,،]?\s*\d+\s*{either(self.words('hijri_era'))}(?!\w))(?!\s+{link}+\d)"  # of the year 36
        year = rf"\.?\s*[,،/–.-]?\s*{link}*(?P<y>\d{{4}})(?!\d){self.eras}{self.weekday_after}"
        told = rf"\s+{link}*(?P<yq>{either(self.years)})(?!\w)|\s+(?P<q>{either(self.sides)})(?!\w)"
        return rf"(?:{year}|(?:{told}|){NO_YEAR}{short})"

    def _day_first(self, names: Iterable[str]) -> re.Pattern[str]:
        return re.compile(f"{self.weekday_before}{self._day_and_joint()}{self._month(names)}{self._year()}")

    @cached_property
    def day_first(self) -> re.Pattern[str]:
        """``12 شباط/فبراير 2025``, ``الثاني عشر من فبراير``, ``Wed, 12 Feb 2025``, ``12-Feb-2025``."""
        return self._day_first(self.months)

    @cached_property
    def hijri(self) -> re.Pattern[str]:
        """``12 شعبان 1446 هـ``."""
        return self._day_first(self.hijri_months)

    @cached_property
    def month_first(self) -> re.Pattern[str]:
        """``Wednesday, Feb. 12th, 2025``, ``Wed Feb 12 10:00:00 +0000 2025``."""
        endings = rf"(?:{either(self.words('day_ending'))}(?!\w))?"
        month = rf"(?<!\w){self._month(self.months)}"
        day = rf"(?P<d>\d{{1,2}}){endings}(?!\d)"
        return re.compile(rf"{self.weekday_before}{month}\.?\s*{day}(?:\s+{CLOCK}(?=\s+\d{{4}}))?{self._year()}")

    @cached_property
    def joined_year_first(self) -> re.Pattern[str]:
        """``2025-Feb-12``."""
        return re.compile(rf"(?<![\w-])(?P<y>\d{{4}})[-/](?P<m>{either(self.months)})[-/](?P<d>\d{{1,2}})(?![\w-])")

    @cached_property
    def joined_short(self) -> re.Pattern[str]:
        """``12-Feb-25``, a date only for who knows the order."""
        return re.compile(rf"{DAY}[-/ ](?P<m>{either(self.months)})[-/ ](?P<y>\d{{2}})(?![\w-])")

    @cached_property
    def year_first(self) -> re.Pattern[str]:
        """``2025-02-12``, ``2025/2/12``, ``1446/8/12هـ``."""
        day = r"(?<![\d/])(?<!\d[-.])(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)(?![-/.]\d)"
        return re.compile(f"{self.weekday_before}{day}{self.eras}")

    @cached_property
    def year_last(self) -> re.Pattern[str]:
        """``25/02/2025``, ``12.02.2025``, ``25 - 2 - 2025``: the first two numbers may stand in either order."""
        numbers = r"(?<![\d/])(?<!\d[-.])(?P<a>\d{1,2})(?P<s>\s?[-/.]\s?)(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?!\d)"
        return re.compile(f"{self.weekday_before}{numbers}(?![-/.]\\d){self.eras}{self.weekday_after}")

    @cached_property
    def written_anchors(self) -> frozenset[str]:
        """The first words of the names of months: no date in words stands without one."""
        return frozenset(WORD.findall(name)[0] for name in (*self.months, *self.hijri_months))

    @cached_property
    def relative_anchors(self) -> frozenset[str]:
        """Words of which every relative day has one, alone and with a conjunction written before them."""
        kinds = ("day", "before", "after", "past_first", "past", "coming")
        words = {WORD.findall(word)[0] for kind in kinds for word in self.relative(kind)}
        return frozenset(first + word for first in ("", *self.pack.clitics("conjunction")) for word in words)

    def windows(self, folded: str, *, relative: bool) -> list[Window]:
        """Where dates may stand in a folded text; whole words, without overlaps.

        Parameters
        ----------
        relative: whether relative days are dates.
        """
        anchors = self.written_anchors | self.relative_anchors if relative else self.written_anchors
        found = [match.span() for match in WORD.finditer(folded) if match[0] in anchors]
        found.extend(match.span() for match in NUMBERS.finditer(folded))
        return list(_widened(sorted(found), folded))


def _widened(anchors: Iterable[Window], folded: str) -> Iterator[Window]:
    """Stretches around anchors, those that touch made one."""
    first = last = -1
    for start, end in anchors:
        wide = max(0, start - REACH), min(len(folded), end + REACH)
        if first >= 0 and wide[0] > last:
            yield _whole_words(first, last, folded)
            first = -1
        first, last = wide[0] if first < 0 else first, max(last, wide[1])
    if first >= 0:
        yield _whole_words(first, last, folded)


def _whole_words(start: int, end: int, folded: str) -> Window:
    """The stretch without the parts of words at its ends, unless a word is all there is."""
    while 0 < start < end and folded[start - 1].isalnum():
        start += 1
    while start < end < len(folded) and folded[end].isalnum():
        end -= 1
    return start, end


@cache
def date_forms(pack: LanguagePack) -> DateForms:
    """The forms of a pack, made once."""
    return DateForms(pack)
