"""Whoever is named behind what he is: behind the body he heads, behind a comma, behind ``who gave his name as``."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import BREAKS, COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.governed import governed, led_to
from workbench.extractors.quotes.lexicon import enclitics, speech_lexicon
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack

__all__ = ["PHRASE", "close_to", "holder", "named_behind", "named_by", "titled_behind", "titled_of"]

PHRASE = 14  # the most words of a title with a name behind a phrase that attributes
OF_WHAT = 60  # the most characters from a title alone to the end of the body that it is of, before the name
OF_THEM = 3  # the most words of whom somebody is one, before a comma and his name
NAMING = 7  # the most words between somebody without a name and his name
HELD_BY = 6  # the most noun phrases behind a body that may name who heads it
OF_BODY = 5  # the most words between somebody without a name and the comma before his name
HELD = 3  # the most words between the body that somebody heads and his name


def holder(cue: Cue, passage: Passage, found: Speaker) -> Speaker:
    """Who speaks where a title stands before a body: ``نفى [مدير شركة «النور» الموردة سامر الديراني]``.

    The person named right behind the body, or else somebody whose name the page does not say.
    """
    title = cue.last + 1
    several = found.kind == "group" and found.flag == "collective"  # ``ممثل [الطلاب] فلان``
    if (
        (found.kind not in ("body", "place") and not several)
        or title >= len(passage.words)
        or passage.words[title].start >= found.start
    ):
        return found
    following = [one for one in passage.speakers_from(found.end) if one.start >= found.end][:HELD_BY]
    language = pack(passage.article.language)
    hit = lexicon(language).titles.at(title, passage.words, passage.text, peel=False)
    plain = passage.words[title].text in language.spelled("stopwords")  # ``[أمام] المحكمة`` is no ``إمام``
    if hit is None or hit.value.kind != "role" or plain:
        return _apposed_behind(found, title, passage, following) or found
    apart = _between_commas(hit.end, passage, following)
    if apart is not None:
        return replace(apart, start=hit.start)
    if passage.gap(hit.end, found.start) > HELD - 1:
        return found
    within = _within(found, passage, following)
    if within is not None:
        return replace(within, start=hit.start)
    people = [one for one in following if one.kind != "place" or not governed(one, passage)]
    for person in people[:1]:
        between = passage.text[found.end : person.start]
        near = passage.gap(found.end, person.start) <= HELD + len(following) - len(people) and not any(
            mark in between for mark in BREAKS
        )
        if person.kind == "person" and near and not governed(person, passage):
            return replace(person, start=hit.start)
    return Speaker(hit.start, found.end, hit.start, found.end, "", "role", "role")


def _apposed_behind(found: Speaker, noun: int, passage: Passage, following: list[Speaker]) -> Speaker | None:
    """The person between two commas right behind a body and a noun of it before: ``قالت محافظة البنك، [فلانة]، إن``."""
    person = following[0] if following else None
    if person is None or person.kind != "person" or passage.gap(passage.words[noun].end, found.start):
        return None
    before, text = passage.text[found.end : person.start].strip(), passage.text
    closed = text[person.end : person.end + 2].lstrip(" \u00a0")[:1]
    behind = passage.gap(passage.sentence.start, person.end)
    opens = speech_lexicon(pack(passage.article.language)).openers.at(behind, passage.words, text)
    apart = before in tuple(COMMAS) and closed in tuple(COMMAS) and bool(closed)
    return person if apart and opens is not None else None


def _within(found: Speaker, passage: Passage, following: list[Speaker]) -> Speaker | None:
    """The person named behind the body in which his is a part: ``رئيس لجنة الصحة [في مجلس النواب] فلان``."""
    person = next((one for one in following if one.kind == "person"), None)
    if person is None or governed(person, passage) or person.start != person.name_start:
        return None
    words = [word for word in passage.words if found.end <= word.start and word.end <= person.start]
    if not 1 < len(words) <= HELD + 2 or any(one in passage.text[found.end : person.start] for one in BREAKS):
        return None
    language = pack(passage.article.language)
    within = words[0].folded in speech_lexicon(language).prepositions
    heads = lexicon(language).heads
    body = heads.at(0, words[1:], passage.text) is not None or any(
        one.kind == "body" and words[1].start <= one.start < person.start for one in following
    )
    return person if within and body and language.article else None


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


def titled_behind(first: Speaker, ahead: list[Speaker], passage: Passage) -> Speaker:
    """The person behind the body of which the title before it says what he is: ``أما نقيب [الحراس] فلان``."""
    at = passage.word_at(first.start)
    behind = ahead[ahead.index(first) + 1 :]
    if first.kind != "body" or not at or not behind:
        return first
    titles = lexicon(pack(passage.article.language)).titles
    hits = (titles.at(one, passage.words, passage.text, peel=False) for one in range(max(0, at - HELD), at))
    if not any(hit is not None and hit.last in (at - 1, at) for hit in hits):
        return first
    between = passage.text[first.end : behind[0].start]
    apart = any(sign in between for sign in BREAKS) or passage.gap(first.end, behind[0].start) > HELD
    beside = behind[0] if behind[0].kind == "person" and not apart else None
    return beside or _within(first, passage, behind) or first


def named_by(first: Speaker | None, ahead: list[Speaker], passage: Passage) -> Speaker | None:
    """The person right behind a body in marks to which his title belongs: ``خرج مدير شركة «النور» [فلان] أمس``."""
    following = ahead[1] if len(ahead) > 1 else None
    if first is None or following is None or first.kind != "body" or following.kind != "person":
        return first
    inside = passage.marked_at(first.start - 1) is not None
    return following if inside and not passage.gap(first.end, following.start) else first


def _called(one: Speaker, passage: Passage) -> bool:
    """Whether a person is only called by what he is: ``, the minister's office``."""
    return pack(passage.article.language).capitals and passage.text[one.start : one.start + 1].islower()


