"""From a corpus and what was extracted from it to the one record that the views draw.

No analysis: what the extractors found is put into :class:`~workbench.widgets.records.Story`, and for every mark the
span that it stands for stays here, so that a selection in the browser becomes rows of a frame in Python.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article, Corpus, expect_same
from workbench.languages import pack
from workbench.widgets.records import ArticleRecord, Story
from workbench.widgets.segments import Span, block_records
from workbench.widgets.telling.folding import fold_table
from workbench.widgets.telling.marks import Marks, Place
from workbench.widgets.telling.named import named
from workbench.widgets.telling.said import said
from workbench.widgets.telling.shared import no_shares, pairs, passages, shares

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Told", "packed", "tell"]

LEVEL = 4
"""Of compression: a higher one takes longer than it saves."""


class Told(NamedTuple):
    """A story, and for each mark's id the place that only Python knows."""

    story: Story
    places: dict[str, Place]


def tell(
    corpus: Corpus,
    *,
    entities: Entities | None = None,
    quotes: Quotes | None = None,
    overlap: Overlap | None = None,
) -> Told:
    """The record of a corpus with the layers that are given; what is not given stays empty.

    Parameters
    ----------
    corpus: the articles.
    entities, quotes, overlap: results on that same corpus.
    """
    for what, result in (("entities", entities), ("quotations", quotes), ("overlap", overlap)):
        if result is not None:
            expect_same(corpus, result.corpus, what=what)
    marks = Marks(corpus)
    story: Story = {
        "digest": corpus.digest,
        "articles": [],
        "marks": marks.records,
        "entities": [],
        "edges": [],
        "quotes": [],
        "pairs": [],
        "passages": [],
        "sources": corpus.sources,
        "shares": no_shares(),
        "fold": fold_table(),
    }
    if entities is not None:
        story["entities"], story["edges"] = named(marks, entities)
    if quotes is not None:
        story["quotes"] = said(marks, quotes)
    if overlap is not None:
        story["pairs"] = pairs(overlap)
        story["passages"] = passages(marks, overlap)
        story["shares"] = shares(overlap)
    story["articles"] = [_article_record(article, marks.spans(article.id)) for article in corpus]
    return Told(story, marks.places)


def packed(story: Story) -> bytes:
    """A story as it travels: JSON, compressed with gzip; the same story gives the same bytes."""
    text = json.dumps(story, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return gzip.compress(text.encode(), LEVEL, mtime=0)


def _article_record(article: Article, spans: list[Span]) -> ArticleRecord:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": "" if article.published is None else article.published.isoformat(),
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "direction": pack(article.language).direction,
        "words": article.words,
        "blocks": block_records(article, spans),
    }
