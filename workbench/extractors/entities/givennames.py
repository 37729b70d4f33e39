"""People who are called by their given names alone, as features and interviews do: ``يقول نعمان``."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.whose import Meant

__all__ = ["GivenNames", "Turn", "Turns"]


class GivenNames:
    """The first names of those whom an article names in full.

    Parameters
    ----------
    meant: what the full names in the article mean.
    """

    def __init__(self, meant: Iterable[Meant]) -> None:
        self._bearers: dict[str, dict[Person, None]] = defaultdict(dict)
        for one in meant:
            if one.person is not None and len(one.candidate.parts) > 1:
                self._bearers[one.candidate.parts[0]][one.person] = None

    def bearer(self, candidate: Candidate) -> tuple[Person, ...]:
        """The only one of them whose first name a word is; nobody where two have it."""
        own = self._bearers.get(candidate.parts[0], {}) if len(candidate.parts) == 1 else {}
        return tuple(own) if len(own) == 1 else ()


class Turn(NamedTuple):
    """A mention that turns the story to somebody; ``number``: in what order mentions came to be known."""

    place: int
    number: int
    person: Person


class Turns:
    """The mentions that turn an article's story to each person."""

    def __init__(self) -> None:
        self._read = 0
        self._places: dict[Person, list[tuple[int, int]]] = defaultdict(list)

    def read(self, meant: Sequence[Meant]) -> None:
        """Take in the mentions that came to be known since the last time."""
        for number in range(self._read, len(meant)):
            one = meant[number]
            if one.person is not None and _turns(one, one.person):
                insort(self._places[one.person], (one.candidate.start, number))
        self._read = len(meant)

    def before(self, people: Iterable[Person], place: int) -> Turn | None:
        """The last one to some people before a place."""
        known = ((person, self._places[person]) for person in people if person in self._places)
        found = ((own[at - 1], person) for person, own in known if (at := bisect_left(own, (place, -1))) > 0)
        return max((Turn(*one, person) for one, person in found), key=lambda turn: turn[:2], default=None)

    def after(self, people: Iterable[Person], place: int) -> Turn | None:
        """The first one to some people behind a place."""
        known = ((person, self._places[person]) for person in people if person in self._places)
        found = ((own[at], person) for person, own in known if (at := bisect_left(own, (place + 1, -1))) < len(own))
        return min((Turn(*one, person) for one, person in found), key=lambda turn: turn[:2], default=None)


def _turns(one: Meant, person: Person) -> bool:
    """Whether a mention turns the story to the one it means; a given name in passing does not."""
    parts = one.candidate.parts
    return len(parts) > 1 or parts[0] not in {name[0] for name in person.names if len(name) > 1}
