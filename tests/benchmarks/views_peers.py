"""What other tools cost on the same data: pyvis' page, and plotly's FigureWidget."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from workbench.extractors.overlap import Overlap

PATIENCE = 120
"""Seconds after which a page that has not settled is left."""


def pyvis_settles(browser: Any, graph: Any) -> tuple[float, bool]:
    """Seconds until pyvis' own page, with its defaults, has settled; and whether it has within the patience."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(node, label=str(data["name"]), size=10)
    for a, b, data in graph.edges(data=True):
        network.add_edge(a, b, value=int(data["weight"]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pyvis.html"
        path.write_text(network.generate_html(), encoding="utf-8")
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        start = perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        page.evaluate(SETTLED)
        settled = wait(page, start)
        context.close()
    return perf_counter() - start, settled


SETTLED = """() => {
  window.settled = false;
  const watch = () => {
    const one = window.network ?? (typeof network === "undefined" ? null : network);
    if (one && one.once) one.once("stabilized", () => { window.settled = true; });
    else setTimeout(watch, 5);
  };
  watch();
}"""


def wait(page: Any, start: float) -> bool:
    """Whether the page has settled before the patience ends."""
    while perf_counter() - start < PATIENCE:
        if page.evaluate("window.settled"):
            return True
        page.wait_for_timeout(100)
    return False


def plotly_bytes(overlap: Overlap) -> int:
    """The bytes of the state that a FigureWidget with the heatmap of the outlets sends."""
    import plotly.graph_objects as go

    shares = overlap.matrix(by="source").fillna(0)
    widget = go.FigureWidget(go.Heatmap(z=shares.to_numpy().tolist(), x=list(shares), y=list(shares)))
    return len(json.dumps(widget.get_state(), default=str).encode())
