"""Where corrections are kept: in a file beside the corpus, in one of its own, or with the result alone."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from workbench.corpus import Corpus, beside
from workbench.errors import LoadError, WorkbenchError
from workbench.extractors.entities.editfile import Edit, Step, UnreadableError, dumped, parsed, without_steps
from workbench.extractors.entities.refinding import Standing

__all__ = ["Journal", "Kept", "plain"]

Kept = str | os.PathLike[str] | Literal[False] | None
"""The file of corrections; None: the one beside the corpus; False: none."""


class Journal:
    """The corrections of one corpus, in the order in which they were made.

    What is in the file counts: what somebody else has added to it meanwhile is taken in with the next change.

    Raises
    ------
    LoadError: a file that was named is not there.
    """

    def __init__(self, corpus: Corpus, kept: Kept) -> None:
        self.corpus = corpus
        self.path = None if kept is None or kept is False else Path(kept).expanduser()
        self._beside = kept is None
        self._alone: bytes | None = None
        self._whose: str = ""
        self.steps: list[Step] = []
        self.elsewhere = 0
        self.unreadable = ""
        if self.path is not None and not self.path.is_file():
            raise LoadError(
                f"there is no file {str(self.path)!r}.",
                hint="entities.save_edits(path) makes one; edits=None is the usual.",
            )

    def is_there(self) -> bool:
        """Whether anything is kept."""
        try:
            return self._content() is not None
        except WorkbenchError:
            return True  # and read says why it cannot be read

    def read(self, standing: Standing) -> None:
        """Take in what is kept; a file that holds no corrections is told in ``unreadable``."""
        try:
            self._take(parsed(self._content()), standing)
        except WorkbenchError as error:
            self.unreadable = str(error).split(" Hint: ", 1)[0]

    def add(self, step: Step, standing: Standing) -> None:
        """Keep one more step.

        Raises
        ------
        WorkbenchError: it cannot be kept, and nothing has changed.
        """
        self._whose = self._whose or self.corpus.digest[:8]
        new = tuple(replace(edit, corpus=edit.corpus or self._whose) for edit in step)
        self._change(lambda steps: [*steps, new], standing)

    def remove(self, step: Step, standing: Standing) -> None:
        """Keep a step no more.

        Raises
        ------
        WorkbenchError: it is there no more, or the file cannot be written; nothing has changed.
        """

        def without(steps: list[Step]) -> list[Step]:
            places = [number for number, one in enumerate(steps) if plain(one) == plain(step)]
            if not places:
                raise WorkbenchError(
                    "the last correction is in the file no more.",
                    hint="wb.entities(corpus) applies what is there now.",
                    code="correction_gone",
                )
            return [one for number, one in enumerate(steps) if number != places[-1]]

        self._change(without, standing)

    def save(self, path: Path | None) -> Path:
        """Write the steps to a file, or to that in which they are kept anyway.

        Raises
        ------
        WorkbenchError: there is no such place, something else is there, or it cannot be written.
        """
        home = self.corpus.home / beside.EDITS if self._beside and self.corpus.home is not None else self.path
        if path is None and home is None:
            raise WorkbenchError(
                "the corpus has no folder to keep corrections in.",
                hint="name a file, or keep both: corpus.save(folder).",
            )
        target = path or home
        assert target is not None
        if home is not None and _same(target, home):
            return target

        def ours(old: bytes | None) -> bytes | None:
            try:
                parsed(old)
            except UnreadableError as error:
                raise WorkbenchError(
                    f"{str(target)!r} holds something else.",
                    hint="name another file.",
                    code="holds_else",
                    file=target.name,
                ) from error
            return dumped(self.steps) or without_steps()

        beside.change(target, ours)
        return target

    def _content(self) -> bytes | None:
        if self._beside:
            return self.corpus.read_beside(beside.EDITS)
        return beside.read(self.path) if self.path is not None else self._alone

    def _change(self, made: Callable[[list[Step]], list[Step]], standing: Standing) -> None:
        after: list[Step] = []

        def change(old: bytes | None) -> bytes | None:
            new = dumped(made(parsed(old)))
            after[:] = parsed(new)
            return new

        if self._beside:
            self.corpus.change_beside(beside.EDITS, change)
        elif self.path is not None:
            beside.change(self.path, lambda old: change(old) or without_steps())
        else:
            self._alone = change(self._alone)
        self.unreadable = ""
        self._take(after, standing)

    def _take(self, steps: Sequence[Step], standing: Standing) -> None:
        """The steps that were said of this corpus: those of one that it shares a page with, and those of none."""
        said: dict[str, list[Edit]] = defaultdict(list)
        for step in steps:
            for edit in step:
                said[edit.corpus].append(edit)
        ours = {"", self._whose} | {whose for whose, edits in said.items() if self.path or _fits(edits, standing)}
        self.steps = [step for step in steps if any(edit.corpus in ours for edit in step)]
        self.elsewhere = len(steps) - len(self.steps)
        self._whose = self._whose or next((edit.corpus for step in self.steps for edit in step if edit.corpus), "")


def _fits(edits: Sequence[Edit], standing: Standing) -> bool:
    """Whether the pages of some corrections are those of a corpus: one is there under its id, or half of the texts."""
    if any(standing.is_on_page(edit) for edit in edits):
        return True
    pages = {edit.page for edit in edits if edit.page}
    return bool(pages) and 2 * sum(page in standing.pages.ids for page in pages) >= len(pages)


def plain(step: Step) -> Step:
    """A step without the cells that it was read from."""
    return tuple(replace(edit, cells=()) for edit in step)


def _same(one: Path, other: Path) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100 - no link is followed
