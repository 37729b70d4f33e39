"""Small multiples, the corpus at a glance, and the timeline that tells who quoted and who had a text later."""

from __future__ import annotations

import datetime as dt
import json
import re
import warnings
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from tests.unit.handmade import quotes, shared
from tests.unit.test_figures import DATES, HOSTILE, SOURCES, corpus_of, given, shown_texts
from workbench import figures
from workbench.corpus import Article, Block, Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.entities import Entities
from workbench.figures.figure import Figure
from workbench.figures.glance import Period, period_names
from workbench.figures.print import draw, style
from workbench.figures.screen_network import SIZES
from workbench.languages import pack

LANGUAGES = ["ar", "en"]


def entities_of(corpus: Corpus, names: list[str]) -> Any:
    """Entities whose network in each outlet is made by hand: every outlet lacks one name."""

    def graph(sources: str | None = None, **_: object) -> nx.Graph:
        found, place = nx.Graph(), corpus.sources.index(sources) if sources else 0
        for n, name in enumerate(names):
            if n != place:
                kind = ("PER", "LOC", "ORG")[n % 3]
                found.add_node(f"e{n}", name=name, type=kind, mentions=len(names) - n + place, articles=1)
        known = sorted(found)
        found.add_edges_from((known[0], other, {"weight": n}) for n, other in enumerate(known[1:], start=1))
        return found

    mentions = pd.DataFrame({"article": [one.id for one in corpus]})
    return given(Entities, corpus=corpus, mentions=mentions, graph=graph)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of(SOURCES, DATES)


@pytest.fixture(scope="module")
def named(corpus: Corpus) -> Any:
    return entities_of(corpus, ["بوتين", "الشرع", "دمشق", "حلب", "الكرملين"])


def every(language: str, sources: list[str], names: list[str]) -> dict[str, Figure]:
    corpus = corpus_of(sources, [*DATES, *[dt.date(2025, 2, 13)] * max(0, len(sources) - len(DATES))])
    return {
        "multiples": figures.multiples(entities_of(corpus, names), language=language),
        "overview": figures.overview(corpus, language=language),
    }


def test_a_name_stands_in_one_place_in_all_panels(named: Any) -> None:
    figure = figures.multiples(named)
    assert list(figure.data["panel"].unique()) == SOURCES
    assert (figure.data.groupby("entity")[["x", "y"]].nunique() == 1).all(axis=None)
    assert (figure.data.groupby("panel")["entity"].nunique() == 5).all()
    missing = figure.data[figure.data["mentions"] == 0]
    assert list(zip(missing["panel"], missing["entity"], strict=True)) == [
        (source, f"e{n}") for n, source in enumerate(SOURCES)
    ]
    ends = figure.links.merge(missing, on="panel")
    assert not ((ends["a"] == ends["entity"]) | (ends["b"] == ends["entity"])).any()


def test_marks_of_all_panels_have_one_scale(named: Any) -> None:
    figure = figures.multiples(named)
    most = figure.data["mentions"].max()
    sizes = {
        (count, size)
        for trace in figure.plotly().data
        if trace.mode == "markers+text"
        for (_, count), size in zip(trace.customdata, trace.marker.size, strict=True)
    }
    assert len({count for count, _ in sizes}) == len(sizes)
    assert max(count for count, _ in sizes) == most
    assert max(size for _, size in sizes) <= SIZES[1]


def test_panels_and_names_that_are_left_out_are_counted(named: Any) -> None:
    figure = figures.multiples(named, most=3, panels=2)
    assert figure.data["panel"].nunique() == 2
    assert figure.data["entity"].nunique() == 3
    assert "the 2 that name most of 4" in figure.caption
    assert "the 3 most frequent of 5" in figure.caption


def test_periods_are_of_equal_length_and_leave_out_what_has_no_date(named: Any) -> None:
    figure = figures.multiples(named, "period", panels=2)
    assert list(figure.data["panel"].unique()) == ["12 Feb 2025", "13 Feb 2025"]
    assert "no date: 2" in figure.caption


