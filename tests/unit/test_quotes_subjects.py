"""The subject of a verb of saying where other noun phrases stand nearer, and forms that report nothing."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.quotes import quotes


def reported(text: str, language: str = "ar") -> list[tuple[str, str]]:
    table = quotes(Corpus([article_of(text, name="p", language=language)]), progress=False).table
    return list(zip(table["text"], table["speaker"], strict=True))


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        # the holder of a long office stands between commas, behind places and bodies
        (
            "كشفت رئيسة لجنة التحقيق في حادث بلدة السدرة، القاضية زكية المرزوقي، أمس أن الإشارة معطلة.",
            "الإشارة معطلة",
            "زكية المرزوقي",
        ),
        (
            "أكد المتحدث باسم شركة قطارات الساحل والجنوب المشغلة للخط، إلياس القبطاني، أن الخط آمن.",
            "الخط آمن",
            "إلياس القبطاني",
        ),
        (
            "قالت رئيسة البعثة، الدبلوماسية السويدية السابقة مارغريتا ستولهامر، إن العد دقيق.",
            "العد دقيق",
            "مارغريتا ستولهامر",
        ),
        # an outlet that is told does not speak
        (
            "جلست الطالبة نورس الفطناسي في العربة. تقول لقناة الضفاف من سريرها: «سمعت صوتا قويا».",
            "سمعت صوتا قويا",
            "نورس الفطناسي",
        ),
        # a verb joined by a conjunction goes on with the subject of its sentence, not with whoever stands before it
        (
            "قال وزير العدل سامر الديراني إن الملف ناقص وحذر من أن العراق يخسر.",
            "العراق يخسر",
            "سامر الديراني",
        ),
        ("وكان وزير العدل سامر الديراني قد اجتمع بالقضاة، وقال لهم إن المهلة قصيرة.", "المهلة قصيرة", "سامر الديراني"),
        # a purpose has the subject of its sentence
        (
            "خرج وزير العدل سامر الديراني عن صمته ليؤكد، في رسالة إلى الصحيفة، أنه سلم الملف.",
            "سلم الملف",
            "سامر الديراني",
        ),
        # a topic is who speaks, whoever stands behind the verb
        (
            "أما وزير العدل سامر الديراني فرأى في كلام الوزيرة ريما السندسي «شهادة براءة كاملة».",
            "شهادة براءة كاملة",
            "سامر الديراني",
        ),
        # a remark between commas or dashes before what is reported
        (
            "وقال وزير العدل سامر الديراني - وهو محام سابق - للقناة أن الملف مغلق.",
            "الملف مغلق",
            "سامر الديراني",
        ),
        (
            "وشدد وزير العدل سامر الديراني، في مقابلة مع القناة بثت مساء الاثنين، على أن الملف مغلق.",
            "الملف مغلق",
            "سامر الديراني",
        ),
        # days are no object
        (
            "حذر وزير العدل سامر الديراني مساء أمس الثلاثاء من محاولات تعطيل الجلسة.",
            "محاولات تعطيل الجلسة",
            "سامر الديراني",
        ),
        # who speaks for a body
        (
            "قالت هيئة الطرق والجسور، على لسان المتحدثة باسمها ضحى العكيلي، إنها لم تستشر.",
            "لم تستشر",
            "ضحى العكيلي",
        ),
        # a woman whose title is written like a man's
        (
            "وصلت محافظ كرمون ميسون الشامي أمس. وقالت: «لن نعبر هذا الجسر أبدا».",
            "لن نعبر هذا الجسر أبدا",
            "ميسون الشامي",
        ),
        # a preposition with a pronoun governs nothing
        ("ورد عليه وزير العدل سامر الديراني بالقول: «هذا كذب صريح».", "هذا كذب صريح", "سامر الديراني"),
    ],
)
def test_who_speaks_where_others_stand_nearer(text: str, said: str, speaker: str):
    assert (said, speaker) in reported(text)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "The ministry's spokeswoman, Rola Saqqal, insisted results were safe everywhere.",
            "results were safe everywhere",
            "Rola Saqqal",
        ),
        (
            'Farid Naseer arrived on Monday. "In thirty years I have never lost a page," he wrote.',
            "In thirty years I have never lost a page,",
            "Farid Naseer",
        ),
        (
            "He was late. Farid Naseer also says his party will hand over the keys.",
            "his party will hand over the keys",
            "Farid Naseer",
        ),
    ],
)
def test_who_speaks_in_english(text: str, said: str, speaker: str):
    assert (said, speaker) in reported(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "قصفت إسرائيل البلدة بين 12 يوليو و14 أغسطس بأنها المدة الأطول.",  # a preposition written like a verb
        "كتب - خليل المصري: وصل الوفد أمس إلى المطار.",  # a byline
        "إذا رفض وزير العدل سامر الديراني الالتزام بالدستور فإن الشعب يقرر.",  # a condition
    ],
)
def test_forms_that_report_nothing(text: str):
    assert reported(text) == []


def test_kin_of_somebody_is_not_himself():
    (row,) = reported("تقول زوجة الحارس سيد الفخار، وهي أم لثلاثة أطفال: «عمره ما أخذ شيئا».")
    assert row == ("عمره ما أخذ شيئا", "")


def test_a_masdar_with_a_preposition_has_the_subject_of_its_sentence():
    found = reported("دعا وزير العدل سامر الديراني إلى تغيير حكومة ريما السندسي بقوله إن الحكومة عاجزة.")
    assert ("الحكومة عاجزة", "سامر الديراني") in found


def test_the_source_of_a_passed_on_statement_is_told_once():
    found = reported("ونقلت الصحيفة عن مصادر أمنية مطلعة قولها إن الحادث متعمد.")
    assert [text for text, _ in found] == ["الحادث متعمد"]
