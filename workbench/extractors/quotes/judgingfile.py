"""The file of judgements: rows that people can read and change, in whatever form a spreadsheet has saved them.

``quote-judgements.csv`` is UTF-8 with BOM and has a row for each judgement, in the order in which they count::

    n, verdict, quote                   accepted, rejected, corrected or added, and the id that the quotation had then
    article, start, end, text           the quotation as the coder says that it is
    kind, speaker, cue, stance          likewise; the speaker is an entity's id, empty where nobody is named
    coder, reason, when                 who said so, why, and when (ISO 8601, UTC)
    found_start, found_end              the span that the coder was shown; empty for one that was added
    speaker_text, speaker_start, speaker_end, cue_start, cue_end   the words that name the speaker, and the cue
    speaker_names                       the type and the spellings of the speaker, by which he is found again
    before, after                       what stands around the quotation, by which it is found again
    outside                             yes, where the coder insisted on a span that is no content
    page                                a fingerprint of the article's text

Verdict, article, start and end must be there; columns of one's own stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from workbench.corpus import sheets
from workbench.corpus.sheets import whole

__all__ = ["KINDS", "STANCES", "VERDICTS", "Judgement", "dumped", "parsed", "plain"]

VERDICTS = ("accepted", "rejected", "corrected", "added")
KINDS = ("direct", "indirect")
STANCES = ("endorsing", "neutral", "distancing")
COLUMNS = (
    *("n", "verdict", "quote", "article", "start", "end", "text", "kind", "speaker", "cue", "stance"),
    *("coder", "reason", "when", "found_start", "found_end", "speaker_text", "speaker_start", "speaker_end"),
    *("cue_start", "cue_end", "speaker_names", "before", "after", "outside", "page"),
)
SPANS = (("start", "end"), ("found_start", "found_end"), ("speaker_start", "speaker_end"), ("cue_start", "cue_end"))
NUMBERS = tuple(name for span in SPANS for name in span)
WHAT = "judgements"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: what a coder said, or why it cannot be read (``wrong``); ``cells`` are those that it was read from."""

    verdict: str
    quote: str = ""
    article: str = ""
    start: int = -1
    end: int = -1
    text: str = ""
    kind: str = ""
    speaker: str = ""
    cue: str = ""
    stance: str = ""
    coder: str = ""
    reason: str = ""
    when: str = ""
    found_start: int = -1
    found_end: int = -1
    speaker_text: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    cue_start: int = -1
    cue_end: int = -1
    speaker_names: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    outside: str = ""
    page: str = ""
    wrong: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def found(self) -> tuple[int, int]:
        """The span that the coder was shown; that of what was added."""
        return (self.found_start, self.found_end) if self.found_start >= 0 else (self.start, self.end)


TEXTS = tuple(one.name for one in fields(Judgement) if one.name not in (*NUMBERS, "speaker_names", "wrong", "cells"))


def parsed(content: bytes | None) -> list[Judgement]:
    """The judgements in a file, in their order; a row that cannot be read says why.

    Raises
    ------
    UnreadableError: it is no file of judgements at all.
    """
    names, table = sheets.rows(content, what=WHAT, needed=("verdict", "article", "start", "end"))
    return [_row(names, cells, number) for number, cells in table]


def dumped(judgements: Iterable[Judgement]) -> bytes:
    """The file with these judgements, numbered in their order."""
    rows = list(judgements)
    own = dict.fromkeys(name for one in rows for name, _ in one.cells if name not in COLUMNS)
    names = [*COLUMNS, *own]
    table = []
    for number, one in enumerate(rows, start=1):
        cells = dict(one.cells) if one.cells else _cells(one)
        cells["n"] = str(number)
        table.append([cells.get(name, "") for name in names])
    return sheets.content(names, table)


def plain(one: Judgement) -> Judgement:
    """A judgement without the cells that it was read from and without the id, which differs from run to run.

    What two files say alike is one judgement.
    """
    return replace(one, cells=(), quote="")


def _row(names: Sequence[str], values: Sequence[str], number: int) -> Judgement:
    surplus = [value for value in values[len(names) :] if value]
    cells = dict(zip(names, [*values, *[""] * len(names)], strict=False))
    kept = tuple((name, value) for name, value in cells.items() if name and name != "n")
    said: dict[str, Any] = {name: " ".join(cells.get(name, "").split()) for name in TEXTS}
    said["article"] = cells.get("article", "").strip()
    said |= {name: said[name].lower() for name in ("verdict", "kind", "stance", "outside")}
    spellings = tuple(name.strip() for name in cells.get("speaker_names", "").split(" | ") if name.strip())
    one = Judgement(**said, speaker_names=spellings, cells=kept)
    try:
        if surplus:
            raise ValueError(f"{len(surplus)} cells stand behind the last column")
        numbers: dict[str, Any] = {name: whole(cells, name) for name in NUMBERS}
        one = replace(one, **numbers)
        _check(one)
    except ValueError as error:
        rest = tuple((f"cell {place}", value) for place, value in enumerate(surplus, start=len(names) + 1))
        one = replace(one, wrong=f"row {number}: {error}", cells=(*kept, *rest))
    return one


def _check(one: Judgement) -> None:
    """Raises ValueError where a row says nothing that makes sense."""
    known: Mapping[str, tuple[str, ...]] = {
        "verdict": VERDICTS,
        "kind": ("", *KINDS),
        "stance": ("", *STANCES),
    }
    for name, values in known.items():
        if getattr(one, name) not in values:
            allowed = ", ".join(filter(None, values))
            raise ValueError(f"{getattr(one, name)!r} is no {name}; one of {allowed}")
    if not one.coder:
        raise ValueError("no coder is named")
    if not one.article:
        raise ValueError("no article is named")
    for first, last in SPANS:
        start, end = getattr(one, first), getattr(one, last)
        absent = (start, end) == (-1, -1) and first != "start"
        if not absent and not 0 <= start < end:
            raise ValueError(f"{first} {start} and {last} {end} are no span")


def _cells(one: Judgement) -> dict[str, str]:
    cells = {name: str(getattr(one, name)) for name in TEXTS}
    cells["speaker_names"] = " | ".join(one.speaker_names)
    return cells | {name: "" if getattr(one, name) < 0 else str(getattr(one, name)) for name in NUMBERS}
