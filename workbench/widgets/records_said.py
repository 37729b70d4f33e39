"""The records of who said what: quotations, what was rejected, and statements across outlets."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "LineageRecord",
    "ParticlesRecord",
    "PieceRecord",
    "QuoteRecord",
    "ReasonRecord",
    "RejectedRecord",
    "SilentRecord",
    "TieReasonRecord",
    "WordingRecord",
]


class ReasonRecord(TypedDict):
    """Why the rules decided so, as a key of a section of the packs' ``ui.toml`` and the values of its sentence.

    A value that differs by language stands beside the others under its name and the language: ``words_ar``.
    """

    code: str
    values: dict[str, str]


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
    """A span that counts as no quotation, and why; ``quote`` and ``coders`` are empty where the rules left it out.

    ``reason`` is a rule's, or ``said`` with the words of the coder, or has no code where he gave none.
    """

    quote: str
    article: str
    source: str
    text: str
    reason: ReasonRecord
    coders: list[str]
    mark: int
    folded: str


class PieceRecord(TypedDict):
    """A stretch of one of two texts: ``op`` says what became of it, ``other`` what stands in the other in its place.

    ``op`` is same, spelling, changed or moved; of a wording beside the fullest one also cut or added, of one side of a
    passage ``only`` for words that the other side has not (``text`` is empty where only the other side has words).
    The texts of one side of a passage joined are those of the segments under its mark.
    """

    op: str
    text: str
    other: str


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


class TieReasonRecord(TypedDict):
    """Why two quotations are wordings of one statement: all that they share."""

    a: str
    b: str
    why: list[ReasonRecord]


class LineageRecord(TypedDict):
    """A statement: its wordings in the order of their times, ``first`` says why the first ones are it.

    ``first`` is credited, published, together or empty; ``fullest`` the longest wording of all; ``reasons`` tell why
    the wordings are those of one statement.
    """

    id: str
    speaker: str
    speaker_name: str
    fullest: str
    first: str
    wordings: list[WordingRecord]
    silent: list[SilentRecord]
    reasons: list[TieReasonRecord]


class ParticlesRecord(TypedDict):
    """What is written in one with a word, folded, longest first; words are searched without, down to ``shortest``."""

    before: list[str]
    after: list[str]
    shortest: int
