"""The weights of what ``likeness.py`` measures, as ``python -m tests.eval.fit_lineages --write`` fitted them.

``WORDS`` where wordings are compared by their words alone, ``MEANING`` where they are by the sentence encoder too.
"""

from __future__ import annotations

__all__ = ["MEANING", "WORDS"]

WORDS: dict[str, float] = {
    "across": -0.3,
    "across least": -0.18,
    "across names": 1.78,
    "across told": 2.55,
    "across told of both": 1.77,
    "across told of one": 2.73,
    "adjoining": 4.33,
    "alone": -0.58,
    "beside": -2.46,
    "both denied": 0.69,
    "constant": -2.66,
    "denied": -0.38,
    "direct": 0.4,
    "joined": -3.95,
    "least": -0.86,
    "lengths": -0.03,
    "nobody": -1.8,
    "number": 3.0,
    "one direct": -0.15,
    "other": -12.3,
    "shared": 0.67,
    "tiny": 0.3,
    "title": 0.73,
    "told": 1.87,
    "told of both": 3.7,
    "told of one": 1.2,
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
