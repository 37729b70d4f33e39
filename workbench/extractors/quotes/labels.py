"""Lines of the form ``Name: what he says``: headlines, interviews, live pages.

What follows the colon are the speaker's own words without marks, to the end of the line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.memory import LIVELY
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import tokens

__all__ = ["bearer", "called", "called_so", "first_word", "holds_another", "label", "told_of"]

JOINS = 3  # the most words that join a sentence to the one before
LOOSE = 5
"""The most words between a name and its colon: ``السقني في كلمة الافتتاح: ...``."""
EARLY = 3
"""The most words before the name: ``عاجل | وزير الصحة: ...``."""
NUMBER = re.compile(r"\d[\d.]*")
APART = ("|", "-", "–", "—", "•", ">")
"""What stands between the name and the words before it."""
CALLED = 8
"""The most words before a colon that call somebody whom the article names elsewhere."""
OFFICE = 9
"""The most words before a name that say what somebody is."""
NOUNS = 3
"""The same of nouns with the article, the first of which somebody is called by later."""
WINDOW = 90
"""The same in characters."""
NOISE = '«»“”"()،,'
SAID = 3
"""Words from which what follows a colon may be said; of a person one fewer."""


def label(passage: Passage, *, line: str) -> Cue | None:
    """The cue of a line that begins with a speaker and a colon; its content runs to the end of the sentence.

    Parameters
    ----------
    line: the line from the beginning of the sentence on; empty where the sentence does not begin its line.
    """
    begin, text = passage.sentence.start, passage.text
    colon = _colon(passage)
    if colon < 0:
        return None
    first = first_word(passage)
    kind = _dialogue(passage.words[first].folded, pack(passage.article.language)) if passage.words and line else ""
    if kind:
        return _answer(passage, colon) if kind == "answer" and passage.gap(begin, colon) == first + 1 else None
    speaker = _labelling(passage, first, colon)
    if speaker is None:
        return None
    if not line and (speaker.start not in (begin, passage.words[0].start, _unjoined(passage)) or speaker.end != colon):
        return None
    before = passage.gap(passage.words[first].start, speaker.start) if speaker.start > passage.words[first].start else 0
    spaced = text[begin : speaker.start].rstrip().endswith(APART)
    if before and _begins_title(passage, first, speaker.start):
        before = 0  # ``[رئيس تعاونية المربين] فلان: ...``
    apart = before and not spaced and not pack(passage.article.language).capitals
    if before > EARLY or apart or passage.gap(speaker.end, colon) > _loose(passage, colon) or _speaks(passage, colon):
        return None
    start = colon + 1
    while start < passage.sentence.end and text[start].isspace():
        start += 1
    said = line[start - begin :] if line else text[start : passage.sentence.end]
    if len(said.split()) < SAID - (speaker.kind == "person"):
        return None
    last = passage.gap(begin, colon) - 1
    cue = Cue(colon, colon + 1, last, last, "neutral", "colon", "headline", joined=False)
    cue.content, cue.opened, cue.subject = (start, -1), "colon", speaker
    return cue


def _labelling(passage: Passage, first: int, colon: int) -> Speaker | None:
    """Who is named before a colon: a person, else who is meant by a title or is called so before he is named."""
    named = [one for one in passage.speakers if one.start >= passage.sentence.start and one.end <= colon]
    found = next((one for one in named if one.kind == "person"), next(iter(named), None))
    owned = found is not None and found.kind != "person" and _begins_title(passage, first, found.start)
    if found is None or owned:  # ``[رئيس] جمعية الصيادين: ...``
        found = _by_title(passage, first, colon) or called(passage, first, colon) or (None if owned else found)
    if found is None or found.kind not in LIVELY or _is_outlet(found, passage):
        return None
    return None if found.kind == "document" and not found.entity else found


def _begins_title(passage: Passage, first: int, name: int) -> bool:
    """Whether the words before a name begin with a title, so that they say what somebody is."""
    titles = lexicon(pack(passage.article.language)).titles
    hit = titles.at(first, passage.words, passage.text, peel=False) if first < len(passage.words) else None
    before = passage.gap(passage.words[first].start, name) if hit is not None else 0
    return hit is not None and hit.value.kind == "role" and 0 < before <= CALLED and hit.end <= name


def _loose(passage: Passage, colon: int) -> int:
    """How many words may stand between a name and a colon: more where marks open behind it."""
    start = colon + 1
    while start < passage.sentence.end and passage.text[start].isspace():
        start += 1
    return LOOSE if passage.marked_at(start) is None else 2 * LOOSE


@cache
def _dialogue(word: str, language: LanguagePack) -> str:
    """Whether a folded word labels a question or an answer of an interview; empty for any other."""
    return {language.fold(row["word"]): row["kind"] for row in language.rows("dialogue")}.get(word, "")


def _answer(passage: Passage, colon: int) -> Cue | None:
    """The cue of an answer (``ج: ...``): whoever the article names first is asked."""
    asked = next((one for one in passage.everybody if one.kind == "person" and one.entity), None)
    start = colon + 1
    while start < passage.sentence.end and passage.text[start].isspace():
        start += 1
    cue = Cue(colon, colon + 1, 0, 0, "neutral", "colon", "answer", joined=False)
    cue.content, cue.opened, cue.subject = (start, -1), "colon", asked
    return cue


def first_word(passage: Passage) -> int:
    """The index of the first word of what a sentence says.

    Not a clock time before it (``09:40 According to``) nor what only joins it to the one before (``But according to``).
    """
    joins = pack(passage.article.language).listed("sentence_joins")
    for index, word in enumerate(passage.words):
        if not word.folded.isdigit() and (word.folded not in joins or index >= JOINS):
            return index
    return 0


def _colon(passage: Passage) -> int:
    """The first colon outside of marks and clock times, in the first words of the sentence; -1 where there is none."""
    text, place = passage.text, passage.sentence.start
    while (place := text.find(":", place, passage.sentence.end)) >= 0:
        inside = any(mark.start <= place < mark.end for mark in passage.marks)
        clock = text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        if not inside and not clock:
            before = NUMBER.sub("", text[passage.sentence.start : place])
            return -1 if any(sign in before for sign in STOPS) else place
        place += 1
    return -1


def _by_title(passage: Passage, first: int, colon: int) -> Speaker | None:
    """Who is meant by a title alone before the colon (``المفوض: ...``)."""
    if first >= len(passage.words) or passage.gap(passage.words[first].start, colon) > 2:
        return None
    found = bearer(passage, first)
    return None if found is None or passage.gap(found.end, colon) else found


def _unjoined(passage: Passage) -> int:
    """Where the first word of a sentence begins without a conjunction that is joined to it."""
    word, language = passage.words[0], pack(passage.article.language)
    joined = next((one for one in language.clitics("conjunction") if word.folded.startswith(one)), "")
    return word.start + len(joined)


def called(passage: Passage, first: int, colon: int) -> Speaker | None:
    """Who is called before a colon as the article names him only later: by a family name, an office, what a body is.

    ``[السقني]: لن نوقع``, ``[محافظ النهر]: ...``, ``[والمجلس]: ...``; None where that is nobody or several.
    """
    language = pack(passage.article.language)
    words = [word for word in passage.words[first:] if word.start < colon]
    if not language.article or not 0 < len(words) <= CALLED or passage.speaker_at(words[0].start) is not None:
        return None
    own = [word.folded for word in words]
    for joined in ("", *language.clitics("conjunction")):
        if not own[0].startswith(joined) or len(own[0]) <= len(joined) + 2:
            continue
        wanted = [own[0].removeprefix(joined), *own[1:]]
        meant = {one.entity: one for one in passage.everybody if one.entity and _is_called(one, wanted, passage)}
        if len(meant) == 1:
            (one,) = meant.values()
            start, end = words[0].start + len(joined), words[-1].end
            return replace(one, start=start, end=end, name_start=start, name_end=end)
    return None


def _is_called(one: Speaker, wanted: list[str], passage: Passage) -> bool:
    """Whether somebody's family name, his office right before his name, or what a body is are some folded words."""
    language, text = pack(passage.article.language), passage.text
    name = language.fold(text[one.name_start : one.name_end]).split()
    article = language.article
    if one.kind == "body":
        return len(wanted) == 1 and len(name) > 1 and wanted[0] == article + name[0].removeprefix(article)
    if one.kind != "person":
        return False
    if len(name) > len(wanted) and name[-len(wanted) :] == wanted:
        return True
    window = text.rfind("\n", max(0, one.name_start - WINDOW), one.name_start) + 1
    before = language.fold(text[max(window, one.name_start - WINDOW, 0) : one.name_start]).split()[-OFFICE:]
    bare = [word.strip(NOISE).removeprefix(article) for word in before]
    office = [word.removeprefix(article) for word in wanted]
    if len(office) < 2 or office[0] not in bare:
        return False
    at = bare.index(office[0])
    return set(office) <= set(bare[at:]) and not any(sign in word for word in before[at:] for sign in STOPS)


