"""Bylines without a word for them, the outlet by what bears it out, and days and agencies beside them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.test_load_lists import AR_HEAD, EN_HEAD, EN_ONE, EN_TITLE, EN_TWO
from tests.unit.test_load_marking import ONE, THREE, TITLE, TWO
from workbench.languages import pack
from workbench.loaders.making import Made, make
from workbench.loaders.marks.datelines import opening
from workbench.loaders.marks.marking import Found, mark
from workbench.loaders.pages import html

EN_TEXTS, AR_TEXTS = (EN_ONE, EN_TWO), (ONE, TWO, THREE)


def said(*lines: str, language: str) -> Found:
    return mark("\n".join(lines), pack(language))[1]


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("ar", "أم الغزلان/ رئيف النقشجي", "رئيف النقشجي"),
        ("ar", "أم الغزلان: نهلة ود الزين", "نهلة ود الزين"),
        ("ar", "واكد بن جدعان - أم الغزلان", "واكد بن جدعان"),
        ("ar", "أم الغزلان - وضاحة الصلتي", "وضاحة الصلتي"),
        ("en", "Millbrook: Orla Fennick", "Orla Fennick"),
        ("en", "Tarn Valley / Perrin Ashgrove", "Perrin Ashgrove"),
        ("en", "Perrin Ashgrove - Millbrook", "Perrin Ashgrove"),
    ],
)
def test_a_name_beside_a_place_of_the_story_is_the_writers(language: str, line: str, author: str) -> None:
    page = {"ar": (*AR_HEAD, line, *AR_TEXTS), "en": (*EN_HEAD, line, *EN_TEXTS)}[language]
    assert said(*page, language=language).author == author


@pytest.mark.parametrize("line", ["Millbrook: Oduya and Vance", "Millbrook - What Comes Next For The Club"])
def test_what_stands_beside_a_place_and_is_no_strangers_name_is_no_byline(line: str) -> None:
    assert said(*EN_HEAD, line, *EN_TEXTS, language="en").author == ""


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("en", "- Neville Ashgrove, Millbrook History Society", "Neville Ashgrove"),
        ("en", "— Orla Fennick", "Orla Fennick"),
        ("en", "J. Fennick", "J. Fennick"),
        ("ar", "– سنان العزيري", "سنان العزيري"),
        ("ar", "ر. النقشجي", "ر. النقشجي"),
        ("ar", "- وضاحة الصلتي", "وضاحة الصلتي"),
    ],
)
def test_who_signs_below_the_text_is_the_writer(language: str, line: str, author: str) -> None:
    page = {"ar": (*AR_HEAD, *AR_TEXTS, line, "طباعة"), "en": (*EN_HEAD, *EN_TEXTS, line, "Print")}[language]
    assert said(*page, language=language).author == author


@pytest.mark.parametrize("rows", [("- Council approves plan", "- Harbour seal returns"), ("- print this page",)])
def test_links_behind_dashes_sign_nothing(rows: tuple[str, ...]) -> None:
    assert said(*EN_HEAD, *EN_TEXTS, *rows, language="en").author == ""


@pytest.mark.parametrize(
    ("language", "line"),
    [("ar", "======= ر.ش."), ("ar", "س.م"), ("en", "*** o.f."), ("en", "O.F."), ("ar", "ر/ش")],
)
def test_initials_below_the_text_are_no_text(language: str, line: str) -> None:
    page = {"ar": (*AR_HEAD, *AR_TEXTS, line, "طباعة"), "en": (*EN_HEAD, *EN_TEXTS, line, "Print")}[language]
    text = "\n".join(page)
    blocks, _ = mark(text, pack(language))
    assert {text[one.start : one.end]: one.kind for one in blocks}[line] in ("byline", "furniture")


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("ar", "(إعداد سنان العزيري للنشرة الصباحية - تحرير نهلة الزين)", "سنان العزيري"),
        ("ar", "(كتبه: سنان العزيري)", "سنان العزيري"),
        ("ar", "[إعداد وتحرير: سنان العزيري]", "سنان العزيري"),
        ("en", "(Reporting by Orla Fennick; Editing by Perrin Ashgrove)", "Orla Fennick"),
        ("en", "(Written by Orla Fennick)", "Orla Fennick"),
    ],
)
def test_credits_in_brackets_name_the_writer_first(language: str, line: str, author: str) -> None:
    page = {"ar": (*AR_HEAD, *AR_TEXTS, line), "en": (*EN_HEAD, *EN_TEXTS, line)}[language]
    assert said(*page, language=language).author == author


def test_a_column_and_its_writer_stand_above_the_headline() -> None:
    lines = ("على ضفة الوادي / عبدالمحسن الشقيراني", TITLE, "12 شباط 2025", *AR_TEXTS)
    found = said(*lines, language="ar")
    assert (found.title, found.author) == (TITLE, "عبدالمحسن الشقيراني")


@pytest.mark.parametrize(
    ("stated", "body", "author"),
    [
        (
            "Tarn Newsroom",
            "<div><img src='o.png'><div>By <a href='/o'>Orla Fennick</a></div><p>May 4 2023</p></div>",
            1,
        ),
        ("Tarn Web Team", "<div class='date'><span>By Orla Fennick</span> <time>May 4, 2023</time></div>", 1),
        ("admin2", "<p><time datetime='2023-05-04'>By Orla Fennick, May 4, 2023</time></p>", 1),
        ("Tarn Post", "<p>By Orla Fennick</p>", 1),
        ("Orla Fennick", "<p>May 4 2023</p>", 1),
    ],
)
def test_the_pages_own_byline_wins_over_accounts_and_newsrooms(stated: str, body: str, author: int) -> None:
    markup = (
        f"<html lang='en'><head><title>{EN_TITLE} - Tarn Post</title><meta name='author' content='{stated}'></head>"
        f"<body><h1>{EN_TITLE}</h1>{body}<article><p>{EN_ONE}</p><p>{EN_TWO}</p><p>{EN_ONE}</p></article></body></html>"
    )
    made = make(html.page(markup, "page", "page.html"), {})
    assert isinstance(made, Made)
    assert made.article.author == "Orla Fennick" * author


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "Updated February 12 2023 - 10:48am, first published February 11 2023 - 4:30pm", dt.date(2023, 2, 11)),
        ("en", "Last updated: 3 May 2023 | Published: 2 May 2023", dt.date(2023, 5, 2)),
        ("en", "Updated 9 March 2022 09:00, published 8 March 2022 17:10", dt.date(2022, 3, 8)),
        ("ar", "آخر تحديث: 13 شباط 2025، نشر في 12 شباط 2025", dt.date(2025, 2, 12)),
        ("ar", "تحديث 3 آذار 2024 - النشر 2 آذار 2024", dt.date(2024, 3, 2)),
    ],
)
def test_of_two_days_on_a_line_the_first_is_that_of_the_page(language: str, line: str, day: dt.date) -> None:
    page = {"ar": (TITLE, line, *AR_TEXTS), "en": (EN_TITLE, line, *EN_TEXTS)}[language]
    assert said(*page, language=language).published == day


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "Ras al Safsaf, Oman (Tidewire) –"),
        ("en", "Lower Tarn, Britain (Northcable) -"),
        ("ar", "رأس الصفصاف، عمان (تيدواير) -"),
        ("ar", "الدهناء، السعودية (سهب) –"),
        ("ar", "المرفأ، لبنان (كبل) --"),
    ],
)
def test_a_name_in_brackets_behind_a_known_country_is_the_agency(language: str, head: str) -> None:
    texts = {"ar": AR_TEXTS, "en": EN_TEXTS}[language]
    first = f"{head} {texts[0]}"
    assert opening(first, pack(language)) == len(head)
    page = {"ar": (TITLE, "12 شباط 2025"), "en": (EN_TITLE, "May 4, 2023")}[language]
    assert said(*page, first, *texts[1:], language=language).agency == head.partition("(")[2].partition(")")[0]


@pytest.mark.parametrize(
    ("language", "head", "foot", "outlet"),
    [
        ("ar", ("جريدة السهب", "يومية مستقلة"), ("جميع الحقوق محفوظة لجريدة السهب 2024",), "جريدة السهب"),
        ("ar", ("السهب نت", "أخبار"), ("© 2024 شبكة السهب الإعلامية",), "السهب نت"),
        (
            "ar",
            ("صوت السهب", "لسان الأهالي"),
            ("من نحن", "اتصل بنا", "صوت السهب - تصدر منذ 1975"),
            "صوت السهب",
        ),
        ("ar", ("صحيفة السهب", "محليات"), ("سياسة الخصوصية",), "صحيفة السهب"),
        ("en", ("The Tarn Lantern", "News"), ("© Lantern Media 2023",), "The Tarn Lantern"),
        ("en", ("TARN LANTERN", "News"), ("© 2023 Tarn Lantern. All rights reserved.",), "Tarn Lantern"),
        ("en", ("Publisher: Tarn Lantern", "Page: 4"), ("End of record",), "Tarn Lantern"),
        ("en", ("On the Land", "News"), ("Terms of use",), ""),
        ("ar", ("أخبار الواحة", "مجتمع"), ("سياسة الخصوصية",), ""),
    ],
)
def test_the_outlet_is_named_by_two_pieces_of_evidence(
    language: str, head: tuple[str, ...], foot: tuple[str, ...], outlet: str
) -> None:
    links = {"ar": ("عرس جماعي في المرفأ", "سعر القمح يرتفع"), "en": ("Brewery to close", "Harbour seal returns")}[
        language
    ]
    page = {"ar": (TITLE, "12 شباط 2025", *AR_TEXTS), "en": (EN_TITLE, "May 4, 2023", *EN_TEXTS)}[language]
    menu = {"ar": ("الرئيسية", "اتصل بنا"), "en": ("Home", "Contact us")}[language]
    box = {"ar": "مواضيع ذات صلة", "en": "Related stories"}[language]
    assert said(*head, *menu, *page, box, *(6 * links), *foot, language=language).outlet == outlet
