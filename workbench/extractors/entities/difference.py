"""What two outlets, groups of outlets or periods tie together differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from workbench.corpus import Corpus, frame_html
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.entities.graph import evidence_frame, ids, limits, tallies
from workbench.extractors.entities.pairs import Evidence, Pairs, pairs
from workbench.extractors.entities.units import Part, Units, units

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyvis.network import Network

    from workbench.extractors.entities.graph import Graphed

__all__ = ["Difference", "Side", "asked", "compare"]

SIDED = ("weight_a", "weight_b", "share_a", "share_b", "difference")
NODE_COLUMNS = ("entity", "name", "type", "only", *SIDED, "mentions_a", "mentions_b", "articles_a", "articles_b")
EDGE_COLUMNS = ("a", "b", "only", *SIDED, "alpha_a", "alpha_b", "articles_a", "articles_b")
CHOICES = ("unit", "sources", "types", "since", "until")

Side = str | Sequence[str] | Mapping[str, Any]


@dataclass(frozen=True, repr=False)
class Difference:
    """Two networks on one set of nodes, and what each side has that the other lacks.

    Attributes
    ----------
    graph: a networkx graph. Nodes and edges have ``only`` ("a", "b" or "both"), ``weight_a`` and ``weight_b`` (how many
        units name the entity, or both entities), ``share_a`` and ``share_b`` (the weight as a share of all units of the
        side, 0 to 1), ``difference`` (share_a less share_b) and ``weight`` (of both sides). Nodes have name, type,
        mentions and articles, edges alpha and articles, of each side apart (``mentions_a`` ...); the alpha of an edge
        that a side lacks is 1. ``evidence_a`` and ``evidence_b`` of an edge hold its units, as in ``entities.graph``.
    a, b: what the sides are, in words.
    units_a, units_b: how many units each side has in all, what the shares are shares of.
    corpus: the articles that the offsets point into.
    """

    graph: nx.Graph
    a: str
    b: str
    units_a: int
    units_b: int
    corpus: Corpus

    @property
    def nodes(self) -> pd.DataFrame:
        """The nodes, those whose shares differ most first: entity, name, type, only, weights, shares, difference ..."""
        return _frame([(node, data) for node, data in self.graph.nodes(data=True)], NODE_COLUMNS, 1)

    @property
    def edges(self) -> pd.DataFrame:
        """The edges, those whose shares differ most first: a, b (ids), only, weights, shares, difference, alphas ..."""
        rows = [(*sorted(ends), data) for *ends, data in self.graph.edges(data=True)]
        return _frame(rows, EDGE_COLUMNS, 2)

    def evidence(self, x: str, y: str) -> pd.DataFrame:
        """The text behind one edge on both sides: the columns of ``entities.evidence``, and ``side`` (a or b).

        Raises
        ------
        UnknownNameError: there is no such edge.
        """
        import pandas as pd

        if not self.graph.has_edge(x, y):
            raise UnknownNameError(f"no edge joins {x!r} and {y!r}.", hint="difference.edges lists them.")
        data = self.graph[x][y]
        sides = {side: evidence_frame(self.corpus, [data[f"evidence_{side}"]]) for side in ("a", "b")}
        return pd.concat([frame.assign(side=side) for side, frame in sides.items()], ignore_index=True)

    def to_pyvis(self, **options: Any) -> Network:
        """As ``entities.to_pyvis``; an edge has the colour of the side that alone has it."""
        from workbench.extractors.entities.offline import network

        return network(self.graph, self.corpus, options)

    def to_gexf(self, path: str | Path) -> Path:
        """As ``entities.to_gexf``; an edge has the colour of the side that alone has it."""
        from workbench.extractors.entities.exports import write_gexf

        return write_gexf(self.graph, path)

    def to_graphml(self, path: str | Path) -> Path:
        """As ``entities.to_graphml``."""
        from workbench.extractors.entities.exports import write_graphml

        return write_graphml(self.graph, path)

    def to_csv(self, folder: str | Path) -> Path:
        """As ``entities.to_csv``: ``nodes.csv`` and ``edges.csv``."""
        from workbench.extractors.entities.exports import write_csv

        return write_csv(self.graph, folder)

    def __repr__(self) -> str:
        only = Counter(data["only"] for *_, data in self.graph.edges(data=True))
        return (
            f"Difference(a={self.a!r}, b={self.b!r}: {len(self.graph)} entities, edges only in a {only['a']}, "
            f"only in b {only['b']}, in both {only['both']})"
        )

    def _repr_html_(self) -> str:
        return f'<p dir="auto">a: {escape(self.a)} · b: {escape(self.b)}</p>{frame_html(self.edges)}'


def compare(entities: Graphed, a: Side, b: Side, options: dict[str, Any]) -> Difference:
    """The two sides counted on one set of nodes; the parameters are those of ``Graphed.difference``."""
    min_weight, significance = options.pop("min_weight", 1), options.pop("significance", None)
    limits(min_weight, significance)
    corpus, names = entities.corpus, ids(entities.table)
    parts = [Part.of(corpus, **{**options, **asked(side)}) for side in (a, b)]
    _apart(corpus, parts)
    found = [units(corpus, entities.mentions, entities.table, part) for part in parts]
    sides = [pairs(corpus, one, names) for one in found]
    graph = _nodes(entities, found)
    graph.add_edges_from(_edges(sides, min_weight, significance))
    labels = [_label(side, part) for side, part in zip((a, b), parts, strict=True)]
    totals = [one.total for one in found]
    graph.graph.update(a=labels[0], b=labels[1], units_a=totals[0], units_b=totals[1], unit=parts[0].unit)
    return Difference(graph, labels[0], labels[1], totals[0], totals[1], corpus)


def asked(side: Side) -> dict[str, Any]:
    """One side as what ``graph`` takes, by name.

    Raises
    ------
    WorkbenchError: it is none.
    """
    if isinstance(side, Mapping):
        unknown = sorted(str(key) for key in set(side) - set(CHOICES))
        if unknown:
            raise WorkbenchError(f"a side has no {unknown[0]!r}.", hint=f"it may have {', '.join(CHOICES)}.")
        return dict(side)
    if isinstance(side, tuple):
        if len(side) != 2:
            raise WorkbenchError(
                f"{side!r} is no period.",
                hint='a tuple is (first day, last day), as ("2025-01-01", None); outlets go in a list.',
            )
        return {"since": side[0], "until": side[1]}
    return {"sources": side}


def _apart(corpus: Corpus, parts: list[Part]) -> None:
    """Raise WorkbenchError unless each side holds articles, and none of the other's."""
    held = [{article.id for article in part.articles(corpus)[0]} for part in parts]
    for letter, articles in zip("ab", held, strict=True):
        if not articles:
            raise WorkbenchError(f"side {letter} holds no article.", hint="corpus.table lists sources and days.")
    both = held[0] & held[1]
    if both:
        raise WorkbenchError(
            f"both sides hold the same {len(both)} articles, such as {min(both)!r}.",
            hint="take outlets or days that do not overlap; a period includes its last day.",
        )
    if parts[0].unit != parts[1].unit:
        raise WorkbenchError(f"a counts by {parts[0].unit}, b by {parts[1].unit}.", hint="take one unit for both.")


