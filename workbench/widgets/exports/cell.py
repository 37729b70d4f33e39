"""The evidence tray as code for a notebook: it loads the corpus and shows the same words again."""

from __future__ import annotations

from pathlib import Path

from workbench.corpus import Corpus
from workbench.corpus.saved import MANIFEST
from workbench.widgets.tray import Finding

__all__ = ["cell"]

SAMPLES = Path(__file__).parents[2] / "samples"
MOST_FILES = 12
"""A corpus of more files than that is named by their folder."""


def cell(findings: list[Finding], corpus: Corpus) -> str:
    """Python code with one row for each span: finding, name, article, start, end, and the words that stand there."""
    rows = [
        (number, finding["name"], span["article"], span["start"], span["end"])
        for number, finding in enumerate(findings, 1)
        for span in finding["spans"]
        if span["article"] in corpus
    ]
    lines = [
        "import pandas as pd",
        "import workbench as wb",
        "",
        *_loading(corpus),
        f"# then: {len(corpus)} articles, corpus.digest == {corpus.digest!r}",
        "evidence = pd.DataFrame(",
        "    [",
        *(f"        {row!r}," for row in rows),
        "    ],",
        '    columns=["finding", "name", "article", "start", "end"],',
        ")",
        'evidence["text"] = [corpus[row.article].text[row.start : row.end] for row in evidence.itertuples()]',
        "evidence",
    ]
    return "\n".join(lines) + "\n"


def _loading(corpus: Corpus) -> list[str]:
    """How the corpus was loaded, as far as its report tells."""
    home = corpus.home
    if home is not None and (home / MANIFEST).is_file():
        return [f"corpus = wb.open({str(home)!r})"]
    paths = [file.path for file in corpus.report.files]
    if not paths:
        return ["# put your own corpus here: this one was made in memory", "corpus = ..."]
    folders = {Path(path).parent for path in paths}
    (folder, *others) = folders
    if not others and folder.parent == SAMPLES:
        return [f"corpus = wb.samples.{folder.name}()"]
    if home is not None and len(paths) > MOST_FILES:
        return [f"corpus = wb.load({str(home)!r})"]
    listed = paths if len(paths) <= MOST_FILES else sorted({str(folder) for folder in folders})
    return [f"corpus = wb.load({listed!r})"] if len(listed) > 1 else [f"corpus = wb.load({listed[0]!r})"]
