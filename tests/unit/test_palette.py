"""Colours are told apart by colour-blind readers and in a grey print, on paper and on the screen.

Colour blindness is simulated as in Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
color vision deficiency" (IEEE TVCG 15, 2009), severity 1. The distance is CIE76, the Euclidean one in CIELAB (D65), of
which about 2.3 are just noticeable; four times that is asked for, and every type has a shape of its own besides.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from workbench.figures import palette

ROOT = Path(__file__).parents[2]
THEME = (ROOT / "widgets" / "core" / "theme.css").read_text(encoding="utf-8")

SIGHTS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
DISTANCE = 10
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colour: str, sight: np.ndarray) -> np.ndarray:
    """A colour such as #0072b2 in CIELAB, as it is seen with a kind of sight."""
    parts = np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    ratio = TO_XYZ @ np.clip(sight @ linear, 0, 1) / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def on_screen(theme: str) -> dict[str, str]:
    """The colours of the types in a theme of the views."""
    part = THEME.split("/* Dark", 1)[0 if theme == "light" else 1]
    return {name: re.search(rf"--rw-{name}: (#[0-9a-f]{{6}})", part)[1] for name in ("per", "loc", "org")}


PALETTES = {
    "print": {kind: mark.colour for kind, mark in palette.MARKS.items()},
    "light": on_screen("light"),
    "dark": on_screen("dark"),
}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", PALETTES)
def test_types_are_told_apart(name: str, sight: str) -> None:
    for (a, one), (b, other) in combinations(PALETTES[name].items(), 2):
        distance = float(np.linalg.norm(lab(one, SIGHTS[sight]) - lab(other, SIGHTS[sight])))
        assert distance > DISTANCE, (a, b, round(distance, 1))


def test_print_is_told_apart_in_grey() -> None:
    lights = sorted(lab(colour, np.eye(3))[0] for colour in PALETTES["print"].values())
    assert min(np.diff(lights)) > 15
    assert len({mark.shape for mark in palette.MARKS.values()}) == len(palette.MARKS)


@pytest.mark.parametrize("sight", SIGHTS)
def test_a_larger_share_is_always_darker(sight: str) -> None:
    from matplotlib import colormaps
    from matplotlib.colors import to_hex

    scale = colormaps[palette.QUANTITY]
    lights = [lab(to_hex(scale(step / 10)), SIGHTS[sight])[0] for step in range(11)]
    assert all(after < before - 1 for before, after in pairwise(lights))


@pytest.mark.parametrize("sight", SIGHTS)
def test_changed_words_and_parts_of_bars_are_told_apart(sight: str) -> None:
    for colours in ([palette.INK, *palette.WORDS.values()], [colour for colour, _ in palette.SERIES]):
        for one, other in combinations(colours, 2):
            distance = float(np.linalg.norm(lab(one, SIGHTS[sight]) - lab(other, SIGHTS[sight])))
            assert distance > DISTANCE, (one, other, round(distance, 1))
    assert len({hatch for _, hatch in palette.SERIES}) == len(palette.SERIES)


def test_coloured_words_are_dark_enough_to_read() -> None:
    """A contrast of 4.5 to 1 on the pale ground, as WCAG 2.2 asks of text (success criterion 1.4.3)."""

    def light(colour: str) -> float:
        return ((lab(colour, np.eye(3))[0] + 16) / 116) ** 3

    for colour in palette.WORDS.values():
        assert (light(palette.ZERO) + 0.05) / (light(colour) + 0.05) > 4.5, colour
