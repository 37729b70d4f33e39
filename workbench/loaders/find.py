"""The files behind what a user gives: a file, a folder, a glob, a list of these."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.errors import LoadError
from workbench.loaders import outlets, written
from workbench.loaders.naming import OUTLETS, is_page_folder, is_passed_over, saved_pages
from workbench.loaders.records import Unreadable
from workbench.loaders.written import Written

__all__ = ["Found", "find"]


class Found(NamedTuple):
    """A file and its name in the report, and why it is not read, where it isn't."""

    path: Path
    origin: str
    refused: str = ""


def find(what: str | os.PathLike[str]) -> list[Found]:
    """The files of a path or glob, in the order of their names.

    In a folder, and in all folders below it, these are passed over: hidden files, ``outlets.csv``, a README or LICENSE,
    the ``NAME_files`` folder that a browser saves beside ``NAME.html``, and beside an ``outlets.csv`` the folders
    in which it names no file. What an earlier report of this program wrote, or a corpus that it saved, is not read
    either, unless it is asked for by its own name; one row says so.

    Raises
    ------
    LoadError: there is nothing by that name, or it is no name at all.
    """
    given = _name(what)
    path = Path(given).expanduser()
    if _exists(path):
        if path.is_dir():
            return _without_our_own((Found(one, one.relative_to(path).as_posix()) for one in _inside(path)), path)
        return [Found(path, given)]
    if glob.has_magic(given):
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - a Path has no absolute globs
        files = (Found(Path(match), Path(match).as_posix()) for match in matches if Path(match).is_file())
        return _without_our_own(files, Path())
    raise LoadError(f"there is no file or folder {given!r}.", hint=_nearest(path))


def _name(what: object) -> str:
    try:
        given = os.fspath(what)  # type: ignore[call-overload]
    except TypeError:
        given = None
    if not isinstance(given, str):
        raise LoadError(f"{what!r} is no path.", hint="give the name of a file or folder, or a glob, as text or Path.")
    if not given.strip():
        raise LoadError("the path is empty.", hint="give '.' if the folder that you are in is meant.")
    return given


def _without_our_own(files: Iterable[Found], base: Path) -> list[Found]:
    """The files; those of an earlier report or a saved corpus as one that is refused."""
    known: dict[Path, Written] = {}
    found: list[Found] = []
    told: set[Path] = set()
    for one in files:
        home = next((up for up in one.path.parents[:2] if one.path in _written(up, known).files), None)
        if home is None:
            found.append(one)
        elif home not in told:
            told.add(home)
            path = home / known[home].told_by
            name = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
            found.append(Found(path, name, known[home].reason))
    return found


def _written(folder: Path, known: dict[Path, Written]) -> Written:
    if folder not in known:
        known[folder] = written.by_us(folder)
    return known[folder]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long for the system, or with a NUL in it
        return False


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        pages = saved_pages(files)
        folders[:] = sorted(name for name in folders if is_page_folder(name, pages))
        if OUTLETS in files:
            named = _named(Path(here))
            folders[:] = [name for name in folders if not named or name in named]
        for name in sorted(files):
            if not is_passed_over(name):
                yield Path(here) / name


def _named(folder: Path) -> set[str]:
    """What a folder's ``outlets.csv`` names right below the folder: files, and folders with files in them."""
    try:
        return {path.relative_to(folder).parts[0] for path in outlets.read(folder)}
    except (Unreadable, ValueError):
        return set()


def _nearest(path: Path) -> str:
    """What stands where the path was looked for, so that a slip of the pen can be seen."""
    from difflib import get_close_matches

    parent = path.parent
    try:
        names = sorted(os.listdir(parent))  # noqa: PTH208 - names, not paths
    except (OSError, ValueError):
        return f"the folder {str(parent)!r} is not there either; paths count from {str(Path.cwd())!r}."
    close = get_close_matches(path.name, names, n=1)
    return f"did you mean {str(parent / close[0])!r}?" if close else f"paths count from {str(Path.cwd())!r}."
