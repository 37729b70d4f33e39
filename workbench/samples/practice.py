"""Sample pages as they lie about on somebody's disk, to try the loaders on before one's own pages are at hand."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.corpus import Article, Corpus

__all__ = ["write_pages"]

TABLE = "export.csv"
ROWS = ("07_minbar-alwadi", "08_harbour-ledger")
"""The pages that come as rows of a table, as out of an archive."""
COLUMNS = ("المصدر", "التاريخ", "العنوان", "النص")
FAILED = "11_not-downloaded.html"
"""A page of which the browser saved nothing."""
OUTLETS = "outlets.csv"


def write_pages(corpus: Corpus, home: Path, folder: str | os.PathLike[str]) -> list[str]:
    """Write the pages of a sample, kept in ``home``, into a folder; the names of all files that are in it then.

    A folder that holds anything is left as it is.
    """
    target = Path(folder).expanduser()
    target.mkdir(parents=True, exist_ok=True)
    if not any(target.iterdir()):
        rows = [corpus[name] for name in ROWS]
        files = [home / Path(article.origin).name for article in corpus if article.id not in ROWS]
        for file in files:
            shutil.copyfile(file, target / file.name)
        _write_outlets(home / OUTLETS, target / OUTLETS, {file.name for file in files if file.suffix == ".txt"})
        _write_csv(target / TABLE, COLUMNS, [_row(article) for article in rows])
        (target / FAILED).touch()
    return sorted(path.name for path in target.iterdir())


def _write_outlets(whole: Path, part: Path, named: set[str]) -> None:
    """What the sample says of some of its files: those of text, as the pages of HTML say it themselves."""
    with whole.open(encoding="utf-8-sig", newline="") as stream:
        said: list[Mapping[str, str]] = [row for row in csv.DictReader(stream) if row["file"] in named]
    _write_csv(part, said[0].keys(), [row.values() for row in said])


def _row(article: Article) -> tuple[object, ...]:
    text = "\n".join(article.slice(block) for block in article.content if block.kind != "title")
    return article.source, article.published, article.title, text


def _write_csv(path: Path, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(columns)
        table.writerows(rows)
