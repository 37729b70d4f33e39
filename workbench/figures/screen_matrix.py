"""A matrix on the screen."""

from __future__ import annotations

from typing import Any

from workbench.figures.labels import LONGEST, clean, for_axis, for_plotly
from workbench.figures.palette import QUANTITY, ZERO
from workbench.figures.spec import Spec

__all__ = ["draw"]

MOST_NUMBERS = 400
"""More cells than this carry no number; hovering tells it."""


def draw(figure: Any, spec: Spec) -> None:
    """Put the matrix on the figure: axes by number, names as their ticks, so that equal names stay apart."""
    import numpy as np

    values = spec.data.to_numpy(dtype=float, na_value=np.nan)
    rows, columns = (_names(spec, axis) for axis in (spec.data.index, spec.data.columns))
    words = [[for_plotly(word) if (word := spec.number(value)) else "" for value in row] for row in values]
    top = 1 if spec.share else max(1, float(np.nanmax(values, initial=0)))
    told = [
        [(row, column, word) for column, word in zip(columns, line, strict=True)]
        for row, line in zip(rows, words, strict=True)
    ]
    common = {
        "text": words,
        "texttemplate": "%{text}" if values.size <= MOST_NUMBERS else None,
        "customdata": told,
        "hovertemplate": _hover(spec),
    }
    if spec.share:
        zeros = {"colorscale": [[0, ZERO], [1, ZERO]], "showscale": False}
        _layer(figure, np.where(values == 0, 0.0, np.nan), {**common, **zeros})
    _layer(
        figure,
        np.where(values == 0, np.nan, values),
        {**common, "colorscale": QUANTITY, "zmin": 0, "zmax": top, "colorbar": _key(spec, top)},
    )
    _axes(figure, spec, len(rows), len(columns))


def _layer(figure: Any, values: Any, options: dict[str, Any]) -> None:
    """One heatmap whose missing values leave their cells open."""
    import plotly.graph_objects as go

    cells = [[None if value != value else float(value) for value in row] for row in values]  # noqa: PLR0124
    figure.add_trace(go.Heatmap(z=cells, hoverongaps=False, xgap=1, ygap=1, **options))


def _axes(figure: Any, spec: Spec, rows: int, columns: int) -> None:
    ticks = {"tickmode": "array", "showline": False, "ticks": ""}
    figure.update_xaxes(
        **ticks,
        tickvals=list(range(columns)),
        ticktext=[for_axis(name, otherwise=spec.labels["no_name"]) for name in spec.data.columns],
        side="top",
        tickangle=30 if spec.mirrored else -30,
        title={"text": for_plotly(spec.labels["column"])},
        autorange="reversed" if spec.mirrored else True,
        automargin=True,
    )
    figure.update_yaxes(
        **ticks,
        tickvals=list(range(rows)),
        ticktext=[for_axis(name, otherwise=spec.labels["no_name"]) for name in spec.data.index],
        side="right" if spec.mirrored else "left",
        title={"text": for_plotly(spec.labels["row"])},
        autorange="reversed",
        automargin=True,
    )
    longest = min(LONGEST, max(len(str(name)) for name in spec.data.columns))
    above = 90 + 4 * longest
    figure.update_layout(height=max(320, above + 110 + 30 * rows), margin={"t": above, "b": 70})


def _names(spec: Spec, names: Any) -> list[str]:
    return [for_plotly(clean(name, otherwise=spec.labels["no_name"])) for name in names]


def _hover(spec: Spec) -> str:
    """Row, column and value, one a line; the words from the data come in as values, never as part of the template."""
    lines = [
        f"{for_plotly(spec.labels['row'])}: %{{customdata[0]}}",
        f"{for_plotly(spec.labels['column'])}: %{{customdata[1]}}",
        f"{for_plotly(spec.labels['value'])}: %{{customdata[2]}}",
    ]
    return "<br>".join(lines) + "<extra></extra>"


def _key(spec: Spec, top: float) -> dict[str, Any]:
    place = {"x": -0.02, "xanchor": "right"} if spec.mirrored else {"x": 1.02, "xanchor": "left"}
    title = {"text": for_plotly(spec.labels["value"]), "side": "right"}
    step = 0.25 if spec.share else max(1, -(-int(top) // 5))
    return {
        **place,
        "title": title,
        "tickformat": ".0%" if spec.share else "d",
        "dtick": step,
        "thickness": 12,
        "outlinewidth": 0.5,
    }
