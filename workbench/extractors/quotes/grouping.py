"""Which statements belong together: candidates by shared words, likeness, and average linkage over the candidates.

No two statements are compared that share no telling word (or, where the meaning is compared, do not stand near each
other in time), and no word that stands everywhere leads to a candidate, so that the work grows with the number of
statements and not with its square. Groups are joined by average linkage (Sokal and Michener 1958), a pair that was
never a candidate counting as unlike: a chain of wordings, each like the next, does not become one statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from workbench.extractors.quotes.likeness import APART, Likeness, Sense, likely
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Weights

if TYPE_CHECKING:
    from workbench.extractors.quotes.meaning import Meanings

__all__ = ["Group", "grouped"]

Pair = tuple[int, int]

SPREAD = 200  # statements of one party that a word may stand in and still lead to candidates
SHARE = 0.15  # of the weight of the lighter of two statements, from which they are compared
SEEN = 250  # places of its rarest words that are looked at for one statement
KEPT = 20  # candidates of one statement, those that share most
ABOUT = "="  # before what a word is about, among the keys of a statement
LINK = 0.38  # mean probability from which two groups are joined


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
    for i, j in sorted({*_candidates(found, parties, weights), *near}):
        relation = parties.relation(found[i].speaker, found[j].speaker)
        if relation:
            if meanings is not None:
                senses[i, j] = meanings.sense(i, j)
            odds[i, j] = like.of(found[i], found[j], relation, sense=senses.get((i, j)))
    groups = _linked(len(found), odds)
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


def _candidates(found: Sequence[Statement], parties: Parties, weights: Weights) -> Iterable[Pair]:
    """Pairs that share telling words, numbers or names; each statement with those that it shares most with."""
    keys = [_keys(one) for one in found]
    owners = [parties.of(one.speaker) for one in found]
    totals = [weights.total(one.wording.distinct) for one in found]
    places: dict[str, dict[str, list[int]]] = {party: defaultdict(list) for party in ("", *owners)}
    nobody = "" in owners
    for at, party in enumerate(owners):
        for key in keys[at]:
            places[party][key].append(at)
            if party and nobody:
                places[""][key].append(at)
    for at, party in enumerate(owners):
        shared = _shared(keys[at], places[party], weights)
        shared.pop(at, None)
        for less, other in sorted([(-weight, other) for other, weight in shared.items()])[:KEPT]:
            if -less >= SHARE * min(totals[at], totals[other]):
                yield min(at, other), max(at, other)


def _shared(keys: Iterable[str], places: dict[str, list[int]], weights: Weights) -> dict[int, float]:
    """The statements that share some keys, rare ones first, and how much these weigh."""
    shared: dict[int, float] = defaultdict(float)
    seen = 0
    for spread, key in sorted([(len(places[key]), key) for key in keys]):
        if spread > SPREAD or seen >= SEEN:
            break
        if spread > 1:
            seen += spread
            weight = weights.concept(key[1:]) if key[0] == ABOUT else weights.of(key) if key[0] not in "#@%" else 1.0
            for other in places[key]:
                shared[other] += weight
    return shared


def _keys(one: Statement) -> list[str]:
    context = one.context.distinct if one.context is not None else frozenset()
    return [*(one.wording.distinct | context), *one.marks, *(ABOUT + concept for concept in one.wording.concepts)]


def _linked(count: int, odds: dict[Pair, float]) -> list[list[int]]:
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
    heap = [(-value, i, j) for i, row in sums.items() for j, value in row.items() if i < j and value >= LINK]
    heapify(heap)
    while heap:
        mean, i, j = heappop(heap)
        if i not in members or j not in members or j in apart[i] or _mean(i, j, members, sums) != -mean:
            continue
        _join(i, j, members, sums, apart)
        for other in sums[i]:
            value = _mean(i, other, members, sums)
            if value >= LINK:
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
