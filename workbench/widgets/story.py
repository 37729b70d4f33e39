"""From a corpus and what was extracted from it to the one record that the views draw.

No analysis: what the extractors found is put into :class:`~workbench.widgets.records.Story`, and for every mark the
span that it stands for stays here, so that a selection in the browser becomes rows of a frame in Python.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.corpus import Article, Corpus, expect_same
from workbench.extractors.layout import positions
from workbench.languages import pack, packs
from workbench.widgets.records import (
    ArticleRecord,
    EntityRecord,
    Layer,
    MarkRecord,
    PairRecord,
    PassageRecord,
    QuoteRecord,
    Shares,
    Story,
)
from workbench.widgets.segments import Span, block_records, snippet, whole

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.pairs import Evidence
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Place", "Told", "fold_table", "folded", "tell"]

LAYERS: tuple[Layer, ...] = ("passage", "quote", "speaker", "cue", "entity")
"""Of marks with the same span, which lies outside: the first named."""


class Place(NamedTuple):
    """Where a mark lies and what it shows: ``corpus[article].text[start:end]``."""

    article: str
    start: int
    end: int
    layer: Layer
    ref: str


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
        "shares": {"source": []},
        "fold": fold_table(),
    }
    if entities is not None:
        _tell_entities(story, marks, entities)
    if quotes is not None:
        story["quotes"] = _quote_records(marks, quotes)
    if overlap is not None:
        story["pairs"] = _pair_records(overlap)
        story["passages"] = _passage_records(marks, overlap)
        story["shares"] = _shares(overlap)
    story["articles"] = [_article_record(article, marks.spans(article.id)) for article in corpus]
    return Told(story, marks.places)


@dataclass
class Marks:
    """The marks of a story as they are collected: their records, and their places by id."""

    corpus: Corpus
    records: list[MarkRecord] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    _bounds: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)
    _of: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, place: Place, kind: str = "") -> int:
        """The position of a new mark; ``name`` is its id, the same in every widget on the same results."""
        article, start, end, layer, ref = place
        text = self.corpus[article].text
        before, after = snippet(text, start, end, within=self._within(article, start, end))
        position = len(self.records)
        self.records.append(
            {
                "id": name,
                "article": article,
                "layer": layer,
                "ref": ref,
                "type": kind,
                "before": before,
                "text": text[start:end],
                "after": after,
            }
        )
        self.places[name] = place
        self._of[article].append(Span(start, end, position))
        return position

    def spans(self, article: str) -> list[Span]:
        """The spans on an article in the order in which they begin, outer ones first."""
        rank = {layer: number for number, layer in enumerate(LAYERS)}
        return sorted(
            self._of[article], key=lambda span: (span.start, -span.end, rank[self.records[span.mark]["layer"]])
        )

    def _within(self, article: str, start: int, end: int) -> tuple[int, int]:
        """The bounds of the blocks that a span lies in."""
        if article not in self._bounds:
            blocks = list(whole(self.corpus[article]))
            self._bounds[article] = ([block.start for block in blocks], [block.end for block in blocks])
        starts, ends = self._bounds[article]
        low = starts[max(0, bisect_right(starts, start) - 1)] if starts else start
        high = ends[min(len(ends) - 1, bisect_left(ends, end))] if ends else end
        return min(low, start), max(high, end)


def _tell_entities(story: Story, marks: Marks, entities: Entities) -> None:
    by_entity: dict[str, list[int]] = defaultdict(list)
    at: dict[tuple[str, int, int, str], int] = {}
    for number, row in enumerate(_rows(entities.mentions)):
        place = Place(str(row["article"]), int(row["start"]), int(row["end"]), "entity", str(row["entity"]))
        mark = marks.add(f"m{number}", place, str(row["type"]))
        by_entity[place.ref].append(mark)
        at[place.article, place.start, place.end, place.ref] = mark
    graph = entities.graph()
    story["entities"] = _entity_records(marks, entities, by_entity, positions(graph))
    story["edges"] = [
        {"a": str(a), "b": str(b), "weight": int(data["weight"]), "marks": _shown(data["evidence"], at)}
        for a, b, data in graph.edges(data=True)
    ]


def _shown(evidence: Evidence, at: dict[tuple[str, int, int, str], int]) -> list[int]:
    """The mentions of both ends in the sentences behind an edge, in the order of the text."""
    found: list[int] = []
    for article, _, _, spans in evidence:
        named = sorted((start, end, entity) for entity, own in spans.items() for start, end in own)
        found.extend(at[article, start, end, entity] for start, end, entity in named)
    return found


def _entity_records(
    marks: Marks, entities: Entities, by_entity: dict[str, list[int]], where: dict[str, tuple[float, float]]
) -> list[EntityRecord]:
    source = {article.id: article.source for article in marks.corpus}
    records: list[EntityRecord] = []
    for row in _rows(entities.table):
        name, own = str(row["entity"]), by_entity[str(row["entity"])]
        aliases = [str(alias) for alias in row["aliases"]]
        x, y = where.get(name, (0.0, 0.0))
        records.append(
            {
                "id": name,
                "name": str(row["name"]),
                "type": str(row["type"]),
                "aliases": aliases,
                "mentions": int(row["mentions"]),
                "articles": int(row["articles"]),
                "sources": list(dict.fromkeys(source[marks.records[mark]["article"]] for mark in own)),
                "marks": own,
                "x": float(x),
                "y": float(y),
                "folded": folded(str(row["name"]), *aliases),
            }
        )
    return records


def _quote_records(marks: Marks, quotes: Quotes) -> list[QuoteRecord]:
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    records: list[QuoteRecord] = []
    for row in _rows(quotes.table):
        article, quote, kind = str(row["article"]), str(row["quote"]), str(row["kind"])
        mark = marks.add(f"q:{quote}", Place(article, int(row["start"]), int(row["end"]), "quote", quote), kind)
        _mark_parts(marks, row)
        speaker_text = _text(row["speaker_text"])
        name = str(names.get(row["speaker"], speaker_text))
        record = marks.records[mark]
        records.append(
            {
                "id": quote,
                "article": article,
                "source": marks.corpus[article].source,
                "kind": kind,
                "text": record["text"],
                "speaker": _text(row["speaker"]),
                "speaker_name": name,
                "speaker_text": speaker_text,
                "cue": _text(row["cue"]),
                "stance": _text(row["stance"]),
                "rule": _text(row["rule"]),
                "flags": _text(row["flags"]),
                "lineage": _text(row["lineage"]),
                "mark": mark,
                "before": record["before"],
                "after": record["after"],
                "folded": folded(record["text"], name, speaker_text),
            }
        )
    return records


def _mark_parts(marks: Marks, row: dict[str, Any]) -> None:
    """The marks of a quotation's speaker and cue, where the text has them."""
    parts: tuple[tuple[Layer, str], ...] = (("speaker", "s"), ("cue", "c"))
    for part, letter in parts:
        start, end = int(row[f"{part}_start"]), int(row[f"{part}_end"])
        if 0 <= start < end:
            place = Place(str(row["article"]), start, end, part, str(row["quote"]))
            marks.add(f"{letter}:{row['quote']}", place, str(row["kind"]))


