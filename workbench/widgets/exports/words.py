"""What all exports of the tray share: their labels, dates and addresses."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from workbench.widgets.language import labels

__all__ = ["address", "groups", "moment", "places", "word"]

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


def groups(spans: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Spans that stand behind each other in one article, as a quotation, its speaker and its verb do."""
    return [list(group) for _, group in groupby(spans, key=lambda span: span["article"])]


def places(spans: list[dict[str, Any]]) -> str:
    """The offsets of spans; those of an article as a whole are none.

    >>> places([{"start": 3, "end": 9}, {"start": 0, "end": 0}, {"start": 12, "end": 14}])
    '3–9, 12–14'
    """
    return ", ".join(f"{span['start']}–{span['end']}" for span in spans if span["end"] > span["start"])
