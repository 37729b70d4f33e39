"""A part of ``python -m tests.figures``: pictures of every kind at the narrowest width.

The rows have vowel marks; what is checked is told in ``tests/figure_checks.py``, and that each check can fail.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests import figure_checks as checks
from tests.figures import DPI, NAMES, VOWELLED, checked
from tests.unit.tellings import TELLINGS, Told, quotes_of
from tests.unit.test_figure_panels import entities_of
from tests.unit.test_figures import DATES, corpus_of, every_figure
from workbench import figures
from workbench.figures.figure import Figure

VOWELLED_WORDS = Told("صَحيفةُ الضِّفَّة", None, "وَصَلَتِ السَّفينةُ إلى مِيناءِ الواحةِ صَباحَ اليَوْم")


def figure_of(name: str, language: str) -> Figure:
    corpus = corpus_of(VOWELLED, DATES)
    if name == "multiples":
        return figures.multiples(entities_of(corpus, NAMES), language=language)
    if name == "overview":
        return figures.overview(corpus, language=language)
    if name == "lineage":
        return figures.lineage(quotes_of([*TELLINGS, VOWELLED_WORDS]), language=language)
    return every_figure(language, VOWELLED, NAMES)[name]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("heatmap", "ar"),
        ("lineage", "ar"),
        ("lineage", "en"),
        ("multiples", "en"),
        ("network", "ar"),
        ("overview", "ar"),
        ("timeline", "en"),
    ],
)
def test_nothing_is_wrong_with_it(name: str, language: str, tmp_path: Path) -> None:
    assert checked(figure_of(name, language), tmp_path / name, 90, ("pdf", "svg", "tiff")) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_of_a_crowded_network_do_not_cover_each_other(language: str) -> None:
    names = [f"اتحاد بحارة الميناء الشرقي رقم {n}" for n in range(40)]
    figure = figures.network(entities_of(corpus_of(VOWELLED, DATES), names), language=language)
    faults, words = checks.drawing(figure, 90)
    assert not [one for one in faults if "cover each other" in one]
    assert len([one for one in words if one.startswith("اتحاد")]) >= 10


def test_an_eps_is_drawn_as_it_should_be(tmp_path: Path) -> None:
    assert checked(figure_of("overview", "ar"), tmp_path / "a", 90, ("eps", "png")) == []


def test_words_that_cover_each_other_are_found() -> None:
    level = checks.Ink("a", 50, 50, 40, 8, 0)
    assert checks.covered([level, level._replace(words="b", x=85)])
    assert not checks.covered([level, level._replace(words="b", x=91)])
    slanted = checks.Ink("c", 50, 50, 40, 8, np.pi / 4)
    assert not checks.covered([slanted, slanted._replace(words="d", x=64)])
    assert checks.covered([slanted, slanted._replace(words="d", x=56)])


def test_ink_at_the_edge_is_found() -> None:
    cells = np.full((20, 30, 3), 255, dtype=np.uint8)
    assert checks.border(Image.fromarray(cells)) == []
    cells[7, 29] = 0
    assert checks.border(Image.fromarray(cells)) == ["ink touches the right edge"]


def test_a_font_that_does_not_come_along_and_a_lost_word_are_found(tmp_path: Path) -> None:
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Drawing

    with rc_context({"pdf.use14corefonts": True, "font.family": "Helvetica"}):
        drawing = Drawing(figsize=(2, 1))
        drawing.text(0.1, 0.5, "one two")
        drawing.savefig(tmp_path / "a.pdf")
    found = checks.pdf(tmp_path / "a.pdf", ["one two", "three"])
    assert any("not embedded" in fault for fault in found)
    assert any("'three' cannot be copied" in fault for fault in found)


def test_small_type_and_thin_lines_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "SIZES", (7.0, 20.0))
    monkeypatch.setattr(checks, "LEAST_LINE", 0.35)
    found = checks.drawing(figure_of("timeline", "en"), 90)[0]
    assert any("is set in 6.5 points" in fault for fault in found)
    assert "a line of 0.30 points" in found


def test_a_file_of_another_size_is_found(tmp_path: Path) -> None:
    figure = figure_of("timeline", "en")
    files = [tmp_path / f"a.{form}" for form in ("svg", "png", "tiff", "eps")]
    figure.save(*files, width_mm=90, dpi=DPI)
    assert checks.svg(files[0], 140)
    assert checks.png(files[1], 140, DPI)
    assert len(checks.tiff(files[2], 90, 300)) == 2
    assert checks.eps(files[3], 140)