def _pair_records(overlap: Overlap) -> list[PairRecord]:
    return [
        {
            "a": str(row["a"]),
            "b": str(row["b"]),
            "words": int(row["words"]),
            "a_in_b": float(row["a_in_b"]),
            "b_in_a": float(row["b_in_a"]),
            "first": _text(row["first"]),
        }
        for row in _rows(overlap.pairs)
    ]


def _passage_records(marks: Marks, overlap: Overlap) -> list[PassageRecord]:
    records: list[PassageRecord] = []
    for row in _rows(overlap.passages):
        name = str(row["passage"])
        a = Place(str(row["a"]), int(row["a_start"]), int(row["a_end"]), "passage", name)
        b = Place(str(row["b"]), int(row["b_start"]), int(row["b_end"]), "passage", name)
        records.append(
            {
                "id": name,
                "a": a.article,
                "b": b.article,
                "mark_a": marks.add(f"a:{name}", a),
                "mark_b": marks.add(f"b:{name}", b),
                "words": int(row["words"]),
                "similarity": float(row["similarity"]),
            }
        )
    return records


def _shares(overlap: Overlap) -> Shares:
    return {"source": _square(overlap.matrix(by="source"), overlap.corpus.sources)}


def _square(matrix: pd.DataFrame, names: list[str]) -> list[list[float | None]]:
    rows = matrix.reindex(index=names, columns=names).to_numpy().tolist()
    return [
        [None if i == j or value != value else float(value) for j, value in enumerate(row)]  # noqa: PLR0124  NaN
        for i, row in enumerate(rows)
    ]


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


def folded(*texts: str) -> str:
    """Texts in the spelling that searches compare, joined by spaces."""
    table = fold_table()
    return "".join(table.get(character, character).lower() for character in " ".join(texts))


@cache
def fold_table() -> dict[str, str]:
    """Character to folded form, of all packs together: a query may be in any language."""
    table: dict[str, str] = {}
    for one in packs():
        for code, replacement in one.fold_table.items():
            table.setdefault(chr(code), replacement)
    return table


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]


def _text(value: object) -> str:
    """A cell as text; an empty cell is the empty string."""
    return "" if value is None or value != value else str(value)  # noqa: PLR0124  NaN is not itself