def _label(side: Side, part: Part) -> str:
    words = [", ".join(sorted(part.sources))] if part.sources is not None else []
    if part.since or part.until:
        words.append(f"{part.since or ''} – {part.until or ''}".strip())
    return ", ".join(words) or str(side)


def _nodes(entities: Graphed, found: list[Units]) -> nx.Graph:
    """A graph of all entities that either side names."""
    import networkx as nx

    graph = nx.Graph()
    counts = [tallies(entities.corpus, one.named) for one in found]
    weights = [Counter(entity for unit in one.named for entity in unit.spans) for one in found]
    for row in entities.table.to_dict("records"):
        entity = str(row["entity"])
        if not any(entity in one for one in counts):
            continue
        own = {
            f"{key}_{letter}": one.get(entity, {}).get(key, 0)
            for key in ("mentions", "articles")
            for letter, one in zip("ab", counts, strict=True)
        }
        sided = _sided([one[entity] for one in weights], [one.total for one in found])
        total = {"mentions": own["mentions_a"] + own["mentions_b"]}
        graph.add_node(entity, name=row["name"], type=row["type"], **sided, **own, **total)
    return graph


def _sided(weights: list[int], totals: list[int]) -> dict[str, Any]:
    """What is said of a node or an edge on both sides."""
    shares = [weight / total if total else 0.0 for weight, total in zip(weights, totals, strict=True)]
    only: Literal["a", "b", "both"] = "a" if not weights[1] else "b" if not weights[0] else "both"
    return {
        "only": only,
        "weight": sum(weights),
        "weight_a": weights[0],
        "weight_b": weights[1],
        "share_a": shares[0],
        "share_b": shares[1],
        "difference": shares[0] - shares[1],
    }


def _edges(sides: list[Pairs], min_weight: int, significance: float | None) -> list[tuple[str, str, dict[str, Any]]]:
    """The edges that pass the limits on either side, each with both sides' counts and evidence."""
    import numpy as np

    kept = [side.code[side.kept(min_weight, significance)] for side in sides]
    names = sides[0].ids
    where = [{int(code): number for number, code in enumerate(side.code)} for side in sides]
    edges = []
    for code in np.union1d(*kept).tolist():
        x, y = names[code // len(names)], names[code % len(names)]
        numbers = [one.get(code) for one in where]
        weights = [0 if n is None else int(side.weight[n]) for side, n in zip(sides, numbers, strict=True)]
        data = _sided(weights, [side.units.total for side in sides])
        for letter, side, n in zip("ab", sides, numbers, strict=True):
            data[f"alpha_{letter}"] = 1.0 if n is None else float(side.alpha[n])
            data[f"articles_{letter}"] = 0 if n is None else int(side.articles[n])
            data[f"evidence_{letter}"] = Evidence(x, y) if n is None else side.evidence(n)
        edges.append((x, y, data))
    return edges


def _frame(rows: list[tuple[Any, ...]], columns: tuple[str, ...], given: int) -> pd.DataFrame:
    """Rows of ids and attributes as a frame, the largest difference first."""
    import pandas as pd

    flat = [(*row[:given], *(row[given][key] for key in columns[given:])) for row in rows]
    at = columns.index("difference")
    flat.sort(key=lambda row: (-abs(row[at]), row[:given]))
    return pd.DataFrame(flat, columns=list(columns))
