"""The words of a corpus as arrays, and which articles share their shingles.

Everything is a flat array over all words of the corpus: memory grows with the number of words. Numbers stand for
words and shingles without any hashing, so that no two shingles are ever taken for one another: a word's number
is its place in the alphabetical list of the folded words, and a shingle's number comes from ranking pairs of
shorter ones, doubling their length (Karp, Miller and Rosenberg 1972, "Rapid identification of repeated patterns").
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article, Block, Corpus
from workbench.languages import pack
from workbench.progress import steps
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["MANY", "Postings", "Shared", "Words", "postings", "read", "shared", "shingles"]

MANY = 500  # articles above which a progress bar is worth its line
PAIRS_AT_ONCE = 4_000_000  # pair numbers held before they are counted together


@dataclass(frozen=True)
class Words:
    """All content words of a corpus, article by article; each array has one number a word but ``bounds``.

    Parameters
    ----------
    ids: the place of the folded word in the alphabetical list of all.
    starts, ends: its characters in the article's text.
    runs: which sequence it stands in; words of different sequences never make a shingle.
    pieces: which stretch of the page; two words of one piece have nothing but content between them.
    bounds: the words of article ``n`` are those from ``bounds[n]`` to ``bounds[n + 1]``.
    """

    ids: Numbers
    starts: Numbers
    ends: Numbers
    runs: Numbers
    pieces: Numbers
    bounds: Numbers

    def owners(self) -> Numbers:
        """The number of each word's article."""
        import numpy as np

        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))


class Postings(NamedTuple):
    """Which document holds which shingle, each once, by shingle and then document; ``sizes`` by document."""

    shingle: Numbers
    document: Numbers
    sizes: Numbers


class Shared(NamedTuple):
    """Pairs of documents and the number of distinct shingles that stand in both; the shingles that were capped."""

    a: Numbers
    b: Numbers
    both: Numbers
    capped: Numbers
    capped_in: Numbers


def sequences(article: Article) -> list[list[Block]]:
    """The content of an article as the sequences in which its words follow one another.

    All of the body is one sequence: outlets break paragraphs and set captions between them where they like, and a
    copy is a copy whatever stands between its paragraphs. Each title and subtitle is one of its own: that a headline
    stands before a certain first sentence is layout, and words across that border were never written as one text.
    """
    body = [block for block in article.content if block.kind == "body"]
    heads = [[block] for block in article.content if block.kind != "body"]
    return [*heads, body] if body else heads


def read(corpus: Corpus) -> Words:
    """The content words of a corpus, each folded by the pack of its article's language."""
    import numpy as np

    vocabulary: dict[str, int] = {}
    columns = {name: array("q") for name in ("ids", "starts", "ends", "runs", "pieces")}
    bounds, run, piece = array("q", [0]), 0, 0
    for article in steps(corpus, "words", many=MANY):
        language = pack(article.language)
        for sequence in sequences(article):
            run, previous = run + 1, -1
            for block in sequence:
                piece += previous < 0 or bool(article.text[previous : block.start].strip())
                previous = block.end
                found = tokens(article.text, language, start=block.start, end=block.end)
                found = [token for token in found if token.folded]  # a lone tatweel folds to nothing
                columns["ids"].extend(vocabulary.setdefault(token.folded, len(vocabulary)) for token in found)
                columns["starts"].extend(token.start for token in found)
                columns["ends"].extend(token.end for token in found)
                columns["runs"].extend([run] * len(found))
                columns["pieces"].extend([piece] * len(found))
        bounds.append(len(columns["ids"]))
    arrays = {name: np.frombuffer(column, dtype=np.int64) if column else _none() for name, column in columns.items()}
    ranks = np.empty(len(vocabulary), dtype=np.int64)
    ranks[[vocabulary[word] for word in sorted(vocabulary)]] = np.arange(len(vocabulary))
    arrays["ids"] = ranks[arrays["ids"]]
    return Words(**arrays, bounds=np.frombuffer(bounds, dtype=np.int64))


