"""How likely two sentences say the same: their vectors, their clauses, words and numbers, weighed together.

The cosine of two sentences of one story is high whatever they say. So what is weighed is what tells wordings of one
statement (``quotes.likeness``), by weights that were fitted on quotations, how much of each sentence is said by
some clause of the other, and the names and days. One that states another number, or denies, says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import exp, fsum, log
from typing import TYPE_CHECKING

import numpy as np

from workbench.extractors.encoder import Encoder, centred, encoded, plain, scaled
from workbench.extractors.overlap.naming import names, strangers
from workbench.extractors.overlap.saying_weights import STATEMENT, WEIGHTS
from workbench.extractors.quotes.wordings import Weights, Wording, wording
from workbench.languages import pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["Clauses", "Sayings"]

CLAUSES = re.compile(r"[«»“”\"‘،,؛;:—()…]|’(?!\w)|\s-\s")
CLAUSE = 3  # words of a clause that says something
APART, ALIKE = 0.3, 0.8  # cosines of two words from which they agree a little, and wholly
MEANT = 3.0  # weight of shared words in meaning from which more tells nothing
SAME_WORDS = 0.75  # of all content words by weight, from which a denial on one side turns the statement round


class Sayings:
    """Compares sentences.

    Parameters
    ----------
    texts, codes: the sentences, and the languages they are in.
    vectors: theirs, at length 1.
    by: what made the vectors; it makes those of clauses and words.
    """

    def __init__(self, texts: Sequence[str], codes: Sequence[str], vectors: Vectors, by: Encoder) -> None:
        self._texts, self._by = texts, by
        self._wordings = [wording(text, pack(code)) for text, code in zip(texts, codes, strict=True)]
        self._weights = Weights(self._wordings)
        self._names = [names(one) for one in self._wordings]
        self._centred = centred(vectors)
        self._words = _Words(self._wordings, self._weights, by)

    def alike(self, near: Iterable[tuple[int, int]], least: float) -> list[tuple[int, int, float]]:
        """The pairs that say the same with at least this likelihood, with it; none that contradict each other.

        Clauses cost most: only those are looked at that could still make a pair likely enough.
        """
        enough = log(least / (1 - least))
        odds = {pair: self._odds(self.measures(*pair)) for pair in near if not self.contradict(*pair)}
        possible = {pair: value for pair, value in odds.items() if value + WEIGHTS["clauses"] >= enough}
        clauses = self.clauses(possible)
        told = ((pair, value + WEIGHTS["clauses"] * clauses.covered(*pair)) for pair, value in possible.items())
        return [(*pair, 1 / (1 + exp(-value))) for pair, value in told if value >= enough]

    def clauses(self, pairs: Iterable[tuple[int, int]]) -> Clauses:
        """The clauses of the sentences of some pairs."""
        return Clauses(self._texts, sorted({one for pair in pairs for one in pair}), self._by)

    @staticmethod
    def _odds(measures: dict[str, float]) -> float:
        return fsum(WEIGHTS.get(name, 0.0) * value for name, value in measures.items())

    def contradict(self, i: int, j: int) -> bool:
        """Whether each states a number that the other has not, or one denies what the other says in the same words."""
        one, other = self._wordings[i], self._wordings[j]
        if one.quantities.differ(other.quantities):
            return True
        denied = one.language == other.language and (one.denials > 0) != (other.denials > 0)
        return denied and self._weights.cover(one, other).long >= SAME_WORDS

    def measures(self, i: int, j: int) -> dict[str, float]:
        """What is measured of two sentences beside their clauses, by the names under which it is weighed."""
        one, other = self._wordings[i], self._wordings[j]
        lengths = sorted((len(one.words), len(other.words)))
        return {
            "constant": 1.0,
            "statement": self._statement(i, j),
            "other names": float(strangers(self._names[i], self._names[j])),
            "other days": float(bool(one.days and other.days) and one.days.isdisjoint(other.days)),
            "lengths": lengths[0] / max(lengths[1], 1),
        }

    def _statement(self, i: int, j: int) -> float:
        """The log-odds that two wordings of one speaker would be one statement."""
        one, other = self._wordings[i], self._wordings[j]
        told, same = self._weights.told(one, other), one.language == other.language
        own = {
            "told": min(told.weight, MEANT),
            "told of one": told.short,
            "told of both": told.long,
            "meaning": float(self._centred[i] @ self._centred[j]),
            "meant": min(self._words.shared(one, other), MEANT),
        }
        found = {
            "constant": 1.0,
            "number": float(one.quantities.shared(other.quantities) > 0),
            "alone": float(any(one.quantities) != any(other.quantities)),
        }
        if same:
            found |= own
        else:
            found |= {"across": 1.0} | {f"across {name}": value for name, value in own.items()}
        return fsum(STATEMENT.get(name, 0.0) * value for name, value in found.items())


class Clauses:
    """The vectors of what stands between the punctuation of sentences."""

    def __init__(self, texts: Sequence[str], needed: Sequence[int], by: Encoder) -> None:
        pieces: list[str] = []
        self._of: dict[int, slice] = {}
        for one in needed:
            own = [piece for piece in CLAUSES.split(texts[one]) if len(piece.split()) >= CLAUSE] or [texts[one]]
            self._of[one] = slice(len(pieces), len(pieces) + len(own))
            pieces += own
        self._vectors = scaled(encoded([plain(piece) or "-" for piece in pieces], by, what="meaning of clauses"))
        self._lengths = np.array([len(piece.split()) for piece in pieces], dtype=np.float32)

    def covered(self, i: int, j: int) -> float:
        """How near the clauses of one sentence are to the nearest of the other, by length, of the worse way round."""
        one, other = self._of[i], self._of[j]
        cosines = self._vectors[one] @ self._vectors[other].T
        ways = (
            cosines.max(axis=1) @ self._lengths[one] / self._lengths[one].sum(),
            cosines.max(axis=0) @ self._lengths[other] / self._lengths[other].sum(),
        )
        return float(min(ways))


class _Words:
    """The vectors of single words."""

    def __init__(self, wordings: Sequence[Wording], weights: Weights, by: Encoder) -> None:
        every = sorted({word for one in wordings for word in one.written})
        self._places = {word: at for at, word in enumerate(every)}
        self._vectors = scaled(encoded([plain(word) or "-" for word in every], by, what="meaning of words"))
        self._weights = weights

    def shared(self, one: Wording, other: Wording) -> float:
        """How much the words weigh that two sentences share in meaning."""
        if not one.words or not other.words:
            return 0.0
        places = [np.array([self._places[word] for word in side.written]) for side in (one, other)]
        weights = [np.array([self._weights.of(stem) for stem in side.stems]) for side in (one, other)]
        agreed = ((self._vectors[places[0]] @ self._vectors[places[1]].T - APART) / (ALIKE - APART)).clip(0.0, 1.0)
        return min(float(agreed.max(axis=1) @ weights[0]), float(agreed.max(axis=0) @ weights[1]))
