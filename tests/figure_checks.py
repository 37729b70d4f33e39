"""What is asked of a printed figure: nothing clipped, nothing covering anything, fonts embedded, text that reads right.

Each check gives back what is wrong, in words; an empty list is a figure that a journal would take.
"""

from __future__ import annotations

import io
import math
import re
import shutil
import subprocess
import tempfile
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from lxml import etree
from PIL import Image

from workbench.figures.figure import Figure
from workbench.figures.print import draw, style

__all__ = ["Ink", "border", "covered", "drawing", "eps", "pdf", "pixels", "png", "svg", "tiff", "words_of"]

SIZES = (5.0, 10.5)
"""Of type, in points; Naskh letters are set larger than the Latin beside them."""
LEAST_LINE = 0.29
"""Points: guides ask for 0.25 to 0.3."""
COVERED = 0.12
"""The share of the smaller of two texts that the other may cover: boxes of letters are wider than their ink."""
LINE = (0.24, 0.2)
"""How much of a line's box is empty above and beneath its letters."""
WHITE = 245
SMOOTH = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
PUNCTUATION = "،,.:()؛;…·"
ASTRAY = 0.1
"""The share of lines between which a program that copies may put others, as where labels stand side by side."""
CONTROLS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200d\u00ad"))


class Ink(NamedTuple):
    """A text on the page: what it says, its middle, its width and height, its turn in radians; points."""

    words: str
    x: float
    y: float
    wide: float
    high: float
    turn: float

    def corners(self) -> np.ndarray:
        """Its four corners."""
        half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (self.wide / 2, self.high / 2)
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        return half @ np.array([[cos, sin], [-sin, cos]]) + (self.x, self.y)


def drawing(figure: Figure, width_mm: float) -> tuple[list[str], list[str]]:
    """What is wrong with the drawing at a width, and the level texts that a PDF of it keeps as text."""
    from matplotlib.text import Text

    with style():
        drawn = draw(figure.spec, width_mm)
        texts = [one for one in drawn.findobj(Text) if one.get_visible() and one.get_text().strip()]
        inked = {(ink.words, round(ink.x), round(ink.y)): ink for one in texts for ink in [_ink(one)]}
        faults = [*_sizes(texts), *_lines(drawn), *_outside(drawn, inked.values())]
    faults += covered(list(inked.values()))
    return faults, [one.get_text() for one in texts if not one.get_path_effects() and one.get_rotation() == 0]


def _ink(text: Any) -> Ink:
    """Where a text stands: turned text is measured level, and turned about its middle."""
    box = text.get_window_extent()
    x, y, turn = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, text.get_rotation()
    text.set_rotation(0)
    level = text.get_window_extent()
    text.set_rotation(turn)
    lines = text.get_text().count("\n") + 1
    spare = (LINE[0] + LINE[1]) * level.height / lines
    return Ink(text.get_text(), x, y, level.width, max(1.0, level.height - spare), math.radians(turn))


def _sizes(texts: list[Any]) -> list[str]:
    small, large = SIZES
    return [
        f"{one.get_text()[:20]!r} is set in {one.get_fontsize():.1f} points"
        for one in texts
        if not small <= one.get_fontsize() <= large
    ]


def _lines(drawn: Any) -> list[str]:
    """Lines that a printer would lose."""
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D

    lines = [one for one in drawn.findobj(Line2D) if one.get_visible() and one.get_linestyle() != "None"]
    found = [f"a line of {one.get_linewidth():.2f} points" for one in lines if 0 < one.get_linewidth() < LEAST_LINE]
    for one in drawn.findobj(Collection):
        thin = [float(width) for width in np.atleast_1d(one.get_linewidth()) if 0 < float(width) < LEAST_LINE]
        drawn_at_all = len(one.get_edgecolor()) and any(len(path) for path in one.get_paths())
        found += [f"a line of {min(thin):.2f} points"] if thin and drawn_at_all else []
    return found


