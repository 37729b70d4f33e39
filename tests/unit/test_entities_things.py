"""Names of people that are no people: of things called after them, of clubs told so, of words in between."""

from __future__ import annotations

import pytest

from tests.build import article_of, corpus_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.entities.variants import alike


def people(text, language="ar"):
    """Who is named in a text."""
    mentions = entities(Corpus([article_of(text, language=language)]), progress=False).mentions
    return mentions["text"][mentions["type"] == "PER"].tolist()


@pytest.mark.parametrize("thing", ["باخرة", "قاعة", "سفينة", "فندق", "محطة", "جائزة", "مدرسة", "شارع"])
def test_a_thing_called_after_somebody_is_nobody(thing):
    assert people(f"وقعت الحادثة أمس قرب {thing} سمير حداد في وسط المدينة.") == []


@pytest.mark.parametrize("title", ["مدير", "وكيل", "مهندس", "ضابط", "نائب"])
@pytest.mark.parametrize("adjective", ["جامعي", "معتمد", "رياضي", "مستقيل", "أجنبي", "سابق", "عقاري"])
def test_what_says_more_of_somebody_names_nobody(title, adjective):
    assert people(f"وحضر {title} {adjective} الاجتماع أمس، وقال {title} {adjective} إن الأمر صعب.") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("وقال رئيسها بوتين إن الأمر صعب.", ["بوتين"]),
        ("وقال مدرب ليفربول سلوت إن الأمر صعب.", ["سلوت"]),
        ("قال المدرب غوارديولا إن الأمر صعب.", ["غوارديولا"]),
        ("قالت صاحبة القاعة منى الدروبي إن العرس ألغي.", ["منى الدروبي"]),
    ],
)
def test_who_is_named_behind_a_title(text, named):
    assert people(text) == named


def test_through_somebody_is_he():
    assert people("وصل المبلغ عن طريق سمير حداد أمس.") == ["سمير حداد"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("وقال المدير إن الصفقة مسجلة باسم وليد شطيبي، وهو صهره.", ["وليد شطيبي"]),
        ("وقال باسم وليد حداد إنه بريء.", ["باسم وليد حداد"]),
        ("وأبدى المدرب رضاه عن الاستعداد.", []),
        ("وقال المدرب رضا إن الاستعداد كاف.", ["رضا"]),
        ("ووقع العقد عن وكيل معتمد في العاصمة.", []),
    ],
)
def test_words_that_could_be_names(text, named):
    assert people(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Amel Souika, a club from the east, sold Ayoub Zerdani. Amel Souika's president, Kamel Haddad, denied it.",
            ["Ayoub Zerdani", "Kamel Haddad"],
        ),
        ("Forty percent went to Atlas Horizon, an agency owned by Walid Haddad.", ["Walid Haddad"]),
        ("Omar Haddad, a company director, said no.", ["Omar Haddad"]),
        ("A spokeswoman for Sidrat Al-Bahr, Dalal Haddad, confirmed the offer.", ["Dalal Haddad"]),
    ],
)
def test_what_a_page_tells_to_be_a_body_is_nobody(text, named):
    assert people(text, "en") == named


@pytest.mark.parametrize(
    ("latin", "arabic", "one"),
    [
        ("stokic", "ستوكيتش", True),
        ("hodzic", "هوجيتش", True),
        ("eric", "اريك", True),
        ("johanna", "يوهانا", True),
        ("jasmin", "ياسمين", True),
        ("jamal", "امل", False),
        ("najet", "نجاه", True),
        ("hayat", "حياه", True),
    ],
)
def test_a_name_heard_in_another_script(latin, arabic, one):
    assert alike(latin, arabic) is one


def test_ben_is_written_apart_in_one_script_and_together_in_the_other():
    arabic = article_of("وقالت حورية بن دحمان إن القرار نهائي.", name="a")
    english = article_of("Houria Bendahmane said the decision was final.", name="b", language="en")
    found = entities(Corpus([arabic, english]), progress=False)
    assert found.mentions["entity"].nunique() == 1


def test_a_union_of_players_is_a_body_whatever_it_does():
    found = entities(corpus_of("وأصدرت رابطة اللاعبين المحترفين بيانا."), progress=False)
    assert found.mentions[["text", "type"]].values.tolist() == [["رابطة اللاعبين المحترفين", "ORG"]]


@pytest.mark.parametrize(
    "name",
    ["فتح الله حداد", "ضيف الله حداد", "هبة الله صلاح", "نصر الله كامل", "علم الدين حداد", "نور الدين مسعي"],
)
def test_given_names_of_two_words(name):
    assert people(f"وقال الطبيب {name} إن الوضع صعب.") == [name]
    assert people(f"وأوضح المدير {name}، في بيان، أن الوضع صعب.") == [name]


@pytest.mark.parametrize("text", ["بحمد الله عاد الجميع.", "رجال الدين في المدينة.", "كتاب الله بيننا وبينهم."])
def test_no_name_begins_with_the_second_half_of_one(text):
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("وقال مغاوري شحاتة السيد إن التبطين مفيد.", ["مغاوري شحاتة السيد"]),
        ("والتقى محمود علي السيد الوزير في مكتبه.", ["محمود علي"]),
        ("المساعدة وصلت لأم محمود أمس.", ["أم محمود"]),
        ("وقال رئيس الاتحاد، الطاهر ولد اعبيدي، إن الوضع صعب.", ["الطاهر ولد اعبيدي"]),
        ("وقالت السالكة منت الداه إن الوضع صعب.", ["السالكة منت الداه"]),
        ("نقلت القناة عن رقية منت لمين قولها إن الوضع صعب.", ["رقية منت لمين"]),
        ("نفى المدير الجهوي، لحبيب أمزيل، أن الوضع صعب.", ["لحبيب أمزيل"]),
        ("ويقول أمينها العام أماني العزام إن الوضع صعب.", ["أماني العزام"]),
        ("لحسن الحظ نجا الجميع من الحريق.", []),
    ],
)
def test_where_names_begin_and_end(text, named):
    assert people(text) == named


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Structural engineers said on Monday that the roof was unsafe.", []),
        ("The plant of Nkosi was shut. Nkosi shares fell.", ["Nkosi", "Nkosi"]),
        ("Cllr Martin Okafor said the Health and Safety Executive had called.", ["Health and Safety Executive"]),
    ],
)
def test_what_opens_a_sentence_is_no_company(text, bodies):
    mentions = entities(Corpus([article_of(text, language="en")]), progress=False).mentions
    assert mentions["text"][mentions["type"] == "ORG"].tolist() == bodies


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The sale of Ayoub Zerdani by Amel Souika, a club from the city, was stopped. Amel Souika say no.", 1),
        ("Atlas Horizon, an agency owned by Walid Chetibi, did not respond.", 1),
        ("Karim Boulos, a club owner, said no. Chloe Parker, a bank chairman from Leeds, wept.", 2),
        ("Karim Boulos, a member of parliament from Leeds, said no.", 1),
    ],
)
def test_what_a_comma_calls_a_body_is_nobody(text, named):
    assert len(people(text, language="en")) == named
