"""Why pairs of wordings are missed, counted: ``python -m tests.eval.lineages tune`` prints it below its figures.

A pair of gold quotations of one statement that the program does not put together counts once, under the first of these
that holds of either of them: it was not found at all; it was found, but with too small an overlap; it was found with
somebody else as its speaker, or with nobody. Of the others it was only their words that did not suffice.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from tests.eval.gold import Collection, overlap_share
from tests.eval.quotes import Judge
from workbench.corpus import Corpus
from workbench.extractors.quotes import Quotes
from workbench.extractors.quotes.wordings import Wording, wording
from workbench.languages import pack

__all__ = ["CAUSES", "causes"]

MISREAD = ("not found", "found in part", "another speaker", "no speaker")
APART = ("nobody named", "numbers differ", "two languages", "no word in common", "one within the other", "other words")
CAUSES = (*MISREAD, *APART)
WITHIN = 0.8
"""Of the different words of the shorter wording, from which it stands in the longer one."""

Gold = dict[str, str]


def causes(
    collection: Collection,
    corpus: Corpus,
    gold: list[Gold],
    found: Quotes,
    rows: dict[int, int],
    groups: dict[int, str],
) -> Counter[str]:
    """How many pairs of gold quotations of one statement are missed, by the first of ``CAUSES`` that holds.

    Parameters
    ----------
    rows: the row of the table that each gold quotation is matched with; ``groups`` the lineage of each.
    """
    states = _states(collection, gold, found, rows)
    words = [wording(row["text"], pack(corpus[row["article"]].language)) for row in gold]
    missed: Counter[str] = Counter()
    for i, j in combinations(range(len(gold)), 2):
        together = i in groups and j in groups and groups[i] == groups[j]
        if gold[i]["statement"] == gold[j]["statement"] and not together:
            first = next((cause for cause in MISREAD if cause in (states[i], states[j])), "")
            nobody = not gold[i]["speaker"] or not gold[j]["speaker"]
            missed[first or ("nobody named" if nobody else _words(words[i], words[j]))] += 1
    return missed


def _states(collection: Collection, gold: list[Gold], found: Quotes, rows: dict[int, int]) -> list[str]:
    """How each gold quotation was misread; empty where it was found with its speaker."""
    judge = Judge(collection, found.entities)
    speakers = found.table["speaker"].astype(str).tolist()
    states = []
    for at, row in enumerate(gold):
        if at not in rows:
            own = found.table[found.table["article"] == row["article"]]
            spans = zip(own["start"], own["end"], strict=True)
            touched = any(overlap_share((int(row["start"]), int(row["end"])), span) for span in spans)
            states.append("found in part" if touched else "not found")
        elif judge.right(row["speaker"], speakers[rows[at]]):
            states.append("")
        else:
            states.append("another speaker" if speakers[rows[at]] else "no speaker")
    return states


def _words(a: Wording, b: Wording) -> str:
    """What keeps two wordings of one speaker apart."""
    if a.quantities.differ(b.quantities):
        return "numbers differ"
    if a.language != b.language:
        return "two languages"
    shared = len(a.distinct & b.distinct) / max(1, min(len(a.distinct), len(b.distinct)))
    return "one within the other" if shared >= WITHIN else "other words" if shared else "no word in common"
