"""What one item of a feed says: its fields, its text, and how much of the article that text is."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin

from workbench.loaders.pages.visible import parse, visible
from workbench.loaders.records import Meta
from workbench.loaders.web.feedxml import child, children, local, text_of

__all__ = ["Content", "Item", "is_markup", "item_of", "plain", "said_of_feed"]

TAG = re.compile(r"<(?:/?[A-Za-z][\w:-]{0,30}(?:\s[^<>]*)?/?>|!--)")
FEED = ("", "purl.org/rss", "netscape.com", "Atom", "atom")
"""Parts of the namespaces of the feeds' own elements; RSS 2.0 has none."""
CONTENT = (("encoded", "modules/content"), ("full-text", ""), ("full-text", "yandex"), ("content", "turbo.yandex"))
MAIL = re.compile(r"\S+@\S+\s*\((.+)\)")
WEB = re.compile(r"https?://", re.IGNORECASE)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ORIGINAL = "feedburner"


class Content(NamedTuple):
    """A text in an item: as markup or as plain text, and whether it is offered as the whole article."""

    text: str = ""
    markup: bool = False
    whole: bool = False


class Item(NamedTuple):
    """An item's fields, its address (empty where it has none), its texts, and what the report should tell."""

    meta: Meta
    url: str
    contents: list[Content]
    notes: tuple[str, ...]


def said_of_feed(root: Any) -> Meta:
    """What a feed says of all its items: its name as source, its language, its author, its address to count from."""
    channel = child(root, "channel")
    head = root if channel is None else channel
    language = text_of(child(head, "language")).strip() or root.get(LANG, "")
    return {
        "source": plain(child(head, "title", *FEED)),
        "language": language,
        "author": _names(root, "author") if local(root) == "feed" else "",
        "url": _link(head, ""),
    }


def item_of(element: Any, feed: Meta) -> Item:
    """What an item says, and where it says nothing, what its feed says."""
    published, notes = _published(element)
    url = _link(element, str(feed["url"]))
    origin = child(element, "source")
    source = plain(child(origin, "title")) if origin is not None and len(origin) else plain(origin)
    language = element.get(LANG, "") or text_of(child(element, "language")).strip()
    said: Meta = {
        "title": plain(child(element, "title", *FEED)),
        "published": published,
        "author": _names(element, "creator") or _names(element, "author") or feed["author"],
        "source": source or feed["source"],
        "language": language or feed["language"],
        "url": url,
        "id": text_of(child(element, "guid", *FEED)).strip() or text_of(child(element, "id", *FEED)).strip(),
    }
    return Item({field: value for field, value in said.items() if value}, url, list(_contents(element)), notes)


def _published(element: Any) -> tuple[str, tuple[str, ...]]:
    for name in ("pubdate", "published", "date", "issued", "created"):
        stated = text_of(child(element, name)).strip()
        if stated:
            return stated, ()
    for name in ("updated", "modified"):
        stated = text_of(child(element, name)).strip()
        if stated:
            return stated, ("its date is that of its last change; the feed states no other",)
    return "", ()


def _names(element: Any, name: str) -> str:
    """The people that the elements of this name give, each once."""
    found: dict[str, None] = {}
    for one in children(element, name):
        written = text_of(child(one, "name") if child(one, "name") is not None else one).strip()
        mail = MAIL.fullmatch(written)
        found[mail[1].strip() if mail else written] = None
    return "; ".join(who for who in found if who)


def _link(element: Any, base: str) -> str:
    """The address of the article, whole: the publisher's own before that of whoever distributes the feed."""
    told = [text_of(one).strip() for one in children(element, "origlink", ORIGINAL)]
    for one in children(element, "link", *FEED):
        if one.get("href") is None:
            told.append(text_of(one).strip())
        elif one.get("rel", "alternate") == "alternate":
            told.append(urljoin_safe(one.base or "", one.get("href", "").strip()))
    told += [one.get("src", "").strip() for one in children(element, "content", "Atom", "atom")]
    for one in children(element, "guid"):
        if one.get("ispermalink", one.get("isPermaLink", "true")).lower() != "false" and WEB.match(
            text_of(one).strip()
        ):
            told.append(text_of(one).strip())
    first = next((one for one in told if one), "")
    return first if not first or ":" in first.split("/")[0] else urljoin_safe(base, first)


def urljoin_safe(base: str, url: str) -> str:
    """The address ``url`` as it is meant on the page ``base``; unchanged where one of the two is no address."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _contents(element: Any) -> Iterator[Content]:
    """The texts in an item, those that are offered as the whole article first."""
    for name, space in CONTENT:
        for one in children(element, name, space):
            yield _untyped(text_of(one), whole=True)
    for one in children(element, "body", "xhtml"):
        yield Content(_markup_of(one), markup=True, whole=True)
    for one in children(element, "content", "Atom", "atom"):
        yield _typed(one, whole=True)
    for name in ("description", "summary"):
        for one in children(element, name, *FEED, "itunes"):
            yield _typed(one) if one.get("type") or one.get("mode") else _untyped(text_of(one))


def _typed(element: Any, *, whole: bool = False) -> Content:
    """A text of Atom, which says what it is."""
    kind = (element.get("type") or "text").lower().split(";")[0].strip()
    if kind in ("xhtml", "application/xhtml+xml") or (element.get("mode") == "xml" and len(element)):
        return Content(_markup_of(element), markup=True, whole=whole)
    if kind in ("html", "text/html"):
        return Content(text_of(element), markup=True, whole=whole)
    return Content(text_of(element), whole=whole) if kind in ("text", "text/plain") else Content()


def _untyped(text: str, *, whole: bool = False) -> Content:
    """A text of RSS, which is HTML where it has tags; otherwise its entities alone are read."""
    return Content(text, markup=True, whole=whole) if is_markup(text) else Content(entities.unescape(text), whole=whole)


def is_markup(text: str) -> bool:
    """Whether there is a tag in a text.

    >>> is_markup("<p>نص</p>"), is_markup("3 < 4 & 5 > 2")
    (True, False)
    """
    return bool(TAG.search(text))


def _markup_of(element: Any) -> str:
    """What stands in an element as HTML, without namespaces."""
    from lxml import etree

    parts = [element.text or ""]
    for one in element:
        for inner in one.iter():
            if isinstance(inner.tag, str):
                inner.tag = etree.QName(inner).localname
        etree.cleanup_namespaces(one)
        parts.append(etree.tostring(one, encoding="unicode", method="html", with_tail=True))
    return "".join(parts)


def plain(element: Any) -> str:
    """The text of a title, of which the markup and the entities are read, on one line; empty for None."""
    if element is None:
        return ""
    kind = (element.get("type") or "").lower()
    written = _markup_of(element) if kind == "xhtml" else text_of(element)
    if is_markup(written):
        tree = parse(f"<div>{written}</div>")
        written = visible(tree).text if tree is not None else ""
    elif kind != "text":
        written = entities.unescape(written)
    return " ".join(written.split())
