"""Small multiples on the screen: networks side by side, in the same places."""

from __future__ import annotations

from typing import Any

from workbench.figures.labels import clean, for_axis, for_plotly
from workbench.figures.palette import EDGE
from workbench.figures.panels import split
from workbench.figures.screen_network import ALL, Scale, nodes, scale, ties
from workbench.figures.spec import Spec

__all__ = ["draw"]

COLUMNS = 3
SMALLER = 0.6
"""The size of the marks beside that of a network which has the page for itself."""


def draw(figure: Any, spec: Spec) -> None:
    """Put the panels on the figure, in reading order, with one key for all."""
    parts = split(spec)
    columns = min(COLUMNS, len(parts))
    rows = -(-len(parts) // columns)
    places = [(n // columns + 1, _column(n % columns, columns, spec)) for n in range(len(parts))]
    titles = [""] * (rows * columns)
    for (row, column), part in zip(places, parts, strict=True):
        titles[(row - 1) * columns + column - 1] = for_axis(
            part.data["panel"].iloc[0], otherwise=spec.labels["no_name"]
        )
    figure.set_subplots(rows, columns, subplot_titles=titles, horizontal_spacing=0.03, vertical_spacing=0.1)
    by = scale(spec)._replace(smaller=SMALLER)
    told: set[str] = set()
    for place, part in zip(places, parts, strict=True):
        _panel(figure, part, place, by, told)
    figure.update_xaxes(visible=False, range=[-0.1, 1.1])
    figure.update_yaxes(visible=False, range=[-0.12, 1.08])
    figure.update_layout(
        height=130 + 330 * rows,
        margin={"t": 120, "b": 70},
        legend={"orientation": "h", "y": 1 + 50 / (330 * rows), "yanchor": "bottom", "x": 1 if spec.mirrored else 0},
        legend_xanchor="right" if spec.mirrored else "left",
        legend_itemsizing="constant",
    )


def _column(number: int, columns: int, spec: Spec) -> int:
    return columns - number if spec.mirrored else number + 1


def _panel(figure: Any, part: Spec, place: tuple[int, int], by: Scale, told: set[str]) -> None:
    """One network; ``told`` holds the kinds that the key has."""
    import plotly.graph_objects as go

    row, column = place
    for trace in ties(part, by):
        figure.add_trace(trace, row=row, col=column)
    missing = part.data[part.data["mentions"] == 0]
    if len(missing):
        names = [for_plotly(clean(name, otherwise=part.labels["no_name"])) for name in missing["name"]]
        figure.add_trace(
            go.Scatter(
                x=list(missing["x"]),
                y=list(missing["y"]),
                mode="markers",
                name=for_plotly(part.labels["not_named"]),
                legendgroup="missing",
                showlegend="missing" not in told,
                customdata=[[name] for name in names],
                hovertemplate="%{customdata[0]}<extra></extra>",
                marker={"symbol": "circle", "size": 7, "color": "white", "line": {"width": 1, "color": EDGE}},
            ),
            row=row,
            col=column,
        )
        told.add("missing")
    named = part.data[part.data["mentions"] > 0]
    here = set(named["type"])
    for kind in [kind for kind in ALL if kind in here] + sorted(here - set(ALL)):
        trace = nodes(part, named[named["type"] == kind], kind, by)
        trace.update(legendgroup=kind, showlegend=kind not in told, textfont_size=10)
        figure.add_trace(trace, row=row, col=column)
        told.add(kind)
