"""Factiva, plain text and RTF: articles whose fields have codes (``HD`` headline, ``LP`` lead), or stand in order.

A code stands at the head of a line, its value behind it or on the lines below, until the next code. Articles end in
a form feed, and with their number (``AN``); a summary of the search may follow the last. Without codes the number of
words, the date, the source and so on stand below the headline, and ``Document`` with the number closes the article.
Written from published descriptions, with samples of our own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from workbench.loaders.exports.factiva_fields import (
    BODY,
    CODES,
    COPYRIGHT,
    DOCUMENT,
    HEADER,
    SHORT_CODE,
    TAIL,
    field,
    number,
    running,
    top,
    words_at,
)
from workbench.loaders.exports.rows import LOOK, Draft, Row, counted, flat, is_date, pieces, plain, rows, tell
from workbench.loaders.records import Piece, Refusal

__all__ = ["articles", "recognises"]

CODE = re.compile(rf" *({'|'.join(sorted(CODES, key=len, reverse=True))})(?: +|$)")
NEEDED = frozenset(["WC", "PD", "SN", "SC", "LA", "CY", "LP", "TD", "AN"])
FEWEST = 4
"""How many of these codes, beside ``HD``, make an export."""
NEAR = 14
"""Lines behind a headline's code among which that of its words or its date stands."""
LISTED = re.compile(r" *[\w-]+ : ")
"""``c24 : Capacity/Facilities``, as the archive's terms are written."""
SUMMARY = "Search Summary"
WORDS_LINE = re.compile(r"[\n\r\u2028]\s{0,9}\d[\d,.\s]{0,9}[^\W\d_]{1,12}\s{0,9}[\n\r\u2028]")
FREE = frozenset(("IPC", "IPD", "PUB"))
"""Codes that are no word, so that a single space behind them is enough."""
DOCUMENT_LINE = re.compile(r"\bDocument[ \u00a0][A-Za-z0-9]{14,40}\b")
RESULTS = re.compile(r" *Results Found *:? *(\d[\d,.]*)? *$")
STAMP = re.compile(r" *(?:Timestamp|Results Found)\b")
SUMMARY_LINES = 80


class Coded(NamedTuple):
    """A line with a code: its place, and how many characters of it are the code."""

    place: int
    code: str
    label: int


def recognises(text: str) -> bool:
    """Whether a text is an export of Factiva."""
    begin = text[:LOOK]
    if "HD" in begin and "PD" in begin:
        lines = rows(begin)
        if _is_coded(lines, _coded(lines)):
            return True
    return bool(WORDS_LINE.search(begin)) and _is_plain(rows(begin), numbered=bool(DOCUMENT_LINE.search(text)))


def _is_coded(lines: Sequence[Row], coded: Sequence[Coded]) -> bool:
    """Whether lines with codes are articles: enough of those that any article has, and a date that is one."""
    found = {one.code for one in coded}
    dated = any(one.code == "PD" and is_date(_value(lines, one)) for one in coded)
    return "HD" in found and len(found & NEEDED) >= FEWEST and dated


def _value(lines: Sequence[Row], one: Coded) -> str:
    own = lines[one.place].text[one.label :]
    return own or (lines[one.place + 1].text if one.place + 1 < len(lines) else "")


def _is_plain(lines: Sequence[Row], *, numbered: bool) -> bool:
    """Number of words, date, a source's code: below each other, and the copyright or the article's number below."""
    place = words_at(lines)
    if not place:
        return False
    below = [plain(row.text) for row in lines[place + 2 : place + 12]]
    stop = next((i for i, line in enumerate(below) if COPYRIGHT.match(line)), 0)
    short = stop > 1 and all(len(line) < 60 for line in below[:stop])
    return any(map(SHORT_CODE.match, below[:4])) and (numbered or short)


def articles(text: str, stem: str, origin: str, notes: tuple[str, ...] = ()) -> Iterator[Piece]:
    """The articles of such a text, and a refusal where the search found others than are there."""
    lines = rows(text)
    end, stated = _summary(lines)
    own, summary = lines[:end], lines[end:]
    coded = _coded(own)
    if _is_coded(own, coded):
        before, drafts = _articles(own, coded)
    else:
        before, drafts = 0, [_plain(chunk) for chunk in _chunks(own)]
    if before:
        tell(drafts, f"{counted(before, 'line')} of the file stand{'s' if before == 1 else ''} before it")
    if summary:
        tell(drafts, f"a summary of the search follows it, {counted(len(summary), 'line')}", last=True)
    yield from pieces(text, drafts, stem, origin, notes)
    if stated is not None and stated != len(drafts):
        verb = "is" if len(drafts) == 1 else "are"
        reason = f"the search found {counted(stated, 'article')} and {len(drafts)} {verb} in this file"
        yield Refusal(f"{origin} search summary", reason)
    elif not drafts:
        yield Refusal(origin, "it is an export of Factiva with no article in it")


