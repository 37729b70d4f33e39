"""Quotations at known places, whatever the rules find: for tests of what coders say of them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes.result import QUOTE_COLUMNS, Quotes

PUTIN, SHARAA = "فلاديمير بوتين", "أحمد الشرع"
LEAD = "أجرى الرئيس الروسي فلاديمير بوتين اتصالاً مع الرئيس السوري أحمد الشرع.\n"
PAGES = {
    "one": LEAD + "قال بوتين: «نحن مستعدون للحوار». وقال الشرع: «نريد رفع العقوبات».\nثم جاء كلام آخر في الختام.",
    "two": LEAD + "وقال الشرع: «نريد رفع العقوبات اليوم». وأضاف بوتين: «نعم». ثم قال: «نعم».",
    "three": LEAD + "زعم بوتين: «لن نرحل». وقال الشرع: «سنرى ذلك قريباً».\nسفينة «الأمل الجديد» رست.",
}
SAID = {
    "one": [("نحن مستعدون للحوار", 1, PUTIN), ("نريد رفع العقوبات", 1, SHARAA)],
    "two": [("نريد رفع العقوبات اليوم", 1, SHARAA), ("نعم", 1, PUTIN), ("نعم", 2, PUTIN)],
    "three": [("لن نرحل", 1, PUTIN), ("سنرى ذلك قريباً", 1, SHARAA)],
}
NO_QUOTATION = {"three": ["الأمل الجديد"]}

Said = dict[str, list[tuple[str, int, str]]]


def corpus(folder: Path | None = None, **pages: str) -> Corpus:
    """The pages, or those that are named; at home in a folder where one is."""
    made = Corpus(article_of(text, name=name, source=f"outlet {name}") for name, text in (pages or PAGES).items())
    if folder is not None:
        made.live_in(folder)
    return made


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """The nth place of some words."""
    position = -1
    for _ in range(nth):
        position = text.index(words, position + 1)
    return position, position + len(words)


def found(pages: Corpus, said: Said | None = None, **options: object) -> Quotes:
    """Quotations of these words, as if rules had found them."""
    rows = []
    for name, told in (SAID if said is None else said).items():
        text = pages[name].text
        for words, nth, speaker in told:
            start, end = place(text, words, nth)
            cue = "زعم" if "زعم" in text[:start] and speaker == PUTIN else "قال"
            at = text.rindex(cue, 0, start) if cue in text[:start] else -1
            cued = (cue, at, at + len(cue)) if at >= 0 else ("", -1, -1)
            said = (f"q{len(rows) + 1}", name, start, end, words, "direct", speaker, "", -1, -1)
            rows.append((*said, *cued, "neutral", "colon", "", "", start, end, ""))
    table = pd.DataFrame(rows, columns=[*QUOTE_COLUMNS, "clause_start", "clause_end", "via"])
    table["lineage"] = [f"l{number}" for number in range(1, len(table) + 1)]
    lineages = pd.DataFrame({"lineage": table["lineage"], "speaker": table["speaker"], "wording": table["text"]})
    lineages["sources"] = [[pages[name].source] for name in table["article"]]
    lineages["quotes"] = [[quote] for quote in table["quote"]]
    left = [
        (name, *place(pages[name].text, words), words, "named thing")
        for name, told in NO_QUOTATION.items()
        if name in pages
        for words in told
    ]
    rejected = pd.DataFrame(left, columns=["article", "start", "end", "text", "reason"])
    known = entities(pages, edits=False)
    options.setdefault("judgements", None)
    return Quotes(pages, known, table, lineages, rejected=rejected, **options)  # type: ignore[arg-type]
