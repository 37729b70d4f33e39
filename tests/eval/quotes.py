"""How well quotations and their speakers agree with the gold: ``python -m tests.eval.quotes [--errors]``.

A direct quotation is right when its span overlaps the gold's by at least 0.8 (intersection over union) and its speaker
is the gold's entity; an indirect one likewise from 0.5 on. ``spans`` counts the spans alone.
"""

from __future__ import annotations

import sys

from tests.eval.entities import alignment
from tests.eval.gold import Collection, Score, collections, pair_up, same_name
from workbench.extractors.entities import Entities, entities
from workbench.extractors.quotes import Quotes, quotes

LEAST = {"direct": 0.8, "indirect": 0.5}


def names_of(found: Entities, entity: str, aligned: dict[str, str]) -> list[str]:
    """Every name a speaker may be known by in the gold: the person that the entity stands for, or a body's names."""
    if entity in aligned:
        return [aligned[entity]]
    rows = found.table[found.table["entity"] == entity]
    return [entity, *rows["name"], *(alias for aliases in rows["aliases"] for alias in aliases)]


def score(collection: Collection, found: Quotes, part: str, kind: str, *, errors: bool) -> tuple[Score, Score]:
    """Agreement in span and speaker, and in span alone."""
    whole, spans = Score(), Score()
    aligned = alignment(collection, found.entities)
    gold = [row for row in collection.rows("quotes.tsv") if row["kind"] == kind]
    for article in collection.articles(part):
        own = found.table[(found.table["article"] == article.id) & (found.table["kind"] == kind)]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        for one in (whole, spans):
            one.found += len(own)
            one.gold += len(wanted)
        for row, got in pair_up(own, wanted, LEAST[kind]):
            if row is not None and got is not None:
                spans.right += 1
                names = names_of(found.entities, str(got["speaker"]), aligned)
                if same_name(row["speaker"], *names) or (not row["speaker"] and not got["speaker"]):
                    whole.right += 1
                    continue
            if errors:
                show(collection.page(article), row, got)
    return whole, spans


def show(page: str, row: dict[str, str] | None, got: dict[str, object] | None) -> None:
    """Print one disagreement."""
    wanted = f"gold [{row['speaker']} | {row['cue']}] {row['text'][:90]}" if row else "gold -"
    found = (
        f"got [{got['speaker']} | {got['cue']} | {got['rule']} {got['flags']}] {got['text'][:90]}" if got else "got -"
    )
    print(f"    {page[:12]}\n      {wanted}\n      {found}")


def main() -> None:
    """Print the agreement, part by part."""
    errors = "--errors" in sys.argv
    parts = [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune", "held"]
    for collection in collections():
        known = entities(collection.corpus)
        found = quotes(collection.corpus, known)
        for part in parts:
            for kind in LEAST:
                whole, spans = score(collection, found, part, kind, errors=errors)
                print(f"{collection.name} {part:<5} {kind:<9} {whole}")
                print(f"{collection.name} {part:<5} {kind:<9} spans alone: F1 {spans.f1:.3f}")


if __name__ == "__main__":
    main()
