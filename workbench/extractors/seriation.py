"""An order in which like things stand beside each other: the rows of a matrix, rearranged so that its blocks show.

Average linkage makes a tree of what is alike (Sokal and Michener 1958, "A statistical method for evaluating systematic
relationships", University of Kansas Science Bulletin 38), by the chain of nearest neighbours (Murtagh 1983, "A survey
of recent advances in hierarchical clustering algorithms", The Computer Journal 26). Its leaves are ordered after
Gruvaeus and Wainer 1972 ("Two additions to hierarchical cluster analysis", British Journal of Mathematical and
Statistical Psychology 25): of two branches that join, each is turned so that their most alike ends touch.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cells = NDArray[np.float32]

__all__ = ["Seriation", "seriation"]

ALIKE = 0.1
"""The mean likeness from which a branch of the tree is a group."""
LARGEST = 3000
"""Of one connected part, how many are clustered: memory and time grow with the square."""


class Seriation(NamedTuple):
    """The positions in their new order, and the sizes of the groups that they make in it, one after the other."""

    order: list[int]
    sizes: list[int]


class Branch(NamedTuple):
    """A part of the tree: its leaves in their order, and the groups among them."""

    leaves: list[int]
    sizes: list[int]

    def turned(self) -> Branch:
        return Branch(self.leaves[::-1], self.sizes[::-1])


def seriation(count: int, likeness: Iterable[tuple[int, int, float]]) -> Seriation:
    """An order of ``count`` things; the same likeness gives the same order, whatever its rows' order.

    The largest connected part comes first; what is like nothing comes last, as it was given.

    Parameters
    ----------
    count: how many things there are.
    likeness: two positions and how alike they are, above 0 to 1; pairs that are not named are not alike.

    >>> seriation(5, [(0, 3, 0.9), (3, 4, 0.4), (1, 4, 0.01)])
    Seriation(order=[0, 3, 4, 1, 2], sizes=[3, 1, 1])
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b, value in likeness:
        if a != b and value > 0:
            near[a][b] = near[b][a] = max(value, near[a].get(b, 0.0))
    found = Seriation([], [])
    for part in sorted(_parts(near), key=lambda part: (-len(part), part[0])):
        branch = _branch(part, near)
        found.order.extend(branch.leaves)
        found.sizes.extend(branch.sizes)
    return found


def _parts(near: list[dict[int, float]]) -> list[list[int]]:
    """What is connected, each part in rising order."""
    seen: set[int] = set()
    parts = []
    for start in range(len(near)):
        if start in seen:
            continue
        part, waiting = [], [start]
        seen.add(start)
        while waiting:
            one = waiting.pop()
            part.append(one)
            fresh = near[one].keys() - seen
            seen |= fresh
            waiting.extend(fresh)
        parts.append(sorted(part))
    return parts


def _branch(part: list[int], near: list[dict[int, float]]) -> Branch:
    """One connected part in order; of a very large one those that are most like others, and the rest behind them."""
    ranked = sorted(part, key=lambda one: (-sum(sorted(near[one].values())), one))
    chosen, rest = sorted(ranked[:LARGEST]), sorted(ranked[LARGEST:])
    place = {one: number for number, one in enumerate(chosen)}
    cells = np.zeros((len(chosen), len(chosen)), np.float32)
    for one in chosen:
        for other, value in near[one].items():
            if other in place:
                cells[place[one], place[other]] = value
    tree = _tree(cells)
    if tree.leaves[-1] < tree.leaves[0]:
        tree = tree.turned()
    return Branch([*(chosen[leaf] for leaf in tree.leaves), *rest], [*tree.sizes, *[1] * len(rest)])


def _tree(cells: Cells) -> Branch:
    """The leaves of the tree of average linkage, in order."""
    work = cells.copy()
    np.fill_diagonal(work, -1)
    branches = {number: Branch([number], [1]) for number in range(len(cells))}
    weights = np.ones(len(cells), np.float32)
    chain: list[int] = []
    while len(branches) > 1:
        if not chain:
            chain.append(next(iter(branches)))
        here = chain[-1]
        there = int(work[here].argmax())
        before = chain[-2] if len(chain) > 1 else -1
        if before < 0 or work[here, there] > work[here, before]:
            chain.append(there)
            continue
        del chain[-2:]
        low, high = sorted((here, before))
        branches[low] = _joined(branches[low], branches.pop(high), cells, float(work[low, high]))
        _merge(work, weights, low, high)
    return next(iter(branches.values()))


def _merge(work: Cells, weights: Cells, low: int, high: int) -> None:
    """Two rows as one: to all others it is as like as its members are on average."""
    total = weights[low] + weights[high]
    mean = (weights[low] * work[low] + weights[high] * work[high]) / total
    mean[work[low] < 0] = -1
    mean[[low, high]] = -1
    work[low], work[:, low] = mean, mean
    work[high], work[:, high] = -1, -1
    weights[low] = total


def _joined(a: Branch, b: Branch, cells: Cells, alike: float) -> Branch:
    """Two branches as one, each turned so that the ends which touch are the most alike."""
    ways = [(a, b), (a, b.turned()), (a.turned(), b), (a.turned(), b.turned())]
    one, other = max(ways, key=lambda way: cells[way[0].leaves[-1], way[1].leaves[0]])
    leaves = one.leaves + other.leaves
    return Branch(leaves, [len(leaves)] if alike >= ALIKE else one.sizes + other.sizes)
