"""The weights of what ``likeness.py`` measures, as ``python -m tests.eval.fit_lineages --write`` fitted them.

``WORDS`` where wordings are compared by their words alone, ``MEANING`` where they are by the sentence encoder too.
"""

from __future__ import annotations

__all__ = ["MEANING", "WORDS"]

WORDS: dict[str, float] = {
    "across": -0.23,
    "across least": -0.16,
    "across names": 1.82,
    "across told": 2.54,
    "across told of both": 1.92,
    "across told of one": 2.56,
    "adjoining": 4.09,
    "alike": -0.75,
    "alone": -0.52,
    "beside": -2.24,
    "both denied": 0.73,
    "constant": -2.82,
    "denied": -0.38,
    "direct": 0.44,
    "joined": -3.96,
    "least": -0.8,
    "lengths": -0.03,
    "nobody": -1.83,
    "number": 3.12,
    "one direct": -0.1,
    "shared": 0.64,
    "tiny": 0.35,
    "title": 0.7,
    "told": 1.81,
    "told of both": 4.01,
    "told of one": 1.16,
    "unknown": -3.27,
}

MEANING: dict[str, float] = {
    "across": -0.36,
    "across least": -0.81,
    "across meaning": 6.76,
    "across meant": 0.93,
    "across names": 0.29,
    "across told": 0.94,
    "across told of both": 1.08,
    "across told of one": 3.3,
    "adjoining": 4.16,
    "alike": -0.54,
    "alone": -0.3,
    "beside": -2.13,
    "both denied": 0.57,
    "constant": -3.77,
    "denied": -0.13,
    "direct": 0.4,
    "joined": -3.27,
    "least": -1.0,
    "lengths": 0.49,
    "meaning": 5.23,
    "meant": 0.33,
    "nobody": -1.84,
    "number": 2.45,
    "one direct": 0.02,
    "shared": 0.09,
    "tiny": 0.3,
    "title": 0.88,
    "told": 1.64,
    "told of both": 2.37,
    "told of one": 0.52,
    "unknown": -3.14,
}
