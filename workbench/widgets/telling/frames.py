"""Frames read row by row, and cells as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["rows", "text"]


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, each by the names of its columns."""
    names = [str(column) for column in frame.columns]
    columns = (frame[column].tolist() for column in frame.columns)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def text(value: object) -> str:
    """A cell as text; an empty cell is the empty string."""
    return "" if value is None or value != value else str(value)  # noqa: PLR0124  NaN is not itself
