"""The whole job without a browser: a folder of pages in, a folder of findings out."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench.app.exports import placing
from workbench.app.exports.results import Results
from workbench.app.exports.tables import write_csv
from workbench.loaders.records import printable

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.extractors.entities import Entities
    from workbench.extractors.overlap import Overlap
    from workbench.extractors.quotes import Quotes

__all__ = ["write_report"]

logger = logging.getLogger(__name__)

PAGE = "report.html"


def write_report(
    folder: str | Path,
    out: str | Path,
    *,
    language: str = "en",
    texts: bool = True,
    say: Callable[[str], None] = logger.info,
) -> Path:
    """Do the whole job on a folder of pages; gives back the path of ``report.html``.

    Parameters
    ----------
    folder: what ``wb.load`` takes: a folder, a file or a glob.
    out: the folder to write to, made where it is missing: ``report.html``, ``tables/*.csv`` (UTF-8 with BOM),
        ``figures/*`` (SVG and PNG), ``network.gexf``, and ``riwaya-report.json``, the list of these files, by which
        ``wb.load`` knows them and passes them over. It may be the folder of the pages. All of them are put there
        at the end: a report that is interrupted leaves the earlier one as it was.
    language: of the labels, "ar" or "en".
    texts: False leaves the full texts out of the page, as ``wb.page(texts=False)`` does, and cuts quotations in the
        tables to as many words.
    say: called with a line about each step; by default the log is.

    Raises
    ------
    LoadError: the folder is missing or holds no readable page.
    WorkbenchError: ``out`` is a file, or holds files that the report would overwrite and no report wrote.
    """
    from workbench.extractors.entities import entities
    from workbench.extractors.overlap import overlap
    from workbench.extractors.quotes import quotes
    from workbench.loaders import load

    target = placing.target(Path(out))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        corpus = load(folder)
    for one in told:
        say(str(one.message))
    say(f"Read {len(corpus)} articles from {len(corpus.sources)} sources; refused {len(corpus.report.refused)}.")
    for row in corpus.report.refused:
        say(f"  refused {row.file}: {row.reason}")
    named = entities(corpus)
    say(f"Found {len(named)} people, places and organisations.")
    said = quotes(corpus, named)
    say(f"Found {len(said)} quotations.")
    shared = overlap(corpus)
    say(f"Found {len(shared.passages)} shared passages.")
    title = printable(Path(str(folder)).name) or "Riwaya"
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".unfinished-", dir=target) as unfinished:
        _write(Path(unfinished), corpus, named, said, shared, language=language, title=title, texts=texts)
        say("Drew the figures.")
        placing.put(Path(unfinished), target, last=PAGE)
    say(f"Wrote the tables to {target / 'tables'}, the figures to {target / 'figures'}.")
    path = target / PAGE
    say(f"Wrote {path}: open it in a browser, no network needed.")
    return path


def _write(folder: Path, corpus: Corpus, named: Entities, said: Quotes, shared: Overlap, **of_page: Any) -> None:
    """All files of a report, in an empty folder; ``of_page`` is what ``wb.page`` takes besides the results."""
    from workbench.app.page import page

    write_csv(folder / "tables", Results(corpus, named, said, shared).frames(texts=of_page["texts"]))
    named.to_gexf(folder / "network.gexf")
    page(corpus, folder / PAGE, entities=named, quotes=said, overlap=shared, **of_page)
    _figures(folder / "figures", corpus, named, said, shared, of_page["language"])


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
