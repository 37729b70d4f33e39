"""What this program wrote itself: the files of an earlier report or a saved corpus are no pages, wherever they stand.

``jupyter workbench report`` keeps a list of its files beside them. Only what stands in that list, and where such
a report puts it, is passed over; somebody's own pages in the same folder are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from workbench.corpus.saved import MANIFEST, PART

__all__ = ["LIST", "Written", "by_us", "keep_list", "of_report"]

LIST = "riwaya-report.json"
FILES = ("report.html", "network.gexf", "network.graphml", "tables.xlsx", "methods.md", LIST)
FOLDERS = ("annotations", "figures", "latex", "references", "tables")


def keep_list(folder: Path, files: Iterable[str]) -> Path:
    """Write the list of a report's files, as paths below its folder, with forward slashes; its path."""
    path = folder / LIST
    said = {"written_by": "riwaya", "files": sorted({*files, LIST})}
    path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    return path


class Written(NamedTuple):
    """Files that this program wrote into a folder, the one that tells of them, and what they are."""

    files: frozenset[Path]
    told_by: str = LIST
    reason: str = ""


def by_us(folder: Path) -> Written:
    """What this program wrote into a folder: an earlier report, a saved corpus, or nothing."""
    if (folder / MANIFEST).is_file():
        files = {path for path in folder.iterdir() if path.name == MANIFEST or PART.fullmatch(path.name)}
        return Written(frozenset(files), MANIFEST, "a saved corpus: wb.open reads it, and not wb.load")
    reason = "an earlier report of this program; the files that it wrote are not read"
    return Written(of_report(folder), LIST, reason)


def of_report(folder: Path) -> frozenset[Path]:
    """The files in a folder that a report of this program put there; none where there is no list of them."""
    if not (folder / LIST).is_file():  # a pipe of that name would be waited for
        return frozenset()
    try:
        said = json.loads((folder / LIST).read_text(encoding="utf-8"))
        files = [PurePosixPath(name) for name in said["files"]]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
    return frozenset(folder / name for name in files if _ours(name))


def _ours(name: PurePosixPath) -> bool:
    """Whether a report puts a file there at all: the list cannot hide anything else."""
    return name.as_posix() in FILES or (1 < len(name.parts) < 4 and name.parts[0] in FOLDERS and ".." not in name.parts)
