"""From a corpus to its overlap: read the words, find the pairs, lay each pair side by side."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from workbench.corpus import Article, Corpus, expect
from workbench.errors import WorkbenchError
from workbench.extractors.overlap.passages import Finder
from workbench.extractors.overlap.result import CAPPED_COLUMNS, PAIR_COLUMNS, PASSAGE_COLUMNS, Index, Overlap, frame
from workbench.extractors.overlap.shingles import MANY, postings, read, shared, shingles
from workbench.progress import steps
from workbench.text.align import Limits

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["first", "overlap"]


def overlap(corpus: Corpus, *, k: int = 5, min_words: int | None = None, gap: int = 3, cap: int = 200) -> Overlap:
    """Who shares how much with whom, and each shared passage to the character in both originals.

    A shingle is ``k`` words in a row, folded, of an article's content (title, subtitle, body; no shingle crosses from
    one into another). The containment of ``a`` in ``b`` is the share of a's distinct shingles that stand in ``b``
    (Broder 1997, "On the resemblance and containment of documents"), counted exactly: nothing is sampled or hashed. A
    passage holds at least one shared shingle, is followed both ways over small edits, and is cut where a
    caption or anything else that is no content stands inside it in either article.

    Parameters
    ----------
    corpus: the articles.
    k: the words of a shingle.
    min_words: a passage with fewer words in common is left out; pieces of a cut passage may be shorter. ``k`` where it
        is None, so that every share leads to the words that it counts.
    gap: the most words that an edit inside a passage may have on either side.
    cap: a shingle in more articles than this (a footer, a slogan) makes no pair by itself; it still counts in the
        containment of the pairs that other shingles make, and stands in ``capped``.

    Returns
    -------
    Overlap: ``pairs``, ``passages``, ``capped``, ``matrix()`` and ``flow()``.

    Raises
    ------
    WorkbenchError: an option is out of its range.
    UnknownLanguageError: an article is in a language that has no pack.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> def page(name, text):
    ...     return Article(name, name, "", None, "", "", "ar", text, (Block(0, len(text), "body"),), name)
    >>> said = "اتفق الجانبان على مواصلة الاتصالات في المستقبل القريب"
    >>> found = overlap(Corpus([page("أ", said + "."), page("ب", "قال البيان: " + said)]))
    >>> found.pairs[["words", "a_in_b"]].values.tolist()
    [[8.0, 1.0]]
    >>> row = found.passages.iloc[0]
    >>> found.corpus[row.b].text[row.b_start:row.b_end] == said
    True
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    least = k if min_words is None else min_words
    _check(k=(k, 1), min_words=(least, 1), gap=(gap, 0), cap=(cap, 2))
    words = read(corpus)
    shingle = shingles(words, k)
    found = postings(shingle, words.owners(), len(corpus))
    common = shared(found, cap=cap)
    index = Index(words, shingle, found.sizes, common)
    pairs, passages = _frames(corpus, index, Finder(words, shingle, Limits(k, gap, least)))
    return Overlap(corpus, k, (pairs, passages, _capped(corpus, index, k)), index)


def first(a: Article, b: Article) -> str:
    """The id of the article that was published first; empty unless both dates are known and tell.

    Times of day are compared where both have one and both or neither says its time zone; else the days.
    """
    one, other = a.published, b.published
    if one is None or other is None:
        return ""
    if not (_timed(one) and _timed(other) and _zoned(one) == _zoned(other)):
        one, other = _day(one), _day(other)
    return a.id if one < other else b.id if other < one else ""


def _timed(published: dt.date) -> bool:
    return isinstance(published, dt.datetime)


def _zoned(published: dt.date) -> bool:
    return isinstance(published, dt.datetime) and published.utcoffset() is not None


def _day(published: dt.date) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published


def _check(**given: tuple[int, int]) -> None:
    for name, (value, least) in given.items():
        if value < least:
            raise WorkbenchError(f"{name}={value} is too small.", hint=f"{name} is at least {least}.")


def _frames(corpus: Corpus, index: Index, finder: Finder) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The frames of pairs and of passages, both in the order of the corpus."""
    pairs: list[tuple[object, ...]] = []
    passages: list[tuple[object, ...]] = []
    common, sizes = index.common, index.sizes
    numbers = list(zip(common.a.tolist(), common.b.tolist(), common.both.tolist(), strict=True))
    for x, y, both in steps(numbers, "pairs", show=len(corpus) > MANY, many=0):
        a, b = corpus[x], corpus[y]
        spans, words = finder.between(x, y)
        pairs.append((a.id, b.id, words, both / int(sizes[x]), both / int(sizes[y]), first(a, b)))
        for span in spans:
            name = f"p{len(passages) + 1}"
            passages.append((name, a.id, span.a_start, span.a_end, b.id, *span[2:]))
    return frame(pairs, PAIR_COLUMNS), frame(passages, PASSAGE_COLUMNS)


def _capped(corpus: Corpus, index: Index, k: int) -> pd.DataFrame:
    """The capped shingles as they first stand, in most articles first."""
    import numpy as np

    words, common = index.words, index.common
    numbers, places = np.unique(index.shingle, return_index=True)
    owners = words.owners()
    rows: list[tuple[object, ...]] = []
    for number, articles in zip(common.capped.tolist(), common.capped_in.tolist(), strict=True):
        place = int(places[np.searchsorted(numbers, number)])
        text = corpus[int(owners[place])].text
        spans = zip(words.starts[place : place + k], words.ends[place : place + k], strict=True)
        rows.append((" ".join(text[start:end] for start, end in spans), articles))
    return frame(sorted(rows, key=lambda row: (-int(str(row[1])), str(row[0]))), CAPPED_COLUMNS)
