"""The small form that shows a preview: a drop-down a field with the table's columns, and the first rows below.

It is made of ipywidgets' own parts and is given what it shows: it reads no file. Whatever comes from a table goes
into the page as text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, Protocol

from workbench.errors import WorkbenchError
from workbench.widgets.language import labels
from workbench.widgets.records import Labels
from workbench.widgets.telling.filed import filed

__all__ = ["Mapped", "form", "framed", "rows_html"]

CLASS = "rw-preview"
SHOWN = 40
"""Characters of a column's name in a drop-down."""
STYLE = """
.rw-preview { max-width: 60rem; overflow-x: auto; }
.rw-preview-rtl { direction: rtl; }
.rw-preview-ltr { direction: ltr; }
.rw-preview .widget-dropdown > select {
  width: 100%; unicode-bidi: plaintext; text-align: start; padding-inline: 8px 22px;
  background-image:
    linear-gradient(45deg, transparent 50%, currentColor 50%),
    linear-gradient(135deg, currentColor 50%, transparent 50%);
  background-size: 5px 5px; background-repeat: no-repeat;
  background-position: right 13px center, right 8px center;
}
.rw-preview-rtl .widget-dropdown > select { background-position: left 8px center, left 13px center; }
.rw-preview .widget-label { text-align: start; overflow: visible; white-space: normal; }
.rw-preview .widget-html { overflow-x: auto; }
.rw-preview .widget-html > .widget-html-content { line-height: 1.5; inline-size: 100%; }
.rw-preview-field { font-weight: 600; }
.rw-preview-how { opacity: 0.75; }
.rw-preview.rw-preview table {
  border-collapse: collapse; font-size: 0.93em; width: 100%; table-layout: auto; margin: 0;
}
.rw-preview.rw-preview table tr { background: none; }
.rw-preview.rw-preview table th, .rw-preview.rw-preview table td {
  border-block-end: 1px solid color-mix(in srgb, currentColor 25%, transparent);
  padding: 0.35em 0.6em; text-align: start; vertical-align: top; background: none; color: inherit;
  overflow-wrap: anywhere;
}
.rw-preview.rw-preview table th, .rw-preview.rw-preview table td.rw-preview-short { white-space: nowrap; }
.rw-preview.rw-preview table td.rw-preview-long { min-inline-size: 8em; }
.rw-preview.rw-preview table td.rw-preview-address { min-inline-size: 7em; }
.rw-preview.rw-preview table td.rw-preview-name { overflow-wrap: normal; }
.rw-preview-problem { border-inline-start: 3px solid #c0392b; padding-inline-start: 0.6em; margin: 0.4em 0; }
"""
WIDTHS = {
    **dict.fromkeys(("text", "title", "reason", "blocks"), "long"),
    **dict.fromkeys(("published", "language"), "short"),
    **dict.fromkeys(("url", "file"), "address"),
    **dict.fromkeys(("source", "author"), "name"),
}
"""Column to how wide it is."""


class Mapped(Protocol):
    """What the form shows: a table whose columns are taken for fields."""

    @property
    def names(self) -> tuple[str, ...]:
        """The table's columns."""

    @property
    def columns(self) -> Mapping[str, str]:
        """Field to column."""

    @property
    def hows(self) -> Mapping[str, str]:
        """Field to how its column is known."""

    @property
    def problem(self) -> str:
        """Why nothing can be loaded so."""

    @property
    def doubts(self) -> Mapping[str, Sequence[str]]:
        """Field to the columns that could each be it."""

    @property
    def brief(self) -> Sequence[Mapping[str, object]]:
        """The first rows, column to value."""

    @property
    def raw(self) -> Sequence[Mapping[str, object]]:
        """The first rows as they stand in the table, where no column is known to be the text."""

    def choose(self, field: str, column: str | None) -> None:
        """Take another column for a field."""


