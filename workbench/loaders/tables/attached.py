"""The file beside a table in which the text of one of its rows stands: a snapshot of Zotero, a page that minet saved.

A table comes from another machine and may name any path. Only files below the table's own folder are read: a path
that leads elsewhere, by ``..``, by a link or because it is one of this machine, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.loaders.files import File
from workbench.loaders.records import Page, Refusal, Unreadable

__all__ = ["Attachments"]

ABSOLUTE = re.compile(r"(?:[A-Za-z]:)?[\\/]|storage:|file:")
BETWEEN = re.compile(r";\s+(?=(?:[A-Za-z]:)?[\\/]|storage:|file:)")
ORDER = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt", ".md", ".docx", ".rtf", ".pdf")
"""The endings of files that can be an article, those first that lose least of the page."""


class Attachments:
    """The files beside a table.

    Parameters
    ----------
    table: the file that the table is.
    folders: where its files are, as seen from it.
    """

    def __init__(self, table: File, folders: Sequence[str]) -> None:
        self.home = table.path.absolute().parent if table.path is not None else None
        self.folders = folders
        self._by_name: dict[Path, str] = {}

    def page(self, stated: str, name: str, origin: str) -> Page:
        """The page in the first file of those stated that can be read.

        Raises
        ------
        Unreadable: none is an article, is there, lies below the table's folder, or can be read.
        """
        problems = []
        for path in _readable(stated):
            try:
                return self._page(path, name, origin)
            except Unreadable as problem:
                problems.append(str(problem))
        raise Unreadable(problems[0] if problems else f"none of its files is a page: {stated[:80]!r}")

    def _page(self, stated: str, name: str, origin: str) -> Page:
        from workbench.loaders import formats  # it imports the readers of tables

        path = self._find(stated)
        pieces = list(formats.read(File(origin, path, name=path.name), {}))
        pages = [piece for piece in pieces if isinstance(piece, Page)]
        if len(pieces) == 1 and pages:
            notes = (*pages[0].notes, f"text from {path.name[:80]}")
            return replace(pages[0], name=name, origin=origin, notes=notes, attached=path.absolute().as_posix())
        refused = next((piece.reason for piece in pieces if isinstance(piece, Refusal)), f"{len(pieces)} pages in it")
        raise Unreadable(f"its file {path.name[:80]!r}: {refused}")

    def _find(self, stated: str) -> Path:
        """The file that a path means here.

        Raises
        ------
        Unreadable: there is none below the table's folder, or it was another row's by its name alone.
        """
        if self.home is None:
            raise Unreadable("its text is in a file beside the table, and the table is inside an archive: unpack it")
        parts = _parts(stated)
        if not parts or ".." in parts:
            raise Unreadable(f"its file {stated[:80]!r} leads out of the table's folder and is not read")
        home = self.home.resolve()
        for candidate in self._candidates(stated, parts):
            try:
                if not candidate.is_file():
                    continue
                inside = candidate.resolve().is_relative_to(home)
            except (OSError, ValueError):
                continue
            if not inside:
                raise Unreadable(f"its file {parts[-1][:80]!r} is a link that leads out of the table's folder")
            return self._unshared(candidate, stated, parts)
        where = "/".join((self.folders[0], *parts[-2:]))
        raise Unreadable(f"its file is not below the table's folder: it is looked for as {where[:120]!r} there")

    def _candidates(self, stated: str, parts: list[str]) -> Iterator[Path]:
        """Where a path of another machine may be found here: by its last parts, or as it stands below the table."""
        assert self.home is not None
        tails = [parts[-2:], parts[-1:]] if ABSOLUTE.match(stated) else [parts]
        for tail in tails:
            for folder in self.folders:
                yield self.home.joinpath(folder, *tail)
        path = Path(stated)
        if path.is_absolute() and path.is_relative_to(self.home):
            yield path

    def _unshared(self, path: Path, stated: str, parts: list[str]) -> Path:
        """A file found by its name alone is one row's: two rows may have named two files of one name."""
        if len(parts) < 2 or path.parts[-2:] == tuple(parts[-2:]):
            return path
        if self._by_name.setdefault(path, stated) != stated:
            raise Unreadable(f"its file {parts[-1][:80]!r} is another row's by that name: keep the files' folders")
        return path


def _readable(stated: str) -> list[str]:
    """The paths of a cell that can be an article, the best first."""
    paths = [path.strip() for path in BETWEEN.split(stated) if path.strip()]
    endings = [_ending(path) for path in paths]
    ranked = [(ORDER.index(ending), path) for path, ending in zip(paths, endings, strict=True) if ending in ORDER]
    nameless = [path for path, ending in zip(paths, endings, strict=True) if not ending]
    return [path for _, path in sorted(ranked)] + nameless


def _ending(path: str) -> str:
    parts = _parts(path.lower().removesuffix(".gz"))
    return Path(parts[-1]).suffix if parts else ""


def _parts(stated: str) -> list[str]:
    plain = re.sub(r"^(?:storage:|file:(?://)?|[A-Za-z]:)", "", stated)
    return [part for part in re.split(r"[\\/]+", plain) if part not in ("", ".")]
