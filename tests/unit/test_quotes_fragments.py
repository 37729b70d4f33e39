"""Words in marks within a report: which are a statement, and which only a name or a word that is singled out."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def direct(text, language):
    """The texts of direct quotations, and what is rejected with its reason."""
    corpus = Corpus([article_of(text, language=language)])
    found = quotes(corpus, entities(corpus))
    table = found.table
    texts = list(table[table["kind"] == "direct"]["text"])
    return texts, {str(row.text): str(row.reason) for row in found.rejected.itertuples()}


@pytest.mark.parametrize(
    ("text", "language", "words", "reason"),
    [
        pytest.param(
            "People came to the square. Residents call it “the monument”. Mariem walks past it.",
            "en",
            "the monument",
            "named thing",
            id="what people call a thing",
        ),
        pytest.param(
            "The theft, which local media had dubbed the “three-hour job”, embarrassed the museum.",
            "en",
            "three-hour job",
            "named thing",
            id="an article stands before the marks",
        ),
        pytest.param(
            "خرج رئيس الجامعة نزيه عرنوق ليعلن أنه باق في كرسيه إلى أن «تنجلي الحقيقة».",
            "ar",
            "تنجلي الحقيقة",
            "scare word",
            id="two words deep in a reported clause",
        ),
        pytest.param(
            "قالت الصحيفة إن ثمة تقارير «غير مؤكدة» تتحدث عن الطلب.",
            "ar",
            "غير مؤكدة",
            "scare word",
            id="two words in the middle of a reported clause",
        ),
        pytest.param(
            "بينما يتحدث المسؤولون عن «ثغرة فنية»، بقي الباب مفتوحا.",
            "ar",
            "ثغرة فنية",
            "scare word",
            id="what officials speak of",
        ),
    ],
)
def test_words_in_marks_that_are_no_statement(text, language, words, reason):
    texts, rejected = direct(text, language)
    assert words not in texts
    assert rejected.get(words) == reason


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        pytest.param("The mayor, Ali Hassan, called the plan “a disaster”.", "en", "a disaster", id="a judgement"),
        pytest.param(
            "He praised what he called the “success of the elections to the Assembly”, Ali Hassan said.",
            "en",
            "success of the elections to the Assembly",
            id="many words behind an article",
        ),
        pytest.param(
            "وقالت وزارة النقل إن الاتصال بين الجانبين كان «بنّاءً وموضوعياً».",
            "ar",
            "بنّاءً وموضوعياً",
            id="two adjectives joined are said of the subject",
        ),
        pytest.param(
            "أكد الرئيس نبيل القصار أن العلاقات بين البلدين «تاريخية وخاصة».",
            "ar",
            "تاريخية وخاصة",
            id="two adjectives joined without a verb",
        ),
        pytest.param(
            "وذكر المجلس أن الخزانة «فُتحت ولم تُكسر».", "ar", "فُتحت ولم تُكسر", id="a clause that ends the report"
        ),
    ],
)
def test_words_in_marks_that_are_a_statement(text, language, words):
    assert words in direct(text, language)[0]
