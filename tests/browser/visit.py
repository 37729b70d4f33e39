"""What a user does with the views, act by act, and what a user then sees."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PIXELS = """([selector, property]) => {
  const root = document.querySelector(selector);
  const canvas = root.querySelector(".rw-stage canvas");
  const probe = document.createElement("span");
  probe.style.color = `var(${property})`;
  root.append(probe);
  const colour = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
  probe.remove();
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  let [count, x, y] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (colour.every((value, part) => Math.abs(value - data[at + part]) < 3) && data[at + 3] > 250) {
      count += 1;
      x += (at / 4) % width;
      y += Math.floor(at / 4 / width);
    }
  }
  const box = canvas.getBoundingClientRect();
  const ratio = width / box.width;
  return { count, x: box.x + x / count / ratio, y: box.y + y / count / ratio };
}"""


class Visit:
    """A page with views on it, labelled in English unless told; what left this machine and what failed is noted."""

    def __init__(self, page: Page, root: str = ".rw-root:has(.rw-stage, .rw-pane)") -> None:
        self.page = page
        self.root = root
        self.outside: list[str] = []
        self.failures: list[str] = []

    @property
    def clean(self) -> bool:
        """Nothing was asked of another machine, nothing failed, no dialog opened, no foreign script ran."""
        assert self.outside == []
        assert self.failures == []
        assert self.page.evaluate("window.pwned") is None
        return True

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=path)
        assert path.stat().st_size > 0

    # Any view

    def open_tab(self, number: int) -> None:
        self.page.locator(".rw-root").get_by_role("tab").nth(number).click()

    def highlighted(self) -> str:
        """The words that stand out in the reader."""
        marks = self.page.locator(".rw-page :is(.rw-selected, .rw-selected-span)")
        expect(marks.first).to_be_visible()
        return "".join(marks.all_inner_texts())

    def highlight_in_sight(self) -> bool:
        marks = self.page.locator(".rw-page :is(.rw-selected, .rw-selected-span)")
        expect(marks.first).to_be_in_viewport()
        return True

    def reader_title(self) -> str:
        return self.page.locator(".rw-page h3").inner_text()

    # The network

    def spot(self, colour: str) -> tuple[float, float]:
        """The middle of all that the picture shows in the colour of a type, as ``--rw-per``."""
        self.page.wait_for_function(f"(given) => ({PIXELS})(given).count > 20", arg=[self.root, colour])
        found = self.page.evaluate(PIXELS, [self.root, colour])
        return found["x"], found["y"]

    def click_node(self, colour: str) -> None:
        self.page.mouse.click(*self.spot(colour))

    def click_between(self, one: str, other: str) -> None:
        (x, y), (a, b) = self.spot(one), self.spot(other)
        self.page.mouse.click((x + a) / 2, (y + b) / 2)

    def open_filters(self) -> None:
        """Folds the filters out where they are not."""
        button = self.page.locator(".rw-network-open")
        if button.get_attribute("aria-expanded") == "false":
            button.click()

    def only_names_with(self, mentions: int) -> None:
        """Moves the slider of least mentions by keyboard."""
        self.open_filters()
        slider = self.page.locator(".rw-network-minimum")
        slider.focus()
        slider.press("Home")
        for _ in range(mentions - 1):
            slider.press("ArrowUp")

    def names(self) -> list[str]:
        return self.page.locator(".rw-name .rw-name-text").all_text_contents()  # also of those out of sight

    def choose_name(self, name: str) -> None:
        self.page.locator(".rw-name").filter(has_text=name).first.click()

    def detail(self) -> Locator:
        return self.page.locator(".rw-detail")

    def click_mention(self, number: int) -> None:
        self.page.locator(".rw-network .rw-snippet").nth(number).click()

    # The heatmap

    def cell(self, row: int, column: int) -> Locator:
        return self.page.locator(f'[data-row="{row}"][data-column="{column}"]')

    def switch(self, by: str) -> None:
        self.page.locator(f'[data-by="{by}"]').click()

    def shared(self, side: int) -> set[str]:
        """The numbers of the shared passages marked in one of the two texts."""
        return set(self.page.locator(".rw-compare-text").nth(side).locator("mark .rw-shared-number").all_inner_texts())

    def click_shared(self, side: int, number: int) -> None:
        text = self.page.locator(".rw-compare-text").nth(side)
        text.locator("mark").filter(has_text=re.compile(f"^{number}")).first.click()

    def shared_in_sight(self, side: int) -> bool:
        """Whether the chosen passage can be seen in a text."""
        mark = self.page.locator(".rw-compare-text").nth(side).locator("mark.rw-chosen").first
        expect(mark).to_be_in_viewport()
        return True

    # The quotes

    def search_quotes(self, words: str) -> None:
        self.page.locator(".rw-finder input[type=search]").fill(words)

    def narrow_quotes(self, facet: str, value: str) -> None:
        """Ticks a value of a facet, as ``speaker``; the facets are unfolded where they are not."""
        unfold = self.page.locator(".rw-unfold")
        if unfold.get_attribute("aria-expanded") != "true":
            unfold.click()
        self.page.locator(f'.rw-facet[data-facet="{facet}"] input[value="{value}"]').check()

    def quotes(self) -> list[str]:
        return self.page.locator(".rw-quote-row .rw-layer-quote").all_inner_texts()

    def open_quote(self, number: int) -> None:
        self.page.locator(".rw-quote-row").nth(number).click()
