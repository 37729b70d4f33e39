"""Tables: CSV, TSV, JSON Lines and frames; columns guessed or given; each bad row refused alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.unit.test_load_text import PARAGRAPH, TITLE, write
from workbench.errors import EmptyCorpusError, LoadError
from workbench.loaders import load
from workbench.loaders.columns import guess


def test_arabic_and_english_names_of_columns() -> None:
    assert guess(["العنوان", "نصوص", "المصدر", "نص المقال", "التاريخ"], {}) == {
        "text": "نص المقال",
        "source": "المصدر",
        "title": "العنوان",
        "published": "التاريخ",
    }
    assert guess(["Headline", "articleBody", "publish_date", "MEDIA-NAME"], {}) == {
        "text": "articleBody",
        "source": "MEDIA-NAME",
        "title": "Headline",
        "published": "publish_date",
    }


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_cells_keep_their_line_ends(tmp_path: Path, delimiter: str) -> None:
    text = f"{TITLE}\r\n\r\n{PARAGRAPH}\n"
    table = delimiter.join(["id", "source", "text", "published"]) + "\n"
    table += delimiter.join(["7", "الضفة", f'"{text}"', "2025-02-12"]) + "\n"
    table += delimiter.join(["8", "الضفة", "", ""]) + "\n"
    corpus = load(write(tmp_path, "t.csv", table))
    article = corpus["7"]
    assert (article.text, article.title, article.published) == (text, TITLE, dt.date(2025, 2, 12))
    refused = corpus.report.rows[1]
    assert (refused.file, refused.status) == (f"{tmp_path / 't.csv'} row 2", "refused")


def test_a_cell_may_be_longer_than_the_csv_limit(tmp_path: Path) -> None:
    long = " ".join([PARAGRAPH] * 1000)
    assert load(write(tmp_path, "t.csv", f"text\n{long}\n"))[0].text == long


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "كلام,جهة\nقال العمدة إن القنوات القديمة لا تكفي,الضفة\n")
    with pytest.raises(EmptyCorpusError, match=r"no column of it holds a text; its columns are 'كلام', 'جهة'"):
        load(path)
    assert load(path, columns={"text": "كلام", "source": "جهة"})[0].source == "الضفة"
    with pytest.raises(EmptyCorpusError, match="no column named 'قول'"):
        load(path, columns={"text": "قول"})
    with pytest.raises(LoadError, match=r"'texte', which is no field.*Hint: its keys are fields \(text, html"):
        load(path, columns={"texte": "كلام"})


def test_a_broken_line_of_json_is_refused_alone(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": PARAGRAPH, "source": "الضفة", "author": ["ليان", "عمر"]}, ensure_ascii=False),
        "{broken",
        "[1]",
        "",
        json.dumps({"title": "x"}),
        json.dumps({"text": "نصف \ud800"}),
        json.dumps({"html": f"<h1>{TITLE}</h1><p>{PARAGRAPH}</p><script>x()</script>", "id": 4}),
        "[" * 100_000,
    ]
    corpus = load(write(tmp_path, "t.jsonl", "\n".join(lines)))
    assert [row.status for row in corpus.report.rows] == [
        *("read", "refused", "refused", "refused"),
        *("refused", "read", "refused"),
    ]
    assert corpus.report.rows[1].file.endswith("t.jsonl line 2")
    assert corpus[0].author == "ليان; عمر"
    assert (corpus["4"].title, corpus["4"].text) == (TITLE, f"{TITLE}\n{PARAGRAPH}")


def test_a_frame_with_empty_cells_of_every_sort() -> None:
    frame = pd.DataFrame(
        {
            "text": [PARAGRAPH, None, float("nan"), PARAGRAPH],
            "source": ["الضفة", "x", "x", None],
            "published": [pd.Timestamp("2025-02-12 10:00"), None, pd.NaT, pd.NaT],
            "id": [1.0, 2.0, 3.0, 1.0],
        }
    )
    corpus = load(frame)
    assert [article.id for article in corpus] == ["1", "1-2"]
    assert [article.source for article in corpus] == ["الضفة", "row-4"]
    assert [article.published for article in corpus] == [dt.datetime(2025, 2, 12, 10), None]
    assert [row.file for row in corpus.report.refused] == ["DataFrame row 2", "DataFrame row 3"]


def test_an_empty_frame_is_an_error() -> None:
    with pytest.raises(EmptyCorpusError, match="DataFrame"):
        load(pd.DataFrame({"text": []}))


def test_an_unclear_date_stands_in_the_report(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, "t.csv", f"text,date\n{PARAGRAPH},03/02/2025\n"))
    assert corpus[0].published is None
    assert corpus.report.rows[0].reason == "the date '03/02/2025' is not clear"


def test_many_rows_show_a_bar_and_all_load(capsys: pytest.CaptureFixture[str]) -> None:
    frame = pd.DataFrame({"text": [PARAGRAPH] * 250})
    assert len(load(frame)) == 250
    assert "250" in capsys.readouterr().err
    assert len(load(frame, progress=False)) == 250
    assert capsys.readouterr().err == ""


def test_a_row_with_more_cells_than_columns_is_refused(tmp_path: Path) -> None:
    rows = (
        f"text,source,date\n{PARAGRAPH},الضفة,2025-02-12\nقال العمدة, ثم سكت,الساحل,2025-02-13\n{PARAGRAPH},الساحل,,,\n"
    )
    corpus = load(write(tmp_path, "t.csv", rows))
    assert [article.source for article in corpus] == ["الضفة", "الساحل"]
    assert [row.status for row in corpus.report.rows] == ["read", "refused", "read"]
    assert "line 3: the row has 4 cells and the table 3 columns" in corpus.report.rows[1].reason
    assert "quotation marks" in corpus.report.rows[1].reason


def test_a_row_with_fewer_cells_is_read_and_says_so(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, "t.csv", f"text,source,date\n{PARAGRAPH},الضفة\n"))
    assert corpus.report.rows[0].reason == "the row has 2 of 3 cells"


@pytest.mark.parametrize("later", ["", f'f,"{PARAGRAPH}"\n', f"f,{PARAGRAPH}\n"])
def test_a_quotation_mark_that_is_not_closed_takes_no_rows_with_it(tmp_path: Path, later: str) -> None:
    rows = f'id,text\na,{PARAGRAPH}\nb,"{PARAGRAPH}\nc,{PARAGRAPH}\nd,"{PARAGRAPH}\n{PARAGRAPH}"\n{later}'
    corpus = load(write(tmp_path, "t.csv", rows))
    ids = [article.id for article in corpus]
    assert ids == ["a", "c", "d", *(["f"] if later else [])]
    assert corpus["c"].text == PARAGRAPH
    assert corpus["d"].text == f"{PARAGRAPH}\n{PARAGRAPH}"
    refused = corpus.report.refused
    assert len(refused) == 1
    assert "line 3: its quotation marks do not close" in refused[0].reason
    assert "below a row with broken quotation marks" in corpus.report.rows[2].reason


def test_lines_from_the_middle_of_a_broken_cell_are_no_articles(tmp_path: Path) -> None:
    rows = f'id,text,date\na,"قال "نعم" ثم\n{PARAGRAPH}\nسكت",2025-02-12\nb,{PARAGRAPH},2025-02-12\n'
    corpus = load(write(tmp_path, "t.csv", rows))
    assert [article.id for article in corpus] == ["b"]
    assert len(corpus.report.refused) == 3


def test_a_column_that_is_there_twice_is_not_guessed(tmp_path: Path) -> None:
    twice = "two of its columns are named 'text'"
    with pytest.raises(EmptyCorpusError, match=twice):
        load(write(tmp_path, "t.csv", f"text,source,text\n{PARAGRAPH},x,كلام آخر\n"))
    with pytest.raises(EmptyCorpusError, match=twice):
        load(pd.DataFrame([[PARAGRAPH, "كلام آخر"]], columns=["text", "text"]))
    with pytest.raises(EmptyCorpusError, match="two of its fields are named 'text'"):
        load(write(tmp_path, "t.jsonl", f'{{"text": "{PARAGRAPH}", "text": "كلام آخر"}}\n'))
    assert load(write(tmp_path, "t.csv", f"note,text,note\n1,{PARAGRAPH},2\n"))[0].text == PARAGRAPH


def test_an_outlets_table_that_cannot_be_told_apart_describes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PARAGRAPH)
    write(tmp_path, "outlets.csv", "file,source,title\na.txt,الضفة,خبر, طويل\n")
    corpus = load(tmp_path)
    assert corpus[0].source == "a"
    assert "line 2: the row has 4 cells" in corpus.report.rows[0].reason


@pytest.mark.parametrize(
    "head",
    [
        "sep=;\r\n",
        '"sep=;"\n\n',
        "\n\r\n  \n",
        "\ufeffsep=;\n",
    ],
)
def test_tables_as_spreadsheets_write_them(tmp_path: Path, head: str) -> None:
    header = '"Headline, as printed, in full";"Text, whole";"Date"'
    path = write(tmp_path, "t.csv", f'{head}{header}\n"{TITLE}";"{PARAGRAPH}";2025-02-12\n')
    article = load(path, columns={"text": "Text, whole", "title": "Headline, as printed, in full"})[0]
    assert (article.title, article.text, article.published) == (TITLE, PARAGRAPH, dt.date(2025, 2, 12))


def test_cells_with_several_values_are_joined() -> None:
    frame = pd.DataFrame(
        {
            "text": [PARAGRAPH] * 5,
            "author": [np.array(["ليان", "عمر"]), ["ليان", None], [{"name": "ليان"}], np.array([]), pd.NA],
            "published": [pd.NA, np.array([1, 2]), "2025-02-12", {"a": 1}, np.datetime64("2025-02-12")],
        }
    )
    corpus = load(frame)
    assert [article.author for article in corpus] == ["ليان; عمر", "ليان", "ليان", "", ""]
    assert [article.published for article in corpus] == [None, None, dt.date(2025, 2, 12), None, dt.date(2025, 2, 12)]


def test_an_odd_cell_refuses_its_own_row() -> None:
    class Odd:
        def __str__(self) -> str:
            raise ValueError("odd")

    corpus = load(pd.DataFrame({"text": [PARAGRAPH] * 2, "author": [Odd(), "ليان"]}))
    assert [row.reason for row in corpus.report.rows] == ["it broke the loader: ValueError: odd", ""]


def test_half_of_a_character_in_a_field_is_said(tmp_path: Path) -> None:
    record = json.dumps({"text": PARAGRAPH, "title": "نصف \ud83d", "id": "\udc00"})
    corpus = load(write(tmp_path, "t.jsonl", record + "\n"))
    assert (corpus[0].id, corpus[0].title) == ("\ufffd", "نصف \ufffd")
    assert corpus.report.rows[0].reason == "half of a character stands in its id and title"


@pytest.mark.parametrize("columns", ["text", ["text"], {"text": ""}, {"text": ["a"]}, {0: "text"}])
def test_columns_that_name_nothing_are_an_error(columns: object) -> None:
    with pytest.raises(LoadError, match=r"^columns=.*Hint: "):
        load(pd.DataFrame({"text": [PARAGRAPH]}), columns=columns)  # type: ignore[arg-type]


def test_columns_may_be_numbers_where_the_columns_are() -> None:
    assert load(pd.DataFrame([[PARAGRAPH]]), columns={"text": 0})[0].text == PARAGRAPH  # type: ignore[dict-item]
    with pytest.raises(EmptyCorpusError, match="it has no column named '0'; its columns are 'text'"):
        load(pd.DataFrame({"text": [PARAGRAPH]}), columns={"text": 0})  # type: ignore[dict-item]
