"""Where what a cue reports ends: before the clause of the next cue beside it, else with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extractors.quotes.cues import COMMAS, Cue, Passage
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.languages.pack import pack

__all__ = ["close"]

SIGNS = ".!?؟…،,؛;:"
CLAUSE_HEAD = 3  # the most words between a comma and the cue of the clause that it begins


def close(cue: Cue, passage: Passage, later: Sequence[Cue]) -> int:
    """Where the content of a cue ends: before the clause of the next cue beside it, else with the sentence."""
    start, text = cue.content[0], passage.text
    end = passage.sentence.end
    for other in later:
        if other.start > start and (boundary := _boundary(other, passage, start)) is not None:
            end = boundary
            break
    end = min(_connective(passage, start, end), _aside(passage, start, end))
    while end > start and (text[end - 1].isspace() or text[end - 1] in SIGNS or _closing_mark(passage, start, end - 1)):
        end -= 1
    return end


def _closing_mark(passage: Passage, start: int, position: int) -> bool:
    """Whether a mark closes at a place that was opened before the content: one opened in it stays."""
    return any(mark.closed and mark.end == position and mark.start <= start for mark in passage.marks)


def _boundary(other: Cue, passage: Passage, start: int) -> int | None:
    """Where the clause of another cue begins, when it stands beside the content and not inside it.

    A participle (``مؤكداً``) stands beside it; so does a verb behind a comma and a conjunction, or behind a comma where
    only a few words come between. A verb anywhere else is part of what is reported.
    """
    text = passage.text
    comma = max((text.rfind(mark, start, other.start) for mark in COMMAS), default=-1)
    near = comma >= 0 and passage.gap(comma, other.start) <= CLAUSE_HEAD
    if other.tag == "part" and other.verb is not None and (near or _opens(other, passage)):
        return comma if near else other.start
    if other.verb is not None and _coordinate(other, passage):
        return passage.words[other.index - 1].start if not other.joined else other.start - 1
    if near and (
        other.joined
        or passage.gap(comma, other.start) <= 1
        or _contrasts(comma, other, passage)
        or _then(comma, other, passage)
    ):
        return comma
    if other.tag == "source" and near:
        return comma
    return None


def _opens(other: Cue, passage: Passage) -> bool:
    """Whether what a participle reports begins right behind it: no noun like it (``أهمية [مواصلة] التنسيق``)."""
    assert other.verb is not None
    words, language = passage.words, pack(passage.article.language)
    if not language.settings["verb_first"]:
        return True
    if not passage.text[other.end : other.end + 2].strip(" \u00a0").isalpha():
        return True
    known = speech_lexicon(language)
    before = words[other.index - 1].folded if other.index else ""
    if before in known.prepositions or other.last + 1 >= len(words):
        return False
    article = language.article and words[other.last + 1].folded.startswith(language.article)
    opener = known.openers.at(other.last + 1, words, passage.text, peel=False)
    return opener is not None or not article or passage.text[other.start : other.end].endswith(("ا", "اً"))


def _contrasts(comma: int, other: Cue, passage: Passage) -> bool:
    """Whether a connecting word alone stands between a comma and a verb: ``، غير أنها أقرت``, ``, but he insisted``."""
    known = speech_lexicon(pack(passage.article.language))
    first = passage.gap(passage.sentence.start, comma)
    hit = known.connectives.at(first, passage.words, passage.text) if first < len(passage.words) else None
    return hit is not None and passage.gap(hit.end, other.start) <= 1


def _then(comma: int, other: Cue, passage: Passage) -> bool:
    """Whether a preposition and its particle alone stand between a comma and a verb: ``، [قبل أن] تستدرك``."""
    known = speech_lexicon(pack(passage.article.language))
    first = other.index - 2
    if first < 0 or passage.gap(comma, other.start) != 2 or passage.words[first].folded not in known.prepositions:
        return False
    return known.openers.at(first + 1, passage.words, passage.text, peel=False) is not None and other.tag == "pres"


def _coordinate(other: Cue, passage: Passage) -> bool:
    """Whether a conjunction stands right before a verb, in one word with it or as a word of its own."""
    if other.joined:
        return other.tag == "past"
    known = speech_lexicon(pack(passage.article.language))
    before = other.index - 1
    hit = known.connectives.at(before, passage.words, passage.text, peel=False) if before >= 0 else None
    return hit is not None and hit.last == before and other.tag == "past"


def _connective(passage: Passage, start: int, end: int) -> int:
    """Where a phrase that opens a new paragraph of news (``من جهته،``) cuts the content short."""
    known = speech_lexicon(pack(passage.article.language))
    for index in known.connectives.places(passage.words):
        word = passage.words[index]
        if not start < word.start < end:
            continue
        hit = known.connectives.at(index, passage.words, passage.text, peel=False)
        if hit is not None and passage.text[hit.end : hit.end + 1] in tuple(COMMAS) and hit.last > hit.first:
            return word.start
    return end


def _aside(passage: Passage, start: int, end: int) -> int:
    """Where the writer's own comment behind a comma (``، ما يشكّل ...``) cuts the content short."""
    known = speech_lexicon(pack(passage.article.language))
    for index in known.asides.places(passage.words):
        word = passage.words[index]
        if start < word.start < end and index > 0:
            between = passage.text[passage.words[index - 1].end : word.start]
            if any(mark in between for mark in COMMAS) and known.asides.at(
                index, passage.words, passage.text, peel=False
            ):
                return word.start
    return end
