"""Companies that no word for what they are announces, by what they alone have: shares, customers, analysts at them.

``shares in [Tellwright Polymers]``, ``[Dorset Wind]'s customers``, ``analysts at [Morgan Kerr]``: whoever is spoken of
so is no person, and none wherever the name stands on the page. Only where capitals show where a name begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.spellings import function_words
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["companies"]

APPOSED = 3  # the most words before the noun that says what kind of body it is
LONGEST = 4  # the most words of a company's name
Words = tuple[str, ...]


def companies(
    article: str, text: str, blocks: Sequence[Sequence[Token]], found: Sequence[Candidate], language: LanguagePack
) -> list[Candidate]:
    """The candidates of an article with the companies that it tells of, and without the people of their names.

    Parameters
    ----------
    article: the page's id.
    text: the page.
    blocks: the words of each of its blocks.
    found: the candidates that are found in them.
    language: the pack of the page.
    """
    if not language.capitals:
        return list(found)
    finder = _Finder(text, found, language, blocks)
    names = {name for words in blocks for name in finder.told(words)}
    if not names:
        return list(found)
    names |= set(_shorter(names, finder))
    fresh = [
        Candidate(article, start, end, "ORG", "head", start, end, name=name)
        for words in blocks
        for name, start, end in finder.standing(words, names)
    ]
    spans = Spans((one.start, one.end) for one in fresh)
    return [*(one for one in found if not spans.meets(one.start, one.end)), *fresh]


def _shorter(names: Iterable[Words], finder: _Finder) -> Iterator[Words]:
    """The first words of longer names, where they are nothing else: ``[Halloway] Partners``."""
    return (name[:1] for name in names if len(name) > 1 and finder.free(name[:1]))


class _Finder:
    """Finds companies in one article.

    Parameters
    ----------
    text: the page. found: its candidates. language: its pack. blocks: the words of each of its blocks.
    """

    def __init__(
        self, text: str, found: Sequence[Candidate], language: LanguagePack, blocks: Sequence[Sequence[Token]]
    ) -> None:
        self.text = text
        self.language = language
        self.lexicon = lexicon(language)
        self.behind = language.listed("company_things")
        self.before = language.listed("before_companies")
        self.clauses = language.listed("company_clauses")
        self.kinds = language.listed("companies")
        self.links = language.words("stopwords")
        self.ends = tuple(language.listed("finite_endings")) or ("\0",)
        self.spoken = language.listed("before_speakers")
        self.full = {part for one in found if len(one.parts) > 1 and one.sure for part in one.parts}
        self.inside = {
            word.folded
            for words in blocks
            for at, word in enumerate(words)
            if word.text[:1].isupper() and (not self._opens(words, at) or self._run(words, at) != at)
        }  # the words whose capital tells something
        self.taken = Spans((one.start, one.end) for one in found if one.name)

    def told(self, words: Sequence[Token]) -> Iterator[Words]:
        """The names of which a block tells what only companies have."""
        for index, last, name in self._runs(words):
            placed = self._placed(words, index)
            if (
                index == last
                and self._itself(words, index)
                and name[0] not in self.lexicon.surnames
                and self.free(name)
            ):
                yield name
            if len(name) > 1 and self._apposed(words, last):
                yield name
            owns = self._owns(words, last) and not (len(name) > 1 and name[0] in self.lexicon.given)
            owned = self._possessed(words[last]) > 0
            plain = index == last and self._opens(words, index) and not owned and name[0] not in self.inside
            if placed or (owns and not plain):  # ``[Structural] engineers`` open a sentence
                if (placed and len(name) > 1) or self.free(name):
                    yield name
                if placed and (second := self._second(words, last)):
                    yield second

    def standing(self, words: Sequence[Token], names: set[Words]) -> Iterator[tuple[str, int, int]]:
        """Where the names stand in a block, and where each mention begins and ends."""
        for index, last, name in self._runs(words):
            if name in names and not self.taken.meets(words[index].start, words[last].end):
                end = words[last].end - self._possessed(words[last])
                whole = next((one for one in sorted(names) if len(one) > len(name) and one[: len(name)] == name), name)
                yield " ".join(whole), words[index].start, end

    def free(self, name: Words) -> bool:
        """Whether a name is nobody's in full on the page and no list has it as anything else."""
        known = gazetteers(self.language)
        for word in name:
            own = known.classes(word)
            if word in self.full or (len(name) == 1 and (word in self.lexicon.given or own.place >= 0 or own.ordinary)):
                return False
            if word in self.lexicon.gazetteer or word in self.lexicon.demonyms or word in known.nationalities:
                return False
        listed = (self.lexicon.titles, self.lexicon.heads, self.lexicon.given_ambiguous, self.lexicon.stops)
        return len(name) > 1 or not any(name[0] in some for some in listed)

    def _runs(self, words: Sequence[Token]) -> Iterator[tuple[int, int, Words]]:
        """The words with capitals side by side that may be a name: the first and the last token, and the name."""
        index = 0
        while index < len(words):
            last = self._run(words, index)
            if last >= index:
                yield index, last, self._name(words, index, last)
            index = max(index, last) + 1

    def _run(self, words: Sequence[Token], index: int) -> int:
        """The last of the words with capitals that begin at a token; the one before it where none does."""
        last = index - 1
        while last + 1 < len(words) and last + 1 - index < LONGEST:
            word = words[last + 1]
            if not word.text[:1].isupper() or word.folded in function_words(self.language):
                break
            if last >= index and (not adjacent(self.text, words[last], word) or self._possessed(words[last])):
                break
            last += 1
        more = last + 1 < len(words) and last >= index and words[last + 1].text[:1].isupper()
        whole = more and adjacent(self.text, words[last], words[last + 1]) and not self._possessed(words[last])
        return index - 1 if whole else last

    def _opens(self, words: Sequence[Token], index: int) -> bool:
        """Whether a word opens a sentence, so that its capital tells nothing."""
        return index == 0 or not self.text[words[index - 1].end : words[index].start].isspace()

    def _owns(self, words: Sequence[Token], last: int) -> bool:
        """Whether what only a company has stands behind its name: ``[Nkosi] shares``."""
        following = last + 1
        return (
            following < len(words)
            and adjacent(self.text, words[last], words[following])
            and words[following].folded in self.behind
        )

    def _apposed(self, words: Sequence[Token], last: int) -> bool:
        """Whether a comma behind a name tells what kind of body it is: ``[Atlas Horizon], an agency owned by``."""
        first = last + 1
        if first >= len(words) or self.text[words[last].end : words[first].start].strip() != ",":
            return False
        if words[first].folded not in self.language.listed("before_things") - self.language.listed("definite"):
            return False
        for at in range(first + 1, min(first + 2 + APPOSED, len(words))):
            plain = words[at].text[:1].islower() and words[at].folded not in self.links
            if not plain or not adjacent(self.text, words[at - 1], words[at]):  # ``A, a member of parliament``
                return False
            head = self.lexicon.heads.at(at, words, self.text, peel=False)
            org = words[at].folded in self.kinds or (head is not None and head.last == at and head.value.kind == "org")
            ends = at + 1 == len(words) or not adjacent(self.text, words[at], words[at + 1])
            if org and (ends or words[at + 1].folded in self.links or words[at + 1].folded.endswith(self.ends)):
                return True  # none is ``Karim Boulos, a club owner``
        return False

    def _placed(self, words: Sequence[Token], index: int) -> bool:
        """Whether what stands only before a company does: ``shares in [Tellwright Polymers]``."""
        if index < 2 or not adjacent(self.text, words[index - 1], words[index]):
            return False
        pair = f"{words[index - 2].folded} {words[index - 1].folded}"
        return pair in self.before and adjacent(self.text, words[index - 2], words[index - 1])

    def _itself(self, words: Sequence[Token], index: int) -> bool:
        """Whether a word says something of itself as a thing does, or others speak for it: ``[Penfold] said its``."""
        behind = [word.folded for word in words[index + 1 : index + 4]]
        if any(" ".join(behind[:count]) in self.clauses for count in (2, 3)):
            return True
        before = " ".join(word.folded for word in words[max(0, index - 2) : index])
        return before in self.spoken

    def _second(self, words: Sequence[Token], last: int) -> Words:
        """The company that a conjunction joins to another: ``analysts at Morgan Kerr and [Stanhope Bryce]``."""
        joint = last + 1
        if joint + 1 >= len(words) or words[joint].folded not in self.language.listed("joins_names"):
            return ()
        end = self._run(words, joint + 1)
        name = self._name(words, joint + 1, end)
        return name if len(name) > 1 and name[0] not in self.lexicon.given else ()

    def _name(self, words: Sequence[Token], first: int, last: int) -> Words:
        """The folded words of a name, without a possessive ending."""
        own = [word.folded for word in words[first : last + 1]]
        back = self._possessed(words[last]) if own else 0
        return (*own[:-1], own[-1][: len(own[-1]) - back]) if own else ()

    def _possessed(self, word: Token) -> int:
        """The letters of a possessive ending."""
        return max((one.back for one in peelings(word.folded, self.language)), default=0)
