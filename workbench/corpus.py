"""Articles, their blocks, a corpus of them, and the report of how they were loaded.

An :class:`Article` keeps the page's own text, whole. Offsets count Unicode code points, half-open,
into ``Article.text``; nothing is cut out or rewritten before they are taken. What on a page is not
the article (menus, captions, a second story) is *marked* by a :class:`Block`, never deleted, and
each block says which rule marked it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from workbench.errors import UnknownNameError, WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BLOCK_KINDS", "CONTENT_KINDS", "Article", "Block", "Corpus", "LoadReport", "ReportRow"]

BlockKind = Literal["title", "subtitle", "dateline", "byline", "caption", "body", "related", "furniture"]
Status = Literal["read", "marked", "refused"]

BLOCK_KINDS: tuple[BlockKind, ...] = (
    "title",
    "subtitle",
    "dateline",
    "byline",
    "caption",
    "body",
    "related",
    "furniture",
)
CONTENT_KINDS: tuple[BlockKind, ...] = ("title", "subtitle", "body")

CORPUS_COLUMNS = ("article", "source", "title", "published", "author", "url", "language", "words")
REPORT_COLUMNS = ("file", "status", "reason", "article")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a page and what it is: ``text[start:end]`` is of this ``kind``, said ``rule``."""

    start: int
    end: int
    kind: BlockKind
    rule: str = ""

    def __post_init__(self) -> None:
        if self.kind not in BLOCK_KINDS:
            raise WorkbenchError(f"{self.kind!r} is no kind of block.", hint=f"one of {', '.join(BLOCK_KINDS)}.")
        if not 0 <= self.start <= self.end:
            raise WorkbenchError(
                f"a block cannot run from {self.start} to {self.end}.",
                hint="offsets count code points, half-open, start before end.",
            )


@dataclass(frozen=True)
class Article:
    """One page as one outlet published it.

    Parameters
    ----------
    id: unique in its corpus.
    source: the outlet; the file's name where nothing tells the outlet.
    title: the headline, empty when the page has none.
    published: a date, a datetime, or None; never a guess.
    author, url: empty when unknown.
    language: the code of a language pack, "ar" or "en".
    text: the page's own text; for a ``.txt`` file exactly the decoded file.
    blocks: what stands where, in order, not overlapping.
    origin: where it was read from: a file, or a file and a row.
    """

    id: str
    source: str
    title: str
    published: dt.date | dt.datetime | None
    author: str
    url: str
    language: str
    text: str
    blocks: tuple[Block, ...]
    origin: str

    def __post_init__(self) -> None:
        previous = 0
        for block in self.blocks:
            if block.start < previous or block.end > len(self.text):
                raise WorkbenchError(
                    f"article {self.id!r}: block {block.start}-{block.end} overlaps another or leaves the "
                    f"text of {len(self.text)} characters.",
                    hint="blocks stand in order and do not overlap.",
                )
            previous = block.end

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks that extractors read: title, subtitle and body, in order."""
        return tuple(block for block in self.blocks if block.kind in CONTENT_KINDS)

    @property
    def words(self) -> int:
        """How many words the content has: runs between white space that hold a letter or digit."""
        return sum(
            any(character.isalnum() for character in run)
            for block in self.content
            for run in self.text[block.start : block.end].split()
        )

    def slice(self, span: Block | tuple[int, int]) -> str:
        """The characters of a block or of a ``(start, end)`` pair."""
        start, end = (span.start, span.end) if isinstance(span, Block) else span
        return self.text[start:end]

    def remark(self, blocks: Iterable[Block]) -> Article:
        """The same article with other blocks: how a researcher changes what was marked."""
        return replace(self, blocks=tuple(sorted(blocks, key=lambda block: block.start)))


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one file or row: ``read``, ``marked`` (part of it is no content) or ``refused``."""

    file: str
    status: Status
    reason: str
    article: str = ""


@dataclass
class LoadReport:
    """What the loaders did with each piece they were given; nothing vanishes without a row here."""

    rows: list[ReportRow] = field(default_factory=list)

    @property
    def table(self) -> pd.DataFrame:
        """A frame with the columns file, status, reason, article; one row a file or record."""
        import pandas as pd

        data = [(row.file, row.status, row.reason, row.article) for row in self.rows]
        return pd.DataFrame(data, columns=list(REPORT_COLUMNS))

    @property
    def refused(self) -> list[ReportRow]:
        """The pieces that became no article, with their reasons."""
        return [row for row in self.rows if row.status == "refused"]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        counts = {status: sum(row.status == status for row in self.rows) for status in ("read", "marked", "refused")}
        return "LoadReport(" + ", ".join(f"{count} {status}" for status, count in counts.items()) + ")"

    def _repr_html_(self) -> str:
        return frame_html(self.table)


class Corpus(Sequence[Article]):
    """Articles in order, found by position or by id, with the report of how they were loaded.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> page = Article("p1", "الضفة", "خبر", None, "", "", "ar", "خبر", (Block(0, 3, "title"),), "p1.txt")
    >>> corpus = Corpus([page])
    >>> corpus["p1"].title, len(corpus), corpus.sources
    ('خبر', 1, ['الضفة'])
    """

    def __init__(self, articles: Iterable[Article], report: LoadReport | None = None) -> None:
        self._articles = tuple(articles)
        self._by_id = {article.id: article for article in self._articles}
        if len(self._by_id) < len(self._articles):
            twice = Counter(article.id for article in self._articles).most_common(1)[0][0]
            raise WorkbenchError(f"two articles have the id {twice!r}.", hint="ids are unique in a corpus.")
        if report is None:
            report = LoadReport([ReportRow(a.origin, "read", "", a.id) for a in self._articles])
        self.report = report

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
                    f"no article has the id {key!r}.", hint="corpus.table lists the ids in `article`."
                ) from None
        if isinstance(key, slice):
            chosen = self._articles[key]
            ids = {article.id for article in chosen}
            return Corpus(chosen, LoadReport([row for row in self.report.rows if row.article in ids]))
        return self._articles[key]

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id if isinstance(key, str) else key in self._articles

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

    @property
    def table(self) -> pd.DataFrame:
        """A frame with the columns article, source, title, published, author, url, language, words."""
        import pandas as pd

        rows = [(a.id, a.source, a.title, a.published, a.author, a.url, a.language, a.words) for a in self._articles]
        return pd.DataFrame(rows, columns=list(CORPUS_COLUMNS))

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


def frame_html(frame: pd.DataFrame, *, rows: int = 10) -> str:
    """A short HTML table of a frame, every value escaped, each cell in its own reading direction."""
    from html import escape

    def cells(values: Iterable[object], tag: str) -> str:
        return "".join(f'<{tag} dir="auto">{escape(show(value))}</{tag}>' for value in values)

    def show(value: object) -> str:
        text = "" if value is None or str(value) in ("nan", "NaT", "<NA>") else str(value)
        return text if len(text) <= 120 else text[:119] + "…"

    head = f"<tr>{cells(frame.columns, 'th')}</tr>"
    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in frame.head(rows).itertuples(index=False, name=None))
    more = f"<p>{len(frame)} rows in all.</p>" if len(frame) > rows else ""
    return f"<table>{head}{body}</table>{more}"
