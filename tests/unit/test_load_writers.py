"""Who wrote a page, and which line is its headline, where phrases do not say it."""

from __future__ import annotations

import pytest

from workbench.languages import pack
from workbench.loaders.making import Made, make
from workbench.loaders.marks import lines, titles, writers
from workbench.loaders.marks.datelines import opening
from workbench.loaders.marks.marking import mark
from workbench.loaders.marks.title_weights import TITLES
from workbench.loaders.pages import html

ONE = "قال العمدة زاهر النقشجي إن أعمال السقاية في واحة أم الغزلان ستبدأ في مطلع الشهر المقبل بعد تنظيف القنوات."
TWO = "وأضاف العمدة أن الأهالي في الواحة سيشاركون في تنظيف القنوات، وأن البلدية ستوزع عليهم معدات السقاية الجديدة."
THREE = "وكانت البلدية قد أعلنت قبل أيام أن القنوات القديمة في أم الغزلان لم تعد تكفي لأعمال السقاية هذا الموسم."
TITLE = "بلدية أم الغزلان تستعد لموسم السقاية"


@pytest.mark.parametrize(
    ("code", "line", "names"),
    [
        ("en", "By Ann Lee and Tom Ray", "Ann Lee; Tom Ray"),
        ("en", "By Ann Lee, Tom Ray and Sue Mott", "Ann Lee; Tom Ray; Sue Mott"),
        ("en", "By ANN LEE and TOM RAY, Staff Writers", "Ann Lee; Tom Ray"),
        ("en", "By Ann Lee, Senior Reporter", "Ann Lee"),
        ("en", "By Ann Lee with agencies", "Ann Lee"),
        ("en", "News Desk", "News Desk"),
        ("ar", "كتب: سعاد الغدراني ونزار الحلبوني", "سعاد الغدراني; نزار الحلبوني"),
        ("ar", "سعاد الغدراني - مراسلة", "سعاد الغدراني"),
        ("ar", "تقرير: منى السقا - تصوير: سامر الخطيب", "منى السقا"),
        ("ar", "كاتب صحفي", ""),
    ],
)
def test_a_byline_names_one_or_several(code: str, line: str, names: str) -> None:
    found = lines.split(line, pack(code))
    found[0].mark("byline", "test")
    assert writers.authors(found, pack(code)) == names


def test_two_names_on_a_line_of_their_own_are_a_byline() -> None:
    text = "The Harbour Post\nCouncil clears canals before the dry season\n12 February 2025\nAnn Lee and Tom Ray\n"
    body = "The council said on Monday that work on the canals would begin early next month, after years of delay.\n"
    _, found = mark(text + body + body.replace("council", "mayor") + body.replace("council", "board"), pack("en"))
    assert found.author == "Ann Lee; Tom Ray"


def page(head: str, byline: str) -> str:
    made = make(
        html.page(
            f"<html lang='ar'><head><title>{TITLE} - سهل الكرم</title>{head}</head><body><h1>{TITLE}</h1>"
            f"<p class='byline'>{byline}</p><article><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article></body></html>",
            "page",
            "page.html",
        ),
        {},
    )
    assert isinstance(made, Made)
    return made.article.author


@pytest.mark.parametrize(
    ("stated", "byline", "author"),
    [
        ("admin", "كتب: رئيف النقشجي", "رئيف النقشجي"),
        ("web.desk", "", ""),
        ("سهل الكرم", "كتب: رئيف النقشجي", "رئيف النقشجي"),
        ("مكتب الشمال", "كتب: رئيف النقشجي", "رئيف النقشجي"),
        ("رئيف النقشجي", "", "رئيف النقشجي"),
        ("رئيف النقشجي", "كتب: رئيف النقشجي", "رئيف النقشجي"),
    ],
)
def test_metadata_name_the_author_where_no_byline_says_otherwise(stated: str, byline: str, author: str) -> None:
    assert page(f"<meta name='author' content='{stated}'>", byline) == author


def test_an_author_that_points_to_another_object_is_named() -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "x", "author": {"@id": "#7"}},'
        ' {"@type": "Person", "@id": "#7", "name": "رئيف النقشجي"}]}'
    )
    assert page(f"<script type='application/ld+json'>{graph}</script>", "") == "رئيف النقشجي"


def test_an_end_mark_is_no_agency_and_a_day_in_digits_stands_beside_one() -> None:
    first = "أم الغزلان - 12 - 5 (سهب) -- " + ONE
    assert opening(first, pack("ar")) == first.index(ONE) - 1
    _, found = mark("\n".join([TITLE, "12 أيار 2023", first, TWO, THREE, "(النهاية) س ك / م ع"]), pack("ar"))
    assert found.agency == "سهب"


def test_the_headline_is_the_line_that_the_text_speaks_of() -> None:
    head = ["صحيفة يومية تصدر في المدينة منذ سنوات طويلة", "سهل الكرم", "سياسة", "مجتمع", TITLE]
    _, found = mark("\n".join([*head, ONE, TWO, THREE]), pack("ar"))
    assert found.title == TITLE


def test_the_weights_of_headlines_can_decide_both_ways() -> None:
    assert min(TITLES.values()) < 0 < TITLES["by_rule"]
    few = lines.split("\n".join([TITLE, ONE]), pack("ar"))
    assert titles.choose(few, few[0], lambda _: True, pack("ar")) is few[0]


def test_a_line_alone_below_the_date_is_a_caption() -> None:
    text = "\n".join([TITLE, "12 شباط 2025", "عمال البلدية خلال تنظيف قناة قديمة", ONE, TWO, THREE])
    blocks, _ = mark(text, pack("ar"))
    assert [block.kind for block in blocks][:3] == ["title", "dateline", "caption"]
