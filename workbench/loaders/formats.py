"""Which reader reads which file: the one place where a new format is added.

A reader takes a path, the file's name for the report and the columns that the user named; it yields a ``Page`` or a
``Refusal`` for each article in the file and raises ``Unreadable`` where the whole file has nothing to give.
"""

from __future__ import annotations

from workbench.loaders import html, tables, text
from workbench.loaders.records import Reader

__all__ = ["READERS"]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".jsonl": tables.read_jsonl,
    ".ndjson": tables.read_jsonl,
}
"""File name ending, in small letters, to the function that reads such a file."""
