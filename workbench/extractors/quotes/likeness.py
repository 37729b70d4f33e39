"""How likely two wordings are the same statement: evidence added up as log-odds.

The weights (``lineage_weights.py``) were fitted by logistic regression on pairs of wordings of one speaker in the gold
(``python -m tests.eval.fit_lineages``). What two wordings say in numbers decides: each states one that the other has
not, and they are two statements; so they are where one denies what the other says in the same words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from math import exp, fsum, log
from typing import NamedTuple

from workbench.extractors.quotes.candidates import NEXT
from workbench.extractors.quotes.lineage_weights import MEANING, WORDS
from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Cover, Weights

__all__ = ["APART", "Likeness", "Sense", "likely"]

APART = -99.0
SAME_WORDS = 0.75  # of all content words by weight, from which a denial on one side turns the statement round
NEAR = 0.7  # of all content words, from which nobody says them by chance
NEAR_WORDS = 4
SOON = 14  # days from which the same words are rather said anew
OWN = 0.6  # of a short stretch, from which its clause is looked at: other things are said in one clause too
AROUND = 0.8  # what a clause tells, as a share of the words that are quoted themselves
USUAL = 20  # statements of one speaker in a fortnight, from which two of them are the less likely the same, the more
MOST, MEANT = 2.0, 3.0  # weight of shared words, as they stand and in meaning, from which more tells nothing
NAMED = 2  # names that both have, from which more tells nothing
TINY = 2  # content words
RELATIONS = ("joined", "alike", "unknown", "nobody")  # of speakers who are not plainly the same
TOLD = 0.3  # of words or meaning, from which a reason names it
RAREST = 3  # of what both are about, how much a reason names
NEARLY_ALL = 0.9  # of all content words, from which a reason calls them the same


class Sense(NamedTuple):
    """How alike two wordings are in meaning: cosines of the wholes and of the likest parts, weight of like words."""

    whole: float
    words: float
    part: float


class Likeness:
    """Compares statements, given how much each word tells.

    Parameters
    ----------
    weights: of the stems of the corpus.
    found: the statements of the corpus.
    """

    def __init__(self, weights: Weights, found: Sequence[Statement]) -> None:
        self._weights = weights
        self._days = _days(found)
        self._crowds: dict[tuple[str, int], int] = {}

    def of(self, a: Statement, b: Statement, relation: str, *, sense: Sense | None = None) -> float:
        """The log-odds that two statements are one; ``APART`` where something contradicts.

        ``relation`` is what their speakers are to each other, ``sense`` how alike they are in meaning, where known.
        """
        if self._apart(a, b):
            return APART
        weights = WORDS if sense is None else MEANING
        found = self.measures(a, b, relation, sense=sense)
        odds = fsum(weights.get(name, 0.0) * value for name, value in found.items())
        later = bool(a.day and b.day) and abs(a.day - b.day) > SOON
        words = min(len(a.wording.words), len(b.wording.words))
        nearly_same = words >= NEAR_WORDS and found.get("long", 0.0) >= NEAR
        return odds - 1.5 * later - (0.0 if nearly_same else self._chance(a, b))

    def _chance(self, a: Statement, b: Statement) -> float:
        """How much likelier it is that two statements share words by chance, where their speakers say much."""
        return log(max(self._crowd(a), self._crowd(b), USUAL) / USUAL)

    def measures(self, a: Statement, b: Statement, relation: str, *, sense: Sense | None = None) -> dict[str, float]:
        """What is measured of two statements, by the names under which it is weighed; what is not there counts 0."""
        one, other = a.wording, b.wording
        told = self._weights.told(one, other)
        found = {
            "constant": 1.0,
            "number": float(one.quantities.shared(other.quantities) > 0),
            "alone": float(any(one.quantities) != any(other.quantities)),
            "tiny": float(min(len(one.words), len(other.words)) <= TINY),
            "beside": float(bool(set(a.articles) & set(b.articles)) and not (a.title or b.title)),
        }
        found |= _circumstances(a, b) | {name: float(relation == name) for name in RELATIONS}
        own = {"told": min(told.weight, MEANT), "told of one": told.short, "told of both": told.long}
        own |= {"least": log(1 + min(len(one.words), len(other.words))), "tiny told": found["tiny"] * told.short}
        if sense is not None:
            own |= {"meaning": sense.whole, "meant": min(sense.words, MEANT), "part": sense.part}
        if one.language == other.language:
            short, long, weight = self._cover(a, b)
            return found | own | {"short": short, "long": long, "shared": min(weight, MOST)}
        own |= {"names": float(min(len(a.names & b.names), NAMED)), "days": float(bool(one.days & other.days))}
        return found | {"across": 1.0} | {f"across {name}": value for name, value in own.items()}

    def _apart(self, a: Statement, b: Statement) -> bool:
        """Whether two statements contradict each other."""
        if a.wording.quantities.differ(b.wording.quantities):
            return True
        denied = a.sure and b.sure and (a.wording.denials > 0) != (b.wording.denials > 0)
        return denied and a.wording.language == b.wording.language and self._cover(a, b).long >= SAME_WORDS

    def _crowd(self, one: Statement) -> int:
        """How many statements the speaker of one makes in its days."""
        key = (one.speaker, one.day)
        if key not in self._crowds:
            undated, days = self._days[one.speaker]
            first, last = (one.day - SOON, one.day + SOON) if one.day else (0, max(days, default=0))
            self._crowds[key] = undated + bisect_right(days, last) - bisect_left(days, first)
        return self._crowds[key]

    def reason(self, a: Statement, b: Statement, *, sense: Sense | None = None) -> str:
        """What two statements share, in words."""
        told = []
        alike = a.wording.language == b.wording.language
        if alike:
            short, long, _ = self._cover(a, b)
            if long >= NEARLY_ALL:
                told.append("same words")
            elif short >= NEARLY_ALL:
                told.append("one within the other")
            elif short >= TOLD:
                told.append(f"words {short:.2f}")
        one, other = a.wording.quantities, b.wording.quantities
        figures = sorted((one.counts & other.counts) | (one.shares & other.shares))
        told += [f"same figure {figure}" for figure in figures]
        if not alike:
            told += [f"same {day}" for day in sorted(a.wording.days & b.wording.days)]
            told += [f"same name {name}" for name in sorted(a.names & b.names)]
        if not alike or not told:
            both = a.wording.concepts & b.wording.concepts
            rarest = sorted(both, key=lambda concept: (-self._weights.concept(concept), concept))[:RAREST]
            told += [f"both on {', '.join(rarest)}"] if rarest else []
        if sense is not None and (sense.whole >= TOLD or not told):
            told.append(f"meaning {sense.whole:.2f}")
        return ", ".join(told) or f"words {self._cover(a, b).short:.2f}"

    def _cover(self, a: Statement, b: Statement) -> Cover:
        """What two wordings share, of the shorter and of the longer; a short stretch also with its clause."""
        ways = [self._weights.cover(a.wording, b.wording)]
        around = [(a.context, b.wording), (b.context, a.wording)]
        for context, other in around:
            if context is not None and ways[0][0] >= OWN:
                wider = self._weights.cover(context, other)
                ways.append(Cover(*(AROUND * share for share in wider)))
        return max(ways, key=sum)


def _circumstances(a: Statement, b: Statement) -> dict[str, float]:
    """How two statements are told, whatever their words are."""
    one, other = a.wording, b.wording
    return {
        "title": float(a.title or b.title),
        "direct": float(a.direct and b.direct),
        "one direct": float(a.direct != b.direct),
        "denied": float((one.denials > 0) != (other.denials > 0)),
        "both denied": float(one.denials > 0 and other.denials > 0),
        "lengths": abs(log((len(one.words) + 1) / (len(other.words) + 1))),
        "adjoining": float(_adjoin(a, b)),
    }


def _adjoin(a: Statement, b: Statement) -> bool:
    """Whether two statements in marks follow each other with a few words between."""
    if a.speaker != b.speaker or not set(a.articles) & set(b.articles):
        return False
    gaps = [
        max(first, second) - min(end, stop)
        for article, first, end in a.marked
        for page, second, stop in b.marked
        if article == page
    ]
    return any(0 <= gap < NEXT for gap in gaps)


def _days(found: Sequence[Statement]) -> dict[str, tuple[int, list[int]]]:
    """For each speaker, how many statements have no date, and the days of the others, in order."""
    days: dict[str, list[int]] = defaultdict(list)
    for one in found:
        days[one.speaker].append(one.day)
    return {speaker: (own.count(0), sorted(day for day in own if day)) for speaker, own in days.items()}


def likely(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(odds, -60.0)))
