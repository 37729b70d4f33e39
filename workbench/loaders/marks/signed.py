"""Where a page says who wrote it, and for which agency, as its own lines say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues, datelines
from workbench.loaders.marks.lines import EDGES, Line, count, key
from workbench.loaders.marks.writers import ADDRESS, NAME, PARTS, by_capitals, first, is_joined

__all__ = ["agency", "boxes", "bylines", "head", "names", "signatures"]

BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
SIGNED = re.compile(r"\(([^()]{2,40})\)(?:\s*[\w.]{1,4}(?:\s+[\w.]{1,4}){0,2}(?:\s*/\s*[\w. ]{1,9})?)?\s*\.?$")
LABELLED = re.compile(r"[^\s:]+(?: [^\s:]+)?:\s")
LONG_ROW = 18
"""The most words of a row with a name, a date and counts."""
NEAR = 4
"""How many lines above the headline a writer's name can stand."""
CLOSE = 5
"""How many lines above the text a line can stand that names the outlet beside the writer."""
BOX = 60
"""The most words of what an author's box says."""
SIZES = re.compile(r"(?<!\S)\w[+-](?!\S)")
"""A button for the size of letters: ``A+``."""
CONTACT = 14
"""The most words of a sentence below the text that says how its author is reached."""
COMMAS = (",", "،")
BESIDE = 4
"""The most words of a line beside the date that is a name or a desk."""


