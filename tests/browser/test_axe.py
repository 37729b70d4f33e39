"""Every tab of the stand-alone page and what opens in it, as axe-core sees it: in both themes and languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.axe import grave, told
from tests.browser.visit import Visit

Open = Callable[..., Visit]

DETAILS = (".rw-name", "[data-row='0'][data-column='1']", ".rw-pair-open", ".rw-quote-row", ".rw-snippet")
"""What opens something when it is clicked: a name, a cell, a pair of articles, a quotation, a sentence of evidence."""


def findings(reader: Visit, where: str) -> list[str]:
    found = grave(reader.page)
    return [f"{where}:\n{told(found)}"] if found else []


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_serious_stands_in_the_way(visit: Open, pages: dict[str, str], language: str, *, dark: bool) -> None:
    reader = visit(pages[language], dark=dark)
    tabs = reader.page.locator(".rw-root").get_by_role("tab")
    tabs.first.wait_for()
    found: list[str] = []
    opened: list[str] = []
    for number in range(tabs.count()):
        tab = tabs.nth(number)
        tab.click()
        found += findings(reader, tab.inner_text())
        for detail in DETAILS:
            one = reader.page.locator(f":is([role=tabpanel], .rw-workbench-main) {detail}:visible").first
            if one.count():
                one.click()
                opened.append(detail)
                found += findings(reader, f"{tab.inner_text()}, {detail} chosen")
    assert len(set(opened)) >= 3, f"only {opened} opened"
    assert not found, "\n".join(found)


def test_the_checker_sees_what_is_wrong(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    reader.page.get_by_role("tab").first.wait_for()
    reader.page.evaluate(
        """() => {
          const pale = document.querySelector("h1");
          pale.style.cssText = "color: #ccc; background: #fff";
          document.querySelector("main").append(document.createElement("button"));
        }"""
    )
    found = {finding["id"] for finding in grave(reader.page)}
    assert {"color-contrast", "button-name"} <= found
