"""How the two sides of a passage differ, word by word, as pieces whose text the browser lays over the article's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from workbench.corpus import Article, Corpus
from workbench.languages import pack
from workbench.text.worddiff import Change, Side, word_diff
from workbench.widgets.records import PieceRecord
from workbench.widgets.segments import whole

__all__ = ["differs", "pieces_of"]

ALONE = ("cut", "added")
"""What stands on one side only: which of the two names it has depends on the side that is read first."""


class Cut(NamedTuple):
    """A stretch of one side, and what stands in its place on the other."""

    op: str
    start: int
    end: int
    other: str


def differs(corpus: Corpus, row: dict[str, Any]) -> bool:
    """Whether the two sides of a passage differ in more than white space."""
    one, other = (corpus[row[side]].text[row[f"{side}_start"] : row[f"{side}_end"]].split() for side in "ab")
    return bool(one != other)


def pieces_of(corpus: Corpus, row: dict[str, Any]) -> tuple[list[PieceRecord], list[PieceRecord]]:
    """The pieces of both sides of a passage, each in the order of its own text.

    Parameters
    ----------
    corpus: the articles.
    row: of ``overlap.passages``: a, a_start, a_end, b, b_start, b_end.
    """
    sides = [_side(corpus[row[name]], row, name) for name in "ab"]
    changes = word_diff(*sides)
    told = []
    for number, name in enumerate("ab"):
        own, other = sides[number], sides[1 - number]
        cuts = sorted(_cuts(changes, number, other.text), key=lambda cut: (cut.start, cut.end))
        told.append(_pieces(corpus[row[name]], own, cuts))
    return told[0], told[1]


def _side(article: Article, row: dict[str, Any], name: str) -> Side:
    return Side(article.text, pack(article.language), int(row[f"{name}_start"]), int(row[f"{name}_end"]))


def _cuts(changes: list[Change], number: int, other: str) -> Iterator[Cut]:
    for change in changes:
        if change.op == "same":
            continue
        spans = (change[1:3], change[3:5])
        (start, end), (low, high) = spans[number], spans[1 - number]
        yield Cut("only" if change.op in ALONE else change.op, start, end, other[low:high])


def _pieces(article: Article, side: Side, cuts: list[Cut]) -> list[PieceRecord]:
    """The text of one side in pieces; text that no block shows is left out, as the segments leave it out."""
    records: list[PieceRecord] = []
    shown = [(block.start, block.end) for block in whole(article) if block.end > side.start and block.start < side.end]
    position = side.start
    for cut in [*cuts, Cut("same", side.end, side.end, "")]:
        _add(records, Cut("same", position, cut.start, ""), side.text, shown)
        if cut.op != "same":
            _add(records, cut, side.text, shown)
        position = cut.end
    return records


def _add(records: list[PieceRecord], cut: Cut, text: str, shown: list[tuple[int, int]]) -> None:
    own = "".join(text[max(cut.start, low) : max(cut.start, low, min(cut.end, high))] for low, high in shown)
    if own or cut.other:
        records.append({"op": cut.op, "text": own, "other": cut.other})
