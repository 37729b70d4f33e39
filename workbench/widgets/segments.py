"""A block's text cut at the edges of the marks on it, so that the browser never counts characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.corpus import Article, Block
from workbench.widgets.records import BlockRecord, SegmentRecord

__all__ = ["Span", "block_records", "snippet", "whole"]

CONTEXT = 70
"""How many characters of context a snippet shows on each side, before it is cut back to whole words."""


class Span(NamedTuple):
    """``text[start:end]`` of an article, and the position in the story of the mark that lies on it."""

    start: int
    end: int
    mark: int


def block_records(article: Article, spans: Sequence[Span]) -> list[BlockRecord]:
    """The blocks of an article, each cut into segments; nested, crossing and equal spans are all kept.

    Parameters
    ----------
    article: the article that the spans point into.
    spans: in the order in which they begin; of two that begin together, the one that comes first is the outer one.

    >>> page = Article("p", "", "", None, "", "", "ar", "قال نعم", (Block(0, 7, "body"),), "")
    >>> [(s["text"], s["marks"]) for s in block_records(page, [Span(0, 7, 0), Span(4, 7, 1)])[0]["segments"]]
    [('قال ', [0]), ('نعم', [0, 1])]
    """
    blocks = list(whole(article))
    real = [span for span in spans if span.start < span.end]
    edges = {edge for span in real for edge in (span.start, span.end)}
    cuts = sorted(edges | {edge for block in blocks for edge in (block.start, block.end)})
    pieces = iter(_pieces(article.text, cuts, real))
    piece = next(pieces, None)
    records: list[BlockRecord] = []
    for block in blocks:
        segments: list[SegmentRecord] = []
        while piece is not None and piece[0] < block.end:
            if piece[0] >= block.start:
                segments.append(piece[1])
            piece = next(pieces, None)
        records.append(
            {"start": block.start, "end": block.end, "kind": block.kind, "rule": block.rule, "segments": segments}
        )
    return records


def whole(article: Article) -> Iterator[Block]:
    """The blocks of an article and, as furniture without a rule, whatever text no block covers: nothing vanishes."""
    position = 0
    for block in (*article.blocks, None):
        start = len(article.text) if block is None else block.start
        if article.text[position:start].strip():
            yield Block(position, start, "furniture")
        if block is not None:
            yield block
            position = block.end


def _pieces(text: str, cuts: list[int], spans: Sequence[Span]) -> Iterator[tuple[int, SegmentRecord]]:
    """The text between each two cuts with the marks that lie on it, outermost first; each with where it begins."""
    active: list[Span] = []
    coming = iter(spans)
    span = next(coming, None)
    for start, end in pairwise(cuts):
        active = [one for one in active if one.end > start]
        while span is not None and span.start <= start:
            active.append(span)
            span = next(coming, None)
        yield start, {"start": start, "text": text[start:end], "marks": [one.mark for one in active]}


def snippet(text: str, start: int, end: int, *, within: tuple[int, int]) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` on one line, cut to whole words, within a block's bounds.

    >>> snippet("أكد الرئيس أن الحوار مستمر", 14, 20, within=(0, 26))
    ('أكد الرئيس أن ', ' مستمر')
    """
    low, high = within
    before, after = text[max(low, start - CONTEXT) : start], text[end : min(high, end + CONTEXT)]
    if start - CONTEXT > low:
        before = "… " + before.partition(" ")[2]
    if end + CONTEXT < high:
        after = after.rpartition(" ")[0] + " …"
    return _one_line(before).lstrip(), _one_line(after).rstrip()


def _one_line(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text  # one line already, as most of them are
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() else ""
    trail = " " if words and text[-1:].isspace() else ""
    return lead + words + trail
