"""Who speaks: the subject of a cue, before it, behind it, or carried on from the sentence before."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.genders import addressed_gender, agree, form_gender, pronoun_gender
from workbench.extractors.quotes.labels import bearer
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent

__all__ = ["apposed", "governed", "is_pronoun", "subject"]

NEAR = 4  # the most words between a verb and its subject
TITLED = 9  # the same where a title begins the subject
PHRASE = 14  # the most words of a title with a name behind a phrase that attributes
AHEAD = 40  # noun phrases behind a verb that are looked at
HELD = 3  # the most words between the body that somebody heads and his name
APPOSED = 14  # the most words of an apposition between a name and its verb
BEFORE = {"verb": 3, "noun": 8}
BREAKS = STOPS | frozenset(COMMAS) | {":"}


def subject(cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool = False) -> tuple[Speaker | None, str]:
    """The speaker of a cue and the rule that found it: ``after``, ``before``, ``carried``; None where nobody is named.

    Parameters
    ----------
    memory: who spoke and who was spoken of so far, with the speaker of this sentence's previous cue at the end.
    marks_before: the quotation stands before the cue, so that its subject may follow in any language.
    """
    if cue.tag == "source":
        document = passage.speaker_at(cue.end - 1)
        told_of = document if document is not None and document.kind == "document" else None
        own = form_gender(passage.words[cue.last].folded, "masdar", "", pack(passage.article.language))
        if own and cue.last > cue.index:
            return memory.carried(own), "source"
        following = passage.words[cue.last + 1].folded if cue.last + 1 < len(passage.words) else ""
        said = addressed_gender(following, pack(passage.article.language))
        if told_of is None and said:
            return memory.carried(said), "source"
        return told_of or _before_comma(cue, passage) or _after(cue, passage, passage.sentence.end), "source"
    if cue.tag == "noun":
        return passage.speaker_at(passage.words[cue.last + 1].start), "of"
    if cue.tag == "part":
        return _carried(cue, passage, memory)
    if cue.verb is not None and cue.verb.ownerless:
        return memory.last(), "ownerless"
    if cue.tag == "owned":
        return passage.speakers_before(cue.start)[-1], "of"
    if cue.tag == "masdar" and cue.index == 0 and (later := _later(cue, passage)) is not None:
        return later, "later"
    if cue.tag == "masdar":
        found = _nearest(cue, passage) or _before(cue, passage, BEFORE["noun"], breaks=STOPS)
        return (found, "before") if found else (_remembered(cue, passage, memory), "carried")
    return _of_verb(cue, passage, memory, marks_before=marks_before)


def _before_comma(cue: Cue, passage: Passage) -> Speaker | None:
    """Whoever is named right before the comma that ends a phrase with a title: ``بحسب رئيسة القسم ... فلانة،``."""
    if not _titled(cue.last + 1, passage):
        return None
    commas = [at for sign in COMMAS if (at := passage.text.find(sign, cue.end, passage.sentence.end)) > 0]
    found = [one for one in passage.speakers_from(cue.end) if commas and one.end == min(commas)]
    return found[0] if found and found[0].kind == "person" and passage.gap(cue.end, min(commas)) <= PHRASE else None


def _of_verb(cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool) -> tuple[Speaker | None, str]:
    """The subject of a verb: beside it on the side that the language prefers, else the other, else the sentence's."""
    verb_first = bool(pack(passage.article.language).settings["verb_first"])
    end = cue.content[0] if cue.content[0] > cue.end else passage.sentence.end
    addressed = cue.verb is not None and cue.verb.addressed
    behind = _after(cue, passage, end) if verb_first or (marks_before and not addressed) else None
    if verb_first and addressed and cue.joined and behind is not None and behind.kind == "group":
        behind = None
    somebody = (_somebody(cue, passage) or passage.speaker_at(cue.start)) if verb_first else None
    if somebody is not None:
        return somebody, "after"
    if not verb_first and cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage):
        lead = _lead(cue, passage)
        known = lead is not None and agree(gender(cue, passage), lead.gender)
        return (lead if known else _remembered(cue, passage, memory)), "carried"
    if cue.index > 0 and passage.words[cue.index - 1].folded in pack(passage.article.language).settings["relatives"]:
        return _antecedent(cue, passage), "before"
    unknown = _without_name(cue, passage, marks_before=marks_before) if behind is None else None
    if unknown is not None:
        return unknown
    ahead = _before(cue, passage, BEFORE["verb"], breaks=BREAKS)
    touching = ahead is not None and ahead.kind == "person" and passage.gap(ahead.end, cue.start) == 0
    order = ((ahead, "before"), (behind, "after")) if touching else ((behind, "after"), (ahead, "before"))
    for found, rule in order:
        if found is not None:
            return _known(found, cue, passage, memory), rule
    far = None if verb_first else _before(cue, passage, BEFORE["noun"], breaks=STOPS)
    if far is not None:
        return far, "before"
    if not verb_first and not marks_before and (unnamed := _unnamed(cue, passage)) is not None:
        return unnamed, "before"
    lead = _lead(cue, passage)
    return (lead, "lead") if lead is not None else (_remembered(cue, passage, memory), "carried")


