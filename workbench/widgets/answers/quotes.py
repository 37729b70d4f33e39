"""Judgements of quotations made in a view: the same as in ``quotes.accept`` and its fellows, in the same file.

And what a view needs for them: the words of a page with their offsets, which it never counts, and the agreement.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.languages import pack
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes
    from workbench.widgets.base import View

__all__ = ["ANSWERS"]

PEOPLE = 300
"""How many a correction may choose from; whoever comes later is said by his words."""


def _of(view: View) -> Quotes:
    if view.quotes is None:
        raise WorkbenchError(
            "this view shows no quotations.", hint="wb.QuoteFinder(quotes) or wb.Workbench(corpus).", code="not_shown"
        )
    return view.quotes


def accept(view: View, *, quote: str, coder: str | None = None) -> None:
    """Say that a quotation is right."""
    _of(view).accept(quote, coder=coder)


def reject(view: View, *, quote: str, reason: str = "", coder: str | None = None) -> None:
    """Say that a quotation is none."""
    _of(view).reject(quote, reason, coder=coder)


def correct(view: View, *, quote: str, **said: Any) -> None:
    """Say what is wrong in a quotation."""
    _of(view).correct(quote, **said)


def add(view: View, *, article: str, start: int, end: int, **said: Any) -> None:
    """Say that some words are a quotation that was missed."""
    _of(view).add(article, start, end, **said)


def undo(view: View) -> None:
    """Take back the last judgement."""
    _of(view).undo()


def redo(view: View) -> None:
    """Make the judgement again that was taken back last."""
    _of(view).redo()


def words(view: View, *, quote: str) -> dict[str, Any]:
    """What a correction may choose from: the words around a quotation with their offsets, and who may have spoken.

    ``words``: each with ``text``, ``start``, ``end`` and ``gap``, what stands before it; of the block that the
    quotation is in. ``span``, ``speaker``, ``cue``: start and end, or None. ``people``: those named in the article by
    how often they are, then others; ``here`` says which.
    """
    quotes = _of(view)
    row = quotes.table[quotes.table["quote"] == quote]
    if row.empty:
        raise UnknownNameError(f"there is no quote {quote!r}.", hint="quotes.table lists them.", code="no_quote")
    own = {str(name): value for name, value in row.iloc[0].items()}
    article = view.corpus[own["article"]]
    start, end = _around(article, int(own["start"]), int(own["end"]))
    position, found = start, []
    for token in tokens(article.text, pack(article.language), start=start, end=end):
        found.append(
            {"text": token.text, "start": token.start, "end": token.end, "gap": article.text[position : token.start]}
        )
        position = token.end
    return {
        "words": found,
        "rest": article.text[position:end],
        "span": [int(own["start"]), int(own["end"])],
        **{part: _span(own, part) for part in ("speaker", "cue")},
        "people": _people(quotes, article.id, str(own["speaker"])),
    }


def _around(article: Article, start: int, end: int) -> tuple[int, int]:
    """The block, or the blocks, that a span lies in."""
    inside = [block for block in article.blocks if block.start < end and start < block.end]
    return min([start, *(block.start for block in inside)]), max([end, *(block.end for block in inside)])


def _span(row: dict[str, Any], part: str) -> list[int] | None:
    start, end = int(row[f"{part}_start"]), int(row[f"{part}_end"])
    return [start, end] if 0 <= start < end else None


def _people(quotes: Quotes, article: str, speaker: str) -> list[dict[str, Any]]:
    """Who may have spoken, no places: first those that the article names."""
    mentions = quotes.entities.mentions
    here = mentions[mentions["article"] == article]["entity"].value_counts()
    table = quotes.entities.table
    known = [
        {"id": str(entity), "name": str(name), "here": entity in here.index}
        for entity, name, kind in zip(table["entity"], table["name"], table["type"], strict=True)
        if kind != "LOC" or entity == speaker
    ]
    known.sort(key=lambda one: (not one["here"], -int(here.get(one["id"], 0))))
    return [one for number, one in enumerate(known) if number < PEOPLE or one["id"] == speaker]


def agreement(view: View) -> list[dict[str, Any]]:
    """How far two coders agree on what is a quotation and on its parts; numbers that cannot be had are None."""
    frame = _of(view).agreement()
    names = ["a", "b", "part", "items", "observed", "kappa", "kappa_low", "kappa_high", "note"]
    return [
        {str(name): None if value != value else value for name, value in row.items()}  # noqa: PLR0124  NaN
        for row in frame[names].to_dict("records")
    ]


ANSWERS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (accept, reject, correct, add, undo, redo, words, agreement)
}
