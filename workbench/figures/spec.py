"""One description of a chart, which two thin back ends draw: ``screen`` with plotly, ``print`` with matplotlib."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Kind", "Spec"]

Kind = Literal["lineage", "matrix", "multiples", "network", "overview", "timeline"]


@dataclass(frozen=True, eq=False)
class Spec:
    """What a chart shows, before anything is drawn.

    Parameters
    ----------
    kind: which drawing it takes.
    data: what is drawn: a matrix (values by row and column), or one row a node, an article, a wording or an outlet.
    title: what the chart is called; on paper it belongs into the caption, so only the screen draws it.
    note: the line beneath the chart that says what it rests on and what it leaves out.
    caption, alt: for the page around it: how to read it, and what it shows to someone who can't see it.
    language: the pack that the labels come from; its direction is the chart's.
    labels: the words of axes and legends, by use.
    links: what joins the rows or fills them: the edges of a network or a timeline, the stretches of wordings, the days
        of an overview.
    share: of a matrix, whether its values are shares (drawn as per cent, from 0 to 100) or counts.
    """

    kind: Kind
    data: pd.DataFrame
    title: str
    note: str
    caption: str
    alt: str
    language: LanguagePack
    labels: Mapping[str, str] = field(default_factory=dict)
    links: pd.DataFrame | None = None
    share: bool = False

    @property
    def mirrored(self) -> bool:
        """Whether rows begin and time runs from the right."""
        return self.language.direction == "rtl"

    def number(self, value: float) -> str:
        """One value of a matrix as it is written in its cell: per cent, a count, or nothing for no value."""
        if value != value:  # NaN  # noqa: PLR0124
            return ""
        if not self.share:
            return f"{value:.0f}" if value else ""
        return f"{value:.0%}" if value == 0 or value >= 0.005 else "<1%"
