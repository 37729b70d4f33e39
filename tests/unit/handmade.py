"""A small corpus with results made by hand, so that the views are tested without the extractors.

The outlets, the people and their words are invented.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities.result import ENTITY_COLUMNS, MENTION_COLUMNS, Entities
from workbench.extractors.overlap import Overlap, overlap
from workbench.extractors.quotes.result import LINEAGE_COLUMNS, QUOTE_COLUMNS, Quotes

PAGES = {
    "p1": ("الضفة", dt.date(2025, 2, 12), "وصول سفينة", "قال سامر النجار: «وصلت السفينة إلى ميناء الواحة صباح اليوم»."),
    "p2": ("المرفأ", None, "سفينة في الواحة", "أكد النجّار أن السفينة وصلت إلى ميناء الواحة صباح اليوم بسلام."),
}
FOOTER = "شارك عبر البريد"


def article(name: str) -> Article:
    """One page: a title, a body and a footer, with line ends that no block covers."""
    source, published, title, body = PAGES[name]
    text = f"{title}\n\n{body}\n{FOOTER}"
    start = len(title) + 2
    blocks = (
        Block(0, len(title), "title"),
        Block(start, start + len(body), "body"),
        Block(len(text) - len(FOOTER), len(text), "furniture", "share line"),
    )
    return Article(name, source, title, published, "", f"https://example.org/{name}", "ar", text, blocks, f"{name}.txt")


def corpus() -> Corpus:
    return Corpus([article(name) for name in PAGES])


def span(one: Article, words: str) -> tuple[int, int]:
    """Where these words first stand in an article's body."""
    start = one.text.index(words, one.blocks[1].start)
    return start, start + len(words)


def entities(of: Corpus | None = None) -> Entities:
    of = of or corpus()
    found = [
        ("p1", "سامر النجار", "e1", "PER"),
        ("p1", "ميناء الواحة", "e2", "LOC"),
        ("p2", "النجّار", "e1", "PER"),
        ("p2", "ميناء الواحة", "e2", "LOC"),
    ]
    mentions = [(a, *span(of[a], text), text, entity, kind, "hand") for a, text, entity, kind in found]
    table = [
        ("e1", "سامر النجار", "PER", ["النجّار"], 2, 2, 2),
        ("e2", "ميناء الواحة", "LOC", [], 2, 2, 2),
    ]
    return Entities(
        of,
        pd.DataFrame(mentions, columns=list(MENTION_COLUMNS)),
        pd.DataFrame(table, columns=list(ENTITY_COLUMNS)),
    )


def quotes(of: Corpus | None = None) -> Quotes:
    of = of or corpus()
    said = [
        ("q1", "p1", "وصلت السفينة إلى ميناء الواحة صباح اليوم", "direct", "e1", "سامر النجار", "قال", "neutral", ""),
        (
            "q2",
            "p2",
            "السفينة وصلت إلى ميناء الواحة صباح اليوم بسلام",
            "indirect",
            "",
            "",
            "أكد",
            "endorsing",
            "unnamed",
        ),
    ]
    rows = []
    for quote, name, text, kind, speaker, speaker_text, cue, stance, flags in said:
        one = of[name]
        spoke = span(one, speaker_text) if speaker_text else (-1, -1)
        head = (quote, name, *span(one, text), text, kind, speaker, speaker_text, *spoke)
        rows.append((*head, cue, *span(one, cue), stance, "hand", flags, "l1"))
    table = pd.DataFrame(rows, columns=list(QUOTE_COLUMNS))
    lineages = pd.DataFrame(
        [
            (
                "l1",
                "e1",
                said[1][2],
                ["الضفة", "المرفأ"],
                ["q1", "q2"],
                "",
                ["direct", "indirect"],
                ["endorsing", "neutral"],
                ["q1 q2: words 0.80"],
            )
        ],
        columns=list(LINEAGE_COLUMNS),
    )
    return Quotes(of, entities(of), table, lineages)


def shared(of: Corpus | None = None) -> Overlap:
    return overlap(of or corpus(), k=3, min_words=4)
