"""A story as it travels: nothing said twice, as JSON, compressed with gzip.

What a mark shows (its text and what stands around it) stands in the article's blocks already: on the way it is a place
in them, and ``widgets/core/transport.ts`` cuts it out again. What does not stand there word for word, as a snippet
that runs over the end of a block, travels as it is. The keys of the marks, which are many, travel once, as columns.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.widgets.records import ArticleRecord, MarkRecord, QuoteRecord, Story

__all__ = ["packed"]

LEVEL = 4
"""Of compression: a higher one takes longer than it saves."""
SHOWN = ("before", "text", "after")
SPACE = re.compile("[ \t\n\r\f\v\u00a0\u2028\u2029]+")
"""As in ``transport.ts``."""
CUT_BEFORE, CUT_AFTER = "… ", " …"


def packed(story: Story) -> bytes:
    """A story as it travels; the same story gives the same bytes.

    >>> from workbench.corpus import Corpus
    >>> from workbench.widgets.story import tell
    >>> packed(tell(Corpus([])).story) == packed(tell(Corpus([])).story)
    True
    """
    text = json.dumps(_lean(story), ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
    return gzip.compress(text.encode(), LEVEL, mtime=0)


def _lean(story: Story) -> dict[str, Any]:
    """The story without what its articles and marks say already."""
    marks = story["marks"]
    told: Mapping[str, Any] = story
    return {**told, "marks": _marks(story), "quotes": [_quote(one, marks) for one in story["quotes"]]}


def _marks(story: Story) -> dict[str, Any]:
    """The marks as columns; ``at``: for each four numbers, its place in its article; ``own``: the texts of the others.

    The numbers are where the mark begins in the article's blocks joined on one line, and how long it is, what stands
    before it and what stands after it; the latter two are told below zero (-1 for 0) where they are cut.
    """
    marks = story["marks"]
    columns = {key: [mark[key] for mark in marks] for key in (marks[0] if marks else ()) if key not in SHOWN}  # type: ignore[literal-required]
    at: list[int] = [0] * (4 * len(marks))
    placed = bytearray(len(marks))
    for number, place in _places(story["articles"], marks):
        if not placed[number]:
            at[4 * number : 4 * number + 4] = place
            placed[number] = 1
    own = [[number, *_shown(mark)] for number, mark in enumerate(marks) if not placed[number]]
    return {"columns": columns, "at": at, "own": own}


def _shown(mark: MarkRecord) -> tuple[str, str, str]:
    return mark["before"], mark["text"], mark["after"]


def _places(articles: Sequence[ArticleRecord], marks: Sequence[MarkRecord]) -> Iterator[tuple[int, Sequence[int]]]:
    """Of each mark that can be cut out of its article's line: its number and its place there."""
    for article in articles:
        text, begins = _line(article)
        if not text or max(text) > "\uffff":
            continue  # the browser counts such a character twice
        for number, position in begins.items():
            place = _place(text, position, marks[number])
            if place is not None:
                yield number, place


def _line(article: ArticleRecord) -> tuple[str, dict[int, int]]:
    """The blocks of an article joined on one line, white space as one space, and where each mark begins in it."""
    pieces: list[str] = []
    begins: dict[int, int] = {}
    position, spaced = 0, False
    for block in article["blocks"]:
        for segment in block["segments"]:
            for number in segment["marks"]:
                begins.setdefault(number, position)
            text = segment["text"]
            if "  " in text or not text.isprintable():
                text = SPACE.sub(" ", text)
            if spaced and text.startswith(" "):
                text = text[1:]
            if text:
                pieces.append(text)
                position, spaced = position + len(text), text.endswith(" ")
    return "".join(pieces), begins


def _place(text: str, start: int, mark: MarkRecord) -> tuple[int, int, int, int] | None:
    """Where a mark that begins at ``start`` is found in a text word for word, with what stands around it; or None."""
    before, shown, after = _shown(mark)
    cut_before, cut_after = before.startswith(CUT_BEFORE), after.endswith(CUT_AFTER)
    before = before[len(CUT_BEFORE) :] if cut_before else before
    after = after[: -len(CUT_AFTER)] if cut_after else after
    end, low = start + len(shown), start - len(before)
    if low < 0 or text[low:end] != before + shown or text[end : end + len(after)] != after:
        return None
    return start, len(shown), ~len(before) if cut_before else len(before), ~len(after) if cut_after else len(after)


def _quote(quote: QuoteRecord, marks: Sequence[MarkRecord]) -> dict[str, Any]:
    """A quotation without the texts that its mark has too."""
    mark = marks[quote["mark"]]
    return {key: value for key, value in quote.items() if key not in SHOWN or value != mark[key]}  # type: ignore[literal-required]
