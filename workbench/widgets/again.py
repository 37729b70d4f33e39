"""Results made again in a view, after its pages were marked anew: in place of the old ones wherever these are shown.

Marking a page changes no text, so that old results still point at the words they were made from; they only read what
was content then. Corrections and judgements are kept beside the corpus and are applied again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from workbench.widgets.records import EMPTY_SELECTION
from workbench.widgets.telling.marks import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.corpus import Corpus
    from workbench.extractors.entities.result import Entities
    from workbench.widgets.base import View
    from workbench.widgets.telling.marks import Place

__all__ = ["LIVE", "corpora", "made_again"]

LIVE: WeakSet[View] = WeakSet()
"""The views that there are now."""


def corpora(view: View) -> list[Corpus]:
    """The corpora that views show now, each once, that of this view first: findings of all of them share a tray."""
    found = {view.corpus.texts: view.corpus}
    for one in list(LIVE):
        found.setdefault(one.corpus.texts, one.corpus)
    return list(found.values())


def made_again(view: View) -> None:
    """Extract again what a view shows; all views that show one of the old results show the new one instead.

    Results that the notebook holds in variables stay as they are: ``view.entities`` and its fellows are the new ones.
    Options other than the file of corrections, ``quotes.meaning``, ``overlap.k`` and its encoder are the usual ones.
    """
    new = _extracted(view)
    for one in list(LIVE):
        if any(id(result) in new for result in (one.entities, one.quotes, one.overlap)):
            selected, places = one.selected, one.told.places
            one.show(
                **{
                    name: new.get(id(getattr(one, name)), getattr(one, name))
                    for name in ("entities", "quotes", "overlap")
                }
            )
            one.selected = _carried(selected, places, one.told.places)


def _extracted(view: View) -> dict[int, Any]:
    """The new results by the identity of the old ones."""
    from workbench.extractors.overlap import overlap as find_overlap
    from workbench.extractors.quotes import quotes as find_quotes

    new: dict[int, Any] = {}
    quotes = view.quotes
    for entities in (view.entities, quotes.entities if quotes is not None else None):
        if entities is not None and id(entities) not in new:
            new[id(entities)] = _named(entities)
    if quotes is not None:
        named = new[id(quotes.entities)]
        new[id(quotes)] = find_quotes(
            view.corpus, named, meaning=quotes.meaning, judgements=quotes.kept, progress=False
        )
    if view.overlap is not None:
        new[id(view.overlap)] = find_overlap(view.corpus, k=view.overlap.k, meaning=view.overlap.encoder or False)
    return new


def _named(entities: Entities) -> Entities:
    from workbench.extractors.entities import entities as find_entities

    return find_entities(entities.corpus, edits=entities.kept, progress=False)


def _carried(selected: Mapping[str, Any], before: Mapping[str, Place], after: Mapping[str, Place]) -> dict[str, Any]:
    """A selection in the ids of the new results: the same words where they are still marked, and their article."""
    kept = {**EMPTY_SELECTION, "article": selected.get("article"), "source": selected.get("source")}
    if selected.get("pair") is not None:
        kept["pair"] = selected["pair"]
    there = before.get(selected.get("mark") or "")
    if there is None:
        return kept
    kept["article"] = there.article
    for name, place in after.items():
        if place[:4] == there[:4]:
            field = "entity" if place.layer == "entity" else "passage" if place.layer in SHARED else "quote"
            return {**kept, "mark": name, field: place.ref}
    return kept
