"""Chromium, and pages in it that may ask nothing of another machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from workbench.errors import MissingBundleError
from workbench.widgets.bundle import bundle

__all__ = ["chromium", "visit"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
HERE = ("localhost", "127.0.0.1", "::1")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(f"EXCLUDE {host}" for host in HERE[:2])
"""Chromium itself finds no other machine: that leaves its cache at work, which catching requests would turn off."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium; without one, or without the built views, the tests are skipped and say why."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium on the PATH: install the system's package chromium")
    try:
        bundle("page")
    except MissingBundleError as error:
        pytest.skip(str(error))
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", ALONE])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; whatever it asks of another machine fails the test, as does any error or dialog."""
    from tests.browser.visit import Visit

    opened = []

    def open_page(address: str, *, width: int = 1366, height: int = 768, dark: bool = False) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        visit = Visit(context.new_page())
        opened.append((context, visit))
        watch(visit)
        visit.page.goto(address)
        if address.startswith("file:"):
            visit.page.locator(".rw-root.rw-pane").first.wait_for()  # its story is unpacked after the page is loaded
        return visit

    yield open_page
    for context, visit in opened:
        try:
            assert visit.clean
        finally:
            context.close()


def watch(visit: Any) -> Callable[[], None]:
    """Notes errors, dialogs and what is asked of other machines, which none reaches; gives what ends that."""

    def ask(asked: Any) -> None:
        if not local(asked.url):
            visit.outside.append(asked.url)

    def dialog(opened: Any) -> None:
        visit.failures.append(f"dialog: {opened.message}")
        opened.dismiss()

    def error(raised: Any) -> None:
        visit.failures.append(str(raised))

    page, context = visit.page, visit.page.context
    heard = [(context, "request", ask), (page, "websocket", ask), (page, "dialog", dialog), (page, "pageerror", error)]
    for place, event, hear in heard:
        place.on(event, hear)

    def stop() -> None:
        for place, event, hear in heard:
            place.remove_listener(event, hear)

    return stop


def local(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("file", "data", "blob", "about") or parts.hostname in HERE
