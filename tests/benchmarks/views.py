"""What the views cost: ``python -m tests.benchmarks.views [--quick] [--pyvis] [--no-lab] [--articles 10 500 5000]``.

In headless Chromium, medians of several runs, each in a page of its own. *First paint* is the time from asking for a
view's module, given its text and its story's bytes, through importing it, unpacking and reading the story and drawing,
until two frames after the view stands in the page; an empty anywidget is timed in the same way. *Work* is what the
page's main thread worked for it, which other load on the machine hardly changes. The network's picture stands before
vis-network is set up; how long that takes under the first pointer is told beside it. *Search* runs from the
key to the last frame that it changes. *Link* runs from a selection in one view to the first change of another's
elements, in one page; through Python, in a real JupyterLab, from a click in one view over a callback in the kernel to
the change of a view on another corpus. *Panning* counts frames while the mouse drags, beside a canvas that draws the
same nodes and ties and nothing else. The stories are invented (``views_story.py``).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tests.benchmarks.views_peers import plotly_bytes, pyvis_settles
from tests.benchmarks.views_stage import Stage, stage
from tests.benchmarks.views_story import Story, story_of
from tests.views import found_in, made, view_names
from workbench import samples
from workbench.widgets.base import View

AGAINST_EMPTY = {"EntityNetwork": 2.0, "OverlapHeatmap": 1.5, "QuoteFinder": 1.5}
ROOM = 300
"""Milliseconds that a view may take beside its times an empty anywidget."""
WORDS = "كشفقل"


@dataclass
class Table:
    """The lines that are printed, and how many targets were missed."""

    missed: list[str] = field(default_factory=list)

    def head(self, text: str) -> None:
        """A heading."""
        print(f"\n{text}")

    def row(self, what: str, value: float, unit: str, *, most: float | None = None, least: float | None = None) -> None:
        """One measure, and whether it keeps its target."""
        target, holds = "", True
        if most is not None:
            target, holds = f"target <= {most:,.0f}", value <= most
        if least is not None:
            target, holds = f"target >= {least:,.1f}", value >= least
        verdict = "" if not target else "holds" if holds else "MISSED"
        if not holds:
            self.missed.append(what)
        print(f"  {what:<52} {value:>12,.1f} {unit:<22} {target:<18} {verdict}", flush=True)


def given(story: Story) -> dict[str, Any]:
    """A story by the names of what views take."""
    return {"corpus": story.corpus, **story.results}


def first_paint(table: Table, on: Stage, sizes: list[int]) -> None:
    """How long each view takes to stand there, on stories of each size."""
    table.head("first paint (module, decoding, drawing, two frames)")
    empty, work = on.first_paint("empty")
    table.row("an empty anywidget", empty, f"ms ({work:,.0f} of work)")
    for size in sizes:
        found = given(story_of(size))
        for name in view_names():
            on.files.put(f"{name}-{size}", made(name, found))
            times = AGAINST_EMPTY.get(name)
            most = None if times is None else times * empty + ROOM
            took, work = on.first_paint(f"{name}-{size}")
            table.row(f"{name}, {size:,} articles", took, f"ms ({work:,.0f} of work)", most=most)
        unpacking, reading = on.decoding(f"Workbench-{size}")
        bytes_of = len(on.files.held[f"/Workbench-{size}.story"])
        table.row(f"  of that, a whole story unpacked ({bytes_of / 1e6:,.1f} MB)", unpacking, "ms")
        table.row("  and its JSON read", reading, "ms")


def searching(table: Table, on: Stage, quotes: int) -> None:
    """How long a key in the search of quotations takes."""
    table.head("search")
    story = story_of(quotes // 20, quotes=20)
    on.files.put("finder", made("QuoteFinder", given(story)))
    table.row(f"from key to painted result, {len(story.quotes):,} quotes", on.searching("finder", WORDS), "ms", most=50)


def linking(table: Table, on: Stage, runs: int, *, lab: bool) -> None:
    """How long one view takes to follow another, in the page and through Python."""
    from tests.benchmarks.views_lab import through_python

    table.head("link from view to view")
    story = story_of(100)
    for name in ("EntityNetwork", "QuoteFinder"):
        on.files.put(name, made(name, given(story)))
    speakers = list(dict.fromkeys(story.quotes.table["speaker"]))[: 2 * runs + 1]
    change, paint = on.linking("EntityNetwork", "QuoteFinder", speakers)
    table.row("in the page, to the first change", change, "ms", most=16)
    table.row("in the page, to the last frame painted", paint, "ms")
    if lab:
        table.row("in JupyterLab, through Python and back", through_python(on.browser, 2 * runs + 1), "ms", most=150)


def drawing(table: Table, on: Stage, *, pyvis: bool) -> None:
    """How the network pans, how long a large one takes, and pyvis beside it."""
    table.head("network")
    story = story_of(250, names=500)
    on.files.put("network", made("EntityNetwork", given(story)))
    graph = story.entities.graph()
    size = f"{len(graph)} nodes, {graph.number_of_edges():,} ties"
    bare = on.panning("network", bare=True)
    table.row(f"a bare canvas, panned: {size}", bare, "fps")
    table.row(f"EntityNetwork, panned: {size}", on.panning("network", bare=False), "fps", least=bare / 2)
    large = story_of(500, names=2000)
    on.files.put("large", made("EntityNetwork", given(large)))
    took, work = on.first_paint("large")
    table.row(f"first paint, {len(large.entities):,} nodes", took, f"ms ({work:,.0f} of work)", most=2000)
    for name, size in (("network", len(graph)), ("large", len(large.entities))):
        table.row(f"then, under the pointer, vis-network set up, {size:,} nodes", on.waking(name), "ms")
    if pyvis:
        seconds, settled = pyvis_settles(on.browser, graph)
        table.row(f"pyvis' own page, {'settled' if settled else 'cut off, not settled'}", seconds * 1000, "ms")


def sizes_sent(table: Table, on: Stage) -> None:
    """The bytes that each view sends for the sample corpus, and what a plotly heatmap sends."""
    table.head("bytes of a widget's state, sample corpus (story / code / style)")
    found = found_in(samples.phone_call())
    for name in view_names():
        story, code, style = parts(made(name, found))
        table.row(f"{name}: {story:,} / {code:,} / {style:,}", (story + code + style) / 1000, "kB")
    table.row("plotly's FigureWidget with the same heatmap", plotly_bytes(found["overlap"]) / 1000, "kB")


def parts(view: View) -> tuple[int, int, int]:
    """The bytes of a view's story, code and style."""
    return len(view.story), len(view._esm.encode()), len(view._css.encode())


