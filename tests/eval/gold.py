"""The gold of the seeds and of the sample corpus, as spans into loaded articles, and the counting of agreement."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from workbench.corpus import Article, Corpus
from workbench.languages import pack

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SEED_GOLD = ROOT / "tests" / "data" / "gold" / "seeds"
SAMPLE = ROOT / "workbench" / "samples" / "phone_call"
SAMPLE_GOLD = SAMPLE / "gold"
NEWSROOM = SAMPLE.parent / "newsroom"
NEWSROOM_GOLD = NEWSROOM / "gold"


@dataclass(frozen=True)
class Collection:
    """A corpus, its gold folder, and which page belongs to which part (tune, held)."""

    name: str
    corpus: Corpus
    gold: Path
    parts: dict[str, str]

    def page(self, article: Article) -> str:
        """The name that the gold has for an article."""
        return Path(article.origin).stem

    def articles(self, part: str) -> list[Article]:
        """The articles of one part."""
        return [article for article in self.corpus if self.parts[self.page(article)] == part]

    def file(self, file: str) -> Path:
        """Where a gold table stands."""
        return self.gold / file

    def column(self, name: str) -> dict[str, str]:
        """A column of ``parts.tsv`` by page; empty where there is none."""
        path = self.file("parts.tsv")
        return {row["page"]: row[name] for row in read(path) if name in row} if path.is_file() else {}

    def rows(self, file: str) -> list[dict[str, str]]:
        """The rows of a gold table, each with its span as ``start`` and ``end``."""
        by_page = {self.page(article): article for article in self.corpus}
        return [located(row, by_page[row["page"]].text) for row in read(self.file(file))]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a gold file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def located(row: dict[str, str], text: str) -> dict[str, str]:
    """A gold row with its span: given as offsets, or as the nth occurrence of its words."""
    if "start" in row:
        return {**row, "text": text[int(row["start"]) : int(row["end"])]}
    position = -1
    for _ in range(int(row["nth"])):
        position = text.find(row["text"], position + 1)
    if position < 0:
        raise ValueError(f"{row['page']}: {row['text']!r} does not stand there {row['nth']} times")
    return {**row, "start": str(position), "end": str(position + len(row["text"]))}


def collections() -> Iterator[Collection]:
    """The collections at hand; the seeds may be missing on this machine."""
    from workbench.loaders import load

    places = (("seeds", SEEDS, SEED_GOLD), ("sample", SAMPLE, SAMPLE_GOLD), ("newsroom", NEWSROOM, NEWSROOM_GOLD))
    for name, folder, gold in places:
        if not folder.is_dir():
            print(f"{name}: not on this machine")
            continue
        parts = {row["page"]: row["part"] for row in read(gold / "parts.tsv")}
        yield Collection(name, load(str(folder)), gold, parts)


@dataclass
class Score:
    """Counts of agreement."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, other: Score) -> None:
        """Count another score's places too."""
        self.right += other.right
        self.found += other.found
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Right among the found (1 where nothing was found)."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among the gold (1 where there is none)."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
            f"  ({self.right} right, {self.found} found, {self.gold} gold)"
        )


def overlap_share(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two spans, in characters."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def same_name(gold: str, *names: str) -> bool:
    """Whether one of the names is the gold's, spelling folded."""
    folds = [one.fold for one in (pack("ar"), pack("en"))]
    return any(fold(gold) == fold(name) for fold in folds for name in names)


def pair_up(
    found: pd.DataFrame, gold: list[dict[str, str]], least: float
) -> list[tuple[dict[str, str] | None, dict[str, object] | None]]:
    """Found and gold rows of one article paired by their spans, the best overlap first; the rest alone."""
    rows = found.to_dict("records")
    scored = sorted(
        (
            (overlap_share((r["start"], r["end"]), (int(g["start"]), int(g["end"]))), i, j)
            for i, r in enumerate(rows)
            for j, g in enumerate(gold)
        ),
        reverse=True,
    )
    used_rows, used_gold, pairs = set(), set(), []
    for share, i, j in scored:
        if share >= least and i not in used_rows and j not in used_gold:
            used_rows.add(i)
            used_gold.add(j)
            pairs.append((gold[j], rows[i]))
    pairs.extend((None, row) for i, row in enumerate(rows) if i not in used_rows)
    pairs.extend((g, None) for j, g in enumerate(gold) if j not in used_gold)
    return pairs
