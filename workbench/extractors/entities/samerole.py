"""People of one surname and one office whose given names no table of sounds joins (``بنيامين``, ``Benjamin``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workbench.extractors.entities.fullnames import form
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.rolewords import UNKNOWN, Said
from workbench.extractors.entities.variants import alike, borne, sounds

__all__ = ["same_role"]

SHORTEST = 3
"""How many consonants a surname has at least that tells by itself who is meant."""


def same_role(
    roles: dict[Person, list[Said]], articles: Iterable[tuple[str, list[Person]]]
) -> list[tuple[Person, Person]]:
    """The pairs that are one person: one foreign surname, given names that begin alike, one office of one place.

    Parameters
    ----------
    roles: what is said of each person.
    articles: each with the people it names in full; two whom one article names so are two.
    """
    groups: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    for person, own in roles.items():
        words = form(person.parts).words
        if len(words) < 2 or borne(words[-1]) or len(words[0]) < 2:
            continue
        for said in own:
            for of in said.of if not said.sort and not said.head.startswith(UNKNOWN) and said.kind != "former" else ():
                for sound in sounds(words[-1]) if len(of) > 1 else ():
                    group = groups[sound, said.head, of]
                    if person not in group and len(sound) >= SHORTEST:
                        group.append(person)
    pairs = [(group[0], group[1]) for group in groups.values() if len(group) == 2 and _one(group[0], group[1])]
    if not pairs:
        return []
    asked = {person for pair in pairs for person in pair}
    named: dict[Person, set[str]] = defaultdict(set)
    for article, some in articles:
        for person in asked.intersection(some):
            named[person].add(article)
    return [(a, b) for a, b in dict.fromkeys(pairs) if named[a].isdisjoint(named[b])]


def _one(a: Person, b: Person) -> bool:
    one, two = form(a.parts).words, form(b.parts).words
    first = {sound[:1] for sound in sounds(one[0])} & {sound[:1] for sound in sounds(two[0])}
    return alike(one[-1], two[-1]) and bool(first) and (one[0][:1].isascii() != two[0][:1].isascii())
