"""Whether what was found is one where the gold says so: B-cubed over mentions, and roles led back to their holders.

``python -m tests.eval.bcubed [tune|held] [--errors]``. B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring
coreference chains"): for each mention the share of its found cluster that is of its gold cluster (precision), and the
share of its gold cluster that is in its found cluster (recall), averaged over mentions. Only mentions that both have
count (spans that overlap by at least 0.5), over a whole corpus.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from tests.eval.gold import Collection, Score, pair_up
from tests.eval.stories import stories
from workbench.extractors.entities import Entities, entities

LEAST = 0.5
Pair = tuple[Hashable, Hashable]


def bcubed(pairs: Iterable[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of clusters, from one pair (gold cluster, found cluster) for each mention.

    >>> bcubed([("a", 1), ("a", 1), ("b", 2)])
    (1.0, 1.0, 1.0)
    >>> bcubed([("a", 1), ("b", 1)])[:2]
    (0.5, 1.0)
    """
    both = Counter(pairs)
    total = sum(both.values())
    if not total:
        return 1.0, 1.0, 1.0
    gold, found = Counter[Hashable](), Counter[Hashable]()
    for (wanted, got), count in both.items():
        gold[wanted] += count
        found[got] += count
    precision = sum(count * count / found[got] for (_, got), count in both.items()) / total
    recall = sum(count * count / gold[wanted] for (wanted, _), count in both.items()) / total
    return precision, recall, 2 * precision * recall / (precision + recall)


def cluster_pairs(collection: Collection, found: Entities, part: str, *, persons: bool) -> Iterator[Pair]:
    """For each mention that gold and found share, the gold's entity and the found one."""
    gold = collection.rows("persons.tsv" if persons else "places_orgs.tsv")
    table = found.mentions[found.mentions["rule"] != "role"]
    table = table[(table["type"] == "PER") == persons]
    for article in collection.articles(part):
        own = table[table["article"] == article.id]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        for row, got in pair_up(own, wanted, LEAST):
            if row is not None and got is not None:
                yield row["entity"], str(got["entity"])


def holders(collection: Collection, found: Entities) -> dict[str, str]:
    """Which found person stands for which of the gold: the one that most of its mentions lead to."""
    counts: Counter[tuple[str, str]] = Counter()
    for part in sorted(set(collection.parts.values())):
        counts.update((str(got), str(gold)) for gold, got in cluster_pairs(collection, found, part, persons=True))
    best: dict[str, str] = {}
    for (got, gold), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(got, gold)
    return best


def roles(collection: Collection, found: Entities, part: str, *, errors: bool = False) -> Score:
    """Roles without a name: right where they lead to the person of the gold, found where they lead to anybody."""
    score = Score()
    best = holders(collection, found)
    gold = collection.rows("roles.tsv")
    table = found.mentions[found.mentions["rule"] == "role"]
    for article in collection.articles(part):
        own = table[table["article"] == article.id]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        score.found += len(own)
        score.gold += sum(bool(row["entity"]) for row in wanted)
        for row, got in pair_up(own, wanted, LEAST):
            lead = best.get(str(got["entity"]), f"{got['entity']}?") if got is not None else ""
            if row is not None and got is not None and row["entity"] and lead == row["entity"]:
                score.right += 1
            elif errors and (got is not None or (row is not None and row["entity"])):
                was = f"{row['text']} = {row['entity'] or 'nobody'}" if row else "-"
                is_now = f"{got['text']} = {lead} ({got['reason']})" if got is not None else "-"
                print(f"    {collection.page(article)[:12]} gold {was} | got {is_now}")
    return score


def told(pairs: Iterable[Pair]) -> str:
    """B-cubed as a line of figures."""
    listed = list(pairs)
    precision, recall, f1 = bcubed(listed)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({len(listed)} mentions)"


def main() -> None:
    """Print the figures, story by story."""
    errors = "--errors" in sys.argv
    for part in [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune"]:
        for story in stories(part):
            found = entities(story.corpus, edits=False, progress=False)
            for name, persons in (("persons", True), ("bodies", False)):
                pairs = list(cluster_pairs(story, found, part, persons=persons))
                print(f"{story.name} {name:<8} {told(pairs)}")
                if errors:
                    _mixed(pairs)
            print(f"{story.name} roles    {roles(story, found, part, errors=errors)}")


def _mixed(pairs: list[Pair]) -> None:
    """Print each entity of the gold that is several, and each found one that holds several."""
    for (a, b), mark in ((("gold", "found"), 0), (("found", "gold"), 1)):
        own: dict[Hashable, Counter[Hashable]] = {}
        for pair in pairs:
            own.setdefault(pair[mark], Counter())[pair[1 - mark]] += 1
        for one, others in own.items():
            if len(others) > 1:
                print(f"    {a} {one} -> {b} {dict(others)}")


if __name__ == "__main__":
    main()
