"""Generated articles in any number, with known reuse: to see what a large corpus costs, and what is found in it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.progress import steps
from workbench.samples.invention import DAY, Page, Taken, day

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Generated", "generated"]

PAGES = "pages"
PLANTED = "planted.parquet"
MADE = "generated.json"
VERSION = 1
"""Of the grammar and the draws: files of another version are made anew."""
MOST = 9_999_000
"""The most articles: their ids have seven digits."""
SHOWN = 20
"""Days from which the writing shows a bar."""


@dataclass(frozen=True, eq=False)
class Generated:
    """Where generated articles were written, and the truth about them.

    Attributes
    ----------
    pages: the folder that ``wb.load`` reads: Parquet files of a day each.
    planted: a frame with the columns a, b (article ids; ``b`` took from ``a``, which was first), kind ("copy": the
        whole page; "edited": the whole page after an editor; "part": up to three sentences, edited, among sentences of
        its own), words (how many were taken), kept (which share of them was left as it was).
    """

    pages: Path
    planted: pd.DataFrame

    def __repr__(self) -> str:
        return f"Generated({self.pages}, {len(self.planted)} pages took from another)"


def generated(count: int, *, folder: str | os.PathLike[str], seed: int = 0) -> Generated:
    """Write so many generated articles of invented outlets, with reuse whose amount is known.

    Thirteen outlets, nine in Arabic and four in English, write a thousand articles a day of about 160 words, by a small
    grammar: sentences that read like news and mean nothing. Some outlets take from others, whole or in part, most
    often from an agency; eight in ten pages end in their outlet's own closing words. They are made a day at a time
    and never all in memory; the first articles are the same, however many follow. Files that are there already, from
    the same call, are left as they are.

    Parameters
    ----------
    count: how many articles.
    folder: a folder of its own for them.
    seed: another seed makes other articles; the same seed makes the same ones.

    Raises
    ------
    WorkbenchError: ``count`` is out of range, or the folder holds something else, or cannot be written.

    >>> import tempfile
    >>> from workbench.loaders import load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = generated(200, folder=folder)
    ...     len(load(made.pages)), sorted(set(made.planted["kind"]))
    (200, ['copy', 'edited', 'part'])
    """
    import pandas as pd

    if not 1 <= count <= MOST:
        raise WorkbenchError(f"{count} articles cannot be generated.", hint=f"from 1 to {MOST:,}.")
    home = Path(folder).expanduser()
    asked = {"count": count, "seed": seed, "version": VERSION}
    try:
        if _made(home) != asked:
            _write(home, asked)
        return Generated(home / PAGES, pd.read_parquet(home / PLANTED))
    except OSError as error:
        raise WorkbenchError(f"{str(home)!r} cannot be written: {error}.", hint="name another folder.") from error


def _made(home: Path) -> dict[str, int] | None:
    """What was asked for when the folder was filled; None where that was not ended.

    Raises
    ------
    WorkbenchError: the folder holds something else.
    """
    if not home.exists() or not any(home.iterdir()):
        return None
    if not {path.name for path in home.iterdir()} <= {PAGES, PLANTED, MADE}:
        raise WorkbenchError(f"{str(home)!r} holds something else.", hint="name a folder that is new or empty.")
    said: dict[str, int] | None = None
    with suppress(FileNotFoundError, ValueError):
        said = json.loads((home / MADE).read_text(encoding="utf-8"))
    return said


def _write(home: Path, asked: dict[str, int]) -> None:
    """Write the pages day by day, then what was planted, then what was asked for: the sign that all of it is there."""
    (home / MADE).unlink(missing_ok=True)
    (home / PAGES).mkdir(parents=True, exist_ok=True)
    for path in (home / PAGES).glob("day-*.parquet"):
        path.unlink()
    planted: list[Taken] = []
    days = range(-(-asked["count"] // DAY))
    for number in steps(days, "days", many=SHOWN):
        pages, taken = day(number, seed=asked["seed"])
        rest = asked["count"] - number * DAY
        _table(home / PAGES / f"day-{number + 1:04}.parquet", pages[:rest], Page._fields)
        last = pages[:rest][-1].id
        planted += [one for one in taken if one.b <= last]
    _table(home / PLANTED, planted, Taken._fields)
    (home / MADE).write_text(json.dumps(asked), encoding="utf-8")


def _table(path: Path, rows: list[Page] | list[Taken], names: tuple[str, ...]) -> None:
    """Write rows to a Parquet file."""
    import pandas as pd

    pd.DataFrame(rows, columns=list(names)).to_parquet(path, index=False)
