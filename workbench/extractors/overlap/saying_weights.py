"""The weights of what ``saying.py`` measures.

``STATEMENT`` tells whether two wordings would be one statement if one speaker said them. It was fitted on quotations by
what is measured of sentences too, and stands apart from the weights of lineages, which know more of a quotation: with
those the layer found less (held F1 .61 instead of .68). ``WEIGHTS`` is what ``python -m tests.eval.fit_reworded
--write`` fitted on top of it.
"""

from __future__ import annotations

__all__ = ["STATEMENT", "WEIGHTS"]

STATEMENT: dict[str, float] = {
    "across": -0.03,
    "across meaning": 8.4,
    "across meant": 0.96,
    "across told of both": 1.48,
    "across told of one": 4.24,
    "alone": -0.53,
    "constant": -4.72,
    "meaning": 6.21,
    "meant": 0.55,
    "number": 2.48,
    "told": 0.79,
    "told of both": 5.6,
}

WEIGHTS: dict[str, float] = {
    "clauses": 5.2,
    "constant": -3.31,
    "lengths": -2.83,
    "other days": -4.02,
    "other names": -0.69,
    "statement": 0.77,
}
