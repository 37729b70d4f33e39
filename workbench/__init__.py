"""Riwaya: see how different outlets tell one story. ``import workbench as wb``.

Every public name is loaded when it is first used, so that the import itself is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench import figures, samples
    from workbench.app.exports import export
    from workbench.app.page import page
    from workbench.app.preview import preview
    from workbench.corpus import Article, Block, Corpus
    from workbench.corpus.saved import open  # noqa: A004 - always written wb.open
    from workbench.errors import WorkbenchError
    from workbench.extractors.entities import entities
    from workbench.extractors.entities.tagging import taggers
    from workbench.extractors.overlap import overlap
    from workbench.extractors.quotes import quotes
    from workbench.loaders import load
    from workbench.widgets.heatmap import OverlapHeatmap
    from workbench.widgets.language import language
    from workbench.widgets.network import EntityNetwork
    from workbench.widgets.quotes import QuoteFinder
    from workbench.widgets.reader import Reader
    from workbench.widgets.timeline import Timeline
    from workbench.widgets.workbench import Workbench

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "Corpus",
    "EntityNetwork",
    "OverlapHeatmap",
    "QuoteFinder",
    "Reader",
    "Timeline",
    "Workbench",
    "WorkbenchError",
    "entities",
    "export",
    "figures",
    "language",
    "load",
    "open",
    "overlap",
    "page",
    "preview",
    "quotes",
    "samples",
    "taggers",
]

HOMES = {
    "Article": "workbench.corpus",
    "Block": "workbench.corpus",
    "Corpus": "workbench.corpus",
    "EntityNetwork": "workbench.widgets.network",
    "OverlapHeatmap": "workbench.widgets.heatmap",
    "QuoteFinder": "workbench.widgets.quotes",
    "Reader": "workbench.widgets.reader",
    "Timeline": "workbench.widgets.timeline",
    "Workbench": "workbench.widgets.workbench",
    "WorkbenchError": "workbench.errors",
    "entities": "workbench.extractors.entities",
    "export": "workbench.app.exports",
    "language": "workbench.widgets.language",
    "load": "workbench.loaders",
    "open": "workbench.corpus.saved",
    "overlap": "workbench.extractors.overlap",
    "page": "workbench.app.page",
    "preview": "workbench.app.preview",
    "quotes": "workbench.extractors.quotes",
    "taggers": "workbench.extractors.entities.tagging",
}
ROOMS = frozenset({"figures", "samples"})


def __getattr__(name: str) -> object:
    if name in ROOMS:
        return import_module(f"workbench.{name}")
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'workbench' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
