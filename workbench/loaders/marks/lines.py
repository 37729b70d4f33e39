"""The lines of a page and their shapes: what can be a headline, what can only be a paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from workbench.corpus import BlockKind
from workbench.languages.pack import LanguagePack
from workbench.loaders.marks.wrapped import FEWEST, WIDTHS, runs_on
from workbench.loaders.records import Hint

__all__ = ["EDGES", "LINE", "Line", "count", "key", "split"]

LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
FINAL_STOP = re.compile(r"(?<![.…])[.۔][»”\"’'\]]*$")
SENTENCE_END = re.compile(r"[.!?؟۔…][»”\"’')\]]*$")
EDGES = ' \t\u00a0:،,.؛;|!؟?•·*«»"“”()[]{}<>-–—…#‹›→←»'
NO_HINT = Hint()
BREAKS = frozenset(["\n", "\r\n", "\r"])
WIDEST = WIDTHS[-1] + 20
"""Characters from which a line is none that a program has broken, the white space at its ends counted."""
SHORT = 10
"""Words from which a line that ends in a full stop is a paragraph."""
HEADLINE = 30
"""The most words of a headline; a longer line is a paragraph whatever it ends in."""
SAYING = 12
"""Words from which a line that ends in a colon introduces something and is no headline."""
ENDLESS = 4_000
"""Characters from which a line counts as one of ``MANY`` words at least: no rule for short lines looks at it."""
MANY = 100
KEPT = 60
"""The most characters of a line of which its shape and folding are kept: outlets print such lines on every page."""
LONGEST_KEY = 60
"""Words from which a line is compared with others as it stands."""


@dataclass(slots=True, eq=False)
class Line:
    """``text[start:end]`` of a page, trimmed, and what it has been found to be so far.

    Parameters
    ----------
    stopped: whether it ends as a sentence ends, with a full stop and not with dots.
    paragraph: whether it is running text: long, or of some length and ended by a full stop.
    headline: whether it could be a headline: words, not too many, no full stop at the end.
    apart: whether an empty line stands above it.
    """

    start: int
    end: int
    text: str
    words: int
    stopped: bool
    paragraph: bool
    headline: bool
    pack: LanguagePack
    hint: Hint = NO_HINT
    apart: bool = False
    kind: BlockKind | None = None
    rule: str = ""
    section: str = ""
    _folded: str | None = None
    _key: str | None = None
    _sentence: bool | None = None
    _stems: tuple[str, ...] | None = None

    @property
    def folded(self) -> str:
        """Its wording folded, spaces made one."""
        if self._folded is None:
            self._folded = " ".join(self.pack.fold(self.text).split())
        return self._folded

    @property
    def key(self) -> str:
        """Its wording for comparison: folded, without outer punctuation; a long line's as it stands."""
        if self._key is None:
            self._key = self.folded.strip(EDGES) if self.words <= LONGEST_KEY else " ".join(self.text.split())
        return self._key

    @property
    def open(self) -> bool:
        """Whether nothing has been said about it yet."""
        return self.kind is None

    @property
    def sentence(self) -> bool:
        """Whether it ends with any mark that closes a sentence."""
        if self._sentence is None:
            self._sentence = bool(SENTENCE_END.search(self.text, max(0, len(self.text) - 12)))
        return self._sentence

    @property
    def running(self) -> bool:
        """Whether it is a paragraph of which nothing is said yet, and not known to stand outside the main text."""
        return self.paragraph and self.kind is None and self.hint.main is not False

    def mark(self, kind: BlockKind, rule: str) -> None:
        """Say what it is; the first rule that speaks is the one that counts."""
        if self.kind is None:
            self.kind, self.rule = kind, rule


