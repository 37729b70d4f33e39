"""What is exported: a corpus and whichever results on it were given, and the frames that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.corpus import Corpus, expect_same
from workbench.errors import WorkbenchError
from workbench.widgets.excerpts import first_words

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Results", "gathered"]

KINDS = {"Entities": "entities", "Quotes": "quotes", "Overlap": "overlap"}
TEXTS = ("text", "wording", "a_text", "b_text")
"""Columns that hold words of the articles."""
HINT = "a corpus, what wb.entities, wb.quotes and wb.overlap returned, a list of these, or a wb.Workbench."


@dataclass(frozen=True)
class Results:
    """A corpus with its results; None for one that was not given."""

    corpus: Corpus
    entities: Entities | None = None
    quotes: Quotes | None = None
    overlap: Overlap | None = None

    def frames(self, *, texts: bool = True) -> Iterator[tuple[str, pd.DataFrame]]:
        """Every frame with the name of its table; without texts, quotations keep what a page without texts keeps."""
        for name, frame in self._frames():
            yield name, frame if texts else _cut(frame)

    def _frames(self) -> Iterator[tuple[str, pd.DataFrame]]:
        yield "articles", self.corpus.table
        yield "files", self.corpus.report.table
        if self.entities is not None:
            yield "entities", self.entities.table
            yield "mentions", self.entities.mentions
            yield "unresolved", self.entities.unresolved
        if self.quotes is not None:
            yield "quotes", self.quotes.table
            yield "lineages", self.quotes.lineages
            yield "not-quotations", self.quotes.rejected
        if self.overlap is not None:
            yield "overlap-pairs", self.overlap.pairs
            yield "overlap-passages", self.overlap.passages
            if self.overlap.meaning:
                yield "overlap-reworded", self.overlap.reworded


def gathered(results: object) -> Results:
    """A corpus and its results out of what was given.

    Raises
    ------
    WorkbenchError: something else is among it, or two of it were made from different corpora.
    """
    found: dict[str, Any] = {}
    for one in _flat(results):
        kinds = [cls.__name__ for cls in type(one).__mro__]
        name = next((KINDS[kind] for kind in kinds if kind in KINDS), "corpus" if "Corpus" in kinds else None)
        if name is None:
            raise WorkbenchError(f"{type(one).__name__} cannot be exported.", hint=HINT)
        found[name] = one
    if not found:
        raise WorkbenchError("there is nothing to export.", hint=HINT)
    corpus = found.pop("corpus", None) or next(iter(found.values())).corpus
    for name, result in found.items():
        expect_same(corpus, result.corpus, what=name)
    if "quotes" in found:
        found.setdefault("entities", found["quotes"].entities)
    return Results(corpus, **found)


def _cut(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].map(first_words) for name in TEXTS if name in frame})


def _flat(results: Any) -> Iterator[object]:
    """The single results: of a view, those that it shows."""
    if hasattr(results, "told"):
        yield from (one for name in ("corpus", *KINDS.values()) if (one := getattr(results, name)) is not None)
    elif isinstance(results, Iterable) and not isinstance(results, Corpus | str):
        for one in results:
            yield from _flat(one)
    else:
        yield results
