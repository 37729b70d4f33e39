"""Pages saved by Word as ``.docx``, and the exports of press archives that are Word files.

The text is every paragraph in the order of the file, inside tables, content controls and text boxes too, one a line;
the cells of a table's row stand on one line with tabs between them. Deleted text that is kept as a tracked change is
none of it. The styles of Word's own headings say which line is the title. What the file's properties say, its title
and author, counts only where the text says it too: they are as often those of the template or of the machine, and
the date on which a file was made is no date of publication.

The parts of the file are XML, read by lxml, without entities and without a look outside. Libraries made for Word
files leave out content controls and text boxes, and so parts of articles.

Source: ECMA-376, Office Open XML File Formats, part 1, section 17 (WordprocessingML).
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.loaders.documents import zips
from workbench.loaders.documents.paged import pieces
from workbench.loaders.documents.zips import Allowance
from workbench.loaders.files import File
from workbench.loaders.records import Hint, Meta, Piece, Unreadable

__all__ = ["read", "xml"]

SPECIAL = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
"""Elements of a run that stand for a character."""
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "sdtPr", "tblPr", "trPr"})
"""Elements whose text is no part of the page, or stands beside it a second time."""
TITLES: Mapping[str, Hint] = {
    "title": Hint("title", "style_title"),
    "heading 1": Hint("title", "style_heading_1"),
    "subtitle": Hint("subtitle", "style_subtitle"),
    "caption": Hint("caption", "style_caption"),
}
"""Word's own styles, by the name that is the same in every language of Word, and what their lines are."""
MAIN = "officeDocument"
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that a Word file is, or the articles of an export."""
    allowance = Allowance()
    with zips.opened(file) as archive:
        place = _main_part(archive, allowance)
        tree = _part(archive, place, allowance)
        if tree is None:
            raise Unreadable("it is no Word file: it has no document in it")
        folder = posixpath.dirname(place)
        styles = _styles(_part(archive, f"{folder}/styles.xml", allowance))
        lines, hints = _lines(tree, styles)
        footnotes = _footnotes(archive, folder, allowance)
        notes = _left_out(archive, folder, allowance)
        said = _properties(_part(archive, "docProps/core.xml", allowance))
    text = "\n".join(lines)
    if not text.strip():
        raise Unreadable("it is a Word file without any text" + (", of pictures alone" if _pictures(tree) else ""))
    meta: Meta = {field: value for field, value in said.items() if value in map(str.strip, lines)}
    yield from pieces(file.stem, file.origin, text, footnotes=footnotes, hints=hints, meta=meta, notes=notes)


def xml(data: bytes) -> Any:
    """The root of an XML document, with no entity replaced and nothing loaded.

    Raises
    ------
    Unreadable: it is no XML, or nested deeper than text is.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"a part of it is broken XML ({str(error)[:100]})") from error
    if root is None:
        raise Unreadable("a part of it is broken XML")
    return root


def name_of(element: Any) -> str:
    """An element's name without its namespace, of which there are two for each part; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Any, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _part(archive: zipfile.ZipFile, name: str, allowance: Allowance) -> Any:
    data = zips.unpacked(archive, name.lstrip("/"), allowance)
    return None if data is None else xml(data)


def _main_part(archive: zipfile.ZipFile, allowance: Allowance) -> str:
    """Where the text stands in the file."""
    links = _part(archive, "_rels/.rels", allowance)
    for link in links if links is not None else ():
        if value_of(link, "Type").endswith(f"/{MAIN}"):
            return value_of(link, "Target").lstrip("/")
    return "word/document.xml"


def _styles(tree: Any) -> dict[str, Hint]:
    """What the lines of a style are, by the style's id, which differs between the languages of Word."""
    found: dict[str, Hint] = {}
    for style in tree if tree is not None else ():
        named = next((value_of(child, "val") for child in style if name_of(child) == "name"), "")
        hint = TITLES.get(named.lower())
        if hint is not None:
            found[value_of(style, "styleId")] = hint
    return found


def _lines(tree: Any, styles: Mapping[str, Hint]) -> tuple[list[str], dict[int, Hint]]:
    """The lines of the document, and what their styles say by the start of a line."""
    walk = Walk(styles)
    walk.run(tree)
    hints: dict[int, Hint] = {}
    position = 0
    title = False
    for line, hint in zip(walk.lines, walk.hints, strict=True):
        if hint is not None and line.strip() and not (title and hint.kind == "title"):
            title |= hint.kind == "title"
            hints[position + len(line) - len(line.lstrip())] = hint
        position += len(line) + 1
    return walk.lines, hints


