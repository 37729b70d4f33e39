"""What stands behind the judgements of quotations: their journal, and what they make of the frames."""

from __future__ import annotations

import copy
import datetime as dt
import os
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from workbench.corpus import Corpus, Observed
from workbench.corpus.kept import Kept
from workbench.corpus.marks import Mark
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.entities.refinding import content_span, folded, one_line
from workbench.extractors.entities.result import Entities
from workbench.extractors.quotes.coders import clean_name, coder_name, login
from workbench.extractors.quotes.judgingfile import KINDS, STANCES, Judgement, plain
from workbench.extractors.quotes.judgingjournal import Journal
from workbench.extractors.quotes.judgingplaces import Places, around
from workbench.extractors.quotes.judgingtable import Found, Judged
from workbench.extractors.quotes.lexicon import stance_of
from workbench.languages.pack import pack

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["JUDGEMENT_COLUMNS", "Judging", "Words"]

JUDGEMENT_COLUMNS = (
    *("judgement", "quote", "article", "start", "end", "text", "verdict", "speaker", "kind", "coder", "reason", "when"),
    *("cue", "stance", "status"),
)
CODER = "RIWAYA_CODER"
"""The variable of the environment that says who judges."""
HALF_OPEN = "code points, half-open."
Words = str | tuple[int, int]
"""Some words of an article: themselves, those nearest to the quotation, or their start and end; empty for none."""


