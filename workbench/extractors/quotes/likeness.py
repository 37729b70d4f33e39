"""How likely two wordings are the same statement: evidence added up as log-odds.

The weights were fitted by logistic regression on pairs of wordings of the tuning half of the gold, pages of one story
left out at a time, and rounded. What two wordings say in numbers decides: each states one that the other has not, and
they are two statements; so they are where one denies what the other says in the same words.
"""

from __future__ import annotations

from math import exp

from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Weights, Wording

__all__ = ["APART", "Likeness", "likely"]

APART = -99.0
SAME_WORDS = 0.75  # of all content words by weight, from which a denial on one side turns the statement round
NEAR = 0.7  # of all content words, from which words without a known speaker are somebody's whom another outlet names
NEAR_WORDS = 4
NEARLY = 2.0  # log-odds of such
ACROSS = 0.6  # of the names and numbers of both, from which wordings in two languages may be one


class Likeness:
    """Compares statements, given how much each word tells.

    Parameters
    ----------
    weights: of the stems of the corpus.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def of(self, a: Statement, b: Statement, relation: str, *, meaning: float | None = None) -> float:
        """The log-odds that two statements are one; ``APART`` where something contradicts.

        ``relation`` is what their speakers are to each other, ``meaning`` how alike they are in it, where known.
        """
        if a.wording.quantities.differ(b.wording.quantities):
            return APART
        alike = a.wording.language == b.wording.language
        short, long = self._cover(a, b) if alike else (0.0, 0.0)
        if alike and long >= SAME_WORDS and self._denied(a, b):
            return APART
        if relation == "unknown":
            words = min(len(a.wording.words), len(b.wording.words))
            return NEARLY if long >= NEAR and words >= NEAR_WORDS else APART
        numbers = float(a.wording.quantities.shared(b.wording.quantities) > 0)
        if meaning is not None:
            odds = -3.4 + 2.3 * short + 1.5 * long + (5.1 if alike else 8.2) * max(meaning, 0.0) + 1.9 * numbers
        elif alike:
            odds = -2.0 + 3.0 * short + 2.3 * long + 3.4 * numbers
        else:
            odds = _across(a, b)
        beside = bool(set(a.articles) & set(b.articles)) and not (a.title or b.title)
        return odds - 0.8 * beside - 1.0 * (relation == "joined")

    def _cover(self, a: Statement, b: Statement) -> tuple[float, float]:
        """What two wordings share, of the shorter and of the longer; a short stretch also with its clause."""
        ways: list[tuple[Wording, Wording]] = [(a.wording, b.wording)]
        if a.context is not None:
            ways.append((a.context, b.wording))
        if b.context is not None:
            ways.append((a.wording, b.context))
        return max((self._weights.cover(one, other) for one, other in ways), key=sum)

    def _denied(self, a: Statement, b: Statement) -> bool:
        """Whether one denies what the other says, in the same words."""
        return a.sure and b.sure and (a.wording.denials > 0) != (b.wording.denials > 0)


def _across(a: Statement, b: Statement) -> float:
    """Wordings in two languages, by the numbers and names alone."""
    one, other = set(a.marks), set(b.marks)
    shared = one & other
    if not shared or len(shared) < len(one | other) * ACROSS:
        return -3.0
    return -1.0 + 1.2 * len(shared)


def likely(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-max(odds, -60.0)))
