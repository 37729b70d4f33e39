"""Bodies that only their speaking makes names, holders named behind what they hold, places that govern."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities


def read(*pages: str, language: str = "ar") -> Entities:
    articles = [article_of(text, name=f"p{at}", language=language) for at, text in enumerate(pages)]
    return entities(Corpus(articles), edits=False, progress=False)


def named(found: Entities, kind: str) -> list[str]:
    mentions = found.mentions[(found.mentions["type"] == kind) & (found.mentions["rule"] != "role")]
    return [str(text) for text in mentions["text"]]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("قالت الحماية المدنية إن النار أخمدت.", "الحماية المدنية"),
        ("وأعلنت النيابة العامة فتح تحقيق.", "النيابة العامة"),
        ("وصفت تنسيقية عائلات الضحايا التقرير بأنه ناقص.", "تنسيقية عائلات الضحايا"),
        ("وبحسب إدارة الميناء الجديد، غرقت السفينة.", "إدارة الميناء"),
        ("أما تنسيقية عائلات الضحايا فطالبت بنشر التقرير.", "تنسيقية عائلات الضحايا"),
        ("وقالت هيئة الطرق والجسور إنها لم تستشر.", "هيئة الطرق والجسور"),
        ("وقالت وزارة الطاقة والمياه في بيان إن العمل مستمر.", "وزارة الطاقة والمياه"),
        ("وقالت شركة روافد إنها تحترم القرار.", "شركة روافد"),
    ],
)
def test_a_body_that_speaks_is_a_name(text: str, body: str):
    assert body in named(read(text), "ORG")


@pytest.mark.parametrize(
    "text",
    [
        "وقال المكتب الإعلامي إن الزيارة تأجلت.",  # an office of somebody else
        "مر الناس أمام تنسيقية عائلات الضحايا ليلا.",  # nothing speaks
        "وصل الخبر عبر القنوات الدبلوماسية أمس.",  # a preposition that is written like a verb
    ],
)
def test_what_does_not_speak_is_none(text: str):
    assert named(read(text), "ORG") == []


def test_an_agency_of_a_list_keeps_its_own_name():
    found = read("وذكرت وكالة رويترز أن الرحلات توقفت.")
    assert set(found.mentions[found.mentions["type"] == "ORG"]["entity"]) == {"رويترز"}


def test_bodies_speak_in_english_without_capitals():
    found = read(
        "The election commission said the count was over. The lecturers' league accused the rector.", language="en"
    )
    assert named(found, "ORG") == ["election commission", "lecturers' league"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("أكد المتحدث باسم شركة قطارات الساحل المشغلة للخط، إلياس القبطاني، أن الخط آمن.", "إلياس القبطاني"),
        ("وذكرت مديرة المستشفى الجهوي، الدكتورة منية الصخراوي، أن الوضع مستقر.", "منية الصخراوي"),
        ("وكان سفير إسرائيل لدى الأمم المتحدة دان غيلرمان قد أعرب عن أسفه.", "دان غيلرمان"),
        ("قالت محافظ كرمون ميسون الشامي في بيان إن القرار باطل.", "ميسون الشامي"),
        ("رفض رئيس الجامعة الدكتور نزيه عرنوق القرار.", "نزيه عرنوق"),
    ],
)
def test_a_holder_is_named_behind_what_he_holds(text: str, person: str):
    assert person in named(read(text), "PER")


def test_what_only_folding_makes_a_name_is_none():
    found = read("فتح الرجل بابها وكسر القفل بفأس، ورأى البشير الطنقوري ذلك.")
    assert named(found, "LOC") == []
    assert "رأى البشير الطنقوري" not in named(found, "PER")


def test_an_appeal_with_its_adjective_is_nobody():
    assert named(read("ووجهت المديرة نداء عاجلاً إلى التبرع بالدم."), "PER") == []


def test_a_body_is_known_by_the_first_words_of_its_name():
    found = read("قالت اللجنة العليا للانتخابات البلدية إن العد انتهى.", "وقالت اللجنة العليا إن الطعون رفضت.")
    assert found.mentions["entity"].nunique() == 1
    assert found.table["aliases"].iloc[0]


@pytest.mark.parametrize(
    ("text", "club"),
    [("فاز الوداد البيضاوي على حسنية أكادير.", "الوداد البيضاوي"), ("وخسر بنفيكا أمام ليفسكي صوفيا.", "بنفيكا")],
)
def test_clubs_are_bodies(text: str, club: str):
    assert club in named(read(text), "ORG")
