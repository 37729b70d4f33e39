"""Fit the weights of ``marks/weights.py``: ``python -m tests.eval.fit_lines [--write]``.

Every open line that the rules leave is an example, with the signs that it shows and whether the gold calls it content:
on the pages for tuning, on the sample corpus and, where they are there, on the seed pages; with all phrases of the
language packs, and with shares of them forgotten in several drawings (``dropped_cues``), so that the weights learn what
a page looks like whose words nobody has collected. The weights are those of a logistic regression, held small.

It prints the lines' F1 with the weights off, with weights that were fitted without the outlet (or collection) that is
measured, and with all of them: by share of forgotten phrases. ``--write`` replaces the table.
"""

from __future__ import annotations

import argparse
import pprint
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from tests.eval import pages as page_eval
from tests.eval.blocks import SEEDS, sample, seeds
from tests.eval.dropped_cues import without
from tests.eval.page_tools import Reading
from workbench.corpus import CONTENT_KINDS
from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import scoring, weights
from workbench.loaders.marks.lines import Line

FITTED = {0.0: (1.0, 1), 0.3: (1.0, 3), 0.6: (0.6, 3), 0.85: (0.2, 2)}
"""By share of forgotten phrases: the weight of an example, and the drawings."""
MEASURED = (0.0, 0.3, 0.6)
SMALL = 3.0
"""How strongly weights are drawn to 0."""
RARE = 2
"""On how many outlets a sign has to be seen to have a weight."""
STEPS = 12
TABLE = Path(weights.__file__)


@dataclass(frozen=True)
class Example:
    """A line that the rules left open: whose it is, what it shows, how much it counts, whether it is furniture."""

    outlet: str
    shown: tuple[str, ...]
    weight: float
    furniture: bool


Seen = list[tuple[Line, list[str]]]


@contextmanager
def watching() -> Iterator[list[Seen]]:
    """Gather what ``judge`` would weigh, page by page, and let it mark nothing."""
    found: list[Seen] = []

    def judge(lines: Sequence[Line], headline: Line | None, pack: LanguagePack, *, outlet: str = "") -> None:
        found.append(scoring.signs(lines, headline, pack, outlet=outlet))

    with patch.object(scoring, "judge", judge):
        yield found


def examples() -> list[Example]:
    """All examples."""
    made: list[Example] = []
    for share, (weight, drawings) in FITTED.items():
        for drawing in range(drawings):
            with without(share, drawing):
                made += of_pages(weight / drawings)
                made += of_blocks(weight / drawings)
    return made


def tuned() -> dict[str, list[page_eval.Gold]]:
    """The pages for tuning, by outlet."""
    found: dict[str, list[page_eval.Gold]] = defaultdict(list)
    for page in page_eval.gold():
        if page.fields["part"] == "tune":
            found[page.fields["outlet"]].append(page)
    return found


def of_pages(weight: float) -> Iterator[Example]:
    """The examples of the saved pages."""
    for outlet, pages in tuned().items():
        with watching() as found:
            page_eval.ours(pages)
        golds = [(page, page_eval.collapsed(page.path.read_text("utf-8", "replace"))) for page in pages]
        for seen in found:
            page = best(seen, golds)
            for line, shown in seen:
                label = judged(line, page)
                if label is not None:
                    yield Example(outlet, tuple(shown), weight, label)


def best(seen: Seen, golds: Sequence[tuple[page_eval.Gold, str]]) -> page_eval.Gold:
    """The page that the lines are of: the one whose gold has, or whose file holds, most of them."""

    def held(one: tuple[page_eval.Gold, str]) -> int:
        known = " ".join(text for _, text in one[0].lines)
        return sum(2 * (page_eval.collapsed(line.text) in known) + (line.text in one[1]) for line, _ in seen)

    return max(golds, key=held)[0]


def judged(line: Line, page: page_eval.Gold) -> bool | None:
    """Whether a line is furniture by the gold; None where it counts for and against nobody."""
    text = page_eval.collapsed(line.text)
    if text in page.of("title", "dateline", "byline"):
        return None
    head = next((head for head in page.of("dateline") if text.startswith(head)), "")
    rest = text[len(head) :].lstrip(" -–—:").strip() if head else text
    return not page_eval.stands(rest, page.of("subtitle", "body"))


