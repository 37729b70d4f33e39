"""Where an article goes on below a box, statements in full, and what a site puts between: in wordings of many kinds."""

from __future__ import annotations

import pytest

from tests.unit.test_load_lists import AR_HEAD, AR_TAIL, EN_HEAD, EN_ONE, EN_TAIL, EN_TWO, found
from tests.unit.test_load_marking import ONE, THREE, TWO

LINKS = {
    "ar": ("فوز المنارة في الدوري على الشراع", "معرض الكتاب يفتح أبوابه في المرفأ"),
    "en": ("Council approves plan for a second bridge", "Harbour seal moves into the marina"),
}
BOX = {"ar": "مواضيع ذات صلة", "en": "Related stories"}
HEAD, TAIL = {"ar": AR_HEAD, "en": EN_HEAD}, {"ar": AR_TAIL, "en": EN_TAIL}
LEAD = {"ar": ONE, "en": EN_ONE}


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [
        (
            "en",
            ("When did you start?", "In spring, with one pump.", "Who helped?", "My brother did."),
            ("And now?", "Now I rest.", "Would you do it again?", "Tomorrow, if they let me."),
        ),
        (
            "en",
            ("* Was it cold?", "- Very cold indeed.", "* Were you alone?", "- The dog came too."),
            (
                "* They say you sang.",
                "- Only when the wind dropped.",
                "* What did you sing?",
                "- Nothing fit to print.",
            ),
        ),
        (
            "en",
            ("18:20 The gates are shut.", "17:05 Water reaches the lower road.", "16:00 Rain begins."),
            ("15:10 A first warning is given.", "14:00 The river is calm."),
        ),
        (
            "ar",
            ("متى بدأتم؟", "في الربيع، بمضخة واحدة.", "ومن ساعدكم؟", "أخي وحده."),
            ("والآن؟", "الآن نستريح.", "هل تعيدونها؟", "غدا لو سمحوا لنا."),
        ),
        (
            "ar",
            ("- هل خفتم من الريح؟", "= قليلا، ثم اعتدنا.", "- ومن بقي معكم؟", "= الكلب فقط."),
            ("- يقال إنكم غنيتم.", "= حين هدأت الريح.", "- وماذا غنيتم؟", "= أغنية قديمة."),
        ),
        (
            "ar",
            ("18:20 إغلاق بوابات القناة.", "17:05 الماء يبلغ الطريق السفلي.", "16:00 بدء المطر."),
            ("15:10 أول تحذير للأهالي.", "14:00 النهر هادئ."),
        ),
    ],
)
def test_an_article_of_one_form_goes_on_below_a_box(
    language: str, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    page = (*HEAD[language], LEAD[language], *above, BOX[language], *LINKS[language], *below, *TAIL[language])
    kinds = found(*page, language=language)
    assert {kinds[line] for line in (*above, *below)} == {"body"}
    assert {kinds[line] for line in LINKS[language]} <= {"related", "furniture"}


@pytest.mark.parametrize(
    "below", [("Who pays for the pier?",), ("Is it safe to swim?", "A new report says no."), ("18 bridges to see",)]
)
def test_a_question_among_links_is_no_question_of_an_interview(below: tuple[str, ...]) -> None:
    asked = ("When did you start?", "In spring, with one pump.", "Who helped?", "My brother did.")
    kinds = found(*EN_HEAD, EN_ONE, *asked, "Related stories", LINKS["en"][0], *below, *EN_TAIL)
    assert "body" not in {kinds[line] for line in below}


@pytest.mark.parametrize(
    ("language", "paragraph", "heading", "rest"),
    [
        ("en", "Oduya and Vance were both picked for the county team on Sunday by its new coach.", "Two more names", 2),
        (
            "en",
            "Tickets for the final at Millbrook go on sale on Monday at the club and in the library.",
            "The final",
            2,
        ),
        (
            "en",
            "Marsh would not say whether Oduya plays on Friday, or who would take the kicks then.",
            "Cup history",
            2,
        ),
        ("ar", "وبحسب البلدية فإن القنوات القديمة ستنظف قبل موعد السقاية بأسبوع واحد على الأقل.", "موعد السقاية", 2),
        ("ar", "ووزعت البلدية معدات السقاية على مئة أسرة في أم الغزلان قبل نهاية الشهر الماضي.", "قنوات قديمة", 2),
    ],
)
def test_one_paragraph_between_links_and_a_heading_goes_on(
    language: str, paragraph: str, heading: str, rest: int
) -> None:
    texts = {"ar": (ONE, TWO, THREE), "en": (EN_ONE, EN_TWO, EN_TWO.replace("trained", "run"))}[language]
    page = (*HEAD[language], texts[0], BOX[language], *LINKS[language], paragraph, heading, *texts[1 : 1 + rest])
    kinds = found(*page, *TAIL[language], language=language)
    assert kinds[paragraph] == kinds[heading] == "body"


@pytest.mark.parametrize(
    "box",
    [
        ("Also on our pages", "Video: the baker on the roof"),
        ("للمتابعة", "سائق يوزع الخبز على العالقين"),
        ("Keep reading:", "Schools closed on Monday", "Ferry times for the week"),
        ("في صفحاتنا أيضا:", "المدارس مقفلة يوم الاثنين", "مواعيد العبارة هذا الأسبوع"),
        ("Elsewhere", "Brewery to close after ninety years"),
    ],
)
def test_lines_between_entries_of_live_coverage_that_are_no_sentences_are_no_entry(box: tuple[str, ...]) -> None:
    language = "en" if box[0].isascii() else "ar"
    entries = {
        "en": [f"{hour}:10 - The river at Tarn rises by another {hour} centimetres." for hour in (19, 18, 17, 16)],
        "ar": [f"{hour}:10 - ارتفاع النهر عند القنطرة {hour} سنتيمترا أخرى." for hour in (19, 18, 17, 16)],
    }[language]
    page = (*HEAD[language], *entries[:2], *box, *entries[2:], *TAIL[language])
    kinds = found(*page, language=language)
    assert {kinds[entry] for entry in entries} == {"body"}
    assert "body" not in {kinds[line] for line in box}


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("ar", ("أيها الأهالي الكرام،",)),
        ("ar", ("يا أهلنا في الواحة،", "أيتها المزارعات،")),
        ("ar", ("إلى من يهمه الأمر،",)),
        ("en", ("Dear members,",)),
        ("en", ("To all who played for us,", "Friends of Millbrook,")),
        ("en", ("Fellow citizens,",)),
    ],
)
def test_whom_a_statement_speaks_to_belongs_to_it(language: str, spoken: tuple[str, ...]) -> None:
    texts = {"ar": (ONE, TWO, THREE), "en": (EN_ONE, EN_TWO)}[language]
    kinds = found(*HEAD[language], *spoken, *texts, *TAIL[language], language=language)
    assert {kinds[line] for line in spoken} == {"body"}


