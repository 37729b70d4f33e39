"""Articles, their blocks, a corpus of them, the report of how they were loaded, and the corpus on disk.

An :class:`Article` keeps the page's own text, whole. Offsets count Unicode code points, half-open,
into ``Article.text``; nothing is cut out or rewritten before they are taken. What on a page is not
the article (menus, captions, a second story) is *marked* by a :class:`Block`, never deleted, and
each block says which rule marked it.
"""

from __future__ import annotations

from workbench.corpus.article import BLOCK_KINDS, CONTENT_KINDS, Article, Block, BlockKind
from workbench.corpus.collection import Corpus, expect, expect_same
from workbench.corpus.observed import Observed
from workbench.corpus.report import InputFile, LoadReport, ReportRow, frame_html

__all__ = [
    "BLOCK_KINDS",
    "CONTENT_KINDS",
    "Article",
    "Block",
    "BlockKind",
    "Corpus",
    "InputFile",
    "LoadReport",
    "Observed",
    "ReportRow",
    "expect",
    "expect_same",
    "frame_html",
]
