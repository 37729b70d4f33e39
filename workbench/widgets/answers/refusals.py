"""Why something was refused, for the browser: what Python says, and the code by which a view says it itself."""

from __future__ import annotations

from workbench.errors import WorkbenchError
from workbench.widgets.records import ErrorRecord

__all__ = ["refusal"]


def refusal(error: Exception) -> ErrorRecord:
    """An error as a record.

    >>> refusal(WorkbenchError("there is nothing to take back.", hint="do something.", code="no_undo"))
    {'message': 'there is nothing to take back.', 'hint': 'do something.', 'code': 'no_undo', 'values': {}}
    """
    if not isinstance(error, WorkbenchError):
        why = f"{type(error).__name__}: {error}"
        return {"message": why, "hint": "", "code": "unexpected", "values": {"why": why}}
    values = {name: str(value) for name, value in error.values.items()}
    message = str(error).partition(" Hint: ")[0]
    return {"message": message, "hint": error.hint, "code": error.code, "values": values}
