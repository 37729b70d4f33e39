"""One statement in the words of each outlet: the wordings aligned with the fullest of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbench.corpus import expect
from workbench.figures import moments
from workbench.figures.drafting import Say, finish, ready
from workbench.figures.figure import Figure
from workbench.figures.labels import clean, isolate
from workbench.figures.spec import Spec
from workbench.figures.stretches import OPS, Stretch, stretches
from workbench.text.worddiff import Change

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.quotes.result import Quotes

__all__ = ["carried", "lineage"]

STRETCH_COLUMNS = ["quote", "op", "text", "article", "start", "end", "before", "after"]
SILENT = 6
"""So many silent outlets are called by name."""


def carried(quotes: Quotes, most: int) -> list[str]:
    """The ids of the statements that most outlets carry, at least two each; of equals the one with most wordings."""
    table = quotes.lineages
    counts = [(len(set(sources)), len(own)) for sources, own in zip(table["sources"], table["quotes"], strict=True)]
    ranked = sorted(zip(table["lineage"], counts, strict=True), key=lambda one: (-one[1][0], -one[1][1]))
    return [str(name) for name, (sources, _) in ranked if sources > 1][:most]


def lineage(quotes: Quotes, lineage: str | None = None, *, most: int = 12, language: str = "en") -> Figure:
    """A figure of one statement as each outlet words it: what of the fullest wording was kept, cut, added and moved.

    Each wording is compared with the fullest one of its language, word by word, as in ``quotes.diff``. The outlets that
    quote or name the speaker in those days and leave the statement out are named in the note, as in ``quotes.silent``.

    Parameters
    ----------
    quotes: what ``wb.quotes`` returned.
    lineage: an id of ``quotes.lineages``; the statement that most outlets carry where it is None.
    most: at most so many outlets, the fullest wordings and the earliest; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has the columns of ``quotes.wordings``, one row an outlet (its fullest wording) in order
    of time, those without a date last; its links the stretches of each row in reading order: quote, op (same, added,
    cut, moved), text, article, start, end (of a stretch that was cut, in the article of the fullest wording), before,
    after (whether a part of a word was cut that was written together with what stands before or after it).

    Raises
    ------
    UnknownNameError: there is no such lineage.
    """
    expect(quotes, "Quotes", maker="wb.quotes(corpus)")
    import pandas as pd

    language_pack = ready(language, most)
    say = Say(language_pack)
    chosen = lineage if lineage is not None else next(iter(carried(quotes, 1)), None)
    data, notes = _rows(quotes, chosen, most, say)
    found = [one for row in data.to_dict("records") for one in _told(quotes, row)]
    links = pd.DataFrame(found, columns=STRETCH_COLUMNS)
    label = language_pack.label
    labels = {key: label("finder", f"op_{key}") for key in OPS}
    labels |= {kind: label("kinds", kind) for kind in ("direct", "indirect")}
    labels |= {stance: label("stances", stance) for stance in set(data["stance"]) if stance}
    labels |= {key: say(key) for key in ("no_date", "fullest", "first", "kept")}
    speaker = _speaker(quotes, data)
    caption = say("caption_lineage", speaker=isolate(speaker)) if speaker else say("caption_lineage_nobody")
    draft = Spec("lineage", data, say("lineage"), "", caption, "", language_pack, labels, links)
    return finish(draft, quotes.corpus, notes, _alt(data, say, speaker))


def _rows(quotes: Quotes, lineage: str | None, most: int, say: Say) -> tuple[pd.DataFrame, list[str]]:
    """One wording an outlet in order of time, and what the note says of those who are not there."""
    whole = quotes.wordings(lineage) if lineage is not None else quotes.wordings().head(0)
    if whole.empty:
        return whole, []
    length = whole["text"].map(lambda text: len(str(text).split())) + (whole["against"] == "") * 1000
    best = whole.assign(_words=length).sort_values("_words", ascending=False, kind="stable").drop_duplicates("source")
    times = [moments.moment(quotes.corpus[article]).start for article in best["article"]]
    order = sorted(range(len(best)), key=lambda n: (times[n] is None, times[n] or dt.datetime.min, best.index[n]))
    fullest = [n for n in order if best["against"].iloc[n] == ""]
    kept = {*[*fullest, *(n for n in order if n not in fullest)][:most]}
    data = best.iloc[[n for n in order if n in kept]].drop(columns="_words").reset_index(drop=True)
    notes = [say("first_of", shown=most, total=len(best)) if len(best) > most else ""]
    notes.append(say("further_wordings", n=len(whole) - len(best)) if len(whole) > len(best) else "")
    silent = [clean(source) for source in quotes.silent(str(lineage))["source"]]
    if silent:
        more = ["…"] if len(silent) > SILENT else []
        comma = say.pack.label("saved", "list_comma")
        notes.append(say("silent", outlets=comma.join([*silent[:SILENT], *more])))
    return data, notes


def _told(quotes: Quotes, row: dict[Any, Any]) -> Iterator[tuple[object, ...]]:
    """The stretches of one wording, as rows."""
    article = str(row["article"])
    text, start, end = quotes.corpus[article].text, int(row["start"]), int(row["end"])
    against = str(row["against"])
    if not against:
        yield (row["quote"], *_row(Stretch("same", text[start:end], start, end), article))
        return
    table = quotes.table
    other = str(table.loc[table["quote"] == against, "article"].iloc[0])
    diff = quotes.diff(against, str(row["quote"]))
    changes = [Change(*one) for one in diff.iloc[:, :5].itertuples(index=False, name=None)]
    for one in stretches(changes, quotes.corpus[other].text, text, start, end):
        yield (row["quote"], *_row(one, other if one.op == "cut" else article))


def _row(one: Stretch, article: str) -> tuple[object, ...]:
    return (one.op, one.text, article, *one[2:])


def _speaker(quotes: Quotes, data: pd.DataFrame) -> str:
    """Who speaks, by the name that the entities have; empty where nobody knows."""
    if data.empty:
        return ""
    speakers = quotes.table.loc[quotes.table["lineage"] == data["lineage"].iloc[0], "speaker"]
    known = speakers[speakers != ""]
    return clean(quotes.entities.name(str(known.mode().iloc[0]))) if len(known) else ""


def _alt(data: pd.DataFrame, say: Say, speaker: str) -> str:
    if data.empty:
        return say("nothing")
    fullest = next((row for row in data.to_dict("records") if row["against"] == ""), data.iloc[0])
    told = {"n": len(data), "source": isolate(clean(fullest["source"])), "text": isolate(clean(fullest["text"]))}
    told["first"] = isolate(clean(data["source"].iloc[0]))
    who = say("alt_speaker", speaker=isolate(speaker)) + " " if speaker else ""
    return who + say("alt_lineage", **told)
