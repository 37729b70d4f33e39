"""Cues of reported speech in a sentence: the verbs and phrases that may introduce what somebody said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.genders import only_nouns, pronoun_gender
from workbench.extractors.quotes.idle import idle
from workbench.extractors.quotes.lexicon import Attribution, SpeechLexicon, Verb, speech_lexicon
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.phrases import Hit, adjacent, peelings
from workbench.text.sentences import Sentence
from workbench.text.tokens import Token

__all__ = ["BREAKS", "COMMAS", "STOPS", "Cue", "Passage", "as_quoted", "begins", "cues", "is_noun"]

COMMAS = "،,؛;"
STOPS = frozenset(".!?؟؛;\n")
SHADDA = "\u0651"
BREAKS = STOPS | frozenset(COMMAS) | {":"}


class Passage:
    """One sentence with everything in it that quotations are made of, each found by its place; ``text``: the article's.

    Parameters
    ----------
    words, speakers, marks: those of the sentence, in order; noun phrases and outermost marks do not overlap.
    everybody: the noun phrases of the whole article.
    """

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        *,
        words: list[Token],
        speakers: list[Speaker],
        marks: list[Marked],
        everybody: Sequence[Speaker] = (),
    ) -> None:
        self.article = article
        self.text = article.text
        self.sentence = sentence
        self.words = words
        self.speakers = speakers
        self.marks = marks
        self.everybody = everybody
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]
        self._speaking = [speaker.start for speaker in speakers]
        self._opening = {mark.start - 1: mark for mark in marks}

    def speaker_at(self, position: int) -> Speaker | None:
        """The noun phrase that covers a place."""
        index = bisect_right(self._speaking, position) - 1
        return self.speakers[index] if index >= 0 and position < self.speakers[index].end else None

    def speakers_before(self, position: int) -> list[Speaker]:
        """The noun phrases that end before a place."""
        found = self.speakers[: bisect_right(self._speaking, position)]
        return found[:-1] if found and found[-1].end > position else found

    def speakers_from(self, position: int) -> list[Speaker]:
        """The noun phrases that begin at a place or behind it."""
        return self.speakers[bisect_left(self._speaking, position) :]

    def marked_at(self, position: int) -> Marked | None:
        """The marked stretch whose opening mark stands at a place."""
        return self._opening.get(position)

    def word_at(self, position: int) -> int | None:
        """The index of the word that begins at a place."""
        index = bisect_left(self._starts, position)
        return index if index < len(self.words) and self._starts[index] == position else None

    def gap(self, start: int, end: int) -> int:
        """How many words stand between two places."""
        return max(0, bisect_right(self._ends, end) - bisect_left(self._starts, start))


REACH = 6  # the most words from a plain form back to the preposition behind those who do it
QUOTED = 12  # the most words between whoever is quoted and a participle: ``was quoted by the paper as [saying]``
PASSED = 8  # the most words between a verb that passes words on and what it passes on


@dataclass
class Cue:
    """A verb or phrase that reports: its span, and from where to where what it reports runs (-1: nowhere).

    ``opened`` says how the content begins: particle, mark, colon, joined, object, bare (see ``open_content``), or for a
    phrase that attributes comma (behind it), before (marks before it), clause (the words before it).
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


def begins(cue: Cue, passage: Passage) -> int:
    """The index of a verb's first word with the helpers that stand before it: ``[had previously] said``."""
    language, at = pack(passage.article.language), cue.index
    helpers = language.listed("before_verbs") if not language.settings["verb_first"] else frozenset()
    while at > 0 and passage.words[at - 1].folded in helpers:
        if not adjacent(passage.text, passage.words[at - 1], passage.words[at]):
            break
        at -= 1
    return at


def as_quoted(cue: Cue, passage: Passage) -> Cue:
    """A participle as it would stand where what passes it on begins: ``"...," A [was quoted by B as] saying``."""
    words, language = passage.words, pack(passage.article.language)
    joining, finite_verbs = language.listed("before_names"), language.listed("finite_verbs")
    if cue.tag != "part" or not cue.index or words[cue.index - 1].folded not in joining:
        return cue
    known = speech_lexicon(language)
    for at in range(cue.index - 2, max(0, cue.index - QUOTED), -1):
        verb = known.verbs.at(at, words, passage.text)
        if verb is not None and verb.value.tag == "past" and words[at - 1].folded in finite_verbs:
            return replace(cue, start=words[at - 1].start, end=words[at].end, index=at - 1, last=at, tag="past")
    return cue


