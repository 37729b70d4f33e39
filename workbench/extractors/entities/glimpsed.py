"""What a tagger only glimpsed of people, made sure by what is known of each word.

A tagger that has never met a foreign name says of its words that they may be somebody's, each for itself and none for
sure. Where words side by side are names by their letters and as far as lists know, they are one name all the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from workbench.extractors.entities.kinds import FOREIGN_LETTERS, LISTED, SURE_LETTERS, clitics
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.tagging.protocol import Tagged
from workbench.extractors.entities.unseen import family
from workbench.text.phrases import peelings

__all__ = ["made_sure"]

SEEN = 0.6
"""The score from which on a tagger says that something is a name (see `combine.NAMED`)."""
KNOWN = 0.15
"""The score from which on words that are all known as names, and as nothing else, are one."""
BEGUN = 0.35
"""The score from which on words are one name whose first is a given name and the rest nothing else."""
BEHIND = 0.3
"""The score from which on a family name behind what a tagger is sure of belongs to it."""
BEGINS = 0.2
"""The score from which on a given name behind a conjunction begins the name of the given name behind it."""
FOREIGN = 0.4
"""The score from which on what a tagger takes for one name is one by its letters alone."""
LEAST = 0.04
"""The score from which on an adjective of origin that is nothing but a family's name ends a name."""
FREE = ("unknown", "surname", "given")
"""What words can be that are a foreign name."""
BORNE = 3
"""The weight of a gathered name from which on it is one though it is an ordinary word too."""


def made_sure(tagged: Sequence[Tagged], names: NameReader) -> list[Tagged]:
    """What a tagger says, its doubts about people resolved where the words themselves tell.

    Parameters
    ----------
    tagged: what the tagger says of a block, in order.
    names: the reader of names over the block's words.
    """
    if names.pack.capitals:
        return list(tagged)
    return list(_Glimpses(names).resolved(tagged))


