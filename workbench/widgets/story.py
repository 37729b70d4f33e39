"""From a corpus and what was extracted from it to the one record that the views draw.

No analysis: what the extractors found is put into :class:`~workbench.widgets.records.Story`, and for every mark the
span that it stands for stays here, so that a selection in the browser becomes rows of a frame in Python.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article, Corpus, expect_same
from workbench.extractors.entities.units import sentence_counts
from workbench.languages import pack
from workbench.widgets.records import ArticleRecord, Story
from workbench.widgets.segments import Span, block_records
from workbench.widgets.telling.called import called
from workbench.widgets.telling.folding import fold_table, particles
from workbench.widgets.telling.lineages import lineages
from workbench.widgets.telling.marks import Marks, Place
from workbench.widgets.telling.named import named
from workbench.widgets.telling.reworded import reworded, reworded_pairs
from workbench.widgets.telling.said import rejected, said
from workbench.widgets.telling.shared import no_shares, pairs, passages, shares
from workbench.widgets.telling.when import when
from workbench.widgets.wire import packed

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Told", "packed", "tell"]


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
    entities, quotes, overlap: results on that same corpus; its pages may have been marked anew since.
    """
    results = {"entities": entities, "quotes": quotes, "overlap": overlap}
    for what, result in results.items():
        if result is not None and corpus.texts != result.corpus.texts:
            expect_same(corpus, result.corpus, what=what)
    with keeping():
        return _told(corpus, entities, quotes, overlap)


def _told(corpus: Corpus, entities: Entities | None, quotes: Quotes | None, overlap: Overlap | None) -> Told:
    marks = Marks(corpus)
    results = {"entities": entities, "quotes": quotes, "overlap": overlap}
    story: Story = {
        "digest": corpus.texts,
        "name": called(corpus),
        "stale": [what for what, one in results.items() if one is not None and one.marked != corpus.marked],
        "articles": [],
        "marks": marks.records,
        "reasons": marks.reasons,
        "entities": [],
        "edges": [],
        "sentences": [],
        "quotes": [],
        "rejected": [],
        "lineages": [],
        "pairs": [],
        "passages": [],
        "meaning": overlap is not None and overlap.meaning,
        "reworded": [],
        "reworded_pairs": [],
        "sources": corpus.sources,
        "when": when(corpus, quotes=quotes, overlap=overlap),
        "shares": no_shares(),
        "fold": fold_table(),
        "particles": particles(),
    }
    if entities is not None:
        story["entities"], story["edges"] = named(marks, entities)
        story["sentences"] = sentence_counts(corpus)
    if quotes is not None:
        story["quotes"] = said(marks, quotes)
        story["rejected"] = rejected(marks, quotes)
        story["lineages"] = lineages(quotes)
    if overlap is not None:
        story["pairs"] = pairs(overlap)
        story["passages"] = passages(marks, overlap)
        story["reworded"] = reworded(marks, overlap)
        story["reworded_pairs"] = reworded_pairs(overlap)
        story["shares"] = shares(overlap)
    story["articles"] = [_article_record(article, marks.spans(article.id)) for article in corpus]
    return Told(story, marks.places)


@contextmanager
def keeping() -> Iterator[None]:
    """While records are made by the million, and each is kept, nothing is searched for garbage again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
