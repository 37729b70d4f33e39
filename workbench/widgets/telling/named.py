"""Who is named, and beside whom: the entities of a story, with their places in the plane, and their ties."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from workbench.extractors.entities.units import Part, units
from workbench.extractors.layout import positions
from workbench.widgets.records import EdgeRecord, EntityRecord
from workbench.widgets.telling.folding import folded
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marked, Marks, Place

if TYPE_CHECKING:
    import pandas as pd

    from workbench.corpus.marks import Mark
    from workbench.extractors.entities.pairs import Evidence
    from workbench.extractors.entities.result import Entities

__all__ = ["named"]

Span = tuple[str, int, int, str]


class _Found(NamedTuple):
    """What the mentions alone decide: the first mark of each entity in each sentence, the ties, the places."""

    spans: list[Span]
    units: dict[str, list[int]]
    edges: list[EdgeRecord]
    places: dict[str, tuple[float, float]]


class _Kept(NamedTuple):
    """What was told of entities, and of what: of these frames, on the pages as they were marked then."""

    marked: tuple[Mark, ...]
    frames: tuple[pd.DataFrame, pd.DataFrame]
    found: _Found
    marks: Marked
    told: tuple[list[EntityRecord], list[EdgeRecord]]


_known: WeakKeyDictionary[Entities, _Kept] = WeakKeyDictionary()
"""What was told last: a judged quotation changes nothing of it, and another name for an entity none of its ties."""


def named(marks: Marks, entities: Entities) -> tuple[list[EntityRecord], list[EdgeRecord]]:
    """The entities and the ties of a story, the first of its marks; every mention becomes one."""
    marked, frames = marks.corpus.marked, (entities.mentions, entities.table)
    kept = _known.get(entities)
    if kept is not None and kept.marked != marked:
        kept = None
    if kept is not None and kept.frames[0] is frames[0] and kept.frames[1] is frames[1]:
        marks.take(kept.marks)
        return kept.told
    by_entity: dict[str, list[int]] = defaultdict(list)
    spans: list[Span] = []
    for row in rows(entities.mentions):
        place = Place(str(row["article"]), int(row["start"]), int(row["end"]), "entity", str(row["entity"]))
        name = f"m:{place.start}-{place.end}:{place.article}"  # a correction elsewhere leaves it as it is
        why = marks.reason(text(row.get("reason")))
        by_entity[place.ref].append(marks.add(name, place, str(row["type"]), text(row["rule"]), why))
        spans.append((place.article, place.start, place.end, place.ref))
    same = kept is not None and kept.found.spans == spans
    found = kept.found if kept is not None and same else _found(entities, spans)
    told = _entity_records(marks, entities, by_entity, found), found.edges
    _known[entities] = _Kept(marked, frames, found, marks.taken(), told)
    return told


def _found(entities: Entities, spans: list[Span]) -> _Found:
    at = {span: mark for mark, span in enumerate(spans)}
    graph = entities.graph()
    first: dict[str, list[int]] = defaultdict(list)
    for unit in units(entities.corpus, entities.mentions, entities.table, Part()).named:
        for entity, own in unit.spans.items():
            first[entity].append(at[(unit.article, *min(own), entity)])
    edges: list[EdgeRecord] = [
        {
            "a": str(a),
            "b": str(b),
            "weight": int(data["weight"]),
            "alpha": float(data["alpha"]),
            "units": _units(data["evidence"], at),
        }
        for a, b, data in graph.edges(data=True)
    ]
    return _Found(spans, first, edges, positions(graph))


def _units(evidence: Evidence, at: dict[Span, int]) -> list[list[int]]:
    """For each sentence behind an edge the mentions of both ends in it, in the order of the text."""
    return [
        [at[article, *span] for span in sorted((*place, entity) for entity, own in spans.items() for place in own)]
        for article, _, _, spans in evidence
    ]


def _entity_records(
    marks: Marks, entities: Entities, by_entity: dict[str, list[int]], found: _Found
) -> list[EntityRecord]:
    source = {article.id: article.source for article in marks.corpus}
    records: list[EntityRecord] = []
    for row in rows(entities.table):
        name = str(row["entity"])
        own = by_entity[name]
        aliases = [str(alias) for alias in row["aliases"]]
        x, y = found.places.get(name, (0.0, 0.0))
        records.append(
            {
                "id": name,
                "name": str(row["name"]),
                "type": str(row["type"]),
                "aliases": aliases,
                "mentions": int(row["mentions"]),
                "articles": int(row["articles"]),
                "sources": list(dict.fromkeys(source[marks.records[mark]["article"]] for mark in own)),
                "marks": own,
                "units": found.units[name],
                "x": float(x),
                "y": float(y),
                "folded": folded(str(row["name"]), *aliases),
            }
        )
    return records
