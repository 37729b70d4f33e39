"""The visible text of an HTML page, whole, and what its elements say about each line of it.

Block elements stand on lines of their own, white space inside a line is collapsed as a browser does it, and
what a browser never shows (scripts, styles, templates, hidden elements) is left out. The walk is a loop, not a
recursion, so that no depth of nesting can break it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from workbench.corpus import BlockKind
from workbench.loaders.records import Hint, Unreadable

__all__ = ["Visible", "parse", "visible"]


def _words(names: str) -> list[str]:
    return names.split()


UNSEEN = frozenset(
    _words(
        "script style noscript template head title meta link iframe object embed canvas audio video svg math map "
        "datalist frameset frame applet"
    )
)
BLOCKS = frozenset(
    _words(
        "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p "
        "pre search section select summary table tbody td textarea tfoot th thead tr ul"
    )
)
BY_TAG: dict[str, tuple[BlockKind, bool]] = {
    "nav": ("furniture", True),
    "header": ("furniture", True),
    "footer": ("furniture", True),
    "aside": ("related", True),
    "form": ("furniture", True),
    "button": ("furniture", True),
    "select": ("furniture", True),
    "menu": ("furniture", True),
    "dialog": ("furniture", True),
    "textarea": ("furniture", True),
    "figcaption": ("caption", False),
    "time": ("dateline", False),
}
BY_WORD: dict[str, tuple[BlockKind, bool]] = {
    **dict.fromkeys(
        _words("related recommended recommendations trending outbrain taboola readmore seealso"), ("related", True)
    ),
    **dict.fromkeys(_words("comments comment respond disqus commentlist"), ("furniture", True)),
    **dict.fromkeys(
        _words(
            "share sharing social breadcrumb breadcrumbs menu nav navbar navigation footer foot sidebar cookie cookies "
            "consent newsletter subscribe subscription ad ads advert advertisement banner promo tags toolbar "
            "pagination popup"
        ),
        ("furniture", True),
    ),
    **dict.fromkeys(_words("caption figcaption credit"), ("caption", False)),
    **dict.fromkeys(_words("byline author authors writer"), ("byline", False)),
    **dict.fromkeys(_words("date time published timestamp pubdate dateline"), ("dateline", False)),
    **dict.fromkeys(_words("subtitle subheadline subhead standfirst deck dek"), ("subtitle", False)),
}
FRAMES = frozenset(_words("html body main article"))
SPACE = re.compile("[ \t\n\r\f]+")
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NAME_PART = re.compile(r"[A-Za-z]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
RUNNING_TEXT = 12
"""Words from which a line counts as running text when an element's share of the text is measured."""
SMALL = 3
"""The most lines that a byline, date or caption has."""


@dataclass(slots=True)
class Cue:
    """An element that means something: the lines ``first:last`` it holds and what they would be."""

    first: int
    kind: BlockKind
    rule: str
    sealing: bool
    last: int = 0


@dataclass
class Visible:
    """The visible text and, by the start of each line, what its elements mean."""

    text: str = ""
    hints: dict[int, Hint] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)


