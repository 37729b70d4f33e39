"""A timeline on the screen."""

from __future__ import annotations

from math import sqrt
from typing import Any

from workbench.figures import moments
from workbench.figures.labels import for_axis, for_plotly
from workbench.figures.palette import GREY, TIME
from workbench.figures.spec import Spec
from workbench.figures.timeaxis import ticks

__all__ = ["draw"]

LANE = 0.17


def draw(figure: Any, spec: Spec) -> None:
    """Put the articles on the figure: by time, and those without a date in a row of their own beneath the axis."""
    rows = moments.rows(spec.data)
    for stated in ("hour", "day"):
        chosen = spec.data[spec.data["stated"] == stated]
        if len(chosen):
            _marks(figure, spec, chosen, stated)
    _arrows(figure, spec)
    loose = spec.data[spec.data["stated"] == "none"]
    height = len(rows) + (1.4 if len(loose) else 0)
    share = len(rows) / height if height else 0.0
    if rows:
        _axis(figure, spec, rows, (1 - share + (0.12 if len(loose) else 0), 1.0))
    if len(loose):
        _undated(figure, spec, loose, (0.0, max(0.06, 1 - share) if rows else 1.0))
    figure.update_layout(
        height=240 + 42 * len(rows),
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 1 if spec.mirrored else 0},
        legend_xanchor="right" if spec.mirrored else "left",
    )


def _marks(figure: Any, spec: Spec, chosen: Any, stated: str) -> None:
    """One mark an article; where only the day is stated, a hollow one in the middle of a line as long as the day."""
    import plotly.graph_objects as go

    ys = _heights(spec, chosen)
    most = max(spec.data["quotes"])
    if stated == "day":
        xs = [moment for start, end in chosen[["start", "end"]].to_numpy() for moment in (start, end, None)]
        ends = [y for at in ys for y in (at, at, None)]
        line = {"color": TIME.colour, "width": 2}
        figure.add_trace(go.Scatter(x=xs, y=ends, mode="lines", line=line, hoverinfo="skip", showlegend=False))
    figure.add_trace(
        go.Scatter(
            x=[start + (end - start) / 2 for start, end in chosen[["start", "end"]].to_numpy()],
            y=ys,
            mode="markers",
            name=for_plotly(spec.labels[f"{stated}_stated"]),
            customdata=_told(chosen),
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
            marker={
                "size": [10 if not most else max(6, 20 * sqrt(int(n) / most)) for n in chosen["quotes"]],
                "opacity": 1,
                "symbol": TIME.screen_shape,
                "color": TIME.colour if stated == "hour" else "#ffffff",
                "line": {"width": 2, "color": TIME.colour},
            },
        )
    )


def _heights(spec: Spec, chosen: Any) -> list[float]:
    """How high each mark stands: in its row, by its lane."""
    lanes = spec.data[spec.data["stated"] != "none"].groupby("source")["lane"].max()
    return [
        row + (lane - lanes[source] / 2) * LANE for row, lane, source in chosen[["row", "lane", "source"]].to_numpy()
    ]


def _arrows(figure: Any, spec: Spec) -> None:
    """From an article to a later one that shares text with it, thicker for more words."""
    if spec.links is None or spec.links.empty:
        return
    import plotly.graph_objects as go

    line, label = {"width": 2, "color": GREY}, for_plotly(spec.labels["later_copy"])
    figure.add_trace(go.Scatter(x=[None], y=[None], mode="lines", line=line, name=label))  # for the key
    dated = spec.data[spec.data["stated"] != "none"]
    spans = dated[["start", "end"]].to_numpy()
    xs = [start + (end - start) / 2 for start, end in spans]
    place = dict(zip(dated["article"], zip(xs, _heights(spec, dated), strict=True), strict=True))
    most = max(spec.links["words"])
    for a, b, words in spec.links.itertuples(index=False, name=None):
        (ax, ay), (x, y) = place[a], place[b]
        figure.add_annotation(
            {"x": x, "y": y, "ax": ax, "ay": ay, "xref": "x", "yref": "y", "axref": "x", "ayref": "y"},
            text="",
            arrowhead=2,
            arrowsize=0.9,
            arrowwidth=1 + 2 * words / most,
            arrowcolor=GREY,
            standoff=7,
            startstandoff=6,
        )


def _told(chosen: Any) -> list[list[str]]:
    """What hovering tells of each article: outlet, title, and the date as the page states it."""
    wanted = chosen[["source", "title", "published"]].to_numpy()
    return [[for_plotly(value) for value in ("" if one is None else one for one in row)] for row in wanted]


def _axis(figure: Any, spec: Spec, rows: list[str], domain: tuple[float, float]) -> None:
    first, last = moments.bounds(spec.data)
    marks = ticks(first, last, spec.language)
    figure.update_xaxes(
        range=[last, first] if spec.mirrored else [first, last],
        tickmode="array",
        tickvals=[moment for moment, _ in marks],
        ticktext=["<br>".join(for_plotly(line) for line in words.split("\n")) for _, words in marks],
        showgrid=True,
        anchor="y",
    )
    figure.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        domain=domain,
        tickmode="array",
        tickvals=list(range(len(rows))),
        ticktext=[for_axis(row, otherwise=spec.labels["no_name"]) for row in rows],
        side="right" if spec.mirrored else "left",
        ticks="",
        showline=False,
        showgrid=True,
        automargin=True,
    )


def _undated(figure: Any, spec: Spec, loose: Any, domain: tuple[float, float]) -> None:
    """The row without a time: one mark an article, side by side in no order of time."""
    import plotly.graph_objects as go

    few = len(loose) <= 6
    figure.add_trace(
        go.Scatter(
            x=[n + 0.5 for n in range(len(loose))],
            y=[0.0] * len(loose),
            xaxis="x2",
            yaxis="y2",
            mode="markers+text" if few else "markers",
            text=[for_axis(source, otherwise=spec.labels["no_name"]) for source in loose["source"]] if few else None,
            textposition="bottom center",
            customdata=_told(loose),
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
            marker={"size": 9, "symbol": "diamond-open", "color": TIME.colour, "line": {"width": 2}},
            showlegend=False,
        )
    )
    side = "right" if spec.mirrored else "left"
    figure.update_layout(
        xaxis2={"range": [0, len(loose)], "anchor": "y2", "visible": False},
        yaxis2={
            "range": [-1, 0.6],
            "domain": domain,
            "anchor": "x2",
            "tickmode": "array",
            "tickvals": [0],
            "ticktext": [for_axis(spec.labels["no_date"], otherwise=spec.labels["no_name"])],
            "side": side,
            "ticks": "",
            "showline": False,
            "automargin": True,
        },
    )
    if spec.mirrored:
        figure.update_layout(xaxis2_range=[len(loose), 0])
