"""Folding with the way back: a folded text and, for each of its characters, where it stood."""

from __future__ import annotations

from typing import NamedTuple

from workbench.languages.pack import LanguagePack

__all__ = ["Folded", "fold"]


class Folded(NamedTuple):
    """A folded text; character ``i`` of it comes from ``original[positions[i]]``."""

    text: str
    positions: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` was folded from."""
        if start >= end:
            position = self.positions[start] if start < len(self.positions) else (self.positions or (-1,))[-1] + 1
            return position, position
        return self.positions[start], self.positions[end - 1] + 1


def fold(text: str, pack: LanguagePack) -> Folded:
    """The text folded by the pack, with an index map back to the original.

    >>> from workbench.languages import pack
    >>> folded = fold("بنّاءة", pack("ar"))
    >>> folded.text, folded.span(0, 3)
    ('بناءه', (0, 4))
    """
    characters: list[str] = []
    positions: list[int] = []
    for position, original in enumerate(text):
        replaced = pack.fold(original)
        characters.append(replaced)
        positions.extend([position] * len(replaced))
    return Folded("".join(characters), tuple(positions))
