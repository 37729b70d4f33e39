"""Names as a tagger and the rules leave them, put right by what the words themselves say.

Two names that a conjunction joins are two, though no list has the second (``دوبوا وتشيديبيري``); a family name with a
title in it (``السيد أحمد``) is not cut in two; an ordinary word that another describes is nobody's name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.extractors.entities.beside import called_so
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import honoured
from workbench.extractors.entities.kinds import FOREIGN_LETTERS, clitics
from workbench.extractors.entities.lexicon import UNLIKE
from workbench.extractors.entities.listed import of_thing
from workbench.extractors.entities.names import NameReader
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import peelings, unfolded
from workbench.text.spans import Spans

__all__ = ["placed", "tidied"]

JOINED = ("given name", "title")  # rules of names that the name before them makes sure
LONG = 5  # the fewest letters of a foreign name behind a conjunction


def tidied(before: Sequence[Candidate], own: Sequence[Candidate], names: NameReader) -> list[Candidate]:
    """The candidates of a block as they ought to be.

    Parameters
    ----------
    before: what the rules found alone.
    own: what is left of it and of what a tagger says.
    names: the reader of names over the block's words.
    """
    whole = _several(before, own)
    whole += [one for one in before if one.rule == "speaker" or _holds_title(one, names)]
    spans = Spans((one.start, one.end) for one in whole)
    kept = [one for one in own if not spans.meets(one.start, one.end)] if whole else own
    tidier = _Tidier(names)
    return tidier.enumerated([part for one in [*whole, *kept] for part in tidier.parts(one)])


def _several(before: Iterable[Candidate], own: Iterable[Candidate]) -> list[Candidate]:
    """The bodies, each with its head, that a tagger takes for one (``لجنة الأهالي وحزب النخلة``)."""
    heads = [one for one in before if one.rule == "head" and one.sure]
    places = sorted((head.start, at) for at, head in enumerate(heads))
    found = []
    for one in own if len(heads) > 1 else ():
        if one.rule != "tagger":
            continue
        near = sorted(at for _, at in places[bisect_left(places, (one.start, 0)) : bisect_left(places, (one.end, 0))])
        inside = [heads[at] for at in near if heads[at].end <= one.end]
        if len(inside) > 1 and inside[0].start == one.start:
            found += inside
    return found


def _holds_title(one: Candidate, names: NameReader) -> bool:
    """Whether a personal name holds a title that is half of a family name."""
    if one.type != "PER" or len(one.parts) < 2 or names.pack.capitals:
        return False
    words = [word for part in one.parts for word in part.split(" ")]
    return any(honoured(words, place, names.pack) for place in range(1, len(words)))


def placed(text: str, found: list[Candidate], language: LanguagePack) -> list[Candidate]:
    """The candidates of an article, a place among them where a place's name in it ends so (``Port of Marsa Luma``).

    Parameters
    ----------
    text, language: the article's text and pack.
    found: its candidates.
    """
    if not language.capitals:
        return found
    links = language.words("stopwords")
    wholes = [text[one.start : one.end] for one in found if one.type == "LOC" and one.rule == "head"]
    return [_place(one, text, language) if _ends_one(one, text, wholes, links) else one for one in found]


def _ends_one(one: Candidate, text: str, wholes: Sequence[str], links: frozenset[str]) -> bool:
    """Whether a name of several words that only its capitals tell is a place's, or ends one behind its head."""
    own = text[one.start : one.end]
    if one.type != "PER" or one.rule != "shape" or " " not in own or one.phrase_start < one.start:
        return False
    heads = (whole.removesuffix(own).split() for whole in wholes if whole.endswith(own))
    return any(not head or head[-1] in links for head in heads)


def _place(one: Candidate, text: str, language: LanguagePack) -> Candidate:
    name = " ".join(language.fold(text[one.start : one.end]).replace("-", " ").split())
    return replace(one, type="LOC", rule="repeated", parts=(), name=name, sure=True)