def _outside(drawn: Any, inked: Any) -> list[str]:
    wide, high = drawn.get_size_inches() * 72
    found = []
    for ink in inked:
        corners = ink.corners()
        reach = min(*corners.min(axis=0), wide - corners[:, 0].max(), high - corners[:, 1].max())
        if reach < -0.5:
            found.append(f"{ink.words[:20]!r} leaves the page by {-reach:.1f} points")
    return found


def covered(inked: list[Ink]) -> list[str]:
    """Pairs of texts of which one covers too much of the other."""
    found = []
    for one, other in combinations(inked, 2):
        reach = (math.hypot(one.wide, one.high) + math.hypot(other.wide, other.high)) / 2
        if math.hypot(one.x - other.x, one.y - other.y) >= reach:
            continue
        share = _common(one.corners(), other.corners()) / min(one.wide * one.high, other.wide * other.high)
        if share > COVERED:
            found.append(f"{one.words[:20]!r} and {other.words[:20]!r} cover each other by {share:.0%}")
    return found


def _common(one: np.ndarray, other: np.ndarray) -> float:
    """The area that two convex shapes share (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17, 1974)."""
    shape = [tuple(point) for point in one]
    for a, b in zip(other, np.roll(other, -1, axis=0), strict=True):
        inside = [(b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) for x, y in shape]
        kept = []
        for n, (x, y) in enumerate(shape):
            (px, py), before = shape[n - 1], inside[n - 1]
            if (inside[n] >= 0) != (before >= 0):
                way = before / (before - inside[n])
                kept.append((px + way * (x - px), py + way * (y - py)))
            if inside[n] >= 0:
                kept.append((x, y))
        shape = kept
        if not shape:
            return 0.0
    xs, ys = np.array(shape).T
    return abs(float(xs @ np.roll(ys, -1) - ys @ np.roll(xs, -1))) / 2


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: without marks of direction, in the letters that they were typed in."""
    return unicodedata.normalize("NFKC", text).translate(CONTROLS).split()


def pdf(path: Path, texts: list[str]) -> list[str]:
    """What is wrong with a PDF: a font that does not come along, a text that is kept and does not read right."""
    import pypdf

    content = pypdf.PdfReader(path)
    found = [f"the font {name} is not embedded" for name in _bare_fonts(content)]
    if shutil.which("pdffonts"):
        rows = _run("pdffonts", str(path)).splitlines()[2:]
        embedded = re.compile(r"\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$")
        found += [f"pdffonts: {row}" for row in rows if not embedded.search(row)]
    whole = " ".join(page.extract_text() for page in content.pages).translate(CONTROLS)
    copied = words_of(_run("pdftotext", str(path), "-")) if shutil.which("pdftotext") else []
    lines = sorted({line for text in texts for line in text.split("\n")})
    known = f"{whole} {' '.join(copied)}"
    lost = {word for line in lines for word in words_of(line) if word.strip(PUNCTUATION) not in known}
    found += [f"the word {word!r} cannot be copied out of the PDF" for word in sorted(lost)]
    level = [line for line in lines if _one_way(line)]
    order = _bare(copied)
    astray = [line for line in level if _bare(words_of(line)) not in order]
    if copied and len(astray) > ASTRAY * len(level):
        found.append(
            f"of {len(level)} lines copied out of the PDF, {len(astray)} read otherwise: {astray[0][:30]!r} ..."
        )
    return found


def _bare(words: list[str]) -> str:
    """The words in a row, without the marks at their ends, before which programs that copy put spaces."""
    return f" {' '.join(filter(None, (word.strip(PUNCTUATION) for word in words)))} "


def _one_way(line: str) -> bool:
    """Whether a line has several words of one direction, and no numbers, which programs that copy turn round."""
    ways = {unicodedata.bidirectional(letter) for letter in line}
    return len(words_of(line)) > 1 and not ways & {"EN", "AN"} and not (ways & {"R", "AL"} and "L" in ways)


def _bare_fonts(content: Any) -> list[str]:
    """The fonts of a PDF that are named only."""
    found = []
    for page in content.pages:
        for one in page["/Resources"].get("/Font", {}).values():
            font = one.get_object()
            if font["/Subtype"] == "/Type3":
                continue
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            about = inner.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about.get_object() if about else {}):
                found.append(str(font.get("/BaseFont")))
    return found


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def eps(path: Path, width_mm: float) -> list[str]:
    """What is wrong with an EPS: its size, or letters that are no shapes."""
    content = path.read_bytes()
    box = re.search(rb"%%HiResBoundingBox: ([-\d. ]+)", content)
    wide = float(box.group(1).split()[2]) - float(box.group(1).split()[0]) if box else 0.0
    found = [] if abs(wide - width_mm / 25.4 * 72) < 1 else [f"the EPS is {wide / 72 * 25.4:.1f} mm wide"]
    return [*found, *(["the EPS asks for a font"] if b"findfont" in content else [])]


def tiff(path: Path, width_mm: float, dpi: int) -> list[str]:
    """What is wrong with a TIFF: transparency, resolution, width."""
    with Image.open(path) as picture:
        said, mode, wide = picture.info["dpi"][0], picture.mode, picture.size[0] / dpi * 25.4
    found = [] if mode == "RGB" else [f"the TIFF is {mode}"]
    found += [] if said == dpi else [f"the TIFF says {said} dpi"]
    return [*found, *([] if abs(wide - width_mm) < 0.2 else [f"the TIFF is {wide:.1f} mm wide"])]


def png(path: Path, width_mm: float, dpi: int) -> list[str]:
    """What is wrong with a PNG: its width."""
    with Image.open(path) as picture:
        wide = picture.size[0] / dpi * 25.4
    return [] if abs(wide - width_mm) < 0.2 else [f"the PNG is {wide:.1f} mm wide"]


def svg(path: Path, width_mm: float) -> list[str]:
    """What is wrong with an SVG: its width, anything that it would load, letters that are no shapes."""
    root = etree.parse(path).getroot()
    wide = float(root.get("width").removesuffix("pt")) / 72 * 25.4
    found = [] if abs(wide - width_mm) < 0.2 else [f"the SVG is {wide:.1f} mm wide"]
    tags = {etree.QName(one).localname for one in root.iter() if isinstance(one.tag, str)}
    found += [f"the SVG holds <{tag}>" for tag in sorted(tags & {"script", "image", "foreignObject", "text", "a"})]
    links = [value for one in root.iter() for name, value in one.attrib.items() if name.endswith("href")]
    return [*found, *(f"the SVG loads {one}" for one in links if not one.startswith("#"))]


def pixels(path: Path, dpi: int = 100) -> Image.Image | None:
    """A file as a picture; None where nothing here can read it."""
    if path.suffix in (".png", ".tiff"):
        return Image.open(path).convert("RGB")
    command = {
        ".pdf": ("pdftoppm", "-r", str(dpi), "-png", str(path)),
        ".eps": ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", *SMOOTH, f"-r{dpi}", "-sDEVICE=png16m"),
    }.get(path.suffix)
    if command is None or shutil.which(command[0]) is None:
        return None
    if path.suffix == ".pdf":
        return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout)).convert("RGB")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "a.png"
        subprocess.run([*command, f"-sOutputFile={out}", str(path)], capture_output=True, check=True)
        return Image.open(out).convert("RGB")


def border(picture: Image.Image) -> list[str]:
    """What is wrong at the edges: ink that touches them."""
    grey = np.asarray(picture.convert("L"))
    edges = {"top": grey[0], "foot": grey[-1], "left edge": grey[:, 0], "right edge": grey[:, -1]}
    return [f"ink touches the {name}" for name, line in edges.items() if line.min() < WHITE]
