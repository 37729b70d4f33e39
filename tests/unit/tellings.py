"""One statement told by several outlets, with results made by hand; all of them, and the words, are invented."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities.result import ENTITY_COLUMNS, MENTION_COLUMNS, Entities
from workbench.extractors.quotes.result import LINEAGE_COLUMNS, QUOTE_COLUMNS, Quotes

SPEAKER = "سامر النجار"


class Told(NamedTuple):
    """One outlet's telling: empty words are an outlet that names the speaker and leaves the statement out."""

    source: str
    published: dt.date | dt.datetime | None
    words: str
    kind: str = "indirect"
    cue: str = "قال"
    stance: str = "neutral"
    language: str = "ar"


TELLINGS = [
    Told("المرفأ", None, "السَّفينةُ وصلت بسلام"),
    Told("صحيفة الضفة", dt.date(2025, 2, 13), "وصلت السفينة إلى ميناء الواحة صباح اليوم بسلام وسلمت حمولتها كاملة"),
    Told(
        "وكالة الساحل",
        dt.datetime(2025, 2, 12, 9, 5),
        "وصلت السفينة إلى الميناء صباح اليوم",
        "direct",
        "أكد",
        "endorsing",
    ),
    Told(
        "The Harbour Post", dt.date(2025, 2, 14), "the ship reached Oasis port this morning", language="en", cue="said"
    ),
    Told("دفاتر الواحة", dt.date(2025, 2, 13), ""),
]


def corpus_of(tellings: list[Told]) -> Corpus:
    """An article a telling: a title and a body that names the speaker and has his words."""
    pages = []
    for n, one in enumerate(tellings):
        text = f"خبر\n{SPEAKER} {one.cue}: {one.words}"
        blocks = (Block(0, 3, "title"), Block(4, len(text), "body"))
        pages.append(Article(f"p{n}", one.source, "خبر", one.published, "", "", one.language, text, blocks, f"{n}.txt"))
    return Corpus(pages)


def quotes_of(tellings: list[Told], speaker: str = "e1") -> Quotes:
    """The statements of these tellings, all of one lineage."""
    corpus = corpus_of(tellings)
    rows = []
    for n, one in enumerate(tellings):
        text = corpus[f"p{n}"].text
        start = len(text) - len(one.words)
        cue = text.index(one.cue, len(SPEAKER))
        if one.words:
            head = (f"q{n}", f"p{n}", start, len(text), one.words, one.kind, speaker, SPEAKER, 4, 4 + len(SPEAKER))
            rows.append((*head, one.cue, cue, cue + len(one.cue), one.stance, "hand", "", "l1"))
    sources = [one.source for one in tellings if one.words]
    line = ("l1", speaker, tellings[1].words, sources, [row[0] for row in rows], "", [], [], [])
    lineages = pd.DataFrame([line] if rows else [], columns=list(LINEAGE_COLUMNS))
    table = pd.DataFrame(rows, columns=list(QUOTE_COLUMNS))
    return Quotes(corpus, entities_of(corpus), table, lineages)


def entities_of(corpus: Corpus) -> Entities:
    """The speaker, named once in every article."""
    mentions = [(one.id, 4, 4 + len(SPEAKER), SPEAKER, "e1", "PER", "hand") for one in corpus]
    count = len(corpus)
    table = [("e1", SPEAKER, "PER", [], count, count, count)]
    return Entities(
        corpus, pd.DataFrame(mentions, columns=list(MENTION_COLUMNS)), pd.DataFrame(table, columns=list(ENTITY_COLUMNS))
    )
