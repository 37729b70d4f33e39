"""Whom an apposition or a relative clause between commas explains, right before a verb of saying."""

from __future__ import annotations

from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage, begins
from workbench.extractors.quotes.governed import led_to
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack

__all__ = ["APPOSED", "apposed"]

FEW = 3  # the most words between a comma and a title that say more of somebody
APPOSED = 14  # the most words of an apposition between a name and its verb


def apposed(cue: Cue, passage: Passage, ahead: list[Speaker]) -> Speaker | None:
    """The person whom an apposition between commas explains right before a cue: ``A, head of the B, said``."""
    text = passage.text
    if not ahead or not passage.words or cue.index < 0:
        return None
    if text[: passage.words[begins(cue, passage)].start].rstrip(" \u00a0")[-1:] not in tuple(COMMAS):
        return None
    clause = _before_clause(cue, passage, ahead)
    if clause is not None:
        return clause
    others = []
    for found in reversed(ahead):
        if passage.gap(found.end, cue.start) > APPOSED or any(mark in text[found.end : cue.start] for mark in STOPS):
            break
        comma = text[found.end : found.end + 2].lstrip(" \u00a0")[:1]
        beside = not passage.gap(found.end, cue.start)
        before = text[: _described(found, passage)].rstrip(" \u00a0")
        if beside and found.kind == "person" and before.endswith(tuple(COMMAS)):
            explained = (one for one in ahead if one.kind == "person" and one.end == len(before) - 1)
            meant = next(explained, found)
            return found if _unnamed(meant, passage) else meant  # ``its chairman, retired judge [A], told``
        if comma not in tuple(COMMAS) or led_to(found, passage) or beside:
            continue
        if found.kind == "person":
            return found
        others.append(found)
    return others[-1] if others else None


def _described(found: Speaker, passage: Passage) -> int:
    """Where a noun phrase begins with the few small words before it: ``, [retired] judge A``."""
    if not pack(passage.article.language).capitals:
        return found.start
    at = passage.word_at(found.start)
    while at and passage.words[at - 1].text.islower() and passage.gap(passage.words[at - 1].start, found.start) <= FEW:
        if not passage.text[passage.words[at - 1].end : passage.words[at].start].isspace():
            break
        at -= 1
    return found.start if at is None else passage.words[at].start


def _unnamed(one: Speaker, passage: Passage) -> bool:
    """Whether somebody is told by what he is alone, in a script with capitals."""
    return pack(passage.article.language).capitals and passage.text[one.name_start : one.name_end].islower()


def _before_clause(cue: Cue, passage: Passage, ahead: list[Speaker]) -> Speaker | None:
    """Who stands before a relative clause between commas: ``[The union], whose head is A, said``."""
    language = pack(passage.article.language)
    relatives = {*language.settings["relatives"], *language.settings["people_relatives"]}
    for index in range(cue.index - 1, max(0, cue.index - APPOSED), -1):
        if passage.words[index].folded in relatives:
            comma = passage.text[: passage.words[index].start].rstrip(" \u00a0")
            found = next((one for one in reversed(ahead) if one.end < len(comma)), None)
            apart = not comma.endswith(tuple(COMMAS)) or found is None or passage.gap(found.end, len(comma))
            return None if apart or found is None else _explained(found, ahead, passage) or found
    return None


def _explained(body: Speaker, ahead: list[Speaker], passage: Passage) -> Speaker | None:
    """The person whom the words between a comma and a body explain: ``[A], an analyst at the body, which``."""
    at = ahead.index(body)
    if body.kind != "body" or not led_to(body, passage) or not at:
        return None
    people = [one for one in ahead[:at] if one.kind == "person"]
    between = passage.text[people[-1].end : body.start] if people else ""
    return people[-1] if between.lstrip(" \u00a0")[:1] in COMMAS and between.count(",") == 1 and between else None
