"""Fit the weights of headlines: ``python -m tests.eval.fit_titles [--write]``.

Each page for tuning is an example, as text alone: of HTML pages what markup says is put aside, so that they are text
pages of further habits; with all phrases of the language packs and with shares of them forgotten. The weights are
those of a choice among the lines of one page (a conditional logistic regression), held small.

It prints the share of pages whose headline is right by the rules alone, by weights that were fitted without the outlet
that is measured, and by weights fitted on all. ``--write`` replaces the table.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from tests.eval import pages as page_eval
from tests.eval.blocks import SEEDS, sample, seeds
from tests.eval.dropped_cues import without
from tests.eval.fit_lines import write
from workbench.languages import pack
from workbench.loaders import load
from workbench.loaders.marks import title_weights, titles
from workbench.loaders.marks.marking import mark

SHARES = {0.0: 1, 0.3: 2, 0.6: 2, 0.85: 1}
"""By share of forgotten phrases, the drawings."""
SMALL = 8.0
"""How strongly weights are drawn to 0."""
RARE = 2
"""On how many outlets a sign has to be seen to have a weight."""
STEPS = 12
TABLE = Path(title_weights.__file__)


@dataclass(frozen=True)
class Example:
    """The lines of one page: their signs, the one that is the headline (-1: none of them), and the rules' choice."""

    page: str
    outlet: str
    share: float
    shown: tuple[tuple[str, ...], ...]
    right: int
    ruled: int


def texts() -> Iterator[tuple[str, str, str, str, str]]:
    """Page, outlet, language, title and text of each page for tuning, and of the sample corpus and the seeds."""
    golds = [page for page in page_eval.gold() if page.fields["part"] == "tune"]
    folders = {page.path.parent for page in golds}
    read = {article.origin.rpartition("/")[2]: article for folder in folders for article in load(folder)}
    for page in golds:
        found = read.get(page.path.name)
        if found is not None:
            yield page.page, page.fields["outlet"], page.fields["language"], page.fields["title"], found.text
    for name, collection in (("sample", sample), ("seeds", seeds)):
        if name == "sample" or SEEDS.is_dir():
            for article, _ in collection():
                yield article.id, name, article.language, article.title, article.text


def examples(share: float, drawing: int, known: Sequence[tuple[str, str, str, str, str]]) -> Iterator[Example]:
    """The pages as examples, with a share of the phrases forgotten."""
    kept = titles.signs
    with without(share, drawing):
        for name, outlet, language, title, text in known:
            seen: list[Example] = []

            def watched(lines, found, able, language_pack):  # type: ignore[no-untyped-def]
                asked = kept(lines, found, able, language_pack)
                wanted = page_eval.collapsed(title)  # noqa: B023
                right = next((i for i, (line, _) in enumerate(asked) if page_eval.collapsed(line.text) == wanted), -1)
                ruled = next((i for i, (line, _) in enumerate(asked) if line is found), -1)
                shown = tuple(tuple(one) for _, one in asked)
                seen.append(Example(name, outlet, share, shown, right, ruled))  # noqa: B023
                return asked

            with patch.object(titles, "signs", watched):
                mark(text, pack(language))
            yield from seen


def fit(chosen: Sequence[Example]) -> dict[str, float]:
    """The weights, by Newton's steps."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for one in chosen:
        for shown in one.shown:
            for sign in shown:
                outlets[sign].add(one.outlet)
    names = sorted(sign for sign, seen in outlets.items() if len(seen) >= RARE)
    column = {name: place for place, name in enumerate(names)}
    tables = []
    for one in chosen:
        if one.right >= 0 and len(one.shown) > 1:
            matrix = np.zeros((len(one.shown), len(names)))
            for row, shown in enumerate(one.shown):
                matrix[row, [column[sign] for sign in shown if sign in column]] = 1
            tables.append((matrix, one.right))
    found = np.zeros(len(names))
    for _ in range(STEPS):
        slope, bend = SMALL * found, SMALL * np.eye(len(names))
        for matrix, right in tables:
            scores = matrix @ found
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            mean = chance @ matrix
            slope += mean - matrix[right]
            bend += (matrix * chance[:, None]).T @ matrix - np.outer(mean, mean)
        found -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True) if abs(value) >= 0.05}


def choice(one: Example, table: dict[str, float]) -> int:
    """The line that a table of weights takes for the headline."""
    if not one.shown:
        return -1
    return int(np.argmax([sum(table.get(sign, 0.0) for sign in shown) for shown in one.shown]))


def compare(known: Sequence[Example], whole: dict[str, float], *, errors: bool) -> None:
    """Print shares of pages that are right: by the rules, with the outlet left out, by all."""
    outlets = {one.outlet for one in known}
    left_out = {outlet: fit([one for one in known if one.outlet != outlet]) for outlet in outlets}
    for share in SHARES:
        some = [one for one in known if one.share == share]
        ways = {
            "rules": [one.ruled for one in some],
            "outlet left out": [choice(one, left_out[one.outlet]) for one in some],
            "all": [choice(one, whole) for one in some],
        }
        cells = "   ".join(
            f"{name} {sum(c == o.right >= 0 for c, o in zip(chosen, some, strict=True)) / len(some):.3f}"
            for name, chosen in ways.items()
        )
        print(f"{share:.0%} forgotten, {len(some)} pages: {cells}", flush=True)
        if errors:
            for one, place in zip(some, ways["outlet left out"], strict=True):
                if place != one.right:
                    print("  ", one.page, one.right, one.ruled, place, one.shown[place] if one.shown else "")
                    print("      ", one.shown[one.right] if one.right >= 0 else "none")


def main() -> None:
    """Fit, compare, and write where that is asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="replace the table of weights")
    options.add_argument("--errors", action="store_true", help="list the pages that weights of other outlets get wrong")
    given = options.parse_args()
    pages = list(texts())
    known = [
        one
        for share, drawings in SHARES.items()
        for drawing in range(drawings)
        for one in examples(share, drawing, pages)
    ]
    whole = fit(known)
    if given.write:
        write(whole, TABLE, "TITLES")
    compare(known, whole, errors=given.errors)


if __name__ == "__main__":
    main()
