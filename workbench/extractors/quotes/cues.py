"""Cues of reported speech in a sentence: the verbs and phrases that may introduce what somebody said."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.corpus import Article, Block
from workbench.extractors.quotes.lexicon import Attribution, SpeechLexicon, Verb, speech_lexicon
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.phrases import Hit, adjacent
from workbench.text.sentences import Sentence
from workbench.text.tokens import Token

__all__ = ["COMMAS", "Cue", "Passage", "cues", "is_noun"]

COMMAS = "،,؛;"


@dataclass
class Passage:
    """One sentence with everything in it that quotations are made of."""

    article: Article
    block: Block
    sentence: Sentence
    words: list[Token]
    speakers: list[Speaker]
    marks: list[Marked]

    @property
    def text(self) -> str:
        """The text of the whole article."""
        return self.article.text

    def speaker_at(self, position: int) -> Speaker | None:
        """The noun phrase that covers a place."""
        return next((s for s in self.speakers if s.start <= position < s.end), None)

    def marked_at(self, position: int) -> Marked | None:
        """The marked stretch whose opening mark stands at a place."""
        return next((m for m in self.marks if m.start - 1 == position), None)

    def gap(self, start: int, end: int) -> int:
        """How many words stand between two places."""
        return sum(start <= word.start and word.end <= end for word in self.words)


@dataclass
class Cue:
    """A verb or phrase that reports: its span, and from where to where what it reports runs (-1: nowhere).

    ``opened`` says how the content begins: a particle, mark, colon, object, bare, comma, before.
    """

    start: int
    end: int
    index: int
    last: int
    stance: str
    tag: str
    rule: str
    joined: bool
    verb: Verb | None = None
    content: tuple[int, int] = (-1, -1)
    opened: str = ""
    subject: Speaker | None = None
    via: Speaker | None = None
    origin: Speaker | None = None
    flags: set[str] = field(default_factory=set)


def cues(passage: Passage) -> list[Cue]:
    """The cues of a sentence, in order, those that open no content left out."""
    known = speech_lexicon(pack(passage.article.language))
    found: list[Cue] = []
    index = 0
    while index < len(passage.words):
        cue, last = _cue_at(index, passage, known)
        if cue is not None:
            found.append(cue)
        index = last + 1
    for cue in found:
        _negate(cue, passage)
    return found


def _cue_at(index: int, passage: Passage, known: SpeechLexicon) -> tuple[Cue | None, int]:
    source = known.attributions.at(index, passage.words, passage.text)
    verb = known.verbs.at(index, passage.words, passage.text)
    if source is not None and (verb is None or source.last >= verb.last) and _attributes(source, passage):
        joined = source.peeling.proclitics != ""
        cue = Cue(source.start, source.end, index, source.last, source.value.stance, "source", "source", joined)
        return (None if _inside(cue, passage) else cue), source.last
    if verb is None or is_noun(index, verb, passage, known):
        return None, index
    if verb.value.tag == "noun" and not _whose(verb, passage):
        return None, index
    value = verb.value
    joined = verb.peeling.proclitics != ""
    cue = Cue(verb.start, verb.end, index, verb.last, value.stance, value.tag, "verb", joined, value)
    return (None if _inside(cue, passage) else cue), verb.last


def _whose(hit: Hit[Verb], passage: Passage) -> bool:
    """Whether right behind a verbal noun stands whose it is: ``تأكيد روسي``, ``تأكيد الكرملين``."""
    following = hit.last + 1
    if following >= len(passage.words) or not adjacent(passage.text, passage.words[hit.last], passage.words[following]):
        return False
    speaker = passage.speaker_at(passage.words[following].start)
    return speaker is not None and speaker.start == passage.words[following].start


def is_noun(index: int, hit: Hit[Verb], passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a form is a noun here: a preposition or an article stands before it."""
    if index == 0 or hit.peeling.front or hit.value.tag in ("masdar", "noun"):
        return False
    before = passage.words[index - 1]
    return adjacent(passage.text, before, passage.words[index]) and before.folded in known.prepositions


def _attributes(hit: Hit[Attribution], passage: Passage) -> bool:
    """Whether a phrase attributes by itself: not the ``in a statement`` that merely goes with a verb."""
    if hit.value.role != "statement":
        return hit.value.role == "source" or _opens_clause(hit.first, passage)
    known = speech_lexicon(pack(passage.article.language))
    single = known.attributions.at(hit.first, passage.words[: hit.first + 1], passage.text)
    return single is not None and single.value.role == "source"


def _opens_clause(index: int, passage: Passage) -> bool:
    if index == 0:
        return True
    between = passage.text[passage.words[index - 1].end : passage.words[index].start]
    return any(mark in between for mark in COMMAS + '»”"')


def _inside(cue: Cue, passage: Passage) -> bool:
    """Whether a cue stands inside marks or inside a noun phrase, where it reports nothing itself."""
    if any(m.start <= cue.start < m.end for m in passage.marks if m.closed):
        return True
    speaker = passage.speaker_at(cue.start)
    return speaker is not None and speaker.kind != "document" and cue.tag != "source"


def _negate(cue: Cue, passage: Passage) -> None:
    known = speech_lexicon(pack(passage.article.language))
    if cue.index > 0 and known.negations.at(cue.index - 1, passage.words, passage.text):
        cue.flags.add("negated")
