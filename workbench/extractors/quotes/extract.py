"""Quotations of a corpus: sentence by sentence, cue by cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.corpus import Article, Corpus, expect, expect_same
from workbench.extractors.entities import Entities
from workbench.extractors.entities import entities as find_entities
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage, cues
from workbench.extractors.quotes.fragments import name_in_marks
from workbench.extractors.quotes.judgingjournal import Kept
from workbench.extractors.quotes.labels import first_word, label
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.meaning import encoder
from workbench.extractors.quotes.memory import LIVELY, Memory
from workbench.extractors.quotes.openers import close, open_content
from workbench.extractors.quotes.phrases import Named, Speaker, speakers_of
from workbench.extractors.quotes.result import QUOTE_COLUMNS, Quotes
from workbench.extractors.quotes.subjects import governed, is_pronoun, subject
from workbench.extractors.quotes.uncued import Told, attribution, introducer
from workbench.languages.pack import pack
from workbench.progress import steps
from workbench.text.marks import Marked, marked
from workbench.text.sentences import Sentence, sentences
from workbench.text.spans import Spans
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["quotes"]

TRAILING = 3  # the most words between closing marks and the verb that follows them
SHORTEST = 2  # words of an indirect statement
CALLED = 6  # the most words of a source that no list knows
TRAILED = 2  # more words than that are reported before a verb that trails them
AFTER = 4  # the most words behind such a verb
PASSED = 3  # the most characters between a source and the verb of who passes its words on
FRAGMENT = 3  # words from which a marked stretch inside a report is a quotation of its own


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation before it has an id: ``start``/``end`` what was said, ``clause`` the reported clause around it."""

    start: int
    end: int
    kind: str
    cue: Cue
    clause: tuple[int, int]
    flags: tuple[str, ...] = ()


def quotes(
    corpus: Corpus,
    entities: Entities | None = None,
    *,
    meaning: bool = False,
    judgements: Kept = None,
    progress: bool = True,
) -> Quotes:
    """Who said what: the direct and indirect quotations of a corpus, each with its speaker.

    Parameters
    ----------
    corpus: the articles; only their content (title, subtitle, body) is read.
    entities: who the speakers are; extracted from the corpus where not given.
    meaning: whether wordings of one statement are found by what they mean too, in other words and across languages; it
        needs the extra ``meaning`` and raises MissingExtraError without it.
    judgements: the file of what coders have said of them (``quotes.save_judgements``); None for the one beside the
        corpus, False for none.
    progress: whether a bar is shown for more than 200 articles.

    Returns
    -------
    Quotes: ``.table``, with three columns more: clause_start and clause_end (the reported clause around a marked
        fragment) and via (the entity that passed the words on, such as an agency); ``.lineages``; ``.rejected`` (what
        stands in marks and is no quotation, with the reason). Offsets are code points into ``Article.text``; a direct
        quotation is what stands inside its marks.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> text = "وصف الكرملين المحادثات بأنها كانت «بنّاءة وعملية»."
    >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
    >>> quotes(Corpus([page])).table[["text", "speaker", "cue"]].values.tolist()
    [['بنّاءة وعملية', 'الكرملين', 'وصف']]
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    known = find_entities(corpus, progress=progress) if entities is None else entities
    expect(known, "Entities", maker="wb.entities(corpus)")
    expect_same(corpus, known.corpus, what="entities")
    if meaning:
        encoder()
    named = Named(known)
    rows: list[tuple[object, ...]] = []
    rejected: list[tuple[object, ...]] = []
    for article in steps(corpus, "quotes", show=progress):
        reader = _Reader(article, named)
        reader.read()
        rows += [_row(article, found, number) for number, found in enumerate(reader.found, start=len(rows) + 1)]
        rejected.extend((article.id, m.start, m.end, article.text[m.start : m.end], why) for m, why in reader.rejected)
    return _result(corpus, known, _table(corpus, known, rows, meaning=meaning), rejected, judgements)


def _table(
    corpus: Corpus, known: Entities, rows: list[tuple[object, ...]], *, meaning: bool
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of quotations and of lineages."""
    import pandas as pd

    columns = [*[column for column in QUOTE_COLUMNS if column != "lineage"], "clause_start", "clause_end", "via"]
    table = pd.DataFrame(rows, columns=columns)
    ids, summary = lineages(corpus, table, known, meaning=meaning)
    table.insert(len(QUOTE_COLUMNS) - 1, "lineage", ids)
    return table, summary


