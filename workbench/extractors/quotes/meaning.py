"""Wordings compared by what they mean, across languages, with the sentence encoder of the extra ``meaning``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.extractors.encoder import CENTRED, centred, encoded, encoder, plain, scaled
from workbench.extractors.quotes.likeness import AROUND, Sense
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.statements import Statement
from workbench.extractors.quotes.wordings import Weights, Wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Meanings"]

LEAST = 0.25  # cosine of a candidate
BAND = 1000  # statements of one party on either side of one, by day, that it is compared with
KEPT = 20  # candidates of one statement
OWN = 0.2  # cosine of a short stretch, from which its clause is looked at
DIGITS = 5  # of a cosine, so that sums in another order give the same
APART, ALIKE = 0.3, 0.8  # cosines of two words from which they agree a little, and wholly
STOPS = re.compile(r"[,،;؛:.!?؟]|\s[–—-]\s")
PART = 2  # words of a part between two stops, from which it may mean something by itself


class Meanings:
    """The vectors of statements, and of their words.

    Parameters
    ----------
    found: the statements.
    weights: of their stems.
    """

    def __init__(self, found: Sequence[Statement], weights: Weights) -> None:
        import numpy as np

        clauses = [at for at, one in enumerate(found) if one.context is not None]
        around = [one.context for one in found if one.context is not None]
        whole = encoded([_plain(one) for one in [*(one.wording for one in found), *around]], encoder())
        vectors = centred(whole)
        self._vectors, rest = vectors[: len(found)], vectors[len(found) :]
        self._clauses = dict(zip(clauses, rest, strict=True))
        self._parts = _parts(found, whole.mean(axis=0)) if found else {}
        places = {word: at for at, word in enumerate(sorted({word for one in found for word in one.wording.written}))}
        self._words = scaled(encoded(list(places), encoder()))
        self._of = [np.array([places[word] for word in one.wording.written], dtype=np.int64) for one in found]
        self._weights = [np.array([weights.of(stem) for stem in one.wording.stems]) for one in found]

    def sense(self, i: int, j: int) -> Sense:
        """How alike two statements are in meaning, as wholes, word by word, and in the parts that are most alike."""
        return Sense(self.cosine(i, j), self.shared(i, j), self.part(i, j))

    def part(self, i: int, j: int) -> float:
        """How alike the likest parts of two statements are, a whole being a part of itself."""
        one, other = (self._parts.get(at, self._vectors[at : at + 1]) for at in (i, j))
        return round(float(max((one @ other.T).max(), self._vectors[i] @ self._vectors[j])), DIGITS)

    def shared(self, i: int, j: int) -> float:
        """How much the words weigh that two statements share in meaning."""
        if not len(self._of[i]) or not len(self._of[j]):
            return 0.0
        cosines = self._words[self._of[i]] @ self._words[self._of[j]].T
        agreed = ((cosines - APART) / (ALIKE - APART)).clip(0.0, 1.0)
        ways = (agreed.max(axis=1) @ self._weights[i], agreed.max(axis=0) @ self._weights[j])
        return round(float(min(ways)), DIGITS)

    def cosine(self, i: int, j: int) -> float:
        """How alike two statements are in meaning, from -1 to 1; short stretches also by their clauses."""
        own = float(self._vectors[i] @ self._vectors[j])
        around = [(self._clauses.get(i), self._vectors[j]), (self._clauses.get(j), self._vectors[i])]
        ways = [AROUND * float(clause @ other) for clause, other in around if clause is not None and own >= OWN]
        return round(max([own, *ways]), DIGITS)

    def near(self, found: Sequence[Statement], parties: Parties) -> Iterator[tuple[tuple[int, int], float]]:
        """Pairs of statements of one party that mean something alike; of many, those near each other in time."""
        by_party: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(found):
            if one.speaker:
                by_party[parties.of(one.speaker)].append(at)
        for _, own in sorted(by_party.items()):
            own.sort(key=lambda at: (found[at].day, at))
            yield from self._banded(own)

    def _banded(self, own: list[int]) -> Iterator[tuple[tuple[int, int], float]]:
        import numpy as np

        for begin in range(0, len(own), BAND):
            rows = own[begin : begin + BAND]
            first = max(0, begin - BAND)
            columns = own[first : begin + 2 * BAND]
            cosines = self._vectors[rows] @ self._vectors[columns].T
            cosines[np.arange(len(rows)), np.arange(len(rows)) + begin - first] = -1.0
            for at, row in zip(rows, np.round(cosines, DIGITS), strict=True):
                places = np.flatnonzero(row >= LEAST)
                for place in sorted(places.tolist(), key=lambda place: (-row[place], columns[place]))[:KEPT]:
                    other = columns[place]
                    yield (min(at, other), max(at, other)), float(row[place])


def _parts(found: Sequence[Statement], mean: NDArray[np.float32]) -> dict[int, NDArray[np.float32]]:
    """The vectors of statements and of their parts between two stops, of those that have several."""
    import numpy as np

    texts = {at: [_plain(one.wording), *parts] for at, one in enumerate(found) if (parts := _between_stops(one))}
    encodings = encoded([text for own in texts.values() for text in own], encoder()) if texts else mean[None]
    vectors = scaled(encodings - np.float32(CENTRED) * mean)
    ends = np.cumsum([len(own) for own in texts.values()])
    return dict(zip(texts, np.split(vectors, ends[:-1]), strict=True)) if texts else {}


def _between_stops(one: Statement) -> list[str]:
    parts = [plain(part) for part in STOPS.split(one.wording.text)]
    long = [part for part in parts if len(part.split()) >= PART]
    return long if len(long) > 1 else []


def _plain(one: Wording) -> str:
    """A wording as the encoder reads it."""
    return plain(one.text) or one.language
