"""Tables: CSV, TSV, JSON Lines and frames; columns guessed or given; each bad row refused alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pandas as pd
import pytest

from tests.unit.test_load_text import PARAGRAPH, TITLE, write
from workbench.errors import EmptyCorpusError, LoadError
from workbench.languages import pack
from workbench.loaders import load
from workbench.loaders.columns import guess
from workbench.loaders.published import read_published


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
    path = write(tmp_path, "t.csv", f"كلام,جهة\n{PARAGRAPH},الضفة\n")
    with pytest.raises(EmptyCorpusError, match=r"no column of it holds a text; its columns are 'كلام', 'جهة'"):
        load(path)
    assert load(path, columns={"text": "كلام", "source": "جهة"})[0].source == "الضفة"
    with pytest.raises(EmptyCorpusError, match="no column 'قول'"):
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
    assert corpus[0].author == "ليان, عمر"
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


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2025-02-12", dt.date(2025, 2, 12)),
        ("2025-02-12T10:00:00+02:00", dt.datetime.fromisoformat("2025-02-12T10:00:00+02:00")),
        ("Wed, 12 Feb 2025 10:00:00 GMT", dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)),
        ("12 شباط/فبراير 2025", dt.date(2025, 2, 12)),
        ("03/02/2025", None),
        ("أمس", None),
        ("2025-02-30", None),
        (20250212, None),
    ],
)
def test_a_date_is_stated_or_is_none(stated: object, date: dt.date | None) -> None:
    assert read_published(stated, pack("ar")) == date


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
