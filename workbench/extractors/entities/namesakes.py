"""Namesakes: whom a bare surname means where two are called so, and people of one full name told apart."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.extractors.entities.fullnames import core
from workbench.extractors.entities.holders import Holder, fitting
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held, Reader
from workbench.extractors.entities.rolewords import UNKNOWN, Said, heads, means, words_of
from workbench.kept import kept
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings
from workbench.text.sentences import Sentence

__all__ = ["Chooser", "Event", "told_apart"]

FEW_DAYS = dt.timedelta(days=90)
"""Two people are told apart by the countries whose one office they hold only where they held it at one time."""


class Event(NamedTuple):
    """Where one of several namesakes is named, or called by role alone."""

    place: int
    person: Person
    by_name: bool


class Chooser:
    """Decides in one article which of several people a bare surname means.

    Parameters
    ----------
    reader: the words of the article.
    here: the roles beside names in it; elsewhere: for each person what else the corpus says.
    cut: the sentences of the article.
    """

    def __init__(
        self, reader: Reader, here: Sequence[Held], elsewhere: dict[Person, list[Said]], cut: Sequence[Sentence]
    ) -> None:
        self.reader = reader
        self.cut = cut
        self.roles: dict[Person, list[Said]] = defaultdict(list)
        for one in here:
            self.roles[one.person].append(one.said)
        self.elsewhere = elsewhere
        self.titles = [(one.start, one.end) for one in here]

    def _said(self, person: Person) -> list[Said]:
        return self.roles.get(person) or self.elsewhere.get(person, [])

    def titled(self, near: Sequence[Person], title: Said | None) -> Holder | None:
        """The one of some people whose role a title is that stands beside the surname."""
        if title is None:
            return None
        fits = [person for person in near if any(fitting(title, one) for one in self._said(person))]
        return Holder(fits[0], "the title beside it") if len(fits) == 1 else None

    def chosen(self, near: Sequence[Person], start: int, title: Said | None, events: Sequence[Event]) -> Holder | None:
        """Whom a surname means: by its title, by what its sentence says, by who was named last.

        ``events``: where somebody of these people is named, or called by role, in order.
        """
        titled = self.titled(near, title)
        if titled is not None:
            return titled
        number = next((n for n, one in enumerate(self.cut) if one.start <= start < one.end), -1)
        if number < 0:
            return None
        sentence = self.cut[number]
        spoken = [one.person for one in events if one.place < start]
        before = [one.person for one in events if one.place < start and one.by_name]
        spoken_of = self._by_role(near, sentence)
        left = [person for person in near if person not in spoken_of]
        if len(left) == 1 and spoken_of:
            return Holder(left[0], "the other one is called by role in the sentence")
        if spoken and self._answers(start):
            others = [person for person in near if person is not spoken[-1]]
            if len(others) == 1:
                return Holder(others[0], "answers the one named before")
        topic = self._by_topic(near, sentence.start, start)
        if topic is not None:
            return Holder(topic, "what its sentence speaks of")
        if before:
            return Holder(before[-1], "the last of that name before it")
        return self._by_context(near, number, start, events)

    def _by_context(self, near: Sequence[Person], number: int, start: int, events: Sequence[Event]) -> Holder | None:
        """Where nobody of that name was named before: what the sentence before speaks of, else who is named next."""
        if number and (topic := self._by_topic(near, self.cut[number - 1].start, self.cut[number].end)) is not None:
            return Holder(topic, "what the sentence before speaks of")
        after = [one.person for one in events if one.place > start and one.by_name]
        return Holder(after[0], "the first of that name after it") if after else None

    def _words(self, start: int, end: int) -> list[tuple[int, str]]:
        """The words between two places of the text, outside titles beside names."""
        first, last = self.reader.index(start), self.reader.index(end)
        words = ((word.start, word.folded) for word in self.reader.words[first:last])
        return [(at, word) for at, word in words if not any(a <= at < b for a, b in self.titles)]

    def called(self, near: Sequence[Person], word: str) -> Person | None:
        """The one of some people whose role alone a word is."""
        head = _head(word, self.reader.language)
        own = [person for person in near if head and any(one.head == head for one in self._said(person))]
        return own[0] if len(own) == 1 else None

    def _by_role(self, near: Sequence[Person], sentence: Sentence) -> list[Person]:
        """Those who are called by their role alone in a sentence."""
        found = (self.called(near, word) for _, word in self._words(sentence.start, sentence.end))
        return list(dict.fromkeys(person for person in found if person is not None))

    def _by_topic(self, near: Sequence[Person], start: int, end: int) -> Person | None:
        """The one whose office or body most words between two places speak of."""
        language = self.reader.language
        spoken = {means(word, language)[1] for _, word in self._words(start, end)}
        spoken |= {head for _, word in self._words(start, end) if (head := _head(word, language))}
        shares = []
        for person in near:
            own = {word for one in self._said(person) for word in (one.head, *one.of)}
            rest = {w for other in near if other is not person for o in self._said(other) for w in (o.head, *o.of)}
            shares.append((len(spoken & (own - rest)), person))
        shares.sort(key=lambda share: -share[0])
        clear = shares[0][0] > 0 and (len(shares) < 2 or shares[0][0] > shares[1][0])
        return shares[0][1] if clear else None

    def _answers(self, start: int) -> bool:
        """Whether a verb of answering stands right before a place."""
        index = self.reader.word_at(start)
        if index < 1:
            return False
        language = self.reader.language
        before = peelings(self.reader.words[index - 1].folded, language)
        return any(one.core in words_of("reply", language) for one in before)


@dataclass
class _Group:
    """Articles that may speak of one person: what they say this person is, and when.

    ``trades``: work that is no office; ``offices``: heads of roles; ``countries``: for each head the countries that it
    was held in, with the first and the last day.
    """

    articles: list[str] = field(default_factory=list)
    trades: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    countries: dict[str, dict[frozenset[str], tuple[dt.date, dt.date]]] = field(default_factory=dict)
    text: str = ""

    def add(self, article: str, own: Sequence[Held], when: dt.date | None) -> None:
        """Count in what one article says."""
        self.articles.append(article)
        self.text = self.text or own[0].text
        for one in own:
            if one.said.kind != "former":
                (self.trades if one.said.trade else self.offices).add(one.said.head)
            if when is not None and _countries(one.said):
                seen = self.countries.setdefault(one.said.head, {})
                first, last = seen.get(_countries(one.said), (when, when))
                seen[_countries(one.said)] = min(first, when), max(last, when)

    def contradicts(self, own: Sequence[Held], when: dt.date | None) -> bool:
        """Whether what an article says of somebody can't be said of the same person."""
        now = [one.said for one in own if one.said.kind != "former"]
        trades = {said.head for said in now if said.trade}
        offices = {said.head for said in now if not said.trade}
        if trades & self.trades:
            return False
        if trades and self.trades:
            return True
        if (trades and not offices and _known(self.offices)) or (self.trades and not self.offices and _known(offices)):
            return True
        return when is not None and any(self._elsewhere(one.said, when) for one in own)

    def _elsewhere(self, said: Said, when: dt.date) -> bool:
        """Whether one office was held in another country at the time."""
        own = _countries(said)
        return bool(own) and any(
            not own & others and first - FEW_DAYS <= when <= last + FEW_DAYS
            for others, (first, last) in self.countries.get(said.head, {}).items()
        )


