"""The quotations of one article, read sentence by sentence and cue by cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from workbench.corpus import Article, Block
from workbench.extractors.quotes.anaphora import of_clause
from workbench.extractors.quotes.around import attributed, marks_before, trailing, untold
from workbench.extractors.quotes.closing import close
from workbench.extractors.quotes.cues import STOPS, Cue, Passage, cues
from workbench.extractors.quotes.fragments import clauses_in_marks, names_in_marks, scare
from workbench.extractors.quotes.headlines import Found, headlines, lend_speakers
from workbench.extractors.quotes.labels import label
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.openers import open_content
from workbench.extractors.quotes.phrases import Speaker, speakers_of, words_of
from workbench.extractors.quotes.placards import ON_SIGN
from workbench.extractors.quotes.settling import (
    UNOPENED,
    carries,
    clause_before_marks,
    counted,
    drop_inner,
    flagged,
    goes_on_with,
    in_passing,
    pass_on,
    pronoun_speaks,
    reveals_nothing,
    speaks_for,
    weak,
)
from workbench.extractors.quotes.subjects import subject
from workbench.extractors.quotes.topics import topic_of
from workbench.extractors.quotes.uncued import Told, attribution, introducer
from workbench.extractors.quotes.vicinity import passed_from
from workbench.languages.pack import pack
from workbench.text.marks import Marked, marked
from workbench.text.sentences import Sentence, sentences
from workbench.text.tokens import Token, tokens

__all__ = ["Found", "Reader"]

SHORTEST = 2  # words of an indirect statement
EARLIER = 60  # cues of a sentence that are looked back at, and forward


class Reader:
    """Reads the quotations of one article, remembering who spoke last.

    Parameters
    ----------
    named, places: who is named in the article, and the entities of all places by their names (see `Named`).
    """

    def __init__(self, article: Article, named: list[Speaker], places: Mapping[str, str]) -> None:
        self.article = article
        self.language = pack(article.language)
        self.words = words_of(article)
        self.marks = {
            block: marked(article.text, self.language, start=block.start, end=block.end) for block in article.content
        }
        stretches = [(self.words[block], marks) for block, marks in self.marks.items()]
        clauses = clauses_in_marks(article, stretches)
        junk = {one.entity for one in named if (one.name_start, one.name_end) in clauses}
        named = [one for one in named if one.entity not in junk] if junk else named
        self.speakers = speakers_of(article, named, places, self.words)
        self.found: list[Found] = []
        self.rejected: list[tuple[Marked, str]] = []
        self.inner: list[Marked] = []
        self.memory = Memory()
        self.told = Told()
        self.everybody = [one for own in self.speakers.values() for one in own]
        self.names = names_in_marks(article, stretches, self.everybody)
        self.read_to = -1
        self.open_cue: Cue | None = None
        """The cue of words in marks that opened a paragraph, whose speaker the next sentence may name."""

    def read(self) -> None:
        """Every sentence of every content block, in order."""
        text = self.article.text
        previous = None
        for block in self.article.content:
            if previous is not None and block.kind != previous:
                self.memory.clear()
                self.told = Told()
            previous = block.kind
            known, spoken = len(self.found), None
            announces = text[block.start : block.end].rstrip().endswith(":")
            for passage in self._passages(block):
                begins = not text[block.start : passage.sentence.start].rpartition("\n")[2].strip()
                line = text[passage.sentence.start : block.end].partition("\n")[0] if begins else ""
                labelled = label(passage, line=line)
                if labelled is not None and line and _spoken(labelled, passage):
                    self._line(labelled, block.end)
                else:
                    self._sentence(passage, labelled)
                if announces:
                    spoken = introducer(passage, passage.sentence.start, passage.sentence.end) or spoken
            self.told.announced = (spoken or self.memory.last()) if announces else None
            if len(self.found) == known and not announces:
                self.told.closed = True
        self._headlines()
        self.found.sort(key=lambda one: (one.start, one.end))

    def _headlines(self) -> None:
        """The quotations of headlines, and of lines like them, whose words the text has again of somebody."""
        lend_speakers(self.found, self.article)
        for one, mark in list(headlines(self.found, self.article, self.marks, self.names, self.everybody)):
            self.found.append(one)
            self.rejected = [left for left in self.rejected if left[0] != mark]

    def _passages(self, block: Block) -> Iterator[Passage]:
        """The sentences of a block, but for those of a line that is read already."""
        text = self.article.text
        every = self.marks[block]
        outer = [m for m in every if m.depth == 0]
        self.inner = [m for m in every if m.depth == 1 and m.closed]
        speakers, words = self.speakers[block], self.words[block]
        able_at, marks_at = [s.start for s in speakers], [m.start for m in outer]
        for sentence in sentences(text, self.language, start=block.start, end=block.end, marks=every):
            if sentence.start < self.read_to:
                continue
            inside = outer[bisect_left(marks_at, sentence.start) : bisect_right(marks_at, sentence.end)]
            yield Passage(
                self.article,
                sentence,
                words=[word for word in _within(words, sentence.start, sentence.end) if word.end <= sentence.end],
                speakers=_outside(
                    speakers[bisect_left(able_at, sentence.start) : bisect_left(able_at, sentence.end)], inside
                ),
                marks=inside,
                everybody=self.everybody,
            )

    def _line(self, cue: Cue, stop: int) -> None:
        """A row for what a speaker says behind the colon of a line, to its end."""
        text, start = self.article.text, cue.content[0]
        end = text.find("\n", start, stop)
        end = self.read_to = self._reported(start, stop if end < 0 else end)
        while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
            end -= 1
        cue.content = (start, end)
        self.found.append(Found(start, end, "direct", cue, cue.content, ("unmarked",)))
        if cue.subject is not None:
            self.memory.tell(cue.subject)
        self.inner = [m for m in marked(text, self.language, start=start, end=end) if m.depth == 0 and m.closed]
        self._nested(Marked(start, end, "line", 0, closed=True), cue)

    def _reported(self, start: int, stop: int) -> int:
        """Where the words of a label end: before a sentence that begins with a verb of saying, else with the line."""
        known = speech_lexicon(self.language).verbs
        for sentence in sentences(self.article.text, self.language, start=start, end=stop)[1:]:
            words = tokens(self.article.text, self.language, start=sentence.start, end=sentence.end)
            hit = known.at(0, words, self.article.text) if words else None
            if hit is not None and hit.value.tag in ("past", "pres"):
                return sentence.start
        return stop

    def _sentence(self, passage: Passage, labelled: Cue | None = None) -> None:
        names = {mark: self.names[mark] for mark in passage.marks if mark in self.names}
        found = [cue for cue in [labelled, *cues(passage)] if cue is not None]
        for position, cue in enumerate(found):
            earlier = found[max(0, position - EARLIER) : position]
            self._open(cue, passage, names, earlier)
            if cue.content[0] >= 0 and cue.content[1] < 0:
                end = close(cue, passage, found[position + 1 : position + EARLIER])
                cue.content = (cue.content[0], end)
                cue.content = (-1, -1) if counted(cue, passage) else cue.content
            pronoun_speaks(cue, earlier, passage, self.memory)
            drop_inner(cue, earlier, passage)
            self._tell(cue, earlier)
        pass_on(found, passage)
        reporting = [cue for cue in found if cue.content[0] >= 0 and cue.content[1] > cue.content[0]]
        topic = (topic_of(passage) or _acting(found, passage)) if not reporting else None
        if topic is not None:
            self.memory.topic(topic)
        if topic is not None and self.open_cue is not None and not passage.marks:
            self.open_cue.subject = replace(topic, flag="")
        self.open_cue = None
        taken = self._direct(passage, reporting, names)
        self._indirect(passage, reporting, taken)
        said = [cue.subject for cue in reporting if cue.subject is not None]
        self.told.reported = (said[0], passage.sentence.end) if said else None

    def _open(self, cue: Cue, passage: Passage, names: dict[Marked, str], earlier: list[Cue]) -> None:
        """Where the content of a cue begins, and who its subject is."""
        if cue.tag == "colon":
            return
        before = untold(cue, marks_before(cue, passage, names), earlier)
        opener = _opener(cue, passage, names, before)
        if opener is not None:
            cue.opened, cue.content = opener[0], (opener[1], -1)
        who, rule = subject(cue, passage, self.memory, marks_before=before is not None)
        far = rule == "carried" and (who is None or who.start < passage.sentence.start)
        own = of_clause(cue, earlier, passage, far=far)
        who, elsewhere = own or who, far and own is None and cue.opened not in UNOPENED
        if cue.tag == "part":
            who, rule = goes_on_with(cue, earlier, who, rule, unsure=rule == "before" or elsewhere)
        if who is not None and who.kind == "evidence":
            cue.content = (-1, -1)
            return
        cue.subject, cue.rule = who, f"{cue.rule} {rule}".strip() if rule != cue.rule else rule
        if (origin := cue.origin or self._origin(cue, passage, rule)) is not None:
            who, rule = self._passed_on(cue, who, origin), "from"
        if cue.tag == "source":
            self._attributed(cue, passage, before, earlier)
        elif cue.content[0] < 0 and before is not None:
            cue.opened, cue.content = "before", (before.start, before.end)
        if who is not None:
            flagged(cue, who, rule)
        if cue.content[0] < 0 and cue.verb is not None and "that" in cue.verb.particles and rule != "lead":
            trailing(cue, passage, earlier)
        self._keep(cue, passage, who, rule, earlier)

    def _keep(self, cue: Cue, passage: Passage, who: Speaker | None, rule: str, earlier: list[Cue]) -> None:
        """Take the content from a cue that nothing opens, where it is too weak a sign that anything is reported."""
        itself = who is not None and cue.opened == "object" and cue.content[0] == who.start  # ``نفى [مكتبه] ذلك``
        if itself or in_passing(cue, passage, earlier) or reveals_nothing(cue, passage):
            cue.content = (-1, -1)
        again = self.memory.last()
        same = cue.joined and again is not None and again.start >= passage.sentence.start
        if cue.opened in UNOPENED and not (same and who is not None) and weak(cue, passage, who, rule):
            cue.content = (-1, -1)

    @staticmethod
    def _attributed(cue: Cue, passage: Passage, before: Marked | None, earlier: list[Cue]) -> None:
        """The content of a phrase that attributes; none where it only names who speaks for a verb's subject."""
        if speaks_for(cue, earlier):
            if carries(cue, passage):
                earlier[-1].via = earlier[-1].subject
            earlier[-1].subject, cue.content = cue.subject, (-1, -1)
        else:
            attributed(cue, passage, before, earlier)

    def _origin(self, cue: Cue, passage: Passage, rule: str) -> Speaker | None:
        """For whom a pronoun stands whose words a verb passes on: ``ونقلت [عنها] الوكالة أنها``."""
        said = passed_from(cue, passage) if rule == "after" else ""
        return self.memory.carried(said) if said else None

    def _passed_on(self, cue: Cue, carrier: Speaker | None, origin: Speaker) -> Speaker:
        """The source whose words a verb passes on (``نقلت الوكالة عن مصدر``): whoever passes them on is told of too."""
        cue.subject, cue.via, cue.rule = origin, carrier, "verb from"
        if carrier is not None:
            self.memory.tell(carrier)
        return origin

    def _tell(self, cue: Cue, earlier: list[Cue]) -> None:
        """Remember who spoke; whoever speaks inside another's report comes before him, so that he is carried on."""
        if cue.subject is None or cue.content[0] < 0:
            return
        reports = (one for one in earlier if one.subject and one.tag != "source")
        around = [one for one in reports if one.content[0] <= cue.start < one.content[1]]
        finite = cue.verb is not None and cue.tag in ("past", "pres") and cue.rule == "verb after"
        beside = finite and cue.subject.kind == "person" and cue.subject.start - cue.end <= 1
        said = cue.verb.gender if cue.verb is not None and beside and cue.verb.gender in ("m", "f") else ""
        self.memory.tell(cue.subject, inner=bool(around), said=said)

    def _direct(self, passage: Passage, reporting: list[Cue], names: dict[Marked, str]) -> list[Cue]:
        """Rows for what stands in marks; gives back the cues whose content is thereby told."""
        taken: list[Cue] = []
        for mark in passage.marks:
            around = [cue for cue in reporting if cue.content[0] <= mark.start and mark.end <= cue.content[1] + 1]
            if mark.start == mark.end:
                continue
            if not around and mark not in names:
                cue = attribution(mark, passage, self.told, self.memory)
                around = [] if cue is None else [cue]
            why = names.get(mark, "") or scare(mark, around, passage)
            if why:
                self.rejected.append((mark, why))
                taken.extend(cue for cue in around if why == ON_SIGN and mark.start - 1 <= cue.content[0])
                continue
            cue = max(around, key=lambda c: c.content[0])
            taken.extend(around)
            flags = () if mark.closed else ("unclosed",)
            self.found.append(Found(mark.start, mark.end, "direct", cue, cue.content, flags))
            if cue.start < 0 and cue.subject is not None:
                self.memory.tell(cue.subject)
            alone = passage.gap(mark.start, mark.end) == len(passage.words)
            opens = passage.text[: passage.sentence.start].rstrip(" ")[-1:] in ("", "\n")
            self.open_cue = cue if cue.rule == "uncued" and alone and opens else None
            self.told.cue, self.told.end, self.told.closed = cue, mark.end + mark.closed, mark.closed
            self._nested(mark, cue)
        return taken

    def _nested(self, outer: Marked, cue: Cue) -> None:
        """Rows for what others say inside a quotation: ``قال: «سمعته يقول: "لا"»``."""
        inner = [one for one in _within(self.inner, outer.start, outer.end) if one.end <= outer.end]
        if not inner:
            return
        within = Passage(
            self.article,
            Sentence(outer.start, outer.end),
            words=tokens(self.article.text, self.language, start=outer.start, end=outer.end),
            speakers=[one for one in _within(self.everybody, outer.start, outer.end) if one.end <= outer.end],
            marks=inner,
        )
        reader = _Inner(self, cue)
        reader.read_inside(within)
        self.found.extend(reader.found)

    def _indirect(self, passage: Passage, reporting: list[Cue], taken: list[Cue]) -> None:
        """Rows for what is reported without marks."""
        for cue in reporting:
            start, end = cue.content
            told, unmarked = any(cue is one for one in taken) or cue.opened == "before", cue.opened == "colon"
            if told and (before := clause_before_marks(cue, passage)) > start:
                self.found.append(Found(start, before, "indirect", cue, cue.content, ()))
            if told or passage.gap(start, end) + (cue.opened == "joined") < SHORTEST:  # ``ب[خطأ بشري]``
                continue
            if cue.opened == "mark" and any(mark.start == start and mark.closed for mark in passage.marks):
                continue  # what stands in marks is none of his words
            if unmarked and any(mark.start <= start < mark.end for mark in passage.marks):
                continue  # a cue inside a mark that never closed: its words are told already
            beside = cue.opened == "particle" and passage.gap(cue.end, start) <= 1
            clause = cue.opened == "particle" and ("after" in cue.rule or cue.tag == "part" or beside)
            if cue.verb is not None and cue.verb.describe and not clause:
                continue
            cut = next((mark for mark in passage.marks if mark.closed and mark.start == start and mark.end < end), None)
            start -= cut is not None  # ``أعرب عن [«صدمته» لما قيل]``: both marks or none
            kind, flags = ("direct", ("unmarked",)) if unmarked else ("indirect", ())
            self.found.append(Found(start, end, kind, cue, cue.content, flags))


