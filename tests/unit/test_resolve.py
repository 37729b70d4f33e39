"""Who is who: spellings, scripts, namesakes, nicknames, roles with their days, places and bodies."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.build import corpus_of
from tests.eval.bcubed import bcubed
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import bare, form, same
from workbench.extractors.entities.people import People
from workbench.extractors.entities.rolewords import said
from workbench.extractors.entities.variants import alike
from workbench.languages import pack
from workbench.text.tokens import tokens


def folded(name: str, language: str = "") -> tuple[str, ...]:
    code = language or ("en" if name[0].isascii() else "ar")
    return tuple(word.folded for word in tokens(name, pack(code)))


def found(*texts: str, language: str = "ar", days: tuple[int, ...] = ()):
    articles = list(corpus_of(*texts, language=language))
    dated = [replace(a, published=dt.date(2026, 3, day)) for a, day in zip(articles, days, strict=False)]
    return entities(Corpus(dated or articles), tagger=False, edits=False, progress=False)


def whom(result, text: str, nth: int = -1) -> str:
    own = result.mentions[result.mentions["text"] == text]
    return str(own["entity"].iloc[nth]) if len(own) else ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("روديون غالانوف", "روديون جالانوف"),
        ("روديون غالانوف", "روديون قالانوف"),
        ("إغناثيو سالدانيا دي لا توري", "إجناسيو سالدانها"),
        ("إغناثيو سالدانيا دي لا توري", "Ignacio Saldaña de la Torre"),
        ("إغناثيو سالدانيا", "Ignacio Saldanha"),
        ("إغناسيو دي لا فيغا", "إيغناثيو دي لا بيغا"),
        ("نصر الدين بن خليل الحسيني", "نصر الدين حسيني"),
        ("نصر الدين حسيني", "Nasreddin al-Husayni"),
        ("أوغوز قره داغ", "أوغوز كاراداغ"),
        ("عبد الرزاق بن سالم آل ياقوت", "Abdulrazzaq bin Salem Al Yaqut"),
        ("مصطفى أبو دلة", "مصطفي ابو دلة"),
        ("هيثم نصر التميمي", "Haitham al-Tamimi"),
    ],
)
def test_one_name_in_other_letters(a: str, b: str):
    assert same(form(folded(a)), form(folded(b)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("حسن الراوي", "حسين الراوي"),
        ("سعيد الراوي", "سعد الراوي"),
        ("عمر الراوي", "عمرو الراوي"),
        ("علي الراوي", "علا الراوي"),
        ("قاسم الراوي", "جاسم الراوي"),
        ("سالم الحسيني", "سالم الحسني"),
        ("جمال التميمي", "Kamal al-Tamimi"),
        ("سليم التميمي", "Salam al-Tamimi"),
        ("محمد علي", "محمد علي الحوثي"),
        ("John Smith", "Jane Smith"),
    ],
)
def test_two_names_that_look_alike(a: str, b: str):
    assert not same(form(folded(a)), form(folded(b)))


def test_sounds_are_symmetric():
    assert alike("سالم", "salem") == alike("salem", "سالم")


def test_surnames_of_several_words():
    assert bare(folded("أوغوز قره داغ"))[0] == ("قره", "داغ")
    assert ("دي", "لا", "فيغا") in bare(folded("إغناسيو دي لا فيغا"))
    assert bare(folded("ليلى أبو شامة")) == (("ابو", "شامه"),)
    assert bare(folded("هيثم نصر التميمي")) == (("التميمي",),)


def people_of(*names: str) -> People:
    candidates = [Candidate("a", i, i + 1, "PER", "title", i, i + 1, folded(name)) for i, name in enumerate(names)]
    return People({"a": candidates})


def test_initials_lead_to_the_only_one_they_fit():
    people = people_of("روديون غالانوف", "R. Galanov")
    assert people.named(folded("R. Galanov")) is people.named(folded("روديون غالانوف"))
    two = people_of("روديون غالانوف", "رستم غالانوف", "R. Galanov")
    assert len(two.people) == 3


def test_a_shorter_name_that_fits_two_people_is_joined_to_neither():
    people = people_of("محمد شياع السوداني", "محمد عمر السوداني", "محمد السوداني")
    assert len(people.people) == 3
    assert len(people_of("محمد شياع السوداني", "محمد السوداني").people) == 1


def test_names_are_joined_in_any_order():
    names = ("روديون غالانوف", "Rodion Galanov", "روديون جالانوف", "هيثم التميمي", "هيثم نصر التميمي")
    forward, backward = people_of(*names), people_of(*reversed(names))
    assert sorted(p.key for p in forward.people) == sorted(p.key for p in backward.people)
    assert len(forward.people) == 2


def test_namesakes_by_title_and_by_answering():
    result = found(
        "قال الوزير سلام الراوي إن المخزون قليل. وقال المحافظ جاسر الراوي إن المخزون يكفي. "
        "وأضاف الوزير الراوي أن الأرقام قديمة. ورد الراوي بأن القياسات جديدة."
    )
    own = result.mentions[result.mentions["text"] == "الراوي"]
    assert own["entity"].tolist() == ["سلام الراوي", "جاسر الراوي"]
    assert all(own["reason"])


def test_people_of_one_full_name_are_told_apart_by_what_they_are():
    governor, farmer = "قال محافظ الأنبار جاسر الراوي إن الماء يكفي.", "قال المزارع جاسر الراوي إن البئر جفت."
    result = found(governor, farmer, "وصل جاسر الراوي إلى بغداد.")
    assert sorted(result.table.loc[result.table["type"] == "PER", "entity"]) == ["جاسر الراوي", "جاسر الراوي (المزارع)"]
    assert len(found(governor, "وصل جاسر الراوي إلى بغداد.").table.query("type == 'PER'")) == 1


def test_a_nickname_is_joined_in_the_article_and_over_the_corpus():
    result = found(
        "قال القائد إدريس الوزان، المعروف باسم أبو فيصل، إن الأمر انتهى.",
        "قال أبو فيصل إن رجاله باقون. وأشار إلى أن أبا فيصل غائب.",
    )
    own = result.mentions[result.mentions["rule"] == "nickname"]
    assert set(own["entity"]) == {"إدريس الوزان"}
    assert "أبو فيصل" in set(own["text"])


def test_a_nickname_of_two_people_is_nobodys_elsewhere():
    result = found(
        "قال إدريس الوزان (أبو فيصل) إن الأمر انتهى.",
        "قال سالم الحلبي (أبو فيصل) إن الأمر بدأ.",
        "قال أبو فيصل إن رجاله باقون.",
    )
    assert whom(result, "أبو فيصل") not in ("إدريس الوزان", "سالم الحلبي")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("الوزير", "وزير الدفاع السوري"),
        ("المبعوث الأممي", "مبعوث الأمم المتحدة"),
        ("the defence minister", "وزير الدفاع السوري"),
        ("الموفد الأوروبي", "المبعوث الأوروبي لشؤون المياه"),
    ],
)
def test_shorter_words_for_a_role(short: str, long: str):
    a, b = (said(folded(text), pack("en" if text[0].isascii() else "ar")) for text in (short, long))
    assert a is not None
    assert b is not None
    assert a.part_of(b)
    assert not b.part_of(a) or a == b


def test_a_role_that_changes_hands_is_the_holders_of_that_day():
    result = found(
        "قال وزير الدفاع السوري مرهف الحلبي إن الأمر انتهى.",
        "قال وزير الدفاع السوري إن الأمر انتهى.",
        "قال وزير الدفاع السوري سالم الراوي إن الأمر بدأ.",
        "قال وزير الدفاع السوري إن الأمر بدأ.",
        days=(1, 2, 5, 7),
    )
    roles = result.mentions[result.mentions["rule"] == "role"]
    assert roles["entity"].tolist() == ["مرهف الحلبي", "سالم الراوي"]
    row = result.roles.set_index("entity").loc["مرهف الحلبي"]
    assert (row["first"], row["last"], row["articles"]) == (dt.date(2026, 3, 1), dt.date(2026, 3, 1), 1)
    assert row["of"] == "الدفاع السوري"


def test_a_former_holder_is_never_the_present_one():
    result = found(
        "قال وزير الدفاع السوري مرهف الحلبي إن الأمر انتهى. ورفض وزير الدفاع السابق ذلك.",
        "قال الوزير السابق سالم الراوي إن الأمر بدأ. وأضاف الوزير أن الوقت ضيق.",
    )
    assert whom(result, "وزير الدفاع السابق") == ""
    assert whom(result, "الوزير") == ""


def test_two_candidates_for_a_role_are_none():
    result = found("التقى وزير الدفاع السوري مرهف الحلبي وزير الدفاع العراقي سالم الراوي. وقال الوزير إن الأمر انتهى.")
    assert whom(result, "الوزير") == ""


def test_a_role_is_learned_from_what_stands_behind_the_name():
    result = found("وصل مرهف أبو قصرة، وزير الدفاع السوري، إلى حلب. وقال الوزير إن الأمر انتهى.")
    assert whom(result, "الوزير") == "مرهف أبو قصرة"


def test_every_alias_has_its_reason():
    result = found("قال الوزير روديون غالانوف ذلك.", "قال الوزير روديون جالانوف ذلك. وأضاف جالانوف أنه باق.")
    row = result.table[result.table["type"] == "PER"].iloc[0]
    assert len(row["aliases"]) == len(row["reasons"])
    assert any("spelling" in reason for reason in row["reasons"])


def test_roles_frame_of_nobody_is_empty():
    assert list(found().roles.columns) == ["entity", "role", "of", "first", "last", "articles"]


def test_roles_follow_a_merged_entity():
    result = found("قال وزير الدفاع السوري مرهف الحلبي ذلك.", "قال وزير الطاقة السوري سالم الراوي ذلك.")
    result.merge("مرهف الحلبي", "سالم الراوي")
    assert set(result.roles["entity"]) == {"مرهف الحلبي"}


def test_bodies_translated_word_for_word_are_one():
    arabic = corpus_of("أعلنت وزارة الخارجية التركية ذلك. وقالت الخارجية التركية إنها مستعدة.")
    english = corpus_of("The Turkish Foreign Ministry said so.", language="en", prefix="e")
    result = entities(Corpus([*arabic, *english]), tagger=False, edits=False, progress=False)
    assert len(result.table[result.table["type"] == "ORG"]) == 1


def test_bcubed_of_known_clusters():
    assert bcubed([("a", 1), ("a", 2)])[:2] == (1.0, 0.5)
    precision, recall, f1 = bcubed([("a", 1), ("a", 1), ("b", 1), ("c", 2)])
    assert precision == pytest.approx((4 / 3 + 1 / 3 + 1) / 4)
    assert recall == 1.0
    assert f1 == pytest.approx(2 * precision / (precision + 1))
    assert bcubed([]) == (1.0, 1.0, 1.0)


MADE = [
    ("ar", "عين المجلس سامر الكيلاني وزيرا للصحة. وقال الوزير إن اللقاح متوفر.", "الوزير", "سامر الكيلاني"),
    ("ar", "كلف أمير الكويت سعود الهاجري رئيسا للوزراء. وقال رئيس الوزراء إنه جاهز.", "رئيس الوزراء", "سعود الهاجري"),
    (
        "ar",
        "اختار النادي فادي الخالدي مديرا خلفا لناصر البدر. ورفض المدير السابق التعليق.",
        "المدير السابق",
        "ناصر البدر",
    ),
    (
        "en",
        "The club named Peter Lindqvist head coach, replacing Omar Farouk. The coach spoke.",
        "The coach",
        "Peter Lindqvist",
    ),
    (
        "en",
        "They elected Karim Haddad as mayor, replacing Omar Najjar. The former mayor left.",
        "The former mayor",
        "Omar Najjar",
    ),
    ("en", "Lina Sabbagh was appointed the new finance minister. The minister spoke.", "The minister", "Lina Sabbagh"),
    ("ar", "قال المهندس فادي الخالدي إن الجسر آمن. وصمت المهندس طويلا.", "المهندس", "فادي الخالدي"),
    ("ar", "نفت الطبيبة سمر العمري ذلك. وأكدت الطبيبة أن اللقاح متوفر.", "الطبيبة", "سمر العمري"),
    ("ar", "قالت القاضية رنا العلي إن الجلسة تأجلت. وغاب القاضي.", "القاضي", ""),
    ("ar", "وقال زياد القاسم إن المصنع أغلق. وأضاف مدير الشركة أن الرواتب ستدفع.", "مدير الشركة", "زياد القاسم"),
    ("en", "Maria Santos, the owner of the factory, was arrested. The owner spoke.", "The owner", "Maria Santos"),
    ("en", "President Daniel Ortiz met engineer Rana Habib. The engineer left.", "The engineer", "Rana Habib"),
    ("en", "Referee Walid Haddad blew twice. The referee left.", "The referee", "Walid Haddad"),
    ("ar", "وصل المدرب الإسباني كارلوس مورينتي. وقال المدرب إن المباراة صعبة.", "المدرب", "كارلوس مورينتي"),
]


@pytest.mark.parametrize(("language", "text", "role", "holder"), MADE)
def test_a_role_alone_and_who_was_made_it(language: str, text: str, role: str, holder: str):
    assert whom(found(text, language=language), role) == holder


def test_a_role_is_led_to_the_holder_in_the_story():
    first = "قالت القاضية رنا العلي إن الجلسة تأجلت. وحضر سامر الكيلاني وناصر البدر."
    second = "وصل سامر الكيلاني إلى المحكمة مع ناصر البدر. وستستمع القاضية إليهما."
    alone = "وصل سامر الكيلاني إلى المحكمة. وستستمع القاضية إليه."
    assert whom(found(first, second, days=(1, 2)), "القاضية") == "رنا العلي"
    assert whom(found(first, alone, days=(1, 2)), "القاضية") == ""


def test_who_replaces_somebody_holds_his_office():
    first = "وصل وزير النقل فادي الخالدي إلى الميناء."
    second = "تسلمت سمر العمري مكتبها أمس. وجاءت خلفا لفادي الخالدي. وقالت الوزيرة إنها جاهزة."
    result = found(first, second, days=(1, 9))
    assert whom(result, "الوزيرة") == "سمر العمري"


def test_former_work_contradicts_nothing():
    first = "The president, Karim Haddad, opened the bridge."
    second = "Karim Haddad, a former goalkeeper, visited the port."
    assert found(first, second, language="en").mentions["entity"].nunique() == 1


def test_a_role_behind_a_surname_tells_namesakes_apart():
    text = "Judge Hani Kassab was cleared. Doctor Sami Kassab was charged. Later Kassab the judge spoke."
    assert whom(found(text, language="en"), "Kassab") == "Hani Kassab"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("معمر القذافي", "Muammar Gaddafi"),
        ("معمر القذافي", "Moammar Qaddafi"),
        ("هدى عبد الله المصري", "Huda Abdullah al-Masri"),
        ("عبد الحليم الخطيب", "Abdul-Halim al-Khatib"),
        ("أنطونيو غوتيريش", "Antonio Guterres"),
        ("كريستين لاغارد", "Christine Lagarde"),
        ("أحمد أبو الغيط", "Ahmed Aboul Gheit"),
        ("نجلاء المنقوش", "Najla Mangoush"),
        ("موسى الكوني", "Musa al-Koni"),
    ],
)
def test_names_of_the_world_in_two_scripts(a: str, b: str):
    assert same(form(folded(a)), form(folded(b)))


@pytest.mark.parametrize(("a", "b"), [("كمال الراوي", "Gamal al-Rawi"), ("شريف الراوي", "سريف الراوي")])
def test_sounds_that_native_names_keep_apart(a: str, b: str):
    assert not same(form(folded(a)), form(folded(b)))


def test_one_surname_and_office_in_two_scripts_are_one_person():
    first = "وصل رئيس الوزراء الإسرائيلي بنيامين نتنياهو إلى واشنطن."
    second = "Israeli Prime Minister Benjamin Netanyahu left Washington."
    third = "Israeli singer Barak Netanyahu left Washington."
    mixed = [replace(a, id=f"m{n}") for n, a in enumerate(corpus_of(first, language="ar"))]
    for n, text in enumerate((second, third)):
        mixed += [replace(a, id=f"n{n}") for a in corpus_of(text, language="en")]
    result = entities(Corpus(mixed), tagger=False, edits=False, progress=False)
    assert whom(result, "Benjamin Netanyahu") == whom(result, "بنيامين نتنياهو")
    assert whom(result, "Barak Netanyahu") != whom(result, "Benjamin Netanyahu")
