"""Which column of a table is which field, by what stands in it: long texts, addresses, dates, names that repeat.

Only fields that the names leave open are asked for, and only columns that no field has taken. Where two columns
could be the same field, neither is: the reason says so, and the user names one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from workbench.languages.pack import packs
from workbench.loaders.published import numeric_order, read_published
from workbench.loaders.tables import cells

__all__ = ["ROWS", "Found", "by_contents", "is_markup", "sample"]

ROWS = 200
"""The first rows of a table, which are looked at."""
ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp4|mp3)(?:\?\S*)?$", re.IGNORECASE)
TAG = re.compile(r"</(?:p|div|html|body|article|span|h[1-6]|a|li|ul|table|em)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?؟…。][\"'»”)\]]*(?:\s|$)")
CUT = ("...", "…", "[...]", "[…]")
"""How a summary ends."""
NUMBER = re.compile(r"[\d.,٠-٩\s:/-]+")
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})")
"""A date whose order of day and month may not be clear: it is one all the same."""
DAY_NUMBER = re.compile(r"\d{8}|\d{14}")
CODE = re.compile(r"[\w-]{2,}")
TEXT_WORDS = 20
"""Words from which a cell is long: no headline is; below an address the text of a whole page is expected."""
PAGE_WORDS = 30
SHORT_WORDS = 8
"""Words from which a cell that is made of sentences is a text all the same."""
TITLE_WORDS = range(4, 21)
OUTLET_WORDS = 6
FEW = 3
"""Rows from which a column of short values can be told at all."""


class Found(NamedTuple):
    """The column that is a field by its contents, or those that could each be it."""

    column: str = ""
    doubt: tuple[str, ...] = ()


class Column(NamedTuple):
    """A column as its first rows have it: the cells that are not empty, as they are and as text."""

    name: str
    cells: tuple[object, ...]
    texts: tuple[str, ...]

    def share(self, passing: int) -> float:
        """The share of the cells that are so many."""
        return passing / len(self.texts)

    @property
    def words(self) -> float:
        """How many words the cell in the middle has."""
        return median(len(text.split()) for text in self.texts)


def sample(records: Sequence[Mapping[str, object]], names: Sequence[str]) -> dict[str, Column]:
    """The columns of the first rows of a table, those without a single value left out."""
    found: dict[str, Column] = {}
    for name in dict.fromkeys(names):
        kept = [(cell, text) for one in records[:ROWS] if (text := _text_of(cell := one.get(name)))]
        if kept:
            found[name] = Column(name, tuple(cell for cell, _ in kept), tuple(text for _, text in kept))
    return found


def _text_of(cell: object) -> str:
    try:
        return str(cells.value(cell)).strip()
    except Exception:  # an odd cell tells nothing; its own row will be refused for it
        return ""


def by_contents(columns: Mapping[str, Column], open_fields: Sequence[str], *, address: bool) -> dict[str, Found]:
    """What each of the open fields is by the contents of columns that are free.

    Parameters
    ----------
    columns: the free columns.
    open_fields: those of text, html, url, published, language, source and title that are asked for.
    address: whether the table has a column of addresses: a short text beside one is a summary.
    """
    free = dict(columns)
    found: dict[str, Found] = {}
    for field, tell in TELL.items():
        if field not in open_fields:
            continue
        beside = field == "text" and (address or "url" in found)
        told = (_page_text if beside else tell)(list(free.values()))
        if told.column or told.doubt:
            found[field] = told
            free.pop(told.column, None)
    return found


def is_markup(column: Column) -> bool:
    """Whether most of its cells are HTML."""
    return column.share(sum(bool(TAG.search(text[:5000])) for text in column.texts)) >= 0.6


def _only(names: list[str]) -> Found:
    if len(names) > 1:
        return Found(doubt=tuple(names))
    return Found(names[0]) if names else Found()


def _address(columns: list[Column]) -> Found:
    """The column of addresses of pages; of several the one that repeats least, as pages do and sites do not."""
    fitting = [
        (len(set(one.texts)), -place, one.name)
        for place, one in enumerate(columns)
        if one.share(sum(bool(ADDRESS.fullmatch(text) and not PICTURE.search(text)) for text in one.texts)) >= 0.8
    ]
    return Found(max(fitting)[2]) if fitting else Found()


def _date(columns: list[Column]) -> Found:
    """The only column of dates; numbers are dates where they can be nothing else."""
    return _only([one.name for one in columns if len(one.cells) >= FEW and _is_dates(one)])


def _is_dates(column: Column) -> bool:
    if any(len(text) > 60 for text in column.texts):
        return False
    count = 0
    order = numeric_order(column.texts)
    for cell, text in zip(column.cells, column.texts, strict=True):
        numeric = text.removesuffix(".0").isdigit()
        if not numeric or DAY_NUMBER.fullmatch(text.removesuffix(".0")):
            stated = text if isinstance(cell, str) else cell
            count += read_published(stated, packs()[0], order=order) is not None or bool(DAY.fullmatch(text))
    return column.share(count) >= 0.8


def _language(columns: list[Column]) -> Found:
    known = {name.casefold() for one in packs() for name in (one.code, one.name, str(one.settings["english_name"]))}
    fitting = []
    for one in columns:
        short = [text.casefold().replace("_", "-") for text in one.texts]
        hits = sum(text in known or text.split("-")[0] in known for text in short)
        if len(short) >= FEW and one.share(hits) >= 0.8:
            fitting.append(one.name)
    return _only(fitting)


def _markup(columns: list[Column]) -> Found:
    fitting = [(sum(map(len, one.texts)), one.name) for one in columns if is_markup(one)]
    return Found(max(fitting)[1]) if fitting else Found()


def _text(columns: list[Column]) -> Found:
    """The column of the longest texts."""
    fitting = [(one.words, one.name) for one in columns if _is_text(one, TEXT_WORDS)]
    return Found(max(fitting)[1]) if fitting else Found()


def _page_text(columns: list[Column]) -> Found:
    """The column of the longest texts that are no summaries: long, and not cut off."""
    long = [one for one in columns if one.words >= PAGE_WORDS and _is_text(one, PAGE_WORDS)]
    whole = [(one.words, one.name) for one in long if one.share(sum(map(_is_cut, one.texts))) < 0.5]
    return Found(max(whole)[1]) if whole else Found()


def _is_cut(text: str) -> bool:
    return text.endswith(CUT)


def _is_text(column: Column, words: int) -> bool:
    """Whether its cells are long, or made of sentences."""
    if any(isinstance(cell, Mapping) for cell in column.cells):
        return False
    spaced = column.share(sum(" " in text for text in column.texts)) >= 0.8
    sentences = column.share(sum(bool(SENTENCE.search(text)) for text in column.texts))
    return spaced and (column.words >= words or (column.words >= SHORT_WORDS and sentences >= 0.6))


def _outlet(columns: list[Column]) -> Found:
    """The only column in which a few short values repeat, as the names of outlets do; of sites, where there are any."""
    fitting = [one for one in columns if _is_outlets(one)]
    sites = [one for one in fitting if one.share(sum(" " not in text and "." in text for text in one.texts)) >= 0.8]
    return _only([one.name for one in sites or fitting])


def _is_outlets(column: Column) -> bool:
    different = set(column.texts)
    short = all(len(text.split()) <= OUTLET_WORDS and len(text) <= 60 for text in different)
    named = all(CODE.search(text) and not NUMBER.fullmatch(text) and not ADDRESS.match(text) for text in different)
    repeating = 2 <= len(different) <= len(column.texts) / 2
    return len(column.texts) > FEW and short and named and repeating and any(len(text) > 3 for text in different)


def _title(columns: list[Column]) -> Found:
    """The first column of lines as long as headlines, no two alike."""
    for one in columns:
        lines = sum(len(text.split()) in TITLE_WORDS and "\n" not in text for text in one.texts)
        different = len(set(one.texts)) >= 0.9 * len(one.texts)
        if len(one.texts) >= FEW and different and one.share(lines) >= 0.7 and not _is_dates(one):
            return Found(one.name)
    return Found()


TELL: dict[str, Callable[[list[Column]], Found]] = {
    "url": _address,
    "published": _date,
    "language": _language,
    "html": _markup,
    "text": _text,
    "source": _outlet,
    "title": _title,
}
"""What finds each field, the surest first: a column is one field only."""
