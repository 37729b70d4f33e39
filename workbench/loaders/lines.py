"""The lines of a page and their shapes: what can be a headline, what can only be a paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.corpus import BlockKind
from workbench.languages.pack import LanguagePack
from workbench.loaders.records import Hint

__all__ = ["LINE", "Line", "split"]

LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
FINAL_STOP = re.compile(r"(?<![.…])[.۔][»”\"’'\]]*$")
SENTENCE_END = re.compile(r"[.!?؟۔…][»”\"’')\]]*$")
EDGES = ' \t\u00a0:،,.؛;|!؟?•·*«»"“”()[]{}<>-–—…#‹›→←»'
NO_HINT = Hint()
SHORT = 10
"""Words from which a line that ends in a full stop is a paragraph."""
HEADLINE = 30
"""The most words of a headline; a longer line is a paragraph whatever it ends in."""


@dataclass(slots=True)
class Line:
    """``text[start:end]`` of a page, trimmed, and what it has been found to be so far.

    ``key`` is its folded wording without outer punctuation, by which repetitions are known; ``stopped`` says
    whether it ends as a sentence ends, with a full stop and not with dots.
    """

    start: int
    end: int
    text: str
    key: str
    words: int
    stopped: bool
    kind: BlockKind | None = None
    rule: str = ""
    section: str = ""
    hint: Hint = NO_HINT

    @property
    def open(self) -> bool:
        """Whether nothing has been said about it yet."""
        return self.kind is None

    @property
    def sentence(self) -> bool:
        """Whether it ends with any mark that closes a sentence."""
        return bool(SENTENCE_END.search(self.text))

    @property
    def paragraph(self) -> bool:
        """Whether it is running text: long, or of some length and ended by a full stop."""
        return self.words > HEADLINE or (self.words >= SHORT and self.stopped)

    @property
    def headline(self) -> bool:
        """Whether it could be a headline: words, not too many, no full stop at the end."""
        return 1 <= self.words <= HEADLINE and not self.stopped

    @property
    def running(self) -> bool:
        """Whether it is a paragraph of which nothing is said yet, and not known to stand outside the main text."""
        return self.kind is None and self.paragraph and self.hint.main is not False

    def mark(self, kind: BlockKind, rule: str) -> None:
        """Say what it is; the first rule that speaks is the one that counts."""
        if self.kind is None:
            self.kind, self.rule = kind, rule


def split(text: str, pack: LanguagePack, hints: Mapping[int, Hint] = MappingProxyType({})) -> list[Line]:
    """The lines of a text that hold more than white space, in order, each with its hint, the names of fields apart."""
    lines = []
    for match in LINE.finditer(text):
        raw = match.group()
        trimmed = raw.strip()
        if not trimmed:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        hint = hints.get(start, NO_HINT)
        if hint.label:
            label, trimmed = trimmed[: hint.label].rstrip(), trimmed[hint.label :].lstrip()
            lines.append(_line(start, label, pack))
            lines[-1].mark("furniture", "field_label")
            start = match.start() + len(raw.rstrip()) - len(trimmed)
        if trimmed:
            lines.append(_line(start, trimmed, pack))
            lines[-1].hint = hint
    return lines


def _line(start: int, text: str, pack: LanguagePack) -> Line:
    stopped = bool(FINAL_STOP.search(text, max(0, len(text) - 12)))
    return Line(start, start + len(text), text, key(text, pack), count(text), stopped)


def key(text: str, pack: LanguagePack) -> str:
    """The wording of a line for comparison: folded, spaces made one, outer punctuation dropped."""
    return " ".join(pack.fold(text).split()).strip(EDGES)


def count(text: str) -> int:
    """How many runs between white space hold a letter or a digit."""
    return sum(any(map(str.isalnum, run)) for run in text.split())
