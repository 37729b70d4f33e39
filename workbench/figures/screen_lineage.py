"""Aligned wordings on the screen: a row an outlet, kept words plain, the others coloured, underlined or struck through.

The only tags are those written here; every word is escaped.
"""

from __future__ import annotations

from html import escape
from typing import Any

from workbench.figures.labels import END_ISOLATE, for_axis, for_plotly
from workbench.figures.palette import EDGE, WORDS
from workbench.figures.rows import Row, rows
from workbench.figures.spec import Spec
from workbench.figures.stretches import JOINER, OPS, Word
from workbench.figures.typeset import broken

__all__ = ["draw"]

LETTERS = 72
"""About so many letters go on a line."""
LINES = 12
STARTS = {True: "\u2067", False: "\u2066"}
"""What begins a line that is written from the right, or from the left, whatever stands around it."""


def draw(figure: Any, spec: Spec) -> None:
    """Put the rows on the figure, the outlets beside them; hovering tells date, verb, kind and stance."""
    import plotly.graph_objects as go

    found = rows(spec)
    texts = [_lines(row) for row in found]
    heights = [max(1, len(lines)) + 1.2 for lines in texts]
    tops = [sum(heights[:n]) for n in range(len(heights))]
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=True)]
    for rtl in (True, False):
        chosen = [n for n, row in enumerate(found) if row.rtl == rtl]
        if chosen:
            figure.add_trace(
                go.Scatter(
                    x=[0.99 if rtl else 0.01] * len(chosen),
                    y=[middles[n] for n in chosen],
                    mode="text",
                    text=["<br>".join(texts[n]) for n in chosen],
                    textposition="middle left" if rtl else "middle right",
                    customdata=[_told(found[n]) for n in chosen],
                    hovertemplate="%{customdata[0]}<br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
                    showlegend=False,
                    cliponaxis=False,
                )
            )
    names = [
        f"<b>{for_axis(row.outlet, otherwise=spec.labels['no_name'])}</b><br>{for_plotly(row.date)}" for row in found
    ]
    figure.update_xaxes(visible=False, range=[0, 1])
    figure.update_yaxes(
        range=[sum(heights), 0],
        tickmode="array",
        tickvals=middles,
        ticktext=names,
        side="right" if spec.mirrored else "left",
        ticks="",
        showline=False,
        automargin=True,
    )
    shapes = [_edge(top) for top in (*tops, sum(heights))]
    figure.update_layout(height=190 + 20 * sum(heights), shapes=shapes)
    _key(figure, spec)


def _lines(row: Row) -> list[str]:
    """The wording on lines, each in the direction of its language."""
    lines = broken(row.words, LETTERS, len, lines=LINES)
    return [f"{STARTS[row.rtl]}{' '.join(_word(word) for word in line)}{END_ISOLATE}" for line in lines]


def _word(word: Word) -> str:
    return "".join(_styled(one.op, one.text.replace(JOINER, "")) for one in word)


def _styled(op: str, text: str) -> str:
    """Escaped words in the tags of their fate."""
    words = escape(text, quote=False).replace("$", "&#36;")
    if op not in OPS:
        return words
    inner = {"added": f"<u>{words}</u>", "cut": f"<s>{words}</s>", "moved": f"<i><u>{words}</u></i>"}[op]
    return f'<span style="color:{WORDS[op]}">{inner}</span>'


def _told(row: Row) -> list[str]:
    facts = " · ".join([*filter(None, [row.verb]), *row.facts])
    return [for_plotly(row.outlet), for_plotly(row.date), for_plotly(facts)]


def _edge(y: float) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "line": {"width": 0.5, "color": EDGE},
    }


def _key(figure: Any, spec: Spec) -> None:
    """What the colours and lines stand for, each shown on its own name, above the rows."""
    words = "   ".join(_styled(op, spec.labels[op]) for op in ("kept", *OPS))
    figure.add_annotation(
        text=f"{STARTS[spec.mirrored]}{words}{END_ISOLATE}",
        showarrow=False,
        xref="paper",
        yref="paper",
        x=1 if spec.mirrored else 0,
        xanchor="right" if spec.mirrored else "left",
        y=1,
        yanchor="bottom",
        yshift=6,
    )
