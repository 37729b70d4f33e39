"""Archives: every member in a row, as if it stood in a folder; bombs, lies and names that lead out are refused."""

from __future__ import annotations

import gzip
import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.formats import archives as made
from tests.formats.archives import PAGE
from tests.formats.documents import ENGLISH, ONE, TITLE, TWO, book, docx_page, markup, zipped
from tests.unit.test_load_documents import page, pieces, reason
from workbench.loaders import load
from workbench.loaders.documents import zips
from workbench.loaders.files import File
from workbench.loaders.records import Page, Refusal, Unreadable


def told(name: str, data: bytes) -> dict[str, str]:
    """Origin to reason of each refusal, to nothing of each page."""
    found = pieces(name, data)
    rows = {one.origin: one.reason if isinstance(one, Refusal) else "" for one in found}
    assert len(rows) == len(found)
    assert not any("broke the loader" in row for row in rows.values())
    return rows


def test_a_zip_is_read_as_its_folder_is(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(io.BytesIO(made.pages())) as archive:
        archive.extractall(tmp_path / "folder")
    (tmp_path / "folder.zip").write_bytes(made.pages())
    unpacked, packed = load(tmp_path / "folder"), load(tmp_path / "folder.zip")
    columns = ["article", "source", "title", "published", "words"]
    ours = packed.table[columns].sort_values("article", ignore_index=True)
    # c, d and e stand in no folder of their own, and __MACOSX is hidden in the archive alone
    theirs = unpacked.table[columns].sort_values("article", ignore_index=True)
    assert ours.values.tolist() == theirs.values.tolist()
    assert [row.file.removeprefix(f"{tmp_path.as_posix()}/folder.zip/") for row in packed.report.rows] == [
        "a.txt",
        "c.docx",
        "d.pdf",
        "e.txt.gz",
        "صفحات/b.html",
    ]


def test_outlets_in_an_archive_describe_its_pages() -> None:
    found = {one.origin: one for one in pieces("x.zip", made.pages()) if isinstance(one, Page)}
    assert found["x.zip/a.txt"].meta["source"] == "الضفة"
    assert found["x.zip/صفحات/b.html"].meta["published"] == "2025-02-13"
    data = zipped({"outlets.csv": "file,source\ngone.txt,x\n", "a.txt": PAGE})
    assert told("x.zip", data) == {
        "x.zip/a.txt": "",
        "x.zip/outlets.csv: gone.txt": "the table names it, and there is no such file",
    }
    assert (
        "no column 'file'" in told("x.zip", zipped({"outlets.csv": "a,b\n1,2\n", "a.txt": PAGE}))["x.zip/outlets.csv"]
    )


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("no_ending", docx_page(), TITLE),
        ("wrong.zip", docx_page(), TITLE),
        ("wrong.xlsx", docx_page(), TITLE),
        ("wrong.docx", book(), TITLE),
        ("wrong.txt", zipped({"a.txt": PAGE}), TITLE),
        ("wrong.html", gzip.compress(PAGE.encode()), ""),
    ],
)
def test_a_file_is_what_its_members_say(name: str, data: bytes, text: str) -> None:
    found = pieces(name, data)[0]
    assert isinstance(found, Page)
    assert found.text.startswith(text)


