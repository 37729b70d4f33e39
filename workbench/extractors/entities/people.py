"""The people of a corpus: full names that are spellings, shorter forms or another script's form of each other.

Names are found again by keys (the consonants of the first and of the last word), never by comparing each with each. A
name that may be two people's is joined to neither; in an article that names one of them in full it is that one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import Form, bare, complete, core, form, kunyas, same, together
from workbench.extractors.entities.variants import alike, sounds
from workbench.kept import kept
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings

__all__ = ["Parts", "People", "Person"]

Parts = tuple[str, ...]
MOST_COMPARED = 200
"""How many names of one key a new one is compared with: beyond that only names spelled alike are one."""


@dataclass(eq=False)
class Person:
    """One person: every full name folded, with its count, and why each name was joined.

    ``apart``: what tells this person from a namesake, empty where there is none.
    """

    names: Counter[Parts] = field(default_factory=Counter)
    reasons: dict[Parts, str] = field(default_factory=dict)
    apart: str = ""

    @property
    def parts(self) -> Parts:
        """The name that stands for the person: the most frequent, the longer where two are as frequent."""
        return max(self.names, key=lambda parts: (self.names[parts], len(parts), parts))

    def reason(self, parts: Parts) -> str:
        """Why a name is this person's: of what other name it is a form; empty for the name that stands for it."""
        said = self.reasons.get(parts, "")
        main = self.parts
        if said or parts == main:
            return said
        how = same(form(parts), form(main))
        return f"{how} of {' '.join(main)}" if how else ""

    @property
    def key(self) -> tuple[str, ...]:
        """What all mentions of the person share."""
        return ("PER", *self.parts, *([f"({self.apart})"] if self.apart else []))


