"""Words that only their spelling tells from others: folding makes them the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.languages.schema import items

__all__ = [
    "byname",
    "days",
    "fathers",
    "function_words",
    "given_double",
    "owned",
    "possessed",
    "said",
    "spelled",
    "spelled_particles",
]


BYNAME = tuple("\"“”‘’'")
BYNAME_LENGTH = 20  # how far before and behind one of its marks a nickname inside a name is looked for
BYNAMED = re.compile(r"(?<=\w) [\"“‘'][A-Z]\w+[\"”’'] (?=[A-Z])")


def byname(text: str, end: int, start: int) -> bool:
    """Whether what stands between two words opens or closes a nickname inside a name: ``Ann "Nan" Reed``."""
    between = text[end:start].strip()
    if between not in BYNAME:
        return False
    near = BYNAMED.finditer(text, max(0, end - BYNAME_LENGTH), end + BYNAME_LENGTH)
    return any(one.start() <= end < one.end() for one in near)


@cache
def days(pack: LanguagePack) -> frozenset[str]:
    """The words that name a day or a month, folded: they may follow a name (``met Ali Hassan Monday``)."""
    return frozenset(pack.fold(row["name"]) for row in [*pack.rows("weekdays"), *pack.rows("months")])


@cache
def spelled_particles(pack: LanguagePack) -> frozenset[str]:
    """The particles as the pack spells them."""
    return frozenset(row["particle"] for row in pack.rows("name_particles"))


@cache
def function_words(pack: LanguagePack) -> frozenset[str]:
    """The function words as the pack spells them: ``على`` is one, ``علي`` is a name."""
    return frozenset(pack.lines("stopwords"))


@cache
def fathers(pack: LanguagePack) -> frozenset[str]:
    """The words for a father that are nothing else, as they are spelled: a family name goes on behind them."""
    if pack.capitals:
        return frozenset()
    rows = {row["word"] for row in pack.rows("name_words") if row["kind"] == "kunya"}
    stops = pack.words("stopwords")
    return frozenset(word for word in rows if pack.fold(word) not in stops and len(word) > len(pack.article))


@cache
def owned(pack: LanguagePack) -> frozenset[str]:
    """The folded particles that may be another one with its owner joined: ``ابنة`` and ``ابنه``."""
    particles = lexicon(pack).particles
    endings = pack.clitics("enclitic")
    return frozenset(one for one in particles for ending in endings if one.removesuffix(ending) in particles - {one})


@cache
def said(pack: LanguagePack) -> frozenset[str]:
    """Forms of verbs of saying that only folding makes given names: ``رأى`` is one, ``راي`` is a name."""
    names = {row["name"] for row in pack.rows("given_names")}
    return frozenset(form for form in _verb_forms(pack) if form not in names and pack.fold(form) != form)


@cache
def spelled(pack: LanguagePack) -> frozenset[str]:
    """Given names that only their spelling tells from an ordinary word: ``أمل`` is one, ``آمل`` is a verb."""
    ordinary = {*pack.lines("stopwords"), *pack.lines("not_names"), *_verb_forms(pack)}
    stops = lexicon(pack).stops
    return frozenset(
        row["name"]
        for row in pack.rows("given_names")
        if pack.fold(row["name"]) in stops and row["name"] not in ordinary
    )


def _verb_forms(pack: LanguagePack) -> Iterator[str]:
    """Every form of every verb of saying, as the pack spells it."""
    for row in pack.rows("speech_verbs"):
        yield row["verb"]
        yield from (form.rpartition("/")[0] for form in items(row["forms"]))


@cache
def possessed(word: str, language: LanguagePack) -> bool:
    """Whether a folded word is no name but one with a pronoun joined to it: ``أبدى المدرب [رضاه] عن``."""
    ends, known = language.clitics("enclitic"), lexicon(language)
    if not language.article or word in known.given | known.surnames or word in known.given_ambiguous:
        return False
    bare = (word.removesuffix(one) for one in ends if word.endswith(one))
    weight = gazetteers(language).classes(word).weight
    return weight < 2 and any(one in known.given or one in known.given_ambiguous for one in bare)


def given_double(word: str, following: str, language: LanguagePack) -> str:
    """The kind of a given name that two folded words are, empty where they are none: ``فتح الله``, ``علم الدين``."""
    known, pair = lexicon(language), f"{word} {following}"
    return "given" if pair in known.given_own else "ambiguous" if pair in known.given_ambiguous else ""


def faithful(word: str, following: str, language: LanguagePack) -> bool:
    """Whether a word only joins the given name before it, which many bear alone: ``نور [الدين]``."""
    known = lexicon(language)
    return following in kinds(language, "faith") and (word in known.given or word in known.given_ambiguous)
