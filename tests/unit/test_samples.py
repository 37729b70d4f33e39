"""The samples: their gold stands where it says, and the notebooks' answers are judged fairly."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import workbench as wb
from workbench.samples import exercises
from workbench.samples.annotations import HOME

FOLDERS = sorted(path.parent.name for path in HOME.glob("*/outlets.csv"))
PLACED = ("blocks", "persons", "places_orgs", "quotes")


@pytest.fixture(scope="module")
def corpus() -> wb.Corpus:
    return wb.samples.newsroom()


@pytest.mark.parametrize("table", PLACED)
def test_every_row_of_the_gold_stands_in_its_page(corpus: wb.Corpus, table: str):
    rows = wb.samples.gold(corpus, table)
    assert len(rows) == sum(
        len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in HOME.glob(f"*/gold/{table}.tsv")
    )
    if table != "blocks":  # blocks are the visible lines, some of which a loader joins
        for row in rows.itertuples():
            assert corpus[row.article].text[row.start : row.end] == row.text


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_is_listed_with_its_outlet_and_its_gold(folder: str):
    with (HOME / folder / "outlets.csv").open(encoding="utf-8") as file:
        listed = {row["file"]: row for row in csv.DictReader(file)}
    pages = {path.name for path in (HOME / folder).glob("[0-9]*")}
    assert set(listed) == pages
    stems = {Path(page).stem for page in pages}
    for table in ("blocks", "parts", "quotes", "persons"):
        assert {line.split("\t")[0] for line in rows_of(folder, table)} <= stems
    assert {line.split("\t")[0] for line in rows_of(folder, "blocks")} == stems
    assert {line.split("\t")[0] for line in rows_of(folder, "parts")} == stems
    for row in listed.values():
        assert row["source"]
        assert row["published"]
        assert row["language"] in ("ar", "en")
        assert ".example/" in row["url"]


def rows_of(folder: str, table: str) -> list[str]:
    return (HOME / folder / "gold" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]


def test_traps_stand_where_the_gold_says(corpus: wb.Corpus):
    traps = wb.samples.gold(corpus, "traps")
    stems = {Path(article.origin).stem for article in corpus}
    assert set(traps["other"]) <= {*stems, ""}
    for row in traps[traps["text"] != ""].itertuples():
        assert corpus[row.article].text[row.start : row.end] == row.text, row


def test_gold_of_a_part_is_that_of_its_pages():
    corpus = wb.samples.phone_call()
    rows = wb.samples.gold(corpus, "reuse")
    ids = {article.id for article in corpus}
    assert set(rows["a"]) | set(rows["b"]) <= ids
    assert rows["contained_words"].between(0, 1).all()


def test_gold_refuses_what_it_does_not_have(corpus: wb.Corpus):
    with pytest.raises(wb.WorkbenchError, match="no table 'verbs'"):
        wb.samples.gold(corpus, "verbs")
    other = wb.load(pd.DataFrame({"text": ["Nothing of the samples."], "source": ["Elsewhere"]}), progress=False)
    with pytest.raises(wb.WorkbenchError, match="no article"):
        wb.samples.gold(other, "quotes")


KEY = """
[["99".answers]]
expected = 3
hint = { en = "Count.", ar = "عد." }
[["99".answers]]
expected = ["الكرملين", "أحمد الشرع"]
hint = { en = "Two.", ar = "اثنان." }
[["99".answers]]
expected = true
hint = { en = "Yes or no.", ar = "نعم أو لا." }
[["99".answers]]
expected = [1, 2]
ordered = true
hint = { en = "In order.", ar = "بالترتيب." }
[["99".answers]]
expected = 0.25
within = 0.1
hint = { en = "About a quarter.", ar = "نحو الربع." }
"""
RIGHT = (3, ["احمد الشرع", "الكرملين"], True, (1, 2), 0.3)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "exercises.toml"
    path.write_text(KEY, encoding="utf-8")
    monkeypatch.setattr(exercises, "KEY", path)


@pytest.mark.usefixtures("book")
class TestAnswers:
    def test_right_ones_in_any_form(self):
        assert set(wb.samples.check("99", *RIGHT).results) == {"right"}
        other = (np.int64(3), pd.Series(["الكرملين", "أحمد الشرع"]), np.True_, np.array([1, 2]), np.float32(0.25))
        said = wb.samples.check("99", *other)
        assert set(said.results) == {"right"}
        assert repr(said).endswith("All of it is right.")

    @pytest.mark.parametrize(
        "wrong",
        [
            (2, {"الكرملين"}, False, [2, 1], 0.5),
            (True, "الكرملين", 1, 1, "0.25"),
            ("3", ["الكرملين", "الكرملين"], "yes", [1, 2, 2], float("nan")),
        ],
    )
    def test_wrong_ones(self, wrong: tuple[object, ...]):
        said = wb.samples.check("99", *wrong)
        assert set(said.results) == {"wrong"}
        assert "1: not yet. Count." in repr(said)

    def test_what_is_not_answered_yet_is_not_wrong(self):
        said = wb.samples.check("99", 3, None, None, None, None, language="ar")
        assert said.results == ("right", *["open"] * 4)
        assert repr(said).endswith("الصحيح 1 من 5.")
        assert 'dir="rtl"' in said._repr_html_()

    def test_clear_errors(self):
        with pytest.raises(wb.WorkbenchError, match="asks 5 questions"):
            wb.samples.check("99", 1)
        with pytest.raises(wb.WorkbenchError, match="no exercises"):
            wb.samples.check("77", 1)


class TestPractice:
    def test_the_pages_come_in_several_formats_and_say_the_same(self, tmp_path: Path):
        names = wb.samples.write_pages(tmp_path / "new" / "my-pages")
        assert {Path(name).suffix for name in names} == {".txt", ".html", ".csv"}
        corpus = wb.load(tmp_path / "new" / "my-pages")
        sample = wb.samples.phone_call()
        assert sorted(corpus.sources) == sorted(sample.sources)
        assert {article.title for article in corpus} == {article.title for article in sample}
        assert {str(article.published) for article in corpus} == {str(article.published) for article in sample}
        assert [row.file for row in corpus.report.refused] == ["11_not-downloaded.html"]

    def test_own_pages_are_left_alone(self, tmp_path: Path):
        (tmp_path / "mine.txt").write_text("خبري", encoding="utf-8")
        assert wb.samples.write_pages(tmp_path) == ["mine.txt"]
        assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "خبري"
