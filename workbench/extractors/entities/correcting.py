"""What stands behind the corrections of entities: their journal, and what they make of the frames."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from workbench.corpus import Corpus, Observed
from workbench.corpus.kept import Kept
from workbench.corpus.marks import Mark
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.entities.applying import APPLIED, Edited
from workbench.extractors.entities.editfile import Edit, Step
from workbench.extractors.entities.journal import Journal
from workbench.extractors.entities.refinding import MisfitError, Pages, one_line
from workbench.extractors.entities.tables import TYPES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["EDIT_COLUMNS", "Correcting", "chosen_rows", "clean_name", "known_type"]

EDIT_COLUMNS = ("n", "action", "entity", "to", "type", "article", "start", "end", "text", "when", "status")


class Correcting(Observed):
    """Frames as they were extracted, the journal of their corrections, and the frames that come of both."""

    corpus: Corpus
    mentions: pd.DataFrame
    table: pd.DataFrame
    kept: Kept
    """The file of corrections, as it was given."""
    marked: tuple[Mark, ...]
    """The marks made by hand that were used when it was extracted."""

    def _begin(self, kept: Kept) -> None:
        """Take the frames as they were extracted, and apply the corrections that are kept."""
        self._extracted = self.mentions, self.table
        self.kept, self.marked = kept, self.corpus.marked
        self._pages = Pages(self.corpus)
        self._journal = Journal(self.corpus, kept)
        self._undone: list[Step] = []
        self._edited: Edited | None = None
        self._statuses: list[str] = []
        if self._journal.is_there():
            self._journal.read(self._now)
            if self._journal.steps:
                self._apply()

    @property
    def _now(self) -> Edited:
        if self._edited is None:
            self._edited = Edited(self._pages, *self._extracted)
        return self._edited

    def _apply(self) -> None:
        """Apply all corrections, in their order, to what was extracted."""
        self._edited = edited = Edited(self._pages, *self._extracted)
        self._statuses = [edited.apply(edit) for step in self._journal.steps for edit in step]
        self.mentions, self.table = edited.mentions, edited.table

    # What was corrected

    @property
    def edits(self) -> pd.DataFrame:
        """The corrections in their order, and what became of each.

        A frame with the columns n (those of one number were made at once), action, entity, to, type, article, start,
        end, text, when (UTC), status: ``applied``, or why it does not fit these articles (``not found: ...``) or
        cannot be read (``not read: row 4: ...``). Nothing that does not fit is lost: it stays in the file.
        """
        import pandas as pd

        said = ((number, edit) for number, step in enumerate(self._journal.steps, start=1) for edit in step)
        rows: list[tuple[Any, ...]] = [
            (n, e.action, e.entity, e.to, e.type, e.article, e.start, e.end, e.text, e.when, status)
            for (n, e), status in zip(said, self._statuses, strict=True)
        ]
        if self._journal.unreadable:
            rows.append((0, *[""] * 5, -1, -1, "", "", f"not read: {self._journal.unreadable}"))
        return pd.DataFrame(rows, columns=list(EDIT_COLUMNS))

    @property
    def history(self) -> tuple[int, int]:
        """How many corrections ``undo`` can take back, and how many of those ``redo`` can make again."""
        return len(self._journal.steps), len(self._undone)

    @property
    def dropped(self) -> pd.DataFrame:
        """Mentions that do not count: article, start, end, text, entity, type, rule, reason (who said so, and why)."""
        return self._now.dropped

    def _told(self) -> str:
        """A few words on the corrections; nothing where there are none."""
        journal = self._journal
        amiss = sum(status != APPLIED for status in self._statuses) + bool(journal.unreadable)
        parts = [f"{len(journal.steps)} corrections"] if journal.steps else []
        parts += [f"{amiss} of them not applied, see .edits"] if amiss else []
        parts += [f"{journal.elsewhere} more of other articles in the same file"] if journal.elsewhere else []
        return "; " + ", ".join(parts) if parts else ""

    # Making corrections

    def _do(self, step: Sequence[Edit]) -> Self:
        """Keep a step, then apply it."""
        when = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._journal.add(tuple(replace(edit, when=when) for edit in step), self._now)
        self._undone.clear()
        self._apply()
        self._changed()
        return self

    def _expect(self, entity: str) -> None:
        """Raises UnknownNameError where there is no such entity now, and says what became of it."""
        now = self._now
        if entity in now.known:
            return
        said = f"no entity has the id {entity!r}"
        if now.now(entity):
            said += f" any more: it is {now.now(entity)!r}"
        elif entity in now.gone:
            said += " any more: it was dropped"
        raise UnknownNameError(
            f"{said}.", hint="entities.table lists the ids in `entity`.", code="no_entity", name=entity
        )

    def _former(self, entity: str) -> tuple[str, str]:
        """The id and the name that one has now that was an entity; of one that was dropped, those that it had."""
        now = self._now
        there = now.now(entity)
        if there:
            return there, now.known[there].name
        if entity in now.gone:
            return entity, now.gone[entity].name
        raise UnknownNameError(f"no entity has the id {entity!r}.", hint="entities.table lists the ids in `entity`.")

    def known_by(self, entity: str) -> tuple[str, ...]:
        """The type and the spellings by which an entity is found again on another run; nothing for no entity's id."""
        now = self._now.now(entity)
        return self._now.names_of(now) if now else ()

    def found_again(self, entity: str, names: Sequence[str] = ()) -> str:
        """The id that an entity of another run has now, by ``known_by`` of then; empty: nobody, or several."""
        try:
            return self._now.find(entity, names)
        except MisfitError:
            return ""

    def _is_added(self, article: str, start: int, end: int) -> bool:
        """Whether somebody has said whom a span names."""
        return self._edited is not None and self._edited.is_named(article, start, end)

    def _free_name(self, name: str, *, besides: Iterable[str], kind: str) -> str:
        """A name as it is kept; raises WorkbenchError where it is none, or that of another entity of the type."""
        clean = clean_name(name)
        taken = self._now.namesakes(clean, kind=kind) - {*besides}
        if taken:
            raise WorkbenchError(
                f"{min(taken)!r} is called {clean!r} already.",
                hint="entities.merge makes them one; of namesakes, one takes a word more, such as his office.",
                code="name_taken",
                name=clean,
            )
        return clean

    def _about(self, action: str, entity: str, *, to: str = "", type: str = "") -> Edit:  # noqa: A002
        """A correction of an entity, with what it is found again by."""
        place = self._now.places[self._now.first_row(entity)]
        names = self._now.names_of(entity)
        return replace(self._at(*place), action=action, entity=entity, to=to, type=type, entity_names=names)

    def _at(self, article: str, start: int, end: int) -> Edit:
        """A correction of a mention."""
        text = one_line(self.corpus[article].text[start:end])
        return Edit("", article=article, start=int(start), end=int(end), text=text, page=self._pages.of(article))

    def _other(self, entity: str, name: str | None, to: str | None) -> dict[str, Any]:
        """Where mentions of an entity go: a new one of a name, or one that is there."""
        if (name is None) == (to is None):
            raise WorkbenchError("it takes one of name= and to=.", hint="name= of a new entity, to= the id of another.")
        if to is not None:
            self._expect(to)
            if to == entity:
                raise WorkbenchError(
                    f"{entity!r} is the same entity.", hint="to= takes the id of another.", code="same_entity"
                )
            return {"to": to, "to_names": self._now.names_of(to)}
        assert name is not None
        clean = self._free_name(name, besides=(), kind=self._now.known[entity].type)
        if clean in self._now.known:
            raise WorkbenchError(
                f"there is an entity {clean!r} already.",
                hint=f"to={clean!r} takes them there.",
                code="name_taken",
                name=clean,
            )
        return {"to": clean, "to_names": ()}


