"""Where corrections are kept: in a file beside the corpus, in one of its own, or with the result alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.corpus import Corpus, beside
from workbench.corpus.kept import Kept, KeptFile
from workbench.errors import WorkbenchError
from workbench.extractors.entities.editfile import Edit, Step, dumped, parsed, without_steps
from workbench.extractors.entities.refinding import Standing

__all__ = ["Journal", "plain"]


class Journal:
    """The corrections of one corpus, in the order in which they were made.

    What is in the file counts: what somebody else has added to it meanwhile is taken in with the next change.

    Raises
    ------
    LoadError: a file that was named is not there.
    """

    def __init__(self, corpus: Corpus, kept: Kept) -> None:
        self.corpus = corpus
        makes = "entities.save_edits(path) makes one; edits=None is the usual."
        self._file = KeptFile(corpus, kept, beside.EDITS, what="corrections", makes=makes)
        self._whose: str = ""
        self.steps: list[Step] = []
        self.elsewhere = 0
        self.unreadable = ""

    def is_there(self) -> bool:
        """Whether anything is kept."""
        try:
            return self._file.content() is not None
        except WorkbenchError:
            return True  # and read says why it cannot be read

    def read(self, standing: Standing) -> None:
        """Take in what is kept; a file that holds no corrections is told in ``unreadable``."""
        try:
            self._take(parsed(self._file.content()), standing)
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
        return self._file.save(path, lambda: dumped(self.steps) or without_steps(), parsed)

    def _change(self, made: Callable[[list[Step]], list[Step]], standing: Standing) -> None:
        after: list[Step] = []

        def change(old: bytes | None) -> bytes | None:
            new = dumped(made(parsed(old)))
            after[:] = parsed(new)
            return new or (without_steps() if self._file.path is not None else None)

        self._file.change(change)
        self.unreadable = ""
        self._take(after, standing)

    def _take(self, steps: Sequence[Step], standing: Standing) -> None:
        """The steps that were said of this corpus: those of one that it shares a page with, and those of none."""
        said: dict[str, list[Edit]] = defaultdict(list)
        for step in steps:
            for edit in step:
                said[edit.corpus].append(edit)
        ours = {"", self._whose} | {whose for whose, edits in said.items() if self._file.path or _fits(edits, standing)}
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
