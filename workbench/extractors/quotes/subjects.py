"""Who speaks: the subject of a cue, before it, behind it, or carried on from the sentence before."""

from __future__ import annotations

from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack

__all__ = ["subject"]

NEAR = 4  # the most words between a verb and its subject
BEFORE = {"verb": 3, "noun": 8}
BREAKS = STOPS | frozenset(COMMAS) | {":"}


def subject(
    cue: Cue, passage: Passage, told: list[Speaker], *, marks_before: bool = False
) -> tuple[Speaker | None, str]:
    """The speaker of a cue and the rule that found it: ``after``, ``before``, ``carried``; None where nobody is named.

    Parameters
    ----------
    told: the speakers so far, the last one last, with the one of this sentence's previous cue at the end.
    marks_before: the quotation stands before the cue, so that its subject may follow in any language.
    """
    if cue.tag == "source":
        document = passage.speaker_at(cue.end - 1)
        told_of = document if document is not None and document.kind == "document" else None
        return told_of or _after(cue, passage, passage.sentence.end), "source"
    if cue.tag == "noun":
        return passage.speaker_at(passage.words[cue.last + 1].start), "of"
    if cue.tag == "part":
        return _carried(cue, passage, told)
    if cue.tag == "masdar":
        found = _before(cue, passage, BEFORE["noun"], breaks=STOPS)
        return (found, "before") if found else (told[-1] if told else None, "carried")
    return _of_verb(cue, passage, told, marks_before=marks_before)


def _of_verb(cue: Cue, passage: Passage, told: list[Speaker], *, marks_before: bool) -> tuple[Speaker | None, str]:
    """The subject of a verb: beside it on the side that the language prefers, else the other, else the sentence's."""
    verb_first = bool(pack(passage.article.language).settings["verb_first"])
    end = cue.content[0] if cue.content[0] > cue.end else passage.sentence.end
    behind = _after(cue, passage, end) if verb_first or marks_before else None
    ahead = _before(cue, passage, BEFORE["verb"], breaks=BREAKS)
    touching = ahead is not None and ahead.kind == "person" and passage.gap(ahead.end, cue.start) == 0
    order = ((ahead, "before"), (behind, "after")) if touching else ((behind, "after"), (ahead, "before"))
    for found, rule in order:
        if found is not None:
            return found, rule
    far = None if verb_first else _before(cue, passage, BEFORE["noun"], breaks=STOPS)
    if far is not None:
        return far, "before"
    lead = _lead(cue, passage)
    return (lead, "lead") if lead is not None else ((told[-1] if told else None), "carried")


def _lead(cue: Cue, passage: Passage) -> Speaker | None:
    """The person or body with whom the sentence begins (``أما فلان، وهو ...، فيقول``)."""
    ahead = passage.speakers_before(cue.start)
    if not ahead or ahead[0].kind not in ("person", "body"):
        return None
    return ahead[0] if passage.gap(passage.sentence.start, ahead[0].start) <= 2 else None


def _after(cue: Cue, passage: Passage, end: int) -> Speaker | None:
    for speaker in passage.speakers_from(cue.end - 1):
        if speaker.name_end <= end:
            between = passage.text[cue.end : speaker.start]
            if passage.gap(cue.end, speaker.start) > NEAR or any(mark in between for mark in STOPS | {":"}):
                return None
            if cue.tag == "source" or not _governed(speaker, passage):
                return speaker
    return None


def _governed(speaker: Speaker, passage: Passage) -> bool:
    """Whether a preposition stands before a noun phrase, in a word of its own or joined to it: it is no subject."""
    if speaker.start > 0 and passage.text[speaker.start - 1].isalpha():
        return True
    before = passage.gap(passage.sentence.start, speaker.start)
    language = pack(passage.article.language)
    if language.fold(passage.text[speaker.start : speaker.end]).startswith(
        language.clitics("preposition_article") or ("\0",)
    ):
        return True
    return before > 0 and passage.words[before - 1].folded in language.words("stopwords")


def _before(cue: Cue, passage: Passage, reach: int, *, breaks: frozenset[str]) -> Speaker | None:
    """The nearest noun phrase before a cue; a place that a preposition governs gives way to whoever is there."""
    ahead = passage.speakers_before(cue.start)
    for found in reversed(ahead):
        far = passage.gap(found.end, cue.start) > reach
        if far or any(mark in passage.text[found.end : cue.start] for mark in breaks):
            return None
        if found.kind != "place" or not _governed(found, passage) or found is ahead[0]:
            return found
    return None


def _carried(cue: Cue, passage: Passage, told: list[Speaker]) -> tuple[Speaker | None, str]:
    """The subject of a participle: who spoke last in the sentence, else its first person or body, else anywhere."""
    if told and passage.sentence.start <= told[-1].start < cue.start:
        return told[-1], "carried"
    ahead = next((s for s in passage.speakers if s.kind != "place"), None)
    if ahead is not None and ahead.start < cue.start:
        return ahead, "before"
    return (told[-1] if told else None), "carried"