class Judging(Observed):
    """Frames as they were extracted, the journal of their judgements, and the frames that come of both."""

    corpus: Corpus
    entities: Entities
    kept: Kept
    """The file of judgements, as it was given."""
    marked: tuple[Mark, ...]
    """The marks made by hand that were used when it was extracted."""
    meaning: bool = False
    """Whether lineages are found by what wordings mean too."""

    def _begin(self, table: pd.DataFrame, lineages: pd.DataFrame, rejected: pd.DataFrame, kept: Kept) -> None:
        """Take the frames as they were extracted, and the judgements that are kept."""
        self.kept, self.marked = kept, self.corpus.marked
        self._found = Found(self.entities, table, rejected)
        self._found_lineages = lineages
        self._places = Places(self.corpus)
        self._journal = Journal(self.corpus, kept)
        self._done: list[tuple[Judgement, ...]] = []
        self._undone: list[tuple[Judgement, ...]] = []
        self._coders: Collection[str] | None = None
        self._who = ""
        self._forget()

    def _forget(self) -> None:
        self._version = -1
        self._judged: Judged | None = None
        self._frames: tuple[pd.DataFrame, pd.DataFrame] | None = None

    @property
    def _now(self) -> Judged:
        """The judgements applied; anew when the journal has changed, with this result or another of the same."""
        if self._judged is None or self._version != self._journal.version:
            self._forget()
            self._version = self._journal.version
            self._judged = Judged(self._found, self._places, self._journal.rows, self._coders)
        return self._judged

    @property
    def _tables(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The table and its lineages, which are found anew where other statements are in it."""
        now = self._now
        if self._frames is None:
            table, summary = now.table, self._found_lineages
            if now.regrouped:
                from workbench.extractors.quotes.lineages import lineages as group

                ids, summary = group(self.corpus, table, self.entities, meaning=self.meaning)
                table = table.assign(lineage=ids)
            self._frames = table, summary
        return self._frames

    # What was judged

    @property
    def table(self) -> pd.DataFrame:
        """The quotations that count, a row each; see the class."""
        return self._tables[0]

    @property
    def lineages(self) -> pd.DataFrame:
        """The same statement across outlets, a row each; see the class."""
        return self._tables[1]

    @property
    def rejected(self) -> pd.DataFrame:
        """What quotes nobody, and what coders have rejected: article, start, end, text, reason, quote (or empty)."""
        return self._now.rejected

    @property
    def judgements(self) -> pd.DataFrame:
        """What coders have said, in the order in which it counts, and what became of it.

        A frame with the columns judgement (its id), quote (the id that the quotation has now; empty: it fits none),
        article, start, end, text (as the coder says that it is), verdict (accepted rejected corrected added), speaker,
        kind, coder, reason, when (UTC), cue, stance, status: ``applied``; ``revised``: the coder has judged it again;
        ``overruled``: another coder's later judgement counts; ``not asked for``: see ``judged_by``; or why it does not
        fit (``not found: ...``) or cannot be read (``not read: row 4: ...``). Nothing that does not fit is lost: it
        stays in the file.
        """
        import pandas as pd

        now = self._now
        standing = {one.number: one for one in now.standing}
        rows: list[tuple[Any, ...]] = []
        for number, (said, status) in enumerate(zip(self._journal.rows, now.statuses, strict=True)):
            one = standing.get(number)
            place = (one.place.article, *one.place.span) if one else (said.article, said.start, said.end)
            text = self.corpus[place[0]].text[place[1] : place[2]] if one else said.text
            who = one.speaker if one and one.speaker else said.speaker
            told = (said.verdict, who, said.kind, said.coder, said.reason, said.when, said.cue, said.stance, status)
            rows.append((f"j{number + 1}", one.quote if one else "", *place, text, *told))
        if self._journal.unreadable:
            rows.append(("", "", "", -1, -1, *[""] * 9, f"not read: {self._journal.unreadable}"))
        return pd.DataFrame(rows, columns=list(JUDGEMENT_COLUMNS))

    @property
    def coder(self) -> str:
        """Who judges, where no coder is named: what was set here, ``RIWAYA_CODER`` of the environment, or the login."""
        return self._who or clean_name(os.environ.get(CODER, "")) or login()

    @coder.setter
    def coder(self, name: str) -> None:
        self._who = coder_name(name)

    @property
    def coders(self) -> list[str]:
        """Who has judged anything, in the order of the names."""
        return sorted({one.coder for one in self._journal.rows if one.coder and not one.wrong})

    def _told(self) -> str:
        """A few words on the judgements; nothing where there are none."""
        journal, statuses = self._journal, self._now.statuses
        amiss = sum(one.startswith("not ") and one != "not asked for" for one in statuses) + bool(journal.unreadable)
        parts = [f"{len(journal.rows)} judgements"] if journal.rows else []
        parts += [f"{amiss} of them not applied, see .judgements"] if amiss else []
        return "; " + ", ".join(parts) if parts else ""

    def _as_judged_by(self, coders: Sequence[str]) -> Self:
        other = copy.copy(self)
        other._coders, other._who = coders, coders[0] if coders else ""
        other._done, other._undone = [], []
        other._forget()
        return other

    def _expect_coder(self, name: str) -> str:
        """The name of a coder; raises UnknownNameError where nobody of the name has judged anything."""
        clean = clean_name(name)
        if clean not in self.coders:
            known = ", ".join(map(repr, self.coders)) or "nobody has judged anything"
            raise UnknownNameError(f"no coder is called {name!r}.", hint=f"{known}.")
        return clean

    # Making judgements

    def _say(self, one: Judgement, coder: str | None, reason: str) -> Self:
        """Keep a judgement; the same of the same coder is kept once."""
        who = self.coder if coder is None else coder_name(coder)
        when = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        new = replace(one, coder=who, reason=clean_name(reason), when=when)
        last = self._now.latest.get((one.quote, who))
        if last is not None and replace(plain(last.said), when="") == replace(plain(new), when=""):
            counts = self._now.counting.get(one.quote)
            if counts is last or (self._coders is not None and who not in self._coders):
                return self
        self._journal.add([new])
        self._done.append((new,))
        self._undone.clear()
        self._changed()
        return self

    def _last_step(self, coder: str | None) -> tuple[Judgement, ...]:
        """What a coder judged last; what was done last with this result, where none is named."""
        if coder is None and self._done:
            return self._done[-1]
        who = self.coder if coder is None else coder_name(coder)
        return next(((one,) for one in reversed(self._journal.rows) if one.coder == who), ())

    def _about(self, quote: str, verdict: str) -> Judgement:
        """A judgement of a quotation as it is shown, with what it is found again by."""
        row = self._now.row(quote)
        if row is None:
            raise UnknownNameError(
                f"no quotation has the id {quote!r}.",
                hint="quotes.table lists the ids in `quote`, .judgements others.",
                code="no_quote",
            )
        start, end = self._now.judged_span(quote)
        own = row["article"], int(row["start"]), int(row["end"])
        one = self._at(*own, verdict=verdict, outside="outside" in str(row["flags"]).split())
        known: dict[str, Any] = {name: str(row[name]) for name in ("kind", "stance", "speaker")}
        known |= {name: int(row[name]) for name in ("speaker_start", "speaker_end", "cue_start", "cue_end")}
        known |= {name: one_line(str(row[name])) for name in ("speaker_text", "cue")}
        names = self.entities.known_by(known["speaker"]) if known["speaker"] else ()
        return replace(one, quote=quote, found_start=start, found_end=end, speaker_names=names, **known)

    def _at(self, article: str, start: int, end: int, *, verdict: str, outside: bool) -> Judgement:
        text = self.corpus[article].text
        before, after = around(text, start, end)
        return Judgement(
            verdict,
            article=article,
            start=start,
            end=end,
            text=one_line(text[start:end]),
            before=before,
            after=after,
            outside="yes" if outside else "",
            page=self._places.page(article),
        )

    def _corrected(self, one: Judgement, said: dict[str, Any]) -> Judgement:
        """A judgement with what is said otherwise."""
        span = self._span(one.article, said.get("start", one.start), said.get("end", one.end), said)
        outside = not content_span(self.corpus[one.article], *span)
        new = self._at(one.article, *span, verdict=one.verdict, outside=outside)
        new = replace(
            one, **{name: getattr(new, name) for name in ("start", "end", "text", "before", "after", "outside")}
        )
        new = self._described(new, said)
        if new == one:
            raise WorkbenchError(
                f"nothing of {one.quote!r} is corrected.",
                hint="quotes.accept says that it is right.",
                code="nothing_corrected",
            )
        return new

    def _missed(self, article: str, start: int, end: int, said: dict[str, Any]) -> Judgement:
        """A judgement of a quotation that was missed."""
        span = self._span(article, start, end, said)
        outside = not content_span(self.corpus[article], *span)
        one = self._at(article, *span, verdict="added", outside=outside)
        one = self._described(replace(one, kind=KINDS[0], stance="neutral"), said)
        table = self.table
        same = table[(table["article"] == article) & (table["start"] == span[0]) & (table["end"] == span[1])]
        for quote, verdict in zip(same["quote"], same["verdict"], strict=True):
            who = clean_name(said.get("coder", "")) or self.coder
            if verdict != "added" or (quote, who) in self._now.latest:
                raise WorkbenchError(
                    f"{span[0]}-{span[1]} of {article!r} is a quotation already: {quote!r}.",
                    hint=f'quotes.accept("{quote}") or quotes.correct("{quote}", ...).',
                    code="quote_there",
                )
        return one

    def _span(self, article: str, start: int, end: int, said: dict[str, Any]) -> tuple[int, int]:
        """A span without the white space around it; raises WorkbenchError where it cannot be one of a quotation."""
        text = self.corpus[article].text
        whole = all(isinstance(one, int) or hasattr(one, "__index__") for one in (start, end))
        if not whole or not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise WorkbenchError(f"{start}-{end} is no span of words in {article!r}.", hint=HALF_OPEN, code="no_words")
        first = int(start) + len(text[start:end]) - len(text[start:end].lstrip())
        span = first, first + len(text[start:end].strip())
        if not content_span(self.corpus[article], *span) and not said.get("outside"):
            raise WorkbenchError(
                f"{span[0]}-{span[1]} of {article!r} is not in one block of its content.",
                hint="outside=True where it is meant all the same, or corpus.mark makes it body.",
                code="not_content",
            )
        return span

    def _described(self, one: Judgement, said: dict[str, Any]) -> Judgement:
        """A judgement with the speaker, the kind, the cue and the stance that are said."""
        for name, values in (("kind", KINDS), ("stance", STANCES)):
            if name in said and said[name] not in values:
                raise WorkbenchError(f"{said[name]!r} is no {name} of quotation.", hint=f"one of {', '.join(values)}.")
        one = replace(one, **{name: said[name] for name in ("kind", "stance") if name in said})
        if "speaker" in said:
            who = self._speaker(said["speaker"])
            names = self.entities.known_by(who) if who else ()
            if who != one.speaker:
                one = self._worded(one, "speaker", self._nearest_mention(who, one))
            one = replace(one, speaker=who, speaker_names=names)
        if "speaker_text" in said:
            one = self._worded(one, "speaker", self._words(one, said["speaker_text"]))
        if "cue" in said:
            one = self._cued(one, self._words(one, said["cue"]), stance="stance" not in said)
        return one

    def _cued(self, one: Judgement, span: tuple[int, int], *, stance: bool) -> Judgement:
        """A judgement with another cue and, where the coder says none, the stance that the cue is known to take."""
        new = self._worded(one, "cue", span)
        if not stance or new.cue == one.cue:
            return new
        known = stance_of(new.cue, pack(self.corpus[one.article].language)) if new.cue else "neutral"
        return replace(new, stance=known or one.stance)

    def _worded(self, one: Judgement, what: str, span: tuple[int, int]) -> Judgement:
        text = one_line(self.corpus[one.article].text[span[0] : span[1]]) if span[0] >= 0 else ""
        if what == "cue":
            return replace(one, cue=text, cue_start=span[0], cue_end=span[1])
        return replace(one, speaker_text=text, speaker_start=span[0], speaker_end=span[1])

    def _speaker(self, name: str) -> str:
        """The id of an entity by its id, its name or an alias; raises UnknownNameError where none or several are it."""
        table = self.entities.table
        if name == "" or (table["entity"] == name).any():
            return name
        wanted = folded(name)
        called = [
            str(entity)
            for entity, known, aliases in zip(table["entity"], table["name"], table["aliases"], strict=True)
            if wanted and wanted in {folded(str(one)) for one in (known, *aliases)}
        ]
        if len(called) == 1:
            return called[0]
        said = f"several are called {name!r}: {', '.join(called)}" if called else f"no entity is called {name!r}"
        raise UnknownNameError(
            f"{said}.",
            hint="entities.table lists the ids in `entity`, entities.add makes one, '' is nobody.",
            code="several_called" if called else "no_speaker",
            name=name,
        )

    def _words(self, one: Judgement, said: Words) -> tuple[int, int]:
        """Where some words stand: as said, or nearest to the quotation."""
        text = self.corpus[one.article].text
        if isinstance(said, str):
            if not said.strip():
                return -1, -1
            spaced = r"\s+".join(map(re.escape, said.split()))
            spans = [match.span(1) for match in re.finditer(rf"(?=({spaced}))", text)]
            if not spans:
                raise WorkbenchError(
                    f"{said!r} does not stand in {one.article!r}.",
                    hint="or say start and end of it.",
                    code="not_standing",
                    text=said,
                )
            return _nearest(spans, one)
        start, end = said
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise WorkbenchError(
                f"{start}-{end} is no span of words in {one.article!r}.",
                hint="code points, half-open.",
                code="no_words",
            )
        return int(start), int(end)

    def _nearest_mention(self, speaker: str, one: Judgement) -> tuple[int, int]:
        """Where a speaker is named nearest to a quotation in the same block; -1 where he is not."""
        if not speaker:
            return -1, -1
        blocks = [b for b in self.corpus[one.article].blocks if b.start <= one.start < b.end]
        own = self.entities.of(speaker)
        own = own[own["article"] == one.article]
        spans = [
            (int(start), int(end))
            for start, end in zip(own["start"], own["end"], strict=True)
            if any(b.start <= start and end <= b.end for b in blocks) and not one.start <= start < one.end
        ]
        return _nearest(spans, one) if spans else (-1, -1)


def _nearest(spans: Sequence[tuple[int, int]], one: Judgement) -> tuple[int, int]:
    """The span nearest to a quotation; of two as near the first."""
    return min(spans, key=lambda span: (max(one.start - span[1], span[0] - one.end, 0), span))
