"""Where a name that was found begins and ends: words at its ends that no name has, what closes it."""

from __future__ import annotations

from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.kinds import (
    FOREIGN_LETTERS,
    LIKELY_LETTERS,
    LISTED,
    SURE_LETTERS,
    KindReader,
    clitics,
)
from workbench.extractors.entities.lexicon import COMMON, UNLIKE
from workbench.extractors.entities.spellings import spelled_particles
from workbench.text.phrases import cores

__all__ = ["FEW", "EdgeReader"]

FEW = 2
"""The weight of a gathered name up to which hardly anybody bears it."""
SYLLABLES = 5  # the most letters of a given name behind a family name of the east, or of one half of it


class EdgeReader(KindReader):
    """Tells where names begin and end among the tokens of one block.

    Parameters
    ----------
    text, words: the page and the tokens of one of its blocks.
    pack: the language pack of the page.
    """

    def eastern(self, index: int, folded: str, *, titled: bool) -> int:
        """How many words a name takes that begins with a family name of the east: ``تشو وي لين`` (0: it is none).

        ``titled``: a title stands before it, so that a short family name is enough.
        """
        if self.pack.capitals or folded not in kinds(self.pack, "first") or (len(folded) < 3 and not titled):
            return 0
        width = 1
        while width < 3 and index + width < len(self.words) and self.near(index + width - 1):
            word = self.words[index + width].folded
            known = word in self.lexicon.given or self.gathered.classes(word).foreign or len(word) == 2
            if len(word) > SYLLABLES or word in self.lexicon.stops or self.definite(word):
                break
            least = LIKELY_LETTERS if width > 1 else FOREIGN_LETTERS
            if not known and (self.kind(index + width, word)[0] != "unknown" or self.grade(word) < least):
                break
            width += 1
        return width if width > 1 else 0

    def trimmed(self, first: int, last: int, core: str) -> tuple[int, int]:
        """The first and the last token of a name without the words at its ends that no name has.

        ``core``: what the first token is without its clitics.
        """
        title = self.lexicon.titles.at(first, self.words, self.text)
        if title is not None and first < title.last < last:
            first = title.last + 1
            core = self.words[first].folded
        if first and self._second_half(self.words[first].folded) and self.double(first - 1, self.bare(first - 1)):
            first, core = first - 1, self.words[first - 1].folded
        while first < last and self._leading(first, core):
            first += 1
            core = self.words[first].folded
        while first < last and self._trailing(last) and self.words[last - 1].folded not in self.lexicon.particles:
            last -= 1
        ends = first < last and last + 1 < len(self.words) and self.near(last)
        return first, last + (ends and self.honour_ends(last + 1, ["given", "surname"]))

    def _second_half(self, word: str) -> bool:
        """Whether a word ends given names of two words and begins no name: ``فتح [الله]``, ``نور [الدين]``."""
        return word in kinds(self.pack, "faith") or word in kinds(self.pack, "divine")

    def _leading(self, index: int, core: str) -> bool:
        """Whether a word is none of the name that follows it: a verb, a function word, an adjective of place."""
        lexicon, word, following = self.lexicon, self.words[index], self.words[index + 1].folded
        if word.text in self.spelled or self.double(index, core):
            return False
        if self._second_half(core):
            return True
        if core in kinds(self.pack, "first") and self.eastern(index, core, titled=True):
            return False
        if core in lexicon.titles and core not in lexicon.given and core not in lexicon.given_ambiguous:
            return True
        if core in lexicon.given or core in lexicon.particles:
            return word.folded in lexicon.links and word.text not in spelled_particles(self.pack)
        if core in lexicon.stops or not lexicon.stops.isdisjoint(cores(word.folded, self.pack)):
            return True
        if core in lexicon.given_ambiguous or core in lexicon.surnames:
            return not lexicon.says.isdisjoint(cores(word.folded, self.pack))
        begins = following in lexicon.beginnings or following in lexicon.given
        gathered = self.gathered.classes(core)
        if gathered.foreign and gathered.weight <= FEW and self._surname(following):
            return True
        alike = not self.definite(core) and core not in lexicon.heads and self.grade(core) > UNLIKE
        known = alike or (gathered.person and (gathered.weight >= COMMON or self.grade(core) > UNLIKE))
        own = gathered.person == "given" and gathered.weight >= FEW and not (gathered.ordinary or gathered.foreign)
        return begins and not (known or own) and (self.definite(core) or following in lexicon.given)

    def _surname(self, word: str) -> bool:
        """Whether a word with the article is a family name that many bear, so that no foreign given name precedes it.

        ``تسليم الأسد`` hands somebody over, though a few people elsewhere are called Taslim.
        """
        known = self.gathered.classes(word)
        return self.definite(word) and known.person == "last" and known.weight >= COMMON

    def _described(self, index: int) -> bool:
        """Whether an ordinary word with the article stands behind a family name with the article."""
        word = self.words[index].folded
        if not index or not self.definite(word) or not self.gathered.classes(word).ordinary:
            return False
        before = self.words[index - 1].folded
        return self.definite(before) and self.nisba(before)

    def _trailing(self, index: int) -> bool:
        """Whether a word at the end of a name is none of it: a function word, a verb, a letter."""
        word, lexicon = self.words[index], self.lexicon
        if self._described(index):
            return True
        if word.folded in lexicon.given or word.text in self.spelled or word.folded in lexicon.surnames:
            return False
        if (word.folded in lexicon.given_ambiguous or word.folded in lexicon.surnames_ambiguous) and self.closes(index):
            return False
        if self._noun_at_end(index):
            return False
        verb = self.pack.verb_shape.fullmatch(word.folded) is not None and self.grade(word.folded) < SURE_LETTERS
        return len(word.folded) < 2 or word.folded in lexicon.stops or verb or self.attached(word.folded)

    def _noun_at_end(self, index: int) -> bool:
        """Whether an ordinary noun is a family name, as nothing follows it and a foreign given name precedes it."""
        word, before, lexicon = self.words[index].folded, self.words[index - 1].folded, self.lexicon
        plain = word in lexicon.links or word in lexicon.says or word in lexicon.titles or self.definite(word)
        named = before in lexicon.given or self.foreign(before) or self.grade(before) >= FOREIGN_LETTERS
        plain = plain or before in lexicon.stops or word.startswith(clitics(self.pack, "conjunction"))
        return not plain and named and self.closes(index)

    def closes(self, index: int) -> bool:
        """Whether what stands behind a word shows that nothing belongs to it: a mark, ``إن``, a conjunction's word."""
        following = index + 1
        if following >= len(self.words) or not self.near(index):
            return True
        word = self.words[following].folded
        if word in self.lexicon.openers or not self.lexicon.says.isdisjoint(cores(word, self.pack)):
            return True
        return word[:1] in clitics(self.pack, "conjunction") and not self.gathered.classes(word).person

    def parts(self, first: int, last: int, core: str) -> tuple[str, ...]:
        """The components of a name from a token to another, a particle and its word being one.

        ``core``: what the first token is without its clitics.
        """
        folded = [core, *(word.folded for word in self.words[first + 1 : last + 1])]
        particles = self.lexicon.particles
        found: list[str] = []
        joining = ""
        for word in folded:
            if joining:
                found[-1] += f" {word}"
            else:
                found.append(word)
            joining = word if word in particles or f"{joining} {word}" in particles else ""
        return tuple(found)

    def honour_ends(self, index: int, before: list[str]) -> bool:
        """Whether an honorific with the article ends a name, so that it is the family's: ``محمد [السيد] إن``."""
        word = self.words[index].folded
        named = before in (["given"], ["ambiguous"]) or (
            before[:1] == ["given"] and set(before) <= {*LISTED, "unknown"}
        )
        if not named or word not in kinds(self.pack, "honour") or not self.definite(word):
            return False
        if index + 1 >= len(self.words) or not self.near(index):
            return True
        following = self.words[index + 1].folded
        if not self.lexicon.says.isdisjoint(cores(following, self.pack)):
            return True
        return following in self.lexicon.openers or following in self.pack.words("noun_markers")
