"""Folders, globs and lists; outlets.csv; ids; the report; what happens when nothing is there."""

from __future__ import annotations

import datetime as dt
import os
from importlib import import_module
from pathlib import Path

import pytest

from tests.unit.test_load_text import PARAGRAPH, TITLE, write
from workbench.errors import EmptyCorpusError, LoadError, UnknownLanguageError
from workbench.loaders import LoadInterrupted, load, written
from workbench.loaders.records import Page


def test_a_folder_is_read_with_the_folders_in_it_by_name(tmp_path: Path) -> None:
    (tmp_path / "صحف").mkdir()
    write(tmp_path, "b.txt", PARAGRAPH)
    write(tmp_path, "صحف/a.md", PARAGRAPH)
    write(tmp_path, "README.md", "what this is")
    write(tmp_path, ".hidden.txt", "x")
    write(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    (tmp_path / "page_files").mkdir()
    write(tmp_path, "page.html", f"<p>{PARAGRAPH}</p>")
    write(tmp_path, "page_files/frame.html", "<p>ad</p>")
    corpus = load(tmp_path)
    table = corpus.report.table
    assert table["file"].tolist() == ["b.txt", "page.html", "photo.jpg", "صحف/a.md"]
    assert table["status"].tolist() == ["read", "read", "refused", "read"]
    assert ".jpg" in table["reason"][2]


def test_a_glob_and_a_list(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.md"):
        write(tmp_path, name, PARAGRAPH)
    assert [article.id for article in load(str(tmp_path / "*.txt"))] == ["1", "2"]
    assert [article.id for article in load([tmp_path / "3.md", str(tmp_path / "1.txt")])] == ["3", "1"]


def test_the_same_page_twice_stays_twice_with_ids_of_its_own(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", PARAGRAPH)
    other = write(tmp_path, "a-2.txt", PARAGRAPH)
    assert [article.id for article in load([path, path, other, other])] == ["a", "a-2", "a-2-2", "a-2-3"]


def test_outlets_csv_describes_the_pages_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f"{TITLE}\n{PARAGRAPH}")
    write(tmp_path, "b.txt", PARAGRAPH)
    (tmp_path / "gold").mkdir()
    write(tmp_path, "gold/quotes.tsv", f"page\ttext\na\t{PARAGRAPH}\n")
    rows = (
        f"file,source,published,author,url,language,title\na.txt,الضفة,2025-02-12,ليان,javascript:alert(1),ar,{TITLE}\n"
    )
    write(tmp_path, "outlets.csv", rows + "lost.txt,الغائبة,,,,,\n")
    corpus = load(tmp_path)
    a, b = corpus
    assert (a.source, a.published, a.author, a.url) == ("الضفة", dt.date(2025, 2, 12), "ليان", "javascript:alert(1)")
    assert (a.title, b.source, b.published) == (TITLE, "b", None)
    assert [(row.file, row.status) for row in corpus.report.rows] == [
        ("a.txt", "read"),
        ("b.txt", "read"),
        ("outlets.csv: lost.txt", "refused"),
    ]
    assert load(tmp_path / "a.txt")[0].source == "الضفة"
    assert load(tmp_path, source="واحدة").sources == ["واحدة"]


def test_a_broken_outlets_csv_is_reported_and_the_pages_load(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PARAGRAPH)
    write(tmp_path, "outlets.csv", "name,source\na.txt,x\n")
    corpus = load(tmp_path)
    assert [row.status for row in corpus.report.rows] == ["refused", "read"]
    assert "column 'file'" in corpus.report.rows[0].reason


def test_what_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    write(tmp_path, "articles.txt", PARAGRAPH)
    with pytest.raises(LoadError, match=r"no file or folder.*Hint: did you mean .*articles\.txt"):
        load(tmp_path / "article.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmptyCorpusError, match="there is no file in"):
        load(tmp_path / "empty")
    with pytest.raises(EmptyCorpusError):
        load(str(tmp_path / "*.html"))
    with pytest.raises(LoadError, match="int is nothing that can be loaded"):
        load(5)  # type: ignore[arg-type]
    with pytest.raises(UnknownLanguageError):
        load(tmp_path, language="xx")


def test_language_is_stated_or_detected(tmp_path: Path) -> None:
    write(tmp_path, "ar.txt", PARAGRAPH)
    write(tmp_path, "en.txt", "The mayor said that the work on the canals would begin next month in the oasis.")
    assert [article.language for article in load(tmp_path)] == ["ar", "en"]
    assert [article.language for article in load(tmp_path, language="en")] == ["en", "en"]


def test_interrupting_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def two_then_stop(*args: object) -> object:
        yield Page("a", "a.txt", PARAGRAPH)
        yield Page("b", "b.txt", PARAGRAPH)
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("workbench.loaders.formats"), "read", two_then_stop)
    monkeypatch.setattr(import_module("workbench.loaders.plan"), "PIECES", 1)
    monkeypatch.setattr(import_module("workbench.loaders.plan"), "LARGE", 1)
    with pytest.raises(KeyboardInterrupt) as stopped:
        load(write(tmp_path, "a.txt", PARAGRAPH))
    assert isinstance(stopped.value, LoadInterrupted)
    assert [article.id for article in stopped.value.corpus] == ["a", "b"]


def test_a_page_that_breaks_a_rule_is_refused_and_the_others_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("workbench.loaders.making")
    real = module.mark

    def breaks(text: str, *args: object) -> object:
        if "انكسر" in text:
            raise ZeroDivisionError("a rule")
        return real(text, *args)

    monkeypatch.setattr(module, "mark", breaks)
    write(tmp_path, "a.txt", "انكسر " + PARAGRAPH)
    write(tmp_path, "b.txt", PARAGRAPH)
    corpus = load(tmp_path)
    assert corpus.report.rows[0].reason == "it broke the loader: ZeroDivisionError: a rule"
    assert [article.id for article in corpus] == ["b"]


def test_a_language_without_a_pack_is_said(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, "t.csv", f"text,lang\n{PARAGRAPH},fr\n{PARAGRAPH},ar-SY\n{PARAGRAPH},Arabic\n"))
    assert [row.reason for row in corpus.report.rows] == [
        "there is no language pack for 'fr'; it is read as Arabic",
        "",
        "",
    ]


@pytest.mark.parametrize("what", ["", " ", [""], [5], [None], b"pages"])
def test_what_names_nothing_is_an_error(what: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", PARAGRAPH)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError, match="Hint: "):
        load(what)  # type: ignore[arg-type]


def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(PARAGRAPH, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("the file system takes no such name")
    corpus = load(tmp_path)
    assert (corpus[0].id, corpus[0].source, corpus[0].origin) == ("caf\ufffd", "caf\ufffd", "caf\ufffd.txt")
    assert corpus.report.rows[0].file == "caf\ufffd.txt"


def test_an_earlier_report_is_no_page(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PARAGRAPH)
    (tmp_path / "out/tables").mkdir(parents=True)
    files = ["report.html", "tables/quotes.csv"]
    for name in files:
        write(tmp_path / "out", name, f"text\n{PARAGRAPH}")
    write(tmp_path / "out", "tables/mine.csv", f"text\n{PARAGRAPH}")
    assert len(load(tmp_path)) == 4
    written.keep_list(tmp_path / "out", [*files, "../a.txt", "mine.txt"])
    write(tmp_path / "out", "mine.txt", PARAGRAPH)
    corpus = load(tmp_path)
    assert [article.origin for article in corpus] == ["a.txt", "out/mine.txt", "out/tables/mine.csv row 1"]
    assert [(row.file, row.status) for row in corpus.report.refused] == [("out/riwaya-report.json", "refused")]
    assert len(load(str(tmp_path / "**/*.csv"))) == 1
    assert len(load(tmp_path / "out/tables")) == 1
    assert load(tmp_path / "out/tables/quotes.csv")[0].text == PARAGRAPH
    write(tmp_path, "out/riwaya-report.json", "[" * 100_000)
    assert len(load(tmp_path)) == 5
