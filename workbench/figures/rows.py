"""The rows of a lineage as both back ends set them: who, when, how it was introduced, and the words by their fate."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from workbench.figures.labels import clean, right_to_left
from workbench.figures.spec import Spec
from workbench.figures.stretches import Stretch, Word, words
from workbench.figures.timeaxis import day
from workbench.figures.typeset import cleaned

__all__ = ["Row", "rows"]


class Row(NamedTuple):
    """One outlet's wording.

    Parameters
    ----------
    outlet, date, verb: as they are shown; the verb empty where a mark alone introduces the words.
    facts: kind and stance, and whether it is the first, and the fullest.
    words: in reading order.
    rtl: whether the wording is written from the right.
    fullest: whether the others are compared with it.
    """

    outlet: str
    date: str
    verb: str
    facts: list[str]
    words: list[Word]
    rtl: bool
    fullest: bool


def rows(spec: Spec) -> list[Row]:
    """The rows, from the top."""
    assert spec.links is not None
    told = dict(iter(spec.links.groupby("quote", sort=False)))
    found = []
    for one in spec.data.to_dict("records"):
        links = told[one["quote"]][["op", "text", "start", "end", "before", "after"]]
        facts = [spec.labels.get(str(one[key]), "") for key in ("kind", "stance")]
        facts += [spec.labels["first"]] if one["first"] else []
        fullest = one["against"] == ""
        facts += [spec.labels["fullest"]] if fullest else []
        found.append(
            Row(
                clean(one["source"], otherwise=spec.labels["no_name"]),
                _date(one["published"], spec),
                clean(one["cue"], otherwise="") if any(map(str.isalnum, one["cue"])) else "",
                [fact for fact in facts if fact],
                cleaned(words([Stretch(*link) for link in links.itertuples(index=False, name=None)])),
                right_to_left(str(one["text"])),
                fullest,
            )
        )
    return found


def _date(published: object, spec: Spec) -> str:
    """The day, and the hour where the page states it, in its own time."""
    if published is None or published != published:  # NaT, where all others are moments  # noqa: PLR0124
        return spec.labels["no_date"]
    if isinstance(published, dt.datetime):
        comma = spec.language.label("saved", "list_comma")
        return f"{day(published, spec.language)}{comma}{published:%H:%M}"
    assert isinstance(published, dt.date)
    return day(dt.datetime(published.year, published.month, published.day), spec.language)
