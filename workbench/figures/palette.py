"""The colours and marks of every figure: told apart by colour-blind readers, and in a grey print.

Categories take three colours of the set of Okabe and Ito ("Color universal design", 2008) that also differ in
lightness, each with a mark of its own. Quantities take the single-hue Blues of Brewer (Harrower and Brewer,
"ColorBrewer.org", The Cartographic Journal 40, 2003): lightness alone tells much from little, so that a share of one
per cent does not shine and costs little ink.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "EDGE",
    "GREY",
    "INK",
    "LINES",
    "MARKS",
    "OTHER",
    "QUANTITY",
    "SERIES",
    "SIDES",
    "TIME",
    "WORDS",
    "ZERO",
    "Mark",
    "ink_on",
]


class Mark(NamedTuple):
    """How a category is drawn: its colour and its shape, as matplotlib and as plotly name it."""

    colour: str
    shape: str
    screen_shape: str


QUANTITY = "Blues"
INK = "#1a1a1a"
GREY = "#595959"
EDGE = "#b3b3b3"
ZERO = "#f2f2f2"

MARKS = {
    "PER": Mark("#0072b2", "o", "circle"),
    "LOC": Mark("#f0e442", "s", "square"),
    "ORG": Mark("#e69f00", "^", "triangle-up"),
}
SIDES = {
    "a": Mark("#0072b2", "o", "circle"),
    "b": Mark("#e69f00", "^", "triangle-up"),
    "both": Mark("#bdbdbd", "s", "square"),
}
"""Of a comparison: what only one side has, only the other, and both."""
LINES = {"a": ("#0072b2", "solid"), "b": ("#a86f00", "dash"), "both": (EDGE, "solid")}
"""The colour and the stroke of its ties; thin lines are darker than marks."""
SERIES = (("#0072b2", ""), ("#e69f00", "////"), ("#bdbdbd", "...."), ("#f0e442", "xxxx"))
"""Parts of a bar, largest first: the colour and the hatching of each."""
WORDS = {"added": "#0072b2", "cut": "#8a5a00", "moved": "#007a5a"}
"""The colours of words that were changed; a line through or beneath them tells the same."""
OTHER = Mark("#999999", "D", "diamond")
TIME = Mark("#0072b2", "o", "circle")


def ink_on(share: float) -> str:
    """The colour of a number on a cell that is filled ``share`` (0 to 1) of the way along the quantity scale."""
    return "#ffffff" if share > 0.55 else INK
