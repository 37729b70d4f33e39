"""Samples of files from the web, built by hand: outlets, people and events are invented.

Each format is written from what its specification and the programs that write it are known to do.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import quopri
import zipfile
from collections.abc import Iterable

TITLE = "واحة النور تفتتح مكتبتها العامة"
OTHER_TITLE = "سوق السمك في ميناء الشراع يعود إلى العمل"
ENGLISH_TITLE = "Lighthouse of Port Sharaa reopens to visitors"
FIRST = (
    "قالت أمينة المكتبة ليان الشرباتي إن القاعة الجديدة تتسع لثلاثمئة قارئ، وإن أهالي الواحة تبرعوا بنصف الكتب التي "
    "وضعت على الرفوف منذ مطلع الشهر، وهو ما لم يكن أحد يتوقعه."
)
SECOND = (
    "وأضافت أن المكتبة ستفتح أبوابها كل يوم من الصباح إلى المساء، وأن البلدية خصصت حافلة تنقل تلاميذ القرى القريبة "
    "إليها في أيام العطلة، على أن تبدأ الحافلة عملها بعد أسبوعين."
)
OTHER = (
    "عاد الصيادون إلى ميناء الشراع بعد أسبوع من العواصف، وباعوا في يوم واحد ما يبيعونه عادة في ثلاثة أيام، بحسب ما "
    "ذكر نقيب الصيادين سامر العطار الذي دعا إلى بناء سوق مسقوف."
)
ENGLISH = (
    "The lighthouse of Port Sharaa has opened its doors again after two years of repairs, and the keeper, Omar Tahan, "
    "said that more than four hundred visitors had climbed its stairs on the first day alone."
)
URL = "https://www.daffa.example/news/2025/%D9%85%D9%83%D8%AA%D8%A8%D8%A9-12.html"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def page(title: str = TITLE, *paragraphs: str, head: str = "", language: str = "ar") -> str:
    """A page of an outlet, with a headline and paragraphs, in whatever encoding it is then written."""
    text = "".join(f"<p>{one}</p>" for one in paragraphs or (FIRST, SECOND))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head>{head}<title>{title}</title></head>'
        f"<body><nav><a>الرئيسية</a> <a>ثقافة</a></nav><article><h1>{title}</h1>{text}</article></body></html>"
    )


# MHT


def mime(headers: str, body: bytes) -> bytes:
    """A part of a MIME file."""
    return headers.strip().replace("\n", "\r\n").encode() + b"\r\n\r\n" + body + b"\r\n"


def quoted(text: str, encoding: str = "utf-8") -> bytes:
    """Quoted-printable, its lines broken as MIME has it."""
    return quopri.encodestring(text.encode(encoding)).replace(b"\n", b"\r\n")


def wrapped(head: str, parts: Iterable[bytes], boundary: str, *, end: bool = True) -> bytes:
    """A MIME file of parts."""
    data = mime(head, b"")
    for part in parts:
        data += f"--{boundary}\r\n".encode() + part
    return data + (f"--{boundary}--\r\n".encode() if end else b"")


def picture(location: str) -> bytes:
    """A part that is a picture."""
    head = f"Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: {location}"
    return mime(head, base64.encodebytes(PNG))


def chrome_mht(*, end: bool = True, markup: str = "") -> bytes:
    """A page as Chrome and Edge save it: one part for the page, one for each frame, style and picture."""
    boundary = "----MultipartBoundary--k2Wq8aBz----"
    subject = base64.b64encode(TITLE.encode()).decode()
    head = f"""From: <Saved by Blink>
Snapshot-Content-Location: {URL}
Subject: =?utf-8?B?{subject}?=
Date: Fri, 30 May 2025 18:09:00 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="{boundary}"
"""
    root = f"""Content-Type: text/html
Content-ID: <frame-1A@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {URL}
"""
    frame = "Content-Type: text/html\nContent-ID: <frame-2B@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable"
    parts = [
        mime(root, quoted(markup or page())),
        mime(frame, quoted("<html><body>إعلان</body></html>")),
        picture("https://www.daffa.example/logo.png"),
    ]
    return wrapped(head, parts, boundary, end=end)


def explorer_mht() -> bytes:
    """A page as Internet Explorer saved it, in windows-1256, the folded address of its part included."""
    head = """From: "Saved by Windows Internet Explorer 8"
