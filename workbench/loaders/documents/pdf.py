"""Articles saved as ``.pdf``, by their text layer: one article a file, its lines as the page breaks them.

Why not simply ask a library for the text: of five Arabic news pages of 342 to 967 words that Chromium had printed,
pypdfium2 gave a third of the words back in their order, pypdf's own extraction one in thirty, and this reader all (the
five in another font: all, and three letters twice). The first reverses words whose letters are stored by shape, and is
C++, which a broken file can crash, and the kernel with it; the second moves the parts of a line about; pdfminer.six
unpacks whatever a file asks for. None reads the ``ActualText`` in which Chromium says what its glyphs stand for. All
know the glyphs and their places. So pypdf, which is pure Python, bounded everywhere and well kept, opens the file and
unpacks it (``PdfReader``, ``ContentStream``), and the glyphs are read where they stand (``pdfglyphs.py``,
``pdflines.py``), some ten thousand a second.

What is seen on the page is what is read. Letters that are stored by their shape become the letters that they are,
and the report says how many. Letters that are drawn in the wrong order are left so, and the report says that too.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from workbench.languages.pack import LanguagePack, packs
from workbench.loaders.documents.paged import pieces
from workbench.loaders.documents.pdfglyphs import Glyph, glyphs
from workbench.loaders.documents.pdflines import FORMS, Line, lines, turned, way
from workbench.loaders.files import File
from workbench.loaders.records import Hint, Meta, Piece, Unreadable

__all__ = ["SIGNATURE", "backwards", "read"]

SIGNATURE = re.compile(rb"[\x00-\x20]*%PDF-")
"""The first bytes of a PDF file."""
PAGES = 3_000
"""The most pages of one article, and of any issue of a newspaper."""
LETTERS = 5_000_000
"""The most glyphs of a file."""
EDGE = 2
"""How many lines at the top and the foot of a page can be what stands on every page."""
OFTEN = 0.6
"""On what share of the pages such a line stands."""
LARGE = 1.2
"""From how many times the size of the text a line can be a headline."""
UNKNOWN = 0.3
"""The share of letters nobody knows from which a text is none."""
DIGITS = re.compile(r"\d+")


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that a PDF file is; or the articles of an export.

    Raises
    ------
    Unreadable: it is encrypted, broken, or has no text layer.
    """
    pages, problems = _glyphs(file)
    found = [glyph for page in pages for glyph in page]
    if not any(glyph.text.strip() for glyph in found):
        _refuse(pages, problems)
    unknown = sum(glyph.text == "\ufffd" for glyph in found)
    if unknown > UNKNOWN * len(found):
        raise Unreadable("its fonts don't say which letters they show; it can only be read by OCR, as a picture")
    text, hints, meta = _text(_lines(pages, found))
    notes = [_count(len(pages)), *problems]
    if unknown:
        notes.append(f"letters that its fonts don't name: {unknown}, each shown as \ufffd")
    shapes = sum(len(FORMS.findall(glyph.text)) for glyph in found)
    if shapes:
        notes.append(f"letters stored by their shape and read as the letters they are: {shapes}")
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if empty:
        notes.append(f"without text, as pictures are: page {', '.join(empty[:20])}")
    doubt = backwards(text)
    yield from pieces(file.stem, file.origin, text, hints=hints, meta=meta, notes=(*notes, *([doubt] if doubt else [])))


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _refuse(pages: Sequence[Sequence[Glyph]], problems: Sequence[str]) -> None:
    if problems:
        raise Unreadable(f"none of its {_count(len(pages))} can be read ({problems[0]})")
    raise Unreadable("it has no text layer, as a scan has none; run OCR on it and load what that writes")


