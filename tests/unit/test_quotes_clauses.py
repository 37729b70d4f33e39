"""Who speaks in a clause of its own, and what a report or a crowd says."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_ordinary import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "وقال المدرب سامي راشد إن اللاعبين أخفقوا، فيما الإدارة تقول إن «العقد واضح تماما».",
            [("سامي راشد", "سامي راشد", "اللاعبين أخفقوا"), ("", "الإدارة", "العقد واضح تماما")],
            id="a body without a name right before its verb",
        ),
        pytest.param(
            "وقال المحامي سعد الرفاعي إن القرار صدر. رئاسة الجامعة، من ناحيتها، قالت إنها تسلمت كتابا واحدا.",
            [("سعد الرفاعي", "سعد الرفاعي", "القرار صدر"), ("", "رئاسة الجامعة", "تسلمت كتابا واحدا")],
            id="whose it is, and a remark between commas",
        ),
        pytest.param(
            "وقالت نهلة البرمداوي إنها لا تلوم المعلمة. وعن المحكمة تكتفي بالقول إنها قبلت الحكم.",
            [("نهلة البرمداوي", "نهلة البرمداوي", "لا تلوم المعلمة"), ("نهلة البرمداوي", "", "قبلت الحكم")],
            id="a body that a preposition leads to",
        ),
        pytest.param(
            "وقرأ النائب فؤاد مخزوم التقرير. التقرير نفسه يصف العقد بأنه «مجحف بحق الدولة».",
            [("", "التقرير نفسه", "مجحف بحق الدولة")],
            id="a report of nobody who is known speaks itself",
        ),
        pytest.param(
            "وقال الوزير سامر كنعان إن اللقاء كان صريحا، في حين اكتفى نظيره ناصر العلوي بالقول إن المحادثات "
            "كانت «مفيدة للجميع».",
            [("سامر كنعان", "سامر كنعان", "اللقاء كان صريحا"), ("ناصر العلوي", "", "مفيدة للجميع")],
            id="another event",
        ),
        pytest.param(
            "وقال سامر كنعان إن القرار نهائي، وردت نقابة المعلمين على ذلك بالقول إنها ستطعن فيه.",
            [("سامر كنعان", "سامر كنعان", "القرار نهائي"), ("نقابة المعلمين", "نقابة المعلمين", "ستطعن فيه")],
            id="who answers, not who spoke before",
        ),
        pytest.param(
            "واختتمت النائبة سلمى حجازي كلمتها بالقول: «لن نترك أحدا خلفنا».",
            [("سلمى حجازي", "سلمى حجازي", "لن نترك أحدا خلفنا")],
            id="a verb that is none of saying, by saying",
        ),
        pytest.param(
            "واتهم الوزير علي مراد الإدارة بـ«المماطلة».",
            [("علي مراد", "علي مراد", "المماطلة")],
            id="what somebody is charged with, in marks behind him",
        ),
        pytest.param(
            "هو قرار «ظالم وغير مدروس»، بحسب تعبير سعاد المالكي، أم لثلاثة أطفال تسكن في الحي منذ عشرين سنة.",
            [("سعاد المالكي", "سعاد المالكي", "ظالم وغير مدروس")],
            id="a noun that names may stand behind, and that somebody put it so",
        ),
        pytest.param(
            "الأمين العام لاتحاد النقل نور الدين الطيب، وفق مصادر نقابية، أبلغ الحكومة أن الإضراب قائم في موعده.",
            [("نور الدين الطيب", "نور الدين الطيب", "الإضراب قائم في موعده")],
            id="a source between a subject and its verb",
        ),
        pytest.param(
            'قال رئيس اللجنة فادي زنبقة إن الفرز سيستمر. وأمام المقر، ردد عشرات الشبان "صوتنا ما بيضيع".',
            [("فادي زنبقة", "فادي زنبقة", "الفرز سيستمر"), ("", "عشرات الشبان", "صوتنا ما بيضيع")],
            id="dozens",
        ),
    ],
)
def test_who_speaks_in_a_clause_of_its_own(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(text) == wanted
