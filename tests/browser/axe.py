"""axe-core in a page: what a checker of accessibility finds on what is now shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

SCRIPT = Path(__file__).parents[2] / "widgets" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")

RUN = """async (root) => {
  const { violations } = await axe.run(root, { resultTypes: ["violations"] });
  return violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help,
    nodes: nodes.map(({ target, any }) => ({ target: target.join(" "), why: any.map((one) => one.message) })),
  }));
}"""


def load(page: Page | Frame) -> None:
    """Put axe into the page; skips where it is not installed."""
    if not SCRIPT.exists():
        pytest.skip("axe-core is not there: run `npm ci` in widgets/")
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))


def grave(page: Page | Frame, root: str = "document") -> list[dict[str, Any]]:
    """The serious and critical findings on what is shown now: the rule, and for each element what is wrong with it."""
    load(page)
    found = page.evaluate(f"() => ({RUN})({root})")
    return [finding for finding in found if finding["impact"] in GRAVE]


def told(findings: list[dict[str, Any]]) -> str:
    """Findings as lines to read."""
    lines = []
    for finding in findings:
        lines.append(f"{finding['impact']} {finding['id']}: {finding['help']}")
        lines += [f"    {node['target']}: {'; '.join(node['why'])[:200]}" for node in finding["nodes"][:6]]
    return "\n".join(lines)
