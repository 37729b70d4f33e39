"""What became of one article in another: the passages that both hold word by word, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article
from workbench.extractors.overlap.result import DIFF_COLUMNS, Overlap, frame
from workbench.languages import pack
from workbench.text.tokens import tokens
from workbench.text.worddiff import Change, Side, word_diff

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["edits"]

Span = tuple[int, int]


class _Both(NamedTuple):
    """A stretch of one article and its like in the other."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def edits(overlap: Overlap, a: Article, b: Article) -> pd.DataFrame:
    """``Overlap.diff``."""
    kept, moved = _laid(_passages(overlap, a, b))
    ends = [_Both(0, 0, 0, 0), *kept, _Both(len(a.text), len(a.text), len(b.text), len(b.text))]
    changes: list[Change] = [Change("moved", *one) for one in moved]
    for before, after in pairwise(ends):
        gone = list(_left(a, (before.a_end, after.a_start), [(one.a_start, one.a_end) for one in moved]))
        new = list(_left(b, (before.b_end, after.b_start), [(one.b_start, one.b_end) for one in moved]))
        changes += _between(gone, new, (before.a_end, before.b_end))
        if after is not ends[-1]:
            sides = (Side(a.text, pack(a.language), *after[:2]), Side(b.text, pack(b.language), *after[2:]))
            changes += word_diff(*sides)
    changes.sort(key=lambda change: (change.a_start, change.b_start))
    rows = [(*one, a.text[one.a_start : one.a_end], b.text[one.b_start : one.b_end]) for one in changes]
    return frame(rows, DIFF_COLUMNS)


def _passages(overlap: Overlap, a: Article, b: Article) -> list[_Both]:
    """The passages of two articles, the longest first, none of which meets another on either side."""
    found = overlap.between(a.id, b.id).sort_values("words", ascending=False, kind="stable")
    columns = ["a_start", "a_end", "b_start", "b_end"]
    if len(found) and found["a"].iloc[0] != a.id:
        columns = columns[2:] + columns[:2]
    chosen: list[_Both] = []
    for row in found[columns].itertuples(index=False, name=None):
        one = _Both(*row)
        if not any(_meet(one[:2], other[:2]) or _meet(one[2:], other[2:]) for other in chosen):
            chosen.append(one)
    return chosen


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _laid(passages: Sequence[_Both]) -> tuple[list[_Both], list[_Both]]:
    """Those that stand in one order on both sides, in that order, and those that do not: the longer ones decide."""
    kept: list[_Both] = []
    moved: list[_Both] = []
    for one in passages:
        crosses = any((one.a_start < other.a_start) != (one.b_start < other.b_start) for other in kept)
        (moved if crosses else kept).append(one)
    return sorted(kept), moved


def _left(article: Article, inside: Span, moved: Sequence[Span]) -> Iterator[Span]:
    """What an article's content has inside a span, block by block, from the first word to the last of each stretch."""
    for block in article.content:
        start, stop = max(block.start, inside[0]), min(block.end, inside[1])
        for begin, end in (*sorted(span for span in moved if _meet(span, (start, stop))), (stop, stop)):
            words = tokens(article.text, pack(article.language), start=start, end=begin) if start < begin else []
            if words:
                yield words[0].start, words[-1].end
            start = end


def _between(gone: Sequence[Span], new: Sequence[Span], places: Span) -> Iterator[Change]:
    """The stretches between two passages, paired in order; the rest is cut or added."""
    a_place, b_place = places
    for one, other in zip_longest(gone, new):
        op = "changed" if one and other else "cut" if one else "added"
        here, there = one or (a_place, a_place), other or (b_place, b_place)
        yield Change(op, *here, *there)
        a_place, b_place = here[1], there[1]
