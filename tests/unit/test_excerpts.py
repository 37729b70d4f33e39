"""A page without full texts: what stays of an article, and that nothing else is anywhere in the file."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.browser.stories import harbour
from tests.unit.test_page import Page, static, unpacked  # noqa: F401 - a fixture
from workbench.app.exports.results import Results
from workbench.app.exports.tables import write_csv
from workbench.app.page import page
from workbench.languages import pack
from workbench.text.sentences import sentences
from workbench.widgets.excerpts import MOST_WORDS, excerpts
from workbench.widgets.story import tell


@pytest.fixture(scope="module")
def story():
    return harbour()


@pytest.fixture(scope="module")
def whole(story):
    return tell(story.corpus, entities=story.entities, quotes=story.quotes, overlap=story.overlap).story


@pytest.fixture(scope="module")
def cut(story, whole):
    return excerpts(whole, story.corpus)


def uncovered(story, whole):
    """The sentences of the texts, beside the titles, in which nothing was quoted or shared."""
    marks = [mark for mark in whole["marks"] if mark["layer"] in ("quote", "passage")]
    for article in story.corpus:
        covered = [(mark["start"], mark["end"]) for mark in marks if mark["article"] == article.id]
        covered += [(block.start, block.end) for block in article.blocks if block.kind == "title"]
        for start, end in sentences(article.text, pack(article.language)):
            if not any(a < end and start < b for a, b in covered):
                yield article.text[start:end]


def strings(value):
    """All texts in a record, whatever they are called."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


def test_no_sentence_without_a_mark_is_in_the_file(tmp_path, story, whole):
    path = page(
        story.corpus,
        tmp_path / "cut.html",
        entities=story.entities,
        quotes=story.quotes,
        overlap=story.overlap,
        texts=False,
    )
    text = path.read_text(encoding="utf-8")
    told = unpacked(Page(text).scripts[1])
    everything = [*strings(told), text, *map("".join, joined(told))]
    missing = list(uncovered(story, whole))
    assert len(set(missing)) >= 3, "the corpus must have such sentences, or this tests nothing"
    for sentence in missing:
        for one in everything:
            assert sentence not in one


def joined(told):
    """The text of each article as its page shows it: segments could tell together what none tells alone."""
    for article in told["articles"]:
        yield [segment["text"] for block in article["blocks"] for segment in block["segments"]]


def test_no_excerpt_is_longer_than_it_says(cut):
    for article in cut["articles"]:
        for block in article["blocks"]:
            text = "".join(segment["text"] for segment in block["segments"]).replace("…", "")
            assert block["kind"] == "mentions" or len(text.split()) <= MOST_WORDS
    for mark in cut["marks"]:
        assert len(f"{mark['before']} {mark['text']} {mark['after']}".replace("…", "").split()) <= MOST_WORDS + 2
    for quote in cut["quotes"]:
        assert len(quote["text"].split()) <= MOST_WORDS + 1


def test_titles_addresses_offsets_and_marks_stay(whole, cut):
    for before, after in zip(whole["articles"], cut["articles"], strict=True):
        assert {**before, "blocks": []} == {**after, "blocks": []}
        assert [b for b in before["blocks"] if b["kind"] == "title"] == after["blocks"][:1]
        assert (after["blocks"][1]["kind"], after["blocks"][1]["segments"]) == ("excerpts", [])
    places = [[(m["id"], m["start"], m["end"], m["ref"]) for m in told["marks"]] for told in (whole, cut)]
    assert places[0] == places[1]
    assert whole["edges"] == cut["edges"]


def test_every_mark_can_still_be_seen(cut):
    shown = {
        mark
        for article in cut["articles"]
        for block in article["blocks"]
        for segment in block["segments"]
        for mark in segment["marks"]
    }
    assert shown == set(range(len(cut["marks"])))


def test_a_long_quotation_is_cut_wherever_its_words_stand(story):
    text = story.corpus["first"].text
    told = tell(story.corpus, quotes=story.quotes).story
    told["marks"][0] = {**told["marks"][0], "start": 0, "end": len(text), "text": text}
    cut = excerpts(told, story.corpus)
    quote = cut["quotes"][0]
    assert quote["text"] == cut["marks"][0]["text"]
    assert quote["text"].split() == [*text.split()[:MOST_WORDS], "…"]
    assert "اقرا ايضا" not in quote["folded"], "its last words"


def test_the_digest_of_each_text_stands_in_the_page(tmp_path, story):
    results = {"entities": story.entities, "quotes": story.quotes, "overlap": story.overlap}
    cut = page(story.corpus, tmp_path / "a.html", texts=False, language="en", **results).read_text(encoding="utf-8")
    full = page(story.corpus, tmp_path / "b.html", language="en", **results).read_text(encoding="utf-8")
    for article in story.corpus:
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        assert digest in cut
        assert digest not in full
    assert "Excerpts only" in re.sub(r"<script.*?</script>", "", cut, flags=re.DOTALL)


def test_the_tables_of_a_report_cut_quotations_too(tmp_path, story):
    results = Results(story.corpus, story.entities, story.quotes, story.overlap)
    write_csv(tmp_path, results.frames(texts=False))
    written = "".join(path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*.csv"))
    assert story.quotes.table["text"][0] in written, "a short one stays whole"
    for sentence in uncovered(story, tell(story.corpus, quotes=story.quotes, overlap=story.overlap).story):
        assert sentence not in written
