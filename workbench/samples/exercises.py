"""The exercises of the notebooks: a reader's answers compared with the key, one by one, with a hint for a wrong one.

The key is ``exercises.toml``: a table a notebook, a list ``answers`` in it, each with ``expected`` and a ``hint`` in
every language of the labels. Strings are compared folded, numbers to two decimals (or to ``within``), lists without
regard to order unless ``ordered`` is set.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from numbers import Real
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.languages import LanguagePack, pack, packs

__all__ = ["Checked", "check", "key"]

KEY = Path(__file__).with_name("exercises.toml")
WITHIN = 0.005
"""How far a number may be from the key's: two decimals."""


@dataclass(frozen=True, eq=False)
class Checked:
    """What became of a reader's answers: ``results``, one a question, each "right", "wrong" or "open"."""

    results: tuple[str, ...]
    hints: tuple[str, ...]
    language: LanguagePack

    @property
    def lines(self) -> list[str]:
        """A line a question, and one about all of them."""
        say = self.language.label
        told = [
            say("exercises", result, number=number, hint=hint)
            for number, (result, hint) in enumerate(zip(self.results, self.hints, strict=True), start=1)
        ]
        right = self.results.count("right")
        if right == len(self.results):
            return [*told, say("exercises", "all_right")]
        return [*told, say("exercises", "some_right", right=right, total=len(self.results))]

    def __repr__(self) -> str:
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in self.lines)
        return f'<div dir="{self.language.direction}">{lines}</div>'


def check(notebook: str, *answers: object, language: str = "en") -> Checked:
    """Compare a reader's answers with the key of a notebook.

    Parameters
    ----------
    notebook: its number, such as ``"03"``.
    answers: one a question, in order: a number, a text, a truth value, or a list, set or Series of them; None where
        a question has not been answered yet.
    language: that of what is said, a pack's code.

    Raises
    ------
    WorkbenchError: there is no such notebook, or it asks another number of questions.
    UnknownLanguageError: there is no such pack.

    >>> check("00", 1, None, None)
    1: right.
    2: no answer yet.
    3: no answer yet.
    1 of 3 right.
    """
    asked = key(notebook)
    if len(answers) != len(asked):
        raise WorkbenchError(
            f"notebook {notebook} asks {len(asked)} questions, and {len(answers)} answers were given.",
            hint="None stands for an answer that you don't have yet.",
        )
    language_pack = pack(language)
    results = ["open" if given is None else _judge(given, one) for given, one in zip(answers, asked, strict=True)]
    return Checked(tuple(results), tuple(one["hint"][language_pack.code] for one in asked), language_pack)


def key(notebook: str) -> list[dict[str, Any]]:
    """The key of a notebook: expected, hint (by language), and within or ordered where they are not the usual ones.

    Raises
    ------
    WorkbenchError: there is no such notebook.
    """
    book = tomllib.loads(KEY.read_text(encoding="utf-8"))
    if notebook not in book:
        raise WorkbenchError(
            f"there are no exercises of a notebook {notebook!r}.", hint=f"there are: {', '.join(book)}."
        )
    return list(book[notebook]["answers"])


def _judge(given: object, asked: Mapping[str, Any]) -> str:
    expected, within = asked["expected"], asked.get("within", WITHIN)
    if isinstance(expected, list):
        same = _same_list(given, expected, within, ordered=asked.get("ordered", False))
    else:
        same = _same(given, expected, within)
    return "right" if same else "wrong"


def _same_list(given: object, expected: list[Any], within: float, *, ordered: bool) -> bool:
    if isinstance(given, str) or not isinstance(given, Iterable):
        return False
    left = list(given)
    if len(left) != len(expected):
        return False
    if ordered:
        return all(_same(one, other, within) for one, other in zip(left, expected, strict=True))
    for wanted in expected:
        found = next((index for index, one in enumerate(left) if _same(one, wanted, within)), None)
        if found is None:
            return False
        del left[found]
    return True


def _same(given: object, expected: object, within: float) -> bool:
    """Whether two single values are the same; a truth value is no number."""
    if hasattr(given, "item") and getattr(given, "ndim", 1) == 0:
        given = given.item()
    if isinstance(expected, str):
        return isinstance(given, str) and any(one.fold(given.strip()) == one.fold(expected) for one in packs())
    if isinstance(expected, bool) or isinstance(given, bool):
        return given is expected
    return isinstance(given, Real) and isinstance(expected, Real) and abs(float(given) - float(expected)) <= within
