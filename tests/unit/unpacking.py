"""A packed story made whole again, as ``widgets/core/transport.ts`` does it in the browser."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

from workbench.widgets.wire import SPACE

SHOWN = ("before", "text", "after")


def unpacked(data: bytes) -> dict[str, Any]:
    """The story in some bytes."""
    lean = json.loads(gzip.decompress(data))
    marks = _marks(lean)
    quotes = [{**{key: marks[quote["mark"]][key] for key in SHOWN}, **quote} for quote in lean["quotes"]]
    return {**lean, "marks": marks, "quotes": quotes}


def explicit(data: bytes) -> list[int]:
    """The positions of the marks whose texts travelled as they are."""
    return [number for number, *_ in json.loads(gzip.decompress(data))["marks"]["own"]]


def _marks(lean: dict[str, Any]) -> list[dict[str, Any]]:
    lines = {article["id"]: _line(article) for article in lean["articles"]}
    columns, at = lean["marks"]["columns"], lean["marks"]["at"]
    own = {number: shown for number, *shown in lean["marks"]["own"]}
    marks = []
    for number in range(len(columns.get("id", ()))):
        mark = {key: values[number] for key, values in columns.items()}
        shown = own.get(number) or _shown(lines[mark["article"]], *at[4 * number : 4 * number + 4])
        marks.append({**mark, **dict(zip(SHOWN, shown, strict=True))})
    return marks


def _line(article: dict[str, Any]) -> str:
    return re.sub(SPACE, " ", "".join(piece["text"] for block in article["blocks"] for piece in block["segments"]))


def _shown(text: str, start: int, size: int, before: int, after: int) -> tuple[str, str, str]:
    lead, trail, end = max(before, ~before), max(after, ~after), start + size
    return (
        "… " * (before < 0) + text[start - lead : start],
        text[start:end],
        text[end : end + trail] + " …" * (after < 0),
    )
