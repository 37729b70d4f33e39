"""Who holds a role in the corpus on a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held
from workbench.extractors.entities.rolewords import Said

__all__ = ["Holder", "Sightings", "Tenure", "fitting"]


class Holder(NamedTuple):
    """Whom a role alone means, and why."""

    person: Person
    reason: str


class Tenure(NamedTuple):
    """A role that somebody was seen in: as it is written most, of what, the days it was seen, in how many articles."""

    person: Person
    role: str
    of: str
    first: dt.date | None
    last: dt.date | None
    articles: int


@dataclass
class _Seen:
    """One role of one person: the days it was seen, the articles, the ways it is written."""

    days: list[dt.date] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    texts: Counter[tuple[str, str]] = field(default_factory=Counter)


class Sightings:
    """All roles seen beside names in a corpus, looked up by what they say and by day."""

    def __init__(self, held: Iterable[tuple[Held, dt.date | None]]) -> None:
        self._seen: dict[Said, dict[Person, _Seen]] = defaultdict(lambda: defaultdict(_Seen))
        self._roles: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for one, when in held:
            if one.said not in self._seen:
                for word in ("", *one.said.of):
                    self._roles[one.said.head, word].append(one.said)
            seen = self._seen[one.said][one.person]
            seen.articles.add(one.article)
            seen.texts.update([(one.text, one.of)] if one.text else [])
            if when is not None:
                seen.days.append(when)
        self._known: dict[tuple[Said, dt.date | None], Holder | None] = {}
        self._former: dict[tuple[Said, dt.date | None], set[Person]] = {}
        self._like: dict[Said, list[Said]] = {}
        self._days: dict[Said, dict[Person, list[dt.date]]] = {}
        self._own: dict[Said, dict[Person, list[Said]]] = {}

    def _roles_like(self, said: Said) -> list[Said]:
        """The roles that a phrase may be a shorter word for, former ones too."""
        if said not in self._like:
            self._like[said] = self._longer(said)
        return self._like[said]

    def _longer(self, said: Said) -> list[Said]:
        lists = [self._roles.get((said.head, word), []) for word in said.of] or [self._roles.get((said.head, ""), [])]
        return [one for one in min(lists, key=len) if said.part_of(one) and not one.sort]

    def days(self, said: Said) -> dict[Person, list[dt.date]]:
        """The days on which each person was seen in a role, in order; those who are only called former left out."""
        if said in self._days:
            return self._days[said]
        found: dict[Person, list[dt.date]] = {}
        for role in self._roles_like(said):
            if role.kind != "former":
                for person, seen in self._seen[role].items():
                    found.setdefault(person, []).extend(seen.days)
        self._days[said] = {person: sorted(days) for person, days in found.items()}
        return self._days[said]

    def _roles_of(self, said: Said, person: Person) -> list[Said]:
        """The roles that a phrase may be a shorter word for in which somebody was seen."""
        if said not in self._own:
            own: dict[Person, list[Said]] = {}
            for role in self._roles_like(said):
                for one in self._seen[role]:
                    own.setdefault(one, []).append(role)
            self._own[said] = own
        return self._own[said].get(person, [])

    def holder(self, said: Said, when: dt.date | None) -> Holder | None:
        """The one who held a role on a day: the last one seen in it by then, or the first after it."""
        plain = Said(said.head, said.of)
        if (plain, when) not in self._known:
            self._known[plain, when] = self._holder(plain, when)
        return self._known[plain, when]

    def _holder(self, said: Said, when: dt.date | None) -> Holder | None:
        left = self._left(said, when)
        days = {person: own for person, own in self.days(said).items() if person not in left}
        if len(days) == 1:
            return Holder(next(iter(days)), "the only holder in the corpus")
        if not days or when is None or not self._one_office(said, days):
            return None
        until = {
            person: max(day for day in own if day <= when) for person, own in days.items() if own and own[0] <= when
        }
        if until:
            last = max(until.values())
            now = [person for person, day in until.items() if day == last]
        else:
            dated = {person: own[0] for person, own in days.items() if own}
            first = min(dated.values(), default=None)
            now = [person for person, day in dated.items() if day == first]
        holding = set(now)
        others = [own for person, own in days.items() if person not in holding and own]
        over = any(own[0] <= when < own[-1] for own in others) if until else False
        return Holder(now[0], "the holder on that day") if len(now) == 1 and not over else None

    def _left(self, said: Said, when: dt.date | None) -> set[Person]:
        """Those who are called former holders by a day."""
        if (said, when) in self._former:
            return self._former[said, when]
        found = self._former[said, when] = set()
        for role in self._roles_like(said):
            if role.kind == "former":
                for person, seen in self._seen[role].items():
                    if when is None or not seen.days or min(seen.days) <= when:
                        found.add(person)
        return found

    def _one_office(self, said: Said, people: Iterable[Person]) -> bool:
        """Whether the people a phrase may mean held one office, not several of which the phrase is short for."""
        wanted = set(people)
        ofs = {role.of for role in self._roles_like(said) if not wanted.isdisjoint(self._seen[role])}
        largest = max(ofs, key=len, default=frozenset())
        return all(one <= largest for one in ofs) or self._overlapping(ofs, said)

    def _overlapping(self, ofs: set[frozenset[str]], said: Said) -> bool:
        """Whether the longer words for a role differ by how much they say, not by what."""
        extra = [one - said.of for one in ofs]
        return bool(said.of) and all(a & b or not a or not b for a in extra for b in extra)

    def former(
        self, said: Said, when: dt.date | None, among: AbstractSet[Person], present: AbstractSet[Person]
    ) -> Holder | None:
        """The one who held a role before: of the people of an article, else of the corpus; one candidate only.

        ``among``: the people of the article; ``present``: those whom it says to hold the role.
        """
        plain = Said(said.head, said.of)
        now, called, newest = self.holder(plain, when), self._left(plain, when), self.latest(plain, among)
        days = self.days(plain)

        def before(person: Person) -> bool:
            if person in called:
                return True
            own = days.get(person)
            holds = person is newest.person if newest is not None else person in present
            if not own or when is None or own[0] > when or holds or (now is not None and person is now.person):
                return False
            return self._gone(person, said, when, newest)

        few, many = sorted((among, called | days.keys()), key=len)
        near = _up_to_two(person for person in few if person in many and before(person))
        if not near and now is not None and said.of:
            near = _up_to_two(person for person in called | days.keys() if before(person))
        return Holder(near[0], "held it before") if len(near) == 1 else None

    def _gone(self, person: Person, said: Said, when: dt.date | None, newest: Holder | None) -> bool:
        """Whether somebody who was seen in a role holds it no more: the newest holder's, or another than today's."""
        if newest is None:
            return not self._holds(person, said, when)
        plain = Said(said.head, said.of)
        return bool(self._ofs(plain, person) & self._ofs(plain, newest.person))

    def _holds(self, person: Person, said: Said, when: dt.date | None) -> bool:
        """Whether somebody is the present holder of a role of that kind, as far as the corpus tells."""
        own = self._roles_of(Said(said.head, said.of), person)
        longest = max((role for role in own if role.kind != "former"), key=lambda role: len(role.of), default=None)
        now = self.holder(longest, when) if longest is not None else None
        return now is not None and now.person is person

    def latest(self, said: Said, among: AbstractSet[Person]) -> Holder | None:
        """Of the people of an article the one who was seen in a role latest first, where another held it before."""
        every = self.days(said)
        few, many = sorted((among, every.keys()), key=len)
        first = {person: every[person][0] for person in few if person in many and every[person]}
        ofs = {person: self._ofs(said, person) for person in first}
        earliest: dict[str, dt.date] = {}
        for person, start in first.items():
            for word in ofs[person]:
                earliest[word] = min(start, earliest.get(word, start))
        after = {p: start for p, start in first.items() if any(earliest[word] < start for word in ofs[p])}
        last = max(after.values(), default=None)
        new = [person for person, start in after.items() if start == last]
        return Holder(new[0], "the latest to hold it") if len(new) == 1 else None

    def _ofs(self, said: Said, person: Person) -> frozenset[str]:
        """Of what a person was said to hold a role."""
        return frozenset(word for role in self._roles_of(said, person) for word in role.of)

    def tenures(self) -> list[Tenure]:
        """Each role of each person, shorter words for it counted in, in the order of person and first day."""
        by_person: dict[Person, dict[Said, _Seen]] = defaultdict(dict)
        for said, people in self._seen.items():
            for person, seen in people.items():
                by_person[person][said] = seen
        by_person = {one: {said: seen for said, seen in own.items() if seen.texts} for one, own in by_person.items()}
        return [tenure for person, roles in by_person.items() for tenure in _tenures(person, roles)]


def _up_to_two(people: Iterable[Person]) -> list[Person]:
    """The first two of some people, each of whom is there once: more of them say no more."""
    return list(islice(people, 2))


def _tenures(person: Person, roles: dict[Said, _Seen]) -> list[Tenure]:
    """The roles of one person."""
    groups: list[tuple[Said, list[_Seen]]] = []
    for said in sorted(roles, key=lambda one: (-len(one.of), one.head, sorted(one.of), one.kind)):
        longer = next((own for known, own in groups if said.part_of(known) and said.kind == known.kind), None)
        if longer is None:
            groups.append((said, [roles[said]]))
        else:
            longer.append(roles[said])
    found = []
    for _, seen in groups:
        days = sorted(day for one in seen for day in one.days)
        text, of = max(seen[0].texts, key=lambda words: (seen[0].texts[words], words))
        articles = len(set().union(*(one.articles for one in seen)))
        found.append(Tenure(person, text, of, days[0] if days else None, days[-1] if days else None, articles))
    return sorted(found, key=lambda one: (one.first or dt.date.max, one.role))


def fitting(said: Said, held: Said) -> bool:
    """Whether a role alone may be one seen beside a name in the same article: one says no more than the other."""
    if said.kind == "counterpart":
        return bool(said.of) and said.of <= held.of and not held.sort
    return said.alike(held) and (said.of <= held.of or held.of <= said.of)
