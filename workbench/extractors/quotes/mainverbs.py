"""Where a clause ends that a noun brings (``Putin's warning that ... [has] set``): before its own verb."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.extractors.quotes.cues import BREAKS, Cue, Passage
from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import Token

__all__ = ["clause_beside", "clause_between", "interrupted", "main_verb", "verbs_between", "words_between"]

FORMS = 4  # letters of a verb that its ending tells
NEAR = 2  # words behind a helping verb within which a participle belongs to it
ALONE = 3  # words of a clause behind which the only verb that is known is not its own
LED = 1  # the most words before whose statement it is, where that is the subject of its sentence


def main_verb(cue: Cue, passage: Passage, start: int, end: int) -> int:
    """Where the verb begins whose subject is the noun that reports; ``end`` where there is none."""
    language = pack(passage.article.language)
    if cue.tag != "owned" or not _subject(cue, passage):
        return end
    found = list(_verbs(passage, start, end, language))
    found = found[1:] or [at for at in found if passage.gap(start, at) > ALONE]
    first_comma = next((at for at in range(start, end) if passage.text[at] in BREAKS), end)
    before = [at for at in found if at < first_comma]
    return max(before or found, default=end)


def clause_beside(passage: Passage, start: int, end: int) -> int:
    """Where a clause with its own subject and verb stands beside what is none: ``of [ignoring it], and A left``."""
    language = pack(passage.article.language)
    first = passage.gap(passage.sentence.start, start)
    before = passage.words[first - 1].folded if 0 < first < len(passage.words) else ""
    if before not in language.words("noun_markers") | language.listed("modals"):
        return end
    for at in range(first + 1, len(passage.words) - 1):
        word = passage.words[at]
        between = passage.text[passage.words[at - 1].end : word.start]
        if word.start < end and word.folded in language.listed("joins_names") and between.strip()[:1] in (",", "،"):
            stop = next((place for place in range(word.end, end) if passage.text[place] in BREAKS), end)
            verbs = [one for one in _verbs(passage, passage.words[at + 1].start, stop, language) if one > word.end]
            if verbs and passage.gap(word.end, verbs[0]) > 0:
                return word.start
    return end


def clause_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause with its verb stands between two places: ``said [it had closed the site] that leaked``."""
    language = pack(passage.article.language)
    return any(_plain(place, passage, language) for place in _verbs(passage, start, end, language))


def interrupted(passage: Passage, start: int, comma: int) -> bool:
    """Whether what a comma opens parts a subject from its verb: ``the outage[, which lasted hours,] was over``."""
    language = pack(passage.article.language)
    if not language.listed("finite_verbs") or any(True for _ in _verbs(passage, start, comma, language)):
        return False
    back = next((at for at in range(comma + 1, passage.sentence.end) if passage.text[at] in BREAKS), -1)
    at = passage.word_at(back + 2) if back > 0 and passage.text[back] == "," else None
    return at is not None and (_finite(at, passage, language) or passage.words[at].folded in language.listed("modals"))


def words_between(passage: Passage, start: int, end: int) -> list[Token]:
    """The words that stand between two places of a sentence."""
    first, behind = (passage.gap(passage.sentence.start, place) for place in (start, end))
    return passage.words[first:behind]


def verbs_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb of a clause begins between two places."""
    return any(True for _ in _verbs(passage, start, end, pack(passage.article.language)))


def _plain(place: int, passage: Passage, language: LanguagePack) -> bool:
    """Whether a verb that begins at a place is one of those that are listed, and can be no participle there."""
    at = passage.word_at(place)
    if at is None or passage.words[at].folded not in language.listed("finite_verbs"):
        return False
    return at + 1 < len(passage.words) and passage.words[at + 1].folded not in language.words("noun_markers")


def _subject(cue: Cue, passage: Passage) -> bool:
    """Whether the noun phrase that a cue belongs to begins its sentence or clause, so that a verb is still to come."""
    text, ahead = passage.text, passage.speakers_before(passage.words[cue.index].start)
    if not ahead:
        return False
    place = ahead[-1].start
    while place > passage.sentence.start and text[place - 1] not in BREAKS:
        place -= 1
    return passage.gap(place, ahead[-1].start) <= LED


def _verbs(passage: Passage, start: int, end: int, language: LanguagePack) -> Iterator[int]:
    """Where verbs begin: the clause's own, then those that no word before them makes the verb of another clause."""
    links = language.listed("subordinators")
    led = False
    for at in range(passage.gap(passage.sentence.start, start), len(passage.words)):
        word = passage.words[at]
        if word.start >= end:
            break
        led = led or word.folded in links
        if start <= word.start and _finite(at, passage, language):
            if not led:
                yield word.start
            led = False


def _finite(at: int, passage: Passage, language: LanguagePack) -> bool:
    """Whether a word is the verb of a clause, the first word of it: no participle behind another verb or an article."""
    word, before = passage.words[at].folded, passage.words[at - 1].folded if at else ""
    helping = language.listed("finite_verbs") | language.listed("progressives") | language.listed("modals")
    if before in helping or before in language.listed("before_things"):
        return False
    if word in language.listed("finite_verbs"):
        return True
    if any(one.folded in helping for one in passage.words[max(0, at - NEAR) : at]):
        return False
    ends = tuple(language.listed("finite_endings"))
    shaped = bool(ends) and word.endswith(ends) and len(word) > FORMS and passage.words[at].text[:1].islower()
    return shaped and before not in language.words("noun_markers") and before not in language.listed("definite")
