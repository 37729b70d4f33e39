"""Who said what: the quotations of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.widgets.records import Layer, QuoteRecord
from workbench.widgets.telling.folding import folded
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.marks import Marks, Place

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes

__all__ = ["said"]


def said(marks: Marks, quotes: Quotes) -> list[QuoteRecord]:
    """The quotations; each becomes a mark, as do the words for its speaker and its cue."""
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    records: list[QuoteRecord] = []
    for row in rows(quotes.table):
        article, quote, kind = str(row["article"]), str(row["quote"]), str(row["kind"])
        place = Place(article, int(row["start"]), int(row["end"]), "quote", quote)
        mark = marks.add(f"q:{quote}", place, kind, text(row["rule"]))
        _mark_parts(marks, row)
        speaker_text = text(row["speaker_text"])
        name = str(names.get(row["speaker"], speaker_text))
        record = marks.records[mark]
        records.append(
            {
                "id": quote,
                "article": article,
                "source": marks.corpus[article].source,
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