def shingles(words: Words, k: int) -> Numbers:
    """For each word the number of the ``k``-word shingle that it begins; -1 where its sequence ends before that."""
    import numpy as np

    found = np.full(len(words.ids), -1, dtype=np.int64)
    if len(words.ids) < k:
        return found
    ranks, width = words.ids, 1
    while width < k:
        step = min(width, k - width)
        pairs = ranks[:-step] * (int(ranks.max()) + 1) + ranks[step:]
        ranks = np.unique(pairs, return_inverse=True)[1].astype(np.int64)
        width += step
    whole = words.runs[: len(ranks)] == words.runs[k - 1 :]
    found[: len(ranks)][whole] = ranks[whole]
    return found


def postings(shingle: Numbers, document: Numbers, documents: int) -> Postings:
    """The distinct shingles of each document, from one number of either kind for each word."""
    import numpy as np

    stands = shingle >= 0
    keys = np.unique(shingle[stands] * max(documents, 1) + document[stands])
    holders = keys % max(documents, 1)
    return Postings(keys // max(documents, 1), holders, np.bincount(holders, minlength=documents))


def shared(given: Postings, *, cap: int | None = None) -> Shared:
    """The pairs of documents that share a shingle, ``a`` before ``b``, and how many distinct ones they share.

    Shingles in more than ``cap`` documents lead to no pair; they are counted for the pairs that others lead to.
    """
    import numpy as np

    documents = len(given.sizes)
    numbers, firsts, spread = np.unique(given.shingle, return_index=True, return_counts=True)
    over = spread > (documents if cap is None else cap)
    keys, counts = _counted(_pair_keys(given.document, firsts[~over], spread[~over], documents))
    a, b = keys // max(documents, 1), keys % max(documents, 1)
    if over.any():
        held = _held(given, numbers[over], firsts[over], spread[over])
        more = [len(held[x] & held[y]) for x, y in zip(a.tolist(), b.tolist(), strict=True)]
        counts = counts + np.array(more, dtype=np.int64)
    return Shared(a, b, counts, numbers[over], spread[over])


def _pair_keys(document: Numbers, firsts: Numbers, spread: Numbers, documents: int) -> Iterator[Numbers]:
    """The pairs that each shingle leads to, as ``a * documents + b``, in portions."""
    import numpy as np

    for size in np.unique(spread[spread > 1]).tolist():
        groups = firsts[spread == size]
        left, right = np.triu_indices(size, 1)
        portion = max(1, PAIRS_AT_ONCE // len(left))
        for begin in range(0, len(groups), portion):
            rows = document[groups[begin : begin + portion, None] + np.arange(size)]
            yield (rows[:, left] * documents + rows[:, right]).ravel()


def _counted(portions: Iterator[Numbers]) -> tuple[Numbers, Numbers]:
    """Each key once with how often it came; portions are put together as soon as they outgrow their limit."""
    import numpy as np

    keys, counts = _none(), _none()
    waiting: list[Numbers] = []
    for portion in portions:
        waiting.append(portion)
        if sum(map(len, waiting)) > PAIRS_AT_ONCE:
            keys, counts = _added(keys, counts, np.concatenate(waiting))
            waiting = []
    return _added(keys, counts, np.concatenate(waiting)) if waiting else (keys, counts)


def _added(keys: Numbers, counts: Numbers, more: Numbers) -> tuple[Numbers, Numbers]:
    import numpy as np

    fresh, times = np.unique(more, return_counts=True)
    together, where = np.unique(np.concatenate([keys, fresh]), return_inverse=True)
    sums = np.zeros(len(together), dtype=np.int64)
    sums[where[: len(keys)]] += counts
    sums[where[len(keys) :]] += times
    return together, sums


def _held(given: Postings, numbers: Numbers, firsts: Numbers, spread: Numbers) -> dict[int, set[int]]:
    """The capped shingles of each document."""
    held: dict[int, set[int]] = defaultdict(set)
    for number, first, size in zip(numbers.tolist(), firsts.tolist(), spread.tolist(), strict=True):
        for document in given.document[first : first + size].tolist():
            held[document].add(number)
    return held


def _none() -> Numbers:
    import numpy as np

    return np.zeros(0, dtype=np.int64)
