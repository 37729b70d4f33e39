"""The linter of language packs: each rule sees what it is for, and the packs that ship are clean."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.languages import schema
from workbench.languages.lint import Problem, compare, lint, lint_all, main

HOME = Path(schema.__file__).parent
PACKS = sorted(path.parent.name for path in HOME.glob("*/pack.toml"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Copies of all packs, to break."""
    for code in PACKS:
        shutil.copytree(HOME / code, tmp_path / code)
    return tmp_path


def append(path: Path, line: str) -> int:
    """Add a line to a file; the number of that line."""
    text = path.read_text(encoding="utf-8") + line + "\n"
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def replace(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(problems: list[Problem], what: str, *, file: str, line: int | None = None) -> bool:
    """Whether a problem of a file (and line) matches a pattern."""
    return any(
        problem.file.name == file and re.search(what, problem.what) and line in (None, problem.line)
        for problem in problems
    )


@pytest.mark.parametrize("code", PACKS)
def test_a_shipped_pack_is_clean(code: str) -> None:
    assert [str(problem) for problem in lint(HOME / code)] == []


def test_the_shipped_packs_agree() -> None:
    assert [str(problem) for problem in compare(HOME / code for code in PACKS)] == []


def test_both_first_languages_are_there() -> None:
    assert {"ar", "en"} <= set(PACKS)


APPENDED = {
    "presentation form": ("ar/stopwords.txt", "\ufe8eب", "U\\+FE8E .*presentation form"),
    "presentation form in another pack": ("en/stopwords.txt", "a\ufb50", "U\\+FB50 .*presentation form"),
    "Persian yeh": ("ar/stopwords.txt", "عل\u06cc", "U\\+06CC .*must not stand"),
    "Persian kaf": ("ar/not_names.txt", "\u06a9تب", "U\\+06A9 .*must not stand"),
    "tatweel": ("ar/connectives.txt", "الـ\u0640سلام", "TATWEEL is stray"),
    "tatweel in another pack": ("en/connectives.txt", "a\u0640b", "TATWEEL is stray"),
    "vowel mark": ("ar/stopwords.txt", "كَتَبَ", "FATHA must not stand"),
    "bidi control": ("ar/stopwords.txt", "كتب\u200f", "RIGHT-TO-LEFT MARK"),
    "zero width space": ("en/stopwords.txt", "wo\u200brd", "ZERO WIDTH SPACE"),
    "not NFC": ("en/surnames.tsv", "Mu\u0308llerin\t", "not NFC"),
    "trailing space": ("en/stopwords.txt", "zzword ", "ends in spaces"),
    "space around a cell": ("en/surnames.tsv", "Zzname \t", "spaces around a cell"),
    "empty line": ("en/stopwords.txt", "", "line is empty"),
    "too few cells": ("en/titles.tsv", "zztitle\trole", "2 cells where there are 3"),
    "too many cells": ("en/titles.tsv", "zztitle\trole\t\t", "4 cells where there are 3"),
    "unknown class": ("en/speech_verbs.tsv", "zzsay\tloud\tquote\tzzsaid/past", "class 'loud' is unknown"),
    "unknown tag": ("en/speech_verbs.tsv", "zzsay\tneutral\tquote\tzzsaid/gone", "'zzsaid/gone' .* no known tag"),
    "no tag": ("en/speech_verbs.tsv", "zzsay\tneutral\tquote\tzzsaid", "'zzsaid' .* no known tag"),
    "unknown pattern": ("en/speech_verbs.tsv", "zzsay\tneutral\tqoute\tzzsaid/past", "pattern 'qoute' is unknown"),
    "unknown kind": ("en/titles.tsv", "zztitle\trank and file\t", "kind 'rank and file' is unknown"),
    "unknown item of a list": ("en/titles.tsv", "zztitle\trole\tplace | moon", "of 'moon' is unknown"),
    "list separator": ("en/titles.tsv", "zztitle\trole\tplace|org", "not separated as lists"),
    "empty item": ("en/gazetteer.tsv", "Zzland\tLOC\tZz |  | Zzz\t", "not separated as lists"),
    "month": ("en/months.tsv", "13\tZzember\tgregorian", "month '13' is unknown"),
    "empty cell": ("en/credits.tsv", "zzcredit\t", "agency is empty"),
    "no single character": ("en/fold.tsv", "zz\tz\taccent", "from 'zz' is no single character"),
    "broken code": ("en/quote_marks.tsv", "U+ZZZZ\tU+00AB\treversed", "open 'U\\+ZZZZ' is no single character"),
    "chain of foldings": ("en/fold.tsv", "U+3000\tU+00A0\tspace", "folded further"),
    "unknown place of a demonym": ("en/demonyms.tsv", "Zzish\tZzland\t", "place 'Zzland' is no name of gazetteer"),
    "unknown country": ("en/gazetteer.tsv", "Zztown\tLOC\t\tZzland", "of 'Zzland' is no name of gazetteer"),
    "duplicate alias": ("en/gazetteer.tsv", "Zzland\tLOC\tZZLAND\t", "'ZZLAND' stands twice in aliases"),
    "duplicate by case": ("en/stopwords.txt", "THE", "'THE' stands on line \\d+ already after folding"),
    "duplicate by accent": ("en/surnames.tsv", "Mäcrön\t", "'Mäcrön' stands on line"),
    "duplicate by hamza": ("ar/stopwords.txt", "الي", "stands on line \\d+ already after folding"),
    "duplicate mark": ("ar/quote_marks.tsv", "U+00AB\tU+00BB\tguillemet", "stands on line \\d+ already\\."),
    "duplicate folding": ("ar/fold.tsv", "U+0623\tا\thamza", "stands on line \\d+ already\\."),
}


@pytest.mark.parametrize(("file", "line", "what"), APPENDED.values(), ids=APPENDED.keys())
def test_a_faulty_line_is_seen(home: Path, file: str, line: str, what: str) -> None:
    path = home / file
    number = append(path, line)
    assert said(lint(path.parent), what, file=path.name, line=number)


def strip_header(key: str) -> Callable[[str], str]:
    """A change that removes one line of the header."""
    return lambda text: re.sub(rf"^# {key}:.*\n", "", text, count=1, flags=re.MULTILINE)


CHANGED: dict[str, tuple[str, Callable[[str], str], str]] = {
    "no source": ("ar/months.tsv", strip_header("source"), "gives no source"),
    "no licence": ("ar/stopwords.txt", strip_header("licence"), "gives no licence"),
    "no date": ("en/ui.toml", strip_header("date"), "gives no date"),
    "a date that is none": ("en/ui.toml", lambda t: t.replace("2026-11-21", "last week", 1), "'last week' is no date"),
    "nothing on what it is": ("en/fold.tsv", lambda t: t.partition("\n")[2], "doesn't say what the file is"),
    "column names": ("en/titles.tsv", lambda t: t.replace("title\tkind\tof", "title\tkind\tin", 1), "column names"),
    "no TOML": ("ar/ui.toml", lambda t: t + "[views\n", "not TOML"),
    "a label that is no text": ("ar/ui.toml", lambda t: t + "[more]\nnumber = 3\n", "more.number is no text"),
    "a missing setting": ("ar/pack.toml", lambda t: t.replace("script =", "skript ="), "script is missing"),
    "a setting of another type": ("en/pack.toml", lambda t: t.replace("= true", '= "yes"', 1), "is missing or no bool"),
    "direction": ("ar/pack.toml", lambda t: t.replace('"rtl"', '"up"'), "direction 'up' is unknown"),
    "another code": ("ar/pack.toml", lambda t: t.replace('"ar"', '"fa"'), "not the folder's name"),
    "no end": ("en/stopwords.txt", lambda t: t.rstrip("\n"), "last line has no end"),
}


@pytest.mark.parametrize(("file", "change", "what"), CHANGED.values(), ids=CHANGED.keys())
def test_a_faulty_file_is_seen(home: Path, file: str, change: Callable[[str], str], what: str) -> None:
    path = home / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert said(lint(path.parent), what, file=path.name)


BYTES = {
    "BOM": (lambda data: b"\xef\xbb\xbf" + data, "BOM"),
    "not UTF-8": (lambda data: data + b"\xff\n", "not UTF-8"),
    "carriage return": (lambda data: data.replace(b"\n", b"\r\n"), "carriage return"),
}


@pytest.mark.parametrize(("change", "what"), BYTES.values(), ids=BYTES.keys())
def test_faulty_bytes_are_seen(home: Path, change: Callable[[bytes], bytes], what: str) -> None:
    path = home / "ar" / "months.tsv"
    path.write_bytes(change(path.read_bytes()))
    assert said(lint(path.parent), what, file=path.name)


def test_a_missing_file_is_seen_in_the_pack_and_between_packs(home: Path) -> None:
    (home / "en" / "months.tsv").unlink()
    assert said(lint(home / "en"), "is missing", file="months.tsv")
    assert said(compare([home / "ar", home / "en"]), "stands in another pack", file="months.tsv")


def test_a_file_that_no_pack_has_is_seen(home: Path) -> None:
    (home / "en" / "notes.md").write_text("notes\n", encoding="utf-8")
    assert said(lint(home / "en"), "no file of a pack", file="notes.md")
    assert said(compare([home / "ar", home / "en"]), "stands in another pack", file="notes.md")


def test_labels_that_differ_are_seen(home: Path) -> None:
    replace(home / "ar" / "ui.toml", "\nsearch =", "\nseek =")
    found = compare([home / "ar", home / "en"])
    assert said(found, "actions.search is missing here", file="ui.toml")
    assert said(found, "actions.seek is missing here", file="ui.toml")


def test_one_fault_is_one_problem(home: Path) -> None:
    number = append(home / "ar" / "stopwords.txt", "قثضص\u06cc")
    (problem,) = lint_all(home)
    assert (problem.file, problem.line) == (home / "ar" / "stopwords.txt", number)
    assert "Hint: " in str(problem)
    assert str(problem).startswith(f"{problem.file}:{number}: ")


def test_a_code_in_the_fold_table_is_no_fault(home: Path) -> None:
    assert "U+06CC" in (home / "ar" / "fold.tsv").read_text(encoding="utf-8")
    assert lint(home / "ar") == []


def test_the_command_prints_and_gives_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(home)]) == 0
    assert capsys.readouterr().out == ""
    number = append(home / "en" / "stopwords.txt", "THE")
    assert main([str(home)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{home / 'en' / 'stopwords.txt'}:{number}: ")
    assert "Hint: " in line


def test_the_command_says_that_there_is_no_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no language pack" in capsys.readouterr().out


def test_the_module_runs() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "workbench.languages.lint"], capture_output=True, check=False, cwd=HOME.parents[1]
    )
    assert (run.returncode, run.stdout) == (0, b"")


@pytest.mark.parametrize("code", PACKS)
def test_what_is_read_is_what_the_schema_says(code: str) -> None:
    for name, spec in schema.SCHEMA.items():
        rows = schema.read_rows(HOME / code / name)
        assert rows, name
        assert {tuple(row) for row in rows} == {spec.columns}
    for name in schema.LISTS:
        assert schema.read_lines(HOME / code / name), name


def test_the_schema_speaks_of_its_own_columns() -> None:
    for name, spec in schema.SCHEMA.items():
        named = {*spec.key, *spec.values, *spec.lists, *spec.optional, *spec.tags, *spec.refers}
        named |= {*spec.variants, *spec.particles, *spec.characters}
        assert named <= set(spec.columns), name
        assert spec.variants | spec.particles | set(spec.tags) <= spec.lists, name
