"""Archives of pages: zip files and gzipped files, honest ones and bombs."""

from __future__ import annotations

import gzip
import io
import zipfile

from tests.formats.documents import ENGLISH, ONE, TITLE, TWO, docx_page, markup, pdf_page, zipped

PAGE = f"{TITLE}\n{ONE}\n{TWO}\n"
OUTLETS = "file,source,published\na.txt,الضفة,2025-02-12\nصفحات/b.html,المنارة,2025-02-13\n"


def pages() -> bytes:
    """A folder as people zip it: pages of several formats, a table of outlets, and what no page is."""
    return zipped(
        {
            "outlets.csv": OUTLETS,
            "README.txt": "about",
            "a.txt": PAGE,
            "صفحات/": "",
            "صفحات/b.html": markup(TITLE, ONE, TWO),
            "صفحات/b_files/ad.html": "<p>ad</p>",
            "__MACOSX/._a.txt": "x",
            ".hidden.txt": "x",
            "c.docx": docx_page(),
            "d.pdf": pdf_page(),
            "e.txt.gz": gzip.compress(PAGE.encode()),
        }
    )


def nested(levels: int) -> bytes:
    """A page in an archive, in an archive, and so on."""
    data = zipped({"page.txt": PAGE})
    for _ in range(levels - 1):
        data = zipped({"inner.zip": data})
    return data


def tree(levels: int, width: int) -> bytes:
    """Archives in archives, each with as many as the others: what comes out grows with every level."""
    data = zipped({f"{n}.txt": bytes(2**20) for n in range(width)})
    for _ in range(levels - 1):
        data = zipped({f"{n}.zip": data for n in range(width)})
    return data


def bomb(size: int) -> bytes:
    """A file of one letter, over and over, packed as well as it gets."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("b.txt", "w") as member,
    ):
        for _ in range(size // 2**20):
            member.write(b"a" * 2**20)
    return out.getvalue()


def locked() -> bytes:
    """An archive of two pages, the first of which needs a password, or says so."""
    data = bytearray(zipped({"a.txt": PAGE, "b.txt": PAGE}))
    data[6] |= 1  # the flag beside the member
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list
    return bytes(data)


SAMPLES: dict[str, tuple[bytes, int]] = {
    "pages.zip": (zipped({"a.txt": PAGE, "صفحات/b.html": markup(TITLE, ONE, TWO), "c.docx": docx_page()}), 3),
    "folder.zip": (pages(), 5),
    "nested.zip": (nested(2), 1),
    "locked.zip": (locked(), 1),
    "page.html.gz": (gzip.compress(markup(TITLE, ONE, TWO).encode()), 1),
    "rows.csv.gz": (gzip.compress(f"title,text\nx,{ENGLISH}\ny,{ONE}\n".encode()), 2),
}
"""File name to its bytes and the number of articles in it."""
