"""What a browser, or SingleFile, writes into a page as it saves it: where the page stood, and pictures as text.

The day on which a page was saved stands there too. It is not the day on which it was published, and is not read.
"""

from __future__ import annotations

import re

__all__ = ["saved_from", "without_data"]

HEAD = 8192
"""Characters at whose head such a comment stands."""
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(https?://\S+)", re.IGNORECASE)
BROWSER = re.compile(r"\s*saved from url=\(\d{1,6}\)(https?://\S+)", re.IGNORECASE)
DATA = re.compile(r"""data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=.+-]{1,60}){0,4},[^\s"'()<>]{200,}""", re.IGNORECASE)


def saved_from(markup: str) -> str:
    r"""The address that a saved page says it was saved from; empty where it says none.

    >>> saved_from("<!DOCTYPE html>\n<!-- saved from url=(0026)https://daffa.example/n/1 -->\n<html>")
    'https://daffa.example/n/1'
    """
    for comment in COMMENT.findall(markup[:HEAD]):
        told = SINGLE_FILE.search(comment) or BROWSER.match(comment)
        if told:
            return str(told[1])
    return ""


def without_data(markup: str) -> str:
    """The markup without the pictures and fonts that were written into it: no reader of its text needs them.

    >>> without_data('<img src="data:image/png;base64,' + "A" * 1000 + '"><p>text')
    '<img src="data:,"><p>text'
    """
    return DATA.sub("data:,", markup) if "data:" in markup else markup
