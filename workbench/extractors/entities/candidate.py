"""A mention before anybody knows of whom: what finders give and what ``resolve.py`` turns into entities."""

from __future__ import annotations

from dataclasses import dataclass, replace

__all__ = ["Candidate", "Role"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its title, its office (``الدفاع``), the place or body it belongs to."""

    title: str
    office: str
    of: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention before anybody knows of whom.

    ``start``/``end`` is the name; ``phrase_start``/``phrase_end`` the noun phrase with its titles. ``parts`` are the
    folded components of a personal name (none for a role without a name); ``name`` the canonical name of a place or
    body, ``identity`` what it is called in every language, where the packs know. ``role_end`` is where the title
    before a name ends. ``sure`` is False for a name that needs support from elsewhere in the corpus.
    """

    article: str
    start: int
    end: int
    type: str
    rule: str
    phrase_start: int
    phrase_end: int
    parts: tuple[str, ...] = ()
    name: str = ""
    identity: str = ""
    role: Role | None = None
    role_end: int = -1
    sure: bool = True

    def nameless(self) -> Candidate:
        """The same phrase taken as a role alone, where its last words turn out to be no name."""
        start, end = self.phrase_start, self.role_end
        return replace(self, start=start, end=end, phrase_end=end, parts=(), rule="role", sure=True)
