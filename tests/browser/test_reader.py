"""The reader: pages read, searched and corrected, with and without a kernel."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import reading
from tests.browser.desk import Desk
from tests.browser.stories import PROMISE, article, entities_of, quotes_of
from tests.browser.visit import Visit
from workbench.app.page import page as write_page
from workbench.corpus import Article, Block, Corpus
from workbench.extractors.overlap import overlap

Open = Callable[..., Visit]


# Reading, in the stand-alone page


def test_marks_are_stepped_through_by_key_within_a_layer(visit: Open, pages: dict[str, str]) -> None:
    page = visit(pages["en"]).page
    page.get_by_label("Step through").select_option("quote")
    reading.press(page, "n")
    expect(page.locator(".rw-steppers .rw-where")).to_have_text("1 / 1")
    expect(page.locator(".rw-card")).to_contain_text("سالم الورداني")
    page.get_by_label("Step through").select_option("entity")
    reading.press(page, "p")
    expect(page.locator(".rw-page .rw-selected")).to_be_in_viewport()


def test_the_articles_are_turned_by_key(visit: Open, pages: dict[str, str]) -> None:
    page = visit(pages["en"]).page
    title = page.locator(".rw-page h3")
    first = title.inner_text()
    reading.press(page, "]")
    expect(title).not_to_have_text(first)
    reading.press(page, "[")
    expect(title).to_have_text(first)


def test_words_are_found_in_any_spelling(visit: Open, pages: dict[str, str]) -> None:
    page = visit(pages["en"]).page
    said = reading.find(page, "مرّة اخرى")
    expect(said).to_have_text("1 / 1")
    page.keyboard.press("Escape")
    expect(page.locator(".rw-find")).to_be_hidden()
    expect(page.locator(".rw-page")).to_be_focused()


def test_a_passage_leads_to_the_other_article(visit: Open, pages: dict[str, str]) -> None:
    page = visit(pages["en"], width=1366).page
    page.locator(".rw-page .rw-layer-passage").first.click()
    expect(page.locator(".rw-card")).to_be_visible()
    page.locator(".rw-stack-item.rw-of-passage").first.click()
    before = page.locator(".rw-page h3").inner_text()
    page.locator(".rw-card .rw-other").first.click()
    expect(page.locator(".rw-page h3")).not_to_have_text(before)
    expect(page.locator(".rw-page .rw-selected-span").first).to_be_in_viewport()


def test_a_page_without_a_kernel_offers_pins_and_no_corrections(visit: Open, pages: dict[str, str]) -> None:
    page = visit(pages["en"]).page
    card = reading.select(page, PROMISE)
    expect(card.get_by_role("button", name="Pin")).to_be_visible()
    expect(card.get_by_role("button", name="Person")).to_have_count(0)
    page.locator(".rw-page").press("e")
    expect(page.locator(".rw-reader-said")).to_contain_text("Pinned")
    expect(page.locator("button.rw-tag")).to_have_count(0)


def many(count: int) -> list[Article]:
    return [
        article(f"a{n}", f"صحيفة {n % 40}", [f"خبر رقم {n} عن القناة", "وصلت السفينة إلى الميناء."])
        for n in range(count)
    ]


def test_a_list_of_many_articles_draws_only_what_is_in_sight(visit: Open, tmp_path: Path) -> None:
    corpus = Corpus(many(1500))
    entities = entities_of(corpus, {})
    found = {"entities": entities, "quotes": quotes_of(corpus, entities, []), "overlap": overlap(corpus, k=9)}
    path = write_page(corpus, tmp_path / "many.html", language="en", **found)
    page = visit(path.as_uri(), width=900).page
    page.locator(".rw-article-open").click()
    expect(reading.articles(page).first).to_be_visible()
    assert reading.articles(page).count() < 60
    search = page.locator(".rw-article-search")
    expect(search).to_be_focused()
    search.fill("رقم 1234")
    expect(reading.articles(page)).to_have_count(1)
    search.press("Enter")
    expect(page.locator(".rw-page h3")).to_contain_text("خبر رقم 1234")


def test_a_page_of_furniture_alone_says_so(visit: Open, tmp_path: Path) -> None:
    lines = "\n".join(f"قسم {n}" for n in range(12))
    menu = article("menu", "نشرة الساحل", [lines])
    blocks = [Block(block.start, block.end, "furniture", "menu") for block in menu.blocks]
    corpus = Corpus([menu.remark(blocks)])
    path = write_page(corpus, tmp_path / "menu.html", language="en")
    page = visit(path.as_uri()).page
    expect(page.locator(".rw-notice")).to_be_visible()
    head = page.locator(".rw-run-head")
    expect(head).to_contain_text("13")
    expect(page.locator(".rw-run-body")).to_be_hidden()
    head.press("Enter")
    expect(page.locator(".rw-run-body")).to_contain_text("قسم 11")


# Correcting, in JupyterLab

ISLAND = "جزيرة المرجان تفتح مكتبتها 📚 العامة"
OPENING = "افتتحت جزيرة المرجان مكتبتها العامة صباح الأحد بحضور سكان الجزيرة كلهم."
SAID = "لا تنتظروا الصيف ففي المكتبة ظل وماء وكتب"
UNMARKED = f"وهمس أمين المكتبة 👩‍🚀 سليم الزاهر في أذن الحاضرين {SAID} ثم مضى."
SHARE = "تابعونا على شبكات التواصل"
LOAD = f"""from pathlib import Path
import workbench as wb
folder = Path("articles"); folder.mkdir(exist_ok=True)
(folder / "island.txt").write_text({chr(10).join([ISLAND, "", OPENING, "", UNMARKED, "", SHARE])!r}, encoding="utf-8")
corpus = wb.load(folder)
entities = wb.entities(corpus)
quotes = wb.quotes(corpus, entities)"""
READER = "wb.Reader(corpus, entities=entities, quotes=quotes, language='en', height=620)"


def kept(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def opened(desk: Desk, name: str) -> Page:
    page = desk.run(name, [LOAD, READER], height=1000).page
    expect(page.locator(".rw-reader")).to_be_visible(timeout=180_000)
    page.locator(".rw-reader").scroll_into_view_if_needed()
    return page


def test_corrections_are_kept_beside_the_corpus(desk: Desk, tmp_path: Path) -> None:
    page = opened(desk, "reader.ipynb")
    block = page.locator(".rw-block").filter(has_text=OPENING)
    reading.change_kind(page, block, "Caption")
    expect(page.locator(".rw-kind-caption")).to_contain_text(OPENING)
    (mark,) = kept(desk.lab.folder / "articles" / "marks.csv")
    assert mark["kind"] == "caption"
    assert mark["text"].startswith(OPENING[:20])
    expect(page.locator(".rw-stale")).to_contain_text("quotations")
    page.locator(".rw-again").click()
    expect(page.locator(".rw-stale")).to_be_hidden(timeout=60_000)

    card = reading.select(page, SAID)
    card.get_by_role("button", name="Direct", exact=True).click()
    expect(page.locator(".rw-page .rw-selected-span")).to_have_text([SAID])
    expect(page.locator(".rw-card")).to_contain_text("Direct")
    (judged,) = kept(desk.lab.folder / "articles" / "quote-judgements.csv")
    assert judged["text"] == SAID
    page.screenshot(path=tmp_path / "added.png")

    page.locator(".rw-undo").click()
    expect(page.locator(".rw-page .rw-layer-quote")).to_have_count(0)
