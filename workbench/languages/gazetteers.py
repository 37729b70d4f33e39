"""The names that were gathered for a language: words of people's names, places, organisations, nationalities.

Beside the tables that the project wrote itself a pack may hold ``names.txt.xz``: many more names, gathered from
open data by ``python -m workbench.languages.building`` (``ATTRIBUTION.md`` says from where). They are for looking
up, quick and wide, not for trusting: a word being listed makes a name likely, never sure.

:func:`gazetteers` reads a pack's file once. Its words and phrases stand in it as the pack folds them.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple, TypeVar

from workbench.languages.pack import LanguagePack
from workbench.languages.schema import LIST_SEPARATOR

__all__ = ["FILE", "NO_NAME", "Gazetteers", "Place", "WordClass", "gazetteers", "sections"]

Value = TypeVar("Value")

FILE = "names.txt.xz"
"""The file of a pack that holds the gathered names."""


MOST = 1 << 18
"""Words whose class is kept."""


class Place(NamedTuple):
    """A place that was gathered.

    ``name``: as the language spells it. ``country``: its two-letter code, empty where unknown. ``size``: 5 a country
    or a region of the world, 4 a million people or more, 3 a hundred thousand, 2 fifteen thousand, 1 fewer, 0 not
    known, or a province. ``ambiguous``: its one word is also an ordinary word or a personal name.
    """

    name: str
    country: str
    size: int
    ambiguous: bool


class WordClass(NamedTuple):
    """What is known about one word.

    ``person``: ``given``, ``last`` or ``both`` where most bearers have it at that place of their names, ``name`` where
    the place is not known, empty where no name has it. ``weight``: 1 one bearer, 2 two to four, 3 five to nineteen,
    4 twenty or more. ``foreign``: known only as another language's name written in this one's script. ``place``: the
    word alone is a place of that size, -1 none. ``first``, ``later``: it begins or continues a longer place.
    ``ordinary``: it is also an ordinary word
    (told only of words that people have as names; of places `Place.ambiguous` tells it).
    """

    person: str
    weight: int
    foreign: bool
    place: int
    first: bool
    later: bool
    ordinary: bool


NO_NAME = WordClass("", 0, foreign=False, place=-1, first=False, later=False, ordinary=False)
"""The class of every word that nothing is known about."""


def sections(text: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The sections of an unpacked file: the words of each heading, and its lines."""
    for block in text.split("\n[")[1:]:
        head, _, body = block.partition("]\n")
        yield tuple(head.split()), [line for line in body.split("\n") if line]


