"""What a corpus is called, so that findings of several can be told apart."""

from __future__ import annotations

from pathlib import PurePath

from workbench.corpus import Corpus

__all__ = ["called"]

NAMED = 2
"""Outlets that stand for the name of a corpus without files."""


def called(corpus: Corpus) -> str:
    """The folder of a corpus, else that of its files or the one file, else its first outlets.

    >>> from workbench.samples import phone_call
    >>> called(phone_call()), called(Corpus([]))
    ('phone_call', '')
    """
    if corpus.home is not None:
        return corpus.home.name
    paths = [PurePath(file.path) for file in corpus.report.files]
    if len(paths) == 1:
        return paths[0].name
    folders = {path.parent.name for path in paths}
    return folders.pop() if len(folders) == 1 else " · ".join(corpus.sources[:NAMED])
