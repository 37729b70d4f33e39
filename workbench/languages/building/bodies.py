"""Organisations and nationalities out of the pairs of English and Arabic names."""

from __future__ import annotations

from workbench.languages.building.packages import nationalities, pairs
from workbench.languages.building.people import People
from workbench.languages.building.spelling import Speller
from workbench.languages.schema import items

__all__ = ["demonyms", "organisations"]

CONTESTS = frozenset(
    [
        "league",
        "cup",
        "division",
        "championship",
        "liga",
        "ligue",
        "serie",
        "superliga",
        "season",
        "trophy",
        "tournament",
    ]
)
PLACES_OF_LAW = frozenset(["law", "history", "war", "battle", "treaty", "siege", "massacre", "airport"])


def organisations(spell: Speller, people: People, places: set[str]) -> list[str]:
    """The names of organisations: clubs, and whatever begins (in English also: ends) with the word for a body."""
    fold = spell.pack.fold
    heads = {fold(row["title"]) for row in spell.pack.rows("titles") if row["kind"] == "org"}
    found: dict[str, str] = {}
    for kind in ("clubs", "bodies"):
        for pair in pairs(kind):
            english = set(pair[0].split())
            name = spell.clean(spell.pick(pair))
            words = spell.folded(name).split()
            if not words or english & CONTESTS or english & PLACES_OF_LAW:
                continue
            head = words[0] in heads or (spell.pack.capitals and words[-1] in heads)
            if (len(words) > 1 and (head or kind == "clubs")) or (
                kind == "clubs" and not (words[0] in spell.ordinary or words[0] in places or people.likely(words[0]))
            ):
                found.setdefault(" ".join(words), name)
    return [name for folded, name in found.items() if folded not in places]


def demonyms(spell: Speller) -> dict[str, list[str]]:
    """Country to the forms of its demonym, those left out that the pack's own table has or that are ordinary."""
    pack = spell.pack
    known = {
        pack.fold(form) for row in pack.rows("demonyms") for form in [row["demonym"], *items(row["forms"])]
    } | spell.functional
    found: dict[str, dict[str, str]] = {}
    for row in nationalities():
        country = spell.clean(spell.pick((row.get(pack.code, ""), "")))
        forms = [value for key, value in row.items() if key != pack.code and not key.startswith("the_")]
        for form in map(spell.clean, (spell.pick((form, "")) for form in forms)):
            if form and country and pack.fold(form) not in known:
                known.add(pack.fold(form))
                found.setdefault(country, {})[pack.fold(form)] = form
    return {country: list(forms.values()) for country, forms in found.items()}
