"""The glyphs of a page of a PDF file, each with its letters and its place on the page, in the order of the file.

The commands of a page are run as a viewer runs them, as far as they place text: the graphics state, text matrices,
fonts, forms inside the page. What is drawn is left alone.

Source: ISO 32000-2, sections 8.4 (graphics state), 9.3 (text state), 9.4 (text objects), 14.6 (marked content).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from workbench.loaders.documents.pdffonts import Font, font
from workbench.loaders.records import Unreadable

__all__ = ["Glyph", "glyphs"]

MOST = 500_000
"""Glyphs from which a page is none that is meant to be read."""
DEEPEST = 12
"""Forms in forms."""
FORMS = 2_000
"""The most forms that a page shows."""
HIGH = 0.8
"""How far apart glyphs of one line stand at most, in sizes of a letter: marks stand above their letter."""
Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Glyph:
    """What one code of a string shows.

    Parameters
    ----------
    text: its letters; U+FFFD where the font doesn't say them.
    start, end: from where to where it stands along its line, in points.
    base: how high its line stands, in points.
    size: of the letters, in points.
    angle: of the line, in degrees.
    artifact: whether the file says that it is no part of the text, such as a running head.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    angle: int = 0
    artifact: bool = False


@dataclass(slots=True)
class State:
    """The graphics state, as far as it places text."""

    place: Matrix = UNIT
    font: Font | None = None
    size: float = 0.0
    between: float = 0.0
    words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def glyphs(page: Any, reader: Any) -> list[Glyph]:
    """The glyphs of a page of pypdf, in the order in which the file has them.

    Raises
    ------
    Unreadable: it has more of them than a page can have.
    """
    run = Run(reader)
    contents = page.get_contents()
    if contents is not None:
        run.stream(contents, page.get("/Resources"), State(), 0)
    return run.found


