"""The words of a corpus as flat arrays: memory grows with the number of words, by 16 bytes each."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpus import CONTENT_KINDS, Article
from workbench.extractors.overlap.characters import Table, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["ALL_BITS", "Blocks", "Gathered", "Text", "Words", "batches", "laid_out", "read", "split_up", "utf16"]

BATCH = 500_000
"""Characters from which a batch of articles is full."""
ROOM = 1.05
"""Room for words as a multiple of what is expected."""
ALL_BITS = (1 << 64) - 1
CODING = f"utf-16-{sys.byteorder[0]}e"


@dataclass(frozen=True)
class Words:
    """All content words of some articles, article by article.

    Parameters
    ----------
    hashes: a hash of each folded word; equal words have equal ones, in any language.
    starts, ends: its characters in the article's text.
    runs: the first word of each sequence, and the end; words of different sequences never make a shingle.
    pieces: the first word of each stretch of a page that has nothing but content in it, and the end.
    bounds: the words of article ``n`` are those from ``bounds[n]`` to ``bounds[n + 1]``.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
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
    """The UTF-16 of some articles.

    Parameters
    ----------
    data: one article behind the other.
    firsts: the unit at which each begins, and the end.
    rows: the row of its language in the table.
    wide: whether a character of it has two units.
    origins: the number of the first of its characters that is there.
    """

    data: NDArray[np.uint16]
    firsts: Numbers
    rows: Numbers
    wide: Numbers
    origins: Numbers


def utf16(articles: Sequence[Article], rules: Table, parts: Numbers | None = None) -> Text:
    """The articles' texts as the kernels read them; a surrogate that stands alone, which is no letter, is a mark.

    Parameters
    ----------
    articles, rules: as for ``read``.
    parts: the first character of each that is needed, and the one behind the last, a row of each; None for all.
    """
    texts = [article.text for article in articles]
    if parts is not None:
        texts = [text[a:b] for text, a, b in zip(texts, parts[0].tolist(), parts[1].tolist(), strict=True)]
    whole = "".join(texts).encode(CODING, "replace")
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    wide = np.zeros(len(texts), dtype=np.int64)
    if len(whole) != 2 * sizes.sum():
        units = [len(text.encode(CODING, "replace")) // 2 for text in texts]
        wide = (sizes != units).astype(np.int64)
        sizes = np.array(units, dtype=np.int64)
    firsts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    places = {code: row for row, code in enumerate(rules.codes)}
    rows = np.array([places[article.language] for article in articles], dtype=np.int64)
    origins = np.zeros(len(texts), np.int64) if parts is None else parts[0]
    return Text(np.frombuffer(whole, dtype=np.uint16), firsts, rows, wide, origins)


def batches(articles: Iterable[Article], full: int | None = None) -> Iterator[Sequence[Article]]:
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
    return split_up(utf16(articles, rules), laid_out(articles), rules, keep=keep)


def split_up(text: Text, blocks: Blocks, rules: Table, *, keep: int = ALL_BITS) -> Words:
    """The content words of some articles, given as arrays alone; ``rules`` and ``keep`` as for ``read``."""
    from workbench.extractors.overlap.wordkernels import split

    given = (text.firsts, blocks.articles, text.rows)
    found = split(text.data, given, (blocks.starts, blocks.ends), rules[:3])
    (hashes, starts, ends), counts = found
    places = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    end = places[-1:]
    runs = np.unique(np.concatenate([places[:-1][blocks.opens_run], end]))
    pieces = np.unique(np.concatenate([places[:-1][blocks.opens_piece], end]))
    hashes = hashes if keep == ALL_BITS else hashes & np.uint64(keep)
    return Words(hashes, starts, ends, runs, pieces, places[blocks.articles])


class Gathered:
    """The words of batches put behind one another as they come, so that they are in memory once.

    Parameters
    ----------
    characters: of all batches; room is taken for as many words as the batches so far let expect of all.
    """

    def __init__(self, characters: int) -> None:
        self._characters, self._read = characters, 0
        self._flat: list[NDArray[Any]] = [np.empty(0, kind) for kind in (np.uint64, np.int32, np.int32)]
        self._inner: tuple[list[Numbers], ...] = ([], [], [])
        self._count = 0

    def add(self, words: Words, characters: int) -> None:
        """Put the words of one batch, which has so many characters, behind the others."""
        end = self._count + len(words.hashes)
        self._read += characters
        if end > len(self._flat[0]):
            room = max(end, int(ROOM * end * self._characters / max(self._read, 1)))
            self._flat = [_longer(values, self._count, room) for values in self._flat]
        for values, part in zip(self._flat, (words.hashes, words.starts, words.ends), strict=True):
            values[self._count : end] = part
        for parts, firsts in zip(self._inner, (words.runs, words.pieces, words.bounds), strict=True):
            parts.append(firsts[:-1] + self._count)
        self._count = end

    def words(self) -> Words:
        """The words of all batches."""
        flat = (values[: self._count] for values in self._flat)
        end = np.array([self._count])
        return Words(*flat, *(np.concatenate([*parts, end]) for parts in self._inner))


def _longer(values: NDArray[Any], count: int, room: int) -> NDArray[Any]:
    """The ``count`` first of some numbers, with room for more behind them."""
    longer = np.empty(room, values.dtype)
    longer[:count] = values[:count]
    return longer


@dataclass(frozen=True)
class Blocks:
    """Content blocks in the order in which their words are read; ``articles``: the first of each, and the end."""

    starts: Numbers
    ends: Numbers
    opens_run: NDArray[np.bool_]
    opens_piece: NDArray[np.bool_]
    articles: Numbers


def laid_out(articles: Sequence[Article]) -> Blocks:
    """The content blocks of some articles, in the sequences in which their words follow one another.

    All of the body is one sequence: outlets break paragraphs and set captions between them where they like, and a
    copy is a copy whatever stands between its paragraphs. Each title and subtitle is one of its own: that a headline
    stands before a certain first sentence is layout, and words across that border were never written as one text.
    """
    starts, ends, firsts = array("q"), array("q"), array("q", [0])
    runs, pieces = bytearray(), bytearray()
    for article in articles:
        body = []
        for block in article.blocks:
            if block.kind == "body":
                body.append(block)
            elif block.kind in CONTENT_KINDS:
                starts.append(block.start)
                ends.append(block.end)
                runs.append(True)
                pieces.append(True)
        previous = -1
        for block in body:
            start = block.start
            between = previous >= 0 and (previous == start or article.text[previous:start].isspace())
            starts.append(start)
            ends.append(block.end)
            runs.append(previous < 0)
            pieces.append(not between)
            previous = block.end
        firsts.append(len(starts))
    opens_run, opens_piece = (np.frombuffer(bytes(one), dtype=np.bool_) for one in (runs, pieces))
    return Blocks(_numbers(starts), _numbers(ends), opens_run, opens_piece, _numbers(firsts))


def _numbers(values: array[int]) -> Numbers:
    return np.array(values, dtype=np.int64)
