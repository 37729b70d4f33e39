"""Who shares whose text: the pairs and passages of a story, and the shares of the outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.widgets.records import PairRecord, PassageRecord, Shares
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.overlap.result import Overlap

__all__ = ["pairs", "passages", "shares"]


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
        }
        for row in rows(overlap.pairs)
    ]


def passages(marks: Marks, overlap: Overlap) -> list[PassageRecord]:
    """The shared passages; each becomes a mark in both of its articles."""
    records: list[PassageRecord] = []
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
            }
        )
    return records


def shares(overlap: Overlap) -> Shares:
    """The share of each outlet that is found in each other."""
    return {"source": _square(overlap.matrix(by="source"), overlap.corpus.sources)}


def _square(matrix: pd.DataFrame, names: list[str]) -> list[list[float | None]]:
    rows = matrix.reindex(index=names, columns=names).to_numpy().tolist()
    return [
        [None if i == j or value != value else float(value) for j, value in enumerate(row)]  # noqa: PLR0124  NaN
        for i, row in enumerate(rows)
    ]