class _Glimpses:
    """Resolves the doubts of one block."""

    def __init__(self, names: NameReader) -> None:
        self.names = names
        self.starts = [word.start for word in names.words]

    def resolved(self, tagged: Sequence[Tagged]) -> Iterator[Tagged]:
        """The spans, in order: those of one name made one, the others as they are."""
        at = 0
        while at < len(tagged):
            one = tagged[at]
            if one.type != "PER":
                yield one
                at += 1
                continue
            last = at
            while last + 1 < len(tagged) and self._goes_on(tagged[last], tagged[last + 1]):
                last += 1
            yield from self._joined(tagged[at : last + 1])
            at = last + 1

    def _range(self, span: Tagged) -> tuple[int, int]:
        """The first and the last word of a span."""
        return bisect_left(self.starts, span.start + 1) - 1, bisect_left(self.starts, span.end) - 1

    def _goes_on(self, before: Tagged, after: Tagged) -> bool:
        """Whether the words of one span stand right behind another's, and no conjunction between them."""
        last, first = self._range(before)[1], self._range(after)[0]
        if after.type != "PER" or first != last + 1 or not self.names.near(last):
            return False
        if after.score >= SEEN and not self._begins(before):
            return False
        return not self._conjoined(self.names.words[first].folded)

    def _begins(self, before: Tagged) -> bool:
        """Whether a word before what a tagger is sure of is the given name that it lacks: ``[مني] أركو مناوي``."""
        first, last = self._range(before)
        lexicon, words = self.names.lexicon, self.names.words
        if before.score < BEGINS or before.score >= SEEN or first < last:
            return False
        word, behind = words[first].folded, words[last + 1].folded
        if self.names.and_given(word) and behind in lexicon.given:
            return True
        lists = (lexicon.given, lexicon.given_ambiguous)
        listed = any(word in some for some in lists) and before.score >= BEHIND
        return listed and not any(behind in some for some in lists)

    def _conjoined(self, word: str) -> bool:
        """Whether a conjunction is joined to a word that is no name as it stands."""
        known = self.names.gathered.classes(word)
        return not known.person and word[:1] in clitics(self.names.pack, "conjunction")

    def _joined(self, spans: Sequence[Tagged]) -> Iterator[Tagged]:
        """Spans side by side, as one name where all are one."""
        if spans[0].score >= SEEN:
            kept = 0
            for at, span in enumerate(spans[1:], start=1):
                if not self._belongs(self._range(spans[at - 1])[1], span):
                    break
                kept = at
            yield spans[0]._replace(end=spans[kept].end)
            yield from spans[kept + 1 :]
            return
        seen = next((at for at, span in enumerate(spans) if span.score >= SEEN), 0)
        if seen:
            yield Tagged(spans[seen - 1].start, spans[seen].end, "PER", spans[seen].score)
            yield from spans[seen + 1 :]
            return
        own = self._trimmed(spans)
        if own and self._made(own):
            yield Tagged(own[0].start, own[-1].end, "PER", SEEN)
            yield from (span for span in spans if span.start >= own[-1].end)
            return
        yield from spans

    def _trimmed(self, spans: Sequence[Tagged]) -> Sequence[Tagged]:
        """Spans side by side without those at both ends that are hardly thought of."""
        able = [at for at, span in enumerate(spans) if span.score >= KNOWN or (at and self._family(span))]
        return spans[able[0] : able[-1] + 1] if able else ()

    def _family(self, span: Tagged) -> bool:
        """Whether a word is a family name by its ending and its letters, so that little else need speak for it."""
        if span.score < LEAST:
            return False
        last = self._range(span)[1]
        word, names = self.names.words[last].folded, self.names
        known = names.gathered.classes(word)
        listed = names.definite(word) and names.nisba(word) and word not in names.lexicon.demonyms
        return family(names, last) or (listed and known.person == "last" and not known.ordinary)

    def _belongs(self, last: int, span: Tagged) -> bool:
        """Whether a word behind a name that a tagger is sure of is its family name."""
        begin, end = self._range(span)
        word = self.names.words[begin].folded
        if begin < end or span.score < BEHIND or self.names.definite(self.names.words[last].folded):
            return False
        known = self.names.gathered.classes(word)
        return known.person in ("last", "both", "name") and (known.weight >= BORNE or not known.ordinary)

    def _made(self, spans: Sequence[Tagged]) -> bool:
        """Whether the words of spans side by side are a name as far as lists and letters know."""
        first, last = self._range(spans[0])[0], self._range(spans[-1])[1]
        score = min(span.score for span in spans)
        if first == last:
            return False
        words = [self._core(first), *(self.names.words[at].folded for at in range(first + 1, last + 1))]
        if self._family(spans[-1]):
            return spans[0].score >= BEHIND and all(self._known(word) for word in words[:-1])
        if score < KNOWN:
            return False
        if all(self._known(word) for word in words):
            return True
        if (
            len(spans) == 1
            and score >= FOREIGN
            and all(self._foreign(first + at, word) for at, word in enumerate(words))
        ):
            return True
        if score < BEGUN or words[0] not in self.names.lexicon.given:
            return False
        whole = len(spans) == 1  # the tagger took them for one name, though it was not sure
        behind = enumerate(words[1:], start=first + 1)
        kinds = (self.names.kind(at, word, after=("given",), foreign=whole)[0] for at, word in behind)
        return all(kind in LISTED or kind == "unknown" for kind in kinds)

    def _foreign(self, index: int, word: str) -> bool:
        """Whether a word that no list knows is nothing but a name by its letters."""
        return self.names.grade(word) >= SURE_LETTERS and self.names.kind(index, word, after=("given",))[0] in FREE

    def _core(self, index: int) -> str:
        """The first word of a name, without the conjunction or preposition that is joined to it."""
        word = self.names.words[index].folded
        if self._known(word):
            return word
        return next((one.core for one in peelings(word, self.names.pack) if self._known(one.core)), word)

    def _known(self, word: str) -> bool:
        """Whether a word is a name and nothing else, by the lists and by its letters."""
        lexicon = self.names.lexicon
        if word in lexicon.stops or len(word) < 3:
            return False
        if word in lexicon.given_own or word in lexicon.surnames_own:
            return True
        known = self.names.gathered.classes(word)
        return bool(known.person) and not known.ordinary and self.names.grade(word) >= FOREIGN_LETTERS
