"""What is to be done to load something: its files and pieces as jobs, in order, with what is known of them already."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import LoadError
from workbench.loaders import formats, outlets
from workbench.loaders.crew import Done, Job, processes_for
from workbench.loaders.files import File
from workbench.loaders.find import Found, find
from workbench.loaders.records import Meta, Piece, Refusal, Unreadable

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Plan", "is_address", "plan"]

LARGE = 16 * 2**20
"""Bytes from which the pieces of a file are handed on as they are read, and not the file."""
PIECES = 100
"""Pieces that are handed on together."""

Known = Callable[[str], Done | None]


@dataclass(frozen=True)
class Plan:
    """Jobs in order, how many files they are at least, in how many processes, and where the corpus lives.

    ``addresses`` says that some of what was given are web addresses.
    """

    items: Iterable[Job | Done]
    files: int
    processes: int = 1
    home: Path | None = None
    addresses: bool = False


def is_address(what: object) -> bool:
    """Whether something is a web address."""
    return isinstance(what, str) and what.strip().lower().startswith(("http://", "https://"))


def plan(what: Any, columns: Mapping[str, str], *, known: Known | None = None) -> Plan:
    """What is to be done with what was given.

    Raises
    ------
    LoadError: there is nothing by that name, or it is nothing that can be loaded.
    """
    if hasattr(what, "itertuples"):
        return Plan(_chunks(_frame(what, columns)), len(what), processes_for(len(what), 0))
    if is_address(what) or isinstance(what, (str, os.PathLike)):
        given = [what]
    elif isinstance(what, Iterable) and not isinstance(what, (bytes, Mapping)):
        given = list(what)
    else:
        raise LoadError(
            f"{type(what).__name__} is nothing that can be loaded.",
            hint="give a path, a glob, an address, a list of these or a pandas frame.",
        )
    urls = [str(one) for one in given if is_address(one)]
    files = [found for one in given if not is_address(one) for found in find(one)]
    folder = Path(what).expanduser() if isinstance(what, (str, os.PathLike)) and not urls else None
    home = folder if folder is not None and folder.is_dir() else None
    items = chain(_addresses(urls, known), _jobs(files, [home] if home else [], columns, known))
    size = sum(_size(found.path) for found in files)
    return Plan(items, len(files) + len(urls), processes_for(len(files), size), home, bool(urls))


def _addresses(urls: list[str], known: Known | None) -> Iterator[Job | Done]:
    if not urls:
        return
    from workbench.loaders.web.fetch import addresses

    for address in addresses(urls):
        done = known(address.url) if known else None
        yield done or Job(pieces=(address,), input=address.url)


def _frame(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Piece]:
    from workbench.loaders.tables.reading import read_frame

    try:
        yield from read_frame(frame, columns)
    except Unreadable as problem:
        yield Refusal("DataFrame", str(problem))


def _chunks(pieces: Iterable[Piece]) -> Iterator[Job]:
    return (Job(pieces=chunk) for chunk in _batched(pieces))


def _jobs(
    files: list[Found], folders: list[Path], columns: Mapping[str, str], known: Known | None
) -> Iterator[Job | Done]:
    """A job a file, each with what the ``outlets.csv`` of its folder, or of the folder given, says."""
    said: dict[Path, Meta] = {}
    for folder in dict.fromkeys([*folders, *(found.path.parent for found in files)]):
        try:
            said.update({path.resolve(): meta for path, meta in outlets.read(folder).items()})
        except Unreadable as problem:
            yield Job(pieces=(Refusal((folder / outlets.OUTLETS).as_posix(), str(problem)),))
    for found in files:
        if found.refused:
            yield Job(pieces=(Refusal(found.origin, found.refused),))
            continue
        meta = said.get(found.path.resolve(), {}) if said else {}
        done = known(found.path.absolute().as_posix()) if known and not meta else None
        if done is not None:
            yield done
            continue
        yield from _file(File(found.origin, found.path), meta, columns)
    seen = {found.path.resolve() for found in files} if said else set()
    for path in said:
        if path not in seen and folders and not path.exists():
            missing = Refusal(f"{outlets.OUTLETS}: {path.name}", "the table names it, and there is no such file")
            yield Job(pieces=(missing,))


def _file(file: File, said: Meta, columns: Mapping[str, str]) -> Iterator[Job]:
    """A file to be read by whoever does the job; of a large one, its pieces as they are read."""
    assert file.path is not None
    size = _size(file.path)
    if size < LARGE:
        yield Job(file, said=said, size=size, input=file.origin)
        return
    before = 0
    for chunk in _batched(formats.read(file, columns)):
        yield Job(pieces=chunk, said=said, size=LARGE // 16, input=file.origin)
        before += len(chunk)
    yield Job(file, pieces=(), before=before, input=file.origin)


def _batched(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    stream = iter(pieces)
    while chunk := tuple(islice(stream, PIECES)):
        yield chunk


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
