"""How well names agree with the gold: ``python -m tests.eval.entities [--errors]``.

``people`` counts the persons of each page (who is named there at all); ``mentions`` counts each place where a person is
named, ``names`` each place or body, a span being right when it overlaps the gold's by at least 0.5 and leads to the
same entity (persons) or has the same type (places and bodies).
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.eval.gold import Collection, Score, collections, pair_up
from workbench.extractors.entities import Entities, entities

LEAST = 0.5


def alignment(collection: Collection, found: Entities) -> dict[str, str]:
    """Which found entity stands for which person of the gold: one for one, by most shared mentions first."""
    counts: Counter[tuple[str, str]] = Counter()
    gold = collection.rows("persons.tsv")
    for article in collection.corpus:
        own = found.mentions[(found.mentions["article"] == article.id) & (found.mentions["type"] == "PER")]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        for row, got in pair_up(own, wanted, LEAST):
            if row is not None and got is not None:
                counts[str(got["entity"]), row["entity"]] += 1
    aligned: dict[str, str] = {}
    for (entity, person), _ in counts.most_common():
        if entity not in aligned and person not in aligned.values():
            aligned[entity] = person
    return aligned


def people(collection: Collection, found: Entities, part: str, *, errors: bool) -> Score:
    """The persons named on each page."""
    score = Score()
    gold = collection.rows("persons.tsv")
    aligned = alignment(collection, found)
    for article in collection.articles(part):
        wanted = {row["entity"] for row in gold if row["page"] == collection.page(article)}
        own = found.mentions[(found.mentions["article"] == article.id) & (found.mentions["type"] == "PER")]
        own = own[own["rule"] != "role"]
        got = {aligned.get(str(entity), f"{entity}?") for entity in own["entity"].unique()}
        score.right += len(wanted & got)
        score.gold += len(wanted)
        score.found += len(got)
        if errors and wanted != got:
            print(f"    {collection.page(article)}: missing {sorted(wanted - got)}, wrong {sorted(got - wanted)}")
    return score


def mentions(collection: Collection, found: Entities, part: str, file: str, *, errors: bool) -> Score:
    """The mentions by name of a gold file: persons by entity, places and bodies by type."""
    score = Score()
    gold = collection.rows(file)
    persons = file == "persons.tsv"
    aligned = alignment(collection, found)
    table = found.mentions
    table = table[(table["type"] == "PER") & (table["rule"] != "role")] if persons else table[table["type"] != "PER"]
    for article in collection.articles(part):
        own = table[table["article"] == article.id]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        score.found += len(own)
        score.gold += len(wanted)
        for row, got in pair_up(own, wanted, LEAST):
            if row is not None and got is not None and _agrees(row, got, aligned, persons=persons):
                score.right += 1
            elif errors:
                wanted_text = f"{row['text']} = {row['entity']}" if row else "-"
                got_text = f"{got['text']} = {got['entity']} ({got['type']}, {got['rule']})" if got else "-"
                print(f"    {collection.page(article)[:12]} gold {wanted_text} | got {got_text}")
    return score


def _agrees(row: dict[str, str], got: dict[str, object], aligned: dict[str, str], *, persons: bool) -> bool:
    if persons:
        return aligned.get(str(got["entity"])) == row["entity"]
    return row["type"] == got["type"]


def main() -> None:
    """Print the agreement, part by part."""
    errors = "--errors" in sys.argv
    parts = [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune", "held"]
    for collection in collections():
        found = entities(collection.corpus)
        for part in parts:
            print(f"{collection.name} {part:<5} people    {people(collection, found, part, errors=errors)}")
            for name, file in (("mentions", "persons.tsv"), ("names", "places_orgs.tsv")):
                print(f"{collection.name} {part:<5} {name:<9} {mentions(collection, found, part, file, errors=errors)}")


if __name__ == "__main__":
    main()
