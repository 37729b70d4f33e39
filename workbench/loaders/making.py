"""An article of a page: its language, its blocks and what they and the page's metadata say about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.corpus import Article
from workbench.languages.pack import detect, pack, packs
from workbench.loaders.marks.marking import Found, mark, summary
from workbench.loaders.pages.located import host_of
from workbench.loaders.published import read_published
from workbench.loaders.records import Address, Hints, Meta, Page, Piece, Refusal, Unreadable, broke, printable

__all__ = ["Made", "Outcome", "make"]

PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
"""Arabic letters by their shape; not the signs of whole words and phrases, such as U+FDFA, that stand in any text."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article made of a page.

    Parameters
    ----------
    article: with the ``id`` that is wished for.
    marked: whether something on the page was marked as no content.
    reason: a word for the report.
    attached: the file beside a table that its text was read from.
    """

    article: Article
    marked: bool
    reason: str
    attached: str = ""


Outcome = Made | Refusal | Address


def make(piece: Piece, fixed: Mapping[str, str]) -> Outcome:
    """An article of a page, or a refusal with its reason; addresses and refusals stay what they are. Never raises.

    Parameters
    ----------
    fixed: fields that the user gave for all articles; they win over what the page says.
    """
    if not isinstance(piece, Page):
        return piece
    try:
        return _made(piece, fixed)
    except Unreadable as problem:
        return Refusal(piece.origin, str(problem))
    except Exception as error:  # one page that breaks a rule does not stop the corpus, and is not passed over
        return Refusal(piece.origin, broke(error))


def _made(page: Page, fixed: Mapping[str, str]) -> Made:
    _check_text(page.text)
    meta = {**page.meta, **fixed}
    name = printable(page.name)
    code, unknown = _language(meta, page.text)
    title = _said(meta, "title") or _said(meta, "stated")
    hints = Hints(title, _said(meta, "author") or _said(meta, "credited"), page.hints, _said(meta, "source"))
    blocks, found = mark(page.text, pack(code), hints)
    marks = summary(blocks)
    if not any(block.kind in ("title", "subtitle", "body") for block in blocks):
        raise Unreadable(f"nothing of it is an article: {marks or 'no text'}")
    published, doubt = _published(meta, found.published, code)
    url = _said(meta, "url")
    source = _said(meta, "source") or found.outlet or host_of(url) or name
    article = Article(
        id=_said(meta, "id") or name,
        source=source,
        title=_said(meta, "title") or found.title or _said(meta, "stated"),
        published=published,
        author=_author(meta, found),
        url=url,
        language=code,
        text=page.text,
        blocks=blocks,
        origin=printable(page.origin),
        agency="" if found.agency.casefold() in source.casefold() else found.agency,  # its own name is no credit
    )
    doubts = (_halved(meta), unknown, doubt, _forms(page.text))
    reason = "; ".join(part for part in (*page.notes, *doubts, marks) if part)
    return Made(article, bool(marks), printable(reason), page.attached)


def _author(meta: Meta, found: Found) -> str:
    """Who is stated, else who the byline names, else whom metadata credit that the page does not show: no agency."""
    credited = _said(meta, "credited")
    agency = credited.casefold() == found.agency.casefold()
    return _said(meta, "author") or found.author or ("" if agency else credited)


def _check_text(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(f"it holds half of a character at {error.start}, which is no text") from error


def _said(meta: Meta, field: str) -> str:
    """A field as text; whole numbers that a table turned into 12.0 are written as 12."""
    value = meta.get(field, "")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(printable(str(value)).split()) if value is not None else ""


def _halved(meta: Meta) -> str:
    """A word for the report where a field holds half of a character."""
    fields = [field for field, value in meta.items() if isinstance(value, str) and value != printable(value)]
    return f"half of a character stands in its {' and '.join(fields)}" if fields else ""


def _forms(text: str) -> str:
    """A word for the report where Arabic letters are stored by their shape, as copies out of PDF files have them."""
    count = sum(len(run) for run in PRESENTATION.findall(text))
    return f"letters in presentation forms: {count}; names and quotations will be missed" if count else ""


def _language(meta: Meta, text: str) -> tuple[str, str]:
    """The pack of the stated language, by code or name, else by script and words; and a word where it has no pack."""
    stated = _said(meta, "language").casefold()
    short = stated.replace("_", "-").split("-")[0]
    for one in packs():
        names = (one.name.casefold(), str(one.settings["english_name"]).casefold())
        if stated and (short == one.code or stated in names):
            return one.code, ""
    code = detect(text)
    read_as = pack(code).settings["english_name"]
    return code, f"there is no language pack for {stated[:40]!r}; it is read as {read_as}" if stated else ""


def _same_moment(stated: dt.datetime, shown: dt.date) -> bool:
    """Whether a moment in UTC and the day that the page shows can be one: around midnight they are a day apart."""
    return stated.utcoffset() == dt.timedelta(0) and abs((stated.date() - shown).days) == 1


def _published(meta: Meta, found: dt.date | None, code: str) -> tuple[dt.date | None, str]:
    """What is stated, else the dateline's date; and a word for the report where what is stated is unclear."""
    stated = meta.get("published")
    if stated in (None, ""):
        return found, ""
    published = read_published(stated, pack(code))
    doubt = "" if published is not None else f"the date {str(stated)[:40]!r} is not clear"
    if isinstance(published, dt.datetime) and found and _same_moment(published, found):
        return found, doubt
    return published or found, doubt
