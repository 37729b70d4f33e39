"""Clauses that a phrase attributes, as Arabic newspapers put it behind or before them: ``وفق ما أكده فلان``."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_ordinary import told

LEFT = "غادر المدير المحكمة في المساء"


@pytest.mark.parametrize(
    ("phrase", "speaker", "called"),
    [
        ("وفق ما أكده سمير قاسم", "سمير قاسم", "سمير قاسم"),
        ("وفقاً لما أعلنه الوزير سمير قاسم", "سمير قاسم", "سمير قاسم"),
        ("بحسب ما أوضحته مريم حداد لوكالة الأنباء", "مريم حداد", "مريم حداد"),
        ("بحسب ما شرح سمير قاسم", "سمير قاسم", "سمير قاسم"),
        ("على ما أفاد مصدر أمني", "", "مصدر أمني"),
        ("حسبما كشف مصدر قضائي لـ«الصباح»", "", "مصدر قضائي"),
        ("مثلما أكد سمير قاسم", "سمير قاسم", "سمير قاسم"),
        ("وفق ما أكدته الشرطة", "", "الشرطة"),
        ("وذلك وفق ما أعلنه سمير قاسم", "سمير قاسم", "سمير قاسم"),
    ],
)
def test_who_says_the_clause_before_a_phrase(phrase: str, speaker: str, called: str):
    assert told(f"{LEFT}، {phrase}.") == [(speaker, called, LEFT)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            f"ووفق ما أكده الوزير سمير قاسم، فإن المدير {LEFT.split(' ', 2)[2]}.",
            [("سمير قاسم", "سمير قاسم", f"المدير {LEFT.split(' ', 2)[2]}")],
            id="before its clause",
        ),
        pytest.param(
            "قال سمير قاسم إن الجلسة طويلة. وانتهت في المساء، وفق قوله.",
            [("سمير قاسم", "سمير قاسم", "الجلسة طويلة"), ("سمير قاسم", "سمير قاسم", "وانتهت في المساء")],
            id="a pronoun is who spoke before",
        ),
        pytest.param(
            "وتمنى سمير قاسم لنظيره «النجاح في المهمة الجديدة»، على ما أفاد الكرملين.",
            [("سمير قاسم", "سمير قاسم", "النجاح في المهمة الجديدة")],
            id="a body passes on whose words a verb tells",
        ),
        pytest.param(
            "وكان الوزير سمير قاسم قد أعلن مساء الثلاثاء إطلاق حملة تفتيش واسعة.",
            [("سمير قاسم", "سمير قاسم", "إطلاق حملة تفتيش واسعة")],
            id="helpers stand between a subject and its verb",
        ),
    ],
)
def test_who_says_what(text: str, wanted: list[tuple[str, str, str]]):
    assert told(text) == wanted
