"""The figure of what is said in other words: its own, never part of the one of copied text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.encoding import Things
from tests.unit.test_overlap import page
from tests.unit.test_overlap_reworded import BRIDGE, CROP, SPAN, english
from workbench import figures
from workbench.app.exports.bundle import export
from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.overlap import Overlap, overlap


@pytest.fixture(scope="module")
def found() -> Overlap:
    pages = [
        page("a", BRIDGE, CROP, source="الضفة"),
        english("b", SPAN, source="Coast"),
        english("c", SPAN, source="Hill"),
    ]
    return overlap(Corpus(pages), meaning=Things())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_cells_are_the_shares_in_other_words(found: Overlap, tmp_path: Path, language: str):
    figure = figures.reworded(found, language=language)
    assert figure.data.loc["الضفة", "Coast"] == pytest.approx(found.reworded_matrix().loc["الضفة", "Coast"])
    assert figures.heatmap(found).data.loc["الضفة", "Coast"] == 0
    assert figure.save(tmp_path / "x.pdf", width_mm=90).stat().st_size > 1000


def test_by_article_the_strongest_are_kept(found: Overlap):
    assert len(figures.reworded(found, by="article", most=2).data) == 2


def test_it_says_where_nobody_looked(found: Overlap):
    with pytest.raises(WorkbenchError, match="meaning=True"):
        figures.reworded(overlap(found.corpus))


def test_it_is_exported_beside_the_other(found: Overlap, tmp_path: Path):
    export(found, tmp_path / "with")
    export(overlap(found.corpus), tmp_path / "without")
    names = [{path.stem for path in (tmp_path / where).rglob("*.pdf")} for where in ("with", "without")]
    assert names[0] - names[1] == {"reworded"}
