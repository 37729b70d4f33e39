"""The corpora that the notebooks walk through, written for this project, with their gold."""

from __future__ import annotations

from pathlib import Path

from workbench.corpus import Corpus

__all__ = ["phone_call"]

HOME = Path(__file__).parent


def phone_call() -> Corpus:
    """Ten pages of nine invented outlets about one telephone call, and one later event; in Arabic and English.

    Its README says what is invented, what is reported, and which traps stand on which page; its ``gold`` folder holds
    the annotations.

    >>> corpus = phone_call()
    >>> len(corpus), corpus[0].language
    (10, 'ar')
    """
    from workbench.loaders import load

    corpus = load(HOME / "phone_call", progress=False)
    corpus.home = None  # what is marked and corrected in it stays with it, and out of the installed package
    return corpus