class People:
    """The people of the corpus, looked up by full name, by surname and by nickname.

    Parameters
    ----------
    found: the candidates of each article.
    """

    def __init__(self, found: dict[str, list[Candidate]]) -> None:
        self.people: list[Person] = []
        self.by_article: dict[str, list[Person]] = defaultdict(list)
        self.nicknames: dict[Parts, list[Person]] = defaultdict(list)
        self._of_form: dict[Parts, Person] = {}
        self._shared: dict[Parts, list[Person]] = {}
        self._pairs: dict[tuple[str, str], list[tuple[Form, Person]]] = defaultdict(list)
        self._surnames: dict[str, list[tuple[Parts, Person]]] = defaultdict(list)
        self._alone: set[str] = set()
        self._firsts: set[str] = set()
        self.begins: dict[str, bool] = {}
        """What `SurnameFinder` knows of each folded word: whether a surname may begin there."""
        self._sounding: dict[str, bool] = {}
        self.several: dict[Parts, list[tuple[Parts, Person]]] = defaultdict(list)
        """The surnames of several words, by their first two."""
        self._called: dict[Parts, tuple[Person, ...]] = {}
        sure = [c for own in found.values() for c in own if c.type == "PER" and c.parts and c.sure]
        counts = Counter(candidate.parts for candidate in sure)
        self._surnames_alone = _several_words(counts)
        forms: dict[Form, list[Parts]] = defaultdict(list)
        for parts in sorted(counts):
            forms[form(parts)].append(parts)
        self._build(forms, counts)
        unsure = Counter(c.parts for own in found.values() for c in own if c.type == "PER" and c.parts and not c.sure)
        for parts in sorted(parts for parts in unsure if not self.lone(parts)):
            self._support(parts, unsure)
        self._name_articles(found)

    def _name_articles(self, found: dict[str, list[Candidate]]) -> None:
        """Note for each article whom it names in full."""
        named: dict[str, dict[Person, None]] = defaultdict(dict)
        for candidate in [c for own in found.values() for c in own if c.type == "PER" and c.parts]:
            person = self.named(candidate.parts)
            if person and len(form(candidate.parts).words) > 1:
                named[candidate.article][person] = None
        self.by_article.update({article: list(people) for article, people in named.items()})

    def _build(self, forms: dict[Form, list[Parts]], counts: Counter[Parts]) -> None:
        total = {one: sum(counts[parts] for parts in spelled) for one, spelled in forms.items()}
        order = sorted(forms, key=lambda one: (one.initials > 0, -len(one.words), -total[one], one.words))
        for one in order:
            if len(one.words) > 1 and not self.lone(forms[one][0]):
                self._add(one, forms[one], counts)
        for one in order:
            words = one.words
            if words and (len(words) == 1 or self.lone(forms[one][0])) and not self.called(words):
                self._join(Person(), one, forms[one], counts, "")

    def lone(self, parts: Parts) -> bool:
        """Whether a name is a surname alone: one word, or several that end somebody's longer name."""
        return len(form(parts).words) < 2 or _raw(parts) in self._surnames_alone

    def _add(self, one: Form, spelled: list[Parts], counts: Counter[Parts]) -> None:
        """A full name: another spelling of a person known, or somebody new."""
        matches = self._initialled(one) if one.initials else self._matching(one)
        for reasons in (("same", "spelling"), ("shorter form",), ("initials",)):
            own = {person: known for person, (reason, known) in matches.items() if reason in reasons}
            if len(own) == 1:
                person, known = next(iter(own.items()))
                reason = matches[person][0]
                crossing = one.words[0][:1].isascii() != known.words[0][:1].isascii()
                how = " in another script" if crossing else ""
                self._join(person, one, spelled, counts, f"{reason} of {_shown(known, person)}{how}")
                return
            if own:
                self._shared[one.words] = list(own)
                break
        self._join(Person(), one, spelled, counts, "")

    def _support(self, parts: Parts, counts: Counter[Parts]) -> None:
        """A full name that rests on little, taken for a name where it is somebody's whom others name surely."""
        one = form(parts)
        if one.words in self._of_form:
            return
        matches = self._initialled(one) if one.initials else self._matching(one)
        if len(matches) == 1:
            person, (reason, known) = next(iter(matches.items()))
            self._join(person, one, [parts], counts, f"{reason} of {_shown(known, person)}")

    def _matching(self, one: Form) -> dict[Person, tuple[str, Form]]:
        """The people whose name a form may be, each with how and of which name."""
        found: dict[Person, tuple[str, Form]] = {}
        seen: set[int] = set()
        for key in _pair_keys(one):
            for known, person in self._pairs.get(key, ())[:MOST_COMPARED]:
                if id(known) in seen:
                    continue
                seen.add(id(known))
                reason = same(one, known)
                if reason and (person not in found or found[person][0] == "shorter form"):
                    found[person] = reason, known
        return found

    def _initialled(self, one: Form) -> dict[Person, tuple[str, Form]]:
        """The people of a surname whose first names begin like the initials of a form."""
        matches = self._matching(one)
        if matches:
            return matches
        rest = one.words[one.initials :]
        for person in self.called(rest) if rest else ():
            for parts in person.names:
                known = form(parts)
                if len(known.words) > len(rest) and _begins(one.words[0], known.words[0]):
                    matches[person] = "initials", known
        return matches

    def _join(self, person: Person, one: Form, spelled: list[Parts], counts: Counter[Parts], reason: str) -> None:
        if not person.names:
            self.people.append(person)
        for parts in spelled:
            person.names[parts] += counts[parts]
            person.reasons[parts] = reason
        self._of_form[one.words] = person
        for key in _pair_keys(one) if len(one.words) > 1 else ():
            self._pairs[key].append((one, person))
        alone = [words for parts in spelled for words in bare(parts)]
        if len(one.words) > 1:
            self._alone.update(core(words[0]) for words in alone if len(words) == 1)
        for words in alone if len(one.words) > 1 else ():
            self._firsts |= {core(words[0])} | kunyas(words[0]) if len(words) > 1 else set()
            if len(words) > 1 and (words, person) not in self.several[words[:2]]:
                self.several[words[:2]].append((words, person))
        for words in {form(one).words for one in alone} - {()}:
            for sound in _surname_keys(words):
                self._surnames[sound].append((words, person))
        self._called.clear()

    def merge(self, person: Person, other: Person, reason: str) -> None:
        """Make one person of two.

        ``person``: the one who stays; ``other``: whose names become this one's; ``reason``: why.
        """
        for parts, count in other.names.items():
            person.names[parts] += count
            person.reasons[parts] = f"{reason} as {' '.join(person.parts)}"
        for known in {form(parts).words for parts in other.names}:
            self._of_form[known] = person
        for words in {alone for parts in other.names for alone in bare(parts)}:
            own = form(words).words
            for sound in _surname_keys(own) if own else ():
                self._surnames[sound] = [(w, person if p is other else p) for w, p in self._surnames[sound]]
            if len(words) > 1:
                self.several[words[:2]] = [(w, person if p is other else p) for w, p in self.several[words[:2]]]
        self.people.remove(other)
        self._called.clear()

    def named(self, parts: Parts, article: str = "") -> Person | None:
        """The person with this name; of several who may be meant the one whom an article names in full."""
        words = form(parts).words
        here = [person for person in self._shared.get(words, ()) if person in self.by_article.get(article, ())]
        return here[0] if len(here) == 1 else self._of_form.get(words)

    def nicknamed(self, parts: Parts, article: str = "") -> Person | None:
        """The only person who bears a nickname, in the article or else in the corpus."""
        bearers = self.nicknames.get(form(parts).words, [])
        here = [person for person in bearers if person in self.by_article.get(article, ())]
        chosen = here or bearers
        return chosen[0] if len(chosen) == 1 else None

    def may_begin(self, word: str, language: LanguagePack) -> bool:
        """Whether a surname of anybody may begin with a folded word, whatever is attached to it."""
        firsts = (core(one.core) for one in peelings(word, language))
        return any(one in self._alone or one in self._firsts for one in firsts)

    def heard(self, word: str) -> bool:
        """Whether anybody's surname sounds like a folded word."""
        known = self._sounding.get(word)
        if known is None:
            known = self._sounding[word] = any(sound in self._surnames for sound in sounds(core(word)))
        return known

    def known_surname(self, word: str) -> bool:
        """Whether anybody is called so by surname alone, with the article or without."""
        return core(word) in self._alone

    def called(self, words: Parts, among: Mapping[Person, int] | None = None) -> tuple[Person, ...]:
        """The people who are called so by surname alone, spellings folded: all of them, or those of a few.

        ``words``: the words of the surname as `Form` has them; ``among``: those few, each with its rank.
        """
        found = self._called.get(words)
        if found is None:
            known = {id(one): one for key in _surname_keys(words) for one in self._surnames.get(key, ())}
            found = tuple(dict.fromkeys(person for own, person in known.values() if _one_surname(words, own)))
            self._called[words] = found
        return found if among is None else tuple(sorted((one for one in found if one in among), key=among.__getitem__))


