"""Print: a described chart drawn by matplotlib, at its size on paper, as SVG, PDF, PNG, TIFF or EPS.

matplotlib's pyplot is never touched: a figure here belongs to nobody else. The width is what was asked for, to the
point; the height follows from what has to stand in it. Text is set as it is (no formulas) in fonts that come along;
where matplotlib's PDF writer would misplace vowel marks, the words are drawn as outlines.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from contextlib import AbstractContextManager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from workbench.figures import fonts
from workbench.figures.labels import clean, fit_lines, held, led
from workbench.figures.palette import GREY, INK
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["BOLD", "POINTS_PER_MM", "SIZE", "SMALL", "key", "measure", "name", "render", "style"]

POINTS_PER_MM = 72 / 25.4
SIZE = 7.5
SMALL = 6.5
BOLD = 0.88
"""The room that bold words may take as plain ones: they are wider."""
STYLE = {
    "font.size": SIZE,
    "axes.labelsize": SIZE,
    "axes.linewidth": 0.5,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SIZE,
    "ytick.labelsize": SIZE,
    "xtick.major.width": 0.5,
    "ytick.major.width": 0.5,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "figure.constrained_layout.h_pad": 0.06,
    "figure.constrained_layout.w_pad": 0.06,
}


def render(spec: Spec, forms: Sequence[str], *, width_mm: float, dpi: int, alt: str) -> list[bytes]:
    """The bytes of the files that hold the chart, drawn once: each form is "svg", "pdf", "png", "tiff" or "eps"."""
    with style(), warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        figure = draw(spec, width_mm)
        # EPS last: its text is outlined, for it knows neither the letters of Arabic nor their order
        contents = {
            form: _written(figure, form, dpi=dpi, metadata=_metadata(form, spec, alt))
            for form in sorted(set(forms), key="eps".__eq__)
        }
    _warn_once(seen)
    return [contents[form] for form in forms]


def _written(figure: Figure, form: str, *, dpi: int, metadata: dict[str, Any] | None) -> bytes:
    """The drawing as a file's bytes; the same drawing gives the same bytes."""
    content = BytesIO()
    if form == "tiff":
        from PIL import Image

        figure.savefig(content, format="png", dpi=dpi, facecolor="white")
        picture, content = Image.open(content).convert("RGB"), BytesIO()  # journals refuse what can be seen through
        picture.save(content, format="tiff", compression="tiff_lzw", dpi=(dpi, dpi))
        return content.getvalue()
    if form == "eps":
        _outline(figure)
    figure.savefig(content, format=form, dpi=dpi, facecolor="white", metadata=metadata)
    return re.sub(rb"%%CreationDate:[^\n]*\n", b"", content.getvalue()) if form == "eps" else content.getvalue()


def style() -> AbstractContextManager[None]:
    """While it holds, matplotlib draws as the workbench prints, whatever the user's own settings are."""
    import matplotlib as mpl

    fonts.register()
    settings: Any = {**mpl.rcParamsDefault, **STYLE, **fonts.RC}
    return mpl.rc_context(settings)


def _metadata(form: str, spec: Spec, alt: str) -> dict[str, Any] | None:
    """The title and alt text inside the file; no date, so that the same chart is the same file."""
    if form == "pdf":
        return {"Title": spec.title, "Subject": alt, "Creator": "Riwaya", "CreationDate": None}
    if form == "tiff":
        return None
    if form == "eps":
        return {"Creator": "Riwaya"}
    if form == "svg":
        return {"Title": spec.title, "Description": alt, "Creator": "Riwaya", "Date": None}
    return {"Title": spec.title, "Description": alt, "Software": "Riwaya"}


def _warn_once(seen: list[warnings.WarningMessage]) -> None:
    """Every letter without a glyph told in one warning, other warnings passed on."""
    missing = [str(one.message) for one in seen if "missing from font" in str(one.message)]
    for one in seen:
        if "missing from font" not in str(one.message):
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
    if missing:
        warnings.warn(
            f"{len(set(missing))} characters of the labels are in none of the shipped fonts and print as boxes.",
            stacklevel=4,
        )