def clean_name(name: str) -> str:
    """A name in one line, NFC; raises WorkbenchError where nothing is left of it."""
    clean = one_line(unicodedata.normalize("NFC", name)) if isinstance(name, str) else ""
    if not clean:
        raise WorkbenchError(f"{name!r} is no name.", hint="a name has letters.", code="no_name")
    return clean


def known_type(kind: str) -> str:
    """A type; raises WorkbenchError where there is none of that name."""
    if kind not in TYPES:
        raise WorkbenchError(f"{kind!r} is no type of entity.", hint=f"one of {', '.join(TYPES)}.", code="no_type")
    return kind


def chosen_rows(own: pd.DataFrame, mentions: pd.DataFrame | Callable[[Any], bool]) -> list[tuple[str, int, int]]:
    """The places of some mentions of an entity; raises WorkbenchError where others are among them."""
    columns = ["article", "start", "end"]
    if callable(mentions):
        mentions = own[[bool(mentions(row)) for _, row in own.iterrows()]]
    if not {*columns} <= {*getattr(mentions, "columns", ())}:
        raise WorkbenchError("these are no mentions.", hint="rows of entities.of(entity), or a function of such a row.")
    places = [tuple(row) for row in mentions[columns].itertuples(index=False, name=None)]
    stray = {*places} - {*own[columns].itertuples(index=False, name=None)}
    if stray:
        article, start, end = min(stray)
        raise WorkbenchError(
            f"{start}-{end} of {article!r} is no mention of this entity.", hint="rows of entities.of(entity)."
        )
    return [(str(article), int(start), int(end)) for article, start, end in dict.fromkeys(places)]
