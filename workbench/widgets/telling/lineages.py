"""The statements of a story: the wordings of each beside one another, and the outlets that leave it out."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article, Corpus
from workbench.extractors.quotes.comparing import differences
from workbench.extractors.quotes.precedence import first_reason
from workbench.extractors.quotes.silence import Silences
from workbench.languages import pack
from workbench.text.worddiff import Change
from workbench.widgets.records import LineageRecord, PieceRecord, SilentRecord, WordingRecord
from workbench.widgets.telling.frames import rows, text
from workbench.widgets.telling.why import why_one

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes

__all__ = ["lineages", "pieces"]

Row = dict[str, Any]
UNDATED = "9999"
"""Behind every date there is."""


def lineages(quotes: Quotes) -> list[LineageRecord]:
    """The statements, those of most outlets first, then in the order of the articles."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows(quotes.wordings()):
        groups[str(row["lineage"])].append(row)
    speakers = dict(zip(quotes.table["quote"], quotes.table["speaker"], strict=True))
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    known = {str(row["lineage"]): {**row, "name": names.get(row["speaker"])} for row in rows(quotes.lineages)}
    silences = Silences(quotes.corpus, quotes.entities, quotes.table)
    records = []
    for lineage, group in groups.items():
        who = {str(speakers[row["quote"]]) for row in group} - {""}
        record = _record(quotes, lineage, group, known.get(lineage, {}))
        silent = silences.of(sorted(who), [row["article"] for row in group])
        record["silent"] = [_silent(*one) for one in silent]
        records.append((len({row["source"] for row in group}), record))
    return [record for _, record in sorted(records, key=lambda pair: -pair[0])]


def _record(quotes: Quotes, lineage: str, group: list[Row], own: Row) -> LineageRecord:
    fullest = max(group, key=lambda row: len(row["text"]))
    speaker = text(own.get("speaker"))
    articles = [quotes.corpus[name] for name in dict.fromkeys(row["article"] for row in group)]
    return {
        "id": lineage,
        "speaker": speaker,
        "speaker_name": text(own.get("name")) or text(fullest["speaker_text"]),
        "fullest": str(fullest["quote"]),
        "first": first_reason(articles),
        "wordings": _wordings(quotes.corpus, group),
        "silent": [],
        "reasons": [why_one(str(reason)) for reason in own.get("reasons", ())],
    }


def _silent(source: str, carries: str, quotes: int, mentions: int, articles: list[str]) -> SilentRecord:
    return {"source": source, "carries": carries, "quotes": quotes, "mentions": mentions, "articles": articles}


def _wordings(corpus: Corpus, group: list[Row]) -> list[WordingRecord]:
    """The wordings of a statement, the first ones first, then in the order of their times."""
    words = {str(row["quote"]): row for row in group}
    records: list[WordingRecord] = []
    for row in sorted(group, key=lambda row: (not row["first"], _moment(corpus[row["article"]]))):
        against = str(row["against"])
        language = corpus[row["article"]].language
        records.append(
            {
                "quote": str(row["quote"]),
                "against": against,
                "similarity": float(row["similarity"]),
                "first": bool(row["first"]),
                "pieces": list(pieces(words[against]["text"], row["text"], language)) if against else [],
            }
        )
    return records


def _moment(article: Article) -> str:
    return UNDATED if article.published is None else article.published.isoformat()


@lru_cache(maxsize=1 << 14)
def pieces(fullest: str, wording: str, language: str) -> tuple[PieceRecord, ...]:
    """A wording from its first character to its last, and in their places the words that only the fullest one has.

    Parameters
    ----------
    fullest, wording: two wordings.
    language: the code of the language of both.

    >>> told = pieces("بنّاءة وموضوعية وعملية", "بناءة وعملية", "ar")
    >>> [(one["op"], one["text"], one["other"]) for one in told]
    [('spelling', 'بناءة', 'بنّاءة'), ('cut', ' وموضوعية', ''), ('same', ' وعملية', '')]
    """
    changes = sorted(
        differences(fullest, wording, pack(language)), key=lambda change: (change.b_start, change.b_end, change.a_start)
    )
    found: list[PieceRecord] = []
    position = 0
    for number, change in enumerate(changes):
        was = fullest[change.a_start : change.a_end]
        begin = change.b_start
        if change.op == "cut" and _joined(fullest, change.a_end):  # a particle: it stands before the word it was on
            begin = next((one.b_start for one in changes[number + 1 :] if one.b_start < one.b_end), begin)
        _add(found, "same", wording[position : max(position, begin)])
        position = max(position, begin)
        if change.op in ("cut", "changed"):
            _add(found, "cut", _spaced(fullest, change, first=not found))
        if change.op != "cut":
            kept = "" if change.op in ("same", "added") else was
            lead = " " if change.op == "changed" and not _joined(wording, change.b_start) else ""
            _add(found, change.op, lead + wording[position : change.b_end], kept)
            position = max(position, change.b_end)
    _add(found, "same", wording[position:])
    return tuple(found)


def _add(found: list[PieceRecord], op: str, words: str, was: str = "") -> None:
    """One more piece; what is the same goes on."""
    if words and found and op == "same" == found[-1]["op"]:
        found[-1]["text"] += words
    elif words:
        found.append({"op": op, "text": words, "other": was})


def _spaced(fullest: str, change: Change, *, first: bool) -> str:
    """Words that were cut, with the space that keeps them from the words around them."""
    was = fullest[change.a_start : change.a_end]
    if change.op == "changed" or _joined(fullest, change.a_end) or _joined(fullest, change.a_start):
        return was
    return f"{was} " if first else f" {was}"


def _joined(words: str, edge: int) -> bool:
    """Whether no space or mark stands at an edge: what ends or begins there is a part of a word."""
    return 0 < edge < len(words) and words[edge - 1].isalnum() and words[edge].isalnum()
