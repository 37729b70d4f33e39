"""What the formats of word processors have in common: a text that is a page, or an archive's export of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.loaders import exports
from workbench.loaders.records import Hint, Meta, Page, Piece

__all__ = ["pieces"]

FOOTNOTE = Hint("furniture", "footnote")


def pieces(
    name: str,
    origin: str,
    text: str,
    *,
    footnotes: Sequence[str] = (),
    hints: Mapping[int, Hint] | None = None,
    meta: Meta | None = None,
    notes: tuple[str, ...] = (),
) -> Iterator[Piece]:
    """The articles of a text that is an archive's export, else its one page, the footnotes below it.

    Parameters
    ----------
    name, origin: of the file.
    text: its paragraphs, joined by line ends.
    footnotes: the text of each; they stand below the page and are marked as furniture. An export has them in no
        article; its articles' notes say so.
    hints, meta: of the one page; an export says it itself.
    notes: what the report should tell of each article.
    """
    left_out = (f"not read: the footnotes of the file ({len(footnotes)})",) if footnotes else ()
    exported = exports.articles(text, name, origin, (*notes, *left_out))
    if exported is not None:
        yield from exported
        return
    known = dict(hints or {})
    for footnote in footnotes:
        text = text.rstrip("\n") + "\n"
        position = len(text)
        for line in footnote.split("\n"):
            known[position + len(line) - len(line.lstrip())] = FOOTNOTE
            position += len(line) + 1
        text += footnote
    yield Page(name, origin, text, meta or {}, known, notes)
