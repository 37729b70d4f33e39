"""People whose names are ordinary words too, where a verb of saying tells that they are people."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes

SENTENCES = (
    "وقال{ت} {name} إن الأسعار تضاعفت هذا العام.",
    "وأكد{ت} {name} أن الأسعار تضاعفت هذا العام.",
    "قال{ت} {name}: «الأسعار تضاعفت هذا العام».",
    "وشدد{ت} {name} على أن الأسعار تضاعفت هذا العام.",
    "«الأسعار تضاعفت هذا العام»، {says} {name}.",
    "وبحسب {name}، فإن الأسعار تضاعفت هذا العام.",
    "أما {name} ف{says} إن الأسعار تضاعفت هذا العام.",
)
WOMEN = ("أمل صادق", "حياة عودة", "منى بدر", "إيمان السيد")
MEN = ("محمد علي", "كامل شعبان", "قصي علي", "غالب السيد", "جمعة صادق", "سلام سالم", "حازم الحلاق")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", [*WOMEN, *MEN])
def test_who_says_something_is_somebody(sentence, name):
    woman = name in WOMEN
    text = sentence.format(name=name, ت="ت" if woman else "", says="تقول" if woman else "يقول")
    corpus = Corpus([article_of(text)])
    found = entities(corpus, progress=False)
    (row,) = quotes(corpus, found, progress=False).table.to_dict("records")
    assert (row["speaker"], row["text"]) == (name, "الأسعار تضاعفت هذا العام")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United Nations said the road was open.", "United Nations"),
        ("Officials at the United Nations met on Monday.", "United Nations"),
        ("The White House said the road was open.", "White House"),
    ],
)
def test_a_word_of_a_listed_name_is_nobody(text, name):
    found = entities(Corpus([article_of(text, language="en")]), progress=False)
    assert [*found.mentions["text"]] == [name]
    assert found.unresolved.empty


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال محمود أبو ليلة إن الوضع صعب. وشدد أبو ليلة على أن الإضراب لن يرفع.", ["محمود أبو ليلة", "أبو ليلة"]),
        ("قال حسام وهدان إن العمل بدأ. وطمأن وهدان الأهالي إلى أن المياه سليمة.", ["حسام وهدان", "وهدان"]),
    ],
)
def test_a_family_name_is_whole_and_no_more(text, names):
    found = entities(Corpus([article_of(text)]), progress=False)
    assert [*found.mentions["text"]] == names
    assert found.mentions["entity"].nunique() == 1


def test_a_given_name_is_not_what_a_body_is_for():
    found = entities(Corpus([article_of("ورحبت عضو المجلس المحلي ليلى الطنطاوي بالاتفاق.")]), progress=False)
    assert [*found.mentions["text"]] == ["المجلس المحلي", "ليلى الطنطاوي"]


@pytest.mark.parametrize("adjective", ["الحكومي", "الفني", "الأمني", "البرلماني", "الطبي", "التنفيذي"])
def test_an_adjective_of_an_office_is_no_surname(adjective):
    text = f"قال الوزير حسن بناني إن العمل بدأ. وقال المسؤول {adjective} إن النفقات ستتراجع."
    found = entities(Corpus([article_of(text)]), progress=False)
    assert [*found.mentions["text"]] == ["حسن بناني"]
    assert found.unresolved.empty
