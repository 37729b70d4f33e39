"""Word, RTF, PDF and EPUB files, built by hand from their specifications; invented outlets and people.

The Nexis exports in them are written from the published facts about that archive, not by it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.formats.exports import nexis

TITLE = "بلدية أم الغزلان تستعد لموسم السقاية"
ONE = "قال العمدة سعيد الحلبي إن القنوات القديمة في الواحة لا تكفي لأعمال السقاية في هذا الموسم."
TWO = "وأضاف أن البلدية ستبدأ من القناة الشرقية، وأن الأهالي سيشاركون في تنظيف القنوات على مدى شهرين."
ENGLISH = "Mayor Saeed Halabi said that the old canals of the oasis are not enough for watering this season."
PARAGRAPHS = (TITLE, ONE, TWO)


def zipped(members: Mapping[str, bytes | str], *, packed: bool = True) -> bytes:
    """A zip file of these members, in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, archive.compression)
    return out.getvalue()


# Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
LINK = f'<Relationship Id="r" Type="{OFFICE}" Target="word/document.xml"/>'
LINKS = f'<Relationships xmlns="{RELATIONS}">{LINK}</Relationships>'
STYLES = f'<w:styles {W}><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>'


def paragraph(text: str, *, style: str = "") -> str:
    """A paragraph of Word, in one run."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; ``parts`` are more of its files in ``word/``."""
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": LINKS,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": STYLES,
            **{f"word/{name}.xml": f"<w:{name} {W}>{inner}</w:{name}>" for name, inner in parts.items()},
        }
    )


def docx_page() -> bytes:
    """An article as Word saves it."""
    return docx(paragraph(TITLE, style="Titre1") + "".join(paragraph(one) for one in (ONE, TWO)))


def docx_export(count: int) -> bytes:
    """An export of Nexis as a Word file."""
    return docx("".join(paragraph(line) for line in nexis(count).split("\n")))


# RTF


def rtf(*groups: str, font: int = 0) -> bytes:
    """An RTF file of windows-1256 with these paragraphs, in the font of this number."""
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset178 Arial;}{\f2\fnil\fcharset204 Arial;}}"
    return ("{\\rtf1\\ansi\\ansicpg1256\\deff0" + fonts + f"\\f{font} " + "\\par ".join(groups) + "}").encode("ascii")


def as_bytes(text: str, encoding: str = "cp1256") -> str:
    r"""Text as ``\'xx``."""
    return "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in text.encode(encoding))


def as_codes(text: str, stand_in: str = "?") -> str:
    r"""Text as ``\u`` and a stand-in for older programs."""
    units = text.encode("utf-16-le")
    found = []
    for low, high in zip(units[::2], units[1::2], strict=True):
        code = low | high << 8
        found.append(chr(code) if code < 128 else f"\\u{code - 0x10000 if code > 0x7FFF else code}{stand_in}")
    return "".join(found)


# PDF


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], *, before: str = "") -> bytes:
    """A PDF file: on each page strings of (x, y, size, text), which stand in it from left to right as given.

    Each letter is half as wide as it is high. ``before`` stands before the text of each page.
    """
    letters = sorted({letter for page in pages for _, _, _, text in page for letter in text})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    map_ = "\n".join(f"<{codes[one]:04x}> <{one.encode('utf-16-be').hex()}>" for one in letters)
    cmap = f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(letters)} beginbfchar\n{map_}\nendbfchar"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<</Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R>>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 500 >>",
        _stream(cmap),
    ]
    for number, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[one]:04x}' for one in text)}> Tj ET"
            for x, y, size, text in page
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(_stream(before + shown))
    return assembled(objects)


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def assembled(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF file of these objects, the first of which is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def lines(*texts: str, top: float = 700, size: float = 10) -> list[tuple[float, float, float, str]]:
    """Lines of a page below each other, flush right at 580, of text that is turned already."""
    return [(580 - len(text) * size / 2, top - 20 * place, size, text) for place, text in enumerate(texts)]


MIRROR = str.maketrans("()«»[]", ")(»«][")


def drawn(*parts: str, shapes: bool = True) -> str:
    """A line of Arabic as it is drawn from left to right; every second part of it runs that way itself.

    ``shapes``: brackets are stored by the shape that they have on the page.
    """
    turned = (
        part if place % 2 else (part.translate(MIRROR) if shapes else part)[::-1] for place, part in enumerate(parts)
    )
    return "".join(reversed(list(turned)))


def pdf_page() -> bytes:
    """An article of one page, its letters in the order in which they are drawn."""
    return pdf([[*lines(drawn(TITLE), top=760, size=16), *lines(drawn(ONE), drawn(TWO))]])


# EPUB


def epub(chapters: Mapping[str, str], *, nav: bool = True, more: Mapping[str, str] | None = None) -> bytes:
    """A book with these chapters, name to markup; ``more`` are further files in it."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    if nav:
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        order = '<itemref idref="nav"/>' + order
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>مجلة الواحة</dc:title><dc:language>ar</dc:language><dc:date>2025-02-12</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
            ),
            "OEBPS/book.opf": package,
            **({"OEBPS/nav.xhtml": markup("المحتويات", "الفصل الأول")} if nav else {}),
            **{f"OEBPS/{name}": text for name, text in chapters.items()},
            **(more or {}),
        }
    )


def markup(title: str, *paragraphs: str) -> str:
    """A page of XHTML."""
    inner = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="ar">'
        f"<head><title>{title}</title></head><body><h1>{title}</h1>{inner}</body></html>"
    )


def book() -> bytes:
    """A book of two chapters."""
    return epub({"one.xhtml": markup(TITLE, ONE, TWO), "two.xhtml": markup("فصل آخر من الكتاب", TWO)}, nav=False)


SAMPLES: dict[str, tuple[bytes, int]] = {
    "word.docx": (docx_page(), 1),
    "nexis.docx": (docx_export(3), 3),
    "windows.rtf": (rtf(*map(as_bytes, PARAGRAPHS), font=1), 1),
    "unicode.rtf": (rtf(*map(as_codes, PARAGRAPHS)), 1),
    "nexis.rtf": (rtf(*map(as_codes, nexis(2).split("\n"))), 2),
    "vendor.doc": (rtf(*map(as_codes, PARAGRAPHS)), 1),
    "page.pdf": (pdf_page(), 1),
    "book.epub": (book(), 2),
}
"""File name to its bytes and the number of articles in it."""
