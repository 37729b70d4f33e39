"""The evidence tray as a document for a word processor (DOCX), right-to-left where the text is."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from workbench.languages import pack
from workbench.widgets.exports.words import address, moment, word
from workbench.widgets.tray import Finding

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["docx"]

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
SOURCE_COLUMNS = ("source", "title", "published", "url", "article")
FONT = "Times New Roman"
"""Has Arabic letters, and is on every machine that has Word."""


def docx(findings: list[Finding], language: str) -> bytes:
    """What is in the tray as the bytes of a DOCX file: a heading a finding, its words, its note, a table of sources.

    Parameters
    ----------
    findings: as they are kept, in order.
    language: of the headings; it sets the document's direction.
    """
    import docx as library

    document: Document = library.Document()
    rtl = pack(language).direction == "rtl"
    _set_up(document, language, rtl=rtl)
    _say(document.add_heading(level=1), word(language, "title"), rtl=rtl)
    _say(document.add_paragraph(), word(language, "offsets_note"), rtl=rtl)
    for number, finding in enumerate(findings, 1):
        _finding(document, finding, number, language)
    _sources(document, findings, language)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_up(document: Document, language: str, *, rtl: bool) -> None:
    """Fonts that have Arabic letters, and no name of whoever runs this in the file."""
    from docx.oxml.ns import qn

    for name in ("Normal", "Heading 1", "Heading 2", "Quote"):
        style: Any = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    section: Any = document.sections[0]._sectPr
    if rtl:
        section.append(section.makeelement(qn("w:bidi"), {}))
    document.core_properties.title = word(language, "title")
    document.core_properties.author = "Riwaya"
    document.core_properties.comments = ""
    document.core_properties.language = language


def _finding(document: Document, finding: Finding, number: int, language: str) -> None:
    rtl = pack(language).direction == "rtl"
    heading = document.add_heading(level=2)
    _say(heading, f"{number}. {word(language, 'kind_' + finding['kind'])}: ", rtl=rtl)
    _run(heading, finding["name"], rtl=_leans_right(finding["name"], rtl=rtl))
    if finding["facts"]:
        _say(document.add_paragraph(), finding["facts"], rtl=rtl)
    for span in finding["spans"]:
        if span["text"]:
            for line in filter(None, map(str.strip, span["text"].splitlines())):
                _say(document.add_paragraph(style="Quote"), line, rtl=span["direction"] == "rtl")
        _where(document.add_paragraph(), span, language)
    if finding["note"].strip():
        note = document.add_paragraph()
        own = _leans_right(finding["note"], rtl=rtl)
        _say(note, f"{word(language, 'note')}: ", rtl=rtl)
        note.runs[0].bold = True
        _run(note, finding["note"].strip(), rtl=own)


def _where(paragraph: Paragraph, span: dict[str, Any], language: str) -> None:
    """Where words stand, in one line, each value a run of its own direction."""
    rtl = pack(language).direction == "rtl"
    _say(paragraph, "— ", rtl=rtl)
    values = [text for text in (span["source"], span["title"], moment(span["published"])) if text]
    for number, value in enumerate(values):
        if number:
            _run(paragraph, " · ", rtl=rtl)
        _run(paragraph, value, rtl=_leans_right(value, rtl=rtl))
    if span["end"] > span["start"]:
        place = word(language, "place").replace("{start}", str(span["start"])).replace("{end}", str(span["end"]))
        _run(paragraph, " · " + place.replace("{article}", span["article"]), rtl=rtl)
    if address(span["url"]):
        _run(paragraph, " · ", rtl=rtl)
        _link(paragraph, span["url"], span["url"])


def _sources(document: Document, findings: list[Finding], language: str) -> None:
    """A table of the articles that words were taken from, each once."""
    rtl = pack(language).direction == "rtl"
    articles = {(span["article"], span["source"]): span for finding in findings for span in finding["spans"]}
    if not articles:
        return
    _say(document.add_heading(level=2), word(language, "sources"), rtl=rtl)
    table = document.add_table(rows=1, cols=len(SOURCE_COLUMNS), style="Table Grid")
    table.autofit = True
    if rtl:
        properties: Any = table._tbl.tblPr
        properties.append(properties.makeelement(_name("w:bidiVisual"), {}))
    for cell, column in zip(table.rows[0].cells, SOURCE_COLUMNS, strict=True):
        _cell(cell, word(language, f"column_{column}"), rtl=rtl)
    for span in articles.values():
        for cell, column in zip(table.add_row().cells, SOURCE_COLUMNS, strict=True):
            text = moment(span[column]) if column == "published" else span[column]
            if column == "url" and address(text):
                _link(cell.paragraphs[0], text, text)
            else:
                _cell(cell, text, rtl=_leans_right(text, rtl=rtl))


def _cell(cell: _Cell, text: str, *, rtl: bool) -> None:
    _say(cell.paragraphs[0], text, rtl=rtl)


def _say(paragraph: Paragraph, text: str, *, rtl: bool) -> None:
    """Text in a paragraph of a direction."""
    if rtl:
        properties: Any = paragraph._p.get_or_add_pPr()
        bidi = properties.makeelement(_name("w:bidi"), {})
        properties.insert_element_before(bidi, *AFTER_BIDI)
    _run(paragraph, text, rtl=rtl)


AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
"""What the schema wants behind the direction of a paragraph."""


def _run(paragraph: Paragraph, text: str, *, rtl: bool) -> None:
    run = paragraph.add_run(UNPRINTABLE.sub("", text))
    run.font.rtl = True if rtl else None


def _link(paragraph: Paragraph, url: str, text: str) -> None:
    """A link that can be clicked; python-docx reads them and does not make them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    run = paragraph.add_run(UNPRINTABLE.sub("", text))
    run.font.underline = True
    to = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element: Any = run._r
    link = element.makeelement(_name("w:hyperlink"), {qn("r:id"): to})
    element.addprevious(link)
    link.append(element)


def _leans_right(text: str, *, rtl: bool) -> bool:
    """Whether a text's first letter is written from right to left; ``rtl`` where it has none."""
    import unicodedata

    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return rtl


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))
