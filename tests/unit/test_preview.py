"""``wb.preview``: the mapping and the first rows before anything is loaded, as data and as a form."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import workbench as wb
from tests.formats import tables as samples
from tests.unit.test_load_text import PARAGRAPH, TITLE, write
from workbench.errors import LoadError, UnknownNameError
from workbench.languages import pack, packs
from workbench.loaders.preview import FIELD_NAMES, PAGE_COLUMNS, ROWS, TABLE_COLUMNS
from workbench.widgets.preview import STYLE, WIDTHS

VIEWS = Path(__file__).parents[2] / "widgets"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    "name", [name for name in samples.SAMPLES if samples.SAMPLES[name][1] > 3 and not name.startswith("unnamed")]
)
def test_a_preview_shows_what_load_does(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(samples.SAMPLES[name][0])
    seen = wb.preview(path)
    assert len(seen.rows) == ROWS
    assert set(seen.columns) == set(seen.reasons) == set(seen.hows)
    assert set(seen.columns.values()) <= set(seen.names)
    if not seen.table["text"].any():
        assert all("address" in reason for reason in seen.table["reason"])
        return
    corpus = seen.load()
    shown = seen.table[["source", "title", "published", "author", "url", "language"]]
    assert shown.to_numpy().tolist() == corpus[:ROWS].table[list(shown.columns)].to_numpy().tolist()
    assert [article.text.startswith(start[:50]) for article, start in zip(corpus, seen.table["text"], strict=False)]
    assert [row.reason for row in corpus.report.rows[:ROWS]] == seen.table["reason"].tolist()


def test_the_mapping_and_its_reasons() -> None:
    frame = pd.DataFrame(samples.records(9)).rename(columns={"text": "x", "source": "المصدر"})
    seen = wb.preview(frame, columns={"author": None, "title": "title"})
    assert seen.names == tuple(frame.columns)
    assert seen.columns["text"] == "x"
    assert "author" not in seen.columns
    assert seen.hows == {
        "text": "contents",
        "id": "name",
        "source": "name",
        "title": "said",
        "published": "name",
        "url": "name",
        "language": "name",
    }
    assert seen.reasons["text"] == "column 'x': its contents look like it"
    assert seen.reasons["title"] == "column 'title': you named it"
    assert "column 'x': its contents look like it" in repr(seen)
    assert seen.load()[0].author == ""


def test_another_column_is_chosen_and_loaded() -> None:
    frame = pd.DataFrame(samples.records(3)).assign(ملخص=[PARAGRAPH, f"{PARAGRAPH} ثم", f"{PARAGRAPH} بعد"])
    seen = wb.preview(frame)
    seen.choose("text", "ملخص")
    seen.choose("source", None)
    assert seen.columns["text"] == "ملخص"
    assert seen.table["text"][0].startswith(PARAGRAPH[:140])
    corpus = seen.load(language="ar")
    assert corpus[0].text == PARAGRAPH
    assert corpus[0].source == "daffa.example"  # as its address says
    with pytest.raises(UnknownNameError, match="there is no column 'y'"):
        seen.choose("text", "y")
    with pytest.raises(LoadError, match="no field"):
        seen.choose("texte", "text")
    assert seen.columns["text"] == "ملخص"


def test_a_table_without_a_text_is_shown_all_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", f"كلام,جهة\nقال العمدة كلاما,الضفة\n{TITLE},الساحل\n")
    seen = wb.preview(path)
    assert seen.problem.startswith("no column of it holds a text")
    assert seen.table["reason"].tolist() == [seen.problem] * 2
    assert seen.problem in repr(seen)
    seen.choose("text", "كلام")
    assert not seen.problem
    assert seen.table["text"][0] == "قال العمدة كلاما"


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no whole Parquet file"):
        wb.preview(write(tmp_path, "t.parquet", "x"))
    with pytest.raises(LoadError, match="it has no column named 'y'"):
        wb.preview(write(tmp_path, "t.csv", f"text\n{PARAGRAPH}\n"), columns={"text": "y"})
    with pytest.raises(LoadError, match="there is no file or folder"):
        wb.preview(tmp_path / "none.csv")


def test_a_workbook_shows_its_first_rows_across_sheets(tmp_path: Path) -> None:
    body = samples.rows(4)
    path = tmp_path / "b.xlsx"
    path.write_bytes(
        samples.workbook(
            {"notes": [["ملاحظة"], ["x"]], "a": [samples.HEADER, *body[:2]], "b": [samples.HEADER, *body[2:]]}
        )
    )
    seen = wb.preview(path)
    assert seen.table["title"].tolist() == [row[2] for row in body[:3]]
    assert not seen.problem
    assert len(seen.load()) == 4


def test_a_folder_shows_its_first_pages_with_their_blocks(tmp_path: Path) -> None:
    for n in range(5):
        write(tmp_path, f"p{n}.txt", f"{TITLE}\n\n{PARAGRAPH}\n")
    write(tmp_path, "outlets.csv", "file,source\np0.txt,الضفة\n")
    seen = wb.preview(tmp_path)
    assert (seen.names, seen.columns) == ((), {})
    assert list(seen.table.columns) == list(PAGE_COLUMNS)
    assert seen.table["file"].tolist() == ["p0.txt", "p1.txt", "p2.txt"]
    assert seen.table["source"][0] == "الضفة"
    assert seen.table["blocks"][0] == "1 title, 1 body"
    assert seen.form() is None
    assert len(seen.load()) == 5
    kept = wb.load(tmp_path)
    kept.save(tmp_path / "kept")
    assert len(wb.preview(tmp_path / "kept").table) == 3


@pytest.fixture
def hostile() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "text": [f"{PARAGRAPH} {HOSTILE}"],
            "title": [HOSTILE],
            HOSTILE: ["x"],
            "date": [dt.date(2025, 2, 12)],
        }
    )


def parts(box: Any) -> tuple[dict[str, Any], Any]:
    """The drop-downs by the label beside them, and the rows."""
    lines = box.children[1:-1]
    return {line.children[0].value: line.children[1] for line in lines}, box.children[-1]


@pytest.mark.parametrize("code", [one.code for one in packs()])
def test_the_form_is_labelled_and_escaped(hostile: pd.DataFrame, code: str) -> None:
    box = wb.preview(hostile).form(language=code)
    drops, rows = parts(box)
    words = pack(code)
    assert list(drops) == [words.label("columns", name) for name in FIELD_NAMES]
    assert f"rw-preview-{words.direction}" in box._dom_classes
    assert "<img" not in rows.value
    assert "&lt;img src=x onerror=alert(1)&gt;" in rows.value
    assert words.label("columns", "published") in rows.value
    assert "2025-02-12" in rows.value
    options = dict(drops[words.label("columns", "text")].options)
    assert options[words.label("preview", "none")] == ""
    assert HOSTILE in options.values()


def test_choosing_in_the_form_changes_the_rows_and_the_mapping() -> None:
    frame = pd.DataFrame({"text": [PARAGRAPH], "kicker": ["عنوان آخر"], "title": [TITLE]})
    seen = wb.preview(frame)
    box = seen.form(language="en")
    drops, rows = parts(box)
    hows = {line.children[0].value: line.children[2] for line in box.children[1:-1]}
    assert (drops["Title"].value, hows["Title"].value) == ("title", "from the column's name")
    drops["Title"].value = "kicker"
    assert seen.columns["title"] == "kicker"
    assert hows["Title"].value == "your choice"
    assert "عنوان آخر" in rows.value
    drops["Text"].value = ""
    assert "no column of it holds a text" in rows.value
    assert "text" not in seen.columns
    drops["Text"].value = "text"
    assert "no column" not in rows.value
    assert seen.load()[0].title == "عنوان آخر"


def test_the_form_says_which_columns_could_be_a_field() -> None:
    body = samples.records(9)
    frame = pd.DataFrame(body).drop(columns=["source", "url"])
    frame = frame.assign(ص=["الضفة", "الساحل", "الواحة"] * 3, ب=["محليات", "ثقافة", "رياضة"] * 3)
    seen = wb.preview(frame)
    assert seen.doubts == {"source": ("ص", "ب")}
    hows = {line.children[0].value: line.children[2].value for line in seen.form(language="en").children[1:-1]}
    assert hows["Source"] == "could be ص / ب"


def test_the_form_shows_the_table_as_it_is_where_no_column_is_the_text() -> None:
    frame = pd.DataFrame({"اسم": ["رنا", HOSTILE], "text_of": [1, 2]})
    seen = wb.preview(frame)
    assert seen.raw == [{"اسم": "رنا", "text_of": "1"}, {"اسم": HOSTILE, "text_of": "2"}]
    for shown in (parts(seen.form(language="ar"))[1].value, seen._repr_html_()):
        assert shown.count(seen.problem.split(";")[0]) == 1
        assert ">text_of</th>" in shown
        assert "رنا" in shown
        assert HOSTILE not in shown
    seen.choose("text", "اسم")
    assert seen.raw == []


def test_the_rows_of_the_form_say_what_holds_for_a_row(tmp_path: Path) -> None:
    dates = ["2025-02-12", "2025-02-13", "03/02/2025", "2025-02-14", "2025-02-15"]
    frame = pd.DataFrame({"t": [row["text"] for row in samples.records(5)], "d": dates})
    seen = wb.preview(frame)
    assert "taken for the text" in seen.table["reason"][2]
    assert [row["reason"] for row in seen.brief] == ["", "", "the date '03/02/2025' is not clear"]
    addresses = pd.DataFrame({"url": ["https://daffa.example/1"], "التاريخ": ["12 شباط 2025"]})
    assert wb.preview(addresses).table["published"].tolist() == [dt.date(2025, 2, 12)]
    path = tmp_path / "b.xlsx"
    path.write_bytes(samples.workbook({"a": [samples.HEADER, *samples.rows(3)], "b": [["رمز"], ["x"]]}))
    book = wb.preview(path)
    book.choose("text", None)
    assert not book.problem
    assert all("an address without a text" in row["reason"] for row in book.brief)


def test_every_label_of_the_form_is_in_every_pack() -> None:
    for one in packs():
        for name in {*FIELD_NAMES, *TABLE_COLUMNS, *PAGE_COLUMNS}:
            assert name in one.ui["columns"]
        assert set(one.ui["preview"]) == {
            "none",
            "doubt",
            *(f"by_{how}" for how in ("said", "export", "name", "markup", "contents")),
        }


def test_a_notebook_gets_the_form_and_what_to_show_without_it(hostile: pd.DataFrame) -> None:
    seen = wb.preview(hostile)
    bundle = seen._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert "<img" not in bundle["text/html"]


def test_its_classes_are_those_of_no_view() -> None:
    """A view's style sheet on the same page reaches no cell of a preview."""
    own = set(re.findall(r"\.(rw-[\w-]+)", STYLE)) | {f"rw-preview-{width}" for width in WIDTHS.values()}
    styles = "".join(path.read_text(encoding="utf-8") for path in VIEWS.glob("*/*.css"))
    assert own.isdisjoint(re.findall(r"\.(rw-[\w-]+)", styles))
