"""What readers by keyboard or by ear need and the theme leaves out."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

__all__ = ["setup"]

MISSING = {
    "body": ("<pre>", '<pre tabindex="0">'),  # what scrolls can be scrolled by keys
    "furo_navigation_tree": ('role="heading"', 'role="heading" aria-level="2"'),
}


def _completed(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    for name, (found, better) in MISSING.items():
        if name in context:
            context[name] = context[name].replace(found, better)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx; the theme has to have spoken before."""
    app.connect("html-page-context", _completed, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
