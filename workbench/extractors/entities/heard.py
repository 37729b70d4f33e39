"""Full names that a page in other letters announces: ``Cyprien Mbeki`` there, ``سيبريان مبيكي`` here.

Two words in a row that sound like a full name of the corpus are that name, though nothing around them says so: each of
its words must be heard, and together they must have enough consonants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import core, form
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.variants import VOWELS, alike, skeleton, sounds
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Peeling, adjacent, peelings, unfolded
from workbench.text.tokens import Token

__all__ = ["Heard"]

HEARD = 5  # the fewest consonants of a name that is known by its sound
HEARD_ALONE = 3  # those of a body's name of one word


Entry = tuple[Peeling, tuple[str, ...], Candidate]
Known = tuple[int, tuple[str, ...], Candidate]


@dataclass
class _Begun:
    """The names that may begin at a word, in the order in which they are tried, and where to find each by its second.

    ``alone``: those of one word. ``by_sound``: the others by what their second word sounds like; ``by_script``: by
    whether that is written in Latin letters, since words of one script are alike by their letters.
    """

    entries: list[Entry]
    alone: list[int] = field(default_factory=list)
    by_sound: dict[str, list[int]] = field(default_factory=dict)
    by_script: dict[bool, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, (_, name, _) in enumerate(self.entries):
            if len(name) == 1:
                self.alone.append(place)
                continue
            self.by_script.setdefault(name[1][:1].isascii(), []).append(place)
            for sound in sounds(name[1]):
                self.by_sound.setdefault(sound, []).append(place)

    def followed(self, words: Iterable[str]) -> list[Entry]:
        """The names whose second word may be alike one of some words, and those that have none."""
        places = set(self.alone)
        for word in words:
            places.update(self.by_script.get(word[:1].isascii(), ()))
            for sound in sounds(word):
                places.update(self.by_sound.get(sound, ()))
        return [self.entries[place] for place in sorted(places)]


NOTHING = _Begun([])


class Heard:
    """The names that pages in other letters announce, as one language would hear them.

    Parameters
    ----------
    names: the words of each name and the candidate that announced it.
    language: the language of the pages that are read.
    """

    def __init__(self, names: Iterable[tuple[Sequence[str], Candidate]], language: LanguagePack) -> None:
        self.language = language
        self.lexicon = lexicon(language)
        self.particles = self.lexicon.particles | {language.article}
        self._by_sound: dict[str, dict[str, list[Known]]] = {}
        self._firsts: dict[str, _Begun] = {}
        for number, (words, one) in enumerate(sorted(names, key=lambda entry: tuple(entry[0]))):
            plain = form(tuple(words)).words
            least = HEARD if one.type == "PER" or len(plain) > 1 else HEARD_ALONE
            if plain and (len(plain) > 1 or one.type == "ORG") and len("".join(map(skeleton, plain))) >= least:
                for key in sorted(sounds(plain[0])):
                    self._by_sound.setdefault(key, {}).setdefault(plain[0], []).append((number, plain, one))

    def begins(self, word: Token) -> bool:
        """Whether any name may begin at a word."""
        return bool(self._beginning(word).entries)

    def at(self, index: int, words: Sequence[Token], text: str) -> Candidate | None:
        """The name that is heard at a word; None where there is none."""
        word = words[index]
        if self.language.capitals and not word.text[:1].isupper():
            return None
        for peeling, name, known in self._beginning(word).followed(self._second(index + 1, words)):
            span = self._rest(name[1:], index + 1, words)
            if span is None or not all(adjacent(text, a, b) for a, b in pairwise(words[index:span])):
                continue
            if self.language.capitals and self._goes_on(span, words, text):
                continue
            if known.type == "ORG":
                return self._body(known, peeling, words[slice(*self._whole(index, span, words, text))])
            return self._found(peeling, words[index:span], known)
        return None

    def _whole(self, first: int, after: int, words: Sequence[Token], text: str) -> tuple[int, int]:
        """A body's name with an article bound to it and with a word behind it for what it is (``Sawari Lines``)."""
        if first and text[words[first - 1].end : words[first].start] == "-":
            first -= words[first - 1].folded in self.particles
        if self.language.capitals and after < len(words) and adjacent(text, words[after - 1], words[after]):
            head = self.lexicon.heads.at(after, words, text)
            after += head is not None and words[after].text[:1].isupper()
        return first, after

    def _body(self, known: Candidate, peeling: Peeling, span: Sequence[Token]) -> Candidate:
        """A body by the name that the other page has for it."""
        front = peeling.front if span[0].folded.endswith(peeling.core) else 0
        start = unfolded(span[0], front, self.language)
        backs = [one.back for one in peelings(span[-1].folded, self.language) if one.back]
        end = span[-1].end - (backs[0] if backs and self.language.capitals else 0)
        return Candidate(known.article, start, end, "ORG", "elsewhere", start, end, name=known.name)

    def _beginning(self, word: Token) -> _Begun:
        """The names whose first word is heard in a word, its clitics taken off."""
        if word.folded not in self._firsts:
            begun = [
                (peeling, name, one)
                for peeling in peelings(word.folded, self.language)
                if peeling.core not in self.lexicon.stops
                for _, name, one in self._first_heard(core(peeling.core))
            ]
            self._firsts[word.folded] = _Begun(sorted(begun, key=_unlike_begun)) if begun else NOTHING
        return self._firsts[word.folded]

    def _first_heard(self, word: str) -> list[Known]:
        """The names whose first word is heard in a word, in their order."""
        heard = {
            number: (number, name, one)
            for key in sounds(word)
            for first, names in self._by_sound.get(key, {}).items()
            if alike(word, first)
            for number, name, one in names
        }
        return [heard[number] for number in sorted(heard)]

    def _second(self, index: int, words: Sequence[Token]) -> list[str]:
        """How the word that goes on with a name may be read, from a place on, particles left out."""
        while index + 1 < len(words) and words[index].folded in self.particles:
            index += 1
        if index >= len(words) or words[index].folded in self.lexicon.stops:
            return []
        return [core(one.core) for one in peelings(words[index].folded, self.language) if not one.front]

    def _rest(self, name: Sequence[str], index: int, words: Sequence[Token]) -> int | None:
        """The token behind the other words of a name, particles left out; None where they do not stand there."""
        for wanted in name:
            while index + 1 < len(words) and words[index].folded in self.particles:
                index += 1
            if index == len(words) or words[index].folded in self.lexicon.stops:
                return None
            backs = [one.core for one in peelings(words[index].folded, self.language) if not one.front]
            if not any(alike(core(one), wanted) for one in backs):
                return None
            index += 1
        return index

    def _goes_on(self, after: int, words: Sequence[Token], text: str) -> bool:
        """Whether a further word with a capital stands behind a name."""
        if after == len(words) or not adjacent(text, words[after - 1], words[after]):
            return False
        return words[after].text[:1].isupper() and self.lexicon.heads.at(after, words, text) is None

    def _found(self, peeling: Peeling, span: Sequence[Token], known: Candidate) -> Candidate:
        start, end = unfolded(span[0], peeling.front, self.language), span[-1].end
        backs = [one.back for one in peelings(span[-1].folded, self.language) if one.back]
        end -= backs[0] if backs and self.language.capitals else 0
        folded = [peeling.core, *(word.folded for word in span[1:])]
        if backs and self.language.capitals:
            folded[-1] = folded[-1][: -backs[0]]
        parts: list[str] = []
        joined = ""
        for word in folded:
            joined = f"{joined} {word}".strip()
            if word not in self.particles:
                parts.append(joined)
                joined = ""
        return Candidate(known.article, start, end, "PER", "elsewhere", start, end, tuple(parts))


def _unlike_begun(entry: tuple[Peeling, tuple[str, ...], Candidate]) -> bool:
    """Whether only one of a word and the name heard in it begins with a vowel: a conjunction may stand before it."""
    return (core(entry[0].core)[:1] in VOWELS) != (entry[1][0][:1] in VOWELS)
