"""The lines of an export, the names of fields on them, and an article while it is taken out of its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench.corpus import BlockKind
from workbench.languages.pack import packs
from workbench.loaders.marks.cues import cue_words
from workbench.loaders.marks.lines import LINE
from workbench.loaders.records import Hint, Meta, Page, Piece, Refusal

__all__ = [
    "LOOK",
    "Draft",
    "Row",
    "counted",
    "fields",
    "flat",
    "head",
    "is_date",
    "key",
    "pieces",
    "plain",
    "rows",
    "same",
    "tell",
]

LOOK = 20_000
"""Characters that are looked at to recognise an export."""
SHORT = 64
"""Characters of a line that are looked at for the name of a field."""
LONGEST_DATE = 70
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
MARKS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
SPACES = re.compile(f"[\\s{MARKS}]")
FLAT = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters and signs to the ordinary ones."""


class Row(NamedTuple):
    """``text[start:end]``: a line that holds more than white space, without the white space around it.

    ``gap`` says whether a blank line stands above it, ``fed`` whether a form feed does.
    """

    start: int
    end: int
    text: str
    gap: bool = False
    fed: bool = False


def rows(text: str) -> list[Row]:
    """The lines of a text that hold more than white space, in order."""
    found: list[Row] = []
    previous = 0
    for match in LINE.finditer(text):
        raw = match.group()
        trimmed = raw.strip()
        if trimmed:
            start = match.start() + len(raw) - len(raw.lstrip())
            between = text[previous:start]
            found.append(Row(start, start + len(trimmed), trimmed, len(BREAK.findall(between)) > 1, "\x0c" in between))
            previous = start + len(trimmed)
    return found


def head(text: str) -> list[str]:
    """The first lines of a text as ``plain`` has them: what an export is recognised by."""
    return [line for raw in LINE.findall(text[:LOOK]) if (line := plain(raw.strip()))]


def flat(text: str) -> str:
    r"""The head of a line, as long as before, with ordinary spaces and letters for all kinds of them.

    >>> flat("Section：\u00a0السياسة")
    'Section: السياسة'
    """
    begin = text[:SHORT]
    if begin.isascii():
        return begin.replace("\t", " ")
    return SPACES.sub(" ", begin.translate(FLAT))


def plain(text: str) -> str:
    """A line as it is compared with what an archive prints: spaces made one; nothing where it is too long for that."""
    return " ".join(flat(text).split()) + ("…" if len(text) > SHORT else "")


def fields(names: str, *, separator: str = ":") -> re.Pattern[str]:
    """What matches one of the names of fields, parted by ``|``, at the head of a flat line, as its first group."""
    longest = sorted(names.split("|"), key=len, reverse=True)
    return re.compile(rf" *({'|'.join(map(re.escape, longest))}) *{separator} *")


def key(text: object) -> str:
    """A headline for comparison: small letters, single spaces, no marks at its ends."""
    return " ".join(str(text).casefold().split()).strip(" .…:;,\"'“”«»")


def same(one: str, other: str) -> bool:
    """Whether two headlines, as keys, are one; a list may have cut the longer of them short."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) >= 15 and long.startswith(short)))


@dataclass
class Draft:
    """An article while it is read: the lines that are its, and what is known of them.

    Parameters
    ----------
    rows: its lines, in order; at least one.
    refused: why it is none, where it is none.
    """

    rows: Sequence[Row]
    meta: Meta = field(default_factory=dict)
    hints: dict[int, Hint] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    refused: str = ""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.rows[0].start

    def mark(self, row: Row, kind: BlockKind, rule: str, *, label: int = 0) -> None:
        """Say what a line is, or the rest of it after the name of a field."""
        self.hints[row.start - self.start] = Hint(kind, rule, label=label)

    def body(self, row: Row, *, label: int = 0) -> None:
        """A line is the text of the article: the ordinary rules say which of it is a caption or a credit."""
        self.hints[row.start - self.start] = Hint(main=True, label=label)

    def say(self, name: str, value: str) -> None:
        """A field of the article, unless it is known already or empty; an author without ``By`` and the like."""
        value = " ".join(value.split())
        if name == "author":
            value = _signed(value)
        if value:
            self.meta.setdefault(name, value)


def _signed(byline: str) -> str:
    """The names in a byline without the word that introduces them, in any language."""
    for one in packs():
        byline = cue_words(byline, one, "byline") or byline
    return byline


def tell(drafts: Sequence[Draft], note: str, *, last: bool = False) -> None:
    """Add what is to be told of the whole file to its first or last article."""
    readable = [draft for draft in drafts if not draft.refused] or list(drafts)
    if not readable:
        return
    draft = readable[-1 if last else 0]
    if draft.refused:
        draft.refused = f"{draft.refused}; {note}"
    else:
        draft.notes.append(note)


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun.

    >>> counted(1, "line"), counted(3, "line")
    ('1 line', '3 lines')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def is_date(line: str) -> bool:
    """Whether a short line could be one that states the day of publication: it has a year and is no sentence."""
    return len(line) <= LONGEST_DATE and bool(YEAR.search(line)) and len(line.split()) <= 10


def pieces(text: str, drafts: Sequence[Draft], stem: str, origin: str, notes: tuple[str, ...]) -> Iterator[Piece]:
    """The page or the refusal that each article is, numbered; an id that stands twice in the file is none."""
    ids = Counter(draft.meta.get("id") for draft in drafts)
    for number, draft in enumerate(drafts, 1):
        place = f"{origin} article {number}"
        if draft.refused:
            title = str(draft.meta.get("title", ""))[:80]
            yield Refusal(place, f"{title}: {draft.refused}" if title else draft.refused)
            continue
        if ids[draft.meta.get("id")] > 1:
            draft.meta.pop("id", None)
        page = Page(f"{stem}-{number}", place, text[draft.start : draft.rows[-1].end], draft.meta, draft.hints)
        yield replace(page, notes=(*notes, *draft.notes))
