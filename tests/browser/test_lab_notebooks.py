"""The plugin in JupyterLab: notebooks from the launcher, the palette and the file browser; the settings."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import ROOT, Lab, running
from tests.browser.visit import Visit

Open = Callable[..., Visit]

CURATED = "01-one-story-ten-pages.ipynb"
TITLE = "One story, ten pages"
PAGE = "ميناء الواحة يعود إلى العمل\n\nأعلن سالم الورداني عودة ميناء الواحة إلى العمل صباح الأحد.\n"
PATIENCE = 60_000


@pytest.fixture(scope="module")
def lab(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running(tmp_path_factory.mktemp("lab")) as started:
        yield started


def at(lab: Lab, visit: Open, folder: str = "") -> Page:
    """A Lab whose launcher and file browser stand in a folder of the server."""
    (lab.folder / folder).mkdir(exist_ok=True)
    page = visit(f"{lab.address}/lab/tree/{folder}?reset").page
    expect(page.locator(".jp-LauncherCard").first).to_be_visible(timeout=PATIENCE)
    return page


def card(page: Page, text: str) -> None:
    page.locator(".jp-LauncherCard[data-category=Riwaya]", has_text=text).click()


def notebook(page: Page, first: str) -> None:
    """Waits for a notebook whose first cell, in Markdown, holds these words."""
    expect(page.locator(".jp-Notebook .jp-MarkdownCell").first).to_contain_text(first, timeout=PATIENCE)


def sources(path: Path) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def choose(page: Page, item: str) -> None:
    page.locator(".lm-Menu-item", has_text=item).click()


def test_a_card_opens_a_copy_and_never_writes_over_a_file(lab: Lab, visit: Open, tmp_path: Path) -> None:
    page = at(lab, visit, "mine")
    english = list((ROOT / "notebooks").glob("*.ipynb"))
    expect(page.locator(".jp-LauncherCard[data-category=Riwaya]")).to_have_count(len(english) + 1)  # and a new one
    page.screenshot(path=tmp_path / "launcher.png")
    own = lab.folder / "mine" / CURATED
    own.write_text("not to be lost", encoding="utf-8")
    card(page, TITLE)
    notebook(page, TITLE)
    assert own.read_text(encoding="utf-8") == "not to be lost"
    assert sources(own.with_name("01-one-story-ten-pages-2.ipynb"))[0].startswith(f"# {TITLE}")


def test_the_palette_starts_a_comparison_on_the_sample(lab: Lab, visit: Open) -> None:
    page = at(lab, visit, "new")
    page.keyboard.press("Control+Shift+C")
    page.keyboard.type("riwaya")
    items = page.locator(".lm-CommandPalette-item")
    for text in (TITLE, "Compare coverage in this folder", "Show evidence tray"):
        expect(items.filter(has_text=text)).to_be_visible()
    items.filter(has_text="New comparison").click()
    notebook(page, "Comparison")
    code = sources(lab.folder / "new" / "Comparison.ipynb")
    assert "corpus = wb.samples.phone_call()" in code[1]
    assert code[2] == "wb.Workbench(corpus)"


def test_the_menu_of_a_folder_makes_a_notebook_and_runs_it(lab: Lab, visit: Open, tmp_path: Path) -> None:
    name = "صحف \"اليوم\" 'x' $1_[2]" + ("" if os.name == "nt" else "\\n")
    folder = lab.folder / "stories" / name
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE.replace("الأحد", "الإثنين"), encoding="utf-8")
    page = at(lab, visit, "stories")
    page.locator(".jp-DirListing-item[data-isdir=true]").click(button="right")
    page.screenshot(path=tmp_path / "menu.png")
    expect(page.locator(".lm-Menu-item", has_text="Compare these pages")).to_be_hidden()
    choose(page, "Compare coverage in this folder")
    notebook(page, name.replace("\\n", ""))
    report = page.locator(".jp-CodeCell").first.locator(".jp-OutputArea-output")
    expect(report).to_contain_text("b.txt", timeout=PATIENCE)
    assert len(list((lab.folder / "stories").glob("*.ipynb"))) == 1


def test_the_menu_of_the_empty_area_takes_the_folder_that_is_open(lab: Lab, visit: Open) -> None:
    page = at(lab, visit, "open")
    listing = page.locator(".jp-DirListing-content")
    listing.click(button="right", position={"x": 60, "y": 200})
    choose(page, "Compare coverage in this folder")
    notebook(page, "open")
    assert 'wb.load("open")' in sources(lab.folder / "open.ipynb")[1]


def test_chosen_pages_are_compared(lab: Lab, visit: Open) -> None:
    folder = lab.folder / "chosen"
    folder.mkdir()
    for name in ("a.txt", "b's.txt", "c.png"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    page = at(lab, visit, "chosen")
    items = page.locator(".jp-DirListing-item")
    items.filter(has_text="a.txt").click()
    items.filter(has_text="c.png").click(modifiers=["Shift"])
    items.filter(has_text="b's.txt").click(button="right")
    choose(page, "Compare these pages")
    notebook(page, "Comparison")
    report = page.locator(".jp-CodeCell").first.locator(".jp-OutputArea-output")
    expect(report).to_contain_text("b's.txt", timeout=PATIENCE)
    assert '"a.txt",\n    "b\'s.txt",\n]' in sources(folder / "Comparison.ipynb")[1]


def test_what_fails_is_said_with_what_to_do(lab: Lab, visit: Open) -> None:
    page = at(lab, visit, "refused")
    page.route("**/api/contents/refused**", lambda route: route.fulfill(status=403, json={"message": "Forbidden here"}))
    card(page, "New comparison")
    notice = page.locator(".Toastify__toast")
    expect(notice).to_contain_text("could not make the notebook", timeout=PATIENCE)
    expect(notice).to_contain_text("Forbidden here")
    expect(notice).to_contain_text("try again")


def test_the_settings_turn_the_words_and_the_notebooks_arabic(lab: Lab, visit: Open, tmp_path: Path) -> None:
    page = at(lab, visit, "arabic")
    page.keyboard.press("Control+,")
    page.locator(".jp-PluginList-entry", has_text="Riwaya").click()
    editor = page.locator(".jp-SettingsPanel")
    expect(editor.get_by_role("textbox").first).to_have_value("riwaya-evidence.json")
    page.screenshot(path=tmp_path / "settings.png")
    editor.locator("select").first.select_option(label="العربية")
    expect(page.get_by_role("tab", name="حافظة الأدلة")).to_be_visible()
    page.keyboard.press("Control+Shift+L")
    card(page, "مقارنة جديدة")
    notebook(page, "كيف تروي المصادر")
    expect(page.locator(".jp-MarkdownCell [dir=rtl]").first).to_be_visible()
    assert 'wb.language("ar")' in sources(lab.folder / "arabic" / "مقارنة.ipynb")[1]
    page.locator(".lm-TabBar-tab", has_text="Settings").first.click()
    editor.locator("select").first.select_option(label="As JupyterLab")
