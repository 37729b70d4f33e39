"""The corpus on disk and the marks made by hand: what is kept, what is noticed, what is never lost."""

from __future__ import annotations

import datetime as dt
import json
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

import workbench as wb
from tests.build import article_of
from workbench.corpus import Article, Block, Corpus, InputFile, LoadReport, ReportRow
from workbench.corpus import marks as hand
from workbench.corpus.saved import MANIFEST, Part, Store
from workbench.errors import LoadError, UnknownNameError, WorkbenchError

TEXT = "البلدية تفتح القناة\nشارك الخبر\n  قال العمدة إن القناة جاهزة.  \nوأضاف أن الماء وصل."


def page(name: str = "p1") -> Article:
    blocks = (
        Block(0, 19, "title", "headline"),
        Block(20, 30, "body", "line_of_text"),
        Block(33, 60, "body", "x"),
    )
    return Article(name, "الواحة", TEXT[:19], dt.date(2025, 2, 12), "", "", "ar", TEXT, blocks, f"{name}.txt")


def same(one: Corpus, other: Corpus) -> bool:
    return list(one) == list(other) and one.report.rows == other.report.rows and one.digest == other.digest


def test_a_saved_corpus_comes_back_as_it_was(tmp_path: Path):
    moments = (None, dt.date(2025, 2, 12), dt.datetime(2025, 2, 12, 9, 10), dt.datetime(2025, 2, 12, 9, tzinfo=dt.UTC))
    odd = article_of("قال «نعم».\x00\u2028\U0001f30d")
    articles = [replace(odd, id=f"m{number}", published=moment) for number, moment in enumerate(moments)]
    rows = [ReportRow("x.txt", "refused", "it is empty"), *Corpus([page()]).report.rows]
    corpus = Corpus([page(), *articles], LoadReport(rows))
    folder = corpus.save(tmp_path / "story")
    again = wb.open(folder)
    assert same(corpus, again)
    assert [type(a.published) for a in again] == [type(a.published) for a in corpus]
    assert again.home == folder == corpus.home


def test_loading_a_saved_corpus_opens_it(tmp_path: Path):
    corpus = Corpus([page()])
    corpus.save(tmp_path / "story")
    assert same(wb.load(tmp_path / "story"), corpus)
    assert same(wb.load(str(tmp_path / "story")), corpus)


