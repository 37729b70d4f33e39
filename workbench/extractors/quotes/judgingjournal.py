"""Where judgements are kept: in a file beside the corpus, in one of its own, or with the result alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.corpus import Corpus, beside
from workbench.corpus.kept import Kept, KeptFile
from workbench.errors import LoadError, WorkbenchError
from workbench.extractors.quotes.judgingfile import Judgement, dumped, parsed, plain

__all__ = ["Journal", "read_judgements"]


class Journal:
    """The judgements of one corpus, in the order in which they count.

    What is in the file counts: what another coder has added to it meanwhile is taken in with the next change.

    Raises
    ------
    LoadError: a file that was named is not there.
    """

    def __init__(self, corpus: Corpus, kept: Kept) -> None:
        makes = "quotes.save_judgements(path) makes one; judgements=None is the usual."
        self._file = KeptFile(corpus, kept, beside.JUDGEMENTS, what="judgements", makes=makes)
        self.rows: list[Judgement] = []
        self.version = 0
        self._read: bytes | None = None
        self.unreadable = ""
        try:
            self._read = self._file.content()
            self.rows = parsed(self._read)
        except WorkbenchError as error:
            self.unreadable = str(error).split(" Hint: ", 1)[0]

    def add(self, new: Sequence[Judgement]) -> None:
        """Keep some more.

        Raises
        ------
        WorkbenchError: they cannot be kept, and nothing has changed.
        """
        self._change(lambda rows: [*rows, *new])

    def merge(self, new: Sequence[Judgement]) -> list[Judgement]:
        """Keep those that are not there yet, in the order of their times; which they were.

        Raises
        ------
        WorkbenchError: they cannot be kept, and nothing has changed.
        """
        taken: list[Judgement] = []

        def merged(rows: list[Judgement]) -> list[Judgement]:
            there = {plain(one) for one in rows}
            taken[:] = [one for one in {plain(one): one for one in new}.values() if plain(one) not in there]
            return _by_time(rows, taken) if taken else rows

        self._change(merged)
        return taken

    def remove(self, old: Sequence[Judgement]) -> None:
        """Keep some no more.

        Raises
        ------
        WorkbenchError: one is there no more, or the file cannot be written; nothing has changed.
        """

        def without(rows: list[Judgement]) -> list[Judgement]:
            left = list(rows)
            for gone in old:
                places = [number for number, one in enumerate(left) if plain(one) == plain(gone)]
                if not places:
                    raise WorkbenchError(
                        "the last judgement is in the file no more.",
                        hint="wb.quotes(corpus, entities) applies what is there now.",
                        code="judgement_gone",
                    )
                del left[places[-1]]
            return left

        self._change(without)

    def save(self, path: Path | None) -> Path:
        """Write the judgements to a file, or to that in which they are kept anyway.

        Raises
        ------
        WorkbenchError: there is no such place, something else is there, or it cannot be written.
        """
        return self._file.save(path, lambda: dumped(self.rows), parsed)

    def _change(self, made: Callable[[list[Judgement]], list[Judgement]]) -> None:
        after: list[Judgement] = []
        new: list[bytes | None] = []

        def change(old: bytes | None) -> bytes | None:
            rows = made(self.rows if old == self._read and not self.unreadable else parsed(old))
            after[:] = [one if one.cells else parsed(dumped([one]))[0] for one in rows]
            new[:] = [dumped(after) if after or self._file.path is not None else None]
            return new[0]

        self._file.change(change)
        self.unreadable = ""
        self.rows, self._read = after, new[0]
        self.version += 1


def read_judgements(path: str | os.PathLike[str]) -> list[Judgement]:
    """The judgements in a file, or in the one beside a corpus, whose folder is named.

    Raises
    ------
    LoadError: there is none.
    UnreadableError: it is no file of judgements.
    """
    where = Path(path).expanduser()
    where = where / beside.JUDGEMENTS if where.is_dir() else where
    if not where.is_file():
        raise LoadError(f"there is no file {str(where)!r}.", hint=f"the judgements of a corpus: {beside.JUDGEMENTS}.")
    return parsed(beside.read(where))


def _by_time(rows: Sequence[Judgement], new: Sequence[Judgement]) -> list[Judgement]:
    """Both in the order of their times; one without a time stays behind the one that it followed."""
    timed: list[tuple[str, Judgement]] = []
    for group in (rows, new):
        last = ""
        for one in group:
            last = max(last, one.when)
            timed.append((last, one))
    return [one for _, one in sorted(timed, key=lambda pair: pair[0])]
