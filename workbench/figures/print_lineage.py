"""Aligned wordings in print: a row an outlet, kept words plain, the others coloured, underlined or struck through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.figures import fonts
from workbench.figures.labels import fit, led, right_to_left
from workbench.figures.palette import EDGE, GREY, INK, WORDS, ZERO
from workbench.figures.print import BOLD, SIZE, SMALL, measure, name
from workbench.figures.rows import Row, rows
from workbench.figures.spec import Spec
from workbench.figures.stretches import OPS, Word
from workbench.figures.typeset import Piece, broken, pieces

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw", "write"]

BESIDE = 300.0
"""From so many points of width on, the outlet stands beside its wording; else above it."""
HEAD = 0.27
GAP = 12.0
LEADING = {True: 13.0, False: 10.5}
"""From one line of a wording to the next, in points: where it is written from the right, and else."""
SMALL_LEADING = 10.0
PAD = 5.0
KEY = 16.0
EDGES = 0.06 * 72
DOT = " · "
LINES = 14
"""A wording has at most so many lines."""
STROKES: dict[str, tuple[str, float, float]] = {
    "added": ("solid", 0.7, -0.2),
    "cut": ("solid", 0.6, 0.3),
    "moved": ("dotted", 1.0, -0.2),
}
"""Of the line that tells what became of words: its stroke, its width in points, its height in parts of the size."""


class Block(NamedTuple):
    """One row set on lines: the outlet and what is said of it, the wording, and how high all of it is in points."""

    row: Row
    head: list[str]
    facts: list[str]
    lines: list[list[Word]]
    height: float


def draw(figure: Figure, spec: Spec) -> tuple[Axes, float]:
    """Empty axes, and how high they should be in millimetres for the words that `write` puts there."""
    axes = figure.add_subplot()
    axes.set_axis_off()
    width = figure.get_figwidth() * 72 - 2 * EDGES
    return axes, (KEY + sum(block.height for block in _blocks(spec, width))) / 72 * 25.4


def write(figure: Figure, axes: Axes, spec: Spec) -> None:
    """The key and the rows, from the top."""
    page = axes.get_window_extent()
    pen = Pen(figure, page.x0, page.x1, mirrored=spec.mirrored)
    _key(pen, page.y1 - SMALL, spec)
    top = page.y1 - KEY
    for block in _blocks(spec, page.width):
        _block(pen, top, block)
        top -= block.height
    pen.rule(top)


def _blocks(spec: Spec, width: float) -> list[Block]:
    beside = width >= BESIDE
    room = width * (1 - HEAD) - GAP if beside else width - 2 * PAD
    found = []
    for row in rows(spec):
        head_room = (width * HEAD if beside else width * 0.62) - PAD
        head = name(row.outlet, head_room / 72 * 25.4 * BOLD, spec, lines=2 if beside else 1).split("\n")
        told = [one for one in (row.verb, *row.facts) if one]
        facts = [row.date, *(DOT.join(told[n : n + 2]) for n in range(0, len(told), 2))] if beside else [DOT.join(told)]
        facts = [
            fit(led(one, rtl=spec.mirrored), (width * HEAD if beside else width) - 2 * PAD, _small) for one in facts
        ]
        lines = broken(row.words, room, measure, lines=LINES)
        high = len(lines) * LEADING[row.rtl]
        above = len(head) * LEADING[right_to_left(row.outlet)] + len(facts) * SMALL_LEADING
        found.append(Block(row, head, facts, lines, (max(high, above) if beside else high + above) + 2 * PAD))
    return found


_small = partial(measure, size=SMALL)


class Pen:
    """Puts words and lines on the page, in points from its lower left corner."""

    def __init__(self, figure: Figure, left: float, right: float, *, mirrored: bool) -> None:
        self.figure, self.left, self.right, self.mirrored = figure, left, right, mirrored

    @property
    def beside(self) -> bool:
        """Whether there is room for the outlet beside its wording."""
        return self.right - self.left >= BESIDE

    def begin(self, indent: float = 0.0, *, rtl: bool | None = None) -> float:
        """Where a line begins, so far from the edge of the page at which its language begins."""
        rtl = self.mirrored if rtl is None else rtl
        return self.right - indent if rtl else self.left + indent

    def text(self, x: float, y: float, words: str, *, rtl: bool, **style: Any) -> None:
        """Words on a baseline, that begin at ``x``."""
        at = self._at(x, y)
        text = self.figure.text(*at, words, ha="right" if rtl else "left", va="baseline", **style)
        fonts.plain_text(text)

    def line(self, ends: tuple[float, float], y: float, **style: Any) -> None:
        """A level line."""
        from matplotlib.lines import Line2D

        (left, at), (right, _) = self._at(ends[0], y), self._at(ends[1], y)
        self.figure.add_artist(Line2D([left, right], [at, at], solid_capstyle="butt", **style))

    def rule(self, y: float) -> None:
        """A thin line over the whole page, between two rows."""
        self.line((self.left, self.right), y, color=EDGE, linewidth=0.4)

    def shade(self, top: float, height: float) -> None:
        """A pale ground over the whole page."""
        from matplotlib.patches import Rectangle

        (x, y), (far, above) = self._at(self.left, top - height), self._at(self.right, top)
        self.figure.add_artist(Rectangle((x, y), far - x, above - y, facecolor=ZERO, edgecolor="none", zorder=-1))

    def pieces(self, x: float, y: float, found: list[Piece], *, rtl: bool, size: float) -> float:
        """Pieces of a line from where it begins; where it ends."""
        way = -1 if rtl else 1
        for piece in found:
            x += way * (size * 0.28 if piece.gap else 0)
            wide = measure(piece.text, size)
            self.text(x, y, piece.text, rtl=rtl, fontsize=size, color=WORDS.get(piece.op, INK))
            if piece.op in STROKES:
                stroke, width, height = STROKES[piece.op]
                ends = (min(x, x + way * wide), max(x, x + way * wide))
                self.line(ends, y + height * size, color=WORDS[piece.op], linewidth=width, linestyle=stroke)
            x += way * wide
        return x

    def _at(self, x: float, y: float) -> tuple[float, float]:
        found = self.figure.transFigure.inverted().transform((x, y))
        return float(found[0]), float(found[1])


def _key(pen: Pen, y: float, spec: Spec) -> None:
    """What the colours and lines stand for, each shown on its own name."""
    x = pen.begin()
    way = -1 if pen.mirrored else 1
    for op in ("kept", *OPS):
        x = pen.pieces(x, y, [Piece(op, spec.labels[op], gap=False)], rtl=pen.mirrored, size=SMALL) + way * 10


def _block(pen: Pen, top: float, block: Block) -> None:
    if block.row.fullest:
        pen.shade(top, block.height)
    pen.rule(top)
    row, y = block.row, top - PAD
    rtl = pen.mirrored
    lead = LEADING[right_to_left(row.outlet)]
    for number, line in enumerate(block.head):
        y -= lead * (0.8 if number == 0 else 1)
        pen.text(pen.begin(PAD), y, line, rtl=rtl, fontsize=SIZE, fontweight="bold")
    if not pen.beside and row.date:
        pen.text(pen.begin(PAD, rtl=not rtl), y, row.date, rtl=not rtl, fontsize=SMALL, color=GREY)
    for line in block.facts:
        y -= SMALL_LEADING
        pen.text(pen.begin(PAD), y, line, rtl=rtl, fontsize=SMALL, color=GREY)
    y = top - PAD if pen.beside else y - 0.2 * lead
    left, right = pen.left + PAD, pen.right - PAD
    if pen.beside:
        aside = (pen.right - pen.left) * HEAD + GAP - PAD
        left, right = (left, right - aside) if rtl else (left + aside, right)
    for number, words in enumerate(block.lines):
        y -= LEADING[row.rtl] * (0.8 if number == 0 else 1)
        pen.pieces(right if row.rtl else left, y, pieces(words, rtl=row.rtl), rtl=row.rtl, size=SIZE)
