"""What stands where on a page: its lines marked as title, body, caption, related story, furniture ...

``mark`` runs small rules over the lines, in order; the first that speaks about a line decides, and its
name stands in the block. What the markup of a page says comes first, then what the language packs know
(cues, credits, places, dates), then shape, repetition and position. Nothing is cut: a block is a span.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.corpus import CONTENT_KINDS, Block, BlockKind
from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import (
    asides,
    bynames,
    captions,
    cues,
    datelines,
    fields,
    headlines,
    lists,
    mastheads,
    scoring,
    signed,
    statements,
    stories,
    writers,
)
from workbench.loaders.marks.cues import cue
from workbench.loaders.marks.datelines import settled, stated
from workbench.loaders.marks.lines import EDGES, Line, split
from workbench.loaders.records import Hints

__all__ = ["Found", "mark", "summary"]

LABELLED = 120
"""The most characters of a line that states a day beside a label."""
WEEK = 7
CLOCK_FIRST = re.compile(r"\d{1,2}:\d{2}\s")
SAID = 6
"""The words of a sentence that belongs to the text like a paragraph, where labels below the text are looked for."""
BUTTONS = 20
"""The most words of a row of labels."""
LISTED = 4
"""The words that one line of a list below the last paragraph, in the main text of an HTML page, has at least."""
ITEM = re.compile(r"(?:[-–—*•▪●]|\d{1,2}[.)])\s|[^\s:]+(?: [^\s:]+){0,2}:\s\S")
"""A line of a list: ``- ...``, ``2. ...``, ``Goalkeeper: ...``."""
OPENS = 8
"""The words of a line that may open with a dateline whatever it ends in."""
HEADING = 6
"""The most words of a heading that only starts with a cue."""
RULED = re.compile(r"[\s\-–—=_*~.·•#]{5,}")
QUOTED = re.compile(r"[«\"“”'‘„][^«»\"“”]+[»\"”“'’]\.?")
TAGS = re.compile(r"#\w+(?:\s+#\w+)*")
BARS = re.compile(r"\s[|·•]\s")
GAPS = re.compile(r"\t|\s{2,}")
SIDE_BY_SIDE = re.compile(r"\s*[|·•/]\s*|\t|\s{2,}")
BREADCRUMB = re.compile(r"\S\s+(?:[>›→←]|»(?=\s))\s+\S")
NAMES: dict[BlockKind, tuple[str, str]] = {
    "dateline": ("dateline", "datelines"),
    "byline": ("byline", "bylines"),
    "caption": ("caption", "captions"),
    "related": ("line of related stories", "lines of related stories"),
    "furniture": ("line of furniture", "lines of furniture"),
}
DIRECT: dict[str, BlockKind] = {
    "furniture": "furniture",
    "caption": "caption",
    "byline": "byline",
    "dateline": "dateline",
    "related": "related",
}


class Found(NamedTuple):
    """What the text of a page says about itself.

    Parameters
    ----------
    title: its headline.
    published: the date of its dateline.
    author: the names in its byline, ``; `` between several.
    agency: the agency that its dateline, byline or signature credits, by its usual name where that is known.
    outlet: the outlet that its copyright line and its head name.
    """

    title: str = ""
    published: dt.date | None = None
    author: str = ""
    agency: str = ""
    outlet: str = ""


def mark(text: str, pack: LanguagePack, hints: Hints | None = None) -> tuple[tuple[Block, ...], Found]:
    r"""The blocks of a page in order, and what they say about it.

    Parameters
    ----------
    text: the page's own text; a block is a line of it (two, where a dateline opens a paragraph).
    pack: the language whose cues are looked for.
    hints: what markup and metadata say.

    >>> from workbench.languages import pack
    >>> blocks, found = mark("مقالات ذات صلة\nلجنة في طرطوس تقدم التعازي", pack("ar"))
    >>> [block.kind for block in blocks]
    ['related', 'related']
    """
    hints = hints or Hints()
    lines = split(text, pack, hints.lines or fields.head(text))
    said(lines, pack)
    outlet = hints.outlet or mastheads.outlet(lines, pack)
    signed.for_outlet(lines, outlet, pack)
    headline = headlines.title(lines, pack, known=hints.title)
    around(lines, headline, pack, author=hints.author, outlet=outlet)
    signed.bylines(lines, pack, author=hints.author)
    signed.boxes(lines, pack, author=hints.author)
    outside_main(lines)
    scoring.judge(lines, headline, pack, outlet=outlet)
    heads = openings(lines, pack)
    headlines.subtitles(next((lines[:i] for i, line in enumerate(lines) if line.start in heads), lines), headline)
    trailing(lines)
    lists.among_links(lines)
    blocks = [block for line in lines for block in _blocks(line, heads.get(line.start, 0))]
    day = published(text, blocks, pack)
    writer, agency = writers.authors(lines, pack, outlet=outlet), signed.agency(lines, heads, pack)
    return tuple(blocks), Found(_title(lines), day, writer, agency, "" if hints.outlet else outlet)


def said(lines: Sequence[Line], pack: LanguagePack) -> None:
    """What lines say of themselves, each alone or with the one beside it: before the headline is looked for."""
    by_hint(lines)
    by_cue(lines, pack)
    by_signs(lines, pack)
    signed.signatures(lines, pack)
    bynames.in_brackets(lines, pack)
    bynames.above_the_text(lines, pack)
    captions.credited(lines, pack)
    links(lines)
    captions.credit_lines(lines, pack)
    stories.boxed(lines)


def around(lines: Sequence[Line], headline: Line | None, pack: LanguagePack, *, author: str, outlet: str) -> None:
    """What stands around the headline, between the paragraphs and below them."""
    signed.head(lines, headline, pack, author=author)
    captions.credited_to(lines, headline, outlet, pack)
    bynames.beside_a_place(lines, headline, pack)
    stories.about_author(lines, signed.names(lines, author, pack))
    stories.related(lines, headline)
    asides.between_entries(lines)
    stories.second_story(lines)
    stories.closing(lines)
    stories.comments(lines)
    stories.letters(lines, pack)
    bynames.below_the_text(lines, pack)
    lists.of_the_story(lines)
    statements.addressed(lines, headline)
    statements.signed(lines)
    headlines.above(lines, headline)
    headlines.again(lines, headline)
    captions.printed_twice(lines)
    captions.shown_between(lines, headline)
    repeated(lines)
    pull_quotes(lines)


def by_hint(lines: Sequence[Line]) -> None:
    """What the markup says."""
    for line in lines:
        if line.hint.rule == "beside_picture" and (who := bynames.beside_portrait(line)):
            line.mark(who, "beside_portrait")
        elif line.hint.kind:
            line.mark(line.hint.kind, line.hint.rule)


def by_cue(lines: Sequence[Line], pack: LanguagePack) -> None:
    """What a cue of the language pack says; headings of related stories and comments open sections."""
    for line in lines:
        said = cue(line, pack) if line.open else None
        if said is None or (said.kind == "byline" and not signed.introduces(line, pack)):
            continue
        if said.kind in ("comments", "closing"):
            line.section = said.kind
        elif said.kind == "related" and (said.whole or line.text.rstrip().endswith(":") or _heads(line)):
            line.section = "related"
        elif said.kind == "furniture" and datelines.is_updated(line, pack):
            line.mark("dateline", "published_and_updated")
        else:
            line.mark(DIRECT[said.kind], f"cue_{said.kind}")


def pull_quotes(lines: Sequence[Line]) -> None:
    """Lines inside the article that stand in quotation marks and that a paragraph of it says too."""
    texts = [i for i, line in enumerate(lines) if line.running]
    if len(texts) < 2:
        return
    for line in lines[texts[0] + 1 : texts[-1]]:
        if line.open and 3 <= line.words <= 40 and QUOTED.fullmatch(line.text):
            wording = line.folded.strip(EDGES)
            if any(wording in lines[i].folded for i in texts if lines[i] is not line):
                line.mark("furniture", "pull_quote")


def _heads(line: Line) -> bool:
    """Whether a line that starts with a cue of related stories is a heading of some words: ``More from the Ledger``."""
    return line.words <= HEADING and ":" not in line.text and line.headline and not line.hint.link


def by_signs(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Lines without a letter, trails of page names, and lines that only say when and where."""
    texts = [i for i, line in enumerate(lines) if line.running]
    for place, line in enumerate(lines):
        if not line.open or line.section or line.paragraph:
            continue
        inside = texts and texts[0] < place < texts[-1]  # there a date or a place heads a part of the article
        if not inside and datelines.is_dateline(line, pack):
            line.mark("dateline", "place_and_date")
        elif not any(map(str.isalpha, line.text)):
            line.mark("furniture", "rule_line" if RULED.fullmatch(line.text) else "no_letters")
        elif line.words <= 15 and not line.sentence and _trail(line, pack):
            line.mark("furniture", "breadcrumb")
        elif TAGS.fullmatch(line.text):
            line.section = "closing"
        elif texts and place < texts[0] and CLOCK_FIRST.match(line.text) and not line.sentence:
            line.mark("furniture", "time_first")
        else:
            _label(line, pack, inside=bool(inside))


