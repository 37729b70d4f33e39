"""A corpus: articles in order, found by position or by id, with the report of how they were loaded."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

from workbench.corpus import beside, marks
from workbench.corpus.article import Article, BlockKind
from workbench.corpus.observed import Observed
from workbench.corpus.report import LoadReport, ReportRow, frame_html
from workbench.errors import UnknownNameError, WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Corpus", "expect", "expect_same"]

CORPUS_COLUMNS = ("article", "source", "title", "published", "author", "url", "language", "words", "agency")
BLOCK_COLUMNS = ("article", "start", "end", "kind", "rule", "text")


class Corpus(Sequence[Article], Observed):
    """Articles in order, found by position or by id, with the report of how they were loaded.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> page = Article("p1", "الضفة", "خبر", None, "", "", "ar", "خبر", (Block(0, 3, "title"),), "p1.txt")
    >>> corpus = Corpus([page])
    >>> corpus["p1"].title, len(corpus), corpus.sources
    ('خبر', 1, ['الضفة'])
    """

    def __init__(self, articles: Iterable[Article], report: LoadReport | None = None) -> None:
        self._articles = list(articles)
        self._by_id = {article.id: article for article in self._articles}
        if len(self._by_id) < len(self._articles):
            twice = Counter(article.id for article in self._articles).most_common(1)[0][0]
            raise WorkbenchError(f"two articles have the id {twice!r}.", hint="ids are unique in a corpus.")
        if report is None:
            report = LoadReport([ReportRow(a.origin, "read", "", a.id) for a in self._articles])
        self.report = report
        self.home: Path | None = None
        self._marks: list[marks.Mark] = []
        self._strays: list[tuple[marks.Mark, str]] = []
        """Marks that fit no article as it is now, kept for the day when they do."""
        self._unmarked: dict[str, Article] = {}
        self._beside: dict[str, bytes] = {}

    @overload
    def __getitem__(self, key: int | str) -> Article: ...
    @overload
    def __getitem__(self, key: slice) -> Corpus: ...
    def __getitem__(self, key: int | str | slice) -> Article | Corpus:
        if isinstance(key, str):
            try:
                return self._by_id[key]
            except KeyError:
                raise UnknownNameError(
                    f"no article has the id {key!r}.",
                    hint="corpus.table lists the ids in `article`.",
                    code="no_article",
                    name=str(key),
                ) from None
        if isinstance(key, slice):
            return self._part(self._articles[key])
        return self._articles[key]

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id if isinstance(key, str) else key in self._articles

    def part(self, articles: Iterable[str]) -> Corpus:
        """The articles with these ids, in the order of the corpus, each with its row of the report.

        What was marked by hand is marked in it too. It has no folder until it is saved.

        Parameters
        ----------
        articles: ids, such as a column ``article`` of some table; one that comes twice counts once.

        Raises
        ------
        UnknownNameError: no article has one of the ids.

        >>> from workbench.samples import phone_call
        >>> corpus = phone_call()
        >>> table = corpus.table
        >>> english = corpus.part(table.loc[table["language"] == "en", "article"])
        >>> english.sources
        ['Harbour Ledger', 'The Tamarisk Post']
        """
        chosen = {self[one].id for one in articles}
        return self._part([article for article in self._articles if article.id in chosen])

    def _part(self, chosen: list[Article]) -> Corpus:
        ids = {article.id for article in chosen}
        rows = [row for row in self.report.rows if row.article in ids]
        inputs = {row.input for row in rows}
        return Corpus(chosen, LoadReport(rows, [file for file in self.report.files if file.file in inputs]))

    @property
    def sources(self) -> list[str]:
        """The outlets, each once, in the order in which they first appear."""
        return list(dict.fromkeys(article.source for article in self._articles))

    @cached_property
    def digest(self) -> str:
        """SHA-256 over ids and texts, in hex: the same corpus has the same digest everywhere."""
        state = hashlib.sha256()
        for article in self._articles:
            state.update(repr((article.id, article.source, article.text, article.blocks)).encode())
        return state.hexdigest()

    @cached_property
    def texts(self) -> str:
        """SHA-256 over ids, outlets and texts alone, in hex: what stays the same however the pages are marked."""
        state = hashlib.sha256()
        for article in self._articles:
            state.update(repr((article.id, article.source, article.text)).encode(errors="surrogatepass"))
        return state.hexdigest()

    @property
    def marked(self) -> tuple[marks.Mark, ...]:
        """The marks made by hand that are used now, in the order in which they were made."""
        return tuple(self._marks)

    @property
    def table(self) -> pd.DataFrame:
        """A frame with the columns article, source, title, published, author, url, language, words, agency."""
        import pandas as pd

        rows = [
            (a.id, a.source, a.title, a.published, a.author, a.url, a.language, a.words, a.agency)
            for a in self._articles
        ]
        return pd.DataFrame(rows, columns=list(CORPUS_COLUMNS))

    @property
    def blocks(self) -> pd.DataFrame:
        """What was marked where, a row a block: article, start, end, kind, rule, text."""
        import pandas as pd

        rows = [(a.id, b.start, b.end, b.kind, b.rule, a.slice(b)) for a in self._articles for b in a.blocks]
        return pd.DataFrame(rows, columns=list(BLOCK_COLUMNS))

    def mark(self, article: str, start: int, end: int, kind: BlockKind) -> None:
        r"""Say what ``text[start:end]`` of an article is, over what the rules said; the corpus changes in place.

        The mark is kept in ``marks.csv`` beside the corpus (``corpus.home``: the folder that it was loaded, opened
        or saved in) and used again whenever the corpus is loaded. A corpus without a folder, such as one made of
        a frame, keeps it until it is saved. Results that were made before stay as they are: make them again.

        Parameters
        ----------
        article: its id.
        start, end: code points, half-open, as in ``corpus.blocks``; white space at both ends is left out.
        kind: ``title subtitle dateline byline caption body related furniture``.

        Raises
        ------
        UnknownNameError: no article has the id.
        WorkbenchError: there is no such kind, or no text in the span.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> text = "شارك الخبر\nقال العمدة إن القناة جاهزة."
        >>> corpus = Corpus([Article("p1", "الواحة", "", None, "", "", "ar", text, (Block(0, 10, "body"),), "p1.txt")])
        >>> corpus.mark("p1", 0, 10, "furniture")
        >>> corpus["p1"].blocks
        (Block(start=0, end=10, kind='furniture', rule='by_hand'),)
        """
        found = self[article]
        one = marks.Mark(found.id, start, end, kind, marks.fingerprint(found.text))
        self._mark(one)
        if self.home is not None:
            self._keep_marks(self.home)
        self._changed()

    def unmark(self) -> marks.Mark:
        r"""Take back the last mark made by hand, of this run or one before; what it was is returned.

        Raises
        ------
        WorkbenchError: there is none.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> text = "شارك الخبر\nقال العمدة إن القناة جاهزة."
        >>> corpus = Corpus([Article("p1", "الواحة", "", None, "", "", "ar", text, (Block(0, 10, "body"),), "p1.txt")])
        >>> corpus.mark("p1", 0, 10, "furniture")
        >>> corpus.unmark().kind, corpus["p1"].blocks
        ('furniture', (Block(start=0, end=10, kind='body', rule=''),))
        """
        if not self._marks:
            raise WorkbenchError("there is no mark to take back.", hint="corpus.mark makes one.", code="no_undo")
        last = self._marks.pop()
        changed = self._unmarked[last.article]
        for one in self._marks:
            if one.article == last.article:
                changed = marks.apply(changed, one.start, one.end, one.kind)
        self._put(changed)
        if self.home is not None:
            self._keep_marks(self.home)
        self._changed()
        return last

    def _mark(self, one: marks.Mark) -> None:
        found = self._by_id[one.article]
        changed = marks.apply(found, one.start, one.end, one.kind)
        self._unmarked.setdefault(found.id, found)
        self._put(changed)
        self._marks.append(one)

    def _put(self, changed: Article) -> None:
        """Put an article in the place of the one with its id."""
        found = self._by_id[changed.id]
        self._articles[next(i for i, one in enumerate(self._articles) if one is found)] = changed
        self._by_id[changed.id] = changed
        self.__dict__.pop("digest", None)

    def _keep_marks(self, folder: Path) -> None:
        made = [(one, self._by_id[one.article].text[one.start : one.end]) for one in self._marks]
        marks.write(folder, [*self._strays, *made])

    def live_in(self, folder: Path) -> None:
        """Make a folder the home of the corpus: the marks that are kept there are used, and new ones kept there.

        Raises
        ------
        LoadError: the folder's ``marks.csv`` is broken.
        """
        stray = []
        for one, shown in marks.read(folder):
            found = self._by_id.get(one.article)
            if found is None or marks.fingerprint(found.text) != one.sha256:
                stray.append((one, shown))
                continue
            try:
                self._mark(one)
            except WorkbenchError as error:
                raise marks.broken(folder, error) from error
        self.home = folder
        self._strays = stray
        self._stray([one for one, _ in stray])

    def _stray(self, stray: Sequence[marks.Mark]) -> None:
        """A word in the report about marks whose article is gone or has another text now."""
        counts = Counter(one.article for one in stray)
        for article, count in counts.items():
            why = "its text has changed since" if article in self._by_id else "there is no such article now"
            reason = f"{count} {'mark' if count == 1 else 'marks'} made by hand on {article!r} not used: {why}"
            self.report.rows.append(ReportRow(marks.MARKS, "refused", reason))

    def read_beside(self, name: str) -> bytes | None:
        """What a small file beside the corpus holds, such as the corrections of its entities; None: there is none."""
        return self._beside.get(name) if self.home is None else beside.read(self.home / name)

    def change_beside(self, name: str, made: beside.Change) -> None:
        """Make such a file anew from what it holds; a corpus without a folder keeps it until it is saved.

        Raises
        ------
        WorkbenchError: it cannot be written, and is as it was.
        """
        if self.home is not None:
            beside.change(self.home / name, made)
            return
        new = made(self._beside.get(name))
        self._beside.pop(name, None)
        if new is not None:
            self._beside[name] = new

    def save(self, folder: str | os.PathLike[str]) -> Path:
        """Keep the corpus in a folder of its own, as Parquet with a manifest; ``wb.open`` brings it back.

        It holds the articles with their blocks, the report, the marks, corrections of entities and judgements of
        quotations made by hand, and of each file that was read its size and SHA-256. A corpus that is there already is
        replaced in one step.

        Returns
        -------
        The folder.

        Raises
        ------
        WorkbenchError: there is something else in the folder, or it cannot be written.
        """
        from workbench.corpus import saved

        path = Path(folder).expanduser()
        articles = [self._unmarked.get(article.id, article) for article in self._articles]
        saved.save(path, articles, self.report, digest=self.digest)
        self._keep_marks(path)
        for name in beside.FILES:
            self._keep_beside(path, name)
        self.home = path
        return path

    def _keep_beside(self, folder: Path, name: str) -> None:
        content = self.read_beside(name)
        if content is not None:
            beside.change(folder / name, lambda _: content)

    def __repr__(self) -> str:
        return f"Corpus({len(self)} articles from {len(self.sources)} sources; {self.report!r})"

    def _repr_html_(self) -> str:
        return frame_html(self.table)


def expect(value: object, kind: str, *, maker: str) -> None:
    """Raises WorkbenchError unless a value is of the class of that name, and says how one is made."""
    if not any(one.__name__ == kind for one in type(value).__mro__):
        raise WorkbenchError(f"{kind} is needed here, and this is {type(value).__name__}.", hint=f"try {maker}.")


def expect_same(corpus: Corpus, other: Corpus, *, what: str) -> None:
    """Raises WorkbenchError unless a result was made from this corpus: its spans would point at other words."""
    if other is not corpus and other.digest != corpus.digest:
        raise WorkbenchError(f"the {what} were made from another corpus.", hint=f"make the {what} from this one.")
