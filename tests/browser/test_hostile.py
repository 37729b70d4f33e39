"""Markup, scripts and script addresses out of pages are shown as the text they are, in every view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.stories import ADDRESS, HOSTILE, IMAGE, SCRIPT
from tests.browser.visit import Visit


@pytest.fixture
def hostile(visit: Callable[..., Visit], pages: dict[str, str]) -> Visit:
    return visit(pages["hostile"])


def nothing_became_markup(reader: Visit) -> bool:
    page = reader.page
    assert page.locator("img").count() == 0
    assert page.locator("body script").count() == 3  # the labels, the story and the views, as written by the page
    assert page.locator("[onerror]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    return reader.clean


def test_in_the_network(hostile: Visit) -> None:
    assert set(hostile.names()) == set(HOSTILE)
    for name in HOSTILE:
        hostile.choose_name(name)
        expect(hostile.detail()).to_contain_text(name)
        assert nothing_became_markup(hostile)
        hostile.page.locator(".rw-network .rw-back").click()


def test_in_the_reader(hostile: Visit) -> None:
    hostile.choose_name(IMAGE)
    hostile.click_mention(0)
    assert hostile.highlighted() == IMAGE
    page = hostile.page.locator(".rw-page")
    expect(page).to_contain_text(SCRIPT)
    expect(page).to_contain_text(ADDRESS)
    expect(page.locator("a")).to_have_count(0)
    assert nothing_became_markup(hostile)


def test_in_the_heatmap(hostile: Visit) -> None:
    hostile.open_tab(1)
    hostile.switch("article")
    expect(hostile.page.locator(".rw-heat-rows")).to_contain_text(IMAGE)
    hostile.cell(0, 1).hover()
    expect(hostile.page.locator(".rw-heat-said")).to_contain_text(SCRIPT)
    hostile.cell(0, 1).click()
    texts = hostile.page.locator(".rw-compare-texts")
    for mark in HOSTILE:
        expect(texts).to_contain_text(mark)
    hostile.click_shared(0, 1)
    assert nothing_became_markup(hostile)


def test_in_the_quotes(hostile: Visit) -> None:
    hostile.open_tab(2)
    rows = hostile.page.locator(".rw-quote-list")
    for mark in HOSTILE:
        expect(rows).to_contain_text(mark)
    hostile.search_quotes("<img")
    assert len(hostile.quotes()) > 0
    hostile.open_quote(0)
    assert SCRIPT in hostile.highlighted()
    assert nothing_became_markup(hostile)


def test_a_request_to_another_machine_is_blocked_and_noted(visit: Callable[..., Visit]) -> None:
    reader = visit("about:blank")
    reader.page.set_content('<img src="http://elsewhere.example/pixel.png">')
    assert reader.outside == ["http://elsewhere.example/pixel.png"]
    with pytest.raises(AssertionError):
        assert reader.clean
    reader.outside.clear()
