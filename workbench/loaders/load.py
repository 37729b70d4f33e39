"""``load``: files, folders and tables in, a corpus out, with a report in which nothing is missing."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article, Corpus, LoadReport, ReportRow
from workbench.errors import EmptyCorpusError, LoadError
from workbench.languages.pack import detect, pack, packs
from workbench.loaders import columns as column_names
from workbench.loaders import formats, outlets
from workbench.loaders.files import File
from workbench.loaders.find import Found, find
from workbench.loaders.formats import READERS
from workbench.loaders.marking import mark, summary
from workbench.loaders.published import read_published
from workbench.loaders.records import Address, Hints, Meta, Page, Piece, Refusal, Unreadable, broke, printable
from workbench.progress import steps

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LoadInterrupted", "load"]

PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
"""Arabic letters by their shape; not the signs of whole words and phrases, such as U+FDFA, that stand in any text."""


class LoadInterrupted(KeyboardInterrupt):
    """Loading was stopped by hand; ``corpus`` holds what was loaded until then.

    It goes on as a ``KeyboardInterrupt`` would. In a notebook: ``import sys; corpus = sys.last_value.corpus``.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        super().__init__(f"stopped after {len(corpus)} articles; they are in this exception's .corpus")


def load(
    what: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | pd.DataFrame,
    *,
    source: str | None = None,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: bool = True,
) -> Corpus:
    """A corpus of the articles in files, folders or a table; ``corpus.report`` tells what became of each piece.

    A folder may hold an ``outlets.csv`` with the columns file, source, published, author, url, language, title: it
    describes the pages beside it and is not loaded itself. What it says wins over what a page says.

    Parameters
    ----------
    what: a file (``.txt .md .html .htm .csv .tsv .jsonl .ndjson``), a folder, a glob such as ``"pages/**/*.html"``,
        a list of these, or a pandas frame with one article a row.
    source: the outlet of all of them. Without it: what ``outlets.csv``, the table or the page's metadata
        says, or else the file's name without its ending.
    language: the language of all of them, the code of a pack. Without it: as stated, or else by script and words.
    columns: which column of a table is which field, such as ``{"text": "نص الخبر"}``, where the names do not
        tell; fields are text or html, id, source, title, published, author, url, language.
    progress: show a bar where there are more than 200 pieces.

    Raises
    ------
    LoadError: the path is not there, or ``columns`` names no field.
    EmptyCorpusError: there is no readable article in it.
    UnknownLanguageError: ``language`` has no pack.
    LoadInterrupted: stopped by hand; what was loaded is in its ``corpus``.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"المصدر": ["الضفة"], "النص": ["قال الرئيس إن الاتصال كان مفيدا."]})
    >>> load(frame).table[["source", "language", "words"]].values.tolist()
    [['الضفة', 'ar', 6]]
    """
    chosen = column_names.check(columns)
    if language is not None:
        pack(language)
    fixed = {field: value for field, value in (("source", source), ("language", language)) if value is not None}
    builder = Builder(fixed)
    pieces, files = _pieces(what, chosen)
    try:
        for piece in steps(pieces, "pages", show=progress, expected=files):
            builder.add(piece)
    except KeyboardInterrupt:
        raise LoadInterrupted(builder.corpus()) from None
    if not builder.articles:
        raise EmptyCorpusError(_nothing(what, builder.rows), hint=_advice(builder.rows))
    return builder.corpus()