def signatures(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark the signature of an agency below the text, ``(رويترز)`` or ``(AFP) ab/cd``, which ends the article."""
    texts = [place for place, line in enumerate(lines) if line.running]
    if len(texts) < 2:
        return
    for line in lines[texts[1] + 1 :]:
        match = SIGNED.match(line.text) if line.open and line.words <= 8 else None
        if match and (cues.agency_of(match[1], pack) or (match.end(1) + 1 < len(line.text) and count(match[1]) <= 3)):
            line.mark("byline", "signature")
            line.section = "closing"


def bylines(lines: Sequence[Line], pack: LanguagePack, *, author: str = "") -> None:
    """Short lines above the text or below it that name who wrote it."""
    texts = [i for i, line in enumerate(lines) if line.running]
    if not texts:
        return
    wanted = key(author, pack)
    for place, line in enumerate(lines):
        if not line.open or texts[0] < place < texts[-1] or line.paragraph:
            continue
        if place > texts[-1] and _listed(lines, place):
            continue
        if wanted and wanted in line.key and line.words <= len(wanted.split()) + 3:
            line.mark("byline", "known_author")
        elif datelines.is_desk(line, pack):
            line.mark("byline", "desk_or_agency")
        elif datelines.is_name(line, pack):
            line.mark("byline", "name_alone")
        elif place < texts[0] and by_capitals(line, pack):
            line.mark("byline", "name_in_capitals")
        elif texts[0] - CLOSE <= place < texts[0] and is_joined(line, pack):
            line.mark("byline", "joined_names")
    _beside_dates(lines[: texts[0]], pack)


def boxes(lines: Sequence[Line], pack: LanguagePack, *, author: str = "") -> None:
    """Mark what stands below the text about its author, beginning with the name, and lines with an address.

    Parameters
    ----------
    author: as the page's metadata have it.
    """
    known = names(lines, author, pack)
    texts = [place for place, line in enumerate(lines) if line.running]
    for line in lines[texts[-1] :] if len(texts) > 1 else ():
        if line.open and line.words <= CONTACT and ADDRESS.search(line.text) and _is_contact(line, known, pack):
            line.mark("byline", "contact")
    if len(texts) < 3:
        return
    last = texts[-1]
    if any(lines[last].folded.startswith(name) for name in known) and lines[last].words <= BOX:
        lines[last].mark("furniture", "about_the_author")
    for line in lines:
        if line.open and line.words <= 10 and ADDRESS.search(line.text) and not line.sentence:
            line.mark("furniture", "address")


def _is_contact(line: Line, known: Collection[str], pack: LanguagePack) -> bool:
    """Whether a sentence with an address names the author, or asks the reader to write."""
    words = {word.strip(EDGES) for word in line.folded.split()}
    return any(words.issuperset(name.split()) for name in known) or not words.isdisjoint(pack.words("reader_words"))


def _listed(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is one of several of the form ``label: words`` that stand together."""
    near = [lines[other].text for other in (place - 1, place, place + 1) if 0 <= other < len(lines)]
    return sum(bool(LABELLED.match(text)) for text in near) > 1


def head(lines: Sequence[Line], headline: Line | None, pack: LanguagePack, *, author: str = "") -> None:
    """Mark who wrote it among the lines around the headline: before what stands above it is given up."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    title = lines.index(headline) if headline is not None else first
    wanted = key(author, pack)
    for place, line in enumerate(lines[:first]):
        if not line.open or line.paragraph:
            continue
        if wanted and wanted in line.key and line.words <= len(wanted.split()) + 3:
            line.mark("byline", "known_author")
        elif place > title and line.words <= LONG_ROW and not line.stopped and datelines.with_date(line, pack):
            line.mark("dateline", "date_in_line")
        elif title - NEAR <= place < title and datelines.is_name(line, pack):
            line.mark("byline", "name_above_title")
    _beside_dates(lines[:first], pack)


def for_outlet(lines: Sequence[Line], outlet: str, pack: LanguagePack) -> None:
    """Mark the lines right above the text that name the outlet beside a name or a word: ``سهل الزعتر - منى السقا``."""
    wanted = key(outlet, pack)
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    for place in range(max(1, first - CLOSE), first if wanted else 0):
        line = lines[place]
        parts = [key(part, pack) for part in PARTS.split(line.text)]
        if line.open and line.hint.kind is None and len(parts) == 2 and wanted in parts and not line.sentence:
            other = parts[parts[0] == wanted]
            if other != wanted and 1 <= count(other) <= NAME and not datelines.analyse(other, pack).dates:
                line.mark("caption" if lines[place - 1].kind == "caption" else "byline", "beside_the_outlet")


def names(lines: Sequence[Line], author: str, pack: LanguagePack) -> set[str]:
    """The author's names, as keys: as the metadata have them, and in the bylines of the head; of two words or more."""
    said = {key(author, pack), *(key(first(line, pack), pack) for line in lines if line.kind == "byline")}
    return {name for name in said if len(name.split()) > 1}


def introduces(line: Line, pack: LanguagePack) -> bool:
    """Whether a name can follow the cue of a byline: with a capital, in a script that has them."""
    rest = cues.cue_words(line.text, pack, "byline").split()
    return not pack.capitals or not rest or not rest[0][0].islower() or rest == line.text.split()


def _beside_dates(head: Sequence[Line], pack: LanguagePack) -> None:
    """Mark a line of two to four words right above or below the date, under the headline: a name or a desk."""
    title = next((place for place, line in enumerate(head) if line.kind == "title"), None)
    if title is None:
        return
    shown = [line for line in head[title + 1 :] if line.kind != "furniture"]
    for place, line in enumerate(shown):
        beside = (*shown[max(0, place - 1) : place], *shown[place + 1 : place + 2])
        if line.open and any(one.kind == "dateline" for one in beside) and _name_like(line, pack):
            line.mark("byline", "beside_the_date")


def _name_like(line: Line, pack: LanguagePack) -> bool:
    parts = [part for part in PARTS.split(line.text) if part.strip()]
    if (
        line.sentence
        or line.text.endswith(COMMAS)
        or SIZES.search(line.text)
        or any(map(str.isdigit, line.text))
        or any(count(part) > BESIDE for part in parts)
    ):
        return False
    if not 2 <= line.words <= BESIDE * len(parts) or len(parts) > 2:
        return False
    stop, words = pack.words("stopwords"), line.folded.split()
    if len(words) > 2 and words[0] in stop and words[1] in cues.given_names(pack):
        words = words[1:]  # من منى السقا
    return not any(word in stop for word in words)


def agency(lines: Sequence[Line], heads: dict[int, int], pack: LanguagePack) -> str:
    """The agency that the dateline of a paragraph, a byline or the signature credits; empty where none does.

    Parameters
    ----------
    heads: where the paragraph starts that opens with a dateline, and how long that is.
    """
    for line in lines:
        size = heads.get(line.start, 0)
        if size and (found := _in_dateline(line.text[:size], pack)):
            return found
    for line in lines:
        if line.kind == "byline" and (found := _in_byline(line, pack)):
            return found
    return ""


def _in_dateline(head: str, pack: LanguagePack) -> str:
    """The agency in a dateline: known by its credit, or what alone stands in brackets beside a date or place."""
    for part in re.split(r"[-–—−ـ/|،,:؛;()\[\]«»]+", head):
        if part.strip() and (known := cues.agency_of(part, pack)):
            return known
    inside = BRACKETS.findall(head)
    if len(inside) == 1 and count(inside[0]) <= 3 and not any(map(str.isdigit, inside[0])):
        folded = key(inside[0], pack)
        if folded not in cues.places(pack) and not set(folded.split()) & cues.date_words(pack):
            return " ".join(inside[0].split())
    return ""


def _in_byline(line: Line, pack: LanguagePack) -> str:
    if line.rule == "signature":
        match = SIGNED.match(line.text)
        if match is None or cues.says(match[1], pack) == "closing":
            return ""  # an end mark: (النهاية)
        return cues.agency_of(match[1], pack) or " ".join(match[1].split())
    rest = cues.cue_words(line.text, pack, "byline")
    for part in (rest, *PARTS.split(rest), *BRACKETS.findall(rest)):
        if known := cues.agency_of(part.strip(EDGES), pack):
            return known
    named = (" ".join(part.split()).strip(EDGES) for part in PARTS.split(rest))
    return next((part for part in named if cues.agency_like(part, pack)), "")
