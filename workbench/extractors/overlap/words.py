"""The words of a corpus as flat arrays: memory grows with the number of words, by 20 bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from workbench.corpus import Article, Block
from workbench.extractors.overlap.characters import Table, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["ALL_BITS", "Blocks", "Text", "Words", "batches", "joined", "laid_out", "read", "split_up", "utf8"]

BATCH = 2_000_000
"""Characters from which a batch of articles is full."""
ALL_BITS = (1 << 64) - 1


@dataclass(frozen=True)
class Words:
    """All content words of some articles, article by article.

    Parameters
    ----------
    hashes: a hash of each folded word; equal words have equal ones, in any language.
    starts, ends: its characters in the article's text.
    offsets: its first byte in the article's UTF-8.
    runs: the first word of each sequence, and the end; words of different sequences never make a shingle.
    pieces: the first word of each stretch of a page that has nothing but content in it, and the end.
    bounds: the words of article ``n`` are those from ``bounds[n]`` to ``bounds[n + 1]``.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    offsets: NDArray[np.int32]
    runs: Numbers
    pieces: Numbers
    bounds: Numbers

    @cached_property
    def article_runs(self) -> Numbers:
        """The first run of each article, and the end."""
        return np.searchsorted(self.runs, self.bounds).astype(np.int64)

    def in_memory(self) -> Words:
        """The same words, wherever they were read from."""
        return Words(*(np.array(getattr(self, one.name)) for one in fields(self)))

    @cached_property
    def lengths(self) -> Numbers:
        """How many content words each article has."""
        return np.diff(self.bounds)


@dataclass(frozen=True)
class Text:
    """The UTF-8 of some articles: the byte at which each begins, and the end; the row of its language in the table."""

    data: NDArray[np.uint8]
    firsts: Numbers
    rows: Numbers


def sequences(article: Article) -> list[list[Block]]:
    """The content of an article as the sequences in which its words follow one another.

    All of the body is one sequence: outlets break paragraphs and set captions between them where they like, and a
    copy is a copy whatever stands between its paragraphs. Each title and subtitle is one of its own: that a headline
    stands before a certain first sentence is layout, and words across that border were never written as one text.
    """
    body = [block for block in article.content if block.kind == "body"]
    heads = [[block] for block in article.content if block.kind != "body"]
    return [*heads, body] if body else heads


def utf8(articles: Sequence[Article], rules: Table) -> Text:
    """The articles' texts as the kernels read them."""
    texts = [article.text.encode("utf-8", "surrogatepass") for article in articles]
    firsts = np.cumsum([0, *map(len, texts)], dtype=np.int64)
    rows = [rules.codes.index(article.language) for article in articles]
    return Text(np.frombuffer(b"".join(texts), dtype=np.uint8), firsts, np.array(rows, dtype=np.int64))


def batches(articles: Sequence[Article], full: int | None = None) -> Iterator[Sequence[Article]]:
    """The articles in portions of about as many characters: ``full``, or what is best in memory."""
    full = BATCH if full is None else full
    size, some = 0, []
    for article in articles:
        some.append(article)
        size += len(article.text)
        if size >= full:
            yield some
            size, some = 0, []
    if some:
        yield some


def read(articles: Sequence[Article], rules: Table | None = None, *, keep: int = ALL_BITS) -> Words:
    """The content words of some articles, each folded by the pack of its article's language.

    Parameters
    ----------
    articles: a batch, or all.
    rules: the table of their languages.
    keep: the bits of a hash that are kept.
    """
    rules = rules or table(article.language for article in articles)
    return split_up(utf8(articles, rules), laid_out(articles), rules, keep=keep)


def split_up(text: Text, blocks: Blocks, rules: Table, *, keep: int = ALL_BITS) -> Words:
    """The content words of some articles, given as arrays alone; ``rules`` and ``keep`` as for ``read``."""
    from workbench.extractors.overlap.wordkernels import split

    given = (text.firsts, blocks.articles, text.rows)
    found = split(text.data, given, (blocks.starts, blocks.ends), rules[:3])
    (hashes, starts, ends, offsets), counts = found
    places = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    end = places[-1:]
    runs = np.unique(np.concatenate([places[:-1][blocks.opens_run], end]))
    pieces = np.unique(np.concatenate([places[:-1][blocks.opens_piece], end]))
    return Words(hashes & np.uint64(keep), starts, ends, offsets, runs, pieces, places[blocks.articles])


def joined(parts: Sequence[Words]) -> Words:
    """The words of batches as those of one corpus."""
    if len(parts) == 1:
        return parts[0]
    before = np.cumsum([0, *(len(part.hashes) for part in parts)])

    def firsts(name: str) -> Numbers:
        moved = [getattr(part, name)[:-1] + first for part, first in zip(parts, before[:-1], strict=True)]
        return np.concatenate([*moved, before[-1:]]).astype(np.int64)

    return Words(
        np.concatenate([part.hashes for part in parts]) if parts else np.zeros(0, np.uint64),
        np.concatenate([part.starts for part in parts]) if parts else np.zeros(0, np.int32),
        np.concatenate([part.ends for part in parts]) if parts else np.zeros(0, np.int32),
        np.concatenate([part.offsets for part in parts]) if parts else np.zeros(0, np.int32),
        *(firsts(name) for name in ("runs", "pieces", "bounds")),
    )


@dataclass(frozen=True)
class Blocks:
    """Content blocks in the order in which their words are read; ``articles``: the first of each, and the end."""

    starts: Numbers
    ends: Numbers
    opens_run: NDArray[np.bool_]
    opens_piece: NDArray[np.bool_]
    articles: Numbers


def laid_out(articles: Sequence[Article]) -> Blocks:
    """The content blocks of some articles."""
    starts, ends, firsts = array("q"), array("q"), array("q", [0])
    runs, pieces = bytearray(), bytearray()
    for article in articles:
        text = article.text
        for sequence in sequences(article):
            previous = -1
            for block in sequence:
                runs.append(previous < 0)
                pieces.append(previous < 0 or not (previous == block.start or text[previous : block.start].isspace()))
                previous = block.end
                starts.append(block.start)
                ends.append(block.end)
        firsts.append(len(starts))
    opens_run, opens_piece = (np.frombuffer(bytes(one), dtype=np.bool_) for one in (runs, pieces))
    return Blocks(_numbers(starts), _numbers(ends), opens_run, opens_piece, _numbers(firsts))


def _numbers(values: array[int]) -> Numbers:
    return np.array(values, dtype=np.int64)
