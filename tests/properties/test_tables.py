"""Tables cut, doubled, re-encoded and corrupted at random: every row is told of, and nothing ends the reading."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats import tables as samples
from workbench.loaders import formats
from workbench.loaders.files import File
from workbench.loaders.making import make
from workbench.loaders.records import Page, Piece, Refusal

NAMES = sorted(samples.SAMPLES)
CELL = st.one_of(st.text(max_size=30), st.sampled_from(['"', ",", "\r\n", "\n", "\r", "\t", "=1+1", "\x00", "«قال»"]))
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=12)


def read(name: str, data: bytes) -> list[Piece]:
    pieces = list(formats.read(File(name, data=data), {}))
    assert pieces
    for piece in pieces:
        assert not (isinstance(piece, Refusal) and "broke the loader" in piece.reason), piece
        if isinstance(piece, Page):
            make(piece, {})
    return pieces


@given(st.sampled_from(NAMES), st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_a_row_of_the_report(name: str, data: st.DataObject) -> None:
    whole, _ = samples.SAMPLES[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    put = data.draw(st.binary(max_size=20))
    read(name, whole[:start] + put + whole[end:])


@given(st.sampled_from([name for name in NAMES if name.endswith((".csv", ".tsv", ".jsonl", ".json"))]), st.data())
@settings(max_examples=60, deadline=None)
def test_other_encodings_are_a_row_of_the_report(name: str, data: st.DataObject) -> None:
    whole, count = samples.SAMPLES[name]
    encoding = data.draw(st.sampled_from(["utf-16", "utf-8-sig", "utf-32"]))
    text = whole.decode({"arabic.csv": "cp1256", "tabs.tsv": "utf-16"}.get(name, "utf-8-sig"))
    assert len(read(name, text.encode(encoding))) == count


@given(st.sampled_from(["comma.csv", "arabic.csv", "lines.jsonl", "trafilatura.csv"]))
def test_a_doubled_table_has_its_rows_twice(name: str) -> None:
    whole, count = samples.SAMPLES[name]
    head = 0 if name in ("lines.jsonl", "trafilatura.csv") else 1
    assert len(read(name, whole * 2)) == 2 * count + head  # a header below is a row


@given(ROWS, st.sampled_from([",", ";", "\t", "|"]))
@settings(max_examples=150, deadline=None)
def test_what_is_written_as_csv_comes_back(rows: list[tuple[str, ...]], delimiter: str) -> None:
    body = [(f"n{n}", *row) for n, row in enumerate(rows)]
    data = samples.separated(["id", "text", "note", "other"], body, delimiter).encode("utf-8", "replace")
    pieces = read("t.csv", data)
    if b"\x00" in data:
        return  # such a file is not taken for text
    assert len(pieces) == len(body)
    for piece, row in zip(pieces, body, strict=True):
        expected = row[1].encode("utf-8", "replace").decode()
        assert piece.text == expected if expected.strip() else isinstance(piece, Refusal)  # type: ignore[union-attr]


@given(st.lists(st.dictionaries(st.sampled_from(["text", "title", "source", "x"]), st.text(max_size=30)), max_size=8))
@settings(max_examples=100, deadline=None)
def test_what_is_written_as_json_comes_back(records: list[dict[str, str]]) -> None:
    body = [{"text": "", **record} for record in records]
    whole = json.dumps(body).encode()
    lines = b"\n".join(json.dumps(record).encode() for record in body)
    for name, data in (("t.json", whole), ("t.jsonl", lines)):
        if not body:
            continue
        pieces = read(name, data)
        assert len(pieces) == len(body)
        for piece, record in zip(pieces, body, strict=True):
            text = record["text"]
            assert piece.text == text if text.strip() else isinstance(piece, Refusal)  # type: ignore[union-attr]
