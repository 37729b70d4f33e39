"""Feeds: RSS of all versions and Atom, ``.rss``, ``.atom`` and ``.xml``; one item a piece.

An item that holds the article is a page, with the dates, names and addresses that the feed states. One that holds a
teaser and a link is an address. lxml reads them, with entities, document types and the network off. feedparser, which
is made for feeds, cleans their markup, trims their texts and passes in silence over what it cannot read; here every
character counts, and every item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.loaders.encoding import decode
from workbench.loaders.files import File
from workbench.loaders.pages import html
from workbench.loaders.pages.text import encoding_note
from workbench.loaders.records import Address, Page, Piece, Refusal, Unreadable, broke
from workbench.loaders.web.feedxml import parsed
from workbench.loaders.web.items import Content, Item, item_of, said_of_feed

__all__ = ["SIGNATURE", "read"]

SIGNATURE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,100}(?:(?:<\?[^>]{0,300}>|<!--.{0,1000}?-->|<!DOCTYPE[^>\[]{0,300}>)\s{0,100}){0,6}"
    rb"<(?:rss|rdf:RDF|(?:\w{1,10}:)?feed)[\s>]",
    re.DOTALL,
)
"""How a feed begins, whatever it is named."""
PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
TEASER = 60
"""Words from which a description that comes with an item is read as its article."""
LINE = 15
"""Words from which a text that a feed offers as the whole article is believed to be it."""
DOTS = re.compile(r"(?:\.\.\.|…)\s*[\])]?\s*$")
WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The items of a feed: pages, addresses of pages, and refusals of items that are neither.

    Raises
    ------
    Unreadable: it is no feed, or there is no item in it.
    """
    data = file.data()
    stated = ENCODING.search(data[:1024])
    decoded = decode(data, declared=stated[1].decode("ascii") if stated else "")
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    if PAGE.match(decoded.text):
        yield html.page_of(data, file.stem, file.origin)
        return
    feed = parsed(decoded.text)
    said = said_of_feed(feed.root)
    notes = (*encoding_note(decoded), *feed.notes)
    if not feed.items:
        raise Unreadable("the feed has no items")
    for number, element in enumerate(feed.items, start=1):
        origin = f"{file.origin} article {number}"
        if isinstance(element, str):
            yield Refusal(origin, element)
            continue
        try:
            item = item_of(element, said)
            yield _piece(item._replace(notes=(*notes, *item.notes)), f"{file.stem}-{number}", origin)
        except Unreadable as problem:
            yield Refusal(origin, str(problem))
        except Exception as error:  # one item that breaks a parser does not end the feed
            yield Refusal(origin, broke(error))


def _piece(item: Item, name: str, origin: str) -> Piece:
    """The page of an item where the feed holds the article, else its address, else a refusal."""
    pages = [(content, _page(content, item, name, origin)) for content in item.contents if content.text.strip()]
    told = [(content, page, len(page.text.split())) for content, page in pages if page is not None]
    content, page, words = max(told, key=lambda one: one[2], default=(Content(), None, 0))
    cut = page is not None and bool(DOTS.search(page.text))
    linked = bool(WEB.fullmatch(item.url))
    if page is not None and (words >= TEASER or (content.whole and ((words >= LINE and not cut) or not linked))):
        told_cut = ("it ends in dots: the feed may hold no more than its beginning",) if cut else ()
        return replace(page, notes=(*item.notes, *told_cut, *page.notes))
    if linked:
        teaser = (f"the feed holds a teaser of {words} words",) if words else ()
        return Address(name, origin, item.url, item.meta, (*item.notes, *teaser))
    return Refusal(origin, f"the feed holds {words} words of it, and no address")


def _page(content: Content, item: Item, name: str, origin: str) -> Page | None:
    """The page of a text, with what its feed says; all of it is the article. None where it shows nothing."""
    if not content.markup:
        return Page(name, origin, content.text, item.meta)
    try:
        page = html.page(content.text, name, origin)
    except Unreadable:
        return None
    hints = {start: replace(hint, main=True) for start, hint in page.hints.items()}
    return replace(page, meta={**page.meta, **item.meta}, hints=hints)
