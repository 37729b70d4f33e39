"""A network in print: marks by kind and size, lines by weight, and a name for every mark."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.figures import fonts
from workbench.figures.palette import EDGE, INK, LINES, MARKS, OTHER, SIDES
from workbench.figures.print import POINTS_PER_MM, SMALL, key, measure, name
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Scale", "draw", "label", "legend", "name_marks", "put", "scale"]

RADIUS = (2.2, 9.0)
"""The radius of the smallest and the largest mark, in points."""
LINE = (0.4, 3.0)
COVERED = 0.1  # of the smaller of two names, from which the lesser one is left to the data
GAP = 1.5
ALL = {**MARKS, **SIDES}
STROKES = {"solid": "solid", "dash": (0, (3, 1.5))}


class Box(NamedTuple):
    """A rectangle on the page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """The area that two rectangles share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0.0

    @property
    def area(self) -> float:
        """How much it covers."""
        return (self.right - self.left) * (self.top - self.bottom)


class Scale(NamedTuple):
    """What the largest mark and the thickest line stand for, so that several pictures can share one measure.

    ``radius`` is that of the largest mark, in points.
    """

    mentions: int
    weight: int
    radius: float = RADIUS[1]


def scale(spec: Spec) -> Scale:
    """The measure that fits a network."""
    heaviest = max(spec.links["weight"]) if spec.links is not None and len(spec.links) else 1
    return Scale(max(1, int(max(spec.data["mentions"]))), int(heaviest))


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """The axes with lines and marks on them, and how high they should be in millimetres."""
    axes = figure.add_subplot()
    width = figure.get_figwidth() * 25.4
    height = width * (0.45 if len(spec.data) < 10 else 0.75)
    put(axes, spec, scale(spec), (width, height))
    legend(figure, spec)
    return axes, height


def put(axes: Axes, spec: Spec, by: Scale, size: tuple[float, float]) -> None:
    """Lines and marks on axes that are so wide and high, in millimetres; who is not named is an empty ring."""
    axes.set_axis_off()
    beside, above = (RADIUS[1] / (side * POINTS_PER_MM) for side in size)
    axes.set_xlim(-beside, 1 + beside)
    axes.set_ylim(-2 * above, 1 + above)  # the names of the lowest marks stand beneath them
    _lines(axes, spec, by.weight)
    named = [int(n) > 0 for n in spec.data["mentions"]]
    sizes = [(2 * radius) ** 2 for radius in _radii(spec, by)]
    for kind in dict.fromkeys(spec.data["type"]):
        mark = ALL.get(kind, OTHER)
        chosen = [n for n, one in enumerate(spec.data["type"]) if one == kind and named[n]]
        _scatter(axes, spec, chosen, {"s": [sizes[n] for n in chosen], "c": mark.colour, "marker": mark.shape})
    missing = [n for n, one in enumerate(named) if not one]
    _scatter(axes, spec, missing, {"s": (2 * RADIUS[0]) ** 2, "c": "white", "marker": "o", "edgecolors": EDGE})


def _scatter(axes: Axes, spec: Spec, chosen: list[int], how: dict[str, Any]) -> None:
    places = spec.data[["x", "y"]].iloc[chosen]
    common: dict[str, Any] = {"edgecolors": INK, "linewidths": 0.5, "zorder": 2, "clip_on": False}
    axes.scatter(places["x"], places["y"], **common | how)


def _lines(axes: Axes, spec: Spec, most: int) -> None:
    """The ties, thicker for more weight; of a comparison, each side's in its own colour and stroke."""
    from matplotlib.collections import LineCollection

    if spec.links is None or not len(spec.links):
        return
    place = dict(zip(spec.data["entity"], zip(spec.data["x"], spec.data["y"], strict=True), strict=True))
    sides = spec.links["only"] if "only" in spec.links else ["both"] * len(spec.links)
    for side, (colour, stroke) in LINES.items():
        chosen = spec.links[[one == side for one in sides]]
        ends = [(place[a], place[b]) for a, b in zip(chosen["a"], chosen["b"], strict=True)]
        wide = [LINE[0] + (LINE[1] - LINE[0]) * (weight - 1) / max(1, most - 1) for weight in chosen["weight"]]
        style: dict[str, Any] = {"linewidths": wide, "colors": colour, "linestyles": STROKES[stroke]}
        axes.add_collection(LineCollection(ends, zorder=1, capstyle="round", **style))


