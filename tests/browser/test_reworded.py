"""Rewording in the heatmap, as its readers use it: a layer apart, two sentences joined, pinned, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import grave, told
from tests.browser.stories import article, entities_of, quotes_of
from tests.browser.visit import Visit
from tests.unit.encoding import Things
from workbench.app.page import page as write_page
from workbench.corpus import Corpus
from workbench.extractors.overlap import overlap

Open = Callable[..., Visit]
BRIDGE = "أعلن الوزير إغلاق جسر النهر القديم أمام الشاحنات حتى نهاية الشهر."
AGAIN = "قرر وزير النقل أن أغلق جسرا قديما في وجه الشاحنات."
SPAN = "The minister announced that the old bridge was closed to lorries."
COPIED = "وتفقد الأهالي الضفة الشرقية بعد المطر الغزير الذي هطل ليلة السبت على القرى المجاورة."
REWORDED = {"en": "In other words", "ar": "بصياغة أخرى"}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A page of three articles: two share a paragraph, all three say one thing in their own words; one without it."""
    folder = tmp_path_factory.mktemp("reworded")
    corpus = Corpus(
        [
            article("p1", "ضفاف", ["خبر الصباح", BRIDGE, COPIED]),
            article("p2", "سهول", ["خبر المساء", AGAIN, COPIED]),
            article("p3", "Riverside", ["Evening note", SPAN], language="en"),
        ]
    )
    entities = entities_of(corpus, {})
    results = {"entities": entities, "quotes": quotes_of(corpus, entities, [])}
    layers = {
        "plain": overlap(corpus),
        "en": overlap(corpus, meaning=Things()),
        "ar": overlap(corpus, meaning=Things()),
    }
    made = {}
    for name, found in layers.items():
        path: Path = folder / f"{name}.html"
        write_page(corpus, path, language=name if name in REWORDED else "en", overlap=found, **results)
        made[name] = path.as_uri()
    return made


def opened(visit: Open, address: str) -> Visit:
    reader = visit(address)
    reader.open_tab(1)
    return reader


@pytest.mark.parametrize("language", list(REWORDED))
def test_it_is_a_layer_of_its_own(visit: Open, addresses: dict[str, str], language: str) -> None:
    reader = opened(visit, addresses[language])
    copied = reader.page.locator(".rw-cell .rw-number").all_inner_texts()
    assert len(copied) == 2
    reader.page.get_by_role("button", name=REWORDED[language], exact=True).click()
    expect(reader.page.locator(".rw-cell .rw-number")).to_have_count(6)
    assert not (found := grave(reader.page)), told(found)
    reader.page.locator('[data-layer="copied"]').last.click()
    assert reader.page.locator(".rw-cell .rw-number").all_inner_texts() == copied
    reader.cell(0, 1).hover()
    expect(reader.page.locator(".rw-heat-said")).to_contain_text("1")
    assert reader.clean


def test_two_sentences_are_joined_apart_from_the_passage(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["en"])
    reader.page.get_by_role("button", name="In other words", exact=True).click()
    reader.cell(0, 1).click()
    marks = reader.page.locator("mark.rw-shared-reworded")
    expect(marks).to_have_count(2)
    expect(marks.first).to_contain_text(BRIDGE)
    expect(reader.page.locator("mark.rw-shared:not(.rw-shared-reworded)").first).to_contain_text(COPIED.rstrip("."))
    expect(reader.page.locator(".rw-ribbon.rw-shared-reworded")).to_have_count(1)
    expect(reader.page.locator("mark .rw-piece-kept").first).to_be_visible()
    assert marks.first.evaluate("(one) => getComputedStyle(one).borderBlockEndStyle") == "dashed"
    reader.page.locator(".rw-shared-chip.rw-shared-reworded").press("Enter")
    expect(reader.page.locator("mark.rw-chosen")).to_have_count(2)
    reader.page.get_by_role("button", name="Pin the passage").click()
    expect(reader.page.locator(".rw-pinned")).to_be_visible()
    assert not (found := grave(reader.page)), told(found)
    assert reader.clean


def test_two_languages_stand_beside_each_other(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["ar"])
    reader.page.locator('button[data-layer="reworded"]').click()
    reader.cell(0, 2).click()
    expect(reader.page.locator("mark.rw-shared-reworded").last).to_contain_text(SPAN)
    expect(reader.page.locator(".rw-piece-kept")).to_have_count(0)
    expect(reader.page.locator(".rw-compare-body").last).to_have_attribute("dir", "ltr")
    assert reader.clean


def test_where_nobody_looked_there_is_no_such_layer(visit: Open, addresses: dict[str, str]) -> None:
    reader = opened(visit, addresses["plain"])
    expect(reader.page.locator('button[data-layer="reworded"]')).to_have_count(0)
    expect(reader.page.locator(".rw-cell .rw-number")).to_have_count(2)
    assert reader.clean
