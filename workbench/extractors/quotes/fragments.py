"""What stands between marks and is no quotation: names, titles of works, numbers, scare words."""

from __future__ import annotations

from typing import Any

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.languages.pack import LanguagePack, pack
from workbench.text.marks import Marked
from workbench.text.phrases import Phrases
from workbench.text.tokens import Token, tokens

__all__ = ["name_in_marks"]


LONGEST = 5
"""The most words of a name that a noun before its marks announces, in a script without capitals."""


def name_in_marks(article: Article, words: list[Token], mark: Marked) -> str:
    """Why a marked stretch is a name and no quotation, or empty.

    ``number``, ``known name`` (the gazetteer or a credit has it), ``named thing`` (what stands before the mark
    announces a name: a party, a newspaper, a ship).
    """
    language = pack(article.language)
    inside = tokens(article.text, language, start=mark.start, end=mark.end)
    if not inside:
        return "empty"
    if all(word.folded.isdigit() for word in inside):
        return "number"
    names = lexicon(language)
    for table in (names.gazetteer, names.credits):
        hit = table.at(0, inside, article.text)
        if hit is not None and hit.last == len(inside) - 1:
            return "known name"
    if len(inside) > LONGEST and not language.capitals:
        return ""
    before = [index for index, word in enumerate(words) if word.end < mark.start]
    tables: list[Phrases[Any]] = [speech_lexicon(language).scare, names.heads]
    for first in before[-3:]:
        for table in tables:
            hit = table.at(first, words, article.text)
            between = article.text[words[before[-1]].end : mark.start - 1]
            announces = hit is not None and hit.last == before[-1] and _touches(between, language)
            goes_on = language.capitals and between.strip() != "" and inside[0].text[:1].islower()
            if announces and not goes_on:
                return "named thing"
    return ""


def _touches(between: str, language: LanguagePack) -> bool:
    """Whether a mark follows what announces a name, with capitals behind a comma too (``a film, "Dusk"``)."""
    return not between.strip(" \u00a0()ـ,،" if language.capitals else " \u00a0()ـ")
