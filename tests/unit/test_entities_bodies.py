"""Places and bodies that are named by their heads, by their adjectives, and by what the article said before."""

import pytest

from tests.build import corpus_of
from workbench.extractors.entities import entities


def found(*texts: str, language: str = "ar"):
    return entities(corpus_of(*texts, language=language), tagger=False, edits=False)


def names(text: str, language: str = "ar") -> list[tuple[str, str]]:
    mentions = found(text, language=language).mentions
    return list(zip(mentions["text"], mentions["type"], strict=True))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("نُقل المصابون إلى مستشفى سليم حداد أمس.", "مستشفى سليم حداد", "ORG"),
        ("أعلنت مؤسسة نبيل حداد للتنمية خطتها.", "مؤسسة نبيل حداد للتنمية", "ORG"),
        ("درست في جامعة طهران عامين.", "جامعة طهران", "ORG"),
        ("فاز نادي وادي الزهور بالكأس.", "نادي وادي الزهور", "ORG"),
        ("وقعت شركة غيدروفيست العقد.", "شركة غيدروفيست", "ORG"),
        ("عرضت المنظمة العربية لحماية الأنهار تقريرها.", "المنظمة العربية لحماية الأنهار", "ORG"),
        ("عبرت الشاحنات شارع نبيل حداد ليلا.", "شارع نبيل حداد", "LOC"),
        ("أغلق العمال جسر الرشيد ساعتين.", "جسر الرشيد", "LOC"),
        ("تجمعوا في ساحة الأمير نبيل مساء.", "ساحة الأمير نبيل", "LOC"),
        ("زار بحيرة الحبانية مرتين.", "بحيرة الحبانية", "LOC"),
    ],
)
def test_a_head_and_the_name_behind_it_are_one_mention(text: str, name: str, kind: str):
    assert names(text) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عاد إلى مدينة مشهد أمس.", "مشهد"),
        ("وصلت القافلة إلى بلدة راوة صباحا.", "راوة"),
        ("شكر سلطنة عمان على جهودها.", "عمان"),
        ("توقفت الحافلة في بلدة أبو سلمان ساعة.", "أبو سلمان"),
    ],
)
def test_a_head_of_administration_stays_outside_the_name(text: str, name: str):
    assert names(text) == [(name, "LOC")]


@pytest.mark.parametrize(
    "text",
    [
        "توقفت حركة المرور ساعة.",
        "تبرع الطلاب في بنك الدم.",
        "هذه أكاديمية سورية جديدة.",
        "مرت بمدينة كبيرة ثم بلدة صغيرة.",
    ],
)
def test_ordinary_words_behind_a_head_name_nothing(text: str):
    assert names(text) == []


def test_a_ministry_of_a_state_that_no_list_knows():
    assert names("قالت وزارة الدفاع القرطانية إن الحدود آمنة.") == [("وزارة الدفاع القرطانية", "ORG")]
    assert names("قالت الحكومة القرطانية إن الحدود آمنة.") == [("الحكومة القرطانية", "ORG")]
    assert names("قالت وزارة الدفاع الرسمية ذلك.") != [("وزارة الدفاع الرسمية", "ORG")]
    assert ("حكومة قرطانة", "ORG") in names("التقى وزراء حكومة قرطانة الرئيس القرطاني.")


def test_a_ministry_with_and_without_its_head_is_one():
    result = found("قالت وزارة الخارجية الروسية إن الأمر انتهى. ونفت الخارجية الروسية ذلك.")
    assert len(result.table) == 1
    assert result.mentions["text"].tolist() == ["وزارة الخارجية الروسية", "الخارجية الروسية"]


def test_an_adjective_of_a_man_describes_no_feminine_head():
    assert "الحكومة اللبناني" not in found("التقى رئيس الحكومة اللبناني الوفود.").mentions["text"].tolist()


def test_the_side_of_a_state_is_no_mention_but_leads_to_it():
    result = found("طلب الجانب الروسي ضمانات. ورد الجيش اللبناني بالرفض.")
    assert result.mentions.empty
    assert result.sides[["text", "entity", "type"]].values.tolist() == [
        ["الجانب الروسي", "روسيا", "LOC"],
        ["الجيش اللبناني", "الجيش اللبناني", "ORG"],
    ]


def test_a_name_that_a_head_announced_is_known_again_without_it():
    text = "وصلت القافلة إلى بلدة تل الزهور صباحا.\nوبقي الناس في تل الزهور حتى المساء."
    assert names(text) == [("تل الزهور", "LOC")] * 2
    assert names("وبقي الناس في تل الزهور حتى المساء.") == []


def test_an_agency_in_brackets_is_a_credit():
    assert names("انتهى الاجتماع أمس. (رويترز)") == []
    assert names("انتهى الاجتماع أمس. (د ب أ)") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She taught at the University of Homs for years.", "University of Homs", "ORG"),
        ("He works for the Halden Institute for River Studies now.", "Halden Institute for River Studies", "ORG"),
        ("They closed Selim Haddad Street at noon.", "Selim Haddad Street", "LOC"),
        ("Guards left Sidra Prison at noon.", "Sidra Prison", "LOC"),
        ("A bus stopped in the town of Abu Salman at noon.", "Abu Salman", "LOC"),
        ("They paid the contractor Blue Meadow twice.", "Blue Meadow", "ORG"),
        ("It was signed outside the Energy Ministry at noon.", "Energy Ministry", "ORG"),
        ("The U.N. envoy was late.", "U.N", "ORG"),
    ],
)
def test_english_heads_take_the_capitals_beside_them(text: str, name: str, kind: str):
    assert names(text, "en") == [(name, kind)]


def test_english_bodies_are_known_again_without_their_head():
    text = "The Western Meadow Movement won.\nLater, Western Meadow thanked its voters."
    assert names(text, "en") == [("Western Meadow Movement", "ORG"), ("Western Meadow", "ORG")]
