"""The weights of what ``likeness.py`` measures, as ``python -m tests.eval.fit_lineages --write`` fitted them.

``WORDS`` where wordings are compared by their words alone, ``MEANING`` where they are by the sentence encoder too.
"""

from __future__ import annotations

__all__ = ["MEANING", "WORDS"]

WORDS: dict[str, float] = {
    "across": 0.58,
    "across days": 1.11,
    "across names": 3.31,
    "across told": 2.65,
    "across told of both": 2.83,
    "across told of one": 2.46,
    "alone": -0.77,
    "beside": -0.63,
    "constant": -3.44,
    "number": 3.35,
    "shared": 0.84,
    "short": 0.01,
    "tiny": 0.67,
    "told": 1.33,
    "told of both": 7.17,
}

MEANING: dict[str, float] = {
    "across": -0.03,
    "across meaning": 8.4,
    "across meant": 0.96,
    "across names": 0.92,
    "across told of both": 1.48,
    "across told of one": 4.24,
    "alone": -0.53,
    "beside": -0.6,
    "constant": -4.72,
    "meaning": 6.21,
    "meant": 0.55,
    "number": 2.48,
    "tiny": 1.32,
    "told": 0.79,
    "told of both": 5.6,
}
