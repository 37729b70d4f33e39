"""What is put in the way of a load on purpose or by accident: it ends, and says what became of each piece."""

from __future__ import annotations

import os
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import workbench as wb
from workbench.corpus import Corpus
from workbench.loaders.tables import reading as tables

TEXT = "قال رئيس البلدية إن العمل في القناة الجديدة سيبدأ في الشهر المقبل بعد موافقة المجلس."


class Hung(BaseException):
    """No loader takes it for a fault of a page and goes on."""


@contextmanager
def ending(seconds: int = 30) -> Iterator[None]:
    """What hangs fails; nothing here takes a tenth of that."""

    def hung(*_: object) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, hung)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def reasons(corpus: Corpus) -> dict[str, str]:
    return {row.file: row.reason for row in corpus.report.rows if row.status == "refused"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_pipes_and_devices_are_refused_and_not_waited_for(tmp_path: Path):
    write(tmp_path, "a.txt", TEXT)
    for name in ("pipe.txt", "pipe.csv", "outlets.csv", "marks.csv", "riwaya-report.json", "riwaya-corpus.json"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "zero.html").symlink_to("/dev/zero")
    (tmp_path / "dir.txt").mkdir()
    with ending():
        corpus = wb.load(tmp_path)
    assert len(corpus) == 1
    told = reasons(corpus)
    assert set(told) == {"pipe.txt", "pipe.csv", "riwaya-report.json", "riwaya-corpus.json", "zero.html"}
    assert {told[name] for name in ("pipe.txt", "pipe.csv", "zero.html")} == {
        "it is no file with a content of its own: a folder, a pipe or a device"
    }


def test_links_that_lead_in_a_circle(tmp_path: Path):
    write(tmp_path, "a.txt", TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    with ending():
        corpus = wb.load(tmp_path)
    assert len(corpus) == 1
    assert set(reasons(corpus)) == {"self.txt", "gone.txt"}


@pytest.mark.parametrize("gap", [" ", "\u00a0\t", "\t", "(", " | ", "- "])
def test_a_line_with_a_gap_of_a_million_characters(tmp_path: Path, gap: str):
    text = TEXT[:40] + gap * (1_000_000 // len(gap)) + TEXT[40:]
    path = write(tmp_path, "a.txt", text)
    with ending():
        assert wb.load(path)[0].text == text


def test_a_json_text_that_is_no_text_but_lists_in_lists(tmp_path: Path):
    lists = "[" * 900 + "]" * 900
    path = write(tmp_path, "a.json", f'[{{"text": {lists}}}, {{"text": "{TEXT}"}}]')
    corpus = wb.load(path)
    assert len(corpus) == 1
    assert list(reasons(corpus).values()) == ["its parts are nested too deep for any page that is meant to be read"]


def test_a_number_of_a_hundred_thousand_digits(tmp_path: Path):
    digits = "9" * 100_000
    records = f'{{"text": "{TEXT}", "date": {digits}}}'
    for path in (write(tmp_path, "a.json", f"[{records}]"), write(tmp_path, "b.jsonl", records)):
        corpus = wb.load(path)
        assert corpus[0].text == TEXT
        assert "is not clear" in corpus.report.rows[0].reason


def test_a_link_in_an_archive_is_not_taken_for_the_file(tmp_path: Path):
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(link, "/etc/passwd")
        packed.writestr("page.txt", TEXT)
    corpus = wb.load(tmp_path / "a.zip")
    assert [article.text for article in corpus] == [TEXT]
    assert [row.reason for row in corpus.report.refused] == ["it is a link to another file, and not that file"]


def test_a_table_of_more_rows_than_a_corpus_can_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST", 300)
    path = write(tmp_path, "a.csv", f"text\n{TEXT}\n" + "نص\n" * 1000)
    corpus = wb.load(path)
    assert len(corpus.report) == 301
    last = corpus.report.rows[-1]
    assert last.status == "refused"
    assert "more than 300 records" in last.reason
