"""Places and bodies that are named by their heads, by their adjectives, and by what the article said before."""

import pytest

from tests.build import corpus_of
from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities import entities
from workbench.extractors.entities.datelines import dateline_places
from workbench.languages import pack


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
    result = found("طلب الجانب الروسي ضمانات من روسيا. ورد الجيش اللبناني بالرفض.")
    assert result.mentions["text"].tolist() == ["روسيا", "الجيش اللبناني"]
    assert result.sides[["text", "entity", "type"]].values.tolist() == [["الجانب الروسي", "روسيا", "LOC"]]


def test_the_side_of_a_state_that_nothing_else_names_stands_for_it():
    result = found("طلب الجانب الروسي ضمانات.")
    assert result.mentions[["text", "entity", "rule"]].values.tolist() == [["الجانب الروسي", "روسيا", "party"]]
    assert result.sides.empty


def test_a_name_that_a_head_announced_is_known_again_without_it():
    text = "وصلت القافلة إلى بلدة غصن الزهور صباحا.\nوبقي الناس في غصن الزهور حتى المساء."
    assert names(text) == [("غصن الزهور", "LOC")] * 2
    assert names("وبقي الناس في غصن الزهور حتى المساء.") == []


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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("أصدرت محكمة استئناف بيروت حكمها.", "محكمة استئناف بيروت", "ORG"),
        ("طعن المحامي أمام محكمة النقض أمس.", "محكمة النقض", "ORG"),
        ("ردت محكمة الجنايات الكبرى الطلب.", "محكمة الجنايات الكبرى", "ORG"),
        ("خسر نادي الفرسان البحري المباراة.", "نادي الفرسان البحري", "ORG"),
        ("أعلن اتحاد الجنوب لكرة السلة موعد البطولة.", "اتحاد الجنوب لكرة السلة", "ORG"),
        ("اعترض الاتحاد التونسي لكرة اليد أمس.", "الاتحاد التونسي لكرة اليد", "ORG"),
        ("وقعت شركة سنابل للتأمين العقد.", "شركة سنابل للتأمين", "ORG"),
        ("فازت شركة أفق للطيران بالعطاء.", "شركة أفق للطيران", "ORG"),
        ("احتجت نقابة صيادلة حلب أمس.", "نقابة صيادلة حلب", "ORG"),
        ("اتهم حزب الطليعة الشعبية خصومه.", "حزب الطليعة الشعبية", "ORG"),
        ("انضم إليه حزب العدل والإحسان أمس.", "حزب العدل والإحسان", "ORG"),
        ("نقل الجرحى إلى مستشفى الأمل الجامعي ليلا.", "مستشفى الأمل الجامعي", "ORG"),
        ("وافقت غرفة تجارة عمان أمس.", "غرفة تجارة عمان", "ORG"),
        ("نشرت صحيفة البرق اليومية الخبر.", "البرق اليومية", "ORG"),
        ("نشرت ذلك مجلة نهر الكلمات أمس.", "نهر الكلمات", "ORG"),
        ("وأكدت حركة فجر الشمال التزامها.", "حركة فجر الشمال", "ORG"),
        ("هبطت الطائرة في مطار الإمام الخميني ليلا.", "مطار الإمام الخميني", "LOC"),
        ("مروا بشارع خالد الكرمي ليلا.", "شارع خالد الكرمي", "LOC"),
        ("تجمعوا في ميدان الشهداء مساء.", "ميدان الشهداء", "LOC"),
    ],
)
def test_ordinary_words_that_name_a_body_or_place(text: str, name: str, kind: str):
    assert (name, kind) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "توقفت حركة نقل البضائع يومين.",
        "فككت الشرطة شبكة تهريب المخدرات.",
        "أسس شركة متخصصة للتجارة.",
        "تعمل في مؤسسة داعمة للثقافة.",
        "انضم إلى حزب معارض للحكومة.",
    ],
)
def test_words_that_only_describe_a_head_are_no_name(text: str):
    assert names(text) == []


