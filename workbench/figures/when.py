"""Who published when; and, where results are given, who quoted how much and who had which text later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.corpus import Corpus, expect, expect_same
from workbench.figures.drafting import Say, finish, ready
from workbench.figures.figure import Figure
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["timeline"]

ARROWS = 40
LINK_COLUMNS = ["a", "b", "words"]


def timeline(
    corpus: Corpus,
    *,
    quotes: Quotes | None = None,
    overlap: Overlap | None = None,
    most: int = 40,
    language: str = "en",
) -> Figure:
    """A figure of who published when: a row for each outlet, the earliest first.

    Parameters
    ----------
    corpus: the articles; one without a date stands in a row of its own, outside the time axis.
    quotes: what ``wb.quotes`` returned, where the marks are to grow with the quotations of their articles.
    overlap: what ``wb.overlap`` returned, where arrows are to lead from an article to a later one that shares text with
        it, as far as dates and credits tell which was first; of many pairs the 40 that share most words.
    most: at most so many outlets, those that published first; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has the columns article, source, title, published, stated (hour, day or none), start,
    end (from when to when the page's statement allows), row (None without a date), lane (side by side in its row),
    quotes (how many the article has, 0 where none are given); its links a (the earlier article), b, words.

    Raises
    ------
    WorkbenchError: a result is of another corpus.
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    from workbench.figures import moments

    language_pack = ready(language, most)
    say = Say(language_pack)
    data, total, converted = moments.frame(corpus, most)
    data["quotes"] = _quoted(corpus, quotes, data)
    links, pairs = _copies(corpus, overlap, data)
    notes = [
        say("utc") if converted else "",
        say("first_of", shown=most, total=total) if total > most else "",
        say("arrows_of", shown=len(links), total=pairs) if pairs > len(links) else "",
    ]
    keys = ["no_date", "hour_stated", "day_stated"]
    captions, alts = [say("caption_timeline")], [moments.alt(data, language_pack) if len(data) else say("nothing")]
    if any(data["quotes"]):
        keys.append("more_quotes")
        captions.append(say("caption_marks"))
        alts.append(say("alt_quoted", n=int(sum(data["quotes"]))))
    if len(links):
        keys.append("later_copy")
        captions.append(say("caption_arrows"))
        alts.append(say("alt_arrows", n=len(links)))
    labels = {key: say(key) for key in keys}
    draft = Spec("timeline", data, say("timeline"), "", " ".join(captions), "", language_pack, labels, links)
    return finish(draft, corpus, notes, " ".join(alts))


def _quoted(corpus: Corpus, quotes: Quotes | None, data: pd.DataFrame) -> list[int]:
    """How many quotations each article has."""
    if quotes is None:
        return [0] * len(data)
    expect(quotes, "Quotes", maker="wb.quotes(corpus)")
    expect_same(corpus, quotes.corpus, what="quotes")
    counts = quotes.table["article"].value_counts()
    return [int(counts.get(article, 0)) for article in data["article"]]


def _copies(corpus: Corpus, overlap: Overlap | None, data: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """From which article to which later one an arrow leads, those of most words; and how many pairs there are."""
    import pandas as pd

    if overlap is None:
        return pd.DataFrame(columns=LINK_COLUMNS), 0
    expect(overlap, "Overlap", maker="wb.overlap(corpus)")
    expect_same(corpus, overlap.corpus, what="overlap")
    placed = set(data.loc[data["stated"] != "none", "article"])
    rows = [
        (first, b if first == a else a, int(words))
        for a, b, words, first in overlap.pairs[["a", "b", "words", "first"]].itertuples(index=False, name=None)
        if first and {a, b} <= placed
    ]
    rows.sort(key=lambda row: -row[2])
    return pd.DataFrame(rows[:ARROWS], columns=LINK_COLUMNS), len(rows)
