"""Where what a cue reports begins."""

from __future__ import annotations

from collections.abc import Collection

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage, is_noun
from workbench.extractors.quotes.genders import pronoun_gender
from workbench.extractors.quotes.idle import DASHES, idle
from workbench.extractors.quotes.lexicon import SpeechLexicon, Verb, days, speech_lexicon, weekdays
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.marks import Marked
from workbench.text.phrases import Hit, peelings, unfolded

__all__ = ["open_content"]

LOOSE = 7  # the most words between a cue and its opener that no noun phrase accounts for
NAME_WORDS = 3  # the most words of a marked name that stands beside a subject
ADDRESSEE = 4  # the most words of who is told
WITHIN = 4  # the most words from a preposition to the document that it leads to
SHORT = 2  # letters of a word with a preposition joined to it
REMARK = 80  # the most characters of a remark between two dashes
SPACED = " \u00a0،,"
THAT_REACH = 5  # words within which a clause may still follow what looks like an object


def open_content(cue: Cue, passage: Passage, names: Collection[Marked]) -> tuple[str, int] | None:
    """How and where the content of a verb begins, or None where it reports nothing here.

    ``particle`` (أن، إلى، that), ``mark``, ``colon``, ``joined`` (a preposition in one word with the content),
    ``object`` (the words right behind the subject), ``bare`` (a clause without its particle).
    """
    assert cue.verb is not None
    language = pack(passage.article.language)
    reader = _Reader(passage, cue.verb, names, speech_lexicon(language), language)
    return reader.read(cue)


