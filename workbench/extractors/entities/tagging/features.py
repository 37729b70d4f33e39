"""What the tagger looks at: features of each word and of its neighbours, as crfsuite takes them.

Lists of the language pack and gathered names say what a word may be; clitics are taken off in every way; letters at
both ends, the shape, and the grade of :mod:`likeness` speak for words that no list has. All that depends on one word
alone is worked out once a word and kept.

What the gathered lists say of ordinary words is left aside: it was counted in the very sentences that the tagger learns
from, and would look surer there than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from workbench.extractors.entities.lexicon import Lexicon, lexicon
from workbench.extractors.entities.tagging.likeness import Likeness
from workbench.kept import kept as remembered
from workbench.languages.gazetteers import NO_NAME, Gazetteers, gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Phrases, peelings
from workbench.text.tokens import Token

__all__ = ["Features", "chains"]

STOP = re.compile(r"[.!?؟۔…]+[»”\"’)\]]*\s|\n")
SHORTEST_CORE = 3
WORDS = {
    "given_own": "gv", "given_ambiguous": "ga", "surnames_own": "sn", "surnames_ambiguous": "sa", "particles": "pt",
    "stops": "st", "links": "ln", "party_heads": "ph", "says": "sy", "openers": "op",
}  # fmt: skip
TABLES = {"titles": "ti", "heads": "hd", "gazetteer": "gz", "demonyms": "dm", "offices": "of", "credits": "cr"}


class _Views(NamedTuple):
    """The features that a word has for itself and for the words around it."""

    two_before: tuple[str, ...]
    before: tuple[str, ...]
    here: tuple[str, ...]
    after: tuple[str, ...]
    two_after: tuple[str, ...]
    first: str
    starts: tuple[tuple[str, Phrases[Any]], ...]
    cores: tuple[tuple[str, str], ...]


def chains(text: str, words: Sequence[Token]) -> list[Sequence[Token]]:
    """The words parted where a sentence or a line ends: what the tagger reads at once."""
    found, begin = [], 0
    for index in range(1, len(words)):
        if text[words[index - 1].end : words[index].start] != " " and STOP.search(
            text, words[index - 1].end, words[index].start
        ):
            found.append(words[begin:index])
            begin = index
    found.append(words[begin:])
    return [one for one in found if one]


class Features:
    """The features of words in one language.

    Parameters
    ----------
    pack: the language.
    likeness: grades words by their letters.
    kept: the features that a model knows; others are not told to it. None for all.
    """

    def __init__(self, pack: LanguagePack, likeness: Likeness, *, kept: frozenset[str] | None = None) -> None:
        self._kept = None if kept is None else {one: one for one in kept}
        self._pack = pack
        self._likeness = likeness
        self._lexicon: Lexicon = lexicon(pack)
        self._gathered: Gazetteers = gazetteers(pack)
        self._views = remembered(self._view)
        self._classes = remembered(self._class)

    def of(self, text: str, words: Sequence[Token]) -> list[list[str]]:
        """A list of features for each word of a chain.

        Parameters
        ----------
        text: what the offsets of the words count in.
        words: the words of one chain (see `chains`).
        """
        views = [self._views(word.folded, _shape(word.text)) for word in words]
        phrases = self._phrases(text, words, views)
        found, last = [], len(words) - 1
        gap = "#"
        for index, view in enumerate(views):
            row = [*view.here, "b=" + gap]
            gap = "#" if index == last else _gap(text, words[index], words[index + 1])
            row.append("a=" + gap)
            if index:
                row += views[index - 1].before
                row.append(f"cc={views[index - 1].first}|{view.first}")
            if index > 1:
                row += views[index - 2].two_before
            if index < last:
                row += views[index + 1].after
            if index < last - 1:
                row += views[index + 2].two_after
            row += phrases[index]
            if index and phrases[index - 1]:
                row += ["-" + one for one in phrases[index - 1]]
            if index < last and phrases[index + 1]:
                row += ["+" + one for one in phrases[index + 1]]
            found.append(row)
        return found

    @cached_property
    def _word_lists(self) -> tuple[tuple[str, frozenset[str]], ...]:
        return tuple((short, getattr(self._lexicon, field)) for field, short in WORDS.items())

    @cached_property
    def _tables(self) -> tuple[tuple[str, Phrases[Any]], ...]:
        return tuple((short, getattr(self._lexicon, field)) for field, short in TABLES.items())

    def _class(self, word: str) -> tuple[str, ...]:
        """The lists that have a word."""
        found = [short for short, table in self._word_lists if word in table]
        found += [short for short, table in self._tables if word in table]
        known = self._gathered.classes(word)
        if known is not NO_NAME:
            if known.person:
                found.append(f"u{known.person}{known.weight}{'f' if known.foreign else ''}")
            if known.place >= 0:
                found.append(f"pl{known.place}")
        return tuple(found) or ("no",)

    @cached_property
    def _first_of_bodies(self) -> frozenset[str]:
        return frozenset(phrase.partition(" ")[0] for phrase in self._gathered.organisations)

    def _begins(self, word: str) -> bool:
        """Whether a gathered place or organisation begins with a word."""
        known = self._gathered.classes(word)
        return known.first or known.place >= 0 or word in self._first_of_bodies

    def _view(self, word: str, shape: str) -> _Views:
        classes = self._classes(word)
        grade = f"g{self._likeness.grade(word)}"
        lists = [f"c={one}" for one in classes]
        here = [f"w={word}", *lists, grade, f"n={min(len(word), 9)}"]
        here += [f"p{size}={word[:size]}" for size in (1, 2, 3, 4) if len(word) > size]
        here += [f"s{size}={word[-size:]}" for size in (1, 2, 3, 4) if len(word) > size]
        cores = [(one.core, one.proclitics) for one in peelings(word, self._pack) if not one.back]
        for core, proclitics in cores[1:]:
            if len(core) >= SHORTEST_CORE:
                here += [f"k={core}", f"kg{self._likeness.grade(core)}"]
                for one in self._classes(core):
                    here += (f"kc={one}", f"kc={proclitics}+{one}")
        near = [f"w={word}", *lists, grade]
        near += [f"p2={word[:2]}", f"s2={word[-2:]}", f"s3={word[-3:]}"]
        if shape:
            here.append(f"sh={shape}")
            near.append(f"sh={shape}")
        far = [f"w={word}", *lists]
        return _Views(
            self._known("-2" + one for one in far),
            self._known("-1" + one for one in near),
            self._known(here),
            self._known("+1" + one for one in near),
            self._known("+2" + one for one in far),
            classes[0],
            tuple((short, table) for short, table in self._phrase_tables if table.begins(word)),
            tuple(one for one in cores if self._begins(one[0])),
        )

    def _known(self, features: Iterable[str]) -> tuple[str, ...]:
        """The features that the model knows, each text once in memory however many words have it."""
        kept = self._kept
        return tuple(features) if kept is None else tuple(kept[one] for one in features if one in kept)

    @cached_property
    def _phrase_tables(self) -> tuple[tuple[str, Phrases[Any]], ...]:
        return (*(one for one in self._tables if one[0] != "cr"), ("pa", self._lexicon.parties))

    def _phrases(self, text: str, words: Sequence[Token], views: Sequence[_Views]) -> list[list[str]]:
        """Which words begin or continue a phrase of a table."""
        found: list[list[str]] = [[] for _ in words]
        ends: dict[str, int] = {}
        folded: list[str] = []
        for index, view in enumerate(views):
            for short, table in view.starts:
                hit = table.at(index, words, text) if ends.get(short, -1) < index else None
                if hit is not None:
                    ends[short] = hit.last
                    kind = getattr(hit.value, "type", "") or getattr(hit.value, "kind", "")
                    _lay(found, index, hit.last - index + 1, f"{short}{kind}")
            if view.cores:
                folded = folded or [word.folded for word in words]
                self._gather(found, index, view, folded, ends)
        return found

    def _gather(
        self, found: list[list[str]], index: int, view: _Views, folded: list[str], ends: dict[str, int]
    ) -> None:
        for core, proclitics in view.cores:
            place = self._gathered.places_at(index, folded, first=core) if ends.get("gp", -1) < index else None
            if place is not None:
                ends["gp"] = index + place[0] - 1
                _lay(found, index, place[0], f"gp{place[1].size}{proclitics}")
            body = self._gathered.organisations_at(index, folded, first=core) if ends.get("go", -1) < index else None
            if body is not None:
                ends["go"] = index + body[0] - 1
                _lay(found, index, body[0], "go")


def _lay(found: list[list[str]], index: int, length: int, name: str) -> None:
    """Note a phrase at each of its words."""
    several = "1" if length == 1 else "n"
    found[index].append(f"tB{name}{several}")
    for at in range(index + 1, index + length):
        found[at].append(f"tI{name}{several}")


def _gap(text: str, word: Token, following: Token) -> str:
    """The punctuation between two words; ``_`` where there is none."""
    if following.start == word.end + 1 and text[word.end] == " ":
        return "_"
    between = text[word.end : following.start].strip()[:3]
    return between.encode("utf-8", "replace").decode() or "_"


def _shape(text: str) -> str:
    """What the characters of a word say: digits, letters of another script, capitals."""
    if not text.isascii():
        return ""
    if text[0].isdigit():
        return "9"
    return "XX" if text.isupper() else "Xx" if text[0].isupper() else "x"
