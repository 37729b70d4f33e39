"""Tables: CSV, TSV, JSON Lines and frames; columns guessed or given; each bad row refused alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.formats import tables as samples
from tests.unit.test_load_text import PARAGRAPH, TITLE, write
from workbench.errors import EmptyCorpusError, LoadError
from workbench.loaders import formats, load
from workbench.loaders.files import File
from workbench.loaders.records import Address, Page, Piece, Refusal
from workbench.loaders.tables import separated, streamed
from workbench.loaders.tables.columns import guess
from workbench.loaders.tables.reading import from_frame, pieces


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


def test_names_that_say_of_what_a_column_is() -> None:
    names = ["م", "اسم الوسيلة", "يوم النشر", "كاتب المادة", "عنوان المادة", "نص المادة الصحفية", "ملاحظات الباحث"]
    assert guess([*names, "الرابط على الإنترنت", "نوع المادة"], {}) == {
        "text": "نص المادة الصحفية",
        "source": "اسم الوسيلة",
        "title": "عنوان المادة",
        "published": "يوم النشر",
        "author": "كاتب المادة",
        "url": "الرابط على الإنترنت",
    }
    assert guess(["جهة النشر", "تاريخ الخبر", "صاحب المقال", "تفاصيل الخبر", "لينك"], {}) == {
        "text": "تفاصيل الخبر",
        "source": "جهة النشر",
        "published": "تاريخ الخبر",
        "author": "صاحب المقال",
        "url": "لينك",
    }
    assert guess(["عنوان الخبر", "عنوان", "نص"], {})["title"] == "عنوان"
    assert guess(["news date", "post title", "text", "story type"], {}) == {
        "text": "text",
        "title": "post title",
        "published": "news date",
    }


@pytest.mark.parametrize("name", ["الصفحة", "page", "صفحة النشر"])
def test_the_number_of_a_page_in_print_is_no_page(name: str) -> None:
    texts = [f"{PARAGRAPH} {n}" for n in range(4)]
    frame = pd.DataFrame({"الجريدة": ["الضفة", "الساحل"] * 2, name: ["3", "A3", 5, None], "المتن المستخرج": texts})
    corpus = load(frame)
    assert [article.text for article in corpus] == texts
    assert len(load(frame.assign(النص=[*texts[:3], ""]))) == 3
    pages = pd.DataFrame({name: [f"<html><body><p>{text}</p></body></html>" for text in texts]})
    assert [article.text for article in load(pages)] == texts
    assert len(load(pages.map(lambda cell: cell.encode("cp1256")))) == len(texts)


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


def some(count: int) -> pd.DataFrame:
    """Articles under names that tell nothing; the outlets repeat."""
    body = samples.rows(count)
    return pd.DataFrame(
        {
            "w": [row[5] for row in body],
            "x": [row[7] for row in body],
            "y": [row[1] for row in body],
            "z": [row[3] for row in body],
            "t": [row[2] for row in body],
            "l": [row[6] for row in body],
        }
    )


def test_contents_tell_what_names_leave_open() -> None:
    corpus = load(some(9))
    body = samples.rows(9)
    told = corpus.report.rows[0].reason
    for column, said in (
        ("w", "the address"),
        ("x", "the text"),
        ("y", "the outlet"),
        ("z", "the date"),
        ("t", "the title"),
        ("l", "the language"),
    ):
        assert f"column '{column}' taken for {said} by its contents" in told
    for article, row in zip(corpus, body, strict=True):
        assert (article.source, article.title, article.url, article.language, article.text) == (
            *(row[1], row[2], row[5], row[6]),
            row[7],
        )
        assert article.published == dt.date.fromisoformat(row[3])


def test_names_win_over_contents() -> None:
    frame = some(9).rename(columns={"t": "النص"})
    corpus = load(frame)
    assert [article.text for article in corpus] == [row[2] for row in samples.rows(9)]
    assert "the text" not in corpus.report.rows[0].reason


def test_of_two_columns_that_could_be_the_outlet_none_is() -> None:
    frame = some(9).assign(section=["محليات", "ثقافة", "محليات"] * 3)
    corpus = load(frame)
    assert corpus[0].source == "daffa.example"  # its address tells, where the table doesn't
    assert load(frame, columns={"url": None})[0].source == "row-1"
    assert "'y' and 'section' could each be the outlet: name one with columns=" in corpus.report.rows[0].reason
    assert load(frame, columns={"source": "y"})[0].source == samples.rows(1)[0][1]


def test_none_means_no_column() -> None:
    frame = some(9)
    corpus = load(frame, columns={"url": None, "source": None, "title": None})
    assert (corpus[0].url, corpus[0].source) == ("", "row-1")
    with pytest.raises(EmptyCorpusError, match="no column of it holds a text"):
        load(pd.DataFrame({"text": [PARAGRAPH]}), columns={"text": None})


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("number", [f"17393544{n:02}" for n in range(9)]),
        ("code", ["SY", "EG", "JO"] * 3),
        ("score", [0.5 * n for n in range(9)]),
        ("picture", [f"https://daffa.example/{n}.jpg" for n in range(9)]),
    ],
)
def test_contents_that_tell_nothing_are_no_field(column: str, values: list[object]) -> None:
    frame = some(9)[["x", "y"]].assign(**{column: values})
    fields = next(iter(pieces(from_frame(frame), {})))
    assert isinstance(fields, Page)
    assert f"'{column}' taken" not in "".join(fields.notes)


def test_markup_under_the_name_of_a_text_is_read_as_a_page() -> None:
    body = [f"<p>{row[7]}</p>\n<p>{row[2]}</p>" for row in samples.rows(3)]
    corpus = load(pd.DataFrame({"content": body}))
    assert corpus[0].text == f"{samples.text(1)}\n{samples.title(1)}"
    assert "column 'content' is read as HTML" in corpus.report.rows[0].reason
    assert load(pd.DataFrame({"content": body}), columns={"text": "content"})[0].text == body[0]


def test_a_short_text_beside_an_address_is_no_page() -> None:
    texts = [samples.text(n) for n in (1, 2, 3)]
    cut = [f"{text[:170]}…" for text in texts]
    for summaries in (
        [text[:150] for text in texts],
        [f"{text} {short}" for text, short in zip(texts, cut, strict=True)],
    ):
        found = list(pieces(from_frame(some(3)[["w"]].assign(x=summaries)), {}))
        assert [type(piece) for piece in found] == [Address] * 3
    assert [type(piece) for piece in pieces(from_frame(some(3)[["w", "x"]]), {})] == [Page] * 3


def test_the_order_of_day_and_month_is_that_of_the_column(tmp_path: Path) -> None:
    days = ["03/02/2025", "25/02/2025", "04/02/2025"]
    corpus = load(pd.DataFrame({"text": [PARAGRAPH] * 3, "date": days}))
    assert [article.published for article in corpus] == [dt.date(2025, 2, day) for day in (3, 25, 4)]
    unnamed = load(pd.DataFrame({"text": [PARAGRAPH] * 3, "x": days}))
    assert [article.published for article in unnamed] == [dt.date(2025, 2, day) for day in (3, 25, 4)]
    both = load(pd.DataFrame({"text": [PARAGRAPH] * 3, "date": [days[0], "02/25/2025", days[1]]}))
    assert both[0].published is None


def read(name: str, data: bytes, path: Path | None = None) -> list[Piece]:
    return list(formats.read(File(name, path) if path else File(name, data=data), {}))


def test_exports_of_addresses_give_addresses() -> None:
    for name, export in (("media-cloud.csv", "Media Cloud"), ("gdelt.csv", "GDELT"), ("gdelt.json", "GDELT")):
        data, count = samples.SAMPLES[name]
        found = read(name, data)
        assert [type(piece) for piece in found] == [Address] * count
        first = found[0]
        assert isinstance(first, Address)
        assert first.url == samples.rows(1)[0][5]
        assert (first.meta["source"], first.meta["title"]) == ("daffa.example", samples.title(1))
        assert first.notes[0] == f"{export} export"
    assert "published" not in first.meta  # when GDELT saw a page is not when it was published
    assert "GDELT saw the page at 20250212T140500Z" in first.notes[1]


def test_an_address_without_a_text_is_refused_as_such() -> None:
    with pytest.raises(EmptyCorpusError, match="it is an address without a text"):
        load(pd.DataFrame({"url": ["https://daffa.example/1"], "title": ["خبر"]}))
    refused = next(iter(pieces(from_frame(pd.DataFrame({"url": ["javascript:alert(1)"]})), {})))
    assert isinstance(refused, Refusal)


def test_exports_of_texts() -> None:
    row = samples.rows(1)[0]
    for name in ("minet.csv", "trafilatura.csv", "trafilatura.json"):
        first = read(name, samples.SAMPLES[name][0])[0]
        assert isinstance(first, Page)
        assert (first.text, first.meta["title"], first.meta["url"]) == (row[7], row[2], row[5])
        assert first.meta["published"] == row[3]
        assert first.notes == (f"{name.split('.')[0]} export",)
    last = read("minet.csv", samples.SAMPLES["minet.csv"][0])[-1]
    assert isinstance(last, Address)
    assert "minet found no text: no-trafilatura-result" in last.notes


def beside(tmp_path: Path, table: bytes, files: dict[str, bytes], name: str = "t.csv") -> list[Piece]:
    folder = tmp_path / "export"
    for relative, data in files.items():
        (folder / relative).parent.mkdir(parents=True, exist_ok=True)
        (folder / relative).write_bytes(data)
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(table)
    return read(name, b"", folder / name)


def test_snapshots_of_zotero_are_found_beside_the_table(tmp_path: Path) -> None:
    first, second, third, fourth = beside(tmp_path, *samples.zotero())
    for piece, row in zip((first, second, third), samples.rows(3), strict=True):
        assert isinstance(piece, Page)
        assert piece.text == f"{row[2]}\n{row[7]}"
        assert (piece.meta["source"], piece.meta["title"], piece.meta["id"]) == (row[1], row[2], row[0].upper())
        assert piece.origin.startswith("t.csv row ")
    assert "text from snapshot.html" in first.notes  # type: ignore[union-attr]
    assert isinstance(fourth, Address)


def test_pages_that_minet_fetched_are_found_beside_the_table(tmp_path: Path) -> None:
    first, second, third = beside(tmp_path, *samples.minet_fetch())
    for piece, row in zip((first, second), samples.rows(2), strict=True):
        assert isinstance(piece, Page)
        assert piece.text == f"{row[2]}\n{row[7]}"
    assert isinstance(third, Address)
    assert "minet could not fetch it: not-found" in third.notes


@pytest.mark.parametrize(
    "stated",
    [
        "{outside}",
        "../secret.html",
        "/x/storage/KEY/../../../secret.html",
        r"C:\x\..\..\secret.html",
        "/home/lana/Zotero/storage/LINK/secret.html",
        "file://{outside}",
        "bad\0name.html",
    ],
)
def test_no_path_of_a_table_leads_out_of_its_folder(tmp_path: Path, stated: str) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>سر لا يخرج من هذا المجلد أبدا</p>", encoding="utf-8")
    (tmp_path / "export" / "storage").mkdir(parents=True)
    (tmp_path / "export" / "storage" / "LINK").symlink_to(tmp_path)
    item = samples.zotero_item(samples.rows(1)[0], **{"File Attachments": stated.format(outside=secret)})
    (piece,) = beside(tmp_path, samples.zotero_table([item]), {})
    assert isinstance(piece, Refusal)
    assert "folder" in piece.reason
    assert "سر" not in piece.reason


def test_a_path_below_the_table_is_read_as_it_stands(tmp_path: Path) -> None:
    row = samples.rows(1)[0]
    where = tmp_path / "export" / "deep" / "er" / "page.html"
    item = samples.zotero_item(row, **{"File Attachments": str(where)})
    (piece,) = beside(tmp_path, samples.zotero_table([item]), {"deep/er/page.html": samples.html(row).encode()})
    assert isinstance(piece, Page)


def test_one_file_is_not_the_text_of_two_rows(tmp_path: Path) -> None:
    items = [
        samples.zotero_item(row, **{"File Attachments": f"/home/lana/Zotero/storage/KEY{n}/snapshot.html"})
        for n, row in enumerate(samples.rows(2))
    ]
    page = samples.html(samples.rows(1)[0]).encode()
    first, second = beside(tmp_path, samples.zotero_table(items), {"snapshot.html": page})
    assert isinstance(first, Page)
    assert isinstance(second, Refusal)
    assert "another row's by that name" in second.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_large_table_is_read_as_a_stream(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    body = [[row[0], f"{row[7]}\r\n{row[2]}"] for row in samples.rows(60) if row[6] == "ar"]
    data = samples.separated(["id", "text"], body).encode(encoding)
    whole = read("t.csv", data)
    assert [piece.text for piece in whole if isinstance(piece, Page)] == [row[1] for row in body]
    monkeypatch.setattr(streamed, "FIRST", 500)
    monkeypatch.setattr(streamed, "CHUNK", 7)
    assert read("t.csv", data) == whole


def test_a_byte_that_breaks_later_refuses_what_comes_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "FIRST", 500)
    data = samples.separated(["id", "text"], [[row[0], row[7]] for row in samples.rows(20)]).encode()
    place = data.index(b"a10,") + 100
    found = read("t.csv", data[:place] + b"\xff" + data[place:])
    assert [type(piece) for piece in found] == [*[Page] * 9, Refusal]
    assert f"its first bytes are utf-8 and the byte at {place} is not" in found[-1].reason  # type: ignore[union-attr]


def test_a_row_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separated, "LONGEST", 10_000)
    body = "".join(f"{row[0]},{row[7]}\n" for row in samples.rows(300) if row[6] == "ar")
    found = read("t.csv", f'id,text\nx,"{samples.text(1)}\n{body}'.encode())
    assert isinstance(found[0], Refusal)
    assert "runs on for more than" in found[0].reason
    assert [type(piece) for piece in found[1:]] == [Page] * 200


def test_a_line_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "FIRST", 100)
    monkeypatch.setattr(streamed, "CHUNK", 100)
    monkeypatch.setattr(streamed, "LONGEST", 10_000)
    found = read("t.csv", f"text\n{PARAGRAPH}\n".encode() + b"x" * 20_000)
    assert [type(piece) for piece in found] == [Page, Refusal]
    assert "a line of it is longer" in found[1].reason  # type: ignore[union-attr]


def test_a_table_without_rows_is_said() -> None:
    assert [piece.reason for piece in read("t.csv", b"id,text\n") if isinstance(piece, Refusal)] == [
        "the table has no rows"
    ]


def test_columns_without_a_name_are_called_by_their_place() -> None:
    found = read("t.csv", samples.separated(["", "النص"], [["1", samples.text(1)]]).encode())
    assert isinstance(found[0], Page)
    assert load(pd.DataFrame({"": [PARAGRAPH]}), columns={"text": "column 1"})[0].text == PARAGRAPH
