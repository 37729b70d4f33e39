"""Where what a cue reports begins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes import vicinity
from workbench.extractors.quotes.attached import attached, charged, coordinated, past_addressee, past_day, subject_end
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage, is_noun
from workbench.extractors.quotes.governed import led_article, of_source, with_pronoun
from workbench.extractors.quotes.holding import holder, named_behind
from workbench.extractors.quotes.idle import DASHES, idle
from workbench.extractors.quotes.lexicon import SpeechLexicon, Verb, days, speech_lexicon, times
from workbench.extractors.quotes.mainverbs import clause_between
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.marks import Marked
from workbench.text.phrases import Hit, peelings, unfolded

__all__ = ["open_content"]

LOOSE = 7  # the most words between a cue and its opener that no noun phrase accounts for
FAR = 18  # the same before a particle that can only open a clause: ``أن``
NAME_WORDS = 3  # the most words of a marked name that stands beside a subject
SHORT = 2  # letters of a word with a preposition joined to it
REMARK = 160  # the most characters of a remark between two dashes
SPACED = " \u00a0،,"
THAT_REACH = 14  # words within which a clause may still follow what looks like an object


def open_content(cue: Cue, passage: Passage, names: Collection[Marked]) -> tuple[str, int] | None:
    """How and where the content of a verb begins, or None where it reports nothing here.

    ``particle`` (أن، إلى، that), ``mark``, ``colon``, ``joined`` (a preposition in one word with the content),
    ``object`` (the words right behind the subject), ``bare`` (a clause without its particle).
    """
    assert cue.verb is not None
    language = pack(passage.article.language)
    reader = _Reader(passage, cue.verb, names, speech_lexicon(language), language)
    return reader.read(cue)


@dataclass
class _Place:
    """Where one reads: behind how many words that nothing accounts for, and behind which subject (0: none yet)."""

    position: int
    behind_subject: int
    loose: int = 0
    commas: int = 0
    before_subject: int = -1


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
        self.pronoun = False  # whether a pronoun joined to the verb is its object

    def read(self, cue: Cue) -> tuple[str, int] | None:
        before = vicinity.subject_stands_before(cue, self.passage)
        self.pronoun = vicinity.has_object(cue, self.passage)
        at = _Place(cue.end, cue.end if before or cue.tag == "part" or cue.joined else 0)
        reach = LOOSE if self.language.settings["verb_first"] else 0  # of words before an object
        while at.position < self.passage.sentence.end:
            speaker = self.passage.speaker_at(at.position)
            if speaker is not None and speaker.start >= cue.end and not (before and at.loose):
                found = holder(cue, self.passage, speaker)
                self._past_speaker(at, self._called(found), cue)
            elif coordinated(at.position, at.behind_subject, self.passage):
                at.position += 1
            elif (opener := self._opened(at, cue)) is not None:
                return self._clause_first(at, opener, cue) or opener
            elif self.passage.text[at.position] in STOPS:
                break
            elif (behind := self._past_remark(at)) > at.position:
                at.position, at.loose = behind, max(0, at.before_subject)
            elif (index := self._past_sign(at)) is not None and not self._past_attached(at, index, cue):
                because = self.passage.words[index].folded in self.language.listed("causes")
                if because or self._other_verb(index) or at.loose > FAR:
                    break
                joined = at.commas != 1 or vicinity.only_comma(at.position, self.passage)
                if at.behind_subject and joined and at.loose <= reach and self._object(index):
                    return None if self._silent(index) else ("object", at.position)
                at.loose, at.position = at.loose + 1, self.passage.words[index].end
        return self._without_opener(cue, at.behind_subject)

    def _clause_first(self, at: _Place, opener: tuple[str, int], cue: Cue) -> tuple[str, int] | None:
        """The clause without a particle that stands before a particle which belongs to it."""
        begin = at.behind_subject or cue.end
        if opener[0] != "particle" or not self.verb.clause or not clause_between(self.passage, begin, at.position):
            return None
        bare = self._without_opener(cue, at.behind_subject)
        return bare if bare is not None and bare[0] == "bare" else None

    def _past_sign(self, at: _Place) -> int | None:
        """The word that begins at a place; where none does, read on behind the sign or the marks there."""
        at.commas += self.passage.text[at.position] in COMMAS
        index = self.passage.word_at(at.position)
        if index is None:
            mark = self.passage.marked_at(at.position)
            at.position = mark.end + 1 if mark is not None else at.position + 1
        return index

    def _past_attached(self, at: _Place, index: int, cue: Cue) -> bool:
        """Read on behind what belongs to the subject, if anything at a word does."""
        end = attached(index, at.behind_subject, cue, self.passage)
        if end <= at.position:
            return False
        at.position, at.behind_subject = end, 0 if index == cue.last + 1 else end
        return True

    def _past_speaker(self, at: _Place, speaker: Speaker, cue: Cue) -> None:
        """Read on behind a noun phrase; the first one behind a verb is its subject."""
        at.commas += sum(self.passage.text.count(one, at.position, speaker.end) for one in COMMAS)
        at.position = speaker.end
        at.before_subject = at.loose if at.before_subject < 0 else at.before_subject
        if at.loose <= (LOOSE if self.language.settings["verb_first"] else 0):
            beside = self.language.settings["verb_first"] and not self.passage.text[cue.end : speaker.start].strip()
            if not at.behind_subject or (beside and speaker.kind == "group"):
                at.behind_subject = subject_end(speaker, cue, self.passage)

    def _called(self, found: Speaker) -> Speaker:
        """Somebody without a name as far as his name goes: ``طالبت [مرشحة قائمة «...» فلانة] بتصحيح``."""
        named = named_behind(found, self.passage) if found.kind == "group" else None
        return found if named is None or named.end <= found.end else replace(found, end=named.end)

    def _opened(self, at: _Place, cue: Cue) -> tuple[str, int] | None:
        """What opens content at a place: far from the cue, or behind one comma alone, not everything does."""
        self._note_origin(at.position, cue)
        beside = at.behind_subject > 0 and at.loose == max(0, at.before_subject)
        opener = self._here(at.position, joined=beside or vicinity.demanded(at.position, cue, self.passage))
        if opener is None:
            return None
        particle = opener[0] == "particle"
        far = at.loose > LOOSE + 1 and not (particle and self._clause(at.position))
        return None if far or (particle and at.commas == 1 and not self._closes(at.position)) else opener

    def _past_remark(self, at: _Place) -> int:
        """Behind a remark that begins at a place, in brackets, between dashes (``- وهو وزير سابق -``) or between commas
        before what the verb reports (``، طلب عدم نشر اسمه، [أن]``); the place itself where none begins.
        """
        text, position = self.passage.text, at.position
        if text[position] in COMMAS:
            end = min(self.passage.sentence.end, position + REMARK)
            closing = (place for place in range(position + 1, end) if text[place] in COMMAS)
            return next((one + 1 for one in closing if self._opens(one + 1, joined=at.behind_subject > 0)), position)
        if text[position] == "(" and self.language.settings["verb_first"]:
            return text.find(")", position, min(self.passage.sentence.end, position + REMARK)) + 1 or position
        if text[position] not in DASHES or not text[position - 1 : position].isspace():
            return position
        end = min(self.passage.sentence.end, position + REMARK)
        dashes = (place for place in range(position + 1, end) if text[place] in DASHES and text[place - 1].isspace())
        return next(dashes, position - 1) + 1

    def _opens(self, position: int, *, joined: bool = False) -> bool:
        """Whether a particle of the verb stands at a place, spaces before it; ``joined``: or in one word with it."""
        text = self.passage.text
        while position < self.passage.sentence.end and text[position] in SPACED:
            position += 1
        index = self.passage.word_at(position)
        if index is None:
            return False
        hit = self.known.openers.at(index, self.passage.words, self.passage.text, peel=False)
        if hit is None or hit.value not in self.verb.particles:
            return joined and self._joined(index) is not None
        return hit.value not in self.known.prepositions or self._past_particles(hit.last)[1]

    def _note_origin(self, position: int, cue: Cue) -> None:
        """Note whose words a verb passes on (``نقلت الوكالة عن مصدر ... أن``): who stands behind its preposition."""
        if self.verb.quote or self.verb.object or (index := self.passage.word_at(position)) is None:
            return
        hit = self.known.openers.at(index, self.passage.words, self.passage.text, peel=False)
        own = not with_pronoun(self.passage.words[index].folded, self.language)  # ``ونقلت [عنها] الوكالة أنها``
        if own and hit is not None and hit.value in self.verb.particles & self.known.prepositions:
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
        led = hit is not None and hit.value in self.known.prepositions
        if led and with_pronoun(self.passage.words[index].folded, self.language):  # ``التي تحدثت [عنها] الشركة``
            return None
        if hit is not None and self._takes(index, hit):
            return None if of_source(index, self.passage) else self._particle(hit)
        start = self._joined(index) if joined else None
        return ("joined", start) if start is not None else None

    def _takes(self, index: int, hit: Hit[str]) -> bool:
        """Whether the verb takes a particle: not one that makes a clause of another's preposition (``قبل أن``)."""
        words, particles = self.passage.words, self.verb.particles
        before = words[max(0, index - 1)]
        if not index or hit.value not in particles or hit.value in self.known.prepositions:
            return hit.value in particles or f"{before.folded} {hit.value}" in particles  # ``ذهب فلان إلى أن``
        verb = self.known.verbs.at(max(0, index - 2), words, self.passage.text)
        beside = verb is not None and verb.last == index - 1
        if beside or self.passage.speaker_at(before.start) is not None:  # ``قال محمد [علي] إن``
            return True
        return before.folded not in self.known.prepositions or before.folded in particles

    def _particle(self, hit: Hit[str]) -> tuple[str, int] | None:
        """What a particle opens: not the place or person that a mere preposition leads to."""
        start, further = self._past_particles(hit.last)
        if vicinity.negated_by(hit.first - 1, self.passage):
            return "particle", self.passage.words[hit.first - 1].start  # ``urged people [not to swim]``
        following = self.passage.word_at(start)
        compound = self.language.words("stopwords") - self.language.words("clause_starts")
        if not further and following is not None and self.passage.words[following].folded in compound:
            return None if hit.value in self.known.prepositions else ("particle", start)  # ``من أجل``
        if further or hit.value not in self.known.prepositions:
            return "particle", start
        return None if self._addressed(start) or self.passage.speaker_at(start) is not None else ("particle", start)

    def _addressed(self, position: int) -> bool:
        """Whether a name in marks begins at a place, and what the verb reports behind it: ``أكد لـ[«المدينة»]، أن``."""
        mark = self.passage.marked_at(position - 1)
        if mark is None or not mark.closed or self.passage.gap(mark.start, mark.end) > NAME_WORDS:
            return False
        following = self.passage.gap(self.passage.sentence.start, mark.end)
        colon = self.passage.text[mark.end + 1 : self.passage.sentence.end].startswith(":")
        ahead = self.passage.words[: self.passage.gap(self.passage.sentence.start, mark.start)]
        talked = " ".join(word.folded for word in ahead[-2:]) in self.language.listed("contacts")
        return talked or colon or (following < len(self.passage.words) and self._that(following))

    def _apposed(self, mark: Marked) -> bool:
        """Whether a short marked stretch is a name within the subject: a preposition joined to it that the verb does
        not take stands before it (``قال لـ«...»``), or the verb's own particle follows it.
        """
        words, first = self.passage.words, self.passage.sentence.start
        before = self.passage.gap(first, mark.start - 1)
        few = self.passage.gap(mark.start, mark.end) <= NAME_WORDS
        beside = self.passage.speaker_at(mark.end + 2)  # ``مرشحة قائمة «...» [فلانة]``
        if beside is not None and beside.start == mark.end + 2 and beside.kind == "person":
            return few
        if few and self.passage.text[mark.end + 1 : self.passage.sentence.end].lstrip(" \u00a0")[:1] == ":":
            return True
        gap = self.passage.text[words[before - 1].end : mark.start - 1] if before else " "
        if not gap.strip("\u0640") and len(words[before - 1].folded) == 1:
            told = self.passage.gap(first, mark.end)
            addressed = told < len(words) and self._that(told) and few
            return addressed or words[before - 1].folded not in self.verb.particles
        following = self.passage.gap(first, mark.end)
        within = self.passage.gap(mark.start, mark.end) <= NAME_WORDS
        return within and following < len(words) and self._that(following)

    def _object(self, index: int) -> bool:
        """Whether a word begins the object of this verb: no function word, not governed by one, no title."""
        if not self.verb.object or self.verb.describe or self.verb.tag in ("masdar", "noun") or self.pronoun:
            return False
        words = self.passage.words
        links, before, word = self.language.words("stopwords"), words[index - 1].folded, words[index].folded
        day = self.language.settings["verb_first"] and before in days(self.language)
        if (before in links or before in self.known.prepositions) and not (day or with_pronoun(before, self.language)):
            return False
        if (word in links or word in self.known.prepositions) and word not in self.language.words("clause_starts"):
            return False
        if word in times(self.language) or led_article(word, self.language) or vicinity.pointed(index, self.passage):
            return False
        if self.verb.addressed and charged(index, self.passage, self.verb.particles):
            return False
        if before in times(self.language) and before not in days(self.language):  # ``في مارس [الماضي]``
            return False
        said = self._verb(index, "past", "pres") is not None or self._source(index)
        titled = lexicon(self.language).titles.at(index, words, self.passage.text) is not None
        return not said and not titled and not self._that_follows(index)

    def _source(self, index: int) -> bool:
        return self.known.attributions.at(index, self.passage.words, self.passage.text, peel=False) is not None

    def _that_follows(self, index: int) -> bool:
        """Whether a clause begins a few words behind what looks like an object, with no comma between."""
        words = self.passage.words
        for later in range(index + 1, min(index + THAT_REACH, len(words))):
            end = words[later - 1].end
            if any(sign in COMMAS for sign in self.passage.text[end : words[later].start]):
                return self._opens(end) or self._past_remark(_Place(end, 0)) > end
            if self._that(later):
                return True
        return False

    def _silent(self, index: int) -> bool:
        """Whether a verb tells that somebody does not speak: ``رفض [التعليق] على``."""
        told = self.passage.words[index].folded in self.language.listed("silences")
        return told and self.verb.object and not (index + 1 < len(self.passage.words) and self._that(index + 1))

    def _closes(self, position: int) -> bool:
        """Whether the comma right before a place ends what stands between a verb and its clause.

        A name (``المطورة للمشروع، فلان، [إن]``), or where and when it was said (``خلال قراءته البيان، [أن]``).
        """
        before = self.passage.speakers_before(position)[-1:]
        if any(one.kind == "person" and self.passage.text[one.end : position].strip() in SPACED for one in before):
            return True
        last = self.passage.words[self.passage.gap(self.passage.sentence.start, position) - 1]
        between = self.passage.text[last.end : position].strip()
        return between.endswith(tuple(COMMAS)) and self._clause(position)

    def _clause(self, position: int) -> bool:
        """Whether a particle stands at a place that opens a clause."""
        index = self.passage.word_at(position)
        return index is not None and self._that(index)

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
            clause = more is not None and more.value not in self.known.prepositions
            if more is not None and clause and gap.isspace() and more.value != words[last].folded:
                last, further = more.last, True
        return self._past_space(words[last].end), further

    def _past_space(self, position: int) -> int:
        end, text = self.passage.sentence.end, self.passage.text
        while position < end and not text[position].isalnum():
            if self.passage.marked_at(position) is not None:
                return position + 1
            if text[position] == "(" and ")" in text[position:end]:
                return position
            position += 1
        return position

    def _joined(self, index: int) -> int | None:
        """Where content begins that is written in one word with a preposition which this verb takes."""
        word = self.passage.words[index]
        document = self.known.documents.at(index, self.passage.words, self.passage.text)
        if document is not None or word.folded in self.language.words("stopwords"):  # ``بينما``
            return None
        for peeling in peelings(word.folded, self.language):
            if peeling.front == 1 and peeling.proclitics in self.verb.particles and len(word.folded) > SHORT:
                return unfolded(word, peeling.front, self.language)
        return None

    def _verb(self, index: int, *tags: str) -> Hit[Verb] | None:
        """The verb of saying of which a word is a form with one of some tags, and no noun here."""
        hit = self.known.verbs.at(index, self.passage.words, self.passage.text)
        noun = hit is None or hit.value.tag not in tags or is_noun(index, hit, self.passage, self.known)
        return None if noun else hit

    def _other_verb(self, index: int) -> bool:
        hit = None if vicinity.passing(index, self.passage) else self._verb(index, "past", "pres", "part")
        return hit is not None and not idle(hit, self.passage.words, self.passage.text, self.known, self.language)

    def _without_opener(self, cue: Cue, behind_subject: int) -> tuple[str, int] | None:
        """Content that nothing opens: the object right behind the subject, or a clause that needs no particle."""
        text, end = self.passage.text, self.passage.sentence.end
        first = behind_subject
        if not first and cue.index > 0 and self.language.settings["opener_optional"]:
            first = cue.end
        first = past_day(first, self.passage) if first == cue.end else first
        start = self._past_space(first)
        if not first or start >= end or text[first:start].strip():
            return None
        if self.verb.object and cue.tag not in ("masdar", "noun") and not self.pronoun:
            index = self.passage.word_at(start)
            led = index is not None and self.passage.words[index].folded in self.known.prepositions
            led = led and bool(self.language.settings["opener_optional"])
            led = led or (index is not None and self._source(index))
            return None if led else ("object", start)
        finite = cue.tag in ("past", "pres") or (cue.tag == "part" and self.verb.clause)
        if self.language.settings["opener_optional"] and "that" in self.verb.particles and finite:
            index = self.passage.word_at(start)
            if index is not None and self.verb.addressed:
                index = past_addressee(index, self.passage)
            if index is None or vicinity.begins_no_clause(index, self.passage):
                return None
            start = self.passage.words[index].start
            named = all(word.text[:1].isupper() for word in self.passage.words[index:])
            return None if named else ("bare", start)
        return None
