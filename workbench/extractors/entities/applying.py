"""Corrections applied to what was extracted; what does not fit says why, and the others are applied all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.extractors.entities.editfile import Edit
from workbench.extractors.entities.refinding import MisfitError, Pages, Standing, content_span, folded, one_line
from workbench.extractors.entities.tables import TYPES, Known, entity_table, ordered

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["APPLIED", "Edited"]

APPLIED = "applied"
YOURS = "yours"
DROPPED_COLUMNS = ("article", "start", "end", "text", "entity", "type", "rule", "reason")

Place = tuple[str, int, int]


class Edited(Standing):
    """Mentions and entities as corrections leave them; the frames that they were made from stay as they are.

    All that is to be applied is applied before ``mentions`` and ``table`` are asked for.
    """

    def __init__(self, pages: Pages, mentions: pd.DataFrame, table: pd.DataFrame) -> None:
        super().__init__(pages, mentions, table)
        self._base, self._base_table = mentions, table
        self._dropped: dict[int, tuple[Any, ...]] = {}
        self._touched: set[str] = set()

    def apply(self, edit: Edit) -> str:
        """Do what a correction says; what became of it."""
        if edit.wrong:
            return f"not read: {edit.wrong}"
        try:
            getattr(self, f"_{edit.action}")(edit)
        except MisfitError as error:
            return f"not found: {error}"
        return APPLIED

    def _merge(self, edit: Edit) -> None:
        to = self.find(edit.to, edit.to_names)
        entity = self.find(edit.entity, edit.entity_names, edit)
        if entity != to:
            name, mine = self.known[to].name, self.known[entity]
            self._move(list(self.rows[entity]), to, f"merged with {name}")
            also = [(mine.name, f"{YOURS}: merged with {name}"), *mine.also]
            self._describe(to, self.known[to]._replace(also=(*self.known[to].also, *also)))
            self._forget(entity)
            self.former[entity] = to
        if edit.type:
            self._set_type(to, edit.type)
        if edit.entity not in self.known and edit.entity != to:
            self.former[edit.entity] = to

    def _split(self, edit: Edit) -> None:
        kind = next((name for name in edit.entity_names[:1] if name in TYPES), "")
        try:
            entity = self.find(edit.entity, edit.entity_names) if edit.entity else ""
        except MisfitError:
            if edit.start < 0:
                raise
            entity = ""
        place = self._content(edit) if edit.start >= 0 else None
        rows = [self.row_at.get(place, -1)] if place else self._chosen(entity, edit)
        old = (self.entities[rows[0]] if rows[0] >= 0 else "") or entity
        kind = edit.type or (self.known[old].type if old else kind or TYPES[0])
        to = self._target(edit, kind, besides=entity)
        rows = [self._row(place, to)] if place else rows
        name = self.known[old].name if old else edit.entity
        self._move([row for row in rows if self.entities[row] != to], to, f"split from {name}")

    def _rename(self, edit: Edit) -> None:
        entity = self.find(edit.entity, edit.entity_names, edit)
        old = self.known[entity]
        if old.name != edit.to:
            also = (*old.also, (old.name, f"{YOURS}: renamed {edit.to}"))
            self._describe(entity, old._replace(name=edit.to, also=also))

    def _retype(self, edit: Edit) -> None:
        self._set_type(self.find(edit.entity, edit.entity_names, edit), edit.type)

    def _drop(self, edit: Edit) -> None:
        entity = self.find(edit.entity, edit.entity_names, edit)
        self.gone[entity] = self.known[entity]
        self._put_aside(list(self.rows[entity]), "dropped")

    def _add(self, edit: Edit) -> None:
        kind = edit.type or next((name for name in edit.entity_names[:1] if name in TYPES), TYPES[0])
        place = self._content(edit)
        entity = self._target(Edit("add", to=edit.entity, to_names=edit.entity_names), kind)
        row = self._row(place, entity)
        if self.entities[row] != entity:
            self._move([row], entity, "added")

    # What applying does

    def _target(self, edit: Edit, kind: str, *, besides: str = "") -> str:
        """The entity that mentions go to; a new one, where nothing ``besides`` what they leave is called so."""
        to = edit.to if edit.to in self.known else ""
        if not to and edit.to_names:
            try:
                to = self.find(edit.to, edit.to_names)
            except MisfitError:
                if edit.action != "add":
                    raise
        if to and to != besides:
            return to
        called = self.namesakes(edit.to, kind=kind) - {besides}
        if len(called) == 1:
            return called.pop()
        to = edit.to
        while to in self.known:
            to += "′"
        self.former.pop(to, None)
        self.gone.pop(to, None)
        self._describe(to, Known(one_line(edit.to), kind))
        return to

    def _chosen(self, entity: str, edit: Edit) -> list[int]:
        """The mentions of an entity in one article or of one spelling."""
        text, article = folded(edit.text), self.article(edit) if edit.article else ""
        rows = [
            row
            for row in self.rows[entity]
            if article in ("", self.places[row][0]) and text in ("", folded(self.texts[row]))
        ]
        if not rows:
            where = f" in {edit.article!r}" if edit.article else ""
            raise MisfitError(f"{edit.entity!r} is named{f' as {edit.text!r}' if text else ''}{where} no more")
        return rows

    def _content(self, edit: Edit) -> Place:
        """Where the mention of a correction stands in the content."""
        article, start, end = place = self.place(edit)
        if not content_span(self.corpus[article], start, end):
            raise MisfitError(f"{start}-{end} of {article!r} is no content now")
        return place

    def _row(self, place: Place, to: str) -> int:
        """The row of the mention at a place, a new one for an entity where there is none: what it covers gives way."""
        if place in self.row_at:
            return self.row_at[place]
        article, start, end = place
        over = [row for row in self._in_article[article] if self.entities[row] and self._meets(row, start, end)]
        text = self.corpus[article].text[start:end]
        known = self.known[to]
        self._put_aside(over, f"gives way to {one_line(text)}")
        if to not in self.known:  # what gave way was all there was of it
            self._describe(to, known)
        row = len(self.places)
        self.row_at[place] = row
        self._in_article[article].append(row)
        self.places.append(place)
        self.texts.append(text)
        for column, value in ((self.entities, ""), (self.types, ""), (self.rules, YOURS), (self.reasons, "")):
            column.append(value)
        self._found_by.append(YOURS)
        self._written[folded(text)].append(row)
        return row

    def _meets(self, row: int, start: int, end: int) -> bool:
        return bool(self.places[row][1] < end and start < self.places[row][2])

    def _move(self, rows: Sequence[int], to: str, why: str) -> None:
        for row in rows:
            before = f"{self.rules[row]}: {self.reasons[row]}" if self.reasons[row] else self.rules[row]
            own = self.rules[row] == YOURS
            self.reasons[row] = "; ".join(filter(None, [why, self.reasons[row] if own else before]))
            self.rules[row] = YOURS
            self._dropped.pop(row, None)
            self.types[row] = self.known[to].type
        left = self._take(rows)
        for row in rows:
            self.entities[row] = to
        self.rows[to] += rows
        self._touched.add(to)
        for entity in left:
            if not self.rows[entity]:
                self._forget(entity)

    def _take(self, rows: Iterable[int]) -> list[str]:
        """Take rows from their entities; these."""
        taken: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            if self.entities[row]:
                taken[self.entities[row]].add(row)
        for entity, own in taken.items():
            self.rows[entity] = [row for row in self.rows[entity] if row not in own]
            self._touched.add(entity)
        return list(taken)

    def _put_aside(self, rows: Sequence[int], why: str) -> None:
        for row in rows:
            said = (self.texts[row], self.entities[row], self.types[row], self.rules[row], f"{YOURS}: {why}")
            self._dropped[row] = (*self.places[row], *said)
        left = self._take(rows)
        for row in rows:
            self.entities[row] = ""
        for entity in left:
            if not self.rows[entity]:
                self._forget(entity)

    def _set_type(self, entity: str, kind: str) -> None:
        self._describe(entity, self.known[entity]._replace(type=kind))
        for row in self.rows[entity]:
            self.types[row] = kind

    def _describe(self, entity: str, known: Known) -> None:
        self._unname(entity)
        self._named[folded(known.name)].add(entity)
        self.known[entity] = known
        self._touched.add(entity)

    def _forget(self, entity: str) -> None:
        self._unname(entity)
        self.known.pop(entity, None)
        self._touched.add(entity)

    def _unname(self, entity: str) -> None:
        if entity in self.known:
            self._named[folded(self.known[entity].name)].discard(entity)

    # What comes of it

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The mentions that count, in the order of the articles."""
        import pandas as pd

        if not self._touched:
            return self._base
        frame = self._base.copy()
        count = len(frame)
        changed = {"entity": self.entities, "type": self.types, "rule": self.rules}
        if "reason" in frame:
            changed["reason"] = self.reasons
        for column, values in changed.items():
            frame[column] = values[:count]
        if len(self.places) > count:
            new = pd.DataFrame([self._new(row, frame) for row in range(count, len(self.places))])
            frame = pd.concat([frame, new]) if count else new
            order = {article.id: number for number, article in enumerate(self.corpus)}
            keys = [(order[article], start, end) for article, start, end in self.places]
            frame = frame.iloc[sorted(range(len(keys)), key=keys.__getitem__)]
        return frame[frame["entity"] != ""].reset_index(drop=True)

    def _new(self, row: int, frame: pd.DataFrame) -> dict[str, Any]:
        """The cells of a mention that was not there before; in columns of others, what says nothing."""
        article, start, end = self.places[row]
        said: dict[str, Any] = {
            "article": article,
            "start": start,
            "end": end,
            "text": self.texts[row],
            "entity": self.entities[row],
            "type": self.types[row],
            "rule": self.rules[row],
            "reason": self.reasons[row],
            "phrase_start": start,
            "phrase_end": end,
        }
        empty = {str(column): 0 if frame[column].dtype.kind in "iufb" else "" for column in frame}
        return {column: said.get(column, nothing) for column, nothing in empty.items()}

    @cached_property
    def table(self) -> pd.DataFrame:
        """The table of the entities: what was touched is counted anew."""
        import pandas as pd

        if not self._touched:
            return self._base_table
        mentions = self.mentions
        kept = self._base_table[~self._base_table["entity"].isin(self._touched)]
        made = entity_table(self.corpus, mentions[mentions["entity"].isin(self._touched)], self.known)
        parts = [part for part in (kept, made) if len(part)]
        return ordered(pd.concat(parts) if parts else kept, mentions)

    @property
    def dropped(self) -> pd.DataFrame:
        """The mentions that do not count, as they were, and why they do not."""
        import pandas as pd

        rows = sorted(self._dropped)
        return pd.DataFrame([self._dropped[row] for row in rows], columns=list(DROPPED_COLUMNS))

    def is_named(self, article: str, start: int, end: int) -> bool:
        """Whether a mention that was added covers a part of a span."""
        added = range(len(self._base), len(self.places))
        rows = (row for row in added if self.places[row][0] == article and self.entities[row])
        return any(self._meets(row, start, end) for row in rows)
