"""Which statements belong together: likeness of the candidates, and average linkage over them.

Candidates share words (``candidates.py``) or, where the meaning is compared, mean something alike and stand near each
other in time. Groups are joined by average linkage (Sokal and Michener 1958), a pair that was never a candidate
counting as unlike: a chain of wordings, each like the next, does not become one statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from workbench.extractors.quotes.candidates import Pair, candidates, repeated
from workbench.extractors.quotes.likeness import APART, Likeness, Sense, likely
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Weights

if TYPE_CHECKING:
    from workbench.extractors.quotes.meaning import Meanings

__all__ = ["Group", "grouped"]

LINK, MEANT_LINK = 0.38, 0.3  # mean probability from which two groups are joined: by words, and by meaning too
OTHER = "other"  # what two speakers are to each other of whom the same words in marks are told


class Group(NamedTuple):
    """Statements that are one, by their positions, and why: the pairs that hold them together, each with a reason."""

    members: list[int]
    reasons: list[tuple[int, int, str]]


def grouped(
    found: Sequence[Statement],
    parties: Parties,
    *,
    names: frozenset[str] = frozenset(),
    meaning: bool = False,
) -> list[Group]:
    """The groups of statements, each statement in one; ``names`` are the stems of names."""
    weights = Weights([one.wording for one in found], names)
    like = Likeness(weights, found)
    meanings = _meanings(found, weights) if meaning else None
    near = dict(meanings.near(found, parties)) if meanings is not None else {}
    senses: dict[Pair, Sense] = {}
    odds: dict[Pair, float] = {}
    same = set(repeated(found))
    for i, j in sorted({*candidates(found, parties, weights), *near, *same}):
        relation = parties.relation(found[i].speaker, found[j].speaker) or (OTHER if (i, j) in same else "")
        if relation:
            if meanings is not None:
                senses[i, j] = meanings.sense(i, j)
            odds[i, j] = like.of(found[i], found[j], relation, sense=senses.get((i, j)))
    groups = _linked(len(found), odds, MEANT_LINK if meaning else LINK)
    held = _held(groups, odds)
    return [
        Group(own, [(i, j, like.reason(found[i], found[j], sense=senses.get((i, j)))) for i, j in pairs])
        for own, pairs in zip(groups, held, strict=True)
    ]


def _meanings(found: Sequence[Statement], weights: Weights) -> Meanings:
    from workbench.extractors.quotes.meaning import Meanings

    return Meanings(found, weights)


def _held(groups: Sequence[Sequence[int]], odds: dict[Pair, float]) -> list[list[Pair]]:
    """The likeliest pairs that hold each group together, one fewer than its members (Kruskal 1956)."""
    group_of = {at: number for number, own in enumerate(groups) for at in own}
    inside: list[list[tuple[float, int, int]]] = [[] for _ in groups]
    for (i, j), value in odds.items():
        if group_of[i] == group_of[j]:
            inside[group_of[i]].append((-value, i, j))
    held: list[list[Pair]] = []
    for own in inside:
        root: dict[int, int] = {}
        pairs: list[Pair] = []
        for _, i, j in sorted(own):
            one, other = _root(root, i), _root(root, j)
            if one != other:
                root[other] = one
                pairs.append((i, j))
        held.append(pairs)
    return held


def _root(root: dict[int, int], at: int) -> int:
    while at in root:
        at = root[at]
    return at


def _linked(count: int, odds: dict[Pair, float], least: float) -> list[list[int]]:
    """Average linkage over the pairs that were compared; groups that hold a contradiction are never joined."""
    members = {at: [at] for at in range(count)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    apart: dict[int, set[int]] = defaultdict(set)
    for (i, j), value in odds.items():
        if value <= APART:
            apart[i].add(j)
            apart[j].add(i)
        else:
            sums[i][j] = sums[j][i] = likely(value)
    heap = [(-value, i, j) for i, row in sums.items() for j, value in row.items() if i < j and value >= least]
    heapify(heap)
    while heap:
        mean, i, j = heappop(heap)
        if i not in members or j not in members or j in apart[i] or _mean(i, j, members, sums) != -mean:
            continue
        _join(i, j, members, sums, apart)
        for other in sums[i]:
            value = _mean(i, other, members, sums)
            if value >= least:
                heappush(heap, (-value, min(i, other), max(i, other)))
    return list(members.values())


def _mean(i: int, j: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]]) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))


def _join(
    i: int, j: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]], apart: dict[int, set[int]]
) -> None:
    """Put the group ``j`` into the group ``i``."""
    members[i] += members.pop(j)
    for other, value in sums.pop(j).items():
        sums[other].pop(j)
        if other != i:
            sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + value
    sums[i].pop(j, None)
    for other in apart.pop(j, ()):
        apart[other].discard(j)
        apart[other].add(i)
        apart[i].add(other)
