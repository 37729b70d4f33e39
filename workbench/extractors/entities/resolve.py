"""Who is who: candidates of a whole corpus become entities.

Full names that are spellings or shorter forms of each other are one person. A surname alone, or a surname after a
title, is the person of that name in the same article, else the only one of that name in the corpus. A role without a
name is the person beside whose name that role stands, in the same article, else everywhere alike; where two people hold
it, or nobody, it stays unresolved: no guess is made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from workbench.corpus import Article, Corpus
from workbench.extractors.entities.find import Candidate, Role
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.variants import same_person_name, skeleton, sounds, variant
from workbench.languages.pack import pack
from workbench.text.phrases import peelings
from workbench.text.tokens import Token, tokens

__all__ = ["Person", "Resolved", "resolve"]

Parts = tuple[str, ...]


@dataclass(eq=False)
class Person:
    """One person: every full name folded, with its count, and why each name was joined."""

    names: Counter[Parts] = field(default_factory=Counter)
    reasons: dict[Parts, str] = field(default_factory=dict)

    @property
    def parts(self) -> Parts:
        """The name that stands for the person: the most frequent, the longer where two are as frequent."""
        return max(self.names, key=lambda parts: (self.names[parts], len(parts), parts))

    @property
    def surnames(self) -> set[str]:
        """The last components of the person's names."""
        return {parts[-1] for parts in self.names}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A candidate and whom it means: a key that all mentions of one entity share, empty where nothing tells."""

    candidate: Candidate
    key: tuple[str, ...]
    rule: str
    reason: str = ""


def resolve(corpus: Corpus, found: dict[str, list[Candidate]]) -> list[Resolved]:
    """Every candidate with the entity it means, and the bare surnames that follow full names."""
    people = _People(found)
    resolved: list[Resolved] = []
    for article in corpus:
        own = found[article.id]
        resolved.extend(_named(candidate, people) for candidate in own)
        resolved.extend(_surnames(article, own, people))
    return sorted(_with_roles(resolved), key=lambda r: (r.candidate.article, r.candidate.start, r.candidate.end))


class _People:
    """The people of the corpus, looked up by full name and by surname."""

    def __init__(self, found: dict[str, list[Candidate]]) -> None:
        self.people: list[Person] = []
        self._of_name: dict[Parts, Person] = {}
        self._of_sounds: dict[Parts, Person] = {}
        self._of_skeleton: dict[str, list[tuple[Person, str]]] = defaultdict(list)
        self._called: dict[str, list[Person]] = {}
        self.of_joined: dict[str, list[tuple[Person, Parts]]] = defaultdict(list)
        self.by_article: dict[str, list[Person]] = defaultdict(list)
        sure = [c for own in found.values() for c in own if c.type == "PER" and c.parts and c.sure]
        counts = Counter(candidate.parts for candidate in sure)
        full = [parts for parts in counts if len(parts) > 1]
        for parts in sorted(full, key=lambda parts: (-len(parts), -counts[parts], parts)):
            self._add(parts, counts[parts])
        for parts in sorted(parts for parts in counts if len(parts) == 1):
            if not self.called(parts[0]):
                self._add(parts, counts[parts])
        for candidate in sure:
            person = self._of_name.get(candidate.parts)
            if person and person not in self.by_article[candidate.article]:
                self.by_article[candidate.article].append(person)

    def _add(self, parts: Parts, count: int) -> None:
        for person in self._near(parts):
            for known in list(person.names):
                reason = same_person_name(parts, known) if len(parts) > 1 and len(known) > 1 else ""
                if reason:
                    self._join(person, parts, count, f"{reason} of {' '.join(known)}")
                    return
        elsewhere = self._of_sounds.get(sounds(parts))
        if elsewhere is not None and not any(_one_script(parts, known) for known in elsewhere.names):
            self._join(elsewhere, parts, count, f"the sounds of {' '.join(elsewhere.parts)} in another script")
            return
        person = Person()
        self.people.append(person)
        self._join(person, parts, count, "")

    def _near(self, parts: Parts) -> list[Person]:
        return self.called(parts[-1])

    def _join(self, person: Person, parts: Parts, count: int, reason: str) -> None:
        person.names[parts] += count
        person.reasons[parts] = reason
        self._of_name[parts] = person
        self._of_skeleton[skeleton(parts[-1])].append((person, parts[-1]))
        self._called.clear()
        if " " in parts[-1]:
            surname = tuple(parts[-1].split(" "))
            self.of_joined[surname[0]].append((person, surname))
        if sounds(parts):
            self._of_sounds.setdefault(sounds(parts), person)

    def named(self, parts: Parts) -> Person | None:
        """The person with exactly this name."""
        return self._of_name.get(parts)

    def called(self, surname: str, among: Iterable[Person] | None = None) -> list[Person]:
        """The people of that surname, spellings folded: all of them, or those of a few."""
        unique = self._called.get(surname)
        if unique is None:
            near = self._of_skeleton.get(skeleton(surname), ())
            unique = list(dict.fromkeys(person for person, name in near if variant(surname, name)))
            self._called[surname] = unique
        return unique if among is None or not unique else [person for person in among if person in unique]


def _one_script(a: Parts, b: Parts) -> bool:
    """Whether two names are written in one script."""
    return a[0][0].isascii() == b[0][0].isascii()


def _named(candidate: Candidate, people: _People) -> Resolved:
    if candidate.name:
        return Resolved(candidate, (candidate.type, candidate.name), candidate.rule)
    if not candidate.parts:
        return Resolved(candidate, (), candidate.rule)
    person = people.named(candidate.parts)
    if person is not None and (candidate.sure or len(candidate.parts) > 1):
        return Resolved(candidate, ("PER", *person.parts), candidate.rule, person.reasons[candidate.parts])
    surname = candidate.parts[-1]
    for among in (people.by_article[candidate.article], None):
        called = people.called(surname, among)
        if len(called) == 1:
            return Resolved(candidate, ("PER", *called[0].parts), candidate.rule, "surname of one person only")
        if called:
            break
    return Resolved(candidate, (), candidate.rule)


def _surnames(article: Article, own: Sequence[Candidate], people: _People) -> list[Resolved]:
    """The bare surnames in an article of people who are named in full there, or only once in the corpus."""
    language = pack(article.language)
    taken = [(c.start, c.end) for c in own if c.parts or (c.type == "PER" and c.role)]
    places = {c.start: c for c in own if c.name}
    full = [(c.start, person) for c in own if c.parts and (person := people.named(c.parts))]
    found = []
    for block in article.content:
        words = tokens(article.text, language, start=block.start, end=block.end)
        for index, word in enumerate(words):
            if any(start < word.end and word.start < end for start, end in taken):
                continue
            spoken = [person for place, person in full if place < word.start]
            match = _surname_at(index, words, article, people, spoken)
            if match is None or match[1] in places:
                continue
            person, start, end, reason = match
            candidate = Candidate(article.id, start, end, "PER", "surname", start, end, (article.text[start:end],))
            found.append(Resolved(candidate, ("PER", *person.parts), "surname", reason))
    return found


def _surname_at(
    index: int, words: Sequence[Token], article: Article, people: _People, spoken: list[Person]
) -> tuple[Person, int, int, str] | None:
    """The person whose surname stands at a token, the span of it, and why; ``spoken``: who was named so far."""
    here = people.by_article[article.id]
    language = pack(article.language)
    known = lexicon(language)
    word = words[index]
    joined = _joined_surname(index, words, article, people)
    if joined is not None or (language.capitals and not word.text[:1].isupper()):
        return joined
    for peeling in peelings(word.folded, language):
        for among, why in ((here, "named in full in the article"), (None, "the only one of that surname")):
            reason = why
            called = people.called(peeling.core, among)
            if len(called) > 1:
                last = [one for one in spoken if one in called]
                if not last or among is not here:
                    return None
                called, reason = last[-1:], "the last of that name before it"
            if not called:
                continue
            person = called[0]
            if peeling.core in known.demonyms and language.article and peeling.core.startswith(language.article):
                return None
            if among is not here and not _safe(peeling.core, index, words, article):
                return None
            if among is here and peeling.proclitics and peeling.core in known.stops:
                continue
            shift = peeling.front
            return person, word.start + shift, word.end - peeling.back, reason
    return None


def _joined_surname(
    index: int, words: Sequence[Token], article: Article, people: _People
) -> tuple[Person, int, int, str] | None:
    """The same for a surname of several words (``أبو قصرة``), of somebody named in full in the article."""
    for peeling in peelings(words[index].folded, pack(article.language)):
        for person, parts in people.of_joined.get(peeling.core, ()):
            span = words[index : index + len(parts)]
            if person in people.by_article[article.id] and tuple(word.folded for word in span[1:]) == parts[1:]:
                return person, span[0].start + peeling.front, span[-1].end, "named in full in the article"
    return None


def _safe(surname: str, index: int, words: Sequence[Token], article: Article) -> bool:
    """Whether a surname of somebody named in another article may be trusted here.

    Not where it is a word that no list of names knows or an ordinary word too, unless what stands before it is a
    title or the head of a body (``قوات الأسد``).
    """
    language = pack(article.language)
    known = lexicon(language)
    if surname in known.surnames and surname not in known.surnames_ambiguous:
        return True
    if index == 0:
        return False
    before = words[index - 1].folded
    return (
        before in known.party_heads
        or language.article + before in known.party_heads
        or known.titles.at(index - 1, words, article.text) is not None
    )


def _with_roles(resolved: list[Resolved]) -> list[Resolved]:
    """Roles without a name, each given the one person whom it stands beside."""
    holders: dict[str, dict[Role, Counter[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(Counter))
    everywhere: dict[Role, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in resolved:
        if (
            one.key
            and one.candidate.role
            and one.candidate.parts
            and (one.candidate.role.of or one.candidate.role.office)
        ):
            holders[one.candidate.article][one.candidate.role][one.key] += 1
            everywhere[one.candidate.role][one.key] += 1
    out = []
    for named in resolved:
        role, lone = named.candidate.role, named.candidate.parts and not named.key
        owned = role is not None and bool(role.of or role.office)
        one = replace(named, candidate=named.candidate.nameless()) if lone and owned else named
        if one.key or one.candidate.parts or role is None:
            out.append(one)
            continue
        here = holders[one.candidate.article].get(role, Counter())
        held = here or everywhere.get(role, Counter())
        if len(held) == 1:
            where = "in the article" if here else "in other articles"
            out.append(Resolved(one.candidate, next(iter(held)), "role", f"stands beside the name {where}"))
        else:
            out.append(one)
    return out
