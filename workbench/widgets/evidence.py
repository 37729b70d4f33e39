"""What was pinned in the views, as a frame and as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.widgets.tray import Finding, dumped, kept

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["EVIDENCE_COLUMNS", "evidence", "export", "sliced"]

EVIDENCE_COLUMNS = (
    "finding",
    "kind",
    "name",
    "facts",
    "note",
    "article",
    "start",
    "end",
    "text",
    "source",
    "published",
    "corpus",
)


def evidence(findings: list[Finding], corpora: Sequence[Corpus]) -> pd.DataFrame:
    """The spans of what was pinned, a row each, with the columns of :data:`EVIDENCE_COLUMNS`."""
    import pandas as pd

    rows = [
        {**finding, **span, "finding": finding["id"]}
        for finding in sliced(findings, corpora)
        for span in finding["spans"]
    ]
    return pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS))


def sliced(findings: list[Finding], corpora: Sequence[Corpus]) -> list[Finding]:
    """What is in the tray, in its order; words of these corpora as their articles have them, whole."""
    known = {corpus.texts: corpus for corpus in corpora}
    told = []
    for finding in kept(findings):
        own = known.get(finding["corpus"])
        spans = finding["spans"] if own is None else [_sliced(span, own) for span in finding["spans"]]
        told.append({**finding, "spans": spans})
    return told


def _sliced(span: dict[str, Any], corpus: Corpus) -> dict[str, Any]:
    if span["article"] not in corpus:
        return span
    return {**span, "text": corpus[span["article"]].text[span["start"] : span["end"]]}


def export(findings: list[Finding], corpora: Sequence[Corpus], path: str | Path, language: str) -> Path:
    """Write what is in the tray to a file, as its name's ending says.

    Raises
    ------
    WorkbenchError: no such format.
    """
    from workbench.widgets.exports.document import docx
    from workbench.widgets.exports.markdown import markdown

    target = Path(path)
    told = sliced(findings, corpora)
    writers = {
        ".md": lambda: markdown(told, language).encode(),
        ".docx": lambda: docx(told, language),
        ".json": lambda: dumped(findings).encode(),
    }
    write = writers.get(target.suffix.lower())
    if write is None:
        raise WorkbenchError(f"no evidence is written as {target.suffix!r}.", hint=f"one of {', '.join(writers)}.")
    content = write()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target
