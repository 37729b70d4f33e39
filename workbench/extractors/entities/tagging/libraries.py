"""Other people's libraries: imported when asked for, kept quiet, and their errors said in the words of this project."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from workbench.errors import LoadError, MissingExtraError, WorkbenchError

__all__ = ["folder", "library", "quiet", "translated"]


def library(module: str, *, extra: str) -> Any:
    """A library that a tagger is made with.

    Parameters
    ----------
    module: what is imported.
    extra: the extra of this package that installs it.

    Raises
    ------
    MissingExtraError: it is not installed, or something that it needs is not.
    """
    try:
        with quiet():
            return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"the tagger cannot be made: {error.name or module} is not installed.",
            hint=f'pip install "riwaya[{extra}]"',
        ) from error


def folder(given: object, *, takes: str, hint: str) -> Path:
    """The folder of a model on this machine.

    Parameters
    ----------
    given: its path.
    takes: what the tagger takes beside a path.
    hint: how what is known by a name only is loaded.

    Raises
    ------
    LoadError: it is no folder that is there. Names of models are not looked up anywhere: nothing is downloaded.
    """
    if not isinstance(given, str | Path):
        raise LoadError(f"{type(given).__name__} is neither {takes} nor a path.", hint=hint)
    path = Path(given).expanduser()
    if not path.is_dir():
        raise LoadError(f"there is no folder {str(given)!r}, and models are not downloaded.", hint=hint)
    return path


@contextmanager
def quiet(*loggers: str) -> Iterator[list[warnings.WarningMessage]]:
    """Nothing that a library warns of reaches the reader; the list holds it afterwards.

    Parameters
    ----------
    loggers: the names of loggers that say nothing meanwhile.
    """
    known = [(one, one.level) for one in map(logging.getLogger, loggers)]
    for logger, _ in known:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            yield told
    finally:
        for logger, level in known:
            logger.setLevel(level)


@contextmanager
def translated(doing: str, *, hint: str, kind: type[WorkbenchError] = WorkbenchError) -> Iterator[None]:
    """Errors of a library become one of this project, with the library's own as its cause.

    Parameters
    ----------
    doing: what failed, at the beginning of the message.
    hint: what to try.
    kind: the class of the error.
    """
    try:
        yield
    except (WorkbenchError, MemoryError):
        raise
    except Exception as error:
        said = next(iter(str(error).strip().splitlines()), "").rstrip(".")
        raise kind(f"{doing}: {type(error).__name__}{': ' if said else ''}{said}.", hint=hint) from error
