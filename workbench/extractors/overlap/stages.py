"""The stages of the work over a folder: each task reads files, writes its own, and needs no other task of its stage.

A task is a function of a folder's path and a number, so that any process that sees the folder can do it. One that is
done again, because its worker was killed or two did it, writes the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from workbench.extractors.overlap import sharing
from workbench.extractors.overlap.folder import FLAT, Folder
from workbench.extractors.overlap.words import Words, split_up
from workbench.progress import steps

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Mask = NDArray[np.bool_]

__all__ = ["Each", "Found", "counted", "found"]

Task = Callable[[str, int], None]


class Each(Protocol):
    """Does a task for each number, anywhere and in any order; an item for each that is done."""

    def __call__(self, task: Callable[[int], None], numbers: list[int], /) -> Generator[None, None, None]:
        """Do it."""
        ...


class Found(NamedTuple):
    """What the stages found: the words, the passages, the capped shingles."""

    words: Words
    passages: sharing.Stretches
    capped: Numbers


def found(folder: Folder, each: Each, *, show: bool) -> Found:
    """The words and passages of a folder's corpus; what is there already is not done again."""
    folder.sweep()
    batches, ranges = list(range(len(folder.load("edges.npy")) - 1)), list(range(folder.ranges))
    _words_and_pairs(folder, each, (batches, ranges), show=show)
    portions = list(range(folder.portions))
    _done(folder, each, passages_of, [n for n in portions if not folder.has(f"passages-{n}.arrays")], show=show)
    parts = [sharing.Stretches(**folder.load_all(f"passages-{n}.arrays")) for n in portions]
    capped = [folder.load(f"capped-{n}.npy") for n in ranges]
    return Found(folder.words, sharing.all_of(parts), np.concatenate(capped))


def _words_and_pairs(folder: Folder, each: Each, numbers: tuple[list[int], list[int]], *, show: bool) -> None:
    """Have the words of all articles in one place, and the pairs that their shingles lead to."""
    batches, ranges = numbers
    words, inner, postings = ([name.format(n) for n in batches] for name in (WORDS, INNER, POSTINGS))
    if not all(folder.has(f"pairs-{n}.npy") for n in ranges):
        whole = folder.has("bounds.npy")
        read = [whole or n < folder.joined[0] or folder.has(words[n]) for n in batches]
        left = [n for n in batches if not (read[n] and folder.has(postings[n]))]
        _done(folder, each, words_of, left, show=show, then=folder.join)
        if not whole:
            folder.join()
            folder.join_inner(inner)
        folder.drop([*words, *inner])
        _done(folder, each, pairs_of, [n for n in ranges if not folder.has(f"pairs-{n}.npy")], show=show)
    folder.drop([*words, *inner, *postings])


WORDS, INNER, POSTINGS = "words-{}.arrays", "inner-{}.arrays", "postings-{}.npy"
NAMES: dict[str, str] = {
    "words_of": "words",
    "pairs_of": "shared words",
    "passages_of": "pairs",
    "shares_of": "shares",
}


def _done(
    folder: Folder, each: Each, task: Task, numbers: list[int], *, show: bool, then: Callable[[], None] | None = None
) -> None:
    """Have a task done for each number; after each, something is done here."""
    with closing(each(partial(task, str(folder.path)), numbers)) as made:
        for _ in steps(made, NAMES[task.__name__], show=show, many=0, expected=len(numbers)):
            if then is not None:
                then()


def words_of(path: str, number: int) -> None:
    """The words of a batch of articles, and who holds their shingles, range after range of hashes."""
    folder = Folder(Path(path))
    first, end = folder.load("edges.npy")[number : number + 2].tolist()
    words = split_up(folder.text(first, end), folder.blocks(first, end), folder.rules)
    keys, firsts = sharing.posted(words, folder.limits.seed, first, folder.known)
    folder.save(f"postings-{number}.npy", np.concatenate([firsts.astype(np.uint64), keys]))
    folder.save_all(f"inner-{number}.arrays", runs=words.runs, pieces=words.pieces, bounds=words.bounds)
    # Written last: as soon as it is there, it is joined to the others.
    folder.save_all(f"words-{number}.arrays", **{name: getattr(words, name) for name in FLAT})


