"""Factiva, HTML: one ``div`` an article, its class ``article enArticle``, or with the code of another language.

An article's text is the visible text of its ``div``. Its fields are lines in order, as in the plain export without
codes, or a table whose first cells (``td.index``) are the codes. Written from published descriptions, with samples
of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from workbench.loaders.exports.factiva_fields import CODES, DOCUMENT, field, number, running, top
from workbench.loaders.exports.rows import Draft, Row, counted, flat, pieces, rows, tell
from workbench.loaders.pages.visible import parse, visible
from workbench.loaders.records import Piece, Refusal

__all__ = ["articles", "recognises"]

ARTICLE = re.compile(r"article ([a-z]{2,4})Article\b")
KIND = re.compile(r"[a-z]{2,4}Article")
HEADLINE = re.compile(r"[a-z]{2,4}Headline")
CODED = re.compile(r"""class\s{0,9}=\s{0,9}["']?index\b[^<>]{0,200}>\s{0,99}<b>\s{0,99}HD\b""", re.IGNORECASE)


def recognises(markup: str) -> bool:
    """Whether a page is such an export: its articles' class, and that of their paragraphs or the table of codes."""
    found = ARTICLE.search(markup) if "Article" in markup else None
    return found is not None and (f" {found[1]}articleParagraph" in markup or CODED.search(markup) is not None)


def articles(markup: str, stem: str, origin: str, notes: tuple[str, ...] = ()) -> Iterator[Piece]:
    """The articles of such a page, one for each of its ``div``.

    Raises
    ------
    Unreadable: its elements are nested too deep.
    """
    tree = parse(markup)
    found = _articles(tree) if tree is not None else []
    everything = len(visible(tree).hints) if found else 0
    texts: list[str] = []
    drafts: list[Draft] = []
    position = 0
    for element in found:
        element.tail = None
        text = visible(element).text
        lines = [row._replace(start=row.start + position, end=row.end + position) for row in rows(text)]
        texts.append(text)
        position += len(text) + 1
        drafts.append(_article(element, lines) if lines else Draft(NOTHING, refused="the article shows no text"))
    beside = everything - sum(len(draft.rows) for draft in drafts if draft.rows is not NOTHING)
    if beside > 0:
        tell(drafts, f"{counted(beside, 'line')} of the page stand{'s' if beside == 1 else ''} outside its articles")
    yield from pieces("\n".join(texts), drafts, stem, origin, notes)
    if not drafts:
        yield Refusal(origin, "it is an export of Factiva with no article in it")


NOTHING: Sequence[Row] = (Row(0, 0, ""),)


def _articles(tree: Any) -> list[Any]:
    """The elements of the articles, in order; none inside another."""
    found: list[Any] = []
    for element in tree.iter("div"):
        names = (element.get("class") or "").split()
        if "article" not in names or not any(map(KIND.fullmatch, names)):
            continue
        if not found or all(above is not found[-1] for above in element.iterancestors("div")):
            found.append(element)
    return found


def _article(element: Any, lines: Sequence[Row]) -> Draft:
    """One article from its element and the lines that it shows."""
    draft = Draft(lines)
    codes = [_said(cell) for cell in element.iter("td") if "index" in (cell.get("class") or "").split()]
    places = _places(lines, [code for code in codes if code in CODES])
    if places:
        _coded(draft, lines, places)
    else:
        _plain(draft, lines, element)
    if "id" not in draft.meta:
        draft.notes.append("it is cut off: the number that closes an article is not there")
    return draft


def _said(element: Any) -> str:
    """The text of an element, spaces made one."""
    return " ".join("".join(element.itertext()).split())


def _places(lines: Sequence[Row], codes: Sequence[str]) -> list[tuple[int, str]]:
    """The line that each code opens, in order."""
    places: list[tuple[int, str]] = []
    begin = 0
    for code in codes:
        place = next((i for i in range(begin, len(lines)) if lines[i].text.startswith(code)), None)
        if place is not None:
            places.append((place, code))
            begin = place + 1
    return places


def _coded(draft: Draft, lines: Sequence[Row], places: Sequence[tuple[int, str]]) -> None:
    """An article whose fields are the rows of a table."""
    for row in lines[: places[0][0]]:
        draft.mark(row, "furniture", "factiva_head")
    for (place, code), (stop, _) in pairwise([*places, (len(lines), "")]):
        text = lines[place].text
        field(draft, code, lines[place:stop], len(text) - len(text[len(code) :].lstrip()))


def _plain(draft: Draft, lines: Sequence[Row], element: Any) -> None:
    """An article whose fields are lines in order, down to its first paragraph."""
    headline = next((_said(one) for one in element.iter("span") if _named(one, HEADLINE)), "")
    author = next((_said(one) for one in element.iter("div") if "author" in (one.get("class") or "").split()), "")
    first = next((_said(one) for one in element.iter("p") if "articleParagraph" in (one.get("class") or "")), "")
    draft.say("title", headline)
    draft.say("author", author)
    begin = top(draft, lines)
    place = next((i for i, row in enumerate(lines[:60]) if first and row.text == first), None)
    for row in lines[begin:place]:
        draft.mark(row, "furniture", "factiva_field")
    begin = begin if place is None else place
    for row in lines[:begin]:
        if row.text == headline:
            draft.mark(row, "title", "factiva_headline")
        elif row.text == author:
            draft.mark(row, "byline", "factiva_byline")
        elif draft.hints[row.start - draft.start].kind in ("title", "byline"):
            draft.mark(row, "furniture", "factiva_section")
    for row in lines[begin:]:
        if len(row.text) < 60 and DOCUMENT.match(flat(row.text)):
            draft.mark(row, "furniture", "factiva_number")
            number(draft, row.text)
        else:
            running(draft, row)


def _named(element: Any, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.fullmatch, (element.get("class") or "").split()))
