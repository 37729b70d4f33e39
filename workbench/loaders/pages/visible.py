"""The visible text of an HTML page, whole, and what its elements say about each line of it.

Block elements stand on lines of their own, rows of tables on one each, white space inside a line is collapsed as a
browser does it, and what a browser never shows (scripts, styles, templates, hidden elements) is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workbench.corpus import BlockKind
from workbench.loaders.pages.nesting import shallow
from workbench.loaders.pages.walk import RUNNING_TEXT, Cue, Region, Time, Walk
from workbench.loaders.records import Hint, Unreadable

__all__ = ["Region", "Visible", "parse", "visible"]

PART = 0.4
"""The least share of a line that an element within it must hold to say what the line is."""
COMMENTS = frozenset(
    f"class_{word}" for word in ("comments", "comment", "commentlist", "disqus", "wpdiscuz", "livefyre")
)
OF_HEAD = frozenset(
    ["base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"]
)
"""What the HTML standard lets stand in a head; whatever else comes ends it."""
LEFT = 40
"""The words of text that an article has at least: comments may be longer than it."""
SMALL = 3
"""The most lines that a byline, date or caption has."""


@dataclass
class Visible:
    """The visible text and what its elements mean.

    Parameters
    ----------
    hints: by the start of each line.
    headings: the lines of ``h1`` to ``h3``, with their levels, that are not a link and stand in no menu.
    regions: where the article may stand.
    times: the ``<time>`` elements.
    depth: the deepest nesting.
    unread: the names of elements with words in them that aren't read, since a browser shows them otherwise or not.
    """

    text: str = ""
    lines: list[str] = field(default_factory=list)
    hints: dict[int, Hint] = field(default_factory=dict)
    headings: list[tuple[int, int]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    depth: int = 0
    unread: tuple[str, ...] = ()

    def hints_at(self, place: int) -> Hint:
        """The hint of a line by its place."""
        return self._by_place[place]

    @cached_property
    def _by_place(self) -> list[Hint]:
        return list(self.hints.values())


def parse(markup: str) -> Any:
    """The tree of a page; None where there is none. What is nested too deep for the parser is read less deep.

    Raises
    ------
    Unreadable: it is nested too deep all the same; what the parser would drop, it would drop in silence.
    """
    clean = markup.replace("\x00", "")
    tree, too_deep = _parsed(clean)
    if too_deep:
        tree, too_deep = _parsed(shallow(clean))
    if too_deep:
        raise Unreadable("its elements are nested too deep for any page that is meant to be read")
    return tree


def _parsed(markup: str) -> tuple[Any, bool]:
    """A tree, or None; and whether the parser met its limit of nesting."""
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = etree.fromstring(markup.encode("utf-8", "ignore"), parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is not None:
        _leave_head(tree)
    return tree, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _leave_head(tree: Any) -> None:
    """Put what a head cannot hold at the start of the body.

    Where no tag opens the body, as HTML allows, the parser leaves ``<nav>`` or ``<article>`` in the head, unseen.
    """
    head = tree.find("head")
    stray = [] if head is None else [child for child in head if child.tag not in OF_HEAD]
    if not stray:
        return
    body = tree.find("body")
    if body is None:
        body = tree.makeelement("body")
        tree.append(body)
    first, body.text = body.text, None
    body[:0] = stray
    stray[-1].tail = (stray[-1].tail or "") + (first or "")


def visible(tree: Any) -> Visible:
    """The visible text of a tree with what its elements say about its lines."""
    walk = Walk().run(tree)
    starts, position = [], 0
    for line in walk.lines:
        starts.append(position)
        position += len(line) + 1
    hints = [Hint(link=link) for link in walk.links]
    _seal(walk, hints)
    for cue in walk.cues:
        if not cue.sealing and cue.last - cue.first <= SMALL:
            for place in range(cue.first, min(cue.last, len(hints))):
                if cue.size and cue.size < PART * len(walk.lines[place]):
                    continue
                _say(hints, place, cue.kind, cue.rule, walk.lines[place])
    headings = [(place, level) for place, level in walk.headings if hints[place].kind in (None, "subtitle")]
    text = "\n".join(walk.lines)
    said = dict(zip(starts, hints, strict=True))
    return Visible(
        text, walk.lines, said, headings, sorted(walk.regions), walk.times, walk.depth, tuple(sorted(walk.unread))
    )


def _say(hints: list[Hint], place: int, kind: BlockKind, rule: str, line: str) -> None:
    """An element's word about a line; one that could be a paragraph is no date and no subtitle."""
    if hints[place].kind is not None:
        return
    if kind == "byline" and len(line.split()) > RUNNING_TEXT:
        kind = "furniture"  # what an author's box says about the author
    if kind in ("caption", "furniture", "related") or len(line.split()) <= RUNNING_TEXT:
        hints[place] = Hint(kind, rule, link=hints[place].link)


def _seal(walk: Walk, hints: list[Hint]) -> None:
    """Elements all of whose lines are no article, unless they hold half of the page's running text."""
    sums = [0]
    for line in walk.lines:
        count = len(line.split())
        sums.append(sums[-1] + (count if count >= RUNNING_TEXT else 0))
    sealed = 0
    for cue in sorted(walk.cues, key=lambda cue: (cue.first, -cue.last)):
        if not cue.sealing or cue.last <= sealed:
            continue
        inside = sums[cue.last] - sums[cue.first]
        most = inside > 0.5 * sums[-1] and not (cue.rule in COMMENTS and sums[-1] - inside >= LEFT)
        if most or (cue.rule == "element_header" and _titled(walk, cue)):
            continue
        for place in range(max(sealed, cue.first), cue.last):
            hints[place] = Hint(cue.kind, cue.rule, link=hints[place].link)
        sealed = cue.last


def _titled(walk: Walk, cue: Cue) -> bool:
    """Whether a header holds the page's headline: an ``h1`` of more than two words."""
    return any(
        level == 1 and cue.first <= place < cue.last and len(walk.lines[place].split()) > 2
        for place, level in walk.headings
    )
