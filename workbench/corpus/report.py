"""What became of each piece that was loaded, and of which files, as they were then."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["InputFile", "LoadReport", "ReportRow", "Status", "frame_html"]

Status = Literal["read", "marked", "refused"]
INPUT_COLUMNS = ("file", "bytes", "sha256", "loader", "state")
REPORT_COLUMNS = ("file", "status", "reason", "article")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one file or row: ``read``, ``marked`` (part of it is no content) or ``refused``.

    ``input`` is the name of the file that it was read from, as in ``LoadReport.files``.
    """

    file: str
    status: Status
    reason: str
    article: str = ""
    input: str = ""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it was when it was read.

    Parameters
    ----------
    file: its name in the report.
    path: where it was, absolute, with forward slashes; or its address.
    bytes: its size; of a page that was fetched, that of its text.
    modified: when it was last changed, in nanoseconds since 1970.
    sha256: of its bytes, in hex; of a page that was fetched, of its text.
    loader: the format that it was read as.
    rows: how many rows of the report it gave; -1 where they hang on other files too, so that it is read anew.
    """

    file: str
    path: str
    bytes: int
    modified: int
    sha256: str
    loader: str
    rows: int

    @property
    def state(self) -> str:
        """``same``, ``changed`` or ``missing``: the file now, beside what it was; an address is not asked again."""
        if self.path.startswith(("http://", "https://")):
            return "same"
        path = Path(self.path)
        try:
            now = path.stat()
            if not stat.S_ISREG(now.st_mode):  # a pipe or a device may have no end
                return "changed"
            if (now.st_size, now.st_mtime_ns) == (self.bytes, self.modified):
                return "same"
            if now.st_size != self.bytes:
                return "changed"
            with path.open("rb") as stream:
                return "same" if file_digest(stream, "sha256").hexdigest() == self.sha256 else "changed"
        except (OSError, ValueError):
            return "missing"


@dataclass
class LoadReport:
    """What the loaders did with each piece they were given; nothing vanishes without a row here."""

    rows: list[ReportRow] = field(default_factory=list)
    files: list[InputFile] = field(default_factory=list)

    @property
    def table(self) -> pd.DataFrame:
        """A frame with the columns file, status, reason, article; one row a file or record."""
        import pandas as pd

        data = [(row.file, row.status, row.reason, row.article) for row in self.rows]
        return pd.DataFrame(data, columns=list(REPORT_COLUMNS))

    @property
    def inputs(self) -> pd.DataFrame:
        """The files that were read: file, bytes, sha256, loader, state (same, changed or missing, as of now)."""
        import pandas as pd

        data = [(one.file, one.bytes, one.sha256, one.loader, one.state) for one in self.files]
        return pd.DataFrame(data, columns=list(INPUT_COLUMNS))

    @property
    def refused(self) -> list[ReportRow]:
        """The pieces that became no article, with their reasons."""
        return [row for row in self.rows if row.status == "refused"]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"LoadReport({self._counts()})"

    def _counts(self) -> str:
        counts = {status: sum(row.status == status for row in self.rows) for status in ("read", "marked", "refused")}
        return ", ".join(f"{count} {status}" for status, count in counts.items())

    def _repr_html_(self) -> str:
        """The counts and the first rows, those that were refused before the others."""
        table = self.table
        return f"<p>{self._counts()}</p>{frame_html(table.iloc[(table['status'] != 'refused').argsort(kind='stable')])}"


def frame_html(frame: pd.DataFrame, *, rows: int = 10) -> str:
    """A short HTML table of a frame, every value escaped, each cell in its own reading direction."""
    from html import escape

    def cells(values: Iterable[object], tag: str) -> str:
        return "".join(f'<{tag} dir="auto" style="text-align: start">{escape(show(value))}</{tag}>' for value in values)

    def show(value: object) -> str:
        text = "" if value is None or str(value) in ("nan", "NaT", "<NA>") else str(value)
        return text if len(text) <= 120 else text[:119] + "…"

    head = f"<tr>{cells(frame.columns, 'th')}</tr>"
    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in frame.head(rows).itertuples(index=False, name=None))
    more = f"<p>{len(frame)} rows in all.</p>" if len(frame) > rows else ""
    return f"<table>{head}{body}</table>{more}"
