"""Whether a name stands as the subject of a verb of saying, which tells people from ordinary words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import Name, NameReader
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Phrases, cores
from workbench.text.tokens import Token

__all__ = ["beside_saying", "cited", "labels", "may_say", "sourced", "subject_of_saying"]

OPENING = ':،,«"“‘'
LONGEST = 5  # the most words of a phrase that names a source
ENDING = ".؟!»"


def may_say(word: str, language: LanguagePack) -> bool:
    """Whether a folded word may be a verb of saying, alone or behind a conjunction (``ورد``)."""
    return not lexicon(language).says.isdisjoint(cores(word, language))


@cache
def _sources(language: LanguagePack) -> Phrases[str]:
    """The phrases that name a source: ``بحسب``, ``according to``."""
    return Phrases([(row["phrase"], row["phrase"]) for row in language.rows("sources")], language)


def cited(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a phrase that names a source ends right before a word."""
    table = _sources(language)
    hits = (table.at(at, words, text) for at in range(max(0, index - LONGEST), index))
    return any(hit is not None and hit.last == index - 1 for hit in hits)


def sourced(names: NameReader, name: Name) -> bool:
    """Whether a name stands right behind a phrase that names a source."""
    return names.near(name.first - 1) and cited(name.first, names.words, names.text, names.pack)


def labels(names: NameReader, name: Name) -> bool:
    """Whether a name opens its line, and a colon and a quotation mark follow it: ``Yuki Tanaka: "Not yet"``."""
    start, end = names.words[name.first].start, names.words[name.last].end
    behind = names.text[end : end + 3].replace(" ", "")
    return (
        not names.text[:start].rpartition("\n")[2].strip() and behind[:1] == ":" and behind[1:2] in tuple(OPENING[3:])
    )


def beside_saying(names: NameReader, name: Name) -> bool:
    """Whether a verb of saying stands right before a name or right behind it."""
    before, after = name.first - 1, name.last + 1
    if before >= 0 and names.near(before) and may_say(names.words[before].folded, names.pack):
        return True
    return after < len(names.words) and names.near(name.last) and may_say(names.words[after].folded, names.pack)


def subject_of_saying(names: NameReader, name: Name) -> bool:
    """Whether a name of two words or more is what a verb of saying is told of.

    Before what is reported (``قالت أمل صادق إن``), behind it (``«...»، تقول أمل صادق.``), behind a topic (``أما أمل
    صادق فتقول``) or behind what names a source (``بحسب أمل صادق``).
    """
    if len(name.parts) < 2 or name.first == 0:
        return False
    if names.spoken(name.first, name.last, marks=OPENING):
        return True
    if sourced(names, name):
        return True
    before, after = names.words[name.first - 1].folded, name.last + 1
    if before in names.pack.listed("topics"):
        return after < len(names.words) and names.near(name.last) and may_say(names.words[after].folded, names.pack)
    behind = names.text[names.words[name.last].end :].lstrip(" \u00a0")[:1]
    return names.near(name.first - 1) and may_say(before, names.pack) and behind in (*ENDING, "")
