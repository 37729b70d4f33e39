"""Marks made by hand: what a researcher says a stretch of a page is, kept beside the corpus and used again.

``marks.csv`` has a row a mark: article, start, end, kind, sha256 (of the article's text, its first 16 digits in hex),
text (how the stretch begins, to be read by people). A mark fits a text, not a name: on a page that has changed since,
it is not used, and the report says so; it stays in the file, for the page may come back.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from workbench.corpus.article import BLOCK_KINDS, Article, Block, BlockKind
from workbench.errors import LoadError, WorkbenchError

__all__ = ["MARKS", "Mark", "apply", "fingerprint", "read", "write"]

MARKS = "marks.csv"
RULE = "by_hand"
COLUMNS = ("article", "start", "end", "kind", "sha256", "text")
SHOWN = 60


class Mark(NamedTuple):
    """One mark made by hand, and the fingerprint of the text that it was made on."""

    article: str
    start: int
    end: int
    kind: BlockKind
    sha256: str


def fingerprint(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def apply(article: Article, start: int, end: int, kind: BlockKind) -> Article:
    """The article with ``text[start:end]`` as a block of this kind; what it covers of other blocks is cut away.

    A title marked by hand is the article's title; one that is marked as something else is so no more.

    Raises
    ------
    WorkbenchError: there is no such kind, or the span is none of the article's text or holds only white space.
    """
    if kind not in BLOCK_KINDS:
        raise WorkbenchError(f"{kind!r} is no kind of block.", hint=f"one of {', '.join(BLOCK_KINDS)}.")
    if not 0 <= start < end <= len(article.text):
        raise WorkbenchError(
            f"{start}-{end} is no span of article {article.id!r}, which has {len(article.text)} characters.",
            hint="offsets count code points of article.text, half-open.",
            code="no_words",
        )
    marked = _trimmed(article.text, start, end, kind, RULE)
    if marked is None:
        raise WorkbenchError(f"there is only white space in {start}-{end} of article {article.id!r}.", code="no_words")
    blocks = [marked]
    lost = ""
    for block in article.blocks:
        if block.end <= marked.start or block.start >= marked.end:
            blocks.append(block)
            continue
        rests = ((block.start, min(block.end, marked.start)), (max(block.start, marked.end), block.end))
        cut = (_trimmed(article.text, *one, block.kind, block.rule) for one in rests if one[0] < one[1])
        kept = [rest for rest in cut if rest is not None]
        blocks.extend(kept)
        if block.kind == "title" and not kept:
            lost = " ".join(article.slice(block).split())
    if kind == "title":
        article = replace(article, title=" ".join(article.slice(marked).split()))
    elif lost and lost == " ".join(article.title.split()):
        article = replace(article, title="")
    return article.remark(blocks)


def _trimmed(text: str, start: int, end: int, kind: BlockKind, rule: str) -> Block | None:
    """A block without white space at its ends; None where nothing is left."""
    inside = text[start:end]
    if not inside.strip():
        return None
    start += len(inside) - len(inside.lstrip())
    return Block(start, start + len(inside.strip()), kind, rule)


def read(folder: Path) -> list[tuple[Mark, str]]:
    """The marks that are kept in a folder, in the order in which they were made, each with how its text begins.

    Raises
    ------
    LoadError: the file is there and is no table of marks.
    """
    path = folder / MARKS
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream, strict=True)
            missing = [name for name in COLUMNS[:-1] if name not in (rows.fieldnames or ())]
            if missing:
                raise ValueError(f"it has no column {' and no column '.join(missing)}")
            return [(_mark(row), row.get(COLUMNS[-1]) or "") for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, ValueError, TypeError) as error:
        raise broken(folder, error) from error


def broken(folder: Path, error: Exception) -> LoadError:
    """What is said of marks that cannot be used."""
    why = str(error).split(" Hint: ", 1)[0].rstrip(".")
    return LoadError(
        f"the marks made by hand in {str(folder / MARKS)!r} cannot be read: {why}.",
        hint="mend the file or move it away: it is never overwritten in this state.",
        code="marks_broken",
        file=MARKS,
    )


def _mark(row: dict[str, str]) -> Mark:
    if row["kind"] not in BLOCK_KINDS:
        raise ValueError(f"{row['kind']!r} is no kind of block")
    return Mark(row["article"], int(row["start"]), int(row["end"]), row["kind"], row["sha256"])


def write(folder: Path, made: Iterable[tuple[Mark, str]]) -> None:
    """Keep marks, each with the text that it marks, in a folder; the file is there whole or not at all."""
    path = folder / MARKS
    part = folder / f".{MARKS}.part"
    with part.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        table.writerows((*mark, _shown(text)) for mark, text in made)
    os.replace(part, path)  # noqa: PTH105 - one step, over what is there


def _shown(text: str) -> str:
    """How a stretch begins, in one line, so that no spreadsheet takes it for a formula."""
    line = " ".join(text[: 4 * SHOWN].split())
    line = line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
