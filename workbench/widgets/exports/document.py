"""The evidence tray as a document for a word processor (DOCX), right-to-left where the text is."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from workbench.languages import pack
from workbench.widgets.exports.words import address, groups, moment, places, word
from workbench.widgets.tray import Finding, corpus_names

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

__all__ = ["docx"]

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
COLUMNS = {"number": 1.2, "source": 3.0, "title": 5.6, "published": 2.6, "url": 4.4}
"""The columns of the table of sources, and how wide they are in centimetres."""
STYLES = {"Normal": 12, "Heading 1": 18, "Heading 2": 14, "Quote": 14}
"""The styles that are used, and the size of their Arabic letters in points."""
FONT = "Times New Roman"
"""Has Arabic letters, and is on every machine that has Word."""
AFTER_BIDI = """
    w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc
    w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange
"""
"""What the schema wants behind the direction of a paragraph."""
AFTER_VISUAL = """
    w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout
    w:tblCellMar w:tblLook w:tblCaption w:tblDescription w:tblPrChange
"""
"""What the schema wants behind the direction of a table."""
MARKS = {False: "\u200e", True: "\u200f"}
"""The characters that have a direction and no shape: left to right, right to left."""


def docx(findings: list[Finding], language: str) -> bytes:
    """What is in the tray as the bytes of a DOCX file: a heading a finding, its words, its note, a table of sources.

    Parameters
    ----------
    findings: as they are kept, in order.
    language: of the headings; it sets the document's direction.
    """
    return _Writer(findings, language).written()


class _Writer:
    """One document as it is written."""

    def __init__(self, findings: list[Finding], language: str) -> None:
        import docx as library

        self.findings, self.language = findings, language
        self.corpora = corpus_names(findings)
        self.rtl = pack(language).direction == "rtl"
        self.document: Document = library.Document()
        spans = (span for finding in findings for span in finding["spans"])
        self.sources = {(span["source"], span["article"]): span for span in spans}

    def written(self) -> bytes:
        self._set_up()
        self._paragraph("Heading 1", [self._word("title")])
        for number, finding in enumerate(self.findings, 1):
            self._finding(finding, number)
        if self.sources:
            self._table()
        self._paragraph("Normal", [self._word("offsets_note")])
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()

    def _word(self, key: str) -> str:
        return word(self.language, key)

    def _set_up(self) -> None:
        """Styles fit for Arabic, which knows no italics, and no name of whoever runs this in the file."""
        for name, size in STYLES.items():
            style: Any = self.document.styles[name]
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(_q(f"w:{theme}"), None)
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(_q(f"w:{script}"), FONT)
            for tag in ("w:iCs", "w:szCs"):
                for there in properties.findall(_q(tag)):
                    properties.remove(there)
            style.font.italic = False
            style.font.complex_script = None
            properties.insert_element_before(
                _element("w:szCs", val=2 * size), "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:rtl", "w:cs"
            )
        quote: Any = self.document.styles["Quote"]
        quote.paragraph_format.keep_with_next = True
        quote.paragraph_format.space_after = 0
        known = self.document.core_properties
        known.title, known.author, known.comments, known.language = self._word("title"), "Riwaya", "", self.language

    def _finding(self, finding: Finding, number: int) -> None:
        kind = self._word(f"kind_{finding['kind']}")
        self._paragraph("Heading 2", [f"{number}. {kind}: ", finding["name"]])
        if finding["facts"]:
            self._paragraph(
                "Normal", [finding["facts"]], rtl=self._leans(finding["facts"])
            ).paragraph_format.keep_with_next = True
        corpus = self.corpora.get(finding["corpus"], "")
        if corpus:
            self._paragraph("Normal", [f"{self._word('corpus')}: ", corpus]).paragraph_format.keep_with_next = True
        for spans in groups(finding["spans"]):
            for span in spans:
                for line in filter(None, map(str.strip, span["text"].splitlines())):
                    self._paragraph("Quote", [line], rtl=span["direction"] == "rtl")
            self._where(spans)
        if finding["note"].strip():
            note = self._paragraph("Normal", [f"{self._word('note')}: ", finding["note"].strip()])
            _embolden(note)

    def _where(self, spans: list[dict[str, Any]]) -> None:
        """Where words stand, in one line; the number leads to the table of sources."""
        span = spans[0]
        number = list(self.sources).index((span["source"], span["article"])) + 1
        told = [text for text in (span["source"], span["title"], moment(span["published"])) if text]
        if places(spans):
            told.append(self._word("place_short").replace("{places}", places(spans)))
        pieces = [piece for text in told for piece in (text, " · ")]
        self._paragraph("Normal", ["— ", *pieces, f"[{number}]"])

    def _table(self) -> None:
        """The articles that words were taken from, each once."""
        from docx.shared import Cm

        self._paragraph("Heading 2", [self._word("sources")])
        table: Any = self.document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
        table.autofit = False
        if self.rtl:
            table._tbl.tblPr.insert_element_before(_element("w:bidiVisual"), *AFTER_VISUAL.split())
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        self._row(table.rows[0], {name: self._word(f"column_{name}") for name in COLUMNS})
        for cell, column, width in zip(table.rows[0].cells, table.columns, COLUMNS.values(), strict=True):
            _embolden(cell.paragraphs[0])
            column.width = Cm(width)
        for number, span in enumerate(self.sources.values(), 1):
            self._row(table.add_row(), {**span, "number": str(number), "published": moment(span["published"])})
        self.document.add_paragraph()

    def _row(self, row: Any, texts: dict[str, Any]) -> None:
        from docx.shared import Cm

        for cell, (name, width) in zip(row.cells, COLUMNS.items(), strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            if name == "url" and address(texts[name]):
                _link(paragraph, texts[name])
            else:
                self._fill(paragraph, [texts[name]], rtl=self._leans(texts[name]))

    def _paragraph(self, style: str, texts: Iterable[str], *, rtl: bool | None = None) -> Paragraph:
        """A paragraph of a style; ``rtl``: its direction, that of the document where it is None."""
        paragraph = self.document.add_paragraph(style=style)
        self._fill(paragraph, texts, rtl=self.rtl if rtl is None else rtl)
        return paragraph

    def _fill(self, paragraph: Paragraph, texts: Iterable[str], *, rtl: bool) -> None:
        """Texts, each a run of its own direction that keeps to itself."""
        if rtl:
            properties: Any = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(_element("w:bidi"), *AFTER_BIDI.split())
        for text in texts:
            own = self._leans(text, rtl=rtl)
            mark = MARKS[own]  # a quotation mark or a date at the edge of a text goes with the text
            run = paragraph.add_run(mark + UNPRINTABLE.sub("", text) + mark)
            run.font.rtl = True if own else None

    def _leans(self, text: str, *, rtl: bool | None = None) -> bool:
        """Whether a text's first letter is written from right to left; one without letters goes with the rest."""
        for character in text:
            direction = unicodedata.bidirectional(character)
            if direction in ("L", "R", "AL"):
                return direction != "L"
        if any(character.isdigit() for character in text):
            return False
        return self.rtl if rtl is None else rtl


def _embolden(paragraph: Paragraph) -> None:
    """Sets the first run of a paragraph in bold, Arabic letters too."""
    font = paragraph.runs[0].font
    font.bold = font.cs_bold = True


def _link(paragraph: Paragraph, url: str) -> None:
    """A link that can be clicked; python-docx reads them and does not make them."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    run = paragraph.add_run(UNPRINTABLE.sub("", url))
    run.font.underline = True
    element: Any = run._r
    link = element.makeelement(_q("w:hyperlink"), {})
    link.set(_q("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.addprevious(link)
    link.append(element)


def _element(tag: str, **values: object) -> Any:
    from docx.oxml.parser import OxmlElement

    made: Any = OxmlElement(tag)
    for name, value in values.items():
        made.set(_q(f"w:{name}"), str(value))
    return made


def _q(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))
