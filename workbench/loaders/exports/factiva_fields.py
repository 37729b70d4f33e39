"""What Factiva's codes mean, and the lines that stand for them in its exports without codes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.corpus import BlockKind
from workbench.languages.pack import packs
from workbench.loaders.exports.rows import Draft, Row, flat, is_date, plain

__all__ = [
    "BODY",
    "CODES",
    "COPYRIGHT",
    "DOCUMENT",
    "HEADER",
    "SHORT_CODE",
    "TAIL",
    "field",
    "number",
    "running",
    "top",
    "words_at",
]

HEADER = frozenset(["CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "DLN"])
BODY = frozenset(("LP", "TD"))
TAIL = frozenset(["CT", "RF", "ART", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CX", "DID", "TRN"])
CODES = HEADER | BODY | TAIL
SAYS = {"SN": "source", "PD": "published", "BY": "author", "LA": "language"}
KINDS: dict[str, tuple[BlockKind, str]] = {
    "HD": ("title", "factiva_hd"),
    "BY": ("byline", "factiva_by"),
    "CR": ("byline", "factiva_cr"),
    "PD": ("dateline", "factiva_pd"),
    "ART": ("caption", "factiva_art"),
}
DOCUMENT = re.compile(r" *(?:Document|Dokument|Documento|Документ|文件|文档|ドキュメント) +([A-Za-z0-9]{12,40}) *$")
WORDS = re.compile(r"\d[\d,. ]{0,9}[^\W\d_]{1,12}$")
"""``419 words``, in whatever language the archive was asked."""
TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[APap]\.?[Mm]\.?)?(?: [A-Za-z]{2,5})?$")
SHORT_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}$")
COPYRIGHT = re.compile(r" *(?:\(c\)|©|copyright\b)", re.IGNORECASE)
PRINTED = re.compile(r" *(?:Page \d+ of \d+\b.{0,80}|(?:©|\(c\)) \d{4} Factiva, Inc\..{0,60})$", re.IGNORECASE)
BELOW_WORDS = 12
"""Lines below the number of words that can be fields."""
ABOVE_WORDS = 4
"""Lines above it that can be a section, a headline and a byline."""
FIRST_LINES = 40
"""Lines among which it is looked for."""
NAME = 6
"""The most words of a byline."""


def field(draft: Draft, code: str, lines: Sequence[Row], label: int) -> None:
    """Mark the lines of one field; the first ``label`` characters of the first are its code, where it stands on it."""
    values = [row.text[label:] if row is lines[0] else row.text for row in lines if not _printed(row)]
    if code in SAYS:
        draft.say(SAYS[code], " ".join(values))
    kind, rule = KINDS.get(code, ("furniture", "factiva_field"))
    for row in lines:
        size = label if row is lines[0] else 0
        if code in BODY or _printed(row):
            running(draft, row, size)
        elif kind == "furniture":
            draft.mark(row, kind, rule)
        else:
            draft.mark(row, kind, rule, label=size)
    if code == "HD":
        draft.say("title", " ".join(values))
    elif code == "AN":
        for value in values:
            number(draft, value)


def number(draft: Draft, line: str) -> None:
    """The number that Factiva gave the article, from ``Document`` and what follows."""
    match = DOCUMENT.match(flat(line))
    if match:
        draft.say("id", match[1])


def running(draft: Draft, row: Row, label: int = 0) -> None:
    """A line of the text; what a printer put between its pages is furniture."""
    if _printed(row):
        draft.mark(row, "furniture", "factiva_printed")
    else:
        draft.body(row, label=label)


def _printed(row: Row) -> bool:
    return len(row.text) < 150 and PRINTED.match(flat(row.text)) is not None


def words_at(lines: Sequence[Row], begin: int = 0) -> int | None:
    """The place of the line that says how many words the article has: the next states its date."""
    for place in range(begin, len(lines) - 1):
        text, following = lines[place].text, lines[place + 1].text
        if len(text) <= 24 and WORDS.match(plain(text)) and is_date(following) and not WORDS.match(plain(following)):
            return place
    return None


def top(draft: Draft, lines: Sequence[Row]) -> int:
    """Mark the head of an article without codes: how many lines it is.

    Section, headline and byline, the number of words, the date, the time, the source and its code, edition and
    page, the language, the copyright: in this order, those that there are.
    """
    words = words_at(lines[:FIRST_LINES])
    if words is None:
        draft.mark(lines[0], "title", "factiva_headline")
        draft.say("title", lines[0].text)
        return 1
    above = words if words <= ABOVE_WORDS else 2
    for row in lines[: words - above]:
        draft.mark(row, "furniture", "factiva_head")
    _above(draft, lines[words - above : words])
    return _below(draft, lines, words)


def _above(draft: Draft, lines: Sequence[Row]) -> None:
    """Section, headline, byline: a section is shorter than the headline, a byline is short and stands below it."""
    if not lines:
        return
    headline, byline = 0, None
    if len(lines) == 2:
        first, second = (len(row.text.split()) for row in lines)
        if second <= NAME and second <= first:
            byline = 1
        else:
            headline = 1
    elif len(lines) > 2:
        headline, byline = len(lines) - 2, len(lines) - 1
    for place, row in enumerate(lines):
        draft.mark(row, "furniture", "factiva_section")
        if place == headline:
            draft.mark(row, "title", "factiva_headline")
            draft.say("title", row.text)
        elif place == byline:
            draft.mark(row, "byline", "factiva_byline")
            draft.say("author", row.text)


def _below(draft: Draft, lines: Sequence[Row], words: int) -> int:
    """The number of words and what stands below it, down to the copyright."""
    date = words + 1
    draft.mark(lines[words], "furniture", "factiva_field")
    draft.mark(lines[date], "dateline", "factiva_date")
    draft.say("published", lines[date].text)
    source = date + 1
    if source < len(lines) and TIME.match(plain(lines[source].text)):
        draft.mark(lines[source], "furniture", "factiva_field")
        source += 1
    near = lines[source : words + BELOW_WORDS]
    end = _end(near)
    for row in near[:end]:
        draft.mark(row, "furniture", "factiva_field")
        if _is_language(row.text):
            draft.say("language", row.text)
    if end:
        draft.say("source", near[0].text)
    return source + end


def _end(near: Sequence[Row]) -> int:
    """How many lines from the source on are fields: to the copyright, else the language, else the source's code."""
    for place, row in enumerate(near):
        if COPYRIGHT.match(flat(row.text)):
            return place + 1
    for place, row in enumerate(near):
        if place and _is_language(row.text):
            return place + 1
    codes = [place for place, row in enumerate(near[:3]) if place and SHORT_CODE.match(plain(row.text))]
    return codes[0] + 1 if codes else min(1, len(near))


def _is_language(text: str) -> bool:
    """Whether a line is the name of a language that there is a pack for."""
    said = plain(text).casefold()
    return any(said in (one.name.casefold(), str(one.settings["english_name"]).casefold()) for one in packs())