def test_files_that_were_read_are_known_by_what_was_in_them(tmp_path: Path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("one", "two", "three"):
        (pages / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    corpus = wb.load(pages)
    assert corpus.report.inputs["state"].tolist() == ["same"] * 3
    corpus.save(tmp_path / "story")
    (pages / "one.txt").write_text(TEXT + "one", encoding="utf-8")  # the same bytes, written later
    (pages / "two.txt").write_text(TEXT + "TWO", encoding="utf-8")
    (pages / "three.txt").unlink()
    with pytest.warns(UserWarning, match=r"two\.txt changed since"):
        again = wb.open(tmp_path / "story")
    table = again.report.inputs.set_index("file")
    assert table["state"].to_dict() == {"one.txt": "same", "two.txt": "changed", "three.txt": "missing"}
    assert table["sha256"].map(len).tolist() == [64] * 3
    assert same(corpus, again)


def test_a_report_shows_first_what_was_refused():
    rows = [*Corpus([page(f"p{number}") for number in range(20)]).report.rows, ReportRow("<b>", "refused", "ما السبب")]
    shown = LoadReport(rows)._repr_html_()
    assert "<p>20 read, 0 marked, 1 refused</p>" in shown
    assert shown.index("ما السبب") < shown.index("p0.txt") < shown.index("p1.txt")
    assert "&lt;b&gt;" in shown
    assert "21 rows in all" in shown
    assert LoadReport()._repr_html_().startswith("<p>0 read")


def test_a_corpus_and_its_pages_can_move_together(tmp_path: Path):
    (tmp_path / "a" / "pages").mkdir(parents=True)
    (tmp_path / "a" / "pages" / "one.txt").write_text(TEXT, encoding="utf-8")
    wb.load(tmp_path / "a" / "pages").save(tmp_path / "a" / "story")
    (tmp_path / "a").rename(tmp_path / "b")
    assert wb.open(tmp_path / "b" / "story").report.inputs["state"].tolist() == ["same"]
    written = b"".join(path.read_bytes() for path in (tmp_path / "b" / "story").iterdir())
    assert str(tmp_path).encode() not in written, "the name of a home folder is nobody's business"


def test_saving_replaces_what_is_there_in_one_step(tmp_path: Path):
    folder = tmp_path / "story"
    Corpus([page("a"), page("b")]).save(folder)
    Corpus([page("c")]).save(folder)
    assert [article.id for article in wb.open(folder)] == ["c"]
    assert len(list(folder.glob("*.parquet"))) == 3


def test_a_stop_while_writing_leaves_the_corpus_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = Corpus([page("a")]).save(tmp_path / "story")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_point_to", stop)
        with pytest.raises(KeyboardInterrupt):
            Corpus([page("b")]).save(folder)
    assert [article.id for article in wb.open(folder)] == ["a"]
    Corpus([page("b")]).save(folder)
    assert [article.id for article in wb.open(folder)] == ["b"]
    assert len(list(folder.glob("*.parquet"))) == 3, "what the stop left behind is cleared away"


def test_a_corpus_that_is_not_complete_says_so(tmp_path: Path):
    store = Store(tmp_path / "story")
    for name in ("a", "b", "b"):
        row = ReportRow("b.txt" if name == "b" else "a.txt", "marked", "", name, f"{name}.txt")
        file = InputFile(f"{name}.txt", (tmp_path / name).as_posix(), 1, 1, "0", "plain text", 1)
        store.append(Part([page(name)], [row], [file]), options={})
    with pytest.warns(UserWarning, match="stopped before its end"):
        corpus = wb.open(tmp_path / "story")
    assert [article.id for article in corpus] == [row.article for row in corpus.report.rows] == ["a", "b"]
    assert [file.file for file in corpus.report.files] == ["a.txt", "b.txt"]


def test_other_peoples_files_are_never_touched(tmp_path: Path):
    (tmp_path / "essay.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="holds other files"):
        Corpus([page()]).save(tmp_path)
    with pytest.raises(WorkbenchError, match="is a file"):
        Corpus([page()]).save(tmp_path / "essay.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


@pytest.mark.parametrize("harm", ["cut", "gone", "other"])
def test_a_harmed_file_is_noticed(tmp_path: Path, harm: str):
    folder = Corpus([page()]).save(tmp_path / "story")
    path = next(folder.glob("articles-*.parquet"))
    if harm == "gone":
        path.unlink()
    else:
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if harm == "cut" else data.replace(b"PAR1", b"PAR2"))
    with pytest.raises(LoadError, match="articles-"):
        wb.open(folder)


@pytest.mark.parametrize(
    "said", ["", "[]", "{}", '{"format": "riwaya corpus", "version": "x", "parts": []}', "[" * 10**5]
)
def test_a_broken_manifest_is_an_error_with_its_name(tmp_path: Path, said: str):
    (tmp_path / MANIFEST).write_text(said, encoding="utf-8")
    with pytest.raises(LoadError, match=MANIFEST):
        wb.open(tmp_path)


def test_a_later_format_is_not_read_by_guess(tmp_path: Path):
    folder = Corpus([page()]).save(tmp_path / "story")
    said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**said, "version": 99}), encoding="utf-8")
    with pytest.raises(LoadError, match="later version"):
        wb.open(folder)


def test_no_part_is_read_from_outside_the_folder(tmp_path: Path):
    folder = Corpus([page()]).save(tmp_path / "story")
    said = (folder / MANIFEST).read_text(encoding="utf-8")
    (folder / "articles-00001.parquet").rename(tmp_path / "articles-00001.parquet")
    (folder / MANIFEST).write_text(said.replace('"articles-00001', '"../articles-00001'), encoding="utf-8")
    with pytest.raises(LoadError, match="no manifest"):
        wb.open(folder)


def test_nothing_there_says_what_to_do(tmp_path: Path):
    with pytest.raises(LoadError, match=r"no saved corpus.*wb\.load"):
        wb.open(tmp_path)


def test_a_mark_by_hand_cuts_what_it_covers():
    corpus = Corpus([page()])
    before = corpus.digest
    corpus.mark("p1", 19, 42, "caption")
    blocks = [(corpus["p1"].slice(block), block.kind, block.rule) for block in corpus["p1"].blocks]
    assert blocks == [
        (TEXT[:19], "title", "headline"),
        (TEXT[20:42].strip(), "caption", "by_hand"),
        (TEXT[42:60].strip(), "body", "x"),
    ]
    assert corpus[0] == corpus["p1"]
    assert corpus.digest != before
    assert corpus.table["title"].tolist() == [TEXT[:19]]
    assert corpus.blocks["text"].tolist() == [text for text, _, _ in blocks]


def test_the_title_follows_the_mark():
    corpus = Corpus([page()])
    corpus.mark("p1", 0, 19, "furniture")
    assert corpus["p1"].title == ""
    corpus.mark("p1", 33, 60, "title")
    assert corpus["p1"].title == TEXT[33:60]


