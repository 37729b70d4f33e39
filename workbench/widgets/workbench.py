"""All the views together, linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workbench.corpus import Corpus, expect
from workbench.widgets.base import View

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["Workbench", "extract"]


class Workbench(View):
    """The network, the heatmap, the quotes and the timeline of a corpus, the reader beside them: one selection for all.

    Parameters
    ----------
    corpus: the articles.
    entities, quotes, overlap: results on that corpus; what is not given is extracted now.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    height: in pixels.

    Attributes
    ----------
    entities, quotes, overlap: the results that are shown.
    """

    bundle: ClassVar[str] = "workbench"

    def __init__(
        self,
        corpus: Corpus,
        *,
        entities: Entities | None = None,
        quotes: Quotes | None = None,
        overlap: Overlap | None = None,
        language: str | None = None,
        height: int | None = None,
    ) -> None:
        expect(corpus, "Corpus", maker="wb.load(...)")
        entities, quotes, overlap = extract(corpus, entities=entities, quotes=quotes, overlap=overlap)
        super().__init__(corpus, entities=entities, quotes=quotes, overlap=overlap, language=language, height=height)


def extract(
    corpus: Corpus,
    *,
    entities: Entities | None = None,
    quotes: Quotes | None = None,
    overlap: Overlap | None = None,
) -> tuple[Entities, Quotes, Overlap]:
    """The three results on a corpus; each that is not given is extracted now."""
    from workbench.extractors.entities import entities as find_entities
    from workbench.extractors.overlap import overlap as find_overlap
    from workbench.extractors.quotes import quotes as find_quotes

    named = find_entities(corpus) if entities is None else entities
    said = find_quotes(corpus, named) if quotes is None else quotes
    shared = find_overlap(corpus) if overlap is None else overlap
    return named, said, shared