def _glyphs(file: File) -> tuple[list[list[Glyph]], list[str]]:
    """The glyphs of each page, and what kept pages from being read.

    Raises
    ------
    Unreadable: the file as a whole cannot be read.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are about files that we report
    import io

    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(file.data()), strict=False)
        if reader.is_encrypted:
            raise Unreadable("it is encrypted; open it, and print it into a PDF file without protection")
        count = len(reader.pages)
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken file does to the library
        raise Unreadable(f"it is a PDF file that is broken or cut short ({_said(error)})") from error
    if count > PAGES:
        raise Unreadable(f"it has {count:,} pages, and {PAGES:,} are the most that are read; split it")
    pages: list[list[Glyph]] = []
    problems: list[str] = []
    left = LETTERS
    for number in range(count):
        try:
            pages.append(glyphs(reader.pages[number], reader))
        except Exception as error:  # one broken page does not lose the others
            pages.append([])
            problems.append(f"page {number + 1} is not read: {_said(error)}")
        left -= len(pages[-1])
        if left < 0:
            raise Unreadable(f"it has more than {LETTERS:,} letters; split it")
    return pages, problems


def _said(error: Exception) -> str:
    return f"{str(error)[:120] or type(error).__name__}"


def _lines(pages: Sequence[Sequence[Glyph]], found: Sequence[Glyph]) -> list[list[Line]]:
    """The lines of each page, brackets turned as makes more pairs of them."""
    ways = Counter(way(glyph.text) for glyph in found)
    from_right = ways["R"] > ways["L"]
    shown = [lines(page, right_to_left=from_right) for page in pages]
    if not any(way(glyph.text) == "R" for glyph in found):
        return shown
    stored = [lines(page, right_to_left=from_right, turn=False) for page in pages]
    return stored if _pairs(stored) > _pairs(shown) else shown


def _pairs(pages: Sequence[Sequence[Line]]) -> int:
    return sum(turned(line.text) for page in pages for line in page)


def _text(pages: Sequence[Sequence[Line]]) -> tuple[str, dict[int, Hint], Meta]:
    """The lines of all pages as one text, what is known of them, and the headline where the letters tell it."""
    every = [line for page in pages for line in page]
    kinds: dict[int, Hint] = {}
    for number in _standing(pages):
        kinds[number] = Hint("furniture", "on_every_page")
    for number, line in enumerate(every):
        if line.artifact:
            kinds[number] = Hint("furniture", "pdf_artifact")
    first = len(pages[0]) if pages else 0
    headline = _headline([line if n not in kinds else None for n, line in enumerate(every[:first])], every)
    for number in headline:
        kinds[number] = Hint("title", "largest_letters")
    hints: dict[int, Hint] = {}
    position = 0
    for number, line in enumerate(every):
        if number in kinds:
            hints[position] = kinds[number]
        position += len(line.text) + 1
    title = " ".join(every[number].text for number in headline)
    return "\n".join(line.text for line in every), hints, {"title": title} if title else {}


def _standing(pages: Sequence[Sequence[Line]]) -> Iterator[int]:
    """The places, in all lines, of those that stand on most pages at the same end, numbers in them aside.

    One of words alone is left where it stands first: it may be the headline.
    """
    places: dict[tuple[bool, str], list[int]] = {}
    on: Counter[tuple[bool, str]] = Counter()
    start = 0
    for page in pages:
        keys = set()
        for place, line in enumerate(page):
            for top, near in ((True, place < EDGE), (False, len(page) - place <= EDGE)):
                if near and len(page) > 2 * EDGE:
                    key = (top, DIGITS.sub("0", line.text))
                    places.setdefault(key, []).append(start + place)
                    keys.add(key)
        on.update(keys)
        start += len(page)
    for key, count in on.items():
        if count >= 2 and count >= OFTEN * len(pages):
            counted = "0" in key[1] or not key[0]
            yield from places[key] if counted else places[key][1:]


def _headline(first: Sequence[Line | None], every: Sequence[Line]) -> list[int]:
    """The places of the lines of the first page in the largest letters, where those are larger than the text's."""
    sizes = sorted(line.size for line in every for _ in range(0, len(line.text), 20))
    if not sizes:
        return []
    usual = sizes[len(sizes) // 2]
    large = [
        (round(line.size, 1), place)
        for place, line in enumerate(first)
        if line is not None and line.size >= LARGE * usual and len(line.text.split()) >= 3
    ]
    if not large:
        return []
    size, place = max(large, key=lambda one: (one[0], -one[1]))
    found = [place]
    while place + 1 < len(first):
        place += 1
        line = first[place]
        if line is None or round(line.size, 1) != size:
            break
        found.append(place)
    return found if sum(len(every[one].text.split()) for one in found) <= 40 else []


def backwards(text: str) -> str:
    """A word for the report where the letters of words stand in reverse, as function words tell; else nothing.

    >>> backwards("يف ءاحيرأ نم ىلع نأ يف نم")
    'its letters stand in visual order: 6 function words are such only in reverse, and 0 as they stand'
    >>> backwards("في أريحاء من على أن في من")
    ''
    """
    for one in packs():
        words = one.fold(text).split()
        known = _telling(one)
        forwards = sum(word in known for word in words)
        reverse = sum(word[::-1] in known for word in words)
        if reverse >= 3 and reverse > 2 * forwards:
            return (
                f"its letters stand in visual order: {reverse} function words are such only in reverse,"
                f" and {forwards} as they stand"
            )
    return ""


def _telling(one: LanguagePack) -> frozenset[str]:
    """Function words that are none backwards: of two letters or more."""
    words = one.words("stopwords")
    return frozenset(word for word in words if len(word) > 1 and word[::-1] not in words)
