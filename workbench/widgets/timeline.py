"""Who published, quoted or copied when: the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workbench.corpus import Corpus, expect
from workbench.widgets.base import View

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Timeline"]


class Timeline(View):
    """The articles in time, a lane for each outlet; what is given adds quotations and arrows to later copies.

    An article whose page states the hour is a point in UTC, one whose page states the day alone a bar over that day,
    and one without a date stands apart. Nothing is extracted here.

    Parameters
    ----------
    corpus: the articles.
    quotes, overlap, entities: results on that corpus, each None where it is not shown.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.

    Raises
    ------
    MissingBundleError: the browser half has not been built.
    """

    bundle: ClassVar[str] = "timeline"

    def __init__(
        self,
        corpus: Corpus,
        *,
        quotes: Quotes | None = None,
        overlap: Overlap | None = None,
        entities: Entities | None = None,
        language: str | None = None,
        height: int | None = None,
    ) -> None:
        expect(corpus, "Corpus", maker="wb.load(...)")
        super().__init__(corpus, entities=entities, quotes=quotes, overlap=overlap, language=language, height=height)
