"""The gold of the samples: what a reader annotated from the page alone, as frames with offsets."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.corpus import Article, Corpus, expect
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLES", "gold"]

HOME = Path(__file__).parent
TABLES = ("blocks", "parts", "persons", "places_orgs", "quotes", "reuse", "second", "traps")
BETWEEN = frozenset({"reuse"})
"""Tables about two pages, without a place in either."""


def gold(corpus: Corpus, table: str) -> pd.DataFrame:
    """A table of the gold, for those articles of a corpus that are pages of the samples.

    Parameters
    ----------
    corpus: :func:`workbench.samples.newsroom`, :func:`workbench.samples.phone_call`, or a part of them.
    table: ``quotes``, ``persons``, ``places_orgs``, ``blocks``, ``reuse`` (who shares how much with whom), ``traps``
        (what a class should meet, and where), ``parts``, or ``second``: quotations as a second reader annotated them.

    Returns
    -------
    A frame with the columns article, start, end (code points, half-open) and those of the table, which the README of
    the samples describes. ``start`` and ``end`` are -1 where a row points at no place in the page.

    Raises
    ------
    WorkbenchError: there is no such table, or no article of the corpus is a page of the samples.

    >>> from workbench.samples import phone_call
    >>> corpus = phone_call()
    >>> row = gold(corpus, "quotes").iloc[0]
    >>> corpus[row["article"]].text[row["start"]:row["end"]] == row["text"]
    True
    """
    import pandas as pd

    expect(corpus, "Corpus", maker="wb.samples.newsroom()")
    if table not in TABLES:
        raise WorkbenchError(f"the gold has no table {table!r}.", hint=f"choose one of {', '.join(TABLES)}.")
    known = {path.stem for path in HOME.glob("*/[0-9]*_*")}
    pages = {Path(article.origin).stem: article for article in corpus if Path(article.origin).stem in known}
    if not pages:
        raise WorkbenchError(
            "no article of this corpus is a page of the samples.", hint="the gold is that of wb.samples.newsroom()."
        )
    rows = [row for path in sorted(HOME.glob(f"*/gold/{table}.tsv")) for row in _rows(path)]
    if table in BETWEEN:
        return pd.DataFrame([_renamed(row, pages) for row in rows if row["a"] in pages and row["b"] in pages])
    return pd.DataFrame([_placed(row, pages[row["page"]]) for row in rows if row["page"] in pages])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _renamed(row: dict[str, str], pages: dict[str, Article]) -> dict[str, object]:
    """A row about two pages, by the ids of their articles."""
    share = float(row["contained_words"])
    return {**row, "a": pages[row["a"]].id, "b": pages[row["b"]].id, "contained_words": share}


def _placed(row: dict[str, str], article: Article) -> dict[str, object]:
    """A row with its place: the nth time that its words stand in the page's text, counted from 1."""
    text = row.get("text", "")
    start = -1
    for _ in range(int(row.get("nth") or 1) if text else 0):
        start = article.text.find(text, start + 1)
    rest = {name: value for name, value in row.items() if name not in ("page", "nth")}
    return {"article": article.id, "start": start, "end": start + len(text) if start >= 0 else -1, **rest}