@pytest.mark.parametrize(
    ("name", "members", "why"),
    [
        ("a.docx", {"a.txt": PAGE}, "no Word file"),
        ("a.epub", {"a.txt": PAGE}, "no package"),
        ("a.odt", {"mimetype": "application/vnd.oasis.opendocument.text"}, "save it as .docx"),
        ("a.pptx", {"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "slides"),
        ("a.zip", {".hidden": "x", "__MACOSX/a.txt": "x"}, "no page in it"),
        ("a.zip", {}, "no page in it"),
    ],
)
def test_what_holds_no_page_is_refused(name: str, members: dict[str, str], why: str) -> None:
    assert why in reason(name, zipped(members))


def test_names_that_lead_out_are_rows() -> None:
    names = ("../../a.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt", "x/../../a.txt")
    rows = told("x.zip", zipped({**dict.fromkeys(names, PAGE), "ok.txt": PAGE}))
    assert [why for origin, why in rows.items() if origin != "x.zip/ok.txt"] == [
        "its name leads out of the archive"
    ] * 5
    assert rows["x.zip/ok.txt"] == ""


@pytest.mark.parametrize("name", ["صفحة.txt", "café.txt", "a\nb.txt", "a\u202eb.txt"])
def test_names_are_printable_whatever_wrote_them(name: str) -> None:
    data = zipped({name: PAGE})
    (found,) = pieces("x.zip", data)
    assert isinstance(found, Page)
    assert found.origin == f"x.zip/{name}".replace("\n", "\ufffd")
    unmarked = bytearray(data)  # as written by programs that leave out the mark for UTF-8
    for start, flag in ((data.index(b"PK\x03\x04"), 6), (data.index(b"PK\x01\x02"), 8)):
        unmarked[start + flag + 1] &= ~8
    (found,) = pieces("x.zip", bytes(unmarked))
    assert isinstance(found, Page)
    assert found.origin == f"x.zip/{name}".replace("\n", "\ufffd")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_read_twice() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for text in (ONE, TWO):
            archive.writestr("a.txt", text)
    found = pieces("x.zip", out.getvalue())
    assert [(one.origin, one.text) for one in found if isinstance(one, Page)] == [
        ("x.zip/a (2).txt", TWO),
        ("x.zip/a.txt", ONE),
    ]


def test_archives_in_archives() -> None:
    assert told("x.zip", made.nested(2)) == {"x.zip/inner.zip/page.txt": ""}
    rows = told("x.zip", made.nested(3))
    assert rows == {"x.zip/inner.zip/inner.zip": "it is an archive in an archive in an archive; unpack the outer ones"}
    assert "archive in an archive in an archive" in reason("x.gz", gzip.compress(gzip.compress(gzip.compress(b"x y"))))
    assert page("x.txt.gz", gzip.compress(PAGE.encode())).text == PAGE


def test_a_tree_of_archives_ends_at_the_second() -> None:
    rows = told("x.zip", made.tree(42, 2))
    assert set(rows) == {f"x.zip/{a}.zip/{b}.zip" for a in (0, 1) for b in (0, 1)}
    assert all(why.startswith("it is an archive in") for why in rows.values())


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz"])
def test_a_bomb_is_defused(name: str) -> None:
    data = made.bomb(2**27) if name.endswith(".zip") else gzip.compress(bytes(2**27))
    tracemalloc.start()
    rows = told(name, data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [why.partition(",")[0] for why in rows.values()] == ["it unpacks to more than 200 times its size"]
    assert most < 3 * zips.HONEST


def test_honest_text_packs_well_and_is_read() -> None:
    markup_ = "<html><body>" + "".join(f"<p>{ONE} ({n}).</p>" for n in range(2_000)) + "</body></html>"
    data = zipped({"a.html": markup_})
    assert len(markup_.encode()) > 20 * len(data)
    assert told("x.zip", data) == {"x.zip/a.html": ""}


def test_what_comes_out_is_counted_for_all_members_together() -> None:
    allowance = zips.Allowance(total=1000)
    data = zipped({"a.txt": b"a" * 600, "b.txt": b"b" * 600})
    with zips.opened(File("x.zip", data=data)) as archive:
        assert zips.unpacked(archive, "a.txt", allowance) == b"a" * 600
        with pytest.raises(Unreadable, match="come out of its archive"):
            zips.unpacked(archive, "b.txt", allowance)


def test_members_that_lie_or_are_damaged_are_refused_alone() -> None:
    data = zipped({"a.txt": PAGE, "b.txt": PAGE}, packed=False)
    wrong = bytearray(data)
    wrong[data.index(ONE.encode()) + 3] ^= 1
    rows = told("x.zip", bytes(wrong))
    assert "damaged inside its archive" in rows["x.zip/a.txt"]
    assert rows["x.zip/b.txt"] == ""
    small = bytearray(data)  # the list says that the member has ten bytes
    place = data.index(b"PK\x01\x02")
    small[place + 24 : place + 28] = struct.pack("<I", 10)
    assert "damaged" in told("x.zip", bytes(small))["x.zip/a.txt"]
    method = bytearray(data)
    method[8] = method[data.index(b"PK\x01\x02") + 10] = 99
    rows = told("x.zip", bytes(method))
    assert "packed in a way that is not known" in rows["x.zip/a.txt"]
    assert rows["x.zip/b.txt"] == ""


def test_an_encrypted_member_is_a_row() -> None:
    rows = told("x.zip", made.locked())
    assert "encrypted" in rows["x.zip/a.txt"]
    assert rows["x.zip/b.txt"] == ""


@pytest.mark.parametrize("cut", [10, 40, 200, -30, -1])
def test_an_archive_that_is_cut_short_is_refused(cut: int) -> None:
    assert "damaged or cut short" in reason("x.zip", made.pages()[:cut])


def test_an_archive_of_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({f"{n}.txt": PAGE for n in range(12)})
    monkeypatch.setattr(zips, "MEMBERS", 10)
    assert "12 members, and 10 are the most" in reason("x.zip", data)
    monkeypatch.setattr(zips, "LIST", 100)
    assert "its list of members alone" in reason("x.zip", data)


def test_gzipped_tables_are_streamed_and_broken_ones_refused() -> None:
    packed = gzip.compress(f"title,text\nx,{ENGLISH}\ny,{ONE}\n".encode())
    assert [one.text for one in pieces("x.csv.gz", packed) if isinstance(one, Page)] == [ENGLISH, ONE]
    assert any("damaged" in why for why in told("x.txt.gz", packed[:-9]).values())
    assert any("damaged" in why for why in told("x.txt.gz", b"\x1f\x8b" + b"\x00" * 40).values())
    assert "no loader reads" in reason("x.exe.gz", gzip.compress(b"MZ..."))


def test_a_gzipped_crawl_goes_to_its_own_reader() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    body = head + markup(TITLE, ONE, TWO).encode()
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://daffa.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    )
    for name in ("x.warc.gz", "x.gz"):
        found = [one for one in pieces(name, gzip.compress(record)) if isinstance(one, Page)]
        assert [one.meta["url"] for one in found] == ["https://daffa.example/1"]


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"../out.txt": PAGE, "a.txt": PAGE, "b.docx": docx_page()}))
    monkeypatch.chdir(tmp_path)
    load("x.zip")
    assert [path.name for path in tmp_path.rglob("*")] == ["x.zip"]
    assert not (tmp_path.parent / "out.txt").exists()