def split(text: str, pack: LanguagePack, hints: Mapping[int, Hint] = MappingProxyType({})) -> list[Line]:
    """The lines of a text that hold more than white space, in order, each with its hint, the names of fields apart.

    Lines that a program broke at a fixed width are one (``wrapped.py``).
    """
    spans = [match.span() for match in LINE.finditer(text) if not match.group().isspace()]
    if len(spans) > FEWEST and len(hints) < len(spans):  # markup that says something of every line breaks none
        spans = _joined(text, spans, hints)
    lines: list[Line] = []
    last = 0
    for begin, stop in spans:
        raw = text[begin:stop]
        apart = text.count("\n", last, begin) > 1
        last = stop
        trimmed = raw.strip()
        start = begin + len(raw) - len(raw.lstrip())
        hint = hints.get(start, NO_HINT)
        if hint.label:
            label, trimmed = trimmed[: hint.label].rstrip(), trimmed[hint.label :].lstrip()
            lines.append(_line(start, label, pack, NO_HINT))
            lines[-1].mark("furniture", "field_label")
            start = begin + len(raw.rstrip()) - len(trimmed)
        if trimmed:
            lines.append(_line(start, trimmed, pack, hint))
            lines[-1].apart = apart
    return lines


def _joined(text: str, spans: list[tuple[int, int]], hints: Mapping[int, Hint]) -> list[tuple[int, int]]:
    """The spans of lines, those of a paragraph that was broken at a fixed width made one."""
    if not any(stop - begin <= WIDEST for begin, stop in spans):
        return spans
    near = [_near(text, spans[i], spans[i + 1], hints) for i in range(len(spans) - 1)]
    if sum(near) < FEWEST:
        return spans
    on = runs_on([text[begin:stop] for begin, stop in spans], [*near, False])
    joined: list[tuple[int, int]] = []
    begin = spans[0][0]
    for (start, stop), more in zip(spans, on, strict=True):
        begin = start if begin < 0 else begin
        if not more:
            joined.append((begin, stop))
            begin = -1
    return joined


def _near(text: str, one: tuple[int, int], following: tuple[int, int], hints: Mapping[int, Hint]) -> bool:
    """Whether a line stands directly below another and neither is said to be more than running text."""
    if one[1] - one[0] > WIDEST or text[one[1] : following[0]] not in BREAKS:
        return False
    said = [hints.get(begin + _indent(text, begin), NO_HINT) for begin, _ in (one, following)] if hints else []
    return not any(hint.kind or hint.label or hint.link for hint in said)


def _indent(text: str, begin: int) -> int:
    end = begin
    while text[end].isspace():
        end += 1
    return end - begin


def _line(start: int, text: str, pack: LanguagePack, hint: Hint) -> Line:
    shape = _shape(text) if len(text) > KEPT else _kept_shape(text)
    line = Line(start, start + len(text), text, *shape, pack, hint)
    if len(text) <= KEPT:
        line._folded = _kept_folded(text, pack)
    return line


class Shape(NamedTuple):
    """What a line's own wording says of it."""

    words: int
    stopped: bool
    paragraph: bool
    headline: bool


def _shape(text: str) -> Shape:
    stopped = bool(FINAL_STOP.search(text, max(0, len(text) - 12)))
    words = count(text)
    paragraph = words > HEADLINE or (words >= SHORT and stopped)
    if len(text) > ENDLESS:
        words = max(words, MANY)
    headline = 1 <= words <= HEADLINE and not stopped and not (words >= SAYING and text.endswith((":", "：")))
    return Shape(words, stopped, paragraph, headline)


@lru_cache(maxsize=50_000)
def _kept_shape(text: str) -> Shape:
    return _shape(text)


@lru_cache(maxsize=50_000)
def _kept_folded(text: str, pack: LanguagePack) -> str:
    return " ".join(pack.fold(text).split())


def key(text: str, pack: LanguagePack) -> str:
    """The wording of a line for comparison: folded, spaces made one, outer punctuation dropped."""
    return " ".join(pack.fold(text).split()).strip(EDGES)


def count(text: str) -> int:
    """How many runs between white space hold a letter or a digit."""
    return len([run for run in text.split() if run[0].isalnum() or any(map(str.isalnum, run))])
