"""What is put in the way of a load on purpose or by accident: it ends, and says what became of each piece."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import workbench as wb
from workbench.corpus import Corpus, InputFile
from workbench.corpus.marks import fingerprint
from workbench.corpus.saved import MANIFEST
from workbench.errors import LoadError, WorkbenchError
from workbench.loaders import LoadInterrupted, formats, keeping
from workbench.loaders.records import Page
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


def test_a_word_of_a_million_characters_is_looked_at_by_no_rule_for_short_lines(tmp_path: Path):
    text = f"{TEXT}\n{'Title:' * 200_000}\n{TEXT} {TEXT}"
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


STARTS = """
import sys
from workbench.loaders import crew
from workbench.loaders.files import File
many = crew.Crew(crew.Asked({}, {}), 2)
many._pool.submit(abs, 1).result()
print(*many._pool._processes, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a process keeps the number of the one that began it")
def test_workers_end_with_the_process_that_began_them():
    with subprocess.Popen([sys.executable, "-c", STARTS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asker:
        assert asker.stdout is not None
        workers = [int(word) for word in asker.stdout.readline().split()]
        asker.kill()
    assert len(workers) == 2
    with ending(60):
        while any(is_running(worker) for worker in workers):
            time.sleep(0.2)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        status = Path(f"/proc/{process}/stat")
        return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_two_loads_do_not_keep_in_one_folder_at_once(tmp_path: Path):
    write(tmp_path, "pages/a.txt", TEXT)
    if keeping._alone(tmp_path) is None:
        pytest.skip("nothing holds a folder here")
    story = tmp_path / "story"
    with keeping.keeping(story, {}), pytest.raises(LoadError, match="another load is keeping its corpus"):
        wb.load(tmp_path / "pages", keep=story)
    assert not story.exists()
    assert len(wb.load(tmp_path / "pages", keep=story)) == 1


@pytest.mark.parametrize("name", ["file/below", "a\0b", "x" * 5000])
def test_a_place_where_nothing_can_be_kept_is_said_before_anything_is_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    page = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "file", "x")
    corpus = wb.load(page)
    monkeypatch.setattr(formats, "read", None)
    with pytest.raises(WorkbenchError, match=r"cannot be written to .*Hint"):
        wb.load(page, keep=tmp_path / name)
    with pytest.raises(WorkbenchError, match=r"cannot be written to .*Hint"):
        corpus.save(tmp_path / name)


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for number in range(3):
        write(tmp_path, f"pages/{number}.txt", f"{TEXT} {number}")
    monkeypatch.setattr(keeping, "PIECES", 2)
    with monkeypatch.context() as patch:
        patch.setattr("workbench.corpus.saved.os.replace", full)
        with pytest.raises(WorkbenchError, match="No space left on device"):
            wb.load(tmp_path / "pages", keep=tmp_path / "story")
    assert [path.name for path in (tmp_path / "story").iterdir()] == [".articles-00001.parquet.part"]
    write(tmp_path, "story/report-00001.parquet", "as after a machine that was switched off")
    assert len(wb.load(tmp_path / "pages", keep=tmp_path / "story")) == 3


def test_a_stop_gives_what_was_loaded_even_where_it_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def two_then_stop(*_: object) -> Iterator[Page]:
        if (tmp_path / "stop").exists():
            raise KeyboardInterrupt
        write(tmp_path, "stop", "")
        yield Page("a", "a.txt", TEXT)

    for number in range(2):
        write(tmp_path, f"pages/{number}.txt", TEXT)
    monkeypatch.setattr(formats, "read", two_then_stop)
    monkeypatch.setattr("workbench.corpus.saved.os.replace", full)
    with pytest.raises(LoadInterrupted) as stopped:
        wb.load(tmp_path / "pages", keep=tmp_path / "story")
    assert len(stopped.value.corpus) == 1
    assert "No space left" in stopped.value.__notes__[0]


ODD = [
    ("complete", None),
    ("options", 5),
    ("parts", [5]),
    ("parts", [{"articles": {"file": 5, "sha256": "x"}}]),
    ("parts", [{"articles": {"file": "../articles-00001.parquet", "sha256": "x"}}]),
    ("version", float("inf")),
]


@pytest.mark.parametrize(("name", "value"), ODD)
def test_a_manifest_that_says_something_odd(tmp_path: Path, name: str, value: object):
    page = write(tmp_path, "a.txt", TEXT)
    story = wb.load(page).save(tmp_path / "story")
    said = json.loads((story / MANIFEST).read_text(encoding="utf-8"))
    said[name] = value
    (story / MANIFEST).write_text(json.dumps(said), encoding="utf-8")
    for act in (wb.open, wb.load, lambda folder: wb.load(page, keep=folder), wb.load(page).save):
        with pytest.raises(LoadError, match=r"is no manifest of a corpus.*Hint"):
            act(story)


def test_an_input_that_became_a_device_is_not_read_to_its_end():
    for path in ("/dev/zero", "/dev/null"):
        if Path(path).exists():
            with ending():
                assert InputFile("a.txt", path, 0, 0, "", "plain text", 1).state == "changed"


@pytest.mark.parametrize(
    ("rows", "why"),
    [("", "no column article"), ("{0},3,4,body,{1},x\n", "only white space"), ("{0},-5,5,body,{1},x\n", "is no span")],
)
def test_marks_that_cannot_be_used_are_told_with_their_file(tmp_path: Path, rows: str, why: str):
    page = write(tmp_path, "pages/a.txt", TEXT)
    article = wb.load(page)[0]
    story = wb.load(page).save(tmp_path / "story")
    table = ("article,start,end,kind,sha256,text\n" if rows else "سعر,كمية\n") + rows
    (story / "marks.csv").write_text(table.format(article.id, fingerprint(article.text)), encoding="utf-8")
    before = (story / "marks.csv").read_bytes()
    for act in (wb.open, lambda folder: wb.load(page, keep=folder)):
        with pytest.raises(LoadError, match=rf"marks\.csv.*{why}"):
            act(story)
    assert (story / "marks.csv").read_bytes() == before
