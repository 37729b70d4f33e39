"""People who are called by their given names alone, as features and interviews do: ``يقول نعمان``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.whose import Meant

__all__ = ["by_given_name", "turns_to"]


def by_given_name(candidate: Candidate, meant: Iterable[Meant]) -> tuple[Person, ...]:
    """The only one whom the article names in full and whose first name a word is; nobody where two have it.

    Parameters
    ----------
    candidate: the word.
    meant: what the full names in the article mean.
    """
    if len(candidate.parts) > 1:
        return ()
    full = (one for one in meant if one.person is not None and len(one.candidate.parts) > 1)
    own = dict.fromkeys(one.person for one in full if one.candidate.parts[0] == candidate.parts[0])
    return tuple(person for person in own if person is not None) if len(own) == 1 else ()


def turns_to(one: Meant, people: Sequence[Person]) -> bool:
    """Whether a mention turns the story to one of some people; a given name in passing does not."""
    if one.person is None or one.person not in people:
        return False
    parts = one.candidate.parts
    return len(parts) > 1 or parts[0] not in {name[0] for name in one.person.names if len(name) > 1}
