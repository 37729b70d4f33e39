"""The instructor's page and the printed hand-out are no older than what they are made of."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests import handout, teaching
from tests.eval.gold import NEWSROOM, NEWSROOM_GOLD, read
from workbench.loaders import load

A4 = (595, 842)
WORDS = {
    "en": ("One story, many outlets", "Whose words are these?", "Judge Naela al-Tarmousi", "Worksheet", "لفظ الإسناد"),
    "ar": ("خبر واحد ومصادر كثيرة", "هل التصريح كامل؟", "بحسب القمقماني", "ورقة عمل", "page furniture"),
}


def page() -> str:
    return teaching.PAGE.read_text(encoding="utf-8")


def test_the_made_parts_are_up_to_date():
    assert teaching.filled(page()) == page(), "run python -m tests.teaching"


def test_a_change_of_the_gold_is_seen(monkeypatch: pytest.MonkeyPatch):
    rows = read(NEWSROOM_GOLD / "traps.tsv")
    monkeypatch.setattr(teaching, "read", lambda path: rows[1:] if path.name == "traps.tsv" else read(path))
    assert teaching.filled(page()) != page()


def test_a_page_without_room_for_them_is_refused():
    with pytest.raises(ValueError, match="0 places for traps"):
        teaching.filled("# For instructors\n")


def test_every_kind_of_trap_is_taught_in_a_notebook():
    kinds = teaching.kinds()
    assert set(kinds) == {row["trap"] for row in read(NEWSROOM_GOLD / "traps.tsv")}
    listed = set(re.findall(r"^\| (0\d) ", page(), flags=re.MULTILINE))
    assert listed == {f"0{number}" for number in range(10)}
    for said in kinds.values():
        assert said["teaches"]
        assert set(said["notebooks"]) <= listed


def test_links_of_the_page_lead_somewhere():
    for link in re.findall(r"\]\(([^)#]+)", page()):
        assert (teaching.TEACHING / link).is_file(), link


@pytest.mark.parametrize("language", handout.LANGUAGES)
class TestHandOut:
    def test_is_two_pages_of_a4(self, language: str):
        sizes = [(round(one.mediabox.width), round(one.mediabox.height)) for one in reader(language).pages]
        assert sizes == [A4, A4]

    def test_was_printed_from_what_stands_beside_it(self, language: str):
        assert reader(language).metadata[handout.DIGEST] == handout.digest(language), "run python -m tests.handout"

    def test_has_its_fonts_inside(self, language: str):
        fonts = [font for one in reader(language).pages for font in one["/Resources"]["/Font"].values()]
        names = {str(font.get_object()["/BaseFont"]) for font in fonts}
        assert all(embedded(font.get_object()) for font in fonts)
        assert any("NotoNaskhArabic" in name for name in names)
        assert all("NotoNaskhArabic" in name or "STIX" in name for name in names), names

    def test_words_can_be_found_in_it(self, language: str):
        text = plain(" ".join(one.extract_text() for one in reader(language).pages))
        for words in WORDS[language]:
            assert plain(words) in text, words

    def test_its_passages_stand_in_the_pages(self, language: str):
        source, _ = handout.sources(language)
        texts = [" ".join(article.text.split()) for article in load(str(NEWSROOM), progress=False)]
        pieces = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<p[^>]*>(.*?)</p>", "".join(passages(source)))]
        assert len(pieces) == 4
        for piece in pieces:
            assert any(piece in text for text in texts), piece


def passages(source: str) -> list[str]:
    """The example and the passage, each in paragraphs."""
    example = re.search(r'<p class="example">.*?</p>', source)
    passage = re.search(r'<div class="passage".*?</div>', source, flags=re.DOTALL)
    assert example
    assert passage
    return [example[0], passage[0]]


def reader(language: str) -> PdfReader:
    return PdfReader(handout.target(language))


def embedded(font: DictionaryObject) -> bool:
    """Whether a font's own outlines are in the file."""
    inner: Any = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font  # type: ignore[index]
    return any(name in inner["/FontDescriptor"] for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def plain(text: str) -> str:
    """Letters without their joined forms and ligatures, and without blanks, which a PDF does not keep."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_the_sources_name_no_other_machine():
    for path in Path(handout.SOURCES).iterdir():
        assert "http" not in path.read_text(encoding="utf-8")
