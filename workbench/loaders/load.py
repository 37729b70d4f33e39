"""``load``: files, folders, tables and addresses in, a corpus out, with a report in which nothing is missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article, Corpus, InputFile, LoadReport, ReportRow, marks
from workbench.corpus.saved import is_saved
from workbench.corpus.saved import open as open_corpus
from workbench.errors import EmptyCorpusError, WorkbenchError
from workbench.languages.pack import pack
from workbench.loaders.crew import Asked, Done, run
from workbench.loaders.formats import READERS
from workbench.loaders.keeping import Keeper, keeping
from workbench.loaders.making import Made, Outcome, make
from workbench.loaders.marks import repetition
from workbench.loaders.plan import plan
from workbench.loaders.records import Piece, Refusal, printable
from workbench.loaders.tables import columns as column_names
from workbench.progress import steps

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Builder", "LoadInterrupted", "load"]

REPEATED = "repeated across the pages of the outlet"
WITH_TABLE = "it was read with the table that names it"
NO_TEXT = "it is an address without a text: load with fetch=True to fetch such pages"


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
    columns: Mapping[str, str | None] | None = None,
    keep: str | os.PathLike[str] | None = None,
    fetch: bool = False,
    progress: bool = True,
) -> Corpus:
    """A corpus of the articles in files, folders or a table; ``corpus.report`` tells what became of each piece.

    A folder may hold an ``outlets.csv`` with the columns file, source, published, author, url, language, title: it
    describes the pages beside it and is not loaded itself. What it says wins over what a page says.

    Parameters
    ----------
    what: a file of any format in ``workbench.loaders.FORMATS``, a folder, a glob such as ``"pages/**/*.html"``, a web
        address, a list of these, or a pandas frame with one article a row. A folder in which a corpus was saved is
        opened as ``wb.open`` does, and no option matters.
    source: the outlet of all of them. Without it: what ``outlets.csv``, the table or the page's metadata
        says, or else the host of its address, or its file's name without the ending (and its row's number).
    language: the language of all of them, the code of a pack. Without it: as stated, or else by script and words.
    columns: which column of a table is which field, such as ``{"text": "نص الخبر"}``, where the names do not
        tell; fields are text or html, id, source, title, published, author, url, language. None: no column is.
    keep: a folder of its own in which the corpus is kept while it is loaded, to be opened with ``wb.open``. After a
        stop, of whatever kind, the same call goes on where it stopped; files that have not changed are not read again.
    fetch: fetch the pages of which a table gives only the address, politely; addresses in ``what`` are always
        fetched. Needs ``pip install "riwaya[web]"``.
    progress: show a bar where there are more than 200 files.

    Raises
    ------
    LoadError: the path is not there, ``columns`` names no field, or ``keep`` is in use by another load.
    WorkbenchError: ``keep`` cannot be used, or its disk is full; what has been kept there stays.
    EmptyCorpusError: there is no readable article in it.
    MissingExtraError: pages are to be fetched, and the extra for it is not installed.
    UnknownLanguageError: ``language`` has no pack.
    LoadInterrupted: stopped by hand; what was loaded is in its ``corpus``, and in ``keep``.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"المصدر": ["الضفة"], "النص": ["قال الرئيس إن الاتصال كان مفيدا."]})
    >>> load(frame).table[["source", "language", "words"]].values.tolist()
    [['الضفة', 'ar', 6]]
    """
    chosen = column_names.check(columns)
    if language is not None:
        pack(language)
    if is_saved(what):
        return open_corpus(Path(what))  # type: ignore[arg-type]
    fixed = {field: value for field, value in (("source", source), ("language", language)) if value is not None}
    with keeping(keep, {"columns": chosen, "fixed": fixed, "fetch": fetch}) as keeper:
        return _loaded(what, Asked(chosen, fixed), keeper, fetch=fetch, progress=progress)


def _loaded(what: Any, asked: Asked, keeper: Keeper | None, *, fetch: bool, progress: bool) -> Corpus:
    """The corpus, kept where it is to be kept, with the marks that were made by hand there."""
    known = keeper.known if keeper else None
    planned = plan(what, asked.columns, known=known)
    home = keeper.folder if keeper else planned.home
    if home is not None:
        marks.read(home)  # what is wrong with them is said before all is read
    builder = Builder(asked.fixed, keeper=keeper)
    try:
        jobs = run(planned.items, asked, processes=planned.processes)
        if fetch or planned.addresses:
            from workbench.loaders.web.fetching import with_pages

            jobs = with_pages(jobs, asked.fixed, known)
        for done in steps(jobs, "files", show=progress, expected=planned.files):
            builder.add_all(done)
    except KeyboardInterrupt:
        raise _stopped(builder, keeper) from None
    if not builder.articles:
        raise EmptyCorpusError(_nothing(what, builder.rows), hint=_advice(builder.rows))
    corpus = builder.corpus()
    if keeper:
        keeper.finish(corpus)
    if home is not None:
        corpus.live_in(home)
    return corpus


def _stopped(builder: Builder, keeper: Keeper | None) -> LoadInterrupted:
    """What is raised at a stop by hand: it has what was loaded, wherever else that can be kept."""
    stopped = LoadInterrupted(builder.corpus())
    try:
        if keeper:
            keeper.write()
    except WorkbenchError as error:
        stopped.add_note(str(error))
    return stopped


class Builder:
    """Gives each article an id of its own, and keeps the report."""

    def __init__(self, fixed: Mapping[str, str], *, keeper: Keeper | None = None) -> None:
        self.fixed = fixed
        self.articles: list[Article] = []
        self.rows: list[ReportRow] = []
        self.files: list[InputFile] = []
        self._keeper = keeper
        self._attached: set[str] = set()
        self._ids: set[str] = set()
        self._next: dict[str, int] = {}

    def corpus(self) -> Corpus:
        """What has been added so far."""
        articles = repetition.across(self.articles)
        told = {
            after.id: sum(block.rule == repetition.RULE for block in after.blocks)
            for before, after in zip(self.articles, articles, strict=True)
            if after is not before
        }
        rows = [_told(row, told[row.article]) if row.article in told else row for row in self.rows]
        return Corpus(articles, LoadReport(rows, list(self.files)))

    def add(self, piece: Piece) -> None:
        """Make an article of a page, or a refused row; either way the report has a row more."""
        self.add_all(Done((make(piece, self.fixed),)))

    def add_all(self, done: Done) -> None:
        """Take in what became of a file: a row of the report for each of its pieces."""
        articles, rows = len(self.articles), len(self.rows)
        again = done.file is not None and done.file.path in self._attached
        for outcome in done.outcomes:
            self._take(Refusal(_origin(outcome), WITH_TABLE) if again else outcome, done.input)
        if done.file is not None:
            self.files.append(done.file)
        if self._keeper:
            self._keeper.add(self.articles[articles:], self.rows[rows:], done)

    def _take(self, outcome: Outcome, source: str) -> None:
        if isinstance(outcome, Made):
            article = outcome.article
            unique = self._id(article.id)
            article = article if unique == article.id else replace(article, id=unique)
            self.articles.append(article)
            if outcome.attached:
                self._attached.add(outcome.attached)
            row = ReportRow(article.origin, "marked" if outcome.marked else "read", outcome.reason, article.id, source)
            self.rows.append(row)
            return
        reason = outcome.reason if isinstance(outcome, Refusal) else "; ".join((*outcome.notes, NO_TEXT))
        self.rows.append(ReportRow(printable(outcome.origin), "refused", printable(reason), "", source))

    def _id(self, wanted: str) -> str:
        """The id, or where it is taken the id with the next free number behind it."""
        unique = wanted
        while unique in self._ids:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            unique = f"{wanted}-{self._next[wanted]}"
        self._ids.add(unique)
        return unique


def _origin(outcome: Outcome) -> str:
    return outcome.article.origin if isinstance(outcome, Made) else outcome.origin


def _told(row: ReportRow, lines: int) -> ReportRow:
    """A row of an article in which lines were marked after it had been read."""
    said = f"{lines} {'line' if lines == 1 else 'lines'} {REPEATED}"
    before = [part for part in row.reason.split("; ") if part and not part.endswith(REPEATED)]
    return replace(row, status="marked", reason="; ".join((*before, said)))


def _nothing(what: object, rows: list[ReportRow]) -> str:
    given = f"{os.fspath(what)!r}" if isinstance(what, (str, os.PathLike)) else f"the {type(what).__name__}"
    if not rows:
        return f"there is no file in {given}."
    first = "; ".join(f"{row.file}: {row.reason}" for row in rows[:3])
    more = f"; and {len(rows) - 3} more" if len(rows) > 3 else ""
    return f"there is no readable article in {given} ({first}{more})."


def _advice(rows: list[ReportRow]) -> str:
    if any(row.reason.startswith(("no column", "it has no column", "the row has no text")) for row in rows):
        return "name the column of the text with columns={'text': ...}; wb.preview shows the columns."
    return f"files with these endings are read: {' '.join(READERS)}."
