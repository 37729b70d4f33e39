"""Titles inside names, nicknames, names of foreign people, given names that are places, bodies that no list has."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities


def read(*pages: str) -> Entities:
    """The entities of some pages; a page in Latin letters is English."""
    languages = ["en" if text[0].isascii() else "ar" for text in pages]
    articles = [article_of(text, name=f"p{n}", language=languages[n]) for n, text in enumerate(pages)]
    return entities(Corpus(articles), edits=False, progress=False)


def named(found: Entities, kind: str) -> list[str]:
    """What a corpus names of one type, as it is spelled, in order; roles left out."""
    own = found.mentions[found.mentions["rule"] != "role"]
    return own.loc[own["type"] == kind, "text"].tolist()


def one_entity(found: Entities, *texts: str) -> bool:
    """Whether all mentions with these texts are one entity, and each is there."""
    own = found.mentions[found.mentions["text"].isin(texts)]
    return set(own["text"]) == set(texts) and own["entity"].nunique() == 1


TITLED = [
    (
        ["قالت القاضية هدى الشيخ حسن إن الجلسة أرجئت. وأضافت الشيخ حسن أن الشهود حضروا."],
        ["هدى الشيخ حسن", "الشيخ حسن"],
    ),
    (
        ["وصل المهندس ماجد الحاج يوسف إلى المدينة.", "وأكد الحاج يوسف أن الجسر آمن."],
        ["ماجد الحاج يوسف", "الحاج يوسف"],
    ),
    (["أعلن النائب طارق محمود السيد أحمد استقالته."], ["طارق محمود السيد أحمد"]),
    (
        ["قال المحافظ السابق ليث الأمير سلمان إن المحافظة غنية. وزار الأمير سلمان القصر."],
        ["ليث الأمير سلمان", "الأمير سلمان"],
    ),
    (
        ["وأكدت المهندسة ريم القاضي حسين أن السد سليم. وقالت القاضي حسين إن العمل انتهى."],
        ["ريم القاضي حسين", "القاضي حسين"],
    ),
    (
        ["Judge Huda al-Sheikh Hassan adjourned the hearing. Al-Sheikh Hassan said witnesses came."],
        ["Huda al-Sheikh Hassan", "Al-Sheikh Hassan"],
    ),
    (
        ["Deputy director Nizar al-Hajj Ali said the inquiry went on. Al-Hajj Ali left."],
        ["Nizar al-Hajj Ali", "Al-Hajj Ali"],
    ),
]


@pytest.mark.parametrize(("pages", "people"), TITLED)
def test_a_title_inside_a_family_name_belongs_to_it(pages: list[str], people: list[str]):
    found = read(*pages)
    assert named(found, "PER") == people
    assert one_entity(found, *people)


def test_a_title_inside_a_family_name_is_one_name_in_two_scripts():
    found = read(
        "قالت القاضية هدى عبد السلام الشيخ حسن إن الجلسة أرجئت.",
        "القاضية هدى شيخ حسن غائبة.",
        "Judge Huda al-Sheikh Hassan adjourned the hearing.",
    )
    assert len(found.table[found.table["type"] == "PER"]) == 1


def test_a_title_before_a_name_and_a_verb_that_is_a_name_too_stay_outside():
    found = read("وطالب الشيخ عواد الراوي بالتعويض. وقال الشيخ خالد الراشد إن السيد أحمد غائب.")
    assert named(found, "PER")[:2] == ["عواد الراوي", "خالد الراشد"]


PLACES = [
    ("ووقف العمال عند رصيف الأمير فهد أمس.", "LOC", "رصيف الأمير فهد"),
    ("أغلقت الشرطة شارع القاضي نبيل العاني.", "LOC", "شارع القاضي نبيل العاني"),
    ("وزرعت البلدية حديقة الوزير سليم الحلبي.", "LOC", "حديقة الوزير سليم الحلبي"),
    ("ونقل الجرحى إلى مستشفى القاضي نبيل العاني.", "ORG", "مستشفى القاضي نبيل العاني"),
    ("ومولت مؤسسة الرئيس هاني الصفدي للتنمية المشروع.", "ORG", "مؤسسة الرئيس هاني الصفدي للتنمية"),
    ("وقالت شركة فان در ميرفه للشحن إن السفينة سليمة.", "ORG", "شركة فان در ميرفه للشحن"),
    ("The road to Prince Nayef Hospital was closed.", "ORG", "Prince Nayef Hospital"),
    ("Workers met at Judge Omar Quay on Monday.", "LOC", "Judge Omar Quay"),
    ("The Sheikh Daoud Cemetery was flooded.", "LOC", "Sheikh Daoud Cemetery"),
    ("Lawyers for Van Buren Shipping declined to speak.", "ORG", "Van Buren Shipping"),
]


@pytest.mark.parametrize(("text", "kind", "name"), PLACES)
def test_what_is_called_after_somebody_is_one_name(text: str, kind: str, name: str):
    found = read(text)
    assert named(found, kind) == [name]
    assert named(found, "PER") == []


def test_what_belongs_to_somebody_is_not_called_after_him():
    found = read("قال حزب الرئيس هاني الصفدي إنه سينسحب. وأفلست شركة رجل الأعمال نادر الشامي.")
    assert named(found, "PER") == ["هاني الصفدي", "نادر الشامي"]


NICKNAMED = [
    (
        ["وقال مدير الميناء سامر محمد الحلو الملقب أبو ليل إن الرافعة تعطلت.", "وأضاف أبو ليل أن العمل توقف."],
        ["أبو ليل"],
    ),
    (
        ["قال الطبيب مروان العطار المعروف لدى أهل الحي باسم أبو سند إن العيادة ستفتح.", "وقال أبو سند إنها أغلقت."],
        ["أبو سند"],
    ),
    (["قال فادي نصار، الملقب بأبي الليث، إن الطريق فتح.", "وقال أبو الليث إنه مفتوح."], ["أبي الليث", "أبو الليث"]),
    (
        ["Marwan al-Attar, known to his neighbours as Abu Sanad, opened the clinic.", "Abu Sanad said he was glad."],
        ["Abu Sanad"],
    ),
    (["Karim Haddad, known on the quay as Abu Nour, came late.", "Abu Nour said no."], ["Abu Nour"]),
]


@pytest.mark.parametrize(("pages", "nicknames"), NICKNAMED)
def test_a_nickname_is_its_bearers_on_every_page(pages: list[str], nicknames: list[str]):
    found = read(*pages).mentions
    own = found[found["text"].isin(nicknames)]
    assert len(own) == 2
    assert own["entity"].nunique() == 1
    assert (own["rule"] == "nickname").all()


def test_a_role_right_before_a_nickname_is_no_mention_of_its_own():
    found = read(
        "وقال مدير الميناء، سامر محمد الحلو الملقب أبو ليل، إن الرافعة تعطلت.", "لائحة تشمل مدير الميناء أبو ليل"
    )
    assert "role" not in set(found.mentions["rule"])


def test_a_surname_that_two_given_names_share():
    found = read("سمير وعادل النقيب يتبادلان التهم", "وقال سمير النقيب إن عادل النقيب كذب.")
    assert one_entity(found, "سمير", "سمير النقيب")
    english = read("Samir and Adel Naqib traded charges.", "Samir Naqib said Adel Naqib lied.")
    assert named(english, "PER")[:2] == ["Samir", "Adel Naqib"]


FOREIGN = [
    (["أفاد الخبير لي وي مينغ بأن العينات سليمة. ووصل وانغ شياو مينغ."], ["لي وي مينغ", "وانغ شياو مينغ"]),
    (["ووقع التقرير جان دوبوا وتشيديبيري أوكورو."], ["جان دوبوا", "تشيديبيري أوكورو"]),
    (["وافق هيروشي تاناكا وأولوفيمي أديبايو."], ["هيروشي تاناكا", "أولوفيمي أديبايو"]),
    (
        ["Oluchi Nwosu-Grant of the World Bank said no. Ms Nwosu-Grant left."],
        ["Oluchi Nwosu-Grant", "Nwosu-Grant"],
    ),
    (["Hope Parker said no. The assessor, J. Parker and Dr. Karin von Steinbach watched."], None),
    (["Dr. Karin von Steinbach watched. Von Steinbach left."], ["Karin von Steinbach", "Von Steinbach"]),
]


@pytest.mark.parametrize(("pages", "people"), FOREIGN)
def test_names_of_foreign_people(pages: list[str], people: list[str] | None):
    found = named(read(*pages), "PER")
    assert found == people if people is not None else "J. Parker" in found


ONE = [
    ("وصل إيف لو كوريك إلى باريس.", "قال ايف لوكوريك إن الحفرة عميقة.", "Yves Le Corric arrived."),
    ("وصلت كارين فون براندشتيت أمس.", "Dr. Karin von Brandstedt arrived."),
    ("قالت ماري كلود ديسجاردان إن النتائج سليمة.", "Marie-Claude Desjardins said it was fine."),
    ("وقع الاتفاق تشارلز أوبراين أمس.", "Charles O'Brien signed."),
]


@pytest.mark.parametrize("pages", ONE)
def test_one_foreign_person_in_two_scripts(pages: tuple[str, ...]):
    table = read(*pages).table
    assert len(table[table["type"] == "PER"]) == 1


def test_a_foreign_surname_that_no_page_spells_so():
    found = read("وصل البرتغالي دوارتي غونزالفايس أمس.", "ولم يوقعه غونزالفايش بعد.")
    assert one_entity(found, "دوارتي غونزالفايس", "غونزالفايش")


def test_a_given_name_that_is_a_place():
    found = read(
        "ورحبت جنين الحلبي باللائحة. أما المتحدثة باسم لجنة أهالي الضحايا عدن الكيلاني فقالت إن الفرح مؤجل. "
        "وفي عدن هدوء، وقالت عدن أمس إنها لن توقع."
    )
    assert named(found, "PER") == ["جنين الحلبي", "عدن الكيلاني"]
    assert named(found, "LOC") == ["عدن", "عدن"]


def test_ordinary_words_are_no_part_of_a_name():
    found = read(
        "وقال رئيس نقابة العمال سليم الحداد إن الإضراب مستمر. وكان نقيب العمال الحداد غائبا. وكان العنبر الثالث فارغا."
    )
    assert named(found, "PER") == ["سليم الحداد", "الحداد"]


BODIES = [
    ("وقالت وزارة الصيد الساتورية إن الموسم انتهى.", ["وزارة الصيد الساتورية"]),
    ("وتقع المسؤولية على الجمارك الساتورية وحدها.", ["الجمارك الساتورية"]),
    ("ووافقت النيابة العامة الساتورية على سفره.", ["النيابة العامة الساتورية"]),
    ("وقالت لجنة أسر المفقودين إن القرار متأخر.", ["لجنة أسر المفقودين"]),
    ("ووصل خبراء من المنظمة البحرية الدولية أمس.", ["المنظمة البحرية الدولية"]),
    ("وذكرت لجنة سكان الضاحية وحزب النخلة أن السد بخير.", ["لجنة سكان الضاحية", "حزب النخلة"]),
    ("The chairman of Cobalt Freight resigned. A note by Cobalt Freight followed.", ["Cobalt Freight"] * 2),
    ("The insurer Moss & Hale paid.", ["Moss & Hale"]),
    ("A spokeswoman for Reed & Dunmore said no.", ["Reed & Dunmore"]),
]


@pytest.mark.parametrize(("text", "bodies"), BODIES)
def test_bodies_that_no_list_has(text: str, bodies: list[str]):
    assert named(read(text), "ORG") == bodies


def test_a_body_that_another_page_announces():
    found = read("وقالت شركة أبراج السنديان إنها بريئة.", "وأعلنت أبراج السنديان إفلاسها.")
    assert one_entity(found, "شركة أبراج السنديان", "أبراج السنديان")


def test_a_role_takes_in_the_body_it_is_of_and_a_function_word_is_none():
    found = read("Omar Said, the chairman of Cobalt Freight, came. The chairman of Cobalt Freight said no.").mentions
    assert "The chairman of Cobalt Freight" in set(found["text"])
    arabic = read("وحضر القاضي سليم الحداد. ومثل المتهمان أمام القضاء.").mentions
    assert "أمام القضاء" not in set(arabic["text"])


def test_a_place_that_looks_like_a_person_in_a_headline():
    found = read(
        "Experts point to hot work as cause of Marsa al-Lawz blast\n"
        "Welding set off the explosion at the Port of Marsa al-Lawz, experts told reporters."
    )
    assert named(found, "PER") == []
    assert len(named(found, "LOC")) == 2


def test_half_a_character_is_no_error():
    found = read("قال الرئيس سامي \ud800 الحداد إن أبو \ud800 عاد مع فادي حداد.", "Mr \ud800 Ali \ud800Hassan said no.")
    assert not found.table.empty