def main() -> None:
    """Print the table; the targets that were missed come last."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="small stories, three runs, no JupyterLab")
    options.add_argument("--pyvis", action="store_true", help="also how long pyvis' page takes to settle")
    options.add_argument("--no-lab", action="store_true", help="leave out what needs a JupyterLab")
    options.add_argument("--articles", type=int, nargs="+", help="the sizes of the stories; 10 500 5000")
    options.add_argument("--runs", type=int, help="of each measure; 5")
    options.add_argument("--only", choices=["paint", "search", "link", "network", "bytes"], nargs="+")
    given_options = options.parse_args()
    quick = given_options.quick
    sizes = given_options.articles or ([10, 100] if quick else [10, 500, 5000])
    runs = given_options.runs or (3 if quick else 5)
    table = Table()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f}{': too much for times to mean anything' if load > 1 else ''}")
    with stage(runs) as on:
        work: dict[str, Callable[[], None]] = {
            "paint": partial(first_paint, table, on, sizes),
            "search": partial(searching, table, on, 10_000),
            "link": partial(linking, table, on, runs, lab=not (quick or given_options.no_lab)),
            "network": partial(drawing, table, on, pyvis=given_options.pyvis),
            "bytes": partial(sizes_sent, table, on),
        }
        for name in given_options.only or work:
            work[name]()
    print(f"\nmissed: {', '.join(table.missed) or 'none'}")


if __name__ == "__main__":
    main()
