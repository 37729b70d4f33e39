"""Who published, quoted and copied when: the moments of a story.

Times are read as the printed timeline reads them, and who was first is what the extractors tell: nothing is decided
here a second time.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, cast

from workbench.corpus import Article, Corpus
from workbench.extractors.overlap.order import first
from workbench.figures.moments import moment, zoned
from workbench.widgets.records import CopyRecord, MomentRecord, StatementRecord, When
from workbench.widgets.telling.frames import rows, text

if TYPE_CHECKING:
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["copies", "moments", "statements", "when"]

NEVER = dt.datetime.max


def when(corpus: Corpus, *, quotes: Quotes | None = None, overlap: Overlap | None = None) -> When:
    """When the articles were published, and what is told of who quoted and copied first."""
    return {
        "moments": moments(corpus),
        "copies": [] if overlap is None else copies(overlap),
        "statements": [] if quotes is None else statements(quotes),
    }


def moments(corpus: Corpus) -> list[MomentRecord]:
    """The articles in order of time, those without a date last."""
    return [_moment(article) for article in sorted(corpus, key=lambda one: moment(one).start or NEVER)]


def _moment(article: Article) -> MomentRecord:
    stated, start, end = moment(article)
    head = _head(article)
    return {
        "article": article.id,
        "stated": cast("Literal['hour', 'day', 'none']", stated),
        "start": "" if start is None else start.isoformat(timespec="milliseconds"),
        "end": "" if end is None else end.isoformat(timespec="milliseconds"),
        "zoned": zoned(article),
        "head_start": head[0],
        "head_end": head[1],
    }


def _head(article: Article) -> tuple[int, int]:
    """The span of the title, else of the first block of the body, else of the first block."""
    for kind in ("title", "body", None):
        for block in article.blocks:
            if kind in (block.kind, None):
                return block.start, block.end
    return 0, 0


def copies(overlap: Overlap) -> list[CopyRecord]:
    """The pairs of which one article is known to be the earlier, those that share most words first.

    Pairs that share too few words in a row for a passage are left out; of those that share boilerplate alone the words
    are counted in that.
    """
    printed: Counter[tuple[str, str]] = Counter()
    for row in rows(overlap.passages):
        if row["boilerplate"]:
            printed[str(row["a"]), str(row["b"])] += int(row["words"])
    found: list[CopyRecord] = []
    for row in rows(overlap.pairs):
        a, b, words = str(row["a"]), str(row["b"]), int(row["words"])
        counted = words or printed[a, b]
        earlier = text(row["first"])
        if not earlier or not counted:
            continue
        found.append(
            {
                "first": earlier,
                "later": b if earlier == a else a,
                "by": text(row["first_by"]),
                "words": counted,
                "share": float(row["b_in_a"] if earlier == a else row["a_in_b"]),
                "likely": text(row["likely_source"]),
                "boilerplate": not words,
            }
        )
    return sorted(found, key=lambda one: -one["words"])


def statements(quotes: Quotes) -> list[StatementRecord]:
    """The lineages that reach two articles or more, those of most outlets first."""
    where = dict(zip(quotes.table["quote"], quotes.table["article"], strict=True))
    told: list[tuple[int, StatementRecord]] = []
    for row in rows(quotes.lineages):
        own = [quote for quote in row["quotes"] if quote in where]
        articles = {quote: quotes.corpus[where[quote]] for quote in own}
        if len({article.id for article in articles.values()}) < 2:
            continue
        own.sort(key=lambda quote: moment(articles[quote]).start or NEVER)
        ranks = _ranks(articles.values())
        told.append(
            (
                len({article.source for article in articles.values()}),
                {
                    "lineage": str(row["lineage"]),
                    "first": text(row["first"]),
                    "quotes": [str(quote) for quote in own],
                    "ranks": [ranks[articles[quote].published] for quote in own],
                },
            )
        )
    told.sort(key=lambda one: (-one[0], -len(one[1]["quotes"])))
    return [statement for _, statement in told]


def _ranks(articles: Iterable[Article]) -> dict[dt.date | None, int]:
    """For each date of publication 1 and the number of articles known to be earlier; 0 where there is no date."""
    each = {article.id: article for article in articles}.values()
    counts = Counter(article.published for article in each)
    one_of = {article.published: article for article in each}
    return {
        published: 0
        if published is None
        else 1 + sum(counts[other] for other, there in one_of.items() if first(article, there) == there.id)
        for published, article in one_of.items()
    }