class _Inner(Reader):
    """Reads what others say inside somebody's words: only what stands in marks of its own."""

    def __init__(self, reader: Reader, outer: Cue) -> None:
        self.article, self.language, self.speakers = reader.article, reader.language, reader.speakers
        self.memory, self.told = Memory(), Told()
        self.names, self.everybody = reader.names, reader.everybody
        self.found, self.rejected, self.inner = [], [], []
        self.open_cue = None
        self.outer = outer

    def read_inside(self, passage: Passage) -> None:
        """The statements of others in a quotation."""
        self._sentence(passage)
        own = self.outer.subject.entity if self.outer.subject else ""
        others = [one for one in self.found if one.kind == "direct" and one.cue.start >= 0]
        self.found = [one for one in others if one.cue.subject is None or one.cue.subject.entity != own or not own]
        for one in self.found:
            one.cue.via = one.cue.via or self.outer.subject


def _spoken(cue: Cue, passage: Passage) -> bool:
    """Whether what follows a label are the speaker's own words throughout: no headline that quotes some of them."""
    start, end = cue.content[0], passage.sentence.end
    marks = [mark for mark in passage.marks if mark.start > start]
    return passage.marked_at(start) is None and (not marks or passage.text[end - 1] in STOPS)


def _opener(cue: Cue, passage: Passage, names: dict[Marked, str], before: Marked | None) -> tuple[str, int] | None:
    """How and where the content of a verb begins behind it, where that is not in the marks before it."""
    opener = open_content(cue, passage, names) if cue.verb is not None else None
    if opener is None or before is None or cue.tag == "part" or opener[0] == "particle":
        return opener
    return opener if opener[0] == "colon" and passage.marked_at(opener[1] - 1) is not None else None


