"""What this program wrote itself: the files of an earlier report are no pages, wherever they stand.

``jupyter workbench report`` keeps a list of its files beside them. Only what stands in that list, and where such
a report puts it, is passed over; somebody's own pages in the same folder are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

__all__ = ["LIST", "keep_list", "of_report"]

LIST = "riwaya-report.json"
FILES = ("report.html", "network.gexf", LIST)
FOLDERS = ("tables", "figures")


def keep_list(folder: Path, files: Iterable[str]) -> Path:
    """Write the list of a report's files, as paths below its folder, with forward slashes; its path."""
    path = folder / LIST
    said = {"written_by": "riwaya", "files": sorted({*files, LIST})}
    path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    return path


def of_report(folder: Path) -> frozenset[Path]:
    """The files in a folder that a report of this program put there; none where there is no list of them."""
    try:
        said = json.loads((folder / LIST).read_text(encoding="utf-8"))
        files = [PurePosixPath(name) for name in said["files"]]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
    return frozenset(folder / name for name in files if _ours(name))


def _ours(name: PurePosixPath) -> bool:
    """Whether a report puts a file there at all: the list cannot hide anything else."""
    return name.as_posix() in FILES or (len(name.parts) == 2 and name.parts[0] in FOLDERS and name.parts[1] != "..")
