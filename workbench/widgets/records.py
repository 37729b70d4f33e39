"""The records that go to the browser: their shapes, and nothing else.

Python decides, the browser draws. One :class:`Story` holds all that the views show of a corpus. Offsets stay in
Python: the text of a block comes cut into segments, each with the marks that lie on it, and a mark has an id that the
selection names. ``widgets/core/contract.ts`` is generated from the classes of this module; after a change run
``python -m workbench.widgets.contract``.
"""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = [
    "EMPTY_SELECTION",
    "RECORDS",
    "ArticleRecord",
    "BlockRecord",
    "EdgeRecord",
    "EntityRecord",
    "Labels",
    "Layer",
    "MarkRecord",
    "PairRecord",
    "PassageRecord",
    "QuoteRecord",
    "SegmentRecord",
    "Selection",
    "Shares",
    "Story",
    "Traits",
]

Layer = Literal["entity", "quote", "speaker", "cue", "passage"]


class SegmentRecord(TypedDict):
    """A stretch of a block on which the same marks lie, as positions in ``Story.marks``, outermost first."""

    text: str
    marks: list[int]


class BlockRecord(TypedDict):
    """A block of a page: its segments joined are its text, and ``rule`` says why it was marked as that kind."""

    kind: str
    rule: str
    segments: list[SegmentRecord]


class ArticleRecord(TypedDict):
    """One page: ``published`` is an ISO date or empty, ``direction`` rtl or ltr."""

    id: str
    source: str
    title: str
    published: str
    author: str
    url: str
    language: str
    direction: str
    words: int
    blocks: list[BlockRecord]


class MarkRecord(TypedDict):
    """A marked span: what it refers to (``ref``: an entity, quote or passage), its text, and what stands around it."""

    id: str
    article: str
    layer: Layer
    ref: str
    type: str
    before: str
    text: str
    after: str


class EntityRecord(TypedDict):
    """An entity with its place in the plane; ``folded`` is what a search looks in."""

    id: str
    name: str
    type: str
    aliases: list[str]
    mentions: int
    articles: int
    sources: list[str]
    marks: list[int]
    x: float
    y: float
    folded: str


class EdgeRecord(TypedDict):
    """Two entities named in one sentence, ``weight`` times; ``marks`` are their mentions in those sentences."""

    a: str
    b: str
    weight: int
    marks: list[int]


class QuoteRecord(TypedDict):
    """A quotation: ``speaker`` is an entity id or empty, ``mark`` its position in ``Story.marks``."""

    id: str
    article: str
    source: str
    kind: str
    text: str
    speaker: str
    speaker_name: str
    speaker_text: str
    cue: str
    stance: str
    rule: str
    flags: str
    lineage: str
    mark: int
    before: str
    after: str
    folded: str


class PairRecord(TypedDict):
    """Two articles that share text: the share of each that stands in the other, and which came first."""

    a: str
    b: str
    words: int
    a_in_b: float
    b_in_a: float
    first: str


class PassageRecord(TypedDict):
    """A passage that two articles share, with its mark in each."""

    id: str
    a: str
    b: str
    mark_a: int
    mark_b: int
    words: int
    similarity: float


class Shares(TypedDict):
    """The share of the row found in the column, by source; null on the diagonal. By article, the pairs tell it."""

    source: list[list[float | None]]


class Story(TypedDict):
    """All that the views show of a corpus; ``fold`` turns a typed query into the spelling of ``folded``."""

    digest: str
    articles: list[ArticleRecord]
    marks: list[MarkRecord]
    entities: list[EntityRecord]
    edges: list[EdgeRecord]
    quotes: list[QuoteRecord]
    pairs: list[PairRecord]
    passages: list[PassageRecord]
    sources: list[str]
    shares: Shares
    fold: dict[str, str]


class Labels(TypedDict):
    """The words of the views in one language: section, key, text."""

    language: str
    direction: str
    sections: dict[str, dict[str, str]]


class Selection(TypedDict):
    """What is selected, by id; ``pair`` is two articles or two sources, ``origin`` the view that selected it."""

    article: str | None
    mark: str | None
    entity: str | None
    quote: str | None
    passage: str | None
    source: str | None
    pair: tuple[str, str] | None
    origin: str | None


class Traits(TypedDict):
    """The traits that every view shares with the browser."""

    story: Story
    labels: Labels
    selected: Selection
    options: dict[str, object]


EMPTY_SELECTION: Selection = {
    "article": None,
    "mark": None,
    "entity": None,
    "quote": None,
    "passage": None,
    "source": None,
    "pair": None,
    "origin": None,
}

RECORDS: tuple[type, ...] = (
    SegmentRecord,
    BlockRecord,
    ArticleRecord,
    MarkRecord,
    EntityRecord,
    EdgeRecord,
    QuoteRecord,
    PairRecord,
    PassageRecord,
    Shares,
    Story,
    Labels,
    Selection,
    Traits,
)
"""The shapes in the order in which ``contract.ts`` declares them."""