def _titles(one: Speaker, passage: Passage) -> list[str]:
    """The words before somebody's name in his noun phrase, without their article."""
    language = pack(passage.article.language)
    words, article = language.fold(passage.text[one.start : one.name_start]).split(), language.article
    owned = {  # ``نائب [الوزير] فلان`` is no ``وزير``
        at
        for at in range(1, len(words) if article else 0)
        if words[at].startswith(article) and not words[at - 1].startswith(article)
    }
    return [word.removeprefix(article) for at, word in enumerate(words) if at not in owned]


def _bears(one: Speaker, title: str, passage: Passage) -> bool:
    """Whether a title stands in somebody's noun phrase, or leads to it: ``النائب عن «الوفاق» فلان``."""
    if title in _titles(one, passage):
        return True
    language, text = pack(passage.article.language), passage.text
    if not language.article:
        return False
    begin = max(text.rfind("\n", max(0, one.start - WINDOW), one.start) + 1, one.start - WINDOW, 0)
    before = text[begin : one.start]
    if title not in language.fold(before):
        return False
    begin += max((before.rfind(sign) + 1 for sign in (*STOPS, *COMMAS)), default=0)
    known = tokens(text, language, start=begin, end=one.start)[-OFFICE:]
    places = [at for at, word in enumerate(known) if word.folded.removeprefix(language.article) == title]
    if not places:
        return False
    between = any(
        known[places[-1]].end <= other.start < one.start for other in passage.everybody if other.kind == "person"
    )
    led = places[-1] + 1 < len(known) and known[places[-1] + 1].folded in speech_lexicon(language).prepositions
    hit = lexicon(language).titles.at(places[-1], known, text, peel=False) if led else None
    verbs = speech_lexicon(language).verbs
    said = any(verbs.at(at, known, text) is not None for at in range(places[-1] + 1, len(known)))
    return hit is not None and hit.value.kind == "role" and not between and not said


