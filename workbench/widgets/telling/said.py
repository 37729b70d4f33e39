"""Who said what: the quotations of a story, and what counts as none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from workbench.languages import pack
from workbench.widgets.records import Layer, QuoteRecord, RejectedRecord
from workbench.widgets.telling.folding import searched
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place
from workbench.widgets.telling.why import why_not

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes

__all__ = ["rejected", "said"]


def said(marks: Marks, quotes: Quotes) -> list[QuoteRecord]:
    """The quotations; each becomes a mark, as do the words for its speaker and its cue."""
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    coders = _coders(quotes)
    records: list[QuoteRecord] = []
    for row in rows(quotes.table):
        article, quote, kind = marks.corpus[str(row["article"])], str(row["quote"]), str(row["kind"])
        place = Place(article.id, int(row["start"]), int(row["end"]), "quote", quote)
        mark = marks.add(f"q:{quote}", place, kind, text(row["rule"]))
        _mark_parts(marks, row)
        speaker_text = text(row["speaker_text"])
        name = str(names.get(row["speaker"], speaker_text))
        record = marks.records[mark]
        told = dict.fromkeys((record["text"], name, speaker_text))
        records.append(
            {
                "id": quote,
                "article": article.id,
                "source": article.source,
                "kind": kind,
                "text": record["text"],
                "speaker": text(row["speaker"]),
                "speaker_name": name,
                "speaker_text": speaker_text,
                "cue": text(row["cue"]),
                "stance": text(row["stance"]),
                "rule": text(row["rule"]),
                "flags": text(row["flags"]),
                "lineage": text(row["lineage"]),
                "verdict": text(row.get("verdict")),
                "coders": coders.get(quote, []),
                "mark": mark,
                "before": record["before"],
                "after": record["after"],
                "folded": searched(pack(article.language), *told),
            }
        )
    return records


def rejected(marks: Marks, quotes: Quotes) -> list[RejectedRecord]:
    """What counts as no quotation; each becomes a mark of a layer of its own, so that it can be looked up."""
    coders = _coders(quotes)
    records: list[RejectedRecord] = []
    for number, row in enumerate(rows(quotes.rejected)):
        article, quote = marks.corpus[str(row["article"])], text(row.get("quote"))
        place = Place(article.id, int(row["start"]), int(row["end"]), "rejected", quote or f"r:{number}")
        mark = marks.add(f"r:{number}", place)
        words = marks.records[mark]["text"]
        records.append(
            {
                "quote": quote,
                "article": article.id,
                "source": article.source,
                "text": words,
                "reason": why_not(text(row["reason"]), coders.get(quote, [])),
                "coders": coders.get(quote, []),
                "mark": mark,
                "folded": searched(pack(article.language), words),
            }
        )
    return records


def _coders(quotes: Quotes) -> dict[str, list[str]]:
    """Who has judged each quotation, by its id."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    judgements = quotes.judgements
    for quote, coder in zip(judgements["quote"], judgements["coder"], strict=True):
        if quote:
            found[str(quote)][str(coder)] = None
    return {quote: list(names) for quote, names in found.items()}


def _mark_parts(marks: Marks, row: dict[str, Any]) -> None:
    """The marks of a quotation's speaker and cue, where the text has them."""
    parts: tuple[tuple[Layer, str], ...] = (("speaker", "s"), ("cue", "c"))
    for part, letter in parts:
        start, end = int(row[f"{part}_start"]), int(row[f"{part}_end"])
        if 0 <= start < end:
            place = Place(str(row["article"]), start, end, part, str(row["quote"]))
            marks.add(f"{letter}:{row['quote']}", place, str(row["kind"]))
