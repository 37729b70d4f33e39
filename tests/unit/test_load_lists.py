"""The article's own short lines, links among links, and what else tells lines of unknown sites apart."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from tests.unit.test_load_marking import ONE, THREE, TITLE, TWO
from workbench.languages import pack
from workbench.loaders import mark
from workbench.loaders.marks import lists
from workbench.loaders.marks.lines import split

EN_TITLE = "Millbrook survive late scare to reach county final"
EN_ONE = "Millbrook held on against Tarn Valley on Friday night as Sam Oduya and Priya Vance scored in the first half."
EN_TWO = "Coach Della Marsh said Oduya had trained alone for a month and that Vance would start the final next week."
EN_HEAD = ("Home", "Contact us", "Privacy policy", "Subscribe", EN_TITLE, "May 4, 2023")
EN_TAIL = ("Most read", "Council approves plan for a second bridge", "© 2023 Tarn Post. All rights reserved.")
AR_HEAD = ("الرئيسية", "اتصل بنا", "من نحن", "سياسة الخصوصية", TITLE, "12 شباط 2025")
AR_TAIL = ("الأكثر قراءة", "فوز المنارة في الدوري على الشراع", "جميع الحقوق محفوظة")


def found(*lines: str, language: str = "en") -> dict[str, str]:
    text = "\n".join(lines)
    return {text[block.start : block.end]: block.kind for block in mark(text, pack(language))[0]}


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "en",
            ("Millbrook 10 3 0 7 - 20", "Tarn Valley 0 7 6 3 - 16", "M: Oduya 12 run (Vance kick)", "M: Vance 31 kick"),
        ),
        (
            "en",
            ("Scorers", "Millbrook: Oduya 14, Vance 38", "Tarn Valley: Hurst 77", "Attendance: 412 at Millbrook Park"),
        ),
        ("en", ("Oduya 6 4 21", "Vance 8 8 0", "Marsh 2 1 5")),
        ("ar", ("السقاية: 14 قناة", "التنظيف: 9 قنوات", "المعدات: 22 مضخة في الواحة")),
        ("ar", ("القنوات في أرقام", "أم الغزلان 12 30 7", "القنوات القديمة 4 11 2", "البلدية 9 2 1")),
    ],
)
def test_a_list_of_the_story_below_its_last_paragraph_stays(language: str, rows: tuple[str, ...]) -> None:
    page = {"en": (*EN_HEAD, EN_ONE, EN_TWO, *rows, *EN_TAIL), "ar": (*AR_HEAD, ONE, TWO, THREE, *rows, *AR_TAIL)}
    kinds = found(*page[language], language=language)
    assert {kinds[row] for row in rows} == {"body"}


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", ("Tomorrow 12 19", "Sunday 9 14", "Monday 11 20")),
        ("en", ("Dollar: 48.20", "Euro: 52.11", "Sterling: 61.70")),
        ("en", ("Politics: budget vote delayed", "Weather: frost again", "Travel: ferries back")),
        ("ar", ("الدولار: 48.20", "اليورو: 52.11", "الذهب: 3100")),
        ("ar", ("الفجر 4 51", "الظهر 12 38", "المغرب 7 44")),
    ],
)
def test_a_list_about_other_things_is_no_list_of_the_story(language: str, rows: tuple[str, ...]) -> None:
    page = {"en": (*EN_HEAD, EN_ONE, EN_TWO, *rows, *EN_TAIL), "ar": (*AR_HEAD, ONE, TWO, THREE, *rows, *AR_TAIL)}
    kinds = found(*page[language], language=language)
    assert "body" not in {kinds[row] for row in rows}


POINTS = ("أولا: تنظيف القنوات القديمة قبل مطلع الشهر المقبل.", "ثانيا: دفع أجور العمال في مواعيدها من دون نقص.")


@pytest.mark.parametrize(
    "signers",
    [
        ("لجنة أهالي أم الغزلان",),
        ("المكتب التنفيذي", "لجنة أهالي أم الغزلان"),
        ("عاشت القنوات.", "لجنة أهالي أم الغزلان"),
        ("باسم الأهالي", "المكتب التنفيذي", "لجنة أهالي أم الغزلان"),
        ("القنوات للجميع!", "الموقعون", "لجنة أهالي أم الغزلان"),
    ],
)
def test_who_signs_a_statement_belongs_to_it(signers: tuple[str, ...]) -> None:
    said = f"قالت لجنة أهالي أم الغزلان في بيان أمس إن {ONE}"
    kinds = found(*AR_HEAD, said, TWO, *POINTS, *signers, *AR_TAIL, language="ar")
    assert {kinds[line] for line in signers} == {"body"}


def test_what_no_statement_is_above_of_is_not_signed() -> None:
    said = f"قالت لجنة أهالي أم الغزلان في بيان أمس إن {ONE}"
    kinds = found(*AR_HEAD, said, TWO, THREE, "لجنة أهالي أم الغزلان", *AR_TAIL, language="ar")
    assert kinds["لجنة أهالي أم الغزلان"] != "body"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقالت شركة المضخات في رد مقتضب إنها لم تتسلم أي طلب من أحد حتى الآن."),
        ("ar", "من جهته، رفض صاحب الشركة التعليق على ما جاء في كلام المشاركين في الاجتماع."),
        ("ar", "وفي المقابل، لم يحضر أحد من الشركة التي باعت المضخات إلى ذلك الاجتماع."),
        ("ar", "وأضافت الموظفة: «لم يسألنا أحد عن المضخات، ولم نسمع بها إلا من الصحف»."),
        ("en", "However, the firm that sold the pumps sent nobody to the meeting on that evening."),
        ("en", "Meanwhile, nobody from the firm that sold the pumps came to the meeting that evening."),
    ],
)
def test_a_paragraph_that_goes_on_ends_a_small_box_of_links(language: str, text: str) -> None:
    page = {"ar": (*AR_HEAD, ONE, TWO, THREE, "مواضيع ذات صلة", "فوز المنارة في الدوري على الشراع"), "en": ()}
    page["en"] = (*EN_HEAD, EN_ONE, EN_TWO, "Related", "Council approves plan for a second bridge")
    tail = {"ar": AR_TAIL, "en": EN_TAIL}[language]
    kinds = found(*page[language], text, *tail, language=language)
    assert kinds[text] == "body"
    assert kinds[page[language][-1]] == "related"


@pytest.mark.parametrize(
    ("language", "text", "goes"),
    [
        ("ar", "وأكد المدير أن العمل مستمر", True),
        ("ar", "وزير المياه يزور الواحة", False),
        ("ar", "إلى ذلك، توقفت المضخات", True),
        ("ar", "قالت", False),
        ("en", "In addition, the pumps were late", True),
        ("en", "Butter prices fell again", False),
    ],
)
def test_openings_that_go_on_with_a_story(language: str, text: str, goes: object) -> None:
    assert lists.continues(split(text, pack(language))[0]) is goes


@pytest.mark.parametrize(
    "link",
    [
        "What did the neighbour see that night?",
        "Is your street on the list?",
        "Police: swan on ring road 'calm'",
        "Five ways to cook leeks!",
        "Who pays for the new pier?",
    ],
)
def test_a_headline_among_links_is_a_link(link: str) -> None:
    others = ("Brewery to close after ninety years", "Harbour seal moves into the marina")
    kinds = found(*EN_HEAD, EN_ONE, EN_TWO, "Trending now", others[0], link, others[1], *EN_TAIL)
    assert kinds[link] in ("furniture", "related")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأحد 4 آذار 2012 - العدد 1187 - الصفحة 6 - محليات", (2012, 3, 4)),
        ("العدد 302 | الاثنين 9 نيسان 2018 | الصفحة 1", (2018, 4, 9)),
        ("3 حزيران 2006 - السنة 12 - العدد 4410 - صفحة 9 - شؤون الناس", (2006, 6, 3)),
        ("Tuesday, March 6, 2012 | Issue 88 | Page 3A", (2012, 3, 6)),
        ("June 9, 2004 - Volume 14 - Number 6 - Page 2", (2004, 6, 9)),
    ],
)
def test_the_day_beside_issue_and_page_is_the_days(line: str, day: tuple[int, int, int]) -> None:
    arabic = (line[-1].isalpha() and line[-1] >= "\u0620") or "العدد" in line
    text = "\n".join([line, TITLE, ONE, TWO, THREE] if arabic else [line, EN_TITLE, EN_ONE, EN_TWO])
    assert mark(text, pack("ar" if arabic else "en"))[1].published == dt.date(*day)


def test_a_wrapped_line_goes_on_in_one_that_holds_a_number_of_four_digits() -> None:
    long = " ".join(["The council met at 3:12", *["and spoke of canals"] * 3])
    story = f"{long} until a clerk opened door 0212, which nobody had used since the old mill was sold to a bank."
    text = "\n\n".join([EN_TITLE, *(textwrap.fill(one, 60) for one in (EN_ONE, EN_TWO, story, EN_ONE, EN_TWO))])
    shown = [" ".join(text[block.start : block.end].split()) for block in mark(text, pack("en"))[0]]
    assert story in shown


@pytest.mark.parametrize(
    ("credit", "kind"),
    [
        ("RUTH OMARI, Herald", "caption"),
        ("J. T. MARLOW, Tarn Post", "caption"),
        ("NADIA O'SHEA, Staff Photographer", "caption"),
        ("TOM-LEE BRANT, For the Herald", "caption"),
        ("RUTH ANN OMARI, Tarn Post file", "caption"),
    ],
)
def test_a_name_in_capitals_below_the_first_sentence_is_its_credit(credit: str, kind: str) -> None:
    shown = "Millbrook goalkeeper Lena Crane lifts the ball clear of two Tarn Valley players on Friday night."
    kinds = found(*EN_HEAD, shown, credit, EN_ONE, EN_TWO)
    assert (kinds[shown], kinds[credit]) == (kind, kind)


@pytest.mark.parametrize(
    "line",
    [
        "Reach Ann Lee at alee@tarnpost.example.",
        "Contact Ann Lee on ann.lee@tarnpost.example.",
        "You can write to Ann Lee: alee@tarnpost.example.",
        "Email Ann Lee at alee@tarnpost.example.",
        "Ann Lee covers sport and is at alee@tarnpost.example.",
    ],
)
def test_how_the_author_is_reached_is_no_body(line: str) -> None:
    assert found(*EN_HEAD[:5], "By Ann Lee", EN_HEAD[5], EN_ONE, EN_TWO, line, *EN_TAIL)[line] != "body"


def test_an_address_in_a_sentence_of_the_story_stays() -> None:
    line = "Donations for the family may be sent to help@oduya.example."
    assert found(*EN_HEAD[:5], "By Ann Lee", EN_HEAD[5], EN_ONE, line, EN_TWO, *EN_TAIL)[line] == "body"


def test_a_line_below_a_paragraph_that_opens_with_a_dateline_is_no_caption() -> None:
    line = "The Millbrook bus broke down at 6:40"
    kinds = found(
        "Home", "Contact us", "Subscribe", EN_TITLE, "May 4, 2023", f"LONDON, May 4 (Reuters) - {EN_ONE}", line, EN_TWO
    )
    assert kinds[line] == "body"


def test_the_outlets_name_behind_the_writers_is_no_name() -> None:
    head = ("Tarn Post", *EN_HEAD[:5], "BY RUTH OMARI TARN SPORTS EDITOR", EN_HEAD[5])
    _, said = mark("\n".join([*head, EN_ONE, EN_TWO, "© 2023 Tarn Post. All rights reserved."]), pack("en"))
    assert said.author == "Ruth Omari"
