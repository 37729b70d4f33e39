"""Dates in text and in tables: each form, what is none, and the spans, whatever the text."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.eval import dates as gold
from workbench.languages import pack, packs
from workbench.loaders.published import days, numeric_order, read_published
from workbench.text.dateforms import date_forms
from workbench.text.dates import dates
from workbench.text.hijri import hijri_day
from workbench.text.relative import nearest

AR, EN = pack("ar"), pack("en")
PAGE = dt.date(2025, 2, 13)
DIGEST = "5b12629b2157bd57"


def found(text: str, language=AR, **known) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.date.isoformat(), one.rule) for one in dates(text, language, **known)]


def test_the_gold_is_what_the_figures_were_measured_on() -> None:
    assert hashlib.sha256((gold.GOLD / "forms.tsv").read_bytes()).hexdigest()[:16] == DIGEST


@pytest.mark.parametrize("part", ["tune", "held"])
def test_every_date_of_the_gold_is_read_and_nothing_else(part: str) -> None:
    for name, score in gold.measure(part, errors=part == "tune").items():
        assert score.gold > 20, name
        assert (score.precision, score.recall) == (1.0, 1.0), name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 فبراير 2025", AR),
        ("١٢ شباط/فبراير ٢٠٢٥", AR),
        ("12 شباط (فبراير) 2025", AR),
        ("12 شباط «فبراير» 2025", AR),
        ("12 فبراير شباط 2025", AR),
        ("12 (فبراير) شباط 2025", AR),
        ("12-فبراير-2025", AR),
        ("12/شباط/2025", AR),
        ("12فبراير2025", AR),
        ("12 من شهر شباط من عام 2025", AR),
        ("12 شباط من سنة2025", AR),
        ("الثاني عشر من شهر شباط/فبراير لعام 2025", AR),
        ("الأربعاء الثاني عشر من فبراير 2025", AR),
        ("2025-02-12", AR),
        ("February 12, 2025", EN),
        ("12th February 2025", EN),
        ("12FEB2025", EN),
        ("12 Feb. 2025", EN),
        ("Wed Feb 12 10:00:00 +0000 2025", EN),
    ],
)
def test_a_written_date_in_many_forms(text: str, language) -> None:
    rule = "iso" if text.startswith("2025") else "written"
    assert found(f"موسكو - {text} : قال", language) == [(text, "2025-02-12", rule)]


@pytest.mark.parametrize(
    "text",
    [
        "03/02/2025",
        "12 فبراير",
        "31 فبراير 2025",
        "2025",
        "12 فبراير 1446",
        "12 فبراير 1446 هـ",
        "15 رمضان 2025",
        "25/8/1446",
        "كانون الثاني/يناير 2025",
        "تشرين الأول (أكتوبر) 2024",
        "الأسبوع الأول من فبراير 2025",
        "والنصف الثاني من آذار 2025",
        "للأسبوع الثاني من مارس 2024",
        "الاجتماع الثاني فبراير 2025",
        "24-25 ديسمبر 2024",
        "12 شباط/مارس 2025",
        "https://example.org/2025/02/12/story",
        "1/2/3/2025",
        "العاشر من جمادى الأولى سنة 36 هجرية 2025",
        "12/02/25",
        "12-Feb-25",
        "أمس 2025",
    ],
)
def test_no_date_is_guessed(text: str) -> None:
    assert [one for language in packs() for one in dates(text, language)] == []


def test_unambiguous_slashes_are_a_date() -> None:
    assert found("25/02/2025") == [("25/02/2025", "2025-02-25", "slashed")]
    assert found("30 - 8 - 2006") == [("30 - 8 - 2006", "2006-08-30", "slashed")]


def test_a_weekday_proves_the_order_of_numbers_and_a_known_order_does() -> None:
    assert found("الأربعاء 12/02/2025") == [("الأربعاء 12/02/2025", "2025-02-12", "slashed")]
    assert found("الجمعة 12/02/2025") == []
    assert found("12/02/2025", order="mdy") == [("12/02/2025", "2025-12-02", "slashed")]
    assert found("الأربعاء 12/02/2025", order="mdy")[0][1] == "2025-02-12"
    assert found("02/25/2025", order="dmy")[0][1] == "2025-02-25"
    assert found("12/02/25", order="dmy")[0][1] == "2025-02-12"
    assert found("31/12/99", order="dmy")[0][1] == "1999-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 شعبان 1446 هـ", ("12 شعبان 1446 هـ", "2025-02-11", "hijri")),
        ("1446/8/12هـ", ("1446/8/12هـ", "2025-02-11", "hijri")),
        ("25/8/1446هـ", ("25/8/1446هـ", "2025-02-24", "hijri")),
        ("الثلاثاء 12/8/1446هـ", ("الثلاثاء 12/8/1446هـ", "2025-02-11", "hijri")),
        ("12 شعبان 1446هـ الموافق 11 فبراير", ("11 فبراير", "2025-02-11", "yearless")),
        ("12 شعبان (11 فبراير 2025)", ("11 فبراير 2025", "2025-02-11", "written")),
        ("11/2/2025 الموافق 12 شعبان 1446", ("11/2/2025", "2025-02-11", "slashed")),
        ("06:30-13 فبراير 2025 م ـ 14 شَعبان 1446 هـ", ("13 فبراير 2025 م", "2025-02-13", "written")),
    ],
)
def test_a_hijri_date_is_converted_unless_a_gregorian_one_stands_beside_it(text: str, expected) -> None:
    assert found(text) == [expected]


def test_two_dates_that_are_not_beside_each_other_both_count() -> None:
    assert [day for _, day, _ in found("12 شعبان 1446 هـ ثم بعد أشهر طويلة 11 فبراير 2026")] == [
        "2025-02-11",
        "2026-02-11",
    ]


def test_the_hijri_calendar_ends() -> None:
    assert hijri_day(1446, 8, 31) is None
    assert hijri_day(1600, 1, 1) is None
    assert found("12 رمضان", page=dt.date(1850, 1, 1)) == []


@pytest.mark.parametrize(
    ("text", "page", "day"),
    [
        ("31 ديسمبر", dt.date(2025, 1, 2), "2024-12-31"),
        ("2 يناير", dt.datetime(2024, 12, 30, 23, 0), "2025-01-02"),
        ("الأربعاء 12 شباط", PAGE, "2025-02-12"),
        ("الخميس 12 شباط", PAGE, None),
        ("29 فبراير", PAGE, None),
        ("29 فبراير", dt.date(2024, 3, 1), "2024-02-29"),
        ("12 فبراير الماضي", dt.date(2025, 1, 20), "2024-02-12"),
        ("12 فبراير الماضي", dt.date(2025, 2, 12), "2024-02-12"),
        ("13 فبراير المقبل", PAGE, "2026-02-13"),
        ("15 فبراير الجاري", PAGE, "2025-02-15"),
        ("15 يناير الجاري", PAGE, None),
        ("12 فبراير من العام المقبل", PAGE, "2026-02-12"),
        ("الأول من آذار", PAGE, "2025-03-01"),
        ("قتل في شباط 12 شخصا", PAGE, None),
        ("1 رمضان", PAGE, "2025-03-01"),
        ("3 صفر", PAGE, None),
        ("الجمعة 3 صفر", dt.date(2025, 8, 1), None),
        ("الاثنين 3 صفر", dt.date(2025, 8, 1), "2025-07-28"),
        ("21 من رمضان سنة 40 للهجرة", PAGE, None),
        ("25 ذي الحجة 634 هـ", PAGE, None),
    ],
)
def test_a_day_without_a_year_is_told_from_the_page(text: str, page: dt.date, day: str | None) -> None:
    assert [one for _, one, _ in found(text, page=page)] == ([day] if day else [])
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Feb 12", "2025-02-12"),
        ("in March 12 people left", None),
        ("March 12 rally", "2025-03-12"),
        ("5 may appeal", None),
        ("12 Feb 19", None),
        ("12 Feb '25", None),
        ("14:05 Feb 12 ", None),
        ("Feb 12 1405 GMT", None),
        ("Feb. 12.5%", None),
        ("12 February next year", "2026-02-12"),
        ("last Thursday", "2025-02-06"),
        ("Today, Thursday", "2025-02-13"),
        ("today (Friday)", None),
        ("2 weeks ago", None),
        ("24 hours ago", "2025-02-12"),
        ("an hour ago", None),
        ("USA Today", None),
    ],
)
def test_english_days_told_from_the_page(text: str, day: str | None) -> None:
    assert [one for _, one, _ in found(text, EN, page=PAGE)] == ([day] if day else [])
    assert found(text, EN) == []


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("وأمس الأربعاء قال", "أمس الأربعاء", "2025-02-12"),
        ("غداً الجمعة", "غداً الجمعة", "2025-02-14"),
        ("مساء الأول من أمس", "الأول من أمس", "2025-02-11"),
        ("اليوم (الخميس)", "اليوم (الخميس)", "2025-02-13"),
        ("اليوم، الخميس 13 شباط", "الخميس 13 شباط", "2025-02-13"),
        ("الأحد المقبل 16 فبراير", "الأحد المقبل 16 فبراير", "2025-02-16"),
        ("منذ ثمانية أيام", "منذ ثمانية أيام", "2025-02-05"),
        ("قبل 15 يوماً", "قبل 15 يوماً", "2025-01-29"),
        ("قبل يوم واحد", "قبل يوم واحد", "2025-02-12"),
        ("قبل يوم الأربعاء", "", ""),
        ("قبل يومين من الاقتراع", "", ""),
        ("منذ أكثر من 3 أيام", "", ""),
        ("في نفس اليوم", "", ""),
        ("في اليوم التالي", "", ""),
        ("المصري اليوم", "", ""),
        ("الأربعاء قبل الماضي", "", ""),
        ("أمس السبت", "", ""),
    ],
)
def test_relative_days_are_told_from_the_page(text: str, span: str, day: str) -> None:
    assert [(words, one) for words, one, _ in found(text, page=PAGE)] == ([(span, day)] if span else [])
    assert found(text) == []


def test_hours_count_from_a_moment() -> None:
    assert found("منذ 3 ساعات", page=dt.datetime(2025, 2, 13, 1)) == [("منذ 3 ساعات", "2025-02-12", "relative")]
    assert found("منذ 3 ساعات", page=dt.datetime(2025, 2, 13, 14)) == [("منذ 3 ساعات", "2025-02-13", "relative")]
    assert found("منذ 3 ساعات", page=PAGE) == []


@pytest.mark.parametrize("page", [dt.date.min, dt.date.max, dt.datetime.max])
def test_the_calendar_ends(page: dt.date) -> None:
    for text in ("أمس وغدا وبعد غد", "الأربعاء الماضي والأربعاء المقبل", "قبل 300 يوما", "31 ديسمبر", "12 رمضان"):
        for one in dates(text, AR, page=page):
            assert abs(one.date.toordinal() - page.toordinal()) <= 366
    assert nearest(29, 2, page) is None


def test_a_month_that_two_days_are_as_near_to_is_none() -> None:
    assert nearest(13, 8, dt.date(2024, 2, 12)) is None  # 183 days to either


def test_far_dates_in_a_long_text_are_found_where_they_stand() -> None:
    text = "كلمة " * 500 + "12 شباط 2025" + " كلمة" * 500 + " 25/02/2025"
    assert [span for span, _, _ in found(text)] == ["12 شباط 2025", "25/02/2025"]


def test_the_months_are_those_of_the_calendars() -> None:
    for language in packs():
        forms = date_forms(language)
        for names in (forms.months, forms.hijri_months):
            assert set(names.values()) == set(range(1, 13))
        assert set(forms.weekdays.values()) == set(range(1, 8))
        assert set(forms.day_words.values()) == set(range(1, 32))


WORDS = """
12 31 03/02/2025 25/02/2025 2025-02-12 20250212T140500Z 1446 هـ شعبان صفر رمضان فبراير شباط/ (فبراير) تشرين الأول
الثاني عشر من العام الماضي المقبل أمس اليوم غداً الأربعاء الخميس، الموافق قبل منذ يومين ساعات 3 ١٢ ٢٠٢٥ م و ـ - – / ( )
: . Feb. February 12th 2025 Wed, Wednesday yesterday last ago two days Sha'ban AH
"""
PIECES = [*WORDS.split(), "\n", "\u200f", "\x00", "ß", "İ", "تشرين الأول", "قبل يومين"]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=25).map(" ".join) | st.text()
pages = st.none() | st.dates() | st.datetimes()
orders = st.sampled_from([None, "dmy", "mdy"])


@given(text=texts, page=pages, order=orders)
def test_spans_lie_in_the_text_apart_and_the_same_each_time(text: str, page, order) -> None:
    for language in packs():
        one = dates(text, language, page=page, order=order)
        assert one == dates(text, language, page=page, order=order)
        ends = 0
        for stated in one:
            assert ends <= stated.start < stated.end <= len(text)
            assert text[stated.start : stated.end] == text[stated.start : stated.end].strip()
            assert type(stated.date) is dt.date
            ends = stated.end
        if page is None:
            assert all(stated.rule != "relative" for stated in one)


@given(text=texts, order=orders)
def test_any_value_is_read_or_is_none(text: str, order) -> None:
    assert read_published(text, AR, order=order) == read_published(text, AR, order=order)
    assert numeric_order([text]) in (None, "dmy", "mdy")


@given(st.dates(min_value=dt.date(1583, 1, 1)))
def test_every_day_written_out_is_read(day: dt.date) -> None:
    names = {number: name for name, number in reversed(date_forms(AR).months.items())}
    text = f"{day.day} {names[day.month]} {day.year:04}"
    wanted = [] if 1343 <= day.year <= 1500 else [day]
    assert [one.date for one in dates(text, AR)] == wanted
    assert [one.date for one in dates(f"نشر في {day.year:04}/{day.month}/{day.day} صباحا", AR)] == wanted


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2025-02-12", dt.date(2025, 2, 12)),
        ("2025-02-12T10:00:00+02:00", dt.datetime.fromisoformat("2025-02-12T10:00:00+02:00")),
        ("Wed, 12 Feb 2025 10:00:00 GMT", dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        ("12 شباط/فبراير 2025", dt.date(2025, 2, 12)),
        ("03/02/2025", None),
        ("أمس", None),
        ("2025-02-30", None),
        ("03-Feb-25", None),
        ("12-Feb-25", None),
        ("12-Feb-2025", dt.date(2025, 2, 12)),
        ("12-شباط-2025", dt.date(2025, 2, 12)),
        ("Feb 12, 2025", dt.date(2025, 2, 12)),
        ("Wednesday, 12 February 2025 10:00", dt.date(2025, 2, 12)),
        ("12 فبراير 2025 / February 13, 2025", None),
        ("2025-02-12 10:00:00 UTC", dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        ("2025-02-12 10:00:00 +0300", dt.datetime.fromisoformat("2025-02-12T10:00:00+03:00")),
        ("20250212T100000Z", dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        ("20250212", dt.date(2025, 2, 12)),
        (20250212, dt.date(2025, 2, 12)),
        (20250212.0, dt.date(2025, 2, 12)),
        (20251402, None),
        ("12022025", None),
        ("20250212100000", dt.datetime(2025, 2, 12, 10)),
        (1739354400, dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        ("1739354400.0", dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        (1739354400000, dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        (9999999999, None),
        (45700, None),
        (True, None),
    ],
)
def test_a_date_is_stated_or_is_none(stated: object, date: dt.date | None) -> None:
    assert read_published(stated, AR) == date


@pytest.mark.parametrize(
    ("stated", "order", "date"),
    [
        ("03/02/2025", "dmy", dt.date(2025, 2, 3)),
        ("03/02/2025 14:05", "mdy", dt.date(2025, 3, 2)),
        ("12-Feb-25", "dmy", dt.date(2025, 2, 12)),
        ("\u200f25\u200f/\u200f02\u200f/2025", None, dt.date(2025, 2, 25)),
        ("12 شعبان 1446 هـ", None, dt.date(2025, 2, 11)),
        ("February 12, 2025 Wednesday", None, dt.date(2025, 2, 12)),
        ("الأربعاء 12/02/2025", None, dt.date(2025, 2, 12)),
    ],
)
def test_a_value_whose_order_is_known(stated: str, order, date: dt.date) -> None:
    assert read_published(stated, AR, order=order) == date


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/02/2025", "25/02/2025", ""], "dmy"),
        (["03/02/2025", "02/25/2025 10:00"], "mdy"),
        (["25/02/2025", "02/25/2025"], None),
        (["03/02/2025", "05/05/2025"], None),
        (["31/02/2025"], None),
        (["2025/25/02", 20250225, None, "25 فبراير 2025"], None),
        (["\u200f٢٥/٠٢/٢٠٢٥"], "dmy"),
        (["13/02/25"], None),
        (["13/02/99"], "dmy"),
        (["02/13/25"], "mdy"),
        (["29/02/24"], None),
        ([], None),
    ],
)
def test_a_column_proves_its_order_or_does_not(values: list[object], order: str | None) -> None:
    assert numeric_order(values) == order


def test_days_of_another_language_are_read_where_the_own_has_none() -> None:
    assert [one.date for one in days("القاهرة، Feb 12, 2025", AR)] == [dt.date(2025, 2, 12)]
    assert days("القاهرة، أمس", AR) == []
    assert [one.date for one in days("القاهرة، أمس", AR, page=PAGE)] == [dt.date(2025, 2, 12)]
