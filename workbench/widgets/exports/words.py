"""What all exports of the tray share: their labels, dates and addresses."""

from __future__ import annotations

import re

from workbench.widgets.language import labels

__all__ = ["address", "moment", "word"]

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def word(language: str, key: str) -> str:
    """A label of the tray; the key itself where there is none, as for a kind that a newer version knows."""
    return labels(language)["sections"]["tray"].get(key, key)


def address(url: str) -> bool:
    """Whether an address may become a link."""
    return ADDRESS.fullmatch(url) is not None


def moment(published: str) -> str:
    """A date as ISO 8601, with its hour where one is stated.

    >>> moment("2025-02-12T14:03:00"), moment("2025-02-12"), moment("2025-02-12T00:00:00")
    ('2025-02-12 14:03', '2025-02-12', '2025-02-12')
    """
    day, hour = published[:10], published[11:16]
    return f"{day} {hour}" if hour not in ("", "00:00") else day
