"""Whom a role alone means where its own article does not say it: what the articles of the same story say.

Articles are of one story where they name several of the same people. A speaker who was named in the sentence before
goes on under what he is (``وأضاف الوزير``), and one who is named in the next sentence may be called so before it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from workbench.corpus import Article
from workbench.extractors.entities.holders import Holder, fitting
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held, day
from workbench.extractors.entities.rolewords import Said

__all__ = ["Story"]

SHARED = 2
"""How many people two articles of one story name both."""
NEAR = dt.timedelta(days=60)
MOST_KIN = 30
MOST = 100
"""People whom more articles name say nothing about one story."""


class Story:
    """The roles that are seen in articles of the same story.

    Parameters
    ----------
    articles: the corpus.
    people: for each article the people it names in full.
    held: for each article the roles beside names.
    """

    def __init__(
        self, articles: Iterable[Article], people: dict[str, list[Person]], held: dict[str, list[Held]]
    ) -> None:
        self._people, self._held = people, held
        self._days = {article.id: day(article) for article in articles}
        self._articles: dict[Person, list[str]] = defaultdict(list)
        for article, own in people.items():
            for person in own:
                self._articles[person].append(article)
        self._kin: dict[str, list[str]] = {}
        self._genders: dict[Person, set[str]] = defaultdict(set)
        for roles in held.values():
            for one in roles:
                self._genders[one.person].add(one.said.gender)

    def kin(self, article: str, named: Iterable[Person]) -> list[str]:
        """The other articles of the story of one, of about the same time."""
        if article not in self._kin:
            some = list(dict.fromkeys([*self._people.get(article, ()), *named]))
            lists = [self._articles[person] for person in some if person in self._articles]
            shared = Counter(other for own in lists if len(own) <= MOST for other in own if other != article)
            own = [other for other, count in shared.most_common() if count >= SHARED and self._near(article, other)]
            self._kin[article] = own[:MOST_KIN]
        return self._kin[article]

    def _near(self, a: str, b: str) -> bool:
        one, two = self._days.get(a), self._days.get(b)
        return one is None or two is None or abs(one - two) <= NEAR

    def holder(self, said: Said, article: str, named: Collection[Person]) -> Holder | None:
        """Who holds a role by the other articles: of the people of an article, else of its story."""
        seen = self._seen(said, self.kin(article, named))
        left = self._left(seen, self._days.get(article))
        own: dict[Person, list[dt.date | None]] = defaultdict(list)
        for one, when in seen:
            if one.said.kind != "former":
                own[one.person].append(when)
            elif one.person not in left:
                own[one.person].extend(())
        tiers = [[person for person in own if person in named]]
        tiers += [list(own)] if said.of or not said.sort else []
        for some in tiers:
            holding = self._of_gender(said, [person for person in some if person not in left])
            if holding:
                return self._on(self._days.get(article), {person: own[person] for person in holding})
        return None

    def former(self, said: Said, article: str, named: Collection[Person]) -> Holder | None:
        """Who held a role before by the other articles: of the people of an article, else of its story."""
        seen = self._seen(said, self.kin(article, named))
        left = self._left(seen, self._days.get(article))
        for some in ([person for person in left if person in named], list(left)):
            if some:
                return Holder(some[0], "held it before, by another article") if len(some) == 1 else None
        return None

    def _of_gender(self, said: Said, some: Sequence[Person]) -> list[Person]:
        """Those of some people who are not of another gender than a role; where some surely are of it, only these."""
        if not said.gender:
            return list(some)
        sure = [person for person in some if said.gender in self._genders[person]]
        return sure or [person for person in some if not self._genders[person] - {""}]

    def _seen(self, said: Said, articles: Iterable[str]) -> list[tuple[Held, dt.date | None]]:
        """Where a role is seen beside names in some articles, each with its day."""
        plain = Said(said.head, said.of, "", said.sort, said.gender)
        return [
            (one, self._days.get(article))
            for article in articles
            for one in self._held.get(article, ())
            if fitting(plain, one.said)
        ]

    def _left(self, seen: Sequence[tuple[Held, dt.date | None]], when: dt.date | None) -> list[Person]:
        """Those who are called former holders by a day."""
        called = [
            one.person
            for one, day_of in seen
            if one.said.kind == "former" and (when is None or day_of is None or day_of <= when)
        ]
        return list(dict.fromkeys(called))

    def _on(self, when: dt.date | None, own: dict[Person, list[dt.date | None]]) -> Holder | None:
        """The only one of some people, or the last who was seen in a role by a day."""
        if len(own) == 1:
            return Holder(next(iter(own)), "holds it in another article of the story")
        if when is None:
            return None
        last = {
            person: max((d for d in days if d is not None and d <= when), default=None) for person, days in own.items()
        }
        known = {person: seen for person, seen in last.items() if seen is not None}
        newest = [person for person, seen in known.items() if seen == max(known.values())]
        begun = {person: min((d for d in days if d is not None), default=dt.date.max) for person, days in own.items()}
        over = [p for p in newest if all(o is p or begun[o] < begun[p] for o in own)]
        return Holder(over[0], "the holder on that day in the story") if len(over) == 1 else None
