"""How likely two wordings are the same statement: evidence added up as log-odds.

The weights were fitted by logistic regression on pairs of wordings of the tuning half of the gold, pages of one story
left out at a time, and rounded. What two wordings say in numbers decides: each states one that the other has not, and
they are two statements; so they are where one denies what the other says in the same words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp, fsum, log, log1p
from typing import NamedTuple

from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Cover, Weights

__all__ = ["APART", "Likeness", "Sense", "likely"]

APART = -99.0
SAME_WORDS = 0.75  # of all content words by weight, from which a denial on one side turns the statement round
NEAR = 0.7  # of all content words, from which words without a known speaker are somebody's whom another outlet names
NEAR_WORDS = 4
NEARLY = 2.0  # log-odds of such
UNLIKE = -5.0
WHOLE, LITTLE = 0.6, 0.2  # of a wording that may have been cut, and of what it was cut from
SOON = 14  # days from which the same words are rather said anew
OWN = 0.6  # of a short stretch, from which its clause is looked at: other things are said in one clause too
AROUND = 0.8  # what a clause tells, as a share of the words that are quoted themselves
USUAL = 20  # statements of one speaker in a fortnight, from which two of them are the less likely the same, the more
MEANT, MOST = 3.0, 2.0  # weight of shared words, in meaning and as they stand, from which more tells nothing
TOLD = 0.3  # of words or meaning, from which a reason names it
NEARLY_ALL = 0.9  # of all content words, from which a reason calls them the same
ACROSS = 0.3  # of the names and numbers of both, from which wordings in two languages may be one


class Fit(NamedTuple):
    """Fitted weights: log-odds for each measure; ``whole`` for the cosine, ``shared`` for what shared words weigh."""

    constant: float
    short: float
    long: float
    shared: float
    number: float
    alone: float
    whole: float = 0.0

    def odds(self, short: float, long: float, shared: float, number: float, alone: float) -> float:
        """The log-odds but for the cosine."""
        words = self.short * short + self.long * long + self.shared * shared
        return self.constant + words + self.number * number + self.alone * alone


WORDS = Fit(-2.4, 2.0, 1.5, 1.2, 3.4, 0.0)
MEANING = Fit(-4.6, 3.0, 0.9, 0.7, 1.6, -0.3, whole=9.5)
MEANING_ACROSS = Fit(-3.0, 0.0, 0.0, 0.5, 1.2, -1.2, whole=9.0)


class Sense(NamedTuple):
    """How alike two wordings are in meaning: the cosine of the whole, and the weight of the words that agree."""

    whole: float
    words: float


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
        self._spread = Counter(mark for one in found for mark in one.marks)
        self._most = max(len(found), 1)

    def of(self, a: Statement, b: Statement, relation: str, *, sense: Sense | None = None) -> float:
        """The log-odds that two statements are one; ``APART`` where something contradicts.

        ``relation`` is what their speakers are to each other, ``sense`` how alike they are in meaning, where known.
        """
        if a.wording.quantities.differ(b.wording.quantities):
            return APART
        alike = a.wording.language == b.wording.language
        short, long, weight = self._cover(a, b) if alike else Cover(0.0, 0.0, 0.0)
        if alike and long >= SAME_WORDS and self._denied(a, b):
            return APART
        if relation == "unknown":
            words = min(len(a.wording.words), len(b.wording.words))
            return NEARLY if long >= NEAR and words >= NEAR_WORDS else APART
        numbers = float(a.wording.quantities.shared(b.wording.quantities) > 0)
        alone = float(any(a.wording.quantities) != any(b.wording.quantities))
        if sense is not None:
            fit, shared = (MEANING if alike else MEANING_ACROSS), min(sense.words, MEANT)
            odds = fit.odds(short, long, shared, numbers, alone) + fit.whole * sense.whole
        elif alike:
            odds = WORDS.odds(short, long, min(weight, MOST), numbers, alone)
            if short < WHOLE and long < LITTLE:
                odds -= 1.0
        else:
            odds = self._across(a, b)
        beside = bool(set(a.articles) & set(b.articles)) and not (a.title or b.title)
        later = bool(a.day and b.day) and abs(a.day - b.day) > SOON
        crowd = log(max(self._crowd(a), self._crowd(b), USUAL) / USUAL)
        return odds - 1.1 * beside - 1.0 * (relation == "joined") - 1.5 * later - crowd

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
        if a.wording.language == b.wording.language:
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
        if a.wording.language != b.wording.language:
            told += [f"same {day}" for day in sorted(a.wording.days & b.wording.days)]
            told += [f"same name {name}" for name in sorted(a.names & b.names)]
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

    def _across(self, a: Statement, b: Statement) -> float:
        """Wordings in two languages, by the numbers and names alone and how rare they are."""
        one, other = set(a.marks), set(b.marks)
        shared, every = self._tell(one & other), self._tell(one | other)
        return -1.9 + 3.5 * shared if shared >= ACROSS * every else UNLIKE

    def _tell(self, marks: set[str]) -> float:
        """What numbers and names tell: a name half as much as a number as rare."""
        tells = (
            (0.5 if mark.startswith("@") else 1.0) * log1p(self._most / self._spread[mark]) / log1p(self._most)
            for mark in marks
        )
        return fsum(tells)

    def _denied(self, a: Statement, b: Statement) -> bool:
        """Whether one denies what the other says, in the same words."""
        return a.sure and b.sure and (a.wording.denials > 0) != (b.wording.denials > 0)


def _days(found: Sequence[Statement]) -> dict[str, tuple[int, list[int]]]:
    """For each speaker, how many statements have no date, and the days of the others, in order."""
    days: dict[str, list[int]] = defaultdict(list)
    for one in found:
        days[one.speaker].append(one.day)
    return {speaker: (own.count(0), sorted(day for day in own if day)) for speaker, own in days.items()}


def likely(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(odds, -60.0)))
