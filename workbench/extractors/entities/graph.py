"""Who stands beside whom: the graph of entities that one sentence, paragraph or article names together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.entities.pairs import Evidence, pairs
from workbench.extractors.entities.units import Day, Part, Unit, units

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyvis.network import Network

    from workbench.extractors.entities.difference import Difference

__all__ = ["EDGE_COLUMNS", "EVIDENCE_COLUMNS", "NODE_COLUMNS", "Graphed"]

NODE_COLUMNS = ("entity", "name", "type", "mentions", "articles", "sources", "degree", "strength")
EDGE_COLUMNS = ("a", "b", "weight", "alpha", "sources", "articles")
EVIDENCE_COLUMNS = ("a", "b", "article", "start", "end", "text", "entity", "mention_start", "mention_end", "mention")


class Cut(TypedDict, total=False):
    """What ``Graphed.graph`` takes, by name."""

    unit: str
    sources: str | Iterable[str] | None
    types: str | Iterable[str] | None
    min_weight: int
    since: Day
    until: Day
    significance: float | None


class Graphed:
    """What a result with mentions and a table of entities can draw: its graph."""

    corpus: Corpus
    mentions: pd.DataFrame
    table: pd.DataFrame

    if TYPE_CHECKING:  # that of the corrections: where an id leads that the table has no more

        def _former(self, entity: str) -> tuple[str, str]: ...

    def graph(
        self,
        unit: str = "sentence",
        sources: str | Iterable[str] | None = None,
        types: str | Iterable[str] | None = None,
        min_weight: int = 1,
        *,
        since: Day = None,
        until: Day = None,
        significance: float | None = None,
    ) -> nx.Graph:
        """Who is mentioned beside whom: a networkx graph in which every edge opens the text that it stands for.

        Nodes are the entities named in the chosen part, whether tied or not, by id, with the attributes name, type,
        mentions, articles, sources (counts within the part). An edge joins two that one unit names, with

        - ``weight``: how many units name both; ``articles`` and ``sources``: how many of each;
        - ``alpha``: how likely chance alone gives the tie that much of a node's weight, by the disparity filter of
          Serrano, Boguñá and Vespignani ("Extracting the multiscale backbone of complex weighted networks", PNAS 106
          (2009), 6483-6488), the smaller of its two ends; an end with one tie only does not count;
        - ``evidence``: a sequence of (article, start, end, spans), one a unit; ``spans`` gives the spans of each of
          the two, by id. All offsets are code points into ``corpus[article].text``.

        ``graph.graph`` says what was asked, how many units and articles the part has, how many articles it leaves out
        as they carry no date (``undated``), and how many edges the limits cut (``cut``).

        Parameters
        ----------
        unit: "sentence", "paragraph" (a block, parted at blank lines) or "article". A unit that names n entities gives
            n(n - 1) / 2 pairs, and none is left out: an article with 500 names gives 124,750. A corpus of 5,000
            articles with 30 names each takes seconds; where lists of hundreds of names are common, take the sentence.
        sources: an outlet, or several; all where it is None.
        types: PER, LOC, ORG, one or several; all where it is None.
        min_weight: edges of fewer units are cut.
        since, until: the first and the last day, as "2025-01-31" or a date; articles without a date are left out.
        significance: edges whose alpha is not below it are cut, such as 0.05. Alpha is always that of the whole
            part, whatever ``min_weight`` cuts.

        Raises
        ------
        UnknownNameError: no article is from that outlet.
        WorkbenchError: no such unit, type or day; a limit out of its range.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> from workbench.extractors.entities import entities
        >>> text = "التقى الرئيس الروسي فلاديمير بوتين الرئيس السوري أحمد الشرع."
        >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
        >>> tie = entities(Corpus([page])).graph()["فلاديمير بوتين"]["أحمد الشرع"]
        >>> tie["weight"], [text[s:e] for s, e in tie["evidence"][0].spans["أحمد الشرع"]]
        (1, ['أحمد الشرع'])
        """
        import networkx as nx

        limits(min_weight, significance)
        part = Part.of(self.corpus, unit=unit, sources=sources, types=types, since=since, until=until)
        found = units(self.corpus, self.mentions, self.table, part)
        every = pairs(self.corpus, found, ids(self.table))
        kept = every.kept(min_weight, significance)
        graph = nx.Graph(
            unit=part.unit,
            sources=sorted(part.sources or self.corpus.sources),
            types=sorted(part.types or ("LOC", "ORG", "PER")),
            since="" if part.since is None else part.since.isoformat(),
            until="" if part.until is None else part.until.isoformat(),
            units=found.total,
            articles=found.articles,
            undated=found.undated,
            cut=int(len(kept) - kept.sum()),
        )
        counts = tallies(self.corpus, found.named)
        for row in self.table.to_dict("records"):
            if row["entity"] in counts:
                graph.add_node(row["entity"], name=row["name"], type=row["type"], **counts[row["entity"]])
        graph.add_edges_from(every.edges(kept))
        return graph

    def nodes(self, **part: Unpack[Cut]) -> pd.DataFrame:
        """The nodes of ``graph(...)``, a row each: entity, name, type, mentions, articles, sources, degree, strength.

        ``degree`` is the number of its edges, ``strength`` the sum of their weights; parameters as in ``graph``.
        """
        return node_frame(self.graph(**part))

    def edges(self, **part: Unpack[Cut]) -> pd.DataFrame:
        """The edges of ``graph(...)``, a row each: a, b (ids), weight, alpha, sources, articles; heaviest first.

        Parameters as in ``graph``.
        """
        return edge_frame(self.graph(**part))

    def evidence(self, a: str | None = None, b: str | None = None, **part: Unpack[Cut]) -> pd.DataFrame:
        """The text behind an edge, behind all edges of one entity, or behind all: a row for each mention in each unit.

        An id that was merged leads to the one that took its place.

        Columns: a, b (ids), article, start, end, text (the unit), entity (which of the two), mention_start,
        mention_end, mention. Parameters from ``unit`` on as in ``graph``.

        Raises
        ------
        UnknownNameError: no entity has that id.
        """
        known = set(self.table["entity"])
        asked = [one if one in known else self._former(one)[0] for one in (a, b) if one is not None]
        edges = self.graph(**part).edges(data=True) if len(asked) == len(set(asked)) else ()
        found = (data["evidence"] for x, y, data in edges if {x, y}.issuperset(asked))
        return evidence_frame(self.corpus, sorted(found, key=lambda one: (one.a, one.b)))

    def difference(
        self,
        a: str | Sequence[str] | Mapping[str, Any],
        b: str | Sequence[str] | Mapping[str, Any],
        **part: Unpack[Cut],
    ) -> Difference:
        """What two outlets, groups of outlets or periods tie together differently, on one set of nodes.

        Parameters
        ----------
        a, b: the two sides: an outlet, a list of outlets, a tuple of a period's first and last day (None where it is
            open), or a dict of what ``graph`` takes, such as ``{"sources": ["الضفة"], "since": "2025-01-01"}``.
        part: as in ``graph``; it holds for both sides. ``min_weight`` and ``significance`` keep an edge that passes
            on either side.

        Returns
        -------
        Difference: ``.graph``, ``.nodes``, ``.edges``, ``.evidence(x, y)`` and the exports. ``only`` is a, b or both;
            weights stand beside shares of all units of their side, so that a large outlet does not win by its size.

        Raises
        ------
        WorkbenchError: both sides hold the same article, or a side holds none.
        """
        from workbench.extractors.entities.difference import compare

        return compare(self, a, b, dict(part))

    def to_pyvis(self, graph: nx.Graph | None = None, **options: Any) -> Network:
        """The graph as the pyvis network people know, in places computed once, and loading nothing from anywhere.

        Parameters
        ----------
        graph: what ``graph(...)`` returned, also after you cut it further; the whole graph where it is None.
        options: go to pyvis' ``Network``: height, width, heading, select_menu, filter_menu ...

        Its files are UTF-8 and hold all that they need. No name is ever markup: < and > are shown as ‹ and ›.
        """
        from workbench.extractors.entities.offline import network

        return network(self.graph() if graph is None else graph, self.corpus, options)

    def to_gexf(self, path: str | Path, graph: nx.Graph | None = None) -> Path:
        """Write the graph as GEXF 1.2 with places, colours and sizes, as Gephi opens it; gives back the path.

        ``graph`` is what ``graph(...)`` returned; the whole graph where it is None.
        """
        from workbench.extractors.entities.exports import write_gexf

        return write_gexf(self.graph() if graph is None else graph, path)

    def to_graphml(self, path: str | Path, graph: nx.Graph | None = None) -> Path:
        """Write the graph as GraphML with label, x, y, size and colour of each node; gives back the path."""
        from workbench.extractors.entities.exports import write_graphml

        return write_graphml(self.graph() if graph is None else graph, path)

    def to_csv(self, folder: str | Path, graph: nx.Graph | None = None) -> Path:
        """Write ``nodes.csv`` (id, label ...) and ``edges.csv`` (source, target, weight ...); gives back the folder.

        UTF-8 with BOM; cells that a spreadsheet would run as formulas begin with ``'``. Gephi and igraph read both.
        """
        from workbench.extractors.entities.exports import write_csv

        return write_csv(self.graph() if graph is None else graph, folder)


def limits(min_weight: int, significance: float | None) -> None:
    """Raise WorkbenchError where a limit is none."""
    if min_weight < 1:
        raise WorkbenchError(f"min_weight is {min_weight!r}.", hint="it counts units: 1 keeps every edge.")
    if significance is not None and not 0 < significance <= 1:
        raise WorkbenchError(f"significance is {significance!r}.", hint="a chance above 0 and up to 1, such as 0.05.")


def ids(table: pd.DataFrame) -> list[str]:
    """All ids of a table of entities in one order."""
    return sorted(str(entity) for entity in table["entity"])


def tallies(corpus: Corpus, named: Iterable[Unit]) -> dict[str, dict[str, int]]:
    """Of each entity in these units: mentions, articles, sources (counts)."""
    mentions: Counter[str] = Counter()
    places: dict[str, set[str]] = {}
    for unit in named:
        for entity, spans in unit.spans.items():
            mentions[entity] += len(spans)
            places.setdefault(entity, set()).add(unit.article)
    return {
        entity: {
            "mentions": mentions[entity],
            "articles": len(articles),
            "sources": len({corpus[article].source for article in articles}),
        }
        for entity, articles in places.items()
    }


def node_frame(graph: nx.Graph) -> pd.DataFrame:
    """A row for each node: its id, its attributes, degree and strength."""
    import pandas as pd

    degree, strength = dict(graph.degree()), dict(graph.degree(weight="weight"))
    rows = [
        (node, *(data[key] for key in NODE_COLUMNS[1:6]), degree[node], int(strength[node]))
        for node, data in graph.nodes(data=True)
    ]
    return pd.DataFrame(rows, columns=list(NODE_COLUMNS))


def edge_frame(graph: nx.Graph) -> pd.DataFrame:
    """A row for each edge, the heaviest first."""
    import pandas as pd

    rows = [(*sorted(ends), *(data[key] for key in EDGE_COLUMNS[2:])) for *ends, data in graph.edges(data=True)]
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    return pd.DataFrame(rows, columns=list(EDGE_COLUMNS))


def evidence_frame(corpus: Corpus, evidence: Iterable[Evidence]) -> pd.DataFrame:
    """A row for each mention in each unit of each edge."""
    import pandas as pd

    rows = []
    for tie in evidence:
        for witness in tie:
            text = corpus[witness.article].text
            whole = text[witness.start : witness.end]
            for entity, spans in witness.spans.items():
                for start, end in spans:
                    rows.append((tie.a, tie.b, *witness[:3], whole, entity, start, end, text[start:end]))
    return pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS))