@cache
def _unnamed(language: LanguagePack) -> frozenset[str]:
    """The first words of those who speak without a name, folded: ``مسؤول``, ``مصدر``."""
    return frozenset(language.fold(row["phrase"]).split()[0] for row in language.rows("group_speakers"))


def holds_another(person: Speaker, index: int, passage: Passage) -> bool:
    """Whether the page gives somebody other offices than the one that a title alone tells of at a word.

    ``السفير`` is not the minister who spoke before; ``المسؤول`` may be.
    """
    language = pack(passage.article.language)
    table = lexicon(language)
    word = passage.words[index].folded.removeprefix(language.article)
    if _of_elsewhere(person.entity, index, passage):
        return True
    if word in _unnamed(language):
        return False
    own: set[str] = set()
    for one in passage.everybody:
        if one.entity == person.entity and one.kind == "person":
            before = tokens(passage.text, language, start=one.start, end=one.name_start)
            hits = (table.titles.at(at, before, passage.text, peel=False) for at in range(len(before)))
            roles = [hit for hit in hits if hit is not None and hit.value.kind == "role"]
            own |= {before[hit.first].folded.removeprefix(language.article) for hit in roles}
    return bool(own) and word not in own


def bearer(passage: Passage, first: int) -> Speaker | None:
    """Who is meant by a title alone: the only one in the article who bears it, else nobody that is known.

    None where no title stands at the word.
    """
    language = pack(passage.article.language)
    hit = lexicon(language).titles.at(first, passage.words, passage.text, peel=False)
    if hit is None:
        return None
    title = passage.words[first].folded.removeprefix(language.article)
    found = {one.entity: one for one in passage.everybody if one.kind == "person" and _bears(one, title, passage)}
    if len(found) > 1:
        told = {one.entity for one in passage.everybody if one.start < passage.words[first].start}
        found = {entity: one for entity, one in found.items() if entity in told}
    if len(found) != 1 or _of_elsewhere(next(iter(found)), first, passage):
        return Speaker(hit.start, hit.end, hit.start, hit.end, "", "role", "role")
    (one,) = found.values()
    return Speaker(hit.start, hit.end, hit.start, hit.end, one.entity, "person", gender=one.gender)


