"""The nearest noun phrase before a cue and behind it: who may be its subject by where he stands."""

from __future__ import annotations

from workbench.extractors.quotes import anaphora
from workbench.extractors.quotes.appositions import apposed
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.governed import governed, leads_elsewhere, led_to, of_noun, topical
from workbench.extractors.quotes.holding import PHRASE, close_to, holder
from workbench.extractors.quotes.lexicon import times
from workbench.extractors.quotes.mainverbs import words_between
from workbench.extractors.quotes.nameless import titled_at
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent

__all__ = ["ahead_of_cue", "before_comma", "behind_cue", "of_one_title"]

ASIDE = 5  # the words between a comma and who ends what it opens, as "seen by" him
NEAR = 4  # the most words between a verb and its subject
TITLED = 9  # the same where a title begins the subject
AHEAD = 40  # noun phrases behind a verb that are looked at


def before_comma(cue: Cue, passage: Passage) -> Speaker | None:
    """Whoever is named right before the comma that ends a phrase with a title: ``بحسب رئيسة القسم ... فلانة،``."""
    if not titled_at(cue.last + 1, passage):
        return None
    commas = [at for sign in COMMAS if (at := passage.text.find(sign, cue.end, passage.sentence.end)) > 0]
    found = [one for one in passage.speakers_from(cue.end) if commas and one.end == min(commas)]
    return found[0] if found and found[0].kind == "person" and passage.gap(cue.end, min(commas)) <= PHRASE else None


def behind_cue(cue: Cue, passage: Passage, end: int) -> Speaker | None:
    """The nearest noun phrase behind a cue, up to a place, that may be its subject."""
    behind = [speaker for speaker in passage.speakers_from(cue.end - 1)[:AHEAD] if speaker.name_end <= end]
    behind = [speaker for speaker in behind if not anaphora.oblique(speaker, cue, passage)]
    if cue.tag == "source":  # ``بحسب أرقام اللجنة``
        behind = [speaker for speaker in behind if speaker.kind != "evidence"]
    near = TITLED if titled_at(cue.last + 1, passage) else NEAR
    apart = not cue.index or not adjacent(passage.text, passage.words[cue.index - 1], passage.words[cue.index])
    whole = apart or cue.joined or cue.last > cue.index  # else it may be the preposition that is written alike
    verb = cue.last if whole else -1
    for speaker in behind:
        between = passage.text[cue.end : speaker.start]
        if cue.tag == "source" and leads_elsewhere(cue, speaker, passage):
            return None
        if speaker.kind == "place" and near == TITLED and _only_seat(speaker, behind, cue, passage):
            continue
        if cue.tag == "source" and _told(speaker, behind, cue, passage):
            continue
        if passage.gap(cue.end, speaker.start) > near or any(mark in between for mark in STOPS | {":"}):
            return None
        if cue.tag == "source" or not (governed(speaker, passage, verb) or of_noun(speaker, cue, passage)):
            return holder(cue, passage, speaker)
    return None


def of_one_title(cue: Cue, one: Speaker, passage: Passage) -> bool:
    """Whether a title right behind a verb leads up to somebody: ``ويرى [الباحث في مركز دجلة للسياسات] فلان أن``."""
    if one.kind != "person" or not titled_at(cue.last + 1, passage):
        return False
    between = [word.folded for word in words_between(passage, cue.end, one.start)]
    return times(pack(passage.article.language)).isdisjoint(between)


def _only_seat(one: Speaker, behind: list[Speaker], cue: Cue, passage: Passage) -> bool:
    """Whether a place only says where he works who is named behind it: ``الباحث في مركز [دجلة] للسياسات فلان``."""
    text = passage.text
    later = next((other for other in behind if other.start >= one.end and other.kind == "person"), None)
    near = later is not None and passage.gap(cue.end, later.start) <= TITLED
    return near and later is not None and not any(sign in text[cue.end : later.start] for sign in (*COMMAS, *STOPS))


def _told(one: Speaker, behind: list[Speaker], cue: Cue, passage: Passage) -> bool:
    """Whether a source's verb names who was spoken to before who spoke: ``ما صرح به لوكالة [«سند»] المدير فلان``."""
    later = next((other for other in behind if other.start >= one.end and other.kind == "person"), None)
    before = passage.words[passage.gap(passage.sentence.start, one.start) - 1]
    apart = passage.text[before.end : one.start].strip() != ""  # a mark before the name
    led = before.text if apart and before.start > cue.end else passage.text[one.start - 1 : one.start]
    joined = led.startswith(pack(passage.article.language).clitics("preposition") or ("\0",))
    if later is None or not joined or one.kind != "body" or cue.index == cue.last:
        return False
    return passage.gap(one.end, later.start) <= TITLED


def ahead_of_cue(cue: Cue, passage: Passage, reach: int, *, breaks: frozenset[str]) -> Speaker | None:
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
        if topical(found, cue, passage):
            return None
        if not led_to(found, passage):
            return close_to(found, ahead, passage)
        nearest = nearest or found
    if nearest is None or (nearest.kind == "place" and nearest is not ahead[0]):
        return None
    if not pack(passage.article.language).settings["verb_first"]:
        return None if nearest.kind == "place" or _aside(nearest, cue, passage) else nearest
    told = nearest.kind == "group" or (nearest.kind == "person" and cue.tag == "pres")  # ``منسوب إلى [فلان] يقول``
    return nearest if told else None


def _aside(one: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether somebody ends what stands between commas before a verb: ``A draft, seen by [The Ledger], says``."""
    text = passage.text
    comma = text.rfind(",", passage.sentence.start, one.start)
    closed = text[one.end : cue.start].strip() == ","
    return closed and comma > 0 and 0 < passage.gap(comma, one.start) < ASIDE and comma > passage.sentence.start
