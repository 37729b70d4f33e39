"""Sentences of a small grammar, and pages of invented outlets that take from each other: a day at a time."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["DAY", "Page", "Taken", "day"]

DATA = Path(__file__).with_name("generated.toml")
DAY = 1_000
"""Articles of a day: what is taken is taken from the same day, so that a day is made without the others."""
BEGIN = dt.datetime(2024, 1, 1)
SENTENCES = (6, 16)
PARAGRAPH = 3
CLOSED = 0.8
"""The share of an outlet's pages that end in its closing words."""
KINDS = ("copy", "edited", "part")
SHARES = (0.35, 0.35, 0.3)
KEPT = (0.95, 0.9, 0.8)
"""Which share of the words that are taken an editor leaves as they were."""
LEFT_OUT = 0.4
"""Which share of the changed words is left out; the others are replaced."""
WORDS = 600
"""Words that are made of each shape."""
SLOT = re.compile(r"(\w*)\{(\w+)\}(\w*)(\W*)")

Dice = np.random.Generator
Numbers = NDArray[np.int64]


class Page(NamedTuple):
    """A page as a table holds it."""

    id: str
    source: str
    title: str
    published: dt.datetime
    language: str
    text: str


class Taken(NamedTuple):
    """What ``b`` took from ``a``: a whole page, an edited one, or a part; its words, and the share left as it was."""

    a: str
    b: str
    kind: str
    words: int
    kept: float


@dataclass(frozen=True, eq=False)
class Outlet:
    """An invented outlet: the numbers are those of ``generated.toml``."""

    name: str
    language: str
    pages: float
    takes: float
    lends: float
    closing: str


