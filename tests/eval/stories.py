"""The invented stories of ``tests/data/gold/names`` (who is named) and ``.../quotes`` (who said what)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.eval.gold import ROOT, Collection, located, read
from workbench.corpus import Corpus

__all__ = ["NAMES", "QUOTES", "Story", "stories"]

NAMES = ROOT / "tests" / "data" / "gold" / "names"
QUOTES = NAMES.parent / "quotes"


@dataclass(frozen=True)
class Story(Collection):
    """A story: its pages as one corpus, and the letter of the annotator's files."""

    letter: str = ""

    def file(self, file: str) -> Path:
        """Where a gold table of the annotator stands."""
        return self.gold / file.replace(".tsv", f"-{self.letter}.tsv")

    def rows(self, file: str) -> list[dict[str, str]]:
        """The rows of a gold table that belong to the story, each with its span."""
        by_page = {self.page(article): article for article in self.corpus}
        rows = read(self.file(file))
        return [located(row, by_page[row["page"]].text) for row in rows if row["page"] in by_page]


def stories(part: str, folder: Path = NAMES) -> Iterator[Story]:
    """The stories of one part (tune, held) in a folder of gold."""
    from workbench.loaders import load

    for path in sorted(folder.glob("parts-*.tsv")):
        letter = path.stem.removeprefix("parts-")
        rows = [row for row in read(path) if row["part"] == part]
        for name in sorted({row["page"].split("-")[0] for row in rows}):
            pages = [row["page"] for row in rows if row["page"].startswith(f"{name}-")]
            corpus: Corpus = load([str(folder / "pages" / f"{page}.txt") for page in pages])
            yield Story(name, corpus, folder, dict.fromkeys(pages, part), letter)
