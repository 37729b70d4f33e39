"""The heatmap as its readers use it: orders, blocks, boilerplate apart, two texts that go together, many rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.stories import Story, article, entities_of, quotes_of
from tests.browser.versions import FOOTER, filler, versions
from tests.browser.visit import Visit
from workbench.app.page import page as write_page
from workbench.corpus import Corpus
from workbench.extractors.overlap import overlap

Open = Callable[..., Visit]
MANY = 60
"""Articles of the corpus that is drawn on a canvas."""


def written(story: Story, path: Path, language: str) -> str:
    results = {"entities": story.entities, "quotes": story.quotes, "overlap": story.overlap}
    return write_page(story.corpus, path, language=language, **results).as_uri()


def many() -> Story:
    """Sixty articles in which each even one has a paragraph of the one before."""
    own = [filler(number, 4) for number in range(MANY)]
    pages = [
        article(
            f"n{number:03}", f"Outlet {number % 5}", [f"Item {number}", *own[number], *own[number - number % 2][:2]]
        )
        for number in range(MANY)
    ]
    corpus = Corpus(pages)
    entities = entities_of(corpus, {})
    return Story(corpus, entities, quotes_of(corpus, entities, []), overlap(corpus))


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("heatmap")
    told = versions()
    return {
        "en": written(told, folder / "en.html", "en"),
        "ar": written(told, folder / "ar.html", "ar"),
        "many": written(many(), folder / "many.html", "en"),
        "many-ar": written(many(), folder / "many-ar.html", "ar"),
    }


def opened(visit: Open, address: str, by: str = "article", **size: object) -> Visit:
    reader = visit(address, **size)
    reader.open_tab(1)
    if by == "article":
        reader.switch("article")
    return reader


def line(reader: Visit, name: str) -> int:
    """The row of an article by its title or outlet."""
    heads = reader.page.get_by_role("rowheader").all_inner_texts()
    return next(at for at, text in enumerate(heads) if name in text)


def open_pair(reader: Visit) -> None:
    reader.cell(line(reader, "عودة ميناء"), line(reader, "الميناء يعود")).click()


def body(reader: Visit, side: int) -> Locator:
    return reader.page.locator(".rw-compare-body").nth(side)


def top(reader: Visit, side: int) -> float:
    return float(body(reader, side).evaluate("(one) => one.scrollTop"))


def test_rows_are_ordered_by_date_name_or_likeness(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    order = reader.page.get_by_label("Order of the rows")
    expect(reader.page.get_by_role("rowheader").first).to_contain_text("عودة ميناء")
    order.select_option("cluster")
    expect(order).to_be_focused()
    assert abs(line(reader, "عودة ميناء") - line(reader, "الميناء يعود")) == 1
    order.select_option("name")
    assert line(reader, "خبر رقم 0") < line(reader, "ثلاث سفن") < line(reader, "عودة ميناء")


def test_a_block_is_brushed_listed_and_let_go_of(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    first, last = (reader.cell(*at).bounding_box() for at in ((0, 0), (6, 6)))
    assert first
    assert last
    reader.page.mouse.move(first["x"] + 8, first["y"] + 8)
    reader.page.mouse.down()
    reader.page.mouse.move(last["x"] + 8, last["y"] + 8, steps=6)
    reader.page.mouse.up()
    block = reader.page.get_by_role("region", name="Chosen block")
    expect(block).to_contain_text("Outlets: 3")
    expect(reader.page.locator('.rw-cell[aria-selected="true"]')).to_have_count(49)
    expect(block.locator(".rw-pair-open").first).to_contain_text("وكالة المرسى")
    reader.page.keyboard.press("Escape")
    expect(block).to_have_count(0)


def test_a_block_is_brushed_with_shift_and_leads_to_a_pair_and_back(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    reader.cell(0, 0).focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        reader.page.keyboard.press(f"Shift+{key}")
    pairs = reader.page.locator(".rw-heat-block .rw-pair-open")
    expect(pairs.first).to_be_visible()
    pairs.first.press("Enter")
    expect(reader.page.locator(".rw-compare-text")).to_have_count(2)
    reader.page.keyboard.press("Escape")
    expect(reader.cell(1, 2)).to_have_attribute("aria-selected", "true")


def test_a_cell_says_the_share_and_who_was_first(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    reader.cell(line(reader, "عودة ميناء"), line(reader, "الميناء يعود")).hover()
    said = reader.page.locator(".rw-heat-said")
    expect(said).to_contain_text("stands in")
    expect(said).to_contain_text("was first, by date")


def test_boilerplate_is_a_layer_of_its_own(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    expect(reader.page.locator(".rw-repeated")).to_have_count(0)
    shares = reader.page.locator(".rw-cell .rw-number").all_inner_texts()
    reader.page.get_by_role("button", name="Boilerplate").click()
    listed = reader.page.get_by_role("region", name="Boilerplate")
    expect(listed).to_contain_text(FOOTER)
    expect(listed).to_contain_text("Articles: 4")
    expect(reader.page.locator(".rw-cell.rw-repeated")).to_have_count(12)
    assert reader.page.locator(".rw-cell .rw-number").all_inner_texts() == shares


def test_a_pair_shows_its_words_side_by_side_and_steps_by_keys(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    open_pair(reader)
    expect(body(reader, 0).locator(".rw-piece-changed").first).to_have_text("أسبوعين")
    expect(body(reader, 1).locator(".rw-piece-changed").first).to_have_text("شهرين")
    expect(body(reader, 1).locator(".rw-piece-added").first).to_have_text("أمس")
    expect(reader.page.locator(".rw-piece-legend")).to_contain_text("Changed")
    reader.page.keyboard.press("Alt+ArrowDown")
    assert reader.shared_in_sight(0)
    assert reader.shared_in_sight(1)
    expect(reader.page.locator(".rw-ribbon.rw-chosen")).to_have_count(1)


@pytest.mark.parametrize("width", [900, 1366])
def test_one_text_brings_the_other_along(visit: Open, addresses: dict[str, str], width: int) -> None:
    reader = opened(visit, addresses["ar"], width=width, height=640)
    open_pair(reader)
    before = [top(reader, side) for side in (0, 1)]
    box = body(reader, 0).bounding_box()
    assert box
    reader.page.mouse.move(box["x"] + 60, box["y"] + 60)
    reader.page.mouse.wheel(0, 220)
    reader.page.wait_for_function(
        "(y) => document.querySelectorAll('.rw-compare-body')[1].scrollTop > y", arg=before[1] + 40
    )
    reader.page.locator('[data-act="together"]').click()
    still = top(reader, 1)
    reader.page.mouse.move(box["x"] + 60, box["y"] + 60)
    reader.page.mouse.wheel(0, 200)
    reader.page.wait_for_timeout(200)
    assert top(reader, 1) == still


def test_the_bands_follow_the_texts(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    open_pair(reader)
    band = reader.page.locator(".rw-ribbon").first
    expect(band).to_be_visible()
    before = band.get_attribute("d")
    body(reader, 1).evaluate("(one) => one.scrollBy(0, 80)")
    expect(band).not_to_have_attribute("d", before or "")


def test_hundreds_of_rows_are_walked_found_and_zoomed(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["many"])
    grid = reader.page.get_by_role("grid")
    expect(grid).to_have_attribute("aria-rowcount", str(MANY + 1))
    find = reader.page.get_by_label("Find an outlet or an article")
    find.fill("Item 41")
    find.press("Enter")
    expect(reader.page.locator(".rw-heat-said")).to_contain_text("Item 41")
    expect(reader.page.locator(".rw-heat-said")).to_contain_text("Item 40")
    grid.get_by_role("gridcell").focus()
    reader.page.keyboard.press("Shift+ArrowDown")
    reader.page.get_by_role("button", name="Zoom to the block").click()
    grid.get_by_role("gridcell").focus()
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".rw-compare-text")).to_have_count(2)
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("gridcell")).to_be_focused()


def test_a_large_matrix_is_brushed_and_its_cells_are_clicked(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["many"])
    box = reader.page.locator(".rw-heat-map").bounding_box()
    assert box
    reader.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 60)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.8, steps=5)
    reader.page.mouse.up()
    expect(reader.page.locator(".rw-heat-block-facts")).to_contain_text("Pairs of articles")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator(".rw-heat-block")).to_have_count(0)


@pytest.mark.parametrize("zoomed", [False, True])
def test_a_large_matrix_is_mirrored_under_arabic_labels(
    visit: Open, addresses: dict[str, str], *, zoomed: bool
) -> None:
    reader = opened(visit, addresses["many-ar"])
    page, said = reader.page, reader.page.locator(".rw-heat-said")
    for _ in range(6 if zoomed else 0):
        page.get_by_role("button", name="تكبير", exact=True).click()
    cell = page.get_by_role("gridcell")
    cell.focus()
    for key in ["Home", *["ArrowDown"] * 3, *["ArrowLeft"] * 2]:
        page.keyboard.press(key)
    expect(cell).to_have_attribute("data-column", "2")
    told, box = said.inner_text(), cell.bounding_box()
    map_box = page.locator(".rw-heat-map").bounding_box()
    assert box
    assert map_box
    assert box["x"] > map_box["x"] + map_box["width"] / 2
    page.mouse.move(map_box["x"] + map_box["width"] - 20, box["y"])
    expect(said).not_to_have_text(told)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(said).to_have_text(told)
    page.mouse.down()
    page.mouse.move(box["x"] - 40, box["y"] + 40, steps=4)
    page.mouse.up()
    expect(page.locator(".rw-heat-block-facts")).to_contain_text("أزواج المقالات")
    page.keyboard.press("Escape")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".rw-compare-text")).to_have_count(2)


@pytest.mark.parametrize("dark", [False, True])
def test_the_numbers_can_be_read_on_their_cells(visit: Open, addresses: dict[str, str], *, dark: bool) -> None:
    reader = opened(visit, addresses["en"], dark=dark)
    contrasts = reader.page.locator(".rw-cell:has(.rw-number)").evaluate_all(
        """(cells) => {
          const light = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number)
            .map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0.05);
          return cells.map((cell) => {
            const style = getComputedStyle(cell);
            const [a, b] = [light(style.color), light(style.backgroundColor)].sort((x, y) => y - x);
            return a / b;
          });
        }"""
    )
    assert contrasts
    assert min(contrasts) >= 4.5