def form(shown: Mapped, fields: Iterable[str], columns: Sequence[str], *, language: str | None = None) -> Any:
    """A form in which the columns of a table are chosen; the rows below it follow.

    Parameters
    ----------
    shown: the table and its mapping, which the form changes.
    fields: those that are asked for, in order.
    columns: those of the rows.
    language: of the labels; that of ``wb.language()`` where it is None.
    """
    import ipywidgets

    words = labels(language)
    choices = [(_label(words, "preview", "none"), ""), *((_short(name), name) for name in shown.names)]
    drops = {name: ipywidgets.Dropdown(options=choices, layout={"width": "18rem"}) for name in fields}
    hows = {name: ipywidgets.Label() for name in drops}
    rows = ipywidgets.HTML()
    quiet = [False]

    def refresh(problem: str = "") -> None:
        quiet[0] = True  # what is shown was not chosen
        for name, drop in drops.items():
            drop.value = shown.columns.get(name, "")
            hows[name].value = _how(shown, name, words)
        quiet[0] = False
        told = problem or shown.problem
        if shown.raw:
            rows.value = rows_html(shown.raw, list(shown.raw[0]), words, problem=told, raw=True)
        else:
            rows.value = rows_html(shown.brief, columns, words, problem=told)

    def chosen(name: str, change: Mapping[str, Any]) -> None:
        if not quiet[0]:
            try:
                shown.choose(name, change["new"] or None)
            except WorkbenchError as error:  # it stays as it was
                refresh(str(error))
            else:
                refresh()

    refresh()
    for name, drop in drops.items():
        drop.observe(lambda change, name=name: chosen(name, change), names="value")
    lines = []
    for name, drop in drops.items():
        field = ipywidgets.Label(_label(words, "columns", name), layout={"width": "8rem"})
        field.add_class("rw-preview-field")
        hows[name].add_class("rw-preview-how")
        lines.append(ipywidgets.HBox([field, drop, hows[name]]))
    box = ipywidgets.VBox([ipywidgets.HTML(f"<style>{STYLE}</style>"), *lines, rows])
    box.add_class(CLASS)
    box.add_class(f"{CLASS}-{words['direction']}")
    return box


def framed(inside: str, words: Labels) -> str:
    """HTML that stands in no form, in the form's style and in the direction of a language."""
    return f'<style>{STYLE}</style><div class="{CLASS} {CLASS}-{words["direction"]}">{inside}</div>'


def rows_html(
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[str],
    words: Labels,
    *,
    problem: str = "",
    raw: bool = False,
) -> str:
    """Rows as an HTML table; every value is escaped and reads in its own direction.

    Parameters
    ----------
    columns: those of a preview, whose headings are in the language of ``words``; with ``raw`` those of a table.
    problem: what is told above it.
    """
    heads = [_short(name) if raw else _label(words, "columns", name) for name in columns]
    head = "".join(f'<th dir="auto">{escape(name)}</th>' for name in heads)
    cells = ([_cell(row.get(name), "text" if raw else name, words) for name in columns] for row in rows)
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    why = f'<div class="{CLASS}-problem" dir="auto">{escape(problem)}</div>' if problem else ""
    return f'{why}<table dir="{words["direction"]}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(value: object, column: str, words: Labels) -> str:
    if isinstance(value, Mapping):  # blocks by kind
        counts = (f"{_label(words, 'kinds', str(kind))}: {count}" for kind, count in value.items())
        text = " · ".join(counts)
    elif isinstance(value, (dt.date, dt.datetime)):
        text = value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
    else:
        text = "" if value is None else str(value)
        text = filed(text, words) if column == "reason" else text
    width = f' class="{CLASS}-{WIDTHS[column]}"' if column in WIDTHS else ""
    return f'<td dir="auto"{width}>{escape(text)}</td>'


def _how(shown: Mapped, name: str, words: Labels) -> str:
    """How the column of a field is known, or which columns could be it."""
    if name in shown.hows:
        return _label(words, "preview", f"by_{shown.hows[name]}")
    several = " / ".join(map(_short, shown.doubts.get(name, ())))
    return _label(words, "preview", "doubt").format(columns=several) if several else ""


def _label(words: Labels, section: str, key: str) -> str:
    return words["sections"].get(section, {}).get(key, key)


def _short(name: str) -> str:
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 1]}…"
