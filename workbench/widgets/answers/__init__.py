"""What the browser may ask of Python: a question has an id, and always gets an answer or an error.

A question is ``{"ask": "entities.merge", "id": "7", "given": {...}}``; its answer ``{"answer": "7", "value": ...}`` or
``{"answer": "7", "error": ...}``, an ``ErrorRecord``. Each module here answers for one result: a function of the
view and, by keyword, what was given. What an answer corrects is shown by all views that watch the result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.widgets.answers import entities, overlap, pages, quotes, tray
from workbench.widgets.answers.refusals import refusal

if TYPE_CHECKING:
    from workbench.widgets.base import View

__all__ = ["ANSWERS", "answer"]

ROOMS = {"entities": entities, "overlap": overlap, "pages": pages, "quotes": quotes, "tray": tray}
ANSWERS: dict[str, Callable[..., Any]] = {
    f"{room}.{name}": function for room, module in ROOMS.items() for name, function in module.ANSWERS.items()
}
"""The questions, and the functions that answer them."""


def answer(view: View, content: object) -> dict[str, Any] | None:
    """The reply to a message; None for a message that asks nothing."""
    if not isinstance(content, dict) or "ask" not in content:
        return None
    reply = {"answer": content.get("id")}
    try:
        return {**reply, "value": _value(view, content["ask"], content.get("given") or {})}
    except Exception as error:
        return {**reply, "error": refusal(error)}


def _value(view: View, asked: object, given: dict[str, Any]) -> Any:
    if asked not in ANSWERS:
        raise WorkbenchError(f"there is no question {asked!r}.", hint=f"one of {', '.join(sorted(ANSWERS))}.")
    return ANSWERS[str(asked)](view, **given)
