"""Loading in several processes, on and on after a stop: the same corpus, whatever happens on the way."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

import pytest

import workbench as wb
from tests.formats.tables import zotero
from workbench.corpus.saved import MANIFEST
from workbench.errors import EmptyCorpusError, WorkbenchError
from workbench.loaders import LoadInterrupted, crew, formats, keeping, plan
from workbench.loaders.files import File
from workbench.loaders.records import Piece, Unreadable
from workbench.loaders.web import fetching
from workbench.loaders.web.fetcher import Fetched

SENTENCE = "قال العمدة زاهر النقشجي إن أعمال السقاية في واحة أم الغزلان رقم {} ستبدأ في مطلع الشهر المقبل."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    (folder / "05.txt").write_bytes(b"")
    (folder / "table.csv").write_text("id,text\n" + "".join(f"x,{SENTENCE.format(n)}\n" for n in range(30)), "utf-8")
    return folder


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "MANY", 2)
    monkeypatch.setattr(crew, "FILES", 4)


def look(corpus: wb.Corpus) -> object:
    return list(corpus), corpus.report.rows, [(one.file, one.sha256, one.rows) for one in corpus.report.files]


def test_several_processes_give_what_one_gives(pages: Path, shared: None):
    assert look(wb.load(pages)) == look(load_alone(pages))


def load_alone(pages: Path) -> wb.Corpus:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "MANY", 10**9)
        return wb.load(pages)


def test_a_large_file_is_handed_on_in_pieces(pages: Path, monkeypatch: pytest.MonkeyPatch):
    whole = look(load_alone(pages))
    monkeypatch.setattr(plan, "LARGE", 200)
    monkeypatch.setattr(plan, "PIECES", 7)
    assert look(wb.load(pages)) == whole


def test_a_file_that_ends_the_process_is_a_row_of_the_report(pages: Path, shared: None):
    (pages / "07.txt").write_bytes(b"fatal")
    (pages / "33.txt").write_bytes(b"fatal")
    asked = crew.Asked({}, {})
    jobs = [crew.Job(File(path.name, path), input=path.name) for path in sorted(pages.glob("*.txt"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "do_all", do_all_or_end)
        done = list(crew.run(jobs, asked, processes=2))
    assert len(done) == len(jobs)
    refused = {one.origin for each in done for one in each.outcomes if "ended the process" in reason_of(one)}
    assert refused == {"07.txt", "33.txt"}
    assert sum(each.file is not None for each in done) == len(jobs) - 2


def reason_of(outcome: object) -> str:
    return str(getattr(outcome, "reason", ""))


def do_all_or_end(jobs: list[crew.Job], asked: crew.Asked) -> list[crew.Done]:
    for job in jobs:
        if job.file is not None and job.file.head() == b"fatal":
            os._exit(3)
    return [crew.do(job, asked) for job in jobs]


def stop_after(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Let the next loading be stopped by hand when so many files have been read."""
    real = crew.do
    left = [count]

    def do(job: crew.Job, asked: crew.Asked) -> crew.Done:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(job, asked)

    monkeypatch.setattr(crew, "do", do)


