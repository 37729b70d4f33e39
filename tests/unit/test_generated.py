"""Generated articles: the same each time, and the reuse planted in them is the reuse that they hold."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import workbench as wb
from workbench.samples import invention
from workbench.samples.generated import Generated

COUNT = 1_200


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    return wb.samples.generated(COUNT, folder=tmp_path_factory.mktemp("made") / "generated")


@pytest.fixture(scope="module")
def corpus(made: Generated) -> wb.Corpus:
    return wb.load(made.pages, progress=False)


def sentences(corpus: wb.Corpus, article: str) -> list[str]:
    """The sentences of an article, without its outlet's closing words."""
    closings = {outlet.closing for outlet in invention._press()[0]}
    lines = [line for line in corpus[article].text.split("\n") if line not in closings]
    return [one.rstrip(".") for line in lines for one in line.split(". ")]


def test_every_article_is_there_in_the_order_of_its_time(made: Generated, corpus: wb.Corpus):
    assert [article.id for article in corpus] == [f"g{number:07}" for number in range(1, COUNT + 1)]
    assert not (corpus.report.table["status"] == "refused").any()
    assert len(list(made.pages.iterdir())) == 2
    times = corpus.table["published"]
    assert times.is_monotonic_increasing
    assert times.nunique() == COUNT
    assert set(corpus.table["language"]) == set(invention._press()[1])
    assert set(corpus.sources) == {outlet.name for outlet in invention._press()[0]}


def test_what_is_planted_is_there(made: Generated, corpus: wb.Corpus):
    assert set(made.planted["kind"]) == set(invention.KINDS)
    for row in made.planted.itertuples():
        ours, theirs = sentences(corpus, row.a), sentences(corpus, row.b)
        words = [word for one in ours for word in one.split()]
        if row.kind == "copy":
            assert ours == theirs
            assert (row.words, row.kept) == (len(words), 1)
        elif row.kind == "edited":
            told = [word for one in theirs for word in one.split()]
            assert row.words == len(words)
            assert row.kept * row.words - 1 <= len(told) <= row.words
            assert len([word for word in told if word in set(words)]) >= row.kept * row.words - 1
        else:
            assert row.words < len(words)
            assert len({*ours} & {*theirs}) < len(ours)


def test_nobody_takes_from_himself_or_from_a_later_page_or_the_same_twice(made: Generated, corpus: wb.Corpus):
    frame = made.planted
    assert (frame["a"] < frame["b"]).all()
    sources = corpus.table.set_index("article")["source"]
    later, first = frame["b"].map(sources), frame["a"].map(sources)
    assert (later != first).all()
    assert not pd.DataFrame({"a": frame["a"], "later": later}).duplicated().any()
    assert not set(frame["a"]) & set(frame["b"])
    never = {outlet.name for outlet in invention._press()[0] if not outlet.takes}
    assert not never & set(later)


def test_the_first_articles_are_the_same_however_many_follow(made: Generated, corpus: wb.Corpus, tmp_path: Path):
    fewer = wb.samples.generated(150, folder=tmp_path / "fewer")
    few = wb.load(fewer.pages, progress=False)
    assert [article.text for article in few] == [article.text for article in corpus][:150]
    assert fewer.planted.equals(made.planted.head(len(fewer.planted)))
    other = wb.samples.generated(150, folder=tmp_path / "other", seed=1)
    assert [article.text for article in wb.load(other.pages, progress=False)] != [article.text for article in few]


def test_whole_copies_are_found(made: Generated, corpus: wb.Corpus):
    pairs = wb.overlap(corpus).pairs
    found = made.planted.merge(pairs[pairs["words"] > 0], on=["a", "b"], suffixes=("", "_found"))
    whole = made.planted[made.planted["kind"] != "part"]
    assert set(zip(whole["a"], whole["b"], strict=True)) <= set(zip(found["a"], found["b"], strict=True))
    roots = dict(zip(made.planted["b"], made.planted["a"], strict=True))
    right = [roots.get(a, a) == roots.get(b, b) for a, b in zip(pairs["a"], pairs["b"], strict=True)]
    assert sum(right) / len(right) > 0.95  # hardly anything is shared by chance


def test_what_is_there_is_left_and_what_was_not_ended_is_made_anew(tmp_path: Path):
    home = tmp_path / "generated"
    made = wb.samples.generated(20, folder=home)
    page = next(made.pages.iterdir())
    before = page.stat().st_mtime_ns
    again = wb.samples.generated(20, folder=home)
    assert page.stat().st_mtime_ns == before
    assert again.planted.equals(made.planted)
    page.write_bytes(b"")
    (home / "generated.json").unlink()  # as after a stop
    wb.samples.generated(20, folder=home)
    assert page.stat().st_size
    assert len(wb.load(wb.samples.generated(10, folder=home).pages, progress=False)) == 10


def test_clear_errors(tmp_path: Path):
    with pytest.raises(wb.WorkbenchError, match="0 articles"):
        wb.samples.generated(0, folder=tmp_path / "none")
    (tmp_path / "mine.txt").write_text("Somebody's own.", encoding="utf-8")
    with pytest.raises(wb.WorkbenchError, match="something else"):
        wb.samples.generated(5, folder=tmp_path)
    with pytest.raises(wb.WorkbenchError, match="cannot be written"):
        wb.samples.generated(5, folder=tmp_path / "mine.txt" / "below")
