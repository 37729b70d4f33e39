"""The evidence tray in JupyterLab: one file for two windows and a kernel, and what is done with findings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.evidence import FILE, finding, pin, read
from tests.browser.lab import Lab, running
from tests.browser.test_lab import turn_dark
from tests.browser.visit import Visit

Open = Callable[..., Visit]

PATIENCE = 60_000
PIN = """([name, rank]) => globalThis[Symbol.for("riwaya.tray")].merge([{
  id: name, name, rank, corpus: "d", kind: "entity", facts: "", note: "", spans: [], gone: false,
  selection: {}, changed: new Date().toISOString() }])"""


@pytest.fixture(scope="module")
def lab(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running(tmp_path_factory.mktemp("lab")) as started:
        yield started


def tray(lab: Lab, visit: Open, folder: str) -> Page:
    """A notebook in a folder, with the tray open beside it."""
    (lab.folder / folder).mkdir(exist_ok=True)
    page = visit(lab.notebook(f"{folder}/story.ipynb", ["corpus = 1"])).page
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle", timeout=PATIENCE)  # Lab has put its panels back
    page.get_by_role("tab", name="Evidence tray").click()
    expect(page.locator(".rw-lab-file")).to_be_visible()
    expect(page.locator(".rw-lab-file")).to_contain_text(f"{folder}/{FILE}")
    return page


def card(page: Page, name: str) -> Locator:
    return page.locator(".rw-lab-card").filter(has=page.locator(".rw-lab-name").get_by_text(name, exact=True))


def names(page: Page) -> list[str]:
    return page.locator(".rw-lab-name").all_inner_texts()


def until(true: Callable[[], bool], page: Page, seconds: float = 20) -> None:
    """Waits, while the page goes on, until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        page.wait_for_timeout(100)


def test_two_windows_and_another_process_lose_nothing(lab: Lab, visit: Open, tmp_path: Path) -> None:
    one, other = tray(lab, visit, "shared"), tray(lab, visit, "shared")
    file = lab.folder / "shared" / FILE
    expect(one.locator(".rw-state")).to_contain_text("Nothing is pinned yet")
    assert not file.exists()
    for number in range(3):
        one.evaluate(PIN, [f"left {number}", number])
        other.evaluate(PIN, [f"right {number}", number + 10])
    for page in (one, other):
        expect(page.locator(".rw-lab-card")).to_have_count(6, timeout=20_000)
    until(lambda: len(read(file)) == 6, one)
    pin(file, finding("سالم الورداني", rank=20))
    for page in (one, other):
        expect(page.locator(".rw-lab-card")).to_have_count(7, timeout=20_000)
    card(one, "left 0").locator("textarea").fill("checked")
    card(other, "right 0").locator("textarea").fill("راجعه")
    card(other, "left 1").get_by_role("button", name="Remove").click()
    expect(card(one, "right 0").locator("textarea")).to_have_value("راجعه", timeout=20_000)
    expect(card(other, "left 0").locator("textarea")).to_have_value("checked", timeout=20_000)
    expect(one.locator(".rw-lab-card")).to_have_count(6, timeout=20_000)
    until(lambda: {found["note"] for found in read(file)} == {"", "checked", "راجعه"}, one)
    assert [found["name"] for found in read(file) if found["gone"]] == ["left 1"]
    expect(card(one, "سالم الورداني").locator("blockquote")).to_have_css("direction", "rtl")
    one.screenshot(path=tmp_path / "light.png")
    turn_dark(one)
    one.screenshot(path=tmp_path / "dark.png")


def test_findings_are_ordered_searched_removed_and_brought_back_by_keys(lab: Lab, visit: Open) -> None:
    (lab.folder / "keys").mkdir()
    file = lab.folder / "keys" / FILE
    pin(file, finding("a", "أهلاً", rank=1), finding("b", rank=2), finding("c", rank=3))
    page = tray(lab, visit, "keys")
    expect(page.locator(".rw-lab-card")).to_have_count(3)
    page.locator(".rw-lab-card").first.focus()
    page.keyboard.press("ArrowDown")
    expect(card(page, "b")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    assert names(page) == ["b", "a", "c"]
    expect(card(page, "b")).to_be_focused()
    page.keyboard.press("Delete")
    assert names(page) == ["a", "c"]
    page.get_by_role("button", name="Undo").click()
    assert names(page) == ["b", "a", "c"]
    expect(card(page, "b")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.type("half a note")
    until(lambda: {found["name"]: found["note"] for found in read(file)}["c"] == "half a note", page)
    pin(file, finding("d", rank=9))
    expect(page.locator(".rw-lab-card")).to_have_count(4, timeout=20_000)
    expect(card(page, "c").locator("textarea")).to_be_focused()
    page.keyboard.type(", and the rest")
    until(lambda: {found["name"]: found["note"] for found in read(file)}["c"] == "half a note, and the rest", page)
    page.get_by_role("searchbox").fill("اهلا")
    expect(page.locator(".rw-lab-name")).to_have_text(["a"])
    page.get_by_role("searchbox").fill("nothing like it")
    expect(page.locator(".rw-state")).to_contain_text("No finding")


def test_findings_go_into_the_notebook_and_onto_the_clipboard(lab: Lab, visit: Open) -> None:
    (lab.folder / "out").mkdir()
    pin(lab.folder / "out" / FILE, finding("سالم", "لن <b>يتوقف</b> $x$"))
    page = tray(lab, visit, "out")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy all as Markdown").click()
    expect(page.locator(".rw-lab-said")).to_contain_text("Copied")
    assert "> لن &lt;b\\>يتوقف&lt;/b\\> \\$x\\$" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Insert as Markdown cell").click()
    quoted = page.locator(".jp-MarkdownCell blockquote")
    expect(quoted).to_contain_text("لن <b>يتوقف</b> $x$")
    expect(quoted).to_have_css("direction", "rtl")
    assert quoted.evaluate("element => getComputedStyle(element).textAlign").endswith("right")
    page.get_by_role("button", name="Insert code cell").click()
    expect(page.locator(".jp-CodeCell .cm-content").last).to_contain_text('"quote": "q1"')
    page.get_by_role("button", name="Show in the view").click()
    expect(page.locator(".Toastify__toast")).to_contain_text("No view of these pages is open")


def test_a_foreign_file_is_left_alone(lab: Lab, visit: Open) -> None:
    (lab.folder / "foreign").mkdir()
    file = lab.folder / "foreign" / FILE
    file.write_text('{"somebody": "else"}', encoding="utf-8")
    page = tray(lab, visit, "foreign")
    expect(page.get_by_role("alert")).to_contain_text("is not overwritten")
    page.evaluate(PIN, ["kept here", 1])
    expect(card(page, "kept here")).to_be_visible()
    assert file.read_text(encoding="utf-8") == '{"somebody": "else"}'
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    file.unlink()
    until(lambda: [found["name"] for found in read(file)] == ["kept here"], page)
    expect(page.get_by_role("alert")).to_have_count(0)
