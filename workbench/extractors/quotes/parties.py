"""Who may be taken for whom: one speaker, a body and who speaks for it, or somebody whom a page leaves unnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.languages import packs
from workbench.text.phrases import peelings

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["Parties"]


class Parties:
    """Speakers and the ties between them.

    Two are tied where the entities' roles say that one speaks for or heads the other (``الناطق باسم الكرملين``), or
    where an article passes the words of one on through the other (``via``).

    Parameters
    ----------
    ties: pairs of entity ids.
    """

    def __init__(self, ties: Iterable[tuple[str, str]] = ()) -> None:
        self._tied = {frozenset(pair) for pair in ties if len(set(pair)) == 2 and all(pair)}
        self._root: dict[str, str] = {}
        for pair in sorted(map(sorted, self._tied)):
            one, other = sorted(map(self.of, pair))
            self._root[other] = one

    def of(self, speaker: str) -> str:
        """The party of a speaker: the same for all that ties lead to."""
        while speaker in self._root:
            speaker = self._root[speaker]
        return speaker

    def relation(self, a: str, b: str) -> str:
        """``same``, ``joined``, ``unknown`` (one has no name), ``nobody`` (neither has), ``other`` for two who differ."""
        if not a or not b:
            return "unknown" if a or b else "nobody"
        if a == b:
            return "same"
        return "joined" if frozenset((a, b)) in self._tied else "other"

    @classmethod
    def found(cls, table: pd.DataFrame, entities: Entities | None) -> Parties:
        """The ties that the entities' roles and the table of quotations tell."""
        ties: set[tuple[str, str]] = set()
        if "via" in table:
            ties.update(zip(table["speaker"].astype(str), table["via"].astype(str), strict=True))
        if entities is not None:
            ties.update(_offices(entities))
        return cls(ties)


def _offices(entities: Entities) -> Iterable[tuple[str, str]]:
    """People and the bodies that their roles are of, where these are named so."""
    bodies: dict[str, set[str]] = defaultdict(set)
    columns = ["entity", "name", "aliases", "type"]
    for entity, name, aliases, kind in entities.table[columns].itertuples(index=False, name=None):
        if kind == "ORG":
            for text in (name, *aliases):
                for language in packs():
                    bodies[language.fold(str(text))].add(str(entity))
    for person, of in entities.roles[["entity", "of"]].itertuples(index=False, name=None):
        for language in packs():
            first, *rest = language.fold(str(of)).split() or [""]
            for peel in peelings(first, language):
                found = bodies.get(" ".join([peel.core, *rest]), set())
                if len(found) == 1:
                    yield str(person), next(iter(found))