def pairs_of(path: str, number: int) -> None:
    """The pairs of articles that the shingles of some ranges of hashes lead to."""
    folder = Folder(Path(path))
    postings = [folder.load(f"postings-{batch}.npy") for batch in range(len(folder.load("edges.npy")) - 1)]
    words, outlets = folder.words, np.array(folder.load("outlets.npy"))
    head, found = (1 << folder.known[0]) + 1, []
    for one in folder.some(number):
        parts = [values[head + int(values[one]) : head + int(values[one + 1])] for values in postings]
        found.append(sharing.paired(parts, words, folder.limits, outlets, folder.known))
    shared = sharing.candidates(found)
    folder.save(f"capped-{number}.npy", shared.capped)
    folder.save(f"pairs-{number}.npy", shared.pairs)


def passages_of(path: str, number: int) -> None:
    """The passages, compared word by word, of the pairs whose earlier article is in one range."""
    folder = Folder(Path(path))
    parts = [_of(folder.load(f"pairs-{n}.npy"), folder.portion(number)) for n in range(folder.ranges)]
    pairs = sharing.once(np.concatenate(parts))
    words, limits, rules = folder.words, folder.limits, folder.rules
    laid = []
    for first in range(0, len(pairs), sharing.PAIRS):
        some = sharing.stretches(words, pairs[first : first + sharing.PAIRS], limits)
        laid.append(sharing.true(some, words, folder.texts, rules))
    whole = sharing.all_of(laid)
    columns = ("pairs", "pair", "firsts", "words", "runs", "shared")
    folder.save_all(f"passages-{number}.arrays", **{name: getattr(whole, name) for name in columns})


def shares_of(path: str, number: int) -> None:
    """How many shingles the pairs of one range share, and how many its articles have, boilerplate apart."""
    from workbench.extractors.overlap.countkernels import common, distinct

    folder = Folder(Path(path))
    first, end = folder.portion(number)
    words, apart, k = sharing.arrays(folder.words), folder.load("apart.npy"), folder.limits.k
    part = folder.load_all(f"passages-{number}.arrays")
    pairs, places = part["pairs"], np.arange(len(part["pairs"]) + 1)
    both = common(words, pairs, (part["shared"], np.searchsorted(part["shared"][:, 0], places)), k, apart)
    chosen = np.isin(pairs, _of(folder.load("found.npy"), (first, end)), assume_unique=True)
    sizes = distinct(words, np.arange(first, end), k, apart)
    folder.save_all(f"shares-{number}.arrays", both=both[chosen], sizes=sizes)


def counted(folder: Folder, each: Each, pairs: Hashes, apart: Mask, *, show: bool) -> tuple[Numbers, Numbers]:
    """How many distinct shingles each pair shares, and each article has, without those that are told apart."""
    if not folder.has("apart.npy"):
        folder.save("found.npy", pairs)
        folder.save("apart.npy", apart)
    portions = list(range(folder.portions))
    _done(folder, each, shares_of, [n for n in portions if not folder.has(f"shares-{n}.arrays")], show=show)
    none = np.zeros(0, np.int64)
    parts = [folder.load_all(f"shares-{n}.arrays") for n in portions]
    both, sizes = ([part[name] for part in parts] for name in ("both", "sizes"))
    return np.concatenate([none, *both]), np.concatenate([none, *sizes])


def _of(pairs: Hashes, articles: tuple[int, int]) -> Hashes:
    """The pairs, sorted, whose earlier article is one of these."""
    first, end = np.searchsorted(pairs, np.array(articles, dtype=np.uint64) << sharing.HALF)
    return pairs[first:end]