class Gazetteers:
    """The gathered names of one pack; all empty where the pack has no such file.

    Parameters
    ----------
    pack: the pack whose file is read and by whose folding it is looked up.
    """

    def __init__(self, pack: LanguagePack) -> None:
        path = pack.folder / FILE
        text = lzma.decompress(path.read_bytes()).decode("utf-8") if path.is_file() else ""
        self._people: dict[str, tuple[str, int, bool, bool]] = {}
        self._lines: dict[str, list[str]] = {}
        self._classes: dict[str, WordClass] = {}
        for (kind, *traits), lines in sections(text):
            if kind == "people":
                person = (traits[0], int(traits[1]), "foreign" in traits, "ordinary" in traits)
                self._people.update(dict.fromkeys(lines, person))
            else:
                self._lines[kind] = lines

    @property
    def people(self) -> Sequence[str]:
        """Every word of people's names, as `classes` knows it."""
        return tuple(self._people)

    @cached_property
    def given(self) -> frozenset[str]:
        """The words that at least two bearers have as given names, ordinary words left out."""
        return self._borne("given")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The words that at least two bearers have as last names, ordinary words left out."""
        return self._borne("last")

    def _borne(self, place: str) -> frozenset[str]:
        wanted = {place, "both"}
        return frozenset(
            word
            for word, (person, weight, _, ordinary) in self._people.items()
            if person in wanted and weight >= 2 and not ordinary
        )

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every spelling of every place, folded, words parted by one space; `places_at` needs no such table."""
        return {spelling: _place(line) for spelling, line in self._spelled.items()}

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """Every spelling of every place, with the line that tells of it: most are never asked for."""
        found: dict[str, str] = {}
        for line in self._lines.get("places", ()):
            spellings = line[line.rindex("\t") + 1 :]
            if LIST_SEPARATOR in spellings:
                found.update(dict.fromkeys(spellings.split(LIST_SEPARATOR), line))
            else:
                found[spellings or line[: line.index("\t")]] = line
        return found

    @cached_property
    def organisations(self) -> Mapping[str, str]:
        """Every spelling of every organisation, folded, and its name."""
        return self._named("organisations")

    @cached_property
    def nationalities(self) -> Mapping[str, str]:
        """Every form of the demonyms that the pack's own table lacks, folded, and the name of the country."""
        return self._named("nationalities")

    def _named(self, section: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self._lines.get(section, ()):
            name, _, spellings = line.partition("\t")
            found.update(dict.fromkeys(spellings.split(LIST_SEPARATOR) if spellings else (name,), name))
        return found

    @cached_property
    def _long_places(self) -> tuple[dict[str, int], set[str]]:
        return _long(self._spelled)

    @cached_property
    def _long_organisations(self) -> tuple[dict[str, int], set[str]]:
        return _long(self.organisations)

    def classes(self, word: str) -> WordClass:
        """What is known about a folded word; `NO_NAME` where nothing is.

        >>> from workbench.languages import pack
        >>> gazetteers(pack("ar")).classes("نجيب").person
        'given'
        """
        found = self._classes.get(word)
        if found is None:
            if len(self._classes) >= MOST:
                self._classes.clear()
            firsts, later = self._long_places
            if not (word in self._people or word in self._spelled or word in firsts or word in later):
                self._classes[word] = NO_NAME
                return NO_NAME
            person, weight, foreign, ordinary = self._people.get(word, ("", 0, False, False))
            line = self._spelled.get(word)
            size = -1 if line is None else _place(line).size
            found = WordClass(person, weight, foreign, size, word in firsts, word in later, ordinary)
            self._classes[word] = found
        return found

    def places_at(self, index: int, words: Sequence[str], *, first: str | None = None) -> tuple[int, Place] | None:
        """The longest place that begins at a word: how many words it has, and the place; None where there is none.

        Parameters
        ----------
        index: where in ``words`` to look.
        words: folded words that follow each other.
        first: what to read instead of the word at ``index``, such as the word without its clitics.

        Examples
        --------
        >>> from workbench.languages import pack
        >>> words = "زار بوينس ايرس امس".split()
        >>> gazetteers(pack("ar")).places_at(1, words)
        (2, Place(name='بوينس آيرس', country='AR', size=4, ambiguous=False))
        """
        found = _at(index, words, first, self._long_places[0], self._spelled)
        return None if found is None else (found[0], _place(found[1]))

    def organisations_at(self, index: int, words: Sequence[str], *, first: str | None = None) -> tuple[int, str] | None:
        """The longest organisation that begins at a word: how many words it has, and its name; see `places_at`."""
        return _at(index, words, first, self._long_organisations[0], self.organisations)


@lru_cache(maxsize=1 << 14)
def _place(line: str) -> Place:
    name, country, size, flag, _ = line.split("\t")
    return Place(name, country, int(size), flag == "1")


def _long(phrases: Iterable[str]) -> tuple[dict[str, int], set[str]]:
    """Of the phrases that have several words: each first one with the most words it begins; all later ones."""
    longest: dict[str, int] = {}
    later: set[str] = set()
    for phrase in phrases:
        if " " in phrase:
            first, *others = phrase.split(" ")
            later.update(others)
            if longest.get(first, 0) <= len(others):
                longest[first] = len(others) + 1
    return longest, later


def _at(
    index: int, words: Sequence[str], first: str | None, longest: Mapping[str, int], phrases: Mapping[str, Value]
) -> tuple[int, Value] | None:
    word = words[index] if first is None else first
    length = longest.get(word, 1)
    for count in range(min(length, len(words) - index), 0, -1):
        value = phrases.get(" ".join((word, *words[index + 1 : index + count])))
        if value is not None:
            return count, value
    return None


@cache
def gazetteers(pack: LanguagePack) -> Gazetteers:
    """The gathered names of a pack, read at the first asking.

    >>> from workbench.languages import pack
    >>> gazetteers(pack("ar")).places["موسكو"].country
    'RU'
    """
    return Gazetteers(pack)
