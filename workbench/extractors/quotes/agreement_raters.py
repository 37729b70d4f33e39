"""Those whose quotations are compared: the rules, coders, and a gold."""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.corpus import Corpus
from workbench.errors import LoadError, WorkbenchError
from workbench.extractors.entities import Entities
from workbench.extractors.entities.refinding import folded
from workbench.extractors.quotes.agreement_measures import Spanned
from workbench.extractors.quotes.judgingtable import Judged, Row

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Item", "Rater", "coder_rater", "gold_rater", "tool_rater"]

REJECTED = "rejected"


class Item(NamedTuple):
    """A span that was decided on: whether it is a quotation (``holds``), and what is said of it.

    ``span`` is where the reader has it, ``shown`` the span that he was shown; both know the quotation by ``key``.
    """

    article: str
    span: Spanned
    shown: Spanned
    holds: bool
    speaker: str
    kind: str
    stance: str


@dataclass
class Rater:
    """What one reader has decided, by article; ``open`` is what he was shown and has not decided on."""

    name: str
    items: dict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))
    open: dict[str, list[Spanned]] = field(default_factory=lambda: defaultdict(list))

    @property
    def articles(self) -> set[str]:
        """Where he has decided anything."""
        return {article for article, items in self.items.items() if items}

    def add(self, item: Item) -> None:
        """One more decision."""
        self.items[item.article].append(item)


def tool_rater(judged: Judged) -> Rater:
    """The rules alone: what they found, and what stands in marks that they rejected."""
    rater = Rater("tool")
    for row in judged.found.rows.values():
        rater.add(_item(row, Spanned(int(row["start"]), int(row["end"]), str(row["quote"])), holds=True))
    left = judged.found.rejected
    for article, start, end in zip(left["article"], left["start"], left["end"], strict=True):
        span = Spanned(int(start), int(end))
        rater.add(Item(str(article), span, span, holds=False, speaker="", kind="", stance=""))
    return rater


def coder_rater(name: str, judged: Judged) -> Rater:
    """A coder, of judgements that are his alone; what was found in his articles and he has not judged is open."""
    rater = Rater(name)
    for quote, one in judged.counting.items():
        row = judged.row(quote)
        if row is not None:
            rater.add(_item(row, Spanned(*judged.judged_span(quote), quote), holds=one.holds))
    for quote, row in judged.found.rows.items():
        if quote not in judged.counting:
            rater.open[row["article"]].append(Spanned(int(row["start"]), int(row["end"]), quote))
    return rater


def _item(row: Row, shown: Spanned, *, holds: bool) -> Item:
    span = Spanned(int(row["start"]), int(row["end"]), shown.key)
    return Item(row["article"], span, shown, holds, str(row["speaker"]), str(row["kind"]), str(row["stance"]))


def gold_rater(
    gold: str | os.PathLike[str] | pd.DataFrame, corpus: Corpus, entities: Entities, *, name: str = "gold"
) -> Rater:
    """A gold; see ``Quotes.agreement`` for its columns.

    Raises
    ------
    LoadError: there is no such file, it lacks a column, or a row does not fit its page; the row is named.
    """
    rater = Rater(name)
    pages = _pages(corpus)
    speakers = _speakers(entities)
    where, rows = _rows(gold)
    latest: dict[object, Item] = {}
    for number, row in rows:
        article = pages.get(row.get("page", "")) or pages.get(row.get("article", ""), "")
        if not article:
            continue
        try:
            span = Spanned(*_span(row, corpus[article].text))
        except ValueError as error:
            raise LoadError(f"{where}, row {number}: {error}.", hint="a gold fits the text of its pages.") from error
        said = row.get("speaker", "")
        holds = REJECTED not in (row.get("kind", ""), row.get("verdict", ""))
        speaker = speakers.get(said) or speakers.get(folded(said), said)
        item = Item(article, span, span, holds, speaker, row.get("kind", ""), row.get("stance", ""))
        shown = (article, row.get("found_start") or span.start, row.get("found_end") or span.end)
        latest[tuple(map(str, shown)) if row.get("verdict") else number] = item
    for item in latest.values():
        rater.add(item)
    return rater