class Grammar:
    """Sentences of a language: patterns whose slots are filled by chance."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.words = {name: np.array(words, dtype=object) for name, words in told["slots"].items()}
        letters = told["shapes"]["letters"]
        for name, shapes in told["shapes"].items():
            if name != "letters":
                self.words[name] = np.array(_made(shapes, letters), dtype=object)
        self.words["number"] = np.arange(11, 9_999).astype(str).astype(object)
        hours = [f"{hour}:{minute:02}" for hour, minute in product(range(1, 13), range(60))]
        self.words["hour"] = np.array(hours, dtype=object)
        self.edits = np.array(told["edits"], dtype=object)
        self.patterns = [self._parts(pattern) for pattern in told["patterns"]]
        self.title = self._parts(told["title"])

    def _parts(self, pattern: str) -> list[NDArray[np.object_]]:
        """A pattern as the words that may stand in each of its places."""
        parts = []
        for token in pattern.split():
            slot = SLOT.fullmatch(token)
            if slot:
                before, name, after, mark = slot.groups()
                parts.append(np.array([f"{before}{word}{after}{mark}" for word in self.words[name]], dtype=object))
            else:
                parts.append(np.array([token], dtype=object))
        return parts

    def sentences(self, dice: Dice, count: int) -> list[str]:
        """So many sentences, without their stops."""
        chosen = dice.integers(len(self.patterns), size=count)
        made = np.empty(count, dtype=object)
        for number, parts in enumerate(self.patterns):
            places = np.flatnonzero(chosen == number)
            made[places] = _filled(dice, parts, len(places))
        return made.tolist()

    def titles(self, dice: Dice, count: int) -> list[str]:
        """So many titles."""
        return _filled(dice, self.title, count)

    def edited(self, dice: Dice, sentences: list[str], kept: float) -> tuple[list[str], float]:
        """The sentences with about so many of their words kept, the others replaced or left out; which share was."""
        words = [sentence.split() for sentence in sentences]
        total = sum(map(len, words))
        changed = set(dice.permutation(total)[: round((1 - kept) * total)].tolist())
        made, place = [], 0
        for sentence in words:
            told = []
            for word in sentence:
                if place not in changed:
                    told.append(word)
                elif dice.random() >= LEFT_OUT:
                    told.append(str(dice.choice(self.edits)))
                place += 1
            made.append(" ".join(told))
        return [one for one in made if one], 1 - len(changed) / total


def _made(shapes: list[str], letters: list[str]) -> list[str]:
    """Words that nobody has heard of: every shape with letters out of a fixed order."""
    dice = np.random.default_rng(len(letters))
    drawn = [[letters[place] for place in dice.permutation(len(letters))[:3]] for _ in range(WORDS)]
    return list(dict.fromkeys(_capital(shape.format(*three)) for three in drawn for shape in shapes))


def _capital(text: str) -> str:
    """The text with a capital where its script has one."""
    return text[:1].upper() + text[1:]


def _filled(dice: Dice, parts: list[NDArray[np.object_]], count: int) -> list[str]:
    columns = [words[dice.integers(len(words), size=count)] for words in parts]
    return [_capital(" ".join(row)) for row in zip(*columns, strict=True)]


@cache
def _press() -> tuple[list[Outlet], dict[str, Grammar]]:
    """The invented outlets, and the grammar of each language."""
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))
    grammars = {language: Grammar(said) for language, said in told["languages"].items()}
    return [Outlet(**one) for one in told["outlets"]], grammars


class _Day:
    """The pages of a day, each of which may take from an earlier one of another outlet in its language."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.dice = np.random.default_rng([seed, number])
        self.press, self.grammars = _press()
        pages = np.array([one.pages for one in self.press])
        self.outlets = self.dice.choice(len(self.press), size=DAY, p=pages / pages.sum())
        self.takes = self.dice.random(DAY) < np.array([one.takes for one in self.press])[self.outlets]
        self.own, self.titles = self._written()
        self.bodies: list[list[str]] = []
        self.taken: list[Taken] = []
        self.known: set[tuple[int, int]] = set()
        self.lenders = {language: self._lenders(language) for language in self.grammars}

    def _written(self) -> tuple[list[list[str]], list[str]]:
        """What each page would say by itself, and its title."""
        sizes = self.dice.integers(*SENTENCES, size=DAY)
        own: list[list[str]] = [[] for _ in range(DAY)]
        titles = [""] * DAY
        for language, grammar in self.grammars.items():
            places = [place for place in range(DAY) if self._outlet(place).language == language]
            sentences = iter(grammar.sentences(self.dice, int(sizes[places].sum())))
            for place, title in zip(places, grammar.titles(self.dice, len(places)), strict=True):
                own[place] = [next(sentences) for _ in range(sizes[place])]
                titles[place] = title
        return own, titles

    def _outlet(self, place: int) -> Outlet:
        return self.press[int(self.outlets[place])]

    def _lenders(self, language: str) -> tuple[Numbers, NDArray[np.float64]]:
        """The pages of a language that take nothing, and the sums of how likely they are taken from."""
        own = [place for place in np.flatnonzero(~self.takes).tolist() if self._outlet(place).language == language]
        return np.array(own, dtype=np.int64), np.cumsum([self._outlet(place).lends for place in own])

    def pages(self) -> list[Page]:
        """The pages in the order of their times."""
        for place in range(DAY):
            self.bodies.append(self._body(place))
        return [self._page(place) for place in range(DAY)]

    def _body(self, place: int) -> list[str]:
        own = self.own[place]
        source = self._source(place) if self.takes[place] else -1
        if source < 0:
            return own
        kind = str(self.dice.choice(KINDS, p=SHARES))
        taken, kept = self.bodies[source], 1.0
        if kind == "part":
            size = int(self.dice.integers(1, 4))
            first = int(self.dice.integers(max(1, len(taken) - size)))
            taken = taken[first : first + size]
        words = sum(len(sentence.split()) for sentence in taken)
        if kind != "copy":
            grammar = self.grammars[self._outlet(place).language]
            taken, kept = grammar.edited(self.dice, taken, float(self.dice.choice(KEPT)))
        self.taken.append(Taken(self._id(source), self._id(place), kind, words, round(kept, 3)))
        at = int(self.dice.integers(len(own) + 1))
        return [*own[:at], *taken, *own[at:]] if kind == "part" else taken

    def _source(self, place: int) -> int:
        """An earlier page of another outlet that this one has not taken from; -1 where chance finds none."""
        lenders, sums = self.lenders[self._outlet(place).language]
        earlier = int(np.searchsorted(lenders, place))
        if not earlier:
            return -1
        found = int(lenders[np.searchsorted(sums, self.dice.random() * sums[earlier - 1], side="right")])
        outlet = int(self.outlets[place])
        if outlet == self.outlets[found] or (outlet, found) in self.known:
            return -1
        self.known.add((outlet, found))
        return found

    def _id(self, place: int) -> str:
        return f"g{self.number * DAY + place + 1:07}"

    def _page(self, place: int) -> Page:
        outlet, body = self._outlet(place), self.bodies[place]
        paragraphs = [body[first : first + PARAGRAPH] for first in range(0, len(body), PARAGRAPH)]
        lines = [" ".join(f"{sentence}." for sentence in paragraph) for paragraph in paragraphs]
        if self.dice.random() < CLOSED:
            lines.append(outlet.closing)
        when = BEGIN + dt.timedelta(days=self.number, seconds=place * (86_400 // DAY))
        return Page(self._id(place), outlet.name, self.titles[place], when, outlet.language, "\n".join(lines))


def day(number: int, *, seed: int) -> tuple[list[Page], list[Taken]]:
    """The pages of a day, counted from 0, in the order of their times, and what they took from each other.

    >>> pages, taken = day(0, seed=0)
    >>> len(pages), taken[0].kind in KINDS
    (1000, True)
    """
    made = _Day(number, seed)
    return made.pages(), made.taken
