"""The records of shared text and of time: who copied whom, and when."""

from __future__ import annotations

from typing import Literal, TypedDict

from workbench.widgets.records_said import PieceRecord

__all__ = [
    "BoilerplateRecord",
    "ClusterRecord",
    "CopyRecord",
    "MomentRecord",
    "PairRecord",
    "PassageRecord",
    "RewordedPairRecord",
    "RewordedRecord",
    "Shares",
    "StatementRecord",
    "When",
]


class PairRecord(TypedDict):
    """Two articles that share text: the share of each that stands in the other, and which came first.

    ``first_by``: date, credit or empty; ``likely_source``: agencies that are credited and have no page here.
    """

    a: str
    b: str
    words: int
    a_in_b: float
    b_in_a: float
    first: str
    first_by: str
    likely_source: str


class PassageRecord(TypedDict):
    """A passage that two articles share, with its mark in each; ``boilerplate``: printed page after page.

    ``differs``: not the same character for character. Its pieces are then told here or, of a large story, when asked
    for (``overlap.pieces``).
    """

    id: str
    a: str
    b: str
    mark_a: int
    mark_b: int
    words: int
    similarity: float
    boilerplate: bool
    differs: bool
    pieces_a: list[PieceRecord]
    pieces_b: list[PieceRecord]


class RewordedRecord(TypedDict):
    """Two sentences that say the same in other words, with their marks; ``score``: how likely, from 0 to 1.

    ``languages`` are those of both, joined by a hyphen; sentences of one ``stretch`` follow one another on both pages.
    The pieces are empty where the sentences are in two languages, and of a large story.
    """

    id: str
    a: str
    b: str
    mark_a: int
    mark_b: int
    score: float
    languages: str
    stretch: str
    pieces_a: list[PieceRecord]
    pieces_b: list[PieceRecord]


class RewordedPairRecord(TypedDict):
    """Two articles of which sentences say the same in other words: how many, and the share of each one's words."""

    a: str
    b: str
    sentences: int
    a_in_b: float
    b_in_a: float
    first: str
    first_by: str


class BoilerplateRecord(TypedDict):
    """What an outlet prints on page after page; ``reason``: outlet or end."""

    text: str
    source: str
    articles: int
    reason: str


class ClusterRecord(TypedDict):
    """Positions ordered so that those that share stand together, and the sizes of the groups in that order."""

    order: list[int]
    sizes: list[int]


class Shares(TypedDict):
    """The share of the row found in the column, by source; null on the diagonal. By article, the pairs tell it.

    ``reworded`` is the share that the column says in other words, no part of the other; empty where nobody looked.
    """

    source: list[list[float | None]]
    reworded: list[list[float | None]]
    source_clusters: ClusterRecord
    article_clusters: ClusterRecord
    boilerplate: list[BoilerplateRecord]


class MomentRecord(TypedDict):
    """When an article was published: ``stated`` is hour, day or none; its time lies from ``start`` to ``end``.

    ISO 8601 without a zone, empty without a date; ``zoned``: taken to UTC from the zone on the page. ``head_start``
    and ``head_end`` are the span of its title, of its first block where it has none.
    """

    article: str
    stated: Literal["hour", "day", "none"]
    start: str
    end: str
    zoned: bool
    head_start: int
    head_end: int


class CopyRecord(TypedDict):
    """Text that a later article shares with an earlier one; ``by`` says what tells the order: date or credit.

    ``share`` is how much of the later one it is, ``likely`` the agency that both may have it from; ``boilerplate``:
    they share nothing but what is printed page after page.
    """

    first: str
    later: str
    by: str
    words: int
    share: float
    likely: str
    boilerplate: bool


class StatementRecord(TypedDict):
    """A statement that several articles quote, in order of publication, and the outlet that had it first, or none.

    ``ranks`` go with ``quotes``: 1 and as many more as were published before, 0 for an article without a date.
    """

    lineage: str
    first: str
    quotes: list[str]
    ranks: list[int]


class When(TypedDict):
    """Who published, quoted and copied when: the moments in order of time, those without a date last."""

    moments: list[MomentRecord]
    copies: list[CopyRecord]
    statements: list[StatementRecord]
