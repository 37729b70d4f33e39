"""The fonts of print: Noto Naskh Arabic, which comes with the package, and DejaVu Sans, which comes with matplotlib.

Nothing is taken from the machine, so a figure looks the same everywhere. matplotlib shapes and orders Arabic itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.figures.labels import needs_outline, right_to_left

if TYPE_CHECKING:
    from matplotlib.text import Text

__all__ = ["NASKH", "RC", "SCREEN", "plain_text", "register", "width"]

FOLDER = Path(__file__).parent / "fonts"
NASKH = "Noto Naskh Arabic"
LATIN = "DejaVu Sans"
SCREEN = f'"{NASKH}", "Segoe UI", Tahoma, "{LATIN}", sans-serif'
"""What a browser is asked for, best first; it takes what it has."""

NASKH_SCALE, MIXED_SCALE = 1.18, 1.08
"""Naskh letters are small for their size: so much larger, they match the Latin beside them, or in the same line."""
NASKH_LINES = 0.78
"""And its lines stand far apart."""

RC: dict[str, Any] = {
    "font.family": [LATIN, NASKH],
    "svg.fonttype": "path",  # outlines: the file looks the same where the font is missing
    "svg.hashsalt": "riwaya",
    "pdf.fonttype": 42,
    "text.usetex": False,
    "text.hinting": "none",  # widths that do not change with the resolution
    "text.parse_math": False,
    "axes.unicode_minus": False,
    "path.simplify": False,
}


@cache
def register() -> None:
    """Make the shipped font known to matplotlib, once."""
    from matplotlib import font_manager

    for file in sorted(FOLDER.glob("*.ttf")):
        font_manager.fontManager.addfont(str(file))


def _families(text: str) -> list[str]:
    return [NASKH, LATIN] if right_to_left(text) else [LATIN, NASKH]


def _scale(text: str) -> float:
    if not right_to_left(text):
        return 1.0
    return MIXED_SCALE if any(letter.isascii() and letter.isalpha() for letter in text) else NASKH_SCALE


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points, when set at ``size`` points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    register()
    prop = FontProperties(family=_families(text), size=size * _scale(text), weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(text, prop, ismath=False)[0])


def plain_text(text: Text) -> None:
    """Set one text of a drawing as it stands: no formula in it, in the font of its script, outlined where need be."""
    from matplotlib.patheffects import Normal

    words = text.get_text()
    text.set_parse_math(False)
    text.set_fontfamily(_families(words))
    text.set_fontsize(float(text.get_fontsize()) * _scale(words))
    text.set_linespacing(NASKH_LINES if right_to_left(words) else 1.2)
    if needs_outline(words) and not text.get_path_effects():
        text.set_path_effects([Normal()])
