"""The corpora that the notebooks walk through, written for this project, with their gold, and the exercises' key."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.corpus import Corpus
from workbench.samples import practice
from workbench.samples.annotations import TABLES, gold
from workbench.samples.exercises import Checked, check
from workbench.samples.generated import Generated, generated

__all__ = ["TABLES", "Checked", "Generated", "check", "generated", "gold", "newsroom", "phone_call", "write_pages"]

HOME = Path(__file__).parent


def phone_call() -> Corpus:
    """Ten pages of nine invented outlets about one telephone call, and one later event; in Arabic and English.

    Its README says what is invented, what is reported, and which traps stand on which page; its ``gold`` folder holds
    the annotations, which :func:`gold` reads.

    >>> corpus = phone_call()
    >>> len(corpus), corpus[0].language
    (10, 'ar')
    """
    return _read("phone_call")


def newsroom() -> Corpus:
    """The pages of :func:`phone_call` and those that a small newsroom would keep beside them: two stories in all.

    The second story, a ferry on a sandbank, is invented from its harbour to its minister.

    >>> corpus = newsroom()
    >>> len(corpus) >= 24, len(corpus.sources) >= 8
    (True, True)
    """
    return _read("phone_call", "newsroom")


def write_pages(folder: str | os.PathLike[str]) -> list[str]:
    """Write the pages of :func:`phone_call` into a folder, as pages come: text, HTML, a table, and one that is empty.

    An ``outlets.csv`` beside them says whose the text files are. A folder that holds anything is left as it is, so
    that sample pages never mix with somebody's own.

    Parameters
    ----------
    folder: made where there is none.

    Returns
    -------
    The names of the files that are in the folder then, in order.

    >>> import tempfile
    >>> write_pages(tempfile.mkdtemp())[-3:]
    ['11_not-downloaded.html', 'export.csv', 'outlets.csv']
    """
    return practice.write_pages(phone_call(), HOME / "phone_call", folder)


def _read(*folders: str) -> Corpus:
    from workbench.loaders import load

    corpus = load([str(HOME / folder) for folder in folders], progress=False)
    corpus.home = None  # what is marked and corrected in it stays with it, and out of the installed package
    return corpus
