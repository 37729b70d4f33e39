"""Who is meant where nobody is named: those who spoke and those whom the sentences before were about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.extractors.quotes.genders import agree
from workbench.extractors.quotes.phrases import Speaker

__all__ = ["Memory"]

LIVELY = ("person", "body", "group", "document", "role")
"""Kinds of noun phrases that a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class _Event:
    speaker: Speaker
    spoke: bool


def _thing(one: Speaker) -> bool:
    """Whether somebody is a body that nobody speaks for: ``[A spokeswoman for the group] said ..., she added``."""
    return one.kind == "body" and not one.voiced


class Memory:
    """The speakers and topics of an article so far, the last one last."""

    def __init__(self) -> None:
        self._events: list[_Event] = []
        self._before: Speaker | None = None
        self._said: dict[str, str] = {}  # the gender that a verb right before somebody's name told

    def clear(self) -> None:
        """Begin anew: a headline's speaker is carried into the text only where that has named nobody yet."""
        people = [one.speaker for one in self._events if one.speaker.kind == "person"]
        self._before = people[-1] if people else self._before
        self._events.clear()

    def tell(self, speaker: Speaker, *, inner: bool = False, said: str = "") -> None:
        """Somebody spoke; ``inner``: inside another's report, so that the other is carried on.

        ``said``: the gender that the verb right before him says.
        """
        if speaker.entity and said:
            self._said[speaker.entity] = said
        event = _Event(speaker, spoke=True)
        self._events.insert(len(self._events) - (1 if inner and self._events else 0), event)

    def topic(self, speaker: Speaker) -> None:
        """A sentence was about somebody who did not speak."""
        self._events.append(_Event(speaker, spoke=False))

    def latest(self) -> Speaker | None:
        """Who spoke last, or was told of since."""
        return self._events[-1].speaker if self._events else None

    def last(self) -> Speaker | None:
        """Who spoke last."""
        return next((one.speaker for one in reversed(self._events) if one.spoke), None)

    def _meant(self, *, goes_on: bool, things: bool) -> Iterator[Speaker]:
        """Who may be meant, the last one first; ``things``: nobody who is a person."""
        for one in reversed(self._events):
            if (one.spoke or (not goes_on and one.speaker.kind in LIVELY)) and not (
                things and one.speaker.kind in ("person", "group")
            ):
                yield one.speaker

    def _gender(self, one: Speaker) -> str:
        return self._said.get(one.entity, one.gender) if one.kind == "person" else one.gender

    def carried(
        self, gender: str = "", *, goes_on: bool = False, somebody: bool = False, before: int | None = None
    ) -> Speaker | None:
        """Who is meant by a verb without a subject.

        Parameters
        ----------
        gender: what the verb says of its subject.
        goes_on: the verb goes on with what was said (``وأضاف``), so that only who spoke can be meant.
        somebody: a pronoun stands for a person (``she said``), so that no body can be meant.
        before: where whoever is meant was told of, at the latest.
        """
        things, gender = gender == "n", gender.replace("n", "")
        meant = (one for one in self._meant(goes_on=goes_on, things=things) if before is None or one.start < before)
        fitting = (one for one in meant if not (somebody and _thing(one)) and agree(gender, self._gender(one)))
        found = next(fitting, None)
        if found is None and not any(one.spoke for one in self._events) and self._before is not None:
            return self._before if agree(gender, self._gender(self._before)) else None
        last = self.last() if found is None and gender == "p" else None  # a body by those who are of it: ``وأضافوا``
        return found if last is None or last.kind == "person" else last
