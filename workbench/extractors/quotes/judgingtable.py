"""Judgements applied to the quotations that were found; what does not fit says why, and the others count all the same.

Judgements of one quotation are those of one span: of what was found, or of what a coder added. Of each coder his last
one stands; of all coders' the last counts in the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.extractors.entities import Entities
from workbench.extractors.entities.refinding import MisfitError, content_span
from workbench.extractors.quotes.judgingfile import Judgement
from workbench.extractors.quotes.judgingplaces import SAME, Place, Places, iou

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["APPLIED", "Found", "Judged", "Standing"]

APPLIED = "applied"
REVISED = "revised"
OVERRULED = "overruled"
LEFT_OUT = "not asked for"
YOURS = "yours"
WHO = frozenset({"anonymous", "collective", "role", "unknown-name", "no-speaker", "carried", "lead", "document"})
"""Flags that say why a speaker is empty or where he was found: gone when a coder says who it is."""

Span = tuple[int, int]
Row = dict[str, Any]


class Found:
    """What was extracted: the quotations, and what stands in marks and quotes nobody."""

    def __init__(self, entities: Entities, table: pd.DataFrame, rejected: pd.DataFrame) -> None:
        self.entities, self.table, self.rejected = entities, table, rejected

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The quotations by their ids."""
        names = [str(name) for name in self.table.columns]
        rows = (
            dict(zip(names, row, strict=True)) for row in zip(*(self.table[n].tolist() for n in names), strict=True)
        )
        return {str(row["quote"]): {**row, "verdict": ""} for row in rows}

    @cached_property
    def spans(self) -> dict[str, list[tuple[Span, str]]]:
        """The spans and ids of the quotations of each article."""
        spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for quote, row in self.rows.items():
            spans[row["article"]].append(((int(row["start"]), int(row["end"])), quote))
        return spans


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement that fits: the id of the quotation now, where it stands and who speaks."""

    number: int
    said: Judgement
    quote: str
    place: Place
    speaker: str

    @property
    def holds(self) -> bool:
        """Whether the coder says that it is a quotation."""
        return self.said.verdict != "rejected"


class Judged:
    """The quotations of a corpus as judgements leave them; the frames that they were made from stay as they are."""

    def __init__(
        self, found: Found, places: Places, judgements: Sequence[Judgement], coders: Collection[str] | None = None
    ) -> None:
        self.found, self.places, self.corpus = found, places, places.corpus
        self.coders = coders
        self._speakers = set(found.entities.table["entity"])
        self._added_in: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self.added: dict[str, Place] = {}
        self.statuses: list[str] = []
        self.standing: list[Standing] = []
        for number, one in enumerate(judgements):
            self.statuses.append(self._stand(number, one))
        self._choose()

    # Which quotation a judgement is of

    def _stand(self, number: int, one: Judgement) -> str:
        """Find the quotation of a judgement; what became of it."""
        if one.wrong:
            return f"not read: {one.wrong}"
        try:
            place = self.places.of(one)
        except MisfitError as error:
            return f"not found: {error}"
        quote = self._quote(one, place)
        if not quote and one.verdict == "rejected":
            return "applied: it is found no more"
        if not quote:
            quote = f"a{len(self.added) + 1}"
            self.added[quote] = place
            self._added_in[place.article].append((place.found, quote))
        speaker = one.speaker if one.speaker in self._speakers else ""
        if one.speaker and not speaker:
            speaker = self.found.entities.found_again(one.speaker, one.speaker_names)
        self.standing.append(Standing(number, one, quote, place, speaker))
        return f"applied: nobody is called {one.speaker!r} now" if one.speaker and not speaker else APPLIED

    def _quote(self, one: Judgement, place: Place) -> str:
        """The id of the quotation at a place; of several of one span that of the same id or kind."""
        near = [*self.found.spans.get(place.article, ()), *self._added_in.get(place.article, ())]
        for span in dict.fromkeys((place.found, place.span)):
            same = [quote for own, quote in near if own == span]
            alike = [quote for quote in same if self.found.rows.get(quote, {}).get("kind") == one.kind]
            if same:
                return one.quote if one.quote in same else (alike or same)[0]
        if one.verdict == "added":
            return ""
        best = max(near, key=lambda pair: iou(pair[0], place.found), default=((0, 0), ""))
        return best[1] if iou(best[0], place.found) >= SAME else ""

    def _choose(self) -> None:
        """Of each coder the last judgement of a quotation, of all the last one."""
        self.latest: dict[tuple[str, str], Standing] = {}
        self.counting: dict[str, Standing] = {}
        for one in self.standing:
            self.latest[one.quote, one.said.coder] = one
            if self.coders is None or one.said.coder in self.coders:
                self.counting[one.quote] = one
        for one in self.standing:
            if self.latest[one.quote, one.said.coder] is not one:
                self.statuses[one.number] = REVISED
            elif self.coders is not None and one.said.coder not in self.coders:
                self.statuses[one.number] = LEFT_OUT
            elif self.counting[one.quote] is not one:
                self.statuses[one.number] = OVERRULED

    # What a coder is shown

    def row(self, quote: str) -> Row | None:
        """The quotation of an id as it is judged now, or, where it is rejected, as it was; None: there is none."""
        one = self.counting.get(quote)
        if one is None or not one.holds:
            one = next((o for o in reversed(self.standing) if o.quote == quote and o.holds), None)
            known = self.found.rows.get(quote)
            return known if known is not None or one is None else self._made(one)
        return self._shown(quote)

    def judged_span(self, quote: str) -> Span:
        """The span under which a quotation is known: that in which it was found or added."""
        known = self.found.rows.get(quote)
        return self.added[quote].found if known is None else (int(known["start"]), int(known["end"]))

    @cached_property
    def shown(self) -> dict[str, Row]:
        """The rows of the table by their ids; those that were found first."""
        made = ((quote, self._shown(quote)) for quote in (*self.found.rows, *self.added))
        return {quote: row for quote, row in made if row is not None}

    def _shown(self, quote: str) -> Row | None:
        one, row = self.counting.get(quote), self.found.rows.get(quote)
        if one is None:
            return row
        if not one.holds:
            return None
        return self._made(one) if row is None else self._changed(row, one)

    def _changed(self, row: Row, one: Standing) -> Row:
        """A quotation that was found, as a coder says that it is."""
        said, place = one.said, one.place
        new: Row = {**row, "verdict": said.verdict, "start": place.start, "end": place.end}
        new["text"] = self.corpus[place.article].text[place.start : place.end]
        if "clause_start" in row and place.span != (row["start"], row["end"]):
            new["clause_start"] = min(int(row["clause_start"]), place.start)
            new["clause_end"] = max(int(row["clause_end"]), place.end)
        new["kind"], new["stance"] = said.kind or row["kind"], said.stance or row["stance"]
        flags = self._spoken(row, new, one)
        lost = said.cue_start >= 0 > place.cue[0]
        if said.page and not lost:
            new |= self._words("cue", place, place.cue, "cue")
        told = ("start", "end", "speaker", "speaker_start", "kind", "stance", "cue_start", "cue_end")
        if said.verdict == "corrected" or any(new[name] != row[name] for name in told):
            flags.add("corrected")
        new["flags"] = " ".join(sorted({*flags, *self._outside(one)}))
        return new

    def _spoken(self, row: Row, new: Row, one: Standing) -> set[str]:
        """Put in who speaks, in the words that name him; the flags that are left.

        Who was only accepted and is nobody's name now is whom the rules find; so is whom a row that was written in a
        spreadsheet leaves out.
        """
        said, place = one.said, one.place
        flags = set(str(row["flags"]).split())
        unknown = bool(said.speaker) and not one.speaker
        if (unknown and said.verdict == "accepted") or not (said.speaker or said.page):
            return flags
        lost = said.speaker_start >= 0 > place.speaker[0] or not said.page
        own = (int(row["speaker_start"]), int(row["speaker_end"]))
        words = own if lost and one.speaker == row["speaker"] else place.speaker
        if one.speaker == row["speaker"] and words == own:
            return flags
        new["speaker"] = one.speaker
        new |= self._words("speaker", place, words, "speaker_text")
        return flags - WHO | (set() if one.speaker else {"unknown-name" if unknown else "no-speaker"})

    def _outside(self, one: Standing) -> list[str]:
        inside = content_span(self.corpus[one.place.article], one.place.start, one.place.end)
        return [] if inside else ["outside"]

    def _made(self, one: Standing) -> Row:
        """A quotation that was not found, as a coder says that it is."""
        said, place = one.said, one.place
        text = self.corpus[place.article].text
        flags = {"added" if said.verdict == "added" else "kept", *self._outside(one)}
        if not one.speaker:
            flags.add("unknown-name" if said.speaker else "no-speaker")
        if said.verdict == "corrected":
            flags.add("corrected")
        known: Row = {
            "quote": one.quote,
            "article": place.article,
            "start": place.start,
            "end": place.end,
            "text": text[place.start : place.end],
            "kind": said.kind or "direct",
            "speaker": one.speaker,
            "stance": said.stance or "neutral",
            "rule": YOURS,
            "flags": " ".join(sorted(flags)),
            "clause_start": place.start,
            "clause_end": place.end,
            "verdict": said.verdict,
        }
        known |= self._words("speaker", place, place.speaker, "speaker_text")
        known |= self._words("cue", place, place.cue, "cue")
        frame = self.found.table
        empty = {str(name): -1 if frame[name].dtype.kind in "iuf" else "" for name in frame}
        empty |= {str(name): False for name in frame if frame[name].dtype.kind == "b"}
        return {**{name: value for name, value in empty.items() if name not in known}, **known}

    def _words(self, name: str, place: Place, span: Span, column: str) -> Row:
        words = self.corpus[place.article].text[span[0] : span[1]] if span[0] >= 0 else ""
        return {f"{name}_start": span[0], f"{name}_end": span[1], column: words}

    # What comes of it

    @cached_property
    def regrouped(self) -> bool:
        """Whether other statements are in the table than those that were found."""
        if not self.counting:
            return False
        told = ("start", "end", "speaker", "kind", "cue_start")
        shown, found = self.shown, self.found.rows
        return shown.keys() != found.keys() or any(
            shown[quote][name] != found[quote][name] for quote in self.counting if quote in found for name in told
        )

    @cached_property
    def table(self) -> pd.DataFrame:
        """The quotations that count, in the order of the articles; their lineages are those that were found."""
        import pandas as pd

        base = self.found.table
        if not self.counting:
            return base.assign(verdict="")
        rows = list(self.shown.values())
        if self.regrouped:
            order = {article.id: number for number, article in enumerate(self.corpus)}
            rows.sort(key=lambda row: (order[row["article"]], row["start"], row["end"]))
        names = [*base.columns, "verdict"]
        kinds: dict[Any, Any] = {name: base[name].dtype for name in base if base[name].dtype.kind in "iufb" and rows}
        return pd.DataFrame(rows, columns=names).astype(kinds)

    @cached_property
    def rejected(self) -> pd.DataFrame:
        """What stands in marks and quotes nobody, and what a coder has rejected, with the id that it had."""
        import pandas as pd

        spans = {(row["article"], row["start"], row["end"]) for row in map(self.shown.get, self.counting) if row}
        base = self.found.rejected.assign(quote="")
        kept = [place not in spans for place in zip(base["article"], base["start"], base["end"], strict=True)]
        rows = []
        for quote, one in self.counting.items():
            if not one.holds:
                start, end = self.judged_span(quote)
                reason = f"rejected by {one.said.coder}" + (f": {one.said.reason}" if one.said.reason else "")
                text = self.corpus[one.place.article].text[start:end]
                rows.append((one.place.article, start, end, text, reason, quote))
        if not rows:
            return base if all(kept) else base[kept].reset_index(drop=True)
        columns = ["article", "start", "end", "text", "reason", "quote"]
        new = pd.DataFrame(rows, columns=columns).reindex(columns=base.columns)
        return pd.concat([base[kept], new], ignore_index=True) if any(kept) else new
