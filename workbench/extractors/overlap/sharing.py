"""The stages of the work, each over parts that do not depend on one another: words, pairs, passages."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from workbench.corpus import Corpus
from workbench.extractors.overlap.characters import Table
from workbench.extractors.overlap.words import Text, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Mask = NDArray[np.bool_]

__all__ = [
    "HALF",
    "NO_MASK",
    "PAIRS",
    "Candidates",
    "Limits",
    "Shared",
    "Stretches",
    "all_of",
    "arrays",
    "at_once",
    "candidates",
    "grouped",
    "holders",
    "lifted",
    "once",
    "outlets",
    "paired",
    "posted",
    "stretches",
    "taken_by",
    "together",
    "true",
]

SEED = 4
"""The words in a row that lead from one article to another; fewer where a shingle has fewer."""
EDITED = 10
"""The least equal words of a passage without a whole shingle: one that was edited all over."""
OF_ONE, NEXT = 24, 4
"""Articles of one outlet that hold the same words, of which each is paired with each; of more with so many that follow.

So a line at the foot of a thousand pages makes no million pairs of them, and is seen on every one."""
PART, RANGES = 1 << 18, 8
"""Words of a range of hashes, so that what is known of it stays near the processor; the bits of the most ranges."""
ROOM = 1 << 22
"""Pairs that are put together at once."""
PAIRS = 1 << 10
"""Pairs of articles that are laid beside each other in one call."""
FEW = 1 << 17
"""Words up to which one thread does all."""
LETTERS = 6
"""Characters of which a word with its space is made, about."""
HALF = np.uint64(32)
NO_MASK: Mask = np.zeros(0, dtype=np.bool_)
SIDES = ("words", "runs", "shared")

Item = TypeVar("Item")
Result = TypeVar("Result")


class Limits(NamedTuple):
    """The words of a shingle, of an edit, of the shortest passage; the most articles of a shingle that makes pairs."""

    k: int
    gap: int
    min_words: int
    cap: int

    @property
    def seed(self) -> int:
        """The words in a row by which pairs and passages are found."""
        return min(self.k, SEED)


class Candidates(NamedTuple):
    """The pairs of articles that share a seed; rows of a word that begins a capped seed, and how many hold it."""

    pairs: Hashes
    capped: Numbers


class Shared(NamedTuple):
    """Who shares how many shingles with whom.

    Parameters
    ----------
    pairs: of holders, the earlier in the upper half of a number; sorted.
    counts: how many distinct shingles each pair shares.
    sizes: how many distinct shingles each holder has.
    """

    pairs: Hashes
    counts: Numbers
    sizes: Numbers


@dataclass(frozen=True)
class Stretches:
    """Passages of pairs of articles, as runs of equal words.

    Parameters
    ----------
    pairs: those that share anything.
    pair: of each passage the number of its pair; sorted.
    firsts: of each passage its first run, and the end.
    words: of each the equal words of the whole stretch, of which it may be a piece.
    runs: of equal words: the first in either article, and how many.
    shared: runs of equal shingles, as ``between`` tells them: pair, the first word in either article, how many.
    """

    pairs: Hashes
    pair: Numbers
    firsts: Numbers
    words: Numbers
    runs: Numbers
    shared: Numbers

    @property
    def spans(self) -> Numbers:
        """The first and last word of each passage in either article, a row a passage; half-open."""
        first, last = self.runs[self.firsts[:-1]], self.runs[self.firsts[1:] - 1]
        return np.stack([first[:, 0], last[:, 0] + last[:, 2], first[:, 1], last[:, 1] + last[:, 2]], axis=1)

    @property
    def equal(self) -> Numbers:
        """How many words of each passage agree."""
        sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.runs[:, 2])])
        words: Numbers = sums[self.firsts[1:]] - sums[self.firsts[:-1]]
        return words

    def chosen(self, rows: Numbers) -> Stretches:
        """Only these passages, in this order."""
        sizes = np.diff(self.firsts)[rows]
        firsts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        runs = np.repeat(self.firsts[rows] - firsts[:-1], sizes) + np.arange(firsts[-1])
        return Stretches(self.pairs, self.pair[rows], firsts, self.words[rows], self.runs[runs], self.shared)


def outlets(corpus: Corpus) -> Numbers:
    """Of each article the number of its outlet."""
    place: dict[str, int] = {}
    return np.array([place.setdefault(article.source, len(place)) for article in corpus], dtype=np.int64)


def at_once(
    work: Callable[[Item], Result], items: Iterable[Item], *, threads: int = 2
) -> Generator[Result, None, None]:
    """What comes of each item, in order; on as many threads, which help where the work is kernels.

    A stop leaves nothing running: what has not begun is given up, what has begun ends within moments.
    """
    if threads < 2:
        yield from map(work, items)
        return
    pool = ThreadPoolExecutor(threads)
    rest = iter(items)
    waiting: list[Future[Result]] = []
    try:
        waiting = [pool.submit(work, item) for item in islice(rest, 2 * threads)]
        while waiting:
            done = waiting.pop(0).result()
            waiting.extend(pool.submit(work, item) for item in islice(rest, 1))
            yield done
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def holders(words: Words, k: int, labels: Numbers, left_out: Mask = NO_MASK) -> list[Callable[[], Shared]]:
    """What is to be done to learn which holders share shingles of ``k`` words, a task a range of hashes.

    Parameters
    ----------
    labels: for each article the number of its holder.
    left_out: words whose shingles do not count, where all words of one are such.
    """
    count = int(labels.max(initial=0)) + 1
    bits, lift = taken_by(count), _bits(len(words.hashes))

    def work(part: tuple[int, int]) -> Shared:
        from workbench.extractors.overlap.seedkernels import collected

        keys = np.sort(collected((words.hashes, words.runs, words.article_runs), k, part, (labels, bits), left_out))
        return grouped(keys, bits, count)

    return [partial(work, (lift, number)) for number in range(1 << lift)]


def posted(words: Words, k: int, first: int, known: tuple[int, int]) -> tuple[Hashes, Numbers]:
    """Who holds the shingles of a batch of articles, range after range of hashes, and where each range begins.

    Parameters
    ----------
    first: the number of the first article.
    known: by how many bits hashes are moved up, and how many bits the holder takes.
    """
    from workbench.extractors.overlap.seedkernels import parted

    given = (words.hashes, words.runs, words.article_runs)
    found: tuple[Hashes, Numbers] = parted(given, k, known[0], (first, known[1]))
    return found


def paired(
    postings: Sequence[Hashes], words: Words, limits: Limits, outlets: Numbers, known: tuple[int, int]
) -> Candidates:
    """The pairs of articles that the shingles of one range lead to, and what was capped.

    Parameters
    ----------
    postings: those of the range, of all batches.
    words: of all articles.
    outlets: of each article the number of its outlet.
    known: as for ``posted``.
    """
    from workbench.extractors.overlap.seedkernels import repeated

    keys = np.concatenate([np.zeros(0, np.uint64), *postings])
    keys = keys[: repeated(keys, np.zeros(1 << (len(keys) >> 3).bit_length(), dtype=np.uint64))]
    keys.sort()
    parts, capped = _expanded(keys, known[1], min(len(outlets), limits.cap), outlets)
    _located(words, keys, capped, limits.seed, known)
    return Candidates(once(np.concatenate([np.zeros(0, np.uint64), *parts])), capped)


def once(numbers: Hashes) -> Hashes:
    """The numbers, each once, sorted: by the processor's vectors, which is faster than what ``np.unique`` does."""
    numbers.sort()
    first: Mask = np.concatenate([np.ones(min(1, len(numbers)), bool), numbers[1:] != numbers[:-1]])
    each: Hashes = numbers[first]
    return each


