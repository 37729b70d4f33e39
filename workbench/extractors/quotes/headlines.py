"""Headlines, and lines like them, that quote somebody whom they do not name: the text has their words again, of him."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.corpus import Article, Block
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import STOPS, Cue, Passage
from workbench.extractors.quotes.labels import called
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.uncued import uncued
from workbench.extractors.quotes.wordings import wording
from workbench.languages.pack import LanguagePack, pack
from workbench.text.marks import Marked
from workbench.text.sentences import Sentence
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["Found", "headlines", "lend_speakers"]

SAME = 3  # the fewest words of a headline's quotation that the text has again
ALIKE = 0.6  # the share of them that it has
COMMON = 200  # quotations in which a word stands that tells nothing any more
FEWEST = 2  # the same of a line that says who speaks
MINE = 4  # letters of a word that ends like one in which somebody speaks of himself
LINE = 16  # the most words of a line that is like a headline
CALLED = 6  # the most words before its colon
DOTS = ".…"


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation before it has an id: ``start``/``end`` what was said, ``clause`` the reported clause around it."""

    start: int
    end: int
    kind: str
    cue: Cue
    clause: tuple[int, int]
    flags: tuple[str, ...] = ()


def lend_speakers(found: Sequence[Found], article: Article) -> None:
    """Give a quotation of a headline that names nobody the speaker whom the text gives the same words to."""
    heads = [block for block in article.content if block.kind in ("title", "subtitle")]
    within = Spans((block.start, block.end) for block in heads)
    labels = [one for one in found if one.cue.rule == "colon" and "role" in one.cue.flags]
    nameless = [one for one in found if within.covers(one.start) and not _named(one)] + labels
    alone = [one for one in found if one.cue.rule == "uncued" and _alone(one, article.text)]
    lone = {id(one) for one in alone}
    told = _Told(
        [one for one in found if not within.covers(one.start) and _named(one) and id(one) not in lone], article
    )
    for one in [*nameless, *alone]:
        who = told.again(one.start, one.end)
        if who is None and one.kind == "direct" and within.covers(one.start):
            who = told.alike(one.start, one.end)
        if who is not None:
            one.cue.subject = who
            one.cue.flags.add("carried")


def headlines(
    found: Sequence[Found],
    article: Article,
    marks: Mapping[Block, Sequence[Marked]],
    names: Mapping[Marked, str],
    everybody: Sequence[Speaker],
) -> Iterator[tuple[Found, Marked | None]]:
    """The lines, and the marks that fill them, that quote what the text has again of somebody; not those ``found``."""
    taken = Spans((one.start, one.end) for one in found)
    named = sorted((one for one in found if _named(one)), key=lambda one: one.start)
    told = _Told(named, article)
    for block in article.content:
        for start, end, mark in [*_filled(marks[block], names, article.text), *_lines(block, article)]:
            again = told.again if mark is not None else told.begun
            who = None if taken.meets(start, end) else again(start, end)
            if who is not None:
                cue = uncued("uncued", who, (start, end), "carried", "uncued")
                yield Found(start, end, "direct", cue, cue.content, () if mark is not None else ("unmarked",)), mark
        for begin, colon, end in _labelled(block, article):
            if taken.meets(colon - 1, end):
                continue
            who = told.again(colon + 1, end)
            if who is None and _spoken(begin, colon, end, article):
                who = _who(begin, colon, everybody, article) or _behind(
                    end, named, article, title=block.kind == "title"
                )
            if who is not None:
                start = next(at for at in range(colon + 1, end) if article.text[at].isalnum())
                cue = Cue(colon, colon + 1, 0, 0, "neutral", "colon", "headline", joined=False)
                cue.subject, cue.content, cue.opened = who, (start, end), "colon"
                cue.flags.add("carried")
                yield Found(start, end, "direct", cue, cue.content, ("unmarked",)), None


