"""Who says what where no verb of saying stands beside a name: each case in sentences of its own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.quotes import Quotes, quotes

MAN = "وصل وزير العدل سامر الديراني أمس."
WOMAN = "ووصلت النائبة ريما السندسي بعده."


def found_in(*pages: str, language: str = "ar") -> Quotes:
    articles = [article_of(text, name=f"p{at}", language=language) for at, text in enumerate(pages)]
    return quotes(Corpus(articles), progress=False)


def said_in(*pages: str, language: str = "ar") -> list[tuple[str, str]]:
    table = found_in(*pages, language=language).table
    return list(zip(table["text"], table["speaker"], strict=True))


def rows(text: str, language: str = "ar") -> list[dict[str, Any]]:
    return [
        {str(key): value for key, value in row.items()}
        for row in found_in(text, language=language).table.to_dict("records")
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "قال وزير العدل سامر الديراني إن الملف ناقص. أما النائبة ريما السندسي فصمتت. وأضافت: «لن نوقع».",
            "لن نوقع",
            "",
        ),
        (f"{MAN} {WOMAN} وقالت: «لن نوقع هذا الاتفاق».", "لن نوقع هذا الاتفاق", "ريما السندسي"),
        (f"{WOMAN} {MAN} وقال: «لن نوقع هذا الاتفاق».", "لن نوقع هذا الاتفاق", "سامر الديراني"),
        (f"{MAN} وزير العدل سامر الديراني: «لن نوقع».", "لن نوقع", "سامر الديراني"),
        (
            "المتحدثة باسم وزارة العدل السورية لبنى الخطاط في تصريح لقناة «الضفة»: «الجلسة علنية».",
            "الجلسة علنية",
            "لبنى الخطاط",
        ),
        ("وجاء الرد سريعا من النائبة ريما السندسي: «لا نخاف أحدا».", "لا نخاف أحدا", "ريما السندسي"),
        (f"{MAN} لم يتردد. «هذا يوم لن ينساه أحد منا»، قال لمن حوله.", "هذا يوم لن ينساه أحد منا", "سامر الديراني"),
        (
            "طالب وزير العدل سامر الديراني بالتحقيق. وتم التأكيد على «حق الناس في المعرفة».",
            "حق الناس في المعرفة",
            "سامر الديراني",
        ),
        ("أفاد متحدث باسم وزارة العدل السورية بأن «الملف مغلق».", "الملف مغلق", "وزارة العدل السورية"),
        (
            "نفى مدير شركة «النورس» الناقلة سامر الديراني أي تأخير، قائلا: «سلمنا كل شيء».",
            "سلمنا كل شيء",
            "سامر الديراني",
        ),
    ],
)
def test_the_speaker_of_an_arabic_sentence(text: str, said: str, speaker: str) -> None:
    if speaker:
        assert (said, speaker) in said_in(text)
    else:
        assert said in [one[0] for one in said_in(text)]
        assert (said, "سامر الديراني") not in said_in(text)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Minister Grace Holloway left. “The roof,” she said, “is safe for a year.”",
            "is safe for a year.",
            "Grace Holloway",
        ),
        (
            "Minister Grace Holloway spoke. “Ask the engineers,” she told reporters. “Do not ask me.”",
            "Do not ask me.",
            "Grace Holloway",
        ),
        ("“The roof is safe,” Grace Holloway, head of the Harbour Trust, said.", "The roof is safe,", "Grace Holloway"),
        ("Minister Grace Holloway said on Monday the roof was safe.", "the roof was safe", "Grace Holloway"),
        (
            "Minister Grace Holloway came. The roof had been checked twice, she recalled.",
            "The roof had been checked twice",
            "Grace Holloway",
        ),
        (
            "Minister Grace Holloway's warning that the roof may fall was heard.",
            "the roof may fall",
            "Grace Holloway",
        ),
        (
            "Minister Grace Holloway was clear. According to her, the roof has been checked.",
            "the roof has been checked",
            "Grace Holloway",
        ),
    ],
)
def test_the_speaker_of_an_english_sentence(text: str, said: str, speaker: str) -> None:
    assert (said, speaker) in said_in(text, language="en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One clerk, who asked not to be named, said the vault was empty.", "en"),
        ("“The vault was empty,” says a clerk.", "en"),
        ("وقالت ممرضة من الحي طلبت عدم ذكر اسمها: «الدواء نفد منذ شهر».", "ar"),
        ("«الدواء نفد منذ شهر»، تقول بائعة من السوق رفضت ذكر اسمها.", "ar"),
    ],
)
def test_somebody_without_a_name_is_not_whoever_spoke_before(text: str, language: str) -> None:
    before = {"en": "Minister Grace Holloway said no. ", "ar": "قالت النائبة ريما السندسي إنها مستعدة. "}[language]
    last = rows(before + text, language)[-1]
    assert last["speaker"] == ""
    assert "anonymous" in last["flags"]


def test_a_source_speaks_and_whoever_passes_it_on_is_kept() -> None:
    (row,) = rows("ونقلا عن مصدر في المطار، ذكرت وكالة رويترز أن الرحلات توقفت.")
    assert (row["text"], row["speaker"], row["via"]) == ("الرحلات توقفت", "", "رويترز")


def test_an_interrupted_quotation_has_one_speaker() -> None:
    text = f"{MAN} «الملف كبير»، قال الديراني، «ولن يغلق اليوم»."
    assert said_in(text) == [("الملف كبير", "سامر الديراني"), ("ولن يغلق اليوم", "سامر الديراني")]


def test_marks_that_reopen_each_paragraph_go_on() -> None:
    text = f"{MAN} وقال:\n«الملف كبير.\n«ولن يغلق اليوم.\n«انتظروا الشتاء».\nوانصرف الناس."
    found = rows(text)
    assert [row["speaker"] for row in found] == ["سامر الديراني"] * 3
    assert ["unclosed" in row["flags"] for row in found] == [True, True, False]


def test_the_lines_of_an_interview() -> None:
    asked = "حوار مع النائبة ريما السندسي\nس: هل تستقيلين؟\nج: لا أفكر في هذا. أمامنا عمل كثير\n"
    text = f"{asked}س: ومتى؟\nج: لكل حادث حديث عندنا"
    found = rows(text)
    assert [(row["text"], row["speaker"]) for row in found] == [
        ("لا أفكر في هذا. أمامنا عمل كثير", "ريما السندسي"),
        ("لكل حادث حديث عندنا", "ريما السندسي"),
    ]
    assert all(row["flags"] == "unmarked" for row in found)


def test_a_title_alone_before_a_colon_is_its_only_bearer() -> None:
    text = "التقينا القاضي سامر الديراني في مكتبه.\nالقاضي: لا أندم على يوم واحد مما مضى"
    assert said_in(text) == [("لا أندم على يوم واحد مما مضى", "سامر الديراني")]


def test_what_another_says_inside_a_quotation_is_his() -> None:
    text = "قال وزير العدل سامر الديراني: «اتصلت به ثلاث مرات، وقال لي موظف “انتظر إلى الغد” فانتظرت»."
    found = rows(text)
    assert [(row["text"], row["speaker"]) for row in found][-1] == ("انتظر إلى الغد", "")
    assert found[-1]["via"] == "سامر الديراني"


def test_marks_of_two_kinds_are_a_pair() -> None:
    assert ("طريقنا إلى المحكمة", "سامر الديراني") in said_in('قال وزير العدل سامر الديراني: «طريقنا إلى المحكمة".')


@pytest.mark.parametrize(
    ("text", "marked", "language"),
    [
        ("يسميه السكان «جسر الدموع» منذ زمن.", "جسر الدموع", "ar"),
        ("وأعلنت الوزارة خطة «الصمام الأخضر» أمس.", "الصمام الأخضر", "ar"),
        ("وهددت رابطة «المنارات» بالإضراب.", "المنارات", "ar"),
        ("على الحائط ملصق فيلم «ليل المدينة الطويل».", "ليل المدينة الطويل", "ar"),
        ("The navy calls its clean-up “Operation Firm Wall”.", "Operation Firm Wall", "en"),
        ("Critics announced a film, “When the Rain Stopped”.", "When the Rain Stopped", "en"),
    ],
)
def test_names_in_marks_are_no_statements(text: str, marked: str, language: str) -> None:
    found = found_in(text, language=language)
    assert marked not in set(found.table["text"])
    assert marked in set(found.rejected["text"])


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الجائزة تمنح كل عام.",
        "وزعت نشرة جديدة على الحضور في القاعة.",
        "Asked whether the roof was safe, the crowd laughed.",
        "The gauge confirmed the fall on Monday morning.",
    ],
)
def test_words_that_look_like_verbs_of_saying_report_nothing(text: str) -> None:
    assert said_in(text, language="en" if text.isascii() else "ar") == []


@pytest.mark.parametrize(
    ("text", "language", "said", "speaker"),
    [
        # whom somebody speaks to stands in marks with the preposition joined to them
        (
            "وقفت المعلمة ريما السندسي. قالت لـ«ناقوس الضفة»: «سمعنا صريرا طويلا».",
            "ar",
            "سمعنا صريرا طويلا",
            "ريما السندسي",
        ),
        # a pronoun that another's report begins with
        (
            "وذكرت وزارة العدل السورية أن الوزير سامر الديراني حضر الجلسة، وقالت إنه لفت إلى أهمية فتح الملف.",
            "ar",
            "أهمية فتح الملف",
            "سامر الديراني",
        ),
        ("وطالب سامر الديراني بضم الرسالتين إلى الملف.", "ar", "ضم الرسالتين إلى الملف", "سامر الديراني"),
        (
            "“The lamp was dark for three days,” the Lagoon Port Authority said in a statement.",
            "en",
            "The lamp was dark for three days,",
            "Lagoon Port Authority",
        ),
        (
            "Nearby stood Wahib Zanghrini, the minister of transport, who promised: “We will shield nobody at all.”",
            "en",
            "We will shield nobody at all.",
            "Wahib Zanghrini",
        ),
        (
            (
                "قال سامر الديراني إن العمل مستمر. والتحرير من عمل وزارة العدل السورية نفسها، وهي التي قالت أمس إن "
                "«الملف كامل»."
            ),
            "ar",
            "الملف كامل",
            "وزارة العدل السورية",
        ),
        (
            "وتتداول تقارير أن سامر الديراني رفع طلبا رسميا إلى الوزارة.",
            "ar",
            "سامر الديراني رفع طلبا رسميا إلى الوزارة",
            "",
        ),
        (
            "The ferry “was fit to sail”, the Lagoon Port Authority said.",
            "en",
            "was fit to sail",
            "Lagoon Port Authority",
        ),
    ],
)
def test_whose_words_they_are(text: str, language: str, said: str, speaker: str):
    assert (said, speaker) in said_in(text, language=language)


def test_a_name_in_marks_is_a_name_in_the_whole_article():
    text = "جنحت السفينة «نجمة الضفة» ليلا. وأكد سامر الديراني أن ركاب «نجمة الضفة» بخير."
    found = found_in(text)
    assert [row["text"] for row in rows(text)] == ["ركاب «نجمة الضفة» بخير"]
    assert set(found.rejected["reason"]) == {"named thing"}


def test_a_sandbank_is_no_tongue():
    """``على لسان`` attributes what somebody says, not where a ship lies."""
    assert said_in("جنحت عبارة ركاب مساء الاثنين، على لسان رملي عند مدخل مدينة حلب.") == []


def test_a_word_that_begins_like_a_preposition_opens_nothing():
    text = "وطالب وزير العدل سامر الديراني بينما يصمت غيره من الوزراء."
    assert not [words for words, _ in said_in(text) if words.startswith("ينما")]
