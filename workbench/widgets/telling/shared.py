"""Who shares whose text: the pairs and passages of a story, and the shares of the outlets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from workbench.extractors.seriation import seriation
from workbench.widgets.records import (
    BoilerplateRecord,
    ClusterRecord,
    PairRecord,
    PassageRecord,
    PieceRecord,
    Shares,
)
from workbench.widgets.telling.differing import differs, pieces_of
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.overlap.result import Overlap

__all__ = ["no_shares", "pairs", "passages", "shares"]

COMPARED = 20_000
"""Words of the passages whose differences travel with a story; those of the others are told when they are asked for."""


class Differences(NamedTuple):
    """Whether the sides of a passage differ, and their pieces where these are told."""

    differs: bool
    a: list[PieceRecord]
    b: list[PieceRecord]


_known: WeakKeyDictionary[Overlap, tuple[dict[str, Differences], Shares]] = WeakKeyDictionary()
"""What depends on an overlap alone: a story is told anew after every correction of names or quotations."""


def pairs(overlap: Overlap) -> list[PairRecord]:
    """The pairs of articles that share text."""
    return [
        {
            "a": str(row["a"]),
            "b": str(row["b"]),
            "words": int(row["words"]),
            "a_in_b": float(row["a_in_b"]),
            "b_in_a": float(row["b_in_a"]),
            "first": text(row["first"]),
            "first_by": text(row["first_by"]),
            "likely_source": text(row["likely_source"]),
        }
        for row in rows(overlap.pairs)
    ]


def passages(marks: Marks, overlap: Overlap) -> list[PassageRecord]:
    """The shared passages; each becomes a mark in both of its articles."""
    records: list[PassageRecord] = []
    compared, _ = _told(overlap)
    for row in rows(overlap.passages):
        name = str(row["passage"])
        a = Place(str(row["a"]), int(row["a_start"]), int(row["a_end"]), "passage", name)
        b = Place(str(row["b"]), int(row["b_start"]), int(row["b_end"]), "passage", name)
        records.append(
            {
                "id": name,
                "a": a.article,
                "b": b.article,
                "mark_a": marks.add(f"a:{name}", a),
                "mark_b": marks.add(f"b:{name}", b),
                "words": int(row["words"]),
                "similarity": float(row["similarity"]),
                "boilerplate": bool(row["boilerplate"]),
                "differs": compared[name].differs,
                "pieces_a": compared[name].a,
                "pieces_b": compared[name].b,
            }
        )
    return records


def shares(overlap: Overlap) -> Shares:
    """The share of each outlet that is found in each other, the orders by likeness, and what is boilerplate."""
    return _told(overlap)[1]


def no_shares() -> Shares:
    """Of a story without overlap."""
    nothing: ClusterRecord = {"order": [], "sizes": []}
    return {"source": [], "reworded": [], "source_clusters": nothing, "article_clusters": nothing, "boilerplate": []}


def _told(overlap: Overlap) -> tuple[dict[str, Differences], Shares]:
    if overlap not in _known:
        _known[overlap] = dict(_compared(overlap)), _shares(overlap)
    return _known[overlap]


def _compared(overlap: Overlap) -> Iterator[tuple[str, Differences]]:
    """Each passage with its differences; of a large story those are told that pairs with the most words have."""
    words = {(row["a"], row["b"]): int(row["words"]) for row in rows(overlap.pairs)}
    room = COMPARED
    for row in sorted(rows(overlap.passages), key=lambda row: -words.get((row["a"], row["b"]), 0)):
        differing = differs(overlap.corpus, row)
        tell = differing and not row["boilerplate"] and room > 0
        a, b = pieces_of(overlap.corpus, row) if tell else ([], [])
        room -= int(row["words"]) if tell else 0
        yield str(row["passage"]), Differences(differing, a, b)


def _shares(overlap: Overlap) -> Shares:
    names = overlap.corpus.sources
    square = _square(overlap.matrix(by="source"), names)
    outlets = [(i, j, share) for i, row in enumerate(square) for j, share in enumerate(row) if share]
    at = {article.id: number for number, article in enumerate(overlap.corpus)}
    articles = [(at[row["a"]], at[row["b"]], max(row["a_in_b"], row["b_in_a"])) for row in rows(overlap.pairs)]
    return {
        "source": square,
        "reworded": _square(overlap.reworded_matrix(by="source"), names) if overlap.meaning else [],
        "source_clusters": _clusters(len(names), outlets),
        "article_clusters": _clusters(len(at), articles),
        "boilerplate": [_boilerplate(row) for row in rows(overlap.boilerplate)],
    }


def _clusters(count: int, likeness: list[tuple[int, int, float]]) -> ClusterRecord:
    found = seriation(count, likeness)
    return {"order": found.order, "sizes": found.sizes}


def _boilerplate(row: dict[str, Any]) -> BoilerplateRecord:
    return {
        "text": str(row["text"]),
        "source": str(row["source"]),
        "articles": int(row["articles"]),
        "reason": str(row["reason"]),
    }


def _square(matrix: pd.DataFrame, names: list[str]) -> list[list[float | None]]:
    rows = matrix.reindex(index=names, columns=names).to_numpy().tolist()
    return [
        [None if i == j or value != value else float(value) for j, value in enumerate(row)]  # noqa: PLR0124  NaN
        for i, row in enumerate(rows)
    ]
