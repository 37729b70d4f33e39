"""From a click in one view, over a callback in the kernel, to the change of a view on another corpus: in JupyterLab."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.lab import running

CELL = """import workbench as wb
from tests.benchmarks.views_story import story_of
from workbench.widgets.records import EMPTY_SELECTION
one, other = story_of(20), story_of(21)
network, finder = wb.EntityNetwork(one.entities, height=500), wb.QuoteFinder(other.quotes, height=400)
number = 0

def answer(change):
    global number
    number += 1
    quote = other.quotes.table["quote"][number % 7]
    finder.selected = {**EMPTY_SELECTION, "quote": quote, "article": other.quotes.table["article"][number % 7]}

network.observe(answer, "selected")
display(network)
display(finder)"""

ROUND = """async (number) => {
  const [from, to] = document.querySelectorAll(".jp-OutputArea-output .rw-root.rw-pane");
  const name = from.querySelectorAll(".rw-name")[number];
  let begun = 0;
  const done = new Promise((resolve) => {
    const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now()); });
    observer.observe(to, { subtree: true, childList: true, attributes: true });
  });
  begun = performance.now();
  name.click();
  return (await done) - begun;
}"""
BACK = """() => document.querySelector(".jp-OutputArea-output .rw-network .rw-back").click()"""
PAUSE = 400
"""Milliseconds after which the kernel has answered, and both views are quiet."""


def through_python(browser: Any, runs: int) -> float:
    """Milliseconds from a click to the change that only Python can have made: the median."""
    from tests.browser.test_lab import run_all

    with tempfile.TemporaryDirectory() as home, running(Path(home)) as lab:
        context = browser.new_context(viewport={"width": 1366, "height": 1400})
        context.set_default_timeout(120_000)
        page = context.new_page()
        page.goto(lab.notebook("link.ipynb", [CELL]))
        run_all(page)
        page.locator(".rw-root.rw-pane").nth(1).wait_for()
        page.wait_for_timeout(2000)  # both have drawn, and the kernel is idle
        found = []
        for number in range(runs + 1):
            found.append(page.evaluate(ROUND, number))
            page.wait_for_timeout(PAUSE)
            page.evaluate(BACK)  # from what stands behind a name to the list of all
            page.wait_for_timeout(PAUSE)
        context.close()
    return median(found[1:])  # the first goes through code that was never run
