"""Which module draws which kind of chart in print, and which writes on it when everything has its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from workbench.figures import (
    print_lineage,
    print_matrix,
    print_multiples,
    print_network,
    print_overview,
    print_timeline,
)
from workbench.figures.spec import Kind, Spec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["DRAWS", "WRITES"]

DRAWS: Mapping[Kind, Callable[[Figure, Spec], tuple[Axes, float]]] = {
    "lineage": print_lineage.draw,
    "matrix": print_matrix.draw,
    "multiples": print_multiples.draw,
    "network": print_network.draw,
    "overview": print_overview.draw,
    "timeline": print_timeline.draw,
}
WRITES: Mapping[Kind, Callable[[Figure, Axes, Spec], None]] = {
    "lineage": print_lineage.write,
    "multiples": print_multiples.label,
    "network": print_network.label,
}
"""Words whose place can be found only when the layout is done."""
