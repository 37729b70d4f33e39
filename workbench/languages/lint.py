"""The faults of language packs, each with its file and line, before they become words that no text can match.

``python -m workbench.languages.lint`` reads every pack, prints one line per fault and exits with 1 where there is
one. `lint` looks at one pack, `compare` at what packs must share. What a pack has to look like is declared in
`schema.py`; nothing here knows a language: which letters a pack must not be spelled with is read from its own
``fold.tsv``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from workbench.languages import characters, schema
from workbench.languages.schema import FileSpec

__all__ = ["Problem", "compare", "lint", "lint_all", "main"]

HOME = Path(__file__).parent


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of a pack.

    Parameters
    ----------
    file: the file at fault.
    line: its line, counted from 1; 0 for the file as a whole.
    what: what is wrong.
    hint: what to try.
    """

    file: Path
    line: int
    what: str
    hint: str

    def __str__(self) -> str:
        """One line: ``file:line: what Hint: what to try``."""
        return f"{self.file}:{self.line}: {self.what} Hint: {self.hint}"


Found = Iterator[tuple[int, str, str]]
"""Faults of one file: line, what, hint."""


@dataclass(frozen=True)
class Row:
    """One row of a table: its line number and its cells."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Pack:
    """A pack as the linter sees it: read leniently, so that one fault doesn't hide the others."""

    folder: Path

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of the files in the folder."""
        return tuple(sorted(path.name for path in self.folder.iterdir() if path.is_file()))

    def text(self, name: str) -> str:
        """A file's text, without a BOM, undecodable bytes replaced; empty where there is no such file."""
        path = self.folder / name
        if not path.is_file():
            return ""
        return path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")

    def rows(self, name: str) -> list[Row]:
        """The rows of a table that have as many cells as it has columns."""
        columns = schema.SCHEMA[name].columns
        lines = list(schema.data_lines(self.text(name)))[1:]
        split = [(number, line.split("\t")) for number, line in lines]
        return [Row(n, dict(zip(columns, cells, strict=True))) for n, cells in split if len(cells) == len(columns)]

    @cached_property
    def fold_table(self) -> dict[int, str]:
        """What the pack's ``fold.tsv`` makes of characters."""
        pairs = [(decoded(row.cells["from"]), decoded(row.cells["to"])) for row in self.rows("fold.tsv")]
        return {ord(start): to or "" for start, to in pairs if start and len(start) == 1}

    @cached_property
    def refused(self) -> dict[str, str]:
        """Characters that the pack folds but must not be spelled with, and the rule that folds each."""
        pairs = [(decoded(row.cells["from"]), row.cells["rule"]) for row in self.rows("fold.tsv")]
        return {start: rule for start, rule in pairs if start and rule in schema.NEVER_IN_DATA}

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The folded stopwords and clitics, of which the particles after a verb of saying are some."""
        words = [line for _, line in schema.data_lines(self.text("stopwords.txt"))]
        words += [row.cells["clitic"] for row in self.rows("clitics.tsv")]
        return frozenset(map(self.fold, words))

    def fold(self, text: str) -> str:
        """The text as the pack folds it, case folded too."""
        return text.translate(self.fold_table).casefold()


def decoded(cell: str) -> str | None:
    """The character that a cell names, or None where it names none."""
    try:
        return schema.character(cell)
    except (ValueError, OverflowError):
        return None


def lint(folder: Path) -> list[Problem]:
    """The faults of one pack, in the order of its files and lines.

    Parameters
    ----------
    folder: the folder of the pack, such as ``workbench/languages/ar``.

    Examples
    --------
    >>> lint(Path(__file__).parent / "ar")
    []
    """
    pack = Pack(Path(folder))
    found = list(_files(pack))
    for name in pack.files:
        if name in schema.FILES:
            found += [Problem(pack.folder / name, *fault) for fault in _file(pack, name)]
    return sorted(found)


def compare(folders: Iterable[Path]) -> list[Problem]:
    """What packs don't share but must: the same files, and the same keys in ``ui.toml`` and ``pack.toml``.

    Parameters
    ----------
    folders: the folders of the packs.
    """
    packs = [Pack(Path(folder)) for folder in folders]
    every = set().union(*(pack.files for pack in packs))
    found = [
        Problem(
            pack.folder / name, 0, f"{name} is missing here but stands in another pack.", "packs hold the same files."
        )
        for pack in packs
        for name in every - {*pack.files, *schema.PACKED}
    ]
    for name in schema.TOMLS:
        present = [(pack, _keys(_settings(pack, name) or {})) for pack in packs if name in pack.files]
        keys = set().union(*(own for _, own in present))
        found += [
            Problem(pack.folder / name, 0, f"the key {key} is missing here but stands in another pack.", "add it.")
            for pack, own in present
            for key in keys - own
        ]
    return sorted(found)


def lint_all(home: Path = HOME) -> list[Problem]:
    """The faults of every pack under a folder, and what they don't share.

    Parameters
    ----------
    home: the folder that holds the packs' folders.
    """
    folders = sorted(path.parent for path in Path(home).glob("*/pack.toml"))
    return [problem for folder in folders for problem in lint(folder)] + compare(folders)


def _files(pack: Pack) -> Iterator[Problem]:
    for name in sorted(set(schema.FILES) - set(pack.files)):
        yield Problem(pack.folder / name, 0, f"{name} is missing.", "every pack holds every file of schema.FILES.")
    for name in sorted(set(pack.files) - {*schema.FILES, *schema.PACKED}):
        yield Problem(pack.folder / name, 0, f"{name} is no file of a pack.", "declare it in schema.py or remove it.")


def _file(pack: Pack, name: str) -> Found:
    yield from characters.encoding((pack.folder / name).read_bytes())
    yield from characters.lines(pack.text(name), pack.refused)
    yield from characters.header(pack.text(name))
    if name not in schema.TOMLS:
        yield from characters.blank_lines(pack.text(name))
    if name in schema.SCHEMA:
        yield from _table(pack, name, schema.SCHEMA[name])
    elif name in schema.LISTS:
        entries = [(number, (line,), line) for number, line in schema.data_lines(pack.text(name))]
        yield from _duplicates(pack, entries, folded=True)
    else:
        yield from _toml(pack, name)


def _table(pack: Pack, name: str, spec: FileSpec) -> Found:
    lines = list(schema.data_lines(pack.text(name)))
    wanted = "\t".join(spec.columns)
    if not lines or lines[0][1] != wanted:
        yield lines[0][0] if lines else 0, "the line of column names is wrong.", f"it must be {wanted!r}."
    for number, line in lines[1:]:
        count = line.count("\t") + 1
        if count != len(spec.columns):
            hint = "cells are separated by one tab; an empty cell stays empty between its tabs."
            yield number, f"{count} cells where there are {len(spec.columns)} columns.", hint
    rows = pack.rows(name)
    for row in rows:
        yield from _cells(pack, row, spec)
    keys = [(row.line, tuple(row.cells[column] for column in spec.key), row.cells[spec.key[0]]) for row in rows]
    yield from _duplicates(pack, keys, folded=spec.folded)
    if name == "fold.tsv":
        yield from _chains(rows)
    for column, (table, target) in spec.refers.items():
        known = {row.cells[target] for row in pack.rows(table)}
        for row in rows:
            if row.cells[column] and row.cells[column] not in known:
                what = f"{column} {row.cells[column]!r} is no {target} of {table}."
                yield row.line, what, "spell it as it stands there, or add it there."


def _chains(rows: list[Row]) -> Found:
    """Foldings that would have to be applied twice."""
    starts = {decoded(row.cells["from"]) for row in rows}
    for row in rows:
        if row.cells["to"] and decoded(row.cells["to"]) in starts:
            yield (
                row.line,
                f"{row.cells['to']!r} is folded further on a row of its own.",
                "fold to the last form at once.",
            )


def _cells(pack: Pack, row: Row, spec: FileSpec) -> Found:
    for column in spec.columns:
        cell = row.cells[column]
        may_be_empty = column in spec.lists | spec.optional or "" in spec.values.get(column, ())
        if not cell and not may_be_empty:
            yield row.line, f"{column} is empty.", "fill it, or remove the row."
        if column in spec.characters and (decoded(cell) is None or len(decoded(cell) or "") > 1):
            yield row.line, f"{column} {cell!r} is no single character.", "write the character, or U+ and its code."
        parts = _parts(cell) if column in spec.lists else [cell]
        yield from _list(pack, row, column, spec)
        for part in parts:
            yield from _value(row.line, column, part, spec)
            if column in spec.particles:
                yield from _pattern(pack, row.line, part)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|")] if cell else []


def _value(line: int, column: str, value: str, spec: FileSpec) -> Found:
    allowed = spec.values.get(column)
    if allowed is not None and value and value not in allowed:
        yield line, f"{column} {value!r} is unknown.", f"it is one of {', '.join(sorted(allowed - {''}))}."
    if column in spec.tags:
        form, _, tag = value.rpartition("/")
        if not form or tag not in spec.tags[column]:
            known = ", ".join(sorted(spec.tags[column]))
            yield line, f"{value!r} in {column} has no known tag.", f"write form/tag, with a tag of {known}."


def _pattern(pack: Pack, line: int, pattern: str) -> Found:
    known_words = pack.function_words.issuperset(pack.fold(pattern).split())
    if pattern not in schema.PATTERN_WORDS and not known_words:
        known = ", ".join(sorted(schema.PATTERN_WORDS))
        hint = f"it is one of {known}, or a particle that stopwords.txt or clitics.tsv holds."
        yield line, f"the pattern {pattern!r} is unknown.", hint


def _list(pack: Pack, row: Row, column: str, spec: FileSpec) -> Found:
    """Faults of a list cell: its separators, and items that are one after folding."""
    cell = row.cells[column]
    if column not in spec.lists or not cell:
        return
    if schema.items(cell) != _parts(cell) or "" in _parts(cell):
        yield row.line, f"the list in {column} is not separated as lists are.", "write ' | ' between its items."
    key = pack.fold(row.cells[spec.key[0]])
    seen = {key} if column in spec.variants else set()
    for part in _parts(cell):
        same = part if column in spec.particles else pack.fold(part)
        if same in seen:
            yield row.line, f"{part!r} stands twice in {column} after folding.", "keep one spelling of it."
        seen.add(same)


def _duplicates(pack: Pack, entries: Iterable[tuple[int, tuple[str, ...], str]], *, folded: bool) -> Found:
    first: dict[tuple[str, ...], int] = {}
    for number, key, shown in entries:
        same = tuple(pack.fold(part) if folded else decoded(part) or part for part in key)
        if same in first:
            what = f"{shown!r} stands on line {first[same]} already{' after folding' if folded else ''}."
            yield number, what, "keep one of the two."
        first.setdefault(same, number)


def _toml(pack: Pack, name: str) -> Found:
    try:
        settings = tomllib.loads(pack.text(name))
    except tomllib.TOMLDecodeError as error:
        yield 0, f"the file is not TOML: {error}.", "check quotes and brackets on that line."
        return
    if name == "pack.toml":
        yield from _pack_toml(pack, settings)
        return
    for key, value in _leaves(settings):
        if not isinstance(value, str) or not value:
            yield 0, f"the label {key} is no text.", "write a label in quotes."


def _pack_toml(pack: Pack, settings: Mapping[str, Any]) -> Found:
    for key, kind in schema.PACK_KEYS.items():
        if not isinstance(settings.get(key), kind):
            yield 0, f"{key} is missing or no {kind.__name__}.", "every pack says it."
    if settings.get("direction") not in ("rtl", "ltr"):
        yield 0, f"the direction {settings.get('direction')!r} is unknown.", "it is rtl or ltr."
    if settings.get("code") != pack.folder.name:
        yield 0, f"the code {settings.get('code')!r} is not the folder's name.", "call both by the language's code."


def _settings(pack: Pack, name: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(pack.text(name))
    except tomllib.TOMLDecodeError:
        return None


def _leaves(settings: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _keys(settings: Mapping[str, Any]) -> set[str]:
    return {key for key, _ in _leaves(settings)}


def main(arguments: list[str] | None = None) -> int:
    """The linter as a command: prints a line per fault, gives 1 where there is one and 0 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m workbench.languages.lint", description="Check the language packs.")
    parser.add_argument("home", nargs="?", type=Path, default=HOME, help="the folder that holds the packs")
    home = parser.parse_args(arguments).home
    if not any(home.glob("*/pack.toml")):
        print(f"{home}:0: there is no language pack here. Hint: give the folder that holds ar/ and en/.")
        return 1
    problems = lint_all(home)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
