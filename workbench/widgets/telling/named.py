"""Who is named, and beside whom: the entities of a story, with their places in the plane, and their ties."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from workbench.extractors.entities.units import Part, units
from workbench.extractors.layout import positions
from workbench.widgets.records import EdgeRecord, EntityRecord
from workbench.widgets.telling.folding import folded
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place

if TYPE_CHECKING:
    from workbench.extractors.entities.pairs import Evidence
    from workbench.extractors.entities.result import Entities

__all__ = ["named"]

Span = tuple[str, int, int, str]


class _Found(NamedTuple):
    """By entity: the marks of its mentions, of its first mention in each sentence, and its place in the plane."""

    marks: dict[str, list[int]]
    units: dict[str, list[int]]
    places: dict[str, tuple[float, float]]


def named(marks: Marks, entities: Entities) -> tuple[list[EntityRecord], list[EdgeRecord]]:
    """The entities and the ties of a story; every mention becomes a mark."""
    by_entity: dict[str, list[int]] = defaultdict(list)
    at: dict[Span, int] = {}
    for row in rows(entities.mentions):
        place = Place(str(row["article"]), int(row["start"]), int(row["end"]), "entity", str(row["entity"]))
        name = f"m:{place.start}-{place.end}:{place.article}"  # a correction elsewhere leaves it as it is
        why = marks.reason(text(row.get("reason")))
        mark = marks.add(name, place, str(row["type"]), text(row["rule"]), why)
        by_entity[place.ref].append(mark)
        at[place.article, place.start, place.end, place.ref] = mark
    graph = entities.graph()
    first: dict[str, list[int]] = defaultdict(list)
    for unit in units(entities.corpus, entities.mentions, entities.table, Part()).named:
        for entity, spans in unit.spans.items():
            first[entity].append(at[(unit.article, *min(spans), entity)])
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
    return _entity_records(marks, entities, _Found(by_entity, first, positions(graph))), edges


def _units(evidence: Evidence, at: dict[Span, int]) -> list[list[int]]:
    """For each sentence behind an edge the mentions of both ends in it, in the order of the text."""
    return [
        [at[article, *span] for span in sorted((*place, entity) for entity, own in spans.items() for place in own)]
        for article, _, _, spans in evidence
    ]


def _entity_records(marks: Marks, entities: Entities, found: _Found) -> list[EntityRecord]:
    source = {article.id: article.source for article in marks.corpus}
    records: list[EntityRecord] = []
    for row in rows(entities.table):
        name = str(row["entity"])
        own = found.marks[name]
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
