"""What a user does with the evidence tray and the frame of the workbench."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

__all__ = ["Tray"]


class Tray:
    """The tray of a workbench on a page, and the bar above the views."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def pin(self, said: str) -> None:
        """Presses the button, and is told that in these words."""
        self.page.locator(".rw-pin").click()
        self.told(said)

    def told(self, said: str) -> None:
        expect(self.page.locator(".rw-said")).to_contain_text(said)

    def pin_quote(self, number: int) -> None:
        self.page.locator(".rw-root").get_by_role("tab").nth(2).click()
        self.page.locator(".rw-quote-row").nth(number).click()
        self.page.keyboard.press("e")

    def toggle(self) -> None:
        self.page.locator(".rw-tray-open").click()

    @property
    def count(self) -> Locator:
        return self.page.locator(".rw-tray-count")

    def findings(self) -> Locator:
        return self.page.locator(".rw-finding")

    def names(self) -> list[str]:
        return self.page.locator(".rw-finding-name").all_inner_texts()

    def note(self, number: int) -> Locator:
        return self.page.locator(".rw-finding-note").nth(number)

    def saved(self, kind: str, folder: Path) -> Path:
        """What a button saves, as a file."""
        with self.page.expect_download() as download:
            self.page.locator(".rw-tray-exports").get_by_role("button", name=kind, exact=True).click()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def drag(self, item: int, onto: int) -> None:
        """Takes a finding by its grip to the upper half of another one."""
        grip = self.page.locator(".rw-finding-grip").nth(item).bounding_box()
        target = self.findings().nth(onto).bounding_box()
        assert grip is not None
        assert target is not None
        self.page.mouse.move(grip["x"] + 4, grip["y"] + 8)
        self.page.mouse.down()
        self.page.mouse.move(target["x"] + 40, target["y"] + 12, steps=4)
        self.page.mouse.up()

    def crumbs(self) -> list[str]:
        return self.page.locator(".rw-crumb bdi").all_inner_texts()

    def share(self) -> int:
        """The percentage of the room that the views have beside the reader."""
        return int(self.page.get_by_role("separator").get_attribute("aria-valuenow") or 0)