Subject: old
Date: Wed, 12 Feb 2025 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----=_NextPart_000_0000_01CAF6E2"
X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.5994
"""
    root = f"""Content-Type: text/html;
\tcharset="windows-1256"
Content-Transfer-Encoding: quoted-printable
Content-Location: {URL}
"""
    return wrapped(head, [mime(root, quoted(page(), "cp1256")), picture("l.png")], "----=_NextPart_000_0000_01CAF6E2")


def outlook_mht() -> bytes:
    """A message as Outlook saves it: the page in base64, named by ``start=``, behind a plain text and a picture."""
    head = """MIME-Version: 1.0
Content-Type: multipart/related;
\tstart="<page@daffa>";
\tboundary="----=_NextPart_01DB"
"""
    text = mime(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", base64.b64encode(b"plain")
    )
    frame = mime("Content-Type: text/html; charset=utf-8\nContent-ID: <other@daffa>", b"<p>other</p>")
    root = mime(
        "Content-Type: text/html; charset=utf-8\nContent-ID: <page@daffa>\nContent-Transfer-Encoding: base64\n"
        "Content-Location: file:///C:/Users/L/page.htm",
        base64.encodebytes(page().encode()),
    )
    return wrapped(head, [picture("l.png"), text, frame, root], "----=_NextPart_01DB")


# Saved pages

SINGLE_FILE = page().replace(
    "<html",
    f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Fri May 30 2025 18:09:00 GMT+0300\n--><html",
)
BROWSER = page().replace("<html", f"<!-- saved from url=({len(URL):04}){URL} -->\n<html")


# WARC


def record(kind: str, block: bytes, length: int | None = None, **fields: str) -> bytes:
    """A record; ``length`` is what it says of itself where that is not true."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:12345678-1234-4234-8234-123456789abc>"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    lines.append(f"Content-Length: {len(block) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def capture(
    url: str,
    body: bytes,
    *head: str,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    date: str = "2025-03-01T10:00:00Z",
    length: int | None = None,
) -> bytes:
    """A record of what a server answered."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *head]
    block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    return record(
        "response",
        block,
        length,
        WARC_Target_URI=url,
        WARC_Date=date,
        Content_Type="application/http; msgtype=response",
    )


def chunked(body: bytes, size: int = 700) -> bytes:
    """A body in chunks."""
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def crawl() -> list[bytes]:
    """The records of a small crawl: three pages, one of them twice in two wordings, and what comes with them."""
    site = "https://www.daffa.example"
    html = page().encode()
    return [
        record("warcinfo", b"software: sample\r\n", Content_Type="application/warc-fields"),
        capture(f"{site}/robots.txt", b"User-agent: *\nDisallow:\n", kind="text/plain"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI=URL, Content_Type="application/http"),
        capture(URL, chunked(gzip.compress(html)), "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
        capture(URL, html, date="2025-03-02T10:00:00Z"),
        capture(URL, page(TITLE, FIRST, OTHER).encode(), date="2025-03-03T10:00:00Z"),
        capture(f"{site}/old", b"", "Location: /new", status="301 Moved Permanently"),
        capture(f"{site}/gone", page("404", "لا توجد").encode(), status="404 Not Found"),
        capture(f"{site}/a.png", PNG * 50, kind="image/png"),
        capture(f"{site}/b.png", PNG, kind="image/png"),
        capture(f"{site}/c.js", b"alert(1)", kind="application/javascript"),
        capture(
            "http://sharaa.example/fish?id=7", page(OTHER_TITLE, OTHER, SECOND).encode("cp1256"),
            kind="text/html; charset=windows-1256",
        ),
        record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", WARC_Target_URI=URL, Content_Type="application/http"),
        record(
            "resource", page(ENGLISH_TITLE, ENGLISH, language="en").encode(), WARC_Target_URI="https://port.example/en/1",
            WARC_Date="2025-03-01T10:00:00Z", Content_Type="text/html",
        ),
    ]  # fmt: skip


CRAWL = crawl()
CRAWL_ROWS = 6
"""Four pages, the one that was captured again, and the row that counts what is none."""


def warc(records: Iterable[bytes] = CRAWL) -> bytes:
    """A WARC file as it is."""
    return b"".join(records)


def warc_gz(records: Iterable[bytes] = CRAWL) -> bytes:
    """A WARC file each of whose records is a gzip member."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 1, 10, 0, 0)), data)
    return out.getvalue()


