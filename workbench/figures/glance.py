"""The corpus at a glance: how much each outlet published on which day, in which language, and what was left out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import CONTENT_KINDS, Article, Corpus, expect
from workbench.figures.drafting import Say, finish, ready
from workbench.figures.figure import Figure
from workbench.figures.labels import clean, isolate
from workbench.figures.spec import Spec
from workbench.figures.timeaxis import MONTHS, month_names
from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Period", "cells", "languages", "overview", "period_names"]

COLUMNS = ["source", "articles", "undated", "words", "marked"]
PERIOD_COLUMNS = ["source", "start", "end", "articles"]
MOST_PERIODS = 14
DAYS = (1, 2, 7)
WORDS = "words_"


class Period(NamedTuple):
    """Days that are counted together, the last one among them."""

    start: dt.date
    end: dt.date


def overview(corpus: Corpus, *, most: int = 25, language: str = "en") -> Figure:
    """A figure of what a corpus holds: articles by outlet and day, words by language, and what was left out.

    Parameters
    ----------
    corpus: the articles.
    most: at most so many outlets, those with most articles; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has a row an outlet: source, articles, undated (articles without a date), words (those
    that are read), marked (the share, 0 to 1, of the words of its pages that are not read: menus, captions, other
    stories), and ``words_`` with the code of each language (how many of the words are in it). Its links count the
    articles of each period: source, start, end (dates, the last day among them), articles; a period is a day, or as
    many days or months as leave at most 14 of them.
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    import pandas as pd

    language_pack = ready(language, most)
    say = Say(language_pack)
    by_source: dict[str, list[Article]] = {}
    for article in corpus:
        by_source.setdefault(article.source, []).append(article)
    codes = _by_words(corpus)
    ranked = sorted(by_source, key=lambda source: -len(by_source[source]))[:most]
    data = pd.DataFrame(
        [_row(source, by_source[source], codes) for source in ranked],
        columns=[*COLUMNS, *(f"{WORDS}{code}" for code in codes)],
    )
    found = _periods([day for article in corpus if (day := _day(article)) is not None])
    counts = [(source, *period, _within(by_source[source], period)) for source in ranked for period in found]
    links = pd.DataFrame(counts, columns=PERIOD_COLUMNS)
    notes = [
        say("outlets_articles", shown=most, total=len(by_source)) if len(by_source) > most else "",
        _files(corpus, say),
    ]
    labels = {key: say(key) for key in ("articles", "words", "marked", "undated")}
    labels |= {code: _language(code, say) for code in codes}
    draft = Spec("overview", data, say("overview"), "", say("caption_overview"), "", language_pack, labels, links)
    return finish(draft, corpus, notes, _alt(corpus, data, say))


def _by_words(corpus: Corpus) -> list[str]:
    """The languages of the articles, the one with most words first."""
    words = Counter[str]()
    for article in corpus:
        words[article.language] += article.words
    return [code for code, _ in words.most_common()]


def _row(source: str, articles: list[Article], codes: list[str]) -> tuple[object, ...]:
    """What is told of one outlet."""
    words = Counter[str]()
    for article in articles:
        words[article.language] += article.words
    read, aside = sum(words.values()), sum(_aside(article) for article in articles)
    undated = sum(article.published is None for article in articles)
    marked = aside / (read + aside) if read + aside else 0.0
    return (source, len(articles), undated, read, marked, *(words[code] for code in codes))


def _aside(article: Article) -> int:
    """How many words stand in blocks that nothing reads."""
    return sum(
        any(map(str.isalnum, run))
        for block in article.blocks
        if block.kind not in CONTENT_KINDS
        for run in article.slice(block).split()
    )


def _day(article: Article) -> dt.date | None:
    """The day that the page states, in its own time."""
    published = article.published
    return published.date() if isinstance(published, dt.datetime) else published


def _within(articles: list[Article], period: Period) -> int:
    days = (_day(article) for article in articles)
    return sum(day is not None and period.start <= day <= period.end for day in days)


def _periods(days: list[dt.date]) -> list[Period]:
    """From the first day to the last, in days where these are few, else in weeks, months, years."""
    if not days:
        return []
    first, last = min(days).toordinal(), max(days).toordinal()
    for step in DAYS:
        if last - first < step * MOST_PERIODS:
            starts = range(first, last + 1, step)
            return [Period(dt.date.fromordinal(n), dt.date.fromordinal(min(n + step - 1, last))) for n in starts]
    step = next((one for one in MONTHS if (last - first) / 30.4 <= one * (MOST_PERIODS - 1)), MONTHS[-1])
    return list(_months(min(days), max(days), step))


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[Period]:
    number = (first.year * 12 + first.month - 1) // step * step
    while number <= last.year * 12 + last.month - 1:
        start = max(first, _first_of(number))
        after = number + step
        yield Period(start, min(last, _first_of(after) - dt.timedelta(days=1) if after < 10_000 * 12 else last))
        number = after


def _first_of(number: int) -> dt.date:
    """The first day of a month, counted from the year 0; the first of all where the calendar has none."""
    return dt.date(number // 12, number % 12 + 1, 1) if number >= 12 else dt.date.min


def period_names(found: list[Period], language: LanguagePack) -> list[str]:
    """What each period is called: its first day, month or year, as it is long; the year where it begins."""
    names = month_names(language)
    longest = max((one.end - one.start).days for one in found) if found else 0
    if longest < 7:
        return [f"{one.start.day} {names[one.start.month]}" for one in found]
    if longest < 300:
        years = ["", *(str(one.start.year) for one in found)]
        new = [f"\n{year}" if year != before else "" for before, year in pairwise(years)]
        return [names[one.start.month] + year for one, year in zip(found, new, strict=True)]
    return [str(one.start.year) for one in found]


def cells(spec: Spec) -> tuple[list[str], list[list[int]]]:
    """The heads and the counts of the articles by period, with those without a date in a last column."""
    assert spec.links is not None
    found = [Period(*one) for one in spec.links[["start", "end"]].drop_duplicates().itertuples(index=False, name=None)]
    heads = period_names(found, spec.language)
    rows = [list(map(int, part["articles"])) for _, part in spec.links.groupby("source", sort=False)]
    rows = rows or [[] for _ in range(len(spec.data))]
    undated = [int(n) for n in spec.data["undated"]]
    if any(undated):
        heads = [*heads, spec.labels["undated"]]
        rows = [[*row, n] for row, n in zip(rows, undated, strict=True)]
    return heads, rows


def languages(spec: Spec) -> list[str]:
    """The codes of the languages of the articles, the one with most words first."""
    return [name.removeprefix(WORDS) for name in spec.data.columns if str(name).startswith(WORDS)]


def _language(code: str, say: Say) -> str:
    """What a language is called in the labels; its code where they do not know it."""
    key = f"language_{code}"
    return code if (found := say(key)) == key else found


def _files(corpus: Corpus, say: Say) -> str:
    """How many files or records were read and refused, where the corpus was loaded from any."""
    refused, rows = len(corpus.report.refused), len(corpus.report.rows)
    return say("files_read", read=rows - refused, refused=refused) if rows else ""


def _alt(corpus: Corpus, data: pd.DataFrame, say: Say) -> str:
    if data.empty:
        return say("nothing")
    return say(
        "alt_overview",
        articles=len(corpus),
        sources=len(corpus.sources),
        words=sum(article.words for article in corpus),
        a=isolate(clean(data["source"].iloc[0])),
        n=int(data["articles"].iloc[0]),
    )
