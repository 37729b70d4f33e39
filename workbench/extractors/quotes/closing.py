"""Where what a cue reports ends: before the clause of the next cue beside it, else with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extractors.quotes.cues import COMMAS, Cue, Passage
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.mainverbs import clause_beside, interrupted, main_verb
from workbench.extractors.quotes.nameless import titled_at
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent, peelings

__all__ = ["close"]

SIGNS = ".!?؟…،,؛;:"
FRONTED = 6  # the most words before such a report
SEMICOLONS = "؛;"
BEGUN = 2  # the most words of another clause that a cut leaves over
CLAUSE_HEAD = 3  # the most words between a comma and the cue of the clause that it begins


def close(cue: Cue, passage: Passage, later: Sequence[Cue]) -> int:
    """Where the content of a cue ends: before the clause of the next cue beside it, else with the sentence."""
    start, text = cue.content[0], passage.text
    end = passage.sentence.end
    for other in later:
        if other.start <= start or _of_another(cue, other, passage):
            continue
        if (boundary := _boundary(other, passage, start)) is not None:
            end = _whole(passage, start, boundary)
            break
    end = min(_connective(passage, start, end), _aside(cue, passage, start, end), _other_half(cue, passage, end))
    end = min(end, _fronted(cue, passage, start, end))
    end = clause_beside(passage, start, main_verb(cue, passage, start, end))
    while end > start and (text[end - 1].isspace() or text[end - 1] in SIGNS or _closing_mark(passage, start, end - 1)):
        end -= 1
    return end


def _of_another(cue: Cue, other: Cue, passage: Passage) -> bool:
    """Whether a verb with no subject of its own cannot be his who reports: ``أوضحت أن الوفد عرض شيئا [ورفض] آخر``."""
    finite = all(one.verb is not None and one.tag in ("past", "pres") for one in (cue, other))
    said = {one.verb.gender for one in (cue, other) if one.verb is not None}
    if not finite or not other.joined or said != {"m", "f"}:
        return False
    words, index, language = passage.words, other.last + 1, pack(passage.article.language)
    if index + 1 >= len(words) or not words[index].folded.startswith(language.article or "\0"):
        return False
    named = passage.speaker_at(words[index].start) is not None or titled_at(index, passage)
    that = speech_lexicon(language).openers.at(index + 1, words, passage.text, peel=False)
    return not named and (that is None or that.value in speech_lexicon(language).prepositions)


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
    if comma >= 0 and other.verb is not None and _another_speaks(comma, other, passage):
        return comma
    if near and interrupted(passage, start, comma):
        return None
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


def _another_speaks(comma: int, other: Cue, passage: Passage) -> bool:
    """Whether a conjunction and the subject of a verb stand between a comma and it: ``، [والقاضية فلانة] كتبت``."""
    ahead = passage.speakers_before(other.start)
    if not ahead or ahead[-1].start <= comma or passage.gap(ahead[-1].end, other.start):
        return False
    language = pack(passage.article.language)
    between = language.fold(passage.text[comma + 1 : ahead[-1].start]).split()
    if len(between) == 2 and between[1] in language.listed("before_things"):  # ``, but [an official] said``
        return other.tag == "past" and between[0] in language.listed("sentence_joins") - language.listed("joins_names")
    return between in [[one] for one in (*language.clitics("conjunction"), *language.listed("joins_names"))]


def _opens(other: Cue, passage: Passage) -> bool:
    """Whether what a participle reports begins right behind it: no noun like it (``أهمية [مواصلة] التنسيق``)."""
    assert other.verb is not None
    words, language = passage.words, pack(passage.article.language)
    if not language.settings["verb_first"]:
        return not adjacent(passage.text, words[other.index - 1], words[other.index])  # ``had stopped [believing] in``
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


def _aside(cue: Cue, passage: Passage, start: int, end: int) -> int:
    """Where the writer's own comment behind a comma (``، ما يشكّل ...``) cuts the content short."""
    language = pack(passage.article.language)
    known = speech_lexicon(language)
    for index in known.asides.places(passage.words):
        word = passage.words[index]
        if start < word.start < end and index > 0:
            between = passage.text[passage.words[index - 1].end : word.start]
            hit = known.asides.at(index, passage.words, passage.text, peel=False)
            if hit is None or not any(mark in between for mark in COMMAS):
                continue
            if interrupted(passage, start, passage.words[index - 1].end):
                continue
            following = passage.words[hit.last + 1].folded if hit.last + 1 < len(passage.words) else ""
            goes_on = cue.tag == "source" or following in language.listed("never_asides")
            if not (goes_on and hit.value in language.settings["contrasts"]):
                return word.start
    return end


def _fronted(cue: Cue, passage: Passage, start: int, end: int) -> int:
    """Where the main clause begins behind a report that a preposition leads to: ``رغم قول فلان إن ...، [فقد]``."""
    language, words = pack(passage.article.language), passage.words
    if cue.tag not in ("masdar", "noun") or not language.article or cue.index > FRONTED:
        return end
    known = speech_lexicon(language)
    led = any(
        peel.core in known.prepositions for word in words[: cue.index] for peel in peelings(word.folded, language)
    )
    for at in range(passage.gap(passage.sentence.start, start) + 1, len(words) if led else 0):
        comma = passage.text[words[at - 1].end : words[at].start].strip()
        if words[at].start >= end:
            break
        if comma and comma in COMMAS and _goes_on_alone(words[at].folded, language):
            return words[at].start
    return end


def _goes_on_alone(word: str, language: LanguagePack) -> bool:
    """Whether a word behind a comma begins a main clause: no function word, or one with a conjunction (``فقد``)."""
    links = language.words("stopwords")
    fronts = [one for one in language.clitics("conjunction") if word.startswith(one)]
    return any(word.removeprefix(one) in links for one in fronts) if fronts else word not in links


def _whole(passage: Passage, start: int, end: int) -> int:
    """The end of content that another cue cuts, without the first words of that cue's clause behind the last comma."""
    comma = max((passage.text.rfind(mark, start, end) for mark in COMMAS), default=-1)
    apart = comma > start and not passage.text[comma + 1].isdigit()
    rest = passage.gap(comma, end) if apart else 0
    return comma if 0 < rest <= BEGUN and passage.gap(start, comma) > BEGUN else end


def _other_half(cue: Cue, passage: Passage, end: int) -> int:
    """Where a semicolon ends the content, unless a particle of the verb or marks follow it."""
    start = cue.content[0]
    place = min((at for sign in SEMICOLONS if (at := passage.text.find(sign, start, end)) >= 0), default=end)
    if place == end or any(start <= mark.end and place < mark.end for mark in passage.marks):
        return end
    known = speech_lexicon(pack(passage.article.language))
    index = passage.gap(passage.sentence.start, place)
    that = known.openers.at(index, passage.words, passage.text) if index < len(passage.words) else None
    return end if that is not None or cue.tag == "source" else place
