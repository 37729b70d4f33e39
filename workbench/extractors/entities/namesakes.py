"""Namesakes: whom a bare surname means where two are called so, and people of one full name told apart."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.extractors.entities.fullnames import core
from workbench.extractors.entities.givennames import Turn, Turns
from workbench.extractors.entities.holders import Holder, fitting
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held, Reader
from workbench.extractors.entities.rolewords import UNKNOWN, Said, heads, means, words_of
from workbench.kept import kept
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings
from workbench.text.sentences import Sentence
from workbench.text.spans import Spans

__all__ = ["Chooser", "told_apart"]

FEW_DAYS = dt.timedelta(days=90)
"""Two people are told apart by the countries whose one office they hold only where they held it at one time."""


class Called(NamedTuple):
    """Where one of several namesakes is called by role alone."""

    place: int
    person: Person


class _Namesakes:
    """Some people who are called alike, and what is said of one of them only.

    ``heads``: for each thing that any of them is the one who is it, None where several are; ``words``: the same for all
    words of their roles. ``called``: where the article calls one of them by role alone, in order.
    """

    def __init__(self, people: Sequence[Person], said: Callable[[Person], Sequence[Said]]) -> None:
        self.heads: dict[str, Person | None] = {}
        self.words: dict[str, Person | None] = {}
        self.called: list[Called] = []
        for person in people:
            own = said(person)
            for head in {one.head for one in own}:
                self.heads[head] = None if head in self.heads else person
            for word in {word for one in own for word in (one.head, *one.of)}:
                self.words[word] = None if word in self.words else person


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
        self.titles = Spans((one.start, one.end) for one in here if one.start < one.end)
        self._sentences = [one.start for one in cut]
        self._namesakes: dict[tuple[Person, ...], _Namesakes] = {}
        self._heads: dict[str, list[int]] = defaultdict(list)
        for word in reader.words:
            head = _head(word.folded, reader.language)
            if head and not self.titles.covers(word.start):
                self._heads[head].append(word.start)

    def among(self, near: Sequence[Person]) -> _Namesakes:
        """What tells some people apart."""
        key = tuple(near)
        known = self._namesakes.get(key)
        if known is None:
            known = self._namesakes[key] = _Namesakes(near, self._said)
            told = ((head, person) for head, person in known.heads.items() if person is not None)
            known.called = sorted(
                (Called(place, person) for head, person in told for place in self._heads.get(head, ())),
                key=lambda one: one.place,
            )
        return known

    def _said(self, person: Person) -> list[Said]:
        return self.roles.get(person) or self.elsewhere.get(person, [])

    def titled(self, near: Sequence[Person], title: Said | None) -> Holder | None:
        """The one of some people whose role a title is that stands beside the surname."""
        if title is None:
            return None
        fits = [person for person in near if any(fitting(title, one) for one in self._said(person))]
        return Holder(fits[0], "the title beside it") if len(fits) == 1 else None

    def chosen(self, near: Sequence[Person], start: int, title: Said | None, turns: Turns) -> Holder | None:
        """Whom a surname means: by its title, by what its sentence says, by who was named last.

        ``turns``: where the story turns to somebody by name.
        """
        titled = self.titled(near, title)
        if titled is not None:
            return titled
        number = bisect_right(self._sentences, start) - 1
        if number < 0 or start >= self.cut[number].end:
            return None
        sentence, known = self.cut[number], self.among(near)
        before = turns.before(near, start)
        spoken_of = self._by_role(known, sentence)
        left = [person for person in near if person not in spoken_of] if spoken_of else []
        if len(left) == 1:
            return Holder(left[0], "the other one is called by role in the sentence")
        spoken = _last(known.called, start, before)
        if spoken is not None and self._answers(start):
            others = [person for person in near if person is not spoken]
            if len(others) == 1:
                return Holder(others[0], "answers the one named before")
        topic = self._by_topic(known, sentence.start, start)
        if topic is not None:
            return Holder(topic, "what its sentence speaks of")
        if before is not None:
            return Holder(before.person, "the last of that name before it")
        return self._by_context(near, number, start, turns)

    def _by_context(self, near: Sequence[Person], number: int, start: int, turns: Turns) -> Holder | None:
        """Where nobody of that name was named before: what the sentence before speaks of, else who is named next."""
        if number:
            topic = self._by_topic(self.among(near), self.cut[number - 1].start, self.cut[number].end)
            if topic is not None:
                return Holder(topic, "what the sentence before speaks of")
        after = turns.after(near, start)
        return Holder(after.person, "the first of that name after it") if after is not None else None

    def _words(self, start: int, end: int) -> list[str]:
        """The words between two places of the text, outside titles beside names."""
        first, last = self.reader.index(start), self.reader.index(end)
        return [word.folded for word in self.reader.words[first:last] if not self.titles.covers(word.start)]

    def _by_role(self, known: _Namesakes, sentence: Sentence) -> set[Person]:
        """Those who are called by their role alone in a sentence."""
        words = self._words(sentence.start, sentence.end)
        found = (known.heads.get(_head(word, self.reader.language)) for word in words)
        return {person for person in found if person is not None}

    def _by_topic(self, known: _Namesakes, start: int, end: int) -> Person | None:
        """The one whose office or body most words between two places speak of."""
        language, words = self.reader.language, self._words(start, end)
        spoken = {means(word, language)[1] for word in words}
        spoken |= {head for word in words if (head := _head(word, language))}
        shares = Counter(person for word in spoken if (person := known.words.get(word)) is not None)
        most = shares.most_common(2)
        clear = bool(most) and (len(most) < 2 or most[0][1] > most[1][1])
        return most[0][0] if clear else None

    def _answers(self, start: int) -> bool:
        """Whether a verb of answering stands right before a place."""
        index = self.reader.word_at(start)
        if index < 1:
            return False
        language = self.reader.language
        before = peelings(self.reader.words[index - 1].folded, language)
        return any(one.core in words_of("reply", language) for one in before)


def _last(called: Sequence[Called], start: int, named: Turn | None) -> Person | None:
    """Of whom an article spoke last before a place, by role or by name."""
    at = bisect_left(called, start, key=lambda one: one.place)
    if at == 0 or (named is not None and named.place > called[at - 1].place):
        return named.person if named is not None else None
    return called[at - 1].person


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
