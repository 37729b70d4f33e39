"""MHT, saved pages, WARC, WACZ and feeds: what is in them comes out, counted, and what is broken is told."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.formats import web
from tests.formats.web import CRAWL, CRAWL_ROWS, ENGLISH, FIRST, OTHER, OTHER_TITLE, SAMPLES, SECOND, TITLE, URL
from workbench.loaders import formats, load
from workbench.loaders.files import File
from workbench.loaders.pages import mht
from workbench.loaders.pages.saved import saved_from, without_data
from workbench.loaders.records import Address, Page, Piece, Refusal, Unreadable
from workbench.loaders.web import feeds, wacz, warc
from workbench.loaders.web.codings import plain, unchunked

Reader = Callable[..., Iterable[Piece]]
READERS: dict[str, Reader] = {
    "mht": mht.read,
    "mhtml": mht.read,
    "warc": warc.read,
    "gz": warc.read,
    "wacz": wacz.read,
    "rss": feeds.read,
    "xml": feeds.read,
    "atom": feeds.read,
}


def pieces(name: str, data: bytes) -> list[Piece]:
    """The pieces of a file; one refusal where it has nothing to give."""
    try:
        return list(READERS[name.rpartition(".")[2]](File(name, data=data), {}))
    except Unreadable as problem:
        return [Refusal(name, str(problem))]


def only(name: str, data: bytes) -> Page:
    found = pieces(name, data)
    assert len(found) == 1
    assert isinstance(found[0], Page), found
    return found[0]


def pages(found: Iterable[Piece]) -> list[Page]:
    return [one for one in found if isinstance(one, Page)]


def reasons(found: Iterable[Piece]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Refusal)]


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith((".html", ".htm"))])
def test_every_sample_has_the_rows_that_it_should(name: str) -> None:
    data, count = SAMPLES[name]
    assert len(pieces(name, data)) == count


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("chrome.mhtml", "MHT"),
        ("crawl.warc", "WARC"),
        ("feed.rss", "RSS and Atom"),
        ("feed.atom", "RSS and Atom"),
        ("feed.xml", "RSS and Atom"),
    ],
)
def test_formats_know_these_files(name: str, format_name: str) -> None:
    assert formats.format_of(File(name, data=SAMPLES[name][0])).name == format_name
    if format_name != "MHT" or name == "chrome.mhtml":  # by what they hold, whatever they are named
        assert formats.format_of(File("page.txt", data=SAMPLES[name][0])).name == format_name


# MHT


@pytest.mark.parametrize("name", ["chrome.mhtml", "explorer.mht", "outlook.mht"])
def test_the_page_in_a_mime_file(name: str) -> None:
    page = only(name, SAMPLES[name][0])
    assert page.text.split("\n") == ["الرئيسية ثقافة", TITLE, FIRST, SECOND]
    assert page.meta["title"] == TITLE
    assert "published" not in page.meta  # the head's date is the day of saving
    assert page.meta.get("url", "") == ("" if name == "outlook.mht" else URL)


def test_frames_are_counted_and_the_encoding_is_told() -> None:
    assert only("a.mhtml", web.chrome_mht()).notes == ("frames in it that are not read: 1",)
    assert only("a.mht", web.explorer_mht()).notes == ("read as windows-1256",)


def test_the_subject_is_the_title_of_a_page_without_one() -> None:
    page = only("a.mht", web.chrome_mht(markup=f"<html><body><p>{FIRST}</p></body></html>"))
    assert page.meta["title"] == TITLE


def test_a_file_cut_off_behind_the_page_loads_and_says_so() -> None:
    data = web.chrome_mht()
    assert "the file was cut off behind the page" in only("a.mht", data[:-200]).notes
    assert "what stands behind its last part is not read" in only("a.mht", data + data).notes
    assert reasons(pieces("a.mht", data[: data.index(b"</article") - 500])) == [
        "it was cut off in the middle of the page"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"just some text", "it is no MIME file"),
        (web.picture("a.png"), "it holds no HTML page (image/png)"),
        (b"", "it is empty"),
        (web.mime("Content-Type: text/html\nContent-Transfer-Encoding: base64", b"A"), "it is no base64"),
        (web.mime("Content-Type: text/html", b""), "the page in it is empty"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(900)),
            "deep",
        ),
        (b"Content-Type: message/rfc822\r\n\r\n" * 900, "deep"),
    ],
)
def test_files_that_hold_no_page_are_refused(data: bytes, reason: str) -> None:
    assert reason in reasons(pieces("a.mht", data))[0]


# Saved pages


def test_the_address_that_a_page_was_saved_from() -> None:
    for name in ("singlefile.html", "browser.htm"):
        page = next(iter(formats.read(File(name, data=SAMPLES[name][0]), {})))
        assert isinstance(page, Page)
        assert page.meta["url"] == URL
        assert "published" not in page.meta


def test_what_the_page_says_of_its_address_wins() -> None:
    said = web.BROWSER.replace("<head>", '<head><link rel="canonical" href="https://daffa.example/own">')
    page = next(iter(formats.read(File("a.html", data=said.encode()), {})))
    assert isinstance(page, Page)
    assert page.meta["url"] == "https://daffa.example/own"


@pytest.mark.parametrize(
    "markup",
    ["<p>url: https://a.example</p>", "<!-- saved from url=(0014)about:internet -->", "<!--", "<!-- saved from -->"],
)
def test_other_comments_name_no_address(markup: str) -> None:
    assert saved_from(markup) == ""


def test_pictures_in_a_page_are_no_text_and_cost_no_time() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 8_000_000}">'
    assert without_data(picture) == '<img src="data:,">'
    page = next(iter(formats.read(File("a.html", data=web.page(TITLE, FIRST + picture, SECOND).encode()), {})))
    assert isinstance(page, Page)
    assert page.text.split("\n")[1:] == [TITLE, FIRST, SECOND]


# WARC


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_a_crawl(name: str) -> None:
    found = pieces(name, SAMPLES[name][0])
    told = [
        (page.origin, page.name, page.meta["title"], page.meta["source"], page.meta["url"]) for page in pages(found)
    ]
    stem = "news-2025-مكتبة-12"
    assert told == [
        (f"{name} record 4", stem, TITLE, "daffa.example", URL),
        (f"{name} record 6", f"{stem}-20250303100000", TITLE, "daffa.example", URL),
        (f"{name} record 12", "fish-id-7", OTHER_TITLE, "sharaa.example", "http://sharaa.example/fish?id=7"),
        (f"{name} record 14", "en-1", web.ENGLISH_TITLE, "port.example", "https://port.example/en/1"),
    ]
    assert OTHER in pages(found)[1].text
    assert pages(found)[2].notes == ("read as windows-1256",)
    assert not any("published" in page.meta for page in pages(found))  # a capture's date is none of the article
    again, others = reasons(found)
    assert again == f"the same capture again, of {URL}"
    assert others.startswith("other records, 9 in all: images 2, ")
    assert "redirects 1" in others
    assert "answers without a page (HTTP 404) 1" in others


def test_one_gzip_member_for_all_records_is_read_too() -> None:
    assert len(pieces("a.warc.gz", gzip.compress(web.warc()))) == CRAWL_ROWS


def test_files_that_the_known_library_writes_are_read() -> None:
    warcio = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    import io

    for packed in (True, False):
        out = io.BytesIO()
        writer = warcio.WARCWriter(out, gzip=packed)
        head = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = io.BytesIO(web.page().encode())
        record = writer.create_warc_record(URL, "response", payload=body, http_headers=head)
        writer.write_record(record)
        record.raw_stream.close()
        page = only("a.warc", out.getvalue())
        assert page.text.endswith(SECOND)


def broken(found: Iterable[Piece]) -> list[str]:
    return [one for one in reasons(found) if not one.startswith(("other records", "the same capture"))]


def test_a_record_that_says_it_is_longer_takes_no_other_with_it() -> None:
    lying = web.capture("https://a.example/1", web.page().encode(), length=200_000)
    for data in (web.warc([lying, *CRAWL]), web.warc_gz([lying, *CRAWL])):
        found = pieces("a.warc", data)
        assert "bytes are missing: it was cut off, or lies" in broken(found)[0]
        assert len(pages(found)) == 4


def test_a_record_that_says_it_is_shorter_is_refused_alone() -> None:
    lying = web.capture("https://a.example/1", web.page().encode(), length=300)
    for data in (web.warc([lying, *CRAWL]), web.warc_gz([lying, *CRAWL])):
        found = pieces("a.warc", data)
        assert broken(found) == ["it is not as long as it says"]
        assert len(pages(found)) == 4


@pytest.mark.parametrize("length", ["-1", "many", "", "9" * 400])
def test_a_length_that_is_none(length: str) -> None:
    data = web.warc().replace(b"Content-Length: 19", f"Content-Length: {length}".encode(), 1)
    found = pieces("a.warc", data)
    assert broken(found) == ["its head does not say how long it is"] or length == "9" * 400
    assert len(pages(found)) == 4


def test_records_lying_one_behind_the_other_are_not_read_again_and_again() -> None:
    one = web.capture("https://a.example/1", b"<p>x</p>", length=10**9)
    found = pieces("a.warc", one * 2_000)
    assert 20 < len(found) < 30  # twenty times it goes back; then what was swallowed is gone, and told


def test_a_broken_member_costs_its_own_records_only() -> None:
    members = [gzip.compress(one, mtime=0) for one in CRAWL]
    members[5] = members[5][:40] + b"\xff\x00\xff\x00" + members[5][44:]
    found = pieces("a.warc.gz", b"".join(members))
    assert broken(found) == ["its packed bytes are broken"]
    assert len(pages(found)) == 3
    checksum = bytearray(gzip.compress(CRAWL[3], mtime=0))
    checksum[-6] ^= 255
    found = pieces("a.warc.gz", bytes(checksum) + gzip.compress(CRAWL[13], mtime=0))
    assert broken(found) == ["its packed bytes are broken"]
    assert len(pages(found)) == 1


def test_what_stands_between_members_is_told() -> None:
    members = [gzip.compress(one, mtime=0) for one in CRAWL]
    found = pieces("a.warc.gz", b"".join([*members[:4], b"no gzip here at all", *members[4:]]))
    assert broken(found) == ["something stands between its records that is none"]
    assert len(pages(found)) == 4
    padded = b"".join([*members[:4], bytes(512), *members[4:]])
    assert broken(pieces("a.warc.gz", padded)) == []


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_crawl_that_was_cut_off_says_so(share: float) -> None:
    whole = {page.text for page in pages(pieces("a.warc", web.warc()))}
    for data in (web.warc(), web.warc_gz()):
        found = pieces("a.warc", data[: int(len(data) * share)])
        assert len(broken(found)) == 1
        assert {page.text for page in pages(found)} <= whole  # no half of a page passes for one


def head(value: str, body: bytes, name: str = "Content-Encoding") -> list[Piece]:
    return pieces("a.warc", web.capture("https://a.example/1", body, f"{name}: {value}"))


def test_bodies_are_unpacked() -> None:
    body = web.page().encode()
    raw = zlib.compressobj(wbits=-15)
    deflated = raw.compress(body) + raw.flush()
    for coding, packed in (
        ("gzip", gzip.compress(body)),
        ("x-gzip", gzip.compress(body[:500]) + gzip.compress(body[500:])),
        ("deflate", zlib.compress(body)),
        ("deflate", deflated),
        ("gzip, deflate", zlib.compress(gzip.compress(body))),
        ("gzip", body),  # unpacked by the archive, which left the head as it was
        ("identity", body),
    ):
        assert pages(head(coding, packed))[0].text.endswith(SECOND), coding
    assert pages(head("chunked", web.chunked(body), "Transfer-Encoding"))[0].text.endswith(SECOND)


def test_brotli_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert broken(head("br", b"\x0b\x02\x80abc\x03")) == ["it is packed with brotli; to read it: pip install brotli"]


def test_brotli_is_unpacked_within_bounds() -> None:
    brotli = pytest.importorskip("brotli")
    body = web.page().encode()
    assert pages(head("br", brotli.compress(body)))[0].text.endswith(SECOND)
    assert broken(head("br", brotli.compress(body)[:-30])) == ["it is packed with br and was cut off"]
    bomb = brotli.compress(bytes(50_000_000))
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        plain([bomb], "br", most=2**20)


@pytest.mark.parametrize(
    ("coding", "body", "reason"),
    [
        ("gzip", gzip.compress(web.page().encode())[:-50], "it is packed with gzip and was cut off"),
        ("gzip", b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff" * 40, "it is packed with gzip and broken"),
        ("zstd", b"\x28\xb5\x2f\xfd", "it is packed with 'zstd', which cannot be unpacked"),
        ("gzip,gzip,gzip,gzip", b"x", "it is packed 4 times over"),
        ("", b"  ", "the page is empty"),
        ("", b"<script>x()</script>", "the page shows no text"),
    ],
)
def test_bodies_that_give_no_page_are_refused(coding: str, body: bytes, reason: str) -> None:
    assert broken(head(coding, body))[0].startswith(reason)


def test_a_body_in_chunks_that_was_cut_off() -> None:
    body = web.chunked(web.page().encode())
    assert broken(head("chunked", body[:-200], "Transfer-Encoding")) == ["it came in chunks and was cut off"]
    with pytest.raises(Unreadable):
        unchunked(b"4\r\nnews\r\n5\r\nab")


def test_bombs_do_not_fill_the_memory() -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=9)
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable, match="larger than 8 MB"):
            plain([bomb], "gzip", most=2**23)
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
        tracemalloc.reset_peak()
        image = web.capture("https://a.example/i", bytes(100_000_000), kind="image/png")
        packed = gzip.compress(image)
        del image
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        found = pieces("a.warc.gz", packed + gzip.compress(CRAWL[13]))
        assert tracemalloc.get_traced_memory()[1] - before < 20_000_000
        assert len(pages(found)) == 1
    finally:
        tracemalloc.stop()


def test_an_endless_record_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.loaders.web.captures.BOMB", (500, 2**20))
    bomb = gzip.compress(web.capture("https://a.example/i", bytes(20_000_000), kind="image/png"), compresslevel=9)
    assert "500 times what it takes" in broken(pieces("a.warc.gz", bomb))[0]


def test_heads_without_end_are_refused() -> None:
    endless = b"WARC/1.0\r\n" + b"X: y\r\n" * 5_000 + b"\r\n"
    long = b"WARC/1.0\r\nX: " + b"y" * 10_000_000 + b"\r\n\r\n"
    for data in (endless, long):
        found = pieces("a.warc", data + CRAWL[13])
        assert len(broken(found)) == 1
        assert len(pages(found)) == 1


@pytest.mark.parametrize("data", [b"no record at all", b"\x1f\x8b", b"WARC", b"\n\n\n", b"PK\x03\x04"])
def test_files_without_a_record(data: bytes) -> None:
    found = pieces("a.warc", data)
    assert found
    assert not pages(found)


def test_odd_records_are_told_or_counted() -> None:
    html = web.page().encode()
    unnamed = web.record("response", b"HTTP/1.0 200 OK\r\n\r\n" + html, Content_Type="application/http")
    plain_http = web.record("response", b"SIP/2.0 nothing", WARC_Target_URI=URL, Content_Type="application/http")
    split = web.record("resource", html, WARC_Target_URI=URL, Content_Type="text/html", WARC_Segment_Number="2")
    cut = web.record("resource", html, WARC_Target_URI=URL, Content_Type="text/html", WARC_Truncated="length")
    strange = web.record("wonder", b"?")
    found = pieces("a.warc", web.warc([unnamed, plain_http, split, cut, strange]))
    assert [type(one).__name__ for one in found] == ["Page", "Refusal", "Refusal", "Page", "Refusal"]
    assert pages(found)[0].name == "a-1"
    assert pages(found)[1].notes == ("the crawler cut it off (length)",)
    assert reasons(found) == [
        "what the server answered is no HTTP",
        "it is a part of a page that was split over several records",
        "other records, 1 in all: records of unknown kinds 1",
    ]


# WACZ


def test_a_wacz_file_names_the_pages_that_it_lacks() -> None:
    found = pieces("a.wacz", web.wacz())
    assert len(pages(found)) == 4
    assert pages(found)[0].meta["title"] == TITLE  # the list's title is only for pages without one
    assert reasons(found)[-1].endswith("gave no text: 1 of 4: https://port.example/en/missing")


def test_a_title_of_the_list_is_used_where_the_page_has_none() -> None:
    bare = web.record("resource", f"<p>{FIRST}</p>".encode(), WARC_Target_URI=URL, Content_Type="text/html")
    listed = f'{{"url": "{URL}", "title": "{TITLE}"}}\nno json\n'.encode()
    page = only("a.wacz", web.zipped({"pages/pages.jsonl": listed, "archive/a.warc": bare}))
    assert page.meta["title"] == TITLE


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_wacz_file_that_was_cut_off(share: float) -> None:
    data = web.wacz()
    assert "damaged or cut short" in reasons(pieces("a.wacz", data[: int(len(data) * share)]))[0]


def test_a_wacz_file_without_an_archive() -> None:
    assert reasons(pieces("a.wacz", web.zipped({"a.txt": b"x"}))) == ["there is no archive/*.warc.gz in it"]
    found = pieces("a.wacz", web.zipped({"archive/a.warc": b"", "archive/b.warc": CRAWL[13]}))
    assert reasons(found) == ["it holds no WARC record"]
    assert len(pages(found)) == 1


# Feeds


def test_an_item_with_its_article_is_a_page() -> None:
    found = pieces("feed.rss", web.RSS.encode())
    page = found[0]
    assert isinstance(page, Page)
    assert page.text.split("\n") == [FIRST, SECOND, OTHER]
    assert page.meta == {
        "title": TITLE,
        "published": "Wed, 12 Feb 2025 10:00:00 +0300",
        "author": "ليان الشرباتي",
        "source": "الضفة",
        "language": "ar",
        "url": URL,
        "id": "https://www.daffa.example/?p=12",
    }


def test_a_teaser_with_a_link_is_an_address_and_one_without_is_refused() -> None:
    _, address, refusal = pieces("feed.rss", web.RSS.encode())
    assert isinstance(address, Address)
    assert (address.url, address.meta["title"]) == ("https://www.daffa.example/news/13", "سوق السمك يعود")
    assert address.notes == ("the feed holds a teaser of 5 words",)
    assert refusal == Refusal("feed.rss article 3", "the feed holds 2 words of it, and no address")


def test_rss_1_and_its_encoding() -> None:
    page = only("feed.xml", web.RDF.encode("cp1256"))
    assert page.text == f"{OTHER} {FIRST} {SECOND}"
    assert (page.meta["author"], page.meta["source"]) == ("سامر العطار", "الشراع")
    assert page.notes == ("read as windows-1256",)


def test_atom_with_its_kinds_of_content() -> None:
    first, second, third = pieces("feed.atom", web.ATOM.encode())
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(third, Address)
    assert first.text == f"{ENGLISH}\n{ENGLISH}"
    assert first.meta["published"] == "2025-02-12T08:00:00Z"
    assert first.meta["title"] == f"{web.ENGLISH_TITLE} & more"
    assert second.text == f"{ENGLISH} 3 < 4."
    assert second.notes == ("its date is that of its last change; the feed states no other",)
    assert (first.meta["author"], second.meta["author"]) == ("Omar Tahan", "The Gazette")


def test_plain_text_in_a_feed_stays_as_it_is() -> None:
    written = f"  {FIRST}\n\n{SECOND} &amp;amp; {OTHER}\n"
    page = only("a.rss", web.rss(f"<item><title>x</title><description>{written}</description></item>").encode())
    assert page.text == f"  {FIRST}\n\n{SECOND} & {OTHER}\n"


def test_the_outlet_of_an_item_that_another_feed_passes_on() -> None:
    item = (
        f'<item><title>{TITLE}</title><link>https://news.example/x</link><source url="https://s.example">الشراع</source>'
        "<author>desk@s.example (سامر العطار)</author></item>"
    )
    address = pieces("a.rss", web.rss(item).encode())[0]
    assert isinstance(address, Address)
    assert (address.meta["source"], address.meta["author"]) == ("الشراع", "سامر العطار")


def test_what_publishers_break_is_mended_and_told() -> None:
    item = f"<item><title>A &amp; B&nbsp;C & D \x0b</title><description>{FIRST} {SECOND} {OTHER}</description></item>"
    page = only("a.rss", web.rss(item).encode())
    assert page.meta["title"] == "A & B C & D"
    assert "was mended" in page.notes[0]


def test_a_broken_item_takes_no_other_with_it() -> None:
    whole = f"<item><title>x</title><description>{FIRST} {SECOND} {OTHER}</description></item>"
    found = pieces("a.rss", web.rss(f"{whole}<item><title>y<b></title></item>{whole}").encode())
    assert [type(one).__name__ for one in found] == ["Page", "Refusal", "Page"]
    assert reasons(found)[0].startswith("its XML is broken")
    assert "its items were read one by one" in pages(found)[0].notes[0]


@pytest.mark.parametrize("share", [0.5, 0.75, 0.9])
def test_a_feed_that_was_cut_off(share: float) -> None:
    items = f"<item><title>x</title><description>{FIRST} {SECOND} {OTHER}</description></item>" * 4
    text = web.rss(items)
    text = text[: int(len(text) * share)]
    found = pieces("a.rss", text.encode())
    assert len(found) == text.count("<item>")
    assert reasons(found) == ["the feed was cut off, or broken, inside it"] * (len(found) - text.count("</item>"))


def test_markup_in_cdata_is_no_item() -> None:
    shown = f"<p>{FIRST} {SECOND} {OTHER}</p><pre>&lt;item&gt;</pre><item>"
    item = f"<item><title>x</title><description><![CDATA[{shown}]]></description></item>"
    assert len(pieces("a.rss", web.rss(item).encode())) == 1
    assert len(pieces("a.rss", web.rss(f"{item}<item><b></item>").encode())) == 2


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12))
    + "]><rss><channel><item><title>&a11;</title></item></channel></rss>"
)
EXTERNAL = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&x;</title></item>'
    "</channel></rss>"
)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (LAUGHS, "it declares entities of its own"),
        (EXTERNAL, "it declares entities of its own"),
        ("<rss><channel></channel></rss>", "the feed has no items"),
        ("<urlset><url/></urlset>", "it is XML and no feed: its first element is <urlset>"),
        ("plain words", "it is no XML"),
        ("<rss><channel>" + "<b>" * 100_000, "its XML is broken before its first item"),
        ("<rss", "it is no XML"),
        ("<!-- -->", "it is no XML"),
    ],
)
def test_files_that_are_no_feeds_are_refused(markup: str, reason: str) -> None:
    assert reasons(pieces("a.xml", markup.encode()))[0].startswith(reason)


def test_an_old_feed_with_a_document_type() -> None:
    markup = web.rss(f"<item><title>caf&eacute;</title><description>{FIRST} {SECOND} {OTHER}</description></item>")
    old = markup.replace(
        "<rss", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/r.dtd"><rss', 1
    )
    assert only("a.rss", old.encode()).meta["title"] == "café"


def test_a_page_named_xml_is_a_page() -> None:
    assert only("a.xml", f'<?xml version="1.0"?>\n{web.page()}'.encode()).text.endswith(SECOND)


def test_a_folder_of_all_of_them(tmp_path: Path) -> None:
    names = ("chrome.mhtml", "explorer.mht", "singlefile.html", "crawl.warc", "crawl.wacz", "feed.rss", "feed.atom")
    for name in names:
        (tmp_path / name).write_bytes(SAMPLES[name][0])
    corpus = load(tmp_path, progress=False)
    assert len(corpus.report.rows) == sum(SAMPLES[name][1] for name in names)
    assert not [row for row in corpus.report.rows if "broke the loader" in row.reason]
    for article in corpus:
        assert all(article.text[block.start : block.end].strip() for block in article.blocks)
