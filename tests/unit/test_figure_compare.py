"""Two figures that compare: who had a text first, and who is named on one side only."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import workbench as wb
from workbench import figures
from workbench.errors import WorkbenchError
from workbench.figures.print import draw, style


@pytest.fixture(scope="module")
def corpus():
    return wb.samples.phone_call()


@pytest.fixture(scope="module")
def overlap(corpus):
    return wb.overlap(corpus)


@pytest.fixture(scope="module")
def difference(corpus):
    return wb.entities(corpus).difference("وكالة أفق النخيل للأنباء", "ميزان الضحى")


def test_flow_counts_the_words_that_the_later_outlet_shares(overlap):
    figure = figures.flow(overlap, language="ar")
    told = {(row.first_source, row.later_source): row.words for row in overlap.flow().itertuples()}
    cells = figure.data.stack()
    assert {names: words for names, words in cells.items() if words} == told
    assert list(figure.data.index) == list(figure.data.columns)


def test_flow_says_how_many_outlets_and_pairs_it_leaves_out(overlap):
    figure = figures.flow(overlap, most=2)
    assert figure.data.shape == (2, 2)
    assert figure.data.to_numpy().max() == overlap.flow()["words"].max()
    assert "Shown: the 2 outlets of 7" in figure.caption


def test_flow_of_nothing_says_so(corpus):
    alone = wb.overlap(wb.Corpus([corpus[0]]))
    assert figures.flow(alone).data.empty
    assert "Nothing" in figures.flow(alone).alt


def test_difference_shows_what_each_side_has(difference, tmp_path: Path):
    figure = figures.difference(difference, language="ar")
    nodes = difference.nodes.set_index("entity")["only"]
    assert dict(zip(figure.data["entity"], figure.data["type"], strict=True)) == nodes.to_dict()
    assert set(figure.links["only"]) == {"a", "b", "both"}
    counts = figure.data["type"].value_counts()
    assert str(counts["a"]) in figure.alt
    drawn = {trace.name for trace in figure.plotly().data if trace.name}
    assert any("ميزان الضحى" in name for name in drawn)
    svg = figure.save(tmp_path / "a.svg", width_mm=90).read_text(encoding="utf-8")
    for colour in ("#0072b2", "#a86f00", "#e69f00"):
        assert colour in svg


def test_difference_keeps_the_most_mentioned_and_says_so(difference):
    figure = figures.difference(difference, most=5)
    assert len(figure.data) == 5
    assert figure.data["mentions"].is_monotonic_decreasing
    ends = pd.unique(figure.links[["a", "b"]].to_numpy().ravel())
    assert set(ends) <= set(figure.data["entity"])
    assert "5" in figure.caption


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_cut_off(overlap, difference, language: str):
    for figure in (figures.flow(overlap, language=language), figures.difference(difference, language=language)):
        with style():
            drawn = draw(figure.spec, 90)
            inside, page = drawn.get_tightbbox(), drawn.get_size_inches()
        assert min(inside.x0, inside.y0, page[0] - inside.x1, page[1] - inside.y1) > -0.01


def test_something_else_is_refused_with_a_hint(corpus):
    with pytest.raises(WorkbenchError, match=r"entities\.difference"):
        figures.difference(corpus)
    with pytest.raises(WorkbenchError, match=r"wb\.overlap"):
        figures.flow(corpus)
