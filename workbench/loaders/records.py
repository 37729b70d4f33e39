"""What passes from a reader to the corpus: a page as it was read, or a refusal with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from workbench.corpus import BlockKind

if TYPE_CHECKING:
    from workbench.loaders.files import File

__all__ = [
    "FIELDS",
    "Address",
    "Hint",
    "Hints",
    "Meta",
    "Page",
    "Piece",
    "Reader",
    "Refusal",
    "Unreadable",
    "broke",
    "printable",
]

FIELDS = ("id", "source", "title", "published", "author", "url", "language")
"""What a table, an ``outlets.csv`` or a page's own metadata can say about an article."""

HALVES = re.compile("[\ud800-\udfff]")

Meta = dict[str, object]
"""The fields of an article that are known, by name; ``published`` as it was written."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup of a page says about one of its lines.

    Parameters
    ----------
    kind, rule: the kind of block that the element means, None where it means none.
    main: whether the line stands in the main text, None where that isn't known.
    link: whether the whole line is a link.
    label: how many characters at its head are the name of a field and no text, such as ``HD`` in ``HD Headline``;
        they are furniture, and the rest of the line is what the hint says.
    """

    kind: BlockKind | None = None
    rule: str = ""
    main: bool | None = None
    link: bool = False
    label: int = 0


@dataclass(frozen=True)
class Hints:
    """What is known about a page beside its text: title, author and outlet, and a hint by the start of a line."""

    title: str = ""
    author: str = ""
    lines: Mapping[int, Hint] = field(default_factory=dict)
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read, before its blocks are marked.

    Parameters
    ----------
    name: what its id is made of where none is given.
    origin: the file, or the file and the row.
    text: the page's own text.
    meta: what is said about the page.
    hints: what its markup says, by the start of a line.
    notes: what the report should tell, such as the encoding.
    attached: the file beside a table that its text was read from, absolute, with forward slashes.
    """

    name: str
    origin: str
    text: str
    meta: Meta = field(default_factory=dict)
    hints: Mapping[int, Hint] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    attached: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or row that became no page, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Address:
    """A page of which only the address is known, and what is said about it: it is fetched, or refused as not here.

    Parameters
    ----------
    name, origin, meta, notes: as of a ``Page``.
    url: where it stood.
    """

    name: str
    origin: str
    url: str
    meta: Meta = field(default_factory=dict)
    notes: tuple[str, ...] = ()


Piece = Page | Refusal | Address


class Unreadable(Exception):  # noqa: N818
    """A reader's word to ``load``: this file cannot be read, for this reason. It becomes a row of the report."""


def broke(error: Exception) -> str:
    """What the report says of a page that met a fault of ours, or of a library below us."""
    if isinstance(error, RecursionError):
        return "its parts are nested too deep for any page that is meant to be read"
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    return f"it broke the loader: {type(error).__name__}: {error}"


def printable(text: str) -> str:
    r"""The text with U+FFFD for each half of a character, which no file can hold.

    >>> printable("caf\udce9.txt") == "caf\ufffd.txt"
    True
    """
    return HALVES.sub("\ufffd", text)


class Reader(Protocol):
    """Reads one file: its pages, addresses and refusals, in order.

    ``columns`` are those that the user named, field to column name. ``Unreadable`` means that the whole file has
    nothing to give; what goes wrong with one piece of many is a ``Refusal`` among the others.
    """

    def __call__(self, file: File, columns: Mapping[str, str], /) -> Iterator[Piece]:
        """The pieces of a file."""
        ...
