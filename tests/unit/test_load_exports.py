"""Exports of press archives: each article once, whole and marked; what is missing or cut off is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.formats import exports as made
from workbench.corpus import Article, Corpus
from workbench.loaders import exports, load
from workbench.loaders.exports import factiva_html
from workbench.loaders.records import Page, Piece, Refusal

BUILDERS: dict[str, Callable[[int], str]] = {
    "nexis": made.nexis,
    "nexis without cover": lambda count: made.nexis(count, cover=False),
    "nexis without body": lambda count: made.nexis(count, body=False),
    "nexis without load date": lambda count: made.nexis(count, cover=False, loaded=False),
    "factiva": made.factiva,
    "factiva without form feeds": lambda count: made.factiva(count, feed="\n\n", results=-1),
    "factiva with tabs": lambda count: made.factiva(count, between="\t"),
    "factiva with spaces": lambda count: made.factiva(count, between=" "),
    "factiva without codes": made.factiva_plain,
    "factiva without codes or bylines": lambda count: made.factiva_plain(count, byline=False),
    "proquest": made.proquest,
    "proquest without numbers": lambda count: made.proquest(count, numbered=False),
}
ENDS = ("\n", "\r\n", "\r")
CUT = "it is cut off"


def read(text: str) -> list[Piece]:
    found = exports.articles(text, "export", "export.txt")
    assert found is not None, "it is not taken for an export"
    return list(found)


def pages(text: str) -> list[Page]:
    found = read(text)
    assert all(isinstance(piece, Page) for piece in found), [piece for piece in found if isinstance(piece, Refusal)]
    return [piece for piece in found if isinstance(piece, Page)]


def refusals(text: str) -> list[str]:
    return [piece.reason for piece in read(text) if isinstance(piece, Refusal)]


def loaded(tmp_path: Path, text: str, name: str = "export.txt") -> Corpus:
    (tmp_path / name).write_bytes(text.encode())
    return load(tmp_path / name, progress=False)


def texts(article: Article, *kinds: str) -> list[str]:
    return [article.slice(block) for block in article.blocks if block.kind in kinds]


@pytest.mark.parametrize("name", made.SAMPLES)
def test_each_article_of_a_sample_has_one_row(tmp_path: Path, name: str) -> None:
    data, count = made.SAMPLES[name]
    (tmp_path / name).write_bytes(data)
    corpus = load(tmp_path / name, progress=False)
    assert len(corpus.report.rows) == count
    refused = [row for row in corpus.report.rows if row.status == "refused"]
    assert len(refused) == (1 if "missing" in name else 0)
    assert {article.title for article in corpus} <= {made.story(number).title for number in range(1, count + 1)}


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
@given(count=st.integers(1, 12), end=st.sampled_from(ENDS))
@settings(max_examples=12, deadline=None)
def test_as_many_articles_as_were_written(build: Callable[[int], str], count: int, end: str) -> None:
    text = build(count).replace("\n", end)
    found = pages(text)
    assert [page.meta["title"] for page in found] == [made.story(number).title for number in range(1, count + 1)]
    assert not any(CUT in note for page in found for note in page.notes)
    place = 0
    for page in found:
        place = text.index(page.text, place) + len(page.text)


@pytest.mark.parametrize("build", [made.nexis, made.factiva, made.factiva_plain, made.proquest])
@pytest.mark.parametrize(("number", "word"), [(1, "بقلم:"), (1, "كتبت"), (2, "By"), (2, "BY"), (2, "Story by")])
def test_the_word_before_a_byline_is_no_name(
    tmp_path: Path, build: Callable[[int], str], number: int, word: str
) -> None:
    author = made.story(number).author
    article = loaded(tmp_path, build(2).replace(author, f"{word} {author}"))[number - 1]
    assert article.author == author
    assert texts(article, "byline") == [f"{word} {author}"]


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
@pytest.mark.parametrize("number", [1, 2])
def test_fields_and_text_of_an_article(tmp_path: Path, build: Callable[[int], str], number: int) -> None:
    article, one = loaded(tmp_path, build(2))[number - 1], made.story(number)
    assert (article.title, article.source) == (one.title, one.source)
    assert article.published == dt.date(2025, 2, number + 1)
    assert article.language == ("ar" if number % 2 else "en")
    assert texts(article, "title") == [one.title]
    assert texts(article, "body") == list(one.text)
    author = [one.author] if article.author else []
    assert article.author in (one.author, "")
    assert texts(article, "byline") == author


def test_only_the_export_that_has_no_byline_has_no_author(tmp_path: Path) -> None:
    authors = {name: loaded(tmp_path, build(1))[0].author for name, build in BUILDERS.items()}
    assert [name for name, author in authors.items() if not author] == ["factiva without codes or bylines"]


def test_numbers_and_addresses_of_the_archives(tmp_path: Path) -> None:
    assert loaded(tmp_path, made.factiva(2))[1].id == made.number_of(2)
    assert loaded(tmp_path, made.factiva_plain(2))[1].id == made.number_of(2)
    article = loaded(tmp_path, made.proquest(2))[1]
    assert (article.id, article.url) == ("3100000002", made.address(2))
    assert loaded(tmp_path, made.nexis(2))[1].id == "export-2"


def test_a_number_that_stands_twice_is_no_id() -> None:
    text = made.factiva(3, results=-1).replace(made.number_of(2), made.number_of(1))
    assert [page.meta.get("id") for page in pages(text)] == [None, None, made.number_of(3)]


def test_the_archives_own_words_are_marked_and_kept(tmp_path: Path) -> None:
    article = loaded(tmp_path, made.nexis(1))[0]
    assert texts(article, "caption") == ["A canal in the oasis, seen from above"]
    assert {"Body", "Classification", "Graphic", "Subject: CANALS (90%)", "End of Document"} <= set(
        texts(article, "furniture")
    )
    covered = "".join(article.slice(block) for block in article.blocks)
    assert "".join(covered.split()) == "".join(article.text.split())
    assert texts(loaded(tmp_path, made.proquest(1))[0], "caption") == ["A canal in the oasis"]


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
def test_an_article_that_is_cut_off_is_kept_and_told(build: Callable[[int], str]) -> None:
    text = build(3)
    titles = [made.story(number).title for number in (1, 2, 3)]
    begin, stop = (text.index(part) for part in made.story(3).text)
    places = range(begin, stop, 17)
    assert len(places) > 5
    for place in places:
        found = [piece for piece in read(text[:place]) if isinstance(piece, Page)]
        assert [page.meta["title"] for page in found] == titles
        assert text[:place].rstrip().endswith(found[-1].text)
        assert [any(CUT in note for note in page.notes) for page in found] == [False, False, True]
    ends = [text.index(page.text) + len(page.text) for page in pages(text)]
    for count in (1, 2):
        whole = [piece for piece in read(text[: ends[count - 1]]) if isinstance(piece, Page)]
        assert [page.meta["title"] for page in whole] == titles[:count]


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
def test_a_file_twice_over_gives_every_article_twice(build: Callable[[int], str]) -> None:
    found = [piece for piece in read(build(2) * 2) if isinstance(piece, Page)]
    titles = [page.meta["title"] for page in found]
    assert sorted(map(str, titles)) == sorted([made.story(1).title, made.story(2).title] * 2)


# --- what a file says of itself


def test_the_cover_is_told_and_the_first_article_is_read() -> None:
    found = pages(made.nexis(3))
    assert found[0].text.startswith(made.story(1).title)
    assert found[0].notes == ("a cover of 25 lines stands before it",)


@pytest.mark.parametrize(("change", "first"), [("A wholly different headline", "A wholly different headline")])
def test_the_first_article_is_found_though_the_cover_words_it_otherwise(change: str, first: str) -> None:
    cover, _, rest = made.nexis(2).rpartition(made.story(1).title + "\n" + made.story(1).source)
    found = pages(cover + change + "\n" + made.story(1).source + rest)
    assert [page.meta["title"] for page in found] == [first, made.story(2).title]
    assert [page.meta["source"] for page in found] == [made.story(1).source, made.story(2).source]


def test_a_headline_that_the_cover_cuts_short_is_known() -> None:
    text = made.nexis(2).replace(f"1. {made.story(1).title}", f"1. {made.story(1).title[:-6]}...")
    assert pages(text)[0].text.startswith(made.story(1).title)


def test_articles_that_the_cover_lists_and_that_are_not_there() -> None:
    assert refusals(made.nexis(2, listed=4)) == [
        f"the cover list names 4 documents and 2 are here; not here: {made.story(3).title}, {made.story(4).title}"
    ]
    assert refusals(made.nexis(2, listed=1)) == ["the cover list names 1 document and 2 are here"]
    assert refusals(made.nexis_cover(2)) == [
        f"the cover list names 2 documents and 0 are here; not here: {made.story(1).title}, {made.story(2).title}"
    ]


def test_every_end_of_document_has_its_row() -> None:
    text = made.nexis(2, cover=False) + "\nEnd of Document\n"
    assert refusals(text) == ["an End of Document stands here with no article above it"]


def test_an_article_that_the_archive_could_not_deliver_is_refused() -> None:
    sorry = "We are sorry but there is an error in this document and it is not possible to display it."
    failed = f"{made.story(9).title}\n{sorry}\n"
    found = read(made.nexis(1, cover=False) + failed + "End of Document\n" + made.nexis(1, cover=False))
    assert [type(piece) for piece in found] == [Page, Refusal, Page]
    assert isinstance(found[1], Refusal)
    assert found[1].reason.startswith(made.story(9).title)


def test_results_that_the_search_found_and_that_are_not_there() -> None:
    assert refusals(made.factiva(2, results=1234)) == ["the search found 1234 articles and 2 are in this file"]
    assert pages(made.factiva(2))[-1].notes == ("a summary of the search follows it, 7 lines",)
    assert "Search Summary" not in pages(made.factiva(2))[-1].text


def test_articles_that_the_numbers_tell_and_that_are_not_there() -> None:
    assert refusals(made.proquest(2, of=5)) == ["the file numbers 5 documents and 2 are here"]


def test_an_article_without_its_full_text_is_refused_by_its_headline(tmp_path: Path) -> None:
    text = made.proquest(3, missing=(2,))
    assert refusals(text) == [f"{made.story(2).title}: its full text is not in the export"]
    rows = loaded(tmp_path, text).report.rows
    assert [row.status for row in rows] == ["marked", "refused", "marked"]
    without = made.proquest(1, numbered=False).replace("Full text: ", "Notes on it\n\nSummary: ")
    assert refusals(without.replace("Abstract: None available.", f"Abstract: {made.story(1).text[0]}")) == [
        f"{made.story(1).title}: its full text is not in the export; a foot of 2 lines stands behind it"
    ]


# --- how it may be written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Length:\u00a0", "Ｌｅｎｇｔｈ：\u3000"),
        ("Body\n", "\u00a0Body\u00a0\u200f\n"),
        ("End of Document", "\u200eEnd\u00a0of\u00a0Document \u00a0"),
        ("Byline:\u00a0", "Byline:  "),
        ("Section:\u00a0", "\u200fSection : \u00a0"),
    ],
)
def test_other_spaces_and_letters_in_nexis(tmp_path: Path, old: str, new: str) -> None:
    corpus = loaded(tmp_path, made.nexis(2).replace(old, new))
    assert [article.title for article in corpus] == [made.story(1).title, made.story(2).title]
    assert [texts(article, "body") for article in corpus] == [list(made.story(1).text), list(made.story(2).text)]
    assert [article.author for article in corpus] == [made.story(1).author, made.story(2).author]


def test_words_in_an_article_that_are_like_fields_stay_its_text(tmp_path: Path) -> None:
    one = made.story(2)
    like = "IN Um Gazal the canals are old. RE the canals: they are old. CO is a word, PD is one, and so is AN."
    lines = "\n".join(["IN Um Gazal the canals are old, and the mayor knows it well enough.", like, "HD is no better."])
    for between in ("\n", "\t", " "):
        text = made.factiva(3, between=between, results=-1).replace(one.text[1], f"{one.text[1]}\n{lines}")
        corpus = loaded(tmp_path, text)
        assert len(corpus) == 3
        assert texts(corpus[1], "body", "furniture")[-1] != like
        assert like in texts(corpus[1], "body")
    inside = "Title: a word at the head of a line\nSubject: another one, in the middle of the text, as it may be."
    article = loaded(tmp_path, made.proquest(2).replace(one.text[0], f"{one.text[0]}\n{inside}"))[1]
    assert article.title == one.title
    assert "Title: a word at the head of a line" in article.text
    assert inside.split("\n")[1] in texts(article, "body")


def test_a_line_of_underscores_in_an_article_parts_it_from_nothing() -> None:
    one = made.story(1)
    text = made.proquest(2).replace(one.text[1], f"{one.text[1]}\n\n{made.BAR}\n\n{one.text[1]}")
    found = pages(text)
    assert len(found) == 2
    assert found[0].text.count(one.text[1]) == 2


def test_a_printers_line_between_pages_is_furniture(tmp_path: Path) -> None:
    printed = "Page 3 of 9 © 2025 Factiva, Inc. All rights reserved."
    article = loaded(tmp_path, made.factiva(2).replace(made.story(2).text[1], f"{printed}\n{made.story(2).text[1]}"))[1]
    assert [article.slice(block) for block in article.blocks if block.rule == "factiva_printed"] == [printed]
    assert texts(article, "body") == list(made.story(2).text)


# --- what is no export

ORDINARY = (
    "Body\n\nThe body of the man was found on Monday.\n\nTitle: none\n",
    f"{made.story(2).title}\n\n{made.story(2).text[0]}\n\nEnd of Document\n",
    "How to write\n\nHead\n\nBody\n\nLength: 12 cm\n\nEnd of story",
    f"{made.BAR}\n\nTitle: A poem\n\nAuthor: Nobody\n\nAbstract: nothing\n\n{made.BAR}\n",
    f"{made.story(1).title}\n\n350 words\n\n{made.story(1).text[0]}\n© 2025",
    f"419 words\n17 October 2025\n{made.story(2).text[0]}\n",
    "HD television sets\n\nPD is a code, SN another, LA a third, AN the last.\nTD\nLP\nWC\n",
    "IN\nRE\nCO\nNS\nAN\nHD\n",
    "Section: Sports\nLength: 300 words\nByline: nobody\nThe match was lost.",
    "Publication title: what is it?\n\nA short text on the names of fields.",
    "".join(f"{line}\n" for line in made.story(1).text),
    "",
    "\ufeff\n\n",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_page_is_no_export(text: str) -> None:
    assert exports.articles(text, "page", "page.txt") is None


def test_an_ordinary_page_stays_one_page(tmp_path: Path) -> None:
    corpus = loaded(tmp_path, f"{made.story(1).title}\n\n" + "\n\n".join([*made.story(1).text, "Body", "Title: x"]))
    assert len(corpus) == 1
    assert corpus[0].text.endswith("Title: x")


# --- any text at all

FRAGMENTS = [
    *("End of Document", "Body", "Length:\u00a012 words", "Load-Date: May 1, 2025", "Documents (3)", "Job Number: 1"),
    *("1. بلدية", "2. Two", "Graphic", "Classification", "Language: ARABIC", "Copyright 2025", "Byline:\u00a0A"),
    *("HD", "HD\tOne", "SE", "WC\n12 words", "PD", "PD\t1 May 2025", "1 May 2025", "SN\tX", "LA\tArabic", "LP", "TD"),
    *("AN\tDocument ABCD0000202502", "Document ABCD00002025021200", "IN x : y", "12 words", "GAZC", "(c) 2025", "\x0c"),
    *("Search Summary", "Results Found 2", "Timestamp", made.BAR, "Document 1 of 2", "Full text: نص", "Title: عنوان"),
    *("Publication title: A; B", "Document URL: https://a.example", "Full text: Not available", "Database: x"),
    *(
        "Contact us at: x",
        "قال العمدة إن القنوات القديمة لا تكفي.",
        "",
        " ",
        "\u200f",
        "\r",
        "\x0b",
        "\u2028",
        "a" * 300,
    ),
]
HEADS = ("", made.nexis(1), made.nexis(1, cover=False), made.factiva(1), made.factiva_plain(1), made.proquest(1))
SEPARATORS = set("_")


def check(text: str) -> None:
    found = exports.articles(text, "any", "any.txt")
    if found is None:
        return
    every = list(found)
    assert every, "an export with no row"
    told = any(isinstance(piece, Refusal) or piece.notes for piece in every)
    place = first = -1
    for piece in every:
        if not isinstance(piece, Page):
            continue
        start = text.index(piece.text, max(place, 0))
        assert piece.text
        assert piece.text == piece.text.strip()
        between = "".join(text[place:start].split()) if place >= 0 else ""
        said = any("before it" in note for note in piece.notes) or any(isinstance(one, Refusal) for one in every)
        assert said or set(between) <= SEPARATORS, between[:80]
        first = start if first < 0 else first
        place = start + len(piece.text)
        assert all(0 <= at < len(piece.text) for at in piece.hints)
    rest = "".join(text[max(place, 0) :].split())
    assert set(rest) <= SEPARATORS or told, rest[:80]
    assert not text[: max(first, 0)].strip().strip("_") or told


@given(st.sampled_from(HEADS), st.lists(st.sampled_from(FRAGMENTS), max_size=30), st.sampled_from(HEADS), st.data())
@example(made.proquest(1), [made.BAR], "", None)
@example(made.proquest(1), ["Document 1 of 2", made.story(1).title], "", None)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_whole_and_in_order(
    head: str, parts: list[str], tail: str, data: st.DataObject | None
) -> None:
    text = head + "\n".join(parts) + "\n" + tail
    if data is not None and data.draw(st.booleans()):
        start = data.draw(st.integers(0, len(text)))
        text = text[start : data.draw(st.integers(start, len(text)))]
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_random_letters_are_no_export(text: str) -> None:
    assert exports.articles(text, "any", "any.txt") is None


@pytest.mark.parametrize(
    "line",
    [
        "IN x : y\n",
        "HD\n",
        "1. a\n",
        f"{made.BAR}\n\n",
        "End of Document\n",
        "\x0c",
        " ",
        "Title: x\n\n",
        "Document 1 of 2\n",
        "Body\n",
    ],
)
@pytest.mark.parametrize("head", HEADS[1:], ids=["nexis", "nexis2", "factiva", "plain", "proquest"])
def test_very_many_marks_are_read_in_one_go(head: str, line: str) -> None:
    check(head + line * 20_000 + head)


# --- Factiva as HTML


@pytest.mark.parametrize("code", ["en", "ar", "zhcn"])
@pytest.mark.parametrize("table", [False, True])
def test_articles_of_a_factiva_page(tmp_path: Path, code: str, table: bool) -> None:  # noqa: FBT001
    corpus = loaded(tmp_path, made.factiva_html(4, code=code, table=table), "factiva.html")
    assert len(corpus.report.rows) == 4
    for number, article in enumerate(corpus, 1):
        one = made.story(number)
        assert (article.title, article.source, article.author) == (one.title, one.source, one.author)
        assert (article.published, article.id) == (dt.date(2025, 2, number + 1), made.number_of(number))
        assert article.language == ("ar" if number % 2 else "en")
        assert texts(article, "title") == [one.title]
        assert texts(article, "body") == list(one.text)
        assert article.text.endswith(f"Document {made.number_of(number)}")
    assert corpus.report.rows[0].reason.startswith("1 line of the page stands outside its articles")


def test_codes_that_stand_directly_before_their_values_are_read(tmp_path: Path) -> None:
    markup = made.factiva_html(2, table=True).replace("&nbsp;", "")
    article = loaded(tmp_path, markup, "factiva.html")[1]
    assert (article.title, article.published) == (made.story(2).title, dt.date(2025, 2, 3))
    assert texts(article, "body") == list(made.story(2).text)


def test_a_factiva_page_that_is_cut_off_says_so(tmp_path: Path) -> None:
    markup = made.factiva_html(3)
    corpus = loaded(tmp_path, markup[: markup.rindex(made.story(3).text[1]) + 30], "factiva.html")
    assert [article.title for article in corpus] == [made.story(number).title for number in (1, 2, 3)]
    assert [CUT in row.reason for row in corpus.report.rows] == [False, False, True]


def test_an_article_of_a_factiva_page_that_shows_nothing_is_refused(tmp_path: Path) -> None:
    markup = made.factiva_html(2).replace("<form>", '<form><div class="article enArticle"> </div>')
    rows = loaded(tmp_path, markup, "factiva.html").report.rows
    assert [row.status for row in rows] == ["refused", "marked", "marked"]


def test_what_stands_between_the_articles_of_a_factiva_page_is_none_of_them(tmp_path: Path) -> None:
    markup = made.factiva_html(2).replace("</div></div><br>", "</div>between<p>two of them</p></div><br>")
    corpus = loaded(tmp_path, markup, "factiva.html")
    assert not any("between" in article.text or "two of" in article.text for article in corpus)
    assert corpus.report.rows[0].reason.startswith("5 lines of the page stand outside its articles")


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="article newsArticle"><h1>{made.story(1).title}</h1><p>{made.story(1).text[0]}</p></div>',
        f'<div class="article enArticle"><p>{made.story(1).text[0]}</p></div>',
        f'<p class="articleParagraph">{made.story(1).text[0]}</p>',
        '<table><tr><td class="index"><b>HD</b></td><td>x</td></tr></table>',
    ],
)
def test_other_pages_are_no_factiva_pages(body: str) -> None:
    assert not factiva_html.recognises(f"<html><body>{body}</body></html>")
