"""The roles that one article tells beside names, found again by what they say: nothing is held against each of them.

A page may name thousands of people. Whom a role means that stands alone is looked up by its head and its words, and
two people who fit it are enough to know that it is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, combinations

from workbench.extractors.entities.holders import fitting
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held
from workbench.extractors.entities.rolewords import Said

__all__ = ["Seen"]

FEW = 5
"""From how many words on a role's parts are not all looked up."""
ANYWHERE = 1 << 60


@dataclass
class _Firsts:
    """Where each of some people is first seen, and who are the two that are seen before all others."""

    places: dict[Person, int] = field(default_factory=dict)
    two: list[tuple[int, int, Person]] = field(default_factory=list)

    def add(self, person: Person, place: int) -> None:
        """Note that somebody is seen at a place."""
        if place >= self.places.get(person, ANYWHERE):
            return
        self.places[person] = place
        others = [one for one in self.two if one[2] is not person]
        self.two = sorted([*others, (place, id(person), person)])[:2]

    def before(self, place: int, without: AbstractSet[Person]) -> Iterator[Person]:
        """The people who are seen before a place, no more than two where that tells enough."""
        if without.isdisjoint(one[2] for one in self.two):
            return (person for start, _, person in self.two if start < place)
        return (one for one, start in self.places.items() if start < place and one not in without)


@dataclass
class _Role:
    """One role: where its holders are first seen in the article, and in each paragraph."""

    said: Said
    anywhere: _Firsts = field(default_factory=_Firsts)
    blocks: dict[int, _Firsts] = field(default_factory=lambda: defaultdict(_Firsts))


class Seen:
    """The roles beside names in one article, those that are added later too.

    Parameters
    ----------
    held: the roles; block: the number of the paragraph that a place of the text stands in.
    """

    def __init__(self, held: Iterable[Held], block: Callable[[int], int]) -> None:
        self._block = block
        self._roles: dict[Said, _Role] = {}
        self._exactly: dict[tuple[str, frozenset[str]], list[_Role]] = defaultdict(list)
        self._with: dict[tuple[str, str], list[_Role]] = defaultdict(list)
        self._of: dict[Person, dict[Said, None]] = defaultdict(dict)
        self._holding: dict[str, dict[Person, None]] = defaultdict(dict)
        self._former: dict[str, dict[Person, None]] = defaultdict(dict)
        for one in held:
            self.add(one)

    def add(self, one: Held) -> None:
        """Add a role."""
        role = self._roles.get(one.said)
        if role is None:
            role = self._roles[one.said] = _Role(one.said)
            self._exactly[one.said.head, one.said.of].append(role)
            for word in ("", *one.said.of):
                self._with[one.said.head, word].append(role)
        role.anywhere.add(one.person, one.start)
        role.blocks[self._block(one.start)].add(one.person, one.start)
        self._of[one.person][one.said] = None
        (self._former if one.said.kind == "former" else self._holding)[one.said.head][one.person] = None

    def of(self, person: Person) -> list[Said]:
        """What is said of somebody."""
        return list(self._of.get(person, ()))

    def holding(self, head: str) -> AbstractSet[Person]:
        """Those who are said to be something, not to have been it."""
        return self._holding.get(head, {}).keys()

    def fits(self, said: Said) -> list[Said]:
        """The roles that one may mean which stands alone."""
        return [role.said for role in self._fitting(said)]

    def former(self, said: Said) -> AbstractSet[Person]:
        """Those who are called former holders of a role."""
        roles = [one for one in self._fitting(said) if one.said.kind == "former" and said.part_of(one.said)]
        return roles[0].anywhere.places.keys() if len(roles) == 1 else {p for one in roles for p in one.anywhere.places}

    def _fitting(self, said: Said) -> list[_Role]:
        if said.kind == "counterpart":
            return [role for role in self._roles.values() if fitting(said, role.said)]
        longer = min((self._with.get((said.head, word), []) for word in said.of or ("",)), key=len)
        if len(said.of) < FEW:
            parts = chain.from_iterable(combinations(sorted(said.of), size) for size in range(len(said.of)))
            shorter = [role for some in parts for role in self._exactly.get((said.head, frozenset(some)), ())]
        else:
            shorter = [role for word in ("", *said.of) for role in self._with.get((said.head, word), ())]
        found = {id(role): role for role in [*longer, *shorter] if fitting(said, role.said)}
        return list(found.values())

    def holder(self, said: Said, place: int, *, whole: bool = False, near: bool = True) -> Person | None:
        """The one person who holds a role: in its paragraph before it, before it, or anywhere.

        Parameters
        ----------
        said: what the role says; place: where it stands.
        whole: whether only roles count that say all that it says; near: whether its paragraph comes first.
        """
        fits = [role for role in self._fitting(said) if role.said.kind != "former"]
        former: AbstractSet[Person] = self._former.get(said.head, {}).keys()
        if whole and said.kind != "counterpart":
            fits = [role for role in fits if said.part_of(role.said)]
            former = self.former(said)
        block = self._block(place)
        beside = [role.blocks[block] for role in fits if block in role.blocks] if near else []
        every = [role.anywhere for role in fits]
        for tier, end in ((beside, place), (every, place), (every, ANYWHERE)):
            people = dict.fromkeys(_two(person for own in tier for person in own.before(end, former)))
            if people:
                return next(iter(people)) if len(people) == 1 else None
        return None


def _two(people: Iterable[Person]) -> Iterator[Person]:
    """Some people up to the second one."""
    first: Person | None = None
    for person in people:
        yield person
        if first is not None and person is not first:
            return
        first = first or person