def lifted(characters: int) -> int:
    """By how many of its first bits a hash is put into a range, in a corpus of so many characters."""
    return _bits(characters // LETTERS)


def _bits(words: int) -> int:
    return 0 if words <= FEW else min(max(1, (words // PART).bit_length()), RANGES)


def taken_by(count: int) -> int:
    """The bits that the number of one of so many takes."""
    return max(1, (count - 1).bit_length())


def _located(words: Words, keys: Hashes, capped: Numbers, k: int, known: tuple[int, int]) -> None:
    """Put in the place of the first key of each capped shingle the word at which the shingle first begins.

    Parameters
    ----------
    keys: of one range, sorted.
    known: by how many bits their hashes were moved up, and how many bits the holder takes.
    """
    from workbench.extractors.overlap.seedkernels import found_again

    if len(capped):
        first = keys[capped[:, 0]]
        low = np.uint64((1 << known[1]) - 1)
        asked = ((first & low).astype(np.int64), first & ~low, *known)
        capped[:, 0] = found_again(words.hashes, words.runs, words.article_runs, k, asked)


def _expanded(keys: Hashes, bits: int, cap: int, outlets: Numbers) -> tuple[list[Hashes], Numbers]:
    """The pairs that sorted keys lead to, as often as they do, in portions; of what was capped the first key."""
    from workbench.extractors.overlap.seedkernels import expanded

    pairs: list[Hashes] = []
    capped, begin = [np.zeros((0, 2), np.int64)], 0
    while begin < len(keys):
        more, over, begin = expanded(keys, bits, (cap, OF_ONE, NEXT), outlets, begin, ROOM)
        pairs.append(more if begin == len(keys) else once(more))
        capped.append(over)
    return pairs, np.concatenate(capped)


def grouped(keys: Hashes, bits: int, count: int) -> Shared:
    """How many of the shingles of sorted keys each two holders share, and each one has."""
    from workbench.extractors.overlap.seedkernels import expanded

    found: list[tuple[Hashes, Numbers]] = [(np.zeros(0, np.uint64), np.zeros(0, np.int64))]
    begin = 0
    while begin < len(keys):
        more, _, begin = expanded(keys, bits, (count, OF_ONE, NEXT), np.arange(count), begin, ROOM)
        found = [summed([*found, np.unique(more, return_counts=True)])]
    first = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    own = keys[np.concatenate([np.zeros(min(1, len(keys)), np.int64), first])] & np.uint64((1 << bits) - 1)
    return Shared(*found[0], np.bincount(own.astype(np.int64), minlength=count))


def summed(parts: Sequence[tuple[Hashes, Numbers]]) -> tuple[Hashes, Numbers]:
    """Sorted numbers with counts, put together."""
    keys = np.concatenate([part[0] for part in parts])
    counts = np.concatenate([part[1] for part in parts])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]]))
    return keys[first], np.add.reduceat(counts, first) if len(first) else counts


