"""How well names agree with the gold: ``python -m tests.eval.entities [--errors] [tune|held]``.

Seeds, sample corpus and invented stories (``tests/data/gold/names``), each in two parts, and beside them the stories of
``tests/data/gold/quotes``, where only who is named and which bodies speak is annotated. ``people`` counts the persons
of each page (who is named there at all); ``mentions`` counts each place where a person is named, ``names`` each
place or body, a span being right when it overlaps the gold's by at least 0.5 and leads to the same entity (persons) or
has the same type (places and bodies); ``roles`` counts roles without a name that lead to somebody; ``merges`` is
B-cubed over the mentions that both have. Below, exact agreement with ANERcorp (``newswire.py``) by rules, tagger, both.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tests.eval import newswire
from tests.eval.gold import Collection, Score, collections, pair_up
from tests.eval.speaking import bodies
from tests.eval.stories import QUOTES, Story, stories
from workbench.extractors.entities import Entities, entities
from workbench.extractors.entities.headalone import HEAD_ALONE

LEAST = 0.5
NOUNS = ("role", HEAD_ALONE)
"""Rules of mentions by an office or a common noun alone (``الرئيس``, ``النقابة``), which are no names in the gold."""


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
    """The persons named on each page, those aside whom only a byline or another part outside of the article names."""
    score = Score()
    gold = collection.rows("persons.tsv")
    aligned = alignment(collection, found)
    for article in collection.articles(part):
        rows = [row for row in gold if row["page"] == collection.page(article)]
        wanted = {row["entity"] for row in rows if any(b.start <= int(row["start"]) < b.end for b in article.content)}
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
    table = table[~table["rule"].isin(NOUNS) & ((table["type"] == "PER") == persons)]
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


def measure(collection: Collection, part: str, totals: Totals, *, errors: bool = False) -> None:
    """Add the scores of one part of a collection to the totals."""
    from tests.eval import bcubed

    found = entities(collection.corpus, edits=False, progress=False)
    totals.scores["people"].add(people(collection, found, part, errors=errors))
    for name, file in (("mentions", "persons.tsv"), ("names", "places_orgs.tsv")):
        totals.scores[name].add(mentions(collection, found, part, file, errors=errors))
    if (collection.gold / "roles.tsv").exists() or isinstance(collection, Story):
        totals.scores["roles"].add(bcubed.roles(collection, found, part, errors=errors))
    for persons in (True, False):
        pairs = bcubed.cluster_pairs(collection, found, part, persons=persons)
        # an entity of one corpus is never that of another
        totals.merges.extend(((collection.name, gold), (collection.name, got)) for gold, got in pairs)


def measure_quoted(story: Story, part: str, totals: Totals, *, errors: bool = False) -> None:
    """Add the scores of a story of the quotations' gold, whose pages list each name once and no places."""
    from tests.eval import bcubed

    found = entities(story.corpus, edits=False, progress=False)
    totals.scores["people"].add(people(story, found, part, errors=errors))
    pairs = [(str(gold), str(got)) for gold, got in bcubed.cluster_pairs(story, found, part, persons=True)]
    totals.merges.extend(((story.name, gold), (story.name, got)) for gold, got in pairs)
    score, pairs = bodies(story, found, part, errors=errors)
    totals.scores["bodies"].add(score)
    totals.merges.extend(((story.name, gold), (story.name, got)) for gold, got in pairs)


@dataclass
class Totals:
    """Scores by what is counted, and the pairs of clusters for B-cubed."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    merges: list[tuple[tuple[str, str], tuple[str, str]]] = field(default_factory=list)

    def add(self, other: Totals) -> None:
        """Count the places of others too."""
        for name, score in other.scores.items():
            self.scores[name].add(score)
        self.merges.extend(other.merges)

    def print(self, name: str) -> None:
        """Print them under a name."""
        from tests.eval import bcubed

        for what, score in self.scores.items():
            print(f"{name:<16} {what:<9} {score}")
        print(f"{name:<16} {'merges':<9} {bcubed.told(self.merges)}")


def main() -> None:
    """Print the agreement, collection by collection and over all, part by part; and that with ANERcorp."""
    errors = "--errors" in sys.argv
    for part in [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune", "held"]:
        every = Totals()
        told = Totals()
        for collection in collections():
            own = Totals()
            measure(collection, part, own, errors=errors)
            own.print(f"{collection.name} {part}")
            every.add(own)
        for story in stories(part):
            measure(story, part, told, errors=errors)
        told.print(f"stories {part}")
        every.add(told)
        quoted = Totals()
        for story in stories(part, QUOTES):
            measure_quoted(story, part, quoted, errors=errors)
        quoted.print(f"quotes {part}")
        every.print(f"all pages {part}")
    if newswire.DATA.exists():
        print(*newswire.table(), sep="\n")


if __name__ == "__main__":
    main()
