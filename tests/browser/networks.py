"""What a user does with the network beyond choosing names: comparing, filtering, putting names right."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit

POINT = """async ([text]) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const name = [...document.querySelectorAll(".rw-panel-name")].findIndex((one) => one.textContent === text);
  return document.querySelectorAll(".rw-panel .rw-stage canvas")[name].toDataURL();
}"""


class Network:
    """The entity network on a visited page."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page = visit.page
        self.root = visit.page.locator(".rw-network")

    def show(self, mode: str) -> None:
        self.root.locator(f'.rw-segment[data-key="{mode}"]').first.click()

    def slide(self, name: str, step: int) -> None:
        """Moves a slider among the filters to a position, counted from its least, by keyboard."""
        self.visit.open_filters()
        slider = self.root.locator(f".rw-network-{name}")
        slider.focus()
        slider.press("Home")
        for _ in range(step):
            slider.press("ArrowUp")

    def figures(self) -> tuple[int, int]:
        """How many names and ties the first picture says that it shows."""
        said = self.root.locator(".rw-stage").first.get_attribute("aria-label") or ""
        names, ties = re.findall(r"\d+", said.rpartition(": Names")[2] or said)[-2:]
        return int(names), int(ties)

    def panels(self) -> Locator:
        return self.root.locator(".rw-panel-name")

    def picture_of(self, outlet: str) -> str:
        """What the panel of an outlet shows, as an image in text, when vis-network draws it."""
        expect(self.root.locator(".rw-stage .vis-network")).to_have_count(self.root.locator(".rw-stage").count())
        drawn: str = self.page.evaluate(POINT, [outlet])
        return drawn

    def groups(self) -> dict[str, int]:
        """The counts that the legend of a difference gives."""
        said = {only: self.root.locator(f'[data-only="{only}"] .rw-number').inner_text() for only in ("a", "b", "both")}
        return {only: int(count.replace(",", "")) for only, count in said.items()}

    def listed(self, only: str) -> list[str]:
        return self.root.locator(f'[data-group="{only}"] .rw-name-text').all_inner_texts()

    def correct(self) -> None:
        """Folds the corrections of the chosen name out."""
        details = self.root.locator(".rw-correct")
        if details.get_attribute("open") is None:
            details.locator("summary").press("Enter")
        expect(details.locator(".rw-correct-name")).to_be_visible()
