"""``wb.export``: all that a paper needs, in one folder, finished or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench.app.exports import references, tables
from workbench.app.exports.latex import write_latex
from workbench.app.exports.methods import methods
from workbench.app.exports.placing import put, target
from workbench.app.exports.results import Results, gathered
from workbench.app.exports.webannotations import json_lines, web_annotations
from workbench.corpus.cells import defused
from workbench.languages import LanguagePack, pack
from workbench.widgets.language import language as current

if TYPE_CHECKING:
    from workbench.figures import Figure

__all__ = ["export"]

FORMS = (".pdf", ".svg", ".png")
STATEMENTS = 5
"""Of so many statements, those that most outlets carry, the wordings are drawn beside each other."""


def export(
    results: object,
    folder: str | Path,
    *,
    language: str | None = None,
    width_mm: float = 140,
    dpi: int = 300,
) -> Path:
    """Write everything that a paper needs into a folder; its path.

    ========================== =============================================================================
    ``figures/``               every figure as PDF, SVG and PNG; its caption and alt text (``.caption.txt``)
                               and its data (``.csv``)
    ``tables/``                every frame as CSV (UTF-8 with a byte order mark) and, in reading form, Markdown
    ``tables.xlsx``            the same in one book, with right-to-left sheets for a right-to-left language
    ``latex/``                 ``paper.tex`` with tables (booktabs), figures and its Arabic font; for XeLaTeX
    ``references/``            the articles as BibTeX (biblatex), RIS and CSL-JSON
    ``annotations/``           quotations as JSON, one a line, plain and as W3C Web Annotations
    ``network.gexf, .graphml`` the entity network; the first with places, sizes and colours, for Gephi
    ``methods.md``             versions, parameters, counts, what was marked as furniture, SHA-256 of the inputs
    ========================== =============================================================================

    Parameters
    ----------
    results: a corpus, what ``wb.entities``, ``wb.quotes`` and ``wb.overlap`` returned, a list of these, or a
        ``wb.Workbench``; nothing is extracted here, what is not given is left out.
    folder: made where it is missing; what an earlier export wrote there is replaced, nothing else is touched.
    language: of labels, captions and heads, "ar" or "en"; that of ``wb.language()`` where it is None.
    width_mm, dpi: of the figures, as in ``figure.save``.

    Raises
    ------
    WorkbenchError: something else is among the results, they are of different corpora, or the folder is a file or
        holds files of somebody else's where these would go.
    """
    found = gathered(results)
    words = pack(language or current())
    goal = target(Path(folder).expanduser())
    goal.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".unfinished-", dir=goal) as unfinished:
        _write(Path(unfinished), found, words, width_mm=width_mm, dpi=dpi)
        put(Path(unfinished), goal, last="methods.md")
    return goal


def _write(folder: Path, found: Results, language: LanguagePack, *, width_mm: float, dpi: int) -> None:
    drawn = list(_figures(found, language.code))
    for name, figure in drawn:
        place = folder / "figures" / name
        figure.save(*(place.with_suffix(form) for form in FORMS), width_mm=width_mm, dpi=dpi)
        _beside(place, figure)
    frames = list(found.frames())
    tables.write_csv(folder / "tables", frames)
    for name, frame in frames:
        title = language.ui["exports"].get(name, name)
        tables.write_markdown(folder / "tables" / f"{name}.md", frame, language, title=title)
    tables.write_xlsx(folder / "tables.xlsx", frames, language)
    write_latex(folder / "latex", found, drawn, language)
    _texts(folder, found, language)
    if found.entities is not None:
        found.entities.to_gexf(folder / "network.gexf")
        found.entities.to_graphml(folder / "network.graphml")


def _figures(found: Results, language: str) -> Iterator[tuple[str, Figure]]:
    from workbench import figures
    from workbench.figures.statements import carried

    yield "overview", figures.overview(found.corpus, language=language)
    told: dict[str, Any] = {"quotes": found.quotes, "overlap": found.overlap}
    yield "timeline", figures.timeline(found.corpus, **told, language=language)
    if found.entities is not None:
        yield "network", figures.network(found.entities, language=language)
        several = figures.multiples(found.entities, language=language)
        if several.data["panel"].nunique() > 1:
            yield "multiples", several
    if found.quotes is not None:
        yield "quotes", figures.quotes(found.quotes, language=language)
        for number, name in enumerate(carried(found.quotes, STATEMENTS), start=1):
            yield f"lineage-{number}", figures.lineage(found.quotes, name, language=language)
    if found.overlap is not None:
        yield "heatmap", figures.heatmap(found.overlap, by="source", language=language)
        if found.overlap.meaning:
            yield "reworded", figures.reworded(found.overlap, by="source", language=language)
        yield "flow", figures.flow(found.overlap, language=language)
        if len(found.corpus.sources) < len(found.corpus):  # else it would be the same picture
            yield "heatmap-articles", figures.heatmap(found.overlap, by="article", language=language)


def _beside(place: Path, figure: Figure) -> None:
    """What stands beside a figure: its caption and alt text, and the data that it was drawn from."""
    place.with_suffix(".caption.txt").write_text(f"{figure.caption}\n\n{figure.alt}\n", encoding="utf-8")
    matrix = figure.spec.kind == "matrix"
    data = defused(figure.data.reset_index(names="") if matrix else figure.data)
    data.to_csv(place.with_suffix(".csv"), index=False, encoding="utf-8-sig")
    if figure.links is not None:
        links = place.with_name(f"{place.name}-links.csv")
        defused(figure.links).to_csv(links, index=False, encoding="utf-8-sig")


def _texts(folder: Path, found: Results, language: LanguagePack) -> None:
    """References, annotations and the method."""
    files = {
        "references/articles.bib": references.bibtex(found.corpus),
        "references/articles.ris": references.ris(found.corpus),
        "references/articles.csl.json": references.csl_json(found.corpus),
        "methods.md": methods(found, language),
    }
    if found.quotes is not None:
        files["annotations/quotes.jsonl"] = json_lines(found.quotes)
        files["annotations/web-annotations.jsonl"] = web_annotations(found.quotes)
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
