"""The timeline: who published, quoted and copied when, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.timelines import OPENED, PROMISE, Times, voyage
from tests.browser.visit import Visit
from workbench.app.page import page as write_page

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def times(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The stand-alone page of the voyage by the language of its labels."""
    told = voyage()
    folder = tmp_path_factory.mktemp("times")
    results = {"entities": told.entities, "quotes": told.quotes, "overlap": told.overlap}
    paths = {language: folder / f"{language}.html" for language in ("ar", "en")}
    return {name: write_page(told.corpus, path, language=name, **results).as_uri() for name, path in paths.items()}


@pytest.mark.parametrize(("language", "sign"), [("en", 1), ("ar", -1)])
def test_time_runs_as_the_labels_are_read(visit: Open, times: dict[str, str], language: str, sign: int) -> None:
    line = Times(visit(times[language]))
    earlier, later = line.spot("wire"), line.spot("copy")
    assert (later[0] - earlier[0]) * sign > 20
    assert later[1] > earlier[1]


def test_lanes_stand_in_the_order_of_who_published_first(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    names = line.page.locator(".rw-tl-head .rw-tl-outlet").all_inner_texts()
    assert names == ["وكالة الضفة", "صحيفة التلال", "صحيفة الساحل", "نشرة المرفأ", "No date on the page"]


def test_an_article_tells_its_outlet_title_time_and_whom_it_shares_text_with(
    visit: Open, times: dict[str, str]
) -> None:
    line = Times(visit(times["en"]))
    name = line.go("copy").get_attribute("aria-label") or ""
    for part in ("صحيفة الساحل", "الميناء يعود", "February 13, 2025 09:00", "وكالة الضفة"):
        assert part in name
    assert "00:00" not in (line.go("day").get_attribute("aria-label") or "")
    assert "No date" in (line.go("bare").get_attribute("aria-label") or "")


def test_a_click_on_a_point_opens_its_article_and_escape_lets_go(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    line.click("said")
    expect(line.sheet()).to_contain_text("وعد الورداني")
    assert line.visit.reader_title() == "وعد الورداني"
    line.here.focus()
    line.page.keyboard.press("Escape")
    expect(line.sheet()).to_have_count(0)


def test_many_articles_of_one_minute_open_as_a_list_and_the_way_back(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    line.click("n3")
    expect(line.sheet().get_by_role("heading")).to_contain_text("12")
    line.sheet().locator(".rw-tl-row").nth(4).click()
    assert line.visit.reader_title().endswith("4")
    line.sheet().get_by_role("button", name="Back").click()
    expect(line.sheet().locator(".rw-tl-row")).to_have_count(12)


def test_an_arrow_leads_to_the_shared_words(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    arrow = line.page.get_by_role("option", name="صحيفة الساحل (الميناء يعود)").and_(
        line.page.locator(".rw-tl-arrow:not(.rw-printed)")
    )
    expect(arrow).to_have_count(1)
    arrow.focus()
    line.page.keyboard.press("Enter")
    expect(line.sheet()).to_contain_text("Shared words")
    line.sheet().locator(".rw-snippet").first.click()
    assert line.visit.highlighted() in OPENED
    assert line.visit.highlight_in_sight()


def test_a_statement_is_followed_from_who_had_it_first(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    line.page.get_by_label("Statement").select_option("l1")
    expect(line.sheet()).to_contain_text("First published by")
    assert line.page.locator(".rw-tl-way .rw-source").all_inner_texts() == ["وكالة الضفة", "صحيفة التلال"]
    assert line.page.locator(".rw-tl-rank").all_inner_texts() == ["1", "2"]
    line.page.locator(".rw-tl-way button").nth(1).click()
    assert line.visit.highlighted() == PROMISE


def test_the_period_is_zoomed_brushed_dragged_and_whole_again(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    words = line.page.locator(".rw-tl-said strong")
    line.page.get_by_role("button", name="Fit").click()
    whole = line.period()
    line.zoom_wheel(-300)
    expect(words).not_to_have_text(whole)
    line.page.get_by_role("button", name="Fit").click()
    expect(words).to_have_text(whole)
    line.drag(".rw-tl-axis", 0.3, 0.6)
    expect(words).not_to_have_text(whole)
    brushed = line.period()
    line.drag(".rw-tl-field", 0.6, 0.4)
    expect(words).not_to_have_text(brushed)
    line.here.press("0")
    expect(words).to_have_text(whole)
    line.drag(".rw-tl-overview", 0.5, 0.9)
    expect(words).not_to_have_text(whole)
    for _ in range(8):  # as often as the window dragged may be narrow
        line.page.locator(".rw-tl-window").press("-")
    expect(words).to_have_text(whole)


def test_titles_outlets_and_layers_narrow_what_is_shown(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    line.page.get_by_label("Search titles").fill("الميناء")
    assert line.go("copy").get_attribute("aria-setsize") == "2"
    line.page.get_by_label("Search titles").fill("")
    line.page.locator('[data-source="نشرة المرفأ"] input').click()
    assert line.go("wire").get_attribute("aria-setsize") == "5"
    line.page.get_by_label("Shared text", exact=True).uncheck()
    expect(line.page.locator(".rw-tl-arrow:visible")).to_have_count(0)


def test_what_another_view_selects_is_shown_with_its_evidence(visit: Open, times: dict[str, str]) -> None:
    line = Times(visit(times["en"]))
    line.visit.open_tab(0)
    line.visit.choose_name("سالم الورداني")
    line.page.get_by_role("tab").last.click()
    expect(line.sheet().get_by_role("heading")).to_have_text("سالم الورداني")
    expect(line.sheet().locator(".rw-snippet").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [900, 1366])
def test_nothing_is_cut_off(visit: Open, times: dict[str, str], tmp_path: Path, language: str, width: int) -> None:
    line = Times(visit(times[language], width=width, height=700))
    for step in ("wide", "open"):
        assert line.page.evaluate("document.documentElement.scrollWidth") <= width
        outside = line.page.evaluate(
            """(width) => [...document.querySelectorAll(".rw-timeline :is(button, select, input, h3)")]
              .filter((one) => one.offsetParent)
              .filter((one) => { const box = one.getBoundingClientRect(); return box.left < 0 || box.right > width; })
              .map((one) => one.outerHTML)""",
            width,
        )
        assert outside == []
        line.visit.picture(tmp_path / f"{step}.png")
        line.click("wire")
