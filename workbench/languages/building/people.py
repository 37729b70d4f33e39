"""Words of people's names with the place they have in them and how many people have them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from workbench.languages.building.packages import dictionary, pairs, speak, territories, units
from workbench.languages.building.spelling import Speller
from workbench.languages.pack import LanguagePack, packs

__all__ = ["People", "people"]

MOSTLY = 3
"""How many times as often a word must stand in one place as in the other to be called by that place."""

WEIGHTS = ((20, 4), (5, 3), (2, 2), (1, 1))


@dataclass
class People:
    """Counts of folded words by place of the name."""

    given: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    native: set[str] = field(default_factory=set)

    def words(self) -> set[str]:
        """Every word counted."""
        return {*self.given, *self.last, *self.unknown}

    def has(self, word: str) -> bool:
        """Whether anybody has this word in their name."""
        return word in self.given or word in self.last or word in self.unknown

    def kind(self, word: str) -> str:
        """``given``, ``last``, ``both`` or ``name``: see `workbench.languages.gazetteers.WordClass`."""
        given, last = self.given[word], self.last[word]
        if not given and not last:
            return "name"
        if given >= MOSTLY * last:
            return "given"
        return "last" if last >= MOSTLY * given else "both"

    def weight(self, word: str) -> int:
        """The class of the number of bearers."""
        count = self.given[word] + self.last[word] + self.unknown[word]
        return next(weight for least, weight in WEIGHTS if count >= least)

    def likely(self, word: str) -> bool:
        """Whether people commonly have this name, its place known."""
        known = self.given[word] + self.last[word] if word in self.given or word in self.last else 0
        return known > 0 and self.weight(word) >= 2


def people(spell: Speller) -> People:
    """The people whose names are written in the script of a pack."""
    found = People()
    _bearers(spell, found)
    _famous(spell, found)
    _words(spell, found)
    _no_places(spell, found)
    return found


def _no_places(spell: Speller, found: People) -> None:
    """Words that name a country or a large city are left out, unless many people have them."""
    rows = [row["name"] for row in spell.pack.rows("gazetteer") if row["type"] == "LOC"]
    for name in [*rows, *territories(spell.pack.code).values()]:
        for word in (spell.folded(name), spell.folded(name).removeprefix(spell.pack.article)):
            if found.has(word) and found.weight(word) < 4:
                for counts in (found.given, found.last, found.unknown):
                    counts.pop(word, None)


def _bearers(spell: Speller, found: People) -> None:
    """People of Wikidata: each word of a given name or of a surname."""
    natives = frozenset().union(*(speak(pack.code) for pack in packs() if not pack.capitals))
    counts = {"given": found.given, "surname": found.last}
    for unit in units():
        words = _parts(spell, spell.pick((unit.arabic, unit.latin)))
        for word in words:
            counts.get(unit.role, found.unknown)[word] += unit.bearers
            if unit.country in natives:
                found.native.add(word)


def _parts(spell: Speller, phrase: str) -> list[str]:
    """The folded words of a phrase that are names: neither particles nor initials."""
    folded = [spell.folded(word) for word in spell.words(phrase)]
    return [word for word in folded if len(word) > 2 and word not in spell.particles]


def _famous(spell: Speller, found: People) -> None:
    """Well-known people: where both spellings have as many words, the first is a given name, the last a last one."""
    for pair in pairs("people"):
        if not 2 <= len(pair[0].split()) == len(pair[1].split()) <= 3:
            continue
        words = [spell.folded(word) for word in spell.words(spell.pick(pair))]
        if len(words) >= 2 and not spell.functional & set(words):
            for word, counts in ((words[0], found.given), (words[-1], found.last)):
                if len(word) > 2 and word not in spell.particles:
                    counts[word] += 1


def _words(spell: Speller, found: People) -> None:
    """Single words of foreign names; their place is what any pack's own tables say of the Latin form."""
    given, last = _tabled("given_names"), _tabled("surnames")
    for latin, other in dictionary():
        for word in _parts(spell, spell.pick((latin, other))):
            if latin in given:
                found.given[word] += 2
            if latin in last:
                found.last[word] += 2
            if latin not in given and latin not in last:
                found.unknown[word] += 1


def _tabled(file: str) -> frozenset[str]:
    def names(pack: LanguagePack) -> set[str]:
        return {pack.fold(row["name"]) for row in pack.rows(file)}

    return frozenset().union(*(names(pack) for pack in packs()))
