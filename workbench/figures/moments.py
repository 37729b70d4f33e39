"""When each article was published, as far as its page says: the frame behind a timeline."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Article, Corpus
from workbench.figures.labels import isolate
from workbench.figures.timeaxis import day
from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "Moment", "alt", "bounds", "frame", "moment", "rows", "undated", "zoned"]

COLUMNS = ["article", "source", "title", "published", "stated", "start", "end", "row", "lane"]
ONE_DAY = dt.timedelta(days=1)
LANES = 5
CLOSE = 0.022
"""Two marks closer than this share of the axis stand in two lanes."""

Row = tuple[str, str, str, object, str, dt.datetime | None, dt.datetime | None]


class Moment(NamedTuple):
    """What a page says of its time (hour, day or none), and from when to when that allows: UTC, without saying so."""

    stated: str
    start: dt.datetime | None
    end: dt.datetime | None


def frame(corpus: Corpus, most: int) -> tuple[pd.DataFrame, int, bool]:
    """The articles in time, how many outlets have a dated one, and whether an hour was taken to UTC."""
    import pandas as pd

    found = sorted((_row(article) for article in corpus), key=lambda row: (row[5] is None, row[5] or dt.datetime.min))
    sources = list(dict.fromkeys(row[1] for row in found if row[5] is not None))
    place = {source: number for number, source in enumerate(sources[:most])}
    kept = [row for row in found if row[5] is None or row[1] in place]
    lanes = _lanes(kept)
    records = [
        (*row, place[row[1]] if row[5] is not None else None, lane) for row, lane in zip(kept, lanes, strict=True)
    ]
    data = pd.DataFrame(records, columns=COLUMNS, dtype=object)
    return data, len(sources), any(zoned(article) for article in corpus)


def moment(article: Article) -> Moment:
    """When an article was published: a moment where the hour is known, else the whole day.

    >>> from workbench.corpus import Article
    >>> moment(Article("p1", "", "", dt.date(2025, 2, 12), "", "", "ar", "", (), ""))[1:]
    (datetime.datetime(2025, 2, 12, 0, 0), datetime.datetime(2025, 2, 13, 0, 0))
    """
    published = article.published
    if published is None:
        return Moment("none", None, None)
    if isinstance(published, dt.datetime):
        at = _in_utc(published)
        return Moment("hour", at, at)
    start = dt.datetime(published.year, published.month, published.day)
    return Moment("day", start, _moved(start, ONE_DAY))


def zoned(article: Article) -> bool:
    """Whether the page states an hour with its time zone, which is then taken to UTC."""
    return isinstance(article.published, dt.datetime) and article.published.tzinfo is not None


def _row(article: Article) -> Row:
    return (article.id, article.source, article.title, article.published, *moment(article))


def _in_utc(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC, without saying so; at the ends of the calendar as it is written."""
    try:
        return moment.replace(tzinfo=None) - (moment.utcoffset() or dt.timedelta())
    except OverflowError:
        return moment.replace(tzinfo=None)


def _lanes(found: list[Row]) -> list[int]:
    """For each article the lane of its row, so that marks close in time stand beside each other."""
    known = [row[5] for row in found if row[5] is not None]
    span = max(known) - min(known) if known else ONE_DAY
    close = max(span, ONE_DAY) * CLOSE
    lanes, ends = [], dict[tuple[str, int], dt.datetime]()
    for _, source, _, _, _, start, end in found:
        if start is None or end is None:
            lanes.append(0)
            continue
        free = (n for n in range(LANES) if start >= ends.get((source, n), start))
        lane = next(free, LANES - 1)
        ends[source, lane] = max(end, _moved(start, close))
        lanes.append(lane)
    return lanes


def rows(data: pd.DataFrame) -> list[str]:
    """The outlets of the time axis, from the top."""
    dated = data[data["stated"] != "none"]
    return list(dict.fromkeys(dated.sort_values("row", kind="stable")["source"]))


def undated(data: pd.DataFrame, most: int = 5) -> list[tuple[str, int]]:
    """The outlets of articles without a date, with their number; the rest of a long list under an ellipsis."""
    counts = data.loc[data["stated"] == "none", "source"].value_counts(sort=True)
    found = [(str(source), int(number)) for source, number in counts.items()]
    if len(found) <= most:
        return found
    return [*found[: most - 1], ("…", sum(number for _, number in found[most - 1 :]))]


def bounds(data: pd.DataFrame) -> tuple[dt.datetime, dt.datetime]:
    """From when to when the axis runs: all that is dated, and some room on both sides."""
    dated = data[data["stated"] != "none"]
    first, last = min(dated["start"]), max(dated["end"])
    room = max((last - first) * 0.05, dt.timedelta(hours=6))
    return _moved(first, -room), _moved(last, room)


def _moved(moment: dt.datetime, by: dt.timedelta) -> dt.datetime:
    """The moment so much later; itself where the calendar ends before that."""
    try:
        return moment + by
    except OverflowError:
        return moment


def alt(data: pd.DataFrame, pack: LanguagePack) -> str:
    """The alt text: the first and the last day, and how many articles have a date."""
    dated = data[data["stated"] != "none"]
    counts = {"dated": len(dated), "undated": len(data) - len(dated)}
    if dated.empty:
        return pack.label("figures", "alt_undated", **counts)
    first, last = (isolate(day(moment, pack)) for moment in (min(dated["start"]), max(dated["start"])))
    return pack.label("figures", "alt_timeline", first=first, last=last, **counts)
