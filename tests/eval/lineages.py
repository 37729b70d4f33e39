"""How well wordings of one statement are put together: ``python -m tests.eval.lineages [--errors] [tune|held]``.

Over pairs of quotations of a story: right are the pairs that both the gold and the program call one statement.
``words`` compares wordings by their words alone, ``meaning`` by the sentence encoder too (where the extra is there).

- ``grouping``: the gold's quotations with the gold's speakers, grouped as if the program had found them; names
  in them and clauses around them are those that the program sees.
- ``unlike``: the same, without pairs of the same words, which any program joins.
- ``end to end``: what the program finds, each matched to a gold quotation; pairs of gold quotations of which one was
  not found are missed, found quotations that the gold has not are left out.
- ``hard negatives``: pairs of the same speaker and subject which the gold calls other statements (``hardneg=`` in its
  notes; where it has none, pairs of one speaker that share a content word), and how many of them are joined.
- ``missed``: of the pairs that are missed from end to end, why, on the tuning part (``missed_pairs.py``).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pandas as pd

from tests.eval.gold import Collection, Score, overlap_share, pair_up
from tests.eval.missed_pairs import CAUSES, causes
from tests.eval.quotes import sources
from workbench.corpus import Corpus
from workbench.errors import MissingExtraError
from workbench.extractors.encoder import encoder
from workbench.extractors.entities import entities
from workbench.extractors.quotes import Quotes, quotes
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.wordings import wording
from workbench.languages import pack

ENOUGH = 0.5
"""The least overlap of a found quotation with the gold's."""
PARTS = ("tune", "held")

Gold = dict[str, str]
Groups = dict[int, str]


def told(collection: Collection, part: str) -> tuple[Corpus, list[Gold]]:
    """The pages of a part, and their gold statements, each with its article's id."""
    articles = collection.articles(part)
    pages = {collection.page(article): article.id for article in articles}
    rows = [row for row in collection.rows("quotes.tsv") if row["page"] in pages and row["kind"] != "rejected"]
    return Corpus(articles), [{**row, "article": pages[row["page"]]} for row in rows if row.get("statement")]


def as_found(corpus: Corpus, gold: list[Gold]) -> pd.DataFrame:
    """Gold statements as a table of quotations; the pieces of an interrupted one share a cue, as they do when found."""
    rows = []
    leads: dict[tuple[str, str], int] = {}
    for at, row in enumerate(gold):
        first = leads.get((row["article"], row.get("part_of", "")), at)
        leads[row["article"], row.get("n", str(at))] = first
        text, start = corpus[row["article"]].text, int(row["start"])
        flags = "negated" if "negated" in row.get("note", "") else ""
        rows.append(
            {
                "quote": f"q{at}",
                "article": row["article"],
                "start": start,
                "end": int(row["end"]),
                "text": text[start : int(row["end"])],
                "kind": row["kind"],
                "speaker": row["speaker"],
                "cue_start": first,
                "cue_end": first + 1,
                "stance": row["stance"] or "neutral",
                "flags": flags,
                "via": row.get("via", ""),
            }
        )
    return pd.DataFrame(rows)


def score(gold: list[Gold], groups: Groups, *, alike: bool = True) -> Score:
    """Agreement over pairs of gold statements; ``groups`` has what was found, by the gold's position."""
    total = Score()
    for i, j in combinations(range(len(gold)), 2):
        if not alike and same_words(gold[i], gold[j]):
            continue
        one = gold[i]["statement"] == gold[j]["statement"]
        got = i in groups and j in groups and groups[i] == groups[j]
        total.add(Score(int(one and got), int(got), int(one)))
    return total


def same_words(a: Gold, b: Gold) -> bool:
    """Whether two statements are the same words."""
    return pack("ar").fold(a["text"]).split() == pack("ar").fold(b["text"]).split()