def together(parts: Sequence[Shared]) -> Shared:
    """What all ranges of hashes gave."""
    pairs, counts = summed([(part.pairs, part.counts) for part in parts])
    return Shared(pairs, counts, np.sum([part.sizes for part in parts], axis=0))


def candidates(parts: Sequence[Candidates]) -> Candidates:
    """The pairs of all ranges of hashes, each once, sorted, and all that was capped."""
    pairs, capped = ([getattr(part, name) for part in parts] for name in ("pairs", "capped"))
    return Candidates(once(np.concatenate(pairs)), np.concatenate(capped))


def arrays(words: Words) -> tuple[Hashes, Numbers, Numbers, Numbers, Numbers]:
    """The words as the kernels of pairs take them."""
    return words.hashes, words.bounds, words.runs, words.article_runs, words.pieces


def stretches(words: Words, pairs: Hashes, limits: Limits) -> Stretches:
    """The passages of some pairs, whatever their length, found by hashes alone."""
    from workbench.extractors.overlap.pairkernels import between

    least = min(limits.k, limits.min_words)
    asked = np.array([limits.seed, limits.k, limits.gap, least, max(EDITED, least)], dtype=np.int64)
    passages, runs, shared = between(arrays(words), pairs, asked)
    firsts = np.concatenate([passages[:, 1], [len(runs)]])
    return Stretches(pairs, passages[:, 0], firsts, passages[:, 2], runs, shared)


def true(found: Stretches, words: Words, texts: Callable[[Numbers, Numbers], Text], rules: Table) -> Stretches:
    """The passages without runs whose hashes agree and whose words do not.

    Parameters
    ----------
    texts: gives the texts of some articles, by number; it is told the first character of each that is looked at and
        the one behind the last, a row of each.
    rules: the table of their languages.
    """
    from workbench.extractors.overlap.wordkernels import looked_at, verified

    if not len(found.runs):
        return found
    pairs = found.pairs[np.repeat(found.pair, np.diff(found.firsts))]
    sides = np.stack([pairs >> HALF, pairs & np.uint64(0xFFFFFFFF)]).astype(np.int64)
    needed, places = np.unique(sides, return_inverse=True)
    places = np.ascontiguousarray(places.reshape(2, -1))
    marks = words.starts, words.ends
    text = texts(needed, looked_at(marks, found.runs, places, len(needed)))
    articles = (text.firsts, text.rows, text.wide, text.origins)
    same = verified(text.data, articles, marks, (*places, *np.ascontiguousarray(found.runs.T)), rules[:3])
    return found if same.all() else _without(found, same)


def _without(found: Stretches, same: Mask) -> Stretches:
    """The passages without some of their runs, and none that has no run."""
    owner = np.repeat(np.arange(len(found.pair)), np.diff(found.firsts))[same]
    left, firsts = np.unique(owner, return_index=True)
    runs, firsts = found.runs[same], np.concatenate([firsts, [same.sum()]])
    return Stretches(found.pairs, found.pair[left], firsts, found.words[left], runs, found.shared)


def all_of(parts: Sequence[Stretches]) -> Stretches:
    """The passages of all portions of pairs: in the order of the pairs, then as they stand in the first article."""
    if not parts:
        none = np.zeros(0, np.int64)
        runs, shared = np.zeros((0, 3), np.int64), np.zeros((0, 4), np.int64)
        return Stretches(np.zeros(0, np.uint64), none, np.zeros(1, np.int64), none, runs, shared)
    pairs = np.concatenate([part.pairs for part in parts])
    before = np.cumsum([0, *(len(part.pairs) for part in parts)])
    runs_before = np.cumsum([0, *(len(part.runs) for part in parts)])
    pair = np.concatenate([part.pair + first for part, first in zip(parts, before[:-1], strict=True)])
    firsts = [part.firsts[:-1] + first for part, first in zip(parts, runs_before[:-1], strict=True)]
    words, runs, shared = (np.concatenate([getattr(part, name) for part in parts]) for name in SIDES)
    shared[:, 0] += np.repeat(before[:-1], [len(part.shared) for part in parts])
    whole = Stretches(pairs, pair, np.concatenate([*firsts, runs_before[-1:]]), words, runs, shared)
    spans = whole.spans
    found = whole.chosen(np.lexsort((spans[:, 3], spans[:, 2], spans[:, 1], spans[:, 0], pair)))
    there = np.zeros(len(pairs), dtype=bool)
    there[pair] = True
    numbers = np.cumsum(there) - 1
    shared = shared[there[shared[:, 0]]]
    shared[:, 0] = numbers[shared[:, 0]]
    return Stretches(pairs[there], numbers[found.pair], found.firsts, found.words, found.runs, shared)
