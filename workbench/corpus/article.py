"""Articles and their blocks: a page's own text, whole, and what stands where on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from workbench.errors import WorkbenchError

__all__ = ["BLOCK_KINDS", "CONTENT_KINDS", "Article", "Block", "BlockKind"]

BlockKind = Literal["title", "subtitle", "dateline", "byline", "caption", "body", "related", "furniture"]

BLOCK_KINDS: tuple[BlockKind, ...] = (
    "title",
    "subtitle",
    "dateline",
    "byline",
    "caption",
    "body",
    "related",
    "furniture",
)
CONTENT_KINDS: tuple[BlockKind, ...] = ("title", "subtitle", "body")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a page and what it is: ``text[start:end]`` is of this ``kind``, said ``rule``."""

    start: int
    end: int
    kind: BlockKind
    rule: str = ""

    def __post_init__(self) -> None:
        if self.kind not in BLOCK_KINDS:
            raise WorkbenchError(f"{self.kind!r} is no kind of block.", hint=f"one of {', '.join(BLOCK_KINDS)}.")
        if not 0 <= self.start <= self.end:
            raise WorkbenchError(
                f"a block cannot run from {self.start} to {self.end}.",
                hint="offsets count code points, half-open, start before end.",
            )


@dataclass(frozen=True)
class Article:
    """One page as one outlet published it.

    Parameters
    ----------
    id: unique in its corpus.
    source: the outlet; the file's name where nothing tells the outlet.
    title: the headline, empty when the page has none.
    published: a date, a datetime, or None; never a guess.
    author, url: empty when unknown.
    language: the code of a language pack, "ar" or "en".
    text: the page's own text; for a ``.txt`` file exactly the decoded file.
    blocks: what stands where, in order, not overlapping.
    origin: where it was read from: a file, or a file and a row.
    agency: the news agency that the page credits for its text, by its full name; empty where it credits none.
    """

    id: str
    source: str
    title: str
    published: dt.date | dt.datetime | None
    author: str
    url: str
    language: str
    text: str
    blocks: tuple[Block, ...]
    origin: str
    agency: str = ""

    def __post_init__(self) -> None:
        previous = 0
        for block in self.blocks:
            if block.start < previous or block.end > len(self.text):
                raise WorkbenchError(
                    f"article {self.id!r}: block {block.start}-{block.end} overlaps another or leaves the "
                    f"text of {len(self.text)} characters.",
                    hint="blocks stand in order and do not overlap.",
                )
            previous = block.end

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks that extractors read: title, subtitle and body, in order."""
        return tuple(block for block in self.blocks if block.kind in CONTENT_KINDS)

    @cached_property
    def words(self) -> int:
        """How many words the content has: runs between white space that hold a letter or digit."""
        return sum(
            any(map(str.isalnum, run)) for block in self.content for run in self.text[block.start : block.end].split()
        )

    def slice(self, span: Block | tuple[int, int]) -> str:
        """The characters of a block or of a ``(start, end)`` pair."""
        start, end = (span.start, span.end) if isinstance(span, Block) else span
        return self.text[start:end]

    def remark(self, blocks: Iterable[Block]) -> Article:
        """The same article with other blocks: how a researcher changes what was marked."""
        return replace(self, blocks=tuple(sorted(blocks, key=lambda block: block.start)))