def cues(passage: Passage) -> list[Cue]:
    """The cues of a sentence, in order; whether each opens any content is not yet known."""
    known = speech_lexicon(pack(passage.article.language))
    found: list[Cue] = []
    after = 0
    tables = (known.attributions, known.verbs, known.anonymity)
    for index in sorted({place for table in tables for place in table.places(passage.words)}):
        if index < after:
            continue
        cue, last = _cue_at(index, passage, known)
        if cue is not None:
            found.append(cue)
        after = last + 1
    for cue in found:
        _negate(cue, passage)
    return found


def _cue_at(index: int, passage: Passage, known: SpeechLexicon) -> tuple[Cue | None, int]:
    """The cue that begins at a word, if one does, and the last word that is read with it."""
    source = known.attributions.at(index, passage.words, passage.text)
    verb = known.verbs.at(index, passage.words, passage.text)
    if source is not None and source.last > index and _reports(source.last, passage, known):
        return _cue_at(source.last, passage, known)
    verbal = source is not None and verb is not None and _passes_on(source, verb, passage, known)
    longest = source is not None and (verb is None or source.last >= verb.last) and not verbal
    if source is not None and longest and _as_saying(source, passage, known):
        return None, source.last
    if source is not None and longest and _attributes(source, passage):
        joined = source.peeling.proclitics != ""
        cue = Cue(source.start, source.end, index, source.last, source.value.stance, "source", "source", joined)
        return (None if _inside(cue, passage) else cue), source.last
    hidden = known.anonymity.at(index, passage.words, passage.text)
    if hidden is not None or verb is None:
        return None, index if hidden is None else hidden.last
    linking = known.connectives.at(index, passage.words, passage.text)
    if linking is not None and linking.last > index and linking.last >= verb.last:
        return None, linking.last
    found = _owned(index, verb, passage) or _of_verb(index, verb, passage, known)
    return found, index if found is None else verb.last


