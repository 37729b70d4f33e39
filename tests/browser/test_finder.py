"""The quote finder: searching, comparing wordings, citing; and judging in JupyterLab, into the file of the API."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.finding import CUT, ENGLISH, FULL, WORKERS, Finder, water
from tests.browser.visit import Visit
from workbench.app.page import page as write_page
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes.judgingjournal import read_judgements

Open = Callable[..., Visit]

MAKE = """import workbench as wb
from tests.browser.desk import Desk
from tests.browser.finding import water
made = water()
made.corpus.save("kept")
corpus = wb.open("kept")
entities = wb.entities(corpus)
quotes = wb.quotes(corpus, entities)
len(quotes)"""
SLOW = 60_000  # milliseconds that a kernel may take on a busy machine
SHOW = 'wb.QuoteFinder(quotes, language="en", height=620)'


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    quotes = water()
    path = tmp_path_factory.mktemp("finder") / "water.html"
    write_page(
        quotes.corpus, path, entities=quotes.entities, quotes=quotes, overlap=overlap(quotes.corpus), language="en"
    )
    return path.as_uri()


def opened(visit: Open, address: str, **options: int) -> Finder:
    reader = visit(address, **options)
    reader.open_tab(2)
    return Finder(reader)


def test_particles_do_not_hide_a_word(visit: Open, address: str) -> None:
    finder = opened(visit, address)
    finder.visit.search_quotes("والمدينة")
    assert finder.texts() == [FULL, CUT]
    finder.visit.search_quotes("ولِلأُسبوع")
    assert finder.texts() == [FULL, CUT]
    assert finder.page.locator(".rw-hit").first.inner_text() == "أسبوع"


def test_facets_count_under_one_another_and_chips_take_them_away(visit: Open, address: str) -> None:
    finder = opened(visit, address, width=900)
    finder.visit.narrow_quotes("source", "نشرة الساحل")
    finder.visit.narrow_quotes("speaker", "e1")
    assert finder.texts() == [WORKERS]
    finder.visit.narrow_quotes("speaker", "e0")
    assert sorted(finder.texts()) == sorted([CUT, WORKERS])
    finder.page.locator(".rw-filter-chip", has_text="Outlet").click()
    assert len(finder.texts()) == 4
    finder.page.get_by_role("button", name="Clear all").click()
    expect(finder.page.locator(".rw-filter-chip")).to_have_count(0)


def test_a_statement_shows_who_cut_what_and_who_is_silent(visit: Open, address: str) -> None:
    finder = opened(visit, address)
    finder.mode("statements")
    card = finder.page.locator(".rw-statement").filter(has_text="أحياء").first
    expect(card.locator(".rw-quote-first")).to_contain_text("published before the others")
    assert [cut.strip() for cut in card.locator("del").all_inner_texts()] == ["كلها", "القادم"]
    assert "line-through" in card.locator("del").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    expect(card.locator(".rw-silent")).to_contain_text("منبر الجبل")
    card.locator(".rw-wording").filter(has_text="نشرة الساحل").click()
    assert finder.visit.highlighted() == CUT
    card.locator(".rw-silent button").first.click()
    assert finder.visit.highlighted() == "سميرة الشماخ"


def test_a_quotation_is_copied_by_a_key(visit: Open, address: str) -> None:
    finder = opened(visit, address)
    finder.focus(1)
    finder.page.keyboard.press("y")
    expect(finder.said()).to_have_text("Copied.")
    expect(finder.rows.nth(1)).to_be_focused()
    finder.page.keyboard.press("?")
    expect(finder.page.locator(".rw-finder-help")).to_be_visible()
    expect(finder.page.locator(".rw-act-accept")).to_have_count(0)


def test_what_the_rules_left_out_leads_to_its_words(visit: Open, address: str) -> None:
    finder = opened(visit, address)
    finder.mode("rejected")
    finder.rows.first.click()
    assert finder.visit.highlighted() == "عودة المياه"


def test_judgements_by_keys_are_those_of_the_file(desk: Desk) -> None:
    finder = Finder(desk.run("judging.ipynb", [MAKE, SHOW], height=900))
    expect(finder.rows.first).to_be_visible(timeout=SLOW)
    before = finder.texts()
    assert FULL in before
    finder.judge_as("ليلى")
    finder.focus(0)
    finder.page.keyboard.press("a")
    expect(finder.said()).to_have_text("Accepted.", timeout=SLOW)
    expect(finder.page.locator(".rw-verdict-accepted")).to_have_count(1, timeout=SLOW)
    expect(finder.rows.first).to_be_focused(timeout=SLOW)
    finder.page.keyboard.press("j")
    finder.page.keyboard.press("r")
    finder.page.keyboard.type("not said")
    finder.page.keyboard.press("Enter")
    expect(finder.rows).to_have_count(len(before) - 1, timeout=SLOW)
    expect(finder.rows.nth(1)).to_be_focused(timeout=SLOW)
    rows = read_judgements(desk.lab.folder / "kept")
    assert [(row.verdict, row.coder, row.reason) for row in rows] == [
        ("accepted", "ليلى", ""),
        ("rejected", "ليلى", "not said"),
    ]
    finder.page.keyboard.press("u")
    expect(finder.rows).to_have_count(len(before), timeout=SLOW)
    finder.page.keyboard.press("z")
    expect(finder.rows).to_have_count(len(before) - 1, timeout=SLOW)
    finder.mode("rejected")
    finder.page.locator(".rw-virtual li").filter(has_text="not said").locator(".rw-act-accept").click()
    expect(finder.said()).to_have_text("Accepted.", timeout=SLOW)
    finder.mode("quotes")
    expect(finder.rows).to_have_count(len(before), timeout=SLOW)
    assert read_judgements(desk.lab.folder / "kept")[-1].verdict == "accepted"


def test_a_span_is_corrected_word_by_word(desk: Desk) -> None:
    finder = Finder(desk.run("correcting.ipynb", [MAKE.replace("kept", "mended"), SHOW], height=900))
    expect(finder.rows.first).to_be_visible(timeout=SLOW)
    finder.visit.search_quotes("Water")
    finder.focus(0)
    finder.page.keyboard.press("c")
    words = finder.page.locator(".rw-word")
    expect(words.filter(has_text="Water").last).to_be_focused(timeout=SLOW)
    words.filter(has_text="Water").last.click()
    words.filter(has_text="districts").click()
    finder.page.locator(".rw-correction select").nth(2).select_option("endorsing")
    finder.page.locator(".rw-save").click()
    expect(finder.page.locator(".rw-verdict-corrected")).to_have_count(1, timeout=SLOW)
    shorter = ENGLISH.split(" before")[0]
    assert finder.texts() == [shorter]
    row = read_judgements(desk.lab.folder / "mended")[-1]
    assert (row.verdict, row.text, row.stance) == ("corrected", shorter, "endorsing")
