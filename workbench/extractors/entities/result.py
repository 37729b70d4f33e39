"""What the entity extractor returns: mentions, the table of entities, their graph, and how they are corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.corpus import Corpus, frame_html
from workbench.corpus.kept import Kept
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.edits import Correctable
from workbench.extractors.entities.graph import Graphed
from workbench.extractors.entities.holders import Tenure
from workbench.extractors.entities.tables import ENTITY_COLUMNS, MENTION_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ENTITY_COLUMNS", "MENTION_COLUMNS", "Entities"]


class Entities(Graphed, Correctable):
    """The people, places and organisations of a corpus.

    Attributes
    ----------
    corpus: the articles that the offsets point into.
    mentions: a frame with the columns article, start, end, text, entity, type (PER LOC ORG), rule (which
        rule found it); one row a mention, ``corpus[article].text[start:end] == text``.
    table: a frame with the columns entity (its id), name, type, aliases (a list of the other spellings and
        roles), mentions, articles, sources (counts), reasons (one for each alias); most mentioned first.

    What is wrong in it is put right by ``merge``, ``split``, ``rename``, ``retype``, ``drop`` and ``add``, in place;
    ``undo`` and ``redo`` go back and forth, ``edits`` lists what was corrected. Each correction is written at once to
    ``entity-edits.csv`` beside the corpus and used again on the next run; mentions whose entity a correction has
    decided have the rule ``yours``. The id of an entity that was merged leads to the one that took its place.
    """

    def __init__(
        self,
        corpus: Corpus,
        mentions: pd.DataFrame,
        table: pd.DataFrame,
        *,
        unresolved: Sequence[Candidate] = (),
        sides: Sequence[tuple[Candidate, str]] = (),
        held: Sequence[tuple[str, Tenure]] = (),
        edits: Kept = False,
    ) -> None:
        self.corpus = corpus
        self.mentions = mentions
        self.table = table
        self._unresolved = tuple(unresolved)
        self._sides = tuple(sides)
        self._held = tuple(held)
        self._begin(edits)

    @property
    def unresolved(self) -> pd.DataFrame:
        """Names and roles that lead to nobody: a frame with the columns article, start, end, text, rule."""
        import pandas as pd

        rows = [
            (c.article, c.start, c.end, self.corpus[c.article].text[c.start : c.end], c.rule)
            for c in self._unresolved
            if not self._is_added(c.article, c.start, c.end)
        ]
        return pd.DataFrame(rows, columns=["article", "start", "end", "text", "rule"])

    @property
    def roles(self) -> pd.DataFrame:
        """What people are called beside their names: a frame with the columns entity, role, of, first, last, articles.

        ``role`` is the role as it is written most, ``of`` its words for what it is of, ``first`` and ``last`` the days
        on which articles that name it were published, ``articles`` how many they are.
        """
        import pandas as pd

        there = set(self.table["entity"])
        owners = [(entity if entity in there else self._former(entity)[0], one) for entity, one in self._held]
        rows = [(entity, *one[1:]) for entity, one in owners if entity in there]
        return pd.DataFrame(rows, columns=["entity", "role", "of", "first", "last", "articles"])

    @property
    def sides(self) -> pd.DataFrame:
        """Phrases that stand for a state named elsewhere and name nothing themselves (``الجانب الروسي``).

        A frame with the columns article, start, end, text, entity, type: they can speak, but are no mentions.
        """
        import pandas as pd

        rows = [
            (c.article, c.start, c.end, self.corpus[c.article].text[c.start : c.end], entity, c.type)
            for c, entity in self._sides
            if not self._is_added(c.article, c.start, c.end)
        ]
        return pd.DataFrame(rows, columns=["article", "start", "end", "text", "entity", "type"])

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        return f"Entities({len(self.table)} entities, {len(self.mentions)} mentions{self._told()})"

    def _repr_html_(self) -> str:
        from html import escape

        said = escape(self._told().removeprefix("; "))
        return (f"<p>{said}</p>" if said else "") + frame_html(self.table)

    def name(self, entity: str) -> str:
        """The name of an entity, or of the one that it was merged with; raises UnknownNameError for no entity's id."""
        found = self.table.loc[self.table["entity"] == entity, "name"]
        return str(found.iloc[0]) if len(found) else self._former(entity)[1]

    def of(self, entity: str) -> pd.DataFrame:
        """The mentions of one entity, or of the one that it was merged with: the same columns as ``mentions``."""
        if not (self.table["entity"] == entity).any():
            entity = self._former(entity)[0]
        return self.mentions[self.mentions["entity"] == entity].reset_index(drop=True)
