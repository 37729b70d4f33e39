"""One page of JupyterLab that many tests work in, one after the other: each finds nothing open and the light theme."""

from __future__ import annotations

from playwright.sync_api import Error, Page, expect

from tests.browser.chrome import watch
from tests.browser.lab import Lab, end_kernels
from tests.browser.visit import Visit

PATIENCE = 60_000
DO = "([command, given]) => jupyterapp.commands.execute(command, given).then(() => undefined)"
FORGET = """() => {
  delete globalThis[Symbol.for("riwaya.selections")];
  const tray = globalThis[Symbol.for("riwaya.tray")];
  const changed = new Date().toISOString();
  tray?.merge(tray.findings.map((finding) => ({ ...finding, gone: true, changed })));
  for (const button of document.querySelectorAll(".Toastify__close-button")) button.click();
  localStorage.clear();
}"""
"""What is selected and pinned, and notices, last as long as the page; the next test starts without."""
SIZE = {"width": 1366, "height": 768}


def fresh(page: Page, lab: Lab) -> Page:
    """A page that has loaded Lab, with its launcher open."""
    page.set_viewport_size(SIZE)
    page.goto(f"{lab.address}/lab?reset")
    expect(page.locator(".jp-LauncherCard").first).to_be_visible(timeout=PATIENCE)
    return page


class Desk:
    """The page, as a visit of one test, and the folder of the test's module."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.lab = lab
        self.page = page
        self.visit = Visit(page)
        self.stop = watch(self.visit)

    def do(self, command: str, **given: str) -> None:
        """One of Lab's commands."""
        self.page.evaluate(DO, [command, given])

    def open(self, name: str, cells: list[str] | None = None, *, width: int = 1366, height: int = 768) -> Visit:
        """Opens a notebook, with these cells unless it is there; waits for its kernel."""
        path = self.lab.path + name if cells is None else self.lab.write(name, cells)
        self.page.set_viewport_size({"width": width, "height": height})
        self.do("docmanager:open", path=path)
        expect(self.page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=PATIENCE)
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("Idle", timeout=PATIENCE)
        return self.visit

    def run(self, name: str, cells: list[str], *, width: int = 1366, height: int = 768) -> Visit:
        """Opens a new notebook and runs its cells."""
        self.open(name, cells, width=width, height=height)
        self.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
        return self.visit

    def clear(self) -> None:
        """Puts the page back for the next test; loads it anew where a test left it so that this fails."""
        self.stop()
        self.page.unroute_all()
        try:
            self.do("docmanager:save-all")
            self.do("application:close-all")
            self.do("apputils:change-theme", theme="JupyterLab Light")
            self.page.evaluate(FORGET)
            expect(self.page.locator(".jp-NotebookPanel, .jp-Dialog")).to_have_count(0)
        except (AssertionError, Error):
            fresh(self.page, self.lab)
        end_kernels(self.lab.address)