def test_loading_goes_on_where_it_was_stopped(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    whole = look(wb.load(pages))
    story = tmp_path / "story"
    monkeypatch.setattr(keeping, "PIECES", 5)
    for count in (12, 9):
        with monkeypatch.context() as patch:
            stop_after(patch, count)
            with pytest.raises(LoadInterrupted):
                wb.load(pages, keep=story)
    with pytest.warns(UserWarning, match="stopped before its end"):
        assert len(wb.open(story)) == 20, "21 files were read, one of them empty"
    read = count_read(monkeypatch)
    assert look(wb.load(pages, keep=story)) == whole
    assert len(read) == 41 - 21, "what was read before the stop is not read again"
    assert look(wb.open(story)) == whole


def count_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    real = formats.read
    read: list[str] = []

    def counted(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
        read.append(file.origin)
        return real(file, columns)

    monkeypatch.setattr(formats, "read", counted)
    return read


def test_only_what_has_changed_is_read_again(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    story = tmp_path / "story"
    wb.load(pages, keep=story)
    before = (story / MANIFEST).read_bytes()
    read = count_read(monkeypatch)
    wb.load(pages, keep=story)
    assert not read
    assert (story / MANIFEST).read_bytes() == before, "nothing new, nothing written"
    (pages / "03.txt").write_text(SENTENCE.format("ثلاثة"), encoding="utf-8")
    (pages / "04.txt").unlink()
    (pages / "99.txt").write_text(SENTENCE.format(99), encoding="utf-8")
    corpus = wb.load(pages, keep=story)
    assert read == ["03.txt", "99.txt"]
    assert look(corpus) == look(wb.open(story)) == look(wb.load(pages))


def test_other_options_read_everything_anew(pages: Path, tmp_path: Path):
    wb.load(pages, keep=tmp_path / "story")
    corpus = wb.load(pages, keep=tmp_path / "story", source="الواحة")
    assert corpus.sources == ["الواحة"]
    assert wb.open(tmp_path / "story").sources == ["الواحة"]


def test_a_kept_corpus_among_the_pages_is_no_page(pages: Path):
    corpus = wb.load(pages, keep=pages / "story")
    again = wb.load(pages, keep=pages / "story")
    assert list(again) == list(corpus)
    told = [row.reason for row in again.report.rows if row.file.endswith(MANIFEST)]
    assert told == ["a saved corpus: wb.open reads it, and not wb.load"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(wb.open(pages / "story")) == list(corpus)


def test_a_folder_with_other_files_is_not_written_to(pages: Path):
    with pytest.raises(WorkbenchError, match="holds other files"):
        wb.load(pages, keep=pages)


class Shelf:
    """A fetcher that has its pages at hand, and remembers what it was asked for."""

    def __init__(self, asked: list[str], *, stop_at: str = "") -> None:
        self.asked = asked
        self.stop_at = stop_at

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get(self, url: str) -> Fetched:
        self.asked.append(url)
        if url == self.stop_at:
            raise KeyboardInterrupt
        if url.endswith("/gone"):
            raise Unreadable("the site answers 404")
        page = f"<html><body><h1>البلدية تفتح القناة</h1><p>{SENTENCE.format(url[-1])}</p></body></html>"
        return Fetched(url, page.encode(), "utf-8", "text/html")


def shelf(monkeypatch: pytest.MonkeyPatch, *, stop_at: str = "") -> list[str]:
    asked: list[str] = []
    monkeypatch.setattr(fetching, "Fetcher", lambda: Shelf(asked, stop_at=stop_at))
    return asked


URLS = [f"https://wahat.example/{name}" for name in ("a1", "a2", "gone", "a3")]


def test_addresses_in_a_table_are_fetched_when_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "media.csv"
    rows = "".join(f"عنوان {n},{url},الواحة\n" for n, url in enumerate(URLS))
    path.write_text(f"title,url,media_name\n{rows}text,,x\n", encoding="utf-8")
    with pytest.raises(EmptyCorpusError, match="fetch=True"):
        wb.load(path)
    asked = shelf(monkeypatch)
    corpus = wb.load(path, fetch=True)
    assert asked == URLS
    assert [article.url for article in corpus] == [url for url in URLS if "gone" not in url]
    assert corpus.sources == ["الواحة"]
    assert [row.status == "refused" for row in corpus.report.rows] == [False, False, True, False, True]
    assert "404" in corpus.report.rows[2].reason


def test_fetching_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    story = tmp_path / "story"
    asked = shelf(monkeypatch, stop_at=URLS[3])
    with pytest.raises(LoadInterrupted):
        wb.load(URLS, keep=story)
    assert asked == URLS
    asked = shelf(monkeypatch)
    corpus = wb.load(URLS, keep=story)
    assert asked == [URLS[2], URLS[3]], "what was fetched is there, what was refused is tried again"
    assert [article.url for article in corpus] == [URLS[0], URLS[1], URLS[3]]
    assert look(wb.open(story)) == look(corpus)


def test_a_file_that_a_table_names_is_one_article(tmp_path: Path):
    item, files = zotero()
    (tmp_path / "library.csv").write_bytes(item)
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "other.txt").write_text(SENTENCE.format(1), encoding="utf-8")
    alone = wb.load(tmp_path / "library.csv")
    corpus = wb.load(tmp_path)
    assert [article.text for article in corpus] == [*(article.text for article in alone), SENTENCE.format(1)]
    told = {row.file for row in corpus.report.rows if row.reason == "it was read with the table that names it"}
    assert told <= set(files)
    assert len(told) == len(alone)
    kept = wb.load(tmp_path, keep=tmp_path.parent / f"{tmp_path.name}-story")
    assert look(wb.load(tmp_path, keep=kept.home)) == look(kept)
    assert list(kept) == list(corpus)


def test_lines_that_repeat_are_marked_the_same_after_a_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(6):
        second = f"وأضاف في اليوم {number} أن الماء وصل إلى كل بيت {number}."
        text = f"{SENTENCE.format(number)}\nتابعوا قناتنا على الهاتف\n{second}"
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    (pages / "outlets.csv").write_text("file,source\n" + "".join(f"{n}.txt,الواحة\n" for n in range(6)), "utf-8")
    whole = wb.load(pages)
    assert {row.reason for row in whole.report.rows} == {"1 line repeated across the pages of the outlet"}
    (pages / "outlets.csv").rename(tmp_path / "outlets.csv")
    options = {"source": "الواحة", "keep": tmp_path / "story"}
    for count in (4, 0):
        with monkeypatch.context() as patch:
            stop_after(patch, count)
            with pytest.raises(LoadInterrupted):
                wb.load(pages, **options)
    for _ in range(2):
        corpus = wb.load(pages, **options)
        assert [article.blocks for article in corpus] == [article.blocks for article in whole]
        assert [row.reason for row in corpus.report.rows] == [row.reason for row in whole.report.rows]


def test_files_of_many_articles_are_kept_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for number in range(4):
        lines = [json.dumps({"text": SENTENCE.format(f"{number} {one}")}) for one in range(6)]
        (tmp_path / "tables").mkdir(exist_ok=True)
        (tmp_path / "tables" / f"{number}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(keeping, "PIECES", 5)
    written = []
    real = keeping.Keeper.write
    monkeypatch.setattr(keeping.Keeper, "write", lambda self: (written.append(len(self._read.files)), real(self)))
    assert len(wb.load(tmp_path / "tables", keep=tmp_path / "story")) == 24
    assert written == [1, 1, 1, 1]
