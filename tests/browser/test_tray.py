"""The evidence tray of a stand-alone page: pinned in any view, put in order, noted on, kept and saved."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.stories import DOUBT, ENGLISH, PROMISE, Story
from tests.browser.test_lab import TELL, WORKBENCH
from tests.browser.tray import Tray
from tests.browser.visit import Visit
from workbench.app.page import page as write_page

Open = Callable[..., Visit]
OTHER = """() => {
  const tray = globalThis[Symbol.for("riwaya.tray")];
  const [one] = tray.findings;
  const spans = one.spans.map((span) => ({ ...span, article: "elsewhere" }));
  tray.merge([{ ...one, id: "other", corpus: "0f1e2d3c4b", corpus_name: "صفحات الميناء", spans, rank: 9 }]);
}"""
"""What a view of another corpus on the same page pins."""


def two_quotes(reader: Visit) -> Tray:
    tray = Tray(reader.page)
    tray.pin_quote(0)
    tray.pin_quote(1)
    tray.toggle()
    return tray


def test_what_is_selected_is_pinned_once_and_said(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = Tray(reader.page)
    tray.pin("Select something first")
    reader.choose_name("سالم الورداني")
    tray.pin("Pinned: \u2068سالم الورداني\u2069")
    tray.pin("Already pinned")
    expect(tray.count).to_have_text("1")
    reader.page.keyboard.press("t")
    expect(tray.findings()).to_have_count(1)
    expect(tray.findings().first).to_contain_text("Person · Mentions:")


def test_a_quote_is_pinned_with_its_speaker_its_verb_and_their_places(
    visit: Open, pages: dict[str, str], story: Story
) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    first = tray.findings().first
    for words in (PROMISE, "الورداني", "قال", "صحيفة الضفة", "February 12, 2025"):
        expect(first).to_contain_text(words)
    start = story.corpus["first"].text.index(PROMISE)
    expect(first.locator(".rw-finding-place").first).to_have_text(f"{start}–{start + len(PROMISE)}")


def test_two_texts_are_pinned_with_both_sides(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = Tray(reader.page)
    reader.open_tab(1)
    reader.cell(0, 1).click()
    tray.pin("Pinned: \u2068صحيفة الضفة · نشرة الساحل\u2069")
    tray.toggle()
    sources = tray.findings().first.locator(".rw-source")
    assert set(sources.all_inner_texts()) == {"صحيفة الضفة", "نشرة الساحل"}


def test_a_finding_leads_back_to_its_words(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    two_quotes(reader)
    reader.page.locator(".rw-finding-name").first.click()
    assert reader.highlighted() == PROMISE
    assert reader.highlight_in_sight()


def test_findings_are_put_in_order_by_buttons_keys_and_dragging(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    tray.pin_quote(2)
    one, two, three = "سالم الورداني", "هناء الكيلاني", "سالم الورداني"
    assert tray.names() == [one, two, three]
    tray.findings().nth(1).get_by_role("button", name="Move up").click()
    assert tray.names() == [two, one, three]
    expect(tray.findings().nth(0).get_by_role("button", name="Move down")).to_be_focused()
    tray.told("place \u20681\u2069 of \u20683\u2069")
    reader.page.keyboard.press("Alt+ArrowDown")
    reader.page.keyboard.press("Alt+ArrowDown")
    assert tray.names() == [one, three, two]
    tray.drag(2, 0)
    assert tray.names() == [two, one, three]


def test_what_is_removed_can_be_put_back(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    names = tray.names()
    tray.findings().first.focus()
    reader.page.keyboard.press("Delete")
    assert tray.names() == names[1:]
    expect(tray.findings().first).to_be_focused()
    reader.page.get_by_role("button", name="Undo").click()
    assert tray.names() == names
    expect(tray.findings().first).to_be_focused()


def test_notes_and_findings_are_there_when_the_page_is_opened_again(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    expect(reader.page.locator(".rw-tray-state")).to_have_text("Kept in this browser")
    tray.note(1).fill("يُسأل عن الأرقام")
    reader.page.keyboard.press("Tab")
    reader.page.reload()
    expect(tray.count).to_have_text("2")
    tray.toggle()
    expect(tray.note(1)).to_have_value("يُسأل عن الأرقام")


def test_a_note_is_not_lost_when_the_tray_is_closed_while_it_is_written(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    tray.note(0).press_sequentially("te e")
    expect(tray.count).to_have_text("2")
    tray.note(0).press("Escape")
    expect(tray.findings()).to_have_count(0)
    tray.toggle()
    expect(tray.note(0)).to_have_value("te e")


def test_a_browser_that_keeps_nothing_is_said_to(visit: Open, pages: dict[str, str]) -> None:
    reader = visit("about:blank")
    reader.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    reader.page.goto(pages["en"])
    tray = two_quotes(reader)
    expect(reader.page.locator(".rw-tray-state")).to_contain_text("Not kept")
    assert len(tray.names()) == 2


def test_the_tray_is_saved_as_markdown_and_json_and_not_as_a_document(
    visit: Open, pages: dict[str, str], tmp_path: Path
) -> None:
    reader = visit(pages["ar"])
    tray = two_quotes(reader)
    tray.note(0).fill("ملاحظة")
    reader.page.keyboard.press("Tab")
    written = tray.saved("Markdown", tmp_path).read_text(encoding="utf-8")
    assert f"> {PROMISE}\n" in written
    assert f"> {DOUBT}\n" in written
    assert "<https://daffa.example/1>" in written
    assert "**ملاحظة:** ملاحظة" in written
    told = json.loads(tray.saved("JSON", tmp_path).read_text(encoding="utf-8"))
    assert (told["format"], len(told["findings"])) == ("riwaya-evidence", 2)
    expect(reader.page.get_by_role("button", name="Word")).to_have_count(0)


def test_findings_of_two_corpora_say_which_they_are_of(visit: Open, pages: dict[str, str], tmp_path: Path) -> None:
    reader = visit(pages["en"])
    tray = two_quotes(reader)
    chips = reader.page.locator(".rw-chip-corpus")
    expect(chips).to_have_count(0)
    reader.page.evaluate(OTHER)
    own, other = "صحيفة الضفة · نشرة الساحل", "صفحات الميناء"
    expect(chips).to_have_text([own, own, other])
    expect(tray.findings().last).to_have_attribute("aria-label", re.compile(f"{other}"))
    tray.findings().last.locator(".rw-finding-name").press("Enter")
    tray.told("This was pinned in another corpus")
    written = tray.saved("Markdown", tmp_path).read_text(encoding="utf-8")
    assert re.findall("^Corpus: \u2068(.*)\u2069$", written, re.MULTILINE) == [own, own, other]


def test_hostile_words_are_pinned_as_words(visit: Open, pages: dict[str, str]) -> None:
    reader = visit(pages["hostile"])
    tray = two_quotes(reader)
    expect(tray.findings()).to_have_count(2)
    assert reader.clean


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_without_texts_says_so_and_still_links(visit: Open, story: Story, tmp_path: Path, language: str) -> None:
    path = tmp_path / "cut.html"
    results = {"entities": story.entities, "quotes": story.quotes, "overlap": story.overlap}
    write_page(story.corpus, path, language=language, texts=False, **results)
    reader = visit(path.as_uri())
    expect(reader.page.locator(".rw-kind-excerpts .rw-kind")).to_be_visible()
    reader.open_tab(2)
    reader.open_quote(2)
    assert reader.highlighted() == ENGLISH
    reader.page.locator(".rw-page-files summary").last.click()
    expect(reader.page.locator(".rw-page-files code").first).to_be_visible()


def test_beside_a_kernel_the_tray_is_a_file_and_a_document(desk: Desk, tmp_path: Path) -> None:
    reader = desk.run("tray.ipynb", [TELL, f"view = {WORKBENCH}\nview"])
    expect(reader.page.locator(".rw-bar")).to_be_visible(timeout=60_000)
    tray = two_quotes(reader)
    expect(reader.page.locator(".rw-tray-state")).to_contain_text("riwaya-evidence.json")
    tray.note(0).fill("ملاحظة")
    reader.page.keyboard.press("Tab")
    document = tray.saved("Word", tmp_path)
    assert PROMISE in zipfile.ZipFile(document).read("word/document.xml").decode()
    reader.picture(tmp_path / "lab.png")
    file = json.loads((desk.lab.folder / "riwaya-evidence.json").read_text(encoding="utf-8"))
    assert [finding["note"] for finding in file["findings"]] == ["ملاحظة", ""]
