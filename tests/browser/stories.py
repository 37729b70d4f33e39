"""Small corpora with results made by hand, so that these tests do not depend on how well anything is extracted.

The outlets, people and places are invented.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities.result import ENTITY_COLUMNS, MENTION_COLUMNS, Entities
from workbench.extractors.overlap import Overlap, overlap
from workbench.extractors.quotes.result import LINEAGE_COLUMNS, QUOTE_COLUMNS, Quotes

BACK_TO_WORK = "أعلن سالم الورداني عودة ميناء الواحة إلى العمل صباح الأحد بعد توقف دام أسبوعين كاملين بسبب العاصفة."
THREE_SHIPS = "ووصلت إلى ميناء الواحة ثلاث سفن في اليوم الأول وغادرته سفينتان قبل غروب الشمس بقليل."
PROMISE = "لن يتوقف الميناء مرة أخرى هذا العام"
DOUBT = "ننتظر أرقاما لا وعودا"
ENGLISH = "We will publish the figures every week"


class Story(NamedTuple):
    """A corpus with all that the views show of it."""

    corpus: Corpus
    entities: Entities
    quotes: Quotes
    overlap: Overlap


class Said(NamedTuple):
    """One quotation: which article, which words, by whom, with which verb."""

    article: str
    text: str
    speaker: str
    speaker_text: str
    cue: str
    stance: str = "neutral"


def article(name: str, source: str, paragraphs: list[str], **known: object) -> Article:
    """An article of a title, paragraphs and, at its end, a line of page furniture."""
    pieces = [*paragraphs, "اقرأ أيضا"]
    blocks, position = [], 0
    for number, piece in enumerate(pieces):
        kind = "title" if number == 0 else "furniture" if number == len(pieces) - 1 else "body"
        blocks.append(Block(position, position + len(piece), kind, "by hand"))
        position += len(piece) + 2
    facts = {"published": None, "author": "", "url": "", "language": "ar", "origin": f"{name}.txt", **known}
    return Article(id=name, source=source, title=pieces[0], text="\n\n".join(pieces), blocks=tuple(blocks), **facts)  # type: ignore[arg-type]


def entities_of(corpus: Corpus, known: dict[str, tuple[str, list[str]]]) -> Entities:
    """Entities by name: their type and spellings; every place where a spelling stands in the content is a mention."""
    rows, table = [], []
    for number, (name, (kind, spellings)) in enumerate(known.items()):
        own = [
            (page.id, block.start + found.start(), block.start + found.end(), found.group(), f"e{number}", kind, "hand")
            for page in corpus
            for block in page.content
            for found in re.finditer("|".join(map(re.escape, spellings)), page.slice(block))
        ]
        articles = {row[0] for row in own}
        sources = {corpus[name].source for name in articles}
        aliases = [spelling for spelling in spellings if spelling != name]
        rows += own
        table.append((f"e{number}", name, kind, aliases, len(own), len(articles), len(sources)))
    table.sort(key=lambda row: -row[4])
    mentions = pd.DataFrame(rows, columns=list(MENTION_COLUMNS))
    return Entities(corpus, mentions, pd.DataFrame(table, columns=list(ENTITY_COLUMNS)))


def quotes_of(corpus: Corpus, entities: Entities, said: Iterable[Said]) -> Quotes:
    """Direct quotations, each with the first places of its speaker and cue in its article."""
    ids = dict(zip(entities.table["name"], entities.table["entity"], strict=True))
    rows = []
    for number, one in enumerate(said):
        text = corpus[one.article].text

        def place(words: str, text: str = text) -> tuple[int, int]:
            start = text.find(words) if words else -1
            return (start, start + len(words)) if start >= 0 else (-1, -1)

        start, end = place(one.text)
        speaker, cue = place(one.speaker_text), place(one.cue)
        flags = "" if one.speaker else "no_speaker"
        by = (ids.get(one.speaker, ""), one.speaker_text, *speaker, one.cue, *cue)
        rows.append((f"q{number}", one.article, start, end, one.text, "direct", *by, one.stance, "hand", flags, ""))
    table = pd.DataFrame(rows, columns=list(QUOTE_COLUMNS))
    return Quotes(corpus, entities, table, pd.DataFrame([], columns=list(LINEAGE_COLUMNS)))


WAIT = "وتحدث عمال الرصيف عن أيام طويلة من الانتظار وعن بضائع بقيت في المخازن."
MARKET = "أما في السوق القريب فبقيت الأسعار على حالها كما يقول الباعة هناك."
FIRST = ["ميناء الواحة يعود إلى العمل", BACK_TO_WORK, f"وقال الورداني: «{PROMISE}».", *[WAIT] * 9, THREE_SHIPS]
ASKED = f"وتساءلت هناء الكيلاني: «{DOUBT}»."
SECOND = ["سفن ثلاث في اليوم الأول", THREE_SHIPS, ASKED, *[MARKET] * 9, BACK_TO_WORK]
THIRD = ["السفن تغادر الواحة", "هذا ما جرى في يومين.", THREE_SHIPS]
FOURTH = ["Al-Waha port reopens", f"Salem al-Wardani said: “{ENGLISH}”."]
KNOWN = {
    "سالم الورداني": ("PER", ["سالم الورداني", "الورداني", "Salem al-Wardani"]),
    "ميناء الواحة": ("LOC", ["ميناء الواحة", "الواحة", "Al-Waha"]),
    "هناء الكيلاني": ("PER", ["هناء الكيلاني"]),
    "عمال الرصيف": ("ORG", ["عمال الرصيف"]),
}
SAID = [
    Said("first", PROMISE, "سالم الورداني", "الورداني", "قال"),
    Said("second", DOUBT, "هناء الكيلاني", "هناء الكيلاني", "تساءلت", "distancing"),
    Said("fourth", ENGLISH, "سالم الورداني", "Salem al-Wardani", "said"),
]


def harbour() -> Story:
    """Four articles of three outlets: two of one outlet share text with one of another; the third is in English."""
    day = dt.date(2025, 2, 12)
    corpus = Corpus(
        [
            article("first", "صحيفة الضفة", FIRST, published=day, author="ليلى حمدان", url="https://daffa.example/1"),
            article("second", "نشرة الساحل", SECOND, published=day + dt.timedelta(1)),
            article("third", "صحيفة الضفة", THIRD, published=day + dt.timedelta(2)),
            article("fourth", "Harbour Post", FOURTH, published=day + dt.timedelta(2), language="en"),
        ]
    )
    entities = entities_of(corpus, KNOWN)
    return Story(corpus, entities, quotes_of(corpus, entities, SAID), overlap(corpus))


IMAGE = "<img src=x onerror=window.pwned=1>"
SCRIPT = "</script><script>window.pwned=1</script>"
ADDRESS = "javascript:window.pwned=1"
HOSTILE = (IMAGE, SCRIPT, ADDRESS)


def hostile() -> Story:
    """Three articles that hold markup, scripts and script addresses in every field there is."""
    shared = (
        f"{IMAGE} {SCRIPT} كلام مشترك بين المقالين من أوله إلى آخره {ADDRESS} ولا شيء غير الكلام المشترك بينهما هنا"
    )
    pages = [
        article(
            f"{number} {mark}",
            f"{mark} {number}",
            [f"{mark} عنوان {number}", f"{shared}.", f"قالت {IMAGE}: «{mark} {SCRIPT} {number}»."],
            author=f"{mark} كاتب",
            url=ADDRESS,
            origin=f"{mark}.txt",
        )
        for number, mark in enumerate(HOSTILE)
    ]
    corpus = Corpus(pages)
    entities = entities_of(corpus, {IMAGE: ("PER", [IMAGE]), SCRIPT: ("ORG", [SCRIPT]), ADDRESS: ("LOC", [ADDRESS])})
    said = [
        Said(page.id, f"{mark} {SCRIPT} {number}", IMAGE, IMAGE, SCRIPT)
        for number, (page, mark) in enumerate(zip(pages, HOSTILE, strict=True))
    ]
    return Story(corpus, entities, quotes_of(corpus, entities, said), overlap(corpus))
