"""What went from outlet to outlet in time, and what one outlet alone has."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from workbench.corpus import Article, Block
from workbench.extractors.overlap.result import FLOW_COLUMNS, REWORDED_PAIR_COLUMNS, UNIQUE_COLUMNS, Overlap, frame
from workbench.languages import pack
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    from workbench.extractors.overlap.tables import Index
    from workbench.extractors.overlap.words import Words

__all__ = ["flow", "reworded_pairs", "reworded_shares", "unique"]

Span = tuple[int, int]
Time = dt.datetime | None
MOST = 0.5
"""The least part of a sentence's words that are boilerplate for the sentence to be."""


def flow(overlap: Overlap, words: Words, every: str | None) -> pd.DataFrame:
    """``Overlap.flow``."""
    numbers = {article.id: number for number, article in enumerate(overlap.corpus)}
    times = {article.id: _time(article, every) for article in overlap.corpus}
    spans: dict[tuple[str, str, Time], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    pairs: dict[tuple[str, str, Time], set[tuple[str, str]]] = defaultdict(set)
    for first, later, span, pair in _copied(overlap):
        route = (overlap.corpus[first].source, overlap.corpus[later].source, times[later])
        spans[route][later].append(span)
        pairs[route].add(pair)
    lengths: Counter[tuple[str, Time]] = Counter()
    for article, length in zip(overlap.corpus, words.lengths.tolist(), strict=True):
        lengths[article.source, times[article.id]] += length
    rows: list[tuple[Any, ...]] = []
    for (one, other, time), found in spans.items():
        inside = sum(_inside(words, numbers[later], places) for later, places in found.items())
        rows.append((one, other, inside, inside / lengths[other, time], len(pairs[one, other, time]), time))
    rows.sort(key=lambda row: (row[5] is None, row[5] or dt.datetime.min, -row[2], row[0], row[1]))
    made = frame([row[:5] for row in rows], FLOW_COLUMNS)
    if every is not None:
        made["time"] = pd.Series([row[5] for row in rows], dtype="datetime64[us]")
    return made


def _copied(overlap: Overlap) -> Iterator[tuple[str, str, Span, tuple[str, str]]]:
    """The passages of two outlets of which one is known to be first: its article, the later, its span, the pair."""
    known = overlap.pairs[overlap.pairs["first"] != ""]
    order = {(a, b): first for a, b, first in known[["a", "b", "first"]].itertuples(index=False, name=None)}
    own = overlap.passages[~overlap.passages["boilerplate"]]
    for _, a, a_start, a_end, b, b_start, b_end, *_ in own.itertuples(index=False, name=None):
        first = order.get((a, b), "")
        if first and overlap.corpus[a].source != overlap.corpus[b].source:
            later, span = (b, (b_start, b_end)) if first == a else (a, (a_start, a_end))
            yield first, later, span, (a, b)


def _time(article: Article, every: str | None) -> Time:
    """The day or hour in which an article was published; None where it is not asked for or not known."""
    when = article.published
    if every is None or when is None or (every == "h" and not isinstance(when, dt.datetime)):
        return None
    hour = when.hour if every == "h" and isinstance(when, dt.datetime) else 0
    return dt.datetime(when.year, when.month, when.day, hour)


def _inside(words: Words, number: int, spans: list[Span]) -> int:
    """How many words of an article stand inside these spans, each once."""
    own = slice(int(words.bounds[number]), int(words.bounds[number + 1]))
    starts, ends = words.starts[own], words.ends[own]
    inside = starts < 0
    for start, end in spans:
        inside |= (start <= starts) & (ends <= end)
    return int(inside.sum())


def reworded_shares(overlap: Overlap, words: Words, by: str) -> pd.DataFrame:
    """``Overlap.reworded_matrix``."""
    articles = list(overlap.corpus)
    groups = {article.id: article.source if by == "source" else article.id for article in articles}
    names = overlap.corpus.sources if by == "source" else list(groups)
    places = {name: place for place, name in enumerate(names)}
    sizes: Counter[str] = Counter()
    for article, length in zip(articles, words.lengths.tolist(), strict=True):
        sizes[groups[article.id]] += length
    cells = np.zeros((len(names), len(names)))
    for (row, column), count in _reworded_words(overlap, words, groups).items():
        cells[places[row], places[column]] = count / sizes[row]
    np.fill_diagonal(cells, np.nan)
    return pd.DataFrame(cells, index=pd.Index(names, name=by), columns=pd.Index(names, name=by))


def reworded_pairs(overlap: Overlap, words: Words) -> pd.DataFrame:
    """``Overlap.reworded_pairs``."""
    numbers = {article.id: number for number, article in enumerate(overlap.corpus)}
    counts = _reworded_words(overlap, words, {name: name for name in numbers})
    lengths = {name: int(words.lengths[number]) for name, number in numbers.items()}
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for a, b, *told in overlap.reworded[["a", "b", "first", "first_by"]].itertuples(index=False, name=None):
        found[a, b].append((told[0], told[1]))
    rows = [
        (a, b, len(told), counts[a, b] / lengths[a], counts[b, a] / lengths[b], *told[0])
        for (a, b), told in found.items()
    ]
    return frame(rows, REWORDED_PAIR_COLUMNS)


def _reworded_words(overlap: Overlap, words: Words, groups: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """How many words of one group stand in sentences that another one rewords, each once."""
    numbers = {article.id: number for number, article in enumerate(overlap.corpus)}
    spans: dict[tuple[str, str], dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for _, a, a_start, a_end, b, b_start, b_end, *_ in overlap.reworded.itertuples(index=False, name=None):
        spans[groups[a], groups[b]][numbers[a]].append((a_start, a_end))
        spans[groups[b], groups[a]][numbers[b]].append((b_start, b_end))
    return {
        both: sum(_inside(words, number, own) for number, own in found.items())
        for both, found in spans.items()
        if both[0] != both[1]
    }


def unique(overlap: Overlap, index: Index, source: str) -> pd.DataFrame:
    """``Overlap.unique``."""
    shared = _shared(overlap, source)
    rows: list[tuple[object, ...]] = []
    for number, article in enumerate(overlap.corpus):
        if article.source != source:
            continue
        own = slice(int(index.words.bounds[number]), int(index.words.bounds[number + 1]))
        starts = index.words.starts[own]
        apart = index.boilerplate.words[own]
        order = np.argsort(starts, kind="stable")
        places, marked = starts[order], apart[order] if len(apart) else np.zeros(len(starts), bool)
        for block in article.content:
            for start, end in _alone(article, block, shared[article.id], (places, marked)):
                first, last = np.searchsorted(places, [start, end])
                rows.append((article.id, start, end, article.text[start:end], int(last - first)))
    return frame(rows, UNIQUE_COLUMNS)


def _shared(overlap: Overlap, source: str) -> dict[str, list[Span]]:
    """The stretches of an outlet's articles that another outlet has too, in order and none inside another."""
    spans: dict[str, list[Span]] = defaultdict(list)
    own = overlap.passages[~overlap.passages["boilerplate"]]
    for _, a, a_start, a_end, b, b_start, b_end, *_ in own.itertuples(index=False, name=None):
        sources = (overlap.corpus[a].source, overlap.corpus[b].source)
        if sources[0] != sources[1] and source in sources:
            name, span = (a, (a_start, a_end)) if sources[0] == source else (b, (b_start, b_end))
            spans[name].append(span)
    merged: dict[str, list[Span]] = defaultdict(list)
    for name, found in spans.items():
        for start, end in sorted(found):
            if merged[name] and start <= merged[name][-1][1]:
                merged[name][-1] = (merged[name][-1][0], max(end, merged[name][-1][1]))
            else:
                merged[name].append((start, end))
    return merged


def _alone(article: Article, block: Block, shared: list[Span], words: tuple[Any, Any]) -> Iterator[Span]:
    """The stretches of whole sentences of a block that hold words, and share none and no boilerplate."""
    begin = last = -1
    for sentence in sentences(article.text, pack(article.language), start=block.start, end=block.end):
        low, high = np.searchsorted(words[0], [sentence.start, sentence.end])
        before = bisect_right(shared, (sentence.end - 1, len(article.text)))
        meets = before > 0 and shared[before - 1][1] > sentence.start
        if low < high and not meets and words[1][low:high].mean() < MOST:
            begin, last = (sentence.start if begin < 0 else begin), sentence.end
        elif begin >= 0:
            yield begin, last
            begin = -1
    if begin >= 0:
        yield begin, last
