"""Who holds an office in a body that is part of another, and what stands before a verb's form that is a noun."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_ordinary import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "وقال رئيس لجنة الصحة في مجلس النواب سمير قاسم إن القانون جاهز.",
            [("سمير قاسم", "سمير قاسم", "القانون جاهز")],
            id="a clause",
        ),
        pytest.param(
            "وفي ليبيا، طالبت عضو لجنة الصحة في مجلس النواب أسمهان الترهوني بوقف إيفاد المرضى إلى المستشفيات، "
            "وقالت في تصريحات نقلتها قناة محلية: «ندفع لهذه المستشفيات عشرات الملايين كل سنة».",
            [
                ("أسمهان الترهوني", "أسمهان الترهوني", "وقف إيفاد المرضى إلى المستشفيات"),
                ("أسمهان الترهوني", "أسمهان الترهوني", "ندفع لهذه المستشفيات عشرات الملايين كل سنة"),
            ],
            id="what is written in one word with a preposition, and what she then said",
        ),
        pytest.param(
            "وفي أول رد لها على هذا التصريح، رأت محامية المصحة إيناس الفراتي أن الشركة كانت تعرف وتبيع.",
            [("إيناس الفراتي", "إيناس الفراتي", "الشركة كانت تعرف وتبيع")],
            id="a noun behind a superlative",
        ),
        pytest.param(
            "أما الخباز أبو سامر فيقول إنه اشترى مولدا.\n\n"
            "ورد وزير الطاقة على ذلك بالقول إن الحكومة «ورثت قطاعا منهارا».",
            [("أبو سامر", "أبو سامر", "اشترى مولدا"), ("", "وزير الطاقة", "ورثت قطاعا منهارا")],
            id="an office without the article is not who was told of, and a clause in marks names no government",
        ),
        pytest.param(
            "وكانت النيابة العامة قد أعلنت توقيف رجل الأعمال سامي الدلال.",
            [("النيابة العامة", "النيابة العامة", "توقيف رجل الأعمال سامي الدلال")],
            id="a body between a verb and its helper",
        ),
        pytest.param(
            "قال المدرب خالد الشمري إن الفريق بخير. من جانبه، عبر قائد المنتخب سلمان العتيبي عن أسفه للجماهير.",
            [("خالد الشمري", "خالد الشمري", "الفريق بخير"), ("سلمان العتيبي", "سلمان العتيبي", "أسفه للجماهير")],
            id="a verb that is written like a preposition",
        ),
    ],
)
def test_who_says_what(text: str, wanted: list[tuple[str, str, str]]):
    assert told(text) == wanted
