"""Nexis Uni, Word and RTF: the text of a file of articles, each closed by ``End of Document``.

The headline, the publication and the date open an article; ``Section:``, ``Length:``, ``Byline:`` and their like
follow, each with a no-break space before its value; ``Body`` opens the text, ``Graphic``, ``Classification`` and
``Load-Date:`` close it. A cover may stand in front that lists the articles: what it lists is compared with what is
there, by number and headline. Written from published descriptions, with samples of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.languages.pack import packs
from workbench.loaders.exports.rows import (
    Draft,
    Row,
    counted,
    fields,
    flat,
    head,
    is_date,
    key,
    pieces,
    plain,
    rows,
    same,
    tell,
)
from workbench.loaders.published import read_published
from workbench.loaders.records import Piece, Refusal

__all__ = ["articles", "recognises"]

END = "end of document"
FAILED = "We are sorry but there is an error in this document"
WORDS = ("Length:", "Load-Date:", "Job Number:", "End of Document", "END OF DOCUMENT", "：")
"""One of these stands in the first part of any such file."""
LENGTH = re.compile(r" *Length *: *\d[\d,.]* *words?\b", re.IGNORECASE)
LISTED = re.compile(r" *Documents? *\( *(\d{1,6}) *\)")
ENTRY = re.compile(r" *(\d{1,6})\. +(?=\S)")
JOB = re.compile(r" *Job Number *:")
OPENS = re.compile(r" *(?:User Name *:|Date and Time *:|Job Number *:|Documents? *\( *\d{1,6} *\))")
TITLE_PAGE = 4
"""The most lines that stand above the first line of a cover and are part of it."""
COVER = fields(
    "User Name|Date and Time|Job Number|Client/Matter|Search Terms|Search Type|Narrowed by|Content Type|Sources|"
    "Time of Request|Number of Lines|Research Information|Project ID|Search Query",
    separator="(?::|$| {2,}|(?=Narrowed by))",
)
TIMELINE = "Timeline:"
FIELDS = fields(
    "Section|Length|Byline|Dateline|Highlight|Series|Column|Edition|Distribution|Correction|Language|Abstract|Summary|"
    "Author|Country"
)
CLASSES = fields(
    "Language|Publication-Type|Publication Type|Journal Code|Subject|Industry|Company|Organization|Person|Geographic|"
    "Ticker|ISSN|Acc-No|Load-Date|City|State|Country|Title|NAICS Codes|Copyright"
)
LOADED = fields("Load-Date")
COPYRIGHT = re.compile(r" *(?:Copyright\b|\(c\)|©)", re.IGNORECASE)
PRINTED = re.compile(r" *(?:Page \d+ of \d+|Link to (?:PDF|Image|Original).{0,40}|\[?Link to .{0,40})$")
NO_BODY_TRIES = 8
"""Lines among which the fields and the date are looked for in an article without ``Body``."""


def recognises(text: str) -> bool:
    """Whether a text is a file of Nexis Uni: by its cover, or by marks that stand together in no other text."""
    begin = text[:20_000]
    if not any(word in begin for word in WORDS):
        return False
    lines = head(text)
    body, end = "Body" in lines, any(line.casefold() == END for line in lines)
    length, loaded = any(map(LENGTH.match, lines)), any(map(LOADED.match, lines))
    cover = any(map(LISTED.match, lines)) and any(map(JOB.match, lines))
    return cover or ((body or end) and (length or loaded)) or (body and end and any(map(FIELDS.match, lines)))


def articles(text: str, stem: str, origin: str, notes: tuple[str, ...] = ()) -> Iterator[Piece]:
    """The articles of such a text, and a refusal where its cover lists others than are there."""
    drafts: list[Draft] = []
    covers: list[Cover] = []
    for chunk in _chunks(rows(text)):
        cover = _cover(chunk)
        if cover.above:
            drafts.append(_article(chunk[: cover.above]))
        own = chunk[cover.above + cover.lines :]
        if own:
            drafts.append(_article(own))
        if cover.lines:
            covers.append(cover)
            tell(drafts[-1:], f"a cover of {counted(cover.lines, 'line')} stands before it")
    yield from pieces(text, drafts, stem, origin, notes)
    stated = [cover.stated for cover in covers if cover.stated is not None]
    if stated and sum(stated) != len(drafts):
        titles = [title for cover in covers for title in cover.titles]
        yield Refusal(f"{origin} cover", _difference(sum(stated), titles, drafts))
    elif not drafts:
        yield Refusal(origin, "it is an export of Nexis Uni with no article in it")


def _chunks(lines: Sequence[Row]) -> list[Sequence[Row]]:
    """The lines up to each ``End of Document``, and those behind the last."""
    ends = [place + 1 for place, row in enumerate(lines) if len(row.text) < 40 and plain(row.text).casefold() == END]
    chunks = [lines[start:end] for start, end in pairwise([0, *ends])]
    if not ends or ends[-1] < len(lines):
        chunks.append(lines[ends[-1] if ends else 0 :])
    return [chunk for chunk in chunks if chunk]


class Cover(NamedTuple):
    """The list at the front.

    Parameters
    ----------
    above: how many lines above it belong to an article that was cut off.
    lines: how many lines it has.
    stated: how many articles it says there are.
    titles: their headlines.
    """

    above: int
    lines: int
    stated: int | None
    titles: tuple[str, ...]


NO_COVER = Cover(0, 0, None, ())


def _cover(chunk: Sequence[Row]) -> Cover:
    """The cover before the first article; the article begins with the headline that the cover lists first.

    Only the first article of a file has one, unless files were joined.
    """
    first = next((place for place, row in enumerate(chunk) if _opens_fields(row)), len(chunk))
    listed = next((place for place, row in enumerate(chunk[:first]) if LISTED.match(flat(row.text))), None)
    job = any(JOB.match(flat(row.text)) for row in chunk[:first])
    if listed is None and not job:
        return NO_COVER
    match = LISTED.match(flat(chunk[listed].text)) if listed is not None else None
    stated = int(match[1]) if match else None
    begin = listed + 1 if listed is not None else 0
    entries = _entries(chunk[begin:first], stated)
    titles = tuple(title for _, title in entries)
    last = begin + entries[-1][0] if entries else begin - 1
    end = _cover_end(chunk, last + 1, first, titles)
    above = next(place for place, row in enumerate(chunk) if OPENS.match(flat(row.text)))
    above = above if above > TITLE_PAGE else 0
    return Cover(above, end - above, stated if stated is not None else len(titles) or None, titles)


def _opens_fields(row: Row) -> bool:
    line = plain(row.text)
    return line == "Body" or bool(LENGTH.match(line)) or bool(LOADED.match(line)) or line.casefold() == END


def _entries(lines: Sequence[Row], stated: int | None) -> list[tuple[int, str]]:
    """The numbered headlines, with their places: 1, 2, 3 ... in order, no more than are stated."""
    entries: list[tuple[int, str]] = []
    for place, row in enumerate(lines):
        match = ENTRY.match(flat(row.text))
        if match and int(match[1]) == len(entries) + 1 and (stated is None or len(entries) < stated):
            entries.append((place, row.text[match.end() :]))
    return entries


def _cover_end(chunk: Sequence[Row], begin: int, first: int, titles: Sequence[str]) -> int:
    """Where the first article begins behind the last entry: at its headline, else two lines above its date."""
    wanted = key(titles[0]) if titles else ""
    for place in range(begin, first):
        if same(key(chunk[place].text), wanted):
            return place
    said = [place for place in range(first) if TIMELINE in chunk[place].text or COVER.match(flat(chunk[place].text))]
    after = max([begin, *(place + 1 for place in said)])
    for place in range(after, first):
        if is_date(chunk[place].text):
            return max(after, place - 2)
    return min(after, len(chunk))


def _difference(stated: int, titles: Sequence[str], drafts: Sequence[Draft]) -> str:
    """What the report says where the cover lists more or fewer articles than are there."""
    verb = "is" if len(drafts) == 1 else "are"
    said = f"the cover list names {counted(stated, 'document')} and {len(drafts)} {verb} here"
    here = [key(draft.meta.get("title", "")) for draft in drafts]
    missing = [title for title in titles if not any(same(key(title), one) for one in here)]
    if not missing or stated < len(drafts):
        return said
    more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
    return f"{said}; not here: " + ", ".join(title[:80] for title in missing[:3]) + more


def _article(chunk: Sequence[Row]) -> Draft:
    """One article from its lines."""
    draft = Draft(chunk)
    closed = plain(chunk[-1].text).casefold() == END
    lines = chunk[:-1] if closed else chunk
    if closed:
        draft.mark(chunk[-1], "furniture", "nexis_end")
    else:
        draft.notes.append("it is cut off: no End of Document")
    body = next((place for place, row in enumerate(lines) if plain(row.text) == "Body"), None)
    top = _top(lines, body)
    dated = _head(draft, lines[:top])
    inside = _header(draft, lines, top=max(top, dated), body=body)
    tail = _tail(lines, inside)
    for row in lines[inside:tail]:
        if PRINTED.match(flat(row.text)) and len(row.text) < 60:
            draft.mark(row, "furniture", "nexis_printed")
        else:
            draft.body(row)
    _close(draft, lines[tail:])
    if not lines:
        draft.refused = "an End of Document stands here with no article above it"
    elif any(row.text.startswith(FAILED) for row in lines):
        draft.refused = "Nexis Uni could not put the article into the file"
    return draft


def _top(lines: Sequence[Row], body: int | None) -> int:
    """How many lines stand above the first field: headline, publication, date and what the archive adds to them."""
    limit = min(len(lines), NO_BODY_TRIES) if body is None else body
    for place, row in enumerate(lines[:limit]):
        line = flat(row.text)
        if place and (FIELDS.match(line) or COPYRIGHT.match(line) or LOADED.match(line)):
            return place
    if body is not None:
        return body
    dates = [place for place, row in enumerate(lines[:NO_BODY_TRIES]) if place and is_date(row.text)]
    return dates[0] + 1 if dates else min(1, len(lines))


def _head(draft: Draft, lines: Sequence[Row]) -> int:
    """Mark headline, publication and date; how many lines they are."""
    date = _date(lines)
    titled = len(lines) if date is None else date
    titles = 1 if date is None else max(1, titled - 1)
    for place, row in enumerate(lines):
        if place < titles:
            draft.mark(row, "title", "nexis_headline")
        elif place == date:
            draft.mark(row, "dateline", "nexis_date")
        else:
            draft.mark(row, "furniture", "nexis_publication" if place == titles else "nexis_head")
    draft.say("title", " ".join(row.text for row in lines[:titles]))
    if titles < len(lines) and titles != date:
        draft.say("source", lines[titles].text)
    if date is not None:
        draft.say("published", lines[date].text)
    return len(lines)


def _date(lines: Sequence[Row]) -> int | None:
    """The place of the line below the headline that states a day, else of the first that could."""
    could = [place for place, row in enumerate(lines) if place and is_date(row.text)]
    for place in could[:4]:
        if read_published(lines[place].text, packs()[0]) is not None:
            return place
    return could[0] if could else None


def _header(draft: Draft, lines: Sequence[Row], *, top: int, body: int | None) -> int:
    """Mark the fields between the head and the text; where the text begins."""
    place = top
    highlight = False
    while place < len(lines):
        row, line = lines[place], flat(lines[place].text)
        if place == body:
            draft.mark(row, "furniture", "nexis_field")
            return place + 1
        found = FIELDS.match(line)
        if found:
            highlight = found[1] == "Highlight"
            _field(draft, row, found[1], found.end())
        elif COPYRIGHT.match(line) or body is not None:
            draft.mark(row, *(("subtitle", "nexis_highlight") if highlight else ("furniture", "nexis_field")))
        else:
            return place
        place += 1
    return place


def _field(draft: Draft, row: Row, name: str, label: int) -> None:
    """Mark one field."""
    value = row.text[label:]
    if name == "Byline":
        draft.mark(row, "byline", "nexis_byline", label=label)
        draft.say("author", value)
    elif name == "Dateline":
        draft.mark(row, "dateline", "nexis_dateline", label=label)
    elif name == "Highlight":
        draft.mark(row, "subtitle", "nexis_highlight", label=label)
    else:
        draft.mark(row, "furniture", "nexis_field")
        if name == "Language":
            draft.say("language", value)


def _tail(lines: Sequence[Row], begin: int) -> int:
    """Where the text ends: at the last ``Graphic``, the ``Classification`` or the load date, whichever is first."""
    said = [plain(row.text) for row in lines[begin:]]
    found = [len(lines)]
    if "Graphic" in said:
        found.append(begin + len(said) - 1 - said[::-1].index("Graphic"))
    for place, line in enumerate(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        if line == "Classification" and (not following or CLASSES.match(following)):
            found.append(begin + place)
            break
    loads = [place for place, line in enumerate(said) if LOADED.match(line)]
    if loads:
        found.append(begin + loads[-1])
    return min(found)


def _close(draft: Draft, lines: Sequence[Row]) -> None:
    """Mark what stands below the text: captions of graphics, and the archive's own terms."""
    graphic = False
    for row in lines:
        line = plain(row.text)
        if line in ("Graphic", "Classification") or LOADED.match(line):
            graphic = line == "Graphic"
            draft.mark(row, "furniture", "nexis_field")
            continue
        draft.mark(row, *(("caption", "nexis_graphic") if graphic else ("furniture", "nexis_class")))
        found = CLASSES.match(flat(row.text))
        if not graphic and found and found[1] == "Language":
            draft.say("language", row.text[found.end() :].split(";")[0])
