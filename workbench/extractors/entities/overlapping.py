"""Whether a person and a body that stand in the same words are one name or two."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.tagging.protocol import Tagged

__all__ = ["behind_body", "belonging", "within"]


def within(person: Candidate, bodies: Iterable[Candidate]) -> bool:
    """Whether a person's name is part of a body's, no title standing between."""
    if not person.parts:
        return False
    holding = [body for body in bodies if body.start <= person.start and person.end <= body.end]
    if any(0 < person.role_end <= body.start for body in holding):
        return True
    return any(person.rule != "title" or body.start < person.phrase_start for body in holding) or any(
        body.end > person.end for body in holding
    )


def belonging(body: Candidate, people: Iterable[Candidate]) -> bool:
    """Whether a body is in a person's name, or only the office in a title (``وزير [الدفاع السوري]``)."""
    for person in people:
        if person.parts and body.start < person.end and person.start < body.end:
            return True
        inside = person.phrase_start < body.end and body.start < person.phrase_end
        if (
            inside
            and body.rule in ("party", "side")
            and (person.role is None or person.role.office or body.type == "LOC")
        ):
            return True
    return False


def behind_body(span: Tagged, named: Iterable[Candidate]) -> Tagged:
    """A person of a tagger's without the end of the body that he leads: ``رئيس جامعة تل ريحان [نزيه شامي]``."""
    if span.type != "PER":
        return span
    own = list(named)
    bodies = [one for one in own if one.type == "ORG" and one.rule == "head" and one.start < span.start < one.end]
    for body in bodies:
        led = [one for one in own if one.rule == "title" and one.parts and body.end < one.start <= body.end + 1]
        if led and led[0].start < span.end:
            return span._replace(start=led[0].start)
    return span
