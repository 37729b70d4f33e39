"""The screen: a described chart as a plotly figure, to hover over and to restyle.

Nothing leaves the machine and nothing is loaded: plotly's "Share chart" button, which uploads the chart with its
data, is off wherever the figure is shown or saved; a saved page holds plotly itself; MathJax is never asked for.
plotly takes tags in labels for markup, so every text from the data is escaped on its way in.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from workbench.figures import (
    fonts,
    screen_lineage,
    screen_matrix,
    screen_multiples,
    screen_network,
    screen_overview,
    screen_timeline,
)
from workbench.figures.labels import for_plotly
from workbench.figures.palette import GREY, INK
from workbench.figures.spec import Spec

__all__ = ["CONFIG", "draw"]

UPLOADS = ("sendChartToCloud",)
CONFIG: dict[str, Any] = {
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "modeBarButtonsToRemove": list(UPLOADS),
}
DRAWS = {
    "lineage": screen_lineage.draw,
    "matrix": screen_matrix.draw,
    "multiples": screen_multiples.draw,
    "network": screen_network.draw,
    "overview": screen_overview.draw,
    "timeline": screen_timeline.draw,
}


def draw(spec: Spec) -> Any:
    """The chart as a plotly figure."""
    figure = _figure_class()()
    figure.update_layout(margin={"t": 90, "b": 70})
    if spec.data.empty:
        figure.add_annotation(text=for_plotly(spec.labels["nothing"]), showarrow=False, font_color=GREY)
        figure.update_xaxes(visible=False)
        figure.update_yaxes(visible=False)
    else:
        DRAWS[spec.kind](figure, spec)
    side = 1.0 if spec.mirrored else 0.0
    figure.update_layout(
        template="simple_white",
        title={
            "text": for_plotly(spec.title),
            "x": side,
            "xref": "paper",
            "xanchor": "right" if side else "left",
            "yref": "container",
            "y": 0.98,
            "yanchor": "top",
        },
        font={"family": fonts.SCREEN, "color": INK},
        hoverlabel={"align": "right" if side else "left", "font": {"family": fonts.SCREEN}},
        modebar={"remove": list(UPLOADS)},
    )
    figure.add_annotation(
        text=for_plotly(spec.note),
        showarrow=False,
        xref="paper",
        yref="paper",
        x=side,
        y=0,
        yshift=-42,
        xanchor="right" if side else "left",
        yanchor="top",
        font={"size": 11, "color": GREY},
    )
    return figure


@cache
def _figure_class() -> type[Any]:
    """The plotly Figure with an offline way of showing itself; made on first use, as plotly is heavy."""
    import plotly.graph_objects as go

    class OfflineFigure(go.Figure):  # type: ignore[misc]
        """A plotly figure that shares nothing and loads nothing."""

        _ipython_display_ = None  # its own way would ask a server for MathJax

        def _repr_mimebundle_(self, *_: Any, **__: Any) -> dict[str, Any]:
            return {
                "application/vnd.plotly.v1+json": {**self._plain(), "config": dict(CONFIG)},
                "text/html": self._repr_html_(),
            }

        def _plain(self) -> dict[str, Any]:
            """The figure as plain lists and dicts."""
            import json

            plain: dict[str, Any] = json.loads(self.to_json())
            return plain

        def _repr_html_(self) -> str:
            return str(self.to_html(full_html=False))

        def to_html(self, *args: Any, config: dict[str, Any] | None = None, **options: Any) -> Any:
            """A page, or a part of one, that holds plotly itself."""
            return super().to_html(*args, config={**CONFIG, **(config or {})}, **options)

        def write_html(self, *args: Any, config: dict[str, Any] | None = None, **options: Any) -> None:
            """Write a page that holds plotly itself."""
            super().write_html(*args, config={**CONFIG, **(config or {})}, **options)

        def show(self, *args: Any, config: dict[str, Any] | None = None, **options: Any) -> Any:
            """Show the figure in the notebook."""
            options.setdefault("renderer", "plotly_mimetype")
            return super().show(*args, config={**CONFIG, **(config or {})}, **options)

    return OfflineFigure