def _result(
    corpus: Corpus,
    known: Entities,
    tables: tuple[pd.DataFrame, pd.DataFrame],
    rejected: list[tuple[object, ...]],
    judgements: Kept,
) -> Quotes:
    import pandas as pd

    left_out = pd.DataFrame(rejected, columns=["article", "start", "end", "text", "reason"])
    return Quotes(corpus, known, *tables, rejected=left_out, judgements=judgements)


def _row(article: Article, found: Found, number: int) -> tuple[object, ...]:
    cue, speaker = found.cue, found.cue.subject
    flags = set(found.flags) | cue.flags
    if speaker is not None and speaker.flag:
        flags.add(speaker.flag)
    if speaker is None:
        flags.add("no-speaker")
    carried = "carried" in flags
    named = (-1, -1) if speaker is None or carried else (speaker.name_start, speaker.name_end)
    return (
        f"q{number}",
        article.id,
        found.start,
        found.end,
        article.text[found.start : found.end],
        found.kind,
        speaker.entity if speaker else "",
        article.text[named[0] : named[1]] if named[0] >= 0 else "",
        *named,
        article.text[cue.start : cue.end],
        cue.start,
        cue.end,
        cue.stance,
        cue.rule,
        " ".join(sorted(flags)),
        *found.clause,
        cue.via.entity if cue.via else "",
    )