def _labelled(block: Block, article: Article) -> Iterator[tuple[int, int, int]]:
    """Lines like headlines with a colon behind a few words and before some without marks: where what stands before the
    colon begins, the colon, where the line ends.
    """
    text, start = article.text, block.start
    for line in text[block.start : block.end].split("\n"):
        colon, end = text.find(":", start, start + len(line)), start + len(line.rstrip())
        begin = max([start, *(text.rfind(sign, start, max(start, colon)) + 1 for sign in (*STOPS, "|", "…"))])
        before, behind = text[begin:colon].split(), text[colon + 1 : end].rstrip("?؟!").split()
        plain = colon >= 0 and 0 < len(before) <= CALLED and len(line.split()) <= LINE
        if (
            plain
            and len(behind) >= FEWEST
            and behind[0][0].isalpha()
            and not any(sign in text[colon : end - 1] for sign in STOPS)
        ):
            yield begin, colon, end
        start += len(line) + 1


def _filled(
    marks: Sequence[Marked], names: Mapping[Marked, str], text: str
) -> Iterator[tuple[int, int, Marked | None]]:
    """The marks that fill their lines."""
    for mark in marks:
        if mark.closed and mark not in names and _fills(mark.start - 1, mark.end + 1, text):
            yield mark.start, mark.end, mark


def _lines(block: Block, article: Article) -> Iterator[tuple[int, int, Marked | None]]:
    """The lines like headlines of some words alone, as subheads are that repeat a quotation without its marks."""
    text, start = article.text, block.start
    for line in text[block.start : block.end].split("\n"):
        words = line.split()
        if SAME <= len(words) <= LINE and line[:1].isalpha() and line.rstrip()[-1].isalpha() and ":" not in line:
            yield start, start + len(line.rstrip()), None
        start += len(line) + 1


def _spoken(begin: int, colon: int, end: int, article: Article) -> bool:
    """Whether a line says who speaks by what he is, or has behind its colon words of somebody who speaks of himself."""
    language, text = pack(article.language), article.text
    before = tokens(text, language, start=begin, end=colon)
    behind = tokens(text, language, start=colon + 1, end=end)
    if not before or not behind or text[colon - 1].isdigit():
        return False
    known, names = speech_lexicon(language), lexicon(language)
    title = names.titles.at(0, before, text)
    role = title is not None and title.value.kind == "role" and len(before) > title.last
    body = names.heads.at(0, before, text)
    alone = body is not None and body.value.kind == "org" and body.last == len(before) - 1
    kin = before[0].folded in language.listed("kin") or known.groups.at(0, before, text) is not None
    if role or kin or (alone and bool(definite(before[0].folded, language)[0])):
        return True
    asks = text[end - 1] not in "?؟" and behind[0].folded in language.listed("questions")  # ``what we know so far``
    return text[end - 1] != "." and not asks and _of_himself(behind, language)


def _of_himself(words: Sequence[Token], language: LanguagePack) -> bool:
    """Whether somebody speaks of himself in some words: ``لم أعد أنام``, ``we were told``."""
    denials = language.listed("jussives") | language.words("negations")
    for at, word in enumerate(words):
        ends = word.folded.endswith(tuple(language.listed("first_person_ends")) or ("\0",)) and len(word.folded) > MINE
        starts = at > 0 and word.folded.startswith(tuple(language.listed("first_person_starts")) or ("\0",))
        if word.folded in language.listed("first_person") or ends or (starts and words[at - 1].folded in denials):
            return True
    return False


def _who(begin: int, colon: int, everybody: Sequence[Speaker], article: Article) -> Speaker | None:
    """Whom the article names elsewhere by what stands between two places: his office, a name in marks."""
    text, language = article.text, pack(article.language)
    words = tokens(text, language, start=begin, end=colon)
    passage = Passage(article, Sentence(begin, colon), words=words, speakers=[], marks=[], everybody=everybody)
    if (named := called(passage, 0, colon)) is not None:
        return named
    own = " ".join(word.folded for word in words)
    fronts = ("", *language.clitics("conjunction"))
    names = ((one, language.fold(text[one.name_start : one.name_end])) for one in everybody if one.entity)
    return next((one for one, name in names if any(own == front + name for front in fronts)), None)


