"""Places with every spelling that one language has for them, the larger before the smaller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from workbench.languages.building.packages import City, cities, countries, pairs, speak, territories
from workbench.languages.building.people import People
from workbench.languages.building.spelling import Speller
from workbench.languages.pack import packs

__all__ = ["Found", "places"]

COUNTRY, PROVINCE = 5, 0
SIZES = ((1_000_000, 4), (100_000, 3), (15_000, 2), (0, 1))
FROM = {False: 15_000, True: 50_000}
"""From how many people on a city of a country where no pack is at home is taken: by whether capitals mark names,
which make a gazetteer of small foreign towns less needed."""

MANY_SPELLINGS = 1_000_000
"""From how many people on a foreign city is taken with all its spellings."""


@dataclass
class Found:
    """A place: its name, its country's code, the class of its size, whether one of its spellings is ambiguous."""

    name: str
    country: str
    size: int
    ambiguous: bool = False
    spellings: list[str] = field(default_factory=list)


def places(spell: Speller, people: People) -> list[Found]:
    """The places of a language: countries, cities, provinces; a spelling belongs to the largest place that has it."""
    taken: set[str] = set()
    canonical = spell.own
    found = []
    for country, size, spellings in [*_countries(spell), *_cities(spell), *_provinces(spell)]:
        for ambiguous in (False, True):  # what is doubtful stands apart: the rest of the place's spellings are sure
            own = [one for one in spellings if _doubt(spell, people, one, country, size) is ambiguous]
            place = Found("", country, size, ambiguous)
            for spelling in own:
                folded = spell.folded(spelling)
                if folded not in taken and _wanted(spell, people, folded, size):
                    taken.add(folded)
                    place.spellings.append(spelling)
            if place.spellings:
                names = [canonical[folded] for folded in map(spell.folded, place.spellings) if folded in canonical]
                place.name = names[0] if names else place.spellings[0]
                found.append(place)
    return found


def _doubt(spell: Speller, people: People, spelling: str, country: str, size: int) -> bool:
    """Whether a spelling is ambiguous; what the pack's own table lists is so only by its words."""
    folded = spell.folded(spelling)
    if folded in spell.own:
        return spell.doubtful(folded) and size < COUNTRY
    return _ambiguous(spell, people, folded, size) or (" " not in folded and _foreign(spell, country, size))


Candidate = tuple[str, int, list[str]]


def _countries(spell: Speller) -> Iterator[Candidate]:
    for code, name in territories(spell.pack.code).items():
        spelling = spell.clean(name.partition("(")[0])
        if spelling and code not in ("ZZ", "XA", "XB", "001"):
            yield (code if code.isalpha() else ""), COUNTRY, [spelling]


def _cities(spell: Speller) -> Iterator[Candidate]:
    """Cities; of countries where no pack is at home only the larger ones."""
    other = _other_names(spell)
    local = _local()
    for city in cities():
        size = next(size for least, size in SIZES if city.population >= least)
        if city.population < FROM[spell.pack.capitals] and city.country not in local:
            continue
        raw = [*other.get((city.name, city.country), ()), city.name]
        if not spell.pack.capitals or city.country in local or city.population >= MANY_SPELLINGS:
            raw += _ranked(spell, city)
        spellings = list(dict.fromkeys(cleaned for one in raw if (cleaned := spell.clean(one))))
        if spellings:
            yield city.country, size, spellings


@cache
def _local() -> frozenset[str]:
    """The countries whose villages are wanted: those of the languages that are written without capitals."""
    return frozenset().union(*(speak(pack.code) for pack in packs() if not pack.capitals))


def _ranked(spell: Speller, city: City) -> list[str]:
    """Alternate names: first the spelling with most letters that folding changes, then the shortest."""
    return sorted(city.spellings, key=lambda one: (-_full(spell, one), len(one), one))


def _full(spell: Speller, spelling: str) -> int:
    return sum(before != after for before, after in zip(spelling, spell.pack.fold(spelling), strict=False))


def _other_names(spell: Speller) -> dict[tuple[str, str], list[str]]:
    """Names in the language for cities that both the dictionary and GeoNames know, by English name and country."""
    states = {str(row["name"]).lower(): code for code, row in countries().items()}
    known: dict[str, list[City]] = {}
    for city in cities():
        known.setdefault(city.name.lower(), []).append(city)
    found: dict[tuple[str, str], list[str]] = {}
    for english, name in pairs("cities"):
        city_name, _, region = english.partition(", ")
        country = states.get(region, "US" if region else "")
        fitting = [city for city in known.get(city_name, ()) if country in ("", city.country)]
        if fitting:
            found.setdefault((fitting[0].name, fitting[0].country), []).append(spell.pick((english, name)))
    return found


PROVINCES = ("province", "state", "governorate", "region", "district", "department", "county", "emirate", "oblast")


def _provinces(spell: Speller) -> Iterator[Candidate]:
    for pair in pairs("regions"):
        if pair[0].endswith(PROVINCES) or len(pair[0].split()) < 3:
            spelling = spell.clean(spell.pick(pair).partition("(")[0])
            if spelling:
                yield "", PROVINCE, [spelling]


def _personal(people: People, words: list[str]) -> bool:
    """Whether the words look like a person's name."""
    return all(people.likely(word) for word in words)


def _ambiguous(spell: Speller, people: People, folded: str, size: int) -> bool:
    words = folded.split()
    if len(words) > 1:
        return size < 3 and _personal(people, words)
    if size < COUNTRY and (spell.doubtful(folded) or people.has(folded)):
        return True
    return size < 3 and spell.article(folded)


def _foreign(spell: Speller, country: str, size: int) -> bool:
    """Whether a town's one word is a foreign name written by ear, which people and firms have just as often."""
    return size == 2 and not spell.pack.capitals and country not in _local()


def _wanted(spell: Speller, people: People, folded: str, size: int) -> bool:
    """Whether a spelling is worth its doubt: the smaller the place, the less it may be anything else."""
    words = folded.split()
    if len(words) > 1:
        plain = all(word in spell.ordinary for word in words)
        return not plain and not (size == 1 and _personal(people, words))
    if folded in spell.functional or (size < COUNTRY and folded in spell.demonyms):
        return False
    doubt = spell.doubtful(folded)
    if size in (1, PROVINCE):
        return not doubt and not people.has(folded) and len(spell.bare(words)) > 3
    return not (size == 2 and (doubt or people.has(folded))) and not (size == 3 and doubt and people.has(folded))
