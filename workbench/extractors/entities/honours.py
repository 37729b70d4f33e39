"""Titles that are half of a family name: ``القاضية فرح الشيخ علي`` is ``الشيخ علي`` where she is named alone.

Behind a given name such a word joins the next one (``kinds.py``). Alone it looks like a title before a name: only the
full names of the corpus tell that it is none.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.corpus import Corpus
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import bare, form, honoured
from workbench.extractors.entities.variants import script
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import peelings, unfolded
from workbench.text.tokens import tokens

__all__ = ["titled_surnames"]

Found = dict[str, list[Candidate]]
Surnames = frozenset[tuple[str, ...]]


def titled_surnames(corpus: Corpus, found: Found) -> Found:
    """The candidates of each article, with each surname that begins with a title as one name.

    Parameters
    ----------
    corpus: the articles.
    found: the candidates of each.
    """
    surnames = frozenset(surname for own in found.values() for one in own for surname in _surnames(one))
    if not surnames:
        return found
    return {
        article.id: [_read(article.text, one, surnames, pack(article.language)) for one in found.get(article.id, ())]
        for article in corpus
    }


def _surnames(one: Candidate) -> list[tuple[str, ...]]:
    """The family names in a full name that begin with a title, as `form` has them."""
    if one.type != "PER" or len(one.parts) < 2 or not any(" " in part for part in one.parts[1:]):
        return []
    return [form(words).words for words in bare(one.parts) if honoured(words, 0, pack(script(words[0])))]


def _read(text: str, one: Candidate, surnames: Surnames, language: LanguagePack) -> Candidate:
    """A name behind a title as the surname that both are, where somebody in the corpus is called so."""
    if one.type != "PER" or not one.parts or one.phrase_start >= one.start:
        return one
    before = tokens(text, language, start=one.phrase_start, end=one.start)
    for peeling in peelings(before[-1].folded, language) if before else ():
        parts = (f"{peeling.core} {one.parts[0]}", *one.parts[1:])
        if form(parts).words in surnames and not peeling.back:
            start = unfolded(before[-1], peeling.front, language)
            phrase = start if len(before) == 1 else one.phrase_start
            end = max((word.end for word in before[:-1]), default=-1)
            return replace(one, start=start, parts=parts, phrase_start=phrase, role_end=end, sure=True)
    return one
