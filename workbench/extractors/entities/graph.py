"""Who stands beside whom: the graph of entities named together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.corpus import Corpus
from workbench.languages import pack
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyvis.network import Network

__all__ = ["Graphed"]


class Graphed:
    """What a result with mentions and a table of entities can draw: its graph."""

    corpus: Corpus
    mentions: pd.DataFrame
    table: pd.DataFrame

    def graph(self) -> nx.Graph:
        """Who is mentioned beside whom: a networkx graph.

        Nodes are entity ids with the attributes name, type, mentions, articles; an edge joins two entities named in one
        sentence, with ``weight`` (how many sentences) and ``sentences`` (a list of (article, start, end)).
        """
        import networkx as nx

        graph = nx.Graph()
        for row in self.table.to_dict("records"):
            graph.add_node(
                row["entity"],
                name=row["name"],
                type=row["type"],
                mentions=int(row["mentions"]),
                articles=int(row["articles"]),
            )
        for place, present in self._sentences().items():
            for a, b in combinations(sorted(present), 2):
                if graph.has_edge(a, b):
                    graph[a][b]["weight"] += 1
                    graph[a][b]["sentences"].append(place)
                else:
                    graph.add_edge(a, b, weight=1, sentences=[place])
        return graph

    def _sentences(self) -> dict[tuple[str, int, int], set[str]]:
        """The sentences that name an entity, as (article, start, end), each with the entities it names."""
        found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
        for article_id, rows in self.mentions.groupby("article", sort=False):
            article = self.corpus[str(article_id)]
            language = pack(article.language)
            spans = [
                span
                for block in article.content
                for span in sentences(article.text, language, start=block.start, end=block.end)
            ]
            begins = [span.start for span in spans]
            for start, entity in zip(rows["start"], rows["entity"], strict=True):
                position = bisect_right(begins, start) - 1
                if position >= 0 and start < spans[position].end:
                    found[article.id, spans[position].start, spans[position].end].add(entity)
        return found

    def to_pyvis(self, **options: Any) -> Network:
        """The graph as the pyvis network people know, every label escaped; ``options`` go to ``Network``."""
        from html import escape

        from pyvis.network import Network

        network = Network(**{"cdn_resources": "in_line", "notebook": False, **options})
        graph = self.graph()
        for node, data in graph.nodes(data=True):
            network.add_node(node, label=escape(data["name"]), group=data["type"], value=data["mentions"])
        for a, b, data in graph.edges(data=True):
            network.add_edge(a, b, value=data["weight"])
        return network
