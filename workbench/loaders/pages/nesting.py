"""Pages nested deeper than the parser goes: old ones that never close an element, and hostile ones.

The parser would drop what stands too deep, and drop it in silence. So the tags from a certain depth on are taken out of
the markup, and where one of them would have begun a line, a line break stays; the text is all there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.loaders.pages.elements import BLOCKS

__all__ = ["DEEPEST", "LONGEST_TAG", "shallow", "without_long_tags"]

DEEPEST = 1_000
"""The depth from which tags are taken out."""
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)[^<>]*>")
LONGEST_TAG = 20_000
"""The characters of attributes from which they are counted."""
ATTRIBUTES = 1_000
"""The most attributes of an element: the parser's time grows with their square. No page that is read has so many."""
LONG_TAG = re.compile(rf"<(/?[A-Za-z][A-Za-z0-9:-]*)[^<>]{{{LONGEST_TAG},}}>")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
RAW = frozenset(["script", "style", "textarea", "title"])


def without_long_tags(markup: str) -> str:
    """The markup without the attributes of elements that have more than ``ATTRIBUTES``: no reader sees them.

    >>> without_long_tags("<p " + "a=1 " * 30_000 + ">كلام</p>")
    '<p>كلام</p>'
    """
    if max(map(len, markup.split("<"))) < LONGEST_TAG:
        return markup
    return LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if len(tag[0].split()) > ATTRIBUTES else tag[0], markup)


def shallow(markup: str) -> str:
    """The markup without the tags that stand deeper than ``DEEPEST`` elements.

    >>> shallow("<div>" * 2_000 + "كلام").count("<div>")
    1000
    """
    return "".join(_pieces(markup))


def _pieces(markup: str) -> Iterator[str]:
    depth = last = 0
    dropped: Counter[str] = Counter()
    while match := TAG.search(markup, last):
        yield markup[last : match.start()]
        last = match.end()
        name = match[2].lower()
        if name in RAW and not match[1]:
            last = _end_of(markup, name, last)
            yield markup[match.start() : last]
        elif name in VOID:
            yield match.group()
        elif match[1]:
            if dropped[name]:
                dropped[name] -= 1
                yield "<br>" if name in BLOCKS else ""
            else:
                depth = max(0, depth - 1)
                yield match.group()
        elif depth >= DEEPEST:
            dropped[name] += 1
            yield "<br>" if name in BLOCKS else ""
        else:
            depth += 1
            yield match.group()
    yield markup[last:]


def _end_of(markup: str, name: str, start: int) -> int:
    """Where an element ends whose content is no markup; the end of the page where it is never closed."""
    match = re.compile(rf"</{name}[^<>]*>", re.IGNORECASE).search(markup, start)
    return match.end() if match else len(markup)
