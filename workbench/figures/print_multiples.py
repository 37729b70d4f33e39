"""Small multiples in print: networks side by side, as many in a row as the page has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.figures import print_network
from workbench.figures.palette import EDGE
from workbench.figures.panels import split
from workbench.figures.print import BOLD, name
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw", "label"]

PANEL_MM = 62
"""About how wide a panel is: as many as go into the page stand in a row."""
RADIUS = 5.5
"""Of the largest mark, in points: smaller than that of a network which has the page for itself."""
SHAPE = (0.31, 0.72)
"""How high a panel is for its width, where one stands in a row and where several do."""


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """The axes of the first panel, and how high it should be in millimetres."""
    parts = split(spec)
    width = figure.get_figwidth() * 25.4
    columns = min(len(parts), max(1, int(width // PANEL_MM)))
    grid = figure.subplots(-(-len(parts) // columns), columns, squeeze=False)
    wide = width / columns
    size = (wide, wide * SHAPE[columns > 1])
    common = _scale(spec)
    for row in grid:
        for axes in row:
            axes.set_axis_off()
    side, along = (1.0, "right") if spec.mirrored else (0.0, "left")
    for axes, part in zip(_places(figure, spec), parts, strict=False):
        print_network.put(axes, part, common, size)
        title = name(part.data["panel"].iloc[0], (wide - 4) * BOLD, spec)
        axes.text(side, 1.0, title, transform=axes.transAxes, ha=along, va="bottom", fontweight="bold")
        axes.plot([0, 1], [1, 1], transform=axes.transAxes, color=EDGE, linewidth=0.4, clip_on=False)
    print_network.legend(figure, spec)
    return grid[0][0], size[1]


def label(figure: Figure, _: Axes, spec: Spec) -> None:
    """The names in every panel."""
    common = _scale(spec)
    for axes, part in zip(_places(figure, spec), split(spec), strict=False):
        wide = axes.get_window_extent().width / 72 * 25.4
        print_network.name_marks(figure, axes, part, common, 0.4 * wide)


def _scale(spec: Spec) -> print_network.Scale:
    return print_network.scale(spec)._replace(radius=RADIUS)


def _places(figure: Figure, spec: Spec) -> list[Axes]:
    """The axes in reading order: rows from the top, each from the side where the language begins."""
    columns = figure.axes[0].get_subplotspec().get_gridspec().ncols  # type: ignore[union-attr]
    rows = [figure.axes[n : n + columns] for n in range(0, len(figure.axes), columns)]
    return [axes for row in rows for axes in (row[::-1] if spec.mirrored else row)]