class _Tidier:
    """Looks at the names of one block again."""

    def __init__(self, names: NameReader) -> None:
        self.names = names
        self.starts = [word.start for word in names.words]

    def parts(self, one: Candidate) -> Iterator[Candidate]:
        """The names that a candidate holds: itself, several where conjunctions join them, none where it is none."""
        if one.type != "PER" or not one.parts or self.names.pack.capitals:
            yield one
            return
        behind: list[Candidate] = []
        joint = 0
        while joint >= 0:
            first, last = bisect_left(self.starts, one.start + 1) - 1, bisect_left(self.starts, one.end) - 1
            if one.rule == "tagger" and first == last and (self._described(first) or self._heads(first)):
                break
            if one.rule == "tagger" and first == last and self._says_more(first):
                break
            if one.rule == "tagger" and of_thing(self.names, first):
                break
            if first < last and called_so(self.names, first):
                first += 1
                one = self._cut(one, first, last)
            joint = next((at for at in range(last, first, -1) if self._joined(at)), -1)
            if joint < 0:
                yield self._freed(one, first, last)
            else:
                behind.append(self._freed(self._cut(one, joint, last), joint, last))
                one = self._cut(one, first, joint - 1)
        yield from reversed(behind)

    def enumerated(self, found: list[Candidate]) -> list[Candidate]:
        """The candidates, those sure that a conjunction joins to a sure name: ``سلمى العطار [وتالا قموه]``."""
        if all(one.sure for one in found):
            return found
        ends = {one.end for one in found if one.type == "PER" and one.parts and one.sure}
        sure: dict[int, Candidate] = {}
        for one in sorted((one for one in found if not one.sure), key=lambda one: one.start):
            first = bisect_left(self.starts, one.start + 1) - 1
            joined = first > 0 and self.names.words[first].start < one.start and self.names.near(first - 1)
            if joined and one.rule in JOINED and self.names.words[first - 1].end in ends:
                sure[id(one)] = replace(one, sure=True)
                ends.add(one.end)
        return [sure.get(id(one), one) for one in found]

    def _says_more(self, index: int) -> bool:
        """Whether a word says more of a title without the article right before it: ``قال مدير [جامعي] إن``."""
        before = self.names.words[index - 1].folded if index and self.names.near(index - 1) else ""
        plain = bool(before) and not self.names.definite(before) and before in self.names.lexicon.titles
        return plain and self.names.says_more(self.names.words[index].folded)

    def _described(self, index: int) -> bool:
        """Whether a word with the article stands before another that only describes it (``العنبر الثالث``)."""
        names, following = self.names, index + 1
        if not names.definite(names.words[index].folded) or following == len(names.words) or not names.near(index):
            return False
        word = names.words[following].folded
        bare = word.removeprefix(names.pack.article)
        classes = [names.gathered.classes(one) for one in (word, bare)]
        listed = any(one.person and not one.ordinary for one in classes)
        return names.definite(word) and not listed and names.grade(bare) <= UNLIKE and not self._titled(following)

    def _heads(self, index: int) -> bool:
        """Whether a word is what a body is, and whose follows it: ``وكيل [ديوان] رئيس الوزراء``."""
        names = self.names
        hit = names.lexicon.heads.at(index, names.words, names.text)
        following = index + 1 < len(names.words) and names.near(index)
        return hit is not None and hit.last == index and following and self._titled(index + 1)

    def _titled(self, index: int) -> bool:
        return self.names.lexicon.titles.at(index, self.names.words, self.names.text) is not None

    def _joined(self, index: int) -> bool:
        """Whether a word is a foreign name behind a conjunction that is written together with it."""
        folded = self.names.words[index].folded
        known = self.names.gathered.classes(folded)
        return not known.person and self._core(index) is not None

    def _core(self, index: int) -> str | None:
        """What a conjunction leaves of a foreign name; some letters (``أ``) stand only where a name begins."""
        word, pack = self.names.words[index], self.names.pack
        core = self.names.joint(word.folded)
        if core is None and word.folded[:1] in clitics(pack, "conjunction") and len(word.folded) > LONG:
            begins = (
                pack.fold(word.text[1:2]) != word.text[1:2] and self.names.grade(word.folded[1:]) >= FOREIGN_LETTERS
            )
            core = word.folded[1:] if begins else None
        return core

    def _freed(self, one: Candidate, first: int, last: int) -> Candidate:
        """A name without the conjunction that is written together with its first word."""
        word = self.names.words[first]
        core = self._core(first) if one.start == word.start and self._joined(first) else None
        if core is None:
            return one
        start = unfolded(word, len(word.folded) - len(core), self.names.pack)
        parts = self.names.parts(first, last, core)
        return replace(one, start=start, parts=parts, phrase_start=max(one.phrase_start, start))

    def _cut(self, one: Candidate, first: int, last: int) -> Candidate:
        """One of two names."""
        words = self.names.words
        parts = self.names.parts(first, last, words[first].folded)
        if words[first].start <= one.start:
            return replace(one, end=words[last].end, phrase_end=words[last].end, parts=self._own(one, first, last))
        start, end = words[first].start, words[last].end
        return Candidate(one.article, start, end, "PER", one.rule, start, end, parts, sure=one.sure)

    def _own(self, one: Candidate, first: int, last: int) -> tuple[str, ...]:
        """The parts of a name that begins as another one does."""
        core = one.parts[0].split(" ")[0]
        known = {peeling.core for peeling in peelings(self.names.words[first].folded, self.names.pack)}
        return self.names.parts(first, last, core if core in known else self.names.words[first].folded)
