"""Two word sequences laid beside each other: the stretches that both hold, small edits allowed.

Seed and extend: every run of matching words that holds a whole shingle is a seed; the longest seeds go first.
From both its ends a seed follows the equal words, and steps over an edit of at most ``gap`` words on either side
when at least as many words agree behind it as it steps over, and never fewer than two. A word pair that longer
passages already explain on *both* sides is not told again, so a sentence that stands once here and twice there
gives two passages, and a repetitive text does not give thousands.

The method is that of sequence search by seeds (Altschul et al. 1990, "Basic local alignment search tool",
J. Mol. Biol. 215), on words and exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

__all__ = ["Aligned", "Limits", "Seed", "align", "seeds"]

W = TypeVar("W", bound=Hashable)
LOOK = 8  # how many words behind an edit are compared to choose among ways over it


class Limits(NamedTuple):
    """What counts as a shared stretch.

    Parameters
    ----------
    k: the words of a shingle; a stretch must hold one shingle unchanged.
    gap: the words that an edit may have on either side.
    min_words: stretches with fewer equal words are left out.
    """

    k: int = 5
    gap: int = 3
    min_words: int = 8


DEFAULT = Limits()


class Seed(NamedTuple):
    """A run of equal words: ``a[i:i + length] == b[j:j + length]``."""

    i: int
    j: int
    length: int


class Aligned(NamedTuple):
    """A stretch that both sequences hold: the positions ``(i, j)`` of its equal words, both rising."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def a(self) -> tuple[int, int]:
        """Where it stands in the first sequence, half-open."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def b(self) -> tuple[int, int]:
        """Where it stands in the second sequence, half-open."""
        return self.pairs[0][1], self.pairs[-1][1] + 1

    @property
    def words(self) -> int:
        """How many words agree."""
        return len(self.pairs)

    @property
    def similarity(self) -> float:
        """The words that agree as a share of the longer side: 1 for a copy word for word."""
        (a_start, a_end), (b_start, b_end) = self.a, self.b
        return len(self.pairs) / max(a_end - a_start, b_end - b_start)


def align(
    a: Sequence[W], b: Sequence[W], limits: Limits = DEFAULT, *, known: Iterable[Seed] | None = None
) -> list[Aligned]:
    """The stretches that two word sequences share, in the order of the first.

    The answer for ``(b, a)`` is that for ``(a, b)`` turned round: the pair is laid in one order before it is worked on,
    which needs words that can be compared with ``<``.

    Parameters
    ----------
    a, b: words, folded; or numbers that stand for them.
    limits: the words of a shingle, of an edit and of the shortest stretch.
    known: the seeds, where the caller has them; else they are looked for.

    >>> old = "أكد الرئيس في بيان أن بلاده تدعم وحدة سوريا".split()
    >>> new = "وقد أكد الرئيس في بيان رسمي أن بلاده تدعم وحدة سوريا اليوم".split()
    >>> [(" ".join(old[slice(*found.a)]), found.words, found.similarity) for found in align(old, new, Limits(k=4))]
    [('أكد الرئيس في بيان أن بلاده تدعم وحدة سوريا', 9, 0.9)]
    """
    given = seeds(a, b, limits.k) if known is None else list(known)
    if list(b) < list(a):
        turned = _aligned(
            _Board(b, a, bytearray(len(b)), bytearray(len(a)), limits), [Seed(j, i, n) for i, j, n in given]
        )
        return sorted(Aligned(tuple((i, j) for j, i in found.pairs)) for found in turned)
    return sorted(_aligned(_Board(a, b, bytearray(len(a)), bytearray(len(b)), limits), given))


def seeds(a: Sequence[W], b: Sequence[W], k: int) -> list[Seed]:
    """The longest runs of equal words that hold at least one shingle of ``k`` words.

    >>> seeds("x b c d y".split(), "b c d".split(), 2)
    [Seed(i=1, j=0, length=3)]
    """
    places: dict[tuple[W, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - k + 1):
        places[tuple(b[j : j + k])].append(j)
    matches = [(j - i, i) for i in range(len(a) - k + 1) for j in places.get(tuple(a[i : i + k]), ())]
    runs: list[Seed] = []
    for diagonal, i in sorted(matches):
        last = runs[-1] if runs else Seed(-1, -1, 0)
        if last.length and last.j - last.i == diagonal and last.i + last.length - k + 1 == i:
            runs[-1] = last._replace(length=last.length + 1)
        else:
            runs.append(Seed(i, i + diagonal, k))
    return runs


class _Board(NamedTuple):
    """The two sequences and which of their words a passage already holds."""

    a: Sequence[Hashable]
    b: Sequence[Hashable]
    a_taken: bytearray
    b_taken: bytearray
    limits: Limits

    def agree(self, i: int, j: int) -> bool:
        """Whether both words exist, are equal, and are not told by longer passages on both sides."""
        return (
            0 <= i < len(self.a)
            and 0 <= j < len(self.b)
            and self.a[i] == self.b[j]
            and not (self.a_taken[i] and self.b_taken[j])
        )

    def run(self, i: int, j: int, step: int, limit: int) -> int:
        """How many words agree from ``(i, j)`` on, at most ``limit``."""
        length = 0
        while length < limit and self.agree(i + step * length, j + step * length):
            length += 1
        return length


def _aligned(board: _Board, given: Iterable[Seed]) -> list[Aligned]:
    found: list[Aligned] = []
    for seed in sorted(given, key=lambda seed: (-seed.length, seed.i, seed.j)):
        offset = 0
        while offset <= seed.length - board.limits.k:
            length = board.run(seed.i + offset, seed.j + offset, 1, seed.length - offset)
            if length >= board.limits.k:
                pairs = _extended(board, seed.i + offset, seed.j + offset, length)
                if len(pairs) >= board.limits.min_words:
                    found.append(Aligned(tuple(pairs)))
                    for i, j in pairs:
                        board.a_taken[i] = board.b_taken[j] = 1
            offset += length + 1
    return found


def _extended(board: _Board, i: int, j: int, length: int) -> list[tuple[int, int]]:
    """The seed with what agrees before it and behind it, in order."""
    before = _onward(board, i - 1, j - 1, -1)
    behind = _onward(board, i + length, j + length, 1)
    return [*reversed(before), *((i + n, j + n) for n in range(length)), *behind]


def _onward(board: _Board, i: int, j: int, step: int) -> list[tuple[int, int]]:
    """The equal words from ``(i, j)`` on in one direction, over small edits, as far as they go."""
    pairs: list[tuple[int, int]] = []
    while True:
        while board.agree(i, j):
            pairs.append((i, j))
            i, j = i + step, j + step
        jump = _jump(board, i, j, step)
        if jump is None:
            return pairs
        pairs.extend(_between(board, i, j, jump, step))
        i, j = i + step * jump[0], j + step * jump[1]


def _jump(board: _Board, i: int, j: int, step: int) -> tuple[int, int] | None:
    """The words to step over on each side of an edit: those behind which most words agree; None where too few do."""
    gap = board.limits.gap
    if set(_window(board.a, i, step, gap)).isdisjoint(_window(board.b, j, step, gap)):
        return None
    best: tuple[tuple[int, int, int], tuple[int, int]] | None = None
    for di in range(gap + 1):
        for dj in range(gap + 1):
            length = board.run(i + step * di, j + step * dj, step, max(LOOK, gap))
            if length < max(2, di, dj):
                continue
            score = (length - di - dj, -di - dj, -abs(di - dj))
            if best is None or score > best[0]:
                best = (score, (di, dj))
    return best[1] if best else None


def _window(words: Sequence[Hashable], place: int, step: int, gap: int) -> Sequence[Hashable]:
    """The words within reach of an edit."""
    return words[max(place, 0) : place + gap + 1] if step > 0 else words[max(place - gap, 0) : max(place + 1, 0)]


def _between(board: _Board, i: int, j: int, jump: tuple[int, int], step: int) -> list[tuple[int, int]]:
    """The single words that agree inside an edit."""
    pairs: list[tuple[int, int]] = []
    following = 0
    for di in range(jump[0]):
        for dj in range(following, jump[1]):
            if board.agree(i + step * di, j + step * dj):
                pairs.append((i + step * di, j + step * dj))
                following = dj + 1
                break
    return pairs
