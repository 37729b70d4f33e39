"""Tables of articles in every format that is read: outlets, people and events are invented.

The exports are written from what is published of the columns that Media Cloud, GDELT, minet, trafilatura and Zotero
write; there are no files of theirs here. ``SAMPLES`` has the files that stand alone, with the number of their
articles; ``zotero`` and ``minet_fetch`` need the files beside them that they return.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence

ARABIC = (
    "قالت أمينة المكتبة ليان الشرباتي إن القاعة رقم {n} في واحة النور تتسع لثلاثمئة قارئ. وأضافت أن أهالي الواحة "
    "تبرعوا بنصف الكتب التي وضعت على الرفوف منذ مطلع الشهر. وستفتح المكتبة أبوابها كل يوم من الصباح إلى المساء."
)
ENGLISH = (
    "The keeper Omar Tahan said that lighthouse number {n} of Port Sharaa has opened its doors again. More than four "
    "hundred visitors climbed its stairs on the first day alone, he added. Repairs had taken two years."
)
OUTLETS = ("الضفة", "الساحل", "Sharaa Courier")
HEADER = ("id", "source", "title", "published", "author", "url", "language", "text")
ARABIC_HEADER = ("الرقم", "الصحيفة", "العنوان", "تاريخ النشر", "الكاتب", "الرابط", "اللغة", "نص الخبر")

Row = tuple[str, ...]


def text(n: int) -> str:
    """The text of article ``n``: every third is English."""
    return (ENGLISH if n % 3 == 0 else ARABIC).format(n=n)


def title(n: int) -> str:
    """Its headline."""
    return f"Lighthouse {n} opens to visitors again" if n % 3 == 0 else f"مكتبة الواحة رقم {n} تفتح أبوابها"


def rows(count: int = 5) -> list[Row]:
    """Articles, as the cells of a table with the columns of ``HEADER``."""
    return [
        (
            f"a{n}",
            OUTLETS[n % 3],
            title(n),
            f"2025-02-{n + 9:02}",
            "ليان الشرباتي",
            f"https://www.daffa.example/news/{n}",
            "en" if n % 3 == 0 else "ar",
            text(n),
        )
        for n in range(1, count + 1)
    ]


def separated(header: Sequence[str], body: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """A table of separated cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    if header:
        writer.writerow(header)
    writer.writerows(body)
    return out.getvalue()


def records(count: int = 5) -> list[dict[str, str]]:
    """Articles, as objects."""
    return [dict(zip(HEADER, row, strict=True)) for row in rows(count)]


def dumped(value: object, **options: object) -> bytes:
    """JSON."""
    return json.dumps(value, ensure_ascii=False, **options).encode()  # type: ignore[arg-type]


