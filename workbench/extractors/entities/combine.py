"""What a tagger says and what lists and rules say, made one.

The tagger is trusted first: its spans and types win where the two disagree, but for names in quotation marks and for
longer names that the pack's own gazetteer has. Rules add what the tagger leaves out, and what a rule knows beside the
name (its title, its role, the canonical name of a place) is kept. A name that rests on a given name alone, and that no
tagger sees, needs support from elsewhere in the corpus.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.extractors.entities.beside import addressed
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.glimpsed import made_sure
from workbench.extractors.entities.lexicon import Lexicon
from workbench.extractors.entities.names import FEW, NameReader
from workbench.extractors.entities.ordinaryplaces import ordinary_place
from workbench.extractors.entities.overlapping import behind_body
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.extractors.entities.tagging.protocol import Tagged
from workbench.extractors.entities.unseen import all_listed, familial, sure_unseen
from workbench.extractors.entities.verbal import verbal
from workbench.languages.gazetteers import Gazetteers, gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Peeling, adjacent, cores, peelings, unfolded
from workbench.text.spans import Placed, Spans
from workbench.text.tokens import Token

__all__ = ["NAMED", "Combiner"]

NAMED = 0.6
"""The score from which on a tagger says that something is a name."""
HINTED = 0.15
"""The score from which on a tagger says that something may be a name."""
GLIMPSED = 0.08
"""The score from which on a word behind a given name alone is taken for its surname."""
DOUBTFUL = 0.7
"""The score below which a tagger's borders of a person's name give way to a rule that takes in more words."""
BREAK = re.compile(r"\s*[:;؛،?؟!\n«»“”]")
ALIKE = 6
"""The grade of its letters from which on a word looks like a name."""
ALONE_DROPPED = frozenset({"gathered", "gazetteer"})
"""Rules whose names are left out where a tagger read the same words and is sure that they name nothing."""
ALONE_UNSURE = frozenset({"given name"})
"""Rules whose names are not trusted alone where a tagger read the same words and saw no name."""


class Combiner:
    """Joins the candidates of rules with the spans of a tagger, in one block.

    Parameters
    ----------
    article: the article's id.
    names: the reader of names over the block's words.
    known: the folded words of the whole article, each as it stands.
    """

    def __init__(self, article: str, names: NameReader, known: frozenset[str]) -> None:
        self.article = article
        self.names = names
        self.text = names.text
        self.words: Sequence[Token] = names.words
        self.language: LanguagePack = names.pack
        self.lexicon: Lexicon = names.lexicon
        self.gathered: Gazetteers = gazetteers(self.language)
        self.known = known
        self._starts = [word.start for word in self.words]
        self._glimpsed: dict[int, float] = {}

    def joined(self, found: Sequence[Candidate], tagged: Sequence[Tagged]) -> Iterator[Candidate]:
        """The candidates that are left of both, in no order."""
        tagged = made_sure(tagged, self.names)
        roles = [one for one in found if not one.parts and not one.name]
        named = [one for one in found if one.parts or one.name]
        self._glimpsed = {one.start: one.score for one in tagged if one.score < NAMED and one.type == "PER"}
        seen = (one for one in tagged if one.score >= NAMED or familial(one, *self._range(one), self.names))
        likely = [self._placed(self._longer(self._unbroken(one))) for one in seen]
        said = [behind_body(one, named) for one in likely if not self._credit(one) and not self._head(one)]
        hints = Spans((one.start, one.end) for one in tagged if HINTED <= one.score < NAMED)
        ruled_out = self._ruled_out(tagged)
        placed = Placed(((span.start, span.end), span) for span in said)
        used: set[Tagged] = set()
        taken: list[tuple[int, int]] = []
        for one in named:
            meeting = placed.meeting(one.start, one.end)
            kept = self._agreed(one, meeting, hints) if meeting else self._alone(one, hints)
            if kept and kept.rule == "title" and ruled_out(kept) and not self.names.compound(kept.parts):
                kept = replace(kept, sure=False)
            if kept is not None:
                used.update(span for span in meeting if span.start < kept.end and kept.start < span.end)
                taken.append((kept.start, kept.end))
                yield kept
        spans = Spans(taken)
        left = (span for span in said if span not in used and not spans.meets(span.start, span.end))
        fresh = [self._new(one) for one in left if not (self._plain(one) or self._shares(one) or self._verbal(one))]
        yield from self._titled(fresh, roles)

    def _placed(self, span: Tagged) -> Tagged:
        """A place where a person's name would begin with what places are called by: ``تل الأقحوان``."""
        first, last = self._range(span)
        head = self.lexicon.heads.at(first, self.words, self.text) if span.type == "PER" else None
        named = head is not None and head.value.kind == "place" and head.last < last
        return span._replace(type="LOC") if named and self.names.definite(self.words[last].folded) else span

    def _longer(self, span: Tagged) -> Tagged:
        """A given name alone with the word behind it, where the tagger thinks it possible that both are one name."""
        first, last = self._range(span)
        following = last + 1
        if span.type != "PER" or first != last or following >= len(self.words):
            return span
        given, word = self._peeling(self.words[first], "PER").core, self.words[following]
        if given in self.lexicon.particles and adjacent(self.text, self.words[last], word):  # ``أبو [ليلة]``
            return span._replace(end=word.end)
        if given not in self.lexicon.given or self._glimpsed.get(word.start, 0.0) < GLIMPSED:
            return span
        plain = (
            word.folded in self.lexicon.stops or word.folded in self.lexicon.says or self.names.and_given(word.folded)
        )
        noun = self.names.definite(word.folded) and not (self.names.nisba(word.folded) or self.names.grade(word.folded))
        ends = plain or noun or not adjacent(self.text, self.words[last], word)
        return span if ends else span._replace(end=word.end)

    def _shares(self, span: Tagged) -> bool:
        """Whether a given name alone shares the surname of the name joined to it: ``[سمير] وعادل النقيب``."""
        first, last = self._range(span)
        if span.type != "PER" or first != last or last + 2 >= len(self.words):
            return False
        near = all(adjacent(self.text, self.words[at], self.words[at + 1]) for at in (last, last + 1))
        shared = self.names.and_given(self.words[last + 1].folded) and self.names.definite(self.words[last + 2].folded)
        return near and shared

    def _unbroken(self, span: Tagged) -> Tagged:
        """A span up to the first mark or particle that no name runs over, and without whom a verb addresses.

        ``[الرفاعي]: الدين ...``, ``[المرفأ] أن ...``, ``قال لي [ماركو]``.
        """
        broken = BREAK.search(self.text, span.start, span.end)
        first, last = self._range(span)
        end = span.end if broken is None else broken.start()
        if first < last and addressed(self.names, first):
            first += 1
            span = span._replace(start=self.words[first].start)
        opens = self.lexicon.openers
        opened = (
            at
            for at in range(first + 1, last + 1)
            if (self.words[at].folded in opens and self.words[at].text not in self.lexicon.spelled)
            or (span.type == "PER" and self.names.and_given(self.words[at].folded))
        )
        at = next(opened, None)
        return span._replace(end=end if at is None else min(end, self.words[at - 1].end))

    @staticmethod
    def _ruled_out(tagged: Sequence[Tagged]) -> Callable[[Candidate], bool]:
        """Whether a tagger that tells its doubts has none that a candidate is no name."""
        told = Spans((one.start, one.end) for one in tagged)
        doubts = any(one.score < NAMED for one in tagged)
        return lambda one: doubts and not told.meets(one.start, one.end)

    def _verbal(self, span: Tagged) -> bool:
        """Whether a person's name that only a tagger saw is none by its form."""
        first, last = self._range(span)
        return span.type == "PER" and verbal(self.words[first : last + 1], self.names)

    def _plain(self, span: Tagged) -> bool:
        """Whether a place of one word is an ordinary word, and the tagger is unsure."""
        first, last = self._range(span)
        if span.type != "LOC" or first != last:
            return False
        core = self._peeling(self.words[first], span.type).core
        return ordinary_place(self.words[first], core, span.score, self.names)

    def _hinted(self, one: Candidate, hints: Spans) -> bool:
        """Whether the tagger thinks it possible of each word of a candidate that it is a name, or of its surname."""
        words = self.words[bisect_left(self._starts, one.start + 1) - 1 : bisect_left(self._starts, one.end)]
        last = words[-1]
        family = self.names.definite(last.folded) and self.names.nisba(last.folded)
        ends = hints.meets(last.start, last.end) and (family or all_listed(self.names, words))
        return ends or all(hints.meets(word.start, word.end) for word in words)

    def _alone(self, one: Candidate, hints: Spans) -> Candidate | None:
        """A rule's candidate where the tagger says no name; ``hints``: where it thinks that one is possible."""
        if one.rule in ALONE_DROPPED:
            if one.rule == "gazetteer" and one.type == "ORG":
                return one
            return one if hints.meets(one.start, one.end) else None
        if one.rule == "head" and not one.sure:
            return replace(one, sure=True) if self._speaks(one) or self._office(one) else None
        if one.rule in ALONE_UNSURE and not self._hinted(one, hints):
            return one if sure_unseen(self.names, self._last(one), one.parts) else replace(one, sure=False)
        return one

    def _office(self, one: Candidate) -> bool:
        """Whether a body is a ministry or the like of an office that the pack lists: ``وزارة [الزراعة]``."""
        second = bisect_left(self._starts, one.start + 1)
        hit = self.lexicon.offices.at(second, self.words, self.text) if second < len(self.words) else None
        return hit is not None and self.words[hit.last].end >= one.end

    def _speaks(self, one: Candidate) -> bool:
        """Whether a verb of saying stands right before a body: ``قالت [وزارة الزراعة]``."""
        before = bisect_left(self._starts, one.start + 1) - 2
        head = self.lexicon.heads.at(before, self.words, self.text) if before > 0 else None
        if head is not None and head.last == before and "outside" in head.value.of:
            before -= 1
        if before < 0 or not adjacent(self.text, self.words[before], self.words[before + 1]):
            return False
        return not self.lexicon.says.isdisjoint(cores(self.words[before].folded, self.language))

    def _agreed(self, one: Candidate, meeting: Sequence[Tagged], hints: Spans) -> Candidate | None:
        """A rule's candidate as the tagger leaves it; None where the tagger says something else there."""
        best = max(meeting, key=lambda span: min(span.end, one.end) - max(span.start, one.start))
        start, end = self._edges(best)
        if one.rule == "marked name" or (start, end, best.type) == (one.start, one.end, one.type):
            return replace(one, rule="party" if one.rule == "side" else one.rule, sure=one.sure or not self._saint(one))
        if one.type == best.type == "PER":
            return one if self._whole(one, best, meeting, hints) else self._cut(one, best)
        if one.rule == "title" and one.parts and one.sure and one.phrase_start <= start and end <= one.end:
            return one
        longer = one.start <= start and end <= one.end
        if one.rule == "head" and one.sure and (longer or (one.start < start < one.end and one.type == best.type)):
            return one
        if one.rule == "head" and one.sure and best.type == "PER" and one.start < start < one.end < end:
            return self._lengthened(one, end)
        if (start, end) == (one.start, one.end):
            return one if "PER" in (one.type, best.type) else None
        own = one.rule == "gazetteer" and self.language.fold(one.name) == self._folded(one)
        return one if longer and (own or one.rule in ("head", "speaking", "party")) else None

    def _lengthened(self, one: Candidate, end: int) -> Candidate:
        """A body that is called after somebody, up to where the name ends: ``مستشفى سيدي خلف [الجامعي]``."""
        behind = self.words[bisect_left(self._starts, one.end) : bisect_left(self._starts, end)]
        return replace(one, end=end, phrase_end=end, name=" ".join([one.name, *(word.folded for word in behind)]))

    def _saint(self, one: Candidate) -> bool:
        """Whether a word is announced by nothing but a title with which names of places begin (``سيدي بلعباس``)."""
        if one.rule != "title" or one.role is None or len(one.parts) > 1 or self.language.capitals:
            return False
        return not one.role.of and self.gathered.classes(one.role.title).first

    def _whole(self, one: Candidate, best: Tagged, meeting: Sequence[Tagged], hints: Spans) -> bool:
        """Whether a rule's name, which takes in more words than the tagger's, stands."""
        (start, end), joins = self._edges(best), self._joins(one, meeting)
        if not (one.start <= start and end <= one.end):
            return joins and one.rule == "title" and one.start < end <= one.end
        known = joins or best.score < DOUBTFUL or self.words[self._range(best)[1]].folded in self.lexicon.particles
        if known or (one.end == end and (self.names.compound(one.parts) or self._given_before(one.start, start))):
            return True
        last, double = self._last(one), len(one.parts) == 3 and self.names.compound(one.parts)
        two = len(one.parts) == 2 and self.names.ends(last, one.parts[-1])
        if one.rule == "title" and (two or (double and self.names.closes(last))):
            return one.start == start
        return one.start == start and self._goes_on(end, one.end, hints)

    def _last(self, one: Candidate) -> int:
        """The last word of a candidate."""
        return bisect_left(self._starts, one.end) - 1

    def _given_before(self, start: int, end: int) -> bool:
        """Whether nothing but given names stand between where a rule's name and where the tagger's begins."""
        first, last = bisect_left(self._starts, start + 1) - 1, bisect_left(self._starts, end)
        return first < last and all(self.names.given_word(at, joined=at == first) for at in range(first, last))

    def _joins(self, one: Candidate, meeting: Sequence[Tagged]) -> bool:
        """Whether a rule's name takes in several persons of the tagger's that stand side by side, so that it is one."""
        if len(meeting) < 2 or any(span.type != "PER" for span in meeting) or one.end < meeting[-1].end:
            return False
        return all(self.text[before.end : after.start].isspace() for before, after in pairwise(meeting))

    def _goes_on(self, start: int, end: int, hints: Spans) -> bool:
        """Whether the words behind a tagger's span belong to its name.

        A particle stands before them, the tagger thought of it itself, or they look like names by their letters.
        """
        letters, particles = likeness(self.language), self.lexicon.particles
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            before, word = self.words[index - 1].folded, self.words[index]
            pair = f"{self.words[index - 2].folded} {before}" if index > 1 else ""
            bound = before in particles or pair in particles
            alike = letters is not None and letters.grade(word.folded) >= ALIKE
            title = self.lexicon.titles.at(index, self.words, self.text, peel=False) is not None
            nisba = self.names.definite(word.folded) and self.names.nisba(word.folded) and word.start in self._glimpsed
            alike = alike or (word.folded in self.lexicon.given_ambiguous and self.names.closes(index))
            if not bound and (title or not (alike or nisba or hints.meets(word.start, word.end))):
                return False
        return True

    def _folded(self, one: Candidate) -> str:
        return " ".join(self.language.fold(self.text[one.start : one.end]).replace("-", " ").split())

    def _cut(self, one: Candidate, span: Tagged) -> Candidate:
        """A person whose name the tagger ends or begins elsewhere, with the title that the rule saw."""
        new = self._new(span)
        if one.role is None or new.start < one.role_end:
            return new
        return replace(
            new, rule=one.rule, role=one.role, role_end=one.role_end, phrase_start=min(one.phrase_start, new.start)
        )

    def _titled(self, fresh: Sequence[Candidate], roles: Sequence[Candidate]) -> Iterator[Candidate]:
        """New names and the roles that are left: a role right before a person's name is that person's."""
        before = {role.end: role for role in roles}
        for one in fresh:
            index = bisect_left(self._starts, one.start)
            role = before.get(self.words[index - 1].end) if one.type == "PER" and index else None
            if role is None or not adjacent(self.text, self.words[index - 1], self.words[index]):
                yield one
                continue
            del before[role.end]
            yield replace(one, rule="title", role=role.role, role_end=role.end, phrase_start=role.start)
        yield from before.values()

    def _new(self, span: Tagged) -> Candidate:
        """A candidate that only the tagger found."""
        first, last = self._range(span)
        peeling = self._peeling(self.words[first], span.type)
        if span.type == "PER":
            begin, last = self.names.trimmed(first, last, peeling.core)
            if begin != first:
                first, peeling = begin, self._peeling(self.words[begin], span.type)
        start = unfolded(self.words[first], peeling.front, self.language)
        end = self.words[last].end - self._back(last)
        if span.type == "PER":
            parts = self.names.parts(first, last, peeling.core)
            return Candidate(self.article, start, end, "PER", "tagger", start, end, parts)
        folded = " ".join([peeling.core, *(word.folded for word in self.words[first + 1 : last + 1])])
        place = self.gathered.places.get(folded) if span.type == "LOC" else None
        name = place.name if place else folded
        identity = self.lexicon.identities.get(name, "")
        return Candidate(self.article, start, end, span.type, "tagger", start, end, name=name, identity=identity)

    def _edges(self, span: Tagged) -> tuple[int, int]:
        """A span without what is attached to its words."""
        first, last = self._range(span)
        peeling = self._peeling(self.words[first], span.type)
        if span.type == "PER":
            begin = self.names.trimmed(first, last, peeling.core)[0]
            if begin != first:
                first, peeling = begin, self._peeling(self.words[begin], span.type)
        return unfolded(self.words[first], peeling.front, self.language), self.words[last].end - self._back(last)

    def _range(self, span: Tagged) -> tuple[int, int]:
        """The first and the last word of a span."""
        first = bisect_left(self._starts, span.start)
        if first == len(self._starts) or self._starts[first] > span.start:
            first -= 1
        return first, max(first, bisect_left(self._starts, span.end) - 1)

    def _back(self, last: int) -> int:
        """How many letters a possessive ending takes at the end of a name."""
        backs = [one.back for one in peelings(self.words[last].folded, self.language) if one.back]
        return backs[0] if backs else 0

    def _peeling(self, word: Token, kind: str) -> Peeling:
        """How the first word of a name is read: with the clitics that are attached to it, or as it stands."""
        whole, *others = (one for one in peelings(word.folded, self.language) if not one.back)
        if kind == "PER" and whole.core not in self.lexicon.given_own:
            particles = [one for one in others if one.core in self.lexicon.particles]
            if particles:
                return particles[0]
        melted = [one for one in others if one.core.startswith(self.language.article) and self._listed(one.core, kind)]
        joined = kind == "PER" and self.names.and_given(whole.core) and self.gathered.classes(whole.core).weight <= FEW
        if self._listed(whole.core, kind) and not joined and not (self.language.article and melted):
            return whole
        listed = [one for one in others if self._listed(one.core, kind)]
        if listed:
            return next((one for one in listed if self.names.definite(one.core)), listed[0])
        standing = [one for one in others if len(one.core) > 2 and one.core in self.known]
        return standing[-1] if standing else whole

    def _listed(self, core: str, kind: str) -> bool:
        """Whether a word begins names of a type, as far as any list knows."""
        gathered, lexicon = self.gathered.classes(core), self.lexicon
        if kind == "PER":
            return bool(gathered.person) or core in lexicon.beginnings or core in lexicon.surnames
        if kind == "LOC" and (gathered.place >= 0 or gathered.first):
            return True
        return core in lexicon.gazetteer or core in lexicon.heads or lexicon.gazetteer.first(core)

    def _head(self, span: Tagged) -> bool:
        """Whether a place is a mere head of places (``سلطنة``), without a name."""
        first, last = self._range(span)
        head = self.lexicon.heads.at(first, self.words, self.text) if span.type == "LOC" else None
        bare = head is not None and head.value.kind == "place" and head.last == last
        return head is not None and bare and head.peeling.core == head.value.title

    def _credit(self, span: Tagged) -> bool:
        """Whether brackets hold just this name and it is an agency's: a credit, not a body in the story."""
        before, after = span.start, span.end
        while before > 0 and self.text[before - 1].isspace():
            before -= 1
        while after < len(self.text) and self.text[after].isspace():
            after += 1
        first = self._range(span)[0]
        bracketed = self.text[before - 1 : before] == "(" and self.text[after : after + 1] == ")"
        return bracketed and self.lexicon.credits.at(first, self.words, self.text) is not None
