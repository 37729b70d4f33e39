"""People who are called by their given names alone, as features and interviews do: ``يقول نعمان``."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Reader
from workbench.extractors.entities.surnames import Alone
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.extractors.entities.whose import Meant
from workbench.languages.gazetteers import gazetteers
from workbench.text.phrases import peelings, unfolded
from workbench.text.spans import Spans

__all__ = ["GivenNames", "Turn", "Turns", "called_by_given"]

GRADE = 6  # the grade of its letters from which on a word behind a given name is taken for its surname


class GivenNames:
    """The first names of those whom an article names in full.

    Parameters
    ----------
    meant: what the full names in the article mean.
    """

    def __init__(self, meant: Iterable[Meant]) -> None:
        self._bearers: dict[str, dict[Person, None]] = defaultdict(dict)
        for one in meant:
            if one.person is not None and len(one.candidate.parts) > 1:
                self._bearers[one.candidate.parts[0]][one.person] = None

    def bearer(self, candidate: Candidate) -> tuple[Person, ...]:
        """The only one of them whose first name a word is; nobody where two have it."""
        own = self._bearers.get(candidate.parts[0], {}) if len(candidate.parts) == 1 else {}
        return tuple(own) if len(own) == 1 else ()


def called_by_given(reader: Reader, meant: Iterable[Meant], taken: Spans) -> Iterator[tuple[Candidate, Alone]]:
    """The given names that stand alone behind the full name of their bearer: ``Frank Thornton ... Frank died``.

    Only names that are no other word, that one person of the article bears first and nobody else at all.

    Parameters
    ----------
    reader: the words of the article.
    meant: what the full names in it mean.
    taken: what is a mention already.
    """
    bearers = _bearers(reader, meant)
    for index, word in enumerate(reader.words) if bearers else ():
        for one in peelings(word.folded, reader.language):
            place, person = bearers.get(one.core, (-1, None))
            if person is None or place > word.start or (one.back and not reader.language.capitals):
                continue
            start, end = unfolded(word, one.front, reader.language), word.end - one.back
            if not taken.meets(start, end) and _stands_alone(reader, index, attached=one.front > 0):
                yield (
                    Candidate(reader.article.id, start, end, "PER", "given name", start, end, (one.core,)),
                    Alone(start, end, (person,), here=True),
                )
            break


def _bearers(reader: Reader, meant: Iterable[Meant]) -> dict[str, tuple[int, Person]]:
    """Who is the only one with a given name, and where that person is first named in full."""
    known, plain = lexicon(reader.language), gazetteers(reader.language)
    whose: dict[str, set[Person]] = defaultdict(set)
    first: dict[str, tuple[int, Person]] = {}
    for one in meant:
        if one.person is None:
            continue
        for number, part in enumerate(one.candidate.parts):
            whose[part].add(one.person)
            if number == 0 and len(one.candidate.parts) > 1:
                first[part] = min(
                    first.get(part, (one.candidate.end, one.person)), (one.candidate.end, one.person), key=_place
                )
    barred = known.stops | known.surnames_own | known.surnames_ambiguous
    own = (
        known.given_own | known.given_ambiguous if reader.language.capitals else known.given_own - known.given_ambiguous
    )
    return {
        name: found
        for name, found in first.items()
        if len(whose[name]) == 1
        and name in own - barred
        and name not in known.gazetteer
        and not plain.classes(name).ordinary
    }


def _place(found: tuple[int, Person]) -> int:
    return found[0]


def _stands_alone(reader: Reader, index: int, *, attached: bool) -> bool:
    """Whether neither the word before nor the one behind can be of one name with a word."""
    word = reader.words[index]
    before = reader.words[index - 1] if index and reader.joined(index - 1, index) and not attached else None
    after = reader.words[index + 1] if index + 1 < len(reader.words) and reader.joined(index, index + 1) else None
    if reader.language.capitals:
        links = lexicon(reader.language).links
        text, doubtful = reader.article.text, word.folded in lexicon(reader.language).given_ambiguous
        if doubtful and (before is None or not before.text[:1].islower()):
            return False
        open_before = before is None or before.text[:1].islower() or before.folded in links
        hyphen = "-" in (text[word.start - 1 : word.start], text[word.end : word.end + 1])
        return word.text[:1].isupper() and open_before and not hyphen and not (after and after.text[:1].isupper())
    return not (before and _of_name(before.folded, reader, behind=False)) and not (
        after and _of_name(after.folded, reader, behind=True)
    )


def _of_name(word: str, reader: Reader, *, behind: bool) -> bool:
    """Whether a word beside a given name may be of one name with it, or announces that one."""
    known, language = lexicon(reader.language), reader.language
    if word in known.particles or word in known.given:
        return True
    if not behind:
        return word in known.titles or word in known.heads
    if word in known.stops:
        return False
    if word.startswith(language.article):
        return word.endswith(language.clitics("nisba")) or word in known.surnames
    letters = likeness(language)
    return (
        word in known.surnames
        or word in known.given_ambiguous
        or (letters is not None and letters.grade(word) >= GRADE)
    )


class Turn(NamedTuple):
    """A mention that turns the story to somebody; ``number``: in what order mentions came to be known."""

    place: int
    number: int
    person: Person


class Turns:
    """The mentions that turn an article's story to each person."""

    def __init__(self) -> None:
        self._read = 0
        self._places: dict[Person, list[tuple[int, int]]] = defaultdict(list)

    def read(self, meant: Sequence[Meant]) -> None:
        """Take in the mentions that came to be known since the last time."""
        for number in range(self._read, len(meant)):
            one = meant[number]
            if one.person is not None and _turns(one, one.person):
                insort(self._places[one.person], (one.candidate.start, number))
        self._read = len(meant)

    def before(self, people: Iterable[Person], place: int) -> Turn | None:
        """The last one to some people before a place."""
        known = ((person, self._places[person]) for person in people if person in self._places)
        found = ((own[at - 1], person) for person, own in known if (at := bisect_left(own, (place, -1))) > 0)
        return max((Turn(*one, person) for one, person in found), key=lambda turn: turn[:2], default=None)

    def after(self, people: Iterable[Person], place: int) -> Turn | None:
        """The first one to some people behind a place."""
        known = ((person, self._places[person]) for person in people if person in self._places)
        found = ((own[at], person) for person, own in known if (at := bisect_left(own, (place + 1, -1))) < len(own))
        return min((Turn(*one, person) for one, person in found), key=lambda turn: turn[:2], default=None)


def _turns(one: Meant, person: Person) -> bool:
    """Whether a mention turns the story to the one it means; a given name in passing does not."""
    parts = one.candidate.parts
    return len(parts) > 1 or parts[0] not in {name[0] for name in person.names if len(name) > 1}
