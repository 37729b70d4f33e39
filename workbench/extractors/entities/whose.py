"""Whose a role is that stands alone: by the article, by who speaks before and after it, by its story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.holders import Holder, Sightings, fitting
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.people import People, Person
from workbench.extractors.entities.related import Story
from workbench.extractors.entities.roles import Held, Reader, day
from workbench.extractors.entities.rolewords import Said, words_of
from workbench.extractors.entities.seen import Seen
from workbench.text.phrases import peelings

__all__ = ["Meant", "Whose"]


@dataclass(frozen=True, slots=True)
class Meant:
    """A candidate and the person it means, None where nothing tells."""

    candidate: Candidate
    person: Person | None
    rule: str
    reason: str = ""


class Whose:
    """Decides in one article whose its roles are.

    Parameters
    ----------
    reader, people: the words of the article, the people of the corpus.
    sightings, story, elsewhere: the roles seen in the corpus, in the articles of one story, and of each person.
    meant: the mentions of the article that are no role alone, as far as they are resolved.
    seen: the roles beside names in it.
    """

    def __init__(
        self,
        reader: Reader,
        people: People,
        sightings: Sightings,
        story: Story,
        elsewhere: dict[Person, list[Said]],
        meant: Iterable[Meant],
        seen: Seen,
    ) -> None:
        self.reader, self.people, self.sightings, self.story, self.elsewhere = (
            reader,
            people,
            sightings,
            story,
            elsewhere,
        )
        self.seen = seen
        self.named: dict[Person, None] = {}
        """Whom the article has named or meant by now."""
        self._below: dict[Person, int] = {}
        """Where each of them is first meant below the headline, which introduces nobody."""
        somebody = [(one.candidate.start, one) for one in meant if one.person]
        self._named = sorted(somebody, key=lambda one: one[0])
        self._starts = [start for start, _ in self._named]
        for start, one in somebody:
            if one.person is not None:
                self._note(one.person, start)

    def _note(self, person: Person, start: int) -> None:
        self.named[person] = None
        if self.reader.block(start):
            self._below[person] = min(start, self._below.get(person, start))

    def add(self, held: Held, *, told: bool) -> None:
        """Note whose a role alone turned out to be; ``told``: whether later ones may be held against it."""
        self._note(held.person, held.start)
        if told:
            self.seen.add(held)

    def holder(self, what: Said, one: Candidate) -> Holder | None:
        """Who holds a role that stands alone: by the article, by who speaks before and after, by its story."""
        return (
            self._holder(what, one) or self._going_on(what, one) or self._by_others(what) or self._named_next(what, one)
        )

    def _verb_before(self, position: int) -> str:
        """The word right before a place where that is a verb, without what is attached to it; else empty."""
        index = self.reader.word_at(position) - 1
        if index < 0 or not self.reader.joined(index, index + 1):
            return ""
        known = lexicon(self.reader.language).says
        cores = (peeled.core for peeled in peelings(self.reader.words[index].folded, self.reader.language))
        return next((core for core in cores if core in known), "")

    def _going_on(self, what: Said, one: Candidate) -> Holder | None:
        """The speaker before, where a verb of going on stands before a role that fits nobody else."""
        if what.kind or self._verb_before(one.start) not in words_of("adds", self.reader.language):
            return None
        if self.seen.fits(what):
            return None
        last = self._named_before(one.start)
        if last is None or last.person is None or not self._verb_before(last.candidate.phrase_start):
            return None
        return Holder(last.person, "goes on speaking") if self._may_be(what, last.person) else None

    def _named_before(self, place: int) -> Meant | None:
        """The last mention by name before a place in its paragraph."""
        block, at = self.reader.block(place), bisect_right(self._starts, place)
        last: Meant | None = None
        while at > 0 and (last is None or self._starts[at - 1] == last.candidate.start):
            at -= 1
            one = self._named[at][1]
            if self.reader.block(one.candidate.start) != block:
                break
            if one.candidate.end <= place and one.rule != "role":
                last = one
        return last

    def _named_next(self, what: Said, one: Candidate) -> Holder | None:
        """The one whom the next sentence names first, speaking, without saying what he is."""
        if what.kind not in ("", "former") or (not what.of and what.kind == ""):
            return None
        at = bisect_left(self._starts, one.end)
        following = self._named[at][1] if at < len(self._named) else None
        if following is None or following.person is None:
            return None
        candidate, person = following.candidate, following.person
        if self.reader.block(candidate.start) != self.reader.block(one.start):
            return None
        new = self._below.get(person, -1) == candidate.start
        named = not self.people.lone(candidate.parts) and candidate.phrase_start == candidate.start
        if not named or not new or not self._verb_before(candidate.start) or not self._next(one.end, candidate.start):
            return None
        return Holder(person, "named in the next sentence") if self._may_be(what, person) else None

    def _next(self, start: int, end: int) -> bool:
        """Whether one sentence ends between two places."""
        text = self.reader.article.text
        ends = text.find(". ", start, end)
        return ends >= 0 and text.find(". ", ends + 2, end) < 0

    def _may_be(self, what: Said, person: Person) -> bool:
        """Whether nothing else is said of somebody than a role, and nothing of another gender."""
        own = self.seen.of(person) + self.elsewhere.get(person, [])
        genders = {one.gender for one in own} - {""}
        return not any(not one.sort for one in own if not fitting(what, one)) and not (
            what.gender and genders and what.gender not in genders
        )

    def _by_others(self, what: Said) -> Holder | None:
        """Who holds a role of which the article itself does not say it, by the articles of its story."""
        if what.kind == "counterpart":
            return None
        if what.kind == "former":
            return self.story.former(what, self.reader.article.id, self.named)
        if any(said.kind != "former" for said in self.seen.fits(what)):
            return None
        return self.story.holder(what, self.reader.article.id, self.named)

    def _holder(self, what: Said, one: Candidate) -> Holder | None:
        """Who holds a role that stands alone."""
        when = day(self.reader.article)
        if what.kind == "former":
            called = self.seen.former(what)
            if called:
                return Holder(next(iter(called)), "called so in the article") if len(called) == 1 else None
            return self.sightings.former(what, when, self.named.keys(), self.seen.holding(what.head))
        if what.kind == "new":
            latest = self.sightings.latest(replace(what, kind=""), self.named.keys())
            if latest is not None:
                return latest
        holder = self._in_article(what, one.start, whole=True)
        if holder is not None or not what.of or what.kind == "counterpart":
            return holder
        if any(said.kind != "former" and what.part_of(said) for said in self.seen.fits(what)):
            return None
        elsewhere = self.sightings.holder(what, when)
        if elsewhere is not None and elsewhere.person in self.named:
            return elsewhere
        return self._in_article(what, one.start, whole=False) or elsewhere

    def _in_article(self, what: Said, place: int, *, whole: bool) -> Holder | None:
        person = self.seen.holder(what, place, whole=whole)
        return Holder(person, "stands beside the name in the article") if person is not None else None