@kept
def _raw(parts: Parts) -> Parts:
    return tuple(word for part in parts for word in part.replace("-", " ").split())


def _several_words(counts: Iterable[Parts]) -> frozenset[Parts]:
    """The family names of several words that longer names end with."""
    names = [(parts, _raw(parts)) for parts in counts]
    return frozenset(alone for parts, raw in names for alone in bare(parts) if 1 < len(alone) < len(raw))


def _shown(known: Form, person: Person) -> str:
    parts = next((parts for parts in person.names if form(parts) == known), person.parts)
    return " ".join(parts)


def _pair_keys(one: Form) -> list[tuple[str, str]]:
    """The keys under which a full name is kept: the sounds of its first word with those of its last ones."""
    words = one.words
    lasts = set(sounds(words[-1]))
    if one.tail < len(words) and one.tail > 1:
        lasts |= sounds(words[one.tail - 1])
    elif len(words) > 2 and complete(words[:-1]):
        lasts |= sounds(words[-2])
    if len(words) > 2:
        lasts |= together(words[-2], words[-1])
    if one.whole:
        lasts |= sounds(one.whole)
    return sorted(product(sounds(words[0]), lasts))


def _surname_keys(words: Parts) -> list[str]:
    """The sounds of a surname, its words taken for one."""
    keys = [""]
    for word in words[-2:]:
        keys = [key + sound for key in keys for sound in sounds(word)]
    return sorted(set(keys))


def _one_surname(a: Parts, b: Parts) -> bool:
    """Whether two surnames that sound alike are one."""
    if len(a) == len(b):
        return all(alike(x, y) for x, y in zip(a, b, strict=True))
    crossing = a[0][:1].isascii() != b[0][:1].isascii()
    return crossing or (min(len("".join(a)), len("".join(b))) > 3 and a[0][:1] == b[0][:1])


def _begins(initial: str, word: str) -> bool:
    """Whether a word begins with an initial, in any script; vowels stand for each other."""
    if initial[:1].isascii() == word[:1].isascii():
        return word.startswith(initial)
    heard = {sound[:1] for sound in sounds(initial)}
    return bool(heard & {sound[:1] for sound in sounds(word)}) if heard != {""} else word[:1] in "اوي"
