"""How much a word looks like a name by its letters alone.

A model of its own, over the letter n-grams of a word, trained on words of gathered names against frequent words of the
language (``train.py``): it tells a name that no list has (``شتاينماير``) from a rare form of an ordinary word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from workbench.kept import kept
from workbench.languages.pack import LanguagePack

__all__ = ["LIKE", "MODELS", "Likeness", "likeness", "ngrams"]

MODELS = Path(__file__).parent / "models"
LIKE = "name"
SHORTEST, LONGEST = 3, 14
STEPS = 8


def ngrams(word: str) -> list[str]:
    """The runs of two to four letters of a word, its beginning and end marked.

    >>> ngrams("بن")
    ['^ب', 'بن', 'ن$', '^بن', 'بن$', '^بن$']
    """
    marked = f"^{word}$"
    return [marked[at : at + size] for size in (2, 3, 4) for at in range(len(marked) - size + 1)]


class Likeness:
    """Grades words by their letters.

    Parameters
    ----------
    path: the trained model.
    """

    def __init__(self, path: Path) -> None:
        import pycrfsuite

        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._cached = kept(self._graded)

    def grade(self, word: str) -> int:
        """From 0 (no name) to 7 (a name); -1 for a word that is too short or too long to tell."""
        return self._cached(word)

    def _graded(self, word: str) -> int:
        if not SHORTEST <= len(word) <= LONGEST:
            return -1
        self._tagger.set([ngrams(word)])
        return min(STEPS - 1, int(self._tagger.marginal(LIKE, 0) * STEPS))


@cache
def likeness(language: LanguagePack) -> Likeness | None:
    """What grades the words of a language; None where there is no model of it."""
    path = MODELS / f"{language.code}.letters.crfsuite"
    return Likeness(path) if path.is_file() else None
