"""The fields at the head of a text, as archives and scrapers write them: ``Headline: ...``, ``العنوان: ...``.

A line is one where a name that people give to columns stands before its colon. Two such names, one of them that of
the headline or the date, make a head; it ends at the first line without a label.
"""

from __future__ import annotations

import re

from workbench.corpus import BlockKind
from workbench.loaders.marks.lines import LINE
from workbench.loaders.records import Hint
from workbench.loaders.tables.columns import by_name

__all__ = ["head"]

FIELD = re.compile(r"\s*([^\s:：][^:：]{0,23}?)\s*[:：]\s*(?=\S|$)")
KINDS: dict[str, BlockKind] = {"title": "title", "published": "dateline", "author": "byline"}
LINES = 20
"""How many lines of a text can be its head."""
OTHERS = 2
"""How many lines without a label may stand before the head."""


def head(text: str) -> dict[int, Hint]:
    """Hints for the lines of a head of fields, by where they start; empty where the text has no such head."""
    found: dict[int, Hint] = {}
    named: set[str] = set()
    others = 0
    for place, match in enumerate(LINE.finditer(text)):
        raw = match.group()
        if raw.isspace():
            continue
        label = FIELD.match(raw)
        if place >= LINES or (label is None and (found or others >= OTHERS)):
            break
        if label is None:
            others += 1
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        field = next(iter(by_name([label[1]], {})), "")
        filled = label.end() < len(raw.rstrip())
        size = match.start() + label.end() - start if filled else 0
        found[start] = Hint(
            KINDS.get(field, "furniture") if filled else "furniture", f"field_{field or 'other'}", label=size
        )
        if field and filled:
            named.add(field)
    return found if len(named) > 1 and named & {"title", "published"} else {}