def _unnamed(cue: Cue, passage: Passage) -> Speaker | None:
    """A subject without a name right before a verb, in a language that puts it there: ``One official ... said``."""
    if cue.index == 0 or cue.tag not in ("past", "pres"):
        return None
    language, before = pack(passage.article.language), passage.words[cue.index - 1]
    if before.folded in language.words("stopwords") or is_pronoun(before.folded, passage):
        return None
    between = passage.text[before.end : cue.start]
    first = cue.index - 1
    while first > 0 and not any(
        sign in passage.text[passage.words[first - 1].end : passage.words[first].start] for sign in BREAKS
    ):
        first -= 1
    if between.strip(" \u00a0") and not any(sign in between for sign in COMMAS):
        return None
    start = passage.words[first].start
    return Speaker(start, before.end, start, before.end, "", "group", "anonymous")


def _known(found: Speaker, cue: Cue, passage: Passage, memory: Memory) -> Speaker:
    """A role alone as whoever bears it in the article, or as who spoke last (``أضافت المديرة``)."""
    if found.kind != "role" or found.entity or found.flag != "role":
        return found
    index = passage.word_at(found.start)
    meant = bearer(passage, index) if index is not None else None
    if (meant is None or not meant.entity) and cue.verb is not None and cue.verb.goes_on:
        meant = memory.carried(gender(cue, passage), goes_on=True)
    if meant is None or not meant.entity:
        return found
    return replace(found, entity=meant.entity, kind="person", flag="", gender=meant.gender)


def _without_name(cue: Cue, passage: Passage, *, marks_before: bool) -> tuple[Speaker, str] | None:
    """Who speaks without being named: by a title alone, as somebody, as the holders of an office."""
    if not pack(passage.article.language).settings["verb_first"]:
        role = _role_before(cue, passage)
        if role is not None:
            return role, "before"
        unknown = _somebody(cue, passage) if marks_before else None
        return None if unknown is None else (unknown, "after")
    index = cue.last + 1
    if marks_before or not _titled(index, passage):
        return None
    word, article = passage.words[index], pack(passage.article.language).article
    named = passage.speaker_at(word.start) is not None or word.folded.startswith(article)
    if named or not adjacent(passage.text, passage.words[cue.last], word):
        return None
    nobody = Speaker(word.start, word.end, word.start, word.end, "", "role", "role")
    return nobody, "after"


def _role_before(cue: Cue, passage: Passage) -> Speaker | None:
    """Who is meant by a title alone right before a verb: ``the Sunbuk chief executive told``."""
    titles = lexicon(pack(passage.article.language)).titles
    for first in range(max(0, cue.index - 3), cue.index):
        hit = titles.at(first, passage.words, passage.text, peel=False)
        if hit is not None and hit.last == cue.index - 1 and hit.value.kind == "role":
            apart = passage.text[hit.end : cue.start].strip() or passage.speaker_at(hit.start) is not None
            found = None if apart else bearer(passage, first)
            return found if found is not None and found.entity else None
    return None