def called_so(index: int, passage: Passage) -> Speaker | None:
    """Who is called by a noun with the article as he was before his name: ``[المتهم] الرئيسي فلان``, ``[المتهم]``.

    None where that is nobody who was told of, or several.
    """
    language, word = pack(passage.article.language), passage.words[index]
    if not language.article or not word.folded.startswith(language.article):
        return None
    told = (one for one in passage.everybody if one.kind == "person" and one.entity and one.end < word.start)
    found = {one.entity: one for one in told if word.folded in _nouns_before(one, passage)}
    if len(found) != 1:
        return None
    (one,) = found.values()
    return Speaker(word.start, word.end, word.start, word.end, one.entity, "person", gender=one.gender)


def _nouns_before(one: Speaker, passage: Passage) -> set[str]:
    """The folded nouns with the article that stand right before somebody's name, in his noun phrase or before it."""
    language, text = pack(passage.article.language), passage.text
    begin = max(text.rfind("\n", 0, one.name_start) + 1, one.name_start - WINDOW)
    before = tokens(text, language, start=begin, end=one.name_start)
    found: set[str] = set()
    comma = max((text.rfind(sign, begin, one.name_start) for sign in COMMAS), default=-1)
    near = [word for word in before if word.start > comma >= 0]
    apposed = 0 < len(near) <= NOUNS and not any(sign in text[comma + 1 : one.name_start] for sign in STOPS)
    for place in (one.name_start, *([comma] if apposed else [])):  # ``[المتهم] الأول، مدير المصنع فلان``
        end = place
        for word in reversed([word for word in before if word.end <= place][-NOUNS:]):
            if not word.folded.startswith(language.article) or text[word.end : end].strip():
                break
            found.add(word.folded)
            end = word.start
    return found


def told_of(entity: str, cue: Cue, passage: Passage) -> bool:
    """Whether somebody is named before a cue."""
    return any(one.entity == entity and one.start < cue.start for one in passage.everybody)


def _of_elsewhere(entity: str, first: int, passage: Passage) -> bool:
    """Whether the adjective of place behind a title tells of another country than those that a person's titles have.

    ``الرئيس [الروماني]`` is not ``الرئيس [اللبناني] فلان``.
    """
    language, words = pack(passage.article.language), passage.words
    table = lexicon(language)
    hit = table.titles.at(first, words, passage.text, peel=False)
    if hit is None or not language.article:
        return False
    behind = [
        table.demonyms.at(at, words, passage.text, peel=False) for at in range(first, min(hit.last + 2, len(words)))
    ]
    meant = {one.value for one in behind if one is not None}
    own: set[str] = set()
    for one in passage.everybody if meant else ():
        if one.entity == entity and one.kind == "person":
            before = tokens(passage.text, language, start=one.start, end=one.name_start)
            places = (table.demonyms.at(at, before, passage.text, peel=False) for at in range(len(before)))
            own |= {place.value for place in places if place is not None}
    return bool(own) and not meant & own and bool(meant)


def _is_outlet(speaker: Speaker, passage: Passage) -> bool:
    """Whether the label is the outlet's own name, which asks and is not quoted."""
    fold = pack(passage.article.language).fold
    named = fold(passage.text[speaker.name_start : speaker.name_end])
    return bool(passage.article.source) and named in fold(passage.article.source) and speaker.kind != "person"


def _speaks(passage: Passage, colon: int) -> bool:
    """Whether a verb of saying stands before the colon: then that is the cue."""
    known = speech_lexicon(pack(passage.article.language))
    for index, word in enumerate(passage.words):
        if word.start >= colon:
            return False
        hit = known.verbs.at(index, passage.words, passage.text)
        if hit is not None and hit.value.tag in ("past", "pres", "part") and passage.speaker_at(word.start) is None:
            return True
    return False