def _pages(corpus: Corpus) -> dict[str, str]:
    """The articles by their ids, and by the names of their files where only one has it."""
    stems: dict[str, list[str]] = defaultdict(list)
    for article in corpus:
        for name in {Path(article.origin).stem, Path(article.origin).name}:
            stems[name].append(article.id)
    return {name: ids[0] for name, ids in stems.items() if len(ids) == 1} | {one.id: one.id for one in corpus}


def _speakers(entities: Entities) -> dict[str, str]:
    """The ids of the entities by themselves, and by their names and aliases, folded, where only one has it."""
    table = entities.table
    called: dict[str, set[str]] = defaultdict(set)
    for entity, name, aliases in zip(table["entity"], table["name"], table["aliases"], strict=True):
        for one in (name, *aliases):
            called[folded(str(one))].add(str(entity))
    only = {name: min(ids) for name, ids in called.items() if name and len(ids) == 1}
    return only | {str(entity): str(entity) for entity in table["entity"]}


def _rows(gold: str | os.PathLike[str] | pd.DataFrame) -> tuple[str, list[tuple[int, dict[str, str]]]]:
    """What a gold is called, and its rows with their numbers."""
    if isinstance(gold, (str, os.PathLike)):
        where, names, rows = _read(Path(gold).expanduser())
    elif hasattr(gold, "to_dict") and hasattr(gold, "columns"):
        where, names = "the gold", [str(name) for name in gold.columns]
        rows = [{str(name): _cell(value) for name, value in row.items()} for row in gold.to_dict("records")]
    else:
        raise WorkbenchError(f"{type(gold).__name__} is no gold.", hint="gold= takes a path or a frame.")
    if not ({"page", "article"} & {*names} and ({"start", "end"} <= {*names} or "text" in names)):
        raise LoadError(
            f"{where} has no columns that say where a quotation stands.",
            hint="page (or article), and start and end or text and nth.",
        )
    return where, list(enumerate(rows, start=2))


def _read(path: Path) -> tuple[str, list[str], list[dict[str, str]]]:
    """What a file of a gold is called, its columns and its rows."""
    if not path.is_file():
        raise LoadError(f"there is no file {str(path)!r}.", hint="gold= takes a table or a frame.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LoadError(f"{str(path)!r} cannot be read: {error}.", hint="save it as UTF-8.") from error
    head, stream = text.split("\n", 1)[0], io.StringIO(text, newline="")
    try:
        if "\t" in head:
            table = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        else:
            table = list(csv.reader(stream, delimiter=max(",;", key=head.count), strict=True))
    except csv.Error as error:
        raise LoadError(f"{str(path)!r} cannot be read: {error}.", hint="save it as CSV UTF-8.") from error
    names = [name.strip() for name in table[0]] if table else []
    rows = [dict(zip(names, [*map(str.strip, cells), *[""] * len(names)], strict=False)) for cells in table[1:]]
    return str(path), names, rows


def _cell(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124 - NaN alone differs from itself


def _span(row: Mapping[str, str], text: str) -> tuple[int, int]:
    """Where the quotation of a row stands; raises ValueError where it does not."""
    if row.get("start"):
        start, end = int(float(row["start"])), int(float(row.get("end") or 0))
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}-{end} is no span of {row.get('page') or row.get('article')!r}")
        return start, end
    words, nth = row.get("text", ""), int(float(row.get("nth") or 1))
    position = -1
    for _ in range(nth if words else 0):
        position = text.find(words, position + 1)
        if position < 0:
            break
    if position < 0:
        raise ValueError(f"{words!r} does not stand there {nth} times")
    return position, position + len(words)
