"""A matrix in print: rows by columns, a number in each cell that has room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.figures.palette import GREY, QUANTITY, ZERO, ink_on
from workbench.figures.print import POINTS_PER_MM, SIZE, SMALL, measure, name
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw"]

CELL_MM = (4.0, 9.0)
"""The least and the greatest height of a row."""
LINE_MM = 3.7
"""What one line of a name takes, in height, with room around it."""
SMALLEST = 5.0
"""Points: the least size of type that guides allow."""
SLANT_MM = 8.0
"""Columns narrower than this have their names upright."""
KEY_MM = 22


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """The axes with the matrix on them, and how high they should be in millimetres."""
    import numpy as np
    from matplotlib.colors import ListedColormap

    axes = figure.add_subplot()
    values = spec.data.to_numpy(dtype=float, na_value=np.nan)
    top = 1.0 if spec.share else max(1.0, float(np.nanmax(values, initial=0)))
    lines: dict[str, Any] = {"edgecolors": "white", "linewidth": 0.6}
    mesh = axes.pcolormesh(
        np.ma.masked_invalid(np.where(values == 0, np.nan, values)), cmap=QUANTITY, vmin=0, vmax=top, **lines
    )
    if spec.share:
        axes.pcolormesh(np.ma.masked_array(values, values != 0), cmap=ListedColormap([ZERO]), **lines)
    axes.invert_yaxis()
    if spec.mirrored:
        axes.invert_xaxis()
    column, row = _names(axes, spec, figure.get_figwidth() * 25.4)
    if column >= measure("100%", SMALL) / POINTS_PER_MM + 0.4:
        _numbers(axes, spec, values, top)
    _key(figure, mesh, spec, top)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0)
    return axes, row * len(spec.data)


def _names(axes: Axes, spec: Spec, width: float) -> tuple[float, float]:
    """Names beside the rows and above the columns; about how wide a column and how high a row is, in millimetres."""
    room = 0.27 * width
    rows = [name(one, room, spec) for one in spec.data.index]
    beside = max(measure(line) for one in rows for line in one.split("\n")) / POINTS_PER_MM
    column = (width - beside - KEY_MM) / len(spec.data.columns)
    row = min(max(column * 0.75, CELL_MM[0]), CELL_MM[1])
    if row < 2 * LINE_MM:
        rows = [name(one, room * 1.1, spec, lines=1) for one in spec.data.index]
    axes.set_yticks([n + 0.5 for n in range(len(rows))], rows)
    _headings(axes, spec, column)
    start, along = (1.0, "right") if spec.mirrored else (0.0, "left")
    if spec.mirrored:
        axes.yaxis.tick_right()
    axes.xaxis.set_label_position("top")
    axes.set_xlabel(spec.labels["column"], x=start, ha=along, fontweight="bold", labelpad=7)
    axes.annotate(
        spec.labels["row"],
        (start, 1.0),
        xytext=(4 if spec.mirrored else -4, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        ha="left" if spec.mirrored else "right",
        va="bottom",
        fontweight="bold",
    )
    return column, row


def _headings(axes: Axes, spec: Spec, column: float) -> None:
    """The names of the columns: level where they fit, else slanted, else upright and as small as the column."""
    heads = list(spec.data.columns)
    words = [name(head, column - 1, spec, lines=3) for head in heads]
    turn: dict[str, Any] = {"rotation": 0, "ha": "center", "va": "bottom"}
    size = SIZE
    if any(one.endswith("…") or "…\n" in one for one in words):
        words = [name(head, 30, spec, lines=1) for head in heads]
        if column >= SLANT_MM:
            turn = {"rotation": -45, "ha": "right"} if spec.mirrored else {"rotation": 45, "ha": "left"}
            turn |= {"va": "baseline", "rotation_mode": "anchor"}
        else:
            turn["rotation"] = -90 if spec.mirrored else 90
            size = min(SIZE, max(SMALLEST, column * POINTS_PER_MM / 1.4))
    axes.xaxis.tick_top()
    axes.set_xticks([n + 0.5 for n in range(len(heads))], words, fontsize=size, **turn)


def _numbers(axes: Axes, spec: Spec, values: Any, top: float) -> None:
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            if words := spec.number(value):
                colour = ink_on(value / top) if value else GREY
                text = axes.text(j + 0.5, i + 0.5, words, ha="center", va="center", fontsize=SMALL, color=colour)
                text.set_in_layout(False)  # it stands inside its cell: no need to measure it


def _key(figure: Figure, mesh: Any, spec: Spec, top: float) -> None:
    """The colour key: on the side where the rows end, with whole numbers or per cent."""
    bar = figure.colorbar(mesh, location="left" if spec.mirrored else "right", aspect=30, pad=0.02, fraction=0.04)
    if spec.share:
        ticks = [0.0, 0.25, 0.5, 0.75, 1.0]
    else:
        step = max(1, -(-int(top) // 5))
        ticks = [float(n) for n in range(0, int(top) + 1, step)]
    bar.set_ticks(ticks, labels=[f"{tick:.0%}" if spec.share else f"{tick:.0f}" for tick in ticks])
    bar.ax.tick_params(labelsize=SMALL, length=2, width=0.5)
    bar.outline.set_linewidth(0.4)
    if bar.solids is not None:
        bar.solids.set(rasterized=False, edgecolor="face", linewidth=0.3)  # shapes in a file of shapes
    bar.set_label(spec.labels["value"], fontsize=SIZE)
