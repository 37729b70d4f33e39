"""What outlets repeat, who was first and by what, what went from outlet to outlet, and what one outlet alone has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.test_overlap import OTHER, SAID, page
from tests.unit.test_overlap_engine import WORDS
from workbench.corpus import Article, Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.overlap import overlap
from workbench.extractors.overlap.result import BOILERPLATE_COLUMNS, UNIQUE_COLUMNS

FOOTER = "تابعوا آخر أخبارنا على جميع منصات التواصل الاجتماعي واشتركوا في النشرة اليومية"
DAY = dt.date(2025, 2, 12)


def story(number: int, *, words: int = 60) -> str:
    """Words that no other story has."""
    return " ".join(f"{WORDS[n % 170]}{number}" for n in range(words))


def with_footers(count: int, *, source: str = "الواحة", footer: str = FOOTER) -> list[Article]:
    return [page(f"{source}{n}", story(n), footer, source=source) for n in range(count)]


def test_what_three_pages_of_an_outlet_repeat_is_boilerplate_and_shown_apart() -> None:
    found = overlap(Corpus([*with_footers(3), page("x", story(2), source="النهر")]))
    (row,) = found.boilerplate.to_dict("records")
    assert row == {"text": FOOTER, "source": "الواحة", "articles": 3, "reason": "outlet"}
    own = found.passages["a"].str.startswith("الواحة") & found.passages["b"].str.startswith("الواحة")
    assert found.passages.loc[own, "boilerplate"].tolist() == [True] * 3
    assert found.passages.loc[~own, "boilerplate"].tolist() == [False]
    pairs = found.pairs.set_index(["a", "b"])
    assert pairs.loc[("الواحة0", "الواحة1"), ["words", "a_in_b", "jaccard"]].tolist() == [0, 0.0, 0.0]
    assert pairs.loc[("الواحة2", "x"), "b_in_a"] == 1.0
    assert pairs.loc[("الواحة2", "x"), "a_in_b"] == pytest.approx(56 / 60)  # the four shingles into the footer stay


def test_two_pages_that_repeat_are_not_enough() -> None:
    found = overlap(Corpus(with_footers(2)))
    assert found.boilerplate.empty
    assert found.pairs.loc[0, "words"] == 12


def test_the_matrix_leaves_boilerplate_out_where_another_outlet_prints_it_too() -> None:
    pages = [*with_footers(3), page("y", story(9), FOOTER, source="النهر")]
    found = overlap(Corpus(pages))
    assert found.matrix().loc["النهر", "الواحة"] == 0
    assert found.passages["boilerplate"].all()
    assert found.flow().empty
    assert set(found.boilerplate["source"]) == {"الواحة"}


def test_versions_of_one_story_are_no_boilerplate() -> None:
    versions = [page(f"v{n}", story(1), story(n + 5, words=20), source="الواحة") for n in range(4)]
    found = overlap(Corpus([*versions, page("x", story(1), source="النهر")]))
    assert found.boilerplate.empty
    assert (found.pairs["words"] == 60).all()


def test_a_lead_that_many_outlets_took_is_no_boilerplate() -> None:
    pages = [page(f"p{n}", SAID, story(n), source=f"s{n}") for n in range(8)]
    found = overlap(Corpus(pages))
    assert found.boilerplate.empty
    assert (found.pairs["words"] == 12).all()


def test_the_same_end_of_many_pages_is_boilerplate_where_outlets_have_it_more_than_once() -> None:
    pages = [page(f"p{n}", story(n), FOOTER, source=f"s{n % 3}") for n in range(6)]
    found = overlap(Corpus(pages))
    assert set(found.boilerplate["reason"]) == {"end"}
    assert found.boilerplate["articles"].tolist() == [2, 2, 2]
    assert found.passages["boilerplate"].all()
    inside = [page(f"p{n}", story(n), FOOTER, story(n + 50), source=f"s{n % 3}") for n in range(6)]
    assert overlap(Corpus(inside)).boilerplate.empty


def test_boilerplate_of_more_pages_than_the_cap_is_listed_all_the_same() -> None:
    found = overlap(Corpus(with_footers(9)), cap=5)
    assert found.pairs.empty
    assert not found.capped.empty
    assert found.boilerplate[["text", "articles"]].to_numpy().tolist() == [[FOOTER, 9]]


def test_many_pages_of_one_outlet_make_no_square_of_pairs_and_none_is_overlooked() -> None:
    found = overlap(Corpus([*with_footers(60), page("x", FOOTER, story(99), source="النهر")]))
    own = found.pairs[found.pairs["b"] != "x"]
    assert len(own) == 4 * 60 - (4 + 3 + 2 + 1)
    assert len(found.pairs) - len(own) == 60
    assert found.passages["boilerplate"].all()
    assert found.boilerplate.loc[0, "articles"] == 60


def dateline(article: Article, text: str) -> Article:
    """The same article under a dateline of its own."""
    made = page(article.id, ("dateline", text), article.text.strip(), source=article.source)
    return replace(made, published=article.published)


@pytest.mark.parametrize("credit", ["موسكو (رويترز) -", "موسكو - وكالة رويترز", "Moscow (Reuters)"])
def test_a_page_that_credits_an_agency_is_later_than_the_agencys_own(credit: str) -> None:
    own, copy = page("a", SAID, source="رويترز"), dateline(page("b", SAID, source="النهر"), credit)
    for order in ([own, copy], [copy, own]):
        (pair,) = overlap(Corpus(order)).pairs.to_dict("records")
        assert (pair["first"], pair["first_by"], pair["likely_source"]) == ("a", "credit", "")


def test_an_agency_goes_by_its_initials_in_either_language() -> None:
    own = page("a", SAID, source="AFP")
    copy = replace(page("b", SAID, source="النهر"), agency="فرانس برس")
    assert overlap(Corpus([copy, own])).pairs.loc[0, "first"] == "a"
    german = dateline(page("c", SAID, source="النهر"), "برلين (د ب أ) -")
    own = page("a", SAID, source="وكالة الأنباء الألمانية")
    assert overlap(Corpus([german, own])).pairs.loc[0, ["first", "first_by"]].tolist() == ["a", "credit"]


def test_an_outlet_that_is_credited_is_first() -> None:
    own, copy = page("a", SAID, source="أفق النخيل"), dateline(page("b", SAID, source="النهر"), "دمشق (أفق النخيل) -")
    assert overlap(Corpus([copy, own])).pairs.loc[0, ["first", "first_by"]].tolist() == ["a", "credit"]


def test_a_date_goes_before_a_credit() -> None:
    own = page("a", SAID, source="رويترز", published=DAY)
    copy = dateline(page("b", SAID, source="النهر", published=DAY - dt.timedelta(days=1)), "موسكو (رويترز) -")
    assert overlap(Corpus([own, copy])).pairs.loc[0, ["first", "first_by"]].tolist() == ["b", "date"]
    same = replace(copy, published=DAY)
    assert overlap(Corpus([own, same])).pairs.loc[0, ["first", "first_by"]].tolist() == ["a", "credit"]


def test_a_credited_agency_without_a_page_is_the_likely_source() -> None:
    a, b = (dateline(page(name, SAID, source=name), "موسكو (رويترز) -") for name in ("الواحة", "النهر"))
    b = replace(b, agency="فرانس برس")
    (pair,) = overlap(Corpus([a, b])).pairs.to_dict("records")
    assert (pair["first"], pair["first_by"], pair["likely_source"]) == ("", "", "رويترز")
    (pair,) = overlap(Corpus([page("c", SAID), b])).pairs.to_dict("records")
    assert pair["likely_source"] == "رويترز, فرانس برس"
    assert overlap(Corpus([page("c", SAID), page("d", SAID)])).pairs.loc[0, "likely_source"] == ""


def test_the_flow_has_a_row_a_day_or_an_hour() -> None:
    evening = dt.datetime(2025, 2, 12, 20, 15)
    pages = [
        page("a", SAID, source="س", published=DAY - dt.timedelta(days=1)),
        page("b", SAID, source="ص", published=evening),
        page("c", SAID, OTHER, source="ص", published=evening + dt.timedelta(days=1)),
    ]
    found = overlap(Corpus(pages))
    assert found.flow("D")["time"].tolist() == [pd.Timestamp(2025, 2, 12), pd.Timestamp(2025, 2, 13)]
    assert found.flow("h")["time"].tolist() == [pd.Timestamp(2025, 2, 12, 20), pd.Timestamp(2025, 2, 13, 20)]
    assert found.flow("D")["words"].sum() == found.flow().loc[0, "words"] == 24
    assert found.flow("D")["share"].tolist() == [1.0, pytest.approx(12 / 25)]
    with pytest.raises(WorkbenchError, match="Hint"):
        found.flow("week")  # type: ignore[arg-type]


def test_what_one_outlet_alone_has() -> None:
    own = "وقال شاهد عيان إن الساحة بدت خالية. وأضاف أن المحال أغلقت أبوابها باكرا."
    pages = [page("a", f"{SAID}.", f"{own} {OTHER}.", source="س"), page("b", SAID, OTHER, source="ص")]
    found = overlap(Corpus(pages))
    (row,) = found.unique("س").to_dict("records")
    assert (row["text"], row["words"], row["article"]) == (own, 13, "a")
    assert found.corpus["a"].text[row["start"] : row["end"]] == own
    assert found.unique("ص").empty
    assert list(found.unique("ص").columns) == list(UNIQUE_COLUMNS)
    with pytest.raises(UnknownNameError, match="Hint"):
        found.unique("ع")


def test_an_outlets_own_boilerplate_is_not_what_it_alone_has() -> None:
    found = overlap(Corpus([page(f"p{n}", f"{story(n)}.", f"{FOOTER}.", source="س") for n in range(3)]))
    assert found.unique("س")["text"].tolist() == [f"{story(n)}." for n in range(3)]
    assert list(found.boilerplate.columns) == list(BOILERPLATE_COLUMNS)


def test_two_saves_are_told_apart_word_by_word() -> None:
    old = page("old", "عنوان الصباح القديم", f"{SAID} وخرج أربعون قارباً. {OTHER} وهذا سقط.", "هذه الفقرة حُذفت كلها")
    new = page("new", "عنوان المساء", f"{SAID} وخرجت قوارب كثيرة. {OTHER}")
    found = overlap(Corpus([old, new]))
    told = found.diff("old", "new")
    kinds = [row for row in told[["op", "a_text", "b_text"]].itertuples(index=False, name=None) if row[0] != "same"]
    assert kinds == [
        ("changed", "عنوان الصباح القديم", "عنوان المساء"),
        ("changed", "وخرج أربعون قارباً", "وخرجت قوارب كثيرة"),
        ("cut", "وهذا سقط", ""),
        ("cut", "هذه الفقرة حُذفت كلها", ""),
    ]
    for row in told.itertuples():
        assert old.text[row.a_start : row.a_end] == row.a_text
        assert new.text[row.b_start : row.b_end] == row.b_text
    back = found.diff("new", "old")
    assert back.loc[back["op"] == "added", "b_text"].tolist() == ["وهذا سقط", "هذه الفقرة حُذفت كلها"]


def test_a_passage_that_stands_elsewhere_is_moved() -> None:
    long, short = story(1), story(2, words=12)
    found = overlap(Corpus([page("a", long, short), page("b", short, long)]))
    assert found.diff("a", "b")[["op", "a_text", "b_text"]].values.tolist() == [
        ["same", long, long],
        ["moved", short, short],
    ]


def test_articles_that_share_nothing_are_cut_and_added() -> None:
    found = overlap(Corpus([page("a", story(1)), page("b", story(2), OTHER)]))
    assert found.diff("a", "b")["op"].tolist() == ["changed", "added"]
    with pytest.raises(UnknownNameError):
        found.diff("a", "c")
