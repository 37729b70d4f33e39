"""Lists of addresses, and the pages that stand there: the optional extra ``riwaya[web]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.loaders import formats
from workbench.loaders.files import File
from workbench.loaders.pages.html import page_of
from workbench.loaders.pages.located import located, name_of
from workbench.loaders.records import Address, Page, Piece, Refusal, Unreadable, broke
from workbench.loaders.web.fetcher import ENDINGS, MARKUP, Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "addresses", "fetched"]


def addresses(urls: Iterable[str]) -> list[Address]:
    """The addresses in a list of links, each with a name of its own.

    >>> [one.name for one in addresses(["https://daffa.example/news/12.html"])]
    ['news-12']
    """
    return [Address(name_of(url), url, url, {"url": url}) for url in (one.strip() for one in urls) if url]


def fetched(wanted: Iterable[Address], fetcher: Fetcher) -> Iterator[Piece]:
    """The page at each address, or the reason why there is none; in place of a feed, the pages of its items.

    What is said about an address wins over what its page says.
    """
    for address in wanted:
        yield from _fetched(address, fetcher, inside=False)


def _fetched(address: Address, fetcher: Fetcher, *, inside: bool) -> Iterator[Piece]:
    try:
        found = fetcher.get(address.url)
        if found.kind not in ("", "text/plain") and found.kind.endswith("xml") and found.kind not in MARKUP:
            yield from _items(found, address, fetcher, inside=inside)
            return
        piece = _piece(found, address)
    except Unreadable as problem:
        piece = Refusal(address.origin, _told(address, str(problem)))
    except Exception as error:  # one page that breaks a parser does not end the list
        piece = Refusal(address.origin, _told(address, broke(error)))
    yield piece


def _piece(found: Fetched, address: Address) -> Piece:
    """The page that was fetched, with what was known of its address."""
    if found.kind in ENDINGS:
        file = File(address.origin, data=found.data, name=f"{address.name}{ENDINGS[found.kind]}")
        piece = next(iter(formats.read(file, {})))
    else:
        piece = page_of(found.data, address.name, address.origin, declared=found.declared)
    if isinstance(piece, Refusal):
        return Refusal(address.origin, _told(address, piece.reason))
    if not isinstance(piece, Page):
        raise Unreadable("it gives no page")
    known = {name: value for name, value in address.meta.items() if value not in ("", None)}
    page = located(piece, found.url)
    notes = (*address.notes, *found.notes, *page.notes)
    meta = {**page.meta, "url": address.url, **known}
    return replace(page, name=address.name, origin=address.origin, meta=meta, notes=notes)


def _items(found: Fetched, address: Address, fetcher: Fetcher, *, inside: bool) -> Iterator[Piece]:
    """The pieces of a feed, the pages fetched of which it gives only the address."""
    if inside:
        raise Unreadable("a feed names it as an article, and it is a feed itself")
    for piece in formats.read(File(address.origin, data=found.data, name=f"{address.name}.xml"), {}):
        if isinstance(piece, Address):
            yield from _fetched(piece, fetcher, inside=True)
        else:
            yield piece


def _told(address: Address, reason: str) -> str:
    """A reason with the address, where the piece's place in a table does not tell it."""
    return reason if address.origin == address.url else f"{address.url}: {reason}"
