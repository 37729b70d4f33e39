"""The corpus at a glance in print: articles by day, words by language, the share left out, a row an outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.figures.glance import WORDS, cells, languages
from workbench.figures.palette import GREY, INK, QUANTITY, SERIES, ZERO, ink_on
from workbench.figures.print import BOLD, POINTS_PER_MM, SMALL, key, measure, name
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw"]

ROW_MM = (5.6, 7.4)
"""How high a row is, where every name has one line, and where one has two."""
RATIOS = (0.5, 0.28, 0.22)
"""How the width is shared out between days, words and what was left out."""
FEW = 4.0
"""What the darkest cell stands for at least: one article is little, also where nobody has two."""
BAR = 0.56
MARKED = "#7f7f7f"


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """The axes that the height is counted by, and how high they should be in millimetres."""
    width = figure.get_figwidth() * 25.4
    ratios = RATIOS[::-1] if spec.mirrored else RATIOS
    row = figure.subplots(1, 3, sharey=True, width_ratios=ratios)
    days, words, marked = row[::-1] if spec.mirrored else row
    names = [name(one, 0.24 * width, spec) for one in spec.data["source"]]
    room = width * 0.7
    _days(days, spec, room * RATIOS[0])
    _words(words, spec)
    _marked(marked, spec)
    for axes, key_, share in zip((days, words, marked), ("articles", "words", "marked"), RATIOS, strict=True):
        words_ = name(spec.labels[key_], (room * share - 2) * BOLD, spec, lines=3)
        axes.set_title(words_, loc="right" if spec.mirrored else "left", fontsize=SMALL, fontweight="bold", pad=4)
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(length=0)
        axes.tick_params(axis="y", left=False, right=False, labelleft=False, labelright=False)
    days.set_ylim(len(spec.data) - 0.5, -0.5)
    days.set_yticks(range(len(names)), names)
    if spec.mirrored:
        days.yaxis.tick_right()
    days.tick_params(axis="y", length=0, labelleft=not spec.mirrored, labelright=spec.mirrored)
    _key(figure, spec)
    return days, ROW_MM[any("\n" in one for one in names)] * max(2, len(spec.data))


def _days(axes: Axes, spec: Spec, room: float) -> None:
    """A cell for each outlet and period, darker for more articles, with their number."""
    import numpy as np
    from matplotlib.colors import ListedColormap

    heads, rows = cells(spec)
    values = np.array(rows, dtype=float).reshape(len(rows), len(heads))
    top = max(FEW, float(values.max(initial=0)))
    edges = np.arange(len(heads) + 1) - 0.5, np.arange(len(rows) + 1) - 0.5
    lines: dict[str, Any] = {"edgecolors": "white", "linewidth": 0.6}
    axes.pcolormesh(*edges, np.ma.masked_equal(values, 0), cmap=QUANTITY, vmin=0, vmax=top, **lines)
    axes.pcolormesh(*edges, np.ma.masked_not_equal(values, 0), cmap=ListedColormap([ZERO]), **lines)
    column = room / max(1, len(heads))
    if column * POINTS_PER_MM >= measure("88", SMALL) + 2:
        for (i, j), value in np.ndenumerate(values):
            if value:
                ink = ink_on(value / top)
                axes.text(j, i, f"{value:.0f}", ha="center", va="center", fontsize=SMALL, color=ink)
    level = all(measure(line, SMALL) < (column - 0.4) * POINTS_PER_MM for head in heads for line in head.split("\n"))
    turn = 0 if level else -90 if spec.mirrored else 90
    heads = heads if level else [head.replace("\n", " ") for head in heads]
    axes.set_xticks(range(len(heads)), heads, fontsize=SMALL, rotation=turn)
    axes.set_xlim(-0.5, max(1, len(heads)) - 0.5)
    if spec.mirrored:
        axes.invert_xaxis()


def _words(axes: Axes, spec: Spec) -> None:
    """A bar for the words that are read, its parts the languages."""
    start = [0.0] * len(spec.data)
    for code, (colour, hatch) in zip(languages(spec), _series(spec), strict=True):
        wide = [float(n) for n in spec.data[f"{WORDS}{code}"]]
        axes.barh(range(len(wide)), wide, BAR, left=start, **_look(colour, hatch))
        start = [at + one for at, one in zip(start, wide, strict=True)]
    _ends(axes, start, [f"{n:,.0f}" for n in start], max(1.0, *start), spec)


def _marked(axes: Axes, spec: Spec) -> None:
    """A bar for the share of the words that nothing reads."""
    shares = [float(one) for one in spec.data["marked"]]
    axes.barh(range(len(shares)), shares, BAR, color=MARKED)
    _ends(axes, shares, [f"{one:.0%}" for one in shares], max(0.01, *shares), spec)


def _ends(axes: Axes, ends: list[float], words: list[str], top: float, spec: Spec) -> None:
    """The numbers behind the bars, and so much room that the longest bar leaves them theirs."""
    for y, (end, number) in enumerate(zip(ends, words, strict=True)):
        axes.annotate(
            number,
            (end, y),
            xytext=(-2 if spec.mirrored else 2, 0),
            textcoords="offset points",
            ha="right" if spec.mirrored else "left",
            va="center_baseline",
            fontsize=SMALL,
            color=INK,
        )
    axes.set_xlim(0, top * 1.9)
    axes.set_xticks([])
    axes.axvline(0, color=GREY, linewidth=0.5)
    if spec.mirrored:
        axes.invert_xaxis()


def _series(spec: Spec) -> list[tuple[str, str]]:
    return [SERIES[n % len(SERIES)] for n in range(len(languages(spec)))]


def _look(colour: str, hatch: str) -> dict[str, Any]:
    return {"facecolor": colour, "hatch": hatch, "edgecolor": "white" if hatch else colour, "linewidth": 0}


def _key(figure: Figure, spec: Spec) -> None:
    """Which part of a bar is which language, where there are several."""
    from matplotlib.patches import Patch

    codes = languages(spec)
    if len(codes) > 1:
        patches = [
            Patch(label=spec.labels[code], **_look(*look)) for code, look in zip(codes, _series(spec), strict=True)
        ]
        key(figure, patches, spec)
