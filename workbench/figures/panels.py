"""Small multiples: the same names in the same places, once for each outlet or period."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from workbench.corpus import Corpus, expect
from workbench.errors import WorkbenchError
from workbench.extractors.entities.difference import Side, asked
from workbench.figures.drafting import Say, finish, ready
from workbench.figures.figure import Figure
from workbench.figures.labels import clean, isolate
from workbench.figures.spec import Spec
from workbench.figures.timeaxis import day
from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import networkx as nx

    from workbench.extractors.entities.result import Entities

__all__ = ["multiples", "split"]

COLUMNS = ["panel", "entity", "name", "type", "mentions", "articles", "x", "y"]
LINK_COLUMNS = ["panel", "a", "b", "weight"]


class Panel(NamedTuple):
    """One picture of the several: what stands above it, and the network of its part of the corpus."""

    title: str
    graph: nx.Graph


def multiples(
    entities: Entities,
    parts: Literal["source", "period"] | Sequence[Side] = "source",
    *,
    most: int = 15,
    panels: int = 6,
    language: str = "en",
) -> Figure:
    """A figure of who is named beside whom in each outlet or period: one network a part, on one layout for all.

    A name stands in the same place in every panel, and marks and lines have one scale, so that the panels can be
    compared; a name that a part lacks is an empty ring there (Tufte, "The Visual Display of Quantitative
    Information", 1983, on small multiples).

    Parameters
    ----------
    entities: what ``wb.entities`` returned.
    parts: "source": the outlets that name most; "period": the days of the corpus in periods of equal length, those
        without an article passed over; or a list of parts, each as a side of ``entities.difference``: an outlet, a list
        of outlets, a tuple of a period's first and last day, or a dict of what ``entities.graph`` takes.
    most: at most so many names, those mentioned most in all the panels together; the note says when some are left out.
    panels: of outlets or periods at most so many; the note says when outlets are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has the columns panel, entity, name, type, mentions, articles, x, y, a row for each name
    in each panel (mentions 0 where the part lacks it); its links panel, a, b, weight (how many sentences name both).

    Raises
    ------
    UnknownNameError: no article is from an outlet that was asked for.
    WorkbenchError: ``parts`` is none of these, or ``most`` or ``panels`` below 1.
    """
    expect(entities, "Entities", maker="wb.entities(corpus)")
    language_pack = ready(language, min(most, panels))
    say = Say(language_pack)
    sides, notes = _sides(entities, parts, panels, say)
    titles = _apart([_title(side, language_pack) for side in sides])
    drawn = [Panel(title, entities.graph(**asked(side))) for title, side in zip(titles, sides, strict=True)]
    data, links, total = _frames(drawn, most)
    notes.append(say("shown_of", shown=most, total=total) if total > most else "")
    labels = {kind: language_pack.label("types", kind) for kind in ("PER", "LOC", "ORG")}
    labels |= {"mentions": say("mentions"), "not_named": say("not_named")}
    draft = Spec("multiples", data, say("multiples"), "", say("caption_multiples"), "", language_pack, labels, links)
    return finish(draft, entities.corpus, notes, _alt(drawn, say) if len(data) else say("nothing"))


def split(spec: Spec) -> list[Spec]:
    """Each panel by itself, in order."""
    links = spec.links
    return [
        replace(spec, data=rows, links=None if links is None else links[links["panel"] == panel])
        for panel, rows in spec.data.groupby("panel", sort=False)
    ]


def _sides(entities: Entities, parts: object, panels: int, say: Say) -> tuple[list[Side], list[str]]:
    """The parts that are drawn, and what the note says of those that are not."""
    if parts == "source":
        return _outlets(entities, panels, say)
    if parts == "period":
        return _periods(entities.corpus, panels, say)
    if isinstance(parts, str) or not isinstance(parts, Sequence):
        raise WorkbenchError(
            f"parts={parts!r} is not known.", hint='"source", "period", or a list of outlets and periods.'
        )
    return list(parts), []


def _outlets(entities: Entities, panels: int, say: Say) -> tuple[list[Side], list[str]]:
    corpus = entities.corpus
    counts = Counter(corpus[article].source for article in entities.mentions["article"])
    chosen = {source for source, _ in counts.most_common(panels)}
    note = say("outlets_named", shown=panels, total=len(counts)) if len(counts) > panels else ""
    return [source for source in corpus.sources if source in chosen], [note]


def _periods(corpus: Corpus, panels: int, say: Say) -> tuple[list[Side], list[str]]:
    """Periods of as many days each, from the first day to the last; those without an article are passed over."""
    dates = [one.published for one in corpus if one.published is not None]
    days = [date.date() if isinstance(date, dt.datetime) else date for date in dates]
    note = say("undated_left", n=len(corpus) - len(days)) if len(days) < len(corpus) else ""
    if not days:
        return [], [note]
    first, last = min(days).toordinal(), max(days).toordinal()
    step = ceil((last - first + 1) / panels)
    numbers = {(day.toordinal() - first) // step for day in days}
    starts = [first + number * step for number in sorted(numbers)]
    return [
        {"since": dt.date.fromordinal(one), "until": dt.date.fromordinal(min(one + step - 1, last))} for one in starts
    ], [note]


def _title(side: Side, language: LanguagePack) -> str:
    """What a part is called above its panel: its outlets, its days."""
    part: Mapping[str, Any] = asked(side)
    sources = part.get("sources")
    names = [sources] if isinstance(sources, str) else sorted(sources or ())
    ends = [_day(part.get(end), language) for end in ("since", "until")]
    days = ends[0] if ends[0] == ends[1] else " – ".join(ends)
    comma = language.label("saved", "list_comma")
    return comma.join([*(clean(name) for name in names), *([days] if days.strip(" –") else [])]) or "—"


def _apart(titles: list[str]) -> list[str]:
    """The titles, numbered where several are the same."""
    seen: Counter[str] = Counter()
    numbered = []
    for title in titles:
        seen[title] += 1
        numbered.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return numbered


def _day(value: dt.date | str | None, language: LanguagePack) -> str:
    if value is None:
        return ""
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return day(dt.datetime(moment.year, moment.month, moment.day), language)


def _frames(drawn: list[Panel], most: int) -> tuple[Any, Any, int]:
    """The nodes and the edges of all panels, and how many names there are in all."""
    import networkx as nx
    import pandas as pd

    from workbench.extractors.layout import positions

    whole = nx.Graph()
    for _, graph in drawn:
        for node, one in graph.nodes(data=True):
            before = whole.nodes[node]["mentions"] if node in whole else 0
            whole.add_node(node, name=one["name"], type=one["type"], mentions=before + one["mentions"])
        for a, b, tie in graph.edges(data=True):
            weight = whole[a][b]["weight"] if whole.has_edge(a, b) else 0
            whole.add_edge(a, b, weight=weight + tie["weight"])
    ranked = sorted(whole, key=lambda node: (-whole.nodes[node]["mentions"], str(node)))
    shown = whole.subgraph(ranked[:most])
    places = positions(shown)
    rows, links = [], []
    for number, (_, graph) in enumerate(drawn):
        for node in ranked[:most]:
            here = graph.nodes[node] if node in graph else {"mentions": 0, "articles": 0}
            one = whole.nodes[node]
            rows.append((number, node, one["name"], one["type"], here["mentions"], here["articles"], *places[node]))
        edges = graph.subgraph(ranked[:most]).edges(data=True)
        links += sorted((number, *sorted((a, b), key=str), tie["weight"]) for a, b, tie in edges)
    titles = [title for title, _ in drawn]
    data, ties = pd.DataFrame(rows, columns=COLUMNS), pd.DataFrame(links, columns=LINK_COLUMNS)
    for frame in (data, ties):
        frame["panel"] = [titles[number] for number in frame["panel"]]
    return data, ties, len(ranked)


def _alt(drawn: list[Panel], say: Say) -> str:
    """The alt text: how many panels, and how many names and lines each part has in all."""
    parts = [
        say("alt_panel", panel=isolate(title), nodes=len(graph), edges=graph.number_of_edges())
        for title, graph in drawn
    ]
    return " ".join([say("alt_multiples", n=len(drawn)), *parts])
