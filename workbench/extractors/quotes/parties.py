"""Who may be taken for whom: one speaker, a body and who speaks for it, or somebody whom a page leaves unnamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.extractors.quotes.callednames import alike_names
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
    alike: pairs of those whose names are alike.
    """

    def __init__(self, ties: Iterable[tuple[str, str]] = (), alike: Iterable[tuple[str, str]] = ()) -> None:
        self._tied, self._alike = _pairs(ties), _pairs(alike)
        self._root: dict[str, str] = {}
        for pair in sorted(map(sorted, self._tied | self._alike)):
            one, other = sorted(map(self.of, pair))
            if one != other:
                self._root[other] = one

    def of(self, speaker: str) -> str:
        """The party of a speaker: the same for all that ties lead to."""
        while speaker in self._root:
            speaker = self._root[speaker]
        return speaker

    def relation(self, a: str, b: str) -> str:
        """What two speakers are to each other.

        ``same``; ``joined``; ``alike`` where their names are; ``unknown`` where one has no name, ``nobody`` where
        neither has; empty for two who differ.
        """
        if not a or not b:
            return "unknown" if a or b else "nobody"
        if a == b:
            return "same"
        pair = frozenset((a, b))
        return "joined" if pair in self._tied else "alike" if pair in self._alike else ""

    @classmethod
    def found(cls, table: pd.DataFrame, entities: Entities | None) -> Parties:
        """The ties that the entities' roles and the table of quotations tell."""
        ties: set[tuple[str, str]] = set()
        if "via" in table:
            ties.update(zip(table["speaker"].astype(str), table["via"].astype(str), strict=True))
        if entities is not None:
            ties.update(_offices(entities))
        return cls(ties, alike_names(_names(table["speaker"].astype(str), entities)))


def _pairs(given: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in given if len(set(pair)) == 2 and all(pair)}


def _names(speakers: Iterable[str], entities: Entities | None) -> dict[str, list[str]]:
    """The names of speakers; one whom the entities do not know is called by his id."""
    names = {speaker: [speaker] for speaker in sorted(set(speakers)) if speaker}
    if entities is not None:
        for entity, name in entities.table[["entity", "name"]].itertuples(index=False, name=None):
            if entity in names:
                names[entity].append(str(name))
    return names


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
