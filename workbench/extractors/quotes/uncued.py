"""Whose words stand in marks that no verb of saying introduces.

A colon and whoever is named before it, a name behind the marks, the speaker of the sentence that the marks go on with,
the paragraph that announces them; and where nothing of this holds, long stretches are somebody's words all the same.
"""

from __future__ import annotations

from workbench.extractors.quotes.cues import COMMAS, Cue, Passage
from workbench.extractors.quotes.governed import governed
from workbench.extractors.quotes.holding import named_behind
from workbench.extractors.quotes.labels import bearer
from workbench.extractors.quotes.leading import whose_document
from workbench.extractors.quotes.memory import LIVELY, Memory
from workbench.extractors.quotes.nameless import titled_at
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.spans import Spans

__all__ = ["Told", "attribution", "introducer", "titled", "uncued"]

LABEL = 4
"""The most words before a colon that say what somebody without a name is."""
LONG = 5
"""Words from which a stretch in marks is somebody's words, whatever stands around it."""
DOTTED = 3
"""The same where a headline goes on behind dots."""
SENTENCE = 2
"""Words from which a stretch that is a sentence goes on with the report before it."""
TITLED = 0.6
"""The share of capitalised words from which a stretch is a title, in a script with capitals."""
CLOSE = 3
"""The most characters between marks and the name behind them."""
DASHES = "-–—"


class Told:
    """What was quoted last in an article, for the marks that go on with it."""

    def __init__(self) -> None:
        self.cue: Cue | None = None
        self.end = -1
        self.closed = True
        self.announced: Speaker | None = None
        """Who is named in a paragraph that ends with a colon, until the next paragraph is over."""
        self.reported: tuple[Speaker, int] | None = None
        """Whose words the sentence before reports without marks, and where it ends."""


def uncued(rule: str, speaker: Speaker | None, content: tuple[int, int], *flags: str) -> Cue:
    """A cue without words of its own."""
    cue = Cue(-1, -1, -1, -1, "neutral", "colon", rule, joined=False)
    cue.subject, cue.content, cue.opened = speaker, content, "mark"
    cue.flags.update(flags)
    return cue


def attribution(mark: Marked, passage: Passage, told: Told, memory: Memory) -> Cue | None:
    """The cue of words in marks that no verb introduces; None where they are nobody's."""
    content = (mark.start, mark.end)
    text, sentence = passage.text, passage.sentence
    before = text[sentence.start : max(sentence.start, mark.start - 1)].rstrip()
    if before.endswith(":"):
        colon = sentence.start + len(before) - 1
        speaker = whose_document(introducer(passage, sentence.start, colon), passage, memory)
        if speaker is not None:
            return uncued("colon", speaker, content)
        who = _labelled(passage, colon) or _topic(passage)
        if who is not None:
            return uncued("colon", who, content, "role")
        carried = memory.carried()
        return uncued("colon", carried, content, "carried") if carried or _own_words(mark, passage) else None
    behind = _behind(mark, passage)
    if behind is not None:
        return uncued("beside", behind, content)
    going_on = _goes_on(mark, passage, told) or _reported(mark, passage, told)
    if going_on is not None:
        return uncued("continued", going_on, content, "carried")
    if not _own_words(mark, passage):
        return None
    speaker = introducer(passage, sentence.start, mark.start) or memory.carried()
    return uncued("uncued", speaker, content, "carried", "uncued")


def _labelled(passage: Passage, colon: int) -> Speaker | None:
    """Somebody without a name before the colon of a line: ``[أستاذة اقتصاد]: «...»``."""
    words = passage.gap(passage.sentence.start, colon)
    opens = passage.text[: passage.sentence.start].rstrip(" ")[-1:] in ("", "\n")
    if not opens or not 0 < words <= LABEL or not titled_at(0, passage):
        return None
    start, end = passage.words[0].start, passage.words[words - 1].end
    return Speaker(start, end, start, end, "", "role", "role")


def _topic(passage: Passage) -> Speaker | None:
    """Whom a sentence is about by a title alone: ``أما [رئيس] اللجنة فاكتفى بعبارة: «...»``."""
    words, topics = passage.words, pack(passage.article.language).listed("topics")
    if len(words) < 2 or words[0].folded not in topics or not titled_at(1, passage):
        return None
    start, end = words[1].start, words[1].end
    return bearer(passage, 1) or Speaker(start, end, start, end, "", "role", "role")


def introducer(passage: Passage, start: int, end: int) -> Speaker | None:
    """Who is named between two places: a person or body that nothing governs, else any, the first first."""
    quoted = Spans((mark.start, mark.end) for mark in passage.marks)
    named = [one for one in passage.speakers if start <= one.start and one.end <= end]
    inside = [one for one in named if not quoted.meets(one.start, one.end)]
    free = [one for one in inside if one.kind in LIVELY and not governed(one, passage)]
    people = [one for one in inside if one.kind == "person"]
    first = next(iter([*free, *people, *(one for one in inside if one.kind in LIVELY)]), None)
    return named_behind(first, passage)


