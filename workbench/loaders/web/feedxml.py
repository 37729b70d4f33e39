"""The XML of a feed: read without its entities, mended where publishers break it, its items in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, NamedTuple

from workbench.loaders.records import Unreadable

__all__ = ["Feed", "child", "children", "local", "mended", "parsed", "text_of"]

ITEMS = ("item", "entry")
ABOVE = ("channel", "rss", "rdf", "feed")
CDATA, CDATA_END = "<![CDATA[", "]]>"
PROLOG = re.compile(r"<[A-Za-z_]")
DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#\d{1,7};|#x[0-9a-fA-F]{1,6};)(\w{1,32};)?")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ROOT = re.compile(r"<((?:\w{1,20}:)?(?:rss|rdf|feed))\b[^>]{0,8000}>", re.IGNORECASE)
EDGE = re.compile(r"<!\[CDATA\[|<(/?)(?:\w{1,20}:)?(?:item|entry)(?:\s[^>]{0,2000})?(/?)>")


class Feed(NamedTuple):
    """A feed's tree.

    Parameters
    ----------
    root: its first element.
    items: its items in order, each an element, or the reason why it cannot be read.
    notes: what was done to read it.
    """

    root: Any
    items: list[Any]
    notes: tuple[str, ...] = ()


def parsed(text: str) -> Feed:
    """A feed from its decoded text.

    What publishers break most is mended, and noted: entities of HTML, a bare ``&``, characters that XML forbids. Where
    that does not help, each item is read on its own, so that a broken one takes no other with it.

    Raises
    ------
    Unreadable: it is no XML, no feed, or declares entities of its own.
    """
    plain = DECLARATION.sub("", text, count=1).lstrip("\ufeff \t\r\n")
    begins = PROLOG.search(plain)
    prolog = plain[: begins.start()].lower() if begins else plain
    if "<!entity" in prolog:
        raise Unreadable("it declares entities of its own, as files do that are made to fill a machine")
    root, problem = (None, "") if "<!doctype" in prolog else _tree(plain)
    notes: tuple[str, ...] = ()
    if root is None:
        plain = mended(plain)
        root, still = _tree(plain)
        notes = (f"its XML is broken ({problem}) and was mended",) if problem else ()
        if root is None:
            return _apart(plain, still)
    _check(root)
    return Feed(root, [one for one in root.iter() if local(one) in ITEMS and _is_item(one)], notes)


def _check(root: Any) -> None:
    if local(root) not in (*ABOVE, *ITEMS):
        raise Unreadable(f"it is XML and no feed: its first element is <{local(root)[:40]}>")


def _is_item(element: Any) -> bool:
    """Whether an element is an item of the feed, and none that stands inside one."""
    above = element.getparent()
    return above is None or local(above) in ABOVE


def _apart(text: str, problem: str) -> Feed:
    """The items of a broken feed, each read on its own between the feed's first and last tag."""
    opening = ROOT.search(text)
    spans = _spans(text)
    root, _ = _tree(text[: spans[0][0]] if spans else text, recover=True)
    if root is None or opening is None:
        raise Unreadable(f"it is no XML: {problem}")
    _check(root)
    if not spans:
        raise Unreadable(f"its XML is broken before its first item: {problem}")
    items: list[Any] = []
    for start, end in spans:
        if end < 0:
            items.append("the feed was cut off, or broken, inside it")
            continue
        alone, wrong = _tree(f"{opening[0]}{text[start:end]}</{opening[1]}>")
        items.append(f"its XML is broken: {wrong}" if alone is None else alone[0])
    return Feed(root, items, (f"the feed's XML is broken ({problem}); its items were read one by one",))


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each item begins and ends; an end of -1 for one that has none."""
    spans: list[tuple[int, int]] = []
    place = 0
    opened = False
    while edge := EDGE.search(text, place):
        place = edge.end()
        if edge[0] == CDATA:
            end = text.find(CDATA_END, place)
            place = end + len(CDATA_END) if end >= 0 else len(text)
        elif not edge[1]:
            spans.append((edge.start(), edge.end() if edge[2] else -1))
            opened = not edge[2]
        elif opened:
            spans[-1] = (spans[-1][0], edge.end())
            opened = False
    return spans


def _tree(text: str, *, recover: bool = False) -> tuple[Any, str]:
    """The root of an XML text, and where there is none the problem."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        return (root, "") if root is not None else (None, "it has no element")
    except (etree.LxmlError, ValueError) as error:
        return None, " ".join(str(error).split())[:120]


def mended(text: str) -> str:
    r"""The text with HTML's entities as characters, a bare ``&`` as one that is meant, without forbidden characters.

    >>> mended("<b>A&eacute; & C<![CDATA[&eacute;]]></b>")
    '<b>Aé &amp; C<![CDATA[&eacute;]]></b>'
    """
    text = CONTROL.sub("", text)
    parts: list[str] = []
    place = 0
    while True:
        start = text.find(CDATA, place)
        end = text.find(CDATA_END, start) if start >= 0 else -1
        if end < 0:
            return "".join([*parts, NAMED.sub(_character, text[place:])])
        parts += [NAMED.sub(_character, text[place:start]), text[start : end + len(CDATA_END)]]
        place = end + len(CDATA_END)


def _character(match: re.Match[str]) -> str:
    named = html5.get(match[1] or "")
    if named is None:
        return "&amp;" + (match[1] or "")
    return "".join(f"&#{ord(one)};" for one in named) if set(named) & set("<>&") else named


def local(element: Any) -> str:
    """An element's name without its namespace, in small letters; empty for what is no element.

    >>> from lxml import etree
    >>> local(etree.fromstring('<r:RDF xmlns:r="urn:x"/>'))
    'rdf'
    """
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _space(element: Any) -> str:
    """An element's namespace; empty where it has none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Any, name: str, *spaces: str) -> Iterator[Any]:
    """The children of this name, in any namespace that has one of these parts in it; in any, where none is given."""
    for one in element:
        if local(one) == name and (
            not spaces or any(part in _space(one) if part else not _space(one) for part in spaces)
        ):
            yield one


def child(element: Any, name: str, *spaces: str) -> Any:
    """The first of ``children``; None where there is none."""
    return next(children(element, name, *spaces), None)


def text_of(element: Any) -> str:
    """All text in an element, exactly; empty for None.

    >>> from lxml import etree
    >>> text_of(etree.fromstring("<a> b<c>d</c> </a>"))
    ' bd '
    """
    return "".join(element.itertext()) if element is not None else ""
