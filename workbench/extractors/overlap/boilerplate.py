"""Boilerplate: what an outlet prints on page after page, told apart from what one page took from another.

Two signs, both of pages that have little else in common, so that versions of one story are none:

- ``outlet``: the words stand in at least three articles of one outlet.
- ``end``: they stand at the same end of at least five articles, another one of the article's own outlet among them.

Words of the first sign are also those of long stretches that are in more articles than the cap, in three of one outlet.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.extractors.overlap.sharing import HALF, NO_MASK, Stretches, arrays, outlets
from workbench.extractors.overlap.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.corpus import Corpus

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

__all__ = ["Boilerplate", "boilerplate"]

OUTLET = 3
"""Articles of one outlet through which boilerplate repeats."""
SAME_END = 5
"""Articles at the same end of which it stands, whatever their outlets."""
LITTLE = 1 / 3
"""The most that two pages may share, of the shorter one, for what they share to be boilerplate."""
EDGE = 3
"""The most words between boilerplate and the end at which it stands."""
MOST = 2 / 3
"""How much of a passage must be boilerplate on either side for the passage to be such."""
LONG = 8
"""The words of a stretch of capped shingles that is no mere turn of phrase."""


class Boilerplate(NamedTuple):
    """What was told apart.

    Parameters
    ----------
    passages: of each passage whether it is boilerplate.
    words: of each word whether it is; empty where none is.
    rows: text, outlet, articles, reason.
    """

    passages: Mask
    words: Mask
    rows: list[tuple[str, str, int, str]]


def boilerplate(
    corpus: Corpus, words: Words, found: Stretches, told: Numbers, capped: Numbers, *, seed: int
) -> Boilerplate:
    """What of the passages is boilerplate, and which words of the corpus are.

    Parameters
    ----------
    found: the passages.
    told: how many words each pair shares.
    capped: rows of a word that begins a run of ``seed`` words over the cap, and in how many articles it is.
    """
    sources = outlets(corpus)
    outlet, end = _evidence(words, found, told, sources)
    outlet |= _capped(words, sources, capped[:, 0], seed)
    marked = outlet | end
    if not marked.any():
        return Boilerplate(np.zeros(len(found.pair), bool), NO_MASK, [])
    spans = found.spans
    sums = np.concatenate([np.zeros(1, np.int32), np.cumsum(marked, dtype=np.int32)])
    shares = [(sums[spans[:, n + 1]] - sums[spans[:, n]]) / (spans[:, n + 1] - spans[:, n]) for n in (0, 2)]
    passages = np.maximum(*shares) >= MOST
    rows = _rows(corpus, words, marked, outlet)
    edges = np.zeros(len(marked) + 1, np.int32)
    np.add.at(edges, spans[passages][:, [0, 2]].ravel(), 1)
    np.add.at(edges, spans[passages][:, [1, 3]].ravel(), -1)
    marked |= np.cumsum(edges[:-1]) > 0
    return Boilerplate(passages, marked, rows)


def _evidence(words: Words, found: Stretches, told: Numbers, sources: Numbers) -> tuple[Mask, Mask]:
    """The words that repeat through an outlet's pages, and those that stand at the same end of many."""
    count = len(words.hashes)
    a, b = ((found.pairs >> HALF).astype(np.int64), (found.pairs & np.uint64(0xFFFFFFFF)).astype(np.int64))
    little = told <= LITTLE * np.minimum(words.lengths[a], words.lengths[b])
    own = little & (sources[a] == sources[b])
    spans = found.spans
    ends = _at_same_end(words, spans) & little[found.pair]
    if not (own.any() or ends.any()):
        return np.zeros(count, bool), np.zeros(count, bool)
    pages = _covered(count, found.pair, spans, own[found.pair])
    many = _covered(count, found.pair, spans, ends)
    among = _covered(count, found.pair, spans, ends & own[found.pair])
    return pages >= OUTLET - 1, (many >= SAME_END - 1) & (among >= 1)


def _at_same_end(words: Words, spans: Numbers) -> Mask:
    """The passages that stand at the beginning of a sequence in both articles, or at the end of one in both."""
    first = [spans[:, n] - words.runs[np.searchsorted(words.runs, spans[:, n], side="right") - 1] for n in (0, 2)]
    last = [words.runs[np.searchsorted(words.runs, spans[:, n] - 1, side="right")] - spans[:, n] for n in (1, 3)]
    near: Mask = (np.maximum(*first) <= EDGE) | (np.maximum(*last) <= EDGE)
    return near


