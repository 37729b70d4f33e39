"""A network on the screen."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.figures.labels import clean, for_axis, for_plotly
from workbench.figures.palette import INK, LINES, MARKS, OTHER, SIDES, Mark
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ALL", "Scale", "draw", "nodes", "scale", "ties"]

SIZES = (8.0, 34.0)
WIDTHS = (0.5, 1.5, 3.0, 5.0)
ALL = {**MARKS, **SIDES}


class Scale(NamedTuple):
    """What the largest mark and the thickest line stand for, and how much smaller than usual the marks are."""

    mentions: int
    weight: int
    smaller: float = 1.0


def scale(spec: Spec) -> Scale:
    """The measure that fits a network."""
    heaviest = max(spec.links["weight"]) if spec.links is not None and len(spec.links) else 1
    return Scale(max(1, int(max(spec.data["mentions"]))), int(heaviest))


def draw(figure: Any, spec: Spec) -> None:
    """Put the network on the figure: lines in a few widths below, one set of marks for each type above."""
    by = scale(spec)
    for trace in ties(spec, by):
        figure.add_trace(trace)
    here = set(spec.data["type"])
    for kind in [kind for kind in ALL if kind in here] + sorted(here - set(ALL)):
        figure.add_trace(nodes(spec, spec.data[spec.data["type"] == kind], kind, by))
    figure.update_xaxes(visible=False, range=[-0.08, 1.08])
    figure.update_yaxes(visible=False)
    figure.update_layout(height=640, legend={"orientation": "h", "y": 1.02, "x": 1 if spec.mirrored else 0})
    figure.update_layout(legend_xanchor="right" if spec.mirrored else "left", legend_itemsizing="constant")


def nodes(spec: Spec, chosen: pd.DataFrame, kind: str, by: Scale) -> Any:
    """The marks of one type, with their names."""
    import plotly.graph_objects as go

    count = for_plotly(spec.labels["mentions"])
    names = [for_axis(name, otherwise=spec.labels["no_name"]) for name in chosen["name"]]
    told = [for_plotly(clean(name, otherwise=spec.labels["no_name"])) for name in chosen["name"]]
    return go.Scatter(
        x=list(chosen["x"]),
        y=list(chosen["y"]),
        mode="markers+text",
        name=for_plotly(spec.labels.get(kind, kind)),
        text=names,
        textposition="bottom center",
        cliponaxis=False,
        customdata=[[name, int(n)] for name, n in zip(told, chosen["mentions"], strict=True)],
        hovertemplate=f"%{{customdata[0]}}<br>{count}: %{{customdata[1]}}<extra></extra>",
        marker=_marker(ALL.get(kind, OTHER), [int(n) / by.mentions for n in chosen["mentions"]], by.smaller),
    )


def _marker(mark: Mark, shares: list[float], smaller: float) -> dict[str, Any]:
    """The marks of one type; their area grows with the share that they have of the greatest number of mentions."""
    return {
        "symbol": mark.screen_shape,
        "color": mark.colour,
        "opacity": 1,
        "size": [max(SIZES[0], SIZES[1] * smaller * sqrt(share)) for share in shares],
        "line": {"width": 1, "color": INK},
    }


def ties(spec: Spec, by: Scale) -> list[Any]:
    """The lines of each side and width, each as one broken line."""
    import plotly.graph_objects as go

    traces = []
    for side, width, xs, ys in _lines(spec, by.weight):
        colour, dash = LINES[side]
        line = {"width": width, "color": colour, "dash": dash}
        traces.append(go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", showlegend=False))
    return traces


def _lines(spec: Spec, most: int) -> list[tuple[str, float, list[float | None], list[float | None]]]:
    """The lines of each side and width: plotly draws a trace in one width."""
    if spec.links is None or spec.links.empty:
        return []
    place = dict(zip(spec.data["entity"], zip(spec.data["x"], spec.data["y"], strict=True), strict=True))
    found: dict[tuple[str, float], tuple[list[float | None], list[float | None]]] = {}
    sides = spec.links["only"] if "only" in spec.links else ["both"] * len(spec.links)
    for side, a, b, weight in zip(sides, spec.links["a"], spec.links["b"], spec.links["weight"], strict=True):
        step = round((len(WIDTHS) - 1) * (weight - 1) / max(1, most - 1))
        xs, ys = found.setdefault((side, WIDTHS[step]), ([], []))
        xs += [place[a][0], place[b][0], None]
        ys += [place[a][1], place[b][1], None]
    return [(*key, *found[key]) for key in sorted(found)]
