"""The views in JupyterLab: linked in one widget and between widgets, in both themes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.stories import PROMISE

TELL = "from tests.browser.stories import harbour\nimport workbench as wb\nstory = harbour()"
WORKBENCH = """wb.Workbench(
    story.corpus, entities=story.entities, quotes=story.quotes, overlap=story.overlap, language="ar")"""
TWO = """network = wb.EntityNetwork(story.entities)
finder = wb.QuoteFinder(story.quotes)
display(network)
display(finder)"""
ASK = "print(network.selection[['article', 'text', 'layer']].to_string())"


def run_all(page: Page) -> None:
    """The menu's Run > Run All Cells, once the kernel is there."""
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle", timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def turn_dark(page: Page) -> None:
    """The menu's Settings > Theme > JupyterLab Dark."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("JupyterLab Dark", exact=True).click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")


def test_the_workbench_is_linked_in_both_themes(desk: Desk, tmp_path: Path) -> None:
    reader = desk.open("workbench.ipynb", [TELL, WORKBENCH])
    run_all(reader.page)
    expect(reader.page.locator(".rw-stage canvas")).to_be_visible(timeout=60_000)
    reader.page.locator(".rw-root").first.scroll_into_view_if_needed()
    expect(reader.page.locator(".rw-root").first).to_have_attribute("dir", "rtl")
    reader.picture(tmp_path / "light.png")
    expect(reader.page.get_by_text("official Jupyter news")).to_have_count(0)
    reader.choose_name("سالم الورداني")
    reader.click_mention(1)
    assert reader.highlighted() == "الورداني"
    reader.open_tab(2)
    reader.open_quote(0)
    assert reader.highlighted() == PROMISE
    turn_dark(reader.page)
    reader.open_tab(0)
    reader.only_names_with(4)
    reader.spot("--rw-per")
    assert len(reader.names()) == 3
    reader.picture(tmp_path / "dark.png")


def test_keys_pressed_in_a_view_are_the_views(desk: Desk) -> None:
    reader = desk.run("keys.ipynb", [TELL, WORKBENCH])
    expect(reader.page.locator(".rw-stage canvas")).to_be_visible(timeout=60_000)
    reader.open_tab(1)
    reader.switch("article")
    reader.cell(0, 1).focus()
    reader.page.keyboard.press("ArrowDown")
    expect(reader.cell(1, 1)).to_be_focused()
    reader.page.keyboard.press("End")
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowRight")
    expect(reader.cell(0, 2)).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".rw-compare-text")).to_have_count(2)
    expect(reader.page.locator(".jp-Notebook .jp-Cell")).to_have_count(2)


def test_two_widgets_are_linked_and_python_reads_the_selection(desk: Desk) -> None:
    reader = desk.run("two.ipynb", [TELL, TWO, ASK])
    expect(reader.page.locator(".rw-quote-row")).to_have_count(3, timeout=60_000)
    reader.choose_name("سالم الورداني")
    expect(reader.page.locator(".rw-quote-row.rw-by-selected")).to_have_count(2)
    reader.page.locator(".jp-Cell .cm-content").nth(2).click()
    reader.page.keyboard.press("Control+Enter")
    said = reader.page.locator(".jp-Cell").nth(2).locator(".jp-OutputArea-output")
    expect(said).to_contain_text("Salem al-Wardani", timeout=60_000)
