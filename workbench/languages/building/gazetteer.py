"""The files that hold the gathered names, as bytes: the same packages give the same ones."""

from __future__ import annotations

import lzma
from collections import Counter

from workbench.languages.building.bodies import demonyms, organisations
from workbench.languages.building.packages import SOURCES, versions
from workbench.languages.building.people import People, people
from workbench.languages.building.places import Found, places
from workbench.languages.building.spelling import Speller, speller
from workbench.languages.gazetteers import FILE, sections
from workbench.languages.pack import LanguagePack, packs
from workbench.languages.schema import LIST_SEPARATOR

__all__ = ["ATTRIBUTION", "attribution", "build", "text"]

ATTRIBUTION = "ATTRIBUTION.md"
DATE = "2026-11-22"
"""When the packages were last looked at; the names depend on the packages alone."""

HEADER = f"""# Names gathered from open data by python -m workbench.languages.building
# source: {ATTRIBUTION} says which, beside the packs
# licence: that of each source: CC0 1.0, CC BY 4.0, MIT, Unicode License v3
# date: {DATE}
"""


def build() -> dict[str, bytes]:
    """Every file, by its path under ``workbench/languages``."""
    texts = {pack.code: text(pack) for pack in packs()}
    files = {f"{code}/{FILE}": _packed(one) for code, one in texts.items()}
    return {**files, ATTRIBUTION: attribution(texts).encode()}


def _packed(content: str) -> bytes:
    return lzma.compress(content.encode(), check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME)


def text(pack: LanguagePack) -> str:
    """The names of one pack, unpacked."""
    spell = speller(pack)
    persons = people(spell)
    found = places(spell, persons)
    spellings = {spell.folded(one) for place in found for one in place.spellings}
    parts = [
        HEADER,
        *_people(spell, persons),
        _section("places", [_place(spell, place) for place in found]),
        _section(
            "organisations",
            [f"{name}\t{_spellings(spell, name, [name])}" for name in organisations(spell, persons, spellings)],
        ),
        _section(
            "nationalities",
            [f"{country}\t{_spellings(spell, '', forms)}" for country, forms in demonyms(spell).items()],
        ),
    ]
    return "\n".join(parts)


def _section(name: str, lines: list[str]) -> str:
    return "\n".join([f"[{name}]", *sorted(lines), ""])


def _people(spell: Speller, persons: People) -> list[str]:
    """A section for each class of words, which are folded."""
    classes: dict[tuple[str, ...], list[str]] = {}
    for word in sorted(persons.words()):
        ordinary = word in spell.ordinary or (persons.weight(word) < 4 and spell.doubtful(word))
        if ordinary and (persons.weight(word) == 1 or word in spell.pack.words("stopwords")):
            continue
        traits = ["people", persons.kind(word), str(persons.weight(word))]
        traits += ["foreign"] if word not in persons.native else []
        traits += ["ordinary"] if ordinary else []
        classes.setdefault(tuple(traits), []).append(word)
    return [_section(" ".join(traits), words) for traits, words in sorted(classes.items())]


def _place(spell: Speller, place: Found) -> str:
    """Name, country, size, flag, folded spellings; no spellings where the name itself is the only one."""
    cells = [place.name, place.country, str(place.size), "1" if place.ambiguous else ""]
    return "\t".join([*cells, _spellings(spell, place.name, place.spellings)])


def _spellings(spell: Speller, name: str, spellings: list[str]) -> str:
    folded = sorted({spell.folded(one) for one in spellings})
    return "" if folded == [name] else LIST_SEPARATOR.join(folded)


def attribution(texts: dict[str, str]) -> str:
    """What was taken from whom, and how much it came to."""
    lines = [
        "# Names that were gathered",
        "",
        f"`{FILE}` of each language pack is made by `python -m workbench.languages.building` from the packages below",
        f"(looked at on {DATE}). It holds facts about names: which words people have as names, what places and bodies",
        "are called. Nobody named here endorses this project. Changed in every case: spellings cut to the letters of",
        "the language, folded, merged, and left out where they are ordinary words.",
        "",
    ]
    numbers = versions()
    for source in SOURCES:
        lines += [
            f"## {source.package} {numbers[source.package]}",
            f"- Licence: {source.licence}",
            f"- Taken: {source.taken}",
            f"- Credit: {source.credit}",
            "",
        ]
    lines += ["## What it came to", "", "| pack | names of people (words) | places | organisations | nationalities |"]
    lines += ["|---|---|---|---|---|"]
    for code, content in sorted(texts.items()):
        counts: Counter[str] = Counter()
        for head, entries in sections(content):
            counts[head[0]] += len(entries)
        kinds = ("people", "places", "organisations", "nationalities")
        lines.append(f"| {code} | " + " | ".join(str(counts[kind]) for kind in kinds) + " |")
    return "\n".join(lines) + "\n"