class Builder:
    """Makes articles of pages, gives each an id of its own, and keeps the report."""

    def __init__(self, fixed: Mapping[str, str]) -> None:
        self.fixed = fixed
        self.articles: list[Article] = []
        self.rows: list[ReportRow] = []
        self._ids: set[str] = set()
        self._next: dict[str, int] = {}

    def corpus(self) -> Corpus:
        """What has been added so far."""
        return Corpus(self.articles, LoadReport(list(self.rows)))

    def add(self, piece: Piece) -> None:
        """Make an article of a page, or a refused row; either way the report has a row more."""
        if isinstance(piece, Refusal):
            self._refuse(piece, piece.reason)
            return
        if isinstance(piece, Address):
            self._refuse(piece, "it names an address and holds no text")
            return
        try:
            article, status, reason = self._article(piece)
        except Unreadable as problem:
            self._refuse(piece, str(problem))
            return
        except Exception as error:  # one page that breaks a rule does not stop the corpus, and is not passed over
            self._refuse(piece, broke(error))
            return
        self.articles.append(article)
        self.rows.append(
            ReportRow(printable(piece.origin), "marked" if status else "read", printable(reason), article.id)
        )

    def _refuse(self, piece: Piece, reason: str) -> None:
        self.rows.append(ReportRow(printable(piece.origin), "refused", printable(reason)))

    def _article(self, page: Page) -> tuple[Article, str, str]:
        _check_text(page.text)
        meta = {**page.meta, **self.fixed}
        name = printable(page.name)
        code, unknown = _language(meta, page.text)
        hints = Hints(_said(meta, "title"), _said(meta, "author"), page.hints)
        blocks, found = mark(page.text, pack(code), hints)
        marks = summary(blocks)
        if not any(block.kind in ("title", "subtitle", "body") for block in blocks):
            raise Unreadable(f"nothing of it is an article: {marks or 'no text'}")
        published, doubt = _published(meta, found.published, code)
        article = Article(
            id=self._id(_said(meta, "id") or name),
            source=_said(meta, "source") or name,
            title=_said(meta, "title") or found.title,
            published=published,
            author=_said(meta, "author"),
            url=_said(meta, "url"),
            language=code,
            text=page.text,
            blocks=blocks,
            origin=printable(page.origin),
        )
        doubts = (_halved(meta), unknown, doubt, _forms(page.text))
        return article, marks, "; ".join(part for part in (*page.notes, *doubts, marks) if part)

    def _id(self, wanted: str) -> str:
        """The id, or where it is taken the id with the next free number behind it."""
        unique = wanted
        while unique in self._ids:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            unique = f"{wanted}-{self._next[wanted]}"
        self._ids.add(unique)
        return unique


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


def _published(meta: Meta, found: dt.date | None, code: str) -> tuple[dt.date | None, str]:
    """What is stated, else the dateline's date; and a word for the report where what is stated is unclear."""
    stated = meta.get("published")
    if stated in (None, ""):
        return found, ""
    published = read_published(stated, pack(code))
    doubt = "" if published is not None else f"the date {str(stated)[:40]!r} is not clear"
    return published or found, doubt


def _pieces(what: Any, columns: Mapping[str, str]) -> tuple[Iterator[Piece], int]:
    """The pieces of what was given, read as they are asked for, and how many at least there are."""
    if hasattr(what, "itertuples"):
        return _frame(what, columns), len(what)
    if isinstance(what, (str, os.PathLike)):
        files = find(what)
        described: list[Path] = [Path(what).expanduser()] if Path(what).expanduser().is_dir() else []
    elif isinstance(what, Iterable) and not isinstance(what, (bytes, Mapping)):
        files = [found for one in what for found in find(one)]
        described = []
    else:
        raise LoadError(
            f"{type(what).__name__} is nothing that can be loaded.",
            hint="give a path, a glob, a list of paths or a pandas frame.",
        )
    return _files(files, described, columns), len(files)


def _frame(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Piece]:
    from workbench.loaders.tables import read_frame

    try:
        yield from read_frame(frame, columns)
    except Unreadable as problem:
        yield Refusal("DataFrame", str(problem))


def _files(files: list[Found], folders: list[Path], columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of files, each with what the ``outlets.csv`` of its folder, or of the folder given, says."""
    said: dict[Path, Meta] = {}
    for folder in dict.fromkeys([*folders, *(found.path.parent for found in files)]):
        try:
            said.update({path.resolve(): meta for path, meta in outlets.read(folder).items()})
        except Unreadable as problem:
            yield Refusal((folder / outlets.OUTLETS).as_posix(), str(problem))
    for found in files:
        meta = said.get(found.path.resolve(), {})
        for piece in _read(found, columns):
            if isinstance(piece, Page) and meta:
                yield Page(piece.name, piece.origin, piece.text, {**piece.meta, **meta}, piece.hints, piece.notes)
            else:
                yield piece
    seen = {found.path.resolve() for found in files}
    for path in said:
        if path not in seen and folders and not path.exists():
            yield Refusal(f"{outlets.OUTLETS}: {path.name}", "the table names it, and there is no such file")


def _read(found: Found, columns: Mapping[str, str]) -> Iterator[Piece]:
    if found.refused:
        yield Refusal(found.origin, found.refused)
    else:
        yield from formats.read(File(found.origin, found.path), columns)


def _nothing(what: object, rows: list[ReportRow]) -> str:
    given = f"{os.fspath(what)!r}" if isinstance(what, (str, os.PathLike)) else f"the {type(what).__name__}"
    if not rows:
        return f"there is no file in {given}."
    first = "; ".join(f"{row.file}: {row.reason}" for row in rows[:3])
    more = f"; and {len(rows) - 3} more" if len(rows) > 3 else ""
    return f"there is no readable article in {given} ({first}{more})."


def _advice(rows: list[ReportRow]) -> str:
    if any(row.reason.startswith(("no column", "it has no column")) for row in rows):
        return "name the column of the text with columns={'text': ...}."
    return f"files with these endings are read: {' '.join(READERS)}."
