"""The corpus at a glance on the screen: articles by day, words by language, the share left out, a row an outlet."""

from __future__ import annotations

from typing import Any

from workbench.figures.glance import WORDS, cells, languages
from workbench.figures.labels import clean, for_axis, for_plotly
from workbench.figures.palette import GREY, SERIES, ZERO
from workbench.figures.spec import Spec

__all__ = ["draw"]

DOMAINS = ((0.0, 0.48), (0.53, 0.78), (0.83, 1.0))
HATCHES = {"": "", "////": "/", "....": ".", "xxxx": "x"}


def draw(figure: Any, spec: Spec) -> None:
    """Put the three parts on the figure, side by side from where the language begins."""
    import plotly.graph_objects as go

    names = [for_plotly(clean(one, otherwise=spec.labels["no_name"])) for one in spec.data["source"]]
    heads, rows = cells(spec)
    heads = ["<br>".join(for_plotly(line) for line in head.split("\n")) for head in heads]
    told = [[[name, head] for head in heads] for name in names]
    figure.add_trace(
        go.Heatmap(
            z=rows,
            customdata=told,
            text=[["" if not n else str(n) for n in row] for row in rows],
            texttemplate="%{text}",
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}: %{z}<extra></extra>",
            colorscale=[[0, ZERO], [0.001, "#deebf7"], [1, "#08519c"]],
            zmin=0,
            zmax=max(4, *(n for row in rows for n in row), 0),
            showscale=False,
            xgap=1,
            ygap=1,
        )
    )
    for number, code in enumerate(languages(spec)):
        figure.add_trace(_bar(spec, names, number, code))
    shares = [float(one) for one in spec.data["marked"]]
    figure.add_trace(
        go.Bar(
            x=shares,
            y=list(range(len(shares))),
            orientation="h",
            xaxis="x3",
            marker_color=GREY,
            text=[f"{one:.0%}" for one in shares],
            textposition="outside",
            customdata=[[name] for name in names],
            hovertemplate="%{customdata[0]}: %{text}<extra></extra>",
            showlegend=False,
            cliponaxis=False,
        )
    )
    _axes(figure, spec, heads, max(shares))


def _bar(spec: Spec, names: list[str], number: int, code: str) -> Any:
    """The words in one language."""
    import plotly.graph_objects as go

    colour, hatch = SERIES[number % len(SERIES)]
    label = for_plotly(spec.labels[code])
    return go.Bar(
        x=[int(n) for n in spec.data[f"{WORDS}{code}"]],
        y=list(range(len(names))),
        orientation="h",
        xaxis="x2",
        name=label,
        marker={"color": colour, "pattern": {"shape": HATCHES[hatch], "fgcolor": "white"}},
        customdata=[[name] for name in names],
        hovertemplate=f"%{{customdata[0]}}<br>{label}: %{{x}}<extra></extra>",
        showlegend=len(languages(spec)) > 1,
    )


def _axes(figure: Any, spec: Spec, heads: list[str], top: float) -> None:
    ticks = {"tickmode": "array", "showline": False, "ticks": ""}
    domains = [(1 - end, 1 - start) for start, end in DOMAINS] if spec.mirrored else DOMAINS
    last = max(1, len(heads)) - 0.5
    spans = ((-0.5, last), (0.0, 1.1 * max(1, int(max(spec.data["words"])))), (0.0, max(0.01, 1.4 * top)))
    for axis, domain, span, key in zip(("", "2", "3"), domains, spans, ("articles", "words", "marked"), strict=True):
        ways = span[::-1] if spec.mirrored else span
        figure.update_layout({f"xaxis{axis}": {"domain": domain, "range": ways, "anchor": "y", "showline": False}})
        figure.add_annotation(
            text=f"<b>{for_plotly(spec.labels[key])}</b>",
            showarrow=False,
            xref="paper",
            yref="paper",
            x=domain[1] if spec.mirrored else domain[0],
            xanchor="right" if spec.mirrored else "left",
            y=1,
            yanchor="bottom",
        )
    figure.update_layout(xaxis={**ticks, "tickvals": list(range(len(heads))), "ticktext": heads, "automargin": True})
    figure.update_layout(xaxis2={"nticks": 3}, xaxis3={"tickformat": ".0%", "nticks": 3})
    figure.update_yaxes(
        **ticks,
        tickvals=list(range(len(spec.data))),
        ticktext=[for_axis(one, otherwise=spec.labels["no_name"]) for one in spec.data["source"]],
        range=[len(spec.data) - 0.5, -0.5],
        side="right" if spec.mirrored else "left",
        automargin=True,
    )
    figure.update_layout(
        height=260 + 30 * len(spec.data),
        barmode="stack",
        margin={"t": 110, "b": 80},
        legend={
            "orientation": "h",
            "y": 1 + 26 / (70 + 30 * len(spec.data)),
            "yanchor": "bottom",
            "x": 1 if spec.mirrored else 0,
        },
        legend_xanchor="right" if spec.mirrored else "left",
    )
