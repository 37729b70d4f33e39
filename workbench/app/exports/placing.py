"""Files that are written together: all of them at the end, over those of an earlier run and over nothing else."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.loaders import written

__all__ = ["put", "target"]


def target(folder: Path) -> Path:
    """The folder to write to, once it is sure that nothing of somebody else's is overwritten there."""
    if folder.exists() and not folder.is_dir():
        raise WorkbenchError(f"{str(folder)!r} is a file, not a folder.", hint="name another folder to write to.")
    earlier = written.of_report(folder)
    for name in (*written.FILES, *written.FOLDERS):
        path = folder / name
        if path.exists() and path not in earlier and not (path.is_dir() and (not any(path.iterdir()) or earlier)):
            raise WorkbenchError(
                f"{str(path)!r} is there already, and is not from an earlier report.",
                hint="name another folder to write to, or move it away.",
            )
    return folder


def put(source: Path, goal: Path, *, last: str) -> None:
    """Move what is finished to its place: the list of its files first, and ``last`` at the end."""
    files = sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    written.keep_list(source, files)
    (goal / last).unlink(missing_ok=True)
    for name in (written.LIST, *(name for name in files if name != last), last):
        (goal / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).replace(goal / name)
