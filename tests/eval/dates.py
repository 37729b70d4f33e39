"""How well dates are read: ``python -m tests.eval.dates [tune|held] [--errors]``.

Each row of the gold states one day or none. ``days`` counts a found date as right where it is the row's day,
``days and spans`` where its span is the row's as well. Beside it stands dateparser on the same rows: once searching the
sentence, once given the very span that states the day, so that it has only to read it; both with the page's date as
base where there is one, and with day, month and year required where there is none. Right is then the day alone.
"""

from __future__ import annotations

import datetime as dt
import sys
import warnings
from collections.abc import Iterator

from tests.eval.gold import ROOT, Score, read
from workbench.languages import pack
from workbench.text.dates import dates

GOLD = ROOT / "tests" / "data" / "gold" / "dates"
PEER = ("search", "given the span")
Row = dict[str, str]


def rows(part: str) -> list[Row]:
    """The gold of one part."""
    return [row for row in read(GOLD / "forms.tsv") if row["part"] == part]


def page_of(row: Row) -> dt.date | None:
    """The page's date, or its moment where the gold states one."""
    stated = row["page_date"]
    if "T" in stated:
        return dt.datetime.fromisoformat(stated)
    return dt.date.fromisoformat(stated) if stated else None


def ours(row: Row) -> list[tuple[str, str]]:
    """The days and spans that the project finds in a row."""
    found = dates(row["text"], pack(row["language"]), page=page_of(row))
    return [(one.date.isoformat(), row["text"][one.start : one.end]) for one in found]


def measure(part: str, *, errors: bool = False) -> dict[str, Score]:
    """The scores of one part, by language and over all."""
    scores = {f"{name} {what}": Score() for name in ("ar", "en", "all") for what in ("days", "days and spans")}
    for row in rows(part):
        found = ours(row)
        for name in (row["language"], "all"):
            _count(scores[f"{name} days"], [day for day, _ in found], row["expected"])
            _count(scores[f"{name} days and spans"], found, (row["expected"], row["span"]) if row["expected"] else "")
        if errors and found != ([(row["expected"], row["span"])] if row["expected"] else []):
            print(f"    {row['id']} {row['text']} | page {row['page_date']} | gold {row['expected']} | got {found}")
    return scores


def peer(part: str) -> dict[str, Score]:
    """The scores of dateparser on the same part."""
    scores = {f"{name} dateparser {how}": Score() for name in ("ar", "en", "all") for how in PEER}
    for row in rows(part):
        for how, found in zip(PEER, _dateparser(row), strict=True):
            for name in (row["language"], "all"):
                _count(scores[f"{name} dateparser {how}"], found, row["expected"])
    return scores


def _count(score: Score, found: list[object] | list[str] | list[tuple[str, str]], wanted: object) -> None:
    score.found += len(found)
    score.gold += bool(wanted)
    score.right += bool(wanted) and wanted in found


def _dateparser(row: Row) -> Iterator[list[str]]:
    import dateparser
    from dateparser.search import search_dates

    page = page_of(row)
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    if page is None:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    else:
        settings["RELATIVE_BASE"] = page if isinstance(page, dt.datetime) else dt.datetime.combine(page, dt.time())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        searched = search_dates(row["text"], languages=[row["language"]], settings=settings) or []
        moment = dateparser.parse(row["span"], languages=[row["language"]], settings=settings) if row["span"] else None
    yield [found.date().isoformat() for _, found in searched]
    yield [moment.date().isoformat()] if moment else []


def main() -> None:
    """Print the scores, part by part."""
    for part in [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune", "held"]:
        for name, score in {**measure(part, errors="--errors" in sys.argv), **peer(part)}.items():
            print(f"dates {part:<5} {name:<29} {score}")


if __name__ == "__main__":
    main()