def draw(spec: Spec, width_mm: float) -> Figure:
    """The chart as a matplotlib figure, laid out at its final size; to be called and saved within `style`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from workbench.figures import print_kinds

    width = width_mm / 25.4
    figure = Figure(figsize=(width, width), dpi=72, layout="constrained")
    FigureCanvasAgg(figure)
    if spec.data.empty:
        axes, height = _nothing(figure, spec), 12.0
    else:
        axes, height = print_kinds.DRAWS[spec.kind](figure, spec)
    _note(figure, spec)
    _set_text(figure)
    _set_height(figure, axes, height * POINTS_PER_MM)
    if spec.kind in print_kinds.WRITES and not spec.data.empty:
        print_kinds.WRITES[spec.kind](figure, axes, spec)
    return figure


def _nothing(figure: Figure, spec: Spec) -> Axes:
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.text(0.5, 0.5, spec.labels["nothing"], ha="center", va="center", color=GREY)
    return axes


def _note(figure: Figure, spec: Spec) -> None:
    """The source note along the foot, broken to the width, beginning where the language begins."""
    room = figure.get_figwidth() * 72 - 12
    words = fit_lines(clean(spec.note).replace(": ", ":\u00a0"), room, lambda text: measure(text, SMALL), lines=4)
    side, align = (0.985, "right") if spec.mirrored else (0.015, "left")
    words = "\n".join(led(line, rtl=spec.mirrored) for line in words.split("\n"))
    figure.supxlabel(words, x=side, ha=align, fontsize=SMALL, color=GREY, multialignment=align)


def _set_text(figure: Figure) -> None:
    from matplotlib.text import Text

    for text in figure.findobj(Text):
        fonts.plain_text(text)


def _outline(figure: Figure) -> None:
    """Draw every text as shapes."""
    from matplotlib.patheffects import Normal
    from matplotlib.text import Text

    for text in figure.findobj(Text):
        if not text.get_path_effects():
            text.set_path_effects([Normal()])


def _set_height(figure: Figure, axes: Axes, height: float) -> None:
    """Make the figure so high that the axes come out ``height`` points high, then hold the layout still."""
    place = axes.get_subplotspec()
    ratios: Any = place.get_gridspec().get_height_ratios() if place else [1]
    share = ratios[place.rowspan.start] / sum(ratios) if place else 1.0  # of rows that grow together
    figure.set_figheight(height / share / 72 + 3)  # room for all that stands beside the axes, taken back below
    for _ in range(3):
        figure.draw_without_rendering()
        missing = height - axes.get_window_extent().height
        figure.set_figheight(figure.get_figheight() + missing / share / 72)
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


def measure(text: str, size: float = SIZE) -> float:
    """How wide a line is in print, in points."""
    return fonts.width(text, size)


def name(text: object, room_mm: float, spec: Spec, *, lines: int = 2, size: float = SIZE) -> str:
    """A name from the data, cleaned, on at most so many lines of ``room_mm``."""
    plain = clean(text, otherwise=spec.labels["no_name"])
    return held(fit_lines(plain, room_mm * POINTS_PER_MM, lambda part: measure(part, size), lines=lines))


def key(figure: Figure, handles: Sequence[Artist], spec: Spec) -> None:
    """What the marks stand for, above the chart: in one line where it fits, else in two columns or one."""
    ordered, columns = _in_columns(list(handles), figure.get_figwidth() * 72 - 12, mirrored=spec.mirrored)
    side: Any = "outside upper right" if spec.mirrored else "outside upper left"
    figure.legend(
        handles=ordered,
        loc=side,
        ncols=columns,
        markerfirst=not spec.mirrored,
        columnspacing=1.5,
        handletextpad=0.6,
    )


def _in_columns(handles: list[Artist], room: float, *, mirrored: bool) -> tuple[list[Artist], int]:
    """The entries of a key, which is filled column by column from the left, and in how many columns they fit."""
    wide = [measure(str(handle.get_label()), SMALL) + 4.3 * SMALL for handle in handles]
    if sum(wide) <= room:
        return handles[::-1] if mirrored else handles, len(handles)
    half = len(handles) // 2
    if len(handles) % 2 == 0 and max(wide[:half]) + max(wide[half:]) <= room:
        return [*handles[half:], *handles[:half]] if mirrored else handles, 2
    return handles, 1
