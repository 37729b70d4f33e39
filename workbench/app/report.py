"""The whole job without a browser: a folder of pages in, a folder of findings out."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from workbench.corpus import Corpus
    from workbench.extractors.entities import Entities
    from workbench.extractors.overlap import Overlap
    from workbench.extractors.quotes import Quotes

__all__ = ["write_gexf", "write_report", "write_tables"]

logger = logging.getLogger(__name__)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_report(
    folder: str | Path,
    out: str | Path,
    *,
    language: str = "en",
    say: Callable[[str], None] = logger.info,
) -> Path:
    """Do the whole job on a folder of pages; gives back the path of ``report.html``.

    Parameters
    ----------
    folder: what ``wb.load`` takes: a folder, a file or a glob.
    out: the folder to write to, made where it is missing: ``report.html``, ``tables/*.csv`` (UTF-8 with BOM),
        ``figures/*`` (SVG and PNG), ``network.gexf``.
    language: of the labels, "ar" or "en".
    say: called with a line about each step; by default the log is.

    Raises
    ------
    LoadError: the folder is missing or holds no readable page.
    """
    from workbench.app.page import page
    from workbench.extractors.entities import entities
    from workbench.extractors.overlap import overlap
    from workbench.extractors.quotes import quotes
    from workbench.loaders import load

    corpus = load(folder)
    say(f"Read {len(corpus)} articles from {len(corpus.sources)} sources; refused {len(corpus.report.refused)}.")
    for row in corpus.report.refused:
        say(f"  refused {row.file}: {row.reason}")
    named = entities(corpus)
    say(f"Found {len(named)} people, places and organisations.")
    said = quotes(corpus, named)
    say(f"Found {len(said)} quotations.")
    shared = overlap(corpus)
    say(f"Found {len(shared.passages)} shared passages.")
    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)
    write_tables(target / "tables", corpus, named, said, shared)
    say(f"Wrote the tables to {target / 'tables'}.")
    _figures(target / "figures", corpus, named, said, shared, language)
    say(f"Wrote the figures to {target / 'figures'}.")
    write_gexf(named, target / "network.gexf")
    title = Path(str(folder)).name or "Riwaya"
    path = page(
        corpus,
        target / "report.html",
        entities=named,
        quotes=said,
        overlap=shared,
        language=language,
        title=title,
    )
    say(f"Wrote {path}: open it in a browser, no network needed.")
    return path


def write_tables(folder: Path, corpus: Corpus, named: Entities, said: Quotes, shared: Overlap) -> None:
    """Every table as CSV, UTF-8 with BOM, cells that a spreadsheet would run as formulas defused."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "articles": corpus.table,
        "files": corpus.report.table,
        "entities": named.table,
        "mentions": named.mentions,
        "unresolved": named.unresolved,
        "quotes": said.table,
        "lineages": said.lineages,
        "not-quotations": said.rejected,
        "overlap-pairs": shared.pairs,
        "overlap-passages": shared.passages,
    }
    for name, table in tables.items():
        _defused(table).to_csv(folder / f"{name}.csv", index=False, encoding="utf-8-sig")


def _defused(table: pd.DataFrame) -> pd.DataFrame:
    def cell(value: object) -> object:
        if isinstance(value, list):
            value = " | ".join(str(item) for item in value)
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value

    return table.astype(object).map(cell)


def _figures(folder: Path, corpus: Corpus, named: Entities, said: Quotes, shared: Overlap, language: str) -> None:
    from workbench import figures

    folder.mkdir(parents=True, exist_ok=True)
    drawn = {
        "heatmap": figures.heatmap(shared, by="source", language=language),
        "network": figures.network(named, language=language),
        "quotes": figures.quotes(said, language=language),
        "timeline": figures.timeline(corpus, language=language),
    }
    if len(corpus.sources) < len(corpus):  # else it would be the same picture
        drawn["heatmap-articles"] = figures.heatmap(shared, by="article", language=language)
    for name, figure in drawn.items():
        figure.save(folder / f"{name}.svg", folder / f"{name}.png")


def write_gexf(named: Entities, path: Path) -> None:
    """The entity network as GEXF 1.2, with positions, for Gephi and its kin."""
    import networkx as nx

    from workbench.extractors.layout import positions

    graph = named.graph()
    plain: nx.Graph = nx.Graph()
    for node, (x, y) in positions(graph).items():
        data = graph.nodes[node]
        place = {"position": {"x": float(x) * 1000, "y": float(y) * 1000, "z": 0.0}}
        plain.add_node(
            _xml(node),
            label=_xml(data["name"]),
            type=data["type"],
            mentions=data["mentions"],
            articles=data["articles"],
            viz=place,
        )
    for a, b, data in graph.edges(data=True):
        plain.add_edge(_xml(a), _xml(b), weight=data["weight"])
    nx.write_gexf(plain, path)


def _xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return NOT_XML.sub("\ufffd", text)
