"""The tagger that comes with Riwaya: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

Its models stand in ``models/``, one a language, each with what it was trained on in ``MODEL_CARD.md``. A language
without a model has no tagger: rules and lists alone find its names.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workbench.extractors.entities.tagging.features import Features, chains
from workbench.extractors.entities.tagging.likeness import MODELS, likeness
from workbench.extractors.entities.tagging.protocol import TYPES, Tagged
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

NONE = "O"
SURE = 0.98
"""How likely a word is no part of a name from which on nothing is said of it."""
MOST = 0.59
"""The highest score of a word that is more likely no part of a name."""
__all__ = ["MODELS", "CrfTagger", "default_tagger"]

TYPE_OF = {"PERS": "PER", **{kind: kind for kind in TYPES}}
"""The types of the data set that are types here: its ``MISC`` is none."""


class CrfTagger:
    """Tags words with a trained model.

    Parameters
    ----------
    model: the model of the tagger.
    features: what it looks at.
    """

    name = "crf"

    def __init__(self, model: Path, features: Features) -> None:
        import pycrfsuite

        self._features = features
        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open(str(model))
        labels = self._tagger.labels()
        self._tags = {
            own: [f"{place}-{kind}" for place in "BI" if f"{place}-{kind}" in labels]
            for kind, own in TYPE_OF.items()
            if f"B-{kind}" in labels
        }

    def tag(self, text: str, words: Sequence[Token], language: LanguagePack) -> list[Tagged]:  # noqa: ARG002
        """The names among the words of one block; see :class:`Tagger`.

        Words that may be names and were more likely none are spans too, with low scores.
        """
        found: list[Tagged] = []
        for chain in chains(text, words):
            self._tagger.set(self._features.of(text, chain))
            found.extend(self._spans(chain, self._tagger.tag()))
        return found

    def _spans(self, words: Sequence[Token], tags: Sequence[str]) -> Iterator[Tagged]:
        begin = 0
        for at in range(1, len(tags) + 1):
            if at < len(tags) and tags[at][0] == "I" and tags[at][2:] == tags[begin][2:]:
                continue
            kind = TYPE_OF.get(tags[begin][2:])
            if kind is not None:
                score = min(self._tagger.marginal(tags[one], one) for one in range(begin, at))
                yield Tagged(words[begin].start, words[at - 1].end, kind, score)
            elif tags[begin] == NONE:
                yield from self._doubtful(words[begin], begin)
            begin = at

    def _doubtful(self, word: Token, at: int) -> Iterator[Tagged]:
        """A word that the tagger takes for no part of a name, where it is not quite sure."""
        none = self._tagger.marginal(NONE, at)
        if none > SURE:
            return
        likely = {kind: sum(self._tagger.marginal(tag, at) for tag in tags) for kind, tags in self._tags.items()}
        kind = max(likely, key=lambda one: likely[one])
        yield Tagged(word.start, word.end, kind, min(1 - none, MOST))


@cache
def default_tagger(language: LanguagePack) -> CrfTagger | None:
    """The tagger that comes with Riwaya for a language; None where there is none."""
    model, letters = MODELS / f"{language.code}.crfsuite", likeness(language)
    if letters is None or not model.is_file():
        return None
    kept = frozenset(lzma.decompress((MODELS / f"{language.code}.features.xz").read_bytes()).decode().split("\n"))
    return CrfTagger(model, Features(language, letters, kept=kept))
