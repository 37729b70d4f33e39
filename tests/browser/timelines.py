"""A small corpus in time, and what a user does with the timeline. The outlets, people and places are invented."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from playwright.sync_api import Locator

from tests.browser.stories import Said, Story, article, entities_of, quotes_of
from tests.browser.visit import Visit
from workbench.corpus import Corpus
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes.result import LINEAGE_COLUMNS, Quotes

OPENED = "أعلن سالم الورداني عودة ميناء الواحة إلى العمل صباح الأحد بعد توقف دام أسبوعين كاملين بسبب العاصفة."
PROMISE = "لن يتوقف الميناء مرة أخرى"
SPOKE = f"وقال سالم الورداني: «{PROMISE} هذا العام»."
FRESH = "وتحدث عمال الرصيف عن أيام طويلة من الانتظار وعن بضائع بقيت في المخازن رقم"
NOTICE = "خبر قصير عن حركة السفن في المرفأ القديم رقم"


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2025, 2, day, hour, minute)


def voyage() -> Story:
    """A wire, a copy of the next morning, a quotation, a day alone, no date, and twelve articles of one minute."""
    crowd = [
        article(f"n{number}", "نشرة المرفأ", [f"{NOTICE} {number}", f"{number} {FRESH} {number}"], published=at(14, 10))
        for number in range(12)
    ]
    corpus = Corpus(
        [
            article("wire", "وكالة الضفة", ["عودة الميناء", OPENED, SPOKE], published=at(12, 14, 5)),
            article("copy", "صحيفة الساحل", ["الميناء يعود", OPENED], published=at(13, 9)),
            article("said", "صحيفة التلال", ["وعد الورداني", SPOKE, f"{FRESH} ألف"], published=at(13, 18)),
            article("day", "صحيفة التلال", ["يوم بلا ساعة", f"{FRESH} باء"], published=dt.date(2025, 2, 13)),
            article("bare", "صحيفة التلال", ["صفحة بلا تاريخ", f"{FRESH} جيم"]),
            *crowd,
        ]
    )
    entities = entities_of(corpus, {"سالم الورداني": ("PER", ["سالم الورداني"])})
    said = [Said(name, PROMISE, "سالم الورداني", "سالم الورداني", "قال") for name in ("wire", "said")]
    return Story(corpus, entities, with_lineage(quotes_of(corpus, entities, said)), overlap(corpus))


def with_lineage(quotes: Quotes) -> Quotes:
    """The same quotations as wordings of one statement, which the wire had first."""
    table = quotes.table.assign(lineage="l1")
    names = table["quote"].tolist()
    sources = [quotes.corpus[name].source for name in table["article"]]
    row = ("l1", "e0", PROMISE, sources, names, sources[0], ["direct"], ["neutral"], ["q0 q1: same words"])
    return Quotes(quotes.corpus, quotes.entities, table, pd.DataFrame([row], columns=list(LINEAGE_COLUMNS)))


class Times:
    """What a user does with the timeline of a page."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page = visit.page
        visit.page.get_by_role("tab").last.click()
        visit.page.locator(".rw-tl-at").wait_for()

    @property
    def here(self) -> Locator:
        """The article that the keyboard is on."""
        return self.page.locator(".rw-tl-at")

    def go(self, article: str) -> Locator:
        """Walks with Home and the arrows, as it is mirrored, until an article is reached."""
        rtl = self.page.evaluate("getComputedStyle(document.querySelector('.rw-tl-plane')).direction") == "rtl"
        forward = "ArrowLeft" if rtl else "ArrowRight"
        self.here.focus()
        self.here.press("Home")
        for _ in range(40):
            if self.here.get_attribute("data-article") == article:
                return self.here
            self.page.keyboard.press(forward)
        raise AssertionError(f"the keyboard never came to {article}")

    def spot(self, article: str) -> tuple[float, float]:
        """Where an article stands on the screen."""
        box = self.go(article).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def click(self, article: str) -> None:
        self.page.mouse.click(*self.spot(article))

    def period(self) -> str:
        return self.page.locator(".rw-tl-said strong").inner_text()

    def sheet(self) -> Locator:
        return self.page.locator(".rw-tl-sheet")

    def zoom_wheel(self, by: int) -> None:
        """Turns the wheel with Ctrl over the middle of the lanes."""
        box = self.page.locator(".rw-tl-field").bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 40)
        self.page.keyboard.down("Control")
        self.page.mouse.wheel(0, by)
        self.page.keyboard.up("Control")

    def drag(self, place: str, from_share: float, to_share: float) -> None:
        """Drags across an element from one share of its width to another, counted from the left."""
        box = self.page.locator(place).bounding_box()
        assert box is not None
        y = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + box["width"] * from_share, y)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * (from_share + to_share) / 2, y)
        self.page.mouse.move(box["x"] + box["width"] * to_share, y)
        self.page.mouse.up()
