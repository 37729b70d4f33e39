"""Who shares how much of whose text: the heatmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workbench.corpus import expect
from workbench.widgets.base import View

if TYPE_CHECKING:
    from workbench.extractors.overlap.result import Overlap

__all__ = ["OverlapHeatmap"]


class OverlapHeatmap(View):
    """The share of each row found in each column, by outlet or by article: click a cell to see the two texts.

    What is said in other words, where the overlap has looked for that (``wb.overlap(corpus, meaning=True)``), is a
    layer of its own in a colour of its own: no share of copied text counts it, and dashes join its sentences.

    Rows stand by date, by name, or so that those that share stand together. A block of cells, brushed with the pointer
    or with Shift and the arrow keys, lists its pairs; boilerplate is shown apart from the shares. In a pair both texts
    scroll together, the passages that they share are joined, and the words that differ in these say how.

    Parameters
    ----------
    overlap: what ``wb.overlap(corpus)`` returns.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.
    """

    bundle: ClassVar[str] = "heatmap"

    def __init__(self, overlap: Overlap, *, language: str | None = None, height: int | None = None) -> None:
        expect(overlap, "Overlap", maker="wb.overlap(corpus)")
        super().__init__(overlap.corpus, overlap=overlap, language=language, height=height)
