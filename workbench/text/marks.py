"""Quotation marks of both scripts, paired by kind.

A mark pairs with the next mark that closes its kind, within one paragraph. Marks of another kind
inside are nested. Straight marks alternate; where a paragraph has an odd number of them, the spaces
beside each decide. A pair written the wrong way round (``»...«``) is paired too, and one of two kinds (``«...”``)
where the second stands at the end of words. A mark that never
closes ends with its paragraph and says so, except that a lone apostrophe is no quotation mark (but for a single mark
that opens its paragraph).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.languages.schema import character

__all__ = ["Marked", "marked"]

DEEPEST = 8  # marks that may stand open inside the first
APOSTROPHES = frozenset("'’‘")
ENDING = frozenset(".،,؛;:!?؟)…")


class Marked(NamedTuple):
    """A stretch between quotation marks: ``text[start:end]`` is what stands inside them."""

    start: int
    end: int
    kind: str
    depth: int
    closed: bool

    @property
    def outer(self) -> tuple[int, int]:
        """The span with its marks."""
        return self.start - 1, self.end + 1 if self.closed else self.end


def marked(text: str, pack: LanguagePack, *, start: int = 0, end: int | None = None) -> list[Marked]:
    """What stands between quotation marks in ``text[start:end]``, in order of the opening mark.

    >>> from workbench.languages import pack
    >>> text = "قال «نعم» ثم “لا”"
    >>> [text[m.start:m.end] for m in marked(text, pack("ar"))]
    ['نعم', 'لا']
    """
    stop = len(text) if end is None else end
    found: list[Marked] = []
    position = start
    while position < stop:
        line_end = text.find("\n", position, stop)
        line_end = stop if line_end < 0 else line_end
        found.extend(_paragraph(text, pack, position, line_end))
        position = line_end + 1
    return sorted(found)


def _paragraph(text: str, pack: LanguagePack, start: int, end: int) -> list[Marked]:
    opens, any_mark = _pairs(pack)
    found: list[Marked] = []
    places = [match.start() for match in any_mark.finditer(text, start, end)]
    if not places:
        return found
    spaced = {mark for mark, (closing, _) in opens.items() if mark == closing and text.count(mark, start, end) % 2}
    stack: list[tuple[int, str, str]] = []  # where it opened, the closing mark, the kind
    for position in places:
        mark = text[position]
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        if mark in APOSTROPHES and before.isalnum() and after.isalnum():
            continue
        level = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][1] == mark), None)
        if level is not None and not (mark in spaced and before.isspace() and after.isalnum()):
            opened, _, kind = stack[level]
            found.append(Marked(opened + 1, position, kind, level, closed=True))
            del stack[level:]
        elif stack and _closes_another(mark, before, after, stack[-1][1]):
            found.append(Marked(stack[-1][0] + 1, position, "mixed", len(stack) - 1, closed=True))
            del stack[-1:]
        elif mark in opens and not after.isspace() and not (mark in APOSTROPHES and before.isalnum()):
            closing, kind = opens[mark]
            stack.append((position, closing, kind))
            del stack[1:-DEEPEST]
    if stack and (text[stack[0][0]] not in APOSTROPHES or (text[stack[0][0]] == "‘" and stack[0][0] == start)):
        found.append(Marked(stack[0][0] + 1, end, stack[0][2], 0, closed=False))
    return found


def _closes_another(mark: str, before: str, after: str, awaited: str) -> bool:
    """Whether a mark of another kind ends what is open (``«...“``): it stands behind a word and before none."""
    if mark in APOSTROPHES or awaited in APOSTROPHES or after.isalnum():
        return False
    return not before.isspace() and (after.isspace() or after in ENDING)


@cache
def _pairs(pack: LanguagePack) -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    """What each mark that opens is closed by, and its kind; and what finds every mark."""
    opens: dict[str, tuple[str, str]] = {}
    for row in pack.rows("quote_marks"):
        opens.setdefault(character(row["open"]), (character(row["close"]), row["kind"]))
    every = sorted({*opens, *(closing for closing, _ in opens.values())})
    return opens, re.compile(f"[{re.escape(''.join(every))}]" if every else "(?!)")
