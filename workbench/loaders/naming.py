"""Which files and folders hold no pages, by their names alone: on disk and in archives alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from workbench.corpus.beside import EVIDENCE, FILES
from workbench.corpus.marks import MARKS

__all__ = ["OUTLETS", "is_page_folder", "is_passed_over", "saved_pages"]

OUTLETS = "outlets.csv"
"""The table in which a folder describes its pages."""
NOTES = frozenset({"readme", "readme.md", "readme.txt", "license", "license.txt", OUTLETS, MARKS, EVIDENCE, *FILES})
RESOURCES = "__MACOSX"
"""What a Mac puts beside the files of a .zip."""
SAVED = "_files"
"""What a browser adds to a page's name to name the folder of its pictures and scripts."""


def is_passed_over(name: str) -> bool:
    """Whether a file of this name is hidden, or describes the files beside it."""
    return name.startswith(".") or name.lower() in NOTES


def saved_pages(names: Iterable[str]) -> frozenset[str]:
    """The names, without their endings, of the HTML pages among the files of a folder."""
    return frozenset(PurePosixPath(name).stem for name in names if name.lower().endswith((".html", ".htm")))


def is_page_folder(name: str, pages: Collection[str]) -> bool:
    """Whether a folder may hold pages: it isn't hidden, and not what a browser saved beside one of ``pages``."""
    saved = name.endswith(SAVED) and name[: -len(SAVED)] in pages
    return not (name.startswith(".") or name == RESOURCES or saved)