def test_parts_are_those_of_a_difference(named: Any) -> None:
    sides = [SOURCES[0], {"sources": [SOURCES[1]], "since": "2025-02-12"}, ("2025-02-12", "2025-02-13"), SOURCES[0]]
    figure = figures.multiples(entities_of(named.corpus, ["أ", "ب", "ج"]), sides[2:])
    assert list(figure.data["panel"].unique()) == ["12 Feb 2025 – 13 Feb 2025", SOURCES[0]]
    twice = figures.multiples(named, [SOURCES[0], SOURCES[0]])
    assert list(twice.data["panel"].unique()) == [SOURCES[0], f"{SOURCES[0]} (2)"]
    for wrong in ("outlet", 5):
        with pytest.raises(WorkbenchError, match="period"):
            figures.multiples(named, wrong)
    with pytest.raises(WorkbenchError, match="most=0"):
        figures.multiples(named, panels=0)


def test_an_outlet_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no article is from"):
        figures.multiples(quotes().entities, ["nobody"])
    figure = figures.multiples(quotes().entities)
    assert set(figure.data["panel"]) == {"الضفة", "المرفأ"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_absent_names_are_rings_without_a_word(named: Any, language: str) -> None:
    figure = figures.multiples(named, language=language)
    shown = shown_texts(figure, 140)
    assert shown.count("دمشق") == 2 * 3  # twice each: once to clear the lines behind it
    assert pack(language).label("figures", "not_named") in shown


def page(number: int, source: str, published: dt.date | None, kinds: dict[str, str], language: str = "ar") -> Article:
    text, blocks = "", []
    for kind, words in kinds.items():
        blocks.append(Block(len(text), len(text) + len(words), kind))  # type: ignore[arg-type]
        text += f"{words}\n"
    return Article(f"p{number}", source, "", published, "", "", language, text, tuple(blocks), f"{number}.txt")


def test_the_overview_counts_what_is_read_and_what_is_left_out() -> None:
    corpus = Corpus(
        [
            page(
                1,
                "الضفة",
                dt.date(2025, 2, 12),
                {"title": "خبر", "body": "واحد اثنان ثلاثة", "furniture": "شارك الخبر"},
            ),
            page(2, "الضفة", None, {"body": "one two"}, "en"),
            page(3, "المرفأ", dt.date(2025, 2, 14), {"body": "أربعة", "caption": "صورة من الميناء"}),
        ]
    )
    figure = figures.overview(corpus)
    rows = figure.data.set_index("source").to_dict("index")
    assert rows["الضفة"] == {"articles": 2, "undated": 1, "words": 6, "marked": 0.25, "words_ar": 4, "words_en": 2}
    assert rows["المرفأ"]["marked"] == 0.75
    counts = figure.links.set_index(["source", "start"])["articles"]
    assert counts["الضفة"].to_dict() == {dt.date(2025, 2, 12): 1, dt.date(2025, 2, 13): 0, dt.date(2025, 2, 14): 0}
    shown = shown_texts(figure, 140)
    assert {"12 Feb", "No date", "Arabic", "English", "75%"} <= {text.replace("\n", " ") for text in shown}
    assert "refused: 0" in figure.caption


def test_the_overview_tells_what_was_refused(tmp_path: Path) -> None:
    from workbench.loaders import load

    (tmp_path / "a.txt").write_text("خبر عن الميناء\n\nوصلت السفينة صباح اليوم إلى الميناء بسلام.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with warnings.catch_warnings(action="ignore"):
        corpus = load(tmp_path)
    assert "refused: 1" in figures.overview(corpus).caption


@pytest.mark.parametrize(("days", "most"), [(1, 1), (14, 14), (20, 10), (90, 13), (400, 14), (9000, 14), (700_000, 14)])
def test_periods_are_few_and_miss_no_day(days: int, most: int) -> None:
    first = dt.date(12, 1, 30)
    corpus = corpus_of(["أ"], [first, first + dt.timedelta(days=days - 1)])
    figure = figures.overview(corpus)
    found = [Period(*one) for one in figure.links[["start", "end"]].itertuples(index=False, name=None)]
    assert len(found) <= most + 1
    assert (found[0].start, found[-1].end) == (first, first + dt.timedelta(days=days - 1))
    for one, after in pairwise(found):
        assert after.start - one.end == dt.timedelta(days=1)
    assert figure.links["articles"].sum() == 2
    assert len(set(period_names(found, pack("ar")))) > len(found) // 3


def test_the_overview_keeps_those_with_most_articles() -> None:
    corpus = corpus_of(["أ", "ب", "ب", "ج"], [None] * 4)
    figure = figures.overview(corpus, most=1)
    assert list(figure.data["source"]) == ["ب"]
    assert "the 1 with most articles of 3" in figure.caption


def test_the_timeline_tells_quotations_and_later_copies() -> None:
    said, copies = quotes(), shared()
    dated = Corpus(
        [Article(**{**vars(one), "published": dt.date(2025, 2, 12 + n)}) for n, one in enumerate(said.corpus)]
    )
    copies = shared(dated)
    figure = figures.timeline(dated, overlap=copies)
    assert figure.links.to_numpy().tolist() == [["p1", "p2", int(copies.pairs["words"].iloc[0])]]
    assert "does not say that the other copied" in figure.caption
    assert len([one for one in figure.plotly().layout.annotations if one.showarrow is not False]) == 1
    figure = figures.timeline(said.corpus, quotes=said)
    assert list(figure.data["quotes"]) == [1, 1]
    assert "Larger: more quotations" in shown_texts(figure, 140)
    assert figures.timeline(said.corpus).data["quotes"].sum() == 0
    with pytest.raises(WorkbenchError, match="another corpus"):
        figures.timeline(corpus_of(SOURCES, DATES), quotes=said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 90, 190])
def test_nothing_is_cut_off(language: str, width: int) -> None:
    for sources, names in ((SOURCES, ["بوتين", "الشرع", "دمشق"]), (HOSTILE, HOSTILE)):
        for name, figure in every(language, sources, names).items():
            with style():
                drawn = draw(figure.spec, width)
                inside, page = drawn.get_tightbbox(), drawn.get_size_inches()
            assert min(inside.x0, inside.y0, page[0] - inside.x1, page[1] - inside.y1) > -0.01, name


def test_hostile_names_are_text(tmp_path: Path) -> None:
    for name, figure in every("ar", HOSTILE, HOSTILE).items():
        figure.save(tmp_path / f"{name}.svg", width_mm=90)
        assert "<script" not in (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
        for text in re.findall(r'"(?:[^"\\]|\\.)*"', figure.plotly().to_json()):
            ours = re.sub(r"<(/?b|br|/?extra|extra></extra)>", "", json.loads(text))
            assert not re.search(r"<\w|\$[^$]*\$", ours), ours


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_to_show_it_says_so(language: str, tmp_path: Path) -> None:
    empty = Corpus([])
    nothing = pack(language).label("figures", "nothing")
    for figure in (
        figures.multiples(entities_of(empty, []), language=language),
        figures.multiples(entities_of(empty, []), "period", language=language),
        figures.overview(empty, language=language),
    ):
        figure.save(tmp_path / "empty.pdf")
        assert nothing in figure.alt
        assert nothing in shown_texts(figure, 90)
        assert figure.plotly().layout.annotations


def test_arabic_charts_run_from_the_right(corpus: Corpus, named: Any) -> None:
    drawn = {code: draw(figures.overview(corpus, language=code).spec, 140).axes for code in LANGUAGES}
    assert all(axes.xaxis_inverted() for axes in drawn["ar"])
    assert not any(axes.xaxis_inverted() for axes in drawn["en"])
    for code, at in (("en", min), ("ar", max)):
        titles = [one for one in figures.multiples(named, language=code).plotly().layout.annotations if one.y == 1]
        assert SOURCES[0] in at(titles, key=lambda one: one.x).text
