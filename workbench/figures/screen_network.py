"""A network on the screen."""

from __future__ import annotations

from math import sqrt
from typing import Any

from workbench.figures.labels import clean, for_axis, for_plotly
from workbench.figures.palette import INK, LINES, MARKS, OTHER, SIDES, Mark
from workbench.figures.spec import Spec

__all__ = ["draw"]

SIZES = (8.0, 34.0)
WIDTHS = (0.5, 1.5, 3.0, 5.0)
ALL = {**MARKS, **SIDES}


def draw(figure: Any, spec: Spec) -> None:
    """Put the network on the figure: lines in a few widths below, one set of marks for each type above."""
    import plotly.graph_objects as go

    for side, width, xs, ys in _lines(spec):
        colour, dash = LINES[side]
        line = {"width": width, "color": colour, "dash": dash}
        figure.add_trace(go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", showlegend=False))
    here = set(spec.data["type"])
    most = max(1, int(max(spec.data["mentions"])))
    count = for_plotly(spec.labels["mentions"])
    for kind in [kind for kind in ALL if kind in here] + sorted(here - set(ALL)):
        nodes, mark = spec.data[spec.data["type"] == kind], ALL.get(kind, OTHER)
        names = [for_axis(name, otherwise=spec.labels["no_name"]) for name in nodes["name"]]
        told = [for_plotly(clean(name, otherwise=spec.labels["no_name"])) for name in nodes["name"]]
        figure.add_trace(
            go.Scatter(
                x=list(nodes["x"]),
                y=list(nodes["y"]),
                mode="markers+text",
                name=for_plotly(spec.labels.get(kind, kind)),
                text=names,
                textposition="bottom center",
                cliponaxis=False,
                customdata=[[name, int(n)] for name, n in zip(told, nodes["mentions"], strict=True)],
                hovertemplate=f"%{{customdata[0]}}<br>{count}: %{{customdata[1]}}<extra></extra>",
                marker=_marker(mark, [int(n) / most for n in nodes["mentions"]]),
            )
        )
    figure.update_xaxes(visible=False, range=[-0.08, 1.08])
    figure.update_yaxes(visible=False)
    figure.update_layout(height=640, legend={"orientation": "h", "y": 1.02, "x": 1 if spec.mirrored else 0})
    figure.update_layout(legend_xanchor="right" if spec.mirrored else "left", legend_itemsizing="constant")


def _marker(mark: Mark, shares: list[float]) -> dict[str, Any]:
    """The marks of one type; their area grows with the share that they have of the greatest number of mentions."""
    return {
        "symbol": mark.screen_shape,
        "color": mark.colour,
        "opacity": 1,
        "size": [max(SIZES[0], SIZES[1] * sqrt(share)) for share in shares],
        "line": {"width": 1, "color": INK},
    }


def _lines(spec: Spec) -> list[tuple[str, float, list[float | None], list[float | None]]]:
    """The lines of each side and width, as one broken line: plotly draws a trace in one width."""
    if spec.links is None or spec.links.empty:
        return []
    place = dict(zip(spec.data["entity"], zip(spec.data["x"], spec.data["y"], strict=True), strict=True))
    most = max(spec.links["weight"])
    found: dict[tuple[str, float], tuple[list[float | None], list[float | None]]] = {}
    sides = spec.links["only"] if "only" in spec.links else ["both"] * len(spec.links)
    for side, a, b, weight in zip(sides, spec.links["a"], spec.links["b"], spec.links["weight"], strict=True):
        step = round((len(WIDTHS) - 1) * (weight - 1) / max(1, most - 1))
        xs, ys = found.setdefault((side, WIDTHS[step]), ([], []))
        xs += [place[a][0], place[b][0], None]
        ys += [place[a][1], place[b][1], None]
    return [(*key, *found[key]) for key in sorted(found)]
