"""A timeline in print: a row for each outlet, and beneath the axis the row of the articles without a date."""

from __future__ import annotations

import datetime as dt
from math import sqrt
from typing import TYPE_CHECKING, Any

from workbench.figures import moments
from workbench.figures.palette import EDGE, TIME, ZERO
from workbench.figures.print import POINTS_PER_MM, SMALL, key, measure, name
from workbench.figures.spec import Spec
from workbench.figures.timeaxis import ticks

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw"]

ROW_MM = 7.5
STRIP_MM = 9.0
LANE = 0.17
MARK = 4.5
LEAST, LARGEST = 2.6, 8.0
"""The width of a mark in points: where quotations are not told, of one without any, and of the one with most."""
THIN, THICK = 0.4, 1.6
ARROW = "#7a7a7a"
BEND, BULGE_MM = 0.12, 2.0
"""How much an arrow bends, as a share of its length, and how far it may stand out, so that it stays on the page."""


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """The axes that the height is counted by, and how high they should be in millimetres."""
    rows, loose = moments.rows(spec.data), moments.undated(spec.data)
    width = figure.get_figwidth() * 25.4
    if not rows:
        axes = figure.add_subplot()
        _undated(axes, spec, loose, width)
        return axes, STRIP_MM
    height = ROW_MM * max(1.5, len(rows))
    if not loose:
        axes = figure.add_subplot()
        _dated(axes, spec, rows, width)
    else:
        axes, strip = figure.subplots(2, 1, height_ratios=[height, STRIP_MM])
        _dated(axes, spec, rows, width)
        _undated(strip, spec, loose, width)
    _key(figure, spec)
    return axes, height


def _dated(axes: Axes, spec: Spec, rows: list[str], width: float) -> None:
    dated = spec.data[spec.data["stated"] != "none"]
    places = {one["article"]: (_middle(one), one["row"] + _shift(one, dated)) for one in dated.to_dict("records")}
    _arrows(axes, spec, places)
    sizes = dict(zip(spec.data["article"], _sizes(spec), strict=True))
    for one in dated.to_dict("records"):
        (x, y), size = places[one["article"]], sizes[one["article"]]
        inside = TIME.colour if one["stated"] == "hour" else "white"
        if one["stated"] == "day":
            ends = [_at(one["start"]), _at(one["end"])]
            axes.plot(ends, [y, y], "-", color=TIME.colour, linewidth=1, solid_capstyle="butt", zorder=2)
        axes.plot(x, y, TIME.shape, color=TIME.colour, markersize=size, markerfacecolor=inside, zorder=3)
    first, last = moments.bounds(spec.data)
    axes.set_xlim(_at(first), _at(last))
    marks = ticks(first, last, spec.language)
    axes.set_xticks([_at(moment) for moment, _ in marks], [words for _, words in marks])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [name(row, 0.25 * width, spec) for row in rows])
    axes.grid(color=EDGE, linewidth=0.3, linestyle=(0, (1, 2)))
    axes.set_axisbelow(True)
    _frame(axes, spec)


def _middle(one: dict[Any, Any]) -> float:
    """Where the mark of an article stands: at its hour, or in the middle of its day."""
    return (_at(one["start"]) + _at(one["end"])) / 2


def _sizes(spec: Spec) -> list[float]:
    """The width of each mark in points: its area grows with the quotations, where these are given."""
    most = max(spec.data["quotes"])
    return [MARK if not most else max(LEAST, LARGEST * sqrt(int(n) / most)) for n in spec.data["quotes"]]


def _arrows(axes: Axes, spec: Spec, places: dict[str, tuple[float, float]]) -> None:
    """From an article to a later one that shares text with it, thicker for more words."""
    if spec.links is None or spec.links.empty:
        return
    most = max(spec.links["words"])
    for a, b, words in spec.links.itertuples(index=False, name=None):
        high = abs(places[a][1] - places[b][1]) * ROW_MM
        bend = min(BEND, 2 * BULGE_MM / high) if high else BEND
        style: dict[str, Any] = {
            "arrowstyle": "-|>,head_length=0.35,head_width=0.18",
            "connectionstyle": f"arc3,rad={bend:.3f}",
            "color": ARROW,
            "linewidth": THIN + (THICK - THIN) * words / most,
            "shrinkA": 3,
            "shrinkB": 4,
        }
        axes.annotate("", places[b], places[a], arrowprops=style, zorder=1.5).set_in_layout(False)


def _at(moment: dt.datetime) -> float:
    """A moment as matplotlib counts it, in days."""
    from matplotlib.dates import date2num

    return float(date2num(moment))  # type: ignore[no-untyped-call]


def _shift(one: dict[Any, Any], dated: pd.DataFrame) -> float:
    """How far a mark stands from the middle of its row, by its lane."""
    same = dated[dated["source"] == one["source"]]["lane"]
    return (int(one["lane"]) - int(max(same)) / 2) * LANE


def _frame(axes: Axes, spec: Spec) -> None:
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)
    if spec.mirrored:
        axes.invert_xaxis()
        axes.yaxis.tick_right()


def _undated(axes: Axes, spec: Spec, loose: list[tuple[str, int]], width: float) -> None:
    """The row without a time: a mark an outlet, its name beneath, in no order of time."""
    axes.set_facecolor(ZERO)
    axes.set_xlim(0, len(loose))
    axes.set_ylim(0, 1)
    room = 0.66 * width / len(loose)
    for n, (source, number) in enumerate(loose):
        axes.plot(n + 0.5, 0.68, "D", color=TIME.colour, markerfacecolor="white", markersize=4)
        count = f" ({number})" if number > 1 else ""
        spare = room - measure(count, SMALL) / POINTS_PER_MM - 1
        words = name(source, spare, spec, lines=1, size=SMALL) + count
        axes.text(n + 0.5, 0.25, words, ha="center", va="center", fontsize=SMALL)
    axes.set_xticks([])
    axes.set_yticks([0.5], [name(spec.labels["no_date"], 0.25 * width, spec)])
    _frame(axes, spec)
    axes.spines["bottom"].set_visible(False)


def _key(figure: Figure, spec: Spec) -> None:
    from matplotlib.lines import Line2D

    here = set(spec.data["stated"])
    style: dict[str, Any] = {"color": TIME.colour, "marker": TIME.shape, "markersize": MARK}
    handles = []
    if "hour" in here:
        handles.append(Line2D([], [], linestyle="", label=spec.labels["hour_stated"], **style))
    if "day" in here:
        handles.append(Line2D([], [], linewidth=1, markerfacecolor="white", label=spec.labels["day_stated"], **style))
    if "more_quotes" in spec.labels:
        handles.append(Line2D([], [], linestyle="", label=spec.labels["more_quotes"], **{**style, "markersize": 7}))
    if "later_copy" in spec.labels:
        head: dict[str, Any] = {
            "marker": "<" if spec.mirrored else ">",
            "markersize": 3,
            "color": ARROW,
            "linewidth": 0.8,
        }
        handles.append(Line2D([], [], label=spec.labels["later_copy"], markevery=[-1], **head))
    key(figure, handles, spec)
