"""Riwaya: see how different outlets tell one story. ``import workbench as wb``.

Every public name is loaded when it is first used, so that the import itself is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.corpus import Article, Block, Corpus
    from workbench.errors import WorkbenchError

__version__ = "0.1.0"

HOMES = {
    "Article": "workbench.corpus",
    "Block": "workbench.corpus",
    "Corpus": "workbench.corpus",
    "WorkbenchError": "workbench.errors",
}

__all__ = ["Article", "Block", "Corpus", "WorkbenchError"]


def __getattr__(name: str) -> object:
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'workbench' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
