"""The labels of other taggers: which of the types here each one is, and how a row of them is read as spans."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from typing import NamedTuple

from workbench.errors import WorkbenchError
from workbench.extractors.entities.tagging.protocol import TYPES, Tagged

__all__ = ["Labelled", "Labels", "sure"]

KINDS = {
    "PER": "PER", "PERS": "PER", "PERSON": "PER", "PEOPLE": "PER",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "FAC": "LOC", "FACILITY": "LOC", "GEO": "LOC", "GEO-LOC": "LOC",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "CORP": "ORG", "CORPORATION": "ORG",
}  # fmt: skip
"""The types here that labels of common schemes (CoNLL, OntoNotes, ACE, ANERcorp) stand for."""
OTHERS = (
    "MISC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip
"""Labels of the same schemes that are known to be none of the types here: they are left out without a word."""
PREFIXED = re.compile(r"([BILUESM])[-_](.+)", re.DOTALL)
BEGINNING, ENDING = frozenset("BUS"), frozenset("LEUS")


class Labelled(NamedTuple):
    """A stretch of the text that is a word or a mark, with the label that a tagger gave it."""

    start: int
    end: int
    label: str
    score: float


class Labels:
    """What the labels of one tagger mean.

    Parameters
    ----------
    tagger: its name, for what is told of it.
    more: types (PER, LOC, ORG; empty: none) of labels that no common scheme has; they win over those that one has.

    Raises
    ------
    WorkbenchError: a label is given a type that is none here.

    >>> labels = Labels("spacy", {"POLITICIAN": "PER"})
    >>> labels.kind("GPE"), labels.kind("politician"), labels.kind("NORP")
    ('LOC', 'PER', None)
    """

    def __init__(self, tagger: str, more: Mapping[str, str] | None = None) -> None:
        self._tagger = tagger
        self._kinds: dict[str, str] = {**KINDS, **dict.fromkeys(OTHERS, "")}
        self._told: set[str] = set()
        for label, kind in (more or {}).items():
            if kind and kind not in TYPES:
                raise WorkbenchError(
                    f"the label {label!r} cannot be of the type {kind!r}.",
                    hint=f'use {", ".join(TYPES)}, or "" for labels that are to be left out.',
                )
            self._kinds[label.upper()] = kind

    def kind(self, label: str) -> str | None:
        """The type of a label without its prefix; None where it has none, which is told once if it is not known."""
        found = self._kinds.get(label.upper())
        if found is None and label and label not in self._told:
            self._told.add(label)
            warnings.warn(
                f"the tagger {self._tagger} gives the label {label!r}, which is not known here: its spans are left "
                f'out. Hint: labels={{"{label}": "ORG"}} makes them organisations, labels={{"{label}": ""}} keeps this '
                "line away.",
                stacklevel=2,
            )
        return found or None

    def knows(self, labels: Iterable[str]) -> bool:
        """Whether any of the labels is of a type here."""
        return any(self._kinds.get(self.read(one)[1].upper()) for one in labels)

    def read(self, label: str) -> tuple[str, str]:
        """The prefix of a label (``B``, ``I`` ...; empty where it has none) and the rest, empty for a word outside."""
        match = PREFIXED.fullmatch(label)
        if label.upper() in self._kinds or not match:
            return "", "" if label in ("O", "") else label
        return match[1], match[2]

    def spans(self, row: Iterable[Labelled]) -> Iterator[Tagged]:
        """The spans that a row of labels describes, in the schemes IO, IOB, IOB2, IOBES and BILOU.

        >>> row = [Labelled(0, 8, "B-PERS", 0.9), Labelled(9, 14, "I-PERS", 0.8), Labelled(15, 16, "O", 0.9)]
        >>> list(Labels("camel").spans(row))
        [Tagged(start=0, end=14, type='PER', score=0.8)]
        """
        opened: Labelled | None = None
        closed = True
        for one in row:
            prefix, bare = self.read(one.label)
            if opened is not None and not closed and bare == opened.label and prefix not in BEGINNING:
                opened = Labelled(opened.start, one.end, bare, min(opened.score, sure(one.score)))
            else:
                yield from self._span(opened)
                opened = Labelled(one.start, one.end, bare, sure(one.score))
            closed = prefix in ENDING
        yield from self._span(opened)

    def _span(self, one: Labelled | None) -> Iterator[Tagged]:
        kind = self.kind(one.label) if one is not None else None
        if one is not None and kind is not None:
            yield Tagged(one.start, one.end, kind, one.score)


def sure(score: object) -> float:
    """A score between 0 and 1; 1 where a tagger gives none, or none that is a number."""
    number = 1.0 if score is None else float(str(score))
    return 1.0 if isnan(number) else min(max(number, 0.0), 1.0)