class _Reader:
    """Reads the quotations of one article, remembering who spoke last."""

    def __init__(self, article: Article, named: Named) -> None:
        self.article = article
        self.language = pack(article.language)
        self.speakers = speakers_of(article, named)
        self.found: list[Found] = []
        self.rejected: list[tuple[Marked, str]] = []
        self.inner: list[Marked] = []
        self.memory = Memory()
        self.told = Told()
        self.everybody = [one for own in self.speakers.values() for one in own]
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
            every = marked(text, self.language, start=block.start, end=block.end)
            pairs = [m for m in every if m.depth == 0]
            self.inner = [m for m in every if m.depth == 1 and m.closed]
            known, spoken = len(self.found), None
            able_at, marks_at = [s.start for s in self.speakers[block]], [m.start for m in pairs]
            for sentence in sentences(text, self.language, start=block.start, end=block.end):
                if sentence.start < self.read_to:
                    continue
                inside = pairs[bisect_left(marks_at, sentence.start) : bisect_right(marks_at, sentence.end)]
                words = tokens(text, self.language, start=sentence.start, end=sentence.end)
                able = self.speakers[block][bisect_left(able_at, sentence.start) : bisect_left(able_at, sentence.end)]
                passage = Passage(
                    self.article, sentence, words=words, speakers=able, marks=inside, everybody=self.everybody
                )
                begins = not text[block.start : sentence.start].rpartition("\n")[2].strip()
                line = text[sentence.start : block.end].partition("\n")[0] if begins else ""
                labelled = label(passage, line=line)
                if labelled is not None and _spoken(labelled, passage):
                    self._line(labelled, passage, block.end)
                else:
                    self._sentence(passage, labelled)
                spoken = introducer(passage, sentence.start, sentence.end) or spoken
            announces = text[block.start : block.end].rstrip().endswith(":")
            self.told.announced = (spoken or self.memory.last()) if announces else None
            if len(self.found) == known and not announces:
                self.told.closed = True

    def _line(self, cue: Cue, passage: Passage, stop: int) -> None:
        """A row for what a speaker says behind the colon of a line, to its end."""
        text, start = self.article.text, cue.content[0]
        end = text.find("\n", start, stop)
        end = self.read_to = stop if end < 0 else end
        while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
            end -= 1
        cue.content = (start, end)
        self.found.append(Found(start, end, "direct", cue, cue.content, ("unmarked",)))
        if cue.subject is not None:
            self.memory.tell(cue.subject)
        whole = Marked(start, end, "line", 0, closed=True)
        inner = [one for one in marked(text, self.language, start=start, end=end) if one.depth == 0 and one.closed]
        words = tokens(text, self.language, start=start, end=end)
        able = [one for one in self.everybody if start <= one.start and one.end <= end]
        self._nested(whole, Passage(self.article, Sentence(start, end), words=words, speakers=able, marks=inner), cue)

    def _sentence(self, passage: Passage, labelled: Cue | None = None) -> None:
        names = {m: why for m in passage.marks if (why := name_in_marks(self.article, passage.words, m))}
        found = [cue for cue in [labelled, *cues(passage)] if cue is not None]
        for position, cue in enumerate(found):
            self._open(cue, passage, names, found[:position])
            if cue.content[0] >= 0 and cue.content[1] < 0:
                cue.content = (cue.content[0], close(cue, passage, found[position + 1 :]))
            _drop_inner(cue, found[:position])
            self._tell(cue, found[:position])
        _pass_on(found)
        reporting = [cue for cue in found if cue.content[0] >= 0 and cue.content[1] > cue.content[0]]
        topic = _topic(passage) if not reporting else None
        if topic is not None:
            self.memory.topic(topic)
        if topic is not None and self.open_cue is not None and not passage.marks:
            self.open_cue.subject = replace(topic, flag="")
        self.open_cue = None
        taken = self._direct(passage, reporting, names)
        self._indirect(passage, reporting, taken)
        self.found.sort(key=lambda one: (one.start, one.end))

    def _open(self, cue: Cue, passage: Passage, names: dict[Marked, str], earlier: list[Cue]) -> None:
        """Where the content of a cue begins, and who its subject is."""
        if cue.tag == "colon":
            return
        before = _marks_before(cue, passage, names)
        if cue.verb is not None:
            opener = open_content(cue, passage, names)
            if opener is not None and (before is None or cue.tag == "part" or opener[0] in ("colon", "particle")):
                cue.opened, cue.content = opener[0], (opener[1], -1)
        who, rule = subject(cue, passage, self.memory, marks_before=before is not None)
        cue.subject, cue.rule = who, f"{cue.rule} {rule}".strip() if rule != cue.rule else rule
        if cue.origin is not None:
            cue.subject, cue.via, cue.rule = cue.origin, who, "verb from"
            who, rule = cue.origin, "from"
        if cue.tag == "source":
            _attributed(cue, passage, before, earlier)
        elif cue.content[0] < 0 and before is not None:
            cue.opened, cue.content = "before", (before.start, before.end)
        if rule in ("lead", "ownerless"):
            cue.flags.add(rule)
        if rule == "carried" and who is not None:
            cue.flags.add("carried")
            cue.subject = replace(who, start=cue.start)
        if cue.content[0] < 0 and cue.verb is not None and "that" in cue.verb.particles and rule != "lead":
            _trailing(cue, passage, earlier)
        beside = cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage)
        weak = cue.opened in ("object", "joined", "bare") and rule == "carried" and cue.tag != "part" and not beside
        if cue.opened == "object" and who is not None and who.flag == "anonymous" and rule == "before":
            weak = True
        if weak or (who is None and cue.opened in ("object", "joined", "bare")):
            cue.content = (-1, -1)

    def _tell(self, cue: Cue, earlier: list[Cue]) -> None:
        """Remember who spoke; whoever speaks inside another's report comes before him, so that he is carried on."""
        if cue.subject is None or cue.content[0] < 0:
            return
        around = [one for one in earlier if one.subject and one.content[0] <= cue.start < one.content[1]]
        self.memory.tell(cue.subject, inner=bool(around))

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
            why = names.get(mark, "") or self._scare(mark, around, passage)
            if why:
                self.rejected.append((mark, why))
                continue
            cue = max(around, key=lambda c: c.content[0])
            taken.extend(around)
            flags = () if mark.closed else ("unclosed",)
            self.found.append(Found(mark.start, mark.end, "direct", cue, cue.content, flags))
            if cue.start < 0 and cue.subject is not None:
                self.memory.tell(cue.subject)
            alone = passage.gap(mark.start, mark.end) == len(passage.words)
            self.open_cue = cue if cue.rule == "uncued" and alone else None
            self.told.cue, self.told.end, self.told.closed = cue, mark.end + mark.closed, mark.closed
            self._nested(mark, passage, cue)
        return taken

    def _nested(self, outer: Marked, passage: Passage, cue: Cue) -> None:
        """Rows for what others say inside a quotation: ``قال: «سمعته يقول: "لا"»``."""
        inner = [one for one in self.inner if outer.start <= one.start and one.end <= outer.end]
        inner = inner or [one for one in passage.marks if outer.start < one.start and one.end < outer.end]
        if not inner:
            return
        words = [word for word in passage.words if outer.start <= word.start < outer.end]
        able = passage.speakers_from(outer.start)
        within = Passage(
            self.article,
            Sentence(outer.start, outer.end),
            words=words,
            speakers=[one for one in able if one.end <= outer.end],
            marks=inner,
        )
        reader = _Inner(self, cue)
        reader.read_inside(within)
        self.found.extend(reader.found)

    def _scare(self, mark: Marked, around: list[Cue], passage: Passage) -> str:
        """Why a marked stretch quotes nobody: nothing reports it, or it is one word in the middle of a report."""
        if not around:
            return "no cue"
        words = passage.gap(mark.start, mark.end)
        cue = max(around, key=lambda c: c.content[0])
        begins = passage.gap(cue.content[0], mark.start) == 0
        describes = (cue.verb is not None and cue.verb.describe) or cue.rule == "headline"
        return "scare word" if words < FRAGMENT and not begins and not describes else ""

    def _indirect(self, passage: Passage, reporting: list[Cue], taken: list[Cue]) -> None:
        """Rows for what is reported without marks."""
        for cue in reporting:
            start, end = cue.content
            if any(cue is one for one in taken) or passage.gap(start, end) < SHORTEST or cue.opened == "before":
                continue
            unmarked = cue.opened == "colon"
            if unmarked and any(mark.start <= start < mark.end for mark in passage.marks):
                continue  # a cue inside a mark that never closed: its words are told already
            if cue.verb is not None and cue.verb.describe and (cue.opened != "particle" or "after" not in cue.rule):
                continue
            kind, flags = ("direct", ("unmarked",)) if unmarked else ("indirect", ())
            self.found.append(Found(start, end, kind, cue, cue.content, flags))


