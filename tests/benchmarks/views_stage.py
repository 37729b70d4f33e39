"""A page of its own in headless Chromium in which views are mounted and timed: for the benchmark of the views.

A view is mounted as anywidget does it, ``render({model, el})`` out of the text of its module, on a model without a
kernel. Each mounting has a page of its own, so that nothing is warm. Nothing is asked of another machine.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from workbench.widgets.base import View

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCRIPT = Path(__file__).with_name("views_stage.js")
EMPTY = (
    'export default { render({ el }) { el.append(document.createElement("p")); el.firstChild.dataset.drawn = ""; } };'
)
TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "json": "application/json"}
PAGE = '<!doctype html><meta charset="utf-8"><body><script src="/stage.js"></script>'
KINDS = ("selected", "options", "tray")


class Files:
    """What the pages are made of: by address."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {"/": PAGE.encode(), "/stage.js": SCRIPT.read_bytes()}
        self._put("empty", EMPTY, "", {}, b"")

    def put(self, name: str, view: View) -> None:
        """A view under a name."""
        traits = {kind: getattr(view, kind) for kind in KINDS}
        self._put(name, view._esm, view._css, {**traits, "labels": view.labels}, view.story)

    def _put(self, name: str, script: str, style: str, traits: dict[str, Any], story: bytes) -> None:
        texts = {"js": script, "css": style, "json": json.dumps(traits)}
        self.held.update({f"/{name}.{ending}": text.encode() for ending, text in texts.items()})
        self.held[f"/{name}.story"] = story


class Stage:
    """Chromium with the files that are put on: each measure opens pages of its own."""

    def __init__(self, browser: Any, address: str, files: Files, runs: int) -> None:
        self.browser, self.address, self.files, self.runs = browser, address, files, runs

    @contextmanager
    def page(self, *, dark: bool = False) -> Iterator[Any]:
        """A new page with the measuring script."""
        scheme = "dark" if dark else "light"
        context = self.browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme=scheme)
        context.set_default_timeout(180_000)
        page = context.new_page()
        page.goto(self.address)
        try:
            yield page
        finally:
            context.close()

    def first_paint(self, name: str) -> tuple[float, float]:
        """Milliseconds until a view stands there, and those that the page's main thread worked: medians of runs."""
        found = [self._mounted(name) for _ in range(self.runs)]
        return median(one[0] for one in found), median(one[1] for one in found)

    def _mounted(self, name: str) -> tuple[float, float]:
        with self.page() as page:
            tools = page.context.new_cdp_session(page)
            tools.send("Performance.enable", {"timeDomain": "threadTicks"})
            before = worked(tools)
            took = float(page.evaluate("(name) => bench.mount(name)", name))
            return took, worked(tools) - before

    def waking(self, name: str) -> float:
        """Milliseconds from the pointer's coming to a network until vis-network has drawn it: the median."""
        found = []
        for _ in range(self.runs):
            with self.page() as page:
                found.append(float(page.evaluate("(name) => bench.woken(name)", name)))
        return median(found)

    def decoding(self, name: str) -> tuple[float, float]:
        """Milliseconds to unpack a story and to read its JSON: medians."""
        found = []
        for _ in range(self.runs):
            with self.page() as page:
                found.append(page.evaluate("(name) => bench.decoded(name)", name))
        return median(one[0] for one in found), median(one[1] for one in found)

    def searching(self, name: str, words: str) -> float:
        """Milliseconds from a key in the search field until the result is painted: the median over the letters."""
        with self.page() as page:
            page.evaluate("(name) => bench.mount(name)", name)
            page.get_by_role("searchbox").first.focus()
            found = []
            for letter in words:
                page.evaluate("(name) => { window.timed = bench.changed(bench.views[name].el, () => {}); }", name)
                page.keyboard.insert_text(letter)
                found.append(page.evaluate("window.timed")["painted"])
        return median(found)

    def linking(self, one: str, other: str, entities: list[str]) -> tuple[float, float]:
        """Milliseconds from a selection in one view until another has changed its elements, and painted them."""
        with self.page() as page:
            for name in (one, other):
                page.evaluate("(name) => bench.mount(name)", name)
            found = [page.evaluate("(given) => bench.link(...given)", [one, other, entity]) for entity in entities]
        return median(each["changed"] for each in found), median(each["painted"] for each in found)

    def panning(self, name: str, *, bare: bool) -> float:
        """Frames a second while the mouse drags the picture, or the same graph on a canvas and nothing else."""
        with self.page() as page:
            page.evaluate(f"(name) => bench.{'bare' if bare else 'mount'}(name)", name)
            if not bare:
                all_names(page)
            canvas = page.locator("canvas:visible").first
            box = canvas.bounding_box()
            before = canvas.screenshot()
            page.mouse.move(box["x"] + 6, box["y"] + 6)
            page.mouse.down()
            page.evaluate("() => { window.counted = bench.counting(); }")
            for step in range(90):
                page.mouse.move(box["x"] + 6 + step, box["y"] + 6 + step / 2)
            rate = float(page.evaluate("() => window.counted()"))
            page.mouse.up()
            if canvas.screenshot() == before:
                raise RuntimeError(f"the picture of {name} did not move")
        return rate


def worked(tools: Any) -> float:
    """Milliseconds that the main thread of a page has worked; other load on the machine is not in it."""
    metrics = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(metrics["TaskDuration"])


def all_names(page: Any) -> None:
    """Moves the slider of least mentions, where there is one, so that every name is shown."""
    for slider in page.locator("input[type=range]:visible").all():
        slider.press("Home")
    page.wait_for_timeout(500)


@contextmanager
def stage(runs: int) -> Iterator[Stage]:
    """A stage for as long as the block runs."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise SystemExit("there is no Chromium on the PATH: install the system's package chromium")
    files = Files()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = files.held.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", TYPES.get(self.path.rpartition(".")[2], TYPES["html"]))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield Stage(browser, f"http://127.0.0.1:{server.server_port}/", files, runs)
        finally:
            browser.close()
            server.shutdown()
