"""Every figure of the sample corpus in every format, checked: ``python -m tests.figures [OUT] [--only NAME ...]``.

Each figure is drawn at 90, 140 and 190 mm, labelled in English and in Arabic, as SVG, PDF, PNG, TIFF and EPS. What
``tests.figure_checks`` finds wrong is told in a table, and the command ends with 1. Contact sheets of each format and
language (``sheets/pdf-ar-1.png`` ...) are there to look at. A second set has outlets and names with vowel marks.

pdffonts, pdftotext and pdftoppm (poppler), Ghostscript and Chromium are used where they are at hand; the last line says
which were not.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from PIL import Image

from tests import figure_checks as checks
from tests.unit.test_figures import every_figure
from workbench import figures, samples
from workbench.figures.figure import Figure
from workbench.figures.statements import carried

FORMS = ("svg", "pdf", "png", "tiff", "eps")
WIDTHS = (90, 140, 190)
LANGUAGES = ("en", "ar")
DPI = 150
STATEMENTS = 5
ROWS = 4
"""Figures on one contact sheet."""
VOWELLED = ["صَحيفةُ الضِّفَّة", "وِكالَةُ السّاحِل", "المَرْصَدُ اليَوْم", "The Harbour Post"]
NAMES = ["سامِرُ النَّجّار", "لَيْلى الحَدّاد", "مُؤَسَّسَةُ الواحة", "قَرْيَةُ السِّنْدِيان", "Oasis Trust"]
TOOLS = ("pdffonts", "pdftotext", "pdftoppm", "gs", "chromium")

Made = dict[str, Callable[..., Figure]]


def main() -> int:
    """Draw, check, tell; 1 where something is wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path, nargs="?", default=Path("figures-checked"))
    options.add_argument("--widths", nargs="+", type=int, default=WIDTHS, choices=WIDTHS)
    options.add_argument("--only", nargs="+", help="these figures; all where none is named")
    given = options.parse_args()
    made = {**of_samples(), **with_vowel_marks()}
    names = [name for name in made if given.only is None or name in given.only]
    wrong = 0
    for language in LANGUAGES:
        for name in names:
            figure = made[name](language=language)
            for width in given.widths:
                faults = checked(figure, given.out / language / f"{name}-{width}", width)
                wrong += len(faults)
                told = "ok" if not faults else f"{len(faults)} wrong"
                sys.stdout.write(f"{language}  {name:22} {width:4} mm  {told}\n")
                sys.stdout.writelines(f"      {fault}\n" for fault in faults)
                sys.stdout.flush()
    for form in FORMS:
        for language in LANGUAGES:
            sheets(given.out, form, language, names)
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    sys.stdout.write(f"{wrong} wrong; not at hand: {', '.join(missing) or 'nothing'}\n")
    return int(wrong > 0)


def of_samples() -> Made:
    """Every figure of the largest sample corpus that there is, by name; each takes a language."""
    from workbench.extractors.entities import entities
    from workbench.extractors.overlap import overlap
    from workbench.extractors.quotes import quotes

    corpus = getattr(samples, "newsroom", samples.phone_call)()
    named = entities(corpus)
    said, shared = quotes(corpus, named), overlap(corpus)
    counts = named.mentions["article"].map(lambda article: corpus[article].source).value_counts()
    made: Made = {
        "overview": partial(figures.overview, corpus),
        "timeline": partial(figures.timeline, corpus),
        "timeline-told": partial(figures.timeline, corpus, quotes=said, overlap=shared),
        "network": partial(figures.network, named),
        "multiples": partial(figures.multiples, named),
        "multiples-periods": partial(figures.multiples, named, "period", panels=4),
        "quotes": partial(figures.quotes, said),
        "heatmap": partial(figures.heatmap, shared),
        "heatmap-articles": partial(figures.heatmap, shared, by="article"),
        "flow": partial(figures.flow, shared),
    }
    if len(counts) > 1:
        made["difference"] = partial(figures.difference, named.difference(*counts.index[:2]))
    for number, name in enumerate(carried(said, STATEMENTS), start=1):
        made[f"lineage-{number}"] = partial(figures.lineage, said, name)
    return made


