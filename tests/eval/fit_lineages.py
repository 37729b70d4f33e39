"""Fit the weights of what lineages measure: ``python -m tests.eval.fit_lineages [--write] [--without STORY ...]``.

Each two statements of one speaker, of the tuning part of the gold, are an example, those aside in which something
contradicts; of speakers who are not known, those that share enough to be compared. The weights are those of a logistic
regression, held small.

It prints the agreement of the groups (pairwise, as in ``tests.eval.lineages``), of the gold's quotations and of what
the program finds, and how many hard negatives are joined, with weights fitted on all stories and with weights fitted
without the story that is measured. ``--write`` replaces the tables. With the sentence encoder only where it is
installed.
"""

from __future__ import annotations

import argparse
import pprint
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tests.eval.gold import Collection, Score
from tests.eval.lineages import (
    as_found,
    found_groups,
    grouped_gold,
    hard,
    installed,
    matched,
    read_story,
    score,
    with_clauses,
)
from workbench.corpus import Corpus
from workbench.extractors.quotes import Quotes, likeness, lineage_weights
from workbench.extractors.quotes.candidates import candidates
from workbench.extractors.quotes.likeness import APART, RELATIONS, Likeness
from workbench.extractors.quotes.meaning import Meanings
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.statements import name_stems, statements
from workbench.extractors.quotes.wordings import Weights

SMALL = 0.3
"""How far weights may go from 0: the variance of their prior, measures scaled to a deviation of 1."""
STEPS = 30
EITHER = (
    *("across", "alone", "beside", "tiny", "title", "direct", "one direct", "denied", "both denied", "lengths"),
    *("least", "across least", "adjoining", *RELATIONS),
)
"""What may tell for one statement or against it; all else is something that two statements share."""
TABLES = Path(lineage_weights.__file__)

Table = dict[str, float]
Story = tuple[Collection, Corpus, list[dict[str, str]], Quotes]


@dataclass(frozen=True)
class Example:
    """Two statements: the story, what is measured of them, and whether the gold calls them one."""

    story: str
    measures: Table
    one: bool


def examples(stories: Sequence[Story], *, meaning: bool) -> list[Example]:
    """The pairs of statements of every story that may be compared, those that contradict each other aside.

    Each story twice: with the gold's quotations and speakers, and with those that the program finds, mistaken speakers
    among them, as far as the gold tells what they are.
    """
    found: list[Example] = []
    for collection, corpus, gold, quotes in stories:
        told = with_clauses(as_found(corpus, gold), quotes)
        keys = dict(enumerate(row["statement"] for row in gold))
        got = {at: gold[own]["statement"] for own, at in matched(gold, quotes.table).items()}
        for table, statement_of in ((told, keys), (quotes.table, got)):
            found += _pairs(collection.name, (corpus, table, quotes), statement_of, meaning=meaning)
    return found


def _pairs(
    story: str, read: tuple[Corpus, pd.DataFrame, Quotes], statement_of: dict[int, str], *, meaning: bool
) -> Iterator[Example]:
    corpus, table, quotes = read
    own = statements(corpus, table, quotes.entities)
    parties = Parties.found(table, quotes.entities)
    weights = Weights([one.wording for one in own], name_stems(quotes.entities))
    like = Likeness(weights, own)
    senses = Meanings(own, weights) if meaning else None
    near = set(candidates(own, parties, weights))
    for i, j in combinations(range(len(own)), 2):
        relation = parties.relation(own[i].speaker, own[j].speaker)
        one, other = (statement_of.get(own[at].rows[0]) for at in (i, j))
        compared = relation in ("same", "joined", "alike") or (bool(relation) and (i, j) in near)
        if one is None or other is None or not compared:
            continue
        sense = senses.sense(i, j) if senses is not None else None
        if like.of(own[i], own[j], relation, sense=sense) != APART:
            yield Example(story, like.measures(own[i], own[j], relation, sense=sense), one == other)