def _radii(spec: Spec, by: Scale) -> list[float]:
    """The radius of each mark in points: its area grows with the mentions."""
    return [max(RADIUS[0], by.radius * sqrt(int(n) / by.mentions)) for n in spec.data["mentions"]]


def legend(figure: Figure, spec: Spec) -> None:
    """What the marks stand for, in the order of the palette, above the network."""
    from matplotlib.lines import Line2D

    here = set(spec.data["type"])
    kinds = [kind for kind in ALL if kind in here] + sorted(here - set(ALL))
    handles = []
    for kind in kinds:
        mark = ALL.get(kind, OTHER)
        style: dict[str, Any] = {"marker": mark.shape, "markerfacecolor": mark.colour, "markeredgecolor": INK}
        handles.append(
            Line2D([], [], linestyle="", markersize=6, markeredgewidth=0.5, label=spec.labels.get(kind, kind), **style)
        )
    if not min(spec.data["mentions"]):
        style = {"marker": "o", "markerfacecolor": "white", "markeredgecolor": EDGE, "markeredgewidth": 0.5}
        handles.append(Line2D([], [], linestyle="", markersize=4, label=spec.labels["not_named"], **style))
    key(figure, handles, spec)


def label(figure: Figure, axes: Axes, spec: Spec) -> None:
    """A name for every mark, each where it covers least; the marks most mentioned choose first."""
    name_marks(figure, axes, spec, scale(spec), 0.2 * figure.get_figwidth() * 25.4)


def name_marks(figure: Figure, axes: Axes, spec: Spec, by: Scale, room: float) -> None:
    """The names of one network, on lines of at most ``room`` millimetres; none for who is not named there."""
    page = Box(*axes.get_window_extent().extents)
    points = [tuple(axes.transData.transform(xy)) for xy in zip(spec.data["x"], spec.data["y"], strict=True)]
    radii = _radii(spec, by)
    taken = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)]
    labels: list[Box] = []
    for number in sorted(range(len(points)), key=lambda n: (-int(spec.data["mentions"].iloc[n]), n)):
        if not int(spec.data["mentions"].iloc[number]):
            continue
        shown = name(spec.data["name"].iloc[number], room, spec, size=SMALL)
        lines = shown.split("\n")
        wide, high = max(measure(line, SMALL) for line in lines), len(lines) * SMALL * 1.35
        box = _best(points[number], radii[number], (wide, high), taken, page)
        if any(box.overlap(other) > COVERED * min(box.area, other.area) for other in labels):
            continue  # the caption says that such a mark is named in the data
        taken.append(box)
        labels.append(box)
        _write(figure, shown, (box.left + box.right) / 2, (box.bottom + box.top) / 2)


def _best(point: tuple[float, ...], radius: float, size: tuple[float, float], taken: list[Box], page: Box) -> Box:
    """Of the places around a mark, the one whose label covers least of what is there, below it by preference."""
    (x, y), (wide, high) = point, size
    found: list[tuple[float, int, Box]] = []
    for ring in (1.0, 1.9):
        away = (radius + GAP) * ring
        for dx, dy in ((0, -1), (0, 1), (1, 0), (-1, 0), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7)):
            middle_x, middle_y = x + dx * (away + wide / 2), y + dy * (away + high / 2)
            left = min(max(middle_x - wide / 2, page.left), page.right - wide)
            bottom = min(max(middle_y - high / 2, page.bottom), page.top - high)
            box = Box(left, bottom, left + wide, bottom + high)
            covered = sum(box.overlap(other) for other in taken) + (ring - 1) * 8
            found.append((covered, len(found), box))
    return min(found)[2]


def _write(figure: Figure, words: str, x: float, y: float) -> None:
    """The words at a place of the page, white round their letters so that lines behind do not cut them."""
    from matplotlib.patheffects import Stroke

    at = figure.transFigure.inverted().transform((x, y))
    for effects in ([Stroke(linewidth=1.8, foreground="white")], []):
        text = figure.text(at[0], at[1], words, ha="center", va="center", fontsize=SMALL, path_effects=effects or None)
        fonts.plain_text(text)