def with_vowel_marks() -> Made:
    """The figures of a corpus made by hand, whose outlets and names have vowel marks."""

    @cache
    def every(language: str) -> dict[str, Figure]:
        return every_figure(language, VOWELLED, NAMES)

    def one(name: str, *, language: str) -> Figure:
        return every(language)[name]

    return {f"{name}-vowels": partial(one, name) for name in every("en")}


def checked(figure: Figure, place: Path, width: int, forms: tuple[str, ...] = FORMS) -> list[str]:
    """What is wrong with a figure at a width, in every form; the files stay."""
    faults, texts = checks.drawing(figure, width)
    files = [place.with_name(f"{place.name}.{form}") for form in forms]
    figure.save(*files, width_mm=width, dpi=DPI)
    look: dict[str, Callable[[Path], list[str]]] = {
        "svg": lambda path: checks.svg(path, width),
        "pdf": lambda path: checks.pdf(path, texts),
        "png": lambda path: checks.png(path, width, DPI),
        "tiff": lambda path: checks.tiff(path, width, DPI),
        "eps": lambda path: checks.eps(path, width),
    }
    for form, file in zip(forms, files, strict=True):
        faults += [f"{form}: {fault}" for fault in look[form](file)]
        picture = checks.pixels(file)
        faults += [f"{form}: {fault}" for fault in checks.border(picture)] if picture is not None else []
    return faults


def sheets(out: Path, form: str, language: str, names: list[str]) -> None:
    """Contact sheets: a row a figure, its three widths beside each other, all to one scale."""
    with shown() as see:
        for number in range(0, len(names), ROWS):
            rows = []
            for name in names[number : number + ROWS]:
                files = [out / language / f"{name}-{width}.{form}" for width in WIDTHS]
                files = [file for file in files if file.exists()]
                rows.append([picture for file in files if (picture := see(file)) is not None])
            if not any(rows):
                return
            page = out / "sheets" / f"{form}-{language}-{number // ROWS + 1}.png"
            page.parent.mkdir(parents=True, exist_ok=True)
            laid_out(rows).save(page)


def laid_out(rows: list[list[Image.Image]], gap: int = 12) -> Image.Image:
    """Pictures in rows on one grey sheet."""
    wide = max(sum(one.width + gap for one in row) for row in rows) + gap
    highs = [max((one.height for one in row), default=0) + gap for row in rows]
    sheet = Image.new("RGB", (wide, sum(highs) + gap), "#9a9a9a")
    y = gap
    for row, high in zip(rows, highs, strict=True):
        x = gap
        for one in row:
            sheet.paste(one, (x, y))
            x += one.width + gap
        y += high
    return sheet


class shown:  # noqa: N801
    """While it holds, files of every form are seen as pictures; those of SVG by Chromium, where it is at hand."""

    def __enter__(self) -> Callable[[Path], Image.Image | None]:
        """A function from a file to its picture."""
        self.browser: Any = None
        return self._see

    def __exit__(self, *_: object) -> None:
        """Let the browser go."""
        if self.browser is not None:
            self.browser[1].close()
            self.browser[0].stop()

    def _see(self, path: Path) -> Image.Image | None:
        picture = checks.pixels(path) if path.suffix != ".svg" else self._drawn(path)
        if picture is None or path.suffix in (".pdf", ".eps", ".svg"):
            return picture
        return picture.resize((round(picture.width / DPI * 100), round(picture.height / DPI * 100)))

    def _drawn(self, path: Path) -> Image.Image | None:
        import io

        if shutil.which("chromium") is None:
            return None
        if self.browser is None:
            from playwright.sync_api import sync_playwright

            run = sync_playwright().start()
            self.browser = run, run.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = self.browser[1].new_page(device_scale_factor=100 / 96)
        page.goto(path.resolve().as_uri())
        content = page.locator("svg").first.screenshot()
        page.close()
        return Image.open(io.BytesIO(content)).convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
