"""Which statements are compared at all, so that the work grows with their number and not with its square.

Those of one party, or of nobody known, that share telling words, numbers, names or what words are about, those that
stand beside each other in one article, and words in marks that stand in other marks too, whoever is said to speak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Weights

__all__ = ["NEXT", "Pair", "candidates", "repeated"]

Pair = tuple[int, int]

SPREAD = 200  # statements of one party that a word may stand in and still lead to candidates
SHARE = 0.08  # of the weight of the lighter of two statements, from which they are compared
SEEN = 250  # places of its rarest words that are looked at for one statement
KEPT = 20  # candidates of one statement, those that share most
ABOUT = "="  # before what a word is about, among the keys of a statement
REPEATED = 2  # different content words in marks, from which nobody says them by chance after somebody else
NEXT = 120  # characters between two stretches in marks that may be two halves of one statement


def candidates(found: Sequence[Statement], parties: Parties, weights: Weights) -> Iterator[Pair]:
    """Pairs of statements of one party, or of nobody known, by their positions, the smaller first; some come twice."""
    yield from _telling(found, parties, weights)
    yield from _adjoining(found)


def _telling(found: Sequence[Statement], parties: Parties, weights: Weights) -> Iterator[Pair]:
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


def _adjoining(found: Sequence[Statement]) -> Iterator[Pair]:
    """Statements in marks that follow each other in one article, with a few words between."""
    by_article: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, one in enumerate(found):
        for article, start, end in one.marked:
            by_article[article].append((start, end, at))
    for places in by_article.values():
        for (_, end, at), (start, _, other) in pairwise(sorted(places)):
            if at != other and 0 <= start - end < NEXT and found[at].speaker == found[other].speaker:
                yield min(at, other), max(at, other)


def repeated(found: Sequence[Statement]) -> Iterator[Pair]:
    """Statements in marks of which one holds all words of the other, in two articles, by their positions.

    Two speakers of such words are more likely one who was mistaken for somebody else.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    marked = [at for at, one in enumerate(found) if one.direct and len(one.wording.distinct) >= REPEATED]
    for at in marked:
        for stem in found[at].wording.distinct:
            places[found[at].wording.language, stem].append(at)
    for at in marked:
        one = found[at]
        where = min((places[one.wording.language, stem] for stem in one.wording.distinct), key=len)
        for other in where if len(where) <= SPREAD else ():
            longer = found[other]
            inside = one.wording.distinct <= longer.wording.distinct
            if at != other and inside and not set(one.articles) & set(longer.articles):
                yield min(at, other), max(at, other)
