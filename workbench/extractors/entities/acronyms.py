"""Bodies by their short names: a full name and, in brackets behind it, what it is called from then on.

``الاتحاد الدولي لكرة القدم (فيفا)``, ``the Gulf Divers Federation (GDF)``: the word in the brackets is the body, there
and wherever the article has it again. In a script with capitals the letters tell the name too: before ``(GDF)`` stand
the words that begin with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["abbreviated"]

OPENS = re.compile(r"""\s?[(\[]["'«“]?""")
CLOSES = re.compile(r"""["'»”]?[)\]]""")
SHORT = 8  # the most letters of a short name
SPELLED = 6  # the most words that initials stand for


def abbreviated(
    article: str, text: str, blocks: Sequence[Sequence[Token]], found: Sequence[Candidate], language: LanguagePack
) -> list[Candidate]:
    """The mentions of bodies by the short name that brackets give them.

    Parameters
    ----------
    article: the page's id.
    text: the page.
    blocks: the words of each of its blocks.
    found: the candidates that are found in them.
    language: the pack of the page.
    """
    bodies = {one.end: one for one in found if one.type == "ORG" and one.name and one.sure}
    taken = Spans((one.start, one.end) for one in found if one.name or (one.parts and one.sure))
    names: dict[str, Candidate] = {}
    fresh: list[Candidate] = []
    for words in blocks:
        for index in range(1, len(words)):
            if not _bracketed(words, index, text) or not _short(words, index, language):
                continue
            body = bodies.get(words[index - 1].end)
            if body is None and language.capitals:
                body = _spelled(article, words, index, text)
                if body is not None and taken.meets(body.start, body.end):
                    body = None
                fresh += [] if body is None else [body]
            if body is not None:
                names.setdefault(words[index].folded, body)
    if not names:
        return []
    taken = Spans((one.start, one.end) for one in [*found, *fresh] if one.name or (one.parts and one.sure))
    again = [one for words in blocks for one in _again(words, names, language) if not taken.meets(one.start, one.end)]
    return [*fresh, *again]


def _bracketed(words: Sequence[Token], index: int, text: str) -> bool:
    """Whether brackets hold just this word, right behind the one before it."""
    word = words[index]
    if text[word.start - 1].isspace():
        return False
    opened = OPENS.fullmatch(text, words[index - 1].end, word.start)
    return opened is not None and CLOSES.match(text, word.end) is not None


def _short(words: Sequence[Token], index: int, language: LanguagePack) -> bool:
    """Whether a word in brackets may be a short name: capitals, or a word that is nothing else."""
    word, known = words[index], lexicon(language)
    if len(word.text) < 2 or len(word.text) > SHORT or word.text[0].isdigit():
        return False
    if language.capitals:
        return sum(letter.isupper() for letter in word.text) > 1
    if word.folded in known.stops or word.folded in known.given or gazetteers(language).classes(word.folded).place >= 0:
        return False
    tables = (known.credits, known.demonyms, known.titles, known.heads)
    place = known.gazetteer.at(index, words, "")
    return not any(table.at(index, words, "") for table in tables) and (place is None or place.value.type == "ORG")


def _spelled(article: str, words: Sequence[Token], index: int, text: str) -> Candidate | None:
    """The words with capitals before initials in brackets that begin with its letters."""
    letters = [letter for letter in words[index].text if letter.isupper()]
    first, wanted = index, list(letters)
    while first and index - first < SPELLED and wanted:
        word = words[first - 1]
        if first < index and text[word.end : words[first].start].strip(" -"):
            return None
        if word.text[:1].isupper():
            if word.text[0] != wanted.pop():
                return None
        elif first == index:
            return None
        first -= 1
    if wanted or index - first < 2 or not words[first].text[:1].isupper():
        return None
    start, end = words[first].start, words[index - 1].end
    name = " ".join(word.folded for word in words[first:index])
    return Candidate(article, start, end, "ORG", "acronym", start, end, name=name)


def _again(words: Sequence[Token], names: dict[str, Candidate], language: LanguagePack) -> Iterator[Candidate]:
    """Every place where a block has a short name, its clitics taken off."""
    for word in words:
        for peeling in peelings(word.folded, language):
            body = names.get(peeling.core)
            if body is None or (language.capitals and not word.text[:2].isupper()):
                continue
            start, end = unfolded(word, peeling.front, language), word.end - peeling.back
            yield replace(body, start=start, end=end, phrase_start=start, phrase_end=end, rule="acronym")
            break
