"""The charts: what they say, that nothing is markup, that nothing is cut off, and that nothing leaves the machine."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Literal

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from lxml import etree

from workbench import figures
from workbench.corpus import Article, Block, Corpus
from workbench.errors import UnknownLanguageError, WorkbenchError
from workbench.extractors.entities import Entities
from workbench.extractors.overlap import Overlap
from workbench.extractors.quotes import Quotes
from workbench.figures import labels, moments
from workbench.figures.figure import Figure
from workbench.figures.print import draw, style
from workbench.figures.timeaxis import ticks
from workbench.languages import pack, packs

SOURCES = ["صحيفة الضفة", "وكالة الساحل", "المرصد اليوم", "The Harbour Post"]
DATES: list[dt.date | dt.datetime | None] = [
    dt.datetime(2025, 2, 12, 14, 5),
    dt.date(2025, 2, 12),
    None,
    dt.datetime(2025, 2, 13, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=3))),
    dt.datetime(2025, 2, 12, 14, 20),
    None,
]
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "$x^2$ و $\\frac{1}{2}$ %{x}",
    "اسم طويل جدا " * 30,
    "",
    "ABC عربي (12%) \u202eevil",
    "أكَّدَ الرَّئيسُ",
    "a\x00b\x1bc",
    "<b>خبر</b> <a href='javascript:alert(1)'>هنا</a>",
    "x" * 300,
]
LANGUAGES = ["ar", "en"]


def article(number: int, source: str, published: dt.date | dt.datetime | None) -> Article:
    text = "خبر قصير"
    return Article(
        f"p{number:02}", source, text, published, "", "", "ar", text, (Block(0, len(text), "title"),), f"{number}.txt"
    )


def corpus_of(sources: list[str], dates: list[dt.date | dt.datetime | None]) -> Corpus:
    return Corpus(article(n, sources[n % len(sources)], published) for n, published in enumerate(dates))


def given(kind: type, **attributes: object) -> object:
    """A result of a kind that has just these attributes."""
    result = kind.__new__(kind)
    vars(result).update(attributes)
    return result


class Shares(Overlap):
    """An overlap whose matrix is made by hand."""

    k = 5

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def matrix(self, by: Literal["source", "article"] = "source") -> pd.DataFrame:
        names = self.corpus.sources if by == "source" else [one.id for one in self.corpus]
        cells = np.zeros((len(names), len(names)))
        if len(names) > 2:
            cells[0, 1], cells[1, 0], cells[2, 0] = 0.95, 0.4, 0.001
        np.fill_diagonal(cells, np.nan)
        return pd.DataFrame(cells, index=names, columns=names)


def entities_of(corpus: Corpus, names: list[str]) -> Any:
    graph = nx.Graph()
    for n, name in enumerate(names):
        kind = ("PER", "LOC", "ORG")[n % 3]
        graph.add_node(f"e{n}", name=name, type=kind, mentions=2 * (len(names) - n), articles=1)
    for n in range(1, len(names) - 1):
        graph.add_edge(f"e{n // 2}", f"e{n}", weight=n, sentences=[])
    return given(Entities, corpus=corpus, graph=lambda: graph)


class Said(Quotes):
    """Quotations whose tables are made by hand."""

    def __init__(self, corpus: Corpus, table: pd.DataFrame, cells: pd.DataFrame) -> None:
        self.corpus = corpus
        self._rows = table
        self._cells = cells

    @property
    def table(self) -> pd.DataFrame:
        return self._rows

    def matrix(self, *_: object, **__: object) -> pd.DataFrame:
        return self._cells


def quotes_of(corpus: Corpus, names: list[str]) -> Any:
    cells = [[(i + 2 * j) % 4 for j in range(len(corpus.sources))] for i in range(len(names))]
    matrix = pd.DataFrame(cells, index=names, columns=corpus.sources)
    table = pd.DataFrame({"speaker": ["e1", "", "e2", ""]})
    return Said(corpus, table, matrix)


def every_figure(language: str, sources: list[str] = SOURCES, names: list[str] | None = None) -> dict[str, Figure]:
    corpus = corpus_of(sources, [*DATES, *[dt.date(2025, 2, 13)] * max(0, len(sources) - len(DATES))])
    names = names or ["بوتين", "الشرع", "الكرملين", "دمشق", "European Union"]
    return {
        "heatmap": figures.heatmap(Shares(corpus), language=language),
        "articles": figures.heatmap(Shares(corpus), by="article", language=language),
        "network": figures.network(entities_of(corpus, names), language=language),
        "quotes": figures.quotes(quotes_of(corpus, names), language=language),
        "timeline": figures.timeline(corpus, language=language),
    }


def shown_texts(figure: Figure, width_mm: float) -> list[str]:
    from matplotlib.text import Text

    with style():
        found = draw(figure.spec, width_mm).findobj(Text)
    return [text.get_text() for text in found if text.get_text() and text.get_visible()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_saves_in_each_format(language: str, tmp_path: Path) -> None:
    starts = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG", "tiff": b"II*\x00", "eps": b"%!PS"}
    for name, figure in every_figure(language).items():
        for suffix, start in starts.items():
            file = figure.save(tmp_path / "new" / f"{name}.{suffix}", width_mm=90, dpi=72)
            assert file.read_bytes().startswith(start)


def test_size_on_paper_is_what_was_asked_for(tmp_path: Path) -> None:
    figure = every_figure("ar")["heatmap"]
    png = figure.save(tmp_path / "a.png", width_mm=127, dpi=100).read_bytes()
    assert int.from_bytes(png[16:20], "big") == 500
    svg = etree.parse(figure.save(tmp_path / "a.svg", width_mm=127)).getroot()
    assert float(svg.get("width").removesuffix("pt")) == pytest.approx(360)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 90, 140])
@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_is_cut_off(language: str, width: int, hostile: bool) -> None:  # noqa: FBT001
    chosen = every_figure(language, HOSTILE, HOSTILE) if hostile else every_figure(language)
    for name, figure in chosen.items():
        with style():
            drawn = draw(figure.spec, width)
            inside, page = drawn.get_tightbbox(), drawn.get_size_inches()
        reach = (inside.x0, inside.y0, page[0] - inside.x1, page[1] - inside.y1)
        assert min(reach) > -0.01, (name, reach)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_text_in_svg_page_and_plotly(language: str, tmp_path: Path) -> None:
    for name, figure in every_figure(language, HOSTILE, HOSTILE).items():
        tree = etree.parse(figure.save(tmp_path / f"{name}.svg"))
        tags = {etree.QName(node).localname for node in tree.iter() if isinstance(node.tag, str)}
        assert not tags & {"img", "script", "a", "text", "foreignObject"}
        figure.save(tmp_path / f"{name}.pdf")
        page = figure._repr_html_()
        assert page.count("<img") == 1
        assert "<script" not in page
        plain = figure.plotly().to_json()
        for text in re.findall(r'"(?:[^"\\]|\\.)*"', plain):
            decoded = json.loads(text)
            assert not re.search(r"<(?!br>|extra></extra>|/extra>)\w|\$[^$]*\$", decoded), decoded


def test_formulas_are_shown_not_set() -> None:
    shown = shown_texts(every_figure("en", ["$x^2$", "b", "c", "d"])["heatmap"], 140)
    assert shown.count("$x^2$") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_notebook_gets_a_picture_with_its_words(language: str) -> None:
    figure = every_figure(language)["heatmap"]
    bundle = figure._repr_mimebundle_()
    assert bundle["text/html"] == figure._repr_html_()
    assert f'dir="{pack(language).direction}"' in bundle["text/html"]
    assert "data:image/png;base64," in bundle["text/html"]
    assert "http" not in bundle["text/html"].split("base64,")[0]
    assert figure.caption.startswith(figure.spec.title)
    assert figure.alt.startswith(figure.spec.title)
    assert "95%" in figure.alt


def test_heatmap_says_who_stands_in_whom() -> None:
    figure = every_figure("en")["heatmap"]
    assert list(figure.data.index) == list(figure.data.columns) == SOURCES
    shown = shown_texts(figure, 140)
    assert {"95%", "40%", "<1%"} <= set(shown)
    assert shown.count("0%") == 10  # nine cells and the foot of the key: the diagonal is blank
    assert "Shared runs have at least 5 words." in figure.caption


def test_articles_are_told_apart_by_outlet_and_id() -> None:
    names = list(every_figure("en")["articles"].data.index)
    assert names == [f"{SOURCES[0]} · p00", f"{SOURCES[1]} · p01", SOURCES[2], SOURCES[3], *names[4:]]
    assert len(set(names)) == 6


def test_a_large_matrix_keeps_those_that_share_most() -> None:
    corpus = corpus_of([f"s{n}" for n in range(40)], [None] * 40)
    figure = figures.heatmap(Shares(corpus), most=3)
    assert list(figure.data.index) == ["s0", "s1", "s2"]
    assert "3 of 40" in figure.caption


def test_quotes_counts_and_tells_what_it_leaves_out() -> None:
    figure = every_figure("en")["quotes"]
    assert "no speaker is named: 2" in figure.caption
    assert figure.spec.number(0) == ""
    few = figures.quotes(quotes_of(corpus_of(SOURCES, DATES), ["أ", "ب", "ج"]), most=2)
    assert few.data.shape == (2, 2)
    assert "2 most quoted of 3" in few.caption


def test_network_gives_places_and_lines() -> None:
    corpus = corpus_of(SOURCES, DATES)
    figure = figures.network(entities_of(corpus, ["بوتين", "الشرع", "دمشق", "حلب"]), most=3)
    assert list(figure.data["name"]) == ["بوتين", "الشرع", "دمشق"]
    assert figure.data[["x", "y"]].apply(lambda column: column.between(0, 1)).all(axis=None)
    assert figure.links is not None
    assert figure.links.to_numpy().tolist() == [["e0", "e1", 1], ["e1", "e2", 2]]
    assert "3" in figure.spec.note
    shown = shown_texts(figure, 140)
    assert {"بوتين", "الشرع", "دمشق", "Person", "Place", "Organisation"} <= set(shown)


def test_timeline_never_guesses_a_date() -> None:
    figure = every_figure("en")["timeline"]
    loose = figure.data[figure.data["stated"] == "none"]
    assert list(loose["article"]) == ["p02", "p05"]
    assert loose[["published", "start", "end", "row"]].isna().all(axis=None)
    assert moments.rows(figure.data) == [SOURCES[1], SOURCES[0], SOURCES[3]]
    assert moments.undated(figure.data) == [(SOURCES[2], 1), (SOURCES[1], 1)]
    by_id = figure.data.set_index("article")
    assert by_id.loc["p01", "stated"] == "day"
    assert by_id.loc["p01", "end"] - by_id.loc["p01", "start"] == dt.timedelta(days=1)
    assert by_id.loc["p03", "start"] == dt.datetime(2025, 2, 13, 6, 0)
    assert "UTC" in figure.caption
    assert "No date on the page" in shown_texts(figure, 140)


def test_marks_close_in_time_stand_in_two_lanes() -> None:
    at = dt.datetime(2025, 2, 12, 14, 0)
    figure = figures.timeline(corpus_of(["أ"], [at, at, at + dt.timedelta(days=3)]))
    assert list(figure.data["lane"]) == [0, 1, 0]


def test_many_outlets_without_a_date_are_counted_together() -> None:
    data = figures.timeline(corpus_of([f"s{n}" for n in range(9)], [None] * 10)).data
    assert moments.undated(data) == [("s0", 2), ("s1", 1), ("s2", 1), ("s3", 1), ("…", 5)]


@pytest.mark.parametrize("span", [dt.timedelta(hours=n) for n in (3, 20, 70, 200, 2000, 30_000, 300_000, 6_000_000)])
def test_a_time_axis_has_few_ticks_in_order(span: dt.timedelta) -> None:
    first = dt.datetime(1300, 2, 11, 22, 10)
    found = ticks(first, first + span, pack("ar"))
    assert 1 <= len(found) <= 8
    assert [moment for moment, _ in found] == sorted({moment for moment, _ in found})
    assert all(first <= moment <= first + span for moment, _ in found)
    assert str(found[0][0].year) in found[0][1]


def test_dates_at_the_ends_of_time_are_drawn() -> None:
    east, west = (dt.timezone(dt.timedelta(hours=n)) for n in (5, -5))
    first, last = dt.datetime(1, 1, 1, tzinfo=east), dt.datetime(9999, 12, 31, 23, tzinfo=west)
    day = dt.date(9999, 12, 31)
    for dates in (
        [dt.date(1, 1, 1), dt.date(2025, 1, 1)],
        [day],
        [day, day],
        [first, last],
        [last, last],
        [first, day],
    ):
        figure = figures.timeline(corpus_of(["أ"], dates))
        assert draw(figure.spec, 90).get_size_inches()[0] == pytest.approx(90 / 25.4)
        assert figure.plotly().data


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_to_show_it_says_so(language: str, tmp_path: Path) -> None:
    empty = Corpus([])
    nothing = pack(language).label("figures", "nothing")
    for figure in (
        figures.heatmap(Shares(empty), language=language),
        figures.network(entities_of(empty, []), language=language),
        figures.quotes(quotes_of(empty, []), language=language),
        figures.timeline(empty, language=language),
    ):
        figure.save(tmp_path / "empty.pdf")
        assert nothing in figure.alt
        assert nothing in shown_texts(figure, 90)
        assert nothing in figure.plotly().to_json().encode().decode("unicode_escape") or language == "ar"


def test_one_article_alone_makes_figures(tmp_path: Path) -> None:
    corpus = corpus_of(["أ"], [None])
    for figure in (figures.heatmap(Shares(corpus)), figures.timeline(corpus)):
        figure.save(tmp_path / "one.svg")
        figure.plotly()


def test_arabic_charts_run_from_the_right() -> None:
    drawn = {code: draw(every_figure(code)["timeline"].spec, 140).axes[0] for code in LANGUAGES}
    assert drawn["ar"].xaxis_inverted()
    assert not drawn["en"].xaxis_inverted()
    assert "12 فبراير" in drawn["ar"].get_xticklabels()[0].get_text()
    assert "لا تاريخ" in "".join(shown_texts(every_figure("ar")["timeline"], 140))
    heat = every_figure("ar")["heatmap"].plotly()
    assert heat.layout.xaxis.autorange == "reversed"
    assert heat.layout.yaxis.side == "right"


@pytest.mark.parametrize("suffix", ["jpg", "", "pdf.txt"])
def test_unknown_endings_are_refused_with_a_hint(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"Hint: end the name in one of \.svg, \.pdf, \.png"):
        every_figure("en")["heatmap"].save(tmp_path / f"x.{suffix}".rstrip("."))


def test_sizes_and_languages_out_of_range_are_refused(tmp_path: Path) -> None:
    figure = every_figure("en")["heatmap"]
    with pytest.raises(WorkbenchError, match="width_mm=0"):
        figure.save(tmp_path / "x.png", width_mm=0)
    with pytest.raises(WorkbenchError, match="dpi=5"):
        figure.save(tmp_path / "x.png", dpi=5)
    with pytest.raises(UnknownLanguageError):
        figures.timeline(Corpus([]), language="xx")
    with pytest.raises(WorkbenchError, match="most=0"):
        figures.heatmap(Shares(Corpus([])), most=0)


def test_plotly_shares_nothing_and_loads_nothing(tmp_path: Path) -> None:
    figure = every_figure("en")["timeline"].plotly()
    figure.write_html(tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img)[^>]*(src|href)=", page)
    assert '"showSendToCloud": false' in page
    assert "MathJax-script" not in page
    assert figure._repr_mimebundle_()["application/vnd.plotly.v1+json"]["config"]["showSendToCloud"] is False
    assert "sendChartToCloud" in json.dumps(figure.to_dict()["layout"]["modebar"])


def test_the_same_chart_is_the_same_file(tmp_path: Path) -> None:
    for suffix in ("svg", "pdf", "png"):
        twice = [every_figure("ar")["network"].save(tmp_path / f"{n}.{suffix}").read_bytes() for n in (1, 2)]
        assert twice[0] == twice[1]


def test_vowel_marks_are_outlined_and_fonts_come_along(tmp_path: Path) -> None:
    assert labels.needs_outline("أكَّدَ")
    assert not labels.needs_outline("أكد")
    assert not labels.needs_outline("café")
    content = every_figure("ar")["heatmap"].save(tmp_path / "x.pdf").read_bytes()
    assert b"NotoNaskhArabic" in content
    assert b"/FontFile2" in content


def test_a_character_without_a_glyph_warns_once(tmp_path: Path) -> None:
    figure = every_figure("en", ["漢字", "b", "c", "d"])["heatmap"]
    with pytest.warns(UserWarning, match="2 characters") as seen:
        figure.save(tmp_path / "x.png", dpi=72)
    assert len(seen) == 1


def test_drawing_leaves_the_users_matplotlib_alone(tmp_path: Path) -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    every_figure("ar")["quotes"].save(tmp_path / "x.png", dpi=72)
    assert dict(mpl.rcParams) == before


def test_importing_figures_loads_no_drawing_library() -> None:
    heavy = "('matplotlib', 'plotly', 'pandas', 'networkx')"
    code = f"import sys, workbench.figures; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_language_has_the_same_labels_with_the_same_places() -> None:
    def places(code: str) -> dict[str, set[str]]:
        section = tomllib.loads((pack(code).folder / "ui.toml").read_text(encoding="utf-8"))["figures"]
        return {key: set(re.findall(r"\{\w+\}", text)) for key, text in section.items()}

    assert all(places(one.code) == places("en") for one in packs())


def test_long_names_are_shortened_between_letters_and_their_marks() -> None:
    assert labels.fit("abcdef", 4, len) == "abc…"
    assert labels.fit("كَتَبَ", 4, len) == "كَ…"
    assert labels.fit_lines("one two three four", 7, len) == "one two\nthree…"
    assert labels.fit_lines("", 7, len) == ""
