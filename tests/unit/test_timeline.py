"""When articles were published, quoted and copied, as the timeline is told it."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.unit import handmade
from workbench.corpus import Article, Block, Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes.result import Quotes
from workbench.figures.moments import moment
from workbench.widgets.story import tell
from workbench.widgets.telling.when import copies, moments, statements, when
from workbench.widgets.timeline import Timeline

DAY = dt.date(2025, 2, 12)
EAST = dt.timezone(dt.timedelta(hours=3))
SHARED = "وصلت السفينة الكبيرة إلى ميناء الواحة صباح اليوم بعد رحلة طويلة دامت عشرين يوما كاملة"


def page(name: str, published: dt.date | None, *, source: str = "", credit: str = "", text: str = SHARED) -> Article:
    title, whole = f"خبر {name}", f"خبر {name}\n{credit}\n{text} {name}."
    start = len(title) + 1
    blocks = [Block(0, len(title), "title"), Block(start + len(credit) + 1, len(whole), "body")]
    if credit:
        blocks.insert(1, Block(start, start + len(credit), "byline"))
    return Article(name, source or name, title, published, "", "", "ar", whole, tuple(blocks), f"{name}.txt")


def at(hour: int, zone: dt.tzinfo | None = None) -> dt.datetime:
    return dt.datetime(2025, 2, 12, hour, 5, tzinfo=zone)


def test_articles_come_in_order_of_time_and_those_without_a_date_last():
    corpus = Corpus([page("a", None), page("b", at(14)), page("c", DAY), page("d", at(14, EAST))])
    found = moments(corpus)
    assert [(one["article"], one["stated"], one["zoned"]) for one in found] == [
        ("c", "day", False),
        ("d", "hour", True),
        ("b", "hour", False),
        ("a", "none", False),
    ]
    assert (found[0]["start"], found[0]["end"]) == ("2025-02-12T00:00:00.000", "2025-02-13T00:00:00.000")
    assert found[1]["start"] == found[1]["end"] == "2025-02-12T11:05:00.000"
    assert (found[3]["start"], found[3]["end"]) == ("", "")


def test_times_are_those_of_the_printed_timeline():
    corpus = handmade.corpus()
    for article, record in zip(corpus, moments(corpus), strict=True):
        stated, start, _ = moment(article)
        assert record["stated"] == stated
        assert record["start"][:19] == ("" if start is None else start.isoformat())


def test_the_head_is_the_title_as_it_stands_on_the_page():
    corpus = handmade.corpus()
    for record in moments(corpus):
        article = corpus[record["article"]]
        assert article.text[record["head_start"] : record["head_end"]] == article.title
    bare = Article("x", "", "", None, "", "", "ar", "", (), "")
    assert moments(Corpus([bare]))[0]["head_end"] == 0


def test_the_ends_of_the_calendar_are_told():
    corpus = Corpus([page("a", dt.date.min), page("b", dt.date.max)])
    assert [one["start"][:10] for one in moments(corpus)] == ["0001-01-01", "9999-12-31"]


def test_a_copy_goes_from_the_earlier_to_the_later_where_something_tells():
    told = copies(overlap(Corpus([page("b", at(16)), page("a", at(9)), page("c", None)])))
    assert [(one["first"], one["later"], one["by"], one["boilerplate"]) for one in told] == [("a", "b", "date", False)]
    assert told[0]["words"] >= 10
    assert 0.5 < told[0]["share"] <= 1


def test_a_credit_tells_the_order_where_dates_do_not():
    told = copies(overlap(Corpus([page("p1", DAY, source="وكالة الضفة"), page("p2", DAY, credit="وكالة الضفة")])))
    assert [(one["first"], one["later"], one["by"]) for one in told] == [("p1", "p2", "credit")]


def test_what_is_printed_page_after_page_is_told_apart():
    found = overlap(Corpus([page("a", at(9)), page("b", at(16))]))
    found.passages["boilerplate"] = True
    found.pairs["words"] = 0
    (told,) = copies(found)
    assert told["boilerplate"]
    assert told["words"] == found.passages["words"].sum()


def lineage(published: list[dt.date | None]) -> Quotes:
    """One quotation in each of several articles, all of one lineage."""
    corpus = Corpus([page(f"p{number}", date) for number, date in enumerate(published)])
    base = handmade.quotes()
    row = base.table.iloc[0].to_dict()
    rows = [{**row, "quote": f"q{number}", "article": one.id} for number, one in enumerate(corpus)]
    names = [one["quote"] for one in rows]
    lines = pd.DataFrame([{**base.lineages.iloc[0].to_dict(), "quotes": names, "first": "p1"}])
    return Quotes(corpus, base.entities, pd.DataFrame(rows), lines)


@pytest.mark.parametrize(
    ("published", "order", "ranks"),
    [
        ([at(16), at(9)], ["q1", "q0"], [1, 2]),
        ([at(16), DAY, at(9)], ["q1", "q2", "q0"], [1, 1, 2]),
        ([None, at(9)], ["q1", "q0"], [1, 0]),
        ([dt.date(2025, 2, 13), DAY, DAY], ["q1", "q2", "q0"], [1, 1, 3]),
        ([at(10, EAST), at(9)], ["q0", "q1"], [1, 1]),
    ],
)
def test_a_rank_counts_those_that_are_known_to_be_earlier(published, order, ranks):
    (told,) = statements(lineage(published))
    assert (told["quotes"], told["ranks"], told["first"]) == (order, ranks, "p1")


def test_a_statement_of_one_article_travels_nowhere():
    assert statements(lineage([DAY])) == []


def test_a_story_tells_it_with_and_without_results():
    of = handmade.corpus()
    assert set(when(of)) == {"moments", "copies", "statements"}
    alone = tell(of).story["when"]
    assert (len(alone["moments"]), alone["copies"], alone["statements"]) == (2, [], [])
    full = tell(of, quotes=handmade.quotes(of), overlap=handmade.shared(of)).story["when"]
    assert [one["lineage"] for one in full["statements"]] == ["l1"]


def test_a_timeline_needs_a_corpus():
    with pytest.raises(WorkbenchError, match=r"wb\.load"):
        Timeline(["a page"])
