"""Other programs that take the article out of an HTML page, for the comparison of ``tests.eval.pages``.

All get the decoded markup, so that encodings count for none of them, and their default options. They are installed by
the extra ``compare``; what is missing is said, and the rest is compared.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from lxml import html

__all__ = ["TOOLS", "Reading", "missing", "read_with"]


MARKERS = re.compile(r"^\s*- (?=\S)|(?:^|\s+)\|(?=\s|$)")
"""What trafilatura writes before the items of lists and between the cells of tables: not the page's words."""
RULE = re.compile(r"[|\s-]+")


@dataclass(frozen=True)
class Reading:
    """What a program makes of a page.

    Parameters
    ----------
    lines: its text.
    title, author, agency, outlet: as it gives them, None where it has no such thing.
    published: its day; ``dated`` says whether the program gives dates at all.
    """

    lines: tuple[str, ...] = ()
    title: str | None = ""
    published: dt.date | None = None
    author: str | None = None
    agency: str | None = None
    outlet: str | None = None
    dated: bool = True


def by_trafilatura(markup: str) -> Reading:
    """Its text with the options it has by default, its title and its date."""
    from trafilatura import extract, extract_metadata

    said = extract_metadata(markup)
    text = extract(markup, include_comments=False) or ""
    lines = (MARKERS.sub(" ", line) for line in text.splitlines() if not RULE.fullmatch(line))
    return Reading(tuple(lines), said.title or "", day(said.date), said.author or "")


def by_readability(markup: str) -> Reading:
    """The text of its summary, one block element a line, and its short title; it gives no date."""
    from readability import Document

    document = Document(markup)
    tree = html.fromstring(document.summary() or "<p></p>")
    for element in tree.iter("p", "div", "li", "h2", "h3", "h4", "br", "tr", "blockquote", "figcaption", "td"):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    return Reading(tuple(tree.text_content().splitlines()), document.short_title() or "", dated=False)


def by_newspaper(markup: str) -> Reading:
    """Its text, title and date."""
    import newspaper

    article = newspaper.Article("https://page.example/", language="ar" if arabic(markup) else "en", fetch_images=False)
    article.download(input_html=markup)
    article.parse()
    author = "; ".join(article.authors)
    return Reading(tuple(article.text.splitlines()), article.title or "", day(article.publish_date), author)


TOOLS: dict[str, tuple[str, Callable[[str], Reading]]] = {
    "trafilatura": ("trafilatura", by_trafilatura),
    "readability-lxml": ("readability", by_readability),
    "newspaper4k": ("newspaper", by_newspaper),
}
"""The name of a program to the module that it is imported by, and how it is asked."""


def missing() -> list[str]:
    """The programs that are not installed."""
    return [name for name, (module, _) in TOOLS.items() if importlib.util.find_spec(module) is None]


def read_with(name: str, markup: str) -> Reading:
    """What a program makes of a page; nothing where it fails, as some do on pages they find too short."""
    for logger in ("trafilatura", "htmldate", "readability", "newspaper"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return TOOLS[name][1](markup)
        except Exception as error:
            print(f"  {name} failed on a page: {type(error).__name__}: {str(error)[:100]}")
            return Reading()


def day(value: object) -> dt.date | None:
    """A date, a datetime or an ISO string as a date."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def arabic(markup: str) -> bool:
    """Whether most letters of a page are Arabic, which newspaper4k wants to be told."""
    return sum("\u0620" <= character <= "\u06d3" for character in markup) * 4 > sum(map(str.isalpha, markup))
