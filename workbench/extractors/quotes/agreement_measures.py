"""What agreement is counted by: spans matched one to one, kappa, alpha, and their intervals.

Spans are matched by intersection over union, as many as possible and of those the likest, cluster by cluster (the
assignment problem: Kuhn 1955, "The Hungarian method for the assignment problem", *Naval Research Logistics Quarterly*
2). Kappa: Cohen 1960, "A coefficient of agreement for nominal scales", *Educational and Psychological Measurement* 20.
Alpha: Krippendorff 2004, *Content Analysis*, 2nd ed., chapter 11, nominal, with missing values. Intervals: the
percentile bootstrap (Efron 1979) over whole articles, whose quotations do not stand alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.extractors.quotes.judgingplaces import iou

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

__all__ = ["Spanned", "Table", "Units", "alpha", "interval", "kappa", "match", "shares"]

DRAWS = 1000
LEVEL = 0.95
NAN = float("nan")


class Spanned(NamedTuple):
    """A span to be matched, and what says that another is surely the same (empty: nothing)."""

    start: int
    end: int
    key: str = ""


def match(a: Sequence[Spanned], b: Sequence[Spanned], overlap: float) -> list[tuple[int, int]]:
    """Pairs of spans of two readers of one article, each span in one pair at most; as their places in a and b.

    >>> a = [Spanned(0, 10), Spanned(2, 12)]
    >>> b = [Spanned(0, 12), Spanned(2, 20)]
    >>> match(a, b, 0.5)
    [(0, 0), (1, 1)]
    """
    edges = _edges(a, b, overlap)
    pairs: list[tuple[int, int]] = []
    for rows, columns in _clusters(edges):
        most = 2.0 * (min(len(rows), len(columns)) + 1)
        weights = [[edges[i, j] + most if (i, j) in edges else 0.0 for j in columns] for i in rows]
        chosen = _assigned(weights) if len(rows) <= len(columns) else _turned(_assigned(_transposed(weights)))
        pairs += [(rows[i], columns[j]) for i, j in chosen if (rows[i], columns[j]) in edges]
    return sorted(pairs)


def _edges(a: Sequence[Spanned], b: Sequence[Spanned], overlap: float) -> dict[tuple[int, int], float]:
    """How like each two spans are that overlap enough; half a point more where they are surely the same."""
    events = sorted((one.start, side, place) for side, spans in enumerate((a, b)) for place, one in enumerate(spans))
    live: tuple[list[int], list[int]] = ([], [])
    spans = (a, b)
    edges: dict[tuple[int, int], float] = {}
    for start, side, place in events:
        other = 1 - side
        live[other][:] = [one for one in live[other] if spans[other][one].end > start]
        for one in live[other]:
            i, j = (place, one) if side == 0 else (one, place)
            share = iou(a[i][:2], b[j][:2])
            if share >= overlap:
                edges[i, j] = share + 0.5 * (a[i].key == b[j].key != "")
        live[side].append(place)
    return edges


def _clusters(edges: Sequence[tuple[int, int]] | dict[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    """The spans that hang together, as the places in a and in b."""
    beside: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for i, j in edges:
        beside[0, i].append((1, j))
        beside[1, j].append((0, i))
    seen: set[tuple[int, int]] = set()
    clusters = []
    for first in sorted(beside):
        if first in seen:
            continue
        seen.add(first)
        stack, members = [first], []
        while stack:
            members.append(stack.pop())
            new = [one for one in beside[members[-1]] if one not in seen]
            seen.update(new)
            stack += new
        clusters.append((sorted(i for side, i in members if side == 0), sorted(j for side, j in members if side == 1)))
    return clusters


def _assigned(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Each row with a column of its own so that their weights are the most; at least as many columns as rows.

    Rows come in one by one; each finds the cheapest chain of exchanges by prices that keep every reduced cost
    above zero.
    """
    count = len(weights[0])
    row_price, column_price = [0.0] * len(weights), [0.0] * (count + 1)
    row_of = [-1] * (count + 1)  # the column behind the last one takes in each new row
    for new in range(len(weights)):
        row_of[count], column = new, count
        least, came, done = [float("inf")] * count, [count] * count, [False] * (count + 1)
        while row_of[column] >= 0:
            done[column] = True
            row = row_of[column]
            for j in range(count):
                reduced = -weights[row][j] - row_price[row] - column_price[j]
                if not done[j] and reduced < least[j]:
                    least[j], came[j] = reduced, column
            following = min((j for j in range(count) if not done[j]), key=least.__getitem__)
            step = least[following]
            for j in range(count + 1):
                if done[j]:
                    row_price[row_of[j]] += step
                    column_price[j] -= step
                elif j < count:
                    least[j] -= step
            column = following
        while column != count:
            row_of[column] = row_of[came[column]]
            column = came[column]
    return sorted((row_of[j], j) for j in range(count) if row_of[j] >= 0)


