"""The whole job without a browser: a folder of pages in, a folder of findings out."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench.corpus.cells import defused
from workbench.errors import WorkbenchError
from workbench.loaders import written
from workbench.loaders.records import printable

if TYPE_CHECKING:
    import pandas as pd

    from workbench.corpus import Corpus
    from workbench.extractors.entities import Entities
    from workbench.extractors.overlap import Overlap
    from workbench.extractors.quotes import Quotes

__all__ = ["write_gexf", "write_report", "write_tables"]

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

    target = _target(Path(out))
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
        _put(Path(unfinished), target)
    say(f"Wrote the tables to {target / 'tables'}, the figures to {target / 'figures'}.")
    path = target / PAGE
    say(f"Wrote {path}: open it in a browser, no network needed.")
    return path


def _target(folder: Path) -> Path:
    """The folder to write to, once it is sure that nothing of somebody else's is overwritten there."""
    if folder.exists() and not folder.is_dir():
        raise WorkbenchError(f"{str(folder)!r} is a file, not a folder.", hint="name another folder to write to.")
    earlier = written.of_report(folder)
    for name in (*written.FILES, *written.FOLDERS):
        path = folder / name
        if path.exists() and path not in earlier and not (path.is_dir() and (not any(path.iterdir()) or earlier)):
            raise WorkbenchError(
                f"{str(path)!r} is there already, and is not from an earlier report.",
                hint="name another folder to write to, or move it away.",
            )
    return folder


def _write(folder: Path, corpus: Corpus, named: Entities, said: Quotes, shared: Overlap, **of_page: Any) -> None:
    """All files of a report, in an empty folder; ``of_page`` is what ``wb.page`` takes besides the results."""
    from workbench.app.page import page

    write_tables(folder / "tables", corpus, named, said, shared, texts=of_page["texts"])
    write_gexf(named, folder / "network.gexf")
    page(corpus, folder / PAGE, entities=named, quotes=said, overlap=shared, **of_page)
    _figures(folder / "figures", corpus, named, said, shared, of_page["language"])


def _put(source: Path, target: Path) -> None:
    """Move a finished report to its place: the list of its files first, the page last."""
    files = sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    written.keep_list(source, files)
    (target / PAGE).unlink(missing_ok=True)
    for name in (written.LIST, *(name for name in files if name != PAGE), PAGE):
        (target / name).parent.mkdir(exist_ok=True)
        (source / name).replace(target / name)


def write_tables(
    folder: Path, corpus: Corpus, named: Entities, said: Quotes, shared: Overlap, *, texts: bool = True
) -> None:
    """Every table as CSV, UTF-8 with BOM, cells that a spreadsheet would run as formulas defused.

    ``texts``: False cuts quotations to the words that a page without full texts keeps.
    """
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
        defused(table if texts else _cut(table)).to_csv(folder / f"{name}.csv", index=False, encoding="utf-8-sig")


def _cut(table: pd.DataFrame) -> pd.DataFrame:
    """A table whose quotations have no more words than a page without full texts keeps of them."""
    from workbench.widgets.excerpts import first_words

    said = {name: table[name].map(first_words) for name in ("text", "wording") if name in table}
    return table.assign(**said)


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
    """The entity network as GEXF 1.2, with places, colours and sizes, for Gephi and its kin."""
    named.to_gexf(path)
