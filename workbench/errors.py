"""The exceptions of the workbench, one tree.

::

    WorkbenchError
    ├── LoadError            nothing could be loaded from what was given
    │   └── EmptyCorpusError     a folder or list without a single readable article
    ├── UnknownLanguageError no language pack has that code
    ├── UnknownNameError     an article, entity, quote or passage id that is not there
    ├── MissingExtraError    an optional package is not installed
    └── MissingBundleError   the browser half has not been built

Every message says what happened (file, row, value), then ``Hint:`` and what to try.
A file that cannot be read is no exception: it is a row of ``corpus.report``.
"""

from __future__ import annotations

__all__ = [
    "EmptyCorpusError",
    "LoadError",
    "MissingBundleError",
    "MissingExtraError",
    "UnknownLanguageError",
    "UnknownNameError",
    "WorkbenchError",
]


class WorkbenchError(Exception):
    """The root of the tree: catch this to catch them all.

    Attributes
    ----------
    hint: what to try.
    code, values: what happened by a name that stays, and of what, for those who say it in another language: ``errors``
        in the packs' ``ui.toml`` has the sentences. Empty for what no view can run into.
    """

    def __init__(self, message: str, *, hint: str = "", code: str = "", **values: str | int) -> None:
        self.hint, self.code, self.values = hint, code, values
        super().__init__(f"{message} Hint: {hint}" if hint else message)


class LoadError(WorkbenchError):
    """Nothing could be loaded from what was given."""


class EmptyCorpusError(LoadError):
    """There is not a single readable article in what was given."""


class UnknownLanguageError(WorkbenchError):
    """No language pack has that code."""


class UnknownNameError(WorkbenchError, KeyError):
    """An article, entity, quote or passage with that id is not there."""

    def __str__(self) -> str:
        return str(self.args[0])


class MissingExtraError(WorkbenchError, ImportError):
    """An optional package is not installed; the hint names the pip line."""


class MissingBundleError(WorkbenchError):
    """The browser half has not been built; the hint names the command."""
