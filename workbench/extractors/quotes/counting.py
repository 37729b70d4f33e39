"""Quotations counted crosswise, with and without those that were copied."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.corpus import Corpus
from workbench.extractors.quotes.statements import day_of

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["COLUMNS", "ROWS", "copied_quotes", "counted"]

ROWS = ("speaker", "lineage", "stance", "kind")
COLUMNS = ("source", "article", "day")
UNDATED = "undated"


def counted(corpus: Corpus, entities: Entities, table: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """How often each value of a column of quotations meets each outlet, article or day; the fullest rows first."""
    import pandas as pd

    known = table[table[rows] != ""]
    if columns == "source":
        names, across = corpus.sources, {article.id: article.source for article in corpus}
    elif columns == "article":
        names, across = [article.id for article in corpus], {article.id: article.id for article in corpus}
    else:
        days = {article.id: day_of(article) for article in corpus}
        across = {name: day.isoformat() if day else UNDATED for name, day in days.items()}
        names = sorted(set(across.values()), key=lambda day: (day == UNDATED, day))
    counts = pd.crosstab(known[rows], known["article"].map(across)).reindex(columns=names, fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    if rows == "speaker":
        counts.index = pd.Index([entities.name(str(entity)) for entity in counts.index])
    counts.index.name, counts.columns.name = rows, columns
    return counts


def copied_quotes(corpus: Corpus, table: pd.DataFrame, passages: pd.DataFrame, pairs: pd.DataFrame) -> set[str]:
    """The quotations that stand wholly inside a passage which another outlet's article had before."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    first = {(a, b): name for a, b, name in pairs[["a", "b", "first"]].itertuples(index=False, name=None)}
    columns = ["a", "a_start", "a_end", "b", "b_start", "b_end"]
    for a, a_start, a_end, b, b_start, b_end in passages[columns].itertuples(index=False, name=None):
        before = first.get((a, b), "")
        if before and corpus[a].source != corpus[b].source:
            later, span = (b, (b_start, b_end)) if before == a else (a, (a_start, a_end))
            taken[later].append(span)
    inside = {article: _Passages(spans) for article, spans in taken.items()}
    rows = table[["quote", "article", "start", "end"]].itertuples(index=False, name=None)
    return {str(quote) for quote, article, start, end in rows if article in inside and inside[article].hold(start, end)}


class _Passages:
    """Spans, asked whether one of them holds another span whole."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def hold(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end