def _summary(lines: Sequence[Row]) -> tuple[int, int | None]:
    """Where the summary of the search begins at the end of the file, and how many results it states."""
    for place in range(len(lines) - 1, max(-1, len(lines) - SUMMARY_LINES), -1):
        if len(lines[place].text) < 40 and plain(lines[place].text) == SUMMARY:
            break
    else:
        return len(lines), None
    below = [plain(row.text) for row in lines[place + 1 :]]
    if not any(map(STAMP.match, below)):
        return len(lines), None
    for i, line in enumerate(below):
        match = RESULTS.match(line)
        if match:
            said = match[1] or (below[i + 1] if i + 1 < len(below) else "")
            digits = re.sub(r"[,.]", "", said)
            return place, int(digits) if digits.isdecimal() and len(digits) < 10 else None
    return place, None


def _coded(lines: Sequence[Row]) -> list[Coded]:
    """The lines that open a field. A code stands as the first headline's does: alone, or with its value behind it."""
    matches = [(place, match) for place, row in enumerate(lines) if (match := CODE.match(flat(row.text[:16])))]
    first = next((place for place, match in matches if match[1] == "HD"), None)
    if first is None:
        return []
    alone = plain(lines[first].text) == "HD"
    found: list[Coded] = []
    inside = False
    for place, match in matches:
        one = Coded(place, match[1], match.end())
        row = lines[place]
        if alone and row.text[one.label :]:
            continue
        begins = one.code in ("HD", "SE") and _begins(lines, place)
        if not begins and (inside or one.code in TAIL) and not _closes(row.text, one, found):
            continue
        inside = one.code in BODY or (inside and not begins and one.code != "AN")
        found.append(one)
    return found


def _begins(lines: Sequence[Row], place: int) -> bool:
    """Whether an article begins with this headline or section: its words or its date follow, and no code of a tail."""
    opened = CODE.match(flat(lines[place].text[:40]))
    heads = {opened[1]} if opened else set()
    for at, row in enumerate(lines[place + 1 : place + NEAR], place + 1):
        match = CODE.match(flat(row.text[:16]))
        if match is None:
            continue
        one = Coded(at, match[1], match.end())
        if one.code in ("WC", "PD"):
            return any(map(str.isdigit, _value(lines, one)[:40]))
        if one.code in heads or ((one.code in TAIL or one.code in BODY) and _closes(row.text, one, [])):
            return False
        heads |= {one.code} & {"HD", "SE"}
    return False


def _closes(line: str, one: Coded, found: Sequence[Coded]) -> bool:
    """Whether a code in the text of an article is one: alone, apart from its value, or before what it is for."""
    if one.code not in TAIL and one.code not in BODY:
        return False
    value, name = flat(line[one.label :]), line[: one.label]
    if not value or "\t" in name or len(name) > len(one.code) + 1:
        return True
    if one.code == "TD":
        return bool(found) and found[-1].code == "LP"
    return one.code in FREE or bool((DOCUMENT if one.code == "AN" else LISTED).match(value))


def _articles(lines: Sequence[Row], coded: Sequence[Coded]) -> tuple[int, list[Draft]]:
    """How many lines stand before the first article, and the articles."""
    feeds = list(accumulate(row.fed for row in lines))
    starts: list[int] = []
    seen: set[str] = set()
    for one in coded:
        fed = bool(starts) and feeds[one.place] > feeds[starts[-1]] and one.code in ("HD", "SE") and "HD" in seen
        new = one.code in HEADER and (fed or "AN" in seen or "LP" in seen)
        if not starts or new or (one.code == "HD" and "HD" in seen):
            starts.append(one.place)
            seen = set()
        seen.add("LP" if one.code in BODY else one.code)
    drafts = []
    for start, stop in pairwise([*starts, len(lines)]):
        own = coded[bisect_left(coded, start, key=_place) : bisect_left(coded, stop, key=_place)]
        drafts.append(_article(lines[start:stop], [one._replace(place=one.place - start) for one in own]))
    return starts[0] if starts else len(lines), drafts


def _place(one: Coded) -> int:
    return one.place


def _article(lines: Sequence[Row], coded: Sequence[Coded]) -> Draft:
    """One article from its lines and the codes on them."""
    draft = Draft(lines)
    for one, stop in zip(coded, [*(other.place for other in coded[1:]), len(lines)], strict=True):
        field(draft, one.code, lines[one.place : stop], one.label)
    if not any(one.code == "AN" for one in coded):
        draft.notes.append("it is cut off: the number that closes an article is not there")
    return draft


def _chunks(lines: Sequence[Row]) -> list[Sequence[Row]]:
    """The lines of articles without codes: each up to its number, or up to a form feed above the next headline."""
    starts = [0]
    for place, row in enumerate(lines):
        closed = place and len(lines[place - 1].text) < 60 and DOCUMENT.match(flat(lines[place - 1].text))
        if closed or (row.fed and place > starts[-1] and words_at(lines[place : place + 8])):
            starts.append(place)
    return [lines[start:stop] for start, stop in pairwise([*starts, len(lines)]) if start < stop]


def _plain(lines: Sequence[Row]) -> Draft:
    """One article without codes from its lines."""
    draft = Draft(lines)
    closed = len(lines[-1].text) < 60 and DOCUMENT.match(flat(lines[-1].text)) is not None
    own = lines[:-1] if closed else lines
    if closed:
        draft.mark(lines[-1], "furniture", "factiva_number")
        number(draft, lines[-1].text)
    else:
        draft.notes.append("it is cut off: the number that closes an article is not there")
    if not own:
        draft.refused = "the number of an article stands here with no article above it"
        return draft
    for row in own[top(draft, own) :]:
        running(draft, row)
    return draft
