"""The pictures for the README and the docs: ``python -m tests.screenshots [--out docs/images] [--only NAME ...]``.

Every view of the sample corpus by itself, 1366 pixels wide, and the Workbench in a real JupyterLab, 1366 and 900 wide;
light and dark, labelled in English and in Arabic. A view that is added to the package is pictured too. The files are
called ``view-language-theme.png`` and have a palette of 256 colours, so that all of them together stay small.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from tests.benchmarks.views_stage import Stage, stage
from tests.views import found_in, made, view_names
from workbench import samples

OUT = Path(__file__).parents[1] / "docs" / "images"
LANGUAGES = ("en", "ar")
THEMES = ("light", "dark")
SIZE = (1366, 768)
NARROW = 900
MARGIN = 12
MOST = 3_000_000
"""Bytes of all pictures together; more of them are a reason to look at what grew."""
CELLS = [
    "import workbench as wb\ncorpus = wb.samples.phone_call()",
    "wb.Workbench(corpus, language={language!r}, height=520)",
]
BACKGROUND = {"light": "#ffffff", "dark": "#111418"}
# What is opened before the picture is taken, where a view has it: a picture of an empty pane shows nothing.
OPENED = (".rw-name", ".rw-quote-row")


def main() -> None:
    """Take the pictures and print their sizes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--only", nargs="+", choices=view_names(), help="these views; all where none is named")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    names = given.only or view_names()
    with stage(runs=1) as on:
        taken = list(alone(on, [name for name in names if name != "Workbench"], given.out))
        if "Workbench" in names:
            taken += list(in_lab(on.browser, given.out))
    total = sum(path.stat().st_size for path in taken)
    lines = [f"{path.stat().st_size / 1000:8,.0f} kB  {path}" for path in taken]
    note = "" if total < MOST else f", more than {MOST / 1000:,.0f}"
    sys.stdout.write("\n".join([*lines, f"{total / 1000:8,.0f} kB  in all{note}", ""]))


def alone(on: Stage, names: list[str], out: Path) -> Iterator[Path]:
    """A picture of each view by itself, in each language and theme."""
    found = found_in(samples.phone_call())
    for name, language in product(names, LANGUAGES):
        key = f"{name}-{language}"
        on.files.put(key, made(name, found, language=language, height=SIZE[1] - 2 * MARGIN))
        for theme in THEMES:
            with on.page(dark=theme == "dark") as page:
                page.add_style_tag(content=f"body {{ margin: {MARGIN}px; background: {BACKGROUND[theme]} }}")
                page.evaluate("(name) => bench.mount(name)", key)
                opened(page)
                yield saved(page, out / f"{name.lower()}-{language}-{theme}.png")


def in_lab(browser: Any, out: Path) -> Iterator[Path]:
    """The Workbench in JupyterLab, in each language, theme and width."""
    from tests.browser.lab import running

    with tempfile.TemporaryDirectory() as home, running(Path(home)) as lab:
        for language in LANGUAGES:
            address = lab.notebook(f"riwaya-{language}.ipynb", [cell.format(language=language) for cell in CELLS])
            with workbench_in(browser, address) as page:
                yield from each_look(page, out, language)


def each_look(page: Any, out: Path, language: str) -> Iterator[Path]:
    """The notebook in each theme and width."""
    for theme, width in product(THEMES, (SIZE[0], NARROW)):
        page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
        turn(page, theme)
        page.set_viewport_size({"width": width, "height": SIZE[1]})
        page.locator(".jp-OutputArea .rw-root").first.scroll_into_view_if_needed()
        page.wait_for_timeout(800)
        narrow = "" if width == SIZE[0] else f"-{width}"
        yield saved(page, out / f"workbench-{language}-{theme}{narrow}.png")


def turn(page: Any, theme: str) -> None:
    """The menu's Settings > Theme, which Lab remembers from one notebook to the next."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text(f"JupyterLab {theme.title()}", exact=True).click()
    page.locator(f"body[data-jp-theme-light='{str(theme == 'light').lower()}']").wait_for(state="attached")


@contextmanager
def workbench_in(browser: Any, address: str) -> Iterator[Any]:
    """A notebook that has been run in a Lab whose side bar is closed."""
    from tests.browser.test_lab import run_all

    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
    context.set_default_timeout(180_000)
    page = context.new_page()
    page.goto(address)
    run_all(page)
    page.locator(".jp-OutputArea .rw-root.rw-pane").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+b")
    page.wait_for_timeout(1000)
    opened(page)
    try:
        yield page
    finally:
        context.close()


def opened(page: Any) -> None:
    """Chooses something in the view, as a reader would."""
    for selector in OPENED:
        one = page.locator(f"{selector}:visible").first
        if one.count():
            one.click()
            break
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)


def saved(page: Any, path: Path) -> Path:
    """The window as a PNG with a palette."""
    from PIL import Image

    with Image.open(io.BytesIO(page.screenshot())) as picture:
        few = picture.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    return path


if __name__ == "__main__":
    main()
