"""What was pinned in the views, as a frame and as files."""

from __future__ import annotations

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
)


def evidence(findings: list[Finding], corpus: Corpus) -> pd.DataFrame:
    """The spans of what was pinned, a row each, with the columns of :data:`EVIDENCE_COLUMNS`."""
    import pandas as pd

    rows = [
        {**finding, **span, "finding": finding["id"]}
        for finding in sliced(findings, corpus)
        for span in finding["spans"]
    ]
    return pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS))


def sliced(findings: list[Finding], corpus: Corpus) -> list[Finding]:
    """What is in the tray, in its order; words of this corpus as its articles have them, whole."""
    own = corpus.texts
    return [
        {**finding, "spans": [_sliced(span, corpus) for span in finding["spans"]]}
        if finding["corpus"] == own
        else finding
        for finding in kept(findings)
    ]


def _sliced(span: dict[str, Any], corpus: Corpus) -> dict[str, Any]:
    if span["article"] not in corpus:
        return span
    return {**span, "text": corpus[span["article"]].text[span["start"] : span["end"]]}


def export(findings: list[Finding], corpus: Corpus, path: str | Path, language: str) -> Path:
    """Write what is in the tray to a file, as its name's ending says.

    Raises
    ------
    WorkbenchError: no such format.
    """
    from workbench.widgets.exports.document import docx
    from workbench.widgets.exports.markdown import markdown

    target = Path(path)
    told = sliced(findings, corpus)
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
