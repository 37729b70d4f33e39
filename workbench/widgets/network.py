"""Who is named, and beside whom: the entity network."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workbench.corpus import expect
from workbench.widgets.base import View

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities

__all__ = ["EntityNetwork"]


class EntityNetwork(View):
    """The entities of a corpus as a network: click one to see its mentions, click a tie for the sentences behind it.

    Its other pictures set outlets side by side on one layout, and show what two outlets tie together differently, by
    the definitions of ``entities.difference``. Names can be merged, renamed, retyped and dropped in it: the same as in
    ``entities.merge`` and its fellows, kept in the same file, with undo.

    Parameters
    ----------
    entities: what ``wb.entities(corpus)`` returns.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.
    """

    bundle: ClassVar[str] = "network"

    def __init__(self, entities: Entities, *, language: str | None = None, height: int | None = None) -> None:
        expect(entities, "Entities", maker="wb.entities(corpus)")
        super().__init__(entities.corpus, entities=entities, language=language, height=height)
