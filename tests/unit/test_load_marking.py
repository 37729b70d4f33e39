"""Marking the blocks of a page: what is the article and what only stands beside it."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest

from workbench.languages import pack
from workbench.loaders import load, mark
from workbench.loaders.marks.datelines import opening
from workbench.loaders.records import Hint, Hints

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ONE = (
    "قال العمدة زاهر النقشجي إن أعمال السقاية في واحة أم الغزلان ستبدأ في مطلع الشهر المقبل، وإن البلدية "
    "خصصت لتنظيف القنوات القديمة ما يكفي من المال والعمال."
)
TWO = (
    "وأضاف العمدة أن الأهالي في الواحة سيشاركون في تنظيف القنوات، وأن البلدية ستوزع عليهم معدات السقاية "
    "الجديدة قبل نهاية الشهر."
)
THREE = (
    "وكانت البلدية قد أعلنت قبل أيام أن القنوات القديمة في أم الغزلان لم تعد تكفي لأعمال السقاية، وأن "
    "العمدة طلب من الأهالي الانتظار حتى مطلع الشهر."
)
OTHER_ONE = (
    "فاز فريق المنارة لكرة السلة على ضيفه الشراع بفارق نقطتين في مباراة حضرها جمهور كبير، وسجل اللاعب الشاب "
    "رمية الفوز في الثواني الأخيرة من الوقت الإضافي."
)
OTHER_TWO = (
    "ويتصدر المنارة ترتيب الدوري بعد هذه المباراة، فيما تراجع الشراع إلى المركز الرابع وينتظر مباراتين صعبتين "
    "خارج ملعبه في الأسبوعين المقبلين."
)
TITLE = "بلدية أم الغزلان تستعد لموسم السقاية"


def marks(*lines: str, language: str = "ar", hints: Hints | None = None) -> list[tuple[str, str]]:
    text = "\n\n".join(lines)
    blocks, _ = mark(text, pack(language), hints)
    return [(block.kind, text[block.start : block.end]) for block in blocks]


def kinds(*lines: str, language: str = "ar") -> list[str]:
    return [kind for kind, _ in marks(*lines, language=language)]


def test_title_subtitle_and_body() -> None:
    assert kinds(TITLE, "العمدة: القنوات القديمة لا تكفي", ONE, "معدات جديدة", TWO) == [
        *("title", "subtitle", "body", "body", "body"),
    ]


def test_a_page_without_a_headline_has_no_title() -> None:
    assert kinds(ONE, "معدات جديدة", TWO) == ["body", "body", "body"]


def test_the_title_is_read_once() -> None:
    assert kinds(TITLE, "مشاركة", TITLE, ONE, TITLE) == ["title", "furniture", "furniture", "body", "furniture"]


def test_a_headline_that_is_known_is_found_below_other_short_lines() -> None:
    found = marks("الأخبار المحلية من البلاد كلها", TITLE, ONE, hints=Hints(title=f"{TITLE}!"))
    assert [kind for kind, _ in found] == ["furniture", "title", "body"]


@pytest.mark.parametrize(
    "caption",
    [
        "العمدة زاهر النقشجي في مكتبه (رويترز)",
        "قنوات السقاية القديمة في واحة أم الغزلان (أ.ف.ب - أرشيفية)",
        "قنوات السقاية القديمة [أ ب]",
        "قنوات السقاية القديمة (مكتب البلدية)",
    ],
)
def test_captions_by_the_source_in_brackets(caption: str) -> None:
    assert kinds(TITLE, ONE, caption, TWO) == ["title", "body", "caption", "body"]


def test_captions_that_are_printed_twice() -> None:
    assert kinds(TITLE, ONE, "العمدة في مكتبه صباح أمس", "العمدة في مكتبه صباح أمس", TWO) == [
        *("title", "body", "caption", "caption", "body"),
    ]


def test_an_agency_may_sign_the_last_paragraph() -> None:
    assert kinds(TITLE, ONE, TWO + " (رويترز)") == ["title", "body", "body"]


def test_related_stories_run_to_the_end() -> None:
    page = (TITLE, ONE, TWO, "مقالات ذات صلة", "فوز المنارة في الدوري", OTHER_ONE, "فريق الشراع يتراجع", OTHER_TWO)
    assert kinds(*page) == ["title", "body", "body", *["related"] * 5]


def test_after_related_stories_the_article_resumes() -> None:
    page = (TITLE, ONE, TWO, "اقرأ أيضاً", "فوز المنارة في الدوري", "فريق الشراع يتراجع", THREE)
    assert kinds(*page) == ["title", "body", "body", "related", "related", "related", "body"]


def test_a_related_link_in_one_line_is_that_line_alone() -> None:
    assert kinds(TITLE, ONE, "اقرأ أيضاً: فوز المنارة في الدوري", TWO) == ["title", "body", "related", "body"]


def test_a_second_story_with_its_own_headline_is_related() -> None:
    second = "المنارة يفوز على الشراع بفارق نقطتين"
    page = (TITLE, ONE, TWO, THREE, second, "20", second, OTHER_ONE, OTHER_TWO)
    assert kinds(*page) == ["title", "body", "body", "body", "related", "furniture", "related", "related", "related"]


def test_a_heading_printed_again_within_one_story_does_not_end_it() -> None:
    heading = "ما الذي تغير في القنوات القديمة"
    assert kinds(TITLE, ONE, TWO, heading, "20", heading, THREE).count("body") == 4


def test_comments_close_a_page_and_do_not_swallow_it_from_the_top() -> None:
    assert kinds(TITLE, ONE, TWO, "التعليقات", "سعيد: كلام جميل ولكن متى نرى الماء في الحقول؟") == [
        *("title", "body", "body", "furniture", "furniture"),
    ]
    assert kinds("التعليقات", TITLE, ONE, TWO) == ["furniture", "title", "body", "body"]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("دمشق - 12 شباط/فبراير 2025 (سانا) -", dt.date(2025, 2, 12)),
        ("موسكو/دمشق، 12 فبراير (رويترز):", None),
        ("بيروت -", None),
        ("القاهرة ـ رويترز:", None),
        ("عمّان والقدس – أ ف ب –", None),
    ],
)
def test_a_dateline_is_split_from_the_first_paragraph(head: str, published: dt.date | None) -> None:
    text = f"{TITLE}\n\n{head} {ONE}"
    blocks, found = mark(text, pack("ar"))
    assert [(block.kind, text[block.start : block.end]) for block in blocks][1:] == [("dateline", head), ("body", ONE)]
    assert found.published == published


@pytest.mark.parametrize(
    "text",
    [
        "روسيا: لا تغيير في موعد المعرض، والأجنحة ستفتح أبوابها في الشهر المقبل كما كان مقررا.",
        "العمدة - وهو مهندس - قال إن الأعمال ستبدأ في الشهر المقبل في الواحة كلها.",
        "دمشق التي عرفت المعرض منذ عقود - تستعد له من جديد في الشهر المقبل.",
        "في 12 فبراير 2025 - وكان يوم أربعاء - بدأت الأعمال في واحة أم الغزلان.",
    ],
)
def test_a_speaker_or_an_aside_is_no_dateline(text: str) -> None:
    assert opening(text, pack("ar")) == 0


@pytest.mark.parametrize(
    "line",
    [
        "الأربعاء 12 فبراير 2025م - 13 شعبان 1446هـ",
        "12 شباط (فبراير) 2025 الموافق 13 شعبان 1446",
        "12/13/2025 | 10:15 ص",
        "دمشق-سانا",
    ],
)
def test_lines_that_only_say_when_and_where(line: str) -> None:
    assert kinds(TITLE, line, ONE, TWO) == ["title", "dateline", "body", "body"]


def test_a_date_inside_the_article_heads_a_part_of_it() -> None:
    assert kinds(TITLE, ONE, "12 فبراير 2025", TWO) == ["title", "body", "body", "body"]


def test_a_dateline_below_a_lead() -> None:
    assert kinds(TITLE, ONE, f"دمشق - (سانا): {TWO}") == ["title", "body", "dateline", "body"]
    assert kinds(TITLE, ONE, f"دمشق - {TWO}") == ["title", "body", "body"]


def test_english_datelines_and_bylines() -> None:
    story = "The mayor of the oasis said work on the canals would begin next month, with money from the council."
    found = marks(
        "Oasis gets ready for the watering season",
        "By Orla Fennick",
        f"DAMASCUS, Feb 12 (Reuters) — {story}",
        language="en",
    )
    assert found[1:] == [("byline", "By Orla Fennick"), ("dateline", "DAMASCUS, Feb 12 (Reuters) —"), ("body", story)]


def test_every_block_names_its_rule() -> None:
    text = "\n".join([TITLE, "12 فبراير 2025", "العمدة في مكتبه (رويترز)", ONE, "طباعة"])
    assert [block.rule for block in mark(text, pack("ar"))[0]] == [
        *("headline_at_head", "place_and_date", "credit_in_brackets", "paragraph", "cue_furniture"),
    ]


def test_the_report_says_what_was_marked(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("\n".join([TITLE, "العمدة في مكتبه (رويترز)", ONE, "مقالات ذات صلة", "فوز المنارة", "فوز الشراع"]))
    row = load(page).report.rows[0]
    assert (row.status, row.reason) == ("marked", "1 caption, 3 lines of related stories")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not on this machine")
def test_the_seeds() -> None:
    corpus = load(str(SEEDS))
    by_number = {article.id[:3]: article for article in corpus}
    assert by_number["000"].published == dt.date(2025, 2, 12)
    page = by_number["001"]
    content = [page.slice(block) for block in page.content]
    assert content.count(page.title) == 1
    assert not [line for line in content if line.endswith(")") or "لبنان" in line or "عفرين" in line]
    for number, line in (
        ("001", "TT"),
        ("001", "20"),
        ("002", "news-details"),
        ("002", "التعليقات"),
        ("002", "اضافة تعليق"),
    ):
        article = by_number[number]
        assert {block.kind for block in article.blocks if article.slice(block) == line} == {"furniture"}
    assert all(by_number[number].title == "" for number in ("000", "002", "003", "004"))


def test_the_name_of_a_field_stands_apart_from_what_it_says():
    text = "HD  البلدية تفتح القناة الجديدة\nBY منى السقا\nLP\n" + ONE
    by = text.index("BY")
    label = text.index("LP")
    hints = {
        0: Hint("title", "field_hd", label=2),
        by: Hint("byline", "field_by", label=2),
        label: Hint("furniture", "field_lp", label=2),
    }
    blocks, found = mark(text, pack("ar"), Hints(lines=hints))
    said = [(text[block.start : block.end], block.kind, block.rule) for block in blocks]
    assert said[:4] == [
        ("HD", "furniture", "field_label"),
        ("البلدية تفتح القناة الجديدة", "title", "field_hd"),
        ("BY", "furniture", "field_label"),
        ("منى السقا", "byline", "field_by"),
    ]
    assert said[4] == ("LP", "furniture", "field_label")
    assert said[5][1] == "body"
    assert found.title == "البلدية تفتح القناة الجديدة"


def rules(*lines: str, language: str = "ar") -> dict[str, str]:
    text = "\n".join(lines)
    return {text[block.start : block.end]: block.rule for block in mark(text, pack(language))[0]}


MENU = ("الرئيسية", "سياسة", "اقتصاد", "محليات", "ثقافة وفنون", "رياضة", "كتاب وآراء", "اتصل بنا")


def test_the_headline_stands_above_the_date_whatever_menu_is_above_it() -> None:
    date = "الأربعاء 12 فبراير 2025"
    found = marks(
        *MENU, "عاجل هنا خبر من شريط الأخبار", "الرئيسية › محليات", TITLE, "العمدة: القنوات لا تكفي", date, ONE, TWO
    )
    assert [kind for kind, _ in found][-5:] == ["title", "subtitle", "dateline", "body", "body"]
    assert all(kind == "furniture" for kind, _ in found[:-5])


def test_the_headline_may_stand_below_the_date() -> None:
    assert marks(*MENU, "محليات\tالأربعاء 12 فبراير 2025", TITLE, ONE, TWO)[-3:] == [
        ("title", TITLE),
        ("body", ONE),
        ("body", TWO),
    ]


@pytest.mark.parametrize(
    "closer",
    ["كلمات مفتاحية: سقاية، قنوات", "#سقاية #قنوات", "--------------------", "(سانا) ع س/ م ن", "الوسوم"],
)
def test_what_closes_the_article_closes_it(closer: str) -> None:
    about = "صحيفة محلية مستقلة تأسست قبل عشرين عاما وتعنى بأخبار الواحات وما حولها من القرى."
    found = {text: kind for kind, text in marks(TITLE, ONE, TWO, closer, about, "تابعوا صفحاتنا كل يوم")}
    assert (found[TWO], found[about], found["تابعوا صفحاتنا كل يوم"]) == ("body", "furniture", "furniture")


def test_after_a_rule_the_article_may_go_on() -> None:
    assert kinds(TITLE, ONE, TWO, "----------", THREE, TWO + " " + ONE) == [
        *("title", "body", "body", "furniture", "body", "body"),
    ]


def test_comments_longer_than_the_article_are_no_article() -> None:
    longer = [f"قارئ {number}: {OTHER_ONE} {OTHER_TWO}" for number in range(5)]
    assert kinds(TITLE, ONE, TWO, "التعليقات (5)", *longer) == ["title", "body", "body", *["furniture"] * 6]


def test_readers_words_without_a_heading() -> None:
    words = "كلام جميل ولكن متى نرى الماء؟"
    found = kinds(TITLE, ONE, TWO, "أبو يزن 13 فبراير 2025", words, "قارئة من الساحل 14 فبراير 2025", words + " سؤال.")
    assert found == ["title", "body", "body", *["furniture"] * 4]


def test_an_updated_day_is_not_that_of_publication() -> None:
    text = "\n".join([TITLE, "آخر تحديث: 11 فبراير 2025", "نشر في: 12 فبراير 2025", ONE, TWO])
    assert mark(text, pack("ar"))[1].published == dt.date(2025, 2, 12)
    assert mark("\n".join([TITLE, "آخر تحديث: 11 فبراير 2025", ONE, TWO]), pack("ar"))[1].published is None


def test_digits_in_either_order_are_settled_by_the_words_beside_them() -> None:
    text = "\n".join([TITLE, "تاريخ النشر: 2/12/2023 - السبت 2 كانون الأول", ONE, TWO])
    assert mark(text, pack("ar"))[1].published == dt.date(2023, 12, 2)
    assert mark(text.replace(" - السبت 2 كانون الأول", ""), pack("ar"))[1].published is None


@pytest.mark.parametrize(
    ("line", "language", "author"),
    [
        ("بقلم: منى السقا", "ar", "منى السقا"),
        ("دمشق: منى السقا", "ar", "منى السقا"),
        ("كتب: نزار الحلبوني - طرطوس", "ar", "نزار الحلبوني"),
        ("By ORLA FENNICK", "en", "Orla Fennick"),
        ("Review by Orla Fennick", "en", "Orla Fennick"),
        ("Orla Fennick, Staff writer", "en", "Orla Fennick"),
        ("By the river, again", "en", ""),
    ],
)
def test_the_author_is_read_from_the_byline(line: str, language: str, author: str) -> None:
    date = {"ar": "12 فبراير 2025", "en": "February 12, 2025"}[language]
    story = {"ar": (ONE, TWO), "en": ("The council said the canals would be cleaned before the summer began.",) * 2}
    title = {"ar": TITLE, "en": "Oasis gets ready for the watering season"}[language]
    text = "\n".join([title, line, date, story[language][0], story[language][1] + " It was agreed."])
    assert mark(text, pack(language))[1].author == author


def test_a_signature_of_reporters_names_the_author() -> None:
    story = "The council said the canals would be cleaned before the summer began, and that money was there."
    tail = "(Reporting by Orla Fennick in Damascus; Editing by Sam Pell)"
    blocks, found = mark("\n".join(["Oasis gets ready for the season", story, story + " So it is.", tail]), pack("en"))
    assert (found.author, blocks[-1].kind) == ("Orla Fennick", "byline")


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        ((f"دمشق - 12 شباط/فبراير 2025 (سانا) - {ONE}", TWO), "سانا"),
        ((f"أم الغزلان 12 فبراير 2025 (وكالة الواحة) - {ONE}", TWO), "وكالة الواحة"),
        ((ONE, TWO, "(رويترز)"), "رويترز"),
        (("منى السقا - رويترز", ONE, TWO), "رويترز"),
        ((ONE, "العمدة في مكتبه (رويترز)", TWO), ""),
        ((ONE, TWO), ""),
    ],
)
def test_the_agency_is_read_from_dateline_byline_or_signature(lines: tuple[str, ...], agency: str) -> None:
    assert mark("\n".join([TITLE, *lines]), pack("ar"))[1].agency == agency


def test_the_outlet_is_what_head_and_copyright_both_name() -> None:
    page = ("نوافذ الواحة", *MENU, TITLE, "12 فبراير 2025", ONE, TWO)
    assert mark("\n".join([*page, "© 2025 نوافذ الواحة. جميع الحقوق محفوظة"]), pack("ar"))[1].outlet == "نوافذ الواحة"
    assert mark("\n".join([*page, "© 2025 دار النشر الكبرى"]), pack("ar"))[1].outlet == ""
    assert mark("\n".join(page), pack("ar"))[1].outlet == ""


def test_an_authors_box_closes_the_article() -> None:
    box = ("منى السقا", "صحفية في القسم المحلي منذ سنوات، تكتب عن الواحات والقنوات وعن حياة الناس فيها.")
    found = kinds(TITLE, "بقلم: منى السقا", "12 فبراير 2025", ONE, TWO, *box)
    assert found == ["title", "byline", "dateline", "body", "body", "furniture", "furniture"]


def test_a_credit_on_its_own_line_makes_the_line_above_a_caption() -> None:
    caption = "A caption that is a whole sentence and reads as if it were a part of the story itself."
    story = "The council said the canals would be cleaned before the summer began, and that money was there."
    text = f"{TITLE}\n\n{story}\n\n{caption}\nOrla Fennick/Oasis Post\n\n{story} It was agreed."
    found = [(block.kind, text[block.start : block.end]) for block in mark(text, pack("en"))[0]]
    assert found[2:4] == [("caption", caption), ("caption", "Orla Fennick/Oasis Post")]


def test_pull_quotes_are_furniture() -> None:
    said = f"{TWO} وقال: «القنوات القديمة لا تكفي أحدا»."
    assert kinds(TITLE, ONE, "«القنوات القديمة لا تكفي أحدا»", said, THREE) == [
        "title",
        "body",
        "furniture",
        "body",
        "body",
    ]


def test_live_entries_go_on_after_a_related_link() -> None:
    entries = [f"• 1{hour}:20 قالت البلدية إن القنوات رقم {hour} نظفت." for hour in range(5)]
    page = (TITLE, "12 فبراير 2025", *entries[:3], "قد يهمك", "فوز المنارة في الدوري على الشراع", *entries[3:])
    assert kinds(*page)[2:] == ["body", "body", "body", "related", "related", "body", "body"]


def test_a_head_of_fields_says_what_its_lines_are() -> None:
    text = f"العنوان: {TITLE}\nالكاتب: منى السقا\nالتاريخ: 12 فبراير 2025\nرقم المقال: 77\n\n{ONE}\n\n{TWO}"
    blocks, found = mark(text, pack("ar"))
    assert (found.title, found.author, found.published) == (TITLE, "منى السقا", dt.date(2025, 2, 12))
    assert [text[block.start : block.end] for block in blocks if block.kind == "body"] == [ONE, TWO]


def test_a_colon_in_the_first_lines_is_no_head_of_fields() -> None:
    assert kinds("العمدة: القنوات القديمة لا تكفي", ONE, TWO) == ["title", "body", "body"]


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_at_a_width_are_one_paragraph(width: int) -> None:
    paragraphs = [ONE, TWO, THREE, f"{ONE} {TWO}"]
    text = "\n\n".join([TITLE, *(wrapped(one, width) for one in paragraphs)])
    blocks = mark(text, pack("ar"))[0]
    assert [" ".join(text[block.start : block.end].split()) for block in blocks] == [TITLE, *paragraphs]
    assert [block.kind for block in blocks] == ["title", *["body"] * 4]


def test_short_lines_below_each_other_are_not_joined() -> None:
    links = [
        "فوز المنارة في الدوري على الشراع بفارق نقطتين",
        "فريق الشراع يتراجع إلى المركز الرابع هذا العام",
        "مباراة صعبة تنتظر المنارة خارج ملعبها",
    ]
    assert [text for _, text in marks(TITLE, ONE, TWO)][:1] == [TITLE]
    text = "\n".join([TITLE, ONE, TWO, "مقالات ذات صلة", *links, *links])
    shown = [text[block.start : block.end] for block in mark(text, pack("ar"))[0]]
    assert shown[-6:] == [*links, *links]