def of_blocks(weight: float) -> Iterator[Example]:
    """The examples of the sample corpus and the seeds, whose gold is by characters."""
    for name, collection in (("sample", sample), ("seeds", seeds)):
        if name == "seeds" and not SEEDS.is_dir():
            continue
        with watching() as found:
            pairs = list(collection())
        for seen in found:
            for article, spans in pairs:
                if seen and all(article.text[line.start : line.end] == line.text for line, _ in seen):
                    content = [span for span in spans if span[2] in CONTENT_KINDS]
                    for line, shown in seen:
                        inside = any(start < line.end and line.start < end for start, end, _ in content)
                        yield Example(name, tuple(shown), weight, not inside)
                    break


def fit(chosen: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression by Newton's steps."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for one in chosen:
        for sign in one.shown:
            outlets[sign].add(one.outlet)
    names = ["always", *sorted(sign for sign, seen in outlets.items() if len(seen) >= RARE)]
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(chosen), len(names)))
    matrix[:, 0] = 1
    for row, one in enumerate(chosen):
        for sign in one.shown:
            if sign in column:
                matrix[row, column[sign]] = 1
    wanted = np.array([one.furniture for one in chosen], dtype=float)
    counted = np.array([one.weight for one in chosen])
    penalty = np.full(len(names), SMALL)
    penalty[0] = 0.01
    found = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ found))
        slope = matrix.T @ (counted * (chance - wanted)) + penalty * found
        bend = (matrix * (counted * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        found -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True) if abs(value) >= 0.05}


def measured(by_outlet: dict[str, dict[str, float]], share: float, drawing: int) -> dict[str, page_eval.Score]:
    """The scores by format, each outlet marked with its own weights."""
    scores: dict[str, page_eval.Score] = defaultdict(page_eval.Score)
    with without(share, drawing):
        for outlet, pages in tuned().items():
            with patch.object(scoring, "WEIGHTS", by_outlet[outlet]):
                readings = page_eval.ours(pages)
            for page in pages:
                one = page_eval.measure([page], lambda page, said=readings: said.get(page.page, Reading()))  # type: ignore[misc]
                scores[page.fields["format"]].add(one)
    return scores


def compare(fitted: dict[str, dict[str, dict[str, float]]]) -> None:
    """Print lines' precision, recall and F1 of several tables of weights."""
    for share in MEASURED:
        for name, by_outlet in fitted.items():
            total: dict[str, page_eval.Score] = defaultdict(page_eval.Score)
            for drawing in range(2 if share else 1):
                for format_, score in measured(by_outlet, share, drawing).items():
                    total[format_].add(score)
            cells = "".join(
                f"   {format_} {' '.join(f'{value:.3f}' for value in total[format_].measures)}" for format_ in total
            )
            print(f"{share:.0%} forgotten, {name:<16}{cells}", flush=True)


def write(table: dict[str, float], path: Path, name: str) -> None:
    """Replace a table of weights in a module, what stands above it kept."""
    head = path.read_text("utf-8").partition(f"{name}: ")[0]
    rows = pprint.pformat(dict(sorted(table.items(), key=lambda one: -one[1])), sort_dicts=False, width=40)
    body = "\n ".join(rows.removeprefix("{").removesuffix("}").split("\n "))
    path.write_text(f"{head}{name}: dict[str, float] = {{\n {body},\n}}\n", "utf-8")


def main() -> None:
    """Fit, compare, and write where that is asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="replace the table of weights")
    options.add_argument("--quick", action="store_true", help="fit only")
    given = options.parse_args()
    known = examples()
    print(Counter((one.weight, one.furniture) for one in known))
    whole = fit(known)
    if given.write:
        write(whole, TABLE, "WEIGHTS")
    if given.quick:
        return
    outlets = list(tuned())
    left_out = {outlet: fit([one for one in known if one.outlet != outlet]) for outlet in outlets}
    off: dict[str, float] = {"always": -99.0}
    compare({"off": dict.fromkeys(outlets, off), "outlet left out": left_out, "all": dict.fromkeys(outlets, whole)})


if __name__ == "__main__":
    main()
