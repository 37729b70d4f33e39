"""The spelling in which the views search: that of all language packs together."""

from __future__ import annotations

from functools import cache

from workbench.languages import packs

__all__ = ["fold_table", "folded"]


def folded(*texts: str) -> str:
    """Texts in the spelling that searches compare, joined by spaces."""
    return " ".join(texts).translate(_codes()).lower()


@cache
def fold_table() -> dict[str, str]:
    """Character to folded form, of all packs together: a query may be in any language."""
    return {chr(code): replacement for code, replacement in _codes().items()}


@cache
def _codes() -> dict[int, str]:
    table: dict[int, str] = {}
    for one in packs():
        for code, replacement in one.fold_table.items():
            table.setdefault(code, replacement)
    return table
