"""What all views share: the traits that go to the browser, and the selection that comes back as a frame.

A view sends its story once, compressed, and again when what it shows was corrected. The browser draws it and writes
every selection into the trait ``selected``; all views on the same corpus share one selection in the page.
``view.selection`` reads it as rows of evidence. What the browser asks of Python (to merge two names, to reject a
quotation) comes as a message, and always gets an answer or an error: see :mod:`workbench.widgets.answers`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

import anywidget
import traitlets

from workbench.corpus import Corpus, expect
from workbench.errors import WorkbenchError
from workbench.widgets.again import LIVE, corpora
from workbench.widgets.answers import answer
from workbench.widgets.bundle import bundle, small
from workbench.widgets.evidence import evidence, export
from workbench.widgets.instead import html_instead, said_instead
from workbench.widgets.language import labels
from workbench.widgets.records import EMPTY_SELECTION, Labels
from workbench.widgets.story import Told, packed, tell
from workbench.widgets.telling.marks import SHARED, Place

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["SELECTION_COLUMNS", "View"]

SELECTION_COLUMNS = ("article", "start", "end", "text", "layer", "ref")


class View(anywidget.AnyWidget):
    """A view of a corpus; each view of the workbench is a kind of it.

    Attributes
    ----------
    corpus, entities, quotes, overlap: what is shown; None for a result that is not. A correction made in the view is
        made in them, and one made in them shows in the view.
    told: what the browser draws, as records.
    story, labels, options: the same compressed, in which words, and how (``height``).
    selected: the selection in the browser, by id; may be set from Python.
    tray: what was pinned as evidence.
    """

    bundle: ClassVar[str]
    _esm = traitlets.Unicode("").tag(sync=True)
    _css = traitlets.Unicode("").tag(sync=True)
    story = traitlets.Bytes().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    selected = traitlets.Dict().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    tray: traitlets.List[Any] = traitlets.List().tag(sync=True)

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
        script, style = bundle(self.bundle)
        self.corpus, self.entities, self.quotes, self.overlap = corpus, entities, quotes, overlap
        self.told = self._tell()
        super().__init__(
            _esm=small(script),
            _css=style,
            story=packed(self.told.story),
            labels=labels(language),
            selected=dict(EMPTY_SELECTION),
            options={} if height is None else {"height": height},
        )
        self.on_msg(self._hear)
        for result in (corpus, entities, quotes):
            if result is not None:
                result.watch(self.retell)
        LIVE.add(self)

    def _tell(self) -> Told:
        return tell(self.corpus, entities=self.entities, quotes=self.quotes, overlap=self.overlap)

    def retell(self) -> None:
        """Show what is shown as it is now; a correction of the corpus or of a result that is shown calls it."""
        self.told = self._tell()
        self.story = packed(self.told.story)

    def show(
        self, *, entities: Entities | None = None, quotes: Quotes | None = None, overlap: Overlap | None = None
    ) -> None:
        """Show other results on the same corpus in place of those that are shown."""
        for new, old in ((entities, self.entities), (quotes, self.quotes)):
            if new is not None and new is not old:
                new.watch(self.retell)
        self.entities, self.quotes, self.overlap = entities, quotes, overlap
        self.retell()

    def _hear(self, _: object, content: object, __: object) -> None:
        reply = answer(self, content)
        if reply is not None:
            self.send(reply)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.corpus)} articles of {len(self.corpus.sources)} sources)"

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The view, and beside it what is read where nothing can draw it: words, plain and as HTML."""
        bundle, about = cast("tuple[dict[str, Any], dict[str, Any]]", super()._repr_mimebundle_())
        shown = (type(self).bundle, self.told.story, cast("Labels", self.labels))
        return {**bundle, "text/plain": said_instead(*shown), "text/html": html_instead(*shown)}, about

    @property
    def selection(self) -> pd.DataFrame:
        """The evidence now selected: a frame with the columns article, start, end, text, layer, ref.

        One row a span, ``corpus[article].text[start:end] == text``. ``layer`` is entity, quote, speaker, cue, passage
        or reworded; ``ref`` is the id of the entity, quote, passage or rewording. A selected span gives its row, a
        quotation its own, its speaker's and its cue's, an entity all its mentions, two articles or outlets their
        shared passages and their sentences in other words.
        """
        import pandas as pd

        rows = [
            (
                place.article,
                place.start,
                place.end,
                self.corpus[place.article].text[place.start : place.end],
                *place[3:],
            )
            for place in self._evidence()
        ]
        return pd.DataFrame(rows, columns=list(SELECTION_COLUMNS))

    @property
    def evidence(self) -> pd.DataFrame:
        """What was pinned to the tray, in its order: a frame with one row for each span of each finding.

        Columns: finding (its id), kind, name, facts, note, article, start, end, text, source, published, corpus (the
        digest ``corpus.texts`` of the corpus that it is of: views on several share one tray). Where that is this
        corpus, ``corpus[article].text[start:end] == text``; an article pinned as a whole has the empty span 0:0.
        """
        return evidence(self.tray, corpora(self))

    def export_evidence(self, path: str | Path) -> Path:
        """Write what was pinned to a file: ``.docx``, ``.md`` or ``.json``; its path.

        Words are quoted as they stand, each with outlet, title, date, address and offsets, and with its finding's
        note. Headings are in the language of the view's labels.

        Raises
        ------
        WorkbenchError: the ending names no such format.
        """
        return export(self.tray, corpora(self), path, self.labels["language"])

    def _evidence(self) -> Iterator[Place]:
        chosen = {**EMPTY_SELECTION, **self.selected}
        if chosen["mark"] is not None:
            yield from (place for name, place in self.told.places.items() if name == chosen["mark"])
        elif chosen["quote"] is not None:
            yield from self._showing({"quote", "speaker", "cue"}, {chosen["quote"]})
        elif chosen["passage"] is not None:
            yield from self._showing(SHARED, {chosen["passage"]})
        elif chosen["pair"] is not None:
            yield from self._showing(SHARED, set(self._shared(chosen["pair"])))
        elif chosen["entity"] is not None:
            yield from self._showing({"entity"}, {chosen["entity"]})

    def _showing(self, layers: Collection[str], refs: set[Any]) -> Iterator[Place]:
        return (place for place in self.told.places.values() if place.layer in layers and place.ref in refs)

    def _shared(self, pair: list[str]) -> Iterator[str]:
        """The passages that two articles, or the articles of two outlets, share, and their sentences in other words."""
        named = [{article.id for article in self.corpus if name in (article.id, article.source)} for name in pair]
        story = self.told.story
        for shared in (*story["passages"], *story["reworded"]):
            a, b = shared["a"], shared["b"]
            if (a in named[0] and b in named[1]) or (a in named[1] and b in named[0]):
                yield shared["id"]

    @traitlets.validate("selected")
    def _check_selected(self, proposal: Mapping[str, Any]) -> dict[str, Any]:
        selected: dict[str, Any] = proposal["value"]
        unknown = sorted(set(selected) - set(EMPTY_SELECTION))
        if unknown:
            raise WorkbenchError(
                f"a selection has no {', '.join(map(repr, unknown))}.", hint=f"it has {', '.join(EMPTY_SELECTION)}."
            )
        if selected.get("pair") is not None and len(selected["pair"]) != 2:
            raise WorkbenchError("a selected pair is two articles or two outlets.", hint="give it two names.")
        return selected
