"""The walk over the tree of an HTML page: its lines, which of them are links, and the elements that mean something.

It is a loop, not a recursion, so that no depth of nesting can break it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.corpus import BlockKind
from workbench.loaders.pages.elements import (
    BLOCKS,
    BY_TAG,
    CELLS,
    FRAMES,
    UNSEEN,
    WORDED,
    hidden,
    is_row,
    meaning,
    names,
    worded,
)

__all__ = ["RUNNING_TEXT", "Cue", "Region", "Time", "Walk"]

LONGEST_CAPTION = 45
"""The most words beside a picture, in the smallest element that holds both, that are its caption."""
HOLDERS = frozenset(["article", "aside", "body", "div", "footer", "form", "header", "main", "nav", "section", "td"])
CARDS = frozenset(["div", "li", "article", "section", "td", "dl"])
CARD_LINES = 4
"""The most lines of an element that leads to another story: a label, a headline, a summary, a date."""
CARD_WORDS = 80
"""The most words of it."""
PICTURES = frozenset(["img", "picture", "amp-img"])
PICTURED = frozenset(["div", "figure", "table", "span", "dl", "section", "center"])
SPACE = re.compile("[ \t\n\r\f]+")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
RUNNING_TEXT = 12
"""Words from which a line counts as running text when an element's share of the text is measured."""
APART = "\x1f"
"""Stands between a link and the next where no space does: style sheets set them apart."""
BESIDE = frozenset(["a", "span", "button"])
PLAIN = frozenset(
    [
        "p",
        "b",
        "strong",
        "em",
        "i",
        "u",
        "font",
        "small",
        "sup",
        "sub",
        "br",
        "ul",
        "ol",
        "tbody",
        "thead",
        "h4",
        "hr",
        "dd",
    ]
)
"""Elements of which, where they have no attributes, only their text and their ends matter."""


@dataclass(slots=True)
class Cue:
    """An element that means something: the lines ``first:last`` it holds and what they would be."""

    first: int
    kind: BlockKind
    rule: str
    sealing: bool
    last: int = 0
    size: int = 0
    """The characters of an element within a line; 0 where it holds whole lines."""


class Region(NamedTuple):
    """The lines ``first:last`` of an element that sites keep for the article; the lower its rank the plainer that is.

    Ranks: 0 for ``itemprop="articleBody"``, 1 for a class such as ``entry-content``, 2 for ``<article>``; 3 for any
    other element that holds text. ``words`` are those of its text that stands in no element of that sort below it,
    or only one such element deep.
    """

    rank: int
    first: int
    last: int
    words: int = 0


class Time(NamedTuple):
    """A ``<time>`` with the line that it stands in, and whether the page calls it that of publication."""

    line: int
    moment: str
    published: bool


class Open:
    """An element that the walk is inside of."""

    __slots__ = ("asks", "below", "cue", "first", "own", "pictured", "pieces", "rank", "row", "words")

    def __init__(self, first: int, words: int) -> None:
        self.first, self.words = first, words
        self.own = self.below = 0
        self.cue: Cue | None = None
        self.pieces = 0
        self.pictured = self.row = self.asks = False
        self.rank = -1


SKIPPED = Open(0, 0)
AS_IS = Open(0, 0)