def _label(line: Line, pack: LanguagePack, *, inside: bool) -> None:
    """Mark addresses and labels that stand side by side; ``inside`` the text bars may be part of it."""
    if line.words <= 10 and writers.ADDRESS.search(line.text) and not line.sentence:
        line.mark("furniture", "address")
    elif not inside and (len(BARS.findall(line.text)) >= 2 or _side_by_side(line)):
        line.mark("furniture", "bars")
    elif (line.words <= BUTTONS and not line.sentence and _buttons(line.text, pack)) or _introduced(line, pack):
        line.mark("furniture", "buttons")


def _trail(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is the trail of pages that leads to this one."""
    if BREADCRUMB.search(line.text):
        return True
    first, slash, _ = line.text.partition(" / ")
    return bool(slash) and cues.says(first, pack) == "furniture"


def _side_by_side(line: Line) -> bool:
    """Whether a line is several labels with wide gaps between them."""
    parts = [part for part in GAPS.split(line.text) if part]
    return len(parts) > 3 and all(len(part.split()) <= 3 for part in parts)


def _introduced(line: Line, pack: LanguagePack) -> bool:
    """Whether a label and a dash stand before some words: ``Advertisement - scroll to keep reading``."""
    first, dash, _ = line.text.partition(" - ")
    return bool(dash) and line.words <= 8 and cues.says(first, pack) == "furniture"


@lru_cache(maxsize=20_000)
def _buttons(text: str, pack: LanguagePack) -> bool:
    """Whether a line is made of labels that stand side by side: ``Print | E-mail | Back to top``, ``طباعة إرسال``."""
    beside, words = SIDE_BY_SIDE.split(text), text.split()
    return _half(beside, pack) or (len(words) != len(beside) and _half(words, pack))


def _half(parts: Sequence[str], pack: LanguagePack) -> bool:
    """Whether half of several parts are furniture; looks at no more of them than tell it."""
    others = 0
    for part in parts:
        others += cues.says(part, pack) != "furniture"
        if 2 * others > len(parts):
            return False
    return len(parts) > 1


def links(lines: Sequence[Line]) -> None:
    """Lines of an HTML page that are one link each, with a headline's wording: they lead to other stories."""
    for line in lines:
        if line.open and not line.section and line.hint.link and line.headline and line.words >= 3:
            line.mark("related", "link")


def outside_main(lines: Sequence[Line]) -> None:
    """Lines of an HTML page outside its main text, as the extraction found it; a paragraph inside it stays."""
    main = [i for i, line in enumerate(lines) if line.hint.main]
    if not main:
        return
    for place, line in enumerate(lines):
        inside = main[0] <= place <= main[-1]
        if (
            line.open
            and not line.section
            and line.hint.main is False
            and not (inside and (line.paragraph or line.stopped))
        ):
            line.mark("furniture", "outside_main_text")


def repeated(lines: Sequence[Line]) -> None:
    """A line that stood before is read once; a short one that stands three times is furniture each time."""
    counts = Counter(line.key for line in lines)
    seen: set[str] = set()
    for line in lines:
        if not line.open or counts[line.key] < 2 or (line.sentence and line.words < 8):
            continue
        if line.key in seen or (counts[line.key] > 2 and not line.paragraph):
            line.mark("furniture", "repeated_line")
        seen.add(line.key)


def trailing(lines: Sequence[Line]) -> None:
    """Short lines without a sentence's end below the last paragraph: labels, tags, buttons.

    Lines right below it that something known closes are the article's list, where most have a label or a bullet or
    all stand in the main text of an HTML page.
    """
    said = [i for i, line in enumerate(lines) if line.running or (line.open and line.stopped and line.words >= SAID)]
    last = max(said, default=len(lines))
    end = next((i for i in range(last + 1, len(lines)) if not lines[i].open), len(lines))
    listed = lines[last + 1 : end]
    items = sum(bool(ITEM.match(line.text)) for line in listed)
    shown = len(listed) > 1 and max(line.words for line in listed) >= LISTED and all(one.hint.main for one in listed)
    if listed and listed[0].text.rstrip().endswith((":", "：")):
        last = next((i for i in range(last + 2, end) if lines[i].apart), end) - 1
    elif end < len(lines) and (shown or (items > 1 and 2 * items >= len(listed))):
        last = end
    for line in lines[last + 1 :]:
        if line.open and not line.sentence and line.words <= 12:
            line.mark("furniture", "below_the_text")


def openings(lines: Sequence[Line], pack: LanguagePack) -> dict[int, int]:
    """Where the paragraph starts that opens with a dateline, and how long that is: the first, or one below a lead."""
    texts = [line for line in lines if line.running or (line.open and line.words >= OPENS)][:5]
    led = False
    for line in texts:
        size = datelines.opening(line.text, pack, sure=led)
        if size:
            return {line.start: size}
        led |= line.running
    return {}


def _blocks(line: Line, dateline: int) -> list[Block]:
    """A line as blocks: what is still open is body, without the dateline that it opens with."""
    if line.kind is not None:
        return [Block(line.start, line.end, line.kind, line.rule)]
    rule = "paragraph" if line.paragraph else "line_of_text"
    if not dateline:
        return [Block(line.start, line.end, "body", rule)]
    rest = dateline + len(line.text[dateline:]) - len(line.text[dateline:].lstrip())
    return [
        Block(line.start, line.start + len(line.text[:dateline].rstrip()), "dateline", "opens_paragraph"),
        Block(line.start + rest, line.end, "body", rule),
    ]


def _title(lines: Sequence[Line]) -> str:
    return next((" ".join(line.text.split()) for line in lines if line.kind == "title"), "")


def published(text: str, blocks: Sequence[Block], pack: LanguagePack) -> dt.date | None:
    """The full date that the datelines state, those above the text first, the earliest if they state several."""
    first = next((block.start for block in blocks if block.kind == "body"), len(text))
    said = [
        (block.start > first, found.date)
        for block in blocks
        if block.kind == "dateline" or (block.kind == "byline" and block.start < first)
        for found in (stated(text[block.start : block.end], pack) or settled(text[block.start : block.end], pack))
    ]
    return min(said, default=(False, None))[1] or _beside_another(text, blocks, pack)


def _beside_another(text: str, blocks: Sequence[Block], pack: LanguagePack) -> dt.date | None:
    """The day that digits in either order state where one of the two is up to a week before a day the page names.

    That day stands in another line that is no article, such as one that says when the page was updated.
    """
    unclear = [day for one in blocks if one.kind == "dateline" for day in datelines.either(text[one.start : one.end])]
    if not unclear:
        return None
    short = [one for one in blocks if one.kind in ("dateline", "furniture") and one.end - one.start <= LABELLED]
    named = {found.date for one in short for found in stated(text[one.start : one.end], pack)}
    near = {day for day in unclear if any(0 <= (other - day).days <= WEEK for other in named)}
    return near.pop() if len(near) == 1 else None


def summary(blocks: Sequence[Block]) -> str:
    """What was marked as no content, in words: ``3 captions, 12 lines of related stories``."""
    counts = Counter(block.kind for block in blocks if block.kind not in CONTENT_KINDS)
    return ", ".join(f"{count} {NAMES[kind][count > 1]}" for kind, count in sorted(counts.items()))
