"""Whose a role is that stands alone: by the article, by who speaks before and after it, by its story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.holders import Holder, Sightings, fitting, in_article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.people import People, Person
from workbench.extractors.entities.related import Story
from workbench.extractors.entities.roles import Held, Reader, day
from workbench.extractors.entities.rolewords import Said, words_of
from workbench.text.phrases import peelings

__all__ = ["Meant", "Whose"]


@dataclass(frozen=True, slots=True)
class Meant:
    """A candidate and the person it means, None where nothing tells."""

    candidate: Candidate
    person: Person | None
    rule: str
    reason: str = ""


@dataclass
class Whose:
    """Decides in one article whose its roles are.

    Parameters
    ----------
    reader, people: the words of the article, the people of the corpus.
    sightings, story, elsewhere: the roles seen in the corpus, in the articles of one story, and of each person.
    meant: the mentions of the article, as far as they are resolved.
    """

    reader: Reader
    people: People
    sightings: Sightings
    story: Story
    elsewhere: dict[Person, list[Said]]
    meant: list[Meant]

    def holder(self, what: Said, one: Candidate, here: Sequence[Held]) -> Holder | None:
        """Who holds a role that stands alone: by the article, by who speaks before and after, by its story."""
        return (
            self._holder(what, one, here)
            or self._going_on(what, one, here)
            or self._by_others(what, here)
            or self._named_next(what, one, here)
        )

    def _verb_before(self, position: int) -> str:
        """The word right before a place where that is a verb, without what is attached to it; else empty."""
        index = self.reader.word_at(position) - 1
        if index < 0 or not self.reader.joined(index, index + 1):
            return ""
        known = lexicon(self.reader.language).says
        cores = (peeled.core for peeled in peelings(self.reader.words[index].folded, self.reader.language))
        return next((core for core in cores if core in known), "")

    def _going_on(self, what: Said, one: Candidate, here: Sequence[Held]) -> Holder | None:
        """The speaker before, where a verb of going on stands before a role that fits nobody else."""
        if what.kind or self._verb_before(one.start) not in words_of("adds", self.reader.language):
            return None
        if any(fitting(what, held.said) for held in here):
            return None
        block = self.reader.block(one.start)
        spoken = [m for m in self.meant if m.person and m.candidate.end <= one.start and m.rule != "role"]
        spoken = [m for m in spoken if self.reader.block(m.candidate.start) == block]
        last = max(spoken, key=lambda m: m.candidate.start, default=None)
        if last is None or last.person is None or not self._verb_before(last.candidate.phrase_start):
            return None
        return Holder(last.person, "goes on speaking") if self._may_be(what, last.person, here) else None

    def _named_next(self, what: Said, one: Candidate, here: Sequence[Held]) -> Holder | None:
        """The one whom the next sentence names first, speaking, without saying what he is."""
        if what.kind not in ("", "former") or (not what.of and what.kind == ""):
            return None
        block = self.reader.block(one.start)
        after = [m for m in self.meant if m.person and m.candidate.start >= one.end]
        following = min(after, key=lambda m: m.candidate.start, default=None)
        if following is None or following.person is None or self.reader.block(following.candidate.start) != block:
            return None
        between = self.reader.article.text[one.end : following.candidate.start]
        below = (m for m in self.meant if self.reader.block(m.candidate.start))  # a headline introduces nobody
        first = (m.candidate.start for m in below if m.person is following.person)
        new = min(first, default=-1) == following.candidate.start
        named = (
            not self.people.lone(following.candidate.parts)
            and following.candidate.phrase_start == following.candidate.start
        )
        if between.count(". ") != 1 or not named or not new or not self._verb_before(following.candidate.start):
            return None
        return (
            Holder(following.person, "named in the next sentence")
            if self._may_be(what, following.person, here)
            else None
        )

    def _may_be(self, what: Said, person: Person, here: Sequence[Held]) -> bool:
        """Whether nothing else is said of somebody than a role, and nothing of another gender."""
        own = [held.said for held in here if held.person is person] + self.elsewhere.get(person, [])
        genders = {one.gender for one in own} - {""}
        return not any(not one.sort for one in own if not fitting(what, one)) and not (
            what.gender and genders and what.gender not in genders
        )

    def _by_others(self, what: Said, here: Sequence[Held]) -> Holder | None:
        """Who holds a role of which the article itself does not say it, by the articles of its story."""
        if what.kind == "counterpart":
            return None
        named = list(dict.fromkeys(one.person for one in self.meant if one.person))
        if what.kind == "former":
            return self.story.former(what, self.reader.article.id, named)
        if any(fitting(what, held.said) and held.said.kind != "former" for held in here):
            return None
        return self.story.holder(what, self.reader.article.id, named)

    def _holder(self, what: Said, one: Candidate, here: Sequence[Held]) -> Holder | None:
        """Who holds a role that stands alone."""
        when = day(self.reader.article)
        named = list(dict.fromkeys(one.person for one in self.meant if one.person))
        if what.kind == "former":
            called = {h.person for h in here if h.said.kind == "former" and what.part_of(h.said)}
            if called:
                return Holder(next(iter(called)), "called so in the article") if len(called) == 1 else None
            present = {h.person for h in here if h.said.kind != "former" and what.head == h.said.head}
            return self.sightings.former(what, when, named, present)
        if what.kind == "new":
            latest = self.sightings.latest(replace(what, kind=""), named)
            if latest is not None:
                return latest
        block = self.reader.block(one.start)
        same = [h for h in here if self.reader.block(h.start) == block]
        exact = [h for h in here if what.part_of(h.said) or what.kind == "counterpart"]
        holder = in_article(what, exact, one.start, same)
        if holder is not None or not what.of or what.kind == "counterpart":
            return holder
        if any(h.said.kind != "former" for h in exact):
            return None
        elsewhere = self.sightings.holder(what, when)
        if elsewhere is not None and elsewhere.person in named:
            return elsewhere
        return in_article(what, here, one.start, same) or elsewhere