class _Reader:
    """Reads on from a cue, over its subject and a few loose words, to what opens its content."""

    def __init__(
        self, passage: Passage, verb: Verb, names: Collection[Marked], known: SpeechLexicon, language: LanguagePack
    ) -> None:
        self.passage = passage
        self.verb = verb
        self.names = names
        self.known = known
        self.language = language

    def read(self, cue: Cue) -> tuple[str, int] | None:
        subject_before = self._subject_stands_before(cue)
        position, loose, commas, before_subject = cue.end, 0, 0, -1
        behind_subject = cue.end if subject_before or cue.tag == "part" or cue.joined else 0
        while position < self.passage.sentence.end:
            speaker = self.passage.speaker_at(position)
            if speaker is not None and speaker.start >= cue.end and not (subject_before and loose):
                commas += sum(self.passage.text.count(one, position, speaker.end) for one in COMMAS)
                position = speaker.end
                before_subject = loose if before_subject < 0 else before_subject
                behind_subject = behind_subject or self._subject_end(speaker, cue)
                continue
            self._note_origin(position, cue)
            opener = self._here(position, joined=bool(behind_subject) and loose == max(0, before_subject))
            if opener is not None and not (opener[0] == "particle" and commas == 1 and not self._closes(position)):
                return opener
            if self.passage.text[position] in STOPS:
                break
            behind = self._past_remark(position)
            if behind > position:
                position = behind
                continue
            commas += self.passage.text[position] in COMMAS
            index = self.passage.word_at(position)
            if index is not None:
                if self._other_verb(index) or loose > LOOSE:
                    break
                title = self._title_beside(index, behind_subject)
                if title > position:
                    position = behind_subject = title
                    continue
                if behind_subject and commas != 1 and self._object(index):
                    return "object", position
                loose += 1
                position = self.passage.words[index].end
                continue
            mark = self.passage.marked_at(position)
            position = mark.end + 1 if mark is not None else position + 1
        return self._without_opener(cue, behind_subject)

    def _subject_end(self, speaker: Speaker, cue: Cue) -> int:
        """Where a subject behind a verb ends; 0 for a body behind a title, which is not the subject itself."""
        index, words = cue.last + 1, self.passage.words
        if speaker.kind not in ("body", "place") or not self.language.settings["verb_first"] or index >= len(words):
            return speaker.end
        hit = lexicon(self.language).titles.at(index, words, self.passage.text, peel=False)
        return speaker.end if hit is None or self.passage.speaker_at(hit.start) is not None else 0

    def _past_remark(self, position: int) -> int:
        """Behind a remark that begins at a place, between dashes (``- وهو وزير سابق -``) or between commas before what
        the verb reports (``، طلب عدم نشر اسمه، [أن]``); the place itself where none begins.
        """
        text = self.passage.text
        if text[position] in COMMAS:
            end = min(self.passage.sentence.end, position + REMARK)
            for at in range(position + 1, end):
                if text[at] in COMMAS and self._opens(at + 1):
                    return at + 1
            return position
        if text[position] not in DASHES or not text[position - 1 : position].isspace():
            return position
        end = min(self.passage.sentence.end, position + REMARK)
        closing = (at for at in range(position + 1, end) if text[at] in DASHES and text[at - 1].isspace())
        return next(closing, position - 1) + 1

    def _opens(self, position: int) -> bool:
        """Whether a particle of the verb stands at a place, spaces before it."""
        text = self.passage.text
        while position < self.passage.sentence.end and text[position] in SPACED:
            position += 1
        index = self.passage.word_at(position)
        hit = None if index is None else self.known.openers.at(index, self.passage.words, self.passage.text, peel=False)
        if hit is None or hit.value not in self.verb.particles:
            return False
        return hit.value not in self.known.prepositions or self._past_particles(hit.last)[1]

    def _note_origin(self, position: int, cue: Cue) -> None:
        """Note whose words a verb passes on (``نقلت الوكالة عن مصدر ... أن``): who stands behind its preposition."""
        if self.verb.quote or (index := self.passage.word_at(position)) is None:
            return
        hit = self.known.openers.at(index, self.passage.words, self.passage.text, peel=False)
        if hit is not None and hit.value in self.verb.particles and hit.value in self.known.prepositions:
            following = self._past_space(hit.end)
            speaker = self.passage.speaker_at(following)
            cue.origin = speaker if speaker is not None and speaker.start == following else cue.origin

    def _here(self, position: int, *, joined: bool) -> tuple[str, int] | None:
        """What opens content at a place, if anything does."""
        text = self.passage.text
        if text[position] == " ":
            return None
        quotes = self.verb.quote or self.verb.describe
        if text[position] == ":" and quotes:
            return "colon", self._past_space(position + 1)
        mark = self.passage.marked_at(position)
        if mark is not None and quotes and mark not in self.names and not self._apposed(mark):
            return "mark", mark.start
        index = self.passage.word_at(position)
        if index is None:
            return None
        hit = self.known.openers.at(index, self.passage.words, text, peel=False)
        if hit is not None and hit.value in self.verb.particles and not self._subordinate(index, hit):
            return self._particle(hit)
        start = self._joined(index) if joined else None
        return ("joined", start) if start is not None else None

    def _subordinate(self, index: int, hit: Hit[str]) -> bool:
        """Whether a particle only makes a clause of a preposition (``قبل أن``) that the verb does not take."""
        if index == 0 or hit.value in self.known.prepositions:
            return False
        verb = self.known.verbs.at(max(0, index - 2), self.passage.words, self.passage.text)
        if verb is not None and verb.last == index - 1:
            return False
        before = self.passage.words[index - 1].folded
        return before in self.known.prepositions and before not in self.verb.particles

    def _particle(self, hit: Hit[str]) -> tuple[str, int] | None:
        """What a particle opens: not the place or person that a mere preposition leads to."""
        start, further = self._past_particles(hit.last)
        if further or hit.value not in self.known.prepositions:
            return "particle", start
        speaker = self.passage.speaker_at(start)
        return None if speaker is not None and speaker.start <= start else ("particle", start)

    def _apposed(self, mark: Marked) -> bool:
        """Whether a short marked stretch is a name within the subject: a preposition joined to it that the verb does
        not take stands before it (``قال لـ«...»``), or the verb's own particle follows it.
        """
        words, first = self.passage.words, self.passage.sentence.start
        before = self.passage.gap(first, mark.start - 1)
        few = self.passage.gap(mark.start, mark.end) <= NAME_WORDS
        if few and self.passage.text[mark.end + 1 : self.passage.sentence.end].lstrip(" \u00a0")[:1] == ":":
            return True
        gap = self.passage.text[words[before - 1].end : mark.start - 1] if before else " "
        if not gap.strip("\u0640") and len(words[before - 1].folded) == 1:
            told = self.passage.gap(first, mark.end)
            addressed = told < len(words) and self._that(told) and self.passage.gap(mark.start, mark.end) <= NAME_WORDS
            return addressed or words[before - 1].folded not in self.verb.particles
        following = self.passage.gap(first, mark.end)
        within = self.passage.gap(mark.start, mark.end) <= NAME_WORDS
        return within and following < len(words) and self._that(following)

    def _object(self, index: int) -> bool:
        """Whether a word begins the object of this verb: no function word, not governed by one, no title."""
        if not self.verb.object or self.verb.describe or self.verb.tag in ("masdar", "noun"):
            return False
        words = self.passage.words
        links, before, word = self.language.words("stopwords"), words[index - 1].folded, words[index].folded
        if before in links or before in self.known.prepositions:
            return False
        if (word in links or word in self.known.prepositions) and word not in self.language.words("clause_starts"):
            return False
        if words[index].folded in days(self.language):
            return False
        if lexicon(self.language).titles.at(index, words, self.passage.text) is not None:
            return False
        return not any(self._that(later) for later in range(index + 1, min(index + THAT_REACH, len(words))))

    def _closes(self, position: int) -> bool:
        """Whether the comma right before a place ends an apposition with a name: ``المطورة للمشروع، فلان، [إن]``."""
        before = self.passage.speakers_before(position)
        return (
            bool(before)
            and before[-1].kind == "person"
            and self.passage.text[before[-1].end : position].strip() in SPACED
        )

    def _title_beside(self, index: int, behind_subject: int) -> int:
        """Where the title of somebody ends that stands right behind his name: ``حمد [الناطق باسم] الحكومة``."""
        word = self.passage.words[index]
        if not behind_subject or self.passage.text[behind_subject : word.start].strip():
            return -1
        hit = lexicon(self.language).titles.at(index, self.passage.words, self.passage.text, peel=False)
        if hit is None or hit.value.kind != "role":
            return -1
        whose = self.passage.speaker_at(self._past_space(hit.end))
        return hit.end if whose is None or whose.kind not in ("body", "place") else whose.end

    def _that(self, index: int) -> bool:
        """Whether a particle that opens a clause (``أن``), not a mere preposition, stands at a word."""
        hit = self.known.openers.at(index, self.passage.words, self.passage.text, peel=False)
        return hit is not None and hit.value in self.verb.particles and hit.value not in self.known.prepositions

    def _past_particles(self, last: int) -> tuple[int, bool]:
        """Where content begins behind a particle, and whether a further one followed it (``إلى أن``)."""
        words = self.passage.words
        following, further = last + 1, False
        if following < len(words):
            more = self.known.openers.at(following, words, self.passage.text, peel=False)
            gap = self.passage.text[words[last].end : words[following].start]
            if more is not None and gap.isspace() and more.value != words[last].folded and len(more.value) > 1:
                last, further = more.last, True
        return self._past_space(words[last].end), further

    def _past_space(self, position: int) -> int:
        end = self.passage.sentence.end
        while position < end and not self.passage.text[position].isalnum():
            if self.passage.marked_at(position) is not None:
                return position + 1
            position += 1
        return position

    def _joined(self, index: int) -> int | None:
        """Where content begins that is written in one word with a preposition which this verb takes."""
        word = self.passage.words[index]
        if word.folded in self.language.words("stopwords"):  # ``بينما``
            return None
        if self.known.documents.at(index, self.passage.words, self.passage.text) is not None:
            return None
        for peeling in peelings(word.folded, self.language):
            if peeling.front == 1 and peeling.proclitics in self.verb.particles and len(word.folded) > SHORT:
                return unfolded(word, peeling.front, self.language)
        return None

    def _other_verb(self, index: int) -> bool:
        hit = self.known.verbs.at(index, self.passage.words, self.passage.text)
        if hit is None or hit.value.tag not in ("past", "pres", "part"):
            return False
        if idle(hit, self.passage.words, self.passage.text, self.known, self.language):
            return False
        return not is_noun(index, hit, self.passage, self.known)

    def _without_opener(self, cue: Cue, behind_subject: int) -> tuple[str, int] | None:
        """Content that nothing opens: the object right behind the subject, or a clause that needs no particle."""
        text, end = self.passage.text, self.passage.sentence.end
        first = behind_subject
        if not first and cue.index > 0 and self.language.settings["opener_optional"]:
            first = cue.end
        first = self._past_day(first) if first == cue.end else first
        start = self._past_space(first)
        if not first or start >= end or text[first:start].strip():
            return None
        if self.verb.object and cue.tag not in ("masdar", "noun"):
            index = self.passage.word_at(start)
            led = index is not None and self.passage.words[index].folded in self.known.prepositions
            led = led and bool(self.language.settings["opener_optional"])
            return None if led else ("object", start)
        if self.language.settings["opener_optional"] and "that" in self.verb.particles and cue.tag in ("past", "pres"):
            index = self.passage.word_at(start)
            links = self.language.clause_links
            if index is not None and self.verb.addressed:
                index = self._past_addressee(index)
            if index is None or self.passage.words[index].folded in links:
                return None
            start = self.passage.words[index].start
            named = all(word.text[:1].isupper() for word in self.passage.words[index:])
            return None if named else ("bare", start)
        return None

    def _past_addressee(self, index: int) -> int | None:
        """Where a clause begins behind who is told: ``told the radio [she] accepted``; None where none does."""
        starts = self.language.words("clause_starts")
        words = self.passage.words[index + 1 : index + 1 + ADDRESSEE]
        return next((index + 1 + at for at, word in enumerate(words) if word.folded in starts), None)

    def _past_day(self, position: int) -> int:
        """Where a clause may begin behind when or where it was said: ``said (on) Monday``, ``said in a letter``."""
        words, days = self.passage.words, weekdays(self.language)
        index = self.passage.gap(self.passage.sentence.start, position)
        if index + 1 < len(words) and words[index].folded in self.language.settings["before_days"]:
            index += 1
        if index < len(words) and words[index].folded in days:
            return words[index].end
        for later in range(index, min(index + WITHIN, len(words))):
            hit = self.known.documents.at(later, words, self.passage.text)
            if hit is not None and words[index].folded in self.known.prepositions:
                return hit.end
        return position

    def _subject_stands_before(self, cue: Cue) -> bool:
        """Whether the subject is the noun phrase right before the verb."""
        index, words = cue.index, self.passage.words
        if index > 0 and pronoun_gender(words[index - 1].folded, self.language):
            return True
        before = self.passage.speakers_before(cue.start)
        if not before:
            return False
        if self.passage.gap(before[-1].end, cue.start) == 1 and self.known.negations.at(
            index - 1, words, self.passage.text
        ):
            return True
        return not self.passage.text[before[-1].end : cue.start].strip(SPACED)