class Walk:
    """One walk over a part of the file: the lines that it saw, each with what its style says."""

    def __init__(self, styles: Mapping[str, Hint]) -> None:
        self.lines: list[str] = []
        self.hints: list[Hint | None] = []
        self._styles = styles
        self._open: list[list[str]] = []  # the paragraphs around this place; a text box has paragraphs in a paragraph
        self._rows: list[int] = []  # where the lines of the table rows around this place start
        self._cells: list[list[int]] = []  # where those of their cells end

    def run(self, tree: Any) -> None:
        """The walk itself."""
        from lxml import etree

        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            name = name_of(element)
            if event == "start":
                if name in UNSEEN:
                    walker.skip_subtree()
                elif name == "p":
                    self._open.append([])
                elif name == "tr":
                    self._rows.append(len(self.lines))
                    self._cells.append([])
            elif name not in UNSEEN:
                self._end(name, element)

    def _end(self, name: str, element: Any) -> None:
        if name == "p" and self._open:
            self._paragraph("".join(self._open.pop()), self._style(element))
        elif name == "tc" and self._cells:
            self._cells[-1].append(len(self.lines))
        elif name == "tr" and self._rows:
            self._row(self._rows.pop(), self._cells.pop())
        elif self._open and name == "t":
            self._open[-1].append(element.text or "")
        elif self._open and name == "sym":
            code = value_of(element, "char")
            self._open[-1].append(chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else "")
        elif self._open and name in SPECIAL and name_of(element.getparent()) == "r":
            self._open[-1].append(SPECIAL[name])

    def _style(self, element: Any) -> Hint | None:
        for child in element:
            if name_of(child) == "pPr":
                return next((self._styles.get(value_of(one, "val")) for one in child if name_of(one) == "pStyle"), None)
        return None

    def _paragraph(self, text: str, hint: Hint | None) -> None:
        for line in text.replace("\r", "\n").split("\n"):
            self.lines.append(line)
            self.hints.append(hint)

    def _row(self, start: int, ends: list[int]) -> None:
        """A row whose cells hold a line each becomes one line; the cells of a page's layout stay paragraphs."""
        starts = [start, *ends[:-1]]
        cells = [self.lines[first:last] for first, last in zip(starts, ends, strict=True)]
        if len(cells) > 1 and all(len([line for line in cell if line.strip()]) <= 1 for cell in cells):
            joined = "\t".join("".join(cell).strip() for cell in cells)
            self.lines[start:] = [joined]
            self.hints[start:] = [None]


def _footnotes(archive: zipfile.ZipFile, folder: str, allowance: Allowance) -> list[str]:
    found = []
    for part in ("footnotes", "endnotes"):
        tree = _part(archive, f"{folder}/{part}.xml", allowance)
        for note in tree if tree is not None else ():
            walk = Walk({})
            if value_of(note, "type") not in SEPARATORS:
                walk.run(note)
            text = "\n".join(walk.lines).strip()
            if text:
                found.append(text)
    return found


def _left_out(archive: zipfile.ZipFile, folder: str, allowance: Allowance) -> tuple[str, ...]:
    """What stands on every page, or beside it, and is not read."""
    found: dict[str, int] = {}
    for name in archive.namelist():
        match = re.fullmatch(re.escape(folder) + r"/(header|footer|comments)\d*\.xml", name)
        tree = _part(archive, name, allowance) if match else None
        if match and tree is not None and any(name_of(one) == "t" and one.text for one in tree.iter()):
            what = {"header": "page headers", "footer": "page footers", "comments": "comments"}[match[1]]
            found[what] = found.get(what, 0) + 1
    return (f"not read: the file's {' and '.join(found)}",) if found else ()


def _properties(tree: Any) -> dict[str, str]:
    fields = {"title": "title", "creator": "author"}
    named = ((fields.get(name_of(one)), " ".join((one.text or "").split())) for one in (() if tree is None else tree))
    return {field: value for field, value in named if field and value}


def _pictures(tree: Any) -> bool:
    return any(name_of(one) in ("drawing", "pict") for one in tree.iter())
