"""What a tagger is: anything that gives spans of a text a type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["TYPES", "Tagged", "Tagger"]

TYPES = ("PER", "LOC", "ORG")


class Tagged(NamedTuple):
    """A span that a tagger found: ``text[start:end]``, its type (PER, LOC or ORG), and how sure it is (0 to 1).

    From 0.6 on it is a name; below, it only supports what a list or a rule finds at the same place.
    """

    start: int
    end: int
    type: str
    score: float


@runtime_checkable
class Tagger(Protocol):
    """Anything that finds names: give one to ``wb.entities(corpus, tagger=...)``.

    ``name`` stands in the reason of each mention that it finds.
    """

    name: str

    def tag(self, text: str, words: Sequence[Token], language: LanguagePack) -> list[Tagged]:
        """The names among the words of one block, in order, none within another.

        Parameters
        ----------
        text: the whole page; all offsets count in it.
        words: the words of one of its blocks.
        language: the pack of the page.
        """
        ...
