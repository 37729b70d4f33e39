"""The evidence tray as code for a notebook: it loads each corpus and shows the same words again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.corpus import Corpus
from workbench.corpus.saved import MANIFEST
from workbench.widgets.telling.called import called
from workbench.widgets.tray import DIGITS, Finding

__all__ = ["cell"]

SAMPLES = Path(__file__).parents[2] / "samples"
MOST_FILES = 12
"""A corpus of more files than that is named by their folder."""
IN_MEMORY = "# put your own corpus here: this one was made in memory"

Rows = list[tuple[Any, ...]]


def cell(findings: list[Finding], corpora: Sequence[Corpus]) -> str:
    """Python code with one row for each span: finding, name, article, start, end, and the words that stand there.

    Parameters
    ----------
    findings: as they are kept.
    corpora: those that are known; the first is the one that the code calls ``corpus``. Where findings are of several,
        each row names its own; of a corpus that is not known, the code says in a comment which findings are left out.
    """
    known = {corpus.texts: corpus for corpus in corpora}
    used = [one for one in known if one == corpora[0].texts or any(finding["corpus"] == one for finding in findings)]
    names = _names([known[one] for one in used])
    rows: Rows = []
    for number, finding in enumerate(findings, 1):
        of = known.get(finding["corpus"])
        for span in finding["spans"] if of is not None else ():
            if of is not None and span["article"] in of:
                place = (span["article"], span["start"], span["end"])
                rows.append((number, finding["name"], names[of.texts], *place))
    left = [
        f"# finding {number} is of a corpus that is not open here: {one.get('corpus_name') or one['corpus'][:DIGITS]!r}"
        for number, one in enumerate(findings, 1)
        if one["corpus"] not in known
    ]
    own, *others = (known[one] for one in used)
    written = _of_several([own, *others], names, rows) if others else _of_one(own, rows)
    return "\n".join(["import pandas as pd", "import workbench as wb", "", *left, *written, "evidence"]) + "\n"


def _names(corpora: Sequence[Corpus]) -> dict[str, str]:
    """What each corpus is called in the code, by its digest; no two alike."""
    plain = [called(corpus) for corpus in corpora]
    return {
        corpus.texts: name if name and plain.count(name) == 1 else f"{name} {corpus.texts[:DIGITS]}".strip()
        for corpus, name in zip(corpora, plain, strict=True)
    }


def _of_one(corpus: Corpus, rows: Rows) -> list[str]:
    loaded = _loading(corpus)
    return [
        *([IN_MEMORY] if loaded == "..." else []),
        f"corpus = {loaded}",
        f"# then: {len(corpus)} articles, corpus.digest == {corpus.digest!r}",
        *_frame([(number, name, *place) for number, name, _, *place in rows], ["finding", "name"]),
        'evidence["text"] = [corpus[row.article].text[row.start : row.end] for row in evidence.itertuples()]',
    ]


def _of_several(corpora: Sequence[Corpus], names: dict[str, str], rows: Rows) -> list[str]:
    lines = ["corpora = {"]
    for corpus in corpora:
        loaded = _loading(corpus)
        lines += [f"    {IN_MEMORY}"] if loaded == "..." else []
        lines += [
            f"    {names[corpus.texts]!r}: {loaded},",
            f"    # then: {len(corpus)} articles, digest {corpus.digest!r}",
        ]
    return [
        *lines,
        "}",
        *_frame(rows, ["finding", "name", "corpus"]),
        'evidence["text"] = [',
        "    corpora[row.corpus][row.article].text[row.start : row.end] for row in evidence.itertuples()",
        "]",
    ]


def _frame(rows: Rows, head: list[str]) -> list[str]:
    columns = ", ".join(f'"{name}"' for name in (*head, "article", "start", "end"))
    listed = [f"        {row!r}," for row in rows]
    return ["evidence = pd.DataFrame(", "    [", *listed, "    ],", f"    columns=[{columns}],", ")"]


def _loading(corpus: Corpus) -> str:
    """How the corpus was loaded, as far as its report tells."""
    home = corpus.home
    if home is not None and (home / MANIFEST).is_file():
        return f"wb.open({str(home)!r})"
    paths = [file.path for file in corpus.report.files]
    if not paths:
        return "..."
    folders = {Path(path).parent for path in paths}
    (folder, *others) = folders
    if not others and folder.parent == SAMPLES:
        return f"wb.samples.{folder.name}()"
    if home is not None and len(paths) > MOST_FILES:
        return f"wb.load({str(home)!r})"
    listed = paths if len(paths) <= MOST_FILES else sorted({str(folder) for folder in folders})
    return f"wb.load({listed!r})" if len(listed) > 1 else f"wb.load({listed[0]!r})"
