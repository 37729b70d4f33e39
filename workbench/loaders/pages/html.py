"""Pages saved as HTML: the whole visible text, with what markup, metadata and trafilatura say about it.

``Article.text`` is the visible text of the page, one block element a line (``visible.py``). trafilatura says
which lines belong to the main text where the elements don't (``mainpart.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.loaders.encoding import decode
from workbench.loaders.exports import factiva_html
from workbench.loaders.files import File
from workbench.loaders.pages import credited
from workbench.loaders.pages.mainpart import main_lines
from workbench.loaders.pages.metadata import metadata
from workbench.loaders.pages.nesting import DEEPEST, without_long_tags
from workbench.loaders.pages.saved import saved_from, without_data
from workbench.loaders.pages.text import encoding_note
from workbench.loaders.pages.visible import Visible, parse, visible
from workbench.loaders.records import Hint, Meta, Page, Piece, Unreadable

__all__ = ["page", "page_of", "read"]

SITE = re.compile(r"\s+[|–—\-·]\s+|\s*\|\s*")
"""What stands between a headline and the name of the site."""
TEXT = 12
"""Words from which a line is surely of the text."""
MASTHEAD = 3
"""The first lines of a page, among which its outlet's name stands."""
NAME = 6
"""The most words of an outlet's name."""
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that an HTML file is, or the articles of an export."""
    markup, notes = _markup(file.data(), "")
    if factiva_html.recognises(markup):
        yield from factiva_html.articles(markup, file.stem, file.origin, notes)
        return
    found = page(markup, file.stem, file.origin)
    yield replace(found, notes=(*notes, *found.notes))


def page_of(data: bytes, name: str, origin: str, *, declared: str = "") -> Page:
    """A page from the bytes of its markup; ``declared`` is the encoding that came with it, as in an HTTP header.

    Raises
    ------
    Unreadable: it cannot be decoded, or nothing of it would be seen in a browser.
    """
    markup, notes = _markup(data, declared)
    found = page(markup, name, origin)
    return replace(found, notes=(*notes, *found.notes))


def _markup(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and what the report says of its encoding."""
    stated = CHARSET.search(data[:4096])
    if stated and not declared:
        declared = stated.group(1).decode("ascii", "ignore")
    decoded = decode(data, declared=declared)
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    return decoded.text, encoding_note(decoded)


def page(markup: str, name: str, origin: str) -> Page:
    """A page from its markup.

    Raises
    ------
    Unreadable: nothing of it would be seen in a browser.
    """
    written, markup = markup, without_long_tags(markup)
    tree = parse(markup)
    seen = visible(tree) if tree is not None else Visible()
    if not seen.text:
        raise Unreadable("the page shows no text")
    meta = metadata(tree)
    if not meta.get("url") and saved_from(markup):
        meta["url"] = saved_from(markup)
    headline = _headline(seen, str(meta.get("title", "")), str(meta.get("source", "")))
    main, notes = main_lines(seen, without_data(markup), headline)
    title = seen.lines[headline] if headline is not None else ""
    if title:
        meta["title"] = title
    elif "title" in meta:
        stated = str(meta.pop("title"))
        if stated not in seen.lines[:MASTHEAD] and stated != meta.get("source"):
            meta["stated"] = stated
    _tell_apart(meta, seen)
    _timed(meta, seen, main)
    hints = {
        start: _hint(hint, line, title, inside)
        for (start, hint), line, inside in zip(seen.hints.items(), seen.lines, main, strict=True)
    }
    if seen.depth >= DEEPEST:
        notes = (*notes, f"its elements are nested more than {DEEPEST:,} deep; the deepest are read as lines of text")
    if len(markup) != len(written):
        notes = (*notes, "an element has more than 1,000 attributes; it is read without them")
    if seen.unread:
        held = " and ".join(f"<{name}>" for name in seen.unread)
        notes = (*notes, f"words in {held} are not read: they are drawn, or put in place by a script")
    return Page(name, origin, seen.text, meta, _title_once(hints), notes)


def _headline(seen: Visible, stated: str, site: str) -> int | None:
    """The place of the heading that the page's metadata names, else of its first ``h1`` of more than two words.

    The name of the site is no headline, whatever element it stands in. Without a fitting ``h1``: the first ``h2``
    of more than three words that text follows before the next heading.
    """
    known = [(place, level, seen.lines[place]) for place, level in seen.headings]
    known = [one for one in known if one[2] != site and not seen.hints_at(one[0]).link]
    for place, level, line in known:
        if level == 1 and stated and (stated.startswith(line) or line.startswith(stated)):
            return place
    tops = [(place, line) for place, level, line in known if level == 1]
    long = [place for place, line in tops if len(line.split()) > 2]
    if long:
        return long[0]
    if len(tops) == 1 and not stated.endswith(tops[0][1]):
        return tops[0][0]
    second = next((place for place, level, line in known if level == 2 and len(line.split()) > 3), None)
    return _displayed(seen, stated) if second is None else second


def _displayed(seen: Visible, stated: str) -> int | None:
    """The place of the line that says what the metadata call the title, or the part of it before the site's name."""
    parts = {" ".join(part.split()) for part in (stated, *SITE.split(stated)) if len(part.split()) > 3}
    for place, (line, hint) in enumerate(zip(seen.lines, seen.hints.values(), strict=True)):
        if line in parts and hint.kind is None and not hint.link:
            return place
    return None


def _timed(meta: Meta, seen: Visible, main: list[bool | None]) -> None:
    """Take the ``<time>`` of the article for its date where nothing else states one: above the text, or within it.

    Several say when several things happened, and tell nothing.
    """
    if meta.get("published"):
        return
    hints = list(seen.hints.values())
    first = next((i for i, line in enumerate(seen.lines) if main[i] is not False and len(line.split()) >= TEXT), 0)
    times = [
        time
        for time in seen.times
        if time.moment.strip()
        and hints[min(time.line, len(hints) - 1)].kind not in ("related", "furniture")
        and (time.line <= first or main[min(time.line, len(main) - 1)] is not False)
    ]
    moments = {time.moment for time in ([time for time in times if time.published] or times)}
    if len(moments) == 1:
        meta["published"] = moments.pop()


def _tell_apart(meta: Meta, seen: Visible) -> None:
    """Settle who wrote it; take for the outlet the line of the head that the ``<title>`` names it by."""
    credited.settle(meta, seen)
    parts = {part.strip() for part in SITE.split(str(meta.pop("window", "")))}
    if meta.get("source") or len(parts) < 2:
        return
    for line in seen.lines[:MASTHEAD]:
        named = any(part == line or part.startswith(f"{line} ") for part in parts)
        if named and line != meta.get("title") and 2 <= len(line.split()) <= NAME:
            meta["source"] = line
            return


def _hint(hint: Hint, line: str, headline: str, inside: bool | None) -> Hint:  # noqa: FBT001
    if headline and line == headline and hint.kind in (None, "subtitle"):
        return Hint("title", "element_h1", main=None if inside is None else True)
    return hint if inside is None else Hint(hint.kind, hint.rule, inside, hint.link, hint.label)


def _title_once(hints: dict[int, Hint]) -> dict[int, Hint]:
    """The hints with one title: the first; it is printed again by the others."""
    titles = [start for start, hint in hints.items() if hint.kind == "title"]
    for start in titles[1:]:
        hints[start] = Hint("furniture", "title_again")
    return hints
