"""Faults of a pack file that can be seen in its bytes and lines, whatever the file is: the linter's first half."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

__all__ = ["blank_lines", "encoding", "header", "lines"]

Found = Iterator[tuple[int, str, str]]

PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
TATWEEL = "\u0640"
UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that leave no trace on the screen."""
HEADER_KEYS = ("source", "licence", "date")


def encoding(data: bytes) -> Found:
    """Faults of a file's bytes: a BOM, what is no UTF-8, foreign line ends, no line end at the end."""
    if data.startswith(codecs.BOM_UTF8):
        yield 1, "the file begins with a BOM.", "save it as UTF-8 without BOM."
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield data.count(b"\n", 0, error.start) + 1, "the file is not UTF-8.", "save it as UTF-8."
    if b"\r" in data:
        yield data.count(b"\n", 0, data.index(b"\r")) + 1, "a line ends in a carriage return.", "end lines with LF."
    if not data.endswith(b"\n"):
        yield data.count(b"\n") + 1, "the last line has no end.", "end the file with a line end."


def lines(text: str, refused: Mapping[str, str]) -> Found:
    """Faults of single lines: not NFC, characters that must not stand there, spaces around entries and cells.

    Parameters
    ----------
    text: the file's text.
    refused: characters that the pack must not be spelled with, and the rule of its ``fold.tsv`` for each.
    """
    faults = {character: fault for character in set(text) if (fault := _character(character, refused))}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if not unicodedata.is_normalized("NFC", line):
            yield number, "the line is not NFC.", "normalise the file with unicodedata.normalize('NFC', ...)."
        if line[-1:].isspace() and not line.endswith("\t"):
            yield number, "the line ends in spaces.", "remove them."
        elif any(cell != cell.strip() for cell in line.split("\t")):
            yield number, "there are spaces around a cell.", "remove them, or write the character as U+0020."
        for character in sorted(faults.keys() & set(line)):
            yield number, *faults[character]


def _character(character: str, refused: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with a character wherever it stands, and what to try; None for most characters."""
    shown = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if PRESENTATION.match(character):
        return f"{shown} is a presentation form.", "write the plain letter, or the character's U+ code."
    if character == TATWEEL:
        return f"{shown} is stray.", "remove it; in fold.tsv write U+0640."
    if character in refused:
        hint = f"remove it or write the plain letter; fold.tsv ({refused[character]}) names it by its U+ code."
        return f"{shown} must not stand in this pack.", hint
    if unicodedata.category(character) in UNSEEN and character not in "\t\n":
        return f"{shown} can't be seen.", "remove it, or write its U+ code."
    return None


def blank_lines(text: str) -> Found:
    """Lines without anything on them, which tables and lists don't have."""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if not line.strip():
            yield number, "the line is empty.", "remove it."


def header(text: str) -> Found:
    """Faults of the comment lines at the head of a file: what it is, its source, its licence, its date."""
    comments = []
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# "))
    joined = "; ".join(comments)
    known = {key: _entry(key, joined) for key in HEADER_KEYS}
    if not comments or comments[0].lower().startswith(tuple(f"{key}:" for key in HEADER_KEYS)):
        yield 1, "the header doesn't say what the file is.", "begin the file with '# ' and what it holds."
    for key in HEADER_KEYS:
        if not known[key]:
            yield 1, f"the header gives no {key}.", f"add a line '# {key}: ...' at the head of the file."
    if known["date"] and not _is_date(known["date"]):
        yield 1, f"the header's date {known['date']!r} is no date.", "write it as 2026-11-21."


def _entry(key: str, comments: str) -> str:
    match = re.search(rf"(?:^|[;\s]){key}:\s*([^;]+)", comments, flags=re.IGNORECASE)
    return match.group(1).strip() if match else ""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
