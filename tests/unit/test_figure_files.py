"""The forms that journals ask for: sizes by preset, TIFF without transparency, EPS with outlined letters."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.test_figures import every_figure
from workbench.errors import UnknownNameError
from workbench.figures.presets import PRESETS


@pytest.fixture(scope="module")
def figure():
    return every_figure("ar")["heatmap"]


@pytest.mark.parametrize("name", ["elsevier-single", "nature-double"])
def test_a_preset_gives_width_and_resolution(figure, name: str, tmp_path: Path) -> None:
    path = figure.save(tmp_path / "a.tiff", preset=name)
    with Image.open(path) as picture:
        width, dpi = picture.size[0], picture.info["dpi"][0]
        assert picture.mode == "RGB"
        assert picture.info["compression"] == "tiff_lzw"
    assert dpi == PRESETS[name].dpi
    assert width / dpi * 25.4 == pytest.approx(PRESETS[name].width_mm, abs=0.1)


def test_what_is_said_beside_a_preset_counts_over_it(figure, tmp_path: Path) -> None:
    with Image.open(figure.save(tmp_path / "a.tif", preset="slide", width_mm=100, dpi=72)) as picture:
        assert picture.size[0] == pytest.approx(100 / 25.4 * 72, abs=1)


def test_an_unknown_preset_names_those_there_are(figure, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="elsevier-single"):
        figure.save(tmp_path / "a.pdf", preset="elsevier")


def test_eps_holds_shapes_only_and_leaves_the_other_files_their_letters(figure, tmp_path: Path) -> None:
    figure.save(tmp_path / "a.eps", tmp_path / "a.pdf", width_mm=90)
    eps = (tmp_path / "a.eps").read_bytes()
    assert eps.startswith(b"%!PS-Adobe-3.0 EPSF")
    assert b"findfont" not in eps
    assert b"CreationDate" not in eps
    assert b"NotoNaskhArabic" in (tmp_path / "a.pdf").read_bytes()
    figure.save(tmp_path / "b.eps", width_mm=90)
    assert (tmp_path / "b.eps").read_bytes() == eps


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext on the PATH (poppler-utils)")
def test_words_copied_out_of_a_pdf_read_right(figure, tmp_path: Path) -> None:
    path = figure.save(tmp_path / "a.pdf", width_mm=190)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for outlet in ("صحيفة الضفة", "وكالة الساحل", "The Harbour Post"):
        assert outlet in " ".join(text.replace("\u202b", "").replace("\u202c", "").split())