def workbook(sheets: Mapping[str, Iterable[Sequence[object]]]) -> bytes:
    """An XLSX workbook of these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, body in sheets.items():
        sheet = book.create_sheet(name)
        for row in body:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A zip file with some members changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return out.getvalue()


def parquet(columns: Mapping[str, Sequence[object]], **options: object) -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(pa.table(dict(columns)), out, **options)
    return out.getvalue()


def _columns(count: int = 5) -> dict[str, list[object]]:
    columns: dict[str, list[object]] = {name: [row[place] for row in rows(count)] for place, name in enumerate(HEADER)}
    columns["published"] = [dt.date.fromisoformat(str(day)) for day in columns["published"]]
    columns["author"] = [["ليان الشرباتي", "عمر الطحان"]] * count
    columns["embedding"] = [[0.5] * 8] * count
    return columns


def media_cloud(count: int = 4) -> bytes:
    """Media Cloud: addresses, no texts."""
    header = ("id", "indexed_date", "language", "media_name", "media_url", "publish_date", "title", "url")
    body = [
        (
            f"{n:064x}",
            "2025-02-13 03:20:11.123456",
            row[6],
            "daffa.example",
            "daffa.example",
            row[3],
            row[2],
            row[5],
        )
        for n, row in enumerate(rows(count))
    ]
    return separated(header, body).encode()


def gdelt(count: int = 4) -> bytes:
    """GDELT DOC 2.0, mode ArtList, as CSV."""
    header = ("url", "url_mobile", "title", "seendate", "socialimage", "domain", "language", "sourcecountry")
    body = [
        (row[5], "", row[2], f"20250212T14{n:02}00Z", "", "daffa.example", "Arabic", "Syria")
        for n, row in enumerate(rows(count))
    ]
    return separated(header, body).encode("utf-8-sig")


def gdelt_json(count: int = 4) -> bytes:
    """The same list as JSON."""
    names = ("url", "title", "seendate", "domain", "language", "sourcecountry")
    body = [(row[5], row[2], "20250212T140500Z", "daffa.example", "Arabic", "Syria") for row in rows(count)]
    return dumped({"articles": [dict(zip(names, row, strict=True)) for row in body]})


MINET_FETCH = (
    "resolved_url",
    "http_status",
    "datetime_utc",
    "fetch_error",
    "path",
    "mimetype",
    "encoding",
    "body_size",
)
MINET_EXTRACT = ("extract_error", "canonical_url", "title", "description", "content", "comments", "author")
MINET_MORE = ("categories", "tags", "date", "sitename")


def minet_extract(count: int = 4) -> bytes:
    """What minet writes of texts that it extracted; its last page gave none."""
    header = ("link", *MINET_FETCH, *MINET_EXTRACT, *MINET_MORE)
    body: list[Sequence[object]] = []
    for n, row in enumerate(rows(count), start=1):
        fetched = (row[5], "200", "2025-02-13T09:00:00", "", f"{n}.html", "text/html", "utf-8", "4000")
        said = ("", row[5], row[2], "", row[7], "", row[4], "", "", row[3], row[1])
        empty = ("no-trafilatura-result", *[""] * 10)
        body.append((row[5], *fetched, *(said if n < count else empty)))
    return separated(header, body).encode()


def minet_fetch() -> tuple[bytes, dict[str, bytes]]:
    """What minet writes of three pages that it fetched, one of them in vain; and the files beside it."""
    import gzip

    first, second, third = rows(3)
    header = ("address", *MINET_FETCH)
    body = [
        (first[5], first[5], "200", "2025-02-13T09:00:00", "", "one.html", "text/html", "utf-8", "400"),
        (second[5], second[5], "200", "2025-02-13T09:00:00", "", "two.html.gz", "text/html", "utf-8", "400"),
        (third[5], third[5], "404", "2025-02-13T09:00:00", "not-found", "", "", "", ""),
    ]
    files = {
        "downloaded/one.html": html(first).encode(),
        "downloaded/two.html.gz": gzip.compress(html(second).encode()),
    }
    return separated(header, body).encode(), files


def html(row: Row) -> str:
    """An article as a page."""
    return f"<!doctype html><html><body><h1>{row[2]}</h1><p>{row[7]}</p></body></html>"


def trafilatura_csv(count: int = 4) -> bytes:
    """trafilatura's CSV: tabs, no header, ``null`` for what is empty."""
    null = "null"
    body = [
        (row[5], null, f"{n:016x}", "daffa.example", row[2], null, row[3], row[7], null, null, "article")
        for n, row in enumerate(rows(count))
    ]
    return separated((), body, "\t").encode()


def trafilatura_json(n: int = 1) -> bytes:
    """trafilatura's JSON of one article, in which ``source`` is its address."""
    row = rows(n)[-1]
    said = {
        "title": row[2],
        "author": row[4],
        "hostname": "daffa.example",
        "date": row[3],
        "fingerprint": "2f",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": row[7].replace("\n", " "),
        "text": row[7],
        "language": row[6],
        "image": None,
        "pagetype": "article",
        "filedate": "2025-02-13",
        "source": row[5],
        "source-hostname": row[1],
        "excerpt": "",
        "categories": "",
        "tags": "",
    }
    return dumped(said)


