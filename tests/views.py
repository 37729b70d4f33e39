"""Every view that the package offers, made by name: what is added to ``import workbench as wb`` is here by itself."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import workbench as wb
from workbench.corpus import Corpus
from workbench.widgets.base import View

__all__ = ["found_in", "made", "view_names"]


def view_names() -> list[str]:
    """The public names of the views, the workbench last."""
    public = {name: getattr(wb, name) for name in wb.__all__}
    views = [name for name, value in public.items() if inspect.isclass(value) and issubclass(value, View)]
    return sorted(views, key=lambda name: (name == "Workbench", name))


def found_in(corpus: Corpus) -> dict[str, Any]:
    """The corpus and all that the extractors find in it, by the names of parameters."""
    entities = wb.entities(corpus)
    results = {"entities": entities, "quotes": wb.quotes(corpus, entities), "overlap": wb.overlap(corpus)}
    return {"corpus": corpus, **results}


def made(name: str, found: Mapping[str, Any], **options: Any) -> View:
    """A view by its public name, given whatever it takes of a corpus and its results."""
    maker = getattr(wb, name)
    taken = inspect.signature(maker).parameters
    return maker(**{key: value for key, value in found.items() if key in taken}, **options)
