"""Text on its way into files that other programs read: no cell runs as a formula, no character breaks XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["defused", "xml_text"]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def defused(table: pd.DataFrame) -> pd.DataFrame:
    """The same table for a spreadsheet: cells that it would run as formulas begin with ``'``, lists are one text.

    >>> import pandas as pd
    >>> defused(pd.DataFrame({"name": ["=1+1", "الشرع"], "aliases": [["أ", "ب"], []]})).values.tolist()
    [["'=1+1", 'أ | ب'], ['الشرع', '']]
    """

    def cell(value: object) -> object:
        if isinstance(value, list):
            value = " | ".join(str(item) for item in value)
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value

    return table.astype(object).map(cell)


def xml_text(text: str) -> str:
    r"""The text with U+FFFD in place of each character that XML 1.0 cannot hold.

    >>> xml_text("الشرق\x00") == "الشرق\ufffd"
    True
    """
    return NOT_XML.sub("\ufffd", text)