class _Inner(_Reader):
    """Reads what others say inside somebody's words: only what stands in marks of its own."""

    def __init__(self, reader: _Reader, outer: Cue) -> None:
        self.article, self.language, self.speakers = reader.article, reader.language, reader.speakers
        self.memory, self.told = Memory(), Told()
        self.found, self.rejected, self.inner, self.everybody = [], [], [], reader.everybody
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


def _topic(passage: Passage) -> Speaker | None:
    """Whom a sentence without a report is about: the first person or body that no preposition governs, or any person."""
    quoted = Spans((mark.start, mark.end) for mark in passage.marks)
    outside = [one for one in passage.speakers if one.kind in LIVELY and not quoted.meets(one.start, one.end)]
    free = (one for one in outside if not governed(one, passage))
    return next(free, None) or next((one for one in outside if one.kind == "person"), None)


def _pass_on(found: list[Cue]) -> None:
    """A source that opens a sentence speaks what the verb behind it reports: ``نقلاً عن مصدر، ذكرت الصحيفة أن``."""
    for source, verb in pairwise(found):
        opens = source.tag == "source" and source.opened == "comma" and source.subject is not None
        if opens and verb.verb is not None and source.content[0] <= verb.start and verb.content[0] >= 0:
            if verb.start - source.content[0] <= PASSED and verb.opened in ("particle", "mark", "colon", "bare"):
                verb.via, verb.subject = verb.subject, source.subject
                verb.flags -= {"carried", "lead"}
                source.content = (-1, -1)


def _drop_inner(cue: Cue, earlier: list[Cue]) -> None:
    """Take the content from a cue that only passes another's words on, or that has no subject inside a report."""
    for one in earlier:
        inside = one.content[0] <= cue.start < one.content[1]
        if inside and cue.flags & {"carried", "lead"} and cue.tag not in ("part", "masdar"):
            cue.content = (-1, -1)
        if cue.content[0] >= 0 and one.content[0] == cue.content[0] and "carried" not in cue.flags:
            cue.via, one.content = one.subject, (-1, -1)


def _marks_before(cue: Cue, passage: Passage, names: dict[Marked, str]) -> Marked | None:
    """The quotation that a cue follows: ``«...»، قال فلان``."""
    ended = [m for m in passage.marks if m.closed and m.end < cue.start and m not in names]
    if not ended or cue.joined or passage.gap(ended[-1].end, cue.start) > TRAILING:
        return None
    between = passage.text[ended[-1].end + 1 : cue.start]
    gap_speaker = [s for s in passage.speakers if ended[-1].end < s.start < cue.start]
    words_between = passage.gap(ended[-1].end, cue.start) - sum(passage.gap(s.start, s.end) for s in gap_speaker)
    words_between -= cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage)
    inside_comma = passage.text[ended[-1].end - 1] in COMMAS
    apart = inside_comma or between.strip(" \u00a0")[:1] in (*COMMAS, "", "-", "–", "—")
    return ended[-1] if words_between == 0 and apart else None