def _transposed(weights: Sequence[Sequence[float]]) -> list[list[float]]:
    return [list(column) for column in zip(*weights, strict=True)]


def _turned(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(j, i) for i, j in pairs]


@dataclass
class Table:
    """Spans counted article by article: those of a, those of b, and those that both have (with the same category)."""

    rows: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def counts(self) -> Numbers:
        """A row an article: those of a, those of b, both."""
        import numpy as np

        return np.array([self.rows[article] for article in sorted(self.rows)], dtype=float).reshape(-1, 3)


@dataclass
class Units:
    """What was put into categories: of each unit its article and what each reader called it."""

    articles: list[str] = field(default_factory=list)
    labels: list[dict[str, Hashable]] = field(default_factory=list)

    def add(self, article: str, labels: dict[str, Hashable]) -> None:
        """One more."""
        self.articles.append(article)
        self.labels.append(labels)

    def coded(self) -> list[tuple[int, int, int]]:
        """Each value that stands beside another one of its unit: the unit, the category, and how often."""
        codes: dict[Hashable, int] = {}
        rows = []
        for unit, labels in enumerate(self.labels):
            if len(labels) > 1:
                counts: dict[int, int] = defaultdict(int)
                for label in labels.values():
                    counts[codes.setdefault(label, len(codes))] += 1
                rows += [(unit, code, count) for code, count in counts.items()]
        return rows


def shares(counts: Numbers, weights: Numbers | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of rows of a ``Table``; NaN where there is nothing to divide by."""
    import numpy as np

    a, b, both = counts.sum(axis=0) if weights is None else np.asarray(weights) @ counts
    precision, recall = float(both / a) if a else NAN, float(both / b) if b else NAN
    return precision, recall, float(2 * both / (a + b)) if a + b else NAN


def kappa(a: Any, b: Any, weights: Any = None) -> tuple[float, float, float]:
    """Cohen's kappa of two readers' categories (numbers from 0), and the observed and expected agreement.

    Kappa is NaN where both know one category only: chance explains everything and nothing.

    >>> [round(value, 3) for value in kappa([0] * 25 + [1] * 25, [0] * 20 + [1] * 5 + [0] * 10 + [1] * 15)]
    [0.4, 0.7, 0.5]
    """
    import numpy as np

    first, second = np.asarray(a, dtype=int), np.asarray(b, dtype=int)
    own = np.ones(len(first)) if weights is None else np.asarray(weights, dtype=float)
    total = own.sum()
    if not total:
        return NAN, NAN, NAN
    count = int(max(first.max(), second.max())) + 1
    by_a = np.bincount(first, weights=own, minlength=count) / total
    by_b = np.bincount(second, weights=own, minlength=count) / total
    observed, expected = float(own[first == second].sum() / total), float(by_a @ by_b)
    single = np.count_nonzero(by_a + by_b) < 2
    return NAN if single else (observed - expected) / (1 - expected), observed, expected


def alpha(coded: Sequence[tuple[int, int, int]], weights: Any = None) -> float:
    """Krippendorff's alpha for nominal values, of ``Units.coded``; weights are those of the units.

    NaN where fewer than two values stand beside each other or all are one category.
    """
    import numpy as np

    if not coded:
        return NAN
    unit, code, count = (np.asarray(column) for column in zip(*coded, strict=True))
    own = np.ones(int(unit.max()) + 1) if weights is None else np.asarray(weights, dtype=float)
    size = np.bincount(unit, weights=count, minlength=len(own))
    alike = np.bincount(unit, weights=count.astype(float) ** 2, minlength=len(own))
    there = size > 1
    total = float(own @ size)
    differing = float((own[there] * (size[there] ** 2 - alike[there]) / (size[there] - 1)).sum())
    of_code = np.bincount(code, weights=count * own[unit])
    by_chance = total**2 - float((of_code**2).sum())
    if total < 2 or np.count_nonzero(of_code) < 2 or by_chance <= 0:
        return NAN
    return 1 - (total - 1) * differing / by_chance


def interval(articles: Sequence[str], measured: Callable[[Any], float], seed: int) -> tuple[float, float]:
    """The 95 % interval of a measure over articles drawn anew; NaN where there are fewer than two articles.

    Parameters
    ----------
    articles: of each item that is weighed its article.
    measured: the measure, from a weight of each item; draws in which it is NaN do not count.
    seed: of the draws.
    """
    import numpy as np

    names, place = np.unique(np.asarray(articles, dtype=object).astype(str), return_inverse=True)
    if len(names) < 2:
        return NAN, NAN
    draws = np.random.default_rng(seed).multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
    values = np.array([measured(weights) for weights in draws[:, place].astype(float)])
    values = values[~np.isnan(values)]
    if not len(values):
        return NAN, NAN
    low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
