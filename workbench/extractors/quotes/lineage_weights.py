"""The weights of what ``likeness.py`` measures, as ``python -m tests.eval.fit_lineages --write`` fitted them.

``WORDS`` where wordings are compared by their words alone, ``MEANING`` where they are by the sentence encoder too.
"""

from __future__ import annotations

__all__ = ["MEANING", "WORDS"]

WORDS: dict[str, float] = {
    "across": -0.23,
    "across least": -0.22,
    "across names": 1.82,
    "across told": 2.55,
    "across told of both": 1.89,
    "across told of one": 2.58,
    "adjoining": 4.1,
    "alike": -0.75,
    "alone": -0.54,
    "beside": -2.24,
    "both denied": 0.72,
    "constant": -2.69,
    "denied": -0.4,
    "direct": 0.43,
    "joined": -3.96,
    "least": -0.87,
    "lengths": -0.01,
    "nobody": -1.8,
    "number": 3.12,
    "one direct": -0.12,
    "other": -12.39,
    "shared": 0.65,
    "tiny": 0.31,
    "title": 0.71,
    "told": 1.84,
    "told of both": 3.97,
    "told of one": 1.09,
    "unknown": -3.28,
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
