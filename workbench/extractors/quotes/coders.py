"""The names of those who judge quotations."""

from __future__ import annotations

import unicodedata

from workbench.errors import WorkbenchError
from workbench.extractors.entities.refinding import one_line

__all__ = ["TOOL", "clean_name", "coder_name", "login"]

TOOL, GOLD = "tool", "gold"
"""Names under which ``agreement`` knows the rules and a gold: no coder is called so."""


def coder_name(name: object) -> str:
    """The name of a coder in one line, NFC; raises WorkbenchError where it is none."""
    clean = clean_name(name)
    if not clean or clean.casefold() in (TOOL, GOLD):
        raise WorkbenchError(
            f"{name!r} is no name of a coder.", hint=f"any but {TOOL!r} and {GOLD!r}.", code="no_coder", name=str(name)
        )
    return clean


def clean_name(name: object) -> str:
    """What somebody wrote, in one line, NFC; empty for what is no text."""
    return one_line(unicodedata.normalize("NFC", name)) if isinstance(name, str) else ""


def login() -> str:
    """The name under which somebody is logged in; where none is known, a word for it."""
    import getpass

    try:
        name = clean_name(getpass.getuser())
    except (OSError, KeyError, ImportError):
        name = ""
    return name if name and name.casefold() not in (TOOL, GOLD) else "coder"