@kept
def _head(word: str, language: LanguagePack) -> str:
    """What somebody is whom a definite word says to be that; empty for other words."""
    for one in peelings(word, language):
        plain = core(one.core)
        if (plain,) in heads(language) and (plain != one.core or not language.article):
            return heads(language)[(plain,)][0]
    return ""


def _known(offices: Iterable[str]) -> bool:
    """Whether some of them are offices that the packs know, more than ways to address somebody."""
    return any(not head.startswith(UNKNOWN) for head in offices)


def _countries(said: Said) -> frozenset[str]:
    return frozenset(word for word in said.of if len(word) == 2 and word.isupper())


def told_apart(
    person: Person, articles: Iterable[str], held: dict[str, list[Held]], days: dict[str, dt.date | None]
) -> dict[str, Person]:
    """For each article that names a namesake of a person, that namesake; nothing where no two roles contradict.

    Parameters
    ----------
    person, articles: somebody, and the articles that name this person in full, in order.
    held: the person's roles in each article; days: when the articles were published.
    """
    groups: list[_Group] = []
    for article in articles:
        own, when = held.get(article, ()), days.get(article)
        if own:
            group = next((one for one in groups if not one.contradicts(own, when)), None)
            if group is None:
                group = _Group()
                groups.append(group)
            group.add(article, own, when)
    apart: dict[str, Person] = {}
    main = max(groups, key=lambda one: len(one.articles), default=None)
    for group in groups:
        if group is not main:
            other = Person(person.names.copy(), dict(person.reasons), apart=group.text)
            apart.update(dict.fromkeys(group.articles, other))
    return apart
