"""Where what somebody reports ends, in ordinary sentences of Arabic and English newspapers."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def told(text):
    """What is reported without marks in a text."""
    corpus = Corpus([article_of(text, language="en" if text.isascii() else "ar")])
    table = quotes(corpus, entities(corpus)).table
    return table[table["kind"] == "indirect"]["text"].tolist()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقال المتحدث باسم الشرطة عمر الجابر إن ثلاثة أوقفوا، من دون أن يكشف عن هوياتهم.", ["ثلاثة أوقفوا"]),
        (
            "وقالت وزيرة الصحة نادين الخطيب إن المخزون يكفي ثلاثة أشهر، فيما نفت نقابة الصيادلة وصول شحنة جديدة.",
            ["المخزون يكفي ثلاثة أشهر", "وصول شحنة جديدة"],
        ),
        ("وأعرب السفير سمير قاسم عن «صدمته» من تصريحات المدير.", ["«صدمته» من تصريحات المدير"]),
        ("وبحسب وزارة التجارة، زادت الصادرات، فيما تراجعت الواردات.", ["زادت الصادرات، فيما تراجعت الواردات"]),
        ("وطالب النائب ماهر الصالح بإقالة المدير، وهو مطلب رفضته كتلة أخرى.", ["إقالة المدير"]),
        (
            "وتحدثت المديرة هناء السالم عن خطأ في الحساب، والمحامي فؤاد الزين قال إن الخطأ متعمد.",
            ["خطأ في الحساب", "الخطأ متعمد"],
        ),
        ("ورغم قول الوزير حسان البكري إن الطريق آمن، فقد أغلقته الثلوج.", ["الطريق آمن"]),
        (
            "The mayor, Dana Whitfield, said the bridge would reopen on Monday, as engineers finished the last checks.",
            ["the bridge would reopen on Monday"],
        ),
        (
            "The mayor, Dana Whitfield, said the bridge would reopen, as planned, on Monday.",
            ["the bridge would reopen, as planned, on Monday"],
        ),
        ("Police chief Adam Rourke said three men had been held, without giving names.", ["three men had been held"]),
        (
            "Mayor Dana Whitfield accused the company of hiding the leak, and residents camped outside its office.",
            ["hiding the leak"],
        ),
        ("Mayor Dana Whitfield said taxes would not rise; the union called it a trick.", ["taxes would not rise"]),
        (
            "Mayor Dana Whitfield said she would not resign over the fire that killed four.",
            ["she would not resign over the fire that killed four"],
        ),
        ("The company said it had closed the plant, while residents spoke of soot.", ["it had closed the plant"]),
    ],
)
def test_a_report_ends_before_the_writer_goes_on(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mayor Dana Whitfield's warning that the dam would not hold has angered farmers.", "the dam would not hold"),
        (
            "Dana Whitfield's insistence that the bill was paid went down badly with those who had waited.",
            "the bill was paid",
        ),
        (
            "Dana Whitfield's promise that nobody will pay until the road is open is already being quoted.",
            "nobody will pay until the road is open",
        ),
        (
            "A lawyer repeated Dana Whitfield's warning that the dam would not hold if rain came.",
            "the dam would not hold if rain came",
        ),
    ],
)
def test_a_clause_that_a_noun_brings_ends_before_the_verb_of_that_noun(text, wanted):
    assert told(text) == [wanted]


def quoted(text):
    """What is quoted in marks in a text."""
    corpus = Corpus([article_of(text, language="en" if "“" in text else "ar")])
    table = quotes(corpus, entities(corpus)).table
    return table[table["kind"] == "direct"]["text"].tolist()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقال الخبير فادي سعد إن ما يسميه الاقتصاديون «الركود التضخمي» يهدد البلاد.", []),
        ("وقال المدرب نبيل عوض إن «النسور» يستعدون لمباراة الأحد ضد «الأسود».", []),
        ("وقال النائب ماهر الصالح إن تكتل «النهضة والعدل» لن يشارك.", []),
        ("ووصف الخبير فادي سعد القرار بأنه «كارثي».", ["كارثي"]),
        ("وقال الخبير فادي سعد إن الحوار «بناء وموضوعي».", ["بناء وموضوعي"]),
        ("Dana Whitfield said the “Green Mile” project would cost $4m and the “Night Owl” bus would return.", []),
        ("Adam Rourke, known to his friends as “the Badger”, said he would appeal.", []),
        (
            "Dana Whitfield called the report “thin” and said the bridge was “Not Our Problem.”",
            ["thin", "Not Our Problem."],
        ),
        ("Adam Rourke said the plan was “a mistake we will regret”.", ["a mistake we will regret"]),
    ],
)
def test_names_and_terms_in_marks_quote_nobody(text, wanted):
    assert quoted(text) == wanted