def test_marks_are_kept_beside_the_pages_and_used_again(tmp_path: Path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    corpus = wb.load(tmp_path)
    corpus.mark("one", 33, 60, "furniture")
    corpus.mark("one", 40, 60, "body")
    again = wb.load(tmp_path)
    assert again["one"].blocks == corpus["one"].blocks
    assert again.report.table["file"].tolist() == ["one.txt"], "the marks are no page"
    saved = wb.open(again.save(tmp_path.parent / f"{tmp_path.name}-story"))
    assert saved["one"].blocks == corpus["one"].blocks
    saved.mark("one", 0, 19, "furniture")
    assert wb.open(saved.home)["one"].blocks == saved["one"].blocks
    assert wb.load(tmp_path)["one"].blocks == corpus["one"].blocks, "what the saved corpus says is kept with it"


def test_a_mark_does_not_fit_a_page_that_has_changed(tmp_path: Path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    wb.load(tmp_path).mark("one", 33, 60, "furniture")
    (tmp_path / "one.txt").write_text(TEXT + " وانتهى.", encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT, encoding="utf-8")
    corpus = wb.load(tmp_path)
    assert "by_hand" not in {block.rule for article in corpus for block in article.blocks}
    told = corpus.report.rows[-1]
    assert (told.file, told.status) == ("marks.csv", "refused")
    assert "its text has changed" in told.reason


def test_a_mark_that_fits_no_more_is_kept_beside_new_ones(tmp_path: Path):
    page = tmp_path / "a.txt"
    page.write_text("عنوان الخبر\nقال العمدة إن القناة جاهزة منذ أمس.", encoding="utf-8")
    corpus = wb.load(tmp_path)
    corpus.mark(corpus[0].id, 0, 11, "furniture")
    first = (tmp_path / "marks.csv").read_text("utf-8-sig").splitlines()
    page.write_text("عنوان آخر للخبر\nقال العمدة إن القناة جاهزة منذ أمس.", encoding="utf-8")
    changed = wb.load(tmp_path)
    changed.mark(changed[0].id, 0, 9, "caption")
    kept = (tmp_path / "marks.csv").read_text("utf-8-sig").splitlines()
    assert kept[:2] == first
    assert len(kept) == 3
    page.write_text("عنوان الخبر\nقال العمدة إن القناة جاهزة منذ أمس.", encoding="utf-8")
    assert wb.load(tmp_path)[0].blocks[0].kind == "furniture"


def test_a_broken_file_of_marks_stops_before_it_is_overwritten(tmp_path: Path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / hand.MARKS).write_text("article,start,end,kind,sha256\none,zero,5,body,x\n", encoding="utf-8")
    with pytest.raises(LoadError, match="cannot be read"):
        wb.load(tmp_path)


def test_the_file_of_marks_is_safe_in_a_spreadsheet(tmp_path: Path):
    corpus = Corpus([article_of("=cmd|' /C calc'!A0 قال العمدة")])
    corpus.mark("p1", 0, 10, "furniture")
    corpus.save(tmp_path / "story")
    written = (tmp_path / "story" / "marks.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert ",=cmd" not in written.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("start", "end", "kind"), [(0, 999, "body"), (5, 5, "body"), (-1, 4, "body"), (0, 4, "nonsense")]
)
def test_a_mark_that_is_none_says_why(start: int, end: int, kind: str):
    corpus = Corpus([page()])
    with pytest.raises(WorkbenchError, match="Hint"):
        corpus.mark("p1", start, end, kind)
    with pytest.raises(UnknownNameError):
        corpus.mark("p9", 0, 4, "body")
    with pytest.raises(WorkbenchError, match="white space"):
        corpus.mark("p1", 30, 33, "body")
    assert corpus["p1"] == page()


def test_opening_says_nothing_when_nothing_is_amiss(tmp_path: Path):
    folder = Corpus([page()]).save(tmp_path / "story")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        wb.open(folder)


def test_a_slice_names_only_the_files_of_its_articles(tmp_path: Path):
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    part = wb.load(tmp_path)[:2]
    assert [file.file for file in part.report.files] == [article.origin for article in part]


def test_a_part_of_a_corpus_keeps_order_rows_and_marks(tmp_path: Path):
    rows = [ReportRow("x.txt", "refused", "it is empty"), *(ReportRow(f"p{n}.txt", "read", "", f"p{n}") for n in "123")]
    corpus = Corpus([page("p1"), page("p2"), page("p3")], LoadReport(rows))
    corpus.mark("p3", 20, 30, "furniture")
    corpus.save(tmp_path / "story")
    part = corpus.part(corpus.table["article"].iloc[[2, 0, 2]])
    assert [article.id for article in part] == ["p1", "p3"]
    assert [row.file for row in part.report.rows] == ["p1.txt", "p3.txt"]
    assert part["p3"].blocks == corpus["p3"].blocks
    assert part.home is None
    with pytest.raises(UnknownNameError, match="p9"):
        corpus.part(["p1", "p9"])