def fit(known: Sequence[Example]) -> Table:
    """The weights of the measures; what would tell against a statement the more of it is shared is left out."""
    names = sorted({name for one in known for name in one.measures} - {"constant"})
    while True:
        table = _fitted(known, names)
        wrong = [name for name in names if name not in EITHER and table[name] <= 0]
        if not wrong:
            return table
        names.remove(min(wrong, key=lambda name: table[name]))


def _fitted(known: Sequence[Example], names: Sequence[str]) -> Table:
    """The weights of some measures."""
    return fitted([one.measures for one in known], [one.one for one in known], names)


def fitted(measures: Sequence[Table], told: Sequence[bool], names: Sequence[str]) -> Table:
    """The weights of some measures of examples, by what each is (Newton's method)."""
    rows = np.array([[one.get(name, 0.0) for name in names] for one in measures])
    right = np.array(told, dtype=np.float64)
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    weights = _newton(np.column_stack([np.ones(len(rows)), (rows - mean) / scale]), right)
    slopes = weights[1:] / scale
    table = {name: round(float(slope), 2) for name, slope in zip(names, slopes, strict=True)}
    return {"constant": round(float(weights[0] - slopes @ mean), 2)} | table


def _newton(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(rows.shape[1])
    prior = np.eye(rows.shape[1]) / SMALL
    prior[0, 0] = 1e-6
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - prior @ weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + prior
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def measured(weights: dict[str, Table], told: Sequence[Story], *, meaning: bool) -> None:
    """Print the agreement of each story's groups with the weights given for it."""
    total, ends, joined = Score(), Score(), Score()
    for collection, corpus, gold, quotes in told:
        with patch.object(likeness, "MEANING" if meaning else "WORDS", weights[collection.name]):
            groups = grouped_gold(corpus, gold, quotes, meaning=meaning)
            end = score(gold, found_groups(corpus, gold, quotes, meaning=meaning))
        own = score(gold, groups)
        apart = list(hard(corpus, gold))
        wrong = sum(groups[i] == groups[j] for i, j in apart)
        _line(collection.name, own, end, Score(wrong, 0, len(apart)))
        total.add(own)
        ends.add(end)
        joined.add(Score(wrong, 0, len(apart)))
    _line("all", total, ends, joined)


def _line(name: str, own: Score, end: Score, joined: Score) -> None:
    print(f"  {name:<12} {own}  {joined.right} of {joined.gold} hard negatives joined; end to end {end}")


def write(tables: dict[str, Table]) -> None:
    """Replace tables of weights in their module, what stands above them and tables that are not given kept."""
    text = TABLES.read_text("utf-8")
    for name, table in tables.items():
        before, _, rest = text.partition(f"{name}: dict[str, float] = {{\n")
        rows = pprint.pformat(dict(sorted(table.items())), width=40).removeprefix("{").removesuffix("}")
        body = "\n".join(f"    {row.strip().rstrip(',')}," for row in rows.splitlines()).replace("'", '"')
        text = f"{before}{name}: dict[str, float] = {{\n{body}\n}}{rest.partition('}')[2]}"
    TABLES.write_text(text, "utf-8")


def main() -> None:
    """Fit, measure, and write where that is asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", nargs="*", default=[], help="stories that are neither fitted on nor measured")
    options.add_argument("--write", action="store_true", help="replace the tables of weights")
    given = options.parse_args()
    told = [story for story in read_story("tune") if story[0].name not in given.without]
    tables: dict[str, Table] = {}
    for meaning in (False, True):
        if meaning and not installed():
            print("meaning: not run, the extra is not installed")
            continue
        name = "MEANING" if meaning else "WORDS"
        known = examples(told, meaning=meaning)
        stories = sorted({one.story for one in known})
        tables[name] = fit(known)
        print(f"{name}: fitted on all stories")
        measured(dict.fromkeys(stories, tables[name]), told, meaning=meaning)
        print(f"{name}: fitted without the story that is measured")
        left_out = {story: fit([one for one in known if one.story != story]) for story in stories}
        measured(left_out, told, meaning=meaning)
    if given.write:
        write(tables)


if __name__ == "__main__":
    main()