ZOTERO = (
    *("Key", "Item Type", "Publication Year", "Author", "Title", "Publication Title", "ISBN", "ISSN", "DOI", "Url"),
    *("Abstract Note", "Date", "Date Added", "Date Modified", "Access Date", "Pages", "Num Pages", "Issue", "Volume"),
    *("Language", "Notes", "File Attachments", "Link Attachments", "Manual Tags", "Automatic Tags"),
)


def zotero_table(items: Iterable[Mapping[str, str]]) -> bytes:
    """Zotero's CSV of these items: UTF-8 with a byte order mark, every cell in quotation marks."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ZOTERO, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(items)
    return out.getvalue().encode("utf-8-sig")


def zotero_item(row: Row, **more: str) -> dict[str, str]:
    """One item of a library."""
    return {
        "Key": row[0].upper(),
        "Item Type": "newspaperArticle",
        "Author": "الشرباتي, ليان; الطحان, عمر",
        "Title": row[2],
        "Publication Title": row[1],
        "Date": row[3],
        "Language": row[6],
        "Publication Year": "2025",
        **more,
    }


def zotero() -> tuple[bytes, dict[str, bytes]]:
    """A library of four items: a snapshot each way in which one is stored here, and one without."""
    first, second, third, fourth = rows(4)
    paths = (
        r"C:\Users\lana\Zotero\storage\KEYA1111\report.pdf; C:\Users\lana\Zotero\storage\KEYB2222\snapshot.html",
        "/home/lana/Zotero/storage/KEYC3333/snapshot.html",
        "/home/lana/Zotero/storage/KEYD4444/third page.html",
    )
    items = [
        zotero_item(first, **{"File Attachments": paths[0], "Url": first[5]}),
        zotero_item(second, **{"File Attachments": paths[1]}),
        zotero_item(third, **{"File Attachments": paths[2]}),
        zotero_item(fourth, Url=fourth[5]),
    ]
    files = {
        "storage/KEYB2222/snapshot.html": html(first).encode(),
        "storage/KEYC3333/snapshot.html": html(second).encode(),
        "third page.html": html(third).encode(),
    }
    return zotero_table(items), files


def _samples() -> dict[str, tuple[bytes, int]]:
    body = rows()
    table = separated(HEADER, body)
    unnamed = separated(("a", "b", "c", "d", "e", "f", "g", "h"), body)
    lines = b"".join(dumped(record) + b"\n" for record in records())
    return {
        "comma.csv": (table.encode(), 5),
        "arabic.csv": (separated(ARABIC_HEADER, body, ";").encode("cp1256"), 5),
        "tabs.tsv": (separated(HEADER, body, "\t").encode("utf-16"), 5),
        "unnamed.csv": (unnamed.encode(), 5),
        "lines.jsonl": (lines, 5),
        "wrong.json": (lines, 5),
        "list.json": (dumped(records(), indent=1), 5),
        "inside.json": (dumped({"status": "ok", "data": {"articles": records()}}), 5),
        "one.json": (dumped(records(1)[0]), 1),
        "split.json": (dumped({"columns": HEADER, "index": [0, 1, 2, 3, 4], "data": body}), 5),
        "book.xlsx": (workbook({"أخبار": [HEADER, *body]}), 5),
        "sheets.xlsx": (workbook({"أول": [ARABIC_HEADER, *body[:3]], "ثان": [ARABIC_HEADER, *body[3:]]}), 5),
        "table.parquet": (parquet(_columns(), row_group_size=2), 5),
        "media-cloud.csv": (media_cloud(), 4),
        "gdelt.csv": (gdelt(), 4),
        "gdelt.json": (gdelt_json(), 4),
        "minet.csv": (minet_extract(), 4),
        "trafilatura.csv": (trafilatura_csv(), 4),
        "trafilatura.json": (trafilatura_json(), 1),
        "zotero.csv": (zotero_table([zotero_item(row, Url=row[5]) for row in body]), 5),
    }


SAMPLES: dict[str, tuple[bytes, int]] = _samples()
