"""Who says the same in other words: the sentences of a story, and the pairs of articles that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from workbench.widgets.records import PieceRecord, RewordedPairRecord, RewordedRecord
from workbench.widgets.telling.differing import pieces_of
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place

if TYPE_CHECKING:
    from workbench.extractors.overlap.result import Overlap

__all__ = ["reworded", "reworded_pairs"]

COMPARED = 2_000
"""Pairs of sentences whose differences travel with a story, the likeliest first."""

Pieces = tuple[list[PieceRecord], list[PieceRecord]]
_known: WeakKeyDictionary[Overlap, dict[str, Pieces]] = WeakKeyDictionary()


def reworded(marks: Marks, overlap: Overlap) -> list[RewordedRecord]:
    """The sentences in other words; each becomes a mark in its article."""
    records: list[RewordedRecord] = []
    told = _pieces(overlap)
    for row in rows(overlap.reworded):
        name = str(row["rewording"])
        a = Place(str(row["a"]), int(row["a_start"]), int(row["a_end"]), "reworded", name)
        b = Place(str(row["b"]), int(row["b_start"]), int(row["b_end"]), "reworded", name)
        own, other = told.get(name, ([], []))
        records.append(
            {
                "id": name,
                "a": a.article,
                "b": b.article,
                "mark_a": marks.add(f"a:{name}", a),
                "mark_b": marks.add(f"b:{name}", b),
                "score": float(row["score"]),
                "languages": str(row["languages"]),
                "stretch": str(row["stretch"]),
                "pieces_a": own,
                "pieces_b": other,
            }
        )
    return records


def _pieces(overlap: Overlap) -> dict[str, Pieces]:
    """How the sentences of one language differ, word by word."""
    if overlap not in _known:
        likeliest = overlap.reworded.nlargest(COMPARED, "score", keep="first")
        corpus = overlap.corpus
        alike = [row for row in rows(likeliest) if corpus[row["a"]].language == corpus[row["b"]].language]
        _known[overlap] = {str(row["rewording"]): pieces_of(corpus, row) for row in alike}
    return _known[overlap]


def reworded_pairs(overlap: Overlap) -> list[RewordedPairRecord]:
    """The pairs of articles that say something in other words."""
    return [
        {
            "a": str(row["a"]),
            "b": str(row["b"]),
            "sentences": int(row["sentences"]),
            "a_in_b": float(row["a_in_b"]),
            "b_in_a": float(row["b_in_a"]),
            "first": text(row["first"]),
            "first_by": text(row["first_by"]),
        }
        for row in rows(overlap.reworded_pairs())
    ]
