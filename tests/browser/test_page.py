"""The stand-alone page: every figure leads to the words that it came from, without a kernel or a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.stories import DOUBT, ENGLISH, PROMISE, THREE_SHIPS
from tests.browser.visit import Visit

Open = Callable[..., Visit]


def test_a_node_leads_to_its_mentions_and_each_to_the_reader(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.only_names_with(4)
    reader.click_node("--rw-per")
    expect(reader.detail()).to_contain_text("سالم الورداني")
    expect(reader.page.locator(".rw-outlet-name")).to_contain_text(["صحيفة الضفة", "نشرة الساحل", "Harbour Post"])
    reader.click_mention(1)
    assert reader.highlighted() == "الورداني"
    assert reader.highlight_in_sight()


def test_a_tie_leads_to_the_sentences_that_name_both(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.only_names_with(4)
    reader.click_between("--rw-per", "--rw-loc")
    expect(reader.page.locator(".rw-detail-end")).to_have_count(2)
    expect(reader.detail()).to_contain_text("Sentences that name both")
    reader.click_mention(0)
    assert reader.highlight_in_sight()
    expect(reader.page.locator(".rw-detail-end")).to_have_count(2)


def test_the_list_does_without_a_mouse_what_the_picture_does(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    search = reader.page.locator(".rw-network-search")
    search.focus()
    search.press_sequentially("هنا")
    assert reader.names() == ["هناء الكيلاني"]
    search.press("Enter")
    expect(reader.page.locator(".rw-back")).to_be_focused()
    reader.page.locator(".rw-network .rw-snippet").first.press("Enter")
    assert reader.highlighted() == "هناء الكيلاني"
    reader.page.locator(".rw-back").press("Enter")
    expect(reader.page.locator(".rw-name").first).to_be_focused()


def test_types_and_outlets_narrow_the_network(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.page.get_by_role("button", name="Place", exact=True).click()
    assert "ميناء الواحة" not in reader.names()
    reader.open_filters()
    reader.page.locator(".rw-network-source").select_option("Harbour Post")
    assert reader.names() == ["سالم الورداني"]


def test_a_cell_leads_to_the_pairs_and_the_two_texts(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.open_tab(1)
    reader.cell(0, 1).click()
    expect(reader.page.locator(".rw-pair-open")).to_have_count(2)
    reader.page.locator(".rw-pair-open").first.click()
    assert reader.shared(0) == reader.shared(1) == {"1", "2"}
    reader.click_shared(0, 1)
    assert reader.shared_in_sight(0)
    assert reader.shared_in_sight(1)
    reader.page.locator(".rw-back").click()
    expect(reader.page.locator(".rw-pair-open")).to_have_count(2)


def test_the_matrix_is_walked_with_arrow_keys(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.open_tab(1)
    reader.switch("article")
    reader.cell(0, 1).focus()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    expect(reader.cell(2, 1)).to_be_focused()
    expect(reader.page.locator(".rw-heat-said")).to_contain_text("stands in")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".rw-compare-text")).to_have_count(2)
    assert THREE_SHIPS[:30] in reader.page.locator(".rw-compare-text mark").first.inner_text()
    reader.page.keyboard.press("Enter")
    expect(reader.cell(2, 1)).to_be_focused()


def test_quotes_are_found_by_word_speaker_and_outlet(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.open_tab(2)
    assert sorted(reader.quotes()) == sorted([PROMISE, DOUBT, ENGLISH])
    reader.search_quotes("أرقاماً")
    assert reader.quotes() == [DOUBT]
    reader.search_quotes("")
    reader.narrow_quotes("source", "Harbour Post")
    assert reader.quotes() == [ENGLISH]
    reader.page.get_by_role("button", name="Clear").first.click()
    reader.narrow_quotes("speaker", "e0")
    assert sorted(reader.quotes()) == sorted([PROMISE, ENGLISH])


def test_a_quote_opens_the_reader_at_its_words(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.open_tab(2)
    reader.search_quotes("figures")
    reader.open_quote(0)
    assert reader.highlighted() == ENGLISH
    assert reader.highlight_in_sight()
    assert reader.reader_title() == "Al-Waha port reopens"


def test_the_network_takes_the_colours_of_the_theme(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.only_names_with(4)
    light = reader.spot("--rw-per")
    reader.page.emulate_media(color_scheme="dark")
    assert reader.spot("--rw-per") == pytest.approx(light, abs=2)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [900, 1366])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_cut_off(
    visit: Open, pages: dict[str, str], tmp_path: Path, language: str, width: int, *, dark: bool
) -> None:
    reader = visit(pages[language], width=width, height=700, dark=dark)
    for tab in range(3):
        reader.open_tab(tab)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        outside = reader.page.evaluate(
            """(width) => [...document.querySelectorAll("button, select, input, h3, [role=tab]")]
              .filter((one) => one.offsetParent)
              .filter((one) => { const box = one.getBoundingClientRect(); return box.left < 0 || box.right > width; })
              .map((one) => one.outerHTML)""",
            width,
        )
        assert outside == []
        reader.picture(tmp_path / f"{tab}.png")
