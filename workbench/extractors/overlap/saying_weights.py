"""The weights of what ``saying.py`` measures, as ``python -m tests.eval.fit_reworded --write`` fitted them."""

from __future__ import annotations

__all__ = ["WEIGHTS"]

WEIGHTS: dict[str, float] = {
    "clauses": 5.6,
    "constant": -3.62,
    "lengths": -2.84,
    "other days": -3.97,
    "statement": 0.78,
}
