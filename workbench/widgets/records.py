"""The records that go to the browser: their shapes, and nothing else.

Python decides, the browser draws. One :class:`Story` holds all that the views show of a corpus. Offsets stay in
Python: the text of a block comes cut into segments, each with the marks that lie on it, and a mark has an id that the
selection names. ``widgets/core/contract.ts`` is generated from the classes of this module; after a change run
``python -m workbench.widgets.contract``.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from workbench.widgets.records_said import (
    LineageRecord,
    ParticlesRecord,
    PieceRecord,
    QuoteRecord,
    ReasonRecord,
    RejectedRecord,
    SilentRecord,
    TieReasonRecord,
    WordingRecord,
)
from workbench.widgets.records_shared import (
    BoilerplateRecord,
    ClusterRecord,
    CopyRecord,
    MomentRecord,
    PairRecord,
    PassageRecord,
    RewordedPairRecord,
    RewordedRecord,
    Shares,
    StatementRecord,
    When,
)

__all__ = [
    "EMPTY_SELECTION",
    "RECORDS",
    "ArticleRecord",
    "BlockRecord",
    "BoilerplateRecord",
    "ClusterRecord",
    "CopyRecord",
    "EdgeRecord",
    "EntityRecord",
    "ErrorRecord",
    "FindingRecord",
    "Labels",
    "Layer",
    "LineageRecord",
    "MarkRecord",
    "MomentRecord",
    "PairRecord",
    "ParticlesRecord",
    "PassageRecord",
    "PieceRecord",
    "QuoteRecord",
    "ReasonRecord",
    "RejectedRecord",
    "RewordedPairRecord",
    "RewordedRecord",
    "SegmentRecord",
    "Selection",
    "Shares",
    "SilentRecord",
    "SpanRecord",
    "StatementRecord",
    "Story",
    "TieReasonRecord",
    "Traits",
    "When",
    "WordingRecord",
]

Layer = Literal["entity", "quote", "speaker", "cue", "passage", "reworded", "rejected"]


class SegmentRecord(TypedDict):
    """A stretch of a block on which the same marks lie, as positions in ``Story.marks``, outermost first.

    ``start`` is where it begins in the article, in code points: what a reader selects becomes a span by counting
    within one segment alone.
    """

    start: int
    text: str
    marks: list[int]


class BlockRecord(TypedDict):
    """A block of a page: its segments joined are its text, and ``rule`` says why it was marked as that kind.

    ``start`` and ``end`` count code points of the article, half-open.
    """

    start: int
    end: int
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
    """A marked span: what it refers to (``ref``: an entity, quote, passage or rewording), and what stands around it.

    ``rule`` says which rule found it; it is empty for passages and for the parts of a quotation. ``why`` is the
    position in ``Story.reasons`` of why a mention is the entity's; -1 where its words are the entity's name.
    ``start`` and ``end`` count code points of the article, half-open; the browser shows them and never counts.
    """

    id: str
    article: str
    layer: Layer
    ref: str
    type: str
    rule: str
    why: int
    start: int
    end: int
    before: str
    text: str
    after: str


class EntityRecord(TypedDict):
    """An entity with its place in the plane; ``units``: its first mention in each sentence that names it.

    ``marks`` and ``units`` are positions in ``Story.marks``; ``folded`` is what a search looks in.
    """

    id: str
    name: str
    type: str
    aliases: list[str]
    mentions: int
    articles: int
    sources: list[str]
    marks: list[int]
    units: list[int]
    x: float
    y: float
    folded: str


class EdgeRecord(TypedDict):
    """Two entities named in one sentence, ``weight`` times; ``units``: for each such sentence their mentions in it.

    ``alpha`` is how likely chance alone gives the tie so much of a node's weight (the disparity filter): the smaller,
    the more it means.
    """

    a: str
    b: str
    weight: int
    alpha: float
    units: list[list[int]]


class Story(TypedDict):
    """All that the views show of a corpus; ``fold`` turns a typed query into the spelling of ``folded``.

    ``digest`` is that of the texts alone (``corpus.texts``), by which views share a selection and findings know their
    corpus: marking a page anew changes no text and no offset, so that what was selected and pinned before still holds.
    ``name`` is what the corpus is called where there are several.
    ``stale`` names the results (entities, quotes, overlap) that were made before the pages were marked as they are.
    ``particles`` are what a query may be searched without.
    ``reasons`` are those of the mentions, each told once.
    ``meaning``: whether sentences in other words were looked for, which ``reworded`` holds.
    ``sentences`` counts those of each article, in the order of ``articles``; it is empty where no entities are shown.
    """

    digest: str
    name: str
    stale: list[str]
    articles: list[ArticleRecord]
    marks: list[MarkRecord]
    reasons: list[list[ReasonRecord]]
    entities: list[EntityRecord]
    edges: list[EdgeRecord]
    sentences: list[int]
    quotes: list[QuoteRecord]
    rejected: list[RejectedRecord]
    lineages: list[LineageRecord]
    pairs: list[PairRecord]
    passages: list[PassageRecord]
    meaning: bool
    reworded: list[RewordedRecord]
    reworded_pairs: list[RewordedPairRecord]
    sources: list[str]
    shares: Shares
    when: When
    fold: dict[str, str]
    particles: ParticlesRecord


class Labels(TypedDict):
    """The words of the views in one language: section, key, text."""

    language: str
    direction: str
    sections: dict[str, dict[str, str]]


class Selection(TypedDict):
    """What is selected, by id; ``pair`` is two articles or two sources, ``origin`` the view that selected it.

    ``passage`` is a passage or two sentences of which one rewords the other.
    """

    article: str | None
    mark: str | None
    entity: str | None
    quote: str | None
    passage: str | None
    source: str | None
    pair: tuple[str, str] | None
    origin: str | None


class SpanRecord(TypedDict):
    """Words of an article as they were pinned: what they are, and where they stand."""

    article: str
    source: str
    title: str
    published: str
    url: str
    language: str
    direction: str
    start: int
    end: int
    text: str


class _LaterFields(TypedDict, total=False):
    """What a finding has that an older Riwaya did not write: a file without it is read all the same."""

    corpus_name: str


class FindingRecord(_LaterFields):
    """Something pinned to the evidence tray: its words, and the selection that leads back to it.

    ``kind`` is entity, tie, quote, lineage, passage, reworded, pair, article or span; ``corpus`` the digest of the
    story that it was found in, ``corpus_name`` what that is called; ``rank`` orders the tray. Of two records with one
    id the one changed later (``changed``: UTC, ISO 8601 with milliseconds) counts, so that two windows can write to
    one file; ``gone`` says that it was taken out.
    """

    id: str
    corpus: str
    kind: str
    name: str
    facts: str
    spans: list[SpanRecord]
    selection: Selection
    note: str
    rank: float
    changed: str
    gone: bool


class ErrorRecord(TypedDict):
    """Why Python refused: its sentence and what to try, and a code with values by which a view says it in its language.

    ``code`` is a key of ``errors`` in the packs' ``ui.toml``, empty for what no view is expected to run into.
    """

    message: str
    hint: str
    code: str
    values: dict[str, str]


class Traits(TypedDict):
    """The traits that every view shares with the browser; ``story`` is a Story as JSON, compressed with gzip."""

    story: bytes
    labels: Labels
    selected: Selection
    options: dict[str, object]
    tray: list[FindingRecord]


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
    ReasonRecord,
    SegmentRecord,
    BlockRecord,
    ArticleRecord,
    MarkRecord,
    EntityRecord,
    EdgeRecord,
    QuoteRecord,
    RejectedRecord,
    PieceRecord,
    WordingRecord,
    SilentRecord,
    TieReasonRecord,
    LineageRecord,
    ParticlesRecord,
    PairRecord,
    PassageRecord,
    RewordedRecord,
    RewordedPairRecord,
    BoilerplateRecord,
    ClusterRecord,
    Shares,
    MomentRecord,
    CopyRecord,
    StatementRecord,
    When,
    Story,
    Labels,
    Selection,
    SpanRecord,
    FindingRecord,
    ErrorRecord,
    Traits,
)
"""The shapes in the order in which ``contract.ts`` declares them."""
