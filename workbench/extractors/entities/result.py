"""What the entity extractor returns: mentions, the table of entities, and the graph of who stands beside whom."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.corpus import Corpus, frame_html
from workbench.errors import UnknownNameError
from workbench.extractors.entities.find import Candidate
from workbench.languages import pack
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyvis.network import Network

__all__ = ["ENTITY_COLUMNS", "MENTION_COLUMNS", "Entities"]

MENTION_COLUMNS = ("article", "start", "end", "text", "entity", "type", "rule")
ENTITY_COLUMNS = ("entity", "name", "type", "aliases", "mentions", "articles", "sources")


class Entities:
    """The people, places and organisations of a corpus.

    Attributes
    ----------
    corpus: the articles that the offsets point into.
    mentions: a frame with the columns article, start, end, text, entity, type (PER LOC ORG), rule (which
        rule found it); one row a mention, ``corpus[article].text[start:end] == text``.
    table: a frame with the columns entity (its id), name, type, aliases (a list of the other spellings and
        roles), mentions, articles, sources (counts); most mentioned first.
    """

    def __init__(
        self, corpus: Corpus, mentions: pd.DataFrame, table: pd.DataFrame, *, unresolved: Sequence[Candidate] = ()
    ) -> None:
        self.corpus = corpus
        self.mentions = mentions
        self.table = table
        self._unresolved = tuple(unresolved)

    @property
    def unresolved(self) -> pd.DataFrame:
        """Names and roles that lead to nobody: a frame with the columns article, start, end, text, rule."""
        import pandas as pd

        rows = [
            (c.article, c.start, c.end, self.corpus[c.article].text[c.start : c.end], c.rule) for c in self._unresolved
        ]
        return pd.DataFrame(rows, columns=["article", "start", "end", "text", "rule"])

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        return f"Entities({len(self.table)} entities, {len(self.mentions)} mentions)"

    def _repr_html_(self) -> str:
        return frame_html(self.table)

    def name(self, entity: str) -> str:
        """The name of an entity; raises UnknownNameError for an id that is not in the table."""
        found = self.table.loc[self.table["entity"] == entity, "name"]
        if found.empty:
            raise UnknownNameError(
                f"no entity has the id {entity!r}.", hint="entities.table lists the ids in `entity`."
            )
        return str(found.iloc[0])

    def of(self, entity: str) -> pd.DataFrame:
        """The mentions of one entity: the same columns as ``mentions``."""
        self.name(entity)
        return self.mentions[self.mentions["entity"] == entity].reset_index(drop=True)

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
