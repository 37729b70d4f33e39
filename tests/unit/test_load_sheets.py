"""Tables of other formats than CSV: XLSX, JSON and Parquet, whole, large, odd and hostile."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from openpyxl import Workbook, load_workbook

from tests.formats import tables as samples
from tests.formats.tables import HEADER, dumped, parquet, records, repacked, rows, text, title, workbook
from workbench.loaders import formats
from workbench.loaders.files import File
from workbench.loaders.making import Made, Outcome, make
from workbench.loaders.records import Page, Piece, Refusal
from workbench.loaders.tables import json_records, json_stream, streamed
from workbench.loaders.tables import parquet as parquet_reader


def read(name: str, data: bytes, columns: dict[str, str] | None = None) -> list[Piece]:
    return list(formats.read(File(name, data=data), columns or {}))


def made(name: str, data: bytes) -> list[Outcome]:
    return [make(piece, {}) for piece in read(name, data)]


def reasons(pieces: list[Piece]) -> list[str]:
    return [piece.reason for piece in pieces if isinstance(piece, Refusal)]


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_as_many_pieces_come_out_as_articles_are_in(name: str) -> None:
    data, count = samples.SAMPLES[name]
    pieces = read(name, data)
    assert len(pieces) == count
    assert not reasons(pieces)
    assert len({piece.origin for piece in pieces}) == count


@pytest.mark.parametrize(
    "name",
    [name for name in samples.SAMPLES if not name.startswith(("media", "gdelt", "zotero", "minet", "trafilatura"))],
)
def test_every_format_gives_the_same_articles(name: str) -> None:
    data, count = samples.SAMPLES[name]
    for row, outcome in zip(rows(count), made(name, data), strict=True):
        assert isinstance(outcome, Made)
        article = outcome.article
        assert (article.title, article.url, article.language, article.text) == (row[2], row[5], row[6], row[7])
        assert article.published == dt.date.fromisoformat(row[3])
        if not name.startswith("unnamed"):
            assert (article.id, article.source) == (row[0], row[1])
            assert article.author.startswith("ليان الشرباتي")


def odd_book() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "أخبار الواحة"
    sheet.sheet_view.rightToLeft = True
    sheet.append(["أخبار شهر شباط"])
    sheet.merge_cells("A1:D1")
    sheet.append(["النص", "التاريخ", "المصدر", None])
    sheet.append([text(1), dt.date(2025, 2, 12), "الضفة", "x"])
    sheet.append([text(2), dt.datetime(2025, 2, 12, 10, 30), "=1+1", None])
    sheet.append(["=A3", None, "#REF!", None])
    sheet.append([f"سطر\r\n{text(4)}", dt.datetime(2025, 2, 12), 7, None])
    sheet["B6"].number_format = "yyyy-mm-dd hh:mm"
    sheet["A3"].data_type = "s"
    notes = book.create_sheet("ملاحظات")
    notes.append(["ملاحظة", "كاتبها"])
    notes.append([text(1), "ليان"])
    book.create_sheet("Sheet3")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_as_people_keep_them() -> None:
    pieces = read("b.xlsx", odd_book())
    assert [piece.origin for piece in pieces] == [
        *(f"b.xlsx sheet 'أخبار الواحة' row {n}" for n in (3, 4, 5, 6)),
        "b.xlsx sheet 'ملاحظات'",
    ]
    first, second, third, fourth, notes = pieces
    assert isinstance(first, Page)
    assert (first.text, first.meta["published"], first.meta["source"]) == (text(1), dt.date(2025, 2, 12), "الضفة")
    assert first.notes == ("what stands above the header in row 2 is not read",)
    assert isinstance(second, Page)
    assert second.meta["published"] == dt.datetime(2025, 2, 12, 10, 30)
    assert second.notes == ("cell C4 is a formula whose value is not stored: save the workbook in a spreadsheet",)
    assert isinstance(third, Refusal)
    assert "the row has no text; cell A5 is a formula whose value" in third.reason
    assert "cell C5 holds the fault #REF!" in third.reason
    assert isinstance(fourth, Page)
    assert fourth.text == f"سطر\r\n{text(4)}"
    assert fourth.meta["published"] == dt.datetime(2025, 2, 12)
    assert isinstance(notes, Refusal)
    assert "no column of it holds a text; its columns are 'ملاحظة', 'كاتبها'" in notes.reason


def test_contents_tell_what_the_names_of_a_sheet_leave_open() -> None:
    body = [["الوسيلة المرصودة", "النص"], *([["الضفة", "الساحل"][n % 2], text(n)] for n in range(6))]
    for sheets in ({"رصد": body}, {"رصد": body, "رموز": [["رمز", "معنى"], *([f"ر{n}", text(n)] for n in range(3))]}):
        pieces = read("b.xlsx", samples.workbook(sheets))
        assert [piece.meta["source"] for piece in pieces[:6] if isinstance(piece, Page)] == ["الضفة", "الساحل"] * 3
        assert all(isinstance(piece, Refusal) for piece in pieces[6:])


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    signs = [f"{sign}{text(1)}" for sign in "=+-@"]
    book = Workbook()
    book.active.append(["text"])
    for place, value in enumerate(signs, start=2):
        book.active.cell(place, 1).value = value
        book.active.cell(place, 1).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    for name, data in (
        ("b.xlsx", out.getvalue()),
        ("b.csv", samples.separated(["text"], [[sign] for sign in signs]).encode()),
        ("b.json", dumped([{"text": sign} for sign in signs])),
        ("b.parquet", parquet({"text": signs})),
    ):
        pieces = read(name, data)
        assert [piece.text for piece in pieces if isinstance(piece, Page)] == signs


def test_hidden_sheets_are_read_and_said() -> None:
    book = load_workbook(io.BytesIO(workbook({"a": [HEADER, *rows(1)], "b": [HEADER, *rows(1)]})))
    book["b"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert [piece.notes for piece in read("b.xlsx", out.getvalue()) if isinstance(piece, Page)] == [
        (),
        ("the sheet is hidden",),
    ]


def test_rows_of_a_sheet_that_have_one_number_are_all_read() -> None:
    data = workbook({"a": [HEADER, *rows(2)]})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    pieces = read("b.xlsx", repacked(data, {"xl/worksheets/sheet1.xml": sheet.replace(b'<row r="3"', b'<row r="2"')}))
    assert [type(piece) for piece in pieces] == [Page, Page]


def sheet_xml(body: str, head: str = "") -> bytes:
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?>{head}<worksheet xmlns="{name}"><sheetData>{body}</sheetData></worksheet>'.encode()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"xl/worksheets/sheet1.xml": sheet_xml("<row r='1'/>", LAUGHS)}, "declares entities"),
        ({"xl/worksheets/sheet1.xml": sheet_xml("<row r='999999999999'><c><v>1</v></c></row>")}, "row 999999999999"),
        ({"xl/worksheets/sheet1.xml": sheet_xml("<row r='1'><c t='s'><v>99</v></c></row>")}, "broken below row 0"),
        ({"xl/worksheets/sheet1.xml": b"<worksheet"}, "whole workbook|broken"),
        ({"xl/workbook.xml": b""}, "whole workbook"),
        ({"xl/media/zeros.bin": bytes(80 * 2**20)}, "unpacks to"),
    ],
)
def test_a_hostile_workbook_is_one_row_of_the_report(changed: dict[str, bytes], reason: str) -> None:
    pieces = read("b.xlsx", repacked(workbook({"a": [HEADER, *rows(1)]}), changed))
    assert len(pieces) == 1
    assert isinstance(pieces[0], Refusal)
    assert any(part in pieces[0].reason for part in reason.split("|"))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), b"text", b""])
def test_what_is_no_workbook_is_said(data: bytes) -> None:
    pieces = read("b.xlsx", data)
    assert len(pieces) == 1
    assert any(word in reasons(pieces)[0] for word in ("workbook", "before 2007", "zip file", "empty"))


def test_json_as_it_comes() -> None:
    one = records(1)[0]
    body = records(3)
    for value, count in (
        ({"meta": {"count": 3}, "المقالات": body}, 3),
        ({"response": {"docs": body, "page": 1}}, 3),
        ({"tags": [{"name": "a"}], "mine": body}, 3),
        ({"a": one, "b": one}, 2),
        (json.loads(pd.DataFrame(body).to_json()), 3),
        (json.loads(pd.DataFrame(body).to_json(orient="index")), 3),
        (json.loads(pd.DataFrame(body).to_json(orient="split")), 3),
        (json.loads(pd.DataFrame(body).to_json(orient="table")), 3),
        ({**one, "related": [{"title": "x", "url": "https://a.example"}]}, 1),
        ([text(1), text(2)], 2),
        (
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"id": "1", "content_html": f"<p>{text(1)}</p>"}],
            },
            1,
        ),
        ({"articles": [{"source": {"id": None, "name": "الضفة"}, "content": text(1)}]}, 1),
    ):
        pieces = read("a.json", dumped(value))
        assert [type(piece) for piece in pieces] == [Page] * count, value
    assert pieces[0].meta["source"] == "الضفة"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "the table has no rows"),
        (b"{}", "no article and no list"),
        (b'"x"', "no list and no object"),
        (b"[1, [2], null]", "no JSON object with named fields"),
        (b'{"a": [{"x": 1}], "b": [{"y": 2}]}', "several lists"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 200_000, "nested too deep"),
        (b"[" + b"9" * 5000 + b"]", "no column of it holds a text"),
        (b"not json", "begins with no list and no object"),
    ],
)
def test_json_that_holds_no_article_says_why(data: bytes, reason: str) -> None:
    pieces = read("a.json", data)
    assert pieces
    assert all(isinstance(piece, Refusal) for piece in pieces)
    assert reason in " ".join(reasons(pieces))


def test_json_that_breaks_off_gives_what_is_whole_and_says_where() -> None:
    data = dumped(records(3), indent=1)
    pieces = read("a.json", data[: data.rindex(b'"text"') + 30])
    assert [type(piece) for piece in pieces] == [Page, Page, Refusal]
    assert pieces[2].origin == "a.json"
    assert "it is no JSON from line 30 column" in reasons(pieces)[0]
    assert "it breaks off; nothing was read from there on" in reasons(pieces)[0]
    typo = dumped({"articles": records(3)}, indent=1).replace(b'"id": "a2",', b'"id" "a2",')
    pieces = read("a.json", typo)
    assert [type(piece) for piece in pieces] == [Page, Refusal]
    assert "line 14 column 9 on: Expecting ':' delimiter" in reasons(pieces)[0]


def test_a_name_that_stands_twice_refuses_its_own_record() -> None:
    data = dumped(records(2)).replace(b'"id": "a2"', b'"text": "x"')
    pieces = read("a.json", data)
    assert [type(piece) for piece in pieces] == [Page, Refusal]
    assert "two of its fields are named 'text'" in reasons(pieces)[0]


def test_another_list_of_articles_is_told() -> None:
    data = dumped({"articles": records(2), "drafts": records(1), "tags": [{"name": "x"}]})
    pieces = read("a.json", data)
    assert [piece.origin for piece in pieces if isinstance(piece, Refusal)] == ["a.json list 'drafts'"]
    assert len(pieces) == 3


def test_large_json_is_streamed_with_the_same_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = (records(40), {"tags": [{"x": 1}], "n": 1.5, "data": {"articles": records(40)}, "z": [records(1)]})
    whole = [read("a.json", dumped(value, indent=1)) for value in shapes]
    monkeypatch.setattr(json_records, "WHOLE", 10)
    monkeypatch.setattr(json_stream, "GROW", 50)
    monkeypatch.setattr(streamed, "FIRST", 100)
    monkeypatch.setattr(streamed, "CHUNK", 37)
    for value, expected in zip(shapes, whole, strict=True):
        assert read("a.json", dumped(value, indent=1)) == expected
    halves = read("a.json", b'[{"text": "\\ud83d \\u0633", "n": 12345678901234567890}]' + b" " * 200)
    assert isinstance(halves[0], Page)
    assert halves[0].text == "\ud83d س"


def test_json_lines_and_lists_are_told_apart_whatever_the_ending() -> None:
    assert len(read("a.jsonl", dumped(records(3), indent=1))) == 3
    assert len(read("a.json", b"\xef\xbb\xbf" + samples.SAMPLES["lines.jsonl"][0])) == 5


def test_a_record_of_json_lines_may_have_other_columns() -> None:
    lines = [
        *({"كلام": text(n), "يوم": f"2025-02-0{n}"} for n in range(1, 5)),
        {"body": text(5), "headline": title(5)},
        {"headline": "x"},
    ]
    pieces = read("a.jsonl", b"\n".join(map(dumped, lines)))
    assert [type(piece) for piece in pieces] == [*[Page] * 5, Refusal]
    assert pieces[0].meta["published"] == "2025-02-01"  # type: ignore[union-attr]
    assert pieces[4].meta == {"title": title(5)}  # type: ignore[union-attr]


def test_a_named_column_that_a_record_lacks_leaves_the_record() -> None:
    lines = [{"text": text(1), "who": "ليان"}, {"text": text(2)}, {"who": "x", "article": text(3)}]
    data = b"\n".join(map(dumped, lines))
    pieces = read("a.jsonl", data, {"author": "who", "text": "text"})
    assert [type(piece) for piece in pieces] == [Page, Page, Refusal]
    assert pieces[0].meta == {"author": "ليان"}  # type: ignore[union-attr]
    assert "no column named 'whom'" in reasons(read("a.jsonl", data, {"author": "whom"}))[0]


def test_parquet_of_every_type() -> None:
    data = parquet(
        {
            "text": pa.array([text(1), None, text(3)], pa.large_string()),
            "html": pa.array([None, f"<h1>{title(2)}</h1><p>{text(2)}</p>".encode(), b"\xff\xfe\xfa"], pa.binary()),
            "source": pa.array(["الضفة", "الضفة", "الساحل"]).dictionary_encode(),
            "published": pa.array([1739354400000000] * 3, pa.timestamp("us", "UTC")),
            "author": pa.array([[{"name": "ليان"}], [], None]),
            "vector": pa.array([[1.0, 2.0]] * 3),
        }
    )
    first, second, third = read("t.parquet", data)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(third, Page)
    assert (first.text, first.meta["author"], first.meta["source"]) == (text(1), "ليان", "الضفة")
    assert first.meta["published"] == dt.datetime(2025, 2, 12, 10, tzinfo=dt.UTC)
    assert second.text == f"{title(2)}\n{text(2)}"


def test_columns_of_numbers_are_not_read() -> None:
    table = next(iter(parquet_reader.tables(File("t.parquet", data=samples.SAMPLES["table.parquet"][0]))))
    assert not isinstance(table, Refusal)
    assert table.columns == HEADER


@pytest.mark.parametrize("cut", [4, 100, -9, -200])
def test_a_parquet_file_that_is_cut_is_one_row(cut: int) -> None:
    pieces = read("t.parquet", samples.SAMPLES["table.parquet"][0][:cut])
    assert len(pieces) == 1
    assert "no whole Parquet file" in reasons(pieces)[0]


def test_a_parquet_file_broken_inside_keeps_the_rows_above() -> None:
    body = [[f"{n} {text(n)}" for n in range(600)]]
    data = bytearray(parquet({"text": body[0]}, row_group_size=200, compression="none", use_dictionary=False))
    place = data.index(b"500 ")
    data[place - 40 : place + 400] = bytes(440)
    pieces = read("t.parquet", bytes(data))
    assert len(pieces) >= 400
    assert isinstance(pieces[-1], Refusal)


def test_a_parquet_file_that_says_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet({"text": [text(1)] * 5000})
    monkeypatch.setattr(parquet_reader, "ROWS", 1000)
    assert "says that it has 5000 rows" in reasons(read("t.parquet", data))[0]
    monkeypatch.setattr(parquet_reader, "ROWS", 10_000)
    monkeypatch.setattr(parquet_reader, "COLUMN", 10)
    assert "unpacks from" in reasons(read("t.parquet", data))[0]


def test_tables_in_a_folder(tmp_path: Path) -> None:
    from workbench.loaders import load

    for name in ("book.xlsx", "list.json", "table.parquet"):
        (tmp_path / name).write_bytes(samples.SAMPLES[name][0])
    corpus = load(tmp_path)
    assert len(corpus) == len(corpus.report) == 15