def _trailing(cue: Cue, passage: Passage, earlier: list[Cue]) -> None:
    """The content of a verb that stands behind it with its subject: ``The letter was late, she recalled.``"""
    language = pack(passage.article.language)
    if not language.settings["opener_optional"] or cue.tag not in ("past", "pres") or earlier:
        return
    text, who = passage.text, cue.subject
    beside = who is not None and min(abs(who.end - cue.start), abs(who.start - cue.end)) <= 1
    spoken = cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage)
    begin = passage.words[cue.index - 1].start if spoken else min(who.start if beside and who else cue.start, cue.start)
    before = text[passage.sentence.start : begin].rstrip()
    last = max(cue.end, who.end if beside and who is not None else cue.end)
    if not (beside or spoken) or not before.endswith(tuple(COMMAS)) or passage.gap(last, passage.sentence.end) > AFTER:
        return
    end = passage.sentence.start + len(before) - 1
    if passage.gap(passage.sentence.start, end) > TRAILED:
        cue.opened, cue.content = "clause", (passage.sentence.start, end)


def _attributed(cue: Cue, passage: Passage, before: Marked | None, earlier: list[Cue]) -> None:
    """The content of a phrase such as ``بحسب``: what follows it at the head of a sentence, else what it follows."""
    text, sentence = passage.text, passage.sentence
    opens = cue.index <= first_word(passage) or _clause_begins(cue, passage)
    if cue.subject is None:
        ends = passage.gap(cue.end, sentence.end) == 0
        cue.subject = _called(cue, passage) if opens else _topic(passage) if ends else None
    if cue.subject is None:
        return
    if opens:
        start = _past_comma(max(cue.end, cue.subject.end), passage)
        while start < sentence.end and not text[start].isalnum() and passage.marked_at(start) is None:
            start += 1
        cue.opened, cue.content = "comma", (_past_links(passage, start), -1)
    elif before is not None:
        cue.opened, cue.content = "before", (before.start, before.end)
    elif not any(one.content[0] >= 0 for one in earlier):
        end = cue.start
        while end > sentence.start and not text[end - 1].isalnum():
            end -= 1
        colon = text.rfind(":", sentence.start, end)
        begin = passage.words[passage.gap(sentence.start, colon)].start if colon > 0 else sentence.start
        cue.opened, cue.content = "clause", (begin, end)


def _clause_begins(cue: Cue, passage: Passage) -> bool:
    """Whether a semicolon stands right before a cue (``؛ فبحسب``)."""
    before = passage.text[passage.sentence.start : passage.words[cue.index].start].rstrip()
    return before.endswith(("؛", ";"))


def _past_comma(position: int, passage: Passage) -> int:
    """Behind the comma that ends a phrase which attributes, where a few words of it are left (``عن مصدر في الوزارة،``)."""
    commas = [at for sign in COMMAS if (at := passage.text.find(sign, position, passage.sentence.end)) > 0]
    return min(commas) + 1 if commas and passage.gap(position, min(commas)) <= CALLED else position


def _called(cue: Cue, passage: Passage) -> Speaker | None:
    """Whoever is named between a phrase that attributes and a comma, though no list knows him (``بحسب البلدية، ...``)."""
    end = min((place for sign in COMMAS if (place := passage.text.find(sign, cue.end, passage.sentence.end)) > 0), default=-1)
    start = next((word.start for word in passage.words if word.start >= cue.end), -1)
    if not 0 <= start < end or passage.gap(start, end) > CALLED:
        return None
    return Speaker(start, end, start, end, "", "group", "unknown-name")


def _past_links(passage: Passage, start: int) -> int:
    """Content without the connecting word that introduces it (``فقد``)."""
    known = speech_lexicon(pack(passage.article.language))
    links = pack(passage.article.language).words("stopwords")
    first = passage.word_at(start)
    if first is None or first + 1 >= len(passage.words) or known.verbs.at(first, passage.words, passage.text):
        return start
    word = passage.words[first]
    return passage.words[first + 1].start if word.folded in links and len(word.folded) <= 3 else start
