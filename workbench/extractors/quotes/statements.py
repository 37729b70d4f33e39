"""From rows of the table of quotations to the statements that are compared: pieces joined, equal wordings made one."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article, Corpus
from workbench.extractors.quotes.wordings import Wording, core, stem, wording
from workbench.languages.pack import pack, packs
from workbench.text.tokens import Token, tokens

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["Statement", "day_of", "name_stems", "statements"]

COMMAS = (",", "،")
STOPS = (".", "!", "?", "؟", "\n")
FRAGMENT = 4  # content words: a marked stretch with fewer is compared with its clause too

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """A wording of one speaker, on whatever pages it stands.

    Parameters
    ----------
    speaker: an entity id, or empty.
    wording: what is compared; ``context`` the clause around a short marked stretch, or None.
    rows: its positions in the table; ``pieces`` the same, one tuple for each time it stands somewhere.
    articles: the ids of its pages, each once, in alphabetical order.
    day: the first day on which it stands somewhere, as an ordinal; 0 where no page tells.
    names: the entities named in it, the speaker aside.
    sure: whether no verb denies it or keeps a distance.
    title: whether it stands in a title or subtitle.
    marked: where it stands in marks: article, start and end.
    """

    speaker: str
    wording: Wording
    context: Wording | None
    rows: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    articles: tuple[str, ...]
    day: int
    names: frozenset[str]
    sure: bool
    title: bool
    marked: tuple[tuple[str, int, int], ...]

    @property
    def direct(self) -> bool:
        """Whether it stands in marks somewhere."""
        return bool(self.marked)

    @property
    def marks(self) -> list[str]:
        """What it shares with a wording in another language: numbers, days and names."""
        numbers = (f"#{number}" for number in (*self.wording.quantities.counts, *self.wording.quantities.shares))
        days = (f"%{day}" for day in self.wording.days)
        return sorted([*numbers, *days, *(f"@{name}" for name in self.names)])


def statements(corpus: Corpus, table: pd.DataFrame, entities: Entities | None = None) -> list[Statement]:
    """The statements of a table, in an order that does not depend on that of its rows."""
    rows: list[Row] = [{str(k): v for k, v in row.items()} for row in table.to_dict("records")]
    named = _named(entities)
    equal: dict[tuple[str, str, tuple[str, ...]], list[list[int]]] = defaultdict(list)
    words: dict[int, list[Token]] = {}
    for pieces in _pieces(corpus, rows):
        first = rows[pieces[0]]
        language = pack(corpus[first["article"]].language)
        found = [tokens(rows[at]["text"], language) for at in pieces]
        if len(pieces) == 1:
            words[pieces[0]] = found[0]
        folded = tuple(token.folded for own in found for token in own if token.folded)
        equal[str(first["speaker"]), language.code, folded].append(pieces)
    told = [_statement(corpus, rows, every, named, words) for every in equal.values()]
    return sorted(told, key=lambda one: (one.speaker, one.wording.language, one.wording.text, one.articles))


def _pieces(corpus: Corpus, rows: list[Row]) -> Iterable[list[int]]:
    """The rows that are one statement each: a quotation that its speaker interrupts has one cue and two spans."""
    together: dict[tuple[object, ...], list[int]] = {}
    latest: dict[object, tuple[object, ...]] = {}
    for at, row in enumerate(rows):
        cue = int(row["cue_start"])
        joins = row["kind"] == "direct" and cue >= 0 and cue < int(row["cue_end"])
        key: tuple[object, ...] = (row["article"], cue, int(row["cue_end"]), row["speaker"]) if joins else (at,)
        before = latest.get(row["article"])
        if before and key not in together and _goes_on(rows[together[before][-1]], row, corpus[row["article"]].text):
            key = before
        if key in together:
            last, text = rows[together[key][-1]], corpus[row["article"]].text
            if int(last["end"]) <= int(row["start"]) and "\n" not in text[int(last["end"]) : int(row["start"])]:
                together[key].append(at)
                continue
            key = (at,)
        together[key] = [at]
        latest[row["article"]] = key
    return together.values()


def _goes_on(last: Row, row: Row, text: str) -> bool:
    """Whether a quotation goes on with the sentence of another, behind a comma and words about who speaks."""
    if row.get("rule") != "continued" or row["kind"] != "direct" or last["kind"] != "direct":
        return False
    between = text[int(last["end"]) : int(row["start"])]
    comma = str(last["text"]).rstrip()[-1:] in COMMAS or between[1:].lstrip()[:1] in COMMAS
    return comma and row["speaker"] == last["speaker"] and not any(mark in between for mark in STOPS)


def _statement(
    corpus: Corpus, rows: list[Row], every: list[list[int]], named: dict[str, _Named], words: dict[int, list[Token]]
) -> Statement:
    first = min(
        every, key=lambda pieces: (rows[pieces[0]]["text"], rows[pieces[0]]["article"], rows[pieces[0]]["start"])
    )
    row = rows[first[0]]
    article = corpus[row["article"]]
    whole = " ".join(str(rows[at]["text"]) for at in first)
    own = wording(whole, pack(article.language), words.get(first[0]))
    articles = {str(rows[at]["article"]) for pieces in every for at in pieces}
    days = [day.toordinal() for name in articles if (day := day_of(corpus[name]))]
    inside = {name for at in first for name in named.get(row["article"], _NOBODY).within(rows[at])}
    return Statement(
        str(row["speaker"]),
        own,
        _context(article, row, own),
        tuple(sorted(at for pieces in every for at in pieces)),
        tuple(tuple(pieces) for pieces in every),
        tuple(sorted(articles)),
        min(days, default=0),
        frozenset(inside) - {str(row["speaker"])},
        all(_sure(rows[pieces[0]]) for pieces in every),
        any(_in_title(corpus[rows[pieces[0]]["article"]], int(rows[pieces[0]]["start"])) for pieces in every),
        tuple(sorted(place for pieces in every for place in _marked(rows[at] for at in pieces))),
    )


def _marked(pieces: Iterable[Row]) -> list[tuple[str, int, int]]:
    return [(str(row["article"]), int(row["start"]), int(row["end"])) for row in pieces if row["kind"] == "direct"]


def _context(article: Article, row: Row, own: Wording) -> Wording | None:
    """The reported clause around a short marked stretch."""
    start, end = int(row.get("clause_start", -1)), int(row.get("clause_end", -1))
    if row["kind"] != "direct" or len(own.words) >= FRAGMENT or start < 0 or end - start <= len(row["text"]) + 2:
        return None
    return wording(article.text[start:end], pack(article.language))


def _sure(row: Row) -> bool:
    return row["stance"] != "distancing" and "negated" not in str(row["flags"]).split()


def _in_title(article: Article, start: int) -> bool:
    return any(block.start <= start < block.end for block in article.content if block.kind != "body")


def day_of(article: Article) -> dt.date | None:
    """The day on which an article was published, where it says so."""
    when = article.published
    return when.date() if isinstance(when, dt.datetime) else when


class _Named:
    """The mentions of one article, by place."""

    def __init__(self, mentions: Iterable[tuple[int, int, str]] = ()) -> None:
        self._all = sorted(mentions)
        self._starts = [start for start, _, _ in self._all]

    def within(self, row: Row) -> list[str]:
        """The entities that a row's words name."""
        found, end = [], int(row["end"])
        for start, stop, entity in self._all[bisect_left(self._starts, int(row["start"])) :]:
            if start >= end:
                break
            if stop <= end:
                found.append(entity)
        return found


_NOBODY = _Named()


def _named(entities: Entities | None) -> dict[str, _Named]:
    if entities is None:
        return {}
    by_article: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    columns = ["article", "start", "end", "entity"]
    for article, start, end, entity in entities.mentions[columns].itertuples(index=False, name=None):
        by_article[str(article)].append((int(start), int(end), str(entity)))
    return {article: _Named(mentions) for article, mentions in by_article.items()}


def name_stems(entities: Entities | None) -> frozenset[str]:
    """The stems of the words that name somebody or something."""
    if entities is None:
        return frozenset()
    texts = sorted({str(text) for text in entities.mentions["text"]})
    return frozenset(
        stem(core(token.folded, language), language)
        for language in packs()
        for text in texts
        for token in tokens(text, language)
    )
