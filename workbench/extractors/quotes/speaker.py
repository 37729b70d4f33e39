"""Noun phrases that can speak."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["OPENING", "Speaker"]

OPENING = ("«", "“", '"', "‘", "»", "”")  # marks between a head and a body's name


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun phrase that can speak.

    ``start``/``end`` is the whole phrase, ``name_start``/``name_end`` the words that name the speaker; ``entity`` is
    empty for the unnamed, and ``flag`` then says why. ``kind``: person, place, body, role, group,
    document, evidence (figures that nobody is said to have issued). ``gender``:
    m, f, p (several) or empty, see `genders`. ``voiced``: a body for which somebody without a name speaks.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    entity: str
    kind: str
    flag: str = ""
    gender: str = ""
    voiced: bool = False