def _covered(count: int, pair: Numbers, spans: Numbers, chosen: Mask) -> NDArray[np.int32]:
    """For each word how many other articles share it with its own in the chosen passages."""
    steps = np.zeros(count + 1, dtype=np.int32)
    if not chosen.any():
        return steps[:-1]
    for side in (0, 2):
        low, high, owner = spans[chosen, side], spans[chosen, side + 1], pair[chosen]
        order = np.lexsort((low, owner))
        low, high, owner = low[order], high[order], owner[order]
        # of one pair no word counts twice: each passage begins where those before it end
        reach = np.maximum.accumulate(high + owner * (count + 1)) - owner * (count + 1)
        same = np.concatenate([[False], owner[1:] == owner[:-1]])[: len(low)]
        low = np.where(same, np.maximum(low, np.roll(reach, 1)), low)
        fresh = low < high
        np.add.at(steps, low[fresh], 1)
        np.add.at(steps, high[fresh], -1)
    return np.cumsum(steps[:-1], dtype=np.int32)


def _capped(words: Words, sources: Numbers, examples: Numbers, seed: int) -> Mask:
    """The words of long stretches all of whose shingles are over the cap, where three pages of one outlet have them."""
    from workbench.extractors.overlap.pairkernels import begun

    marked = np.zeros(len(words.hashes), dtype=bool)
    if not len(examples):
        return marked
    low, high = _stretches(begun(arrays(words), np.ascontiguousarray(examples), seed))
    long = high - low >= LONG
    low, high = low[long], high[long]
    article = np.searchsorted(words.bounds, low, side="right") - 1
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(words.hashes)])
    text = (sums[high] - sums[low]).tolist()
    pages = Counter(set(zip(text, sources[article].tolist(), article.tolist(), strict=True)))
    held = Counter((one, outlet) for one, outlet, _ in pages)
    repeated = {one for (one, _), count in held.items() if count >= OUTLET}
    for one, first, end in zip(text, low.tolist(), high.tolist(), strict=True):
        if one in repeated:
            marked[first:end] = True
    return marked


def _stretches(marked: Mask) -> tuple[Numbers, Numbers]:
    """Where runs of marked words begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marked.astype(np.int8), [0]])))
    return edges[::2], edges[1::2]


def _rows(corpus: Corpus, words: Words, marked: Mask, outlet: Mask) -> list[tuple[str, str, int, str]]:
    """Each stretch of boilerplate once for each outlet, the commonest wording of those that begin or end alike."""
    low, high = _by_article(words, *_stretches(marked))
    article = np.searchsorted(words.bounds, low, side="right") - 1
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(outlet[low[0] : high[-1]])])
    repeats = sums[high - low[0]] > sums[low - low[0]]
    columns = (article, words.starts[low], words.ends[high - 1], _three(words, low), _three(words, high - 3), repeats)
    groups: dict[tuple[str, int, int], int] = {}
    members: list[dict[str, set[int]]] = []
    reasons: list[str] = []
    articles = list(corpus)
    for number, start, end, head, tail, repeated in zip(*(one.tolist() for one in columns), strict=True):
        one = articles[number]
        keys = [(one.source, 0, head), (one.source, 1, tail)]
        group = next((groups[key] for key in keys if key in groups), len(members))
        if group == len(members):
            members.append({})
            reasons.append("outlet" if repeated else "end")
        groups.update(dict.fromkeys(keys, group))
        members[group].setdefault(one.text[start:end], set()).add(number)
    rows = []
    for texts, reason in zip(members, reasons, strict=True):
        text, some = max(texts.items(), key=lambda item: (len(item[1]), len(item[0]), item[0]))
        rows.append((text, corpus[min(some)].source, len(set().union(*texts.values())), reason))
    return sorted(rows, key=lambda row: (-row[2], row[1], row[0]))


def _by_article(words: Words, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """Stretches of words, each cut where an article ends."""
    at = np.searchsorted(low, words.bounds, side="right") - 1
    inner = words.bounds[(at >= 0) & (words.bounds > low[at]) & (words.bounds < high[at])]
    return np.union1d(low, inner), np.union1d(high, inner)


def _three(words: Words, places: Numbers) -> NDArray[np.uint64]:
    """The sum of the hashes of three words in a row, as far as they are there."""
    inside = [(places + n >= 0) & (places + n < len(words.hashes)) for n in range(3)]
    last = len(words.hashes) - 1
    parts = [np.where(there, words.hashes[(places + n).clip(0, last)], 0) for n, there in enumerate(inside)]
    total: NDArray[np.uint64] = parts[0] + parts[1] + parts[2]
    return total
