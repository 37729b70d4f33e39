"""Names as ordinary pages write them: given names that are titles too, names without support, given names alone."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities


def found(text: str, language: str) -> Entities:
    """The entities of a page of one text."""
    return entities(Corpus([article_of(text, language=language)]), edits=False, progress=False)


def people(text: str, language: str) -> list[str]:
    """The people that a page names, in order, as it spells them."""
    own = found(text, language).mentions
    return own[(own["type"] == "PER") & (own["rule"] != "role")]["text"].tolist()


ARABIC = [
    ("أعلن المصرف تعيين فهد الدريعم رئيساً تنفيذياً له.", ["فهد الدريعم"]),
    ("فيما تولى محمد علي الزنفاوي حقيبة النقل.", ["محمد علي الزنفاوي"]),
    ("سجل الهدفين سالم قصار ووسام أبو ليلة في المباراة.", ["سالم قصار", "وسام أبو ليلة"]),
    ("وقدم التهاني مشعل العنيزان وسلطان الزبيدي.", ["مشعل العنيزان", "سلطان الزبيدي"]),
    ("وذكر ابنه وائل أن والده درّس الرياضيات ثلاثين عاماً.", ["وائل"]),
    ("توفي أمس الفنان القدير صلاح الدقاق عن ثمانين عاماً.", ["صلاح الدقاق"]),
    ("صدر قرار بتعيين سارة الزعفراني الزنزري رئيسة للديوان.", ["سارة الزعفراني الزنزري"]),
    ("وحضر اللقاء وكيل ديوان رئيس الوزراء الشيخ خالد محمد الزنبق.", ["خالد محمد الزنبق"]),
    ("وقالت فاطمة الدقاق إنها رأت الدخان. ثم خرجت فاطمة مع جيرانها إلى الشارع.", ["فاطمة الدقاق", "فاطمة"]),
    ("وأشاد لويس إنريكي بلاعبيه بعد المباراة.", ["لويس إنريكي"]),
    ("تزوج الأمير الزبير بن عبدالله الثاني العام الماضي.", ["الزبير بن عبدالله الثاني"]),
    ("على بعد كيلومترين، يملأ دياب المعوشي سطلاً من الحليب.", ["دياب المعوشي"]),
    ("يقول عم فتحي، صاحب كشك السجائر، إن السوق خالية.", ["فتحي"]),
    ("تحدث عبدالسلام جمعة بلسان حال اللاعبين.", ["عبدالسلام جمعة"]),
    ("وقال ناصر علي إن الفريق بخير. وهو مصمم على مهاجمة المنافسين.", ["ناصر علي"]),
    ("على الطاولة كوب شاي برد منذ ساعة.", []),
    ("أعلنت الشرطة القبض على نجم الدين كريم وشقيقيه.", ["نجم الدين كريم"]),
    ("وقال مدرب النصر ستيفانو بيوري إن المباراة صعبة.", ["ستيفانو بيوري"]),
]

ENDED = [
    ("قال نور الدين مسعي إن الطعن مرفوض.", ["نور الدين مسعي"]),
    ("ويرى الباحث مازن اللواتي أن الأندية أخطأت.", ["مازن اللواتي"]),
    ("قالت سعاد اللواتي حضرن إن القاعة امتلأت.", ["سعاد"]),
    ("كما يقول رئيس نادٍ من الجنوب.", []),
]

ENGLISH = [
    ('Margaret "Peggy" Fairholt, who taught in the town, has died aged 91.', ['Margaret "Peggy" Fairholt']),
    ("The president met Kim Min-jun, a student leader.", ["Kim Min-jun"]),
    ("Linda Fairholt ran a bakery. Neighbours say Linda gave bread away.", ["Linda Fairholt", "Linda"]),
    ("The award went to Siobhan Dunmore for her second book.", ["Siobhan Dunmore"]),
    ("Paris Johnson flew from Paris to Chad with Sydney McLaughlin.", ["Paris Johnson", "Sydney McLaughlin"]),
    ("He told Naqus al-Zahra, a local paper, that nothing had changed.", []),
    ("A dhow called “Fath al-Sabah” is being repaired on the quay.", []),
    ("Imran Khan sent a message, and Alan Hill read it on Rose Hill.", ["Imran Khan", "Alan Hill"]),
    ("The chairman, Alhaji Musa Danladi, met the governor.", ["Musa Danladi"]),
]


@pytest.mark.parametrize(("text", "names"), ARABIC + ENDED)
def test_people_of_arabic_sentences(text: str, names: list[str]):
    assert people(text, "ar") == names


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_people_of_english_sentences(text: str, names: list[str]):
    assert people(text, "en") == names


def test_a_given_name_alone_is_whom_the_page_names_in_full():
    own = found("وقالت فاطمة الدقاق إنها رأت الدخان. ثم خرجت فاطمة مع جيرانها.", "ar").table
    assert own["mentions"].tolist() == [2]


def test_a_father_and_a_mother_called_after_one_child_are_two():
    own = found("تتذكر أم سعد بيتها كل يوم. ويعمل أبو سعد في مزرعة قريبة.", "ar").table
    assert own["mentions"].tolist() == [1, 1]


def test_one_name_in_two_scripts_though_it_begins_like_the_article():
    pages = [
        article_of("قال المهندس إلكر يازغان إن الشرخ قديم.", name="a", language="ar"),
        article_of("The engineer Ilker Yazgan said the crack was old.", name="b", language="en"),
    ]
    own = entities(Corpus(pages), edits=False, progress=False).table
    assert own[own["type"] == "PER"]["mentions"].tolist() == [2]
