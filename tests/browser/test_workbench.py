"""The frame of the workbench: the way through what was selected, the splitter, and what is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.stories import PROMISE
from tests.browser.tray import Tray
from tests.browser.visit import Visit

Open = Callable[..., Visit]


def test_the_selection_is_told_and_let_go_of(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    frame = Tray(reader.page)
    assert frame.crumbs() == []
    reader.choose_name("ميناء الواحة")
    assert frame.crumbs() == ["ميناء الواحة"]
    reader.click_mention(0)
    assert frame.crumbs()[0] == "ميناء الواحة"
    assert "صحيفة الضفة" in frame.crumbs()[1]
    reader.page.get_by_role("button", name="Let go of \u2068ميناء الواحة\u2069").click()
    assert "ميناء الواحة" not in frame.crumbs()


@pytest.mark.parametrize(("language", "back", "on"), [("en", "Left", "Right"), ("ar", "Right", "Left")])
def test_one_goes_back_and_forward_through_selections(
    visit: Open, pages: dict[str, str], language: str, back: str, on: str
) -> None:
    reader = visit(pages[language])
    frame = Tray(reader.page)
    reader.choose_name("ميناء الواحة")
    reader.open_tab(2)
    reader.open_quote(0)
    (first, *_) = frame.crumbs()
    assert PROMISE in first
    reader.page.keyboard.press(f"Alt+Arrow{back}")
    assert frame.crumbs() == ["ميناء الواحة"]
    reader.page.keyboard.press(f"Alt+Arrow{on}")
    assert frame.crumbs()[0] == first
    assert reader.highlighted() == PROMISE


@pytest.mark.parametrize(("language", "wider"), [("en", "ArrowRight"), ("ar", "ArrowLeft")])
def test_the_splitter_is_moved_by_mouse_and_keys_and_put_back(
    visit: Open, pages: dict[str, str], language: str, wider: str
) -> None:
    reader = visit(pages[language])
    frame = Tray(reader.page)
    bar, main = reader.page.get_by_role("separator"), reader.page.locator(".rw-workbench-main")
    before, width = frame.share(), main.bounding_box()["width"]  # type: ignore[index]
    bar.focus()
    bar.press(wider)
    assert frame.share() == before + 2
    assert main.bounding_box()["width"] > width  # type: ignore[index]
    box = bar.bounding_box()
    assert box is not None
    reader.page.mouse.move(box["x"] + 3, box["y"] + 99)
    reader.page.mouse.down()
    reader.page.mouse.move(683, box["y"] + 99, steps=3)
    reader.page.mouse.up()
    assert abs(frame.share() - 50) <= 1
    bar.dblclick()
    assert frame.share() == before
    bar.press("Home")
    assert frame.share() == 20


def test_the_reader_is_hidden_and_has_all_the_room(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    texts, views = reader.page.locator(".rw-workbench-reader"), reader.page.locator(".rw-workbench-main")
    reader.page.get_by_role("button", name="Views only").click()
    expect(texts).to_be_hidden()
    reader.page.get_by_role("button", name="Reader only").click()
    expect(views).to_be_hidden()
    assert texts.bounding_box()["width"] > 1300  # type: ignore[index]
    reader.page.get_by_role("button", name="Views and reader").click()
    expect(views).to_be_visible()
    expect(texts).to_be_visible()


def test_a_finding_brings_a_hidden_reader_back(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = Tray(reader.page)
    tray.pin_quote(0)
    tray.toggle()
    reader.page.get_by_role("button", name="Views only").click()
    reader.page.locator(".rw-finding-name").click()
    assert reader.highlighted() == PROMISE


@pytest.mark.parametrize("width", [1366, 1000, 900, 600, 450])
def test_nothing_is_cut_off_at_any_width(visit: Open, pages: dict[str, str], width: int) -> None:
    reader = visit(pages["en"], width=width)
    tray = Tray(reader.page)
    tray.pin_quote(0)
    tray.toggle()
    for name in (".rw-pin", ".rw-tray-open", ".rw-layout-reader", ".rw-finding-name", ".rw-tray-exports"):
        box = reader.page.locator(name).first.bounding_box()
        assert box is not None, name
        assert box["x"] >= 0, name
        assert box["x"] + box["width"] <= width, name
    expect(reader.page.locator(".rw-workbench-reader")).to_be_visible()
    over = "[...document.querySelectorAll('.rw-bar, .rw-tray-scroll')].some((e) => e.scrollWidth > e.clientWidth + 1)"
    assert reader.page.evaluate(over) is False


def test_keys_are_letters_where_one_writes(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = Tray(reader.page)
    reader.open_tab(2)
    reader.page.locator(".rw-finder input[type=search]").press_sequentially("tee")
    expect(tray.count).to_have_text("0")
    expect(reader.page.locator(".rw-tray")).to_have_count(0)
