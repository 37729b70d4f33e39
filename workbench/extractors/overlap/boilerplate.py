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

from workbench.extractors.overlap.sharing import HALF, NO_MASK, Stretches, arrays, at_once, outlets
from workbench.extractors.overlap.spans import each, joined, swept, within
from workbench.extractors.overlap.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.corpus import Corpus
    from workbench.extractors.overlap.spans import Spans

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
MANY = 1 << 12
"""Articles that are looked through for capped shingles in one call."""


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
    outlet = swept(joined(outlet, _capped(words, sources, capped[:, 0], seed)), 1)
    marked = swept(joined(outlet, end), 1)
    if not len(marked[0]):
        return Boilerplate(np.zeros(len(found.pair), bool), NO_MASK, [])
    spans = found.spans
    inside = [within(marked, spans[:, n]) for n in range(4)]
    shares = [(inside[n + 1] - inside[n]) / (spans[:, n + 1] - spans[:, n]) for n in (0, 2)]
    passages = np.maximum(*shares) >= MOST
    rows = _rows(corpus, words, marked, outlet)
    own = spans[passages]
    whole = swept(joined(marked, (own[:, 0], own[:, 1]), (own[:, 2], own[:, 3])), 1)
    mask = np.zeros(len(words.hashes), bool)
    mask[each(whole)] = True
    return Boilerplate(passages, mask, rows)


def _evidence(words: Words, found: Stretches, told: Numbers, sources: Numbers) -> tuple[Spans, Spans]:
    """Where words stand that repeat through an outlet's pages, and those that stand at the same end of many."""
    a, b = ((found.pairs >> HALF).astype(np.int64), (found.pairs & np.uint64(0xFFFFFFFF)).astype(np.int64))
    little = told <= LITTLE * np.minimum(words.lengths[a], words.lengths[b])
    own = (little & (sources[a] == sources[b]))[found.pair]
    spans = found.spans
    ends = _at_same_end(words, spans) & little[found.pair]
    pages = swept(_shared(found.pair, spans, own), OUTLET - 1)
    many = swept(_shared(found.pair, spans, ends), SAME_END - 1)
    among = swept(_shared(found.pair, spans, ends & own), 1)
    return pages, swept(joined(many, among), 2)


def _at_same_end(words: Words, spans: Numbers) -> Mask:
    """The passages that stand at the beginning of a sequence in both articles, or at the end of one in both."""
    first = [spans[:, n] - words.runs[np.searchsorted(words.runs, spans[:, n], side="right") - 1] for n in (0, 2)]
    last = [words.runs[np.searchsorted(words.runs, spans[:, n] - 1, side="right")] - spans[:, n] for n in (1, 3)]
    near: Mask = (np.maximum(*first) <= EDGE) | (np.maximum(*last) <= EDGE)
    return near


def _shared(pair: Numbers, spans: Numbers, chosen: Mask) -> Spans:
    """Where the chosen passages stand in either article, those of one pair cut so that no word is in two."""
    low, high, owner = spans[chosen][:, [0, 2]], spans[chosen][:, [1, 3]], pair[chosen]
    if not len(owner):
        return low.ravel(), high.ravel()
    most = int(high.max()) + 1
    parts = []
    for side in range(2):
        order = np.lexsort((low[:, side], owner))
        first, last, whose = low[order, side], high[order, side], owner[order]
        # of one pair no word counts twice: each passage begins where those before it end
        reach = np.maximum.accumulate(last + whose * most) - whose * most
        same = np.concatenate([[False], whose[1:] == whose[:-1]])
        first = np.where(same, np.maximum(first, np.roll(reach, 1)), first)
        parts.append((first[first < last], last[first < last]))
    return joined(*parts)


def _capped(words: Words, sources: Numbers, examples: Numbers, seed: int) -> Spans:
    """The long stretches all of whose shingles are over the cap, where three pages of one outlet have them."""
    from workbench.extractors.overlap.countkernels import begun

    if not len(examples):
        return examples, examples
    places, count = np.ascontiguousarray(examples), len(words.bounds) - 1
    portions = [(first, min(first + MANY, count)) for first in range(0, count, MANY)]
    found = at_once(lambda some: begun(arrays(words), some, places, seed), portions, threads=min(2, len(portions)))
    low, high = swept(joined(*((one[:, 0], one[:, 1]) for one in found)), 1)
    long = high - low >= LONG
    low, high = low[long], high[long]
    article = np.searchsorted(words.bounds, low, side="right") - 1
    text = _sums(words, low, high).tolist()
    pages = Counter(set(zip(text, sources[article].tolist(), article.tolist(), strict=True)))
    held = Counter((one, outlet) for one, outlet, _ in pages)
    repeated = {one for (one, _), count in held.items() if count >= OUTLET}
    marked = np.array([one in repeated for one in text], dtype=bool)
    return low[marked], high[marked]


def _sums(words: Words, low: Numbers, high: Numbers) -> NDArray[np.uint64]:
    """The sum of the hashes of the words of each stretch."""
    firsts = np.cumsum(high - low) - (high - low)
    hashes = words.hashes[each((low, high))]
    return np.add.reduceat(hashes, firsts) if len(low) else hashes


def _rows(corpus: Corpus, words: Words, marked: Spans, outlet: Spans) -> list[tuple[str, str, int, str]]:
    """Each stretch of boilerplate once for each outlet, the commonest wording of those that begin or end alike."""
    low, high = _by_article(words, *marked)
    article = np.searchsorted(words.bounds, low, side="right") - 1
    repeats = within(outlet, high) > within(outlet, low)
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
