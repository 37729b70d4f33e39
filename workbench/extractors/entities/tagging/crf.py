"""The tagger that comes with Riwaya: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

Its models stand in ``models/``, one a language, each with what it was trained on in ``MODEL_CARD.md``. A language
without a model has no tagger: rules and lists alone find its names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from workbench.extractors.entities.tagging.features import Features, chains
from workbench.extractors.entities.tagging.likeness import Likeness
from workbench.extractors.entities.tagging.protocol import TYPES, Tagged
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["MODELS", "CrfTagger", "default_tagger"]

MODELS = Path(__file__).parent / "models"
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

    def tag(self, text: str, words: Sequence[Token], language: LanguagePack) -> list[Tagged]:  # noqa: ARG002
        """The names among the words of one block; see :class:`Tagger`."""
        found: list[Tagged] = []
        for chain in chains(text, words):
            self._tagger.set(self._features.of(text, chain))
            found.extend(self._spans(chain, self._tagger.tag()))
        return found

    def _spans(self, words: Sequence[Token], tags: Sequence[str]) -> list[Tagged]:
        found: list[Tagged] = []
        begin = 0
        for at in range(1, len(tags) + 1):
            if at < len(tags) and tags[at][0] == "I" and tags[at][2:] == tags[begin][2:]:
                continue
            kind = TYPE_OF.get(tags[begin][2:])
            if kind is not None:
                score = min(self._tagger.marginal(tags[one], one) for one in range(begin, at))
                found.append(Tagged(words[begin].start, words[at - 1].end, kind, score))
            begin = at
        return found


@cache
def default_tagger(language: LanguagePack) -> CrfTagger | None:
    """The tagger that comes with Riwaya for a language; None where there is none."""
    model, letters = MODELS / f"{language.code}.crfsuite", MODELS / f"{language.code}.letters.crfsuite"
    if not model.is_file():
        return None
    return CrfTagger(model, Features(language, Likeness(letters)))