@pytest.mark.parametrize(
    ("language", "points", "signers"),
    [
        ("ar", ("1/ تنظيف القنوات.", "2/ دفع الأجور."), ("المكتب الإعلامي", "3 شباط 2025")),
        ("ar", ("1. تنظيف القنوات.", "2. دفع الأجور."), ("لجنة الواحة", "أم الغزلان، في 9 شباط 2025")),
        ("ar", ("- تنظيف القنوات.", "- دفع الأجور."), ("الأمانة العامة", "نادي الواحة", "أم الغزلان 9 شباط 2025")),
        ("en", ("1. Clear the canals.", "2. Pay the crews."), ("The Committee", "Tarn, 3 May 2023")),
        ("en", ("1) Clear the canals.", "2) Pay the crews."), ("Della Marsh", "Secretary", "2 May 2023")),
    ],
)
def test_who_signs_a_statement_where_and_when_belongs_to_it(
    language: str, points: tuple[str, ...], signers: tuple[str, ...]
) -> None:
    texts = {"ar": (ONE, TWO, THREE), "en": (EN_ONE, EN_TWO)}[language]
    kinds = found(*HEAD[language], *texts, *points, *signers, *TAIL[language], language=language)
    assert {kinds[line] for line in signers} == {"body"}


def test_a_day_below_a_text_that_is_no_statement_is_none_of_it() -> None:
    kinds = found(*EN_HEAD, EN_ONE, EN_TWO, "Della Marsh", "2 May 2023", *EN_TAIL)
    assert "body" not in {kinds["Della Marsh"], kinds["2 May 2023"]}


@pytest.mark.parametrize(
    ("language", "heading", "rows", "kind"),
    [
        ("en", "Standings", ("1 Millbrook 47", "2 Tarn Valley 46", "3 Oduya Park 39"), "furniture"),
        ("en", "League", ("1 Millbrook 20", "2 Tarn Valley 16", "3 Hurst 12"), "furniture"),
        ("ar", "ترتيب الدوري", ("1 أم الغزلان 47", "2 أهالي الواحة 46", "3 البلدية 39"), "furniture"),
        ("en", "The top of the table now:", ("1 Millbrook 47", "2 Tarn Valley 46", "3 Hurst 39"), "body"),
        ("ar", "وهذا ترتيب القنوات:", ("1 أم الغزلان 47", "2 قنوات الواحة 46", "3 البلدية 39"), "body"),
    ],
)
def test_a_table_of_ranks_is_the_articles_where_the_article_introduces_it(
    language: str, heading: str, rows: tuple[str, ...], kind: str
) -> None:
    texts = {"ar": (ONE, TWO, THREE), "en": (EN_ONE, EN_TWO)}[language]
    kinds = found(*HEAD[language], *texts, heading, *rows, *TAIL[language], language=language)
    assert {kinds[row] for row in rows} == {kind}


@pytest.mark.parametrize(
    "line",
    [
        "Sent off: Hurst (88).",
        "- I laughed, and then I slept for two days. (Smiles)",
        "Booked: Vance (12), Marsh (61).",
        "• We never counted them, not once. (Pause)",
        "Scorers for Tarn: Hurst (45).",
    ],
)
def test_a_minute_or_a_gesture_in_brackets_is_no_source_of_a_picture(line: str) -> None:
    assert found(*EN_HEAD, EN_ONE, line, EN_TWO, *EN_TAIL)[line] == "body"