def _behind(mark: Marked, passage: Passage) -> Speaker | None:
    """Who is named right behind the marks, after a colon or a dash: ``"I will not go": minister digs in``."""
    if not mark.closed:
        return None
    between = passage.text[mark.end + 1 : mark.end + 1 + CLOSE]
    sign = between.lstrip(" \u00a0")[:1]
    if sign not in (":", *DASHES) or not sign:
        return None
    following = passage.speakers_from(mark.end + 1)
    if following and not passage.gap(mark.end + 1, following[0].start):
        return None if _owns(following[0], passage) else following[0]
    first = passage.gap(passage.sentence.start, mark.end + 1)
    if first < len(passage.words) and any(one.start <= passage.words[first].start < one.end for one in passage.marks):
        return None
    return bearer(passage, first) if first < len(passage.words) else None


def _owns(one: Speaker, passage: Passage) -> bool:
    """Whether a place only says whose somebody is: ``'...': [Basra]'s students and the price of it``."""
    at = passage.word_at(one.start)
    ends = pack(passage.article.language).clitics("possessive")
    return one.kind == "place" and at is not None and bool(ends) and passage.words[at].folded.endswith(ends)


def _goes_on(mark: Marked, passage: Passage, told: Told) -> Speaker | None:
    """Who spoke last, where the marks go on with it.

    They do as the second half of an interrupted quotation, as a sentence of their own behind the one that quotes, and
    as a paragraph that opens with a mark where the one before never closed its own or ended with a colon.
    """
    if told.cue is None and told.announced is None:
        return None
    text = passage.text
    opens = not text[passage.sentence.start : mark.start - 1].strip()
    if opens and told.announced is not None:
        return told.announced
    if told.cue is None or told.cue.subject is None:
        return None
    between = text[told.end : mark.start - 1]
    if "\n" in between:
        first = not between.rpartition("\n")[2].strip()
        return told.cue.subject if opens and first and not told.closed else None
    if told.end > passage.sentence.start:
        interrupted = told.end < told.cue.start < mark.start and between.rstrip(" \u00a0")[-1:] in (*COMMAS, *DASHES)
        return told.cue.subject if interrupted else None
    alone = not passage.gap(mark.end, passage.sentence.end)
    return told.cue.subject if opens and alone else None


def _reported(mark: Marked, passage: Passage, told: Told) -> Speaker | None:
    """Whose report a few words in marks go on with that are a sentence of their own: ``طلب أن نكتب شيئا. «اكتبوا».``"""
    if told.reported is None or not mark.closed or passage.gap(mark.start, mark.end) < SENTENCE:
        return None
    who, end = told.reported
    start = mark.start - 1
    alone = not passage.gap(passage.sentence.start, start) and not passage.gap(mark.end, passage.sentence.end)
    between = passage.text[end:start] if end <= start else "\n"
    return who if alone and not between.strip(" \u00a0") else None


def _own_words(mark: Marked, passage: Passage) -> bool:
    """Whether a stretch is so long, or so much a sentence, that it can only be somebody's words."""
    words = len(passage.text[mark.start : mark.end].split())
    if words >= SENTENCE and _whole(mark, passage):
        return True
    return words >= (DOTTED if _dotted(mark, passage) else LONG) and not titled(mark, passage)


def _whole(mark: Marked, passage: Passage) -> bool:
    """Whether marks hold a whole sentence with its full stop, and stand alone: ``“Tents cost money.”``."""
    alone = not passage.gap(passage.sentence.start, mark.start) and not passage.gap(mark.end, passage.sentence.end)
    inline = passage.text[: mark.start - 1].rstrip(" ")[-1:] not in ("", "\n")
    return alone and inline and passage.text[mark.end - 1] in ".!?" and not titled(mark, passage)


def _dotted(mark: Marked, passage: Passage) -> bool:
    """Whether marks open their line and two dots follow them, as in a headline: ``«...».. الوزير يرد``."""
    text = passage.text
    opens = text[: mark.start - 1].rstrip(" ")[-1:] in ("", "\n")
    return opens and mark.closed and text[mark.end + 1 : mark.end + 3] == ".."


def titled(mark: Marked, passage: Passage) -> bool:
    """Whether a stretch of several words is capitalised like a title, in a script with capitals."""
    words = passage.text[mark.start : mark.end].split()[1:]
    if not pack(passage.article.language).capitals or not words:
        return False
    return sum(word[:1].isupper() for word in words) >= TITLED * len(words)