def _owned_title(found: Speaker, passage: Passage) -> Speaker | None:
    """The person named between commas behind what somebody is, whoever else is called so: ``its head, [A],``."""
    language, text = pack(passage.article.language), passage.text
    following = next(iter(passage.speakers_from(found.end)), None)
    alone = language.fold(text[found.start : found.end]).split()[:1] if found.kind == "person" else []
    if not alone or alone[0] not in language.listed("owners") | language.listed("before_things"):
        return None
    if following is None or following.kind != "person" or _called(following, passage) or not _ends(following, passage):
        return None
    return (
        following if text[found.end : following.start].strip() in COMMAS and following.start > found.end + 1 else None
    )


def _on_behalf(found: Speaker, passage: Passage) -> Speaker | None:
    """The person named behind a title alone and for whom he speaks: ``المتحدثة باسم حكومتها [فلانة]``."""
    language, text = pack(passage.article.language), passage.text
    at = passage.word_at(found.start)
    following = next(iter(passage.speakers_from(found.end)), None)
    if at is None or following is None or following.kind != "person" or not language.article:
        return None
    between = [word.folded for word in passage.words if passage.words[at].end <= word.start < following.start]
    pair = f"{passage.words[at].folded} {between[0]}" if between else ""
    leads = pair in kinds(language, "behalf") and len(between) <= HELD
    return following if leads and not any(sign in text[found.end : following.start] for sign in BREAKS) else None