def parse(markup: str) -> Any:
    """The tree of a page; None where there is none.

    Raises
    ------
    Unreadable: it is nested deeper than the parser goes; what it would drop, it would drop in silence.
    """
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    clean = markup.replace("\x00", "")
    try:
        tree = etree.fromstring(clean.encode("utf-8", "ignore"), parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise Unreadable("its elements are nested too deep for any page that is meant to be read")
    return tree


class Walk:
    """One walk over a tree: the lines it saw, which are links, and the elements that mean something."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.links: list[bool] = []
        self.titles: list[int] = []
        self.cues: list[Cue] = []
        self._line: list[str] = []
        self._in_link = 0
        self._linked = self._unlinked = False
        self._in_title = 0
        self._open: list[Cue | None] = []

    def run(self, tree: Any) -> Walk:
        """The walk, done."""
        from lxml import etree

        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in UNSEEN or hidden(element):
                    walker.skip_subtree()
                    self._open.append(None)
                    continue
                self._enter(tag, element)
            else:
                self._leave(tag, self._open.pop())
                self._text(element.tail)
        self._flush()
        return self

    def _enter(self, tag: str, element: Any) -> None:
        if tag in BLOCKS or tag == "br":
            self._flush()
        said = meaning(tag, element)
        if said and said[1]:
            self._flush()
        cue = Cue(len(self.lines), said[0], said[2], said[1]) if said else None
        if cue:
            self.cues.append(cue)
        self._open.append(cue)
        self._in_link += tag == "a"
        self._in_title += tag == "h1"
        self._text(element.text)

    def _leave(self, tag: str, cue: Cue | None) -> None:
        if tag in BLOCKS or (cue is not None and cue.sealing):
            self._flush()
        if cue is not None:
            cue.last = len(self.lines) + (not cue.sealing and bool(self._line))
        self._in_link -= tag == "a" and self._in_link > 0
        self._in_title -= tag == "h1" and self._in_title > 0

    def _text(self, text: str | None) -> None:
        if not text:
            return
        self._line.append(text)
        if not text.isspace():
            self._linked |= self._in_link > 0
            self._unlinked |= not self._in_link

    def _flush(self) -> None:
        line = SPACE.sub(" ", "".join(self._line)).strip()
        if line:
            if self._in_title:
                self.titles.append(len(self.lines))
            self.lines.append(line)
            self.links.append(self._linked and not self._unlinked)
        self._line.clear()
        self._linked = self._unlinked = False


def hidden(element: Any) -> bool:
    """Whether a browser doesn't show an element because it says so itself."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and HIDING.search(style))


def meaning(tag: str, element: Any) -> tuple[BlockKind, bool, str] | None:
    """What an element means by its name, else by a word of its class or id: kind, whether it seals, and the rule."""
    if tag in BY_TAG:
        kind, sealing = BY_TAG[tag]
        return kind, sealing, f"element_{tag}"
    if tag in FRAMES:
        return None
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    if named.isspace():
        return None
    for part in NAME_PART.findall(CAMEL.sub(" ", named[:500])):
        said = BY_WORD.get(part.lower())
        if said:
            return said[0], said[1], f"class_{part.lower()}"
    return None


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
                _say(hints, place, cue.kind, cue.rule, walk.lines[place])
    text = "\n".join(walk.lines)
    titles = [walk.lines[place] for place in walk.titles]
    return Visible(text, dict(zip(starts, hints, strict=True)), titles)


def _say(hints: list[Hint], place: int, kind: BlockKind, rule: str, line: str) -> None:
    """An element's word about a line; a date or name inside a paragraph doesn't make a dateline or byline of it."""
    if hints[place].kind is None and (kind in ("caption", "furniture", "related") or len(line.split()) <= RUNNING_TEXT):
        hints[place] = Hint(kind, rule, link=hints[place].link)


def _seal(walk: Walk, hints: list[Hint]) -> None:
    """Elements all of whose lines are no article, unless they hold half of the page's running text."""
    words = [len(line.split()) for line in walk.lines]
    sums = [0]
    for count in words:
        sums.append(sums[-1] + (count if count >= RUNNING_TEXT else 0))
    sealed = 0
    for cue in walk.cues:
        if not cue.sealing or cue.last <= sealed:
            continue
        if sums[cue.last] - sums[cue.first] > 0.5 * sums[-1] or (cue.rule == "element_header" and _titled(walk, cue)):
            continue
        for place in range(max(sealed, cue.first), cue.last):
            hints[place] = Hint(cue.kind, cue.rule, link=hints[place].link)
        sealed = cue.last


def _titled(walk: Walk, cue: Cue) -> bool:
    """Whether a header holds the page's headline: an ``h1`` of more than two words."""
    return any(cue.first <= place < cue.last and len(walk.lines[place].split()) > 2 for place in walk.titles)
