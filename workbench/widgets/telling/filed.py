"""What became of a file, in the words of the labels: what was marked on its pages is counted by kind."""

from __future__ import annotations

import re

from workbench.widgets.records import Labels

__all__ = ["KINDS", "filed"]

KINDS = {
    **dict.fromkeys(("dateline", "datelines"), "dateline"),
    **dict.fromkeys(("byline", "bylines"), "byline"),
    **dict.fromkeys(("caption", "captions"), "caption"),
    **dict.fromkeys(("line of related stories", "lines of related stories"), "related"),
    **dict.fromkeys(("line of furniture", "lines of furniture"), "furniture"),
}
"""What the loaders call the blocks that they count, as the report has it."""
COUNTED = re.compile(r"(\d+) (.+)")
PARTS = "; "


def filed(reason: str, words: Labels) -> str:
    """A reason of ``corpus.report``; what says more than counts stays as it is.

    Parameters
    ----------
    reason: as the report has it, such as ``1 byline, 2 lines of furniture``.
    words: the labels.

    >>> from workbench.widgets.language import labels
    >>> filed("2 lines of furniture; the page states two dates", labels("en"))
    'page furniture: 2; the page states two dates'
    """
    return PARTS.join(_counts(part, words) or part for part in reason.split(PARTS))


def _counts(part: str, words: Labels) -> str:
    """A list of counts in the words of the labels; empty where it is none."""
    told = words["sections"]["report"]
    found = []
    for one in part.split(", "):
        match = COUNTED.fullmatch(one)
        kind = KINDS.get(match[2]) if match else None
        if match is None or kind is None:
            return ""
        found.append(told[f"left_{kind}"].replace("{n}", match[1]))
    return words["sections"]["saved"]["list_comma"].join(found)