def _behind(end: int, told: Sequence[Found], article: Article, *, title: bool) -> Speaker:
    """Who speaks first in the paragraph behind a line, behind a title in the text; nobody where no name does."""
    text = article.text
    begin = next((at for at in range(end, len(text)) if not text[at].isspace()), len(text))
    stop = -1 if title else text.find("\n", begin)
    at = bisect_left(told, begin, key=lambda one: one.start)
    first = told[at] if at < len(told) and told[at].start < (stop if stop >= 0 else len(text)) else None
    nobody = Speaker(end, end, end, end, "", "role", "role")
    return nobody if first is None or first.cue.subject is None else first.cue.subject


def _fills(start: int, end: int, text: str) -> bool:
    """Whether nothing stands beside a span in its line but dots."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    behind = text[end : line_end if line_end >= 0 else len(text)]
    return not text[line_start:start].strip() and not behind.strip().strip(DOTS)


def _alone(one: Found, text: str) -> bool:
    """Whether a quotation fills its line, and the line is no longer than a headline."""
    return _fills(one.start - 1, one.end + 1, text) and len(text[one.start : one.end].split()) <= LINE


class _Told:
    """What somebody says in an article by its words, so that lines are looked up and not compared with everything.

    Parameters
    ----------
    told: quotations, each of somebody.
    """

    def __init__(self, told: Sequence[Found], article: Article) -> None:
        self._told, self._article = told, article
        self._words = [self._folded(one.start, one.end) for one in told]
        self._with: dict[str, list[int]] = {}
        self._beginning: dict[tuple[str, ...], list[int]] = {}
        for number, words in enumerate(self._words):
            self._beginning.setdefault(words[:FEWEST], []).append(number)
            for word in dict.fromkeys(words):
                self._with.setdefault(word, []).append(number)

    def _folded(self, start: int, end: int) -> tuple[str, ...]:
        language = pack(self._article.language)
        return tuple(word.folded for word in tokens(self._article.text, language, start=start, end=end))

    def again(self, start: int, end: int) -> Speaker | None:
        """Who says elsewhere in the text what stands between two places."""
        own = frozenset(self._folded(start, end))
        shared: Counter[int] = Counter()
        for word in own if len(own) >= SAME else ():
            numbers = self._with.get(word, [])
            shared.update(numbers if len(numbers) <= COMMON else ())
        for number in [one for one in shared if self._meets(one, start, end)]:
            del shared[number]
        if not shared:
            return self.begun(start, end)
        most = max(shared.values())
        best = min(number for number, count in shared.items() if count == most)
        return self._who(best) if most >= max(SAME, ALIKE * len(own)) else None

    def alike(self, start: int, end: int) -> Speaker | None:
        """Who alone says elsewhere in the text what shares most content words, two or more, with two places' words."""
        shared: Counter[int] = Counter()
        for stem in self._stems(start, end):
            shared.update(self._telling.get(stem, [])[:COMMON])
        for number in [one for one in shared if self._meets(one, start, end)]:
            del shared[number]
        most = max(shared.values(), default=0)
        best = [self._who(number) for number, count in sorted(shared.items()) if count == most]
        alone = len({who.entity for who in best if who is not None}) == 1
        return best[0] if alone and most >= FEWEST else None

    @cached_property
    def _telling(self) -> dict[str, list[int]]:
        """Those who are told by each stem of their content words."""
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self._told):
            for stem in self._stems(one.start, one.end):
                found.setdefault(stem, []).append(number)
        return found

    def _stems(self, start: int, end: int) -> frozenset[str]:
        return wording(self._article.text[start:end], pack(self._article.language)).distinct

    def begun(self, start: int, end: int) -> Speaker | None:
        """Who says elsewhere in the text something that begins with the two words or more between two places."""
        own = self._folded(start, end)
        for number in self._beginning.get(own[:FEWEST], [])[:COMMON] if len(own) >= FEWEST else ():
            if not self._meets(number, start, end) and self._words[number][: len(own)] == own:
                return self._who(number)
        return None

    def _meets(self, number: int, start: int, end: int) -> bool:
        return self._told[number].start < end and start < self._told[number].end

    def _who(self, number: int) -> Speaker | None:
        return self._told[number].cue.subject


def _named(one: Found) -> bool:
    return one.cue.subject is not None and one.cue.subject.entity != ""