def titled_of(body: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether right behind a verb stands what somebody is of a body just told of, and his name.

    ``أما الحزب فدعت [أمينته العامة] فلانة``.
    """
    language, words, at = pack(passage.article.language), passage.words, cue.last + 1
    behind = passage.speakers_from(cue.end)[:1]
    if body.kind != "body" or at >= len(words) or not behind or behind[0].kind != "person":
        return False
    owned = words[at].folded.endswith(enclitics(language) or ("\0",)) and passage.gap(cue.end, behind[0].name_start) > 0
    between = [word.folded for word in words[at + 1 :] if word.start < behind[0].name_start]
    return owned and len(between) < HELD and all(word.startswith(language.article) for word in between)


def _heads(one: Speaker, body: Speaker, passage: Passage) -> bool:
    """Whether a title and its preposition lead on to a body: ``[The president of Lebanese] football club Corniche``."""
    language, text = pack(passage.article.language), passage.text
    own = language.fold(text[one.start : one.end]).split()
    titled = (
        own[:1] and own[0] in language.listed("before_things") and not language.listed("before_bodies").isdisjoint(own)
    )
    beside = all(sign.isalnum() or sign.isspace() for sign in text[one.end : body.start])
    return bool(titled) and one.kind in ("person", "role") and beside and passage.gap(one.end, body.start) < HELD


def close_to(found: Speaker, ahead: list[Speaker], passage: Passage) -> Speaker:
    """Somebody without a name whose words end with a function word that leads to ``found``: ``source close to A``."""
    at, language = ahead.index(found), pack(passage.article.language)
    before = ahead[at - 1] if at and language.capitals else None
    if before is not None and found.kind == "body" and _heads(before, found, passage):
        return before
    if before is None or before.kind != "group" or passage.gap(before.end, found.start):
        return found
    last = language.fold(passage.text[before.start : before.end]).split()[-1]
    beside = passage.text[before.end : found.start].isspace()
    return replace(before, end=found.end) if beside and last in language.words("stopwords") else found


def _ends(one: Speaker, passage: Passage) -> bool:
    """Whether a name ends its clause."""
    return passage.text[one.end : one.end + 2].strip()[:1] in (*COMMAS, *STOPS, ":", "")


def _of_what(found: Speaker, following: Speaker, passage: Passage) -> bool:
    """Whether somebody's name stands right behind what he is and one noun of what: ``صاحبة القاعة [فلانة]``."""
    language, text = pack(passage.article.language), passage.text
    own = language.fold(text[found.start : found.end]).split()
    known = found.flag in ("anonymous", "role") and len(own) > 1 and own[0] not in language.listed("kin")
    of_place = found.flag == "unknown-name" and len(own) == 1  # ``محافظ [الوادي] فلانة``
    beside = text[found.end : following.start].isspace() and following.start == following.name_start
    return bool(language.article) and own[-1].startswith(language.article) and (known or of_place) and beside


def _described(found: Speaker, following: Speaker, passage: Passage) -> bool:
    """Whether somebody's name stands right behind what he is and of what: ``مسؤول ملف المياه في البلدية [فلان]``."""
    language, text = pack(passage.article.language), passage.text
    begins = language.fold(text[following.start : following.name_start])
    if begins.startswith(language.clitics("preposition_article") or ("\0",)):  # ``اللاعب السابق [للفريق فلان]``
        following = replace(following, start=following.name_start)
    words = [word for word in passage.words if found.end <= word.start and word.end <= following.start]
    told = found.flag in ("anonymous", "role") or _noun_of_title(found, passage)
    if not language.article or not told or not 0 < len(words) <= PHRASE:
        return False
    if language.fold(text[found.start : found.end]).split()[0] in language.listed("kin"):
        return False
    if any(sign in text[found.end : following.start] for sign in BREAKS) or led_to(following, passage):
        return False
    known = speech_lexicon(language)
    if any(
        known.openers.at(at, words, text, peel=False) and word.folded not in known.prepositions
        for at, word in enumerate(words)
    ):
        return False
    marked = not text[words[-1].end : following.start].isspace()
    verbs = (known.verbs.at(at, words, text) for at in range(len(words)))
    if any(hit is not None and hit.value.tag in ("past", "pres", "part") for hit in verbs):
        return False
    definite = (language.article, *language.clitics("preposition_article"))
    return marked or words[-1].folded.startswith(definite)


def _noun_of_title(found: Speaker, passage: Passage) -> bool:
    """Whether a word that looked like a name only says whose a title is: ``قائد [فرق] الإطفاء فلان``."""
    at = passage.word_at(found.start)
    if found.flag != "unknown-name" or not at or found.end != passage.words[at].end:
        return False
    titles = lexicon(pack(passage.article.language)).titles
    hit = titles.at(at - 1, passage.words, passage.text, peel=False)
    return hit is not None and hit.value.kind == "role" and hit.last == at - 1


def _explained(found: Speaker, following: Speaker, passage: Passage) -> bool:
    """Whether a title with a name explains somebody behind a comma: ``الشاهدة الثانية، [الموظفة في البلدية فلانة]``."""
    language, text = pack(passage.article.language), passage.text
    between = text[found.end : following.start]
    commas = [at for at, sign in enumerate(between) if sign in COMMAS]
    closed = text[following.end : following.end + 2].lstrip(" \u00a0")[:1]
    if (
        not language.settings["verb_first"]
        or len(commas) != 1
        or any(sign in between for sign in STOPS - frozenset(COMMAS))
    ):
        return False
    comma = found.end + commas[0]
    first = passage.gap(passage.sentence.start, comma)
    words = passage.words
    titled = first < len(words) and words[first].start <= following.start
    construct = titled and words[first].start == following.start < following.name_start  # ``، [رجل الأعمال] فلان،``
    titled = titled and (construct or words[first].folded.startswith(language.article))
    hit = lexicon(language).titles.at(first, words, text, peel=False) if titled else None
    reach = OF_BODY if found.kind == "group" else OF_THEM
    near = passage.gap(found.end, comma) <= reach and passage.gap(comma, following.start) <= HELD + 1
    opens = lexicon(language).openers
    behind = passage.gap(passage.sentence.start, following.end)
    said = closed in (":", *COMMAS) or (behind < len(words) and words[behind].folded in opens)
    title = hit is not None and (hit.value.kind == "role" or (construct and hit.value.kind == "honorific"))
    return title and near and said and not led_to(following, passage)


def _following(found: Speaker, passage: Passage) -> Speaker | None:
    """The first noun phrase behind somebody without a name that does not only say of what or of whom he is."""
    ahead = [one for one in passage.speakers_from(found.end) if one.flag != "unknown-name"]
    while ahead and ahead[0].kind == "group" and passage.text[found.end : ahead[0].start].isspace():
        ahead.pop(0)  # ``محامي [الأهالي] فلان``
    comma = min(
        (at for one in COMMAS if (at := passage.text.find(one, found.end, passage.sentence.end)) > 0), default=-1
    )
    while ahead and ahead[0].kind in ("body", "place", "document") and ahead[0].end <= comma:
        ahead.pop(0)  # ``زميلته في [لجنة الصحة]، النائبة فلانة، أن``
    while found.kind == "role" and len(ahead) > 1 and ahead[0].kind == "body" and ahead[0].end <= found.end + OF_WHAT:
        ahead.pop(0)  # ``المدير العام لشركة [«صدى»] فلان``
    return next(iter(ahead), None)


def named_behind(found: Speaker | None, passage: Passage) -> Speaker | None:
    """Somebody without a name as the person whom a comma right behind him or a word for naming introduces.

    ``its spokesman, [A],``; ``أحد السكان، ويدعى [فلان]``; ``a witness who gave her name as [B]``.
    """
    if found is None or found.entity or found.kind not in ("group", "role"):
        return found if found is None else _owned_title(found, passage) or _on_behalf(found, passage) or found
    if (spoken_for := _on_behalf(found, passage)) is not None:
        return spoken_for
    following = _following(found, passage)
    if following is None or following.kind != "person":
        return found
    between = passage.text[found.end : following.name_start]
    apart = passage.gap(found.end, following.name_start)
    if not apart:
        comma = bool(between.strip()) and between.strip() in COMMAS and not _called(following, passage)
        return following if comma or _of_what(found, following, passage) else found
    partitive = found.kind == "group" and apart <= OF_THEM and between.rstrip(" \u00a0").endswith(tuple(COMMAS))
    if partitive and between.count(between.rstrip(" \u00a0")[-1]) == 1 and _ends(following, passage):
        return following  # ``said one of them, [A].``
    if _described(found, following, passage) or _explained(found, following, passage):
        return following
    if apart > NAMING or any(sign in between for sign in STOPS | {":"}):
        return found
    language = pack(passage.article.language)
    said = language.fold(between).strip("".join(COMMAS) + " \u00a0")
    return following if any(said.endswith(one) for one in language.listed("naming")) else found