def _as_saying(source: Hit[Attribution], passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a phrase names who only passes on what its subject says: ``A was [quoted by] the paper as saying``."""
    words, language = passage.words, pack(passage.article.language)
    joining = language.listed("before_names")
    for at in range(source.last + 1, min(source.last + REACH, len(words) - 1) if joining else 0):
        if words[at].folded in joining:
            hit = known.verbs.at(at + 1, words, passage.text)
            return hit is not None and hit.value.tag == "part"
    return False


def _passes_on(source: Hit[Attribution], verb: Hit[Verb], passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a phrase is a verb that passes on what somebody says: ``[نقلت عن] مسؤولين، لم تسمهم، أن``."""
    words, text, commas = passage.words, passage.text, 0
    if verb.value.tag not in ("past", "pres") or source.last <= verb.last:
        return False
    for index in range(source.last + 1, min(source.last + PASSED, len(words))):
        commas += (between := text[words[index - 1].end : words[index].start].strip()) in tuple(COMMAS)
        if between and between not in COMMAS:
            return False
        hit = known.openers.at(index, words, text, peel=False)
        if hit is not None and hit.value in verb.value.particles - known.prepositions:
            return commas in (0, 2)
    return False


def _of_verb(index: int, verb: Hit[Verb], passage: Passage, known: SpeechLexicon) -> Cue | None:
    """The cue of a verb's form, or of its verbal noun; None where the form is another word here."""
    value, language = verb.value, pack(passage.article.language)
    if idle(verb, passage.words, passage.text, known, language) or not _of_document(verb, passage, known):
        return None
    if is_noun(index, verb, passage, known) or (value.tag == "noun" and not _whose(verb, passage)):
        return None
    if value.tag in ("past", "pres", "part") and _noun_shaped(index, verb, passage):
        return None
    late, joined = not language.settings["verb_first"], verb.peeling.proclitics != ""
    if late and (value.tag == "masdar" or _headless(index, value) or _told(index, value, passage)):
        return None
    if value.tag == "pres" and not _agrees(index, verb, passage):
        return None
    progressive = index > 0 and passage.words[index - 1].folded in language.listed("progressives")
    tag = "pres" if progressive and value.tag == "part" else value.tag
    cue = Cue(verb.start, verb.end, index, verb.last, value.stance, tag, "verb", joined, value)
    return None if _inside(cue, passage) else cue


def _of_document(verb: Hit[Verb], passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a document stands behind a verb that ends with a preposition: ``جاء في [البيان] أن``."""
    words, at = passage.words, verb.last + 1
    stands = verb.peeling.core in pack(passage.article.language).listed("stands_in")
    if not stands or words[verb.last].folded not in known.prepositions:
        return True
    one = passage.speaker_at(words[at].start) if at < len(words) else None
    return one is not None and one.kind == "document" and one.start == words[at].start


def _whose(hit: Hit[Verb], passage: Passage) -> bool:
    """Whether right behind a verbal noun stands whose it is (``تأكيد روسي``, ``تأكيد الكرملين``), not to whom."""
    following = hit.last + 1
    if following >= len(passage.words) or not adjacent(passage.text, passage.words[hit.last], passage.words[following]):
        return False
    word = passage.words[following]
    speaker = passage.speaker_at(word.start)
    if speaker is None or speaker.start != word.start:
        return False
    told = word.folded.startswith(pack(passage.article.language).clitics("preposition_article") or ("\0",))
    return speaker.kind == "person" or not told  # ``حديث [للجزيرة]``


def _owned(index: int, hit: Hit[Verb], passage: Passage) -> Cue | None:
    """The cue of a verbal noun whose owner stands before it: ``Putin's warning that``."""
    ahead = passage.speakers_before(passage.words[index].start)
    following = hit.last + 1
    if not ahead or following >= len(passage.words) or not passage.article.language:
        return None
    language = pack(passage.article.language)
    owner = passage.words[index - 1]
    endings = language.clitics("possessive")
    if not endings or not owner.folded.endswith(endings) or not ahead[-1].start <= owner.start <= ahead[-1].end:
        return None
    that = speech_lexicon(language).openers.at(following, passage.words, passage.text, peel=False)
    if that is None or that.value in speech_lexicon(language).prepositions or that.value not in hit.value.particles:
        return None
    return Cue(hit.start, hit.end, index, hit.last, hit.value.stance, "owned", "verb", joined=False, verb=hit.value)


def _reports(index: int, passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a verb at the end of a phrase that attributes has its own report: ``كما أكد [أن]``."""
    verb = known.verbs.at(index, passage.words, passage.text)
    if verb is None or index + 1 >= len(passage.words):
        return False
    opener = known.openers.at(index + 1, passage.words, passage.text, peel=False)
    return opener is not None and opener.value in verb.value.particles


def _noun_shaped(index: int, hit: Hit[Verb], passage: Passage) -> bool:
    """Whether only a noun is written like that: with an ending that verbs lack (``نشرة``), behind a preposition."""
    language = pack(passage.article.language)
    word = passage.words[index].text
    if hit.value.tag != "part" and hit.first == hit.last and word.endswith(only_nouns(language)):
        return True
    front = hit.peeling.proclitics
    if front and passage.text[hit.start + 1 : hit.start + 2] == SHADDA:  # ``ورّدت`` is no ``و`` and ``ردّت``
        return True
    return hit.value.tag in ("past", "part") and front != "" and front[-1:] in language.clitics("preposition")


def _of_what(index: int, hit: Hit[Verb], passage: Passage) -> bool:
    """Whether a form is a noun between a title without the article and a word with it: ``أستاذة [علم] المناخ``."""
    language, words = pack(passage.article.language), passage.words
    if not language.article or index == 0 or index + 1 >= len(words) or hit.peeling.front:
        return False
    beside = all(adjacent(passage.text, words[at], words[at + 1]) for at in (index - 1, index))
    if not beside or not words[index + 1].folded.startswith(language.article):
        return False
    title = lexicon(language).titles.at(index - 1, words, passage.text, peel=False)
    before = words[index - 1].folded
    return title is not None and title.value.kind == "role" and not before.startswith(language.article)


def _headless(index: int, verb: Verb) -> bool:
    """Whether a form that needs its subject before it opens the sentence: ``Asked whether``."""
    return verb.tag == "past" and index == 0


def _told(index: int, verb: Verb, passage: Passage) -> bool:
    """Whether the subject of a verb is whom somebody tells: ``residents [were told] that``; no ``it was announced``."""
    language, words = pack(passage.article.language), passage.words
    if verb.tag != "past" or not index:
        return False
    before = words[index - 1].folded  # ``laughed [when told] of``
    if before not in language.listed("progressives"):
        return verb.addressed and before in language.listed("subordinators") - language.listed("relatives")
    return index < 2 or pronoun_gender(words[index - 2].folded, language) != "n"


def _agrees(index: int, hit: Hit[Verb], passage: Passage) -> bool:
    """Whether a form that is also the plain word (``state``) has a subject of several or a pronoun before it."""
    language = pack(passage.article.language)
    if language.settings["verb_first"] or not hit.value.plain or hit.first != hit.last:
        return True
    if index == 0:
        return False
    before = passage.words[index - 1].folded
    if before in language.listed("modals"):
        opener = speech_lexicon(language).openers.at(
            min(index + 1, len(passage.words) - 1), passage.words, passage.text
        )
        return opener is not None and opener.value in hit.value.particles
    if any(sign in passage.text[passage.words[index - 1].end : passage.words[index].start] for sign in COMMAS):
        return True
    if before in language.clause_links and before not in language.words("noun_markers"):
        return True
    if before.endswith("s") or pronoun_gender(before, language) or before in language.words("clause_starts"):
        return True
    return _several(index, passage)


def _several(index: int, passage: Passage) -> bool:
    """Whether several stand before a plain form with where or of what they are: ``[traders] in Sfax say``."""
    words, known = passage.words, speech_lexicon(pack(passage.article.language))
    around = passage.speaker_at(words[index - 1].start)
    if around is not None and around.kind == "group" and around.gender == "p":
        return True
    for at in range(index - 1, max(0, index - REACH), -1):
        if not adjacent(passage.text, words[at], words[at + 1]):
            return False
        if words[at].folded in known.prepositions and adjacent(passage.text, words[at - 1], words[at]):
            group = passage.speaker_at(words[at - 1].start)
            return words[at - 1].folded.endswith("s") or (group is not None and group.gender == "p")
    return False


def is_noun(index: int, hit: Hit[Verb], passage: Passage, known: SpeechLexicon) -> bool:
    """Whether a form is a noun here: a preposition, an article or a possessor (``Putin's``) stands before it."""
    if index == 0 or hit.peeling.front or hit.value.tag in ("masdar", "noun"):
        return False
    before = passage.words[index - 1]
    if not adjacent(passage.text, before, passage.words[index]):
        return False
    if hit.value.tag == "past" and _of_what(index, hit, passage):
        return True
    language = pack(passage.article.language)
    led = tuple(front + language.article for front in language.clitics("preposition") if language.article)
    if hit.value.tag == "part" and passage.words[index].folded.startswith(led or ("\0",)):  # ``رد على ذلك [بالقول]``
        return False
    readings = peelings(before.folded, language)
    if any(one.back for one in readings):
        return True
    conjunctions = ("", *language.clitics("conjunction"))
    return any(one.core in known.prepositions and one.proclitics in conjunctions for one in readings)


def _attributes(hit: Hit[Attribution], passage: Passage) -> bool:
    """Whether a phrase attributes by itself: not the ``in a statement`` that merely goes with a verb."""
    if hit.value.role != "statement":
        return True
    known = speech_lexicon(pack(passage.article.language))
    single = known.attributions.at(hit.first, passage.words[: hit.first + 1], passage.text)
    return single is not None and single.value.role == "source"


def _inside(cue: Cue, passage: Passage) -> bool:
    """Whether a cue stands inside marks or inside a noun phrase, where it reports nothing itself."""
    if any(m.start <= cue.start < m.end for m in passage.marks if m.closed):
        return True
    speaker = passage.speaker_at(cue.start)
    if speaker is None or cue.tag == "source":
        return False
    return speaker.kind != "document" or speaker.name_start <= cue.start < speaker.name_end


def _negate(cue: Cue, passage: Passage) -> None:
    known = speech_lexicon(pack(passage.article.language))
    if cue.index > 0 and known.negations.at(cue.index - 1, passage.words, passage.text):
        cue.flags.add("negated")
