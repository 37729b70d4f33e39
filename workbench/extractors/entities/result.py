"""What the entity extractor returns: mentions, the table of entities, and the graph of who stands beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.corpus import Corpus, frame_html
from workbench.errors import UnknownNameError
from workbench.extractors.entities.find import Candidate
from workbench.extractors.entities.graph import Graphed
from workbench.extractors.entities.tables import ENTITY_COLUMNS, MENTION_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ENTITY_COLUMNS", "MENTION_COLUMNS", "Entities"]


class Entities(Graphed):
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
