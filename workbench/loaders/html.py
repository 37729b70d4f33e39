"""Pages saved as HTML: the whole visible text, with what markup, metadata and trafilatura say about it.

``Article.text`` is the visible text of the page, one block element a line (``visible.py``). trafilatura says
which lines belong to the main text; where it fails, the elements and the rules of ``marking.py`` say it alone.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from workbench.loaders.encoding import decode
from workbench.loaders.files import File
from workbench.loaders.metadata import metadata
from workbench.loaders.records import Hint, Page, Piece, Unreadable
from workbench.loaders.text import encoding_note
from workbench.loaders.visible import Visible, parse, visible

__all__ = ["page", "page_of", "read"]

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DEEPEST = 200
"""Nesting from which trafilatura, which recurses, is not asked."""
LARGEST = 5_000_000
"""Characters from which it is not asked either: no article is that long."""


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that an HTML file is."""
    yield page_of(file.data(), file.stem, file.origin)


def page_of(data: bytes, name: str, origin: str, *, declared: str = "") -> Page:
    """A page from the bytes of its markup; ``declared`` is the encoding that came with it, as in an HTTP header.

    Raises
    ------
    Unreadable: it cannot be decoded, or nothing of it would be seen in a browser.
    """
    stated = CHARSET.search(data[:4096])
    if stated and not declared:
        declared = stated.group(1).decode("ascii", "ignore")
    decoded = decode(data, declared=declared)
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    found = page(decoded.text, name, origin)
    return replace(found, notes=(*encoding_note(decoded), *found.notes))


def page(markup: str, name: str, origin: str) -> Page:
    """A page from its markup.

    Raises
    ------
    Unreadable: nothing of it would be seen in a browser.
    """
    tree = parse(markup)
    seen = visible(tree) if tree is not None else Visible()
    if not seen.text:
        raise Unreadable("the page shows no text")
    meta = metadata(tree)
    headline = _headline(seen, str(meta.get("title", "")))
    if headline:
        meta["title"] = headline
    main, notes = _main_text(markup, tree)
    hints = {}
    position = 0
    for line in seen.text.split("\n"):
        hints[position] = _hint(seen.hints[position], line, headline, main)
        position += len(line) + 1
    return Page(name, origin, seen.text, meta, _title_once(hints), notes)


def _headline(seen: Visible, stated: str) -> str:
    """The ``h1`` that the page's metadata names, else its first of more than two words, else its only one."""
    for heading in seen.headings:
        if heading and (stated.startswith(heading) or (stated and heading.startswith(stated))):
            return heading
    long = [heading for heading in seen.headings if len(heading.split()) > 2]
    return long[0] if long else (seen.headings[0] if len(seen.headings) == 1 else "")


def _hint(hint: Hint, line: str, headline: str, main: str | None) -> Hint:
    if headline and line == headline and hint.kind in (None, "subtitle"):
        return Hint("title", "element_h1", main=None if main is None else True)
    inside = None if main is None else _collapsed(line) in main
    return replace(hint, main=inside)


def _title_once(hints: dict[int, Hint]) -> dict[int, Hint]:
    """The hints with one title: the first; it is printed again by the others."""
    titles = [start for start, hint in hints.items() if hint.kind == "title"]
    for start in titles[1:]:
        hints[start] = Hint("furniture", "title_again")
    return hints


def _main_text(markup: str, tree: Any) -> tuple[str | None, tuple[str, ...]]:
    """The page's main text as trafilatura extracts it, collapsed; None where it has nothing to say, with a note."""
    if len(markup) > LARGEST or _depth(tree) > DEEPEST:
        return None, ()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages that we report
    try:
        from trafilatura import extract

        text = extract(markup, include_comments=False, include_tables=True, favor_recall=True)
    except Exception as error:  # the extraction is advice: without it, or on a page too strange for it, the page loads
        return None, (f"marked without trafilatura, which failed ({type(error).__name__}: {str(error)[:80]})",)
    main = _collapsed(text or "")
    return main if len(main) >= 80 else None, ()


def _depth(tree: Any) -> int:
    from lxml import etree

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _collapsed(text: str) -> str:
    return " ".join(text.split())