def test_a_short_name_in_brackets_is_the_body_from_then_on():
    arabic = found("أعلنت الهيئة العليا للانتخابات (هعا) تأجيل الاقتراع، وقالت هعا إن السبب أمني.")
    assert arabic.mentions["text"].tolist() == ["الهيئة العليا للانتخابات", "هعا", "هعا"]
    assert len(arabic.table) == 1
    english = found("The Gulf Divers Federation (GDF) met. Later GDF officials left.", language="en")
    assert english.mentions["text"].tolist() == ["Gulf Divers Federation", "GDF", "GDF"]
    assert len(english.table) == 1
    spelled = found("It was paid by Bright Copper Lanterns (BCL) in May. Then BCL left.", language="en")
    assert spelled.mentions["text"].tolist() == ["Bright Copper Lanterns", "BCL", "BCL"]
    assert names("He came late (HCL) again.", "en") == []


def test_a_list_of_places_goes_on_with_places():
    assert [name for name, _ in names("زار الوزير زحلة وجبيل والبترون.")] == ["زحلة", "جبيل", "البترون"]
    assert names("سافر إلى دمشق وعاد.") == [("دمشق", "LOC")]
    assert ("Tozeur", "LOC") in names("Protests spread to Sfax, Gafsa and Tozeur.", "en")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The trial at the Halifax Court of First Instance was delayed.", "Halifax Court of First Instance", "ORG"),
        ("He was hired by Marwan Telecom last year.", "Marwan Telecom", "ORG"),
        ("The head of the River Falcons resigned.", "River Falcons", "ORG"),
        ("He told The Morning Ledger that he slept.", "The Morning Ledger", "ORG"),
        ("Workers at her company, Cedar Weavers, walked out.", "Cedar Weavers", "ORG"),
        ("The ship left for Dunmore, a small town on the coast.", "Dunmore", "LOC"),
        ("The ship left Port Harwood at noon.", "Port Harwood", "LOC"),
        ("The Port Workers' Union rejected the deal.", "Port Workers' Union", "ORG"),
        ("The mayor of Dunmore resigned.", "Dunmore", "LOC"),
        ("The Qamar Bank for Trade and Reform approved a loan.", "Qamar Bank for Trade and Reform", "ORG"),
        ("Reporters from Radio Sahel were turned away.", "Radio Sahel", "ORG"),
    ],
)
def test_english_names_by_what_stands_beside_them(text: str, name: str, kind: str):
    assert names(text, "en") == [(name, kind)]


def dated(line: str, body: str, source: str, language: str = "ar") -> Article:
    text = f"{line}\n{body}"
    blocks = (Block(0, len(line), "dateline"), Block(len(line) + 1, len(text), "body"))
    return Article("p", source, "", None, "", "", language, text, blocks, "p.txt")


@pytest.mark.parametrize(
    ("line", "source", "places"),
    [
        ("وكالة نبراس - عمّان - 3 آذار 2026", "وكالة نبراس", ["عمّان"]),
        ("طرابلس (لبنان)، الجمعة 20 آذار 2026", "شط", ["طرابلس", "لبنان"]),
        ("موسكو ودمشق - 12 فبراير 2025:", "", ["موسكو", "دمشق"]),
        ("صحيفة البرق | تل الوزال | 15-4-2026", "صحيفة البرق", ["تل الوزال"]),
        ("13-02-2025 | 09:10", "", []),
        ("بيروت - كتب نبيل حداد", "", ["بيروت"]),
    ],
)
def test_the_place_of_a_dateline(line: str, source: str, places: list[str]):
    page = dated(line, "بقيت السوق مغلقة.", source)
    assert [page.text[one.start : one.end] for one in dateline_places(page, pack("ar"))] == places
    assert entities(Corpus([page]), tagger=False, edits=False).mentions.empty


def test_a_place_that_only_the_dateline_tells_is_known_again():
    body = "Residents of Tel Wazzal stayed at home."
    line = "TEL WAZZAL, March 14, 2027"
    mentions = entities(Corpus([dated(line, body, "Evening Anchor", "en")]), tagger=False, edits=False).mentions
    assert list(zip(mentions["text"], mentions["type"], strict=True)) == [("Tel Wazzal", "LOC")]
