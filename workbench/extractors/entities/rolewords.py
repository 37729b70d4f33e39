"""What a phrase for a role says, in any language: what somebody is, of what, and whether still.

``وزير الدفاع القرطاني`` and ``the Qartani defence minister`` both say (minister; defence, ~krtn). A shorter phrase
says the same when what it says is part of it: ``الوزير``, ``وزير الدفاع``. The words stand in the packs
(``role_words.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from workbench.extractors.entities.fullnames import core, kinds
from workbench.extractors.entities.variants import skeleton
from workbench.kept import kept
from workbench.languages.pack import LanguagePack
from workbench.languages.schema import items
from workbench.text.phrases import Peeling, peelings

__all__ = ["UNKNOWN", "Said", "begins", "headed", "heads", "means", "said", "stem", "words_of"]

LONGEST_HEAD = 4
UNKNOWN = "~"
HEADS = {"head": "", "trade": "trade", "function": "function", "calling": "calling"}
FEMININE = "ة"
CUES = frozenset({"adds", "appoint", "gone", "predecessor"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a phrase for a role says.

    ``head``: what somebody is, ``of``: of what, in words that no language has for itself; ``kind``: empty, or
    ``former``, ``new``, ``counterpart``; ``sort``: empty for an office, else what kind of work it is; ``gender``: of
    the word, where the language has two.
    """

    head: str
    of: frozenset[str]
    kind: str = ""
    sort: str = ""
    gender: str = ""

    @property
    def trade(self) -> bool:
        """Whether it is work that is no office, and that nobody is said to do who does another."""
        return self.sort in ("trade", "function")

    def alike(self, other: Said) -> bool:
        """Whether two heads are one, of one gender as far as they tell."""
        return self.head == other.head and (self.gender == other.gender or not (self.gender and other.gender))

    def part_of(self, other: Said) -> bool:
        """Whether this is the same role, or a shorter word for it."""
        return self.alike(other) and self.of <= other.of


@cache
def _table(language: LanguagePack) -> dict[str, tuple[str, str]]:
    """Single words of roles, folded, without the article: their kind and meaning; heads left out."""
    rows = [row for row in language.rows("role_words") if row["kind"] not in HEADS and row["kind"] not in CUES]
    return {core(language.fold(row["word"])): (row["kind"], row["meaning"]) for row in rows}


@cache
def heads(language: LanguagePack) -> dict[tuple[str, ...], tuple[str, str]]:
    """Phrases that say what somebody is, folded, each word without the article: the meaning, and the sort of work."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in language.rows("role_words"):
        if row["kind"] in HEADS:
            words = language.fold(row["word"]).replace("-", " ").split()
            found[tuple(core(word) for word in words)] = row["meaning"], HEADS[row["kind"]]
    return found


@cache
def _genders(language: LanguagePack) -> dict[tuple[str, str], str]:
    """For the first word of a phrase with a meaning its gender, where the language has a word for each."""
    firsts = {(phrase[0], meaning) for phrase, (meaning, _) in heads(language).items()}
    ending = language.fold(FEMININE)
    pairs = [(word, meaning) for word, meaning in firsts if (word + ending, meaning) in firsts]
    return dict.fromkeys(pairs, "m") | {(word + ending, meaning): "f" for word, meaning in pairs}


@cache
def _places(language: LanguagePack) -> dict[str, str]:
    """Single words for a place or whoever is of it, folded, without the article: the place, alike in every language."""
    identity = {row["name"]: row["identity"] for row in language.rows("identities")}
    found: dict[str, str] = {}
    for row in language.rows("gazetteer"):
        for name in [row["name"], *items(row["aliases"])]:
            found.setdefault(core(language.fold(name)), identity.get(row["name"], ""))
    for row in language.rows("demonyms"):
        place = identity.get(row["place"], "") or UNKNOWN + skeleton(core(language.fold(row["place"])))
        for name in [row["demonym"], *items(row["forms"])]:
            found[core(language.fold(name))] = place
    return {name: place for name, place in found.items() if place and " " not in name}


@cache
def _endings(language: LanguagePack) -> tuple[str, ...]:
    """What adjectives of origin and names of places end with, the longest first."""
    known = kinds(language, "ending")
    return tuple(sorted(known, key=lambda one: (-len(one), one)))


@kept
def means(word: str, language: LanguagePack) -> tuple[str, str]:
    """The kind of a folded word in a role and what it means there: office, place, former, new ...; other."""
    readings = [peeling.core for peeling in peelings(word, language)]
    for reading in readings:
        plain = core(reading)
        known = _table(language).get(plain) or _table(language).get(reading)
        if known is not None:
            return known
        place = _places(language).get(plain)
        if place is not None:
            return "place", place
    plain = core(readings[-1] if len(readings) > 1 and not language.article else word)
    root = stem(plain, language)
    return "other", UNKNOWN + (skeleton(root) or root)


@kept
def stem(word: str, language: LanguagePack) -> str:
    """A folded word without the ending of an adjective of origin or of a place's name (``قرطاني``, ``قرطانة``)."""
    ends = (one for one in _endings(language) if word.endswith(one) and len(word) > len(one) + 2)
    return word[: -len(next(ends, ""))] or word


@kept
def said(words: tuple[str, ...], language: LanguagePack) -> Said | None:
    """What the folded words of a phrase say; None where they name no role."""
    plain = [core(headed(word, language).core) for word in words]
    found = _head(plain, language)
    first, last, head, sort = found or (0, 1, plain[0] if plain else "", "")
    if not head:
        return None
    kind, of = "", set()
    for place, word in enumerate(words):
        what, meaning = means(word, language)
        if what in ("former", "new", "counterpart", "removed"):
            kind = kind or ("former" if what == "removed" else what)
        elif (what in ("office", "place", "other")) and not first <= place < last:
            of.add(meaning)
    if kind == "counterpart":
        head = kind
    gender = _genders(language).get((plain[first], head), "")
    result = Said(head, frozenset(of), kind, sort, gender)
    return result if found or kind == "counterpart" else replace(result, head=UNKNOWN + head)


def _head(plain: Sequence[str], language: LanguagePack) -> tuple[int, int, str, str] | None:
    """Where the words stand that say what somebody is: the longest phrase, of equal ones the first."""
    known = heads(language)
    for width in range(min(LONGEST_HEAD, len(plain)), 0, -1):
        for first in range(len(plain) - width + 1):
            head = known.get(tuple(plain[first : first + width]))
            if head is not None:
                return first, first + width, *head
    return None


@cache
def words_of(kind: str, language: LanguagePack) -> frozenset[str]:
    """The words of one kind in the pack's table of role words, folded."""
    return frozenset(language.fold(row["word"]) for row in language.rows("role_words") if row["kind"] == kind)


@cache
def _firsts(language: LanguagePack) -> frozenset[str]:
    """The words, without the article, with which phrases for roles begin."""
    own = {phrase[0] for phrase in heads(language)}
    return frozenset(own | {core(word) for word in words_of("counterpart", language)})


@kept
def headed(word: str, language: LanguagePack) -> Peeling:
    """A folded word without what is attached to the word that begins a role; as it stands where it begins none."""
    options = peelings(word, language)
    return next((one for one in options if core(one.core) in _firsts(language)), options[0])


@kept
def begins(word: str, language: LanguagePack) -> bool:
    """Whether a phrase for a role may begin with a folded word."""
    return core(headed(word, language).core) in _firsts(language)