def hard(corpus: Corpus, gold: list[Gold]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker on one subject that are two statements."""
    named = any("hardneg=" in row.get("note", "") for row in gold)
    words = [wording(row["text"], pack(corpus[row["article"]].language)).distinct for row in gold]
    for i, j in combinations(range(len(gold)), 2):
        a, b = gold[i], gold[j]
        if a["statement"] == b["statement"]:
            continue
        if named:
            if f"hardneg={b['statement']}" in a["note"].split() or f"hardneg={a['statement']}" in b["note"].split():
                yield i, j
        elif a["speaker"] and a["speaker"] == b["speaker"] and words[i] & words[j]:
            yield i, j


def grouped_gold(corpus: Corpus, gold: list[Gold], found: Quotes, *, meaning: bool) -> Groups:
    """The lineage of each gold statement, grouped as if the program had found them."""
    table = with_clauses(as_found(corpus, gold), found)
    return dict(enumerate(lineages(corpus, table, found.entities, meaning=meaning)[0]))


def found_groups(corpus: Corpus, gold: list[Gold], found: Quotes, *, meaning: bool) -> Groups:
    """The lineage of the found quotation that each gold one is matched with."""
    ids, _ = lineages(corpus, found.table, found.entities, meaning=meaning)
    return {at: ids[row] for at, row in matched(gold, found.table).items()}


def matched(gold: list[Gold], table: pd.DataFrame) -> dict[int, int]:
    """The row of a table of quotations that each gold statement is matched with, both by position."""
    places = table.assign(at=range(len(table)))
    rows: dict[int, int] = {}
    by_article: dict[str, list[Gold]] = defaultdict(list)
    for at, row in enumerate(gold):
        by_article[row["article"]].append({**row, "at": str(at)})
    for article, own in by_article.items():
        for wanted, got in pair_up(places[places["article"] == article], own, ENOUGH):
            if wanted is not None and got is not None:
                rows[int(wanted["at"])] = int(str(got["at"]))
    return rows


def show(gold: list[Gold], groups: Groups) -> None:
    """Print the pairs on which gold and program differ."""
    for i, j in combinations(range(len(gold)), 2):
        one = gold[i]["statement"] == gold[j]["statement"]
        got = i in groups and j in groups and groups[i] == groups[j]
        if one != got:
            words = " || ".join(gold[at]["text"][:70] for at in (i, j))
            print(f"    {'missed' if one else 'WRONG '} {gold[i]['speaker']}: {words}")


def with_clauses(table: pd.DataFrame, found: Quotes) -> pd.DataFrame:
    """A table of gold statements with the clauses that the program sees around those of them that it finds."""
    clauses: list[tuple[int, int]] = []
    for article, start, end in table[["article", "start", "end"]].itertuples(index=False, name=None):
        own = found.table[found.table["article"] == article]
        spans = own[["start", "end", "clause_start", "clause_end"]].itertuples(index=False, name=None)
        clauses.append(next((s[2:] for s in spans if overlap_share((start, end), s[:2]) >= 0.8), (-1, -1)))
    return table.assign(clause_start=[c[0] for c in clauses], clause_end=[c[1] for c in clauses])


@cache
def read_story(part: str) -> list[tuple[Collection, Corpus, list[Gold], Quotes]]:
    """The collections of a part, their pages and gold, and what the program finds."""
    stories = []
    for collection in sources(part):
        corpus, gold = told(collection, part)
        if gold:
            stories.append((collection, corpus, gold, quotes(corpus, entities(corpus, progress=False), progress=False)))
    return stories


def measure(part: str, *, meaning: bool, errors: bool = False) -> dict[str, Score]:
    """The scores of a part by name, over all collections."""
    totals: dict[str, Score] = defaultdict(Score)
    for collection, corpus, gold, found in read_story(part):
        groups = grouped_gold(corpus, gold, found, meaning=meaning)
        own = {
            "grouping": score(gold, groups),
            "unlike": score(gold, groups, alike=False),
            "end to end": score(gold, found_groups(corpus, gold, found, meaning=meaning)),
            "hard negatives": Score(),
        }
        for i, j in hard(corpus, gold):
            own["hard negatives"].add(Score(int(groups[i] == groups[j]), 0, 1))
        for name, one in own.items():
            totals[name].add(one)
            totals[f"{collection.name}: {name}"].add(one)
        if errors:
            print(collection.name)
            show(gold, groups)
    return totals


def missed(part: str, *, meaning: bool) -> Counter[str]:
    """How many pairs of a part are missed from end to end, by why."""
    total: Counter[str] = Counter()
    for collection, corpus, gold, found in read_story(part):
        groups = found_groups(corpus, gold, found, meaning=meaning)
        total += causes(collection, corpus, gold, found, matched(gold, found.table), groups)
    return total


def line(name: str, one: Score) -> str:
    """A score in words."""
    if name.endswith("hard negatives"):
        return f"{one.right} of {one.gold} joined"
    return str(one)


def installed() -> bool:
    """Whether the sentence encoder is."""
    try:
        encoder()
    except MissingExtraError:
        return False
    return True


def main() -> None:
    """Print the agreement, part by part."""
    errors = "--errors" in sys.argv
    parts = [word for word in sys.argv[1:] if not word.startswith("--")] or list(PARTS)
    for part in parts:
        for meaning in (False, True):
            if meaning and not installed():
                print("meaning: not run, the extra is not installed")
                continue
            by = "meaning" if meaning else "words"
            for name, one in measure(part, meaning=meaning, errors=errors).items():
                print(f"{part:<5} {by:<8} {name:<28} {line(name, one)}")
            if part == "tune":
                counts = missed(part, meaning=meaning)
                for cause in CAUSES:
                    print(f"{part:<5} {by:<8} missed: {cause:<20} {counts[cause]:>4} of {counts.total()}")


if __name__ == "__main__":
    main()
