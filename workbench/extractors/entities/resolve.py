"""Who is who: candidates of a whole corpus become entities.

First everybody named in full (``people.py``) and the nicknames that pages join to full names (``nicknames.py``); then
in each article the bare surnames (``surnames.py``, and ``namesakes.py`` where two are called so); then people of one
name who are told apart by what they are; at last the roles without a name (``roles.py``, ``holders.py``), and the
spellings of places and bodies (``bodynames.py``). What nothing tells stays unresolved: no guess is made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.corpus import Article, Corpus
from workbench.extractors.entities.appointed import appointed, chosen_by, gone, left
from workbench.extractors.entities.bodynames import BodyNames
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import bare, core, form
from workbench.extractors.entities.givennames import GivenNames, Turns, called_by_given
from workbench.extractors.entities.holders import Sightings, Tenure, fitting
from workbench.extractors.entities.honours import titled_surnames
from workbench.extractors.entities.known_names import KnownNames
from workbench.extractors.entities.namesakes import Chooser, told_apart
from workbench.extractors.entities.nicknames import join_nicknames
from workbench.extractors.entities.people import People, Person
from workbench.extractors.entities.related import Story
from workbench.extractors.entities.roles import Held, Reader, Walls, day
from workbench.extractors.entities.rolewords import Said, heads, said
from workbench.extractors.entities.samerole import same_role
from workbench.extractors.entities.seen import Seen
from workbench.extractors.entities.stray import stray
from workbench.extractors.entities.surnames import Alone, SurnameFinder
from workbench.extractors.entities.whose import Meant, Whose
from workbench.text.sentences import sentences
from workbench.text.spans import Placed, Spans

__all__ = ["Resolved", "resolve", "resolve_with_roles"]


MOST_KEPT = 500_000
"""How many words are kept between the two times that articles are read."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A candidate and whom it means: a key that all mentions of one entity share, empty where nothing tells.

    ``apart``: what tells a person from a namesake who has the same name, where there is one.
    """

    candidate: Candidate
    key: tuple[str, ...]
    rule: str
    reason: str = ""
    apart: str = ""


def resolve(corpus: Corpus, found: dict[str, list[Candidate]]) -> list[Resolved]:
    """Every candidate with the entity it means, and the bare surnames and roles that follow full names."""
    return resolve_with_roles(corpus, found)[0]


def resolve_with_roles(
    corpus: Corpus, found: dict[str, list[Candidate]]
) -> tuple[list[Resolved], list[tuple[tuple[str, ...], Tenure]]]:
    """The same, and the roles that people were seen in, each with the key of its holder."""
    who = _Who(corpus, found)
    resolved = [one for article in corpus for one in who.of(article)]
    resolved.sort(key=lambda one: (one.candidate.article, one.candidate.start, one.candidate.end))
    return resolved, [(tenure.person.key, tenure) for tenure in who.sightings.tenures()]


class _Who:
    """Who is who in one corpus."""

    def __init__(self, corpus: Corpus, found: dict[str, list[Candidate]]) -> None:
        found = titled_surnames(corpus, found)
        self.found = dict(found)
        self.names = KnownNames(corpus, found)
        self.people = People(found)
        self.bodies = BodyNames(corpus, found)
        join_nicknames(corpus, found, self.people)
        self.held: dict[str, list[Held]] = {}
        self._readers: dict[str, Reader] = {}
        self._kept = 0
        self.elsewhere: dict[Person, list[Said]] = defaultdict(list)
        self.replaced: list[tuple[str, int, Person, Person | None]] = []
        for article in corpus:
            own = list(self._learned(article))
            if own:
                self.held[article.id] = own
            for one in own:
                if one.said not in self.elsewhere[one.person]:
                    self.elsewhere[one.person].append(one.said)
        self._replaced()
        self._same_role()
        self.apart = self._told_apart(corpus)
        self.sightings = Sightings((one, day(corpus[article])) for article, own in self.held.items() for one in own)
        self.story = Story(corpus, self.people.by_article, self.held)
        self.known: dict[str, set[str]] = defaultdict(set)
        for own in self.held.values():
            for one in own:
                self.known[one.said.head] |= one.said.of

    def _learned(self, article: Article) -> Iterator[Held]:
        """The roles beside the full names of an article."""
        own = [c for c in self.found[article.id] if c.type == "PER" and c.parts and not self.people.lone(c.parts)]
        if not own:
            return
        reader = self.reader(article)
        here: list[Held] = []
        named = [(one, person) for one in own if (person := self.people.named(one.parts, article.id)) is not None]
        for candidate, person in named:
            made = appointed(reader, candidate)
            sides = reader.beside(candidate, person)
            by_another = made is not None and chosen_by(reader, candidate)
            here.extend(one for one in sides if not (by_another and one.start < candidate.start))
            if made is not None:
                here.append(reader.held(person, replace(made[0], kind=""), *made[1:]))
        yield from here
        before: Person | None = None
        for candidate, person in named:
            if gone(reader, candidate):
                former = list(left(reader, candidate, person, here))
                yield from former
                if not former:
                    self.replaced.append((article.id, candidate.start, person, before))
            before = person

    def _same_role(self) -> None:
        """Two people of one foreign surname and office become one."""
        merged: dict[Person, Person] = {}
        for one, two in same_role(self.elsewhere, self.people.by_article.items()):
            if one in merged or two in merged:
                continue
            more, less = sorted((one, two), key=lambda person: -person.names.total())
            self.people.merge(more, less, "the same surname and office")
            self.elsewhere[more] += self.elsewhere.pop(less)
            merged[less] = more
        if not merged:
            return
        for where, people in self.people.by_article.items():
            self.people.by_article[where] = list(dict.fromkeys(merged.get(person, person) for person in people))
        for where, own in self.held.items():
            self.held[where] = [one._replace(person=merged.get(one.person, one.person)) for one in own]

    def _replaced(self) -> None:
        """Who replaces somebody holds what the other one held by the rest of the corpus (``She replaces ...``)."""
        for article, start, person, other in self.replaced:
            roles = [one for one in self.elsewhere.get(person, ()) if not one.sort and one.kind == ""]
            longest = max(roles, key=lambda one: len(one.of), default=None)
            if longest is None or len({one.head for one in roles}) > 1:
                continue
            own = self.held.setdefault(article, [])
            own.append(Held(person, article, replace(longest, kind="former", gender=""), start, start, ""))
            if (
                other is not None
                and other is not person
                and all(one.person is not other or one.said.sort for one in own)
            ):
                own.append(Held(other, article, replace(longest, gender=""), start, start, ""))

    def reader(self, article: Article) -> Reader:
        """The words of an article: kept, as long as they are not too many, until they are read again."""
        known = self._readers.pop(article.id, None)
        if known is not None:
            return known
        reader = Reader(article)
        self._kept += len(reader.words)
        if self._kept <= MOST_KEPT:
            self._readers[article.id] = reader
        return reader

    def _told_apart(self, corpus: Corpus) -> dict[tuple[Person, str], Person]:
        """For a namesake in an article, who it is: where one name is two people's by what they are."""
        days = {article.id: day(article) for article in corpus}
        places: dict[Person, list[str]] = defaultdict(list)
        for article in corpus:
            for person in self.people.by_article.get(article.id, ()):
                places[person].append(article.id)
        said: dict[Person, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
        for article_id, own in self.held.items():
            for one in own:
                said[one.person][article_id].append(one)
        apart: dict[tuple[Person, str], Person] = {}
        for person, articles in places.items():
            if len(articles) > 1:
                others = told_apart(person, articles, said.get(person, {}), days)
                apart.update({(person, article): other for article, other in others.items()})
        for (person, where), other in apart.items():
            self.held[where] = [h._replace(person=other) if h.person is person else h for h in self.held[where]]
        return apart

    def of(self, article: Article) -> list[Resolved]:
        """Every candidate of an article, its bare surnames and its roles, with the entity each means."""
        own = [self._as_surname(one) for one in self.found[article.id]]
        reader = self.reader(article)
        self.found[article.id] = own = self.names.joined(reader, own)
        others = [one for one in own if one.name or one.type != "PER"]
        resolved = [Resolved(one, *self.bodies.key(one)) for one in others]
        people = [one for one in own if not (one.name or one.type != "PER")]
        if people or self.people.people:
            resolved.extend(self._shown(one) for one in _InArticle(reader, people, self).all())
        return resolved

    def _as_surname(self, one: Candidate) -> Candidate:
        """What a tagger took for a place or body, as a person's surname where the article names that person in full."""
        if one.rule != "tagger" or one.type == "PER":
            return one
        words = tuple(one.name.split())
        own = (parts for person in self.people.by_article.get(one.article, ()) for parts in person.names)
        if not any(words in bare(parts) for parts in own):
            return one
        return replace(one, type="PER", parts=words, name="", identity="")

    def _shown(self, one: Meant) -> Resolved:
        if one.person is None:
            return Resolved(one.candidate, (), one.rule)
        return Resolved(one.candidate, one.person.key, one.rule, one.reason, one.person.apart)


class _InArticle:
    """Who is who in one article."""

    def __init__(self, reader: Reader, own: list[Candidate], who: _Who) -> None:
        self.reader, self.who, self.people = reader, who, who.people
        self.article = article = reader.article
        reader.bodies = {one.start: one.end for one in who.found[article.id] if one.type == "ORG" and one.name}
        self.own = own
        self.here = who.held.get(article.id, [])
        self.seen = Seen(self.here, reader.block)
        self.meant: list[Meant] = []
        self.waiting: list[Candidate] = []
        self.behind: list[tuple[int, int]] = []

    def all(self) -> list[Meant]:
        """Every candidate with the person it means, surnames and roles that stand alone among them."""
        for candidate in self.own:
            self._in_full(candidate) if candidate.parts else self.waiting.append(candidate)
        alone = list(self._surnames())
        self._choose(alone)
        self._roles()
        return self.meant

    def _in_full(self, candidate: Candidate) -> None:
        """A full name or a nickname; what is neither waits."""
        person, reason = self.people.nicknamed(candidate.parts, self.article.id), "a nickname joined to the full name"
        if person is not None:
            self._mean(candidate, person, "nickname", reason)
            return
        if not self.people.lone(candidate.parts):
            person = self.people.named(candidate.parts, self.article.id)
            reason = person.reason(candidate.parts) if person else ""
        if person is None:
            self.waiting.append(candidate)
        else:
            self._mean(candidate, person, candidate.rule, reason)

    def _mean(self, candidate: Candidate, person: Person, rule: str, reason: str) -> None:
        person = self.who.apart.get((person, self.article.id), person)
        rule = "surname" if rule == "tagger" and self.people.lone(candidate.parts) else rule
        reason = f"{reason}; told apart by {person.apart}".removeprefix("; ") if person.apart else reason
        self.meant.append(Meant(candidate, person, rule, reason))

    def _surnames(self) -> Iterator[tuple[Candidate, Alone]]:
        """The surnames that stand alone: candidates of one part, and those that no finder saw."""
        named = [(one.candidate.parts, one.person) for one in self.meant if one.person]
        original = [(parts, person) for parts, person in named if not self.people.lone(parts)]
        finder = SurnameFinder(self.reader, original, self.people)
        here = {person: rank for rank, person in enumerate(self._named())}
        given = GivenNames(() if self.reader.language.capitals else self.meant)
        moved: Counter[Candidate] = Counter()
        for candidate in [one for one in self.waiting if one.parts]:
            near = self.people.called(form(candidate.parts).words, here) or given.bearer(candidate)
            everywhere = near or self.people.called(form(candidate.parts).words)
            if everywhere and (near or ((candidate.sure or len(everywhere) == 1) and self._no_role(candidate))):
                moved[candidate] += 1
                yield candidate, Alone(candidate.start, candidate.end, everywhere, bool(near))
        self.waiting = [one for one in self.waiting if not moved[one]]
        taken = Spans((c.start, c.end) for c in self.who.found[self.article.id] if c.parts or c.name)
        for one in finder.all(taken):
            taken.add(one.start, one.end)
            words = (self.article.text[one.start : one.end],)
            yield Candidate(self.article.id, one.start, one.end, "PER", "surname", one.start, one.end, words), one
        yield from called_by_given(self.reader, self.meant, taken)

    def _no_role(self, candidate: Candidate) -> bool:
        """Whether a word that may be a surname is no word for what somebody is, in any case."""
        word = " ".join(candidate.parts)
        known = heads(self.reader.language)
        return (core(word),) not in known and (core(word)[:-1],) not in known

    def _named(self) -> list[Person]:
        """The people whom the article names in full."""
        return list(dict.fromkeys([*self.people.by_article.get(self.article.id, ()), *self._sure()]))

    def _sure(self) -> list[Person]:
        return [one.person for one in self.meant if one.person and not self.people.lone(one.candidate.parts)]

    def _choose(self, alone: list[tuple[Candidate, Alone]]) -> None:
        """Whom each surname that stands alone means, in their order."""
        text = self.article.text
        blocks = self.article.content
        apart = self.who.apart
        cut = None
        turns = Turns()
        for read, one in sorted(alone, key=lambda pair: pair[0].start):
            near = list(dict.fromkeys(apart.get((person, self.article.id), person) for person in one.people))
            title = self.reader.title(read) if read.phrase_start < read.start else None
            if title is None and (behind := self.reader.surname_title(read)) is not None:
                title = behind[0]
                self.behind.append(behind[1:])
            candidate = self._without_another(read, title, near)
            if len(near) == 1 and not one.here and stray(self.reader, candidate, near[0], self.people):
                continue
            if len(near) == 1:
                reason = "named in full in the article" if one.here else "the only one of that surname"
                self._mean(candidate, near[0], candidate.rule, reason)
                continue
            if cut is None:
                language = self.reader.language
                cut = [s for block in blocks for s in sentences(text, language, start=block.start, end=block.end)]
                chooser = Chooser(self.reader, self.here, self.who.elsewhere, cut)
            turns.read(self.meant)
            holder = chooser.chosen(near, candidate.start, title, turns)
            if holder is None:
                self.waiting.append(candidate)
            else:
                self._mean(candidate, holder.person, candidate.rule, holder.reason)

    def _without_another(self, candidate: Candidate, title: Said | None, near: list[Person]) -> Candidate:
        """A surname without the title before it, where that is another's (``كلف الرئيس الروسي لافروف ...``)."""
        if title is None or not title.of:
            return candidate
        own = [said for person in near for said in self.seen.of(person)]
        if not own or any(fitting(title, one) for one in own):
            return candidate
        if self.seen.holder(title, candidate.start, near=False) is None:
            return candidate
        return replace(candidate, phrase_start=candidate.start, role=None, role_end=-1)

    def _roles(self) -> None:
        """Roles without a name: those that finders saw, names that turn out to be none, and those read here."""
        taken = [(one.candidate.phrase_start, one.candidate.end) for one in self.meant]
        taken += [(one.start, one.end) for one in self.here]
        taken += [self._title_of(one.candidate) for one in self.meant if one.rule == "nickname"]
        taken += [(c.start, c.end) for c in self.own if c.parts]
        taken += self.behind
        seen: list[Candidate] = []
        for candidate in self.waiting:
            owned = candidate.role is not None and bool(candidate.role.of or candidate.role.office)
            if candidate.parts and not owned:
                self.meant.append(Meant(candidate, None, candidate.rule))
            else:
                seen.append(candidate.nameless() if candidate.parts else candidate)
        left = self._read_roles(seen, taken)
        who = self.who
        whose = Whose(self.reader, self.people, who.sightings, who.story, who.elsewhere, self.meant, self.seen)
        for what, one in sorted(left, key=lambda pair: pair[1].start):
            if what is not None and what.kind == "" and gone(self.reader, one):
                holder = whose.holder(replace(what, kind="former"), one) or whose.holder(what, one)
            else:
                holder = whose.holder(what, one) if what else None
            if holder is not None and what is not None:
                self.meant.append(Meant(one, holder.person, "role", holder.reason))
                text = self.article.text[one.start : one.end]
                own = Held(holder.person, self.article.id, what, one.start, one.end, text)
                whose.add(own, told=what.kind == "")
            elif one.role is not None:
                self.meant.append(Meant(one, None, one.rule))

    def _title_of(self, nickname: Candidate) -> tuple[int, int]:
        """Where the role stands that is said right before a nickname, with the nickname."""
        held = next(self.reader.beside(nickname, Person()), None)
        start = held.start if held is not None and held.start < nickname.start else nickname.start
        return start, nickname.end

    def _read_roles(self, seen: list[Candidate], taken: list[tuple[int, int]]) -> list[tuple[Said | None, Candidate]]:
        """The roles without a name, each with what it says: as they are read here, else as a finder saw them."""
        left: list[tuple[Said | None, Candidate]] = []
        placed = Placed(((one.start, one.end), one) for one in seen)
        read: set[Candidate] = set()
        for what, first, last in self.reader.alone(taken, self.who.known):
            start, end = self.reader.span(first, last)
            meeting = [one for one in placed.meeting(start, end) if one not in read]
            role = meeting[0].role if meeting else None
            left.append((what, Candidate(self.article.id, start, end, "PER", "role", start, end, role=role)))
            read.update(meeting)
        walls = Walls(taken)
        left.extend((self._says(one), one) for one in seen if one not in read and not walls.meets(one.start, one.end))
        return left

    def _says(self, one: Candidate) -> Said | None:
        first, last = self.reader.word_at(one.start), self.reader.word_at(max(one.start, one.end - 1))
        return said(tuple(word.folded for word in self.reader.words[first : last + 1]), self.reader.language)
