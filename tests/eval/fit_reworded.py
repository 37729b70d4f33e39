"""Fit the weights by which sentences in other words are known: ``python -m tests.eval.fit_reworded [--write]``.

Examples are the near pairs of sentences of the tuning part that are no copies and do not contradict each other. It
prints how a story is told by weights that were fitted on the other one, at several least scores, and with ``--write``
replaces ``WEIGHTS`` by those fitted on both. It needs the sentence encoder.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tests.eval.fit_lineages import Table, fitted
from tests.eval.gold import Score
from tests.eval.reworded import Link, copied, exact, gold, kinds, link, one_to_one, part_of, relation, wanted
from workbench.extractors.encoder import encoder
from workbench.extractors.overlap import saying_weights
from workbench.extractors.overlap.rewording import compared

TABLE = Path(saying_weights.__file__)
STORIES = ("call", "ferry")


class Example(NamedTuple):
    """A pair of sentences: what is measured, whether it is right, or neither."""

    pair: Link
    measures: Table
    relation: str


def examples() -> list[Example]:
    """The near pairs of the tuning part."""
    made = exact()
    corpus, known = list(made.corpus), gold()
    seen = compared(made, made._index, encoder())
    clauses, rows = seen.sayings.clauses(seen.near), []
    for i, j in seen.near:
        if seen.sayings.contradict(i, j):
            continue
        measures = seen.sayings.measures(i, j) | {"clauses": clauses.covered(i, j)}
        del measures["constant"]
        for one in seen.places[i]:
            for other in seen.places[j]:
                if one.article == other.article:
                    continue
                keys = [(corpus[side.article].id, side.start) for side in (one, other)]
                pair = link(*keys)
                if part_of(pair) == "tune" and not copied(pair):
                    sides = [known.get(key) for key in keys]
                    told = relation(*sides) if sides[0] and sides[1] else ""
                    rows.append(Example(pair, measures, told))
    return rows


def of_story(rows: list[Example], story: str) -> list[Example]:
    """The examples of one story."""
    return [row for row in rows if story in kinds(row.pair)]


def weights(rows: list[Example]) -> Table:
    """The weights fitted on some examples."""
    told = [row for row in rows if row.relation != "partial"]
    names = sorted(told[0].measures)
    return fitted([row.measures for row in told], [row.relation == "same" for row in told], names)


def scored(rows: list[Example], table: Table) -> list[tuple[float, Example]]:
    """The examples with their scores."""
    odds = [table["constant"] + sum(table[name] * value for name, value in row.measures.items()) for row in rows]
    return sorted(zip((1 / (1 + np.exp(-np.array(odds)))).tolist(), rows, strict=True), key=lambda one: -one[0])


def aligned(rows: list[tuple[float, Example]], least: float) -> Score:
    """The agreement where each sentence has one partner on a page."""
    taken, total = set(), Score()
    for value, row in rows:
        ends = {(row.pair[0], row.pair[1][0]), (row.pair[1], row.pair[0][0])}
        if value >= least and not ends & taken:
            taken |= ends
            total.add(Score(int(row.relation == "same"), int(row.relation != "partial"), 0))
    return total


def main() -> None:
    """Fit, measure, and write where that is asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="replace the weights")
    rows = examples()
    print(f"{len(rows)} examples, {sum(row.relation == 'same' for row in rows)} the same")
    across = [scored(of_story(rows, STORIES[1 - n]), weights(of_story(rows, STORIES[n]))) for n in (0, 1)]
    own = {pair for pair in wanted("tune")["same"] if not copied(pair)}
    for least in np.arange(0.2, 0.75, 0.05):
        total = Score(0, 0, one_to_one(own))
        for some in across:
            total.add(aligned(some, least))
        print(f"  from {least:.2f}: {total}")
    table = weights(rows)
    print(table)
    if options.parse_args().write:
        text = TABLE.read_text("utf-8").partition("WEIGHTS:")[0]
        body = "".join(f'    "{name}": {value},\n' for name, value in sorted(table.items()))
        TABLE.write_text(f"{text}WEIGHTS: dict[str, float] = {{\n{body}}}\n", "utf-8")


if __name__ == "__main__":
    main()
