"""A corpus for the quote finder, and what a user does with it.

The outlets, people and places are invented.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd
from playwright.sync_api import Locator, expect

from tests.browser.stories import Said, article, entities_of, quotes_of
from tests.browser.visit import Visit
from workbench.corpus import Corpus
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.result import Quotes

FULL = "ستعود المياه إلى أحياء المدينة كلها قبل نهاية الأسبوع القادم"
CUT = "ستعود المياه إلى أحياء المدينة قبل نهاية الأسبوع"
ENGLISH = "Water will return to all districts before the end of next week"
WORKERS = "عمالنا في الموقع منذ الفجر"
TITLE = "جسر الوادي"
KNOWN = {
    "سميرة الشماخ": ("PER", ["سميرة الشماخ", "الشماخ", "Samira al-Shammakh"]),
    "عادل المرجان": ("PER", ["عادل المرجان", "المرجان"]),
}
PAGES = {
    "bank": ("صحيفة الضفة", 12, "ar", ["عودة المياه", f"قالت سميرة الشماخ: «{FULL}»."]),
    "coast": ("نشرة الساحل", 13, "ar", ["المياه تعود", f"وأكدت الشماخ: «{CUT}».", f"وقال المرجان: «{WORKERS}»."]),
    "post": ("Harbour Post", 13, "en", ["Water is back", f"Samira al-Shammakh said: “{ENGLISH}”."]),
    "hill": ("منبر الجبل", 13, "ar", ["زيارة", "زارت سميرة الشماخ الجبل للمرة الأولى هذا العام."]),
}
SAID = [
    Said("bank", FULL, "سميرة الشماخ", "سميرة الشماخ", "قالت"),
    Said("coast", CUT, "سميرة الشماخ", "الشماخ", "أكدت", "endorsing"),
    Said("coast", WORKERS, "عادل المرجان", "المرجان", "قال"),
    Said("post", ENGLISH, "سميرة الشماخ", "Samira al-Shammakh", "said"),
]


def water() -> Quotes:
    """Four outlets: two Arabic wordings of one statement, its English, another one, and who leaves it out."""
    pages = [
        article(name, source, text, published=dt.date(2025, 3, day), language=language)
        for name, (source, day, language, text) in PAGES.items()
    ]
    corpus = Corpus(pages)
    entities = entities_of(corpus, KNOWN)
    table = quotes_of(corpus, entities, SAID).table.drop(columns="verdict")
    table["lineage"], summary = lineages(corpus, table, entities)
    rejected = pd.DataFrame(
        [("bank", 0, len("عودة المياه"), "عودة المياه", "name in marks")],
        columns=["article", "start", "end", "text", "reason"],
    )
    return Quotes(corpus, entities, table, summary, rejected=rejected)


class Finder:
    """The quote finder of a page."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page = visit.page

    @property
    def rows(self) -> Locator:
        return self.page.locator(".rw-quote-row")

    def texts(self) -> list[str]:
        return self.visit.quotes()

    def mode(self, name: str) -> None:
        self.page.locator(f'[data-mode="{name}"]').click()

    def said(self) -> Locator:
        return self.page.locator(".rw-quote-said")

    def count(self) -> str:
        return self.page.locator(".rw-count").inner_text()

    def judge_as(self, name: str) -> None:
        self.page.locator(".rw-coder").fill(name)
        self.page.locator(".rw-coder").press("Enter")

    def focus(self, number: int) -> None:
        """Steps by keys from the search to a row."""
        self.page.locator(".rw-finder-tools input").press("ArrowDown")
        for _ in range(number):
            self.page.keyboard.press("j")
        expect(self.rows.nth(number)).to_be_focused()
