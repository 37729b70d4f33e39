"""The weights of what ``saying.py`` measures, as ``python -m tests.eval.fit_reworded --write`` fitted them."""

from __future__ import annotations

__all__ = ["WEIGHTS"]

WEIGHTS: dict[str, float] = {
    "clauses": 5.2,
    "constant": -3.31,
    "lengths": -2.83,
    "other days": -4.02,
    "other names": -0.69,
    "statement": 0.77,
}
