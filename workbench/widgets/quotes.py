"""Who said what, in which words, where: the quote finder."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workbench.corpus import expect
from workbench.widgets.base import View

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes

__all__ = ["QuoteFinder"]


class QuoteFinder(View):
    """The quotations of a corpus, searched by word, speaker, outlet, kind and stance; a row opens the reader.

    Parameters
    ----------
    quotes: what ``wb.quotes(corpus, entities)`` returns.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.
    """

    bundle: ClassVar[str] = "quotes"

    def __init__(self, quotes: Quotes, *, language: str | None = None, height: int | None = None) -> None:
        expect(quotes, "Quotes", maker="wb.quotes(corpus, entities)")
        super().__init__(quotes.corpus, quotes=quotes, language=language, height=height)