def _somebody(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody without a name right behind a verb: ``says a firefighter``, ``قال أحد السكان``."""
    index = cue.last + 1
    indefinite = pack(passage.article.language).settings["indefinite"]
    if index + 1 >= len(passage.words) or passage.words[index].folded not in indefinite:
        return None
    word, following = passage.words[index], passage.words[index + 1]
    if not adjacent(passage.text, passage.words[cue.last], word):
        return None
    return Speaker(word.start, following.end, word.start, following.end, "", "group", "anonymous")


def _antecedent(cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a relative pronoun right before a verb stands for: whoever is named right before it, else nobody known."""
    start = passage.words[cue.index - 1].start
    ahead = passage.speakers_before(start)
    return ahead[-1] if ahead and not passage.gap(ahead[-1].end, start) else None


def _remembered(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who is meant by a verb without a subject: whoever was last spoken of, as far as its form agrees."""
    return memory.carried(gender(cue, passage), goes_on=cue.verb is not None and cue.verb.goes_on)


def is_pronoun(word: str, passage: Passage) -> bool:
    """Whether a folded word stands for somebody: ``he``, ``هي``."""
    return bool(pronoun_gender(word, pack(passage.article.language)))


def gender(cue: Cue, passage: Passage) -> str:
    """What a cue says of its subject: by its form, or by a pronoun beside it."""
    if cue.verb is not None and cue.verb.gender:
        return cue.verb.gender
    language = pack(passage.article.language)
    beside = [passage.words[at].folded for at in (cue.index - 1, cue.last + 1) if 0 <= at < len(passage.words)]
    return next((said for word in beside if (said := pronoun_gender(word, language))), "")


def _lead(cue: Cue, passage: Passage) -> Speaker | None:
    """The person or body with whom the sentence begins (``أما فلان، وهو ...، فيقول``)."""
    ahead = passage.speakers_before(cue.start)
    if not ahead or ahead[0].kind not in ("person", "body", "group"):
        return None
    return ahead[0] if passage.gap(passage.sentence.start, ahead[0].start) <= 2 else None


def _after(cue: Cue, passage: Passage, end: int) -> Speaker | None:
    behind = [speaker for speaker in passage.speakers_from(cue.end - 1)[:AHEAD] if speaker.name_end <= end]
    near = TITLED if _titled(cue.last + 1, passage) else NEAR
    for at, speaker in enumerate(behind):
        between = passage.text[cue.end : speaker.start]
        if passage.gap(cue.end, speaker.start) > near or any(mark in between for mark in STOPS | {":"}):
            return None
        if cue.tag == "source" or not governed(speaker, passage):
            return _holder(cue, passage, speaker, behind[at + 1 :])
    return None


def _later(cue: Cue, passage: Passage) -> Speaker | None:
    """Who does what a sentence goes on to tell, whose verbal noun opens it: ``بتأكيده أن ...، يرسم [فلان] ...``."""
    found = [one for one in passage.speakers_from(cue.end) if one.kind == "person"]
    return next((one for one in found if any(sign in passage.text[cue.end : one.start] for sign in COMMAS)), None)


def _titled(index: int, passage: Passage) -> bool:
    """Whether a title stands at a word, also in the dual (``نائبا``), so that whoever bears it may be named later."""
    if index >= len(passage.words):
        return False
    language, word = pack(passage.article.language), passage.words[index]
    titles = lexicon(language).titles
    if titles.at(index, passage.words, passage.text, peel=False) is not None:
        return True
    duals = [end for end in language.clitics("dual") if word.folded.endswith(end) and len(word.folded) > len(end) + 2]
    shorter = [word._replace(folded=word.folded.removesuffix(end)) for end in duals]
    return any(titles.at(0, [one], passage.text, peel=False) is not None for one in shorter)


def _holder(cue: Cue, passage: Passage, found: Speaker, following: list[Speaker]) -> Speaker:
    """Who speaks where a title stands before a body: ``نفى [مدير شركة «النور» الموردة سامر الديراني]``.

    The person named right behind the body, or else somebody whose name the page does not say.
    """
    title = cue.last + 1
    if found.kind not in ("body", "place") or title >= len(passage.words) or passage.words[title].start >= found.start:
        return found
    language = pack(passage.article.language)
    hit = lexicon(language).titles.at(title, passage.words, passage.text, peel=False)
    if hit is None or hit.value.kind != "role":
        return found
    apart = _between_commas(hit.end, passage, following)
    if apart is not None:
        return replace(apart, start=hit.start)
    if passage.gap(hit.end, found.start) > 1:
        return found
    for person in following[:1]:
        between = passage.text[found.end : person.start]
        near = passage.gap(found.end, person.start) <= HELD and not any(mark in between for mark in BREAKS)
        if person.kind == "person" and near and not governed(person, passage):
            return replace(person, start=hit.start)
    return Speaker(hit.start, found.end, hit.start, found.end, "", "role", "role")


def _between_commas(start: int, passage: Passage, following: list[Speaker]) -> Speaker | None:
    """The person named between two commas behind a long title: ``المتحدث باسم ...، [فلان]، أن``."""
    for person in following:
        between = passage.text[start : person.start]
        if passage.gap(start, person.start) > PHRASE or any(mark in between for mark in STOPS | {":"}):
            return None
        if person.kind == "person" and between.rstrip(" \u00a0")[-1:] in tuple(COMMAS):
            closed = passage.text[person.end : person.end + 2].lstrip(" \u00a0")[:1] in tuple(COMMAS)
            return person if closed and between.count(between.rstrip(" \u00a0")[-1:]) == 1 else None
    return None


def governed(speaker: Speaker, passage: Passage) -> bool:
    """Whether a preposition stands before a noun phrase, in a word of its own or joined to it: it is no subject."""
    if speaker.start > 0 and passage.text[speaker.start - 1].isalpha():
        return True
    before = passage.gap(passage.sentence.start, speaker.start)
    language = pack(passage.article.language)
    if language.fold(passage.text[speaker.start : speaker.end]).startswith(
        language.clitics("preposition_article") or ("\0",)
    ):
        return True
    if before > 0 and _head_led_to(before - 1, passage, speaker):
        return True
    return before > 0 and passage.words[before - 1].folded in language.words("stopwords")


def _head_led_to(index: int, passage: Passage, speaker: Speaker) -> bool:
    """Whether the word before a name says what it is and carries a preposition: ``[لقناة] الضفاف``."""
    language = pack(passage.article.language)
    head = lexicon(language).heads.at(index, passage.words, passage.text)
    beside = head is not None and head.last == index and not passage.text[head.end : speaker.start].strip()
    return head is not None and beside and head.peeling.proclitics.endswith(language.clitics("preposition") or ("\0",))


def _before(cue: Cue, passage: Passage, reach: int, *, breaks: frozenset[str]) -> Speaker | None:
    """The nearest noun phrase before a cue; one that a preposition governs gives way to whoever is there."""
    ahead = passage.speakers_before(cue.start)
    explained = apposed(cue, passage, ahead)
    if explained is not None:
        return explained
    nearest: Speaker | None = None
    for found in reversed(ahead):
        behind = found.end if nearest is None else nearest.end
        if passage.gap(behind, cue.start) > reach or any(
            mark in passage.text[found.end : cue.start] for mark in breaks
        ):
            break
        if not _led_to(found, passage):
            return found
        nearest = nearest or found
    return nearest if nearest is not None and (nearest.kind != "place" or nearest is ahead[0]) else None


def _nearest(cue: Cue, passage: Passage) -> Speaker | None:
    """The nearest person, group or body before a verbal noun, whatever governs it: ``عن [مصدر] قوله``."""
    ahead = [one for one in passage.speakers_before(cue.start) if one.kind != "place"]
    if not ahead or passage.gap(ahead[-1].end, cue.start) > BEFORE["noun"]:
        return None
    return None if any(mark in passage.text[ahead[-1].end : cue.start] for mark in STOPS) else ahead[-1]


def _led_to(speaker: Speaker, passage: Passage) -> bool:
    """Whether a preposition leads to a noun phrase."""
    if speaker.start > 0 and passage.text[speaker.start - 1].isalpha():
        return True
    before = passage.gap(passage.sentence.start, speaker.start)
    known = speech_lexicon(pack(passage.article.language))
    return before > 0 and passage.words[before - 1].folded in known.prepositions


def apposed(cue: Cue, passage: Passage, ahead: list[Speaker]) -> Speaker | None:
    """The person whom an apposition between commas explains right before a cue: ``A, head of the B, said``."""
    text = passage.text
    if not ahead or text[: cue.start].rstrip(" \u00a0")[-1:] not in tuple(COMMAS):
        return None
    others = []
    for found in reversed(ahead):
        if passage.gap(found.end, cue.start) > APPOSED or any(mark in text[found.end : cue.start] for mark in STOPS):
            break
        comma = text[found.end : found.end + 2].lstrip(" \u00a0")[:1]
        if comma not in tuple(COMMAS) or _led_to(found, passage) or not passage.gap(found.end, cue.start):
            continue
        if found.kind == "person":
            return found
        others.append(found)
    return others[-1] if others else None


def _carried(cue: Cue, passage: Passage, memory: Memory) -> tuple[Speaker | None, str]:
    """The subject of a participle: who spoke last in the sentence, else its first person or body, else anywhere."""
    told = memory.last()
    if told is not None and passage.sentence.start <= told.start < cue.start:
        return told, "carried"
    ahead = next((s for s in passage.speakers if s.kind != "place"), None)
    if ahead is not None and ahead.start < cue.start:
        return ahead, "before"
    return _remembered(cue, passage, memory), "carried"
