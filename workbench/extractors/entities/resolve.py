"""Who is who: candidates of a whole corpus become entities.

Full names that are spellings or shorter forms of each other are one person. A surname alone, or a surname after a
title, is the person of that name in the same article, else the only one of that name in the corpus. A role without a
name is the person beside whose name that role stands, in the same article, else everywhere alike; where two people hold
it, or nobody, it stays unresolved: no guess is made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.corpus import Article, Corpus
from workbench.extractors.entities.candidate import Candidate, Role
from workbench.extractors.entities.surnames import surnames
from workbench.extractors.entities.variants import same_person_name, skeleton, sounds, variant

__all__ = ["People", "Person", "Resolved", "resolve"]

Parts = tuple[str, ...]


@dataclass(eq=False)
class Person:
    """One person: every full name folded, with its count, and why each name was joined."""

    names: Counter[Parts] = field(default_factory=Counter)
    reasons: dict[Parts, str] = field(default_factory=dict)

    @property
    def parts(self) -> Parts:
        """The name that stands for the person: the most frequent, the longer where two are as frequent."""
        return max(self.names, key=lambda parts: (self.names[parts], len(parts), parts))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A candidate and whom it means: a key that all mentions of one entity share, empty where nothing tells."""

    candidate: Candidate
    key: tuple[str, ...]
    rule: str
    reason: str = ""


def resolve(corpus: Corpus, found: dict[str, list[Candidate]]) -> list[Resolved]:
    """Every candidate with the entity it means, and the bare surnames that follow full names."""
    people = People(found)
    resolved: list[Resolved] = []
    for article in corpus:
        own = found[article.id]
        resolved.extend(_named(candidate, people) for candidate in own)
        resolved.extend(_alone(article, own, people))
    return sorted(_with_roles(resolved), key=lambda r: (r.candidate.article, r.candidate.start, r.candidate.end))


class People:
    """The people of the corpus, looked up by full name and by surname."""

    def __init__(self, found: dict[str, list[Candidate]]) -> None:
        self.people: list[Person] = []
        self._of_name: dict[Parts, Person] = {}
        self._of_sounds: dict[Parts, Person] = {}
        self._of_skeleton: dict[str, list[tuple[Person, str]]] = defaultdict(list)
        self._called: dict[str, list[Person]] = {}
        self.of_joined: dict[str, list[tuple[Person, Parts]]] = defaultdict(list)
        self.by_article: dict[str, list[Person]] = defaultdict(list)
        sure = [c for own in found.values() for c in own if c.type == "PER" and c.parts and c.sure]
        counts = Counter(candidate.parts for candidate in sure)
        full = [parts for parts in counts if len(parts) > 1]
        for parts in sorted(full, key=lambda parts: (-len(parts), -counts[parts], parts)):
            self._add(parts, counts[parts])
        for parts in sorted(parts for parts in counts if len(parts) == 1):
            if not self.called(parts[0]):
                self._add(parts, counts[parts])
        for candidate in sure:
            person = self._of_name.get(candidate.parts)
            if person and person not in self.by_article[candidate.article]:
                self.by_article[candidate.article].append(person)

    def _add(self, parts: Parts, count: int) -> None:
        for person in self.called(parts[-1]):
            for known in list(person.names):
                reason = same_person_name(parts, known) if len(parts) > 1 and len(known) > 1 else ""
                if reason:
                    self._join(person, parts, count, f"{reason} of {' '.join(known)}")
                    return
        elsewhere = self._of_sounds.get(sounds(parts))
        if elsewhere is not None and not any(_one_script(parts, known) for known in elsewhere.names):
            self._join(elsewhere, parts, count, f"the sounds of {' '.join(elsewhere.parts)} in another script")
            return
        person = Person()
        self.people.append(person)
        self._join(person, parts, count, "")

    def _join(self, person: Person, parts: Parts, count: int, reason: str) -> None:
        person.names[parts] += count
        person.reasons[parts] = reason
        self._of_name[parts] = person
        self._of_skeleton[skeleton(parts[-1])].append((person, parts[-1]))
        self._called.clear()
        if " " in parts[-1]:
            surname = tuple(parts[-1].split(" "))
            self.of_joined[surname[0]].append((person, surname))
        if sounds(parts):
            self._of_sounds.setdefault(sounds(parts), person)

    def named(self, parts: Parts) -> Person | None:
        """The person with exactly this name."""
        return self._of_name.get(parts)

    def called(self, surname: str, among: Iterable[Person] | None = None) -> list[Person]:
        """The people of that surname, spellings folded: all of them, or those of a few."""
        unique = self._called.get(surname)
        if unique is None:
            near = self._of_skeleton.get(skeleton(surname), ())
            unique = list(dict.fromkeys(person for person, name in near if variant(surname, name)))
            self._called[surname] = unique
        return unique if among is None or not unique else [person for person in among if person in unique]


def _one_script(a: Parts, b: Parts) -> bool:
    """Whether two names are written in one script."""
    return a[0][0].isascii() == b[0][0].isascii()


def _named(candidate: Candidate, people: People) -> Resolved:
    if candidate.name:
        key = (candidate.type, candidate.identity or candidate.name)
        reason = f"{candidate.identity} in every language" if candidate.identity else ""
        return Resolved(candidate, key, candidate.rule, reason)
    if not candidate.parts:
        return Resolved(candidate, (), candidate.rule)
    person = people.named(candidate.parts)
    if person is not None and (candidate.sure or len(candidate.parts) > 1):
        return Resolved(candidate, ("PER", *person.parts), candidate.rule, person.reasons[candidate.parts])
    surname = candidate.parts[-1]
    for among in (people.by_article[candidate.article], None):
        called = people.called(surname, among)
        if len(called) == 1:
            return Resolved(candidate, ("PER", *called[0].parts), candidate.rule, "surname of one person only")
        if called:
            break
    return Resolved(candidate, (), candidate.rule)


def _alone(article: Article, own: Sequence[Candidate], people: People) -> Iterator[Resolved]:
    """The bare surnames of an article, each with the person it means."""
    for person, start, end, reason in surnames(article, own, people):
        words = (article.text[start:end],)
        candidate = Candidate(article.id, start, end, "PER", "surname", start, end, words)
        yield Resolved(candidate, ("PER", *person.parts), "surname", reason)


def _with_roles(resolved: list[Resolved]) -> list[Resolved]:
    """Roles without a name, each given the one person whom it stands beside."""
    holders: dict[str, dict[Role, Counter[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(Counter))
    everywhere: dict[Role, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in resolved:
        if (
            one.key
            and one.candidate.role
            and one.candidate.parts
            and (one.candidate.role.of or one.candidate.role.office)
        ):
            holders[one.candidate.article][one.candidate.role][one.key] += 1
            everywhere[one.candidate.role][one.key] += 1
    out = []
    for named in resolved:
        role, lone = named.candidate.role, named.candidate.parts and not named.key
        owned = role is not None and bool(role.of or role.office)
        one = replace(named, candidate=named.candidate.nameless()) if lone and owned else named
        if one.key or one.candidate.parts or role is None:
            out.append(one)
            continue
        here = holders[one.candidate.article].get(role, Counter())
        held = here or everywhere.get(role, Counter())
        if len(held) == 1:
            where = "in the article" if here else "in other articles"
            out.append(Resolved(one.candidate, next(iter(held)), "role", f"stands beside the name {where}"))
        else:
            out.append(one)
    return out
