"""One file of what people said of a corpus: beside it, at a place of its own, or in memory alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.corpus import beside
from workbench.corpus.sheets import UnreadableError
from workbench.errors import LoadError, WorkbenchError

if TYPE_CHECKING:
    from workbench.corpus import Corpus

__all__ = ["Kept", "KeptFile"]

Kept = str | os.PathLike[str] | Literal[False] | None
"""The file that is asked for; None: the one beside the corpus; False: none."""


class KeptFile:
    """Where something is kept: ``name`` of its file beside a corpus, ``what`` is in it, and who ``makes`` one.

    Raises
    ------
    LoadError: a file that was named is not there.
    """

    def __init__(self, corpus: Corpus, kept: Kept, name: str, *, what: str, makes: str) -> None:
        self.path = None if kept is None or kept is False else Path(kept).expanduser()
        self._corpus, self._name, self._what = corpus, name, what
        self._beside = kept is None
        self._alone: bytes | None = None
        if self.path is not None and not self.path.is_file():
            raise LoadError(f"there is no file {str(self.path)!r}.", hint=makes)

    def content(self) -> bytes | None:
        """What is in it; None: nothing.

        Raises
        ------
        WorkbenchError: it cannot be read.
        """
        if self._beside:
            return self._corpus.read_beside(self._name)
        return beside.read(self.path) if self.path is not None else self._alone

    def change(self, made: beside.Change) -> None:
        """Put in place of what is in it what ``made`` makes of it, with nobody in between.

        Raises
        ------
        WorkbenchError: it cannot be written; nothing has changed.
        """
        if self._beside:
            self._corpus.change_beside(self._name, made)
        elif self.path is not None:
            beside.change(self.path, made)
        else:
            self._alone = made(self._alone)

    def save(self, path: Path | None, content: Callable[[], bytes], parsed: Callable[[bytes | None], object]) -> Path:
        """Write something to a file (which ``parsed`` must be able to read), or name that in which it is kept anyway.

        Raises
        ------
        WorkbenchError: there is no such place, something else is there, or it cannot be written.
        """
        folder = self._corpus.home if self._beside else None
        home = folder / self._name if folder is not None else self.path
        target = path or home
        if target is None:
            raise WorkbenchError(
                f"the corpus has no folder to keep {self._what} in.",
                hint="name a file, or keep both: corpus.save(folder).",
            )
        if home is not None and os.path.abspath(target) == os.path.abspath(home):  # noqa: PTH100 - no link is followed
            return target

        def ours(old: bytes | None) -> bytes:
            try:
                parsed(old)
            except UnreadableError as error:
                raise WorkbenchError(
                    f"{str(target)!r} holds something else.",
                    hint="name another file.",
                    code="holds_else",
                    file=target.name,
                ) from error
            return content()

        beside.change(target, ours)
        return target
