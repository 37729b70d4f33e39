"""Charts of what the extractors return, for the screen and for print: ``wb.figures.heatmap(overlap).save("fig2.pdf")``.

Each function returns a :class:`Figure`. Drawing libraries are loaded when something is drawn.
"""

from workbench.figures.charts import difference, flow, heatmap, network, quotes, reworded
from workbench.figures.figure import Figure
from workbench.figures.glance import overview
from workbench.figures.panels import multiples
from workbench.figures.statements import lineage
from workbench.figures.when import timeline

__all__ = [
    "Figure",
    "difference",
    "flow",
    "heatmap",
    "lineage",
    "multiples",
    "network",
    "overview",
    "quotes",
    "reworded",
    "timeline",
]
