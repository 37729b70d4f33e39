"""Who speaks without a name: somebody new, whoever is asked, a title alone, a statement of nobody known."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_passed import case, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        case(
            "a title alone behind a comma",
            "وفي تصريح مقتضب، اكتفى محافظ الإقليم بالقول إن «الملف قيد المتابعة».",
            ("محافظ", "الملف قيد المتابعة"),
        ),
        case(
            "whoever is asked answers",
            "وتحدث سمير حداد أولا. ثم سئلت الوزيرة عن عدد المفقودين فأجابت: «لا نملك رقماً نهائياً».",
            ("الوزيرة", "لا نملك رقماً نهائياً"),
        ),
        case(
            "whoever is asked has a name",
            "تحدث سمير حداد أولا. وسئلت الوزيرة سلمى الحاج عن الاستقالة فقالت إن الأمر سابق لأوانه.",
            ("سلمى الحاج", "الأمر سابق لأوانه"),
        ),
        case(
            "a sentence is about somebody's mother",
            "أما والدة التلميذ يوسف كاظم فتشكو من أن ابنها بقي أسبوعين بلا معلمة.",
            ("والدة", "ابنها بقي أسبوعين بلا معلمة"),
        ),
        case(
            "a title of two words and a name between commas",
            "وقال صاحب المصنع، رجل الأعمال ناصر البلوي، إن المصنع آمن.",
            ("ناصر البلوي", "المصنع آمن"),
        ),
        case(
            "a statement of nobody known, behind somebody else",
            "قال سمير حداد إن الجسر آمن. وأكد بيان صادر عن مكتب النائب العام أن النيابة «لم تتلق أي بلاغ». "
            "وأضاف البيان أن التحقيق سري.",
            ("سمير حداد", "الجسر آمن"),
            ("بيان", "لم تتلق أي بلاغ"),
            ("البيان", "التحقيق سري"),
        ),
        case(
            "somebody new right before the verb",
            'Ali Hadi spoke first. "We used what was in the van," a worker said.',
            ("a worker", "We used what was in the van,"),
        ),
        case(
            "one of them, right before the verb and behind it",
            '"We used what was in the van," one of them said. "It was cold," said one of them.',
            ("one of them", "We used what was in the van,"),
            ("one of them", "It was cold,"),
        ),
        case(
            "one of those of whom more is said",
            'Ali Hadi came. "No," one of the men who worked there said.',
            ("one of the men who worked there", "No,"),
        ),
        case(
            "another, and the other",
            'Ali Hadi spoke. "Never," others said. "No," another told the court. The other said he had complained.',
            ("others", "Never,"),
            ("another", "No,"),
            ("The other", "he had complained"),
        ),
        case(
            "the man who was told of is nobody new",
            'Ali Hadi waited outside. "They lied," the man said.',
            ("Ali Hadi", "They lied,"),
        ),
        case(
            "an infinitive has the subject of its verb",
            "The head teacher, Louise Adeyemi, wrote to families on Tuesday to say that lessons would go on.",
            ("Louise Adeyemi", "lessons would go on"),
        ),
        case(
            "a title behind where it is said",
            'In an interview with BBC Radio Leeds, the mayor described the closure as "a scandal".',
            ("mayor", "a scandal"),
        ),
        case("a verb that is its own past", 'The letter read: "It is not ideal."', ("The letter", "It is not ideal.")),
    ],
)
def test_who_speaks_without_a_name(text, wanted):
    assert told(text) == wanted