def product(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does first one and then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class Run:
    """One run over the commands of a page."""

    def __init__(self, reader: Any) -> None:
        self.found: list[Glyph] = []
        self._reader = reader
        self._fonts: dict[int, Font] = {}
        self._forms = 0
        self._state = State()
        self._matrix = self._line = UNIT
        self._marks: list[tuple[str | None, int, bool]] = []
        self._artifact = False

    def stream(self, stream: Any, resources: Any, state: State, depth: int) -> None:
        """Run the commands of the page, or of a form on it."""
        from pypdf.generic import ContentStream

        kept: list[State] = []
        self._state = replace(state)
        marks = len(self._marks)
        resources = _dictionary(resources)
        for operands, operator in ContentStream(stream, self._reader).operations:
            if operator == b"q":
                if len(kept) < 1000:
                    kept.append(replace(self._state))
            elif operator == b"Q":
                self._state = kept.pop() if kept else self._state
            elif operator == b"Do":
                self._form(operands, resources, depth)
            elif operator == b"Tf":
                self._choose(operands, resources)
            elif operator in (b"BDC", b"BMC"):
                self._mark(operands, resources)
            elif operator == b"EMC":
                self._unmark()
            else:
                self._text(operator, operands)
        while len(self._marks) > marks:
            self._unmark()

    def _form(self, operands: list[Any], resources: Any, depth: int) -> None:
        form = _dictionary(_dictionary(resources.get("/XObject")).get(str(operands[0]) if operands else ""))
        if str(form.get("/Subtype")) != "/Form" or depth >= DEEPEST:
            return
        self._forms += 1
        if self._forms > FORMS:
            raise Unreadable("it shows more forms than a page can have")
        kept, matrix, line = self._state, self._matrix, self._line
        inner = replace(kept, place=product(_matrix(form.get("/Matrix")), kept.place))
        self.stream(form, form.get("/Resources") or resources, inner, depth + 1)
        self._state, self._matrix, self._line = kept, matrix, line

    def _choose(self, operands: list[Any], resources: Any) -> None:
        name, size = ([*operands, "", 0.0])[:2]
        resource = _dictionary(_dictionary(resources.get("/Font")).get(str(name)))
        key = id(resource)
        if key not in self._fonts:
            self._fonts[key] = font(resource) if resource else Font()
        self._state.font = self._fonts[key]
        self._state.size = _number(size)

    def _mark(self, operands: list[Any], resources: Any) -> None:
        """Marked content: what it says instead of its glyphs, and whether it is no part of the text."""
        tag = str(operands[0]) if operands else ""
        said = operands[1] if len(operands) > 1 else {}
        if not hasattr(said, "get"):
            said = _dictionary(_dictionary(resources.get("/Properties")).get(str(said)))
        text = said.get("/ActualText")
        self._marks.append((None if text is None else str(text), len(self.found), self._artifact))
        self._artifact = self._artifact or tag == "/Artifact"

    def _unmark(self) -> None:
        if not self._marks:
            return
        text, first, self._artifact = self._marks.pop()
        if text is None or first >= len(self.found):
            return
        inside = self.found[first:]
        heights = [glyph.base for glyph in inside]
        if max(heights) - min(heights) > HIGH * max(glyph.size for glyph in inside):
            return  # it goes over several lines; its glyphs say what stands in which
        start, end = min(glyph.start for glyph in inside), max(glyph.end for glyph in inside)
        self.found[first:] = [replace(inside[0], text=text, start=start, end=end)]

    def _text(self, operator: bytes, operands: list[Any]) -> None:
        state = self._state
        if operator == b"cm":
            state.place = product(_matrix(operands), state.place)
        elif operator == b"BT":
            self._matrix = self._line = UNIT
        elif operator == b"Tm":
            self._matrix = self._line = _matrix(operands)
        elif operator in (b"Td", b"TD"):
            across, up = _numbers(operands, 2)
            state.leading = -up if operator == b"TD" else state.leading
            self._next(across, up)
        elif operator == b"T*":
            self._next(0.0, -state.leading)
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            self._string_shown(operator, operands)
        elif operator in SETTINGS:
            name, scale = SETTINGS[operator]
            setattr(state, name, _numbers(operands, 1)[0] * scale)

    def _string_shown(self, operator: bytes, operands: list[Any]) -> None:
        if operator == b'"':
            self._state.words, self._state.between = _numbers(operands, 2)
            operands = operands[2:]
        if operator in (b"'", b'"'):
            self._next(0.0, -self._state.leading)
        elif operator == b"TJ":
            operands = operands[0] if operands and isinstance(operands[0], list) else []
        self._show(operands)

    def _next(self, across: float, up: float) -> None:
        self._matrix = self._line = product((1.0, 0.0, 0.0, 1.0, across, up), self._line)

    def _show(self, parts: list[Any]) -> None:
        state = self._state
        for part in parts:
            if isinstance(part, (int, float)):
                self._advance(-_number(part) / 1000 * state.size * state.stretch)
            elif state.font is not None:
                data = getattr(part, "original_bytes", part)
                self._string(data if isinstance(data, bytes) else b"", state.font)

    def _string(self, data: bytes, used: Font) -> None:
        state = self._state
        for text, width, space in used.glyphs(data):
            whole = product(self._matrix, state.place)
            scale = math.hypot(whole[0], whole[1])
            size = state.size * math.hypot(whole[2], whole[3])
            advance = width * state.size * state.stretch
            if text != "" and scale > 0:
                self._add(whole, "\ufffd" if text is None else text, advance * scale, abs(size))
            self._advance(advance + (state.between + (state.words if space else 0.0)) * state.stretch)

    def _add(self, whole: Matrix, text: str, length: float, size: float) -> None:
        if len(self.found) >= MOST:
            raise Unreadable("it has more letters than a page can have")
        slope = math.atan2(whole[1], whole[0])
        sine, cosine = math.sin(slope), math.cos(slope)
        x = whole[4] + whole[2] * self._state.rise
        y = whole[5] + whole[3] * self._state.rise
        along, across = x * cosine + y * sine, y * cosine - x * sine
        start, end = min(along, along + length), max(along, along + length)
        self.found.append(Glyph(text, start, end, across, size, round(math.degrees(slope)), self._artifact))

    def _advance(self, length: float) -> None:
        a, b, c, d, e, f = self._matrix
        self._matrix = (a, b, c, d, e + length * a, f + length * b)


SETTINGS: dict[bytes, tuple[str, float]] = {
    b"Tc": ("between", 1.0),
    b"Tw": ("words", 1.0),
    b"Tz": ("stretch", 0.01),
    b"TL": ("leading", 1.0),
    b"Ts": ("rise", 1.0),
}
"""Commands that set one number, the name of that number, and what a unit of it is."""


def _dictionary(value: Any) -> Any:
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if hasattr(value, "get") else {}


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0.0
    return number if -1e7 < number < 1e7 else 0.0


def _numbers(operands: Any, count: int) -> list[float]:
    return [_number(one) for one in [*operands, *[0] * count][:count]]


def _matrix(operands: Any) -> Matrix:
    operands = operands.get_object() if hasattr(operands, "get_object") else operands
    if not isinstance(operands, list) or len(operands) < 6:
        return UNIT
    a, b, c, d, e, f = _numbers(operands, 6)
    return (a, b, c, d, e, f)