def wacz() -> bytes:
    """A crawl with the list of its pages, one of which is not in it."""
    lines = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        {"id": "1", "url": URL, "ts": "2025-03-01T10:00:00Z", "title": "عنوان آخر"},
        {"id": "2", "url": "http://sharaa.example/fish?id=7", "ts": "2025-03-01T10:00:00Z"},
        {"id": "3", "url": "https://port.example/en/1", "ts": "2025-03-01T10:00:00Z"},
        {"id": "4", "url": "https://port.example/en/missing", "title": "Missing"},
    ]
    listed = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return zipped(
        {
            "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
            "pages/pages.jsonl": listed.encode(),
            "archive/data.warc.gz": warc_gz(),
            "indexes/index.cdx": b"",
        }
    )


# Feeds

LONG = f"<p>{FIRST}</p><p>{SECOND}</p><p>{OTHER}</p>"


def rss(items: str, head: str = "") -> str:
    """An RSS 2.0 feed of an outlet."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>الضفة</title><link>https://www.daffa.example/</link><language>ar</language>
<atom:link href="https://www.daffa.example/feed" rel="self" type="application/rss+xml"/>{head}
{items}</channel></rss>"""


RSS_ITEMS = f"""<item><title>{TITLE}</title><link>{URL}</link><dc:creator>ليان الشرباتي</dc:creator>
<pubDate>Wed, 12 Feb 2025 10:00:00 +0300</pubDate><guid isPermaLink="false">https://www.daffa.example/?p=12</guid>
<description><![CDATA[قالت أمينة المكتبة [&#8230;]]]></description>
<content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>سوق &lt;b&gt;السمك&lt;/b&gt; يعود</title><link>/news/13</link>
<description>عاد الصيادون إلى ميناء الشراع.</description><pubDate>12 Feb 2025 11:00:00 GMT</pubDate></item>
<item><title>بلا رابط</title><description>سطر واحد.</description></item>"""
RSS = rss(RSS_ITEMS)
RDF = f"""<?xml version="1.0" encoding="windows-1256"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://sharaa.example/"><title>الشراع</title><link>http://sharaa.example/</link>
<items><rdf:Seq><rdf:li rdf:resource="http://sharaa.example/1"/></rdf:Seq></items></channel>
<item rdf:about="http://sharaa.example/1"><title>{OTHER_TITLE}</title><link>http://sharaa.example/1</link>
<dc:date>2025-02-12T09:00:00+02:00</dc:date><dc:creator>سامر العطار</dc:creator>
<description>{OTHER} {FIRST} {SECOND}</description></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Port Gazette</title>
<link rel="self" href="https://port.example/feed"/><link href="https://port.example/"/>
<author><name>The Gazette</name></author>
<entry><title type="html">{ENGLISH_TITLE} &amp;amp; more</title><id>tag:port.example,2025:1</id>
<link rel="alternate" href="https://port.example/en/1"/><published>2025-02-12T08:00:00Z</published>
<updated>2025-02-13T08:00:00Z</updated><author><name>Omar Tahan</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ENGLISH}</p><p>{ENGLISH}</p></div></content></entry>
<entry><title>Plain</title><id>tag:port.example,2025:2</id><link href="https://port.example/en/2"/>
<updated>2025-02-13T08:00:00Z</updated><content type="text">{ENGLISH} 3 &lt; 4.</content></entry>
<entry><title>Short</title><id>tag:port.example,2025:3</id><link href="https://port.example/en/3"/>
<updated>2025-02-13T08:00:00Z</updated><summary>Only a line.</summary></entry></feed>"""

SAMPLES: dict[str, tuple[bytes, int]] = {
    "chrome.mhtml": (chrome_mht(), 1),
    "explorer.mht": (explorer_mht(), 1),
    "outlook.mht": (outlook_mht(), 1),
    "singlefile.html": (SINGLE_FILE.encode(), 1),
    "browser.htm": (BROWSER.encode(), 1),
    "crawl.warc": (warc(), CRAWL_ROWS),
    "crawl.warc.gz": (warc_gz(), CRAWL_ROWS),
    "crawl.wacz": (wacz(), CRAWL_ROWS + 1),
    "feed.rss": (RSS.encode(), 3),
    "feed.xml": (RDF.encode("cp1256"), 1),
    "feed.atom": (ATOM.encode(), 3),
}
"""File name to its bytes and the number of rows that the report has for it: articles, and those rows of an archive
that count what is no article, or is missing."""