Ordered = TypeVar("Ordered", Marked, Speaker, Token)


def _within(ordered: list[Ordered], start: int, end: int) -> list[Ordered]:
    """Those of some spans, given in order, that begin between two places."""
    first = bisect_left(ordered, start, key=lambda one: one.start)
    return ordered[first : bisect_left(ordered, end, lo=first, key=lambda one: one.start)]


def _acting(found: list[Cue], passage: Passage) -> Speaker | None:
    """Somebody without a name who does what reports nothing: ``[Her neighbour] agreed. "...," he said.``"""
    first = found[0].subject if found and not found[0].flags & {"carried", "lead"} else None
    language = pack(passage.article.language)
    words = [] if first is None else language.fold(passage.text[first.start : first.end]).split()[:1]
    determined = not (language.listed("owners") | language.listed("before_things")).isdisjoint(words)
    determined = determined or (first is not None and language.settings["verb_first"] and found[0].rule == "verb after")
    return first if first is not None and first.kind == "group" and determined else None


def _speaker(cue: Cue) -> str:
    return cue.subject.entity if cue.subject is not None else ""


def _outside(speakers: list[Speaker], marks: list[Marked]) -> list[Speaker]:
    """The noun phrases that do not stand among the words that somebody is quoted with: names that fill marks do not."""
    found, at = [], 0
    for one in speakers:
        while at < len(marks) and marks[at].end < one.end:
            at += 1
        mark = marks[at] if at < len(marks) else None
        quoted = mark is not None and mark.closed and mark.start <= one.start
        if not quoted or (mark is not None and one.end - one.start >= mark.end - mark.start):
            found.append(one)
    return found
