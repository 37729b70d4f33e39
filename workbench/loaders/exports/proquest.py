"""ProQuest, plain text: articles between lines of sixty underscores, their fields named (``Full text:``).

A field's value runs to the next field. ``Document 3 of 25``, the headline and the address may stand above the first.
An article whose full text is not in the file is refused by its headline. Written from published descriptions, with
samples of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.loaders.exports.rows import LOOK, Draft, Row, counted, fields, flat, head, pieces, plain, rows, tell
from workbench.loaders.records import Piece, Refusal

__all__ = ["articles", "recognises"]

LINE = re.compile(r"_{40,200}$")
NAMES = (
    "Title|Alternate title|Author|Publication title|Publication info|Publication year|Publication date|"
    "Publication note|Publication subject|Publisher|Place of publication|Country of publication|Full text|"
    "Abstract|Links|Subject|Business indexing term|Identifier / keyword|Location|People|Company / organization|"
    "Company|Section|First page|Pages|Number of pages|Volume|Issue|Edition|Source|Source type|Source attribution|"
    "Language of publication|Language|Document type|Document feature|ISSN|eISSN|ISBN|DOI|CODEN|Dateline|Column|"
    "Credit|Classification|NAICS|Correspondence author|Accession number|Digital publication date|"
    "ProQuest document ID|Document URL|Copyright|Last updated|Database|Product name|Series|Story title|Summary|"
    "Special feature|Supplemental data|Work title"
)
FIELD = fields(NAMES)
FULL = "Full text"
STARTS = frozenset(("Title", "Author", "Abstract", "Links", FULL, "Publication title", "Publication info"))
NUMBERED = re.compile(r" *Document (\d{1,6}) of (\d{1,6}) *$")
SURE = fields("Full text|Publication title|Publication info|ProQuest document ID|Document URL|Database")
CLOSING = frozenset(("Database", "Last updated", "Copyright", "Document URL", "ProQuest document ID"))
SAYS = {
    "Title": "title",
    "Author": "author",
    "Publication title": "source",
    "Publication info": "source",
    "Publication date": "published",
    "Document URL": "url",
    "ProQuest document ID": "id",
    "Language of publication": "language",
    "Language": "language",
}
MISSING = re.compile(r"(?:full text )?(?:not|none|un) ?available", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+$")
FOOT = re.compile(r" *(?:Contact us at\b|Database copyright\b|Terms and Conditions\b|Copyright ©|Citation style:)")
FRONT = re.compile(r" *(?:Report Information from ProQuest|Table of contents|Bibliography|\d{1,6}\. )")
IN_TEXT = re.compile(r" *(CAPTION|CREDIT|Caption|Credit) *: *")
NEAR = 6
"""Lines at the head of a part among which the first field of an article stands."""


def recognises(text: str) -> bool:
    """Whether a text is an export of ProQuest: its lines of underscores, and two of the fields only it has."""
    if "____" not in text[:LOOK]:
        return False
    if not any(LINE.match(row.text) for row in rows(text[:LOOK])):
        return False
    lines = head(text)
    said = {match[1] for line in lines if (match := SURE.match(line))}
    numbered = any(map(NUMBERED.match, lines))
    return len(said) + numbered >= 2


def articles(text: str, stem: str, origin: str, notes: tuple[str, ...] = ()) -> Iterator[Piece]:
    """The articles of such a text, and a refusal where they are not as many as it says."""
    lines = rows(text)
    before, parts, after = _parts(lines)
    drafts = [_article(part, closed=closed) for part, closed in parts]
    if before:
        tell(drafts, f"a front of {counted(before, 'line')} stands before it")
    if after:
        tell(drafts, f"a foot of {counted(after, 'line')} stands behind it", last=True)
    yield from pieces(text, drafts, stem, origin, notes)
    stated = max((int(match[2]) for part, _ in parts if (match := NUMBERED.match(flat(part[0].text)))), default=None)
    if stated is not None and stated != len(drafts):
        verb = "is" if len(drafts) == 1 else "are"
        yield Refusal(
            f"{origin} numbering", f"the file numbers {counted(stated, 'document')} and {len(drafts)} {verb} here"
        )
    elif not drafts:
        yield Refusal(origin, "it is an export of ProQuest with no article in it")


def _parts(lines: Sequence[Row]) -> tuple[int, list[tuple[Sequence[Row], bool]], int]:
    """How many lines stand in front, the lines of each article and whether a line closes it, and those at the foot."""
    marks = [place for place, row in enumerate(lines) if LINE.match(row.text)]
    spans = [(start + 1, stop) for start, stop in zip([-1, *marks], [*marks, len(lines)], strict=True)]
    spans = [(start, stop) for start, stop in spans if start < stop]
    numbered = any(NUMBERED.match(flat(lines[start].text)) for start, _ in spans)
    begins = [_begins(lines[start:stop], numbered=numbered) for start, stop in spans]
    first = begins.index(True) if True in begins else len(spans)
    last = len(spans)
    while last > first + 1 and not begins[last - 1] and FOOT.match(flat(lines[spans[last - 1][0]].text)):
        last -= 1
    parts: list[tuple[int, int]] = []
    for (start, stop), new in zip(spans[first:last], begins[first:last], strict=True):
        parts.append((start, stop) if new else (parts.pop()[0], stop))
    before = sum(stop - start for start, stop in spans[:first])
    after = sum(stop - start for start, stop in spans[last:])
    return before, [(lines[start:stop], stop < len(lines)) for start, stop in parts], after


def _begins(part: Sequence[Row], *, numbered: bool) -> bool:
    """Whether a part begins an article: by its number, where the file numbers them, else by a field near its head."""
    if numbered:
        return bool(NUMBERED.match(flat(part[0].text)))
    names = {match[1] for row in part[:NEAR] if (match := FIELD.match(flat(row.text)))}
    return bool(names & STARTS) and not FRONT.match(flat(part[0].text))


def _article(part: Sequence[Row], *, closed: bool) -> Draft:
    """One article from its lines."""
    draft = Draft(part)
    found = _fields(part)
    names = [name for _, name, _ in found]
    top = found[0][0] if found else len(part)
    _top(draft, part[:top])
    full = ""
    for (place, name, label), (stop, _, _) in pairwise([*found, (len(part), "", 0)]):
        own = part[place:stop]
        if name == FULL:
            full = " ".join([own[0].text[label:], *(row.text for row in own[1:])]).strip() or full
            _text(draft, own, label)
        else:
            _field(draft, own, name, label)
    if not closed and not CLOSING & set(names):
        draft.notes.append("it is cut off: no line of underscores follows")
    elif not full or (len(full) < 80 and MISSING.search(full)):
        draft.refused = "its full text is not in the export"
    return draft


def _fields(part: Sequence[Row]) -> list[tuple[int, str, int]]:
    """Place, name and label of each field: after the full text a field stands below a blank line, among others."""
    found: list[tuple[int, str, int]] = []
    matches = [(place, match) for place, row in enumerate(part) if (match := FIELD.match(flat(row.text)))]
    gaps = [row.gap for row in part]
    blocks = _blocks(gaps)
    opening = {place for place, _ in matches if gaps[place]}
    seen: set[str] = set()
    for place, match in matches:
        name = match[1]
        if FULL in seen and (name == FULL or name in seen or not gaps[place] or not _among(place, blocks, opening)):
            continue
        seen.add(name)
        found.append((place, name, match.end()))
    return found


def _blocks(gaps: Sequence[bool]) -> list[int]:
    """For each line the next that stands below a blank one; the number of lines where none does."""
    following = [len(gaps)] * len(gaps)
    for place in range(len(gaps) - 2, -1, -1):
        following[place] = place + 1 if gaps[place + 1] else following[place + 1]
    return following


def _among(place: int, blocks: Sequence[int], opening: set[int]) -> bool:
    """Whether a field is among the next two blocks below a line, or the part ends there."""
    for _ in range(2):
        place = blocks[place]
        if place == len(blocks) or place in opening:
            return True
    return False


def _top(draft: Draft, lines: Sequence[Row]) -> None:
    """Number, headline and address above the first field."""
    for row in lines:
        line = plain(row.text)
        if NUMBERED.match(line) or "title" in draft.meta:
            draft.mark(row, "furniture", "proquest_top")
        elif ADDRESS.match(line):
            draft.mark(row, "furniture", "proquest_top")
            draft.say("url", row.text)
        else:
            draft.mark(row, "title", "proquest_headline")
            draft.say("title", row.text)


def _text(draft: Draft, lines: Sequence[Row], label: int) -> None:
    """The full text; captions and credits in it are named in capitals."""
    for row in lines:
        match = IN_TEXT.match(flat(row.text)) if row is not lines[0] else None
        if match:
            caption = match[1].casefold() == "caption"
            draft.mark(row, "caption" if caption else "byline", f"proquest_{match[1].casefold()}", label=match.end())
        else:
            draft.body(row, label=label if row is lines[0] else 0)


def _field(draft: Draft, lines: Sequence[Row], name: str, label: int) -> None:
    """One field: headline, author and date are marked as what they are, the rest as the archive's own."""
    value = " ".join([lines[0].text[label:], *(row.text for row in lines[1:] if not row.gap)])
    again = name == "Title" and "title" in draft.meta
    if name in SAYS:
        draft.say(SAYS[name], value.split(";")[0] if SAYS[name] == "source" else value)
    for row in lines:
        size = label if row is lines[0] else 0
        if row is not lines[0] and row.gap:
            draft.mark(row, "furniture", "proquest_field")
        elif name == "Title":
            draft.mark(row, *(("furniture", "title_again") if again else ("title", "proquest_title")), label=size)
        elif name == "Author":
            draft.mark(row, "byline", "proquest_author", label=size)
        elif name in ("Publication date", "Dateline"):
            draft.mark(row, "dateline", "proquest_date", label=size)
        else:
            draft.mark(row, "furniture", "proquest_field")