class Walk:
    """One walk over a tree: the lines it saw, which are links, and the elements that mean something."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.links: list[bool] = []
        self.headings: list[tuple[int, int]] = []
        self.cues: list[Cue] = []
        self.regions: list[Region] = []
        self.times: list[Time] = []
        self.depth = 0
        self.unread: set[str] = set()
        self._line: list[str] = []
        self._cells: list[str] = []
        self._in_row = False
        self._in_link = 0
        self._linked = self._unlinked = False
        self._heading = 0
        self._open: list[Open] = []
        self._holders: list[Open] = []
        self._words = 0

    def run(self, tree: Any) -> Walk:
        """The walk, done."""
        from lxml import etree

        walker = etree.iterwalk(tree, events=("start", "end"))
        opened, deepest = self._open, 0
        for event, element in walker:
            tag = element.tag
            if event == "start":
                items = element.items()
                if not items and tag in PLAIN:
                    if tag in BLOCKS or tag == "br":
                        self._flush()
                    opened.append(AS_IS)
                    if element.text:
                        self._say(element.text)
                    continue
                if tag in UNSEEN or not isinstance(tag, str) or (items and hidden(items)):
                    self.unread.update([tag] if tag in WORDED and worded(element) else ())
                    walker.skip_subtree()
                    opened.append(SKIPPED)
                    continue
                self._enter(tag, element, items)
                deepest = max(deepest, len(opened))
                text = element.text
            else:
                self._leave(tag, opened.pop())
                text = element.tail
            if text:
                self._say(text)
            elif event == "end" and tag == "a" and self._line:
                following = element.getnext()
                if following is not None and following.tag in BESIDE:
                    self._line.append(APART)
        self._flush()
        self.depth = deepest
        return self

    def _say(self, text: str) -> None:
        self._line.append(text)
        if not text.isspace():
            if self._in_link:
                self._linked = True
            else:
                self._unlinked = True

    def _enter(self, tag: str, element: Any, items: list[tuple[str, str]]) -> None:
        blocky = tag in BLOCKS and not (self._in_row and tag in CELLS)
        if blocky or tag == "br":
            self._flush()
        one = Open(len(self.lines), self._words)
        self._open.append(one)
        if tag in HOLDERS:
            self._holders.append(one)
        if items or tag in BY_TAG or tag in FRAMES:
            self._mean(tag, items, one)
        self._note(tag, element, one)

    def _note(self, tag: str, element: Any, one: Open) -> None:
        """Note links, headings, pictures, fields, rows and times."""
        if tag == "a":
            self._in_link += 1
        elif tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in PICTURES:
            for outer in self._open[-5:]:
                outer.pictured = True
        elif tag == "input" and self._holders:
            self._holders[-1].asks = True
        elif tag == "tr" and not self._in_row and is_row(element):
            one.row = self._in_row = True
        elif tag == "time":
            stated = element.get("pubdate") is not None or "datePublished" in element.get("itemprop", "")
            self.times.append(Time(len(self.lines), element.get("datetime", ""), stated))

    def _mean(self, tag: str, items: list[tuple[str, str]], one: Open) -> None:
        """Note what an element means by its name and attributes."""
        kind, sealing, rule, one.rank = meaning(tag, *(names(items) if items else ("", "", "")))
        if kind is not None:
            if sealing:
                self._flush()
                one.first = len(self.lines)
            one.cue = Cue(len(self.lines), kind, rule, sealing)
            one.pieces = len(self._line)
            self.cues.append(one.cue)

    def _leave(self, tag: str, one: Open) -> None:
        if one is SKIPPED:
            return
        if one is AS_IS:
            if tag in BLOCKS:
                self._flush()
            return
        self._close(tag, one)

    def _close(self, tag: str, one: Open) -> None:
        """Note what an element that is more than its text was."""
        cue = one.cue
        if self._in_row:
            self._end_cell(tag, one)
        if (tag in BLOCKS and not self._in_row) or (cue is not None and cue.sealing):
            self._flush()
        if cue is not None:
            self._end(cue, one)
        if one.rank >= 0:
            self._flush()
            self.regions.append(Region(one.rank, one.first, len(self.lines)))
        if tag in HOLDERS:
            self._hold(one)
        if cue is None:
            self._guess(tag, one)
        if tag == "a":
            self._in_link = max(0, self._in_link - 1)
        elif tag in HEADINGS:
            self._heading = 0

    def _guess(self, tag: str, one: Open) -> None:
        """What an element without a telling name is, by what it holds."""
        if tag in CARDS:
            self._card(one)
        if one.asks:
            self._ask(one)
        if one.pictured and tag in PICTURED:
            self._caption(one)

    def _end(self, cue: Cue, one: Open) -> None:
        """Note where an element that means something ends, and how much of a line it is."""
        cue.last = len(self.lines) + (not cue.sealing and bool(self._line))
        if cue.first == len(self.lines) and self._line:
            cue.size = sum(map(len, self._line[one.pieces :])) or 1
        if cue.rule == "element_aside" and self._within() and not any(self.links[cue.first :]):
            cue.last = cue.first  # a box with figures or the like, in the article and about it

    def _end_cell(self, tag: str, one: Open) -> None:
        """Put a cell of a row aside; the row ends with its element."""
        if one.row:
            self._in_row = False
        elif tag in CELLS:
            self._cells.append("".join(self._line))
            self._line.clear()

    def _card(self, one: Open) -> None:
        """Take an element that holds a linked headline and a few words below it for a lead to another story."""
        links = self.links[one.first :]
        if not (2 <= len(links) <= CARD_LINES and any(links[:2]) and not all(links)):
            return
        linked = [line for line, link in zip(self.lines[one.first :], links, strict=True) if link]
        if self._words - one.words > CARD_WORDS or max(line.count(" ") for line in linked) < 2:
            return
        if not any(level == 1 and place >= one.first for place, level in self.headings):
            self.cues.append(Cue(one.first, "related", "card", sealing=True, last=len(self.lines)))

    def _ask(self, one: Open) -> None:
        """Take an element of a few words with a field to fill in for no article: it offers or asks something."""
        lines = len(self.lines) - one.first
        if 1 <= lines <= CARD_LINES and self._words - one.words <= CARD_WORDS:
            self.cues.append(Cue(one.first, "furniture", "field_to_fill_in", sealing=True, last=len(self.lines)))

    def _hold(self, one: Open) -> None:
        """Note how much text an element holds by itself, and hand it on to the one around it."""
        self._holders.pop()
        if one.cue is not None and one.cue.sealing:
            return
        if self._holders:
            self._holders[-1].below += one.own
        if one.own + one.below >= RUNNING_TEXT:
            self.regions.append(Region(3, one.first, len(self.lines), one.own + one.below))

    def _within(self) -> bool:
        """Whether the walk is inside of an element that sites keep for the article."""
        return any(one.rank >= 0 for one in self._open)

    def _caption(self, one: Open) -> None:
        """Take the few words in an element with a picture for its caption: one or two lines, no links."""
        self._flush()
        lines = len(self.lines) - one.first
        if 1 <= lines <= 2 and self._words - one.words <= LONGEST_CAPTION and not any(self.links[one.first :]):
            self.cues.append(Cue(one.first, "caption", "beside_picture", sealing=False, last=len(self.lines)))
            for outer in self._open[-4:]:
                outer.pictured = False

    def _flush(self) -> None:
        if not self._line and not self._cells:
            return
        if self._cells:
            cells = (SPACE.sub(" ", cell).strip() for cell in (*self._cells, "".join(self._line)))
            line = "\t".join(cell for cell in cells if cell)
            self._cells.clear()
        else:
            line = SPACE.sub(" ", "".join(self._line)).strip()
            if APART in line:
                line = "\t".join(part.strip() for part in line.split(APART) if part.strip())
        if line:
            link = self._linked and not self._unlinked
            if self._heading:
                self.headings.append((len(self.lines), self._heading))
            self.lines.append(line)
            self.links.append(link)
            words = line.count(" ") + 1
            self._words += words
            if words >= RUNNING_TEXT and not link and self._holders:
                self._holders[-1].own += words
        self._line.clear()
        self._linked = self._unlinked = False
