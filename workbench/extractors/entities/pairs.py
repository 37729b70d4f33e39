"""Who stands beside whom in the units of a text: every pair counted, with the units that show it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from workbench.corpus import Corpus
from workbench.extractors.entities.backbone import disparity
from workbench.extractors.entities.units import Span, Unit, Units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Evidence", "Pairs", "Witness", "pairs"]


class Witness(NamedTuple):
    """One unit that names two entities: ``corpus[article].text[start:end]``, and where each is named in it."""

    article: str
    start: int
    end: int
    spans: Mapping[str, tuple[Span, ...]]


class Evidence(Sequence[Witness]):
    """The units that name both ``a`` and ``b``, in the order of the corpus; made when they are looked at."""

    __slots__ = ("_chosen", "_units", "a", "b")

    def __init__(self, a: str, b: str, units: Sequence[Unit] = (), chosen: Sequence[int] | NDArray[Any] = ()) -> None:
        self.a, self.b = a, b
        self._units, self._chosen = units, chosen

    def __len__(self) -> int:
        return len(self._chosen)

    @overload
    def __getitem__(self, position: int) -> Witness: ...
    @overload
    def __getitem__(self, position: slice) -> list[Witness]: ...
    def __getitem__(self, position: int | slice) -> Witness | list[Witness]:
        if isinstance(position, slice):
            return [self._witness(int(one)) for one in self._chosen[position]]
        return self._witness(int(self._chosen[position]))

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Evidence({self.a!r}, {self.b!r}, {len(self)} units)"

    def _witness(self, number: int) -> Witness:
        one = self._units[number]
        return Witness(one.article, one.start, one.end, {self.a: one.spans[self.a], self.b: one.spans[self.b]})


@dataclass(frozen=True)
class Pairs:
    """Every pair that some unit names, in the order of their ids; the arrays run in parallel.

    ``a`` and ``b`` are positions in ``ids``; ``weight``, ``articles`` and ``sources`` count units, articles and
    outlets; ``alpha`` is that of the disparity filter.
    """

    ids: Sequence[str]
    units: Units
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    weight: NDArray[np.int64]
    articles: NDArray[np.int64]
    sources: NDArray[np.int64]
    alpha: NDArray[np.float64]
    _shown: NDArray[np.int64]
    _first: NDArray[np.int64]

    @property
    def code(self) -> NDArray[np.int64]:
        """One number for each pair, in rising order: the same pair has the same one wherever the ids are the same."""
        return self.a * len(self.ids) + self.b

    def kept(self, min_weight: int, significance: float | None) -> NDArray[np.bool_]:
        """Of each pair, whether it stands together often enough, and more often than chance has it."""
        enough = self.weight >= min_weight
        return enough if significance is None else enough & (self.alpha < significance)

    def evidence(self, number: int) -> Evidence:
        """The units behind one pair."""
        first = int(self._first[number])
        chosen = self._shown[first : first + int(self.weight[number])]
        return Evidence(self.ids[self.a[number]], self.ids[self.b[number]], self.units.named, chosen)

    def edges(self, chosen: NDArray[np.bool_]) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """The chosen pairs as edges of a networkx graph."""
        import numpy as np

        for number in np.flatnonzero(chosen).tolist():
            data = {
                "weight": int(self.weight[number]),
                "alpha": float(self.alpha[number]),
                "articles": int(self.articles[number]),
                "sources": int(self.sources[number]),
                "evidence": self.evidence(number),
            }
            yield self.ids[self.a[number]], self.ids[self.b[number]], data


def pairs(corpus: Corpus, units: Units, ids: Sequence[str]) -> Pairs:
    """Every pair of entities in the units of a part; ``ids`` are all entities, in order.

    Each pair in each unit takes some 40 bytes while it is counted and 8 afterwards, whatever the number of
    different pairs; a unit with n entities has n(n - 1) / 2 of them, and none is left out.
    """
    import numpy as np

    number = {entity: position for position, entity in enumerate(ids)}
    outlets = {source: position for position, source in enumerate(corpus.sources)}
    many = max(1, len(ids))
    codes, shown = array("q"), array("q")
    for position, unit in enumerate(units.named):
        present = sorted(number[entity] for entity in unit.spans)
        codes.extend(a * many + b for a, b in combinations(present, 2))
        shown.extend([position] * (len(present) * (len(present) - 1) // 2))
    every = np.frombuffer(codes, dtype=np.int64) if codes else np.empty(0, np.int64)
    order = np.argsort(every, kind="stable")
    every, place = every[order], (np.frombuffer(shown, dtype=np.int64) if shown else np.empty(0, np.int64))[order]
    code, first, weight = np.unique(every, return_index=True, return_counts=True)
    article = _numbers([unit.article for unit in units.named])
    source = np.array([outlets[corpus[unit.article].source] for unit in units.named], dtype=np.int64)
    a, b = code // many, code % many
    return Pairs(
        ids,
        units,
        a,
        b,
        weight,
        _distinct(every, article[place], code),
        _distinct(every, source[place], code),
        disparity(a, b, weight),
        place,
        first,
    )


def _numbers(names: Sequence[str]) -> NDArray[np.int64]:
    import numpy as np

    seen: dict[str, int] = {}
    return np.array([seen.setdefault(name, len(seen)) for name in names], dtype=np.int64)


def _distinct(every: NDArray[np.int64], of: NDArray[np.int64], code: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many different values each code goes with."""
    import numpy as np

    base = int(of.max(initial=0)) + 1
    seen = np.unique(every * base + of) // base
    return np.searchsorted(seen, code, side="right") - np.searchsorted(seen, code, side="left")
