"""The same names are found and joined whatever the order of the articles, and by however many processes."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.entities_corpus import Maker
from tests.build import article_of
from workbench.corpus import Article, Corpus
from workbench.extractors.entities import Entities, entities, sharing

NAMESAKES = (
    "قال المحامي سامر القرمشلي إن الجلسة تأجلت. وأضاف القرمشلي أنه سيحضر.",
    "قال الطبيب سامر القرمشلي إن المستشفى أغلق. وأضاف القرمشلي أنه سيعود.",
    "التقى نبيل القرمشلي الوزير هيثم التلولي. وقال القرمشلي إن اللقاء كان قصيرا.",
    "قال وزير الدفاع هيثم التلولي إن الحدود آمنة. وأضاف الوزير أنه سيزورها.",
    "قال سيرغي غالانوفيتش إن العمل انتهى. وأضاف غالانوفيتش أنه راض.",
    "وصل سيرغي جالانوفيتش أمس. وقالت شركة الصواري للنقل إن الصواري ستدفع.",
    "قالت الصواري إنها لن تدفع. ونفى القرمشلي ذلك.",
    "وأكد الوزير أن ما قاله القرمشلي عن غالانوفيتش غير صحيح.",
)
ENGLISH = "Samer al-Qarmashli met Haitham al-Taluli. Al-Taluli said Sergei Galanovich had left."


def corpus() -> list[Article]:
    """Pages with namesakes, spellings and two languages, and stories of the benchmark."""
    own = [article_of(text, name=f"n{number}") for number, text in enumerate(NAMESAKES)]
    made = Maker(iter(lambda: "لم يتضح بعد سبب التأجيل.", ""), seed=5).made(10)
    return [*own, article_of(ENGLISH, name="e", language="en"), *made]


ARTICLES = corpus()


def told(found: Entities) -> list[tuple[object, ...]]:
    """Every mention with its entity's name, and every entity with its counts, in an order of their own."""
    names = dict(zip(found.table["entity"], found.table["name"], strict=True))
    columns = ("article", "start", "end", "text", "entity", "type", "rule", "reason", "phrase_start", "phrase_end")
    mentions = zip(*(found.mentions[column] for column in columns), strict=True)
    counts = zip(*(found.table[column] for column in ("entity", "name", "mentions", "articles")), strict=True)
    return sorted([(*map(str, one), names[one[4]]) for one in mentions]) + sorted(
        tuple(map(str, one)) for one in counts
    )


@pytest.fixture(scope="module")
def expected() -> list[tuple[object, ...]]:
    """What is found in the articles as they stand."""
    return told(entities(Corpus(ARTICLES), edits=False))


def test_the_corpus_has_namesakes_and_both_languages(expected: list[tuple[object, ...]]) -> None:
    assert len({one[4] for one in expected if len(one) > 4}) > 20
    assert {article.language for article in ARTICLES} == {"ar", "en"}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(len(ARTICLES))))
def test_any_order_of_the_articles_gives_the_same(order: list[int], expected: list[tuple[object, ...]]) -> None:
    assert told(entities(Corpus(ARTICLES[number] for number in order), edits=False)) == expected


def test_several_processes_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "BATCH", 2_000)
    one, two = (
        [own for _, own in sharing.all_candidates(ARTICLES, tagger=True, processes=processes)] for processes in (1, 2)
    )
    assert one == two
    assert sum(map(len, islice(one, 8))) > 8
