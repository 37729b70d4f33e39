"""Word, RTF, PDF and EPUB: the whole text in its order, each article told of, and hostile files refused."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from tests.formats import documents as made
from tests.formats.documents import ENGLISH, ONE, TITLE, TWO, W, as_bytes, as_codes, drawn, lines, markup, paragraph
from tests.formats.exports import nexis
from workbench.corpus import Corpus
from workbench.loaders import formats, load
from workbench.loaders.documents.pdf import backwards
from workbench.loaders.documents.rtf import parse
from workbench.loaders.files import File
from workbench.loaders.records import Page, Piece, Refusal

WHOLE = "\n".join((TITLE, ONE, TWO))


def pieces(name: str, data: bytes) -> list[Piece]:
    return list(formats.read(File(name, data=data), {}))


def page(name: str, data: bytes) -> Page:
    (found,) = pieces(name, data)
    assert isinstance(found, Page), found
    return found


def reason(name: str, data: bytes) -> str:
    (found,) = pieces(name, data)
    assert isinstance(found, Refusal)
    assert "broke the loader" not in found.reason
    return found.reason


def kinds(tmp_path: Path, name: str, data: bytes) -> tuple[Corpus, list[tuple[str, str]]]:
    path = tmp_path / name
    path.write_bytes(data)
    corpus = load(path)
    return corpus, [(block.kind, corpus[0].slice(block)) for block in corpus[0].blocks]


@pytest.mark.parametrize("name", [name for name, (_, count) in made.SAMPLES.items() if count == 1])
def test_an_article_is_the_same_in_every_format(name: str) -> None:
    assert page(name, made.SAMPLES[name][0]).text == WHOLE


@pytest.mark.parametrize(("name", "data"), [("a.docx", made.docx_export(3)), ("a.rtf", made.SAMPLES["nexis.rtf"][0])])
def test_an_export_gives_its_articles(name: str, data: bytes) -> None:
    count = 3 if name == "a.docx" else 2
    stretches = [one.text for one in pieces(name, data) if isinstance(one, Page)]
    assert len(stretches) == count
    assert all(stretch in nexis(count) for stretch in stretches)


# Word


def test_a_heading_of_word_is_the_title(tmp_path: Path) -> None:
    corpus, blocks = kinds(tmp_path, "a.docx", made.docx_page())
    assert blocks == [("title", TITLE), ("body", ONE), ("body", TWO)]
    assert corpus[0].title == TITLE
    assert corpus[0].blocks[0].rule == "style_heading_1"


def test_all_that_stands_in_the_document_is_read_once_in_its_order() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('في عنصر')}</w:sdtContent></w:sdt>"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("قناة", "شرقية", ""))
    column = paragraph("عمود") + paragraph("طويل")
    layout = f"<w:tbl><w:tr><w:tc>{column}</w:tc><w:tc>{paragraph('آخر')}</w:tc></w:tr></w:tbl>"
    box = f"<w:txbxContent>{paragraph('صندوق')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    shape = f'<w:p><w:r><x xmlns:mc="urn:mc"><mc:AlternateContent>{twice}</mc:AlternateContent></x></w:r></w:p>'
    changed = (
        "<w:p><w:ins><w:r><w:t>جديد</w:t></w:r></w:ins><w:del><w:r><w:delText>قديم</w:delText></w:r></w:del>"
        "<w:r><w:tab/><w:t>بعد</w:t><w:br/><w:t>سطر</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    body = control + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + layout + shape + changed
    found = page("a.docx", made.docx(body)).text.split("\n")
    told = ["في عنصر", "قناة\tشرقية\t", "عمود", "طويل", "آخر", "صندوق", "جديد\tبعد", "سطر"]
    assert [line for line in found if line] == told


def test_footnotes_stand_below_and_headers_are_told_of(tmp_path: Path) -> None:
    note = f'<w:footnote w:type="separator">{paragraph("x")}</w:footnote><w:footnote>{paragraph("حاشية")}</w:footnote>'
    data = made.docx(paragraph(ONE) + paragraph(TWO), footnotes=note, header1=paragraph("الضفة"))
    corpus, blocks = kinds(tmp_path, "a.docx", data)
    assert corpus[0].text == f"{ONE}\n{TWO}\nحاشية"
    assert blocks[-1] == ("furniture", "حاشية")
    assert "not read: the file's page headers" in corpus.report.rows[0].reason


@pytest.mark.parametrize(("said", "title"), [(TITLE, TITLE), ("Microsoft Word - Document1", "")])
def test_a_property_counts_where_the_text_says_it_too(said: str, title: str) -> None:
    core = f'<p xmlns:d="urn:dc"><d:title>{said}</d:title><d:creator>HP</d:creator><created>2020-01-01</created></p>'
    data = made.zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W}><w:body>{paragraph(TITLE)}{paragraph(ONE)}</w:body></w:document>",
            "docProps/core.xml": core,
        }
    )
    assert page("a.docx", data).meta == ({"title": title} if title else {})


LAUGHS = '<!DOCTYPE w [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<w:p>", "broken XML"),
        ("<w:p>" * 5000 + "</w:p>" * 5000, "broken XML"),
        ("", "without any text"),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "of pictures alone"),
    ],
)
def test_a_broken_word_file_is_refused(body: str, why: str) -> None:
    assert why in reason("a.docx", made.docx(body))


def test_entities_are_not_replaced() -> None:
    text = f"{LAUGHS}]><w:document {W}><w:body><w:p><w:r><w:t>{ONE} &i;</w:t></w:r></w:p></w:body></w:document>"
    data = made.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": text})
    (found,) = pieces("a.docx", data)
    assert isinstance(found, Refusal) or "haha" not in found.text  # type: ignore[union-attr]


def test_the_old_formats_are_what_they_are() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "save it as .docx" in reason("a.doc", ole + "WordDocument".encode("utf-16-le"))
    assert "save it as .xlsx" in reason("a.xls", ole + "Workbook".encode("utf-16-le"))
    assert "password" in reason("a.docx", ole + "EncryptedPackage".encode("utf-16-le"))
    assert "Office 2003" in reason("a.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>')
    assert page("a.doc", f"<html><body><p>{ONE}</p></body></html>".encode()).text == ONE
    assert page("a.doc", ONE.encode()).text == ONE
    assert page("a.xls", f"title\ttext\nx\t{ONE}\n".encode()).text == ONE


# RTF


def texts(body: str) -> list[str]:
    return [document.text for document in parse(body.encode("latin-1"))]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{\rtf1\ansi\ansicpg1256 " + as_bytes(ONE) + "}", ONE),  # the encoding of the file
        (r"{\rtf1\ansicpg1252{\fonttbl{\f3\fcharset178 A;}}\f3 " + as_bytes(ONE) + "}", ONE),  # of the font
        (r"{\rtf1\ansicpg1256{\fonttbl{\f0\fcharset0 A;}}\f0 " + as_bytes(ONE) + "}", ONE),  # the font says nothing
        (r"{\rtf1\ansicpg65001 " + as_bytes("café", "utf-8") + "}", "café"),
        (r"{\rtf1 " + as_codes(ONE) + "}", ONE),
        (r"{\rtf1\uc2 " + as_codes(ONE, r"\'3f?") + "}", ONE),
        (r"{\rtf1\uc0 " + as_codes("قال", "") + "}", "قال"),
        (r"{\rtf1 " + as_codes("نعم 😀") + "}", "نعم 😀"),  # two halves
        (r"{\rtf1 a\par b\line c\tab d\~e\_f\{g\}\\ \emdash}", "a\nb\nc\td\u00a0e\u2011f{g}\\ —"),
        (r"{\rtf1 a\cell b\cell\row c}", "a\tb\nc"),
        (r"{\rtf1{\info{\title t}}{\header h}{\*\generator x;}{\pict 00ff}a{\*\unknown z}}", "a"),
        (r'{\rtf1{\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt link}}}', "link"),
        (r"{\rtf1{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box}}}}", "box"),
        (r"{\rtf1{\upr{latin}{\*\ud{" + as_codes("عربي") + "}}}}", "عربي"),
        (r"{\rtf1 a{\v hidden}{\deleted gone}b}", "ab"),
        (r"{\rtf1 a\bin3 {}}b}", "ab"),  # three bytes of anything
    ],
)
def test_rtf_is_read_letter_by_letter(body: str, text: str) -> None:
    assert texts(body) == [text]


def test_footnotes_of_rtf_stand_below() -> None:
    found = page("a.rtf", made.rtf(as_codes(ONE) + r"{\super\chftn{\footnote \chftn " + as_codes("حاشية") + "}}"))
    assert found.text == f"{ONE}\nحاشية"
    assert found.hints[len(ONE) + 1].kind == "furniture"


def test_what_is_cut_short_or_joined_is_told() -> None:
    whole = made.rtf(as_codes(ONE))
    assert page("a.rtf", whole[:-4]).notes == ("the file ends inside the document: it is cut short",)
    assert [one.name for one in pieces("a.rtf", whole * 2) if isinstance(one, Page)] == ["a-1", "a-2"]
    assert page("a.rtf", whole + b"more").notes == ("not read: 4 bytes below the end of the document",)
    assert "2, each shown" in page("a.rtf", rb"{\rtf1\ansicpg1252 abc\'81\'8d}").notes[0]
    assert "1, each shown" in page("a.rtf", rb"{\rtf1 abc\u-10179?}").notes[0]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{\\rtf1 " + b"{" * 100_000, "nested too deep"),
        (b"{\\rtf1\\bin9999999999 x}", "without any text"),
        (b"{\\rtf1}", "without any text"),
        (b"{\\rtf1{\\fonttbl", "without any text"),
    ],
)
def test_a_hostile_rtf_is_refused(data: bytes, why: str) -> None:
    assert why in reason("a.rtf", data)


def test_a_long_line_of_fields_is_read_once() -> None:
    field = r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a}}'
    assert texts("{\\rtf1" + field * 20_000 + "}") == ["a" * 20_000]  # patterns that look ahead would not end


# PDF


def test_a_headline_is_known_by_its_letters(tmp_path: Path) -> None:
    corpus, blocks = kinds(tmp_path, "a.pdf", made.pdf_page())
    assert blocks == [("title", TITLE), ("body", ONE), ("body", TWO)]
    assert corpus[0].blocks[0].rule == "largest_letters"


@pytest.mark.parametrize(
    "parts",
    [
        ("قال في عام ", "2025", " إن القناة"),
        ("بكلفة ", "3,200", " دولار، وأن"),
        ("وأكد لوكالة ", "Reuters", " أن ", "45.5", "% منها"),
        ("يوم ", "12/2/2025", " في ", "10:30", " مساء"),
        ("صحيفة ", "New York Times", " قالت إن ", "COVID-19", " انتشر"),
        ("موسم السقاية (الري) «نعم»، وقال",),
        ("من ", "2024", " - ", "2025", " في الواحة"),  # two numbers, and not one
    ],
)
@pytest.mark.parametrize("shapes", [True, False])
def test_a_line_is_read_as_an_eye_reads_it(parts: tuple[str, ...], shapes: bool) -> None:  # noqa: FBT001
    more = drawn("(قال) العمدة", shapes=shapes)  # which says how this file stores its brackets
    found = page("a.pdf", made.pdf([lines(drawn(*parts, shapes=shapes), more)])).text
    assert found == "".join(parts) + "\n(قال) العمدة"


@pytest.mark.parametrize(
    ("seen", "text", "note"),
    [
        ("\ufefbوأ", "أولا", "1"),  # lam-alef is one glyph, and two letters
        ("\ufef2\ufed3 مع", "عم في", "2"),  # letters by their shape
        ("بت\u064eك", "كَتب", ""),  # a vowel stands before its letter
        ("The daily " + drawn("الضفة الغربية") + " said so", "The daily الضفة الغربية said so", ""),
    ],
)
def test_letters_are_what_they_show(seen: str, text: str, note: str) -> None:
    found = page("a.pdf", made.pdf([lines(seen)]))
    assert found.text == text
    assert any(f"letters they are: {note}" in one for one in found.notes) == bool(note)


def test_spaces_are_gaps_and_bold_letters_are_one() -> None:
    word = drawn("العمدة")  # six letters, 30 points
    strings = [(500, 700, 10, word), (466, 700, 10, word), (466.3, 700, 10, word), (300, 700, 10, word)]
    assert page("a.pdf", made.pdf([strings])).text == "العمدة العمدة\tالعمدة"
    strings = [(500, 700, 10, word), (470.5, 700, 10, word), (440, 690, 10, word)]
    assert page("a.pdf", made.pdf([strings])).text == "العمدةالعمدة\nالعمدة"


def test_what_stands_on_every_page_is_furniture(tmp_path: Path) -> None:
    body = [drawn(one) for one in (ONE, TWO)]
    pages = [
        lines(
            drawn("جريدة الضفة"), *(body if n < 2 else body[::-1]), drawn("سطر"), drawn("غيره"), drawn("صفحة ", str(n))
        )
        for n in (1, 2, 3)
    ]
    corpus, blocks = kinds(tmp_path, "a.pdf", made.pdf(pages))
    rules = [block.rule for block in corpus[0].blocks if corpus[0].slice(block).startswith("صفحة")]
    assert rules == ["on_every_page"] * 3
    assert [kind for kind, text in blocks if text == "جريدة الضفة"][1:] == ["furniture", "furniture"]
    assert "3 pages" in corpus.report.rows[0].reason


def test_what_the_file_says_of_its_glyphs_counts() -> None:
    said = "/Span <</ActualText (The old canals of the oasis)>> BDC\n"
    assert page("a.pdf", made.pdf([lines("xyz")], before=said)).text == "The old canals of the oasis"
    found = page("a.pdf", made.pdf([lines("xyz")], before="/Artifact BMC\n"))
    assert [hint.rule for hint in found.hints.values()] == ["pdf_artifact"]


def test_visual_order_is_told_and_left() -> None:
    found = page("a.pdf", made.pdf([lines(ONE, TWO)]))  # drawn from left to right, by a program that cannot do better
    assert found.text == f"{ONE[::-1]}\n{TWO[::-1]}"
    assert any("visual order" in note for note in found.notes)
    assert not backwards(WHOLE)
    assert not backwards(ENGLISH)
    assert backwards(WHOLE[::-1])


def test_a_page_without_text_is_told() -> None:
    assert "OCR" in reason("a.pdf", made.pdf([[]]))
    found = page("a.pdf", made.pdf([lines(drawn(ONE)), []]))
    assert "without text, as pictures are: page 2" in found.notes


def test_fonts_that_name_no_letters_are_told() -> None:
    assert "OCR" in reason("a.pdf", made.pdf_page().replace(b"/ToUnicode", b"/Tonothing"))


def test_a_locked_pdf_is_refused() -> None:
    data = made.pdf_page()
    lock = f"/Encrypt <</Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4>> /ID [<00> <00>]"
    assert "encrypted" in reason("a.pdf", data.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock.encode()))


def flate(data: bytes) -> str:
    packed = zlib.compress(data, 9).decode("latin-1")
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n{packed}\nendstream"


FORM = "<< /Type /XObject /Subtype /Form /Length 12 /Resources << /XObject << /X 5 0 R >> >> >>"


def hostile(contents: str, resources: str = "") -> bytes:
    return made.assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << {resources} >> >>",
            contents,
            f"{FORM}\nstream\n/X Do /X Do \nendstream",
        ]
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(1000),
        made.pdf_page()[:900],
        hostile(flate(bytes(300_000_000))),
        hostile(made._stream("/X Do"), "/XObject << /X 5 0 R >>"),  # a form that shows itself, twice each time
        hostile(made._stream("q " * 300_000)),
        made.assembled(["<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 9 >>"]),
    ],
    ids=["head", "zeros", "cut", "bomb", "forms", "states", "cycle"],
)
def test_a_hostile_pdf_is_refused(data: bytes) -> None:
    assert reason("a.pdf", data)


# EPUB


def test_a_book_gives_its_chapters_in_order() -> None:
    found = pieces("a.epub", made.epub({"b.xhtml": markup(TITLE, ONE), "a.xhtml": markup("فصل آخر", TWO)}))
    assert isinstance(found[0], Refusal)
    assert (found[0].origin, found[0].reason) == ("a.epub/OEBPS/nav.xhtml", "it is the book's table of contents")
    assert [one.text for one in found[1:] if isinstance(one, Page)] == [f"{TITLE}\n{ONE}", f"فصل آخر\n{TWO}"]
    assert isinstance(found[1], Page)
    assert found[1].meta["source"] == "مجلة الواحة"
    assert (found[1].meta["language"], found[1].meta["published"]) == ("ar", "2025-02-12")


def test_chapters_that_cannot_be_read_are_refused_alone() -> None:
    lock = '<encryption><CipherData><CipherReference URI="OEBPS/b.xhtml"/></CipherData></encryption>'
    chapters = {"a.xhtml": markup(TITLE, ONE), "b.xhtml": "?", "c.xhtml": "<html><body/></html>"}
    found = pieces("a.epub", made.epub(chapters, nav=False, more={"META-INF/encryption.xml": lock}))
    assert [type(one) for one in found] == [Page, Refusal, Refusal]
    assert [one.reason[:30] for one in found if isinstance(one, Refusal)] == [
        "it is locked by digital rights",
        "the page shows no text",
    ]
    gone = made.epub({"a.xhtml": markup(TITLE, ONE)}, nav=False).replace(b"OEBPS/a.xhtml", b"OEBPS/z.xhtml")
    assert "not in the file" in reason("a.epub", gone)


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"mimetype": "application/epub+zip"}, "no package"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": "<"}, "broken XML"),
        ({"mimetype": "application/epub+zip", "a.opf": "<package/>"}, "without chapters"),
    ],
)
def test_what_is_no_book_is_refused(members: dict[str, str], why: str) -> None:
    assert why in reason("a.epub", made.zipped(members))
