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
    "FindingRecord",
    "Labels",
    "Layer",
    "LineageRecord",
    "MarkRecord",
    "PairRecord",
    "ParticlesRecord",
    "PassageRecord",
    "PieceRecord",
    "QuoteRecord",
    "RejectedRecord",
    "SegmentRecord",
    "Selection",
    "Shares",
    "SilentRecord",
    "SpanRecord",
    "Story",
    "Traits",
    "WordingRecord",
]

Layer = Literal["entity", "quote", "speaker", "cue", "passage", "rejected"]


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
    """A marked span: what it refers to (``ref``: an entity, quote or passage), its text, and what stands around it.

    ``start`` and ``end`` count code points of the article, half-open; the browser shows them and never counts.
    """

    id: str
    article: str
    layer: Layer
    ref: str
    type: str
    start: int
    end: int
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
    """Two entities named in one sentence, ``weight`` times; ``units``: for each such sentence their mentions in it.

    ``alpha`` is how likely chance alone gives the tie so much of a node's weight (the disparity filter): the smaller,
    the more it means.
    """

    a: str
    b: str
    weight: int
    alpha: float
    units: list[list[int]]


class QuoteRecord(TypedDict):
    """A quotation: ``speaker`` is an entity id or empty, ``mark`` its position in ``Story.marks``.

    ``folded`` is what a search looks in: the words as they stand, then those that particles hide, each between spaces.
    ``coders`` are those who have judged it.
    """

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
    verdict: str
    coders: list[str]
    mark: int
    before: str
    after: str
    folded: str


class RejectedRecord(TypedDict):
    """A span that counts as no quotation, and why; ``quote`` and ``coders`` are empty where the rules left it out."""

    quote: str
    article: str
    source: str
    text: str
    reason: str
    coders: list[str]
    mark: int
    folded: str


class PieceRecord(TypedDict):
    """A stretch of a wording beside the fullest one: ``op`` is same, spelling, changed, cut, added or moved.

    ``text`` is shown; ``was`` is what stands in the fullest one in the place of a changed or otherwise spelled word.
    """

    op: str
    text: str
    was: str


class WordingRecord(TypedDict):
    """A wording of a statement beside ``against``, the fullest one in its language (empty: it is that one)."""

    quote: str
    against: str
    similarity: float
    first: bool
    pieces: list[PieceRecord]


class SilentRecord(TypedDict):
    """An outlet that leaves a statement out: it ``carries`` other quotes of the speaker, or names him there."""

    source: str
    carries: str
    quotes: int
    mentions: int
    articles: list[str]


class LineageRecord(TypedDict):
    """A statement: its wordings in the order of their times, ``first`` says why the first ones are it.

    ``first`` is credited, published, together or empty; ``fullest`` the longest wording of all;
    ``reasons`` tell why the wordings are those of one statement.
    """

    id: str
    speaker: str
    speaker_name: str
    fullest: str
    first: str
    wordings: list[WordingRecord]
    silent: list[SilentRecord]
    reasons: list[str]


class ParticlesRecord(TypedDict):
    """What is written in one with a word, folded, longest first; words are searched without, down to ``shortest``."""

    before: list[str]
    after: list[str]
    shortest: int


class PairRecord(TypedDict):
    """Two articles that share text: the share of each that stands in the other, and which came first."""

    a: str
    b: str
    words: int
    a_in_b: float
    b_in_a: float
    first: str


class PassageRecord(TypedDict):
    """A passage that two articles share, with its mark in each; ``boilerplate``: printed page after page."""

    id: str
    a: str
    b: str
    mark_a: int
    mark_b: int
    words: int
    similarity: float
    boilerplate: bool


class Shares(TypedDict):
    """The share of the row found in the column, by source; null on the diagonal. By article, the pairs tell it."""

    source: list[list[float | None]]


class Story(TypedDict):
    """All that the views show of a corpus; ``fold`` turns a typed query into the spelling of ``folded``.

    ``particles`` are what a query may be searched without.
    """

    digest: str
    articles: list[ArticleRecord]
    marks: list[MarkRecord]
    entities: list[EntityRecord]
    edges: list[EdgeRecord]
    quotes: list[QuoteRecord]
    rejected: list[RejectedRecord]
    lineages: list[LineageRecord]
    pairs: list[PairRecord]
    passages: list[PassageRecord]
    sources: list[str]
    shares: Shares
    fold: dict[str, str]
    particles: ParticlesRecord


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


class FindingRecord(TypedDict):
    """Something pinned to the evidence tray: its words, and the selection that leads back to it.

    ``kind`` is entity, tie, quote, lineage, passage, pair, article or span; ``corpus`` the digest of the story that it
    was found in; ``rank`` orders the tray. Of two records with one id the one changed later (``changed``: UTC, ISO
    8601 with milliseconds) counts, so that two windows can write to one file; ``gone`` says that it was taken out.
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
    LineageRecord,
    ParticlesRecord,
    PairRecord,
    PassageRecord,
    Shares,
    Story,
    Labels,
    Selection,
    SpanRecord,
    FindingRecord,
    Traits,
)
"""The shapes in the order in which ``contract.ts`` declares them."""
